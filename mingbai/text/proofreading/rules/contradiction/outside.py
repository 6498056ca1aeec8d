"""What lies outside of what a text itself lays down: a bound for all and one beyond it, one for each and another number, money for one purpose spent on another, no profit and a gain."""

import re
from collections.abc import Iterator
from itertools import islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import NUMBER, number_in, said_around
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a bound for all, and one beyond it -------------------------------------------------------------------------------

_UNIT = "个?工作日|个月|个?小时|分钟|平方米|立方米|公里|万元|元|学时|课时|天|日|年|米|分|岁|亩|%|％|次|名|人|条|份|个|篇|期|户|处|件|场"
_LOW = "不少于|不得少于|不应少于|不能少于|不低于|不得低于|不应低于|不小于|不得小于|不短于|不得短于|至少|达到?"
_HIGH = "不超过|不得超过|不能超过|不多于|不得多于|不高于|不得高于|不大于|不得大于|不长于|最多"
_BOUND = lazy.pattern(
    rf"(?P<label>[^。；;\n]{{0,24}}?)(?:(?P<way>{_LOW}|{_HIGH})|(?P<within>在|控制在))(?P<n>{NUMBER}(?:\.\d{{1,2}})?)(?P<unit>{_UNIT})(?P<after>以上|以内|之内|内|以下)?[^，,。；;：:\n\d]{{0,6}}[，,；;。（(](?P<gap>其中|但|而|仅|只有|个别|唯)(?P<part>[^，,。；;：:\n\d]{{1,16}}?)(?:{_LOW}|{_HIGH}|为|是|仅|只有|共)?(?P<m>{NUMBER}(?:\.\d{{1,2}})?)(?P=unit)(?P<after2>以上|以内|之内|内)?"
)
_BOUND_WORDS = waiting_for(("少于", "低于", "小于", "短于", "至少", "超过", "多于", "高于", "大于", "长于", "最多", "以上", "以内"))  # fmt: skip
_FOR_ALL = lazy.pattern("均|都|一律|统一|每|各|全部|所有|人均|户均|分别")
# So long, so wide, so much of a whole: what stands behind 「其中」 is no part that is taken from it.
_NO_SUM = lazy.pattern("公示|公告|期限|时限|期$|限$|间距|高度|宽度|厚度|单价|价|标准|工资|分数|成绩|得分|率|满意|审核|审批|审查|答复|办理|听证|温度|年龄|面积|间隔")  # fmt: skip
_BODY = lazy.pattern(r"(?:村|社区|科|室|站|所|校|学校|小学|中学|班|组|镇|乡|街道|部门|单位|局|中心|企业|园|院|办|教师|干部|成员|人员|班主任)(?:的)?[^，,。]{0,2}$")  # fmt: skip
_LET = lazy.pattern(
    "除|特殊|另有|例外|可以|可适当|可放宽|放宽|经批准|紧急|情况|可延长|可缩短|可|延长|专题|新增|优秀"
)


def _beyond(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公示期均不少于7个工作日，其中社区初审公示5个工作日」."""
    for match in matches_near(passage, _BOUND_WORDS, _BOUND, 90):
        low, _ = said_around(passage, *match.span(), "。；;\n", 40)
        label = passage.text[low : match.start("n")]
        way, after = match["way"] or "", match["after"] or ""
        least = way in _LOW.split("|") or after == "以上"
        most = way in _HIGH.split("|") or after in {"以内", "之内", "内", "以下"}
        if least == most or not _FOR_ALL.search(label) or _LET.search(match["part"]):
            continue
        if match["within"] and not after:
            continue
        number, other = _value(match["n"]), _value(match["m"])
        if number is None or other is None or not (other < number if least else other > number):
            continue
        if match["gap"] == "其中" and not (_NO_SUM.search(label) or _BODY.search(match["part"])):
            continue
        if most and match["after2"] is None and re.search("合计|总", match["part"]):
            continue
        said = f"前面说都{'不少于' if least else '不超过'}{match['n']}{match['unit']}，这里却是{match['m']}{match['unit']}，请核对。"
        yield rule.finding(passage, low, match.end(), said)


def _value(written: str) -> float | None:
    return float(written) if re.fullmatch(r"[\d.]+", written) else number_in(written)


# --- one for each, and another number ---------------------------------------------------------------------------------

_ONE_ONE = lazy.pattern(r"一(?P<of>[村社校格库河湖渠桥路点户企园组店厂矿站班院楼栋街巷镇乡家事策件人岗车坝塘区]|社区|网格|水库|小区|楼栋|隐患点|村居|单位|学校|项目|企业)一(?P<what>[一-鿿]{1,4}?)(?=[”」’\"，,。、；;的制要落模配工机原\n]|全|建|设)")  # fmt: skip
_ONE_ONE_WORDS = waiting_for(tuple(f"一{of}一" for of in "村社校格库河湖渠桥路点户企园组店厂矿站班院楼栋街巷镇乡家事件人岗车坝塘区") + ("一社区一", "一村居一", "一网格一", "一水库一", "一小区一", "一楼栋一", "一单位一", "一学校一", "一项目一", "一企业一", "一隐患点一"))  # fmt: skip
_COUNTED = lazy.pattern(
    rf"(?<![第\d.])(?P<n>\d{{1,5}})(?P<c>个|座|处|所|家|户|名|条|口|支|栋|幢|间|片|份|本|块|人|套|张|册|位|面|起|件)(?P<noun>[{HAN}]{{0,8}})"
)
# What one character in the slogan is called in full.
_CALLED = {
    "员": "员", "警": "警", "长": "长", "档": "档案 档", "策": "方案 措施 计划 对策 政策", "栏": "栏", "牌": "牌", "卡": "卡", "册": "册 手册",
    "码": "码", "站": "站", "群": "群", "表": "表", "证": "证", "书": "书", "案": "预案 方案", "医": "医", "师": "师", "律师": "律师", "法律顾问": "法律顾问 顾问 律师",
    "辅警": "辅警 民警", "顾问": "顾问", "台账": "台账", "专干": "专干", "档案": "档案", "方案": "方案", "预案": "预案", "专班": "专班", "岗": "岗", "队": "队", "品": "品", "箱": "箱",
    "干部": "干部", "会": "会", "灯": "灯", "井": "井", "图": "图", "室": "室", "厕": "厕", "屏": "屏", "信息员": "信息员", "网格员": "网格员", "公开栏": "公开栏 栏",
}  # fmt: skip
_MORE_OR_LESS = lazy.pattern("其余|其中|部分|试点|已有|先行|逐步|首批|尚|还有|兼|至少|以上|拟|计划")


def _one_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「17处隐患点……按“一点一员”配备的18名群测群防员」."""
    for match in compared(matches_near(passage, _ONE_ONE_WORDS, _ONE_ONE, 12)):
        low, high = said_around(passage, *match.span(), "。；;\n", 60)
        words = passage.text[low:high]
        if _MORE_OR_LESS.search(words) or match["what"] not in _CALLED:
            continue
        holders = [one for one in _COUNTED.finditer(words) if _is_of(one, match["of"])]
        things = [one for one in _COUNTED.finditer(words) if _is_thing(words, one, match["what"])]
        if len(holders) != 1 or len(things) != 1 or holders[0].start() == things[0].start():
            continue
        if holders[0]["n"] != things[0]["n"]:
            first, last = sorted((holders[0].span("n"), things[0].span()))
            said = f"说的是「{match[0]}」，一处是{holders[0]['n']}{holders[0]['c']}，一处是{things[0]['n']}{things[0]['c']}，两个数应当相同，请核对。"
            yield rule.finding(passage, low + first[0], low + last[1], said)


def _is_of(one: re.Match[str], of: str) -> bool:
    return (of in one["noun"] or of == one["c"]) and one["c"] not in "份本张块册"


def _is_thing(words: str, one: re.Match[str], what: str) -> bool:
    called = _CALLED[what].split()
    before = re.split("[，,]", words[max(0, one.start() - 8) : one.start()])[-1]
    return any(name in one["noun"] or before.endswith(name) for name in called)


# --- money for one purpose, spent on another -----------------------------------------------------------------------------

_SET_APART = lazy.pattern(
    "专款专用|专账(?:管理|核算)|专户(?:管理|储存)|封闭运行|不挪作他用|不得挪作他用|专项用于|没有(?:发生)?(?:任何)?(?:截留|挪用|挤占)[^，,。；;\n]{0,8}"
)
_SET_APART_WORDS = waiting_for(("专款专用", "专账", "专户", "封闭运行", "挪作他用", "专项用于", "截留", "挪用", "挤占"))  # fmt: skip
_SPENT = lazy.pattern(
    rf"(?:用于|用来|列支|支付|支出|垫付|抵顶|弥补|购买|购置|发放)[^，,。；;\n]{{0,12}}?(?:(?:职工|干部|教师|员工|机关|单位|村委会|村干部|人员|工作人员|公司|办公)[{HAN}]{{0,4}}(?:福利|奖金|津贴|补贴|工资|报酬|加班费|误餐|旅游|聚餐|慰问|经费|设备|装修|费用)|招待费|接待费|公务接待|业务招待|聚餐|旅游|办公(?:经费|设备|用房|费用)|车辆(?:维修|燃油|购置)|公务用车|(?:归还|偿还|还)(?:旧债|旧账|欠款|债务|借款)|(?:其他|别的)(?:项目|开支|支出))"
)
_BLAMED = lazy.pattern(
    "严禁|不得|禁止|杜绝|防止|是否|没有|未|不准|不能|不允许|违规|凡|对于|查处|如|若|将|按规定|自有|自筹|工会|另|一律|专项用于"
)


def _other_purpose(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「资金专款专用，其中2万元用于支付村委会招待费」."""
    for match in compared(matches_near(passage, _SET_APART_WORDS, _SET_APART, 20)):
        low, high = said_around(passage, *match.span(), "\n", 80)
        for spent in islice(_SPENT.finditer(passage.text, low, high), 4):
            start, end = said_around(passage, *spent.span(), "。；;\n", 30)
            clauses = re.split("[，,。；;]", passage.text[start : spent.start()])
            if match.start() < spent.end() and spent.start() < match.end() or _BLAMED.search(clauses[-1]):
                continue
            if not re.search(
                r"\d|结余|剩余|节余|余款",
                "，".join(clauses[-2:]) + passage.text[spent.start() : spent.end() + 8],
            ):
                continue
            said = f"前面说「{match[0]}」，这里却「{spent[0]}」，用途不符，请核对。"
            first, last = sorted((match.span(), spent.span()))
            yield rule.finding(passage, first[0], last[1], said)
            break


# --- no profit, and a gain --------------------------------------------------------------------------------------------------

_NO_GAIN = lazy.pattern(
    "零利润|零盈利|不(?:以)?[盈营赢]利(?:为目的)?|不得[盈营赢]利|非[盈营赢]利(?!性)|保本(?:不盈利|经营|运营|运行)|成本价(?:供应|销售|运行|收费)?|不赚(?:学生|群众|一分)?钱?|(?:零|无|不留|没有|略无)结余|收支相抵"
)
_NO_GAIN_WORDS = waiting_for(("零利润", "零盈利", "利", "保本", "成本价", "不赚", "结余", "收支相抵"))
_GAIN = lazy.pattern(
    rf"(?P<kind>[盈赢]利|净?利润|纯利润?|毛利|盈余|净赚|赚取?|创收|纯收入|结余)(?:资金|款)?[{HAN}]{{0,4}}?(?:的)?\d{{1,8}}(?:\.\d{{1,4}})?(?:余|多)?(?:万|亿)?(?:余|多)?元"
)
_KEPT_FOR = lazy.pattern(
    "教师|职工|干部|员工|工作人员|机关|办公|招待|福利|奖金|津贴|补贴教|接待|车辆|旅游|聚餐|上[交缴]|分红|购置|列支"
)


def _gain(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「食堂零利润经营，全年结余12.6万元用于教师福利」."""
    for match in compared(matches_near(passage, _NO_GAIN_WORDS, _NO_GAIN, 12)):
        low, high = said_around(passage, *match.span(), "\n", 60)
        if re.search("不得|严禁|禁止", passage.text[max(low, match.start() - 6) : match.start()]):
            continue
        for gain in islice(_GAIN.finditer(passage.text, match.end(), high), 2):
            _, end = said_around(passage, *gain.span(), "。；;\n", 40)
            behind = passage.text[gain.end() : end]
            before = passage.text[match.end() : gain.start()]
            if re.search("企业|财政|其他|另|去年|上年|以前", before):
                continue
            if gain["kind"] == "结余" and "结余" not in match[0] and not _KEPT_FOR.search(behind):
                continue
            said = f"前面说「{match[0]}」，这里却有「{gain[0]}」，请核对。"
            yield rule.finding(passage, match.start(), gain.end(), said)
            break


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "bound_for_all_but_one",
        "说都不少于多少、都不超过多少，其中一处却在这个数之外。",
        "各环节公示期均不少于7天，其中社区初审公示5天。",
        "各环节公示期均不少于7天，其中社区初审公示10天。",
        Waiting(_BOUND_WORDS, _beyond),
    ),
    _rule(
        "one_of_each_and_number",
        "「一村一员」「一户一档」：村和员、户和档的个数应当相同。",
        "17处地质灾害隐患点按“一点一员”配备群测群防员18名。",
        "17处地质灾害隐患点按“一点一员”配备群测群防员17名。",
        Waiting(_ONE_ONE_WORDS, _one_each),
    ),
    _rule(
        "money_for_other_purpose",
        "说专款专用、没有挪用，写出的支出却是招待费、职工福利、还旧债。",
        "救灾款做到专款专用，其中2万元用于支付村委会招待费。",
        "救灾款做到专款专用，其中2万元用于支付帐篷采购费。",
        Waiting(_SET_APART_WORDS, _other_purpose),
    ),
    _rule(
        "no_profit_and_gain",
        "说零利润、不以营利为目的、不留结余，又写了利润多少、结余给了谁。",
        "食堂实行零利润经营，全年利润12.6万元。",
        "食堂实行零利润经营，全年支出12.6万元。",
        Waiting(_NO_GAIN_WORDS, _gain),
    ),
)

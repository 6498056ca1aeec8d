"""Small words that sound alike and are told apart by what follows: 「必需真实」, 「以达4500人」, 「不小于6小时」, 「落实不利」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._parsing import INSIDE

_NUMBER = r"[\d０-９一二三四五六七八九十百千万两]"
_DONE = "达到|达|超过|突破|完成|建成|发放|开通|整改|办结|解决|投入|培训|覆盖|形成|安装|修建|化解|兑现|拨付|公开|公布|发布|收到|受理|答复|组织|召开|举办|开展|查处|清理|成立|累计|增至|降至|升至"
_GIVEN = (
    "公开|公示|公布|支持|奖励|处罚|表彰|纠正|解决|落实|受理|答复|回复|告知|保障|补贴|补助|核实|取消|通报|批评|登记|说明|配合|重视|追究|查处|警告|批准"
    "|整改|处理|安排|兑现|更正|考虑|没收|取缔|辞退|扣分|救助|发放|保护|认定|认可|确认|免除|减免|优先|关注|协助|协调|澄清|曝光|退回|批复|立案|撤销|制止|拆除"
)
_NEAR, _FAR = 8, 40
_WHOLE_CLAUSE = lazy.pattern(rf"{INSIDE}*")
_CLOSED = lazy.pattern("为|的|来|作|向|优势|比例|高票")
_TOWARDS = lazy.pattern(rf"[对给与于]{INSIDE}*$")
# What circumstances may harm, and what is said of those who did not do it.
_HARMED = ("工作", "管理", "领导", "宣传", "保障", "指导")
_BAD_WORK = ("造成", "导致", "致使", "推诿", "敷衍", "拖延", "失职")


def _goes_on(passage: Passage, match: re.Match[str]) -> bool:
    """「以达到90%为目标」, 「以完成60户的标准」: the clause says what is done with it."""
    end = match.end()
    clause = _WHOLE_CLAUSE.match(passage.text, end, min(passage.end, end + _FAR))
    return clause is not None and _CLOSED.search(clause[0]) is not None


def _is_harm(passage: Passage, match: re.Match[str]) -> bool:
    """「对工作不利的因素」, 「不利于」: harm is spoken of, unless bad work is told of right behind it."""
    text, end = passage.text, match.end()
    behind = text[end : end + 3]
    if behind.startswith(("于", "的因素", "的影响", "的条", "的局", "的形")):
        return True
    before = text[max(passage.start, match.start() - _NEAR) : match.start()]
    return (
        match[0].startswith(_HARMED)
        and _TOWARDS.search(before) is not None
        and not behind[1:].startswith(_BAD_WORK)
    )


RULES = (
    Rule(
        name="typo.must",
        category="typo",
        severity="warning",
        explain="「必须」后面跟要做的事；「必需」是一定要有，如「必需品」「生活必需」。",
        fires="公开的内容必需真实可靠。",
        passes="公开的内容必须真实可靠，生活必需品，办理所必需的材料，开展工作必需经费。",
        find=anchored(
            "必需",
            searching(
                r"(?<![所为是非产活可最])(?P<mark>必需)(?=真实|准确|及时|全面|完整|完善|认真|高度|切实|进行|在|由|向|把|将|对|予以|公开|遵守|遵循|落实|建立|加强|履行|符合|达到|依法|如实"
                r"|按[照时期规]|主动|定期|立即|同时|持[证有]|从|以|实行|实施|参加|接受|保证|确保|保持|纳入|报[经请送]|征[得求]|召开|明确|服从|统一|携带|佩戴|承担|亲自|逐[一项级步]|先|到[位场]|做好|抓好|写|填写|提交|坚决|时刻|牢[记固]|尽快|执行|服务|开展工作时|每[月年周季天])",
                "「{}」后面说的是要做的事，应作「必须」。",
                suggestion="必须",
                needs="需",
            ),
        ),
    ),
    Rule(
        name="typo.already",
        category="typo",
        severity="warning",
        explain="「已」写成了「以」：后面是做到的数目，句子里又没有「为」「来」接应。",
        fires="微信公众号粉丝以达4500人。",
        passes="粉丝已达4500人，以达到95%为目标，以完成60户的标准考核，可以达300人，以投入100万元来解决。",
        find=anchored(
            "以",
            searching(
                rf"(?<![可予得加难足所用借何给致是能就])(?P<mark>以)(?=(?:{_DONE})了?[^，,。；;：:！？\n的为至到]{{0,4}}{_NUMBER}(?!票))",
                "「{}」疑应作「已」。",
                suggestion="已",
                needs="以",
                unless=_goes_on,
            ),
        ),
    ),
    Rule(
        name="typo.given",
        category="typo",
        severity="warning",
        explain="「予以」写成了「与以」。",
        fires="对群众的申请与以答复。",
        passes="对群众的申请予以答复，与以往不同，参与以公开为主题的活动。",
        find=anchored(
            "与以",
            searching(
                rf"(?<![参给])(?P<mark>与以)(?={_GIVEN})",
                "「{}」疑应作「予以」。",
                suggestion="予以",
                needs="与",
                unless=_goes_on,
            ),
        ),
    ),
    Rule(
        name="typo.no_fewer",
        category="typo",
        severity="info",
        explain="时间、人数、次数论多少，用「不少于」；「不小于」说的是大小、尺寸、比率。",
        fires="护林员每天巡山不小于6小时。",
        passes="每天巡山不少于6小时，管径不小于300毫米，面积不小于20平方米，耐火极限不小于1小时，坡度不小于3%。",
        find=anchored(
            "不小于",
            searching(
                rf"(?<!极限)(?<!长度)(?P<mark>不小于)(?=\s?{_NUMBER}+(?:\.\d+)?\s?个?(?:工作日|小时|月|天|日|年|学时|课时|人|名|户|次|场|期|条|篇|份|家|件|轮|遍|批)(?!均))",
                "「{}」后面是时间或数目，应作「不少于」。",
                suggestion="不少于",
                needs="小",
            ),
        ),
    ),
    Rule(
        name="typo.without_force",
        category="typo",
        severity="info",
        explain="工作没有用力做好是「不力」；「不利」是没有好处。",
        fires="对落实不利、造成不良影响的单位进行通报。",
        passes="对落实不力的单位进行通报，对工作不利的因素，不利于落实，环境不利。",
        find=anchored(
            "不利",
            searching(
                r"(?:工作|落实|执行|推进|推动|监管|监督|管理|领导|组织|整改|履职|履责|办理|督促|督办|配合|措施|查处|处置|防控|打击|指导|协调|贯彻|执法|宣传|检查|把关|救援|应对|处理|保障|抓)(?:工作)?(?P<mark>不利)(?=[、，,。；;的]|而|或|造成|导致|影响|致使|行为|现象|问题|等)",
                "「{}」疑应作「不力」。",
                suggestion="不力",
                needs="利",
                unless=_is_harm,
            ),
        ),
    ),
    Rule(
        name="typo.taken_for",
        category="typo",
        severity="info",
        explain="看作什么用「当作」；「当做是」是把「当作」「看作是」混在一起。",
        fires="有的单位把政务公开当做是办公室一家的事。",
        passes="把政务公开当作大事来抓，应当做是非分明的人。",
        find=anchored(
            "当做是 当作是",
            searching(
                r"(?<!应)(?P<mark>当[做作]是)(?!非)", "「{}」应作「当作」。", suggestion="当作", needs="当"
            ),
        ),
    ),
    Rule(
        name="typo.no_longer",
        category="typo",
        severity="warning",
        explain="「不再」写成了「不在」：后面跟的是动作，不是地方、范围。",
        fires="自本月起不在收取任何费用。",
        passes="自本月起不再收取任何费用，不在服务范围内，人不在办公室，不在办理之列。",
        find=anchored(
            "不在",
            searching(
                rf"(?<![并也均都若如])(?P<mark>不在)(?=收取|发生|出现|另行|单独|重复|重新|新增|增加|继续|具有|具备|符合|予以|适用|承担)(?!{INSIDE}{{0,10}}(?:范围|之列|名单|目录|之内|以内|区域|时间|期间|内|中|上|里|处|地))",
                "「{}」疑应作「不再」。",
                suggestion="不再",
                needs="在",
            ),
        ),
    ),
    Rule(
        name="typo.both",
        category="typo",
        severity="warning",
        explain="「既……又……」「既要……也要……」写成了「即」。",
        fires="公开工作即要抓内容，又要抓形式。",
        passes="公开工作既要抓内容，又要抓形式，即要求各村按月公布，立即要办。",
        find=anchored(
            "即要 即有 即能 即可以 即不 即是",
            searching(
                rf"(?<![立随当旋亦])(?P<mark>即)(?:(?P<verb>要|有|能|不)(?!求|么|约|关|可能)){INSIDE}{{1,16}}[，,、]?(?:又|也|更)(?P=verb)",
                "「{}」与「又」「也」呼应，应作「既」。",
                suggestion="既",
                needs="即",
            ),
        ),
    ),
    Rule(
        name="typo.last_of_season",
        category="typo",
        severity="info",
        explain="「季末」「月末」的「末」写成了「未」。",
        fires="信息每个季未更新一次。",
        passes="信息每季末更新一次，本季未收到申请，上月未完成的任务，每月未公开的要补。",
        find=anchored(
            "季未 月未 年未 周未 期未",
            searching(
                r"(?:每个?|各|上|下|本|学|第[一二三四]|\d)(?:季度?|月|年|周|期)(?P<mark>未)(?=(?:更新|公布|公开|检查|通报|报送|上报|考核|考评|汇总|进行|开展|组织|召开)(?:一|1|两|2)次|考[试核评]|前|统一|集中|总结)",
                "「{}」疑应作「末」。",
                suggestion="末",
                needs="未",
            ),
        ),
    ),
    Rule(
        name="typo.month",
        category="typo",
        severity="warning",
        explain="「月份」写成了「月分」。",
        fires="三月分、4月分的账目已上墙。",
        passes="三月份的账目已上墙，12月分别公布，按月分解任务，5月分红，6月分两批发放。",
        find=anchored(
            "月分",
            searching(
                rf"(?:{_NUMBER}|每|上|本|各)(?:个)?月(?P<mark>分)(?=[的、，,。；;公财收支账及和至到在起开工信计报]|$)(?!公司|开始分|工负|公里|支[机部])",
                "「{}」疑应作「份」。",
                suggestion="份",
                needs="分",
            ),
        ),
    ),
)

"""Who plans, leads, decides and is to be asked in a paper, and cannot: another bureau, two at once, the head of another house, the office of another level."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._mentions import is_told_of, sentence_before
from mingbai.text.proofreading.rules._speaker import is_free, title_of
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2

# --- another body in the own voice ------------------------------------------------------------------------------------

_VOICE_WORDS = waiting_for(
    (
        "将继续",
        "将进一步",
        "将以",
        "将坚持",
        "将不断",
        "将紧紧",
        "将从",
        "将在",
        "将着力",
        "将重点",
        "将把",
        "将开展督查",
        "高度重视",
        "认真贯彻",
        "认真落实",
        "理事会召开",
        "理事会会议",
        "党组召开",
        "党组会",
        "党组高度",
        "领导班子",
    )
)
_VOICE = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；\n\u3000 ，]))(?P<mark>(?P<level>[县区市]|街道|镇(?=[{HAN}]{{2,8}}中心))[{HAN}]{{1,8}}?(?:局|联|委(?!员)|办|中心|院|馆|公司|社))(?=将(?:继续|进一步|以|坚持|不断|紧紧|从|在(?:[一二三四五几以]|今后|下)|着力|重点|把)|(?:执行理事会|理事会|党组|领导班子)(?:会议?|召开|研究|高度|多次|认真|成员)|高度重视|认真(?:贯彻|落实))",
    re.MULTILINE,
)


def _other_voice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县残联将继续抓好低保审核」 in a report of the county's bureau of civil affairs."""
    own = own_of(passage)
    if own is None or own.sort not in {
        "局",
        "委",
        "会",
        "中心",
        "馆",
        "社",
        "医院",
        "校",
        "公司",
        "站",
        "所",
        "队",
    }:
        return
    found = []
    for match in matches_near(passage, _VOICE_WORDS, _VOICE, 20):
        core = match["mark"][1:]
        letters = iter(own.name)
        if all(letter in letters for letter in core) or is_told_of(passage, *match.span("mark")):
            continue
        # The bureau over a school or a hospital may well value its work.
        above = own.sort in {"校", "医院"} and passage.text[match.end()] != "将"
        if not above and passage.body.count(core) <= _PASSING and is_free(passage, match.start("mark")):
            found.append(match)
    for match in found if len(found) == 1 else ():
        said = f"这是「{own.name}」的材料，这里却是「{match['mark']}」做了什么、要做什么，疑为别的单位的文字没有改净，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- two bureaus that lead what is the own --------------------------------------------------------------------------------

_MET = lazy.pattern("邀请|会同|组织|配合|协调|联合|要求|[请由对向与和经]")
_PAIR_WORDS = waiting_for(("局、", "局和", "局与"))
_PAIR = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；，,\n\u3000 ：:]))(?P<mark>(?P<one>[{HAN}]{{2,5}}?局)[、和与](?P<two>[{HAN}]{{2,5}}?局))(?=领导班子|班子成员|党组成员|党组(?:书记|会)|机关干部|各股室|各科室|干部职工)",
    re.MULTILINE,
)


def _pair(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「粮食局、物价局领导班子成员按照分工抓好分管股室」 where it is 我局 that speaks."""
    own = own_of(passage)
    if own is None or own.sort != "局" or "、" in own.name:
        return
    for match in matches_near(passage, _PAIR_WORDS, _PAIR, 24):
        both = all(one[:-1] in own.name for one in (match["one"], match["two"]))
        if _MET.match(match["one"]):
            continue
        levels = {match["one"][0], match["two"][0]} & set("县区市省两各")
        if not both and not levels and not is_told_of(passage, *match.span("mark")):
            said = f"这是一个局的材料，这里却写「{match['mark']}」两个局，请核对机构名称。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对单位名称")


# --- the same office of another level ---------------------------------------------------------------------------------------

_OFFICE_WORDS = waiting_for(
    tuple(level + of for level in "省市县区" for of in ("政府办公室", "人民政府办公室"))
)
_OFFICE = lazy.pattern(
    r"(?:联系|咨询|报名|报送|反馈|地址|地点|解释|负责|主办)[^。；\n]{0,8}?[：:由至到在]?(?P<mark>(?P<level>[省市县区])(?:人民)?政府办公室)(?=[^。\n]{0,6}(?:股|科|室|电话|负责|[。，；\n]))"
)


def _other_office(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「联系方式：市政府办公室政务公开股」 in the announcement of a county's office."""
    own = own_of(passage)
    if (
        own is None
        or own.sort not in {"办", "县", "区"}
        or not own.countykind
        or own.countykind not in "县区"
    ):
        return
    for match in matches_near(passage, _OFFICE_WORDS, _OFFICE, 30):
        if match["level"] != own.countykind and is_free(passage, match.start("mark")):
            said = f"这是「{own.name}」的材料，联系、负责的却是「{match['mark']}」，请核对。"
            right = match["mark"].replace(match["level"], own.countykind, 1)
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


# --- sections and organs of another house ------------------------------------------------------------------------------

_SECTIONS_OF = {
    "校": "教务处 教务科 政教处 德育处 教研组 教研室 年级组 备课组 班主任 教代会",
    "医院": "医务科 护理部 院感科 药剂科 门诊部 检验科 医保办 住院部",
    "公司": "董事会 股东会 市场部 销售部",
    "法院": "立案庭 民事审判庭 刑事审判庭 执行局",
    "场": "场部",
}
_SECTION_OF = {word: sort for sort, words in _SECTIONS_OF.items() for word in words.split()}
_KIN_SORTS = {
    "校": {"校", "园"},
    "医院": {"医院"},
    "公司": {"公司", "行", "社", "矿", "厂", "场"},
    "法院": {"法院"},
    "场": {"场"},
}
_FIELDS_OF = {
    "校": "教育|教体|教师|学生|学校|教研|学院|校",
    "医院": "医|卫生|健康|疾控|药",
    "公司": "公司|企业|国资|合作社|银行|经济|协会|商会",
    "法院": "法院|司法|政法|诉讼|审判",
    "场": "林|农|牧|场",
}
_HOUSE_WORDS = waiting_for(tuple(_SECTION_OF))
_HOUSE_SECTION = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；，、\n：\u3000])|(?<=[由报经])|(?<=设在))(?P<mark>{'|'.join(sorted(_SECTION_OF, key=len, reverse=True))})(?=负责|牵头|主任|科长|要|应|每|将|具体|审核|研究|统一|组织|建立|制定|按|对|[，、]?[一-鿿]{{0,6}}配合)",
    re.MULTILINE,
)


def _house_sections(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「教务科牵头建立回访制度」 in the report of a hospital."""
    own = own_of(passage)
    if own is None or own.sort in {"", "县", "区", "市"}:
        return
    for match in matches_near(passage, _HOUSE_WORDS, _HOUSE_SECTION, 24):
        sort = _SECTION_OF[match["mark"]]
        home = re.search(
            _FIELDS_OF[sort], own.name + title_of(passage) + sentence_before(passage, match.start())
        )
        if own.sort in _KIN_SORTS[sort] or home or passage.body.count(match["mark"]) > _PASSING:
            continue
        if not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，没有「{match['mark']}」这样的机构，疑为套用别的单位的材料。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


_BUREAU_ORGAN_WORDS = waiting_for(("局纪检组", "局党组", "局领导班子", "局班子"))
_BUREAU_ORGAN = lazy.pattern(
    r"(?:(?<=^)|(?<=[。；，\n：\u3000])|(?<=[由报经]))(?P<mark>局(?:纪检组|党组|领导班子|班子)(?:成员)?)",
    re.MULTILINE,
)


def _bureau_organs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「局纪检组对隐瞒不报的严肃处理」 in the scheme of a village, 「局党组把招商作为一号工程」 in a zone's summary."""
    own = own_of(passage)
    if own is None or own.sort not in {
        "村",
        "社区",
        "校",
        "园",
        "医院",
        "管委会",
        "镇",
        "乡",
        "街道",
        "敬老院",
        "公司",
        "场",
        "社",
        "会",
        "馆",
        "行",
        "法院",
        "检察院",
    }:
        return
    for match in matches_near(passage, _BUREAU_ORGAN_WORDS, _BUREAU_ORGAN, 10):
        line = passage.text.rfind("\n", passage.start, match.start("mark")) + 1
        if (
            "局" in passage.text[max(line, match.start("mark") - _LINE) : match.start("mark")]
            or "局" in own.name
        ):
            continue
        if not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，上文没有说到哪个局，这里却写「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


_LINE = 80

# --- a house that acts in another's paper ---------------------------------------------------------------------------------

_BARE_WORDS = waiting_for(("学校", "医院", "公司", "村委会", "居委会"))
_BARE_HOUSE = lazy.pattern(
    r"(?:(?<=^)|(?<=[。；，\n\u3000])|(?<=[。；，：\n]由))(?P<mark>(?P<house>学校|医院|公司|村委会|居委会))(?=与|对|将|每|组织|成立|按|实行|建立|设立|安排|还|已|利用|坚持|认真|高度重视|严格|制定|聘请|召开)",
    re.MULTILINE,
)
_BARE_FIELDS = {
    "学校": "教育|教体|学校|学生|教师|师生|校园|中学|小学|园",
    "医院": "医|卫生|健康|病|疾控",
    "公司": "公司|企业|国资|供电|供水|水务|工程|项目|采购|经营|保险",
    "村委会": "村|镇|乡",
    "居委会": "社区|街道|镇|居民|乡",
}
_HOUSES = frozenset("校 园 医院 法院 检察院 公司 馆 行 厂 矿 敬老院 局 中心".split())  # noqa: SIM905


def _bare_house(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「学校与职工签订承诺书46份」 in the report of a hospital."""
    own = own_of(passage)
    if own is None or own.sort not in _HOUSES:
        return
    for match in matches_near(passage, _BARE_WORDS, _BARE_HOUSE, 10):
        house = match["house"]
        others = passage.body.replace(house, "", 1)
        field = _BARE_FIELDS[house]
        if re.search(field, own.name + title_of(passage)) or len(re.findall(field, others)) > 1:
            continue
        if passage.body.count(house) == 1 and not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，这里做事的却是「{house}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- who decides ---------------------------------------------------------------------------------------------------------

_DECIDES = lazy.pattern(
    r"(?:(?<=^)|(?<=[，。；、\n由经报，])|(?<=推荐、))(?P<mark>(?P<house>局|校|院|园|厂|矿|站)长(?:办公会|碰头会|办公会议))"
)
_DECIDE_WORDS = waiting_for(("长办公会", "长碰头会"))
_HEADED = {
    "校": "校园",
    "园": "园校",
    "医院": "院",
    "局": "局",
    "厂": "厂",
    "矿": "矿",
    "站": "站",
    "法院": "院",
    "检察院": "院",
}


def _decides(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「经群众推荐、局长办公会研究、公示三个环节」 in a school's summary."""
    own = own_of(passage)
    if own is None or own.sort not in _HEADED or "学院" in own.name:
        return
    for match in matches_near(passage, _DECIDE_WORDS, _DECIDES, 12):
        house = match["house"]
        sentence = sentence_before(passage, match.start("mark"))
        if house in _HEADED[own.sort] or re.search(f"{house}(?!长)", sentence):
            continue
        if not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，这里却由「{match['mark']}」研究，请核对。"
            right = own.selves[0][-1] + match["mark"][1:]
            yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


_hint = hint_of("unit", "unit_name_inconsistency")


RULES = (
    _hint(
        "section_of_other_house",
        "卫生院的材料里由「教务科」牵头，学校的材料里由「护理部」负责，是别的单位的内设机构。",
        "三河乡中心卫生院2020年工作汇报\n三河乡中心卫生院认真落实。教务科牵头建立回访制度。",
        "三河乡中心卫生院2020年工作汇报\n三河乡中心卫生院认真落实。医务科牵头建立回访制度，学校教务处负责联系学生体检。",
        Waiting(_HOUSE_WORDS, _house_sections),
    ),
    _hint(
        "bureau_organ_of_none",
        "村、学校、管委会的材料里写「局党组」「局纪检组」，上文没有说到哪个局，多为套用部门的材料。",
        "黄泥塘村清查工作方案\n黄泥塘村成立小组。\n局纪检组对隐瞒不报的严肃处理。",
        "黄泥塘村清查工作方案\n黄泥塘村成立小组，报县农业农村局，局党组研究后公布。",
        Waiting(_BUREAU_ORGAN_WORDS, _bureau_organs),
    ),
    _hint(
        "other_house_acts",
        "卫生院的材料里，忽然是「学校」与职工签订承诺书，全文别处没有说到学校，多为套用时没有改净。",
        "三河乡中心卫生院2020年工作汇报\n三河乡中心卫生院认真落实。学校与职工签订承诺书46份。",
        "三河乡中心卫生院2020年工作汇报\n三河乡中心卫生院认真落实。为学生体检，学校组织到位，学校配合。",
        Waiting(_BARE_WORDS, _bare_house),
    ),
    _hint(
        "other_body_plans",
        "一个部门的总结里，「高度重视」「召开党组会」或者「将继续」怎样的却是另一个部门，多为套用时没有改净。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。县残联将继续抓好低保审核。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。县民政局将继续抓好低保审核，会同县残联将进一步核查。",
        Waiting(_VOICE_WORDS, _other_voice),
    ),
    _hint(
        "two_bureaus_lead",
        "一个局的材料里写「粮食局、物价局领导班子」，是两个局，机构名称混乱。",
        "我局按照要求开展自查，我局高度重视。粮食局、物价局领导班子成员按照分工抓好分管股室。",
        "我局按照要求开展自查，我局高度重视。县粮食局、县物价局领导班子成员到会，会同粮食局、物价局检查。",
        Waiting(_PAIR_WORDS, _pair),
    ),
    _hint(
        "office_of_other_level",
        "县政府办公室的公告，联系单位却写「市政府办公室」。",
        "青山县人民政府办公室关于举办政府开放日的公告\n青山县人民政府办公室现公告如下。\n联系方式：市政府办公室政务公开股。",
        "青山县人民政府办公室关于举办政府开放日的公告\n青山县人民政府办公室按照市政府办公室要求现公告如下。\n联系方式：县政府办公室政务公开股。",
        Waiting(_OFFICE_WORDS, _other_office),
    ),
    _hint(
        "head_decides",
        "学校的事由「局长办公会」研究，局里的事由「院长办公会」研究，多为套用别的单位的材料。",
        "花园小学2020年校务公开总结\n花园小学认真落实。评优经群众推荐、局长办公会研究、公示三个环节。",
        "花园小学2020年校务公开总结\n花园小学认真落实。评优经群众推荐、校长办公会研究，报县教育局局长办公会审定。",
        Waiting(_DECIDE_WORDS, _decides),
    ),
)

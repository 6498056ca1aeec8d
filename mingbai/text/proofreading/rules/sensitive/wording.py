"""Serious slips in the names of leaders, the country, the Party and its formulae, from a short maintained list."""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, is_quoted, meeting
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.triggers import matches, sought


def _meanings(rows: Sequence[Entry]) -> dict[str, Entry | None]:
    """What each pattern stands for; None for words that are right although they hold a wrong one."""
    patterns: dict[str, Entry | None] = {}
    for row in rows:
        patterns[row["wrong"]] = row
        patterns.update(dict.fromkeys(row.get("unless", ())))
    return patterns


_SENSITIVE = table(("sensitive",), _meanings)
_SHORT_NAME = "中华人民共和"


def _name_cut_short(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The country's name without its last character; a line break inside the name is no mistake."""
    place = passage.body.find(_SHORT_NAME)
    while place >= 0:
        end = place + len(_SHORT_NAME)
        if not passage.body[end : end + 80].lstrip().startswith("国"):
            start = place + passage.start
            message = "国名漏字，应为「中华人民共和国」。"
            yield rule.finding(passage, start, end + passage.start, message, suggestion="中华人民共和国")
        place = passage.body.find(_SHORT_NAME, end)


# 《革命残废军人抚恤条例》 is the title it has; 「不得使用“残废人”等称呼」 forbids the word.
_A_NAME = lazy.pattern("称呼|称谓|歧视|旧称|蔑称|贬损|名称不规范|应称")
_SPOKEN_OF = lazy.pattern("一词|字样|[等的]词|称呼|用语|用词|禁用|使用|不[得要]说")
_TITLE, _AROUND = 40, 20


def _is_a_title(text: str, start: int, end: int) -> bool:
    """Whether the place stands inside 《…》."""
    low = text.rfind("《", max(0, start - _TITLE), start)
    return low > text.rfind("》", max(0, start - _TITLE), start) and text.find("》", end, end + _TITLE) >= 0


def _only_named(passage: Passage, start: int, end: int, row: Entry) -> bool:
    """Whether a word for people stands in a title, or in quotation marks where the talk is of words."""
    text = passage.text
    if not _A_NAME.search(row["why"]):
        return False
    if _is_a_title(text, start, end):
        return True
    return (
        is_quoted(text, start, end)
        and _SPOKEN_OF.search(text, max(passage.start, start - _AROUND), end + _AROUND) is not None
    )


def _listed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, row in _SENSITIVE.matches(passage):
        if _only_named(passage, start, end, row):
            continue
        yield rule.finding(
            passage,
            start,
            end,
            f"「{row['wrong']}」应为「{row['right']}」：{row['why']}。",
            suggestion=row["right"],
            severity=row.get("severity", rule.severity),
        )


_REGIONS = "台湾|香港|澳门|港澳台|台港澳|港澳"
_AS_COUNTRIES = searching(
    rf"(?P<mark>(?:{_REGIONS})(?:(?:、|和|及|与)(?:{_REGIONS}))*(?:等|以?及|和|与)?(?:其他|其它|周边|境外)?(?:各|的)?国家)(?!和地区|及地区|或地区|、地区|级|主席|安全|统一)",
    "台湾、香港、澳门是中国的地区，不得与国家并列或称国家：「{}」。",
    suggestion="改为「国家和地区」，或写明「港澳台地区」",
    near="国家",
)

# 「黎民」 is any people; schools, streets and graveyards are so named.
_PEOPLES = {
    "回民": "回族群众",
    "回回": "回族群众",
    "藏民": "藏族群众",
    "蒙民": "蒙古族群众",
    "维民": "维吾尔族群众",
    "哈民": "哈萨克族群众",
    "苗民": "苗族群众",
    "彝民": "彝族群众",
    "壮民": "壮族群众",
    "瑶民": "瑶族群众",
    "侗民": "侗族群众",
    "满民": "满族群众",
    "羌民": "羌族群众",
    "傣民": "傣族群众",
    "土家民": "土家族群众",
}
_PEOPLE = sought(
    rf"(?:(?<=[对与和及、，。；：为向让由给导助织是有的名户位个走访问])|^)(?P<mark>{'|'.join(_PEOPLES)})(?=群众|居民|居住|聚居|农?户|村民|代表|干部|家庭|商户|牧户|子女|学生|老人|兄弟|同胞|参与|参加|[、，。；和与及的]|等)"
)


def _people_called(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「对回民、老弱病残等提供上门服务」: a people is called 回族群众."""
    for match in matches(passage, _PEOPLE):
        if is_quoted(passage.text, *match.span()) or passage.in_web_residue(match.start()):
            continue
        right = _PEOPLES[match["mark"]]
        said = f"「{match['mark']}」是旧称、俗称，公文里写「{right}」。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


RULES = (
    Rule(
        name="sensitive.people_called",
        category="sensitive_wording",
        severity="info",
        explain="民族称谓要写全：「回民」写「回族群众」，「藏民」写「藏族群众」。学校、街道、公墓的名称不算。",
        fires="对回民、老弱病残等提供上门服务。",
        passes="回民中学、回民公墓对回族群众开放，普惠黎民、造福百姓。",
        find=meeting(_people_called, _PEOPLE),
    ),
    Rule(
        name="sensitive.region_as_country",
        category="sensitive_wording",
        severity="error",
        explain="台湾、香港、澳门不得称国家，也不得与国家并列而不写地区。",
        fires="吸引台湾、香港和其他国家的企业来我区投资。",
        passes="吸引台湾、香港等国家和地区的企业来我区投资。",
        find=anchored("台湾 香港 澳门 港澳", _AS_COUNTRIES),
    ),
    Rule(
        name="sensitive.listed",
        category="sensitive_wording",
        severity="error",
        explain="领导人姓名职务、国名党名、规范提法和涉台涉民族用语的严重错误。词表只收确定无疑的，可由本县增补。",
        fires="以习近平新时代特色社会主义思想为指导。",
        passes="以习近平新时代中国特色社会主义思想为指导。",
        find=_listed,
    ),
    Rule(
        name="sensitive.country_name",
        category="sensitive_wording",
        severity="error",
        explain="国名「中华人民共和国」漏了「国」字。",
        fires="根据《中华人民共和政府信息公开条例》的规定。",
        passes="根据《中华人民共和国政府信息公开条例》的规定。",
        find=_name_cut_short,
    ),
)

"""Words that belong to a unit of another kind: a township that says 「我办」 or 「局机关」, a town that speaks for the city."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored
from mingbai.text.proofreading.rules._speaker import in_quotes
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# What a township, a town or a sub-district calls itself.
_SELF = lazy.pattern(
    r"[我本全](?:镇|乡|街道)(?![镇乡村街])|(?<![各、])(?:镇|乡)(?:党委|政府|党政办|人大|机关)"
)
_FEWEST_SELF = 2
# Words of other bodies, so long as nothing before them names the body: 「县教育局机关」 is the bureau's.
_BODIES = (
    "厅门户网站 厅网站 厅机关 厅直属 厅领导 局门户网站 局网站 局机关 局属各 局属单位 局党组 局领导 局班子 各股室 各科室队 院领导 院党委 院务公开 校领导 校务会 全校师生"
    " 我办 我委 我厅 我局 我院 我校 我所 我处 我中心 我公司 本局 本厅 本院 本校 中心各项工作 中心各科室 中心全体"
)
_BODY = lazy.pattern(
    rf"(?P<named>[{HAN}]?)(?P<mark>(?:厅|局)(?:门户网站|网站|机关|直属|领导|班子|党组|属各|属单位)|各股室|院领导|院党委|校领导|全校师生"
    r"|我(?:办(?![理事公好成法实])|委(?![托派员])|厅|局|院(?!子)|校|所(?![在有说需以])|处(?![理于置在])|中心|公司)|本(?:局|厅|院|校)(?![地级])|(?<=[了的进])中心(?:各项工作|各科室|全体))"
)
_BODY_WORDS = waiting_for(tuple(_BODIES.split()))
_FREE_BEFORE = frozenset("，,。；;：:、（(“在由经向对以及和与是为从据使把将请报按于范用化强确的了") | {""}
_REACH = 24
# A body that speaks again and again has a say in the text: a bureau's station in the town, a joint paper.
_PASSING = 2

_ABOVE = lazy.pattern(
    r"(?P<mark>(?:本|我)(?P<level>市|县|区))(?=政府信息公开工作[在以坚取稳不继进扎有]|政务公开工作[在以坚取稳不继进扎有]|各级各部门|各[县乡](?:[（(]|镇))"
    r"|(?P<whole>(?:汇总|综合)全?(?P<level2>市|县|区)各?(?:乡|镇|街道)[^。；;\n]{0,40}(?:编制|汇总))"
    r"|(?:(?<=^)|(?<=[。；\n \u3000、．.]))(?P<all>各(?:乡镇|镇街|街镇|镇乡|镇（街道）|乡镇（街道）|镇、街道|乡镇、街道)(?:、各部门|、各单位|、县直各单位)?)(?=都?要|应|须|务必|必须|主要(?:领导|负责人)(?:要|每|须|必须))"
    r"|(?<![未无])(?<!没有)(?:受理|收到|办理)[^。；;\n]{0,16}?(?P<asked>向(?:市|县|区|省)(?:人民)?政府(?:及[^。；;，,\n]{2,12}?)?)(?=提出的(?!(?:行政)?(?:复议|诉讼|信访|赔偿|申诉|控告|检举|举报|起诉)))"
    r"|(?<=推进政府信息公开是)(?P<city>[一-鿿]{2,4}[市县区](?:人民)?政府)(?=为?贯彻)"
)
_ABOVE_WORDS = waiting_for(
    (
        "各乡镇",
        "各镇",
        "各街镇",
        "政府信息公开工作",
        "政务公开工作",
        "各级各部门",
        "汇总",
        "综合全",
        "推进政府信息公开是",
        *(f"向{level}{body}" for level in "市县区省" for body in ("政府", "人民政府")),
    )
)

_OFFICE_PARTY = lazy.pattern(r"街道(?:办事处|办)(?P<mark>党委)(?![会议])")
_STREET_PARTY = lazy.pattern(
    r"(?<![各镇乡、和及])街道(?P<mark>党委)(?=书记|副书记|委员|政府|研究|高度|统一|理论|召开|成立|中心组|班子|、)"
)
_TOWN_PARTY = lazy.pattern(r"(?<![街道办、和及])(?P<mark>[镇乡](?:党工委|工委|办事处))(?!指导|的要求)")
_OWN_OFFICES = {word: lazy.pattern(rf"[我本全]{word}(?![镇乡村街])") for word in ("街道", "镇", "乡")}
_TOWN_HEAD = lazy.pattern(
    r"(?<![副正原任、和及各邻])(?P<mark>(?P<kind>镇|乡)长)(?=[任为担]|[一-鿿]{2,3}(?:任|为|担任|同志))"
)
_HEADS = waiting_for(("镇长", "乡长"))
_TITLE_KIND = lazy.pattern(
    r"(?P<place>[一-鿿xX×*]{0,6}?)(?P<kind>乡镇|镇|乡(?!村)|街道)(?=[^，,。\n]{0,12}公开)"
)

_COUNTY = lazy.pattern(
    r"(?:中共)?(?P<name>[一-鿿]{2,3}?)(?P<kind>县|区)(?=人民政府|委办公室|政府办公室|委员会)"
)
_LEADERSHIP = lazy.pattern(r"(?P<mark>(?P<kind>[县区])委[、和]?(?P=kind)(?:人民)?政府)")
_LEADERS = waiting_for(("县委", "区委"))


def _kind(passage: Passage) -> str | None:
    """镇, 乡 or 街道 where the unit is one, by its name, else by what the text calls itself."""
    unit = (passage.document.unit or "").removesuffix("人民政府").removesuffix("办事处")
    for word in ("街道", "镇", "乡"):
        if unit.endswith(word):
            return word
    if unit or passage.document.unit_kind not in {None, "town", "subdistrict"}:
        return None
    counted = {word: len(pattern.findall(passage.body)) for word, pattern in _OWN_OFFICES.items()}
    word = max(counted, key=lambda one: counted[one])
    return word if counted[word] >= _FEWEST_SELF and counted[word] > sum(counted.values()) / 2 else None


def _other_bodies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _kind(passage)
    if own is None or len(_SELF.findall(passage.body)) < _FEWEST_SELF:
        return
    found = []
    for match in matches_near(passage, _BODY_WORDS, _BODY, _REACH):
        said = match["mark"]
        of_named = said[0] == "各" and match["named"] and match["named"] in "局委院厅办"
        free = (said[0] in "我本各" and not of_named) or match["named"] in _FREE_BEFORE
        if free and not (passage.in_web_residue(match.start()) or in_quotes(passage, match.start("mark"))):
            found.append(match)
    if len(found) > _PASSING:
        return
    for match in found:
        yield rule.finding(
            passage,
            *match.span("mark"),
            f"这是{own}的材料，「{match['mark']}」是别的单位的说法，疑为抄自别处没有改净。",
            suggestion="核对单位名称",
        )


def _speaks_for_above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _kind(passage)
    if own is None:
        return
    handed_on = "转发" in (passage.document.title or "")
    for match in matches_near(passage, _ABOVE_WORDS, _ABOVE, 60):
        if match["all"] and handed_on:
            continue
        group = next(name for name in ("mark", "whole", "city", "asked", "all") if match[name])
        yield rule.finding(
            passage,
            *match.span(group),
            f"这是{own}的材料，这里却以市、县、区的口吻写，疑照搬上级的报告。",
            suggestion={"mark": f"本{own}", "all": "各村（社区）"}.get(group, "改为本单位的情况"),
        )


def _head_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A township has a 乡长, a town a 镇长."""
    own = _kind(passage)
    if own not in {"镇", "乡"}:
        return
    found = [match for match in matches_near(passage, _HEADS, _TOWN_HEAD, 12) if match["kind"] != own]
    if len(found) > _PASSING:
        return
    for match in found:
        said = f"这是{own}的材料，行政首长是「{own}长」，这里写「{match['mark']}」。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{own}长")


def _organ_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Sub-districts have a 党工委 and a 办事处, towns and townships a 党委 and a government."""
    own = _kind(passage)
    patterns = [(_OFFICE_PARTY, "党工委")]
    if own == "街道":
        patterns.append((_STREET_PARTY, "党工委"))
    elif own:
        patterns.append((_TOWN_PARTY, f"{own}党委、{own}人民政府"))
    for pattern, right in patterns:
        for match in pattern.finditer(passage.body):
            start, end = (passage.start + at for at in match.span("mark"))
            if not passage.in_web_residue(start):
                said = f"机构名称应写「{right}」，不是「{match['mark']}」。"
                yield rule.finding(passage, start, end, said, suggestion=right)


def _title_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A title that says 镇 over a text that says 我乡 throughout."""
    if not passage.prose:
        return
    offset, title = passage.prose[0]
    match = _TITLE_KIND.search(title) if len(title) <= 40 else None
    if match is None or match["kind"] == "乡镇":
        return
    counted = {word: len(pattern.findall(passage.body)) for word, pattern in _OWN_OFFICES.items()}
    word = max(counted, key=lambda one: counted[one])
    if word != match["kind"] and counted[word] > _FEWEST_SELF and not counted[match["kind"]]:
        start, end = offset + match.start("kind"), offset + match.end("kind")
        said = f"标题写的是「{match['kind']}」，正文通篇是「{word}」，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=word)


def _other_leadership(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「区委、区政府」 in the text of a county that names itself."""
    named = {match["kind"] for match in _COUNTY.finditer(passage.body)}
    if len(named) != 1:
        return
    own = named.pop()
    found = list(matches_near(passage, _LEADERS, _LEADERSHIP, 16))
    other = [match for match in found if match["kind"] != own]
    if len(other) > _PASSING:
        return
    for match in other:
        said = f"全文说的是{own}，这里写「{match['mark']}」，层级不一致。"
        yield rule.finding(
            passage, *match.span("mark"), said, suggestion=match["mark"].replace(match["kind"], own)
        )


RULES = (
    Rule(
        name="unit.other_body",
        category="unit_name_inconsistency",
        severity="warning",
        explain="乡镇、街道的材料里冒出「我办」「局机关」「厅门户网站」一类别的单位的说法，多为套用时没有改净。",
        fires="我镇认真落实条例，我镇公开目录完善。进一步规范厅门户网站栏目，2017年我办对信息公开免费提供。",
        passes="我镇认真落实条例，我镇公开目录完善。县教育局机关、区财政局网站公布的信息由我镇转发。",
        find=Waiting(_BODY_WORDS, _other_bodies),
    ),
    Rule(
        name="unit.speaks_for_above",
        category="unit_name_inconsistency",
        severity="warning",
        explain="乡镇、街道的报告写成「本市政府信息公开工作」「综合全区各镇情况编制」，是照搬上级报告。",
        fires="我镇公开目录完善。我镇认真落实。2019年本市政府信息公开工作取得了新的进展。",
        passes="我镇公开目录完善。我镇认真落实。按照全市政府信息公开工作的统一部署推进。",
        find=Waiting(_ABOVE_WORDS, _speaks_for_above),
    ),
    Rule(
        name="unit.head_of_other_kind",
        category="unit_name_inconsistency",
        severity="warning",
        explain="乡的行政首长是乡长，镇的是镇长。",
        fires="我乡高度重视，我乡成立领导小组，由镇长任组长。",
        passes="我乡高度重视，我乡成立领导小组，由乡长任组长，邻镇镇长到会。",
        find=Waiting(_HEADS, _head_of_other_kind),
    ),
    Rule(
        name="unit.organ_of_other_kind",
        category="unit_name_inconsistency",
        severity="warning",
        explain="街道设党工委、办事处，乡镇设党委、政府，不能混写。",
        fires="我街道认真落实，我街道在街道办党委的领导下推进。",
        passes="我街道认真落实，我街道在街道党工委的领导下推进。",
        find=anchored("街道 镇党工委 乡党工委 镇工委 乡工委 镇办事处 乡办事处", _organ_of_other_kind),
    ),
    Rule(
        name="unit.title_of_other_kind",
        category="unit_name_inconsistency",
        severity="warning",
        explain="标题写镇，正文通篇自称乡，或者相反。",
        fires="镇党务公开工作总结\n我乡认真落实。全乡扎实推进。我乡成效明显。",
        passes="乡镇党务公开工作总结\n我乡认真落实。全乡扎实推进。我乡成效明显。",
        find=anchored("我乡 全乡 本乡 我镇 全镇 本镇 我街道 全街道 本街道", _title_of_other_kind),
    ),
    Rule(
        name="unit.other_leadership",
        category="unit_name_inconsistency",
        severity="warning",
        explain="本县的材料写「区委、区政府」，或者本区的材料写「县委、县政府」。",
        fires="按照通江县人民政府办公室的通知，在区委、区政府的领导下推进。",
        passes="按照通江县人民政府办公室的通知，在县委、县政府的领导下推进。",
        find=Waiting(_LEADERS, _other_leadership),
    ),
)

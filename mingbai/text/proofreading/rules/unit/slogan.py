"""The wishes with which a paper ends, and whose they are: 「建设富裕文明新银沙」 under 金沙镇, 「建设法治区」 in a county's."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._mentions import is_told_of, taken_for
from mingbai.text.proofreading.rules._units import Own, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_WISHES = "建设 打造 谱写 书写 开创 构建 共建 奋进 推进 推动 创建 争创 深化 迈向".split()  # noqa: SIM905
_WISH_WORDS = waiting_for(tuple(_WISHES))
_WISH = "(?:" + "|".join(_WISHES) + ")"
_QUALITY = "新|法治|平安|美丽|幸福|和谐|文明|富裕|富强|富美|生态|活力|魅力|数字|智慧|清廉|健康|绿色|诚信|宜居|品质|实力|现代化"
_COINED = lazy.pattern(
    rf"{_WISH}[^。；;，,、\n“”《》]{{0,24}}?(?:{_QUALITY}){{1,3}}(?P<name>[{HAN}]{{2,4}}?)(?=而|作出|做出|贡献|高质量|篇章|新篇|努力|奋斗|提供|[，,。；;！!\n]|$)"
)
# 「幸福新银沙」: the further words of praise are no part of the name.
_AGAIN = lazy.pattern(rf"^(?:{_QUALITY})+(?=[{HAN}]{{2}})")
# What is wished for and is no place of its own.
_COMMON = frozenset(
    [
        "乡村",
        "农村",
        "家园",
        "生活",
        "校园",
        "社区",
        "城镇",
        "小镇",
        "村庄",
        "庭院",
        "河湖",
        "中国",
        "山水",
        "山川",
        "河山",
        "江山",
        "田园",
        "经济",
        "文化",
        "社会",
        "环境",
        "发展",
        "时代",
        "征程",
        "城市",
        "县域",
        "县城",
        "城区",
        "村镇",
        "城乡",
        "集镇",
        "乡镇",
        "江湖",
        "海湾",
        "港湾",
        "水乡",
        "山乡",
        "山城",
        "水城",
        "古城",
        "古镇",
        "林区",
        "山区",
        "老区",
        "景区",
        "园区",
        "新村",
        "新城",
    ]
)  # noqa: SIM905
_REACH = 40
# Names of places were changed about: both may be right.
_REDRAWN = lazy.pattern("撤县|撤市|撤乡|撤镇|县改区|(?<!下)设区|设市|更名为")


def _stems(own: Own) -> list[str]:
    stems = (own.village, own.town, own.county, own.city)
    return [stem for stem in stems if len(stem) >= 2]


def _coined(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「为建设富裕文明幸福新银沙而努力奋斗」 at the end of 金沙镇's report."""
    own = own_of(passage)
    stems = _stems(own) if own else []
    if own is None or not stems or _REDRAWN.search(passage.body):
        return
    for match in matches_near(passage, _WISH_WORDS, _COINED, _REACH):
        name = _AGAIN.sub("", match["name"])
        span = (match.end("name") - len(name), match.end("name"))
        twin = next((stem for stem in stems if _is_one_off(stem, name)), None)
        if twin is None or passage.body.count(name) > 1 or any(name in stem for stem in stems):
            continue
        if name in _COMMON or is_told_of(passage, *span):
            continue
        # A town may as well wish its county well, whose name the text does not tell.
        sure = taken_for(passage, twin, name) or bool(own.county and twin == own.county)
        how: Severity = "warning" if sure else "info"
        said = f"这是「{own.name}」的材料，这里却写「{name}」，与「{twin}」差一个字，请核对地名。"
        yield rule.finding(passage, *span, said, suggestion=twin, severity=how)


def _is_one_off(stem: str, name: str) -> bool:
    """Whether one character differs, or two have changed about."""
    if len(stem) != len(name) or stem == name:
        return False
    return sorted(stem) == sorted(name) or sum(a != b for a, b in zip(stem, name, strict=True)) == 1


_LEVEL = lazy.pattern(
    rf"{_WISH}(?:全国|国家|全省|省级|市级)?[^。；;，,\n“”《》]{{0,8}}?(?P<mark>(?:法治|平安|文明|诚信|清廉|幸福|美丽|信用|健康|[{HAN}]{{2}}强)(?P<kind>县|区|市|镇|乡))(?![域级城村区长民道街场镇块间委市县乡贤风土容])"
)


def _slogan_level(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「为建设法治区、优化营商环境作出更大贡献」 in the report of a county's bureau."""
    own = own_of(passage)
    if own is None or _REDRAWN.search(passage.body):
        return
    for match in matches_near(passage, _WISH_WORDS, _LEVEL, _REACH):
        kind = match["kind"]
        if kind in "县区":
            right = own.countykind if own.county else ""
        elif kind in "镇乡":
            right = own.townkind if own.townkind in {"镇", "乡"} else ""
        else:
            continue
        if not right or right == kind or right not in "县区镇乡" or is_told_of(passage, *match.span("mark")):
            continue
        said = f"这是「{own.name}」的材料，这里却写「{match['mark']}」，层级不一致，请核对。"
        right_words = match["mark"][:-1] + right
        yield rule.finding(passage, *match.span("mark"), said, suggestion=right_words)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "coined_name",
        "结尾「建设富裕文明新某某」里的地名与本单位的地名差一个字，多为套用别处的材料没有改净。",
        "金沙镇2020年工作总结\n金沙镇认真落实。为建设富裕文明幸福新银沙而努力奋斗！",
        "金沙镇2020年工作总结\n金沙镇认真落实。为建设富裕文明幸福新金沙、美丽新农村而努力奋斗！",
        Waiting(_WISH_WORDS, _coined),
    ),
    _rule(
        "slogan_of_other_level",
        "县的部门写「建设法治区」，镇的材料写「建设平安乡」，层级与本单位不一致。",
        "云岭县市场监督管理局2021年工作总结\n云岭县市场监督管理局认真落实，为建设法治区作出更大贡献。",
        "云岭县市场监督管理局2021年工作总结\n云岭县市场监督管理局认真落实，为建设法治县、平安社区、文明小区作出更大贡献。",
        Waiting(_WISH_WORDS, _slogan_level),
    ),
)

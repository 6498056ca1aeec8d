"""Quantities in a text: the number, its unit, and what it counts.

A figure is a number with a measure word. Dates, document numbers, articles, list numbers, telephone numbers, page
counts and set phrases (三农, 「三个代表」) are none. Chinese numerals count where a measure word follows.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Figure, Recognised, Residue

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "壹": 1}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MEASURES = (
    "万人次|万余人次|人次|亿元|万元|千元|元|平方公里|平方千米|平方米|立方米|公里|千米|千瓦时|千瓦|公顷|公斤|万吨|吨|万亩|亩|个百分点|百分点|个工作日|工作日|个小时|小时|分钟|个月|周年"
    "|个|条|件|次|份|篇|期|名|人|家|项|起|宗|户|场|类|例|处|块|套|部|本|册|台|张|幅|面|栏|则|封|批|轮|届|所|座|栋|间|辆|位|门|村|天|日|年|米|级|种|本次|方|步|通|支|组|对|片|头|只|株|棵|颗|字|页|万字|度"
)
# The longest measure first, or 个 would take the place of 个百分点.
UNIT = "|".join(sorted(MEASURES.split("|"), key=len, reverse=True))
VAGUE = r"(?:余|多|来|几|左右|以上)?"
ARABIC = r"\d{1,3}(?:[,，]\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?"
HANZI = r"[一二三四五六七八九十百千万两零〇]{1,9}"
NUMBER = lazy.pattern(
    rf"(?<![\d.A-Za-z〔\[\-/:：])(?P<arabic>{ARABIC})\s?(?P<scale>[十百千万亿]{{0,2}})(?P<vague>{VAGUE})\s?(?P<unit>%|％|‰|{UNIT})(?P<tail>次)?"
    rf"|(?<![一二三四五六七八九十百千万两零〇第\d])(?P<hanzi>{HANZI})(?P<vague2>{VAGUE})(?P<unit2>个百分点|个工作日|{UNIT})"
    rf"|百分之(?P<percent>[一二三四五六七八九十百点零\d.]{{1,8}})"
)
# 「做到三到位」「实现“三有”」: a count of the words that follow; set phrases of politics are names.
COUNTED = lazy.pattern(
    r"(?P<open>[“\"「])?(?P<n>[二两三四五六七八九十]|\d{1,2})(?P<what>个?(?:到位|落实|有|公开|结合|确保|统一|明确|规范|不准|必须|加强|突出|同步|化))(?P<close>[”\"」])?"
)
SET_PHRASES = lazy.pattern(
    r"三个代表|三农|三公|两会|四个意识|四个自信|四个全面|两个维护|两个确立|三严三实|两学一做|五位一体|一带一路|三中全会|四中全会|五中全会|六中全会|一把手|一站式|一厅式|一条龙|一卡通|一窗|一网|一次性|一件事|两委|三资|三务|五保|四议两公开"
    r"|一事一议|第三方|一方面|另一方面|一定|一系列|一般|一切|一致|一起|一直|一级|一流|一线|一体|一律|一些|一同|一并|一旦|一如既往|一步|进一步|统一|唯一|万众|千方百计|百姓|十分|九年|六一|五一|十一|七一|八一|一点一滴|一目了然|一村一|一人一|一户一|一月一|三大纪律|双一流|五个一"
)
NOT_BEFORE = lazy.pattern(
    r"(?:第|〔|\[|[（(]第|电话[:：]?|邮编[:：]?|热线[:：]?|QQ[:：]?|网址[:：]?|版本|[A-Za-z./@:])\s?$"
)
PEOPLE = frozenset({"名", "位"})
YEAR_LIKE = lazy.pattern(r"(?:19|20)\d\d$")
NOUN_AFTER = lazy.pattern(r"[\u4e00-\u9fff]{1,8}")
BRACKETED = lazy.pattern(r"[（(][^（()）\n]{0,20}[）)]")
CLAUSE_START = lazy.pattern(r".*[。；;！？\n，,、：:（(]")
LEADING = lazy.pattern(
    r"^(?:其中|截至目前|截止目前|目前|全年|今年|去年|上半年|下半年|一年来|年内|我[镇乡局校县区市办院委街道]{1,2}|本[镇乡局校年]|全[镇乡县区市]|并|还|又|已|已经|累计|共计|总计|合计|共|总共|分别|约|近|达到|达|为|有|是|了|对|将|在|从|新增|增加|另|另外|同时|(?:19|20)\d\d年度?|度|\s)+"
)
TRAILING = lazy.pattern(
    r"(?:共计|总计|合计|累计|总共|共|达到|达|约|近|超过|为|有|了|各|仅|计|至|到|已|是|占|[:：\s])+$"
)
NOTHING = lazy.pattern(
    r"(?P<quote>(?:未(?:发生|收到|接到|产生|出现|受理)|没有(?:收到|接到|发生|受理|出现)|无(?!法|效|关|线|锡|偿|障))(?:过|有|受理|任何|一起|1起)?[^。，,；;\n]{0,14}?(?P<what>[^。，,；;、\n]{0,10}(?:申请|复议|诉讼|投诉|举报|案件|事件|行为|收费|减免))[^。，,；;\n]{0,4})"
)
ALL_DONE = lazy.pattern(
    r"(?P<quote>均(?:已|按时|按期|及时|在规定[^。，,]{0,8}内)[^。，,；;\n]{0,8}(?:回复|答复|办结|办理|处理))"
)
COMMON_PERCENT = {"%": "%", "％": "%", "‰": "‰"}


def chinese_value(numeral: str) -> float | None:
    """三十二, 两千, 一万五千 as a number; None where it is none (「一二三」 is a list, not 123)."""
    total, section, digit, seen_scale = 0, 0, -1, False
    for c in numeral:
        if c in DIGITS:
            if digit > 0:
                return None
            digit = DIGITS[c]
        elif SCALES[c] >= 10_000:
            total += (section + max(digit, 0) or 1) * SCALES[c]
            section, digit, seen_scale = 0, -1, True
        else:
            section += (digit if digit > 0 else 1) * SCALES[c]
            digit, seen_scale = -1, True
    if not seen_scale and len(numeral) > 1:
        return None
    return float(total + section + max(digit, 0))


def percent_value(numeral: str) -> float | None:
    if numeral[0].isdigit():
        return float(numeral) if re.fullmatch(r"\d{1,3}(?:\.\d{1,4})?", numeral) else None
    whole, _, rest = numeral.partition("点")
    value = chinese_value(whole) if whole and all(c in DIGITS or c in SCALES for c in whole) else None
    if value is None or (rest and not all(c in DIGITS for c in rest)):
        return None
    return value + (float("0." + "".join(str(DIGITS[c]) for c in rest)) if rest else 0.0)


def arabic_value(match: re.Match[str]) -> float:
    value = float(match["arabic"].replace(",", "").replace("，", ""))
    for scale in match["scale"]:
        value *= SCALES[scale]
    return value


def value_and_unit(match: re.Match[str]) -> tuple[float, str] | None:
    """The number as written in its unit; 30万元 stays 30 万元, 人 stands for 名 and 位."""
    if match["percent"]:
        value = percent_value(match["percent"])
        return None if value is None else (value, "%")
    if match["hanzi"]:
        spoken = chinese_value(match["hanzi"])
        return None if spoken is None else (spoken, match["unit2"])
    unit = COMMON_PERCENT.get(match["unit"], match["unit"])
    if match["scale"] and unit in {"元", "亩", "吨", "人次", "字"}:
        base = float(match["arabic"].replace(",", "").replace("，", ""))
        return base, match["scale"] + unit
    return arabic_value(match), unit + (match["tail"] or "" if unit == "人" else "")


def is_none(text: str, match: re.Match[str], unit: str) -> bool:
    """Dates, ordinals, document numbers and set phrases."""
    before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 4]
    if NOT_BEFORE.search(before) or SET_PHRASES.search(
        text, max(0, match.start() - 2), min(len(text), match.end() + 3)
    ):
        return True
    whole = match["arabic"] or match["hanzi"] or ""
    if unit == "年" and (
        YEAR_LIKE.match(whole) or after[:1] in "度级来初底末" or before.endswith(("今", "去", "每"))
    ):
        return True
    if unit == "届" or unit == "日" or (unit in {"年", "月"} and match["hanzi"]):
        return True
    if match["hanzi"]:
        return is_spoken_list(match["hanzi"], unit, before, after)
    return unit in {"号", "期"} and before.endswith("第")


# 「一项重要举措」「一封信」「一个平台」: an article rather than a count.
ARTICLE_LIST = "个 位 类 种 级 方 步 面 部 本 则 组 度 支 对 片 头 名 所 处 次 批 封 年 天 通 起 门 份 届"
ARTICLES = frozenset(ARTICLE_LIST.split())


def is_spoken_list(numeral: str, unit: str, before: str, after: str) -> bool:
    """「一是」「一级」「十分」: numerals that count nothing."""
    if numeral == "一":
        return unit in ARTICLES or before.endswith(("的", "是", "为", "作为"))
    return unit in {"方", "度", "通", "步", "面", "部"} and after[:1] not in "政公宣展栏"


def clause_of(text: str, start: int, floor: int) -> int:
    """Where the clause begins that the number closes; what stands in closed brackets does not part it."""
    left = max(floor, start - 40)
    window = BRACKETED.sub(lambda m: "＃" * len(m.group()), text[left:start].replace("\n", "。"))
    cut = CLAUSE_START.match(window)
    return left + (cut.end() if cut else 0)


def metric_of(text: str, clause: int, match: re.Match[str]) -> tuple[str, int]:
    """What is counted, and where its words begin: those before the number in its clause and a noun right after it."""
    lead = LEADING.match(text[clause : match.start()])
    start = clause + (lead.end() if lead else 0)
    before = TRAILING.sub("", text[start : match.start()])
    after = NOUN_AFTER.match(text, match.end(), min(len(text), match.end() + 12))
    label = (before + (after.group() if after else "")).strip(' “”"　的(（')
    return label, min(start, match.start())


def measured(text: str, index: int, document: Recognised) -> Iterator[Figure]:
    for match in NUMBER.finditer(text, document.start, document.end):
        found = value_and_unit(match)
        if found is None or is_none(text, match, found[1]):
            continue
        clause = clause_of(text, match.start(), document.start)
        metric, start = metric_of(text, clause, match)
        unit = "人" if found[1] in PEOPLE else found[1]
        yield Figure(start, match.end(), index, text[start : match.end()], metric, found[0], unit)


def said(text: str, index: int, document: Recognised) -> Iterator[Figure]:
    """Quantities in words: nothing received, all answered, 三到位."""
    for match in NOTHING.finditer(text, document.start, document.end):
        yield Figure(match.start(), match.end(), index, match.group(), match["what"].strip(), 0.0, "件")
    for match in ALL_DONE.finditer(text, document.start, document.end):
        yield Figure(match.start(), match.end(), index, match.group(), "办理率", 100.0, "%")
    for match in COUNTED.finditer(text, document.start, document.end):
        if (
            SET_PHRASES.search(text, match.start(), min(len(text), match.end() + 2))
            or text[match.start() - 1 : match.start()] == "第"
        ):
            continue
        value = chinese_value(match["n"]) if not match["n"].isdecimal() else float(match["n"])
        if value is not None and (match["open"] or match["what"] in {"到位", "结合", "统一", "落实"}):
            what = match["what"].removeprefix("个")
            yield Figure(
                match.start(),
                match.end(),
                index,
                match.group(),
                what,
                value,
                "个" if "个" in match["what"] else "项",
            )


def figures_of(text: str, documents: Sequence[Recognised], web: Sequence[Residue]) -> tuple[Figure, ...]:
    """Every quantity of the documents in the order of the text; none from the residue inside them."""
    found: list[Figure] = []
    for index, document in enumerate(documents):
        inside = [piece for piece in web if piece.start < document.end and piece.end > document.start]
        pieces = [*measured(text, index, document), *said(text, index, document)]
        found.extend(f for f in pieces if not any(p.start <= f.end - 1 < p.end for p in inside))
    return tuple(without_doubles(sorted(found, key=lambda figure: (figure.start, -figure.end))))


def without_doubles(figures: Sequence[Figure]) -> Iterator[Figure]:
    """「五个」 inside 「五个落实」 is the same quantity."""
    last: Figure | None = None
    for figure in figures:
        if last and figure.end <= last.end and figure.value == last.value:
            continue
        yield figure
        last = figure

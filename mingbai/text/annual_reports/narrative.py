"""Figures that the prose of a report gives for the same things as its tables.

Only a statement about the whole unit and the whole year is taken; a sentence about one channel, one office or one
kind of applicant is not a total and is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.law.annual_report import Number
from mingbai.text.annual_reports.heading import squeeze
from mingbai.text.model import Span

N = r"(?<!\d)(?P<n>\d{1,9}(?:,\d{3})*)(?:余)?(?:件|宗|条|份|例|次|个|起|项)(?!次?以[上下内])"
APPLY = r"(?:依申请(?:政府)?信息公开|政府信息公开申请|信息公开申请|依申请公开|公开申请|申请)"
FILL = r"(?:的|类|答复|申请|件|共|有|为|计|了|情况|情形|信息|政府信息|事项|案件|数量|总数|[:：])*"
NONE = r"(?:未|没有|无|尚未|从未)"
NEXT_YEAR = r"(?:下年度?|下一年度?|次年|明年|20\d\d年度?)"
LAST_YEAR = r"(?:上年度?|上一年度?|去年|20\d\d年度?)"

STATEMENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (row, re.compile(pattern))
    for row, pattern in (
        ("new_received", rf"(?:收到|受理|接到|接收|新收|收悉)(?:[^,，\d结转]{{0,20}}?){APPLY}{FILL}{N}"),
        ("new_received", rf"(?:收到|受理|接到|接收|新收|收悉){N}(?:[^,，\d]{{0,12}}?){APPLY}"),
        ("new_received", rf"(?P<none>{NONE}(?:收到|受理|接到|接收)[^,，\d]{{0,30}}{APPLY})"),
        ("handled_total", rf"(?:办结|办理完毕|答复)(?:{APPLY})?{FILL}{N}"),
        ("carried_in", rf"(?:{LAST_YEAR}结转|结转{LAST_YEAR}){FILL}(?:的)?{FILL}{N}(?![^,，]*下)"),
        ("carried_out", rf"{N}(?:申请)?(?:正在办理)?(?:按规定|将|均|已)*结转(?:至|到)?{NEXT_YEAR}"),
        ("carried_out", rf"结转(?:至|到)?{NEXT_YEAR}(?:继续)?(?:办理|答复|处理)?{FILL}{N}"),
        ("granted", rf"(?<![不和及、或与])予以公开{FILL}{N}"),
        ("granted", rf"{N}(?:申请)?(?<!不)予以公开(?![和及、或与含])"),
        ("partial", rf"(?<![和及、或与含])(?:予以)?部分公开{FILL}{N}"),
        ("partial", rf"{N}(?:申请)?(?:予以)?部分公开"),
        ("granted_plus_partial", rf"公开[(（]?(?:和|及|、|或|与|含)(?:予以)?部分公开[)）]?{FILL}{N}"),
        ("denied", rf"不予公开{FILL}{N}"),
        ("denied", rf"{N}(?:申请)?不予公开"),
        ("unavailable", rf"无法提供{FILL}{N}"),
        ("unavailable", rf"{N}(?:申请)?无法提供"),
        ("not_processed", rf"不予处理{FILL}{N}"),
        ("not_processed", rf"{N}(?:申请)?不予处理"),
        ("other", rf"其[他它]处理{FILL}{N}"),
        ("review", rf"行政复议(?:案件|申请|案)?{FILL}{N}"),
        ("review", rf"(?P<none>{NONE}[^,，\d]{{0,25}}行政复议)"),
        ("litigation", rf"行政诉讼(?:案件|案)?{FILL}{N}"),
        ("litigation", rf"(?P<none>{NONE}[^,，\d]{{0,30}}行政诉讼)"),
        ("normative_documents", rf"(?:制发|制定|出台)(?:并公开|公开)?行政规范性文件{FILL}{N}"),
        ("normative_documents", rf"(?P<none>{NONE}(?:制发|制定|出台)行政规范性文件)"),
    )
)
NARROWER = re.compile(
    "通过|线上|线下|网上|网络|网站|平台|邮件|信箱|当面|窗口|现场|信函|来函|邮寄|信件|纸质|渠道|办公室|政府办|代表|部门|各单位|本级|牵头|涉及|自然人|"
    "企业|法人|公民个人|同比|比上年|较上年|增加|减少|增长|下降|历年|以来|季度|半年|"
    r"近[一二两三四五六七八九十\d]+年|[\d一二三四五六七八九十]月(?!\d|底|末)|"
    "所属|下属|直属|要求|方面|关于|[县区市州]政府(?!信息)|(?<![我本])局"
)
LATER = re.compile(r"顺延|延期|逾期|撤回|超期|未(?:办结|答复)|(?:至|到)(?:下|次|明|20)")
"""What is handled after the year, or not at all, is no part of 办结."""
OTHER_REQUESTS = re.compile("复议|诉讼|许可|救助|补助|补贴|登记|仲裁|调解|赔偿|加入")
MANY_YEARS = re.compile(r"(?<!今年)(?<!本年)以来|历年|近[一二三四五六七八九十两\d]+年")
ONE_CHANNEL = re.compile("线上|线下|网上|网络|信函|邮寄|当面|窗口|现场|纸质|来函")
ALL_OF_THEM = re.compile("共|总计|合计|全部|累计|以上|上述|按时")
WIDER = re.compile("全[县市区州旗省]")
"""Totals of a place; in the report of an office or a town below it they are not its own."""
WIDER_STILL = {"county": re.compile("全[市州省]"), "city": re.compile("全省")}
"""The same for places inside of places."""
OTHER_MATTERS = re.compile("非政府信息公开|非信息公开|建议|提案|热线|信箱|留言|咨询|投诉|信访|许可|处罚|网民")
ABOUT_REQUESTS = re.compile("申请|信息公开")
ABOUT_DISCLOSURE = re.compile("信息公开|申请公开")
FEE_AMOUNT = re.compile(r"处理费[^。\d]{0,20}(\d[\d,]*(?:\.\d+)?)(万?)元")
FEE_NONE = re.compile(
    r"(?:未|没有|无|不)[^。]{0,12}(?:处理费|收费)|(?:处理费|收费)[^。]{0,8}(?:未|没有|为0|零|无)"
)


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """`row` as under `narrative` in the law's data."""

    row: str
    value: Number


def statements(text: str, span: Span, unit_kind: str | None = "province") -> list[Statement]:
    """What the prose in `span` says about the totals of the tables; `text` must be half-width. A report of a county
    or city adds up the whole place, so its figures are those of the place, but not of the place around it."""
    wider = None if unit_kind == "province" else WIDER_STILL.get(unit_kind or "", WIDER)
    compact, offsets = squeeze(text, span.start, span.end)
    found: list[Statement] = []
    for sentence in re.finditer(r"[^。]+", compact):
        about_requests = ABOUT_REQUESTS.search(sentence.group())
        for part in re.finditer(r"[^；;]+", sentence.group()):
            about = about_requests and not OTHER_MATTERS.search(part.group())
            if wider and wider.search(part.group()):
                continue
            if about or "规范性文件" in part.group():
                found += _in_sentence(part.group(), sentence.start() + part.start(), offsets)
    return found


def _in_sentence(sentence: str, base: int, offsets: list[int]) -> Iterator[Statement]:
    for row, pattern in STATEMENTS:
        if row in {"review", "litigation"} and not ABOUT_DISCLOSURE.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            clause = max(sentence.rfind(mark, 0, match.start()) for mark in ",，:：") + 1
            none = "none" in match.re.groupindex
            # "received none from any citizen, legal person …" names kinds of applicants and still means everybody
            if NARROWER.search(sentence, clause, match.start() if none else match.end()):
                continue
            if _no_total(row, sentence, clause, match):
                continue
            value = 0 if none else int(match["n"].replace(",", ""))
            start, end = offsets[base + match.start()], offsets[base + match.end() - 1] + 1
            yield Statement(start, end, row, value)


def _no_total(row: str, sentence: str, clause: int, match: re.Match[str]) -> bool:
    """Whether the figure counts more than the year, less than all of it, or another kind of request."""
    if MANY_YEARS.search(sentence, 0, match.start()):
        return True
    if row == "new_received" and OTHER_REQUESTS.search(match.group()):
        return True
    if row == "handled_total" and LATER.search(sentence, clause, match.start()):
        return True
    return row not in {"review", "litigation"} and _of_one_channel(sentence, match.start())


def _of_one_channel(sentence: str, place: int) -> bool:
    """Whether the sentence counts by channel before `place`, and does not go back to all of them."""
    channels = list(ONE_CHANNEL.finditer(sentence, 0, place))
    return bool(
        channels
        and ABOUT_REQUESTS.search(sentence, channels[-1].start(), place)
        and not ALL_OF_THEM.search(sentence, channels[-1].end(), place + 2)
    )


def fee_in_yuan(text: str, span: Span) -> Number | None:
    """The 信息处理费 that the sixth part gives; 0 where it says that none was charged."""
    compact, _ = squeeze(text, span.start, span.end)
    match = FEE_AMOUNT.search(compact)
    if match:
        amount = Decimal(match[1].replace(",", "")) * (10000 if match[2] else 1)
        return int(amount) if amount == amount.to_integral_value() else amount.normalize()
    return 0 if FEE_NONE.search(compact) else None

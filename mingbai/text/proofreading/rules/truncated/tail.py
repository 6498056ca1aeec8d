"""Ends without an end: a bare number, a word that asks for more, a last heading without a text, a figure without its unit."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, Finder
from mingbai.text.proofreading.structure import Marker, ends_sentence, is_heading, read_marker

_BARE = lazy.pattern(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十]{1,3}[条章节]|[一二三四五六七八九十]要|其[一二三])$"
)
# Words after which something must come; the last line of a paragraph never ends in one.
_OPEN_WORDS = (
    "进一步|不断|切实|大力|积极|认真|努力|全面|着力|深入|及时|充分|严格|有效|继续|坚持|通过|按照|根据|依据|由于|因为|为了|以及|并且|而且|特别是|尤其是|例如|比如|包括|其中|主要是|同时|此外|另外|因此|所以|但是|然而|不仅|不但|虽然|如果"
    "|只有|只要|无论|对于|关于|至于|随着|围绕|针对|结合|利用|依托|依靠|以便|从而|进而|使得|[一二三四五六七八九]是|[一二三四五六七八]要|第[一二三四五六]|首先|其次|再次|最后|即|并|而|和|与|及|或|在|对|将|把|被|由|向|以|使|让|给|从|为|的|是|比|各|每|该|这|那|某|我们|他们|以下|如下|达到|共有|共计|累计|合计|约|近|超过|还不|尚未|没有|已经|正在|还|尚|未|不|没|都|也|就|才|更|最|很|较|太|需|应|可|能|会|要|须|仍|且|乃至|甚至|主要|具体|其他|有关|相关"
)
_OPEN_END = lazy.pattern(rf"(?:{_OPEN_WORDS})$")
_WHOLE_WORDS = lazy.pattern(
    r"(?:目的|的确|标的|有的|是的|总的|公的|我的|你的|他的|旨在|所在|存在|现在|潜在|内在|外在|实在|正在|好在|共和|温和|缓和|总和|饱和|平和|参与|赠与|授予与|普及|涉及|以及|波及|顾及|提及|触及|危及|惠及|兼及|面对|绝对|相对|核对|应对|反对|比对|校对|配对|针对|自由|理由|缘由|事由|方向|走向|动向|意向|面向|导向|定向|所以|可以|予以|加以|得以|难以|足以|促使|行使|即使|大使|驱使|转让|礼让|供给|补给|配给|自给|交给|服从|听从|随从|行为|作为|成为|认为|以为|人为|称为|视为|要是|还是|于是|凡是|总是|可是|但是|只是|实事求是|国是|对比|环比|占比|同比|类比|评比|攀比|应该|合约|公约|节约|预约|签约|条约|契约|制约|集约|附近|最近|相近|邻近|合并|兼并|一并|拼并|如下|以下|立即|随即|当即|从而|然而|反而|幼而|或|以上|不断|果断|判断|诊断|垄断|中断|切实|深入|收入|投入|加入|纳入|列入|输入|融入|进入|全面|方面|有效|生效|时效|成效|实效|无效|见效|长效|高效|绩效|失效|需要|主要|重要|必要|首要|要不要|摘要|纪要|提要|概要|扼要|简要|只要|不要|机要|可能|功能|职能|性能|技能|节能|智能|效能|潜能|动能|才能|机会|社会|大会|会议会|委员会|协会|工会|理事会|议事会|座谈会|推进会|年会|村委会|居委会|党委会|常委会|晚会|商会|学会|集会|例会|培训会|评议会|听证会|现场会|代表会|机会|全会|人民代表大会|急需|必需|所需|军需|供需|刚需|内需|理应|供应|反应|响应|相应|适应|效应|感应|对应|回应|呼应|首都|成都|许可|认可|不可|可不可|较|比较|计较|成就|造就|变更|更|有关|相关|机关|海关|难关|把关|攻关|公关|具体|其他|人才|现在未|公|将就|最|好不好|行不行)$"
)
_SIGNED = lazy.pattern(
    r"^[^，,。；;]{2,30}(?:政府|办公室|委员会|局|处|镇|乡|村|社区|学校|中学|小学|幼儿园|医院|公司|中心|站|所|院|办|厅|队|党委|支部|小组|委)$|^[^，。；]{0,16}(?:\d{4}|[一二三四五六七八九〇○零]{4})\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十]{0,3}\s?日?\s?$|^附件?[：:\d]|^注[：:]|^抄送|^联系(?:人|电话)|^（此件"
)
_CUT_FIGURE = lazy.pattern(
    rf"(?:共|共计|达|达到|约|近|资金|投入|投资|完成|发放|发布|公开|新增|新建|覆盖|培训|受理|办结|增长|下降|提高|面积|总产|收入|支出)[{HAN}]{{0,4}}\d[\d,.]{{0,8}}$"
)
_LONG_TEXT, _LONG_LINE, _MUCH = 120, 14, 3


def _own_end(passage: Passage) -> int | None:
    """The place of the last line that is neither signature nor date nor annex."""
    for place in range(len(passage.prose) - 1, max(-1, len(passage.prose) - 6), -1):
        if not _SIGNED.search(passage.prose[place][1]):
            return place
    return None


_BARE_LAST = lazy.pattern(rf"(?:^|[。；;：:，,])\s?(?P<mark>{_BARE.pattern})")


def _bare_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）」 or 「三是」 with nothing behind it, at the end of a text or of a paragraph."""
    if passage.end - passage.start < _LONG_TEXT:
        return
    last = _own_end(passage)
    for place, (offset, line) in enumerate(passage.prose):
        tail = _BARE_LAST.search(line[-12:])
        if tail is None or (tail.start("mark") == 0 and len(line) > 12 and not _BARE.match(line)):
            continue
        alone = _BARE.match(line) is not None
        if (alone and place == last) or (
            not alone
            and re.search(
                r"[是要]$|[。；;，][（(][一二三四五六七八九十\d]{1,2}[）)]$|[；;]\d{1,2}[.．、]$", line
            )
        ):
            end = offset + len(line)
            start = end - len(tail["mark"])
            said = f"「{tail['mark']}」后面没有内容，文稿在这里断了。"
            yield rule.finding(passage, start, end, said, suggestion="对照原稿补全")


def _open_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that stops at a word which asks for more, where the next line does not go on with it."""
    for place, (offset, line) in enumerate(passage.prose):
        listed = re.match(r"[一二三四五六七八九]是", line)
        if not listed and (len(line) < _LONG_LINE or not re.search(r"[，,。；;：:]", line)):
            continue
        match = _OPEN_END.search(line)
        if match is None or _WHOLE_WORDS.search(line):
            continue
        following = passage.prose[place + 1][1] if place + 1 < len(passage.prose) else ""
        ended = not following or read_marker(following) is not None or _SIGNED.search(following) is not None
        if ended and not _SIGNED.search(line):
            end = offset + len(line)
            said = f"这一段停在「{match.group()}」，后面的内容丢了。"
            yield rule.finding(passage, max(offset, end - 12), end, said, suggestion="对照原稿补全")


def _cut_figure(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……发放资金18」: a sentence that ends in a figure without a unit."""
    for place, (offset, line) in enumerate(passage.prose):
        match = _CUT_FIGURE.search(line)
        if match is None or len(line) < _LONG_LINE or not re.search(r"[，,。；;]", line) or "\t" in line:
            continue
        following = passage.prose[place + 1][1] if place + 1 < len(passage.prose) else ""
        if not following or read_marker(following) or _SIGNED.search(following):
            said = "这一句停在数字上，单位和后面的内容丢了。"
            end = offset + len(line)
            yield rule.finding(passage, offset + match.start(), end, said, suggestion="对照原稿补全")


def _last_heading(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「四、下步打算」 as the last line, where the other headings of that kind have a text."""
    last = _own_end(passage)
    if last is None:
        return
    for family in ("chinese", "chinese_paren"):
        heads = [marker for marker in passage.markers if marker.family == family]
        if len(heads) < _MUCH or heads[-1].line != last or heads[-1].number != heads[-2].number + 1:
            continue
        filled = sum(
            after.line - before.line > 1 or ends_sentence(passage.prose[before.line][1])
            for before, after in zip(heads, heads[1:], strict=False)
        )
        offset, line = passage.prose[last]
        if (
            filled >= len(heads) - 1
            and is_heading(line.rstrip("：:"))
            and not re.search("[：:，,]", line.rstrip("：:"))
        ):
            said = "标题下没有内容，文稿到这里就断了。"
            yield rule.finding(passage, offset, offset + len(line), said, suggestion="补上内容，或删去标题")


_SHOWN = lazy.pattern("表|图|名单|附件|清单")


def _nothing_announced(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「主要做了以下工作：」 and then the next section: what was announced is missing."""
    latest: dict[str, Marker] = {}
    by_line = {marker.line: marker for marker in passage.markers}
    for place in range(len(passage.prose)):
        marker = by_line.get(place)
        if place and marker and marker.family in {"chinese", "chinese_paren"}:
            before_offset, before = passage.prose[place - 1]
            known = latest.get(marker.family)
            announced = (
                before.endswith(("：", ":"))
                and len(before) > _LONG_LINE
                and by_line.get(place - 1) is None
                # What stood in a table or a picture is not in the text.
                and not _SHOWN.search(before)
            )
            if announced and known and marker.number == known.number + 1 and known.line != place - 1:
                end = before_offset + len(before)
                said = "冒号后面没有内容就到了下一部分。"
                yield rule.finding(
                    passage, max(before_offset, end - 20), end, said, suggestion="补上内容，或改为句号"
                )
        if marker:
            latest[marker.family] = marker


def _no_annex(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「附件：」 as the last words."""
    lines = passage.prose
    for place in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        offset, line = lines[place]
        if re.fullmatch(r"附\s?件\s?[：:]?\s?(?:1\s?[.、．]?)?", line):
            after = lines[place + 1][1] if place + 1 < len(lines) else ""
            if not after or _SIGNED.search(after):
                said = "「附件」后面没有名称，附件也没有附上。"
                yield rule.finding(
                    passage, offset, offset + len(line), said, suggestion="写上附件名称，或删去"
                )
            return


def _left_open(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The last line opens a quotation or a bracket that is never closed, or stops at a comma."""
    last = _own_end(passage)
    if last is None or passage.end - passage.start < _LONG_TEXT:
        return
    offset, line = passage.prose[last]
    end = offset + len(line)
    if line.endswith(("，", ",")) and len(line) > _LONG_LINE:
        said = "全文停在逗号上，后面的内容可能丢了。"
        yield rule.finding(passage, max(offset, end - 20), end, said, suggestion="对照原稿补全")
        return
    tail = line[-40:]
    for opener, closer in ("“”", "《》", "（）", "‘’", "【】"):
        if tail.rfind(opener) > tail.rfind(closer) and not ends_sentence(line):
            start = offset + line.rfind(opener)
            said = f"全文停在没有合上的「{opener}」里，后面的内容丢了。"
            yield rule.finding(passage, start, end, said, suggestion="对照原稿补全", severity="warning")
            return


def _second_part_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A text whose first numbered part is the second one, right at its head."""
    heads = [marker for marker in passage.markers if marker.family == "chinese"]
    if len(heads) >= 2 and heads[0].number == 2 and heads[0].line == 0 and heads[1].number == _MUCH:
        offset, line = passage.prose[0]
        said = "文稿从第二部分开始，前面的内容没有复制过来。"
        yield rule.finding(passage, offset, offset + min(len(line), 20), said, suggestion="对照原稿补全")


def _rule(name: str, severity: Severity, explain: str, fires: str, passes: str, find: Finder) -> Rule:
    return Rule(
        name=f"truncated.{name}",
        category="truncated_text",
        severity=severity,
        explain=explain,
        fires=fires,
        passes=passes,
        find=find,
    )


_LEAD = "2023年工作总结\n我镇认真做好政务公开工作，全年公开信息96条，办理依申请公开3件，群众较为满意，各项制度逐步健全，公开的范围进一步扩大，公开的形式更加丰富，公开栏按季更新，信访件按时答复，窗口服务明显改善，村民议事会按月召开。\n"

RULES = (
    _rule(
        "bare_number",
        "error",
        "「（一）」「三是」后面什么也没有，文稿在这里断了。",
        _LEAD + "针对以上问题，我们将采取以下措施。\n（一）",
        _LEAD + "针对以上问题，我们将采取以下措施。\n（一）加强领导。",
        _bare_number,
    ),
    _rule(
        "open_words",
        "error",
        "一段话停在「进一步」「通过」「的」一类的词上，后面的内容丢了。",
        "一、公开情况\n全年公开信息96条，公开的范围不断扩大，下一步将继续\n二、申请情况\n无。",
        "一、公开情况\n全年公开信息96条，实现了公开的目的\n二、申请情况\n无。",
        _open_words,
    ),
    _rule(
        "cut_figure",
        "warning",
        "一句话停在数字上，没有单位，后面的内容丢了。",
        "一、公开情况\n公开惠农补贴信息12条，累计发放资金18\n二、申请情况\n无。",
        "一、公开情况\n公开惠农补贴信息12条，累计发放资金18万元\n二、申请情况\n无。",
        _cut_figure,
    ),
    _rule(
        "last_heading",
        "warning",
        "其他标题下都有内容，最后一个标题下是空的，文稿多半没有复制完整。",
        "一、领导\n内容。\n二、制度\n内容。\n三、监督\n内容。\n四、下步打算",
        "一、领导\n内容。\n二、制度\n内容。\n三、监督\n内容。\n四、下步打算\n内容。",
        _last_heading,
    ),
    _rule(
        "nothing_announced",
        "warning",
        "说了「以下几个方面：」，下面却到了另一部分，列举的内容丢了。",
        "一、主要做法\n一年来，我镇主要做了以下几个方面的工作：\n二、存在问题\n更新不及时。",
        "一、主要做法\n一年来，我镇主要做了以下几个方面的工作：\n1.加强领导。\n二、存在问题\n更新不及时。",
        _nothing_announced,
    ),
    _rule(
        "no_annex",
        "info",
        "文末写了「附件：」，后面没有名称，可能没有复制完整。",
        "请于5日前报送。\n附件：",
        "请于5日前报送。\n附件：1.情况统计表",
        _no_annex,
    ),
    _rule(
        "left_open",
        "info",
        "全文停在逗号上，或者停在没有合上的引号、括号里，后面的内容丢了。",
        _LEAD + "村民李大爷说：“村里修路花了多少钱，用了多少工，",
        _LEAD + "村民李大爷说：“村里修路花了多少钱，现在都清楚。”",
        _left_open,
    ),
    _rule(
        "second_part_first",
        "info",
        "文稿从「二、」开始，前面的标题和第一部分没有复制过来。",
        "二、主动公开情况\n全年公开信息96条。\n三、申请情况\n无。",
        "一、总体情况\n良好。\n二、主动公开情况\n全年公开信息96条。",
        _second_part_first,
    ),
)

"""Characters that went wrong between programs: lost, decoded twice, invisible, foreign look-alikes."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import given, meeting
from mingbai.text.proofreading.triggers import matches, sought

_ASKS = lazy.pattern(
    "吗|呢|么|吧|啥|谁|哪|何|怎|多少|几|是否|能否|可否|是不是|有没有|能不能|可不可|要不要|会不会|对不对|好不好"
)
# At least two Chinese characters or full-width marks in UTF-8.
_UTF8 = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef\xbc[\x80-\xbf]){2,}")
# Characters of UTF-8 read as a Western code page.
_WESTERN = "Ã¢€åæçèéäï»¿Â"
_LATIN = "\u0080-ÿŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"


def _clause(passage: Passage, match: re.Match[str]) -> str:
    """The words between the last stop and the end of the match."""
    return re.split(r"[。！；;\n]", passage.text[max(match.start() - 60, passage.start) : match.end()])[-1]


def asked(passage: Passage, match: re.Match[str]) -> bool:
    """A real question, or the question mark of a web address."""
    clause = _clause(passage, match)
    if mentioned(passage, match):
        return True
    return bool(_ASKS.search(clause)) or "http" in clause


def is_doubled_stop(passage: Passage, match: re.Match[str]) -> bool:
    """Whether 「?。」 stands behind a whole clause: one mark too many, no lost character as in 「新的水?。」."""
    before = passage.text[max(passage.start, match.start() - 12) : match.start()]
    return match[0] == "?。" and shipped().at_end(before) > _WHOLE


_WHOLE = -2.0


def rare_han(passage: Passage) -> str:
    """The rare characters of the passage: only among them can text that was decoded twice be found."""
    return "".join(letter for letter in passage.uncommon if "\u3400" <= letter <= "\u9fff")


def _decoded_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Words whose GB18030 bytes are UTF-8 Chinese: they were UTF-8 once and were read as GB18030."""
    rare = passage.once(rare_han)
    reached = passage.start
    for match in re.finditer(f"[{rare}]", passage.body) if rare else ():
        at = passage.start + match.start()
        if at < reached:
            continue
        start, window = max(at - 2, reached), passage.text[max(at - 2, reached) : at + 40]
        bytes_before = [len(window[:place].encode("gb18030", "replace")) for place in range(len(window) + 1)]
        found = _UTF8.search(window.encode("gb18030", "replace"))
        if found is None or found.start() not in bytes_before:
            continue
        first = bytes_before.index(found.start())
        last = next(place for place, size in enumerate(bytes_before) if size >= found.end())
        reached = start + last
        original = found.group().decode("utf-8", "ignore")
        said = f"「{window[first:last]}」是编码错误造成的乱码，原文可能是「{original}」。"
        yield rule.finding(passage, start + first, start + last, said, suggestion=original)


_NOTE = r"[一-鿿]\([a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}\)"
_NOTES = sought(f"{_NOTE}[^(]{{0,200}}{_NOTE}")
_ONE_NOTE = lazy.pattern(_NOTE)


def _pinyin_notes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """From the first to the last of several characters that carry their sound in brackets; one alone may explain a word."""
    found = next(matches(passage, _NOTES), None)
    if found:
        end = max(note.end() for note in _ONE_NOTE.finditer(passage.text, found.start(), passage.end))
        said = "汉字后面混入了拼音，从这里起都要对照原稿恢复。"
        yield rule.finding(passage, found.start(), end, said, suggestion="删去拼音，恢复简体字")


def _odd_after_figure(rule: Rule, passage: Passage) -> Iterator[Finding]:
    rare = passage.once(rare_han)
    if not rare:
        return
    for match in re.finditer(rf"\d[万亿余多]?(?P<mark>[{rare}])(?=[，。；、,;\s]|$)", passage.body):
        at = passage.start + match.start("mark")
        said = f"数字后面的「{match['mark']}」不是单位，可能是错误的字符。"
        yield rule.finding(passage, at, at + 1, said, suggestion="对照原稿改正")


RULES = (
    Rule(
        name="encoding.replacement_character",
        category="encoding_damage",
        severity="error",
        explain="「\ufffd」表示原来的字已经丢失，要对照原稿补上。",
        fires="政务公\ufffd\ufffd工作",
        passes="政务公开工作",
        find=searching(
            "\ufffd+", "这里有字丢失，变成了「{}」。", suggestion="对照原稿补上丢失的字", near="\ufffd"
        ),
    ),
    Rule(
        name="encoding.question_marks",
        category="encoding_damage",
        severity="error",
        explain="汉字后面接连的半角问号，多半是转换编码时丢失的字。问句末尾的问号不算。",
        fires="（一）深化政务公??",
        passes="群众来电问：什么时候能办好??工作人员当场答复。",
        find=searching(
            rf"[{HAN}]?\?{{2,}}[{HAN}]?",
            "「{}」里的问号是丢失的字。",
            suggestion="对照原稿补上丢失的字",
            near="??",
            unless=asked,
        ),
    ),
    Rule(
        name="encoding.question_mark_inside",
        category="encoding_damage",
        severity="warning",
        explain="陈述句中间夹着一个问号，前后都是汉字，多半是一个丢失的字或间隔号。",
        fires="镇政府?办公室负责日常工作。",
        passes="办事难不难?群众说了算。怎么办?找窗口。",
        find=searching(
            rf"(?:^|[{HAN}]|(?<=[、，,。]))(?<![?？])[?](?=[{HAN}\d])",
            "陈述句里的问号可能是丢失的字。",
            suggestion="对照原稿核对",
            near="?",
            unless=lambda passage, match: asked(passage, match) or "不" in _clause(passage, match),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.decoded_twice",
        category="encoding_damage",
        severity="error",
        explain="用错误的编码打开文件，汉字会变成一串生僻字（「鏀垮姟鍏紑」）。把这些字还原成字节再看，就是原来的文字。",
        fires="附件：鏀垮姟鍏紑",
        passes="副镇长刘喆、信息员王堃负责。",
        find=given(rare_han, _decoded_twice),
    ),
    Rule(
        name="encoding.pinyin_notes",
        category="encoding_damage",
        severity="error",
        explain="汉字后面跟着括号里的拼音，如「公開(kāi)」，是网页转换繁体字时留下的，全文都要对照原稿恢复。每个文件只提示一次。",
        fires="全鎮(zhèn)政府信息公開(kāi)工作取得新成效。",
        passes="这个字读（kāi），不读（kài）。",
        find=meeting(_pinyin_notes, _NOTES),
    ),
    Rule(
        name="encoding.filler",
        category="encoding_damage",
        severity="error",
        explain="「锟斤拷」「烫烫烫」「屯屯屯」是程序出错留下的填充字。",
        fires="附件：锟斤拷锟斤拷",
        passes="巡查发现一处“锟斤拷”乱码，已整改。",
        find=searching(
            r"(?:锟斤拷?|斤拷)+|烫{3,}|屯{3,}",
            "「{}」是编码错误造成的乱码。",
            suggestion="对照原稿改正",
            near="斤拷 锟斤 烫烫烫 屯屯屯",
            unless=mentioned,
        ),
    ),
    Rule(
        name="encoding.odd_after_figure",
        category="encoding_damage",
        severity="error",
        explain="数字后面本应是单位或百分号，却是一个生僻字，多半是转换时变错的字符。",
        fires="家长满意率为97.6縗。",
        passes="第3组由刘喆负责。",
        find=given(rare_han, _odd_after_figure),
    ),
    Rule(
        name="encoding.boxes",
        category="encoding_damage",
        severity="error",
        explain="句子中间接连的方框是显示不出来的字。选项前的单个方框不算。",
        fires="利用宣传栏□□□标语等形式宣传。",
        passes="获取方式：□邮寄 □电子邮件",
        find=searching(
            "(?<=[一-鿿])[□▯☐]{2,}|(?<=[。；！])[□▯]{2,}(?=[一-鿿])|(?<=[一-鿿])[□▯](?=[的了和等在是])",
            "这里的字丢失了。",
            suggestion="对照原稿补上",
            near="□ ▯ ☐",
        ),
    ),
    Rule(
        name="encoding.western_mojibake",
        category="encoding_damage",
        severity="error",
        explain="汉字变成成串的西文字母（「æ”¿åŠ¡」），是用西文编码打开了中文文件。",
        fires="标题：æ\u0094¿å\u008a¡å\u0085¬å¼\u0080",
        passes="引进 Café 项目一个。",
        find=searching(
            rf"(?:[{_WESTERN}][{_LATIN}]{{1,3}}){{2,}}|(?:ï¼|ã€|â€)[{_LATIN}]",
            "这里是编码错误造成的乱码。",
            suggestion="用正确的编码重新打开原文件",
            near=" ".join(_WESTERN),
        ),
    ),
    Rule(
        name="encoding.formula_error",
        category="encoding_damage",
        severity="error",
        explain="「#N/A」「#REF!」是表格公式出错时显示的记号，粘贴时带进了正文。",
        fires="发放优待金42人#N/A万元。",
        passes="3#楼、5#楼已经完工。",
        find=searching(
            r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)",
            "「{}」是表格公式的出错记号。",
            suggestion="核对原表，补上数字",
            near="#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM!",
        ),
    ),
    Rule(
        name="encoding.lost_sign",
        category="encoding_damage",
        severity="error",
        explain="汉字之间单个的方框、黑块，数字里的问号，「（cid:12）」，一串「口」，都是转换时丢失的字。",
        fires="政务公□工作，占比98?9%。",
        passes="获取方式□邮寄□电子邮件，共3■个等级，户口口径一致。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>□)(?=[{HAN}]{{2}})(?!同意|不同意|是|否|其他|邮寄|自取)(?<!方式□)(?<!类型□)(?<!选择□)|(?<=[{HAN}])(?P<mark2>■{{1,6}})(?=[{HAN}]{{2}})|(?P<mark3>\d\?\d{{1,2}}[%％])|[（(]cid:\d{{1,5}}[）)]|口{{3,}}",
            "「{}」是丢失或变错的字。",
            suggestion="对照原稿补上",
            near="□ ■ ?0 ?1 ?2 ?3 ?4 ?5 ?6 ?7 ?8 ?9 cid: 口口口",
            unless=lambda passage, match: (
                passage.text[passage.text.rfind("\n", 0, match.start()) + 1 : match.end() + 40]
                .split("\n")[0]
                .count("□")
                > 1
            ),
        ),
    ),
    Rule(
        name="encoding.western_run",
        category="encoding_damage",
        severity="error",
        explain="中文文件用西文编码打开，汉字变成一长串带符号的字母（「ÕþÎñ¹«¿ª」）。",
        fires="标题：ÕþÎñ¹«¿ª¹¤×÷",
        passes="面积±3%，价格£5，Café、naïve 等项目。",
        find=searching(
            "[\u00a1-\u00ff]{6,}",
            "这里是编码错误造成的乱码。",
            suggestion="用正确的编码重新打开原文件",
            needs_class="\u00a1-\u00ff",
        ),
    ),
    Rule(
        name="encoding.entity",
        category="encoding_damage",
        severity="error",
        explain="「&nbsp;」「&#8220;」是网页代码，没有转换成字符。",
        fires="一、&nbsp;加强领导",
        passes="研发（R&D）投入增长。",
        find=searching(
            r"&(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|emsp|ensp|times|sup[123]|deg|yen|copy|reg|para|sect|plusmn|#\d{2,6}|#x[0-9A-Fa-f]{2,6});?",
            "「{}」是网页代码。",
            suggestion="换成它代表的字符，或删去",
            near="&",
        ),
    ),
    Rule(
        name="encoding.escape",
        category="encoding_damage",
        severity="error",
        explain="「\\u516c」「%E5%85%AC」是没有还原的编码。",
        fires="标题为\\u516c\\u5f00指南",
        passes="网址为http://www.example.gov.cn/%E5%85%AC.html",
        find=searching(
            r"(?:\\u[0-9A-Fa-f]{4}){2,}|(?<![A-Za-z0-9/%?=&_.-])(?:%E[4-9]%[89AB][0-9A-F]%[89AB][0-9A-F]){2,}",
            "「{}」是没有还原的编码。",
            suggestion="换成原来的文字",
            near="\\u %E",
        ),
    ),
    Rule(
        name="encoding.private_use",
        category="encoding_damage",
        severity="error",
        explain="自造字区的字符在别人的电脑上显示成方框。",
        fires="工作重点：\ue000",
        passes="工作重点：公开",
        find=searching(
            "[\ue000-\uf8ff\U000f0000-\U000ffffd]+",
            "这里的字符只在原来的电脑上能显示。",
            suggestion="换成通用汉字或符号",
            needs_class="\ue000-\uf8ff\U000f0000-\U000ffffd",
        ),
    ),
    Rule(
        name="encoding.control_character",
        category="encoding_damage",
        severity="warning",
        explain="看不见的控制字符会让检索和排版出错。",
        fires="政务\x0b公开",
        passes="政务公开\n工作",
        find=searching(
            "[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff]+",
            "这里夹着看不见的控制字符。",
            suggestion="删去",
            needs_class="\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff",
        ),
    ),
    Rule(
        name="encoding.invisible_systematic",
        category="encoding_damage",
        severity="info",
        explain="零宽字符看不见，但会让检索找不到这个词。同一文件只提示一次。",
        fires="政务\u200b公开",
        passes="政务公开",
        find=searching(
            f"(?<=[{HAN}])[\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+(?=[{HAN}])",
            "文字中间夹着看不见的零宽字符。",
            suggestion="删去",
            needs_class="\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff",
        ),
    ),
    Rule(
        name="encoding.look_alike",
        category="encoding_damage",
        severity="warning",
        explain="从 PDF 复制的文字里，有的字换成了部首区的同形字，检索不到。",
        fires="⼯作总结",
        passes="工作总结",
        find=searching(
            "[\u2e80-\u2fd5\uf900-\ufad9]+",
            "「{}」是外形相同的部首字符，不是通用汉字。",
            suggestion="重新输入这个字",
            needs_class="\u2e80-\u2fd5\uf900-\ufad9",
        ),
    ),
)

"""What extraction and scanning did to single characters: lost, swapped for look-alikes, slipped in between words."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules.encoding.damage import asked as _asked
from mingbai.text.proofreading.rules.encoding.damage import is_doubled_stop

_MONTH = "(?:0?[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12]\\d|3[01])"
_ODD = "`\\^\\\\¬¶¤¦¨"


def _in_code(passage: Passage, match: re.Match[str]) -> bool:
    """An address, a path, a formula or a mark that is spoken of."""
    around = passage.text[max(match.start() - 12, passage.start) : match.end() + 12]
    return re.search(r"https?:|www\.|[A-Za-z]:\\|\.(?:cn|com|docx?|xlsx?)", around) is not None or mentioned(
        passage, match
    )


def _is_number_of_something(passage: Passage, match: re.Match[str]) -> bool:
    """「编号20101231日」 is none, but a longer number or a code may end in these digits."""
    before = passage.text[max(match.start() - 1, 0) : match.start()]
    return before != "" and before.isascii() and (before.isalnum() or before in "-/#")


def _title_with_digits(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Digits that follow the last word of a heading and say nothing: 「……工作报告0600」."""
    for offset, line in passage.prose:
        if len(line) > 45 or not line[-1].isdecimal() or "共" in line:
            continue
        match = _HEADING_DIGITS.search(line)
        if match and not re.match(r"(?:19|20)\d\d$", match["mark"]):
            start = offset + match.start("mark")
            said = f"标题末尾的「{match['mark']}」没有意义，多半是提取时带进来的。"
            yield rule.finding(passage, start, offset + len(line), said, suggestion="删去")


_HEADING_DIGITS = re.compile(r"(?:报告|总结|计划|方案|情况|制度|办法|汇报|要点|措施)(?P<mark>\d{3,6})$")


def _torn_quotes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = list(_EMPTY_QUOTES.finditer(passage.text, passage.start, passage.end))
    if passage.body.count("“”") > 1:
        for match in found:
            said = "引号里是空的，引号和里面的字在转换时分开了。"
            yield rule.finding(passage, *match.span(), said, suggestion="对照原文，把引号放回原处")


_EMPTY_QUOTES = lazy.pattern("(?:“”)+")


RULES = (
    Rule(
        name="encoding.torn_quotes",
        category="encoding_damage",
        severity="error",
        explain="转换时引号和引号里的字分了家：成对的引号空着，挤在别的词中间。全文有几处时才提示。",
        fires="用“”阳光政府来防止“”暗箱操作，用正面的规“”矩约束权力。",
        passes="用“阳光政府”来防止“暗箱操作”。标题里的“”没有填写。",
        find=_torn_quotes,
    ),
    Rule(
        name="encoding.date_without_words",
        category="encoding_damage",
        severity="error",
        explain="「20101231日」丢了「年」「月」两个字，「20084-6月」丢了「年」字，多半是转换时掉的。",
        fires="截止20101231日，全乡累计主动公开信息65条。",
        passes="截至2010年12月31日，编号20101231，索引号2008-4。",
        find=searching(
            rf"(?<![\d.-])(?:19|20)\d\d(?:{_MONTH}{_DAY}|[1-9](?:0?[1-9]|[12]\d|3[01]))日|(?<![\d.-])(?:19|20)\d\d{_MONTH}(?:[-—－~～至]{_MONTH})?月(?!份?报)|(?<![\d.-])(?:19|20)\d\d年{_MONTH}{_DAY}日",
            "「{}」里丢了「年」或「月」字。",
            suggestion="补上「年」「月」",
            near="日 月",
            unless=_is_number_of_something,
        ),
    ),
    Rule(
        name="encoding.letter_for_digit",
        category="encoding_damage",
        severity="error",
        explain="扫描识别时把数字 0、1 认成了字母 O、l、I。",
        fires="2O13年，全镇公开信息l20条。",
        passes="推行O2O模式，A4纸，3D打印，1l油。",
        find=searching(
            r"(?<![A-Za-z\d.])(?:(?=[OoIl\d]{2,5}(?:[年条件次个人项户份篇场%％]|万元|余))(?=\d{0,4}[OoIl])(?=[OoIl]{0,4}\d)[OoIl\d]{2,5}|[IO]{2,3}(?=万元|余[条件次人])|(?:19|20)\d?[OoIl]\d?|2[OoQ]\d\d|(?:[lI]9|2[OoQ])\d\d|\d{1,3}[OoIl]\d{1,3}|[lI]\d{1,3}|\d{1,3}[OoIl]{1,2})(?=[年条件次个人项名户份篇场%％]|万元|余[条件次个人份]|多[条件次个人份])|(?<![\d.-])(?:19|20)\d\d[1lI|](?=(?:19|20)\d\d年)",
            "「{}」里的数字识别错了。",
            suggestion="对照原稿改正",
            near="O o I l Q 119 120 1年 |19 |20",
        ),
    ),
    Rule(
        name="encoding.odd_sign_inside",
        category="encoding_damage",
        severity="warning",
        explain="汉字中间夹着「`」「^」「¬」一类键盘或编码留下的符号，常见于防复制的网页。",
        fires="建立了行政“一把手”任组长的`安全生产领导小组。",
        passes="文件存放在D:\\公开\\年报，面积3^2，行号¶ 用于排版。",
        find=searching(
            rf"(?<=[{HAN}，。、；：“”）])[{_ODD}]{{1,3}}(?=[{HAN}，。、；：“”（《])|(?<=的)'(?=[{HAN}])(?![^'\n]{{0,40}}')",
            "汉字中间夹着「{}」。",
            suggestion="删去",
            near="` ^ \\ ¬ ¶ ¤ ¦ ¨ 的'",
            unless=_in_code,
        ),
    ),
    Rule(
        name="encoding.plus_for_words",
        category="encoding_damage",
        severity="error",
        explain="汉字之间接连的加号是网站屏蔽掉的词，要对照原稿补上。",
        fires="通过多种渠道+++息，方便群众查询。",
        passes="推行“互联网+政务服务”“党建+网格”。",
        find=searching(
            rf"(?<=[{HAN}])[+＋]{{2,}}(?=[{HAN}])",
            "「{}」盖住了原来的字。",
            suggestion="对照原稿补上",
            near="++ ＋＋",
        ),
    ),
    Rule(
        name="encoding.heading_digits",
        category="encoding_damage",
        severity="warning",
        explain="标题最后一个词后面跟着一串没有意义的数字，多半是网页的排序号。",
        fires="六、年度政府信息公开工作报告0600\n乡政府高度重视。",
        passes="政府信息公开工作年度报告2021\n关于印发方案（2020）的通知",
        find=_title_with_digits,
    ),
    Rule(
        name="encoding.capital_one",
        category="encoding_damage",
        severity="error",
        explain="「壹般」「壹次」「第三十壹条」：网页把「一」全部换成了大写的「壹」。金额里的「壹」不算。",
        fires="壹般事项每季度至少公布壹次，涉及全体村民的大事壹并公布。",
        passes="合计人民币壹万贰仟元整，甲方壹份。",
        find=searching(
            r"壹(?=般|次|些|样|定|致|起|切|直|项|种|方面|系列|并|律|旦|同|味)|(?<=[统第唯之进十])壹(?![万佰仟拾元角分亿圆])",
            "这里的「壹」应当是「一」。",
            suggestion="一",
            near="壹",
        ),
    ),
    Rule(
        name="encoding.foreign_letter",
        category="encoding_damage",
        severity="warning",
        explain="汉字中间夹着韩文、泰文或阿拉伯字母，多半是编码转换错误。",
        fires="加强政务공公开。",
        passes="举办韩语（한국어）培训班。",
        find=searching(
            rf"(?<=[{HAN}])[\uac00-\ud7af\u0e00-\u0e7f\u0600-\u06ff](?=[{HAN}，。、；])",
            "汉字中间夹着「{}」，可能是错误的字符。",
            suggestion="对照原稿改正",
            needs_class="\uac00-\ud7af\u0e00-\u0e7f\u0600-\u06ff",
        ),
    ),
    Rule(
        name="encoding.lost_stop",
        category="encoding_damage",
        severity="error",
        explain="「取得较好成效?,F将」：句号和后面的字在转换时变成了问号和逗号。",
        fires="社区发展取得了较好成效?,F将工作情况汇报如下。",
        passes="这样做行不行?群众说了算。为什么?因为有制度。",
        find=searching(
            rf"(?<=[{HAN}])(?:[?？][,，;；](?=[A-Za-z{HAN}\d])|\?。)",
            "「{}」里有字丢失，变成了问号。",
            suggestion="对照原稿改正",
            near="?, ?; ？, ？;  ?， ?； ？， ？； ?。",
            unless=lambda passage, match: _asked(passage, match) or is_doubled_stop(passage, match),
        ),
    ),
    Rule(
        name="encoding.escaped_break",
        category="encoding_damage",
        severity="error",
        explain="「\\n」「\\r\\n」「_x000D_」是没有还原的换行。",
        fires="一、加强领导\\n我镇成立领导小组。",
        passes="文件存放在D:\\news，格式见\\table。",
        find=searching(
            rf"(?<=[{HAN}。；：，！）])(?:\\r\\n|\\n|\\r|\\t|/n(?=[{HAN}])|_x000[dDaA9]_)+(?=[{HAN}（(一二三四五六七八九十\d]|$)",
            "「{}」是没有还原的换行。",
            suggestion="换成换行",
            near="\\n \\r \\t /n _x000",
            flags=re.MULTILINE,
        ),
    ),
)

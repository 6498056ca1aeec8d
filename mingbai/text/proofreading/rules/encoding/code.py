"""Code that programs keep behind a text and that came out into it: fields of a word processor, escapes, marks of Markdown, tables."""

import re
from collections.abc import Iterator
from itertools import islice

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, Search, mentioned, searching
from mingbai.text.proofreading.rules.web.menu import is_menu
from mingbai.text.proofreading.triggers import Words
from mingbai.text.records import record

_FIELDS = "HYPERLINK|NUMPAGES|PAGEREF|PAGE|MERGEFIELD|MERGEFORMAT|TOC|STYLEREF|REF|SEQ|EMBED|INCLUDEPICTURE|FORMTEXT|FORMCHECKBOX|SHAPE|MACROBUTTON|DATE|TIME|LINK|QUOTE|EQ"
_SURE_FIELDS = "HYPERLINK|NUMPAGES|PAGEREF|MERGEFIELD|MERGEFORMAT|STYLEREF|INCLUDEPICTURE|FORMTEXT|FORMCHECKBOX|MACROBUTTON"


def _in_address(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.text[max(match.start() - 80, passage.start) : match.start()]
    return re.search(r"(?:https?:|www\.)[^\s，。；一-鿿]{0,80}$", before) is not None


def _in_menu(passage: Passage, match: re.Match[str]) -> bool:
    """「首页 | 政务公开 | 办事服务」 is the row of a site's sections, not a table."""
    start = passage.text.rfind("\n", passage.start, match.start()) + 1
    end = passage.text.find("\n", match.end(), passage.end)
    return is_menu(passage.text[max(start, passage.start) : end if end >= 0 else passage.end])


@record
class FewTimes:
    """A search that stops after so many matches: a whole file in another notation is reported by its beginning."""

    search: Search
    most: int = 6

    @property
    def near(self) -> Words:
        return self.search.near

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return islice(self.search(rule, passage), self.most)


# What the rows of a table hold where it was not converted.
_BARS = frozenset("|│┃┆├┤┼─━┌┐└┘")


@record
class OnceATable:
    """A search that reports a table by its first row: the next match is of another where a line without bars stands between."""

    search: Search
    most: int = 6

    @property
    def near(self) -> Words:
        return self.search.near

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        return islice(self._first_of_each(rule, passage), self.most)

    def _first_of_each(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        reached = -1
        for found in self.search(rule, passage):
            if reached < 0 or not _is_table(passage.text[reached : found.start]):
                yield found
            reached = found.end


def _is_table(between: str) -> bool:
    """Whether every whole line between two matches is a row of a table or blank."""
    return all(not line.strip() or not _BARS.isdisjoint(line) for line in between.split("\n")[1:-1])


RULES = (
    Rule(
        name="encoding.word_field",
        category="encoding_damage",
        severity="error",
        explain="「{ PAGE }」「HYPERLINK」「未找到引用源」是文字处理软件的域代码，没有更新成内容。",
        fires="见错误！未找到引用源。共{ NUMPAGES }页。",
        passes="推广 LINK 系统，制作 PAGE 页面，发现错误！请及时更正。",
        find=searching(
            rf"\{{\s?(?:{_FIELDS})(?![A-Za-z])[^{{}}\n]{{0,80}}\}}?"
            rf"|(?<![A-Za-z])(?:{_SURE_FIELDS})(?![A-Za-z])(?:\s?[\"“][^\"”\n]{{0,80}}[\"”])?(?:\s?\\\*?\s?[A-Za-z]{{1,12}}){{0,3}}"
            r"|(?<![A-Za-z])EMBED\s[A-Za-z.\d]{3,30}(?:\s\\\w)?|(?<![A-Za-z])(?:TOC|SEQ|REF|DATE|TIME|EQ)\s[^\n，。；]{0,20}\\[*@a-z\"“][^\n，。；]{0,30}"
            r"|错误[！!]\s?(?:未找到引用源|未定义书签|未指定书签|超链接引用无效|链接无效|找不到引用源|书签未定义|不能识别的开关参数|不能通过编辑域代码创建对象|文档中没有指定样式的文字|未指定文件名|图像名称无效|主控文档仅有一个子文档|未找到目录项|使用“开始”选项卡)[。.]?"
            r"|Error! (?:Reference source|Bookmark|Hyperlink|No text|Not a valid)[A-Za-z ]{0,40}\.?",
            "「{}」是文字处理软件的域代码，没有变成内容。",
            suggestion="更新域，或换成实际内容",
            near="HYPERLINK NUMPAGES PAGE MERGEFIELD MERGEFORMAT STYLEREF INCLUDEPICTURE FORMTEXT FORMCHECKBOX MACROBUTTON EMBED TOC SEQ REF DATE TIME EQ SHAPE LINK QUOTE 错误！ 错误! Error!",
            unless=mentioned,
        ),
    ),
    Rule(
        name="encoding.percent_escape",
        category="encoding_damage",
        severity="error",
        explain="「%E5%85%AC」「=E4=BA=BA」是没有还原的编码。",
        fires="线上办件率达87%EF%BC%85，公布=E5=85=AC=E5=BC=80情况。",
        passes="网址为http://www.example.gov.cn/%E5%85%AC.html，占比20%30%各半。",
        find=searching(
            r"(?:%[0-9A-Fa-f]{2}){2,}(?=[^0-9A-Za-z%]|$)(?<![0-9]%\d\d%\d\d)|(?:=[0-9A-F]{2}){2,}=?",
            "「{}」是没有还原的编码。",
            suggestion="换成原来的文字",
            near="%E %e %B %C %D %A %2 %3 =E =D =C =B =A =3",
            unless=_in_address,
        ),
    ),
    Rule(
        name="encoding.single_escape",
        category="encoding_damage",
        severity="error",
        explain="「\\u516c」「\\xa0」「&amp;」一类的转义没有还原。",
        fires="政务\\u516c开，\\xa0工作。",
        passes="文件存放在D:\\user\\xa1。",
        find=searching(
            rf"(?<=[{HAN}，。、；：])\\(?:u[0-9A-Fa-f]{{4}}|x[0-9A-Fa-f]{{2}}|u3000|ufeff)|(?<=[{HAN}，。、；：])&#?\d{{3,6}}(?!\d)|(?<=[{HAN}，。、；：])#\d{{4,6}};",
            "「{}」是没有还原的编码。",
            suggestion="换成原来的字符，或删去",
            near="\\u \\x &# #1 #2 #3 #4 #5 #6 #8 #9",
        ),
    ),
    Rule(
        name="encoding.markdown",
        category="encoding_damage",
        severity="warning",
        explain="「## 」「**……**」「- [ ]」是标记文本的记号，没有变成标题和粗体。",
        fires="## 一、产业发展\n全乡新建**大棚**120座。",
        passes="#政务公开#话题，3**年，带*的为必填项。",
        find=FewTimes(
            searching(
                rf"^[ \t]{{0,3}}#{{1,6}}[ \t]?(?=[{HAN}（(\d])[^\n#]{{1,40}}$|(?<![*长任、，,{HAN}])\*\*(?=[{HAN}（“《\d])[^*\n]{{1,60}}\*\*(?!\*)|(?<=[{HAN}，。])\*\*(?=[{HAN}（“《\d])[^*\n，,、]{{1,30}}\*\*(?![*{HAN}]{{0,1}}任)|^```\w{{0,12}}|^[ \t]{{0,3}}[-*] \[[ xX]\]|!?\[[^\]\n]{{0,40}}\]\((?:https?:|/|\./)[^)\n]{{0,120}}\)|~~[{HAN}][^~\n]{{0,40}}~~|^\|?(?:\s?:?-{{3,}}:?\s?\|){{1,}}",
                "「{}」里有没有转换的标记符号。",
                suggestion="删去标记符号，设好格式",
                near="# ** ``` [ ] ]( ~~ --- [x",
                flags=re.MULTILINE,
            )
        ),
    ),
    Rule(
        name="encoding.table_bars",
        category="encoding_damage",
        severity="warning",
        explain="表格没有转换过来，只剩下一条条竖线。",
        fires="全镇|村名|户数|人口|\n受益|　|　|户",
        passes="首页|新闻|公开，绝对值|x|。",
        find=OnceATable(
            searching(
                rf"\|[^|\n，。]{{1,20}}\|[^|\n，。]{{1,20}}\|(?!\s?$(?<!\|))|(?:\|[ \t\u3000]{{0,6}}){{2,}}\||(?<=[{HAN}。，])[│┃┆├┤┼─━┌┐└┘]{{2,}}",
                "这里的表格没有转换过来。",
                suggestion="按原稿重做表格",
                near="| │ ┃ ┆ ├ ┤ ┼ ── ━━ ┌ ┐ └ ┘",
                unless=_in_menu,
            )
        ),
    ),
    Rule(
        name="encoding.page_code",
        category="encoding_damage",
        severity="error",
        explain="网页的样式、脚本、数据格式混进了正文。",
        fires='全年公开信息{"content":"120条，style="font-family:仿宋"其中',
        passes="推广 Java 语言培训，style 为风格之意，如果（if）需要。",
        find=searching(
            r"\bfunction\s?\w{0,20}\([^)\n]{0,40}\)[^\n一-鿿]{0,120}|\{\"[A-Za-z_]{1,20}\":\"?|\"[A-Za-z_]{2,20}\":(?:\"|\d|\[)|\"\+\w{1,20}\+\""
            r"|(?:style|class|href|src|align|valign|width|height|lang|target|onclick|bgcolor|cellspacing|cellpadding)\s?=\s?[\"“][^\"”\n]{0,80}[\"”]?>?"
            r"|mso-[a-z-]{2,30}:\s?[^;\n，。]{1,30};?|(?:font-family|font-size|font-weight|line-height|text-indent|text-align|margin(?:-\w{3,6})?|padding(?:-\w{3,6})?|background(?:-color)?|color|layout-grid-mode)\s?[:：]\s?[^;\n，。]{1,24}(?:;|pt|px|em\b|[\"'])"
            r"|\.TRS_\w{2,20}[^\n一-鿿]{0,80}|@(?:font-face|media|page\s)[^\n一-鿿]{0,60}|document\.\w{2,20}[^\n一-鿿]{0,60}|window\.\w{2,20}[^\n一-鿿]{0,60}|\$\([\"'#.][^\n一-鿿]{0,60}|return (?:false|true);|<\?php|<%[^\n%]{0,40}%>|\bvar \w{1,20}\s?=[^\n一-鿿]{0,60}|if\s?\([^)\n一-鿿]{0,40}\)\s?\{|\[object Object\]|CDATA\[",
            "「{}」是网页代码。",
            suggestion="删去",
            near='function {" ": "+ style class href src align width height lang target onclick bgcolor cellspacing cellpadding mso- font- line-height text- margin padding background color layout-grid .TRS_ @font @media @page document. window. $( return <?php <% var if( [object CDATA',
        ),
    ),
    Rule(
        name="encoding.base64",
        category="encoding_damage",
        severity="error",
        explain="一长串无意义的字母和数字是没有还原的附件或图片。",
        fires="领导小组data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
        passes="索引号11340123MB1234567X/201901-00012，校验码见附件。",
        find=searching(
            r"data:image/\w{2,5};base64,[A-Za-z0-9+/=]{0,2000}|(?<![A-Za-z0-9+/.:_=-])(?=[A-Za-z0-9+/]{0,60}[a-z])(?=[A-Za-z0-9+/]{0,60}[A-Z])(?=[A-Za-z0-9+/]{0,60}\d)[A-Za-z0-9+/]{44,2000}={0,2}(?![A-Za-z0-9+/.])",
            "这是没有还原的附件或图片。",
            suggestion="删去，或换成原来的图片",
            needs_class="",
            near="base64 0 1 2 3 4 5 6 7 8 9",
        ),
    ),
    Rule(
        name="encoding.small_forms_systematic",
        category="encoding_damage",
        severity="info",
        explain="「﹪」「﹐」是兼容用的小号符号，应当用「％」「，」。同一文件只提示一次。",
        fires="覆盖率达61.3﹪。",
        passes="覆盖率达61.3％。",
        find=searching(
            "[\ufe50-\ufe6b]",
            "「{}」是兼容用的小号符号。",
            suggestion="换成通用的符号",
            needs_class="\ufe50-\ufe6b",
        ),
    ),
    Rule(
        name="encoding.emoji",
        category="encoding_damage",
        severity="info",
        explain="公文里不用表情符号，多半是从手机或网页复制时带来的。",
        fires="公开及时😀，群众满意[鲜花]。",
        passes="公开及时，群众满意√。",
        find=searching(
            "[\U0001f300-\U0001faff\u2600-\u2604\u2607-\u263f\u2614\u2708-\u270d\u2728\u2764\ufe0f]{1,8}",
            "这里有表情符号「{}」。",
            suggestion="删去",
            needs_class="\U0001f300-\U0001faff\u2600-\u2604\u2607-\u263f\u2614\u2708-\u270d\u2728\u2764\ufe0f",
        ),
    ),
)

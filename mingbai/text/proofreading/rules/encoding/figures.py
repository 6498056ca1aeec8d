"""Figures that lost or changed a character, and the rests of other code pages between Chinese characters."""

from mingbai.text.proofreading.model import Category, Rule
from mingbai.text.proofreading.patterns import HAN, searching

_CATEGORY: Category = "encoding_damage"
_OTHER = r"\u0530-\u08ff\u0900-\u0eff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff"
# Words beside each other are a text in that language: notices of many counties are in two.
_BETWEEN = r"[ ,.:،؛؟()«»-]"
_NO_WORD = 25  # letters in a row
_COUNTED = "件|条|次|份|人次|人|户|起|篇|个|项|场|期|名|家|万|亿|元|%|％|宗|例|处|批|余|多"

# No language has these within words.
_SIGNS = frozenset("¡¢£¤¥¦¨«¬®¯´¶¸¹º»¼½¾¿ÐÞðþ")


def _may_be_a_word(letters: str) -> bool:
    """No language has four such letters together, and none these signs."""
    return len(letters) < 4 and not (len(letters) > 2 and _SIGNS & set(letters))


RULES = (
    Rule(
        name="encoding.mark_in_figure",
        category=_CATEGORY,
        severity="warning",
        explain="「3?7条」「98.?%」，数字中间的问号是没有读出来的数字。",
        fires="全年公开信息3?7条，占比达98.?%。",
        passes="公开了3条还是7条？网址是www.a.cn/a?id=3?7。答对率98.5%。",
        find=searching(
            rf"(?<![A-Za-z\d/=&.?])(?P<mark>\d{{1,6}}[?？]{{1,2}}\d{{1,6}}(?={_COUNTED})|\d{{1,6}}\.[?？]{{1,2}}\d{{0,2}}(?={_COUNTED}))",
            "「{}」中间有一个数字没有读出来。",
            suggestion="按原稿补上数字",
            near="? ？",
        ),
    ),
    Rule(
        name="encoding.letter_as_figure",
        category=_CATEGORY,
        severity="warning",
        explain="「收到申请O件」「罚款3.62O万元」，字母 O、l、I 是数字 0、1 认错的。",
        fires="全年收到申请O件，罚款3.62O万元。",
        passes="检测A、B、O型血，公开率100%，OA系统办件3.62万件，I类应急响应1次。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>[OolI])(?=(?:{_COUNTED}))|(?<![\dA-Za-z.])(?P<mark2>\d{{1,6}}\.\d{{0,4}}[OolI]\d{{0,4}}|[lI][O0o]{{2}}|\d{{1,5}}[SBZ](?![A-Za-z])|\d{{2,5}}\.(?=[万亿元%％]))(?=(?:{_COUNTED}))",
            "「{}」里的字母是数字认错的，请核对。",
            suggestion="改为数字",
            near=" ".join(f"{letter}{word}" for letter in "OolI" for word in _COUNTED.split("|"))
            + " "
            + " ".join(f"{letter}{digit}" for letter in "OolI" for digit in range(10)),
        ),
    ),
    Rule(
        name="encoding.figure_torn",
        category=_CATEGORY,
        severity="warning",
        explain="「4 2 6.8万元」「1,2 34条」，一个数字被空格拆开。",
        fires="到位资金4 2 6.8万元，公开信息1,2 34条。",
        passes="第1 2 3组各5人，附表1 2023年公开1234条，得分1, 2, 3。",
        find=searching(
            rf"(?<![\d.,，、第表])(?P<mark>\d \d(?: \d){{0,4}}\.\d{{1,2}}|\d{{1,3}},\d{{1,2}} \d{{1,2}}|\d{{1,3}}, \d{{3}}|\d{{1,3}} ,\d{{3}}|\d{{1,3}}\. \d{{1,2}}|\d{{1,3}} \.\d{{1,2}}|(?<=[{HAN}])\d \d{{3}}|\d{{1,3}},\d{{2}} \d(?:\.\d)?)(?=(?:{_COUNTED}))",
            "「{}」是一个数字，中间的空格要去掉。",
            suggestion="去掉空格",
            near=" ".join(_COUNTED.split("|")),
            needs=" ",
        ),
    ),
    Rule(
        name="encoding.box_before_measure",
        category=_CATEGORY,
        severity="info",
        explain="「建成联络站□个」，方框是显示不出来的数字，或者还没有填。",
        fires="建好代表联络站□个。",
        passes="□个人 □单位，请打√。建好代表联络站3个。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>[□■▢◻])(?=(?:件|条|次|份|人次|户|起|篇|个(?!人)|项|场|期|家|万|元|%|％))|(?P<mark2>[□■▢◻]{{2,4}})(?=年[一二三四五六七八九十元\d])|(?<=[年\d])(?P<mark3>[□■▢◻]{{1,2}})(?=月[一二三四五六七八九十\d])",
            "「{}」处的数字没有显示出来，或者没有填写。",
            suggestion="补上数字",
            near="□ ■ ▢ ◻",
        ),
    ),
    Rule(
        name="encoding.other_script",
        category=_CATEGORY,
        severity="error",
        explain="数字、汉字中间夹着阿拉伯文、印度文等文字的符号（「98٪」），是编码转换的错误。成句的别种文字（双语公告）不算。",
        fires="满意率98٪。",
        passes="满意率98%，客运量比上年增长3‰，水温25℃。",
        find=searching(
            rf"(?<![{_OTHER}])(?<![{_OTHER}]{_BETWEEN})(?P<mark>[{_OTHER}]{{1,12}})(?!{_BETWEEN}{{0,2}}[{_OTHER}])|(?P<mark2>[{_OTHER}]{{{_NO_WORD}}})",
            "「{}」是别种文字的字符，多半是编码转换的错误。",
            suggestion="按原稿改正",
            needs_class=_OTHER,
        ),
    ),
    Rule(
        name="encoding.western_mixed",
        category=_CATEGORY,
        severity="error",
        explain="「Ð畔⒐«¿ª」，汉字的编码被当作西文读出，剩下一串西文字母和符号。",
        fires="政务Ð畔⒐«¿ª工作。",
        passes="面积12㎡，温度25℃，±3%，《Café》杂志，张·王，½张。",
        find=searching(
            r"(?P<mark>(?:[¡-¦¨«¬®¯´¶¸-ÖØ-öø-ÿ]{1,4}[一-鿿⒈-⒛]{0,2}){2,12})",
            "「{}」是编码转换剩下的字符。",
            suggestion="按原稿改正",
            needs_class="¡-¦¨«¬®¯´¶¸-ÖØ-öø-ÿ",
            unless=lambda _, match: _may_be_a_word(match["mark"]),
        ),
    ),
    Rule(
        name="encoding.signs_for_words",
        category=_CATEGORY,
        severity="error",
        explain="「电话：0736–÷×¡§¡」「共收到±§×件」：几个不相干的符号连在一起，原来是数字或汉字，转换时丢了。",
        fires="办公室电话：0736–÷×¡§¡\n",
        passes="误差±5%，长×宽×高，12÷3=4，§3.2节，面积×单价÷12。",
        find=searching(
            r"(?P<mark>[×÷±§¶¤¡¿°·–—]{0,6}(?:[×÷±§¶¤¡¿][¡¿¤¶§÷±]|[¡¿¤¶§÷±][×÷])[×÷±§¶¤¡¿°·]{0,12})",
            "「{}」是编码转换剩下的符号。",
            suggestion="按原稿改正",
            near="¡ ¿ ¤ ¶ § ÷ ±",
        ),
    ),
    Rule(
        name="encoding.last_figure_lost",
        category=_CATEGORY,
        severity="warning",
        explain="「公开信息9?期」「受理率达9?%」：量词前的问号是没有读出来的数字。",
        fires="全年公开信息9?期，受理率达9?%。",
        passes="到底是3期还是9？期数待定。你有几条？条条都要答。第3题答对了吗？人数多少？",
        find=searching(
            rf"(?<=[{HAN}])(?<!第)(?P<mark>\d{{1,5}}[?？])(?=(?:{_COUNTED})(?![{HAN}]{{0,8}}[吗呢？?]))(?!.[数条个])",
            "「{}」里有一个数字没有读出来。",
            suggestion="按原稿补上数字",
            near=" ".join(f"{sign}{word}" for sign in "?？" for word in _COUNTED.split("|")),
        ),
    ),
)

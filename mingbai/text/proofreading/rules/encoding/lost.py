"""What a page lost or let in on its way: figures stripped out of sentences, Cyrillic letters between Chinese ones."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import cut, meeting
from mingbai.text.proofreading.triggers import matches, sought

_NUMERALS = "一二三四五六七八九十百千万亿两几数零〇半每多余近约上超逾过破"
_VERBS = "设置|设立|建立|成立|新建|建成|召开|举办|组建|整治|查处|化解|调处|承办|印发|聘请|修建|安装|开通"
_MONEY = "投入|投资|经费|资金|收入|产值|补助|补贴|总额|筹集|争取|拨付|捐款|工资|支出|奖金|罚款|贷款"
_AREAS = "拆除|硬化|绿化|新建|修建|改造|种植|造林|总面积|铺设|建筑物|占地"
# Words that count something, where nothing counts: the figure before them is gone.
_LOST = (
    rf"(?:{_MONEY})(?:了|共|约|达|为)?[多余]?[万亿][多余]?元"
    r"|(?:投入|投资|补贴|奖励|资助)多万?元"
    rf"|(?:{_VERBS})了(?:个(?!人|体|别|性)|名(?!单|录|册|称|牌)|件|起|条(?!件|例|块|款|线)|份(?!额)|期(?!限|刊)|处(?!理|置|罚|室|长|所|分|级)|户(?!籍|口|外))(?=[{HAN}]{{2}})"
    rf"|[自从](?:月份(?=[{HAN}])|年月(?=[{HAN}日]))"
    r"|(?:公开|办结|答复|满意|覆盖|入户|知晓|完成|合格|参与|回复|更新)率(?:达到?|为)(?=[。；;，,])"
    r"|[批人]多人次|事务多起"
    rf"|(?<![{_NUMERALS}其剩富业盈节结工课公积残\d])余(?:起|件|人次|份|条|户|场)(?=[，,。；;、{HAN}])"
    rf"|(?:{_AREAS})[^，,。；;\d{_NUMERALS}平按用]{{0,10}}(?:平方米|立方米)(?=[。，；,;])"
)
_CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"


def _asked_for(passage: Passage, match: re.Match[str]) -> bool:
    """「经费（万元）」 and 「单位：万元」 name a unit; a sentence that speaks of blanks leaves them open on purpose."""
    return passage.text[match.start() - 1 : match.start()] in {"（", "(", "：", ":"}


# --- a question mark for what was lost ------------------------------------------------------------------------------------

_MARK_INSIDE = sought(rf"(?<=[{HAN}]{{2}})(?P<mark>[?？])(?=[{HAN}])")
_ASKS = lazy.pattern("[谁吗呢哪几吧么啥否怎何]|什么|多少|是不是|有没有|能不能|该不该|好不好|会不会|行不行")
_WINDOW, _SENTENCE = 6, 40


def _mark_in_word(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「予以通？报批评」: without the mark the characters on both sides are a word, with it they are none."""
    for match in matches(passage, _MARK_INSIDE):
        start, end = match.span("mark")
        before = re.split(rf"[^{HAN}]", passage.text[max(passage.start, start - _WINDOW) : start])[-1]
        behind = re.split(rf"[^{HAN}]", passage.text[end : min(passage.end, end + _WINDOW)])[0]
        sentence = re.split("[。；;！\n]", passage.text[max(passage.start, start - _SENTENCE) : start])[-1]
        if _ASKS.search(sentence) or passage.in_web_residue(start):
            continue
        whole, apart = cut(before + behind), (*cut(before), *cut(behind))
        word, at = _over(whole, len(before))
        if word and len(whole) < len(apart) and before[-1] != behind[0]:
            said = f"「{word}」中间插进了「{match['mark']}」，多半是编码转换时留下的。"
            low, high = start - at, end + len(word) - at
            yield rule.finding(passage, low, high, said, suggestion=word)


def _over(words: Sequence[str], place: int) -> tuple[str, int]:
    """The word that goes over a place and how much of it stands before; an empty one if none does."""
    begun = 0
    for word in words:
        if begun < place < begun + len(word):
            return word, place - begun
        begun += len(word)
    return "", 0


RULES = (
    Rule(
        name="encoding.mark_in_word",
        category="encoding_damage",
        severity="warning",
        explain="一个词中间夹着问号，不是问句，多半是编码转换时留下的。",
        fires="对不按要求公开的，予以通？报批评。",
        passes="公开栏有人管？理由是什么？对不按要求公开的，予以通报批评。",
        find=meeting(_mark_in_word, _MARK_INSIDE),
    ),
    Rule(
        name="encoding.lost_figure",
        category="encoding_damage",
        severity="error",
        explain="有的网页把数字滤掉了，只剩下「投入万多元」「设置了个窗口」「公开率达。」，要对照原稿补上。",
        fires="投入经费万多元，设置了个职能窗口，自月份运行以来公开率达。",
        passes="投入经费10万多元，设置了8个职能窗口，自3月份运行以来公开率达100%，剩余人员另行安排。",
        find=searching(
            _LOST,
            "「{}」里的数字丢失了。",
            suggestion="对照原稿补上数字",
            near="万元 万多元 万余元 多元 亿元 了个 了名 了件 了起 了条 了份 了期 了处 了户 自月份 从月份 自年月 从年月 率达 率为 多人次 多起 余起 余件 余人次 余份 余条 余户 余场 平方米 立方米",
            unless=_asked_for,
        ),
    ),
    Rule(
        name="encoding.lost_dash",
        category="encoding_damage",
        severity="warning",
        explain="起止之间的连接号、日期里的「年」「月」丢了，数字连在一起，如「（20212025年）」「8:3012:00」「2025 1 1 日」。",
        fires="按照实施纲要（20212025年）的要求，工作时间为8:3012:00。",
        passes="按照实施纲要（2021—2025年）的要求，工作时间为8:30—12:00，编号20212025。",
        find=searching(
            r"(?:截至|截止|每年|截止到|截至到)(?P<mark5>(?:1[0-2]|[1-9])(?:3[01]|[12]\d)日)|(?:自|从|至|到|于|年)(?P<mark6>(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])日)|(?P<mark7>(?<!\d)0\d{2,3}[-—－]\d{7,8}0\d{2,3}[-—－]\d{7,8}(?!\d))|(?P<mark4>(?<!\d)20\d\d[ \u3000]{1,3}[01]?\d[ \u3000]{1,3}[0-3]?\d[ \u3000]{0,3}日)|(?<![\d.])(?P<mark>(?:19|20)\d\d(?:19|20)\d\d)(?=年)|(?<![\d:：])(?P<mark2>[012]?\d[:：][0-5]\d[012]?\d[:：][0-5]\d)(?![\d:：])"
            r"|(?P<mark3>(?<!\d)1?\d月[123]?\d日1?\d月[123]?\d日)",
            "「{}」中间丢了连接号或者「年」「月」。",
            suggestion="对照原稿补上",
            near=" ".join(f"{nth}{mark}" for nth in range(10) for mark in "年日:：-—－")
            + " 日1 日2 日至 日止 日起 日前 日， 日, 日。 日） 日)",
        ),
    ),
    Rule(
        name="encoding.cyrillic",
        category="encoding_damage",
        severity="error",
        explain="汉字之间的俄文字母是网页的分隔符或乱码，要删去。",
        fires="村务公开监督小组组员任期和本届村委会相同。Р 第二十九条 成立民主理财小组。",
        passes="村务公开监督小组组员任期和本届村委会相同。俄文译本《Россия》另行公布。",
        find=searching(
            rf"(?<![{_CYRILLIC}A-Za-z])(?<![{_CYRILLIC}][ ,.:«»-])[{_CYRILLIC}]{{1,3}}(?![{_CYRILLIC}A-Za-z])(?![ ,.:«»-]{{1,2}}[{_CYRILLIC}])",
            "这里混入了俄文字母「{}」，多半是乱码。",
            suggestion="删去",
            near=" ".join(_CYRILLIC),
        ),
    ),
)

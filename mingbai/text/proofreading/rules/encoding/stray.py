"""Single strangers among Chinese characters: letters of other blocks, sounds for characters, signs before a stop, rare look-alikes."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, given, is_word
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.rules._traditional import SIMPLIFIED
from mingbai.text.proofreading.rules.encoding.forms import FOREIGN
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_CATEGORY: Category = "encoding_damage"
# Blocks that no paper has a letter of: phonetic signs, kanbun, strokes, Hangul jamo, Indic, Armenian, Georgian, Yi.
_BLOCKS = "\u0250-\u02c6\u02c8-\u036f\u0530-\u058f\u0900-\u0dff\u10a0-\u11ff\u1680-\u16ff\u1e00-\u1eff\u2c00-\u2dff\u2ff0-\u2fff\u3130-\u319f\u31a0-\u31ef\ua000-\ua4cf\ua500-\uabff"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɡɑ"
_UNLIKE = "¸´¯ª¨¬¦¶¤ˇˉ˙`^~#＃$＄&＆@＠|｜"
_STOP = "，。；、：！？"

# Everyday characters of GB 2312 that scanning puts for others; alone they stand in few words.
_LIKE = {
    "糸": "系",
    "釆": "采",
    "囗": "口",
    "怏": "快",
    "氐": "低",
    "曰": "日",
    "戍": "成",
    "笫": "第",
    "亊": "事",
    "竺": "笃",
    "汆": "余",
    "佘": "余",
    "汩": "汨",
    "祟": "崇",
    "祗": "祇",
    "孓": "子",
    "孑": "子",
    "毌": "母",
    "刍": "争",
}
_LIKE_WORDS = waiting_for(tuple(_LIKE))
# 「怏怏不乐」, 「子曰」, 「卫戍」: where they are meant.
_MEANT_SO = lazy.pattern(r"怏怏|卫戍|戍边|屯戍|鬼祟|作祟|祟祟|天竺|孑然|孑孓|反刍|刍议|氽|子曰|诗云|曰[：:]")


# Parts of characters, which no text has alone: 「组」 that came apart into 「纟且」.
_PARTS = "亻讠纟钅饣扌忄氵犭衤礻疒艹灬辶廴冫宀冖刂卩攵彳彡丬阝隹聿疋豸尢殳爿夂攴彐屮廾巛冂勹罒罓虍糹訁釒飠"


def _look_alikes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A character that makes an everyday word with its neighbour only when read as the one it looks like."""
    for place in prose_with(passage, _LIKE_WORDS):
        offset, line = passage.prose[place]
        for match in re.finditer(f"[{''.join(_LIKE)}]", line):
            at, letter = match.start(), match.group()
            before, after = line[max(at - 1, 0) : at], line[at + 1 : at + 2]
            meant = _LIKE[letter]
            own = any(len(word) > 1 and is_word(word) for word in (before + letter, letter + after))
            read = any(len(word) > 1 and is_word(word) for word in (before + meant, meant + after))
            if own or not read or _MEANT_SO.search(line, max(at - 2, 0), at + 3):
                continue
            said = f"「{letter}」疑为「{meant}」，是识别或转换时认错的形近字。"
            yield rule.finding(passage, offset + at, offset + at + 1, said, suggestion=meant)


# Fruits, poisons and tools that papers write of: 椪柑, 二噁英.
_OF_TRADES = frozenset("椪噁碴粩磉玚畲硚垱圳昇邨")


_BLANK_IN_WORD = lazy.pattern(rf"(?P<first>[{HAN}])(?P<mark>[ \u3000])(?P<second>[{HAN}])(?![ \u3000])")
_SENTENCE, _WORD = 20, 2


def _blanks_in_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「较单 一」, 「座 位牌」: a blank inside a word of a long sentence, where neither side ends or begins a word of its own."""
    for offset, line in passage.prose:
        if (
            " " not in line
            and "\u3000" not in line
            or len(line) < _SENTENCE
            or not re.search("[，。；]", line)
        ):
            continue
        for match in _BLANK_IN_WORD.finditer(line):
            at = match.start("mark")
            word = match["first"] + match["second"]
            before, after = line[max(at - _WORD, 0) : at], line[at + 1 : at + 1 + _WORD]
            # 「成 员由」: a label set wide begins its clause.
            if (
                at < _WORD
                or line[at - 2] in " \u3000，。；：:"
                or not is_word(word)
                or is_word(before)
                or is_word(after)
            ):
                continue
            said = f"「{word}」中间有空格。"
            yield rule.finding(passage, offset + at - 1, offset + at + 2, said, suggestion=word)


def _strangers(passage: Passage) -> str:
    """Characters of the passage outside GB 2312 that are neither traditional nor Japanese forms of everyday ones."""
    return "".join(
        letter
        for letter in passage.uncommon
        if ("\u3400" <= letter <= "\u9fff" or letter >= "\U00020000")
        and letter not in SIMPLIFIED
        and letter not in FOREIGN
        and letter not in _OF_TRADES
    )


# In names of people and places rare characters are at home.
_PLACE_AFTER = lazy.pattern(
    r"[^，。；\n]{0,2}[村庄镇乡路街组屯寨湾河山岭塘坝桥湖沟洲岛坪冲垸圩江水溪港镇县市区社园沱口头子堰坳]"
)
_NAME_BEFORE = 3


def _is_named(before: str, known: frozenset[str]) -> bool:
    """「刘喆」, 「王喆堃」: a surname before, that is no part of a word (「提高素貭」)."""
    if before[-1:] in known:
        return not is_word(before[-2:])
    return before[-2:-1] in known and not is_word(before[-2:]) and not is_word(before[-3:-1])


def _rare_letters(rule: Rule, passage: Passage) -> Iterator[Finding]:
    known, strange = surnames(passage), passage.once(_strangers)
    for match in re.finditer(f"[{strange}]", passage.body) if strange else ():
        at = passage.start + match.start()
        before, after = (
            passage.text[max(at - _NAME_BEFORE, passage.start) : at],
            passage.text[at + 1 : at + 2],
        )
        named = _is_named(before, known) or _PLACE_AFTER.match(passage.text, at + 1)
        han = re.search(f"[{HAN}]$", before) or re.match(f"[{HAN}]", after)
        own = any(is_word(word) for word in (before[-1:] + match.group(), match.group() + after))
        if named or own or not han or mentioned(passage, match) or passage.in_web_residue(at):
            continue
        said = f"「{match.group()}」是极少用的字，多半是转换或识别出的错字。"
        yield rule.finding(passage, at, at + 1, said, suggestion="对照原稿改正")


def _spelled(passage: Passage, match: re.Match[str]) -> bool:
    """「Café」 and the pronunciation that a text gives on purpose."""
    line = passage.text[max(match.start() - 12, passage.start) : match.end() + 12]
    return "音" in line or "拼" in line or mentioned(passage, match)


RULES = (
    Rule(
        name="encoding.other_block",
        category=_CATEGORY,
        severity="error",
        explain="汉字旁边的音标、训读符号、彝文、印度文字等，是字库或编码出错留下的（「其㆗」应为「其中」）。",
        fires="公开信息128条，其㆗财政信息32条。",
        passes="公开信息128条，其中财政信息32条，第㈠类，μ值，Ⅲ类水质。",
        find=searching(
            f"(?<=[{HAN}{_STOP}])[{_BLOCKS}]{{1,12}}|[{_BLOCKS}]{{1,12}}(?=[{HAN}{_STOP}])",
            "「{}」不是通用的文字，是编码或字库的错误。",
            suggestion="对照原稿改正",
            needs_class=_BLOCKS,
            unless=_spelled,
        ),
    ),
    Rule(
        name="encoding.phonetic_sign",
        category=_CATEGORY,
        severity="error",
        explain="汉字、数字旁边单独一个注音符号「ㄓ」「ㄆ」，是字库或编码出错留下的。",
        fires="计划年底前完成剩余288户ㄓ\n",
        passes="两岸交流中介绍了注音符号“ㄅㄆㄇㄈ”。",
        find=searching(
            f"(?<=[{HAN}\\d{_STOP}])[ㄅ-ㄩ]{{1,2}}(?=[{HAN}\\d{_STOP}\n]|$)",
            "「{}」不是通用的文字，是编码或字库的错误。",
            suggestion="对照原稿改正",
            near=" ".join("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ"),
            unless=mentioned,
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.sound_for_word",
        category=_CATEGORY,
        severity="warning",
        explain="「业务水平有待提ɡāo」：汉字的位置上是带声调的拼音，多半是网页防检索或字库缺字留下的。",
        fires="业务水平有待提ɡāo。",
        passes="“囡”字读音nān，推广Café文化。",
        find=searching(
            rf"(?<=[{HAN}])(?:[a-z]{{0,4}}[{_TONES}][a-z{_TONES}]{{0,4}}){{1,2}}(?=[{HAN}{_STOP}\n]|$)",
            "「{}」是拼音，应当写汉字。",
            suggestion="换成汉字",
            near=" ".join(_TONES),
            unless=_spelled,
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.sign_before_stop",
        category=_CATEGORY,
        severity="warning",
        explain="词和标点之间夹着「¸」「´」「~」一类没有意义的符号，是转换留下的。",
        fires="工作人员变动频繁，业务不够熟练¸。",
        passes="面积约3~5亩，温度为25℃。",
        find=searching(
            rf"(?<=[{HAN}])[{_UNLIKE}]{{1,3}}(?=[{_STOP}])|(?<=[{HAN}])[{_UNLIKE[:12]}]{{1,3}}$",
            "「{}」没有意义，是转换留下的符号。",
            suggestion="删去",
            near=" ".join(_UNLIKE),
            unless=mentioned,
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.letter_for_stop",
        category=_CATEGORY,
        severity="warning",
        explain="句末的「。」识别成了字母「Ｏ」「o」。",
        fires="对后两名的负责人进行诫勉谈话Ｏ\n四、主要成效",
        passes="血型为Ｏ型，方案分为甲、乙、Ｏ三种。",
        find=searching(
            rf"(?<=[{HAN}][{HAN}])[ＯｏOo○〇](?=\s*$)(?<!型.)(?<!血.)|(?<=[{HAN}%％])．(?=\s*$)",
            "句末的「{}」疑为句号。",
            suggestion="。",
            near="Ｏ ｏ O o ○ 〇 ．",
            unless=lambda passage, match: (
                passage.text[match.start() - 1 : match.start()] in "二一三四五六七八九"
            ),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.empty_straight_quotes",
        category=_CATEGORY,
        severity="warning",
        explain="汉字之间一对空的半角引号，引号里的字丢了，或者引号放错了地方。",
        fires='实行公文""公开属性先行审查。',
        passes='实行公文"公开属性"先行审查，代码为value=""。',
        find=searching(
            rf"(?<=[{HAN}])(?:\"\"|''|＂＂)(?=[{HAN}])",
            "引号里是空的。",
            suggestion="补上引号里的字，或删去引号",
            near="\"\" '' ＂＂",
        ),
    ),
    Rule(
        name="encoding.box_in_figure",
        category=_CATEGORY,
        severity="error",
        explain="「3□6张」「300m?」「0ô起」：数字中间、后面的方框和怪字是没有显示出来的数字、单位。",
        fires="全年审核票据3□6张。",
        passes="□是 □否，编号：□□□，选项1□ 选项2□。",
        find=searching(
            r"\d[□■▇█▯☐◇◆]{1,3}\d(?=[\d.%％一-鿿])|\d\.[□■▯☐]{1,3}(?=[\d%％一-鿿])|\d\s?(?:k?m|c?m|KM)[?？](?=[一-鿿，。；、）])|\d[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{1,2}(?=[一-鿿])",
            "「{}」里有数字或单位没有显示出来。",
            suggestion="对照原稿补上数字",
            near="□ ■ ▇ █ ▯ ☐ ◇ ◆ m? m？ M? M？ "
            + " ".join(map(chr, (*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x250)))),
        ),
    ),
    Rule(
        name="encoding.invisible_at_mark",
        category=_CATEGORY,
        severity="info",
        explain="零宽字符夹在标点旁边，看不见，但会影响检索和排版。同一文件只提示一次。",
        fires="推广电子证照，\u200b\u200b办理事项免提交材料。",
        passes="推广电子证照，办理事项免提交材料。",
        find=searching(
            f"(?<=[{_STOP}“”（）《》\\d])[\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+|[\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+(?=[{_STOP}“”（）《》\\d])",
            "标点旁边夹着看不见的零宽字符。",
            suggestion="删去",
            needs_class="\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff",
        ),
    ),
    Rule(
        name="encoding.look_alike_letter",
        category=_CATEGORY,
        severity="warning",
        explain="「干群关糸」「曰常工作」：形近的字认错了，改回去正好是常用词。",
        fires="密切了干群关糸，做好曰常工作。",
        passes="子曰：学而时习之。卫戍部队，防止腐败作祟。",
        find=Waiting(_LIKE_WORDS, _look_alikes),
    ),
    Rule(
        name="encoding.blank_in_word",
        category=_CATEGORY,
        severity="info",
        explain="「较单 一」「座 位牌」：一句话里，一个词中间夹着空格，多半是换行或识别留下的。",
        fires="二是宣传教育的形式较单 一，群众参与不够。",
        passes="组 长：王喆，副组长：李明，成 员由各站所负责人组成。",
        find=Waiting(waiting_for((" ", "\u3000")), _blanks_in_words),
    ),
    Rule(
        name="encoding.split_letter",
        category=_CATEGORY,
        severity="error",
        explain="「纟且织」「认识不到亻立」：一个字拆成了两半，只剩偏旁，是识别或转换的错误。",
        fires="认识不到亻立，纟且织不力。",
        passes="“氵”旁的字共12个，老人彳亍而行。",
        find=searching(
            rf"(?<=[{HAN}，。、；：\n])[{_PARTS}](?=[{HAN}])(?!亍)",
            "「{}」是拆开的字的偏旁。",
            suggestion="对照原稿合成一个字",
            near=" ".join(_PARTS),
            unless=lambda passage, match: (
                mentioned(passage, match) or passage.text[match.end() : match.end() + 1] in "旁字部头底"
            ),
        ),
    ),
    Rule(
        name="encoding.rare_letter",
        category=_CATEGORY,
        severity="info",
        explain="「公囸」「社会抚飬费」：夹在常用词里的极少用的字，多半是转换或识别出的错字。人名、地名里的不算。",
        fires="做到公平、公囸、公开。",
        passes="副镇长刘喆、堃祎村支部书记负责。",
        find=given(_strangers, _rare_letters),
    ),
)

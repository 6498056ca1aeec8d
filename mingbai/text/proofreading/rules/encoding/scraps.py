"""Scraps of damage inside good Chinese: two or three letters of mojibake, one foreign character, a sign that tore a word."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, given, is_word
from mingbai.text.proofreading.rules._traditional import SIMPLIFIED
from mingbai.text.proofreading.rules.encoding.damage import rare_han
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# What cp1252 and Latin-1 make of single bytes.
_WESTERN_RUN = lazy.pattern("[\u00a1-\u00ffŒœŠšŽžŸ][\u0080-\u00ffŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,60}")
_SINGLE_SIGNS = frozenset("±×÷°·§¨¥£")
_MARKS = frozenset("。，、；：？！（）《》“”…—")
_FIRST_COMMON, _LAST_COMMON = 0xB0, 0xD7


def _western_letters(passage: Passage) -> str:
    return "".join(letter for letter in passage.uncommon if "\u00a1" <= letter <= "\u00ff")


def _as_bytes(run: str) -> bytes:
    """The bytes that a Western code page showed as these letters."""
    made = bytearray()
    for letter in run:
        try:
            made += letter.encode("cp1252")
        except UnicodeEncodeError:
            made += letter.encode("latin-1", "replace")
    return bytes(made)


def _meant(run: str) -> str | None:
    """The Chinese that the letters once were, read as UTF-8 or as GBK; None where they make none."""
    encoded = _as_bytes(run)
    try:
        read = encoded.decode("utf-8")
    except UnicodeDecodeError:
        read = ""
    if re.fullmatch(rf"[{HAN}，。、；：（）《》“”]+", read):
        return read
    if len(encoded) % 2 or any(not 0xA1 <= byte <= 0xFE for byte in encoded):
        return None
    decoded = encoded.decode("gbk", "replace")
    common = [_FIRST_COMMON <= byte <= _LAST_COMMON for byte in encoded[::2]]
    if all(known or letter in _MARKS for known, letter in zip(common, decoded, strict=True)):
        return decoded
    return None


def _western_scraps(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _WESTERN_RUN.finditer(passage.text, passage.start, passage.end):
        if set(match.group()) <= _SINGLE_SIGNS:
            continue
        for end in range(match.end(), match.start() + 1, -1):
            original = _meant(passage.text[match.start() : end])
            if original:
                said = f"这里是编码错误造成的乱码，原文可能是「{original}」。"
                yield rule.finding(passage, match.start(), end, said, suggestion=original)
                break


def _cut_short(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The first two bytes of a Chinese character read as GBK, and the third one lost: 「鐨?」 for 的."""
    for match in re.finditer(f"[{passage.once(rare_han)}][?？\ufffd□]", passage.body):
        encoded = match.group()[0].encode("gb18030")
        if len(encoded) == 2 and 0xE3 <= encoded[0] <= 0xEF and 0x80 <= encoded[1] <= 0xBF:
            start = passage.start + match.start()
            said = f"「{match.group()}」是编码错误造成的乱码，原来的字丢了一部分。"
            yield rule.finding(passage, start, start + len(match.group()), said, suggestion="对照原稿改正")


# A text in another writing has them everywhere; so few stand alone.
_ALONE = 6


def _single_traditional(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One traditional character that makes an everyday word with its neighbour, in a simplified text."""
    found = [letter for letter in passage.once(rare_han) if letter in SIMPLIFIED]
    if not found:
        return
    places = list(re.finditer(f"[{''.join(found)}]", passage.body))
    for match in places if len(places) <= _ALONE else ():
        at = passage.start + match.start()
        before, after = passage.text[max(at - 2, passage.start) : at], passage.text[at + 1 : at + 3]
        meant = SIMPLIFIED[match.group()]
        quoted = "“" in passage.text[max(at - 8, 0) : at] and "”" in passage.text[at : at + 8]
        if not quoted:
            said = f"「{match.group()}」是繁体字，应为「{meant}」。"
            severity: Severity = rule.severity if _makes_word(before, meant, after) else "info"
            yield rule.finding(passage, at, at + 1, said, suggestion=meant, severity=severity)


def _makes_word(before: str, letter: str, after: str) -> bool:
    words = (
        before[-1:] + letter,
        letter + after[:1],
        before[-1:] + letter + after[:1],
        before + letter,
        letter + after,
    )
    return any(len(word) > 1 and is_word(word) for word in words)


_TEARING = "◇◆▲△▽▼☆★◎●♀♂※＃#＠@＆&$＄^＾=＝<>{}\\[\\]_＿`·•・﹒'\"|｜\\\\"
_TORN = lazy.pattern(rf"(?P<first>[{HAN}])(?P<mark>[{_TEARING}]{{1,3}})(?P<second>[{HAN}])")
_TEARING_SIGNS = waiting_for(tuple("◇◆▲△▽▼☆★◎●♀♂※＃#＠@＆&$＄^＾=＝<>{}[]_＿`·•・﹒'\"|｜\\"))


def _torn_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A sign in the middle of a word: 「公◆开」. Signs between two words may part them on purpose."""
    for place in prose_with(passage, _TEARING_SIGNS):
        offset, line = passage.prose[place]
        for match in _TORN.finditer(line):
            word = match["first"] + match["second"]
            before, after = line[: match.start("mark")][-2:], line[match.end("mark") :][:2]
            if not is_word(word) or is_word(before) or is_word(after):
                continue
            start, end = match.span("mark")
            said = f"「{word}」中间夹着「{match['mark']}」。"
            yield rule.finding(passage, offset + start, offset + end, said, suggestion=word)


_KANA = "ぁ-んァ-ヺ"
_HALF_KANA = "\uff61-\uffdc"
_KANA_LETTERS = " ".join(map(chr, [*range(0x3041, 0x3094), *range(0x30A1, 0x30F7)]))
_UNIT = "(?:批次|公里|万元|亿元|平方米|小时|分钟|人次|[条件次个人户起份篇期处家项名辆台亩座栋间场类种套支块张元万亿%％年月日岁倍届])"


def _about_japan(passage: Passage, match: re.Match[str]) -> bool:
    around = passage.text[max(match.start() - 20, passage.start) : match.end() + 20]
    return re.search("日[语本文]|“[^”]{0,12}の", around) is not None or mentioned(passage, match)


def _begins_item(passage: Passage, match: re.Match[str]) -> bool:
    """「⑴3年内……」 at the head of an item numbers it."""
    before = passage.text[max(match.start() - 1, passage.start) : match.start()]
    return not re.match(rf"[{HAN}\d]", before)


RULES = (
    Rule(
        name="encoding.western_scrap",
        category="encoding_damage",
        severity="error",
        explain="一两个汉字变成了带符号的西文字母（「ÔÚ」「å…¬」），还原成字节就是原来的字。",
        fires="开通½ÌÓý局网站，ÔÚ线办理。",
        passes="误差±3%，气温25°，Café、naïve、São Paulo，尺寸3×5。",
        find=given(_western_letters, _western_scraps),
    ),
    Rule(
        name="encoding.cut_short",
        category="encoding_damage",
        severity="error",
        explain="「鐨?」「鍔�」是一个汉字的编码读错了，又丢了一截。",
        fires="公开鐨?内容更加全面。",
        passes="由刘喆负责的事项是什么？张堃?",
        find=given(rare_han, _cut_short),
    ),
    Rule(
        name="encoding.utf8_mark",
        category="encoding_damage",
        severity="error",
        explain="「锛」「銆」「鈥」「锘」是标点或文件头的编码读错后的样子，中文里几乎不用。",
        fires="加强领导锛明确责任銆",
        passes="铁锛、木工工具登记。",
        find=searching(
            rf"[銆鈥锘][{HAN}?？\ufffd]?|(?<=[{HAN}])锛(?=[{HAN}?？\ufffd])(?<!铁锛)(?<!用锛)",
            "「{}」是标点的编码读错造成的乱码。",
            suggestion="改为原来的标点",
            near="銆 鈥 锘 锛",
            unless=mentioned,
        ),
    ),
    Rule(
        name="encoding.filler_short",
        category="encoding_damage",
        severity="error",
        explain="「烫烫」「锟」「葺葺」是程序出错留下的填充字，夹在正文里。",
        fires="对不及时的烫烫责令改正。",
        passes="饭菜滚烫烫的，实现屯屯通硬化路，烫伤门诊。",
        find=searching(
            r"(?<!滚)烫{2,}(?!的)|锟|葺{2,}|铪{2,}|蹋蹋蹋|屯屯(?![通有都建设相])(?=[^一-鿿]|$)|ÿ{2,}",
            "「{}」是编码错误造成的乱码。",
            suggestion="对照原稿改正",
            near="烫烫 锟 葺葺 铪铪 蹋蹋 屯屯 ÿÿ",
            unless=mentioned,
        ),
    ),
    Rule(
        name="encoding.traditional_single",
        category="encoding_damage",
        severity="warning",
        explain="简体文稿里单独出现一个繁体字，与旁边的字正好是一个常用词，多半是转换时留下的。",
        fires="進一步规范公开内容，提高工作效率。",
        passes="镇中心“國营饭店”旧址已经修缮，由村民刘喆负责。",
        find=given(rare_han, _single_traditional),
    ),
    Rule(
        name="encoding.torn_word",
        category="encoding_damage",
        severity="error",
        explain="一个词中间夹着星号、方块、竖线一类的符号，多半是转换或防复制留下的。",
        fires="及时公◆开财政信息。",
        passes="申请·受理·审核，★重点工作，首页|新闻，党史·国史。",
        find=Waiting(_TEARING_SIGNS, _torn_words),
    ),
    Rule(
        name="encoding.kana",
        category="encoding_damage",
        severity="warning",
        explain="汉字中间夹着日文假名，多半是编码转换错误。",
        fires="及时解决ウ问题。",
        passes="开设日语（ひらがな）培训班，打造“乡村の味”品牌。",
        find=searching(
            rf"(?<=[{HAN}，。、；：])[{_KANA}]{{1,4}}(?=[{HAN}，。、；：])",
            "汉字中间夹着假名「{}」。",
            suggestion="对照原稿改正",
            near=_KANA_LETTERS,
            unless=_about_japan,
        ),
    ),
    Rule(
        name="encoding.half_kana",
        category="encoding_damage",
        severity="warning",
        explain="半角的日文假名和半角句号（｡､｢｣）是编码转换错误留下的。",
        fires="强化组织领导｡今后ﾉ目标",
        passes="强化组织领导。今后目标",
        find=searching(
            f"[{_HALF_KANA}]{{1,20}}",
            "「{}」是错误的字符。",
            suggestion="对照原稿改正",
            needs_class=_HALF_KANA,
        ),
    ),
    Rule(
        name="encoding.digits_of_two_widths",
        category="encoding_damage",
        severity="warning",
        explain="一个数字里有的是全角、有的是半角，或者混着带圈、带点的数字，多半是拼接或识别留下的。",
        fires="合格率9８.2%，新建公厕1⒉座，下降⑴3.5%。",
        passes="⑴3年内完成。①2021年；②2022年。总数98.2%，共１２座。",
        find=searching(
            rf"[0-9]{{1,8}}[.．][０-９]{{1,4}}|[０-９]{{1,8}}[.．][0-9]{{1,4}}|[0-9]{{1,8}}[０-９][0-9０-９.]{{0,8}}|[０-９]{{1,8}}[0-9][0-9０-９.]{{0,8}}|(?<=[0-9])[⒈-⒛⑴-⒇](?=[{HAN}%％])|(?<=[{HAN}])[⒈-⒐⑴-⑼][0-9]{{1,4}}(?:\.\d{{1,2}})?(?={_UNIT}|\.)",
            "「{}」里的数字写法不一致。",
            suggestion="统一用半角数字",
            near=" ".join("０１２３４５６７８９⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
            unless=_begins_item,
        ),
    ),
    Rule(
        name="encoding.digits_apart",
        category="encoding_damage",
        severity="warning",
        explain="一个数字中间夹着空格（「1 8 6种」「20 21年」），多半是从 PDF 复制时带进来的。",
        fires="对1 8 6种药物实行零差率，抽检1,2 86批次，20 21年完成。",
        passes="共 186 种药物，电话 0564 3281234，1 286万元。",
        find=searching(
            rf"(?<![\d.,，-])\d(?:[ \u3000]\d){{1,5}}(?={_UNIT})(?<!\d\d)|(?<=[{HAN}])[０-９]{{1,3}}[ \u3000][０-９]{{1,4}}(?={_UNIT})|(?<!\d)\d{{1,3}}[,，](?:\d{{1,2}} \d{{1,2}}|\d \d\d)(?=[{HAN}])|(?<![\d.-])(?:20 [0-3]\d|2 0[0-3]\d|20[0-3] \d|19 \d\d|199 \d|2 0 [0-3] \d)(?=年)",
            "数字「{}」中间夹着空格。",
            suggestion="删去空格",
            near="年 条 件 次 个 人 户 起 份 篇 期 处 家 项 名 辆 台 亩 座 栋 间 场 类 种 套 支 块 张 元 万 亿 % ％ 月 日 岁 倍 届 批 公里 小时",
        ),
    ),
    Rule(
        name="encoding.letter_in_number",
        category="encoding_damage",
        severity="error",
        explain="数字里混着字母 O、l、I，多半是扫描识别错误。",
        fires="不合格I8批次，收缴率只有7O%，建议ｌ6件。",
        passes="I类水质断面3个，5G基站12座，1l油，O2O模式，A3纸。",
        find=searching(
            rf"(?<![A-Za-z0-9.．-])(?:[lIｌＩ]\d{{0,2}},\d{{3}}|[lIOｌＩＯ]\d{{1,4}}|[lIｌＩOＯo]\.\d{{1,2}}|\d{{1,4}}[OＯoｏ]{{1,3}}\d{{0,3}}|\d{{1,3}}[lIｌＩ]\d{{0,3}})(?=[余多]?{_UNIT})(?![类型级]|[年月日]?[A-Za-z])",
            "「{}」里的数字识别错了。",
            suggestion="对照原稿改正",
            near="l I O o ｌ Ｉ Ｏ ｏ",
        ),
    ),
    Rule(
        name="encoding.page_feed",
        category="encoding_damage",
        severity="warning",
        explain="换页符夹在句子中间，会让检索和排版出错。",
        fires="办理户\x0c口业务",
        passes="办理户口业务。\x0c二、其他",
        find=Waiting(
            waiting_for(("\x0c", "\x85", "\u2028", "\u2029", "\ufffc")),
            searching(
                rf"(?<=[{HAN}，、])[\x0c\x85\u2028\u2029]+(?=[{HAN}])|[\ufffc\u2400-\u2426]+",
                "这里夹着看不见的换页符或对象占位符。",
                suggestion="删去",
            ),
        ),
    ),
    Rule(
        name="encoding.signs_instead",
        category="encoding_damage",
        severity="warning",
        explain="汉字之间接连的「##」「@@」「$$」「◇◇」是没有显示出来的内容。",
        fires="人均培训时间####小时，栏目更新◇◇及时。",
        passes="★★★级景区，电话##转人工，公开率**",
        find=searching(
            rf"(?<=[{HAN}])(?:[#＃]{{2,8}}|[@＠]{{2,8}}|[$＄]{{2,8}}|[◇◆◎△▽▼▲]{{2,8}}|[〇]{{3,8}}|[^\S\r\n]?[~～^]{{3,8}})(?=[{HAN}，。；、]|$)(?!转)",
            "「{}」是没有显示出来的内容。",
            suggestion="对照原稿补上",
            near="## ＃＃ @@ ＠＠ $$ ＄＄ ◇◇ ◆◆ ◎◎ △△ ▽▽ ▼▼ ▲▲ 〇〇〇 ~~~ ～～～ ^^^",
            flags=re.MULTILINE,
        ),
    ),
)

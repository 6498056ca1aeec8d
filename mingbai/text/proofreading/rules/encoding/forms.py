"""Characters of another writing in a simplified text, signs read as letters, characters set twice: scanning and conversion."""

import re
from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules.encoding.damage import rare_han

# Japanese forms, as scanners and input methods put them → what is meant.
FOREIGN = dict(
    zip(
        "査幵歩対両戸黒毎徳渉変単図団売労広実気済県郷応囲圧発経総検験険権観関帰顔駅択沢訳釈闘残銭剣斉斎戦弾禅蔵臓縦従営栄覚学挙誉拠拡渋壊懐巻陥歓勧漢",
        "查开步对两户黑每德涉变单图团卖劳广实气济县乡应围压发经总检验险权观关归颜驿择泽译释斗残钱剑齐斋战弹禅藏脏纵从营荣觉学举誉据扩涩坏怀卷陷欢劝汉",
        strict=True,
    )
)
_SAME = frozenset("残")
# Traditional characters that official papers use most; two side by side are no name.
_TRADITIONAL = frozenset(
    "強準級務屬歸檔條訊訴訟諮詢貧貼賬賠賽趙蹟輝輯辯辭邏鄧鄭醜釀鈴鉛銅銀銷鋒鋪錦鍛鎖鑒閘闊闡隊階隸雖霧韓頓頻顆顧飯飲飾餘餐驅驕驚鬧魯鴻鵬鹽麥鼓佈佔併債傳傷僅優償儘內凍劃劇勢勵勻"
    "這個們來時國說為會與學對發經過後進種將實現關點應從動長開問機業當兩體務員門產間內總數無論條變東車進還樣長資電話選舉讓認設議計書寫證辦導處該給結經統組織維護級紀線練續網綜網羅"
    "義習聯職聽聲膽臺興舉藝節葉萬蘇藥處號補規視覽觀計訂討訓記訪設許評詞試話該詳語誤說課調談請諸謀講謝證識譯議護讀變讓豐負財貢貧貨責貴費資賓質賬購贊趕跡軌軍軟輕載較輔輪輸轄轉農運過達遠適選遺還鄉鄰醫釋針鋼錄錢錯鎮鏡長門閉開閱閒間閣關陣陳陽際險隨雙雜離難雲電靈靜響頁頂項順須預領頭題額願類風飛館馬駐驗體鬥魚鮮麗麼黃點黨齊齒龍"
    "貫徹徵圍團圖場報壓處備複執幾廣廠應態慶憂憲懷戶戰據採換揚損擁擇擊擔擴擾攝收敗數斷於時晉暫術樓標樣樹橋機檔檢權歡歲歷歸殘氣決沒況淨測渡湧準溫滅漸濟灣為無煙營爭爺牆狀獨獲環現產畢畫異當療發盡監盤眾確碼禮種稱積穩窮競筆節範築簡簽糧純級終組結絕給統絲經維綱網緊線編緩練縣縮縱總績織繼續罰罷"
)


def _foreign_forms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One or two such characters; a whole text in another writing is reported once by its pairs."""
    found = [letter for letter in passage.once(rare_han) if letter in FOREIGN and letter not in _SAME]
    if not found:
        return
    for match in re.finditer(f"[{''.join(found)}]", passage.body):
        at = passage.start + match.start()
        near = passage.text[max(at - 1, passage.start) : at + 2]
        if sum(letter in _TRADITIONAL for letter in near if letter != match.group()):
            continue
        meant = FOREIGN[match.group()]
        said = f"「{match.group()}」不是规范汉字，应为「{meant}」。"
        yield rule.finding(passage, at, at + 1, said, suggestion=meant)


def _traditional(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = "".join(letter for letter in passage.once(rare_han) if letter in _TRADITIONAL)
    if not found:
        return
    count = sum(map(passage.body.count, found))
    if count >= _WHOLE and count * _THROUGHOUT > len(passage.body):
        said = "全文是繁体字，规范的公文用简化字。"
        yield rule.finding(passage, passage.start, passage.end, said, suggestion="改为简化字")
        return
    reached = -_FAR
    for match in re.finditer(rf"[{found}]{{2,}}|[{found}][{HAN}]?[{found}]", passage.body):
        start, end = passage.start + match.start(), passage.start + match.end()
        if start < reached + _FAR or _is_named(passage, start, end):
            continue
        reached = end
        said = f"「{match.group()}」是繁体字，规范的公文用简化字。"
        yield rule.finding(passage, start, end, said, suggestion="改为简化字")


_FAR = 400
# So many characters, one in so many, and the text as a whole is in the other writing.
_WHOLE, _THROUGHOUT = 30, 12


def _is_named(passage: Passage, start: int, end: int) -> bool:
    """A shop sign or a title that is quoted in its own writing."""
    before, after = passage.text[max(start - 12, 0) : start], passage.text[end : end + 12]
    return "“" in before and "”" in after


# The everyday nouns and verbs of papers; what is doubled so on purpose (「认认真真」「公公开开」「规规范范」) is not here.
_NOUNS = (
    "工作 政务 村务 党务 信息 政府 制度 管理 监督 情况 组织 领导 服务 群众 干部 建设 发展 改版 内容 单位 部门 活动 开展 落实 加强 提高 完善"
    " 要求 进行 问题 措施 人员 办公 办理 事项 财务 社区 机关 责任 考核 检查 宣传 培训 会议 文件 报告 总结 计划 机制 平台 网站 程序 标准 重点 公示"
)
_TWINS = tuple("".join(letter * 2 for letter in noun) for noun in _NOUNS.split())


RULES = (
    Rule(
        name="encoding.foreign_form",
        category="encoding_damage",
        severity="error",
        explain="扫描识别和输入法会把常用字换成日文里的写法：「査」应为「查」，「幵」应为「开」。",
        fires="镇纪委负责监督检査，信息公幵由办公室负责。",
        passes="镇纪委负责监督检查，信息公开由办公室负责。",
        find=given(rare_han, _foreign_forms),
    ),
    Rule(
        name="encoding.traditional",
        category="encoding_damage",
        severity="warning",
        explain="简体文稿里夹着繁体字，多半是从别的网页转换来的。相近的只提示一次，引号里的招牌、书名不算。",
        fires="为貫徹落實村民自治制度，制定本章程。",
        passes="为贯彻落实村民自治制度，制定本章程。保留“國營飯店”招牌一块。",
        find=given(rare_han, _traditional),
    ),
    Rule(
        name="encoding.one_for_dash",
        category="encoding_damage",
        severity="error",
        explain="「提出一审查一公开一评议」：扫描时把连接号认成了汉字「一」。",
        fires="按照提出一审查一公开一评议一整改五个环节操作。",
        passes="按照提出—审查—公开—评议的程序操作，一村一栏一员，万众一心。",
        find=searching(
            rf"(?<![一二三四五六七八九十第{HAN}])[{HAN}]{{0,6}}?[{HAN}]{{2}}(?:一(?![些个名次年月日种项条样起致直般定旦批系道边面把级体律并且经支位])[{HAN}]{{2}}){{3,}}",
            "连接号「—」变成了汉字「一」。",
            suggestion="改为「—」",
            near="一",
        ),
    ),
    Rule(
        name="encoding.letter_for_numeral",
        category="encoding_damage",
        severity="error",
        explain="扫描识别把序号里的「三」「一」「二」认成了字母或符号：「(H)定期检查制度」。",
        fires="（二）公开栏制度。\n(H)定期检查制度。",
        passes="（A）类单位3个，（二）公开栏制度。",
        find=searching(
            rf"(?:^|(?<=[。；\n]))[ \u3000]{{0,4}}(?P<mark>[（(](?:H|Ξ|≡|I{{2,3}}|l{{2,3}}|—|一一|－|ー|―|–|-|~)[）)])(?=[{HAN}]{{2}})",
            "「{}」的序号识别错了。",
            suggestion="对照原稿改正",
            near="(H (Ξ (≡ (I (l (— (一一 (－ （H （Ξ （≡ （I （l （— （一一 （－ （ー （― （– （- （~ (ー (― (– (- (~",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.every_character_twice",
        category="encoding_damage",
        severity="error",
        explain="加粗的字从 PDF 复制出来，每个字都成了两个：「工工作作」。「认认真真」不算。",
        fires="镇政务公开工工作作实行目标管理。",
        passes="认认真真抓落实，方方面面都满意，家家户户都知道。",
        find=searching(
            rf"(?:([{HAN}])\1){{0,3}}(?:{'|'.join(_TWINS)})(?:([{HAN}])\2){{0,3}}",
            "「{}」每个字都重复了一遍。",
            suggestion="每个字只留一个",
            near=" ".join(_TWINS),
        ),
    ),
    Rule(
        name="encoding.lost_before_closing",
        category="encoding_damage",
        severity="error",
        explain="书名号、引号旁边的单个半角问号，是丢失的字（「工作的意?》」「“?开日”」）。",
        fires="认真贯彻《关于做好政务公开工作的意?》，开展“?开日”活动。",
        passes="群众问：“何时公开?”《公开了吗?》一文已经发表。",
        find=searching(
            rf"[{HAN}][?？](?=》)|(?<=“)[?？](?=[{HAN}]{{1,8}}”)|(?<=《)[?？](?=[{HAN}])",
            "「{}」里的问号是丢失的字。",
            suggestion="对照原稿补上",
            near="?》 ？》 “? “？ 《? 《？",
            unless=lambda passage, match: (
                re.search(
                    "吗|什么|怎|何|谁|哪|多少|是否", passage.text[max(match.start() - 20, 0) : match.end()]
                )
                is not None
            ),
        ),
    ),
    Rule(
        name="encoding.box_before_mark",
        category="encoding_damage",
        severity="error",
        explain="词里丢了字，只剩一个方框：「加强监□，确保」。选项前后的方框不算。",
        fires="今后要继续加强监□，确保公开实效。",
        passes="是否同意公开：同意□，不同意□。获取方式：邮寄□。",
        find=searching(
            rf"(?<=[{HAN}]{{5}})(?<!同意)(?<!邮寄)(?<!自取)□(?=[，。；、])",
            "「{}」是丢失的字。",
            suggestion="对照原稿补上",
            near="□， □。 □； □、",
            unless=lambda passage, match: (
                passage.text[passage.text.rfind("\n", 0, match.start()) + 1 : match.end() + 60]
                .split("\n")[0]
                .count("□")
                > 1
            ),
        ),
    ),
    Rule(
        name="encoding.escape_rest",
        category="encoding_damage",
        severity="error",
        explain="「u3000」「_x0015_」是没有还原的空格或控制符。",
        fires="三、存在问题u3000一是个别村公开不及时，共_x0015_12个。",
        passes="型号u3000a，文件名为a_x00b_c。",
        find=searching(
            r"(?<![A-Za-z\d])\\?u(?:3000|00[aA]0|200[bB]|201[cCdD]|2014|2022)(?![A-Za-z])|_x00[0-3][\dA-Fa-f]_",
            "「{}」是没有还原的编码。",
            suggestion="删去，或换成它代表的字符",
            near="u3000 u00 u20 _x00",
        ),
    ),
    Rule(
        name="encoding.torn_mark",
        category="encoding_damage",
        severity="error",
        explain="「锛」「銆」「鈥」是逗号、句号、引号用错编码打开后变成的字。",
        fires="做到及时、准确。銆€銆€各村每季度更新锛屽群众满意。",
        passes="做到及时、准确。各村每季度更新，群众满意。木工工具有斧、锛、凿。",
        find=searching(
            rf"[銆鈥][^\s{HAN}]?(?:[銆鈥][^\s{HAN}]?){{0,5}}|锛(?=[屽氾紝堬岋])|〓{{1,4}}",
            "「{}」是编码错误造成的乱码，或者没有显示出来的字。",
            suggestion="对照原稿改正",
            near="銆 鈥 锛 〓",
        ),
    ),
    Rule(
        name="encoding.signs_for_figures",
        category="encoding_damage",
        severity="error",
        explain="数字变成了「★★」「◆」一类的记号，或者半角、全角数字混在一个数里，是转换时弄坏的。",
        fires="公开事项★★项，公共服务◆◆项，办结11８件次。",
        passes="公开事项36项，★为重点项目，◆个人信息不公开。",
        find=searching(
            rf"(?<=[{HAN}])[★☆◆◇●▲※＃]{{1,3}}(?=[项件条次份户名个](?:[，。、；]|$))|[0-9]+[０-９]+|[０-９]+[0-9]+",
            "「{}」里的数字弄坏了。",
            suggestion="对照原稿改正",
            near="★ ☆ ◆ ◇ ● ▲ ※ ＃ " + " ".join("０１２３４５６７８９"),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.small_form_systematic",
        category="encoding_damage",
        severity="info",
        explain="「﹑」「﹐」是竖排、小号的标点字符，和常用的「、」「，」不是一个字符，检索和排版会出错。同一文件只提示一次。",
        fires="落实首问负责制﹑限时办结制。",
        passes="落实首问负责制、限时办结制。",
        find=searching(
            "[﹐﹑﹒﹔﹕﹖﹗﹙﹚︰｡､]",
            "「{}」是变形的标点字符。",
            suggestion="换成常用的标点",
            needs_class="﹐﹑﹒﹔﹕﹖﹗﹙﹚︰｡､",
        ),
    ),
)

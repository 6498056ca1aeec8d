"""A pause between a verb and its object, and before the number of what was just named: 「签订、责任书」, 「补发证件、602件」."""

import re
from collections.abc import Iterator

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_VERBS = "签订 签署 印发 制定 出台 召开 举办 建立 成立 设立 发放 下发 张贴 编制 拟定 缴纳 核发 颁发 收取 拨付 兑现 清运 硬化 新建 修建 安装 购置 采购 聘请 配备 选派 悬挂 填写 落实 履行 接受 听取 设置 开设 开通 查处 受理 争取 筹集 领取 提交 组建 贯彻 执行 抓好 做好 加强 营造 依托 通过 结合 按照 根据 围绕 针对 修订 公布 解决 化解 保障 维护 深化 规范 打造 培育 引进".split()  # noqa: SIM905
_PAPER = lazy.pattern(f"(?!{'|'.join(_VERBS)})[{HAN}]{{2,8}}(?:协议|合同|承诺书|责任书|协定|意向书)")
_PAUSED = lazy.pattern(
    rf"(?:(?<=[。；;，,\n\u3000 ])|(?<=[{HAN}]))(?P<verb>{'|'.join(_VERBS)})(?:了)?(?P<mark>、)(?P<object>[{HAN}]{{2,12}})(?P<end>[，,。；;\n\d]|$)"
)
_PAUSE_WORDS = waiting_for(tuple(f"{verb}、" for verb in _VERBS) + tuple(f"{verb}了、" for verb in _VERBS))
_LIST = lazy.pattern("[、和与及]")
_LONGEST = 5


def _first_word(words: str) -> str:
    return next(
        (
            words[:length]
            for length in range(min(_LONGEST, len(words)), 1, -1)
            if dictionary.has(words[:length])
        ),
        "",
    )


def _is_object(words: str) -> bool:
    """Whether these words name a thing and hold no verb that a list of deeds would go on with."""
    at = 0
    while at < len(words):
        word = _first_word(words[at:])
        if not word:
            return False
        kinds = dictionary.kinds(word)
        if not kinds or any(not kind.startswith(("n", "b")) for kind in kinds):
            return False
        at += len(word)
    return True


def _before_object(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「引导经营主体与农户签订、保底收购协议」, 「签订、责任书18份」."""
    for match in matches_near(passage, _PAUSE_WORDS, _PAUSED, 20):
        before = passage.text[max(passage.start, match.start() - 14) : match.start()]
        clause = re.split("[。；;，,\n：:]", before)[-1]
        if "、" in clause or passage.in_web_residue(match.start()):
            continue
        signed = match["verb"] in {"签订", "签署"} and _PAPER.fullmatch(match["object"])
        if signed or _is_object(match["object"]):
            said = f"「{match['verb']}」和它的宾语「{match['object']}」之间不用顿号。"
            yield rule.finding(
                passage,
                match.start("verb"),
                match.end("object"),
                said,
                suggestion=match["verb"] + match["object"],
            )


_UNITS = "件|人|名|户|个|次|份|张|本|册|亩|公里|元|处|条|场|期|吨|家|台|辆|座|只|头|起|项|万元|人次|平方米|盏|棵|株|套"
_COUNTED = lazy.pattern(
    rf"(?<=[，,。；;\n：:])(?P<words>[{HAN}]{{3,14}}?)(?P<mark>、)(?P<n>\d{{1,7}}(?:\.\d{{1,2}})?)(?:{_UNITS})(?=[，,。；;\n]|$)"
)
_COUNTED_TOO = lazy.pattern("[一二三四五六七八九十百千万][人件名户个次份]")
_COUNT_WORDS = waiting_for(tuple(f"、{digit}" for digit in "123456789"))


def _before_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「补发证件、602件，合格率100%」."""
    for match in matches_near(passage, _COUNT_WORDS, _COUNTED, 30):
        if (
            _LIST.search(match["words"])
            or _COUNTED_TOO.search(match["words"])
            or passage.in_web_residue(match.start())
        ):
            continue
        said = f"「{match['words']}」和后面的数量之间不用顿号。"
        yield rule.finding(
            passage,
            match.start("mark"),
            match.end(),
            said,
            suggestion="删去顿号",
        )


_rule = hint_of("punctuation", "punctuation_misuse")

RULES = (
    _rule(
        "pause_before_object",
        "动词和宾语之间误加顿号：「签订、责任书」。",
        "引导各村签订、责任书18份。",
        "引导各村制定、签订责任书18份，印制、张贴宣传画300张。",
        Waiting(_PAUSE_WORDS, _before_object),
    ),
    _rule(
        "pause_before_its_number",
        "名称和它的数量之间误加顿号：「补发证件、602件」。",
        "全年办理离婚登记538对，补发证件、602件，合格率100%。",
        "全年办理离婚登记538对，补发证件602件，购置电脑2台、打印机3台。",
        Waiting(_COUNT_WORDS, _before_number),
    ),
)

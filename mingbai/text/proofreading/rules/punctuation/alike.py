"""Parts that are made alike and parted unlike, and marks that cut a verb from what belongs to it."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import searching_either
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import lines_with, waiting_for

_MARK: Category = "punctuation_misuse"
_PIECE = lazy.pattern(rf"[{HAN}]{{4,16}}(?=[、，；。,;])")
_FULL = str.maketrans(",;", "，；")
_MIXED = waiting_for(("、", "；", ";", "。"))
_LEAST = 3


def _alike(one: str, other: str) -> bool:
    """「常规性工作长期公开」 and 「阶段性工作定期公开」."""
    if abs(len(one) - len(other)) > 1:
        return False
    return one[-2:] == other[-2:] or (one[-1] == other[-1] and one[:2] == other[:2])


def _runs(line: str) -> Iterator[list[tuple[int, str]]]:
    """Neighbouring pieces made alike: where each ends, and its words."""
    run: list[tuple[int, str]] = []
    for piece in _PIECE.finditer(line):
        follows = bool(run) and piece.start() == run[-1][0] + 1
        if not (follows and _alike(run[-1][1], piece[0])):
            if len(run) >= _LEAST:
                yield run
            run = []
        run.append((piece.end(), piece[0]))
    if len(run) >= _LEAST:
        yield run


def _odd(marks: Sequence[str]) -> int | None:
    """The place of the mark that differs; nothing where parts go in pairs."""
    kinds = set(marks)
    if len(kinds) != 2 or (len(marks) % 2 and len(set(marks[::2])) == 1 and len(set(marks[1::2])) == 1):
        return None
    if len(marks) == 2:
        # 「一、二，三」 may be one thing and another; a stop or a semicolon among three is none.
        return next((place for place in (1, 0) if marks[place] in "。；"), None)
    alone = [place for place, mark in enumerate(marks) if marks.count(mark) == 1]
    return alone[0] if len(alone) == 1 else None


def _unlike_parted(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……长期公开，……定期公开；……随时公开」"""
    for start, end in lines_with(passage, _MIXED):
        line = passage.text[start:end]
        for run in _runs(line):
            marks = [line[at].translate(_FULL) for at, _ in run[:-1]]
            odd = _odd(marks)
            if odd is not None:
                at = start + run[odd][0]
                other = next(mark for mark in marks if mark != marks[odd])
                said = f"并列的几部分结构一样，别处用「{other}」，这里用「{marks[odd]}」。"
                yield rule.finding(passage, at, at + 1, said, suggestion=other)


def _are_deeds(_: Passage, match: re.Match[str]) -> bool:
    """「制定制度、聘用人员、落实管护」 are three deeds."""
    return any(item.startswith(_DEEDS) for item in match["items"].split("、"))


_DEEDS = (
    *(
        "聘用",
        "聘请",
        "制定",
        "建立",
        "完善",
        "落实",
        "明确",
        "加强",
        "开展",
        "组织",
        "做好",
        "推进",
        "规范",
        "健全",
    ),
    *("提高", "公开", "公布", "组建", "成立", "设立", "修订", "印发", "签订", "配备", "召开", "举办", "清理"),
)


RULES = (
    Rule(
        name="punctuation.alike_parted_unlike",
        category=_MARK,
        severity="info",
        explain="「常规性工作长期公开，阶段性工作定期公开；临时性工作随时公开」：结构相同的几部分，中间的标点要一致。",
        fires="常规性工作长期公开，阶段性工作定期公开；临时性工作随时公开。",
        passes="常规性工作长期公开，阶段性工作定期公开，临时性工作随时公开。",
        find=Waiting(_MIXED, _unlike_parted),
    ),
    Rule(
        name="punctuation.label_and_copula",
        category=_MARK,
        severity="info",
        explain="「公开的范围：为机关各科室」：冒号和「为」「是」只用一个。",
        fires="第三条　公开的范围：为机关各科室、直属企业。",
        passes="公开的范围为机关各科室。公开的范围：机关各科室。工作目标：为民办实事。",
        find=searching_either(
            rf"(?:范围|时间|地点|对象|标准|方式|期限|主体|人数|金额)(?P<mark>：)(?=(?:为(?!了|民|人民|群众|加强|切实|进一步|确保|保障|全面)|是)[{HAN}\d])",
            "「：」和后面的「为」「是」只用一个。",
            suggestion="删去",
            near="：为 ：是",
        ),
    ),
    Rule(
        name="punctuation.object_cut_off",
        category=_MARK,
        severity="info",
        explain="「已将“流动窗口”，开进村组」「会议议定，以下事项」：介词、动词和它带的话之间不用逗号。",
        fires="镇里已将“流动窗口”，开进了村组。会议议定，以下事项：",
        passes="镇里已将“流动窗口”开进了村组。会议议定以下事项。以“清单”，“台账”为抓手。",
        find=searching_either(
            rf"(?:已将|[^即必]将|把)“[^“”，。\n]{{2,16}}”(?P<mark>[，；])(?=[{HAN}])|(?:决定|议定|确定|提出|明确|公布|做好|采取|遵循|完成|取得|开展)了?(?P<mark2>[，、；])(?=(?:以下|下列)[{HAN}]{{2,8}}[：:])",
            "这里不用标点。",
            suggestion="删去",
            near="”， ”、 ”； ，以下 、以下 ；以下 ，下列 、下列 ；下列",
        ),
    ),
    Rule(
        name="punctuation.stop_in_name",
        category=_MARK,
        severity="warning",
        explain="「称她为“李妈妈。”」：引的是名称，句号放在引号外面。",
        fires="学生都亲切地称她为“李妈妈。”",
        passes="学生都亲切地称她为“李妈妈”。他说：“这是我叫的。”",
        find=searching_either(
            r"(?:称为|称之为|称作|称他为|称她为|誉为|叫做|叫作|名为|题为|评为|命名为|授予|荣获)“[^“”。！？，\n]{2,16}(?P<mark>。”)",
            "引的是名称，句号放在引号外面。",
            suggestion="”。",
            near="。”",
        ),
    ),
    Rule(
        name="punctuation.adopted_in_quotes",
        category=_MARK,
        severity="info",
        explain="「原则同意“青年创业贷款方案”」：印发、审议、执行的文件用书名号。",
        fires="会议原则同意“青年创业贷款方案”。",
        passes="会议原则同意《青年创业贷款方案》。落实“一户一方案”。执行“三定”规定。",
        find=searching_either(
            rf"(?:印发|同意|通过|审议|制定|出台|修订|下发|发布|起草)了?(?P<mark>“(?!一)[{HAN}]{{4,24}}(?:方案|办法|规定|细则|条例|意见|通知|纲要|规划|制度|规则|要点)”)",
            "「{}」是文件名称，用书名号。",
            suggestion="改用《》",
            near="方案” 办法” 规定” 细则” 条例” 意见” 通知” 纲要” 规划” 制度” 规则” 要点”",
        ),
    ),
    Rule(
        name="punctuation.pause_before_agent",
        category=_MARK,
        severity="info",
        explain="「调整集镇规划、由村镇建设办负责修编」：后面另起分句，用逗号。",
        fires="同意调整集镇规划、由村镇建设办负责修编。",
        passes="同意调整集镇规划，由村镇建设办负责修编。由镇长负责、由副镇长主抓。",
        find=searching_either(
            rf"(?:^|(?<=[，。；：\n.]))(?![^，。；：\n]{{0,30}}由[^，。；：、\n]{{2,16}}、)[^，。；：\n]{{4,30}}(?P<mark>、)(?=由[{HAN}]{{2,12}}(?:负责|牵头|承担|主持|兼任|组织实施)[^、\n]{{0,10}}[，。；])",
            "后面另起分句，用逗号。",
            suggestion="，",
            near="、由",
        ),
    ),
    Rule(
        name="punctuation.pause_before_next_deed",
        category=_MARK,
        severity="info",
        explain="「成立领导小组、监督小组、设立办公室」：后面是另一件事，用逗号。",
        fires="学校成立校务公开领导小组、监督小组、设立办公室，做到职责明确。",
        passes="学校成立领导小组、监督小组，设立办公室。制定方案、明确责任。组织设立、变更登记。",
        find=searching_either(
            rf"(?:^|(?<=[，。；：\n]))[ \t\u3000]*[{HAN}]{{0,8}}(?:成立|建立|制定|制订|修订|编制|印发|组建)了?[{HAN}]{{2,12}}(?P<items>(?:、[{HAN}]{{2,10}}){{1,3}})(?P<mark>、)(?=(?:设立|明确|确定|指定|落实|配备|下设|安排|聘请)了?[{HAN}]{{2,10}}[，。；])",
            "后面是另一件事，用逗号。",
            suggestion="，",
            unless=_are_deeds,
            near="、设立 、明确 、确定 、指定 、落实 、配备 、下设 、安排 、聘请",
        ),
    ),
)

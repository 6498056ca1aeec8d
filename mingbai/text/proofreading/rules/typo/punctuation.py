"""Punctuation lost: whole paragraphs run together, a list announced without its colon."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import STOPS
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._unmarked import Run, runs
from mingbai.text.proofreading.structure import read_marker

_STRETCH = 2
# The number of a heading has so many characters at most.
_TITLE_MARKS = 3
# What a weaker sign is worth beside those of words.
_COMPARED = -1.0
# In a text whose marks stand everywhere else a long clause is mostly one that was written so.
_SURE_ALONE = 6.0
_ANNOUNCES = lazy.pattern(
    r"(?:如下|以下[几一二两三四五六七八九十]*[个项点条方]?(?:原则|几点|几项|几个方面|方面|要求|措施|工作|内容|问题|步骤|任务|规定|办法|情况|制度|程序|形式))$"
)


# 「成立了“红白理事会”“道德评议会”“禁毒禁赌会”三个组织」: what is quoted in a row needs no marks between.
_QUOTED_ROW = lazy.pattern("“[^“”]{2,12}”(?:“[^“”]{2,12}”){2,12}")


def _run_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    unmarked = passage.once(runs)
    broken = [run.line for run in unmarked if run.is_plain]
    if not broken:
        return
    # One such run is a slip; several are a stretch whose marks were lost, where shorter runs are broken too.
    stretch = len(broken) >= _STRETCH
    first, last = (broken[0] - 1, broken[-1] + 1) if stretch else (1, 0)
    for run in unmarked:
        severity: Severity = rule.severity if stretch or run.weight >= _SURE_ALONE else "info"
        row = _QUOTED_ROW.search(passage.text, run.start, run.start + run.length)
        if row is None and (run.is_plain or (first <= run.line <= last and run.may_be_broken)):
            said = f"这里连续{run.length}个字没有标点，疑漏了标点。"
            end = run.start + run.length
            yield rule.finding(passage, run.start, end, said, suggestion=run.mended, severity=severity)


# Long, but of one piece: 「申请材料由14份精简到5份」, 「围绕“两个问题”“三件事”畅所欲言」.
_ONE_CLAUSE = lazy.pattern(
    r"[由从][^，,。；;\d]{0,12}\d[^，,。；;]{0,16}[到至为](?:\d{4}年)?[^，,。；;\d]{0,8}\d[\d.]{0,9}[^，,。；;\d]{0,3}$|”[^，,。；;“”]{0,6}“[^，,。；;“”]{1,40}”"
)
# What changes from figure to figure is named in so many characters.
_SUBJECT = 12


def _mark_lost(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Runs that by what stands at one place of them are likelier two clauses; many are well written all the same."""
    for run in passage.once(runs):
        if (run.doubt or run.alone) and not run.is_plain and not _is_title(passage, run):
            lost = len(run.mended) - run.length
            marks = "一个逗号" if lost < 2 else f"{lost}处标点"
            said = f"这里连续{run.length}个字没有标点，像是漏了{marks}。"
            found = rule.finding(passage, run.start, run.start + run.length, said, suggestion=run.mended)
            whole = _ONE_CLAUSE.search(passage.text, run.start, run.start + run.length)
            if whole and (run.alone or whole.start() - run.start <= _SUBJECT):
                continue
            if run.is_doubtful:
                yield found
            else:
                passage.faint.append(Faint(run.doubt + _COMPARED, found))


def _is_title(passage: Passage, run: Run) -> bool:
    """Whether the run is all that its line says, and no stop ends it."""
    line = passage.prose[run.line][1].strip()
    return len(line) <= run.length + _TITLE_MARKS and line[-1] not in STOPS


def _colon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    lines = passage.prose
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        announced = _ANNOUNCES.search(line) if "下" in line else None
        if announced and read_marker(line) is None and read_marker(following) is not None:
            start = offset + announced.start()
            yield rule.finding(
                passage,
                start,
                offset + len(line),
                f"「{announced[0]}」引出下文，后面要用冒号。",
                suggestion=announced[0] + "：",
            )


_LACKING = (
    "不(?:强|高|足|实|深入|到位|及时|规范|全面|平衡|完善|健全|清|严|紧|畅|熟悉|扎实|明显|理想|突出)|薄弱|短缺|滞后|陈旧|淡薄|落后|匮乏|偏低|偏少|较低|较少|较差|较弱"
    "|较慢|老化|单一|欠缺|松散|狭窄|(?<=[一-鿿]{2})(?:短(?!信|缺|期|板|暂|语)|低(?!保|收|碳|温|于|价)|弱(?!势|项|者)|差(?!距|异|别|错|旅|额|评|价))|严重(?!影响|不足|滞后|损坏|破坏|违|后果|程度)"
)
_BETTER = "得到(?:加强|提升|改善|提高|巩固)|(?:明显|显著|不断|有效|稳步|进一步|持续|全面|逐步)(?:提升|提高|增强|改善|好转|优化|加强|改观|下降|壮大)|井然有序|焕然一新"
_PREDICATES = (
    rf"(?:^|(?<=[，,。；;：:、\n是]))[{HAN}]{{2,12}}?(?:{_LACKING}|{_BETTER})(?![的地得和与及等之是者时这也以而、]|问题|现象|状况|情况|局面|地区|方面|环节|领域|严重|突出)"
    rf"(?!不)[{HAN}]{{2,9}}?(?:{_LACKING}|{_BETTER}|严重|紧张|缺乏|突出)(?=[，,。；;、\n])"
)


RULES = (
    Rule(
        name="typo.predicates_joined",
        category="typo",
        severity="info",
        explain="「人才短缺技术力量薄弱」「意识不强责任不实」：两个主谓结构连在一起，中间漏了逗号。",
        fires="一是人才短缺技术力量薄弱；二是设备陈旧服务水平不高。",
        passes="一是人才短缺，技术力量薄弱。技术力量薄弱的村发展不足，基础薄弱环节较少。",
        find=searching(
            _PREDICATES,
            "「{}」是两个分句，中间缺逗号。",
            near="不 严重 薄弱 短缺 滞后 陈旧 淡薄 落后 匮乏 偏 较 老化 单一 短 低 弱 差 得到 提升 提高 增强 改善 井然有序 焕然一新",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="typo.run_on",
        category="typo",
        severity="warning",
        explain="复制时标点丢失，整段文字连在一起。几十个字没有一个标点，而中间明明换了几层意思。",
        fires="我乡政务公开工作取得了一定成效但在肯定成绩的同时我们也看到了工作中存在的一些不足和问题主要表现在认识不到位。",
        passes="关于进一步加强全县基层政务公开标准化规范化建设工作实施方案和任务分工的通知已经印发，请认真落实。",
        find=_run_on,
    ),
    Rule(
        name="typo.mark_lost",
        category="typo",
        severity="info",
        explain="两个分句之间像是漏了逗号。依据是公文里这样的字前后通常有没有标点。",
        fires="镇里组织力量开展拉网式排查发现问题立即整改。",
        passes="镇里组织力量开展拉网式排查，发现问题立即整改。",
        find=_mark_lost,
    ),
    Rule(
        name="typo.missing_colon",
        category="typo",
        severity="warning",
        explain="「坚持以下原则」「现总结如下」引出分条的下文，句末要有冒号。",
        fires="政务公开要坚持以下原则\n（一）依法行政。\n（二）真实准确。",
        passes="政务公开要坚持以下原则：\n（一）依法行政。\n（二）真实准确。",
        find=_colon,
    ),
)

"""Paragraphs within a text that break off: on characters on which no sentence ends, on a deed without what it is done to."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import hint_of, listed
from mingbai.text.proofreading.rules.punctuation.between import is_cut, left_open

_SHOWN = 20
_hint = hint_of("truncated", "truncated_text")


def _cut(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「罚没金额2」 and a new paragraph."""
    for offset, line in left_open(passage):
        if is_cut(line):
            end = offset + len(line)
            said = "这一段像是没有说完，段末也没有标点，后面的文字可能丢了。"
            yield rule.finding(passage, max(offset, end - _SHOWN), end, said, suggestion="对照原稿补全")


# Verbs that say nothing without an object, and what stands before them in a sentence that has no topic either.
_VERBS = listed(
    "开展 进行 组织 举办 召开 制定 制订 建立 健全 完善 加强 强化 推进 推动 提高 提升 做好 抓好 加大 扩大 拓宽 畅通 发挥 确保 形成 营造 设立 成立 印发 下发 聘请 邀请 督促 规范 深化 优化 落实 明确 实行 实施 采取 公布 公开 充实 更新 通报 走访 收集 听取 接受 利用 通过"
)
_HOW = "定期|不定期|及时|认真|积极|严格|切实|进一步|继续|不断|全面|深入|扎实|着力|大力|努力|适时|每[年月周日季]度?|经常|主动|统一|依法|充分|有效|坚持|要|将|以|并"
_DEED = lazy.pattern(rf"[。；;]\s?(?:(?:{_HOW}){{1,3}}(?:{'|'.join(_VERBS)}))$")
_ENDING = 12


def _without_object(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（五）加强监督检查。定期开展」 at the end of a paragraph, without a stop."""
    for offset, line in passage.prose:
        tail = line[-_ENDING:]
        if tail.endswith(_VERBS) and (found := _DEED.search(tail)):
            end = offset + len(line)
            said = f"这一段停在「{found[0][1:].strip()}」，做什么没有说完，后面的内容丢了。"
            yield rule.finding(
                passage, end - len(found[0]) + 1, end, said, suggestion="对照原稿补全", severity="warning"
            )


RULES = (
    _hint(
        "paragraph_cut",
        "一段话停在一般不收尾的字上，段末又没有标点，接着就是另一段，多半丢了后面的文字。",
        "一、存在问题\n一是主动性不强，公开不及时。\n二是队伍不稳，人员变动多。\n三是形式单一，群众参与不够。\n四是政策解读不多，公开的质量和水\n下一步，我镇将认真改进，逐项落实。",
        "一、存在问题\n一是主动性不强，公开不及时。\n二是队伍不稳，人员变动多。\n三是形式单一，群众参与不够。\n四是政策解读不多，公开的质量和水平不高。\n下一步，我镇将认真改进，逐项落实。",
        _cut,
    ),
    _hint(
        "deed_without_object",
        "一段话末尾只剩「定期开展」，开展什么没有说，后面的内容丢了。",
        "（四）压实责任。逐级签订责任书。\n（五）加强监督检查。定期开展\n附件",
        "（四）压实责任。逐级签订责任书。\n（五）加强监督检查。定期开展抽查。\n附件",
        _without_object,
    ),
)

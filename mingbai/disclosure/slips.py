"""批办单: who wrote, who agreed to which text when; as values, as Word, as PDF."""

import logging
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from mingbai.core import clock, files
from mingbai.core.clock import CHINA
from mingbai.core.models import StoredFile
from mingbai.core.typesetting import NoFont, pdf
from mingbai.disclosure import selectors
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import ArchivedSlip, Disclosure, Edition, EditionAuthor, Verdict
from mingbai.disclosure.proofing import edition_subject, item_of
from mingbai.disclosure.services.reviewing import has_secrecy
from mingbai.journal.models import Act
from mingbai.proofreading.selectors import doubts_of

log = logging.getLogger("mingbai.disclosure")
# what a step with 保密审查 cannot be agreed to without
CLEARED = "不涉及国家秘密、商业秘密、个人隐私"
TEMPLATE = Path(__file__).parent / "typst" / "slip.typ"


@dataclass(frozen=True)
class Slip:
    """`facts`: rows of two or four cells, label and value in turn; `steps`: step, person, opinion, time."""

    facts: list[list[str]]
    steps: list[list[str]]
    overruled: list[str]
    footer: str


def _time(instant: datetime | None) -> str:
    return instant.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if instant else ""


def slip_of(disclosure: Disclosure, edition: Edition) -> Slip:
    """The slip of one edition as it stands now."""
    metadata = Metadata.from_json(edition.metadata)
    authors = EditionAuthor.objects.of(edition=edition).order_by("pk").values_list("person__name", flat=True)
    columns = "、".join(selectors.column_names(metadata))
    facts = [
        ["标题", edition.title],
        ["单位", disclosure.unit.name, "栏目", columns],
        ["索引号", disclosure.index_number or "发布时编定", "文号", metadata.document_number or "无"],
        ["起草人", "、".join(authors), "送审时间", _time(edition.frozen_at)],
        ["公开属性", metadata.openness_label, "版本", f"第 {edition.number} 版"],
        *([["不公开理由", metadata.openness_ground]] if metadata.openness_ground else []),
        *([["更正说明", edition.correction_note]] if edition.correction_note else []),
        ["附件", "、".join(row["name"] for row in edition.attachments) or "无"],
        ["内容摘要值", edition.digest],
        *_emergency(disclosure, edition),
        [
            "发布时间",
            _time(disclosure.published_at) if disclosure.published_edition_id == edition.pk else "尚未发布",
        ],
    ]
    return Slip(facts, _steps(edition), _overruled(disclosure, edition), f"信息编号 {disclosure.pk}")


def _emergency(disclosure: Disclosure, edition: Edition) -> list[list[str]]:
    """Who let it out before its review, why and when, and that secrecy was looked at."""
    if not edition.review.is_emergency:
        return []
    acts = Act.objects.filter(
        object_type="disclosure", object_id=str(disclosure.pk), verb="emergency_publish"
    )
    act = acts.filter(after_digest=edition.digest).last()
    told = f"{act.actor_label}，{_time(act.at)}。理由：{act.reason}" if act else ""
    return [["应急发布", f"{told}　保密审查：{CLEARED}。审核在发布后补办。"]]


def _steps(edition: Edition) -> list[list[str]]:
    rows = []
    for step in selectors.steps_of(edition):
        label = (
            f"{step.get_kind_display()}（含保密审查）" if step.includes_secrecy else step.get_kind_display()
        )
        verdict = getattr(step, "verdict", None)
        if verdict is None:
            rows.append([label, "", step.get_state_display(), ""])
            continue
        opinion = _opinion(verdict)
        if has_secrecy(step) and verdict.decision == Verdict.Decision.APPROVE:
            opinion += f"\n保密审查：{CLEARED}"
        rows.append([f"{label}\n{step.unit.label}", verdict.signed, opinion, _time(verdict.at)])
    return rows


def _opinion(verdict: Verdict) -> str:
    """「同意」 once, though most people write it as their opinion too."""
    decision = verdict.get_decision_display()
    if verdict.opinion.startswith(decision):
        return verdict.opinion
    return "：".join(filter(None, (decision, verdict.opinion)))


def _overruled(disclosure: Disclosure, edition: Edition) -> list[str]:
    return [
        f"「{doubt.finding.quote}」{doubt.finding.message} 处理：{doubt.decision.get_verdict_display()}，{doubt.decision.reason}"
        for doubt in doubts_of(edition_subject(edition), item_of(disclosure))
        if doubt.decision is not None and doubt.is_settled
    ]


def archive_slip(edition: Edition) -> ArchivedSlip:
    """Keep the slip with the item as Word and PDF; the second call finds the first one's."""
    kept = ArchivedSlip.objects.of(edition=edition).first()
    if kept is None:
        slip = slip_of(edition.disclosure, edition)
        word = files.store(files.accept("批办单.docx", as_word(slip)))
        kept = ArchivedSlip.objects.create(
            edition=edition, file=word, pdf=_stored_pdf(slip), archived_at=clock.now()
        )
    return kept


def _stored_pdf(slip: Slip) -> StoredFile | None:
    try:
        return files.store(files.accept("批办单.pdf", as_pdf(slip)))
    except NoFont as problem:
        log.warning("slip of %s archived as Word alone: %s", slip.footer, problem.message)
        return None


def archived(edition: Edition) -> ArchivedSlip | None:
    kept: ArchivedSlip | None = ArchivedSlip.objects.of(edition=edition).select_related("file", "pdf").first()
    return kept


def as_pdf(slip: Slip) -> bytes:
    return pdf(TEMPLATE, slip.__dict__)


def as_word(slip: Slip) -> bytes:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "仿宋", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("信息公开批办单")
    run.bold, run.font.size = True, Pt(20)
    _facts_table(document, slip.facts)
    _steps_table(document, slip.steps)
    for line in slip.overruled:
        document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _facts_table(document: DocumentType, facts: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    for fact in facts:
        cells = table.add_row().cells
        if len(fact) == 2:
            cells[1].merge(cells[3])
        for cell, text in zip(cells, fact, strict=False):
            cell.text = text
    document.add_paragraph()


def _steps_table(document: DocumentType, steps: list[list[str]]) -> None:
    table = document.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("环节", "审核人", "意见", "时间"), strict=True):
        cell.text = text
    for step in steps:
        for cell, text in zip(table.add_row().cells, step, strict=True):
            cell.text = text

"""The acts on disclosures, one module per group; each writes one journal row in its own transaction."""

from mingbai.disclosure.services.attachments import add_attachment, read_original, remove_attachment
from mingbai.disclosure.services.chains import set_chain, set_index_pattern
from mingbai.disclosure.services.correcting import reassess_openness, resend_last_period, start_correction
from mingbai.disclosure.services.drafts import (
    change_unit,
    claim_document,
    create_draft,
    discard_draft,
    drop_correction,
    restore_draft,
    save_draft,
)
from mingbai.disclosure.services.expunging import ask_expunction, expunge_edition
from mingbai.disclosure.services.publishing import (
    emergency_publish,
    may_release,
    move_item,
    publish_edition,
    schedule_publication,
)
from mingbai.disclosure.services.reviewing import (
    approve_read_step,
    approve_step,
    note_reading,
    return_to_author,
)
from mingbai.disclosure.services.submitting import (
    recall_edition,
    stop_publication,
    submit_and_check,
    submit_draft,
)
from mingbai.disclosure.services.withdrawing import repeal, withdraw

__all__ = [
    "add_attachment",
    "approve_read_step",
    "approve_step",
    "ask_expunction",
    "change_unit",
    "claim_document",
    "create_draft",
    "discard_draft",
    "drop_correction",
    "emergency_publish",
    "expunge_edition",
    "may_release",
    "move_item",
    "note_reading",
    "publish_edition",
    "read_original",
    "reassess_openness",
    "recall_edition",
    "remove_attachment",
    "repeal",
    "resend_last_period",
    "restore_draft",
    "return_to_author",
    "save_draft",
    "schedule_publication",
    "set_chain",
    "set_index_pattern",
    "start_correction",
    "stop_publication",
    "submit_and_check",
    "submit_draft",
    "withdraw",
]

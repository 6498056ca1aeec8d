from mingbai.disclosure.models.acts import (
    Correction,
    Expunction,
    ImportBatch,
    ImportFile,
    UnitAlias,
    Withdrawal,
)
from mingbai.disclosure.models.disclosures import Disclosure, Kind, Openness, Placement, Relation, Validity
from mingbai.disclosure.models.reviews import (
    ChainStep,
    ChainTemplate,
    Review,
    ReviewStep,
    StepKind,
    Verdict,
)
from mingbai.disclosure.models.texts import (
    Attachment,
    Draft,
    DraftPresence,
    Edition,
    EditionAuthor,
    EditionText,
    Publication,
)

__all__ = [
    "Attachment",
    "ChainStep",
    "ChainTemplate",
    "Correction",
    "Disclosure",
    "Draft",
    "DraftPresence",
    "Edition",
    "EditionAuthor",
    "EditionText",
    "Expunction",
    "ImportBatch",
    "ImportFile",
    "Kind",
    "Openness",
    "Placement",
    "Publication",
    "Relation",
    "Review",
    "ReviewStep",
    "StepKind",
    "UnitAlias",
    "Validity",
    "Verdict",
    "Withdrawal",
]

"""Roles, what each may do, and how far it reaches. The one table that buttons, services and the matrix test read."""

from django.db import models


class Role(models.TextChoices):
    EDITOR = "editor", "经办人"
    FIRST_REVIEWER = "first_reviewer", "初审"
    SECOND_REVIEWER = "second_reviewer", "复审"
    FINAL_REVIEWER = "final_reviewer", "终审"
    SECRECY_REVIEWER = "secrecy_reviewer", "保密审查"
    REQUEST_OFFICER = "request_officer", "依申请公开承办人"
    COUNTY_SUPERVISOR = "county_supervisor", "县政务公开办"
    INSPECTOR = "inspector", "巡检员"
    AUDITOR = "auditor", "审计员"
    ADMINISTRATOR = "administrator", "管理员"


APPROVERS = frozenset(
    {
        Role.FIRST_REVIEWER,
        Role.SECOND_REVIEWER,
        Role.FINAL_REVIEWER,
        Role.SECRECY_REVIEWER,
        Role.COUNTY_SUPERVISOR,
        Role.ADMINISTRATOR,
    }
)
# 等保: who runs the system, who guards it and who audits it are different people (traps: the roles exclude each other).
EXCLUSIVE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.SECRECY_REVIEWER})
# These see everything below their unit; the others their own unit and the villages it acts for.
SUBTREE = frozenset({Role.COUNTY_SUPERVISOR, Role.INSPECTOR, Role.AUDITOR, Role.ADMINISTRATOR})

REVIEWERS = frozenset({Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER, Role.SECRECY_REVIEWER})
WRITERS = frozenset({Role.EDITOR, Role.COUNTY_SUPERVISOR})
DESK = REVIEWERS | WRITERS | {Role.REQUEST_OFFICER, Role.INSPECTOR}

# act → roles. An act that is not here is allowed to nobody.
ACTS: dict[str, frozenset[Role]] = {
    "read_disclosures": DESK | {Role.AUDITOR},
    "write_draft": WRITERS,
    "submit_draft": WRITERS,
    "recall_edition": WRITERS,
    "review": REVIEWERS | {Role.COUNTY_SUPERVISOR},
    "overrule_finding": frozenset({Role.FINAL_REVIEWER}),
    "emergency_publish": frozenset({Role.FINAL_REVIEWER}),
    "withdraw": frozenset({Role.FINAL_REVIEWER, Role.COUNTY_SUPERVISOR}),
    "correct": WRITERS,
    "repeal": frozenset({Role.EDITOR, Role.FINAL_REVIEWER, Role.COUNTY_SUPERVISOR}),
    "expunge": frozenset({Role.SECRECY_REVIEWER, Role.COUNTY_SUPERVISOR}),
    "import_documents": WRITERS,
    "claim_document": frozenset({Role.COUNTY_SUPERVISOR}),
    "make_nothing_statement": WRITERS,
    "read_catalogue": DESK | {Role.AUDITOR},
    "adopt_catalogue": frozenset({Role.COUNTY_SUPERVISOR}),
    "manage_catalogue": frozenset({Role.COUNTY_SUPERVISOR}),
    "read_county_matrix": frozenset({Role.COUNTY_SUPERVISOR, Role.INSPECTOR, Role.AUDITOR}),
    "proofread": DESK,
    "manage_lists": frozenset({Role.COUNTY_SUPERVISOR}),
    "read_rule_statistics": frozenset({Role.COUNTY_SUPERVISOR, Role.AUDITOR, Role.INSPECTOR}),
    "handle_site_error": WRITERS,
    "manage_search": frozenset({Role.COUNTY_SUPERVISOR}),
    "manage_banners": frozenset({Role.COUNTY_SUPERVISOR}),
    "manage_units": frozenset({Role.ADMINISTRATOR, Role.COUNTY_SUPERVISOR}),
    "manage_people": frozenset({Role.ADMINISTRATOR}),
    "hand_over": frozenset({Role.ADMINISTRATOR}),
    # of others: who answers for the unit's texts answers for who decides them; one's own needs no right
    "enter_absence": frozenset({Role.FINAL_REVIEWER, Role.ADMINISTRATOR}),
    "manage_identity": frozenset({Role.ADMINISTRATOR, Role.COUNTY_SUPERVISOR}),
    "manage_calendar": frozenset({Role.ADMINISTRATOR, Role.COUNTY_SUPERVISOR}),
    "read_sign_ins": frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),
    "read_journal": frozenset({Role.AUDITOR, Role.COUNTY_SUPERVISOR}),
    "read_jobs": frozenset({Role.ADMINISTRATOR}),
    "read_quarantine": frozenset({Role.SECRECY_REVIEWER, Role.COUNTY_SUPERVISOR}),
}

# What concerns the whole installation: a post in a town does not reach it, whatever the role.
COUNTYWIDE = frozenset(
    {
        "manage_catalogue",
        "manage_lists",
        "manage_search",
        "manage_banners",
        "manage_identity",
        "manage_calendar",
        "read_sign_ins",
        "read_jobs",
    }
)
COUNTY_KINDS = frozenset({"province", "city", "county"})

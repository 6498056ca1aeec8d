"""What the database itself refuses about editions, reviews and publication; declared once for both databases."""

from mingbai.core.triggers import guard, protect

_STEP = "disclosure_review_step"
_REVIEWED = (
    "SELECT 1 FROM disclosure_review r JOIN disclosure_edition e ON e.id = r.edition_id "
    "WHERE e.id = NEW.published_edition_id AND e.disclosure_id = NEW.id "
    "AND (r.is_emergency OR (r.state = 'approved' "
    f"AND EXISTS (SELECT 1 FROM {_STEP} s WHERE s.review_id = r.id) "
    f"AND NOT EXISTS (SELECT 1 FROM {_STEP} s LEFT JOIN disclosure_verdict v ON v.step_id = s.id "
    "WHERE s.review_id = r.id AND COALESCE(v.decision, '') <> 'approve')))"
)


def declare() -> None:
    """Called when the app is ready."""
    for table, name in (
        ("disclosure_edition", "版本一经送审不能修改或删除"),
        ("disclosure_edition_author", "版本的起草人名单不能修改或删除"),
        ("disclosure_verdict", "审核意见不能修改或删除"),
        ("disclosure_correction", "更正记录不能修改或删除"),
        ("disclosure_archived_slip", "已归档的批办单不能修改或删除"),
    ):
        protect(table, name)
    protect("disclosure_edition_text", "版本正文不能修改", deletable=True)
    protect(
        "disclosure_publication",
        "发布记录不能修改或删除",
        columns=("disclosure_id", "edition_id", "from_at", "is_emergency"),
    )
    _declare_four_eyes()
    _declare_deputies()
    _declare_publication()


def _declare_four_eyes() -> None:
    guard(
        "disclosure_verdict",
        "by_author",
        "INSERT",
        refuse_when=f"EXISTS (SELECT 1 FROM {_STEP} s JOIN disclosure_review r ON r.id = s.review_id "
        "JOIN disclosure_edition_author a ON a.edition_id = r.edition_id "
        "WHERE s.id = NEW.step_id AND +a.person_id = NEW.person_id)",
        message="起草人不能审核自己的信息",
    )
    guard(
        "disclosure_verdict",
        "by_same_person",
        "INSERT",
        # the plus keeps SQLite from walking everything that the person ever decided
        refuse_when=f"EXISTS (SELECT 1 FROM {_STEP} n JOIN {_STEP} s ON s.review_id = n.review_id "
        "JOIN disclosure_verdict v ON v.step_id = s.id "
        "WHERE n.id = NEW.step_id AND +v.person_id = NEW.person_id)",
        message="同一人不能审核同一信息的两道环节",
    )
    guard(
        "disclosure_verdict",
        "on_other_text",
        "INSERT",
        refuse_when=f"NOT EXISTS (SELECT 1 FROM {_STEP} s JOIN disclosure_review r ON r.id = s.review_id "
        "JOIN disclosure_edition e ON e.id = r.edition_id "
        "WHERE s.id = NEW.step_id AND e.digest = NEW.edition_digest)",
        message="审核意见必须对应送审的同一版本",
    )


def _declare_deputies() -> None:
    # a deputy may do nothing that the principal might not have done in person
    guard(
        "disclosure_verdict",
        "for_author",
        "INSERT",
        refuse_when="NEW.deputy_for_id IS NOT NULL AND "
        f"(NEW.deputy_for_id = NEW.person_id OR EXISTS (SELECT 1 FROM {_STEP} s "
        "JOIN disclosure_review r ON r.id = s.review_id "
        "JOIN disclosure_edition_author a ON a.edition_id = r.edition_id "
        "WHERE s.id = NEW.step_id AND +a.person_id = NEW.deputy_for_id))",
        message="不能代起草人审核其起草的信息",
    )
    guard(
        "disclosure_verdict",
        "for_same_person",
        "INSERT",
        refuse_when=f"EXISTS (SELECT 1 FROM {_STEP} n JOIN {_STEP} s ON s.review_id = n.review_id "
        "JOIN disclosure_verdict v ON v.step_id = s.id WHERE n.id = NEW.step_id "
        "AND (+v.deputy_for_id = NEW.person_id OR +v.deputy_for_id = NEW.deputy_for_id "
        "OR +v.person_id = NEW.deputy_for_id))",
        message="同一人或其B角不能审核同一信息的两道环节",
    )


def _declare_publication() -> None:
    for event in ("INSERT", "UPDATE"):
        changed = (
            " AND NEW.published_edition_id IS DISTINCT FROM OLD.published_edition_id"
            if event == "UPDATE"
            else ""
        )
        guard(
            "disclosure_disclosure",
            f"reviewed_on_{event.lower()}",
            event,
            refuse_when=f"(NEW.published_edition_id IS NOT NULL{changed} AND NOT EXISTS ({_REVIEWED}))",
            message="未经审核通过的版本不能发布",
        )
    guard(
        "disclosure_disclosure",
        "index_number_kept",
        "UPDATE",
        refuse_when="(OLD.index_number IS NOT NULL AND NEW.index_number IS DISTINCT FROM OLD.index_number)",
        message="索引号一经编定不能更改",
    )
    guard(
        "disclosure_disclosure",
        "first_publication_kept",
        "UPDATE",
        refuse_when="(OLD.first_published_at IS NOT NULL "
        "AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at)",
        message="首次发布时间不能更改",
    )
    guard(
        "disclosure_edition_text",
        "expunged_only",
        "DELETE",
        refuse_when="NOT EXISTS (SELECT 1 FROM disclosure_expunction x "
        "WHERE x.edition_id = OLD.edition_id AND x.done_at IS NOT NULL)",
        message="版本正文只能经两人清除程序删除",
    )

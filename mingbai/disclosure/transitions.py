"""(act) → where it may start, where it leads, what it needs. Draws the buttons and the tests of what is forbidden."""

from collections.abc import Collection
from dataclasses import dataclass

from mingbai.accounts.roles import Role
from mingbai.core.errors import Conflict
from mingbai.disclosure.models import Disclosure, StepKind

State, Stage = Disclosure.State, Disclosure.Stage


@dataclass(frozen=True)
class Transition:
    """`right` is the act in `accounts.roles.ACTS`. `to` gives the new (state, stage); None keeps what is."""

    act: str
    label: str
    right: str
    states: frozenset[str]
    stages: frozenset[str]
    to_state: str | None = None
    to_stage: str | None = None
    needs_reason: bool = False


def _t(
    act: str,
    label: str,
    right: str,
    states: Collection[str],
    stages: Collection[str],
    to: tuple[str | None, str | None] = (None, None),
    needs_reason: bool = False,
) -> Transition:
    return Transition(act, label, right, frozenset(states), frozenset(stages), to[0], to[1], needs_reason)


_ANY_STATE = {State.UNPUBLISHED, State.PUBLISHED, State.WITHDRAWN}
_WRITING = {Stage.EDITING, Stage.RETURNED}

TRANSITIONS: dict[str, Transition] = {
    row.act: row
    for row in (
        _t("claim_document", "认领", "claim_document", {State.UNPUBLISHED}, {Stage.UNCLAIMED}, (None, Stage.EDITING)),
        _t("save_draft", "保存", "write_draft", _ANY_STATE, _WRITING),
        _t("discard_draft", "作废", "write_draft", {State.UNPUBLISHED}, _WRITING | {Stage.UNCLAIMED}, (None, Stage.DISCARDED), True),
        _t("restore_draft", "恢复", "write_draft", {State.UNPUBLISHED}, {Stage.DISCARDED}, (None, Stage.EDITING)),
        _t("change_unit", "改归单位", "write_draft", {State.UNPUBLISHED}, _WRITING),
        _t("drop_correction", "放弃修改", "write_draft", {State.PUBLISHED, State.WITHDRAWN}, _WRITING, (None, Stage.IDLE)),
        _t("submit_draft", "送审", "submit_draft", _ANY_STATE, _WRITING, (None, Stage.IN_REVIEW)),
        _t("recall_edition", "撤回", "recall_edition", _ANY_STATE, {Stage.IN_REVIEW, Stage.APPROVED}, (None, Stage.EDITING), True),
        _t("stop_publication", "停发", "withdraw", _ANY_STATE, {Stage.APPROVED}, (None, Stage.RETURNED), True),
        _t("approve_step", "同意", "review", _ANY_STATE, {Stage.IN_REVIEW}),
        _t("return_to_author", "退回", "review", _ANY_STATE, {Stage.IN_REVIEW}, (None, Stage.RETURNED), True),
        _t("schedule_publication", "定时发布", "submit_draft", _ANY_STATE, {Stage.EDITING, Stage.RETURNED, Stage.IN_REVIEW, Stage.APPROVED}),
        _t("publish_edition", "发布", "submit_draft", _ANY_STATE, {Stage.APPROVED}, (State.PUBLISHED, Stage.IDLE)),
        _t("emergency_publish", "应急发布", "emergency_publish", {State.UNPUBLISHED}, {Stage.IN_REVIEW}, (State.PUBLISHED, None), True),
        _t("withdraw", "撤下", "withdraw", {State.PUBLISHED}, {Stage.IDLE, Stage.EDITING, Stage.RETURNED, Stage.IN_REVIEW, Stage.APPROVED}, (State.WITHDRAWN, None), True),
        _t("start_correction", "更正", "correct", {State.PUBLISHED, State.WITHDRAWN}, {Stage.IDLE}, (None, Stage.EDITING), True),
        _t("reassess_openness", "重新评估", "correct", {State.UNPUBLISHED}, {Stage.IDLE}, (None, Stage.EDITING), True),
        _t("repeal", "废止", "repeal", {State.PUBLISHED}, {Stage.IDLE}, needs_reason=True),
        _t("move_item", "调整栏目", "correct", {State.PUBLISHED}, {Stage.IDLE}),
        _t("ask_expunction", "申请清除", "expunge", {State.UNPUBLISHED, State.WITHDRAWN}, {Stage.IDLE, Stage.EDITING, Stage.RETURNED, Stage.DISCARDED}, needs_reason=True),
        _t("expunge_edition", "确认清除", "expunge", {State.UNPUBLISHED, State.WITHDRAWN}, {Stage.IDLE, Stage.EDITING, Stage.RETURNED, Stage.DISCARDED}),
        _t("resend_last_period", "发下一期", "write_draft", {State.PUBLISHED}, set(Stage.values)),
    )
}  # fmt: skip

STEP_ROLES: dict[str, frozenset[Role]] = {
    StepKind.OFFICE_CHECK: frozenset({Role.FIRST_REVIEWER}),
    StepKind.FIRST_REVIEW: frozenset({Role.FIRST_REVIEWER}),
    StepKind.SECOND_REVIEW: frozenset({Role.SECOND_REVIEWER}),
    StepKind.FINAL_REVIEW: frozenset({Role.FINAL_REVIEWER}),
    StepKind.SECRECY_REVIEW: frozenset({Role.SECRECY_REVIEWER}),
    StepKind.PLATFORM_CHECK: frozenset({Role.COUNTY_SUPERVISOR}),
}


def allows(act: str, state: str, stage: str) -> bool:
    row = TRANSITIONS[act]
    return state in row.states and stage in row.stages


def demand(act: str, disclosure: Disclosure) -> Transition:
    """The transition, or `Conflict` saying how the item stands now."""
    row = TRANSITIONS[act]
    if not allows(act, disclosure.state, disclosure.stage):
        raise Conflict(
            f"这条信息现在是「{disclosure.get_state_display()} · {disclosure.get_stage_display()}」，"
            f"不能{row.label}。请刷新页面查看最新情况。"
        )
    return row


def apply(act: str, disclosure: Disclosure) -> None:
    """Move the item along the table; the caller saves it."""
    row = demand(act, disclosure)
    disclosure.state = row.to_state or disclosure.state
    disclosure.stage = row.to_stage or disclosure.stage

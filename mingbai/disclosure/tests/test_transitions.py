"""The table of transitions: every act is refused in every place that the table does not name."""

import itertools

import pytest

from mingbai.accounts.roles import ACTS
from mingbai.core.errors import Conflict, DomainError
from mingbai.disclosure import services, transitions
from mingbai.disclosure.factories import County
from mingbai.disclosure.models import Disclosure, StepKind
from mingbai.disclosure.views.items import STEPS

PLACES = list(itertools.product(Disclosure.State.values, Disclosure.Stage.values))


def test_every_act_has_a_right_that_somebody_holds():
    assert {row.right for row in transitions.TRANSITIONS.values()} <= set(ACTS)


def test_every_kind_of_step_has_somebody_for_it():
    assert set(transitions.STEP_ROLES) == set(StepKind.values)


def test_every_button_leads_somewhere():
    elsewhere = {"save_draft", "submit_draft", "approve_step", "return_to_author", "claim_document"}
    assert set(STEPS) | elsewhere == set(transitions.TRANSITIONS)


@pytest.mark.parametrize("act", transitions.TRANSITIONS)
def test_an_act_is_refused_where_the_table_does_not_name_it(act: str):
    row = transitions.TRANSITIONS[act]
    for state, stage in PLACES:
        disclosure = Disclosure(state=state, stage=stage)
        if state in row.states and stage in row.stages:
            transitions.apply(act, disclosure)
            assert (disclosure.state, disclosure.stage) == (row.to_state or state, row.to_stage or stage)
        else:
            with pytest.raises(Conflict, match="请刷新"):
                transitions.apply(act, disclosure)


ACTS_IN_REVIEW = {
    "discard_draft": lambda c, d: services.discard_draft(c.editor, disclosure=d, reason="x"),
    "publish_edition": lambda c, d: services.publish_edition(c.final, disclosure=d),
    "withdraw": lambda c, d: services.withdraw(c.final, disclosure=d, reason="other", note="x"),
    "start_correction": lambda c, d: services.start_correction(c.editor, disclosure=d, note="x"),
    "move_item": lambda c, d: services.move_item(c.editor, disclosure=d, columns=(c.column.pk,)),
    "submit_draft": lambda c, d: services.submit_draft(c.editor, disclosure=d, version=1),
}


@pytest.mark.parametrize("act", ACTS_IN_REVIEW)
def test_services_keep_to_the_table(county: County, act: str):
    edition = county.submitted()
    with pytest.raises(Conflict):
        ACTS_IN_REVIEW[act](county, edition.disclosure)


@pytest.mark.parametrize("who", ["stranger", "secrecy"])
@pytest.mark.parametrize("act", ["discard_draft", "publish_edition", "submit_draft"])
def test_those_without_the_right_are_refused_first(county: County, who: str, act: str):
    disclosure = county.draft()
    other = County(**{**county.__dict__, "editor": getattr(county, who), "final": getattr(county, who)})
    with pytest.raises(DomainError):
        ACTS_IN_REVIEW[act](other, disclosure)
    assert Disclosure.objects.of(pk=disclosure.pk).get().stage == "editing"

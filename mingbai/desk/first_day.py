"""The first-day guide: what somebody new does first, and what of it they have done."""

from dataclasses import dataclass

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.desk.models import FirstLook
from mingbai.journal.models import Act


@dataclass(frozen=True)
class Step:
    """Done by one of the `acts`, or, where there is none, by having gone to see the screen."""

    code: str
    title: str
    what: str
    url: str
    right: str
    acts: tuple[str, ...] = ()


STEPS = (
    Step("catalogue", "看一遍本单位的公开目录", "知道有哪些栏目、多久更新一次、哪些已经超期。", "catalogue-own", "write_draft"),
    Step("gaps", "看到期与空白", "有内容就点“去发布”，确实没有就写“本期无内容”。", "catalogue-gaps", "write_draft"),
    Step("left", "看前任留下的草稿和退回件", "退回件写明了地方和理由，先改它们。", "disclosure-list", "write_draft"),
    Step(
        "write", "写一条信息", "上传 Word 文件，标题、文号、日期和正文会自动填好，逐项核对。",
        "disclosure-new", "write_draft", ("create_draft",),
    ),
    Step(
        "submit", "把它送审", "右侧的疑点一条一条处理完，再点“送审”。",
        "disclosure-list", "write_draft", ("submit_draft", "emergency_publish"),
    ),
    Step(
        "judge", "审一条信息", "看正文、附件、疑点和与上一版的差异，同意或者写明地方和理由退回。",
        "disclosure-reviews", "review", ("approve_step", "return_to_author"),
    ),
    Step("away", "看自己的岗位和 AB 角", "离岗前登记起止日期，由 B 角代办。", "accounts-own", "review"),
)  # fmt: skip


def steps_of(actor: Actor) -> list[tuple[Step, bool]]:
    """The steps that the actor's posts allow, each with whether it is done; two queries."""
    person = actor.person_id or 0
    own = [step for step in STEPS if actor.may(step.right)]
    acts = Act.objects.filter(actor_id=person, verb__in=[verb for step in own for verb in step.acts])
    done = {
        *FirstLook.objects.filter(person=person).values_list("step", flat=True),
        *acts.order_by().values_list("verb", flat=True).distinct(),
    }
    return [(step, not done.isdisjoint({step.code, *step.acts})) for step in own]


def look(actor: Actor, *, code: str) -> Step:
    """Somebody goes to see the screen of a step."""
    step = next((step for step in STEPS if step.code == code and not step.acts), None)
    if step is None or actor.person_id is None:
        raise Missing("没有这一步。")
    actor.demand(step.right)
    FirstLook.objects.get_or_create(person_id=actor.person_id, step=code, defaults={"at": clock.now()})
    return step

"""Who answers for which column in the demonstration county, and what its units have arranged otherwise than the standard."""

from collections.abc import Iterable
from datetime import timedelta

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import VILLAGE_KINDS, unscoped
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services import change_adoption, pause_column
from mingbai.core import clock

GENERAL = {
    "county": "县政府办公室", "bureau": "办公室", "town": "党政综合办公室", "subdistrict": "党政综合办公室",
    "village": "村民委员会", "community": "居民委员会", "school": "学校办公室", "public_institution": "院办公室",
}  # fmt: skip
# of towns and sub-districts, by the topic of a column or the area of an item
TOWN_OFFICES = (
    ("财政所", {"finance", "procurement", "subsidies", "财政预决算", "涉农补贴", "税收管理", "公共资源交易"}),
    (
        "社会事务办公室",
        {
            *("relief", "elderly", "employment", "insurance", "education", "health", "culture"),
            *("社会救助", "养老服务", "就业创业", "社会保险", "义务教育", "医疗卫生", "公共文化服务"),
        },
    ),
    ("农业农村办公室", {"rural", "扶贫(乡村振兴)", "农村危房改造"}),
    ("自然资源所", {"land", "housing", "国土空间规划", "征地补偿"}),
    ("应急管理办公室", {"safety", "emergency", "environment", "安全生产", "救灾", "环境保护"}),
    ("综合行政执法队", {"powers", "food_safety", "城市综合执法", "食品药品监管", "市政服务"}),
    ("司法所", {"legal_aid", "公共法律服务"}),
    ("派出所", {"户籍管理"}),
)
OTHERS = {
    ("bureau", "finance"): "计划财务科", ("county", "finance"): "县财政局预算科", ("school", "finance"): "总务处",
    ("school", "education"): "教务处", ("public_institution", "services"): "医务科",
}  # fmt: skip


def office_of(kind: str, subject: str) -> str:
    """The office of a unit that answers for a topic or an area."""
    if kind in VILLAGE_KINDS and subject == "village_finance":
        return "村报账员" if kind == "village" else "社区报账员"
    if kind in {"town", "subdistrict"}:
        return next((name for name, subjects in TOWN_OFFICES if subject in subjects), GENERAL[kind])
    return OTHERS.get((kind, subject), GENERAL.get(kind, "办公室"))


def assign(adoptions: Iterable[Adoption], people: dict[str, Person]) -> None:
    """Each row its office and the clerk of its unit."""
    for row in adoptions:
        subject = row.column.topic if row.column else row.item.domain.name if row.item else ""
        row.responsible_office = office_of(row.unit.kind, subject)
        row.responsible_person = people.get(f"editor@{row.unit.code}")


def arrange(actor: Actor, units: dict[str, Unit]) -> None:
    """One town gathers a monthly column by quarters, another has a column's clock stopped, each with its reason."""
    today = clock.today()
    change_adoption(
        actor,
        adoption=_column(units["liudi"], "monthly"),
        cadence_override="quarterly",
        override_reason="本镇这类事项一年不足十件，按季归集后一并公开",
    )
    pause_column(
        actor,
        adoption=_column(units["hetian"], "halfyear"),
        starts_on=today - timedelta(days=12),
        ends_on=today + timedelta(days=18),
        reason="职责正在划转，划转完成后由新的承办机构更新",
    )


def _column(unit: Unit, cadence: str) -> Adoption:
    rows = unscoped(Adoption).filter(unit=unit, is_on=True, column__cadence=cadence, column__holds_items=True)
    found: Adoption = rows.select_related("column", "unit").order_by("column__order")[0]
    return found

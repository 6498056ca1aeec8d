"""开县向导: what a county still needs before its clerks can work, each step looked up and not ticked by hand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from mingbai.accounts.models import Membership, Unit
from mingbai.accounts.roles import COUNTY_KINDS, Role
from mingbai.accounts.services.first_start import NAMELESS
from mingbai.catalogue.models import Adoption
from mingbai.core import clock
from mingbai.core.backups import last_backup
from mingbai.core.calendars import current_calendar
from mingbai.core.identity import site_identity
from mingbai.desk.selectors import CALENDAR_WARNING_FROM
from mingbai.disclosure.chains import performers
from mingbai.disclosure.transitions import STEP_ROLES

SHOWN = 8
BACKUP_DAYS = 7
# 国办发〔2017〕47号: what every page must carry
IDENTITY = {"host": "主办单位", "domain": "域名", "code": "网站标识码", "icp": "ICP备案编号", "police_filing": "公安机关备案号", "contact": "联系方式"}  # fmt: skip
# 条例 第十二条, 第二十条（二）
DETAILS = {
    "address": "办公地址",
    "hours": "办公时间",
    "phone": "联系电话",
    "disclosure_office": "公开工作机构",
}


@dataclass(frozen=True)
class Step:
    """`lacks`: what is still to be done, one line each; empty when the step is done."""

    label: str
    why: str
    url: str
    right: str
    lacks: list[str] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return not self.lacks


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return "、".join(found[:SHOWN]) + (f"等{len(found)}个" if len(found) > SHOWN else "")


def steps() -> list[Step]:
    today = clock.today()
    units = list(Unit.objects.filter(closed_on=None, is_sample=False).select_related("parent"))
    agencies = [unit for unit in units if unit.is_agency]
    held = list(Membership.objects.held_on(today).filter(deputy_for=None))
    return [
        _county_name(units),
        _identity(),
        _units(units),
        _details(agencies),
        _administrators(held, {unit.pk for unit in units if unit.kind in COUNTY_KINDS}),
        _people(agencies, held),
        _adoption(agencies),
        _calendar(today),
        _backup(today),
    ]


def _county_name(units: list[Unit]) -> Step:
    county = next((unit for unit in units if unit.kind == Unit.Kind.COUNTY), None)
    nameless = county is not None and county.name == NAMELESS
    return Step(
        "写上县的名称",
        "用“更名”写全称和简称，启用日期写今天。它显示在每一个公开页面上。",
        reverse("accounts-unit-change", args=[county.code, "rename"])
        if county
        else reverse("accounts-units"),
        "manage_units",
        ["县的名称还没有填写"] if nameless else [] if county else ["单位树里没有县"],
    )


def _identity() -> Step:
    identity = site_identity()
    absent = [label for name, label in IDENTITY.items() if not getattr(identity, name)]
    return Step(
        "填写站点信息",
        "网站名称、标识码、备案号会显示在每一页的页脚（国办发〔2017〕47号）。",
        reverse("accounts-identity"),
        "manage_identity",
        [f"还没有填：{'、'.join(absent)}"] if absent else [],
    )


def _units(units: list[Unit]) -> Step:
    by_kind = {label: sum(unit.kind == kind for unit in units) for kind, label in Unit.Kind.choices}
    have = "、".join(f"{label}{number}个" for label, number in by_kind.items() if number)
    absent = [
        f"还没有{label}"
        for label, kinds in (("部门", {"bureau"}), ("乡镇或街道", {"town", "subdistrict"}))
        if not any(unit.kind in kinds for unit in units)
    ]
    return Step(
        "建立单位",
        f"可以用 Excel 一次导入部门、乡镇和村（社区）。现在有{have or '0个'}。",
        reverse("accounts-units-import"),
        "manage_units",
        absent,
    )


def _details(agencies: list[Unit]) -> Step:
    lacks = []
    for name, label in DETAILS.items():
        without = [unit.label for unit in agencies if not getattr(unit, name)]
        if without:
            lacks.append(f"{label}：{_listed(without)}还没有填")
    return Step(
        "填写机构信息",
        "行政机关的办公地址、办公时间、联系电话和公开工作机构要向社会公开（条例第十二条、第二十条）。",
        reverse("accounts-units"),
        "manage_units",
        lacks,
    )


def _administrators(held: list[Membership], county: set[int]) -> Step:
    def people(role: Role) -> set[int]:
        return {post.person_id for post in held if post.role == role and post.unit_id in county}

    lacks = []
    if len(people(Role.ADMINISTRATOR)) < 2:
        lacks.append("只有一位县级管理员。他忘了密码、丢了手机，就没有人能办，请再登记一位")
    if not people(Role.AUDITOR):
        lacks.append("还没有审计员：操作日志由他查看，不能由管理员兼任")
    return Step(
        "两位管理员和一位审计员",
        "管理员、审计员、保密审查三类人互不兼任（等级保护）。",
        reverse("accounts-person-new"),
        "manage_people",
        lacks,
    )


def _people(agencies: list[Unit], held: list[Membership]) -> Step:
    """For each agency an editor and everybody whom its chain asks for, all of them different people (traps 24)."""
    at = defaultdict[tuple[int, str], set[int]](set)
    for post in held:
        at[post.unit_id, post.role].add(post.person_id)
    lacks = []
    for unit, planned in performers(agencies).items():
        wanted = [(Role.EDITOR, unit.pk)] + [
            (role, seat) for kind, seat in planned for role in STEP_ROLES[kind]
        ]
        absent = dict.fromkeys(role.label for role, seat in wanted if not at[seat, role])
        if absent:
            lacks.append(f"{unit.label}：还没有{'、'.join(absent)}")
        elif len(set().union(*(at[seat, role] for role, seat in wanted))) < len(wanted):
            lacks.append(f"{unit.label}：经办和各级审核要是不同的人，现在人数不够")
    shown = lacks[:SHOWN] + ([f"……共{len(lacks)}个单位"] if len(lacks) > SHOWN else [])
    return Step(
        "开通人员和岗位",
        "每个行政机关要有经办人和审核流程里的每一级审核人，各不相同。可以用 Excel 一次导入。",
        reverse("accounts-people-import"),
        "manage_people",
        shown,
    )


def _adoption(agencies: list[Unit]) -> Step:
    adopting = set(
        Adoption.objects.of(is_on=True, unit__in=agencies).values_list("unit_id", flat=True).distinct()
    )
    without = [unit.label for unit in agencies if unit.pk not in adopting]
    lacks = [f"{_listed(without)}还没有采用"] if without else [] if agencies else ["还没有行政机关"]
    return Step(
        "采用公开目录",
        "按类别为单位补齐标准栏目，到期提醒由此开始。由县政务公开办办理。",
        reverse("catalogue-standards"),
        "read_catalogue",
        lacks,
    )


def _calendar(today: date) -> Step:
    known = current_calendar().years
    wanted = [today.year, *([today.year + 1] if (today.month, today.day) >= CALENDAR_WARNING_FROM else [])]
    return Step(
        "核对放假安排",
        "期限按国务院办公厅的放假通知计算，下一年的通知一般在十一月发布。",
        reverse("catalogue-calendar"),
        "manage_calendar",
        [f"还没有{year}年的放假安排" for year in wanted if year not in known],
    )


def _backup(today: date) -> Step:
    last = last_backup()
    lacks = [] if last else ["还没有做过备份"]
    if last and (today - last).days > BACKUP_DAYS:
        lacks = [f"最近一次备份是{last:%Y-%m-%d}，超过{BACKUP_DAYS}天了"]
    return Step(
        "安排备份",
        "用 systemd 的启用 mingbai-backup.timer；没有的，每天运行 mingbai backup，并把文件拷到别的机器。"
        + (f"最近一次：{last:%Y-%m-%d}。" if last else ""),
        "",
        "manage_identity",
        lacks,
    )

"""索引号: pattern of the installation, serial per code and period, taken in the publishing transaction."""

import re
from datetime import date
from string import Formatter

from mingbai.accounts.models import Unit
from mingbai.core.errors import BadInput
from mingbai.core.models import Setting
from mingbai.core.sequences import take_number

KEY = "index_number_pattern"
DEFAULT = "{code}/{year}-{serial:05d}"
_ALLOWED = {"code", "year", "month", "serial"}


def pattern() -> str:
    row = Setting.objects.filter(key=KEY).first()
    return str(row.value) if row else DEFAULT


def check_pattern(value: str) -> str:
    """The pattern, or `BadInput` when it could give the same number twice."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
        value.format(code="A", year=2026, month=1, serial=1)
    except (ValueError, KeyError, IndexError) as error:
        raise BadInput("索引号格式写得不对。示例：{code}/{year}-{serial:05d}", field="pattern") from error
    missing = {"code", "year", "serial"} - names
    if missing or names - _ALLOWED or not re.search(r"\{serial:0\dd\}", value):
        raise BadInput(
            "索引号格式必须含 {code}（单位代码）、{year}（年份）和 {serial:05d}（补零的流水号），可以再加 {month:02d}。",
            field="pattern",
        )
    return value


def take_index_number(unit: Unit, day: date) -> str:
    """The next number of the unit; the serial starts anew each year, or each month where the pattern shows it."""
    shape = pattern()
    code = unit.index_code or unit.credit_code or unit.code
    period = f"{day:%Y%m}" if "{month" in shape else f"{day:%Y}"
    serial = take_number(f"index:{code}:{period}")
    return shape.format(code=code, year=day.year, month=day.month, serial=serial)

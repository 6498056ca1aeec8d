"""The working-day calendar of this installation: ours, with the years that the county loaded itself."""

import json
from typing import Any

from mingbai.core.errors import BadInput
from mingbai.core.models import Setting
from mingbai.law.calendar import Calendar, YearNotice, default_calendar, doubts_about, parse_year
from mingbai.law.errors import LawError

PREFIX = "calendar:"
_made: dict[str, Calendar] = {}


def current_calendar() -> Calendar:
    """One query; the calendar itself is made once for each set of loaded notices."""
    rows = dict(Setting.objects.filter(key__startswith=PREFIX).values_list("key", "value"))
    if not rows:
        return default_calendar()
    key = json.dumps(rows, sort_keys=True)
    if key not in _made:
        calendar = default_calendar()
        for name in sorted(rows):
            calendar = calendar.with_year(parse_year(rows[name], name))
        _made.clear()
        _made[key] = calendar
    return _made[key]


def read_notice(content: bytes, name: str) -> tuple[YearNotice, dict[str, Any]]:
    """A county's file with next year's holidays, checked for plausibility; `BadInput` says what is wrong with it."""
    try:
        value = json.loads(content.decode("utf-8-sig"))
        return parse_year(value, name), value
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BadInput("文件不是 JSON 格式。请用页面上的样例改好日期后再上传。", field="notice") from error
    except LawError as error:
        raise BadInput(str(error), field="notice") from error


def doubts(notice: YearNotice) -> tuple[str, ...]:
    return doubts_about(notice)


def store_notice(notice: YearNotice, content: dict[str, Any]) -> None:
    Setting.objects.update_or_create(key=f"{PREFIX}{notice.year}", defaults={"value": content})

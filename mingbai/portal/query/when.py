"""Times as people say them, 去年 and 上个月, as the words that stand in titles."""

import re
from datetime import date

YEARS = {"大前年": 3, "前年": 2, "去年": 1, "上年": 1, "上一年": 1, "明年": -1, "下一年": -1, "后年": -2}
_LAST_MONTH, _THIS_MONTH = ("上个月", "上月"), ("这个月", "本月", "当月")
_LAST_QUARTER, _THIS_QUARTER = ("上季度", "上个季度", "上一季度"), ("本季度", "这个季度", "这季度")
SAID = re.compile("|".join([*YEARS, *_LAST_MONTH, *_THIS_MONTH, *_LAST_QUARTER, *_THIS_QUARTER]))


def year_of(said: str, today: date) -> int | None:
    """The year that 去年 and the like name; None for the rest."""
    return today.year - YEARS[said] if said in YEARS else None


def written(said: str, today: date) -> str:
    """2025年 for 去年, 2026年10月 for 上个月, 2026年第三季度 for 上季度; empty for what names no time."""
    year = year_of(said, today)
    if year is not None:
        return f"{year}年"
    if said in _LAST_MONTH or said in _THIS_MONTH:
        months = today.year * 12 + today.month - 1 - (said in _LAST_MONTH)
        return f"{months // 12}年{months % 12 + 1}月"
    if said in _LAST_QUARTER or said in _THIS_QUARTER:
        quarters = today.year * 4 + (today.month - 1) // 3 - (said in _LAST_QUARTER)
        return f"{quarters // 4}年第{'一二三四'[quarters % 4]}季度"
    return ""

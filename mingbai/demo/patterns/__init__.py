"""The kinds of document that the county writes, one module per field. Importing this registers them all."""

from mingbai.demo.patterns import (
    daily,
    guide,
    livelihood,
    money,
    people,
    places,
    planning,
    policy,
    powers,
    reports,
    village_affairs,
    village_finance,
    village_party,
)

__all__ = [
    "daily",
    "guide",
    "livelihood",
    "money",
    "people",
    "places",
    "planning",
    "policy",
    "powers",
    "reports",
    "village_affairs",
    "village_finance",
    "village_party",
]

"""Publish, correct, withdraw: what changed is seen at the next request on every page that shows it."""

import random
import threading

import pytest
from django.db import connections
from django.test import Client

from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.models import Disclosure
from mingbai.portal.query import dictionary

# the thousand acts of the measure are benchmarks/portal_freshness.py
ACTS = 14
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def living(settings, tmp_path) -> County:
    settings.DATA_DIR = tmp_path
    settings.PAGE_STORE = True
    dictionary.forget()
    return make_county()


def seen_in(county: County, item: Disclosure) -> list[str]:
    town, column = county.town.code, county.column.code
    return [
        "/",
        f"/units/{town}/",
        f"/units/{town}/columns/{column}/",
        f"/units/{town}/columns/{column}/list.csv",
        "/feed.atom",
        f"/units/{town}/feed.atom",
        f"/units/{town}/columns/{column}/feed.atom",
        f"/items/{item.pk}/",
        f"/da/items/{item.pk}/",
        "/da/",
        "/search/?q=森林防火",
        "/api/v1/items",
        "/api/v1/search?q=森林防火",
    ]


def read(address: str) -> str:
    return Client().get(address).content.decode().replace("<mark>", "").replace("</mark>", "")


def test_every_act_is_seen_everywhere_at_the_next_request(living):
    item = living.published(title="森林防火甲版")
    addresses = seen_in(living, item)
    for address in addresses:
        assert "森林防火甲版" in read(address), address
        read(address)
    services.withdraw(living.final, disclosure=item, reason="outdated", note="重发")
    for address in addresses:
        assert "森林防火甲版" not in read(address) or "已撤下" in read(address), address
    other = living.published(title="森林防火乙版")
    for address in seen_in(living, other):
        assert "森林防火乙版" in read(address), address
    assert f"/items/{other.pk}/" in read(f"/sitemap-{other.pk // 10_000}.xml")
    assert f"/items/{item.pk}/" not in read(f"/sitemap-{item.pk // 10_000}.xml")


def test_no_stale_answer_while_readers_hammer(living):
    """Random acts; after each response every address tells the truth, whatever the readers stored meanwhile."""
    town, column = living.town.code, living.column.code
    lists = [
        "/",
        f"/units/{town}/",
        f"/units/{town}/columns/{column}/",
        "/feed.atom",
        "/search/?q=%E9%80%9A%E7%9F%A5",
    ]
    stop = threading.Event()
    failures: list[str] = []
    known: list[int] = []

    def hammer(seed: int) -> None:
        dice = random.Random(seed)
        while not stop.is_set():
            address = dice.choice([*lists, *(f"/items/{pk}/" for pk in known[-4:])])
            status = Client().get(address).status_code
            if status >= 500:
                failures.append(f"{status} {address}")
        connections.close_all()

    threads = [threading.Thread(target=hammer, args=(seed,)) for seed in range(2)]
    for thread in threads:
        thread.start()
    dice = random.Random(3)
    public: list[Disclosure] = []
    try:
        for number in range(ACTS):
            if public and dice.random() < 0.45:
                item = public.pop(dice.randrange(len(public)))
                services.withdraw(living.final, disclosure=item, reason="outdated", note="重发")
                wrong = [
                    a
                    for a in [*lists, f"/items/{item.pk}/"]
                    if item.title in read(a) and "已撤下" not in read(a)
                ]
            else:
                item = living.published(title=f"第{number}号防火通知")
                known.append(item.pk)
                public.append(item)
                wrong = [a for a in [*lists[:4], f"/items/{item.pk}/"] if item.title not in read(a)]
            failures += [f"stale {address} after act {number}" for address in wrong]
    finally:
        stop.set()
        for thread in threads:
            thread.join(20)
    assert not failures

import errno
import gzip
import shutil
import threading
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from mingbai.accounts.actors import Actor
from mingbai.core import pages
from mingbai.core.models import PageHost, PagePurge, PagePurgeDone, PageRead, Setting
from mingbai.core.pages import changes, files
from mingbai.core.pages.serving import StoredPages, security_headers
from mingbai.core.tests import pages_urls

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    settings.ROOT_URLCONF = "mingbai.core.tests.pages_urls"
    settings.DATA_DIR = tmp_path
    settings.PAGE_STORE = True
    Setting.objects.create(key="a", value="旧")
    Setting.objects.create(key="b", value="别的")


def body(path: str, **headers: str) -> str:
    return Client().get(path, headers=headers).content.decode()


def write(name: str, value: str) -> None:
    with transaction.atomic():
        Setting.objects.filter(key=name).update(value=value)
        pages.changed(f"note:{name}")


def stored(path: str) -> bool:
    return files.read(path, accepts_gzip=False) is not None


def test_a_page_is_kept_at_its_first_request_and_served_without_a_query(django_assert_num_queries):
    first = body("/notes/a/")
    with django_assert_num_queries(0):
        assert body("/notes/a/") == first == "<p>旧</p>"


def test_the_compressed_twin_holds_the_same_page():
    body("/notes/a/")
    response = Client().get("/notes/a/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == "<p>旧</p>"


def test_a_change_is_visible_at_the_next_request_and_spares_other_pages():
    body("/notes/a/")
    body("/notes/b/")
    write("a", "新")
    assert not stored("/notes/a/") and stored("/notes/b/")
    assert body("/notes/a/") == "<p>新</p>"


def test_a_rolled_back_change_purges_nothing():
    body("/notes/a/")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        pages.changed("note:a")
        raise ZeroDivisionError
    assert stored("/notes/a/") and not PagePurge.objects.exists()


def test_a_change_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        pages.changed("note:a")


@pytest.mark.parametrize(
    "address", ["/notes/none/", "/notes/a/?x=1", "/cookie/", "/notes/%E9%95%87/", "/notes/" + "a" * 250 + "/"]
)
def test_only_good_pages_at_plain_addresses_are_kept(address, tmp_path):
    Client().get(address)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    "path", ["/../secret.key", "/a/../../b.txt", "//etc/", "/.hidden/", "/a\x00/", "/secret.key"]
)
def test_no_address_leads_out_of_the_store(path):
    assert files.suffix_of(path) is None


def test_deleting_the_folder_is_safe(tmp_path):
    body("/notes/a/")
    shutil.rmtree(tmp_path / "pages")
    assert body("/notes/a/") == "<p>旧</p>" and stored("/notes/a/")
    write("a", "新")
    assert body("/notes/a/") == "<p>新</p>"


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("mingbai.core.pages.rendering._remember", OperationalError("database or disk is full")),
        ("mingbai.core.pages.files.prepare", OSError(errno.ENOSPC, "No space left on device")),
        ("mingbai.core.pages.files.Prepared.put", OSError(errno.EROFS, "Read-only file system")),
    ],
)
def test_a_full_disk_keeps_no_page_and_no_reader_out(monkeypatch, where, error):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(where, fails)
    assert body("/notes/a/") == "<p>旧</p>"
    assert not stored("/notes/a/")


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("attempt to write a readonly database"),
        OSError(errno.ENOSPC, "No space left on device"),
    ],
)
def test_who_writes_to_a_full_disk_is_told_that_nothing_was_saved(rf, error):
    from mingbai.core.middleware import DomainErrors

    request = rf.post("/desk/x/")
    request.user, request.actor = AnonymousUser(), Actor(None, "")
    answer = DomainErrors(lambda _: HttpResponse()).process_exception(request, error)
    assert answer.status_code == 503 and "没有保存" in answer.content.decode()
    assert DomainErrors(lambda _: HttpResponse()).process_exception(request, ValueError("x")) is None
    assert DomainErrors(lambda _: HttpResponse()).process_exception(request, OperationalError("x")) is None


def test_everything_can_be_dropped_at_once():
    body("/notes/a/")
    pages.clear()
    assert not stored("/notes/a/") and not PageRead.objects.exists()


@pytest.mark.parametrize(
    "what", ["a template changed", "a module came", "a module went", "only a test changed", "nothing"]
)
def test_pages_of_another_program_are_not_shown(tmp_path, what):
    program = tmp_path / "program"
    (program / "tests").mkdir(parents=True)
    for name in ("page.html", "views.py", "tests/test_views.py"):
        (program / name).write_text("旧", encoding="utf-8")
    assert pages.renew(program) and not pages.renew(program)
    body("/notes/a/")
    match what:
        case "a template changed":
            (program / "page.html").write_text("新版", encoding="utf-8")
        case "a module came":
            (program / "more.py").touch()
        case "a module went":
            (program / "views.py").unlink()
        case "only a test changed":
            (program / "tests/test_views.py").write_text("新版", encoding="utf-8")
    emptied = what not in {"only a test changed", "nothing"}
    assert pages.renew(program) is emptied
    assert stored("/notes/a/") is not emptied


def test_a_page_that_ends_is_served_until_then_and_never_by_nginx(tmp_path):
    with time_machine.travel("2026-11-23 08:00:00 +0800", tick=False) as traveller:
        body("/soon-over/")
        assert stored("/soon-over/") and not (tmp_path / "pages").exists()
        traveller.shift(59)
        assert stored("/soon-over/")
        traveller.shift(1)
        assert not stored("/soon-over/")


def test_a_renderer_overtaken_by_a_change_stores_nothing(monkeypatch):
    """Read, then change and purge, then write: the page with the old text must not stay."""
    has_read, may_go_on = threading.Event(), threading.Event()

    def stop() -> None:
        has_read.set()
        assert may_go_on.wait(10)

    monkeypatch.setattr(pages_urls, "pause", stop)
    answers: list[str] = []

    def reader() -> None:
        answers.append(body("/notes/a/"))
        connection.close()

    thread = threading.Thread(target=reader)
    thread.start()
    assert has_read.wait(10)
    write("a", "新")
    may_go_on.set()
    thread.join(10)
    monkeypatch.setattr(pages_urls, "pause", None)
    assert answers == ["<p>旧</p>"]
    assert not stored("/notes/a/")
    assert body("/notes/a/") == "<p>新</p>"


def test_a_renderer_between_check_and_rename_is_purged_by_the_change_that_waits(monkeypatch):
    """The other half of the race: the page is found unchanged, and the change comes before the rename."""
    checked, may_rename, done = threading.Event(), threading.Event(), threading.Event()
    original = files.Prepared.put

    def slow_put(self: files.Prepared) -> None:
        checked.set()
        assert may_rename.wait(10)
        original(self)

    monkeypatch.setattr(files.Prepared, "put", slow_put)

    def reader() -> None:
        body("/notes/a/")
        connection.close()

    def writer() -> None:
        write("a", "新")
        done.set()
        connection.close()

    threads = [threading.Thread(target=reader), threading.Thread(target=writer)]
    threads[0].start()
    assert checked.wait(10)
    threads[1].start()
    assert not done.wait(0.3), "the change must wait for the page that is being put"
    may_rename.set()
    for thread in threads:
        thread.join(10)
    monkeypatch.setattr(files.Prepared, "put", original)
    assert body("/notes/a/") == "<p>新</p>"


def test_a_crash_between_commit_and_purge_is_mended_by_following(monkeypatch):
    pages.follow()
    body("/notes/a/")
    monkeypatch.setattr(changes, "_after_commit", lambda *_: None)
    write("a", "新")
    assert body("/notes/a/") == "<p>旧</p>"  # this is the crash
    assert pages.follow() == 1
    assert body("/notes/a/") == "<p>新</p>"
    assert pages.follow() == 0


def test_an_act_waits_until_the_other_living_host_has_purged(monkeypatch):
    monkeypatch.setattr(changes, "PATIENCE", 0.1)
    PageHost.objects.create(name="另一台:/data", seen_at=timezone.now())
    with pytest.raises(pages.Unconfirmed, match="另一台"):
        write("a", "新")
    PagePurgeDone.objects.create(purge=PagePurge.objects.get(), host="另一台:/data")
    changes._wait_for_others(PagePurge.objects.get().pk, changes.host_name())


def test_a_host_that_does_not_answer_leaves_no_page_here_stale(monkeypatch):
    """The act says two things changed; the first waits in vain, and the second is purged all the same."""
    monkeypatch.setattr(changes, "PATIENCE", 0.1)
    for address in ("/notes/a/", "/notes/b/"):
        body(address)
    PageHost.objects.create(name="另一台:/data", seen_at=timezone.now())
    with pytest.raises(pages.Unconfirmed), transaction.atomic():
        pages.changed("note:a")
        pages.changed("note:b")
    assert not stored("/notes/a/")
    assert not stored("/notes/b/")


def test_a_dead_host_holds_nobody_up():
    PageHost.objects.create(name="停用:/data", seen_at=timezone.now() - timedelta(minutes=5))
    write("a", "新")


def test_a_host_that_was_away_too_long_starts_empty():
    body("/notes/a/")
    PageHost.objects.create(name=changes.host_name(), seen_at=timezone.now() - timedelta(days=3))
    pages.follow()
    assert not stored("/notes/a/")


def test_a_page_that_a_killed_renderer_left_half_way_is_cleared_away(tmp_path):
    body("/notes/a/")
    half = (tmp_path / "pages" / "notes" / "a" / "index.html").with_name(f".{'0' * 32}.tmp")
    half.write_bytes(b"x")
    pages.drop_leftovers()
    assert half.exists()  # somebody may be writing it just now
    pages.drop_leftovers(minutes=-1)
    assert not half.exists()
    assert stored("/notes/a/")


def test_a_look_at_the_recent_purges_says_that_the_host_is_alive():
    pages.follow()
    PageHost.objects.update(seen_at=timezone.now() - timedelta(seconds=20))
    assert pages.follow(whole=False) == 0
    assert PageHost.objects.get().seen_at > timezone.now() - timedelta(seconds=5)


def test_the_front_answers_as_django_does(rf):
    cold = Client().get("/notes/a/")
    environ = rf.get("/notes/a/").environ
    seen: dict[str, object] = {}

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        seen.update(status=status, headers=dict(headers))

    assert b"".join(StoredPages(None)(environ, start)) == cold.content
    for name, value in security_headers():
        assert seen["headers"][name] == cold[name] == value
    again = StoredPages(None)({**environ, "HTTP_IF_NONE_MATCH": seen["headers"]["ETag"]}, start)
    assert again == [] and seen["status"].startswith("304")

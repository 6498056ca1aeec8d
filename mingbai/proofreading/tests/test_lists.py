"""The county's additions to the lists: who may, what is refused, what is written down, and that checks use them."""

import json
from pathlib import Path

import pytest
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.roles import Role
from mingbai.cli import check as command
from mingbai.core.errors import BadInput, Conflict, DomainError, Missing, NotAllowed
from mingbai.journal.models import Act
from mingbai.proofreading import county, services
from mingbai.proofreading.checking import check_text, proven_rules
from mingbai.proofreading.kinds import KINDS
from mingbai.proofreading.models import Decision, FindingRecord
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.trial import is_on_trial

pytestmark = pytest.mark.django_db
SLIP = {
    "wrong": "青衫镇",
    "right": "青山镇",
    "kind": "homophone",
    "severity": "error",
    "source": "县地名办2026年公告",
}
MADE_UP = {
    "laws": {"name": "清溪县养犬管理条例", "in_force": "2025-01-01"},
    "policies": {"name": "清溪县政务公开三年行动方案", "by": "县政府办", "out": "2025"},
    "ministries": {"name": "县茶叶产业局", "now": "农业农村", "until": "2019"},
    "outdated": {"wording": "茶乡大会战", "until": "2015", "severity": "info"},
    "confusions": SLIP,
    "phrases": {"phrase": "茶旅融合示范片区"},
    "terms": {"word": "茶事通"},
    "hotlines": {"number": "13800138000", "name": "青山镇防汛值班电话"},
    "area_codes": {"code": "0690", "place": "清溪"},
    "places": {"name": "青衫镇", "code": "341503104"},
    "events": {"name": "清溪县第九次党代会", "on": "2021-07-20"},
    "sensitive": {"wrong": "清溪国", "right": "清溪县", "why": "地名写错", "severity": "error"},
}


@pytest.fixture(autouse=True)
def _data(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def home() -> Unit:
    return make_unit("清溪县", "county")


@pytest.fixture
def person(home: Unit) -> Person:
    return make_person("公开办", (home, Role.COUNTY_SUPERVISOR))


@pytest.fixture
def office(person: Person) -> Actor:
    return acting(person)


def rules_in(text: str) -> set[str]:
    return {found.rule for found in check_text(text)}


def words_in(text: str) -> set[str]:
    return {found.quote for found in check_text(text)}


def entry(key: str) -> dict[str, str]:
    return {"source": "县政府办2026年通知", **MADE_UP[key]}


def test_every_list_has_a_made_up_entry() -> None:
    assert set(MADE_UP) == {kind.key for kind in KINDS}


@pytest.mark.parametrize("key", MADE_UP)
def test_each_list_takes_an_entry_and_the_rules_still_run(office: Actor, key: str) -> None:
    check_text("青山镇政务公开工作")
    services.add_list_entry(office, key=key, values=entry(key))
    (row,) = county.rows_of(key)
    assert row["source"] == entry(key)["source"] and row["added"]
    check_text("2025年，青山镇按照《中华人民共和国政府信息公开条例》办事，电话13800138001。")


def test_the_product_reads_the_entry_at_once_and_forgets_it_at_once(office: Actor) -> None:
    text = "青衫镇召开了会议，研究了下一步的工作。"
    assert "青衫镇" not in words_in(text)
    services.add_list_entry(office, key="confusions", values=SLIP)
    (found,) = [each for each in check_text(text) if each.quote == "青衫镇"]
    assert (found.rule, found.suggestion, found.severity) == ("typo.homophone", "青山镇", "error")
    services.remove_list_entry(office, key="confusions", name="青衫镇")
    assert "青衫镇" not in words_in(text)


def test_a_published_number_is_no_longer_private(office: Actor) -> None:
    text = "有事请找网格员，13800138000。"
    assert "personal.mobile" in rules_in(text)
    services.add_list_entry(office, key="hotlines", values=entry("hotlines"))
    assert "personal.mobile" not in rules_in(text)
    assert "personal.mobile" in rules_in("有事请找网格员，13800138001。")


def test_a_county_s_own_meeting_is_not_held_before_its_year(office: Actor) -> None:
    text = "青山镇2019年政务公开工作总结\n\n2019年，我镇认真学习清溪县第九次党代会精神，推进政务公开。\n"
    assert "date.event_not_yet" not in rules_in(text)
    services.add_list_entry(office, key="events", values=entry("events"))
    assert "date.event_not_yet" in rules_in(text)
    assert "date.event_not_yet" not in rules_in(text.replace("2019", "2022"))


def test_the_command_line_reads_the_same_lists(
    office: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "通知.txt"
    file.write_text("青衫镇召开了会议，研究了下一步的工作。", encoding="utf-8")
    arguments = [str(file), "--data", str(tmp_path)]
    command.main(arguments)
    assert "青衫镇」疑为" not in capsys.readouterr().out
    services.add_list_entry(office, key="confusions", values=SLIP)
    assert command.main(arguments) == 1
    assert "「青衫镇」疑为「青山镇」之误" in capsys.readouterr().out
    services.switch_rule_off(office, rule="typo.homophone", reason="本县地名误报很多")
    assert command.main(arguments) == 0
    assert "青衫镇」疑为" not in capsys.readouterr().out


def test_each_change_is_one_act_that_holds_before_and_after(office: Actor, home: Unit) -> None:
    services.add_list_entry(office, key="confusions", values=SLIP)
    services.change_list_entry(office, key="confusions", name="青衫镇", values=SLIP | {"severity": "warning"})
    services.remove_list_entry(office, key="confusions", name="青衫镇")
    added, changed, removed = Act.objects.filter(object_type="list").order_by("id")
    assert [added.verb, changed.verb, removed.verb] == [
        "add_list_entry",
        "change_list_entry",
        "remove_list_entry",
    ]
    assert added.object_label == "易错词：青衫镇"
    assert added.detail["before"] is None and removed.detail["after"] is None
    assert changed.detail["before"]["severity"] == "error"
    assert changed.detail["after"]["severity"] == "warning"
    assert added.before_digest == "" and added.after_digest == changed.before_digest
    assert changed.after_digest == removed.before_digest
    assert removed.after_digest == county.digest(county.stored("confusions"))
    assert json.loads(county.stored("confusions"))["version"] == 3


@pytest.mark.parametrize("role", [Role.EDITOR, Role.FINAL_REVIEWER, Role.COUNTY_SUPERVISOR])
def test_nobody_in_a_town_may(home: Unit, role: Role) -> None:
    town = make_unit("青山镇", "town", parent=home)
    actor = acting(make_person("镇里人", (town, role)))
    with pytest.raises(NotAllowed):
        services.add_list_entry(actor, key="confusions", values=SLIP)
    with pytest.raises(NotAllowed):
        services.remove_list_entry(actor, key="confusions", name="青衫镇")
    with pytest.raises(NotAllowed):
        services.switch_rule_off(actor, rule="typo.homophone", reason="误报很多")
    assert county.rows_of("confusions") == [] and not Act.objects.filter(object_type="list").exists()


@pytest.mark.parametrize(
    ("key", "changes", "field"),
    [
        ("confusions", {"wrong": ""}, "wrong"),
        ("confusions", {"wrong": "青"}, "wrong"),
        ("confusions", {"wrong": "abc"}, "wrong"),
        ("confusions", {"wrong": "既使"}, "wrong"),
        ("confusions", {"wrong": "贯彻落实"}, "wrong"),
        ("confusions", {"wrong": "青山镇"}, "right"),
        ("confusions", {"wrong": "青山", "right": "青山镇"}, "unless"),
        ("confusions", {"unless": "白石镇"}, "unless"),
        ("confusions", {"kind": "其他"}, "kind"),
        ("confusions", {"source": " "}, "source"),
        ("confusions", {"right": "字" * 101}, "right"),
        ("laws", {"name": "《清溪县条例》"}, "name"),
        ("laws", {"name": "行政许可法"}, "name"),
        ("laws", {"in_force": "2025年1月1日"}, "in_force"),
        ("laws", {"repealed": "2024-01-01"}, "repealed"),
        ("laws", {"wrong": "条例"}, "wrong"),
        ("ministries", {"until": "今年"}, "until"),
        ("ministries", {"until": "1900"}, "until"),
        ("ministries", {"until": "２０１９"}, "until"),
        ("hotlines", {"number": "值班室"}, "number"),
        ("hotlines", {"number": "12345"}, "number"),
        ("phrases", {"phrase": "融合"}, "phrase"),
    ],
)
def test_what_cannot_be_used_is_refused_beside_its_field(
    office: Actor, key: str, changes: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        services.add_list_entry(office, key=key, values=entry(key) | changes)
    assert refusal.value.field == field
    assert refusal.value.message.endswith("。")
    assert county.rows_of(key) == []


def test_an_entry_stands_once_and_a_missing_one_is_said_to_be_missing(office: Actor) -> None:
    services.add_list_entry(office, key="confusions", values=SLIP)
    with pytest.raises(BadInput, match="本县词表里已经有"):
        services.add_list_entry(office, key="confusions", values=SLIP)
    with pytest.raises(Missing):
        services.change_list_entry(office, key="confusions", name="别的", values=SLIP)
    with pytest.raises(Missing):
        services.remove_list_entry(office, key="nonsense", name="青衫镇")


def test_what_somebody_wrote_by_hand_stays(office: Actor, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    by_hand = {"title": "手写", "entries": [{"wrong": "白时镇", "right": "白石镇", "kind": "homophone"}]}
    (tmp_path / "lists/confusions.json").write_text(json.dumps(by_hand), encoding="utf-8")
    services.add_list_entry(office, key="confusions", values=SLIP)
    content = json.loads((tmp_path / "lists/confusions.json").read_text(encoding="utf-8"))
    assert content["title"] == "手写" and [row["wrong"] for row in content["entries"]] == ["白时镇", "青衫镇"]
    assert sorted(path.name for path in (tmp_path / "lists").iterdir()) == [".lock", "confusions.json"]


@pytest.mark.parametrize("content", ["{", "[]", '{"entries": "x"}', '{"entries": [1]}'])
def test_a_spoilt_file_is_named_and_left_alone(office: Actor, tmp_path: Path, content: str) -> None:
    (tmp_path / "lists").mkdir()
    file = tmp_path / "lists/confusions.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Conflict, match=r"confusions\.json"):
        services.add_list_entry(office, key="confusions", values=SLIP)
    assert file.read_text(encoding="utf-8") == content


def test_a_text_checked_with_an_unreadable_list_says_which(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/confusions.json").write_text("{", encoding="utf-8")
    with pytest.raises(DomainError, match=r"confusions\.json"):
        check_text("青山镇召开了会议。")


@pytest.mark.parametrize(
    "row", ["{}", "1", '{"name": "县茶叶产业局", "now": "农业农村", "until": "2019"}', '{"name": "某局"}']
)
def test_an_entry_written_by_hand_in_another_shape_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/ministries.json").write_text(f'{{"entries": [{row}]}}', encoding="utf-8")
    text = "2023年度政府信息公开工作总结\n2023年，我镇配合县茶叶产业局做好征地信息公开。"
    with pytest.raises(DomainError, match=r"ministries\.json 第1条"):
        check_text(text)
    file = tmp_path / "总结.txt"
    file.write_text(text, encoding="utf-8")
    assert command.main([str(file), "--data", str(tmp_path)]) == 2
    assert "第1条" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_leaves_no_act(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(county, "put", full)
    with pytest.raises(OSError, match="disk full"):
        services.add_list_entry(office, key="confusions", values=SLIP)
    assert not Act.objects.filter(object_type="list").exists()


def test_a_rule_goes_off_with_a_reason_and_on_again(office: Actor) -> None:
    text = "各项工作以经完成，并对下一步作了布署。"
    assert "typo.homophone" in rules_in(text)
    services.switch_rule_off(office, rule="typo.homophone", reason="误报太多")
    assert "typo.homophone" not in rules_in(text)
    assert Act.objects.get(verb="switch_rule_off").reason == "误报太多"
    with pytest.raises(BadInput, match="已经关闭"):
        services.switch_rule_off(office, rule="typo.homophone", reason="误报太多")
    services.switch_rule_on(office, rule="typo.homophone")
    assert "typo.homophone" in rules_in(text)
    with pytest.raises(Missing):
        services.switch_rule_on(office, rule="typo.homophone")


@pytest.mark.parametrize(
    ("rule", "reason", "words"),
    [
        ("no.such", "误报太多", "没有这条规则"),
        ("typo.homophone", " ", "理由"),
        ("personal.mobile", "误报太多", "不能关闭"),
    ],
)
def test_what_may_not_be_switched_off(office: Actor, rule: str, reason: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        services.switch_rule_off(office, rule=rule, reason=reason)


def signed_in(client: Client, person: Person) -> Client:
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person.pk), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_the_office_works_on_its_lists_on_screen(client: Client, person: Person) -> None:
    signed_in(client, person)
    page = client.get("/desk/lists/").content.decode()
    assert all(kind.title in page and kind.explain in page for kind in KINDS)
    page = client.get("/desk/lists/confusions/?q=既使").content.decode()
    assert "编写组根据现代汉语通用规范" in page and "即使" in page
    refused = client.post("/desk/lists/confusions/", SLIP | {"wrong": "青"}).content.decode()
    assert "太短会误标" in refused
    assert client.post("/desk/lists/confusions/", SLIP).status_code == 302
    page = client.get("/desk/lists/confusions/").content.decode()
    assert "青衫镇" in page and "县地名办2026年公告" in page
    address = "/desk/lists/confusions/change/?name=青衫镇"
    assert "青衫镇" in client.get(address).content.decode()
    assert client.post(address, SLIP | {"right": "青杉镇"}).status_code == 302
    assert county.rows_of("confusions")[0]["mend"] == "青杉镇"
    assert client.post("/desk/lists/confusions/remove/", {"name": "青衫镇"}).status_code == 302
    assert county.rows_of("confusions") == []
    assert client.get("/desk/lists/nonsense/").status_code == 404


@pytest.mark.parametrize("key", MADE_UP)
def test_every_list_has_a_screen(client: Client, person: Person, key: str) -> None:
    signed_in(client, person)
    assert client.post(f"/desk/lists/{key}/", entry(key)).status_code == 302
    assert "随软件提供的条目" in client.get(f"/desk/lists/{key}/").content.decode()


def test_rules_are_switched_on_screen(client: Client, person: Person) -> None:
    signed_in(client, person)
    posted = {"rule": "typo.homophone", "reason": "本县地名误报很多"}
    assert client.post("/desk/lists/rules/", posted).status_code == 302
    assert "本县地名误报很多" in client.get("/desk/lists/rules/").content.decode()
    assert "本县已关闭这条规则" in client.get("/desk/rules/typo.homophone/").content.decode()
    assert client.post("/desk/lists/rules/on/", {"rule": "typo.homophone"}).status_code == 302
    assert county.rows_of("switched_off") == []


@pytest.mark.parametrize("path", ["lists/", "lists/confusions/", "lists/confusions/change/", "lists/rules/"])
def test_the_screens_are_for_the_office_alone(client: Client, home: Unit, path: str) -> None:
    signed_in(client, make_person("林知夏", (make_unit("青山镇", "town", parent=home), Role.EDITOR)))
    assert client.get(f"/desk/{path}").status_code == 403


def test_a_rule_explains_itself_to_whoever_proofreads(client: Client, home: Unit) -> None:
    signed_in(client, make_person("林知夏", (make_unit("青山镇", "town", parent=home), Role.EDITOR)))
    page = client.get("/desk/rules/typo.homophone/").content.decode()
    assert "各项工作以经完成" in page and "可以经常公开的内容" in page
    assert "使用情况" not in page and "关闭这条规则" not in page and "只在错误较多" not in page
    assert "只在错误较多的文稿里" in client.get("/desk/rules/typo.reads_badly/").content.decode()
    assert client.get("/desk/rules/no.such/").status_code == 404


def test_a_rule_on_trial_says_so_until_the_county_trusts_it(
    client: Client, person: Person, tmp_path: Path
) -> None:
    signed_in(client, person)
    rule = next(rule for rule in all_rules() if is_on_trial(rule, proven_rules()))
    assert "程度：提示（试用）" in client.get(f"/desk/rules/{rule.name}/").content.decode()
    (tmp_path / "lists").mkdir()
    trusted = tmp_path / "lists/proven_rules.json"
    rows = [{"rule": rule.name, "source": "县公开办核对过三十处，都对"}]
    trusted.write_text(json.dumps({"entries": rows}), encoding="utf-8")
    assert "试用" not in client.get(f"/desk/rules/{rule.name}/").content.decode()


@pytest.mark.parametrize("broken", ["{", '{"entries": [{"rule": "typo.homophone"}]}', '{"entries": 5}', "[]"])
def test_a_broken_list_of_trusted_rules_is_told_of(
    client: Client, person: Person, tmp_path: Path, broken: str
) -> None:
    signed_in(client, person)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/proven_rules.json").write_text(broken, encoding="utf-8")
    page = client.get("/desk/rules/typo.homophone/")
    assert page.status_code < 500 and "proven_rules.json" in page.content.decode()


@pytest.mark.parametrize(
    ("ignored", "accepted", "marked"), [(11, 9, True), (10, 10, False), (19, 0, False), (20, 0, True)]
)
def test_a_rule_that_cries_wolf_is_marked(
    client: Client, person: Person, home: Unit, ignored: int, accepted: int, marked: bool
) -> None:
    from mingbai.core import clock

    FindingRecord.objects.create(
        unit=home, subject_type="draft", subject_id=1, rule="typo.homophone", category="typo",
        severity="error", start=0, end=2, quote="以经", message="x", fingerprint="f", found_at=clock.now(),
    )  # fmt: skip
    verdicts = ["ignore"] * ignored + ["accept"] * accepted
    Decision.objects.bulk_create(
        Decision(
            unit=home, item_type="disclosure", item_id=number, rule="typo.homophone", fingerprint="f",
            verdict=verdict, reason="不是错误", severity="error", person=person, at=clock.now(),
        )
        for number, verdict in enumerate(verdicts)
    )  # fmt: skip
    signed_in(client, person)
    # the heading explains the mark in a sentence of its own
    mark = ">误报偏多<"
    assert (mark in client.get("/desk/rules/").content.decode()) is marked
    assert ("误报偏多：" in client.get("/desk/rules/typo.homophone/").content.decode()) is marked


def test_a_parted_rule_is_off_in_all_its_parts_and_its_page_names_them(
    client: Client, person: Person
) -> None:
    signed_in(client, person)
    row = {"rule": "typo.adverb_verb", "reason": "误报很多", "added": "2026-01-05"}
    with county.held():
        county.put("switched_off", county.rendered("switched_off", [row]))
    assert "误报很多" in client.get("/desk/rules/typo.two_adverbs/").content.decode()
    gone = client.get("/desk/rules/typo.adverb_verb/")
    assert gone.status_code == 404
    assert "typo.two_adverbs" in gone.content.decode()

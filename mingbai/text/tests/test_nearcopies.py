"""Clusters among a few texts, and the index: planted copies, growth, removal, its file."""

import random
from pathlib import Path

import pytest

from mingbai.text.nearcopies import NearCopyIndex, clusters

WORD_LIST = "公开 信息 群众 服务 制度 监督 落实 部门 财政 资金 项目 会议 培训 网站 栏目 审核 答复 申请 热线 平台 窗口 流程 指南 预算 补贴 救助 教育 卫生 安全"
WORDS = WORD_LIST.split()
COPIED = "根据上级有关要求进一步公开办事程序、办事标准、办事结果，并在工作质量、态度、时效等方面作出承诺，不断增强工作透明度"


def paragraph(seed: int) -> str:
    maker = random.Random(seed)
    return "".join(
        maker.choice(WORDS) + (maker.choice("的和，、。在") if maker.random() < 0.4 else "")
        for _ in range(45)
    )


def changed(text: str, changes: int, seed: int) -> str:
    maker, letters = random.Random(seed), list(text)
    for place in sorted(maker.sample(range(len(letters)), changes), reverse=True):
        act = maker.randrange(3)
        if act == 0:
            letters[place] = "某"
        elif act == 1:
            del letters[place]
        else:
            letters.insert(place, "某")
    return "".join(letters)


@pytest.fixture(scope="module")
def index() -> NearCopyIndex:
    made = NearCopyIndex()
    for number in range(3000):
        made.add(number, paragraph(number))
    return made


@pytest.mark.parametrize("changes", [0, 1, 2, 3, 4])
def test_copies_with_a_few_changes_are_found(index: NearCopyIndex, changes: int) -> None:
    asked = random.Random(changes).sample(range(3000), 300)
    found = [n for n in asked if n in {hit.owner for hit in index.lookup(changed(paragraph(n), changes, n))}]
    assert len(found) >= 0.99 * len(asked)


def test_a_hit_says_where(index: NearCopyIndex) -> None:
    text = f"开头的一段话说明情况，后面才是抄来的内容，请注意看。\n{paragraph(7)}\n"
    hit = index.lookup(text)[0]
    assert (text[hit.start : hit.end], hit.owner, hit.owner_start, hit.owner_end) == (
        paragraph(7),
        7,
        0,
        len(paragraph(7)),
    )
    assert hit.similarity == 1.0


def test_other_texts_and_ones_own_are_no_hits(index: NearCopyIndex) -> None:
    assert index.lookup("今天天气晴朗，适合到河边散步，孩子们在草地上放风筝，老人坐在树下聊天下棋。") == []
    assert 7 not in {hit.owner for hit in index.lookup(paragraph(7), exclude=7)}


def test_it_grows_and_forgets() -> None:
    index = NearCopyIndex()
    index.add(1, paragraph(1))
    assert [hit.owner for hit in index.lookup(paragraph(1))] == [1]
    index.add(2, paragraph(1))
    assert {hit.owner for hit in index.lookup(paragraph(1))} == {1, 2}
    assert index.remove(1) == 1
    assert {hit.owner for hit in index.lookup(paragraph(1))} == {2}


def test_its_file(index: NearCopyIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "index")
    again = NearCopyIndex.load(tmp_path / "index")
    assert again.lookup(paragraph(5)) == index.lookup(paragraph(5))
    again.add(9999, paragraph(9999))
    assert again.lookup(paragraph(9999))[0].owner == 9999
    whole = (tmp_path / "index").read_bytes()
    for broken in (b"", b"something else", whole[: len(whole) // 2]):
        (tmp_path / "broken").write_bytes(broken)
        with pytest.raises(ValueError, match="broken"):
            NearCopyIndex.load(tmp_path / "broken")


def test_removed_words_are_not_in_the_file(tmp_path: Path) -> None:
    index = NearCopyIndex()
    index.add(1, COPIED)
    index.remove(1)
    index.save(tmp_path / "index")
    assert "办事程序".encode() not in (tmp_path / "index").read_bytes()


def test_a_passage_inside_two_paragraphs_with_exact_offsets() -> None:
    first = f"我镇坚持以群众需求为导向开展工作。{COPIED}。今年共召开会议两次。"
    second = f"按照县里的安排部署，我局突出抓好落实：{COPIED}！各科室负责落实到人。"
    (cluster,) = clusters([first, second])
    assert [
        first[cluster.places[0].start : cluster.places[0].end],
        second[cluster.places[1].start : cluster.places[1].end],
    ] == [COPIED, COPIED]
    assert (cluster.length, cluster.similarity) == (len(COPIED), 1.0)


def test_a_passage_twice_in_one_text() -> None:
    text = f"一、{COPIED}。\n二、抓好培训，全年组织业务培训三次。\n三、{COPIED}。"
    (cluster,) = clusters([text])
    assert [place.text for place in cluster.places] == [0, 0]


def test_three_copies_are_one_cluster() -> None:
    (cluster,) = clusters([paragraph(1), changed(paragraph(1), 3, 1), paragraph(2), paragraph(1)])
    assert [place.text for place in cluster.places] == [0, 1, 3]


def test_neighbouring_paragraphs_make_one_passage() -> None:
    shared = f"{paragraph(1)}\n\n{paragraph(2)}"
    (cluster,) = clusters([f"{paragraph(3)}\n{shared}", f"{shared}\n{paragraph(4)}"])
    assert cluster.length > len(paragraph(1)) + len(paragraph(2)) - 12


def test_short_phrases_and_different_texts_are_no_copies() -> None:
    assert clusters(["取得了一定的成效。", "取得了一定的成效。", paragraph(1), paragraph(2)]) == []

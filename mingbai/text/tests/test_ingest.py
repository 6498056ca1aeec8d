"""What holds for any text: offsets in order and in range, nothing twice, bounded time."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.reading import read_path
from mingbai.text.tests.effort import ends_within
from mingbai.text.tests.writing import BUREAU, TOWN

SAMPLES = Path(__file__).parents[3] / "../shared/samples"
BITS = [
    "篇1", "第二篇：政务公开工作总结", "政务公开工作总结3", "【篇四】", "清溪镇2019年政务公开工作总结", "一、加强领导", "五、下一步打算", "此处隐藏5000个字", "……",
    "相关推荐：", "发布时间：2020-01-02 10:00 阅读次数：3", "我镇主动公开信息12条，", "现将有关情况汇报如下：", "附件：1.表", "2020年1月2日", "清溪镇人民政府", "。", "\n", "\r\n", "\n\n",
    "x", "20xx年", "\ue000", "😀", "特此报告。", "根据《条例》要求，", "扩展阅读：水利局总结", TOWN.text[:200], BUREAU.text[:150],
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join))
def test_offsets_hold_for_any_text(text: str) -> None:
    found = ingest(SourceDocument("any.txt", text, "text/plain"))
    last = 0
    for document in found.documents:
        assert last <= document.start < document.end <= len(text)
        assert text[document.start : document.end].strip()
        last = document.end
    last = 0
    for piece in found.stripped:
        assert last <= piece.start < piece.end <= len(text)
        last = piece.end
    for figure in found.figures:
        owner = found.documents[figure.document]
        assert owner.start <= figure.start and figure.end <= owner.end
        assert text[figure.start : figure.end] == figure.quote


@pytest.mark.parametrize(
    "text",
    [
        "政务公开工作" * 100_000, "我镇公开信息12条，" * 10_000, "1" * 300_000, "一" * 100_000, "。" * 200_000, "“" * 100_000, "【" * 100_000, "…" * 100_000, "《" * 100_000,
        "2018年" * 50_000, "篇1\n正文内容。\n" * 5_000, "政务公开工作总结\n" * 5_000, "此处隐藏99个字" * 10_000, "现将" * 50_000, "镇" * 100_000, "我镇" * 50_000,
        "\n" * 300_000, "发布时间：" * 50_000, ("发布时间 来源 作者 " * 30 + "\n") * 500, "😀\ue000" * 50_000, "Lorem ipsum dolor sit amet. " * 10_000,
    ],
)  # fmt: skip
def test_hostile_text_takes_bounded_time(text: str) -> None:
    assert ends_within(20, lambda: ingest(SourceDocument("hostile.txt", text, "text/plain")))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not on this machine")
def test_the_samples_are_split_and_recognised() -> None:
    found = {path.name[:3]: ingest(read_path(path)[0]) for path in SAMPLES.glob("0*.txt")}
    assert {name: len(one.documents) for name, one in found.items()} == {"001": 1, "003": 3, "004": 6}
    assert [d.unit for d in found["004"].documents] == [
        None,
        "阳光社区",
        "双桥乡",
        None,
        None,
        "凉山州扶贫开发两资办",
    ]
    assert [d.year for d in found["003"].documents] == [None, 2014, None]

"""Differences: by paragraph, then by character; tables by cell."""

from mingbai.disclosure.comparing import changed_only, compare


def shape(lines):
    marks = {"same": "", "added": "+", "removed": "-"}
    return [
        (line.mark, [[f"{marks[piece.mark]}{piece.text}" for piece in cell] for cell in line.cells])
        for line in lines
    ]


def test_a_changed_paragraph_shows_its_characters():
    lines = compare("<p>电话：62781234。</p><p>不变</p>", "<p>电话：62785678。</p><p>不变</p>")
    assert shape(lines) == [("changed", [["电话：6278", "-1234", "+5678", "。"]]), ("same", [["不变"]])]


def test_added_and_removed_paragraphs_stand_whole():
    lines = compare("<p>第一段写旧事</p><p>末段</p>", "<p>完全另外的新内容</p><p>末段</p><p>补一段</p>")
    assert [line.mark for line in changed_only(lines)] == ["added", "removed", "added"]


def test_tables_are_compared_cell_by_cell():
    row = "<table><tr><td>柳河村</td><td>{}</td><td>户</td></tr></table>"
    (line,) = changed_only(compare(row.format("12"), row.format("15")))
    assert shape([line]) == [("changed", [["柳河村"], ["1", "-2", "+5"], ["户"]])]


def test_long_paragraphs_do_not_take_long():
    lines = compare(f"<p>{'甲乙' * 5000}</p>", f"<p>{'甲丙' * 5000}</p>")
    assert {line.mark for line in lines} == {"added", "removed"}


def test_equal_texts_have_no_difference():
    assert changed_only(compare("<p>甲</p>", "<p>甲</p>")) == []

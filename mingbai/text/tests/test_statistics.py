import pytest

from mingbai.text.statistics import COMMON, OUTSIDE, STRANGE, Statistics, shipped

WORDS = shipped()


def test_common_words_come_first():
    ranks = [WORDS.rank(word) for word in ("的", "工作", "公开", "乡镇")]
    assert ranks == sorted(ranks)
    assert 0 <= ranks[0] < ranks[-1] < COMMON


@pytest.mark.parametrize("word", ["", "季渡", "a", "😀", "\ud800", "中华人民共和国政府信息公开条例"])
def test_what_is_no_word_is_strange(word):
    assert WORDS.rank(word) == STRANGE


def test_words_that_go_together_cost_less():
    first, usual, odd = map(WORDS.rank, ("社会", "救助", "求助"))
    assert WORDS.seen(first, odd) == -1
    assert 0 < WORDS.seen(first, usual) == WORDS.pair(first, usual) < WORDS.pair(first, odd)
    assert WORDS.pair(STRANGE, STRANGE) > WORDS.pair(first, odd)


def test_letters_that_make_words():
    assert "度" in WORDS.after("季")
    assert "季" in WORDS.before("度")
    assert "渡" not in WORDS.after("季")
    assert "室" in WORDS.after("办公")
    assert "办" in WORDS.before("公室")
    assert not WORDS.after("\uffff")


def test_the_likeliest_cut_keeps_the_text():
    cost, cut = WORDS.path("认真做好政务公开工作", OUTSIDE, OUTSIDE, ())
    assert [word for _, word in cut] == ["认真", "做好", "政务", "公开", "工作"]
    assert [at for at, _ in cut] == [0, 2, 4, 6, 8]
    assert 0 < cost < WORDS.path("认真做好政务公开工座", OUTSIDE, OUTSIDE, ())[0]


def test_words_of_the_text_itself_are_taken_whole():
    assert WORDS.path("茶事通平台", OUTSIDE, OUTSIDE, {"茶事通"})[1][0] == (0, "茶事通")


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="word statistics"):
        Statistics(b"something else")


def test_the_commonest_words_are_those_of_the_lowest_ranks():
    common = dict(shipped().common(300))
    assert sorted(common.values()) == list(range(300))
    assert {word: shipped().rank(word) for word in common} == common
    assert {"的", "工作"} <= common.keys()

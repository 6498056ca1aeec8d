"""Every verb of the command exists, explains itself in Chinese, and answers a wrong option with code 2."""

import re
import subprocess
import sys

import pytest

from mingbai.__main__ import VERBS, main

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def code_of(*arguments: str) -> object:
    """argparse leaves by `SystemExit`, our own verbs answer."""
    try:
        return main(list(arguments))
    except SystemExit as left:
        return left.code


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"django"}))
def test_help_and_wrong_options(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(verb, "--help") == 0
    helped = capsys.readouterr().out
    assert CHINESE.search(helped) and "usage:" not in helped and "show this help" not in helped
    assert code_of(verb, "--no-such-option") == 2
    said = capsys.readouterr().err
    assert re.search("不认识的参数|缺少参数", said) and not re.search("usage:|unrecognized|required", said)


def test_an_unknown_verb_is_code_2() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mingbai", "nothing"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "没有「nothing」这个命令" in done.stderr

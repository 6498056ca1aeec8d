"""Writes docs/manual/审校规则.md, the page with every proofreading rule.

python -m tools.rules_page [--check]: with --check nothing is written; exit 1 if the page is not up to date.
"""

import argparse
import sys
from functools import cache
from itertools import groupby
from pathlib import Path

from mingbai.cli.check import CATEGORY_NAMES, SEVERITY_NAMES
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.trial import is_on_trial, proven_by

PAGE = Path(__file__).resolve().parents[1] / "docs/manual/审校规则.md"
HEAD = """# 审校规则

机器在人审核之前先读一遍，把可疑的地方标出来。每条规则都说明为什么这样查，举一个会提示的例子和一个不会提示的例子。
提示分三等：{error}，发布前必须处理；{warning}，可能有问题；{info}，供参考。
写着“试用”的规则，查到的都先作{info}，不论原定哪一等；在五组以上不同来源的文稿里查得对，或者查对八处以上，并且误报不超过一成，才按原定的等级提示。本县信得过的，可以把规则名写进数据文件夹的 `lists/proven_rules.json`（`{{"entries": [{{"rule": "规则名", "source": "依据"}}]}}`）。
错误多的稿子，拿不准的地方也更可能是错的：每千字查出四处以上问题的，另外列出一些提示，写明“把握不大”，数目不超过已查出问题的两倍。错误少的稿子没有这些提示。

不需要的规则可以关掉：`mingbai check --disable 规则名`，也可以写规则组（点号前的部分）或类别名。
结果里写着“没有查全”的，是那条规则没能读完这份文稿，其他规则都查过了：这一类问题请自己核对，把文稿和规则名报给系统管理员。
词表可以补充：县公开办在工作台“审校”下的“本县词表”里增加条目、关闭规则，保存在数据文件夹的 `lists` 里，命令行审校用 `--data` 读取。

共 {count} 条规则。本页由 `python -m tools.rules_page` 生成。
"""


def _example(text: str) -> str:
    """A text as a quotation; what cannot be seen is written as its code."""
    visible = "".join(
        letter if letter.isprintable() or letter == "\n" else f"〈U+{ord(letter):04X}〉" for letter in text
    )
    return "\n".join(f"> {line}  " for line in visible.splitlines())


@cache
def _proven() -> frozenset[str] | None:
    return proven_by(load_lists())


def section(rule: Rule) -> str:
    trial = "（试用）" if is_on_trial(rule, _proven()) else ""
    parts = [f"### {rule.name}\n\n{SEVERITY_NAMES[rule.severity]}{trial}。{rule.explain}"]
    if rule.fires:
        where = "在错误较多的文稿里会提示" if rule.when_careless else "会提示"
        parts.append(f"{where}：\n\n{_example(rule.fires)}")
    parts.append(f"不会提示：\n\n{_example(rule.passes)}")
    return "\n\n".join(parts)


def page() -> str:
    rules = sorted(all_rules(), key=lambda rule: (list(CATEGORY_NAMES).index(rule.category), rule.name))
    parts = [HEAD.format(count=len(rules), **SEVERITY_NAMES)]
    for category, members in groupby(rules, key=lambda rule: rule.category):
        parts.append(f"## {CATEGORY_NAMES[category]}（{category}）\n")
        parts += [section(rule) + "\n" for rule in members]
    return "\n".join(parts)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args(argv)
    text = page()
    if args.check:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if current != text:
            print(f"{PAGE.name} is not up to date: run python -m tools.rules_page")
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

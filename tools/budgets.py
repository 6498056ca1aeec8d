"""Refuses modules over 400 lines, functions over 50 lines and broad excepts outside the worker's outermost loop and the asking of one rule."""

import ast
import sys
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 50
SKIPPED_PARTS = {"migrations", "tests"}
BROAD_EXCEPT_ALLOWED = {"mingbai/journal/worker.py", "mingbai/text/proofreading/asking.py"}


def _functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _broad_handlers(tree: ast.AST) -> list[ast.ExceptHandler]:
    def broad(handler: ast.ExceptHandler) -> bool:
        name = handler.type
        return name is None or (isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"})

    return [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and broad(node)]


def complaints_about(path: Path, root: Path) -> list[str]:
    """One line for each budget that the module breaks."""
    source = path.read_text(encoding="utf-8")
    name = path.relative_to(root).as_posix()
    found = []
    lines = source.count("\n")
    if lines > MODULE_LINES:
        found.append(f"{name}: {lines} lines, allowed {MODULE_LINES}")
    tree = ast.parse(source)
    for function in _functions(tree):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > FUNCTION_LINES:
            found.append(
                f"{name}:{function.lineno}: {function.name} has {length} lines, allowed {FUNCTION_LINES}"
            )
    if name not in BROAD_EXCEPT_ALLOWED:
        found += [f"{name}:{handler.lineno}: broad except" for handler in _broad_handlers(tree)]
    return found


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    modules = [
        path for path in sorted((root / "mingbai").rglob("*.py")) if not SKIPPED_PARTS & set(path.parts)
    ]
    found = [line for path in modules for line in complaints_about(path, root)]
    for line in found:
        print(line)
    print(f"{len(modules)} modules read, {len(found)} over budget")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

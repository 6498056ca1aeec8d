"""PDF by typst, from a template of ours and one JSON value. A missing font or glyph is a failure, never a blank.

The face comes from the package's own folder where a bundle has put one, else from Debian's fonts-noto-cjk.
"""

import json
from pathlib import Path
from typing import Any

import typst

from mingbai.core.errors import DomainError

BUNDLED = Path(__file__).parent / "fonts"
DEBIAN = Path("/usr/share/fonts/opentype/noto")
FACE = "Noto Serif CJK SC"


class NoFont(DomainError):
    """No Chinese face is installed."""

    status = 503


def _font_folder() -> Path:
    for folder in (BUNDLED, DEBIAN):
        if folder.is_dir() and any(folder.glob("NotoSerifCJK*")):
            return folder
    raise NoFont("服务器上没有中文字体，生成不了 PDF。请安装 fonts-noto-cjk，或改为下载 Word。", field=None)


def pdf(template: Path, value: dict[str, Any]) -> bytes:
    """The template compiled with `sys.inputs.value`, the JSON of `value`. Raises `NoFont` or `DomainError`."""
    try:
        compiled, warnings = typst.compile_with_warnings(
            str(template),
            font_paths=[str(_font_folder())],
            ignore_system_fonts=True,
            sys_inputs={"value": json.dumps(value, ensure_ascii=False, default=str)},
        )
    except typst.TypstError as error:
        raise DomainError(f"PDF 没有生成：{error.message}。请改为下载 Word。") from error
    if warnings:
        raise DomainError(f"PDF 没有生成：{warnings[0].message}。请改为下载 Word。")
    return bytes(compiled)

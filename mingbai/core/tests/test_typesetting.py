"""A PDF holds every character or is not made."""

from pathlib import Path

import pypdfium2
import pytest

from mingbai.core import typesetting
from mingbai.core.errors import DomainError

TEMPLATE = '#let v = json(bytes(sys.inputs.value))\n#set text(font: "Noto Serif CJK SC", lang: "zh")\n#v.text'


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "t.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def text_of(content: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def test_the_bundled_face_suffices_for_official_texts(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "DEBIAN", Path("/nowhere"))
    written = "明县松月镇人民政府关于王堃、李喆任职的通知（明松政发〔2026〕3号），①②③，12.5万元。"
    printed = text_of(typesetting.pdf(template, {"text": written})).replace(" ", "")
    assert set(written) <= set(printed)


def test_a_character_that_no_font_has_is_named(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "DEBIAN", Path("/nowhere"))
    with pytest.raises(typesetting.NoFont, match="測"):
        typesetting.pdf(template, {"text": "測試"})


@pytest.mark.skipif(
    not any(typesetting.DEBIAN.glob("NotoSerifCJK*")), reason="fonts-noto-cjk is not installed"
)
def test_rarer_characters_are_set_with_the_machines_own_fonts(template: Path) -> None:
    assert "測試" in text_of(typesetting.pdf(template, {"text": "測試"}))


def test_a_private_character_is_never_dropped_silently(template: Path) -> None:
    with pytest.raises(DomainError):
        typesetting.pdf(template, {"text": "姓名\ue123"})


def test_a_broken_template_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.typ"
    path.write_text("#let", encoding="utf-8")
    with pytest.raises(DomainError, match="PDF 没有生成"):
        typesetting.pdf(path, {})

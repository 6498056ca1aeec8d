"""Old Word and WPS texts (.doc, .wps), read through a converter where the machine has one."""

import shutil
import subprocess
import tempfile
from pathlib import Path, PurePosixPath

from mingbai.text.model import SourceDocument
from mingbai.text.reading.errors import UnreadableFile

MEDIA_TYPE = "application/msword"
SECONDS = 60
ADVICE = "请用 WPS 或 Word 打开后另存为 .docx 再试。"


def run(command: list[str], folder: str) -> bytes:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        raise UnreadableFile(f"旧格式文件转换失败。{ADVICE}") from None
    return done.stdout


def with_office(program: str, name: str, data: bytes) -> list[SourceDocument]:
    """LibreOffice writes a .docx beside the file; a profile of its own keeps two conversions apart."""
    from mingbai.text.reading import word

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"source{PurePosixPath(name).suffix.lower() or '.doc'}"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        run([program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, source.name], folder)
        converted = Path(folder) / "source.docx"
        if not converted.is_file():
            raise UnreadableFile(f"旧格式文件转换失败。{ADVICE}")
        return word.read(name, converted.read_bytes())


def with_antiword(program: str, name: str, data: bytes) -> list[SourceDocument]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "source.doc").write_bytes(data)
        text = run([program, "-m", "UTF-8.txt", "-w", "0", "source.doc"], folder).decode("utf-8", "replace")
    if not text.strip():
        raise UnreadableFile(f"旧格式文件里读不出文字。{ADVICE}")
    return [SourceDocument(name, text, MEDIA_TYPE)]


def read(name: str, data: bytes) -> list[SourceDocument]:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        return with_office(office, name, data)
    antiword = shutil.which("antiword")
    if antiword:
        return with_antiword(antiword, name, data)
    raise UnreadableFile(f"这是旧格式文件（.doc 或 .wps），这台机器上没有转换程序。{ADVICE}")

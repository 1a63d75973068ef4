"""Input that cannot be extracted: one line that names the file and says what to do, exit status 1, nothing half-written."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import PAGE, one_page_pdf, page_of, pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from test_cli import NO_PROFILES, run, run_well

TEXT = page_of([(50, 60, "The harbour has a new stair")])


def _encrypted() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, encrypt=StandardEncryption("open sesame"))
    TEXT(canvas)
    canvas.save()
    return buffer.getvalue()


def _pictures() -> bytes:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12))), 0, 0, *PAGE)

    return pdf(page)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "the file is empty"),
    "blank": (lambda: b" \n\n\t\n", "the file is empty"),
    "binary garbage": (lambda: random.Random(5).randbytes(4000), "neither a PDF nor text; save the report as one of these"),
    "zip archive": (lambda: b"PK\x03\x04" + bytes(60) + b"word/document.xml", "neither a PDF nor text"),
    "PDF cut short": (lambda: pdf(TEXT)[:400], "the PDF is damaged or cut short; export or download it again"),
    "PDF of one line": (lambda: b"%PDF-1.7\n", "the PDF is damaged or cut short; export or download it again"),
    "damaged PDF": (lambda: pdf(TEXT).replace(b"/Pages", b"/Pogos").replace(b"xref", b"xxxx"), "the PDF is damaged"),
    "PDF with a password": (_encrypted, "the PDF asks for a password; save a copy without one"),
    "PDF of pictures": (_pictures, "no text layer: the pages are pictures; run OCR on the file first"),
}


@pytest.mark.parametrize(("content", "message"), BAD.values(), ids=BAD)
def test_a_bad_file_is_named_with_what_to_do(content: Callable[[], bytes], message: str, tmp_path: Path) -> None:
    report, output = tmp_path / "report.pdf", tmp_path / "out" / "out.json"
    report.write_bytes(content())
    output.parent.mkdir()
    output.write_text("what was there before", encoding="utf-8")
    result = run("extract", report, "-o", output)
    error = result.stderr.decode()
    assert error.startswith(f"profile-extract: error: {report}: {message}")
    assert error.count("\n") == 1
    assert error.endswith("\n")
    assert (result.returncode, result.stdout) == (1, b"")
    assert {path: path.read_text(encoding="utf-8") for path in output.parent.iterdir()} == {output: "what was there before"}


@pytest.mark.parametrize("command", ["extract", "inspect"])
def test_a_file_that_is_missing_or_a_folder_is_named(command: str, tmp_path: Path) -> None:
    cases = [(tmp_path / "missing.pdf", "no such file; check the path"), (tmp_path, "this is a folder; name the")]
    for path, message in cases if command == "inspect" else cases[:1]:  # a folder is many reports for extract
        result = run(command, path)
        assert result.stderr.decode().startswith(f"profile-extract: error: {path}: {message}")
        assert result.stderr.count(b"\n") == 1
        assert (result.returncode, result.stdout) == (1, b"")


def test_a_name_of_several_lines_makes_no_second_line(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "a\nb.pdf")
    assert (result.returncode, result.stderr.count(b"\n")) == (1, 1)


def test_a_path_that_cannot_be_followed_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(NO_PROFILES, encoding="utf-8")
    for path in (tmp_path / "file" / "report.txt", tmp_path / ("a" * 300)):
        result = run("extract", path)
        assert result.stderr.decode().startswith(f"profile-extract: error: {path}: cannot be read: ")
        assert (result.returncode, result.stdout, result.stderr.count(b"\n")) == (1, b"", 1)


@pytest.mark.parametrize("command", ["extract", "inspect"])
def test_bad_standard_input_is_named_so(command: str) -> None:
    result = run(command, "-", data=b"")
    assert result.stderr.decode() == "profile-extract: error: standard input: the file is empty; nothing to extract\n"
    assert (result.returncode, result.stdout) == (1, b"")


def test_a_report_without_profiles_is_an_empty_list_and_a_warning(tmp_path: Path) -> None:
    report, output = tmp_path / "letter.txt", tmp_path / "out.json"
    report.write_text(NO_PROFILES, encoding="utf-8")
    assert run_well("extract", report, "-o", output) == ""
    document = json.loads(output.read_text(encoding="utf-8"))
    assert document["profiles"] == []
    assert [warning["code"] for warning in document["warnings"]] == ["no-profiles"]
    assert document["accounting"]["unassigned"] == 0
    assert run_well("validate", output) == f"{output}: valid\n"


def test_a_missing_folder_for_the_output_is_wrong_usage(tmp_path: Path) -> None:
    report, output = tmp_path / "letter.txt", tmp_path / "missing" / "out.json"
    report.write_text(NO_PROFILES, encoding="utf-8")
    result = run("extract", report, "-o", output)
    assert result.stderr.decode().startswith(f"profile-extract: error: {output}: cannot be written: ")
    assert (result.returncode, result.stdout, result.stderr.count(b"\n")) == (2, b"", 1)
    assert not output.parent.exists()


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_remarks_of_libraries_are_not_shown(reader: str, tmp_path: Path) -> None:
    """A font whose description lacks its box, which pdfminer remarks on."""
    report = tmp_path / "report.pdf"
    font = b"/BaseFont /Own /FirstChar 65 /LastChar 66 /Widths [600 600] /FontDescriptor 6 0 R"
    about = b"<< /Type /FontDescriptor /FontName /Own /Flags 32 /Ascent 700 /Descent -200 >>"
    report.write_bytes(one_page_pdf(b"BT /F 10 Tf 50 400 Td (ABBA) Tj ET", about, font=font))
    assert "ABBA" in run_well("extract", report, "--reader", reader)

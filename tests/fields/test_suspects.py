"""Pages whose text layer cannot be trusted."""

from __future__ import annotations

import pytest
from builders import cleaned_text, extraction_of, pdf, text_report

from profile_extract.fields.suspects import suspect_pages
from profile_extract.read import read_bytes

PROSE = "The ferry crosses the river at noon and takes whoever waits on the quay, bicycles and all. "


def shifted(text: str) -> str:
    """As a font without a map prints it: every character code off by three."""
    return "".join(chr(ord(c) + 3) if c.isalpha() else c for c in text)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (PROSE + "a \ufffd\ufffd\ufffd\ufffd\ufffd", "5 characters of its text layer are unreadable"),
        ("The (cid:12)rst (cid:13)ight of the day", "16 characters of its text layer are unreadable"),
        ("Die MÃ¼hle, schöne Äpfel für alle", "1 characters of its text were read in a wrong encoding"),
        ("!\"#$ %&'( )*+/ :;<= " * 20, "most of its text layer is marks that make no words"),
        (shifted(PROSE) * 4, "the letters of its text layer make no words: there are hardly any vowels"),
    ],
)
def test_a_garbled_page_is_named_with_the_reason(page: str, reason: str) -> None:
    found = list(suspect_pages(cleaned_text(f"{PROSE * 3}\f{page}\n")))
    assert [(problem.code, problem.message) for problem in found] == [("suspect-text", f"page 2: {reason}")]


@pytest.mark.parametrize(
    "page",
    [
        PROSE * 5,
        "\ufffd a bullet\n\uf0b7 and another\n\ufffd and a third\n",
        "Boats ........................ 12\nBridges ______________________ 14\n" * 10,
        "Strč prst skrz krk. Vlk pln žbrnd zdrhl hrd z mlh Brd skrz vrch v čtvrť Krč.",
        "SÃO PAULO, IRMÃ, âge",
    ],
)
def test_a_page_that_can_be_read_is_not(page: str) -> None:
    assert list(suspect_pages(cleaned_text(f"{PROSE}\f{page}\n"))) == []


def test_a_report_is_told_of_its_suspect_pages() -> None:
    report = text_report(f"{PROSE}\f{shifted(PROSE) * 4}")
    assert "suspect-text" in {problem.code for problem in extraction_of(report).problems}


def test_a_single_page_that_is_a_picture_is_named() -> None:
    def picture(canvas):  # type: ignore[no-untyped-def]
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "red")), 50, 50, 200, 200)

    report = read_bytes(pdf(lambda canvas: canvas.drawString(50, 400, PROSE), picture), "report.pdf")
    found = [problem.message for problem in extraction_of(report).problems if problem.code == "no-text-layer"]
    assert found == ["page 2: the page is a picture without text"]

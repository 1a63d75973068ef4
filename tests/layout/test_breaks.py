"""Where blocks begin though no space parts them."""

from __future__ import annotations

from builders import Page, laid_out, page_of, pdf_report, text_report

from profile_extract.layout.breaks import find_breaks
from profile_extract.model import Report

TEXT = "Old bells are rung by hand here, and whoever comes may try it once."
TEXTS = (
    TEXT,
    "The ferry lost its own in the flood, and a drum calls the children.",
    "Nobody had counted the steps up to the tower.",
)
NAMES = ("One Bell", "Two Bells", "Three Bells")


def texts(report: Report) -> list[str]:
    return [block.text.text for block in laid_out(report).blocks]


def paged(*pages: str) -> Report:
    return text_report("".join(f"{page}\n\f" for page in pages))


def test_a_line_that_comes_back_in_a_dump_stands_alone() -> None:
    found = texts(paged(*(f"{name}\n\nOutcome\n{text}" for name, text in zip(NAMES, TEXTS, strict=True))))
    assert found.count("Outcome") == 3
    assert TEXT in found


def test_two_alike_may_be_chance() -> None:
    report = paged(*(f"{name}\n\nOutcome\n{text}" for name, text in zip(NAMES[:2], TEXTS[:2], strict=True)))
    below = {line.start for line in report.lines if line.text in TEXTS}
    assert not below & find_breaks(report.lines, is_dump=True)


def test_a_heading_at_the_top_of_a_page_ends_where_there_was_room() -> None:
    assert texts(paged(f"One Bell\n{TEXT}"))[0] == "One Bell"


def test_a_full_line_at_the_top_of_a_page_goes_on() -> None:
    assert len(texts(paged(f"The bells that nobody had heard for years are rung by hand by\n{TEXT}"))) == 1


def labelled(label: str) -> list[Page]:
    """Pages with a text each, and a label close over another line."""
    heights = (100, 140, 180)
    rows = [[(50, 60, text), (50, y, label), (50, y + 12, text[10:])] for text, y in zip(TEXTS, heights, strict=True)]
    return [page_of([(50.0, float(y), text) for _, y, text in lines]) for lines in rows]


def test_a_label_in_general_use_stands_alone_in_a_pdf_too() -> None:
    found = texts(pdf_report(*labelled("Contact")))
    assert found.count("Contact") == 3


def test_any_other_line_in_a_pdf_needs_style_or_space() -> None:
    assert "Bells" not in texts(pdf_report(*labelled("Bells")))

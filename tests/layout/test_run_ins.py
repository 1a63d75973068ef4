"""Titles that run into their texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import PAGE, Page, laid_out, pdf, pdf_report, text_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.run_ins import parted_at_run_ins
from profile_extract.model import Line
from profile_extract.pipeline import analyse_bytes
from profile_extract.settings import Settings

COURSES = ("Bells", "Ovens and Bread", "Ferries", "Lamps of the Town", "Steps", "Letters", "Orchards", "Night Walks")
SENTENCE = "The lower town has kept some of them, and those who"
REST = ("want to know more are taken there in a small group", "on the second Thursday of the month, at noon.")


def courses(*titles: str, end: str = ".", sentence: str = SENTENCE, is_numbered: bool = False) -> Page:
    """Paragraphs of three lines, each with a bold beginning, and maybe a number in plain type before it."""

    def draw(canvas: Canvas) -> None:
        top = 40.0
        for number, title in enumerate(titles, 1):
            canvas.setFont("Helvetica", 10)
            before = f"{number}. " if is_numbered else ""
            canvas.drawString(50, PAGE[1] - top, before)
            begin = 50 + canvas.stringWidth(before, "Helvetica", 10)
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(begin, PAGE[1] - top, f"{title}{end}")
            x = begin + canvas.stringWidth(f"{title}{end} ", "Helvetica-Bold", 10)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, PAGE[1] - top, sentence)
            for n, line in enumerate(REST):
                canvas.drawString(50, PAGE[1] - top - 12 * (n + 1), line)
            top += 50

    return draw


@pytest.mark.parametrize(
    "page",
    [
        courses(*COURSES),
        courses(*COURSES, end=" –"),
        courses(*COURSES, end="", sentence=f"– {SENTENCE}"),
        courses(*COURSES, is_numbered=True),
    ],
    ids=["full stop", "dash in bold", "dash in plain type", "number in plain type"],
)
def test_bold_beginnings_that_all_differ_are_titles_and_the_rest_is_their_text(page: Page) -> None:
    profiles = analyse_bytes(pdf(page), "courses.pdf", Settings()).profiles
    assert [profile.title.text for profile in profiles] == list(COURSES)
    assert {tuple(value.text for value in profile.narrative) for profile in profiles} == {(" ".join([SENTENCE, *REST]),)}


def test_every_character_of_a_parted_line_stays() -> None:
    report = pdf_report(courses(*COURSES))
    parted = parted_at_run_ins(report)
    assert parted is not None
    assert [line.text for line in parted.lines[:2]] == ["Bells.", SENTENCE]
    assert "".join("".join(line.text.split()) for line in parted.lines) == "".join(report.text.split())
    assert parted.lines[0].bbox.x1 < parted.lines[1].bbox.x0
    assert [block.text.text for block in laid_out(parted).blocks[:2]] == ["Bells.", " ".join([SENTENCE, *REST])]


def test_labels_that_come_back_and_bold_words_without_an_end_are_no_titles() -> None:
    assert parted_at_run_ins(pdf_report(courses(*["Aim", "Means"] * 4))) is None
    assert parted_at_run_ins(pdf_report(courses(*COURSES, end=""))) is None


ENTRIES = "\n\n".join(f"{course} – {SENTENCE}\n{REST[0]}\n{REST[1]}" for course in COURSES)


@pytest.mark.parametrize("mark", [" –", ":"])
def test_in_a_dump_what_a_dash_or_a_colon_ends_at_the_beginning_of_a_paragraph_is_a_title(mark: str) -> None:
    profiles = analyse_bytes(ENTRIES.replace(" –", mark).encode(), "courses.txt", Settings()).profiles
    assert [profile.title.text for profile in profiles] == list(COURSES)
    assert {tuple(value.text for value in profile.narrative) for profile in profiles} == {(" ".join([SENTENCE, *REST]),)}


def test_every_character_of_a_parted_line_of_a_dump_stays() -> None:
    report = text_report(ENTRIES)
    parted = parted_at_run_ins(report)
    assert parted is not None
    assert [line.text for line in parted.lines[:2]] == ["Bells –", SENTENCE]
    assert all(parted.text[line.start : line.end] == line.text for line in parted.lines)
    assert "".join("".join(line.text.split()) for line in parted.lines) == "".join(report.text.split())
    assert parted.lines[0].bbox.x1 < parted.lines[1].bbox.x0


def test_a_dash_inside_a_paragraph_of_a_dump_ends_no_title() -> None:
    inside = "\n\n".join(f"Those who want to be taken to see the\n{course} – {SENTENCE}\n{REST[1]}" for course in COURSES)
    assert parted_at_run_ins(text_report(inside)) is None


@pytest.mark.parametrize(
    ("fonts", "is_series"), [(("unnamed 698 -205", "unnamed 722 -217"), True), (("unnamed 722 -217",) * 2, False)]
)
def test_fonts_without_names_need_only_differ(fonts: tuple[str, str], is_series: bool) -> None:
    report = pdf_report(courses(*COURSES))

    def renamed(line: Line) -> Line:
        runs = (run._replace(style=run.style._replace(font=fonts[not run.style.bold], bold=False)) for run in line.runs)
        return line._replace(runs=tuple(runs))

    parted = parted_at_run_ins(replace(report, lines=tuple(map(renamed, report.lines))))
    assert (parted is not None) == is_series

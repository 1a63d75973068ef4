"""Dense lists: a title in bold that no mark ends, and labels in italics that run into their values, in one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import pytest
from builders import PAGE, Page, laid_out, pdf, pdf_report, text_report
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from profile_extract.layout.running_labels import find_running_labels
from profile_extract.pipeline import analyse_bytes
from profile_extract.settings import Settings

COURSES = (
    "BELLS AND THEIR ROPES",
    "OVENS FOR THE WHOLE OF THE LOWER TOWN, AND WHAT IS BAKED IN THEM FROM OCTOBER ON",
    "FERRIES",
    "LAMPS OF THE UPPER TOWN AS THEY WERE LIT BY THE SCHOOLS OF THE PARISHES in summer and in winter",
    "STEPS TO THE RIVER",
    "LETTERS",
    "ORCHARDS BEHIND THE OLD WATER WORKS AND THE BRIDGE",
    "NIGHT WALKS",
)
FACTS = (
    (("School", "Upper Town"), ("Kind", "walk"), ("Head", "Ines Quill"), ("State", "runs from October on until next summer")),
    (
        ("School", "Lower Town"),
        ("Field", "bread"),
        ("Kind", "evening course"),
        ("Head", "Piet Ambrosius Vandermolen"),
        ("State", "runs from October on until next summer"),
    ),
    (
        ("School", "Harbour"),
        ("Field", "boats and water"),
        ("Kind", "course"),
        ("Head", "Olu Marsh"),
        ("State", "has ended and will not come back"),
    ),
    (
        ("School", "Upper Town"),
        ("Field", "light"),
        ("Kind", "project of two years"),
        ("Head", "Ada Lindqvist-Marsh"),
        ("State", "planned for the year after next"),
    ),
)
STYLE = ParagraphStyle("entry", fontName="Times-Roman", fontSize=10, leading=12)
WIDTH_PT = 290.0


def _facts(number: int) -> Sequence[tuple[str, str]]:
    return FACTS[number % len(FACTS)]


def dense_list(*, tag: str = "i", heads: Sequence[tuple[int, str]] = (), colon: str = ":", between: str = " ") -> Page:
    """Numbered paragraphs; ``heads`` are headings of groups, each over one of them, ``tag`` is how labels are set.

    ``between`` is what stands between a title and the first label.
    """

    def draw(canvas: Canvas) -> None:
        top = 30.0
        over = dict(heads)
        for number, title in enumerate(COURSES):
            facts = " ".join(f"<{tag}>{label}{colon}</{tag}> {value}" for label, value in _facts(number))
            texts = [f"<b>{over[number]}</b>"] if number in over else []
            for text in (*texts, f"<b>{number + 1}. {title}</b>{between}{facts}"):
                paragraph = Paragraph(text, STYLE)
                _, height = paragraph.wrap(WIDTH_PT, PAGE[1])
                paragraph.drawOn(canvas, 50, PAGE[1] - top - height)
                top += height + 9

    return draw


def _dump(*, turned: bool = False) -> str:
    """The same list, wrapped; each second paragraph may have its labels the other way round."""
    texts = []
    for number, title in enumerate(COURSES):
        ordered = _facts(number)[:: -1 if turned and number % 2 == 0 else 1]
        texts.append(f"{number + 1}. {title} " + " ".join(f"{label}: {value}" for label, value in ordered))
    return "\n\n".join("\n".join(wrap(text, 48)) for text in texts)


GROUPS = ((0, "Courses of the Schools"), (5, "Courses of the Clubs"))


@pytest.mark.parametrize(
    "page",
    [dense_list(), dense_list(heads=GROUPS), dense_list(tag="b", between="<br/>")],
    ids=["one list", "groups", "bold labels under titles"],
)
def test_each_paragraph_is_a_profile_and_its_labels_have_their_values(page: Page) -> None:
    profiles = analyse_bytes(pdf(page), "courses.pdf", Settings()).profiles
    assert [profile.title.text for profile in profiles] == list(COURSES)
    found = [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]
    assert found == [list(_facts(number)) for number in range(len(COURSES))]
    assert not any(profile.narrative for profile in profiles)


def test_in_a_dump_labels_that_come_back_in_one_order_have_their_values_wherever_lines_end() -> None:
    assert ":\n" in _dump()
    profiles = analyse_bytes(_dump().encode(), "courses.txt", Settings()).profiles
    assert [profile.title.text.casefold() for profile in profiles] == [title.casefold() for title in COURSES]
    found = [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]
    assert found == [list(_facts(number)) for number in range(len(COURSES))]


def test_in_a_dump_words_before_colons_that_come_as_they_like_are_no_labels() -> None:
    assert find_running_labels(text_report(_dump()))
    assert not find_running_labels(text_report(_dump(turned=True)))


@pytest.mark.parametrize(("tag", "colon"), [("u", ":"), ("i", "")])
def test_words_in_other_type_or_without_a_colon_are_no_labels_inside_lines(tag: str, colon: str) -> None:
    texts = [block.text.text for block in laid_out(pdf_report(dense_list(tag=tag, colon=colon))).blocks]
    assert any(" Kind" in text for text in texts)
    assert not any(text.startswith(("Kind", "State")) for text in texts)


def test_one_word_in_italics_that_comes_back_before_colons_parts_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(6):
            text = f"The club number {number} walks at noon. They are taken to see the <i>Tower:</i> afterwards they go home."
            paragraph = Paragraph(text, STYLE)
            _, height = paragraph.wrap(WIDTH_PT, PAGE[1])
            paragraph.drawOn(canvas, 50, PAGE[1] - 60 * (number + 1) - height)

    report = pdf_report(draw)
    assert any(line.text.endswith(" Tower:") and line.runs[-1].style.italic for line in report.lines)
    assert all(block.text.text.startswith("The club") for block in laid_out(report).blocks)


def test_a_list_under_a_label_is_no_value_that_goes_on_from_the_line_of_it() -> None:
    """The label has a line of its own in each second record, and in the others it ends one."""

    def draw(canvas: Canvas) -> None:
        for number in range(6):
            label = "Bring a chair. <i>Means:</i>" if number % 2 else "<i>Means:</i>"
            items = (f"\N{BULLET} rope number {number}", "\N{BULLET} a bell")
            for n, text in enumerate((label, *items, "<i>Way:</i> pull the rope")):
                paragraph = Paragraph(text, STYLE)
                paragraph.wrap(WIDTH_PT, PAGE[1])
                paragraph.drawOn(canvas, 50, PAGE[1] - 60 - 65 * number - 12 * n)

    report = pdf_report(draw)
    assert len(find_running_labels(report)) == 12
    items = [block for block in laid_out(report).blocks if block.bullet is not None]
    assert [block.text.text for block in items] == [text for n in range(6) for text in (f"rope number {n}", "a bell")]

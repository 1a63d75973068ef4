"""Facts side by side in one line."""

from __future__ import annotations

import pytest
from builders import (
    PAGE,
    PROSE,
    TITLES,
    Page,
    extraction_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    text_report,
    typeset,
    wrapped,
)
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.barred import parted_at_bars
from profile_extract.layout.codes import Heads
from profile_extract.model import Report

LINES = (
    "Age: 4 to 9{0}Time: 20 min{0}Where: the yard",
    "Age: 6 to 8{0}Time: 40 min{0}Where: a mill",
    "Age: 9{0}Time: 1 h{0}Where: the upper bank",
)


def _pages(lines: tuple[str, ...]) -> list[Page]:
    rows = zip(TITLES, lines, PROSE, strict=False)
    return [typeset(("title", title), ("text", line), ("text", text)) for title, line, text in rows]


def _sections(report: Report) -> list[list[tuple[str, str]]]:
    profiles = extraction_of(report).profiles
    return [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]


@pytest.mark.parametrize("bar", [" | ", " · ", " • "])
def test_facts_that_a_mark_parts_are_sections_without_it(bar: str) -> None:
    found = _sections(pdf_report(*_pages(tuple(line.format(bar) for line in LINES))))
    assert found[0] == [("Age", "4 to 9"), ("Time", "20 min"), ("Where", "the yard")]
    assert [[label for label, _ in facts] for facts in found] == [["Age", "Time", "Where"]] * 3


def test_labels_that_do_not_come_back_part_no_line() -> None:
    lines = ("Age: 4 | Time: 20 min", "Cost: 8 | Place: the mill", "Who: bakers | When: Thursdays")
    layout = laid_out(pdf_report(*_pages(lines)))
    assert [line for line in lines if line in {block.text.text for block in layout.blocks}] == list(lines)


def test_parts_of_an_address_stay_in_their_line() -> None:
    lines = tuple(f"Tel.: 0365 838-{n}10 | E-mail: lamp{n}@mill.example" for n in range(3))
    layout = laid_out(pdf_report(*_pages(lines)))
    assert parted_at_bars(layout.report, [])[1] == Heads()


def test_facts_in_one_line_of_a_dump_are_sections_too() -> None:
    rows = zip(TITLES, (line.format(" | ") for line in LINES), PROSE, strict=False)
    found = _sections(text_report("\f".join("\n\n".join((title, line, text)) for title, line, text in rows)))
    assert [facts[:2] for facts in found] == [
        [("Age", "4 to 9"), ("Time", "20 min")],
        [("Age", "6 to 8"), ("Time", "40 min")],
        [("Age", "9"), ("Time", "1 h")],
    ]


def _in_turns(*words: str) -> Page:
    """A line in which bold words and others take turns."""

    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(50, PAGE[1] - 100)
        for number, word in enumerate(words):
            line.setFont("Helvetica" if number % 2 else "Helvetica-Bold", 10)
            line.textOut(f"{word} ")
        canvas.drawText(line)

    return draw


@pytest.mark.parametrize(("colon", "third"), [("", "Where"), (":", "Where"), ("", "Nobody")])
def test_bold_labels_that_take_turns_with_values_part_their_line_if_all_come_back(colon: str, third: str) -> None:
    values = (("4 to 9", "20 min", "the yard"), ("6 to 8", "40 min", "a mill"), ("9", "1 h", "the upper bank"))
    lines = [
        [f"Age{colon}", a, f"Time{colon}", b, f"{'Where' if n < 2 else third}{colon}", c] for n, (a, b, c) in enumerate(values)
    ]
    pages = [
        overlaid(
            typeset(("title", t)), _in_turns(*line), page_of([(50, 140 + 12 * k, w) for k, w in enumerate(wrapped(text))])
        )
        for t, line, text in zip(TITLES, lines, PROSE, strict=False)
    ]
    is_label = third == "Where"
    expected = [(a.rstrip(":"), b) for a, b in zip(lines[0][::2], lines[0][1::2], strict=True)]
    assert (_sections(pdf_report(*pages))[:1] == [expected]) is is_label


PLAIN = (*LINES, "Age: 7 Time: 15 min Where: under the bridge", "Age: 12{0}Time: 2 h{0}Where: the old quay")


def _plain(*lines: str) -> list[str]:
    report = text_report("\n\n".join(line.format(" ") for line in lines))
    return [block.text.text for block in laid_out(report).blocks]


def test_the_same_labels_in_line_after_line_of_a_dump_are_parted_by_nothing_but_a_space() -> None:
    assert _plain(*PLAIN)[:6] == [
        "Age: 4 to 9",
        "Time: 20 min",
        "Where: the yard",
        "Age: 6 to 8",
        "Time: 40 min",
        "Where: a mill",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        PLAIN[:4],  # too few
        [line.replace("Where", where) for line, where in zip(PLAIN, "ABCDE", strict=True)],  # other labels each time
        [line.replace("Age", "Tel") for line in PLAIN],  # of an address
    ],
)
def test_other_colons_part_no_line_of_a_dump(lines: list[str]) -> None:
    assert _plain(*lines) == [line.format(" ") for line in lines]

"""Drop caps and raised initials."""

from __future__ import annotations

import pytest
from builders import PAGE, extraction_of, laid_out, page_of, pdf_report, text_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.evidence import apply_edits, trace
from profile_extract.layout.dropcaps import find_drop_caps
from profile_extract.model import Report

TEXT = (
    "he ferry crosses at noon and",
    "takes whoever waits on the",
    "quay, bicycles and all. It",
    "rings a bell when it leaves.",
)
WHOLE = "The ferry crosses at noon and takes whoever waits on the quay, bicycles and all. It rings a bell when it leaves."


def drawn(cap: str, size: float, lines: int, texts: tuple[str, ...] = TEXT, *, is_last: bool = False) -> Report:
    """A page with a letter that reaches over some lines of the text beside it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(50, PAGE[1] - 70, "Over the water")
        steps = [lambda: letter(canvas), lambda: text(canvas)]
        for step in reversed(steps) if is_last else steps:
            step()

    def letter(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(50, PAGE[1] - 100 - 12 * (lines - 1), cap)

    def text(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for n, line in enumerate(texts):
            canvas.drawString(53 + 0.7 * size * len(cap) if n < lines else 50, PAGE[1] - 100 - 12 * n, line)

    return pdf_report(draw)


@pytest.mark.parametrize(("size", "lines"), [(24.0, 1), (30.0, 2), (44.0, 3)])
@pytest.mark.parametrize("is_last", [False, True])
def test_a_large_first_letter_is_joined_to_its_word(size: float, lines: int, is_last: bool) -> None:
    blocks = laid_out(drawn("T", size, lines, is_last=is_last)).blocks
    assert [block.text.text for block in blocks] == ["Over the water", WHOLE]
    assert blocks[1].style is not None
    assert blocks[1].style.size_pt == 10.0


def test_the_join_can_be_undone_and_nothing_is_lost() -> None:
    report = drawn("T", 30.0, 2)
    passage = laid_out(report).blocks[1].text
    assert "join-drop-cap" in {piece.rule for piece in passage.pieces}
    made = [apply_edits(report.text[part.start : part.end], part.edits) for part in trace(passage)]
    assert "".join(made) == passage.text
    extraction = extraction_of(report)
    marked = sum(mark.end - mark.start for mark in extraction.marks)
    assert marked >= sum(len(line.text) for line in report.lines)


def test_a_letter_that_is_a_word_stays_one() -> None:
    texts = ("mill by the river grinds the", "corn of the whole valley and", "a mill it will be for long.")
    (_, block) = laid_out(drawn("A", 30.0, 2, texts)).blocks
    assert block.text.text.startswith("A mill by the river")


def test_a_quotation_mark_comes_along() -> None:
    (_, block) = laid_out(drawn("“T", 30.0, 2)).blocks
    assert block.text.text.startswith("“The ferry crosses")


@pytest.mark.parametrize("texts", [("Anna Bell, baker", "Anton Carr, cook", "Arno Dale, smith"), ("12 boats", "13 boats")])
def test_a_letter_over_a_list_of_names_is_no_drop_cap(texts: tuple[str, ...]) -> None:
    report = drawn("A", 30.0, 2, texts)
    assert find_drop_caps(report, report.lines).caps == {}


def test_a_letter_of_the_size_of_the_text_is_none() -> None:
    report = pdf_report(page_of([(50.0, 100.0, "T"), (60.0, 100.0, "he letter T"), (60.0, 112.0, "is a cross")]))
    assert find_drop_caps(report, report.lines).caps == {}


def test_in_a_dump_it_stands_on_the_line_before() -> None:
    layout = laid_out(text_report("Over the water\n\nT\nhe ferry crosses at noon.\n\nB\nis a letter\n"))
    assert layout.blocks[1].text.text == "The ferry crosses at noon."


def test_in_a_dump_a_letter_over_an_address_begins_no_word() -> None:
    texts = [
        block.text.text for block in laid_out(text_report("N\nwww.ferry.example/tickets\n\nB\nbells.of@quay.example\n")).blocks
    ]
    assert {"N", "B"} <= {text.split(" ")[0] for text in texts}
    assert not any("Nwww" in text or "Bbells" in text for text in texts)


STEPS = (
    ("Wind the bell up before the", "first boat has left the quay"),
    ("Count who waits, and write", "the number on the slate"),
    ("Ring twice; whoever comes now", "has to wait for the next one"),
    ("Wipe the slate for tomorrow", "and hang the bell up again"),
)


def _steps(numbers: tuple[str, ...], lines: int = 2) -> Report:
    """A page with large numbers, each beside the lines of a text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(50, PAGE[1] - 50, "Over the water")
        for n, (number, texts) in enumerate(zip(numbers, STEPS, strict=True)):
            top = 90 + 40 * n
            canvas.setFont("Times-Bold", 24)
            canvas.drawString(50, PAGE[1] - top - max(10, 12 * (lines - 1)), number)
            canvas.setFont("Helvetica", 10)
            for row, text in enumerate(texts[:lines]):
                canvas.drawString(75, PAGE[1] - top - 12 * row, text)

    return pdf_report(draw)


def test_large_numbers_that_count_are_read_with_the_texts_beside_them() -> None:
    blocks = laid_out(_steps(("1", "2", "3", "4"))).blocks[1:]
    assert [block.text.text for block in blocks] == [f"{n} {' '.join(texts)}" for n, texts in enumerate(STEPS, 1)]


@pytest.mark.parametrize("numbers", [("4", "4", "2", "9"), ("30", "12", "7", "90")])
def test_amounts_are_not(numbers: tuple[str, ...]) -> None:
    report = _steps(numbers)
    assert find_drop_caps(report, report.lines).caps == {}


def test_numbers_beside_one_line_are_those_of_headings() -> None:
    report = _steps(("1", "2", "3", "4"), lines=1)
    assert find_drop_caps(report, report.lines).caps == {}

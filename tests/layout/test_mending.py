"""Paragraphs that something interrupts in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import Page, laid_out, overlaid, page_of, pdf_report, text_report

from profile_extract.layout.mending import mended_in_dump
from profile_extract.model import Line
from profile_extract.structure import Block

FIRST = (
    "The ferry crosses at noon and takes whoever",
    "waits on the quay with all that people carry",
    "when they come home from",
)
REST = ("the market on the other side of the river.", "It rings a bell.")
WHOLE = " ".join([*FIRST, *REST])


def _set(lines: tuple[str, ...], top: float, font: str = "Helvetica", size: float = 10.0, x: float = 50.0) -> Page:
    return page_of([(x, top + 1.2 * size * n, line) for n, line in enumerate(lines)], font, size)


def _texts(*pages: Page) -> list[str]:
    return [block.text.text for block in laid_out(pdf_report(*pages)).blocks]


@pytest.mark.parametrize(
    "between",
    [
        _set(("“We waited for years, and now", "it is ours.”"), 180, "Helvetica-Oblique", 12),
        _set(("“Now it is ours.”", "– Ada Okoro"), 180, "Times-Italic", 12),
        _set(("The landing stage on a Sunday",), 180, "Helvetica-Oblique", 7),
        _set(("Figure 2: The landing stage",), 180, "Helvetica", 10),
        overlaid(_set(("In short",), 180, "Helvetica-Bold", 9), _set(("Two boats. One bell.",), 200, "Times-Roman", 9)),
    ],
    ids=["quote", "quote and speaker", "small caption", "caption in the same type", "box"],
)
def test_what_interrupts_a_sentence_stands_behind_it(between: Page) -> None:
    texts = _texts(overlaid(_set(FIRST, 100), between, _set(REST, 240)))
    assert texts[0] == WHOLE
    assert len(texts) > 1


@pytest.mark.parametrize(("words", "is_program"), [("ferry --ring 3 bells", True), ("The ferry at noon", False)])
def test_lines_of_a_program_in_a_sentence_stay_where_they_are(words: str, *, is_program: bool) -> None:
    found = _texts(overlaid(_set(FIRST, 50), _set((words,), 96, "Courier", 8.0), _set(REST, 116)))
    assert (WHOLE in found) is not is_program


def test_a_footnote_at_the_foot_of_a_page_does_not_part_a_sentence() -> None:
    foot = _set(("1 Counted in spring.",), 460, "Helvetica", 7)
    assert _texts(overlaid(_set(FIRST, 380), foot), _set(REST, 60)) == [WHOLE, "1 Counted in spring."]


def test_a_heading_ends_what_stands_above_it() -> None:
    texts = _texts(overlaid(_set(FIRST, 100), _set(("What it costs",), 180, "Helvetica-Bold"), _set(REST, 240)))
    assert texts == [" ".join(FIRST), "What it costs", " ".join(REST)]


@pytest.mark.parametrize("rest", [("The market is on the other side", "of the river."), ("• the market on the other side.",)])
def test_a_new_sentence_and_an_item_go_on_with_nothing(rest: tuple[str, ...]) -> None:
    between = _set(("“Now it is ours.”",), 180, "Helvetica-Oblique", 12)
    assert len(_texts(overlaid(_set(FIRST, 100), between, _set(rest, 240)))) == 3


def test_a_closed_sentence_needs_no_rest() -> None:
    closed = (*FIRST[:-1], "when they come home.")
    between = _set(("“Now it is ours.”",), 180, "Helvetica-Oblique", 12)
    assert len(_texts(overlaid(_set(closed, 100), between, _set(REST, 240)))) == 3


@pytest.mark.parametrize(
    ("lines", "goes_on"),
    [
        (("Zorgkade 3", "24937 Flensburg"), False),
        (("quay.example", "24937 Flensburg"), False),
        (("Zorgkade three", "24937 Flensburg"), True),
        (("Zorgkade 3", "Flensburg"), True),
    ],
)
def test_a_whole_address_is_no_paragraph_that_goes_on(lines: tuple[str, ...], *, goes_on: bool) -> None:
    own = ("House of Ropes on the quay", *lines)
    between = _set(("The landing stage on a Sunday",), 180, "Helvetica-Oblique", 7)
    found = _texts(overlaid(_set(own, 100), between, _set(REST, 240)))
    assert found[0] == " ".join((*own, *REST) if goes_on else own)


def test_blocks_are_numbered_in_order_afterwards() -> None:
    between = _set(("“Now it is ours.”",), 180, "Helvetica-Oblique", 12)
    blocks = laid_out(pdf_report(overlaid(_set(FIRST, 100), between, _set(REST, 240)), _set(("A last page",), 60))).blocks
    assert [block.index for block in blocks] == [0, 1, 2]


def test_a_line_that_begins_with_a_capital_of_another_alphabet_goes_on_nothing() -> None:
    names = ("Jana Dvo", "Petr Nov")
    pages = overlaid(
        _set(names, 100),
        _set(("Institut de chimie",), 140, "Helvetica", 8),
        _set(("École de chimie et de musique.", "A dost."), 180),
    )
    assert _texts(pages)[0] == " ".join(names)


TEXT = (
    "The ferry crosses at noon and takes whoever waits on the quay",
    "with all that people carry when they come home from the fair,",
    "and nobody pays for a bag of flour that is carried across and",
)
BOX = ("Related ideas", "A bench on the quay", "For whoever waits", "A bell for the fog")
AFTER = "not sold there. It rings a bell when it is late, and it is\nlate when the pilot has to wait for the baker."


def _dumped(*, text: tuple[str, ...] = TEXT, box: tuple[str, ...] = BOX, after: str = AFTER) -> list[str]:
    dump = "\n".join(text) + "\n\n" + "\n\n".join((*box, after))
    return [block.text.text for block in laid_out(text_report(dump)).blocks]


@pytest.mark.parametrize("box", [BOX, ()], ids=["a box", "an empty line"])
def test_a_text_of_a_dump_goes_on_behind_what_stands_beside_it(box: tuple[str, ...]) -> None:
    assert _dumped(box=box)[: len(box) + 1] == [" ".join((*TEXT, *AFTER.split("\n"))), *box]


@pytest.mark.parametrize(
    "changed",
    [
        {"text": (*TEXT[:2], f"{TEXT[2]} on.")},  # ended
        {"text": (*TEXT[:2], "and so on")},  # by a short line
        {"text": TEXT[:1]},  # one line alone
        {"after": AFTER.replace("not", "Not")},  # begun anew
        {"after": "ferry@mill.example"},  # an address
        {"box": BOX * 5},  # far away
    ],
)
def test_other_texts_of_a_dump_do_not(changed: dict[str, object]) -> None:
    assert _dumped(**changed)[0] == " ".join(changed.get("text", TEXT))  # type: ignore[arg-type]


def test_the_pieces_of_a_text_of_a_dump_are_joined_at_once_however_many_there_are() -> None:
    """Joined one by one, they take a time that grows with the square of their number."""
    begun, piece = (laid_out(text_report("\n".join(lines))).blocks[0] for lines in (TEXT, TEXT[1:]))
    joins: list[int] = []

    def join(block: Block, more: Sequence[Line]) -> Block:
        joins.append(len(more))
        return block

    assert len(mended_in_dump([begun, *[replace(piece, gap_lines=1.0)] * 50], join)) == 1
    assert joins == [50 * len(piece.lines)]


@pytest.mark.parametrize("rest", ["https://ferry.example/noon", "bell@ferry.example"])
def test_an_address_goes_on_no_sentence(rest: str) -> None:
    between = _set(("Contact",), 180, "Helvetica-Bold", 7)
    assert _texts(overlaid(_set(FIRST, 100), between, _set((rest,), 240))) == [" ".join(FIRST), "Contact", rest]


@pytest.mark.parametrize(
    ("heading", "fonts", "below", "x", "is_one"),
    [
        (("In short",), ("Helvetica-Bold", "Helvetica"), 11.0, 50.0, False),
        (("In short",), ("Helvetica-Oblique", "Helvetica"), 11.0, 50.0, True),
        (("In short",), ("Helvetica-Bold", "Helvetica-Bold"), 11.0, 50.0, True),
        (("In short,", "and for all"), ("Helvetica-Bold", "Helvetica"), 11.0, 50.0, True),
        (("In short",), ("Helvetica-Bold", "Helvetica"), 30.0, 50.0, True),
        (("In short",), ("Helvetica-Bold", "Helvetica"), 11.0, 90.0, True),
    ],
    ids=["a heading", "not bold", "bold as the text", "two lines", "far over it", "further in"],
)
def test_a_small_heading_in_bold_right_over_a_text_interrupts_nothing(
    heading: tuple[str, ...], fonts: tuple[str, str], below: float, x: float, *, is_one: bool
) -> None:
    top = 180 + 8.4 * (len(heading) - 1) + below
    rest = _set(REST, top, fonts[1])
    found = _texts(overlaid(_set(FIRST, 100, fonts[1]), _set(heading, 180, fonts[0], 7, x), rest))
    assert found[0] == (WHOLE if is_one else " ".join(FIRST))

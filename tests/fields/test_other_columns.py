"""What opens another column of the page beside a label, and what stands under that."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from builders import PROSE, TITLES, extraction_of, overlaid, page_of, pdf_report, wrapped

from profile_extract.fields.items import Item
from profile_extract.fields.other_columns import opens_other_column
from profile_extract.model import BBox, Line, Run, Style
from profile_extract.passage import Passage
from profile_extract.structure import Block

PLAIN, SERIF = Style("Helvetica", 10.0), Style("Times-Roman", 10.0)
LIST = ("Repair of chairs", "Study of chairs", "Loan of chairs")
TEXT = (
    "We mend the chairs of all who come to the mill,",
    "and we sell none of them, however old they are,",
    "or lend them out to those",
    "who have none.",
)


@dataclass(frozen=True)
class _Case:
    """A label over a list, and a block at the top of a column beside them: lines in that, and where all begin."""

    block: Sequence[str] = TEXT
    top: float = 104.0
    turned: int = 9
    gap: float = math.inf
    style: Style | None = PLAIN
    items: Sequence[str] = LIST
    usual: Style | None = PLAIN
    label_page: int = 1
    items_page: int = 1
    page: int = 1
    has_label: bool = True


def _block(texts: Sequence[str], x: float, top: float, style: Style | None, page: int = 1, turned: int = 9) -> Block:
    """Lines below each other, those from one number on at the top of the next page."""
    tops = [top + 12 * n if n < turned else 60 + 12 * (n - turned) for n in range(len(texts))]
    runs = (Run(0, style),) if style else ()
    lines = tuple(
        Line(0, page + (n >= turned), 0, text, BBox(x, at, x + 4 * len(text), at + 10), runs)
        for n, (at, text) in enumerate(zip(tops, texts, strict=True))
    )
    whole = " ".join(texts)
    return Block(0, lines, Passage.of(whole, 0, len(whole)), None, 0, 0.0, 0.0)


def _opens(case: _Case) -> bool:
    label = _block(["Fields of work"], 50, 100, case.usual, case.label_page) if case.has_label else None
    parts = (_block([text], 50, 112.0 + 12 * n, case.usual, case.items_page) for n, text in enumerate(case.items))
    block = _block(case.block, 240, case.top, case.style, case.page, case.turned)
    block = Block(9, block.lines, block.text, None, 1, case.gap, 0.0)
    return opens_other_column(label, [Item(part, part.text) for part in parts], block, PLAIN if case.usual else None)


@pytest.mark.parametrize(
    "case",
    [
        _Case(),
        _Case(block=(*TEXT, "But")),
        _Case(top=40.0),
        _Case(block=(*TEXT[:2], "or"), turned=1),
        _Case(block=("We lend", "all of", "the", "chairs."), style=PLAIN),
        _Case(block=("At", "the", "old", "mill"), style=SERIF),
    ],
    ids=["beside the label", "open at its end", "over it", "over the end of a page", "a short sentence", "set otherwise"],
)
def test_a_text_beside_a_list_opens_another_column(case: _Case) -> None:
    assert _opens(case)


@pytest.mark.parametrize(
    "case",
    [
        _Case(top=114.0),
        _Case(block=("We lend all of the chairs.",)),
        _Case(block=("At", "the", "old", "mill")),
        _Case(items=(*LIST[:2], "Loan of chairs.")),
        _Case(items=(*LIST[:2], " ".join(TEXT[:2]))),
        _Case(gap=1.0),
        _Case(style=None, usual=None),
        _Case(items=()),
        _Case(has_label=False),
        _Case(page=2),
        _Case(page=2, items_page=2),
        _Case(label_page=2, page=2),
    ],
    ids=[
        "below the label",
        "ended beside the list",
        "no sentence",
        "beside a sentence",
        "beside a text",
        "inside a column",
        "in a dump",
        "no list",
        "no label",
        "on the next page",
        "on the next page with the list",
        "a list on another page",
    ],
)
def test_what_is_no_such_text_goes_on_under_the_label(case: _Case) -> None:
    assert not _opens(case)


@pytest.mark.parametrize("top", [100.0, 130.0])
def test_such_a_text_is_no_part_of_the_section(top: float) -> None:
    pages = [
        overlaid(
            page_of([(40, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(40, 130, "Fields of work")], "Helvetica-Bold", 9.0),
            page_of([(40, 144 + 13 * n, f"{text} {k}") for n, text in enumerate(LIST)]),
            page_of([(240, top + 12 * n, line) for n, line in enumerate(wrapped(f"{PROSE[k]} {PROSE[k - 1]}", 6))]),
        )
        for k, title in enumerate(TITLES)
    ]
    for k, profile in enumerate(extraction_of(pdf_report(*pages)).profiles):
        assert [text.text for text in profile.narrative] == [f"{PROSE[k]} {PROSE[k - 1]}"]

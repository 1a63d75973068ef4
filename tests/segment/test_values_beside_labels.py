"""Lines with a colon in the cells beside labels: values, though labels run into their texts so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from builders import Page, laid_out, overlaid, page_of, pdf_report, run_in

from profile_extract.segment.tables import find_values_beside
from profile_extract.structure import Label, Layout

HEADS = ("Payment", "Age", "Where", "How", "Who")
VALUES = ("once", "from 8", "quay", "by boat", "all")
CELL = ("Quay: by day", "Mill: by night", "Yard: never")


def _plain(top: float, text: str, font: str = "Helvetica", x: float = 150.0) -> Page:
    return page_of([(x, top, text)], font)


def _bold_before_colon(top: float, text: str) -> Page:
    before, _, value = text.partition(": ")
    return run_in((150.0, top, f"{before}: "), "Helvetica-Bold", value)


def _table(cell: Sequence[Page]) -> Layout:
    """Labels in bold beside their values, row by row, and in the third cell something else."""
    heads = page_of([(50.0, 60.0 + 80 * n, text) for n, text in enumerate(HEADS)], "Helvetica-Bold")
    values = page_of([(150.0, 60.0 + 80 * n, text) for n, text in enumerate(VALUES) if n != 2])
    layout = laid_out(pdf_report(overlaid(heads, values, *cell)))
    bottoms = {block: block.lines[0].bbox.bottom for block in layout.blocks}
    in_rows = sorted(bottoms, key=lambda b: ((bottoms[b] - 60) // 80, b.text.text not in HEADS, bottoms[b]))
    return replace(layout, blocks=tuple(replace(block, index=index) for index, block in enumerate(in_rows)))


def _labels(layout: Layout) -> Mapping[int, Label]:
    """The heads, and all lines with a colon."""
    texts = {block.index: block.text.text for block in layout.blocks}
    run_ins = {index: text.index(":") for index, text in texts.items() if ":" in text}
    alone = {index: len(text) for index, text in texts.items() if text in HEADS}
    return {
        index: Label(index, 0, end, end + 2 if index in run_ins else end, texts[index][:end].lower(), "section")
        for index, end in (run_ins | alone).items()
    }


def _values(*cell: Page) -> list[str]:
    return _values_in(_table(cell))


def _values_in(layout: Layout) -> list[str]:
    return [layout.blocks[index].text.text for index in find_values_beside(_labels(layout), layout)]


TOPS = (220.0, 246.0, 272.0)


def test_lines_with_a_colon_beside_a_label_are_values() -> None:
    assert _values(*map(_plain, TOPS, CELL)) == list(CELL)


@pytest.mark.parametrize("first", range(3))
def test_one_set_in_two_types_is_a_label_and_so_is_what_stands_under_it(first: int) -> None:
    lines = [*map(_plain, TOPS[:first], CELL), *map(_bold_before_colon, TOPS[first:], CELL[first:])]
    assert _values(*lines) == list(CELL[:first])


@pytest.mark.parametrize(
    "second",
    [
        _plain(246.0, CELL[1], "Helvetica-Oblique"),
        _plain(246.0, "by night"),
        _plain(246.0, "Mill:"),
        _plain(246.0, CELL[1], "Helvetica", 50.0),
    ],
    ids=["type", "no colon", "no value", "column"],
)
def test_down_to_the_first_other_line(second: Page) -> None:
    assert _values(_plain(220.0, CELL[0]), second, _plain(272.0, CELL[2])) == [CELL[0]]


def test_where_one_beside_a_label_is_set_as_no_value_is_it_is_none() -> None:
    assert _values(*(_plain(top, text, "Helvetica-Oblique") for top, text in zip(TOPS, CELL, strict=True))) == []


def test_nothing_tells_them_from_labels_that_are_set_as_values_are() -> None:
    layout = _table([*map(_plain, TOPS, CELL)])
    lines = [block.lines[0]._replace(runs=layout.blocks[1].lines[0].runs) for block in layout.blocks]
    alike = (replace(block, lines=(line,)) for block, line in zip(layout.blocks, lines, strict=True))
    assert _values_in(replace(layout, blocks=tuple(alike))) == []


def test_one_that_is_not_level_with_a_label_is_none() -> None:
    assert _values(*(_plain(top + 12, text) for top, text in zip(TOPS, CELL, strict=True))) == []

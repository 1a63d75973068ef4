"""Figures in large type over what they count."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, wrapped

from profile_extract.fields.figures import find_figures
from profile_extract.structure import Label

TOWNS = ("Norwich", "Porto", "Leeds", "Zwolle", "Gera")
LABELS = ("Inhabitants", "Area", "Density")
COLUMNS = ("Authority", "Region", "People", "Theme")
WORDS = ("Zafra", "Ferry", "Bakers", "Bread")


def _profile(number: int, *, size: float = 16.0, shift: float = 0.0) -> Page:
    """A town, three figures with their labels under them, and a text."""
    edges = (50.0, 170.0, 290.0)
    figures = (f"{number + 3}12,000", f"{number}4 km²", f"{number}07 /km²")
    return overlaid(
        page_of([(50, 60, TOWNS[number])], "Helvetica-Bold", 24),
        page_of([(x + shift, 100, figure) for x, figure in zip(edges, figures, strict=True)], "Helvetica-Bold", size),
        page_of([(x, 114, label) for x, label in zip(edges, LABELS, strict=True)], "Helvetica", 8),
        page_of([(50, 150 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[number]))]),
    )


def test_figures_over_their_labels_are_what_these_say() -> None:
    profile = extraction_of(pdf_report(*(_profile(n) for n in range(5)))).profiles[1]
    sections = [(s.label.text, [p.text for p in s.paragraphs]) for s in profile.sections if s.label]
    assert sections == [("Inhabitants", ["412,000"]), ("Area", ["14 km²"]), ("Density", ["107 /km²"])]
    assert [value.text for value in profile.narrative] == [PROSE[1]]


@pytest.mark.parametrize(("size", "shift"), [(8.0, 0.0), (16.0, 12.0)], ids=["no larger", "at other edges"])
def test_a_row_over_the_heads_of_a_table_is_no_value(size: float, shift: float) -> None:
    profile = extraction_of(pdf_report(*(_profile(n, size=size, shift=shift) for n in range(5)))).profiles[1]
    assert not [s for s in profile.sections if s.label and s.label.text in LABELS]


def _with_table(number: int, rows: int) -> Page:
    """A table under a title: heads in bold, and values under them."""
    edges = (50.0, 130.0, 210.0, 300.0)
    heads = list(zip(edges, COLUMNS, strict=True))
    cells = [(x, 100 + 12 * row, f"{word} {number}{row}") for row in range(rows) for x, word in zip(edges, WORDS, strict=True)]
    return overlaid(
        page_of([(50, 60, TITLES[number])], "Helvetica-Bold", 16),
        page_of([(x, 88, head) for x, head in heads], "Helvetica-Bold", 8),
        page_of(cells, size=8),
        page_of([(50, 180, PROSE[number][:60]), (50, 192, PROSE[number][60:])]),
    )


@pytest.mark.parametrize(("rows", "are_labels"), [(1, True), (3, False)])
def test_heads_over_a_single_row_are_labels_of_its_values(rows: int, *, are_labels: bool) -> None:
    extraction = extraction_of(pdf_report(*(_with_table(number, rows) for number in range(5))))
    labels = [section.label.text for profile in extraction.profiles for section in profile.sections if section.label]
    assert (labels == [*COLUMNS] * 5) == are_labels
    if are_labels:
        assert [section.paragraphs[0].text for section in extraction.profiles[1].sections] == [f"{word} 10" for word in WORDS]


@pytest.mark.parametrize(("rows", "values"), [(1, list(WORDS)), (2, [])])
def test_the_only_row_under_the_heads_of_columns_is_their_values(rows: int, values: list[str]) -> None:
    fonts = ("Helvetica-Bold", "Helvetica", "Helvetica-Oblique")
    texts = (COLUMNS, WORDS, [word.upper() for word in WORDS])[: rows + 1]
    edges = (50.0, 130.0, 210.0, 300.0)
    lines = [[(x, 88 + 12 * n, text) for x, text in zip(edges, row, strict=True)] for n, row in enumerate(texts)]
    report = pdf_report(overlaid(*(page_of(row, font, 8) for row, font in zip(lines, fonts, strict=False))))
    blocks = sorted(laid_out(report).blocks, key=lambda block: (block.lines[0].bbox.bottom, block.lines[0].bbox.x0))
    labels = {block.index: Label(block.index, 0, 0, 0, block.text.text, "column") for block in blocks[: len(COLUMNS)]}
    assert [value.text.text for value in find_figures(blocks, labels).values()] == values

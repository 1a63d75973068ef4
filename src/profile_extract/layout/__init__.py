"""From lines to blocks in reading order: furniture aside, columns one after the other, lines made into paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from profile_extract.clean.accents import SPACING_ACCENTS
from profile_extract.clean.characters import BULLETS
from profile_extract.clean.joins import find_vocabulary
from profile_extract.layout.barred import parted_at_bars
from profile_extract.layout.beginnings import find_beginnings
from profile_extract.layout.blanks import with_own_blanks
from profile_extract.layout.blocks import BlockBuilder, usual_leading
from profile_extract.layout.borderless import BorderlessTables
from profile_extract.layout.breaks import find_breaks, find_under_headings, keys_of
from profile_extract.layout.bylines import find_bylines, find_coded_bylines, find_marked
from profile_extract.layout.codes import Heads, find_counters, find_figures, find_heads, find_series
from profile_extract.layout.columns import Flow, cell_of, in_reading_order, in_rows
from profile_extract.layout.contents import find_contents, find_listed, has_leaders
from profile_extract.layout.continued import with_texts_whole
from profile_extract.layout.discs import with_numbers_at_titles
from profile_extract.layout.drawn_marks import find_items
from profile_extract.layout.dropcaps import find_drop_caps
from profile_extract.layout.ended import find_ended
from profile_extract.layout.entries import find_entries
from profile_extract.layout.furniture import find_furniture
from profile_extract.layout.lone_bullets import with_bullets_at_items
from profile_extract.layout.loose_marks import find_loose_marks
from profile_extract.layout.openings import believed, find_openings
from profile_extract.layout.piles import with_values_at_labels
from profile_extract.layout.placed import find_placed
from profile_extract.layout.side_contacts import with_addresses_at_names
from profile_extract.layout.sidebars import with_sidebars_last
from profile_extract.layout.spreads import find_folds, halves
from profile_extract.layout.tables import in_order_with_tables, parted_at_cells
from profile_extract.layout.timed import find_timed
from profile_extract.layout.torn import find_torn
from profile_extract.layout.unwrapped import find_unwrapped
from profile_extract.layout.usual_columns import with_usual_columns
from profile_extract.layout.wide_spaces import find_spread
from profile_extract.layout.wider import find_under_wider
from profile_extract.layout.wrapped_beside import with_headings_whole
from profile_extract.layout.wrapped_labels import with_labels_whole
from profile_extract.model import CELL_HEIGHT_PT, Line, Report, Style, Table
from profile_extract.structure import LARGER, Furniture, Guide, Layout, dominant_style

FEWEST_LABEL_PAGES = 3
"""Pages on which a line of a narrow left column comes back for it to be a label beside a value."""
MOST_MARK_CHARS = 5
"""Characters of a raised mark that has left its line (``1``, ``2,3``, ``12``)."""
MARK_GAP_EM = 0.2
"""Gap between a word and the raised mark behind it, at most, in ems."""

_ORNAMENT = re.compile(r"[\s.,:;_=~*·…]*[.,:;_=~…][\s.,:;_=~*·…]*|[⋆∗†‡§]+|(?:[*⋆∗•·]\s*){3,}")


def lay_out(
    report: Report,
    tables: Mapping[int, Sequence[Table]] | None = None,
    guide: Guide | None = None,
    parted: frozenset[int] = frozenset(),
) -> Layout:
    """The blocks of a cleaned report in reading order, and the lines that belong to its pages only.

    ``tables`` are the ruled tables known on its pages (1-based); without them, cells are read as columns are.
    ``guide`` may know running lines, and that lines go across the page. ``parted`` are offsets of lines that begin a block.
    """
    guide = guide or Guide()
    folds = find_folds(report)
    furniture = {item.line.start: item for item in (*_ornaments(report), *find_furniture(report, guide.running, folds))}
    body, caps = find_drop_caps(report, [line for line in report.lines if line.start not in furniture and not line.is_link])
    body = with_numbers_at_titles(body) if report.is_pdf else body
    style = dominant_style([line for line in body if not has_leaders(line.text)] or body)
    flows = _flows(report, body, tables or {}, guide.columns, folds, style)
    flows, facts = parted_at_bars(report, flows)
    parted = parted | facts.breaks
    items = find_items(report, body)
    vocabulary = find_vocabulary(report)
    lines = body if report.is_pdf else [line for flow in flows for line in flow.lines]
    beginnings = dict[str, bool]() if report.is_pdf else find_beginnings(lines)
    heads = _heads(report, lines, beginnings)
    own = parted | items
    heads = Heads((heads.breaks | own) - facts.joins, (heads.joins - own) | facts.joins)
    blocks = BlockBuilder(report, vocabulary, usual_leading(flows), heads, caps, style, _has_word_o(body), items).blocks(flows)
    return Layout(report, blocks, tuple(furniture[start] for start in sorted(furniture)), style, vocabulary, beginnings)


def _has_word_o(lines: Sequence[Line]) -> bool:
    """Whether ``o`` stands inside more lines than it begins."""
    begun = sum(line.text.startswith("o ") for line in lines)
    return bool(begun) and sum(" o " in line.text for line in lines) > begun


def _heads(report: Report, lines: Sequence[Line], beginnings: Mapping[str, bool]) -> Heads:
    """Lines, in reading order, of which it is known whether they begin a block."""
    is_spaced = report.dialect == "spaced"
    labels = frozenset[int]() if is_spaced else find_breaks(lines, is_dump=not report.is_pdf, beginnings=beginnings)
    if report.is_pdf:
        return Heads(labels.union(find_counters(lines)), find_spread(lines))
    breaks, marks, entries = labels, find_loose_marks(lines), Heads()
    if not is_spaced:
        keys = list(keys_of(lines, beginnings))
        labelled = frozenset(line.start for line, is_label in zip(lines, believed(keys), strict=True) if is_label)
        breaks = labels.union(find_ended(lines, labels), find_under_headings(lines), find_marked(lines))
        breaks = breaks.union(find_bylines(lines, labelled))
        entries = find_entries(lines)
        breaks = breaks.union(find_figures(lines), entries.breaks, find_coded_bylines(lines))
        breaks = breaks.union(find_openings(lines, keys), find_placed(lines))
        breaks = breaks.union(find_under_wider(lines), find_timed(lines))
    if report.dialect == "plain":
        breaks = breaks | find_unwrapped(lines)
    coded, listed = find_heads(lines), find_listed(lines, find_contents(report), report)
    series = find_series(lines)
    torn = frozenset[int]() if is_spaced else find_torn(lines, in_one_column=report.dialect == "plain")
    rests = marks.joins | entries.joins | torn
    breaks = breaks.union(coded.breaks, listed.breaks, series, marks.breaks) - rests
    return Heads(breaks, (coded.joins - series - listed.breaks) | listed.joins | rests)


def _ornaments(report: Report) -> Iterator[Furniture]:
    """Lines that say nothing, only dots and the like (``. . . . .``), or a raised mark or an accent that has left its line."""
    before: Line | None = None
    for line in report.lines:
        if (
            _ORNAMENT.fullmatch(line.text)
            or line.text in SPACING_ACCENTS
            or (len(line.text) <= MOST_MARK_CHARS and before and _is_mark_behind(before, line))
        ):
            yield Furniture(line, "furniture.ornament")
        before = line


def _is_mark_behind(before: Line, line: Line) -> bool:
    """Whether a line is the number of a note or an affiliation, small and raised right behind the line before it."""
    style, other, em_pt = line.style, before.style, before.bbox.height
    if style is None or other is None or not line.text[0].isdecimal() or before.page != line.page:
        return False
    is_raised = before.bbox.top - em_pt / 2 < line.bbox.top and line.bbox.bottom < before.bbox.bottom
    is_behind = abs(line.bbox.x0 - before.bbox.x1) < MARK_GAP_EM * em_pt
    return is_raised and is_behind and style.size_pt * LARGER < other.size_pt


def _flows(
    report: Report,
    body: Sequence[Line],
    tables: Mapping[int, Sequence[Table]],
    columns: int | None,
    folds: Mapping[int, float],
    style: Style | None,
) -> list[Flow]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in body:
        pages[line.page] += parted_at_cells(report, line, tables[line.page]) if line.page in tables else (line,)
    if report.dialect in {"spaced", "plain"}:
        return with_values_at_labels(with_sidebars_last([_in_source_order(lines) for lines in pages.values()]))
    is_label, em_pt = _label_test(body), em_of(style)
    borderless = BorderlessTables(report)

    def order(lines: Sequence[Line]) -> list[Flow]:
        if columns == 1:
            return in_rows(lines, em_pt)
        if not lines:
            return []
        across = report.pages[lines[0].page - 1].across
        table = borderless.find(lines) if report.is_pdf else None
        if table is None:
            return in_reading_order(lines, em_pt, is_label, across)
        above = in_reading_order(table.above, em_pt, is_label, across)
        return [*above, *map(cell_of, table.cells), *order(table.below)]

    leaves = ((page, half) for page, lines in pages.items() for half in halves(lines, folds.get(page)))
    flows = (in_order_with_tables(lines, tables.get(page, ()), order) for page, lines in leaves)
    if report.is_pdf:
        own = (map(with_addresses_at_names, with_bullets_at_items(found)) for found in flows)
        whole = [[with_headings_whole(flow, style) for flow in found] for found in own]
        return with_texts_whole(with_labels_whole(with_usual_columns(whole, em_pt)), style)
    return with_values_at_labels(
        with_sidebars_last([with_addresses_at_names(flow) for found in flows for flow in with_own_blanks(found)])
    )


def em_of(style: Style | None) -> float:
    """The size of type set so, in points; that of text input."""
    return style.size_pt if style else CELL_HEIGHT_PT


def _in_source_order(lines: Sequence[Line]) -> Flow:
    return Flow(tuple(lines), min(line.bbox.x0 for line in lines), max(line.bbox.x1 for line in lines))


def _said_in_font(line: Line) -> tuple[str, str]:
    return line.text.casefold(), line.runs[0].style.font if line.runs else ""


def _label_test(body: Sequence[Line]) -> Callable[[Line], bool]:
    """Tells lines that come back as labels do, in one font: titles do so in lists of contents and indexes, set otherwise."""
    pages: dict[tuple[str, str], set[int]] = defaultdict(set)
    for line in body:
        pages[_said_in_font(line)].add(line.page)

    def is_label(line: Line) -> bool:
        comes_back = len(pages[_said_in_font(line)]) >= FEWEST_LABEL_PAGES
        return line.text[0] not in BULLETS and (comes_back or line.text.endswith(":"))

    return is_label

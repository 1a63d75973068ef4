"""Running headers, footers and page numbers: what stands at the edge of page after page.

A line is furniture if it is the outermost text at the top or bottom of its page (or only furniture lies outside it) and
comes back there, numbers aside, on other pages, at one height: on a fair share of all, or of the odd or even ones. A label
that merely repeats stands inside the text, or ends pages at heights of their own, and stays in it. What changes beside such
a line, as the name of a chapter does, goes with it.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial

from profile_extract.layout.edges_of_dumps import DEEP, RowsByPage, deep_in_dump, find_edge_labels
from profile_extract.layout.headlines import Headlines, name_of
from profile_extract.layout.kickers import lines_of_text, set_as_labels
from profile_extract.layout.page_number_rows import at_page_numbers, is_page_number
from profile_extract.layout.running_places import (
    FEW_PAGES,
    FEWEST_PAGES,
    LEAST_SHARE,
    SAME_HEIGHT_PT,
    companions,
    in_place_of_running,
    level_of,
)
from profile_extract.layout.said_again import find_repeated_heads, find_said_again
from profile_extract.layout.spreads import leaf_of
from profile_extract.layout.strays import find_strays
from profile_extract.lexicon import is_credit, resembles
from profile_extract.model import Line, Report, Style
from profile_extract.structure import LARGER, Furniture, dominant_style, rows_of

PAGE_NUMBER = "furniture.page-number"
DEPTH = 3
"""Rows of furniture looked for at each edge: a header of two lines and a page number."""
ALIKE = 0.88
"""Likeness (Ratcliff/Obershelp) of two lines that are one running line, chapter names and misreadings apart."""
INSIDE_GAP_PT = 18.0
"""White space, in points, between one row of furniture and the next inside it."""
LEAST_GAP_PT = 5.0
"""White space, in points, that parts furniture from text: lines of a paragraph stand closer."""
MARK_SHARE = 0.6
"""Share of the outermost lines at one place that begin as a heading does, for all of them to be running lines."""
MOST_NUMBERS = 4
"""Numbers in a line that are tried one by one as its page's number; a date and a page number have four."""
PARAGRAPH_LINES = 4
"""Lines in one style close to each other that are a paragraph and no running footer."""
FEWEST_LINES_OF_ONLY_PAGE = 5
"""Lines of a report's only page from which the last may be its number."""
INSIDE_ROWS = 8
"""Rows looked at inside furniture."""
SAME_MIDDLE_PT = 6.0
"""Difference of the middles of two page numbers at one place, in points: half of a figure's width and a bit."""
MOST_LIKENED = 20
"""Running lines that a line is compared with; a report has one or two, and one a chapter."""
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]")
_ROMAN_PAGE = re.compile(r"[-–—|\s]*([ivxlc]{1,7})[-–—|\s]*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:[^\W\d]{1,7}\.?\s*)?[-–—|·\s]*#[-+]\d+[-–—|·\s]*(?:[^\W\d]{1,3}\s*)?(?:/?\s*\d{1,4})?")


def running_key(text: str) -> str:
    """What a running line is known again by in another report: lower case, numbers as ``#``."""
    return _NUMBER.sub("#", " ".join(text.casefold().split()))


def find_furniture(
    report: Report, known: Mapping[str, Collection[str]] | None = None, folds: Mapping[int, float] | None = None
) -> list[Furniture]:
    """The furniture of a report, in source order; ``folds`` are those of its spreads, each half of which has its own.

    ``known`` are running lines (see :func:`running_key`) by edge, ``header`` or ``footer``; one that the report shows to be
    running by itself is found as if it were not known.
    """
    found: dict[int, Furniture] = {}
    body = dominant_style(report.lines)
    headings = cache(lambda: Headlines(report.lines))  # made where it is asked for, and for both edges once
    edges = _edges(report, folds or {})
    for name in edges:
        of_edge = partial(_of_edge, report, edges, name, body, headings)
        own = of_edge(())
        new = set((known or {}).get(name, ())) - {running_key(item.line.text) for item in own.values()}
        found |= of_edge(new) if new else own
    found |= {line.start: Furniture(line, PAGE_NUMBER) for line in list(_numbers_in_place(report, found, folds or {}))}
    found |= {item.line.start: item for item in list(find_strays(report, found, PAGE_NUMBER))}
    found |= {line.start: Furniture(line, PAGE_NUMBER) for line in _number_of_only_page(report)}
    for line in report.lines:
        if line.is_rotated:
            found.setdefault(line.start, Furniture(line, "furniture.rotated"))
        elif report.is_of_outline(line):
            found[line.start] = Furniture(line, "furniture.outline")
    for line in (*find_said_again(report), *find_repeated_heads(report, found.keys())):
        found.setdefault(line.start, Furniture(line, "furniture.continued-title"))
    for line in _repeated_links(report):
        found.setdefault(line.start, Furniture(line, "furniture.repeated-link"))
    return [found[start] for start in sorted(found)]


def _of_edge(
    report: Report,
    edges: Mapping[str, RowsByPage],
    name: str,
    body: Style | None,
    headings: Callable[[], Headlines],
    known: Collection[str],
) -> dict[int, Furniture]:
    """The furniture at one edge, by offset; ``known`` are keys of running lines."""
    rows_by_page, heights = edges[name], _heights(report, name)
    running = {
        line.start: Furniture(line, rule)
        for depth in range(DEPTH)
        for line, rule in _running({p: rows[depth] for p, rows in rows_by_page.items() if depth < len(rows)}, name, heights)
    }
    if not report.is_pdf:
        running |= {line.start: Furniture(line, f"furniture.{name}") for line in deep_in_dump(rows_by_page, DEPTH)}
    outermost = (line for line in _outermost(rows_by_page) if running_key(line.text) in known) if known else ()
    running |= {line.start: Furniture(line, f"furniture.{name}") for line in outermost}
    of_chapters = (*_chapter_lines(rows_by_page), *_marks(rows_by_page, headings, heights))
    running = {line.start: Furniture(line, f"furniture.{name}") for line in of_chapters} | running  # numbers stay numbers
    in_place = in_place_of_running(rows_by_page, running, report.lines, heights)
    running |= {line.start: Furniture(line, f"furniture.{name}") for line in in_place}
    words = [item.line for item in running.values() if item.rule != PAGE_NUMBER]
    labels = find_edge_labels(report, words, edges, name) if body is None else frozenset[str]()
    other = {line.start for line in _outermost(edges["footer" if name == "header" else "header"])}
    text = lines_of_text(report.lines, running, other) | set_as_labels(report.lines, running, body)
    running = {start: item for start, item in running.items() if start not in text and not _is_label(item.line, labels)}
    taken = [row for rows in rows_by_page.values() for row in _outer_rows(rows, running, body)]
    found = {line.start: running[line.start] for row in taken for line in row if line.start in running}
    if not report.is_pdf:
        for line in at_page_numbers(rows_by_page, report.lines_by_page):
            found[line.start] = Furniture(line, PAGE_NUMBER if is_page_number(line) else f"furniture.{name}")
    return found | {line.start: Furniture(line, f"furniture.{name}") for line in companions(taken, running, heights)}


def _is_label(line: Line, labels: Collection[str]) -> bool:
    """Whether a line that comes back is a label: one of a dump's, or one that announces what stands beside or under it."""
    return line.text.endswith(":") or line.text in labels


def _outermost(rows_by_page: RowsByPage) -> Iterator[Line]:
    return (line for rows in rows_by_page.values() for row in rows[:DEPTH] for line in row)


def _chapter_lines(rows_by_page: RowsByPage) -> Iterator[Line]:
    """Running lines of a short chapter: on its first page its heading says the same right inside, on the next it is alone."""
    chapter = ""
    for page in sorted(rows_by_page):
        rows = rows_by_page[page]
        line = rows[0][0]
        inside = [row[0].text for row in rows[1:DEPTH] if len(row) == 1]
        if len(rows[0]) == 1 and (line.text in inside or line.text == chapter):
            chapter = line.text
            yield line
        else:
            chapter = ""


def _marks(rows_by_page: RowsByPage, headings: Callable[[], Headlines], height: Callable[[Line], float]) -> Iterator[Line]:
    """Outermost lines that say on each page what is on it: set alike at one height, most begin as a larger heading does."""
    places: dict[tuple[Style, int], list[Line]] = defaultdict(list)
    for line in (line for rows in rows_by_page.values() for line in rows[0]):
        if line.style is not None:
            places[line.style, level_of(line, height)].append(line)
    often = {place: lines for place, lines in places.items() if len({line.page for line in lines}) > FEW_PAGES}
    for (style, _), lines in often.items():
        least = LARGER * style.size_pt
        named = sum(headings().begin(name_of(line.text).rstrip(" .…"), least) for line in lines)
        if named > MARK_SHARE * len(lines):
            yield from lines


def _outer_rows(
    rows: Sequence[Sequence[Line]], running: Mapping[int, Furniture], body: Style | None
) -> Iterator[Sequence[Line]]:
    """The outermost rows of one edge that are furniture: none inside text, at the end of a paragraph, or beside a value."""
    for depth, row in enumerate(rows[: DEPTH if body is not None else DEEP]):
        members = [line for line in row if line.start in running]
        if not members:
            return
        texts = [line for line in members if running[line.start].rule != PAGE_NUMBER]
        inside = [line for deeper in rows[depth + 1 :] for line in _without_companions(deeper, running)]
        is_text = any(_is_in_paragraph(line, inside, running) for line in texts)
        if body is not None and (is_text or _is_beside_value(row, texts, body) or _is_beside_title(row, members, body)):
            return
        yield row
        after = rows[depth + 1] if depth + 1 < len(rows) else ()
        if len(members) < len(row) or (after and _gap_pt(row[0], after[0]) > INSIDE_GAP_PT):
            return


def _without_companions(row: Sequence[Line], running: Mapping[int, Furniture]) -> Sequence[Line]:
    """A row without what is set as a running line beside it is, as the name of a chapter is: that is no text either."""
    styles = {line.style for line in row if line.start in running and line.style is not None}
    return [line for line in row if line.start in running or line.style not in styles]


def _is_in_paragraph(line: Line, inside: Sequence[Line], running: Mapping[int, Furniture]) -> bool:
    """Whether a running line stands close to text, or closes a paragraph that comes back whole from page to page."""
    lines = 1
    for other in inside:
        if _touches(line, other):
            if other.start not in running:
                return not is_credit(other.text)
            line, lines = other, lines + (other.style == line.style)
    return lines >= PARAGRAPH_LINES


def _touches(line: Line, other: Line) -> bool:
    """Whether a line stands over another one as close as lines of one paragraph do, and is not set smaller."""
    a, b = line.bbox, other.bbox
    if line.style and other.style and other.style.size_pt > LARGER * line.style.size_pt:
        return False
    return min(a.x1, b.x1) > max(a.x0, b.x0) and _gap_pt(line, other) < LEAST_GAP_PT


def _is_beside_value(row: Sequence[Line], texts: Sequence[Line], body: Style) -> bool:
    """Whether the running lines of a row are labels: something set as the body is stands beside them, and they are not."""
    others = [line for line in row if line not in texts and not _NUMBER.fullmatch(line.text)]
    return any(line.style == body for line in others) and any(line.style != body for line in texts)


def _is_beside_title(row: Sequence[Line], members: Sequence[Line], body: Style) -> bool:
    """Whether something larger than the body and than the running lines of a row stands beside them, as a title does."""
    least = LARGER * max([body.size_pt, *(line.style.size_pt for line in members if line.style)])
    return any(line.style and line.style.size_pt > least for line in row if line not in members)


def _gap_pt(line: Line, inside: Line) -> float:
    a, b = line.bbox, inside.bbox
    return max(b.top - a.bottom, a.top - b.bottom)


def _numbers_in_place(report: Report, found: Mapping[int, Furniture], folds: Mapping[int, float]) -> Iterator[Line]:
    """Page numbers that text stands outside of, known by standing where the others do."""
    known = [item.line for item in found.values() if item.rule == PAGE_NUMBER]
    forms = {form for line in known for form in _forms(line, leaf_of(line, folds)) if _PAGE_NUMBER.fullmatch(form)}
    rows = {_row(other) for other in known}
    for line in report.lines if report.is_pdf else ():
        if line.start in found or rows.isdisjoint(range(_row(line) - 1, _row(line) + 2)):
            continue
        is_number = any(form in forms for form in _forms(line, leaf_of(line, folds)))
        if is_number and any(_is_in_place(line, other) for other in known):
            yield line


def _number_of_only_page(report: Report) -> Iterator[Line]:
    """The number 1 that stands by itself below all else on the only page of a report, with white space above it."""
    if len(report.pages) != 1 or len(report.lines) < FEWEST_LINES_OF_ONLY_PAGE:
        return
    above, last = sorted(report.lines, key=lambda line: line.bbox.bottom)[-2:]
    gap_pt = last.bbox.top - above.bbox.bottom
    is_apart = gap_pt > last.bbox.height if report.is_pdf else last.blank_before > 0
    if is_apart and any(form.strip("-–— |·") == "#+0" for form in _forms(last, 1)):
        yield last


def _row(line: Line) -> int:
    """The strip of its page that a line stands on: one at the same height stands on it or on the next."""
    return int(line.bbox.bottom // SAME_HEIGHT_PT)


def _is_in_place(line: Line, other: Line) -> bool:
    a, b = line.bbox, other.bbox
    middles = abs((a.x0 + a.x1) - (b.x0 + b.x1)) / 2
    return abs(a.bottom - b.bottom) < SAME_HEIGHT_PT and middles < SAME_MIDDLE_PT


def _edges(report: Report, folds: Mapping[int, float]) -> dict[str, dict[int, list[list[Line]]]]:
    """Rows (lines on one baseline) of each leaf from its top inwards, and from its bottom inwards."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in report.lines:
        if not line.is_link and not line.is_rotated:
            pages[leaf_of(line, folds)].append(line)
    top: dict[int, list[list[Line]]] = {}
    bottom: dict[int, list[list[Line]]] = {}
    for page, lines in pages.items():
        rows = rows_of(lines)
        top[page] = rows[:INSIDE_ROWS]
        bottom[page] = rows[: -INSIDE_ROWS - 1 : -1]
    return {"header": top, "footer": bottom}


def _heights(report: Report, edge: str) -> Callable[[Line], float]:
    """How far, in points, a line stands from the edge of its page: one height for all lines of a dump, and all ornaments."""

    def height(line: Line) -> float:
        if not report.is_pdf or not _WORD.search(line.text):
            return 0.0
        return line.bbox.bottom if edge == "header" else report.pages[line.page - 1].height_pt - line.bbox.bottom

    return height


def _running(level: dict[int, Sequence[Line]], name: str, height: Callable[[Line], float]) -> Iterator[tuple[Line, str]]:
    """The lines of one row per page that come back on other pages, at one height on enough of them."""
    places: dict[str, dict[int, float]] = defaultdict(dict)
    found = [(line, page, _forms(line, page)) for page, row in level.items() for line in row]
    for line, page, forms in found:
        for form in forms:
            places[form][page] = height(line)
    all_pages = _by_side(level)
    often = ((form, on) for form, on in places.items() if len(on) >= FEWEST_PAGES)
    running = {form: on for form, on in often if _is_fair_share(_at_one_height(on), all_pages)}
    common = sorted(running, key=lambda form: -len(running[form]))[:MOST_LIKENED]
    for line, _, forms in found:
        known = [form for form in forms if form in running]
        if any(map(_PAGE_NUMBER.fullmatch, known)):
            yield line, PAGE_NUMBER
        elif known or any(_is_alike(line.text.casefold(), other) for other in common):
            yield line, f"furniture.{name}"


def _at_one_height(heights: Mapping[int, float]) -> list[int]:
    """The most pages (of those with a height each) on which it is the same, but for :data:`SAME_HEIGHT_PT`."""
    found: list[int] = []
    window: deque[int] = deque()
    for page in sorted(heights, key=heights.__getitem__):
        window.append(page)
        while heights[page] - heights[window[0]] > SAME_HEIGHT_PT:
            window.popleft()
        if len(window) > len(found):
            found = list(window)
    return found


def _forms(line: Line, page: int) -> list[str]:
    """What a line may be known again by: its text, and its text with numbers told by their distance from the page's.

    All of its numbers may count with the pages, or one of them: ``3 / 12``.
    """
    text = line.text.casefold()
    roman = _ROMAN_PAGE.fullmatch(text)
    if roman:
        return [text, f"#{_roman(roman.group(1)) - page:+d}"]
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return [text]
    each = [f"{text[: m.start()]}{_counted(m, page)}{text[m.end() :]}" for m in numbers[:MOST_NUMBERS]]
    return list(dict.fromkeys([text, _NUMBER.sub(lambda m: _counted(m, page), text), *each]))


def _counted(number: re.Match[str], page: int) -> str:
    return f"#{int(number.group()) - page:+d}"


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _by_side(pages: Collection[int]) -> tuple[list[int], list[int], list[int]]:
    """All pages, the even ones, the odd ones."""
    return list(pages), [page for page in pages if page % 2 == 0], [page for page in pages if page % 2]


def _is_fair_share(pages: Collection[int], level: Sequence[Sequence[int]]) -> bool:
    """Whether these are enough of all pages that have such a row, or of the even or the odd ones; ``level`` are those."""
    for there, of_side in zip(_by_side(pages), level, strict=True):
        is_next = bool(there) and max(there) - min(there) == 2
        is_chance = len(there) == FEWEST_PAGES and len(of_side) > FEW_PAGES and not is_next
        if len(there) >= max(FEWEST_PAGES, LEAST_SHARE * len(of_side)) and not is_chance:
            return True
    return False


def _is_alike(text: str, other: str) -> bool:
    """Whether two texts are one but for a letter or two; numbers must be the same."""
    if _NUMBER.findall(text) or "#" in other:
        return False
    return resembles(text, other, ALIKE)


def _repeated_links(report: Report) -> list[Line]:
    """Link lines of a dump that stand on most of the pages that have any: they belong to the page design."""
    pages: dict[str, set[int]] = defaultdict(set)
    for line in report.lines:
        if line.is_link:
            pages[line.text].add(line.page)
    linked = {page for numbers in pages.values() for page in numbers}
    return [
        line
        for line in report.lines
        if line.is_link and len(pages[line.text]) >= FEWEST_PAGES and len(pages[line.text]) > len(linked) / 2
    ]

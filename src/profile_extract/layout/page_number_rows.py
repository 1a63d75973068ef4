"""What stands at the page numbers of a dump: names of chapters, each on a page or two, which come back too seldom to run.

A dump prints a number beside the running line in one row, at an end of its text, or alone in the row before or behind it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from profile_extract.layout.edges_of_dumps import RowsByPage
from profile_extract.layout.running_places import FEW_PAGES
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

NUMBERED_SHARE = 0.4
"""Share of the pages that have their number at an edge, counting with them, for it to be the pages' number."""
SAID_SHARE = 0.6
"""Share of the lines at page numbers that come back or stand under their headings, for all of them to be running."""
FIRST_LINES = 3
"""Lines of a page among which a title stands that has it for itself."""
LEAST_TEXT_CHARS = 40
"""Length of a line of text, in characters: names of chapters are shorter, and what a list at a page's end refers to."""
MOST_CHARS = 80
"""Longest running line, in characters."""
_NUMBER = re.compile(r"[-–—|·\s]*(\d{1,4})[-–—|·\s]*")
_BEGUN = re.compile(r"(\d{1,4})(?:\s*[-–—|·]\s*|\s+)(?=[^\W\d_])")
_ENDED = re.compile(r"(?<=[^\W\d_)’”])(?:\s*[-–—|·]\s*|\s+)(\d{1,4})$")


class _AtNumber(NamedTuple):
    """The number of a page, how far it is from the page's place in the file, and what stands at it.

    ``begins`` says that the number stands before the text in its line, ``is_inside`` that the text stands inside the number.
    """

    page: int
    offset: int
    text: str
    lines: Sequence[Line]
    begins: bool = False
    is_inside: bool = False


def at_page_numbers(rows_by_page: RowsByPage, lines_by_page: Mapping[int, Sequence[Line]]) -> Iterator[Line]:
    """The lines at one edge that stand at the numbers of their pages, and these.

    They come back, or a heading on their page or the one before says the same. What stands behind a number comes back itself:
    titles are numbered, too, and may begin their pages. What stands inside one runs outside of another: labels come back, too.
    """
    found = [at for page, rows in rows_by_page.items() for at in _at_numbers(page, rows)]
    usual = Counter(offset for _, offset in {(at.page, at.offset) for at in found}).most_common(1)
    if not usual or usual[0][1] < max(FEW_PAGES, NUMBERED_SHARE * len(rows_by_page)):
        return
    beside = [at for at in found if at.offset == usual[0][0] and at.text]
    pages: dict[str, set[int]] = defaultdict(set)
    for at in beside:
        if not at.is_inside:
            pages[at.text].add(at.page)
    returning = {text for text, on in pages.items() if len(on) > 1}
    outer = [at for at in beside if not at.is_inside and (not at.begins or at.text in returning)]
    named = sum(at.text in returning or _is_under_heading(at, lines_by_page) for at in outer)
    if named >= SAID_SHARE * len(outer):
        yield from (line for at in beside if at in outer or (at.is_inside and at.text in pages) for line in at.lines)


def is_page_number(line: Line) -> bool:
    """Whether a line is nothing but a number that may be that of its page."""
    return _NUMBER.fullmatch(line.text) is not None


def _is_under_heading(at: _AtNumber, lines_by_page: Mapping[int, Sequence[Line]]) -> bool:
    """Whether another line of the page or of the one before says the same over a text or at the top: a chapter's heading."""
    for page in (at.page - 1, at.page):
        lines = lines_by_page.get(page, ())
        said = [number for number, line in enumerate(lines) if line.text == at.text and line not in at.lines]
        is_over_text = bool(said) and any(len(line.text) >= LEAST_TEXT_CHARS for line in lines[said[0] + 1 :])
        if is_over_text or (said and said[0] < FIRST_LINES):
            return True
    return False


def _at_numbers(page: int, rows: Sequence[Sequence[Line]]) -> Iterator[_AtNumber]:
    """The numbers that may be that of a page: in its outermost row, or alone in the next."""
    outer = rows[0]
    inner = rows[1][0] if len(rows) > 1 and len(rows[1]) == 1 else None
    for line in outer:
        others = [other for other in outer if other is not line]
        number = _NUMBER.fullmatch(line.text)
        if number and (others or inner is None or not _may_run(inner.text)):
            yield _AtNumber(page, int(number[1]) - page, " ".join(other.text for other in others), [line, *others])
        elif number and inner is not None:
            yield _AtNumber(page, int(number[1]) - page, inner.text, [line, inner], is_inside=True)
        elif not others and _may_run(line.text):
            yield from _at_ends(page, line)
    if len(outer) == 1 and inner is not None and (number := _NUMBER.fullmatch(inner.text)) and _may_run(outer[0].text):
        yield _AtNumber(page, int(number[1]) - page, outer[0].text, [outer[0], inner])


def _at_ends(page: int, line: Line) -> Iterator[_AtNumber]:
    """The numbers at the ends of a line's text."""
    if match := _BEGUN.match(line.text):
        yield _AtNumber(page, int(match[1]) - page, line.text[match.end() :], [line], begins=True)
    if match := _ENDED.search(line.text):
        yield _AtNumber(page, int(match[1]) - page, line.text[: match.start()], [line])


def _may_run(text: str) -> bool:
    """Whether a line may be a running one by what it says."""
    return len(text) <= MOST_CHARS and not is_closed(text) and not text.isdecimal()

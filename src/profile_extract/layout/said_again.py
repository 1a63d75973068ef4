"""Titles that are said again over what goes on from another page (``Night trams (continued)``, or the head of a table)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report

FEWEST_HEADS = 2
"""Titles inside pages that are said again on the next one, for these to be heads of tables; one may be chance."""
FEWEST_TITLES, DIFFERENT_SHARE = 5, 0.9
"""Lines of one kind, and the share of them that differ, for these to be titles."""
_CONTINUED = re.compile(
    r"\s*[(\[](?:cont\.?|cont['’]?d\.?|continued|fortsetzung|forts\.?|suite|continuación|continuação|continua|segue|vervolg"
    r"|ciąg dalszy|c\.d\.|pokračování|fortsættelse|fortsat|jatkuu|jatkoa)[)\]]$",
    re.IGNORECASE,
)
_BRACKETS = (")", "]")


def find_said_again(report: Report) -> Iterator[Line]:
    """The lines that say what a line before them says, and that it is continued."""
    again = {line.start: match for line in report.lines if (match := _continued(line.text)) is not None}
    said: set[str] = set()
    for line in report.lines if again else ():
        match = again.get(line.start)
        if match is not None and label_key(match.string[: match.start()]) in said:
            yield line
        said.add(label_key(line.text))


def find_repeated_heads(report: Report, running: Container[int]) -> Iterator[Line]:
    """The lines that begin pages and say what the last title on the page before says: heads of tables that go on there.

    ``running`` are the offsets of running lines, which stand over them. Titles differ, each from the one before; kinds and
    groups of records, which are said again over each of these, come back or begin their pages the first time, too.
    """
    pages = [[line for line in lines if line.start not in running] for lines in report.lines_by_page.values()]
    pairs = ((above, page) for above, page in pairwise(filter(None, pages)) if page[0].page == above[0].page + 1)
    heads = [head for above, page in pairs if (head := _head_said_again(above, page))]
    titles = _kinds_of_titles(pages, heads) if sum(head.is_inside for head in heads) >= FEWEST_HEADS else ()
    for kind in titles:
        own = [head for head in heads if _kind(head.lines[0]) == kind]
        if sum(head.is_inside for head in own) >= FEWEST_HEADS:
            yield from (line for head in own for line in head.lines)


class _Head(NamedTuple):
    """The lines of a title at the top of a page, and whether it was said inside the page before, and not at its top."""

    lines: Sequence[Line]
    is_inside: bool


def _head_said_again(above: Sequence[Line], page: Sequence[Line]) -> _Head | None:
    """The first lines of a page, if the last title of their kind on the page above says the same."""
    kind = _kind(page[0])
    said = (n for n in range(len(above) - 1, -1, -1) if above[n].text == page[0].text and _kind(above[n]) == kind)
    place = next(said, None)
    if kind is None or place is None:
        return None
    alike = takewhile(lambda pair: pair[0].text == pair[1].text, zip(page, above[place:], strict=False))
    lines = [line for line, _ in alike if line.style == page[0].style]
    is_last = all(_kind(line) != kind for line in above[place + len(lines) :])
    return _Head(lines, place > 0) if is_last else None


def _kinds_of_titles(pages: Sequence[Sequence[Line]], heads: Sequence[_Head]) -> list[Hashable]:
    """The kinds of the lines that are not few and hardly come back but in heads said again."""
    again = {line.start for head in heads for line in head.lines}
    kinds: dict[Hashable, list[str]] = defaultdict(list)
    for line in (line for page in pages for line in page if line.start not in again):
        kinds[_kind(line)].append(line.text)
    return [
        kind
        for kind, texts in kinds.items()
        if kind is not None and len(texts) >= FEWEST_TITLES and len(set(texts)) >= DIFFERENT_SHARE * len(texts)
    ]


def _kind(line: Line) -> Hashable:
    """How titles are known to be of one kind: by their type; in a dump by the word before a colon (``Module: Statistics``)."""
    if line.style is not None:
        return line.style
    word, colon, value = line.text.partition(": ")
    return word if colon and value and " " not in word else None


def _continued(text: str) -> re.Match[str] | None:
    """The mark that a line ends with; hardly one ends in a bracket."""
    text = text.rstrip()
    return _CONTINUED.search(text) if text[-1:] in _BRACKETS else None

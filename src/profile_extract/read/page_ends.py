"""Where pages end in a dump that marks no page end: at the numbers of pages, which count on from one end of it to the other.

So print ``pdfplumber`` and other libraries whose pages a script puts together. What counts may also be records: these begin
with 1, and interrupt no sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from profile_extract.lexicon import is_closed

FEWEST_PAGES = 4
YEARS = range(1900, 2100)
"""Numbers that are no pages: one record begun in each year."""
MOST_LEFT_OUT = 2
"""Numbers in a row that may be missing: pages of pictures, the first ones of chapters, those on the other side."""
MOST_STEP = 1.5
"""How far numbers with nothing beside them count on from one to the next, on average: any may be higher."""
LEAST_ROWS = 8
"""Rows of a page on average, at least."""
LEAST_SPREAD = 0.5
"""Share of all rows that lie between the first and the last number."""
BESIDE_SHARE = 0.6
"""Share of the numbers beside which the same line stands, for it to run with them."""
FEWEST_INTERRUPTED, INTERRUPTED_SHARE = 2, 0.15
"""Sentences that numbers interrupt, and their share of the numbers, from which these are no records'."""
LATE_SHARE = 0.5
"""Rows behind the last number, as a share of those of a page, up to which it stands at the foot of its page."""
MOST_CHARS = 120
"""Longest running line, in characters; looking takes a time that grows with the square of it."""
_MARK = r"[\s|·•–—/-]"
_ALONE = re.compile(rf"{_MARK}*(\d{{1,4}}){_MARK}*")
_FIRST = re.compile(rf"(\d{{1,4}}){_MARK}+(\D*[^\W\d_]\D*)")
_LAST = re.compile(rf"(\D*[^\W\d_]\D*?){_MARK}+(\d{{1,4}})")


def find_page_starts(texts: Sequence[str]) -> frozenset[int]:
    """Indices of the rows that begin a page; empty where nothing shows them. ``texts`` are all rows, none empty."""
    counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, text in enumerate(texts):
        for key, number in _counters(text.strip()):
            if number not in YEARS:
                counted[key].append((row, number))
    chains = ((key, _chain(found)) for key, found in counted.items() if len(found) >= FEWEST_PAGES)
    pages = [place for key, chain in chains if _are_pages(key, chain, texts) for place in chain]  # left and right ones differ
    return _starts(_chain(sorted(pages)), texts) if pages else frozenset()


def _counters(text: str) -> Iterator[tuple[str, int]]:
    """What a row says besides a number at one of its ends, and the number."""
    if len(text) > MOST_CHARS or not any(map(str.isdecimal, text)):
        return  # most rows
    if alone := _ALONE.fullmatch(text):
        yield "", int(alone[1])
    elif first := _FIRST.fullmatch(text):
        yield f"# {first[2]}", int(first[1])
    elif last := _LAST.fullmatch(text):
        yield f"{last[1]} #", int(last[2])


def _chain(counted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of rows whose numbers count on, a few of them left out at most."""
    best: dict[int, tuple[int, int, tuple[int, int] | None]] = {}
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for row, number in counted:
        steps = [best[n] for n in range(number - 1 - MOST_LEFT_OUT, number) if n in best]
        length, _, last = max(steps, default=(0, 0, None), key=lambda step: step[:2])
        before[row, number] = last
        if length + 1 > best.get(number, (0, 0, None))[0]:
            best[number] = (length + 1, number, (row, number))
    _, _, place = max(best.values(), key=lambda step: step[:2])
    chain: list[tuple[int, int]] = []
    while place is not None:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _are_pages(key: str, chain: Sequence[tuple[int, int]], texts: Sequence[str]) -> bool:
    """Whether numbers that count on are those of pages; ``key`` is what stands beside each of them."""
    rows = [row for row, _ in chain]
    if not key and chain[-1][1] - chain[0][1] > MOST_STEP * (len(chain) - 1):
        return False
    spread = rows[-1] - rows[0]
    if len(chain) < FEWEST_PAGES or spread < max(LEAST_ROWS * (len(chain) - 1), LEAST_SPREAD * len(texts)):
        return False
    interrupted = sum(_interrupts(row, texts) for row in rows)
    if interrupted >= max(FEWEST_INTERRUPTED, INTERRUPTED_SHARE * len(rows)):
        return True
    return chain[0][1] > 1


def _interrupts(row: int, texts: Sequence[str]) -> bool:
    """Whether a row, or it and the one before or behind it, stands inside a sentence."""
    for above, below in ((row - 1, row + 1), (row - 2, row + 1), (row - 1, row + 2)):
        if above >= 0 and below < len(texts) and texts[below].strip()[:1].islower() and not is_closed(texts[above].strip()):
            return True
    return False


def _beside(rows: Sequence[int], side: int, texts: Sequence[str]) -> str | None:
    """The line that stands before (-1) or behind (1) most rows; None where there is none."""
    near = Counter(texts[row + side].strip() for row in rows if 0 <= row + side < len(texts))
    text, count = near.most_common(1)[0]
    return text if count >= BESIDE_SHARE * len(rows) else None


def _starts(chain: Sequence[tuple[int, int]], texts: Sequence[str]) -> frozenset[int]:
    """The rows behind the foot of each page, or at its head; a running line behind the number may head the next page."""
    rows = [row for row, _ in chain]
    above, below = _beside(rows, -1, texts), _beside(rows, 1, texts)
    usual = (rows[-1] - rows[0]) / (len(rows) - 1)
    is_foot = len(texts) - 1 - rows[-1] <= LATE_SHARE * usual
    if is_foot:
        has_more = _says(rows[-1] + 1, below, texts)  # else what stands behind the numbers heads the next pages
        starts = {row + 1 + has_more * _says(row + 1, below, texts) for row in rows}
    else:
        starts = {row - _says(row - 1, above, texts) for row in rows}
    return frozenset(row for row in starts if 0 < row < len(texts))


def _says(row: int, text: str | None, texts: Sequence[str]) -> int:
    """1 where a row says a text, else 0."""
    return int(text is not None and 0 <= row < len(texts) and texts[row].strip() == text)

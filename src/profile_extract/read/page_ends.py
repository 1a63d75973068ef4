"""Where pages end in a dump that marks no page end: at the numbers of pages, which count on from one end of it to the other.

So print ``pdfplumber`` and other libraries whose pages a script puts together. What counts may also be records: these begin
with 1, and interrupt no sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from profile_extract.lexicon import has_letters, is_closed

FEWEST_PAGES = 4
YEARS = range(1900, 2100)
"""Numbers that are no pages: one record begun in each year."""
MOST_LEFT_OUT = 2
"""Numbers in a row that may be missing: pages of pictures, the first ones of chapters, those on the other side."""
MOST_STEP = 1.5
"""How far numbers with nothing beside them count on from one to the next, on average: any may be higher."""
LEAST_ROWS = 8
"""Rows of a page on average, at least."""
LEAST_APART = 4
"""Rows from one number to the next, at least, but for pages with hardly a word on them."""
FEWEST_OF_LIST = 3
"""Numbers closer to each other than that which are no pages, but the entries of a list."""
LEAST_SPREAD = 0.5
"""Share of all rows that lie between the first and the last number."""
BESIDE_SHARE = 0.6
"""Share of the numbers beside which the same line stands, for it to run with them."""
FEWEST_INTERRUPTED, INTERRUPTED_SHARE = 2, 0.15
"""Sentences that numbers interrupt, and their share of the numbers, from which these are no records'."""
MORE_WHITE = 2
"""How many times more empty lines stand on the one side of the numbers, for this to be the side of the text."""
MOST_RUNNING = 2
"""Rows of running lines at an edge of a page, the number's own aside, at most."""
MOST_CHARS = 120
"""Longest running line, in characters; looking takes a time that grows with the square of it."""
_MARK = r"[\s|·•–—/-]"
_ALONE = re.compile(rf"{_MARK}*(\d{{1,4}}){_MARK}*")
_FIRST = re.compile(rf"(\d{{1,4}})[\s|·•–—]{_MARK}*")
_LAST = re.compile(rf"(?:[\s|·•]|(?<!\d)[–—/-]){_MARK}*(\d{{1,4}})$")
"""A number at the end of a line that is not of one code with what stands before it (``A 25-01``)."""
_OF_ALL = re.compile(r"\b(\d{1,4}) ?(?:/|of|von|de|sur|di|van|av|af|z|ze|din) ?\d{1,4}$", re.IGNORECASE)
"""A number with how many pages there are."""
_IN_ALL = "# of all"
_PAGE = re.compile(rf"(?:page|p|seite|s|p[aáà]gina|p[aá]g|sid[ae]|sivu|str(?:[ao]n[ay]|[aá]nka)?)\.?{_MARK}*#", re.IGNORECASE)
"""The word for a page and nothing else beside its number, in any of the languages that the program knows."""


def find_page_starts(rows: Sequence[str], blanks: Sequence[int]) -> frozenset[int]:
    """Indices of the rows that begin a page; empty where nothing shows them. ``rows`` are all, none empty.

    ``blanks`` are how many empty lines stand before each.
    """
    texts = [" ".join(row.split()) for row in rows]
    counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, text in enumerate(texts):
        for key, number in _counters(text):
            if number not in YEARS:
                counted[key].append((row, number))
    chains = ((key, _outside_lists(found)) for key, found in counted.items() if len(found) >= FEWEST_PAGES)
    pages = [place for key, chain in chains if _are_pages(key, chain, texts) for place in chain]  # left and right ones differ
    return _starts([row for row, _ in _chain(sorted(pages))], texts, blanks) if pages else frozenset()


def _counters(text: str) -> Iterator[tuple[str, int]]:
    """What a row says besides a number at one of its ends, and the number."""
    if len(text) > MOST_CHARS or not any(map(str.isdecimal, text)):
        return  # most rows
    if alone := _ALONE.fullmatch(text):
        yield "", int(alone[1])
    elif of_all := _OF_ALL.search(text):
        yield text[: of_all.start()] + _IN_ALL, int(of_all[1])
    else:
        if (first := _FIRST.match(text)) and has_letters(text[first.end() :]):
            yield f"# {text[first.end() :]}", int(first[1])
        if (last := _LAST.search(text)) and has_letters(text[: last.start()]):
            yield f"{text[: last.start()]} #", int(last[1])


def _chain(counted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of rows whose numbers count on, a few of them left out at most; empty where there are no rows."""
    best: dict[int, tuple[int, int, tuple[int, int] | None]] = {}
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for row, number in counted:
        steps = [best[n] for n in range(number - 1 - MOST_LEFT_OUT, number) if n in best]
        length, _, last = max(steps, default=(0, 0, None), key=lambda step: step[:2])
        before[row, number] = last
        if length + 1 > best.get(number, (0, 0, None))[0]:
            best[number] = (length + 1, number, (row, number))
    _, _, place = max(best.values(), key=lambda step: step[:2], default=(0, 0, None))
    chain: list[tuple[int, int]] = []
    while place is not None:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _outside_lists(counted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain outside lists: one may count as far as the pages do."""
    chain = _chain(counted)
    kept = _without_lists(chain)
    if len(kept) == len(chain):
        return kept
    listed = set(chain).difference(kept)
    return _without_lists(_chain([place for place in counted if place not in listed]))


def _without_lists(chain: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A chain without what counts on in rows close to each other, as the entries of a list of contents do."""
    kept: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for place in (*chain, None):
        if run and (place is None or place[0] - run[-1][0] >= LEAST_APART):
            kept += run if len(run) < FEWEST_OF_LIST else ()
            run = []
        if place is not None:
            run.append(place)
    return kept


def _are_pages(key: str, chain: Sequence[tuple[int, int]], texts: Sequence[str]) -> bool:
    """Whether numbers that count on are those of pages; ``key`` is what stands beside each of them."""
    rows = [row for row, _ in chain]
    if len(chain) < FEWEST_PAGES:
        return False
    if not key and chain[-1][1] - chain[0][1] > MOST_STEP * (len(chain) - 1):
        return False
    spread = rows[-1] - rows[0]
    if spread < max(LEAST_ROWS * (len(chain) - 1), LEAST_SPREAD * len(texts)):
        return False
    interrupted = sum(_interrupts(row, texts) for row in rows)
    if interrupted >= max(FEWEST_INTERRUPTED, INTERRUPTED_SHARE * len(rows)):
        return True
    is_last = not key and len(texts) - 1 - rows[-1] <= MOST_RUNNING  # behind the number of a record stands the record
    return chain[0][1] > 1 or is_last or key.endswith(_IN_ALL) or _PAGE.fullmatch(key) is not None


def _interrupts(row: int, texts: Sequence[str]) -> bool:
    """Whether a row, or it and the one before or behind it, stands inside a sentence."""
    for above, below in ((row - 1, row + 1), (row - 2, row + 1), (row - 1, row + 2)):
        if above >= 0 and below < len(texts) and texts[below][:1].islower() and not is_closed(texts[above]):
            return True
    return False


def _beside(rows: Sequence[int], side: int, texts: Sequence[str]) -> str | None:
    """The line that stands before (-1) or behind (1) most rows, or in them (0); None where there is none."""
    near = Counter(texts[row + side] for row in rows if 0 <= row + side < len(texts))
    text, count = near.most_common(1)[0]
    return text if count >= BESIDE_SHARE * len(rows) else None


def _starts(numbers: Sequence[int], texts: Sequence[str], blanks: Sequence[int]) -> frozenset[int]:
    """The rows behind the foot of each page, or at its head; a running line behind the number may head the next page.

    ``numbers`` are the rows of the numbers of pages.
    """
    above, below = _beside(numbers, -1, texts), _beside(numbers, 1, texts)
    if _are_at_foot(numbers, blanks):
        has_more = _says(numbers[-1] + 1, below, texts)  # else what stands behind the numbers heads the next pages
        starts = {row + 1 + has_more * _says(row + 1, below, texts) for row in numbers}
    else:
        starts = {row - _says(row - 1, above, texts) for row in numbers}
    found = frozenset(row for row in starts if 0 < row < len(texts))
    return found | _unnumbered(found, texts)


def _are_at_foot(numbers: Sequence[int], blanks: Sequence[int]) -> bool:
    """Whether the numbers of pages stand at their feet: white space parts them from the text, and nothing from what follows.

    Where there is none, no page stands behind the last of them, or a larger one before the first.
    """
    over, under = (sum(blanks[row + side] for row in numbers[:-1]) for side in (0, 1))
    before, behind = numbers[0], len(blanks) - 1 - numbers[-1]
    if max(over, under) > MORE_WHITE * min(over, under):
        return over > under
    return behind <= MOST_RUNNING or before >= behind


def _unnumbered(starts: frozenset[int], texts: Sequence[str]) -> frozenset[int]:
    """Rows before the first start that say what most pages begin with: behind a cover, some have no number."""
    first = _beside(sorted(starts), 0, texts)
    alike = [row for row in range(1, min(starts)) if _says(row, first, texts)]
    return frozenset(alike) - {row - 1 for row in alike}


def _says(row: int, text: str | None, texts: Sequence[str]) -> int:
    """1 where a row says a text, else 0."""
    return int(text is not None and 0 <= row < len(texts) and texts[row] == text)

"""Lists of contents of a dump whose entries say more than the titles: the place behind or before one, or the page before it.

An entry such as ``Lisbon – Trams at night`` or ``7 Trams at night (Lisbon)`` comes back nowhere as a whole. What tells its
title is that lines behind the list say the beginning or the end of it, in whole words, and so for one entry after the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from profile_extract.gazetteer import find_country_code, find_name
from profile_extract.layout.listings import CODE, FEWEST_LISTED, LEAST_NAME_CHARS, NUMBER, most_prints
from profile_extract.lexicon import has_letters, label_key, names_contents
from profile_extract.model import Line, Report
from profile_extract.structure import rows_of

FIRST_LINES = 8
"""Lines of a page among which the heading of such a list stands: rows under a foreword may say a part of any title."""
PARTED_SHARE = 0.6
"""Share of a page's rows with words of which a part comes back, from the first of these to the last, for the parts to be
titles: rows may be cut, or go on, and what stands over the list is a foreword."""
MOST_WHOLE_SHARE = 0.5
"""Share of these that come back as a whole, from which on the entries are the titles."""
MOST_PART_LINES = 3
"""Lines that the part of an entry may run over where it stands over its text."""
MOST_COUNTRIES = 0.5
"""Share of the parts that name a country, up to which they are titles; else the other parts are: towns, organisations."""
STOPS = ",;"
"""What parts a title from what is listed with it, besides the marks that stand around labels."""
ENDS, BEGINNINGS = ("", *",;:.–—-|·/)]"), ("", *"(–—-[|·/")
"""What the words end and begin with between which an entry is parted; empty is more white space than a space."""
MOST_WRAPPED = 3
"""Parts that are lines of titles, at most: few titles are so long in a list of whole ones that has few parts."""
RISING_SHARE = 0.8
"""Share of the parts that come back behind that of the entry before: the list is in the order of what it lists."""


class _Part(NamedTuple):
    """What comes back of an entry, and whether a mark parts it from the rest, or that is a place or does not come back there.

    None where there is no rest.
    """

    name: str
    is_marked: bool | None = None


def find_listed_parts(report: Report, entries: Mapping[int, Sequence[str]]) -> dict[int, list[str]]:
    """The names that entries of a dump have in them, by the page (1-based) that lists them, headed so or with ``entries``.

    Not where most of the entries, which may run over several rows, come back as a whole.
    """
    found: dict[int, list[str]] = {}
    by_page = report.lines_by_page
    headed = {n for n, lines in by_page.items() if any(names_contents(line.text) for line in lines[:FIRST_LINES])}
    printed = _printed(report.lines) if headed or entries else {}
    for number in sorted(headed | entries.keys()):
        rows = rows_of(by_page[number])
        behind = _behind(printed, number, most_prints(len(rows)))
        whole = entries.get(number, ())
        if whole and sum(name in behind for name in whole) > MOST_WHOLE_SHARE * len(whole):
            continue
        names = _parts(list(map(_name, _without_headings(rows, behind))), behind)
        found |= {number: names} if names else {}
    return found


def _behind(printed: Mapping[str, Sequence[int]], number: int, most: float) -> dict[str, list[int]]:
    """The pages behind one on which is said what is said; not what comes back more often than that."""
    few = (item for item in printed.items() if len(item[1]) <= most)
    return {key: later for key, pages in few if (later := [page for page in pages if page > number])}


def _printed(lines: Sequence[Line]) -> dict[str, list[int]]:
    """What lines say alone or together, and the pages on which they do, as often as they do."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        text = ""
        for other in lines[number : number + (MOST_PART_LINES if has_letters(line.text) else 1)]:
            if other.page == line.page:
                text = f"{text} {other.text}"
                pages[label_key(text)].append(line.page)
    return {key: found for key, found in pages.items() if len(key) >= LEAST_NAME_CHARS}


def _without_headings(rows: Sequence[Sequence[Line]], behind: Container[str]) -> Sequence[Sequence[Line]]:
    """The rows, if most have numbers at their ends without those that have none and come back as a whole: they head others."""
    numbered = [NUMBER.search(row[-1].text) is not None for row in rows]
    if 2 * sum(numbered) <= len(rows):
        return rows
    said = (label_key(" ".join(_name(row))) for row in rows)
    return [row for row, is_entry, key in zip(rows, numbered, said, strict=True) if is_entry or key not in behind]


def _name(row: Sequence[Line]) -> list[str]:
    """The words of a row without the numbers before and behind them; an empty one stands for more white space than a space."""
    text = NUMBER.sub("", "  ".join(line.text.strip() for line in row))
    return CODE.sub("", text, count=1).split(" ") if has_letters(text) else []


def _parts(rows: Sequence[Sequence[str]], behind: Mapping[str, Sequence[int]]) -> list[str]:
    """The beginnings or the ends of some rows that come back behind them; of both those that say more: titles, not places."""
    entries = [words for words in rows if words]
    if sum(label_key(" ".join(words)) in behind for words in entries) > MOST_WHOLE_SHARE * len(entries):
        return []
    sides = ([list(_told(words, behind, side)) for words in entries] for side in (1, -1))
    told = [_named(_alike(side), behind) for side in sides]
    titles = [names for names in told if sum(map(_is_country, names)) <= MOST_COUNTRIES * len(names)]
    return max(titles or told, key=lambda names: sum(map(len, names)))


def _alike(found: Sequence[Sequence[_Part]]) -> list[_Part]:
    """What each entry says of what it may say: the longest, but a part where most say parts, though the next line goes on."""
    told = [parts[0] if parts else _Part("") for parts in found]
    marks = Counter(part.is_marked for part in told if part.name)
    if marks[True] <= marks[None]:
        return told
    return [next((part for part in parts if part.is_marked), own) for parts, own in zip(found, told, strict=True)]


def _is_country(name: str) -> bool:
    return find_country_code(name) is not None


def _named(told: Sequence[_Part], behind: Mapping[str, Sequence[int]]) -> list[str]:
    """What rows say that comes back; nothing if few of those between do, or in disorder.

    If few parts are marked as such, those that are not are lines of titles; many of these are a list of whole titles.
    """
    marks = Counter(part.is_marked for part in told if part.name)
    if marks[True] < marks[False] and marks[False] > MOST_WRAPPED:
        return []
    told = [part if marks[True] >= marks[False] or part.is_marked is not False else _Part("") for part in told]
    places = [place for place, part in enumerate(told) if part.name]
    names = [told[place].name for place in places]
    is_list = len(names) >= FEWEST_LISTED and len(names) >= PARTED_SHARE * (places[-1] - places[0] + 1)
    return names if is_list and _are_rising(names, behind) else []


def _told(words: Sequence[str], behind: Mapping[str, Sequence[int]], side: int) -> Iterator[_Part]:
    """The longest beginnings (1) or ends (-1) of a row's words that come back behind it, there perhaps with a number."""
    for length in range(len(words), 0, -1):
        cut = length if side > 0 else len(words) - length
        key = label_key(" ".join(words[:cut] if side > 0 else words[cut:]).strip(STOPS))
        rest = label_key(" ".join(words[cut:] if side > 0 else words[:cut]))
        for said in (f"# {key}", key):
            if said in behind:
                is_other = set(behind[said]).isdisjoint(behind.get(rest, ())) or any(find_name(rest)[:2])
                yield _Part(said, (is_other or _is_marked(words[:cut], words[cut:])) if rest else None)


def _is_marked(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a mark, white space or the case of the letters parts the words of an entry."""
    are_in_capitals = [" ".join(words).isupper() for words in (before, behind)]
    return before[-1][-1:] in ENDS or behind[0][:1] in BEGINNINGS or len(set(are_in_capitals)) > 1


def _are_rising(names: Sequence[str], behind: Mapping[str, Sequence[int]]) -> bool:
    """Whether nearly all of some names are said on the page of the one before or behind it; other records may say them."""
    at, rising = 0, 0
    for name in names:
        after = next((page for page in behind[name] if page >= at), None)
        at, rising = (at, rising) if after is None else (after, rising + 1)
    return len(set(names)) == len(names) and rising > RISING_SHARE * (len(names) - 1)

"""The list of contents: rows that end in page numbers which do not fall; and where what it names stands in a dump."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from profile_extract.answers import once
from profile_extract.layout.codes import Heads
from profile_extract.layout.listed_parts import find_listed_parts
from profile_extract.layout.listings import MOST_TITLE_LINES, find_listings
from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report
from profile_extract.structure import LARGER, rows_of

FEWEST_ENTRIES = 3
LEAST_SHARE = 0.4
"""Share of a page's rows that are entries, for the page to be one of contents."""
FULL_SHARE = 0.6
"""Share of its page's widest row from which a row without a number may be the beginning of the entry under it."""
MOST_ENTRY_CHARS = 300
"""Longest line looked at for an entry, dots included; looking takes a time that grows with the square of it."""
YEARS = range(1900, 2100)
"""Numbers at the ends of rows that are no pages: a foreword over the list has its date there."""
_ENTRY = re.compile(r"^(?P<name>.*?[^\W\d_].*?)[\s.·…_]*[\s.·…_p](?P<page>\d{1,4})$")
SAME_BEGINNING = 12
"""Characters in which a name listed and a line of the report agree that says it; the line may end before the name."""
MOST_OVER_TITLE = 2
"""Lines over a title that its entry may say with it: a number, a town."""
MOST_WITH_KICKER = 0.6
"""Share of the entries that say a line in capitals before the title under it, from which that is no part of it."""
MOST_COMPARED = 500
"""Entries at most that are looked for in parts, which takes a time that grows with the square of their number."""
MOST_CODE_CHARS = 6
"""Longest code before a title in a list, in characters."""
_PARTED = re.compile(r" [–—-] |: ")
"""What stands between authors and a title in an entry."""
_BROKEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")
"""A word broken at the end of a row; of a real hyphen the entry is like its title without it."""
_LEADS = ".·…_"
_LEADERS = re.compile(rf"[\s{_LEADS}]+\d{{0,4}}$")


_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


def has_leaders(text: str) -> bool:
    """Whether a line has dots or a rule that lead to what it ends with, a page number or a figure."""
    may_lead = "..." in text or ". ." in text or "……" in text or "___" in text  # few lines, and this is seen at once
    return may_lead and _LEADER.search(text) is not None


class Contents(NamedTuple):
    """Names listed, as they are known again, and the 1-based pages that list them."""

    names: tuple[str, ...]
    pages: frozenset[int]


NO_CONTENTS = Contents((), frozenset())


@once
def find_contents(report: Report) -> Contents:
    """The entries of all pages of contents; empty where there are none."""
    if not report.is_pdf:  # in which the words of a list may be damaged otherwise than those of the titles
        lines_of_text = (line for line in report.lines if not report.is_of_outline(line))
        report = dataclasses.replace(report, lines=tuple(_repaired(line, report) for line in lines_of_text))
    found_on: dict[int, list[str]] = {}
    for number, lines in sorted(report.lines_by_page.items()):
        if sum(line.text[-1:].isdecimal() for line in lines) < FEWEST_ENTRIES:
            continue
        rows = rows_of(lines)
        found = list(_entries(rows))
        halves = [rows_of(half) for half in _halves(lines)]
        in_columns = [entry for half in halves for entry in _entries(half)]
        if len(in_columns) > len(found):
            rows, found = [row for half in halves for row in half], in_columns
        if len(found) >= max(FEWEST_ENTRIES, LEAST_SHARE * len(rows)):
            found_on[number] = found
    if not report.is_pdf:
        listed = find_listings(report)
        found_on |= {page: listed[page] for page in sorted(listed.keys() - found_on.keys())}
        found_on |= find_listed_parts(report, found_on)
    names = [name for names in found_on.values() for name in names]
    if not names and report.outline_start is not None:
        names = [label_key(entry.title) for entry in report.outline]
    return Contents(tuple(_as_printed(names, report, found_on)), frozenset(found_on))


def _repaired(line: Line, report: Report) -> Line:
    """A line that says what it reads as."""
    return line._replace(text=report.text_of(line), edits=()) if line.edits else line


def _as_printed(names: Sequence[str], report: Report, listing: Collection[int]) -> Sequence[str]:
    """The names listed, without the authors before them if lines of the report begin as they do without.

    A mark parts the two (``SMITH A., LUND B. – The Chair``), or in a dump, which has lost the type that did, nothing but a
    space. ``listing`` are the 1-based pages of the list.
    """
    are_parted = sum(_PARTED.search(name) is not None for name in names) >= FEWEST_ENTRIES
    if report.is_pdf and not are_parted:
        return names
    printed = [line for line in report.lines if line.page not in listing]
    keys = [label_key(line.text) for line in printed]
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, key in enumerate(keys):
        lines[key[:SAME_BEGINNING]].append((number, key))
    names = [_without_authors(name, lines, printed) for name in names] if are_parted else names
    names = names if report.is_pdf else _without_kickers(names, lines, printed, keys)
    if len(names) > MOST_COMPARED:
        return names
    bare = [name if _says(name, lines, keys) else _bare(name, lines, keys) for name in names]
    return bare if sum(name != whole for name, whole in zip(bare, names, strict=True)) >= FEWEST_ENTRIES else names


def _without_kickers(
    names: Sequence[str], lines: Mapping[str, Sequence[tuple[int, str]]], printed: Sequence[Line], keys: Sequence[str]
) -> Sequence[str]:
    """The names without what stands in capitals on a line over their titles, if for most of them something does.

    ``lines`` are numbers and keys by how they begin, ``printed`` the lines and ``keys`` their keys.
    """
    parted = [next(_parted_at_kicker(name, lines, printed, keys), (name, False)) for name in names]
    is_usual = sum(is_sure for _, is_sure in parted) > MOST_WITH_KICKER * len(names)
    return [title for title, _ in parted] if is_usual else names


def _parted_at_kicker(
    name: str, lines: Mapping[str, Sequence[tuple[int, str]]], printed: Sequence[Line], keys: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """The title in a name that stands under a line in capitals, and whether it is not in capitals itself."""
    for number, key in lines.get(name[:SAME_BEGINNING], ()):
        title, below = name[len(key) + 1 :], keys[number + 1 : number + MOST_TITLE_LINES]
        if printed[number].text.isupper() and name == f"{key} {title}" and title in accumulate(below, "{} {}".format):
            yield title, not printed[number + 1].text.isupper()


def _says(name: str, lines: Mapping[str, Sequence[tuple[int, str]]], keys: Sequence[str]) -> bool:
    """Whether some lines say a whole name."""
    found = (keys[number : number + MOST_TITLE_LINES] for number, _ in lines.get(name[:SAME_BEGINNING], ()))
    return any(name in accumulate(near, lambda text, key: f"{text} {key}") for near in found)


def _bare(name: str, lines: Mapping[str, Sequence[tuple[int, str]]], keys: Sequence[str]) -> str:
    """A name listed without what stands before or behind its longer part, where lines begin with both, near each other.

    That is an author, listed before the title under which he stands, a number, or a town behind a comma; what follows in the
    same order is else the second line of a title. ``lines`` are numbers and ``keys`` by how they begin.
    """
    words = name.split()
    for count in range(1, len(words)):
        first, second = " ".join(words[:count]), " ".join(words[count:])
        is_first = len(first) > len(second)
        other, title = (second, first.rstrip(",")) if is_first else (first.rstrip(",.:"), second)
        is_parted = first.endswith(",") or ("#" in first and len(first.rstrip(".:")) <= MOST_CODE_CHARS)
        for number, _ in _lines_of(title, lines):
            over, under = keys[max(0, number - MOST_OVER_TITLE) : number], keys[number + 1 : number + 1 + MOST_TITLE_LINES]
            near = (*over, *under) if is_parted else (over if is_first else (*over[:-1], *under))
            if any(key.startswith(other) for key in near):
                return title
    return name


def _without_authors(name: str, lines: Mapping[str, Sequence[tuple[int, str]]], printed: Sequence[Line]) -> str:
    """A name listed, from behind the first mark in it on that a line begins with, if none begins so before the mark.

    ``lines`` are numbers and keys by how they begin, ``printed`` all lines. One that has all before the mark is the line of
    the authors where it stands not far under the title, and else the first line of the name. One that is all before it is the
    title where what is behind the mark stands right under it in smaller type.
    """
    whole = _lines_of(name, lines)
    for match in _PARTED.finditer(name):
        if any(len(key) > match.start() for _, key in whole):
            return name
        behind = _lines_of(name[match.end() :], lines)
        before = name[: match.start()]
        over = {number for number, key in lines.get(before[:SAME_BEGINNING], ()) if key == before}
        if any(number - 1 in over and _is_larger(printed[number - 1], printed[number]) for number, _ in behind):
            return before
        if behind and (not whole or any(0 < own - title <= MOST_TITLE_LINES for own, _ in whole for title, _ in behind)):
            return name[match.end() :]
    return name


def _is_larger(line: Line, below: Line) -> bool:
    a, b = line.style, below.style
    return a is not None and b is not None and a.size_pt > LARGER * b.size_pt


def _lines_of(name: str, lines: Mapping[str, Sequence[tuple[int, str]]]) -> list[tuple[int, str]]:
    """The lines that say a name or begin to; none where it is too short to tell."""
    near = lines.get(name[:SAME_BEGINNING], ()) if len(name) >= SAME_BEGINNING else ()
    return [(number, key) for number, key in near if key.startswith(name) or name.startswith(key)]


def _halves(lines: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """The lines left and right of the middle of what stands on a page, if no line but one is across it; else none."""
    middle = (min(line.bbox.x0 for line in lines) + max(line.bbox.x1 for line in lines)) / 2
    left = [line for line in lines if line.bbox.x1 <= middle]
    right = [line for line in lines if line.bbox.x0 >= middle]
    is_parted = len(left) + len(right) >= len(lines) - 1
    return (left, right) if left and right and is_parted else ()


def _entries(rows: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The names of a page's entries; one of two rows begins in a row without a number."""
    last, above = 0, ""
    widest = max(_end_of_name(row) for row in rows)
    for row in rows:
        text = " ".join(line.text for line in row)
        match = _ENTRY.match(text) if text[-1:].isdecimal() and len(text) <= MOST_ENTRY_CHARS else None
        if match and int(match["page"]) >= last and int(match["page"]) not in YEARS:
            last = int(match["page"])
            yield label_key(_BROKEN.sub("", f"{above} {match['name']}"))
            above = ""
        else:
            above = f"{above} {text}".strip() if row[-1].bbox.x1 >= FULL_SHARE * widest else ""


def _end_of_name(row: Sequence[Line]) -> float:
    """Where the last word of a row ends, leaders and page number aside, in points."""
    last = row[-1]
    end = last.text[-1:]
    if not end.isdecimal() and not end.isspace() and end not in _LEADS:
        return last.bbox.x1
    width = last.bbox.width / max(len(last.text), 1)
    return last.bbox.x1 - width * (len(last.text) - len(_LEADERS.sub("", last.text)))


def find_listed(lines: Sequence[Line], contents: Contents, report: Report) -> Heads:
    """The lines of a dump that say what an entry of its list of contents says: a block of their own, however many they are."""
    lines = [_repaired(line, report) for line in lines] if contents.names else []
    names = set(contents.names)
    beginnings = {label_key(" ".join(words[:n])) for words in map(str.split, names) for n in range(1, len(words) + 1)}
    breaks: set[int] = set()
    joins: set[int] = set()
    for number, line in enumerate(lines):
        if line.page in contents.pages:
            continue
        length = _length_of_name(lines[number : number + MOST_TITLE_LINES], names, beginnings)
        if length:
            breaks |= {line.start, *(after.start for after in lines[number + length : number + length + 1])}
            joins |= {other.start for other in lines[number + 1 : number + length]}
    return Heads(frozenset(breaks), frozenset(joins))


def _length_of_name(lines: Sequence[Line], names: Collection[str], beginnings: Collection[str]) -> int:
    """How many lines, from the first, say a name; 0 where they do not."""
    text = ""
    for number, line in enumerate(lines):
        text = f"{text} {line.text.strip()}" if text and line.page == lines[0].page else line.text.strip()
        key = label_key(text)
        if key in names:
            return number + 1
        if key not in beginnings:
            break
    return 0

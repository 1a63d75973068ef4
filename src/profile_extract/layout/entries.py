"""Entries of a directory in a dump: an address ends each of them, and the line over it names it, or a person in it.

Where nothing but line ends parts the entries, telephone numbers and electronic addresses tell where one has ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.lexicon import contact_line_field, is_closed
from profile_extract.model import Line

FEWEST = 5
"""Addresses right behind which another entry begins that make a directory."""
FOLLOWED_SHARE = 0.6
"""Share of the addresses over which nothing but names stands, up to the one before: others are parts of profiles."""
MOST_LINES = 12
"""Lines of an address."""
MOST_NAMES = 3
"""Lines between two addresses: a name, one for a person or an office, a heading over the entries."""
MOST_CHARS = 80
"""Longest line of a name or an address, in characters."""
FULL_SHARE = 0.85
"""Share of the longest line of addresses up to which there was room for the next word."""
_SIGN = re.compile(r"[^\w\s+(@#/\"'“„«-]{1,2}\s*(?=\S)")
"""A telephone, an envelope or another mark before an address."""
ADDRESS_WORD = r"[^\W\d_](?:[^\W\d_]|-){0,12}"
"""A word that says what an address behind it is, if it is known: ``Tel``, ``E-mail``."""
_ADDRESS_LINE = re.compile(
    rf"(?:[^\d@]{{1,30}}: ?|(?P<word>{ADDRESS_WORD})\.? )?"
    r"(?:\S+@\S+\.\S+|(?:https?://|www\.)\S+|\+?\(?\d[\d\s()/.–-]{6,})"
)
_NUMBER_ENDS = "0123456789()/.–-"
"""What a telephone number may end with."""
BETWEEN_FIELDS = re.compile(r"\s*[,;|•·]\s+")
"""What parts the fields of an address that stand in one line."""
_PLACE = re.compile(
    r"(?:[A-Z]{1,3}-)?(?:\d{2}-\d{3}|\d{4,5}(?:-\d{3,4}| ?[A-Z]{2})?|\d{2,3} \d{2,3}) [^\W\d_][^\d,]*"
    r"|[^\W\d_][^\d,]*,? (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5})"
)
_STREET = re.compile(
    r"[^\W\d_][^\d,;:]{2,40},? \d{1,4} ?[a-zA-Z]?(?:\s?[·–,]\s.*)?|\d{1,4}[a-zA-Z]?,? [^\W\d_][^\d;:]{2,40}(?:[·–,] .*)?"
)


def find_entries(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin a name over an address, an address, or what is behind one."""
    runs = list(_addresses(lines))
    gaps = [range(before.stop, run.start) for before, run in pairwise((range(0), *runs))]
    between = [gap for gap in gaps if _are_names(lines[gap.start : gap.stop])]
    if len(between) < max(FEWEST, FOLLOWED_SHARE * len(runs)):
        return frozenset()
    usual = Counter(map(len, between)).most_common(1)[0][0]
    width = FULL_SHARE * max(len(line.text) for run in runs for line in lines[run.start : run.stop])
    tops = [_top(lines, gap, usual, width) for gap in between]
    starts = {number for run in runs for number in (run.start, run.stop) if number < len(lines)}
    return frozenset(lines[number].start for number in starts.union(tops))


def _addresses(lines: Sequence[Line]) -> Iterator[range]:
    """The runs of lines of addresses, each with one at least that says how to be reached."""
    start: int | None = None
    for number in range(len(lines) + 1):
        if number < len(lines) and is_of_address(lines[number].text.strip()):
            start = number if start is None else start
            continue
        if start is not None and number - start <= MOST_LINES and any(_is_reached(line.text) for line in lines[start:number]):
            yield range(start, number)
        start = None


def is_of_address(text: str) -> bool:
    """Whether a line may be one of an address: a street, a place behind its postcode, how to be reached."""
    if len(text) > MOST_CHARS:
        return False
    return _is_labelled(text) or _is_reached(text) or bool(_PLACE.fullmatch(text) or _STREET.fullmatch(text))


def _is_labelled(text: str) -> bool:
    """Whether a line begins with a word that lines of addresses begin with; its value may stand on the next line."""
    word, mark, _ = text.partition(":")
    return bool(mark) and contact_line_field(word) is not None


def _is_reached(text: str) -> bool:
    return all(is_address_line(part) for part in BETWEEN_FIELDS.split(text))


def is_address_line(text: str) -> bool:
    """Whether a line is nothing but an e-mail address, a web address or a telephone number, a word or a mark for it aside."""
    if text[-1:] not in _NUMBER_ENDS and "@" not in text and "://" not in text and "www." not in text:
        return False  # most lines of a report
    sign = _SIGN.match(text)
    match = _ADDRESS_LINE.fullmatch(text, sign.end() if sign else 0)
    return match is not None and (match["word"] is None or contact_line_field(match["word"]) is not None)


def _are_names(lines: Sequence[Line]) -> bool:
    """Whether lines between two addresses are names and headings, and no text."""
    if not 0 < len(lines) <= MOST_NAMES:
        return False
    return all(len(line.text) <= MOST_CHARS and line.text[:1].isupper() and not is_closed(line.text) for line in lines)


def _top(lines: Sequence[Line], gap: range, usual: int, width: float) -> int:
    """The line with which a name begins: the first of as many as most have, or of more if the name was wrapped."""
    top = max(gap.start, gap.stop - usual)
    while top > gap.start and len(lines[top - 1].text) + 1 + len(lines[top].text.split(" ", 1)[0]) > width:
        top -= 1
    return top

"""Labels of a dump that run into their texts without a mark (``Duration 2012–2016``): in print their type told them.

What is left of them is that lines begin with the same words over and over, where something begins behind these, that the
words hardly stand inside lines, and that such beginnings follow each other in one order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.codes import are_rising
from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import contact_line_field
from profile_extract.model import Line

FEWEST_RETURNS = 5
"""How often lines begin with the same words, for that to be no chance."""
MOST_WORDS = 4
"""Words of a label without a mark; longer ones stand on a line of their own."""
ANEW_SHARE = 0.9
"""Share of such lines that begin anew behind the words: with a capital or a figure."""
MOST_INSIDE = 0.25
"""How often the words stand inside lines, as a share of the lines that begin with them; what begins sentences does so more."""
MOST_SAME = 0.7
"""Share of the lines that may have the same next word: else that is of the label, too. Figures and abbreviations are none."""
LONGER_SHARE, ALIKE_SHARE = 0.9, 0.5
"""Share of the returns of some words that longer labels begin with, and how often the rarest of these comes back as a share of
the commonest, for the words to be no label themselves (``Course`` of ``Course type`` and ``Course aims``)."""
ORDER_SHARE = 0.6
"""Share of a label's returns behind which the same other label is the next one."""
FEWEST_LABELS = 2
"""Labels in one order: one alone may be the first word of names."""
ALTERNATING_SHARE = 0.9
"""The same where there are but two: two names take turns by chance."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’/&-]*(?:[-'’/&*][^\W\d_]+)*(?:\([^\W\d_]{1,3}\))?")
_FIGURES = re.compile(r"\d{1,9}")
_ITEM_MARKS = BULLETS.replace("·", "")
"""Bullets; a point in mid-line parts names and facts."""
_FIGURED = re.compile(rf"[{_ITEM_MARKS}] |[^\W_]\S*\d")
"""A value that is a list, or begins with a word that has a figure in it."""
_NOT_OF_LABEL = re.compile(rf"[{_ITEM_MARKS}]|[^\W_]*\d\S*|[^\W\d_]+\.")
"""A word that no label goes on with: a bullet, a figure, an abbreviation (``Dr.``)."""


def find_beginnings(lines: Sequence[Line]) -> frozenset[str]:
    """The labels, as printed, that run into their texts with nothing but a space; ``lines`` are in reading order."""
    begun: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for words in _beginnings(line.text):
            begun[words].append(number)
    likely = {words: found for words, found in begun.items() if len(found) >= FEWEST_RETURNS}
    inside = Counter(_inside(lines, likely))
    likely = {
        words: found
        for words, found in likely.items()
        if inside[words] <= MOST_INSIDE * len(found) and _are_values([lines[n].text[len(words) :].lstrip() for n in found])
    }
    likely = {words: found for words, found in likely.items() if not _is_shared(words, likely)}
    shortest = {words: found for words, found in likely.items() if not any(w in likely for w in _beginnings(words))}
    varied = {words: found for words, found in shortest.items() if _vary([lines[n].text for n in found])}
    return frozenset(_in_order(shortest if _in_order(varied) else varied))


def _vary(texts: Sequence[str]) -> bool:
    """Whether lines that begin alike do not mostly go on alike: what comes back whole may be a label beside others only."""
    return Counter(texts).most_common(1)[0][1] <= MOST_SAME * len(texts)


def _is_shared(words: str, likely: Mapping[str, Sequence[int]]) -> bool:
    """Whether some words are nothing but what several labels, each as common as the others, begin with."""
    counts = [len(found) for other, found in likely.items() if other.rpartition(" ")[0] == words]
    is_covered = sum(counts) >= LONGER_SHARE * len(likely[words])
    return len(counts) > 1 and is_covered and min(counts) >= ALIKE_SHARE * max(counts)


def beginning_of(text: str, beginnings: frozenset[str]) -> str | None:
    """The one of some beginnings that a text begins with; None where it goes on in small letters behind it."""
    found = next((words for words in _beginnings(text) if words in beginnings), None)
    return found if found and _begins_value(text[len(found) :].lstrip()) else None


def value_start(text: str, words: str) -> int:
    """Where in a text the value behind its beginning begins, without the bullet of a list's first item."""
    return len(text) - len(text[len(words) :].lstrip(f" {_ITEM_MARKS}"))


def _begins_value(text: str) -> bool:
    return begins_anew(text) or bool(_FIGURED.match(text))


def _beginnings(text: str) -> Iterator[str]:
    """The first word, the first two words and so on, of a text that goes on behind them."""
    words = text.split(" ", MOST_WORDS)
    if not words[0][:1].isupper():
        return
    for count in range(1, len(words)):
        if not _WORD.fullmatch(words[count - 1]):
            return
        yield " ".join(words[:count])


def _inside(lines: Iterable[Line], likely: Mapping[str, object]) -> Iterator[str]:
    """The words, each time they stand inside a line, but at the end of a longer beginning."""
    for line in lines:
        words = line.text.split(" ")
        for first in range(1, len(words)):
            if words[first][:1].isupper():
                rest = " ".join(words[first : first + MOST_WORDS + 1])
                before = " ".join(words[:first])
                found = (found for found in (*_beginnings(rest), rest) if found in likely)
                yield from (found for found in found if f"{before} {found}" not in likely)


def _are_values(texts: Sequence[str]) -> bool:
    """Whether what stands behind a beginning each time begins anew and says different things, and does not count on."""
    anew = sum(map(_begins_value, texts))
    nexts = Counter(word for text in texts if not _NOT_OF_LABEL.fullmatch(word := text.split(" ", 1)[0]))
    numbers = [(int(match[0]),) for text in texts if (match := _FIGURES.match(text))]
    counts_on = len(numbers) == len(texts) and are_rising(numbers)
    return anew >= ANEW_SHARE * len(texts) and max(nexts.values(), default=0) <= MOST_SAME * len(texts) and not counts_on


def _in_order(begun: Mapping[str, Sequence[int]]) -> set[str]:
    """Those of some beginnings behind which mostly the same other one is next.

    Lines of addresses are none, but show that the report sets its labels so.
    """
    labels = set(begun)
    while len(labels) >= FEWEST_LABELS:
        order = [words for _, words in sorted((n, words) for words in labels for n in begun[words])]
        following: dict[str, Counter[str]] = defaultdict(Counter)
        for words, after in pairwise(order):
            following[words][after] += 1
        share = ORDER_SHARE if len(labels) > FEWEST_LABELS else ALTERNATING_SHARE
        steady = {
            words
            for words in labels
            if (most := following[words].most_common(1))
            and most[0][0] != words
            and most[0][1] >= share * following[words].total()
        }
        if steady == labels:
            return {words for words in labels if contact_line_field(words) is None}
        labels = steady
    return set()

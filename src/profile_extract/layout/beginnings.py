"""Labels of a dump that run into their texts without a mark (``Duration 2012–2016``): in print their type told them.

What is left of them is that lines begin with the same words over and over, where something begins behind these, that the
words hardly stand inside lines, and that such beginnings follow each other in one order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.codes import are_rising
from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import contact_line_field, ends_open
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
AS_COMMON = 0.8
"""How often another label comes back, as a share of a label's returns, to be the next one: a rarer one may stand between."""
ROUND_SHARE, FEWEST_OF_ROUND = 0.8, 3
"""Share of the rounds of so many labels or more in which some words stand between the same two, to be one more."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’/&-]*(?:[-'’/&*][^\W\d_]+)*(?:\([^\W\d_]{1,3}\))?")
_FIGURES = re.compile(r"\d{1,9}")
_ITEM_MARKS = BULLETS.replace("·", "")
"""Bullets; a point in mid-line parts names and facts."""
_FIGURED = re.compile(rf"[{_ITEM_MARKS}] |[^\W_]\S*\d|[$€£¥] ?\d|https?:|\S+@\S|(?:[\w-]{{2,}}\.)+[a-z]{{2,}}(?:[/\s]|$)")
"""A value that is a list, an amount or an electronic address, or begins with a word that has a figure in it."""
_NOT_OF_LABEL = re.compile(rf"[{_ITEM_MARKS}$€£¥]|[^\W_]*\d\S*|[^\W\d_]+\.")
"""A word that no label goes on with: a bullet, a figure, an abbreviation (``Dr.``)."""


def find_beginnings(lines: Sequence[Line]) -> dict[str, bool]:
    """The labels, as printed, that run into their texts with nothing but a space; ``lines`` are in reading order.

    Of each, whether its value may begin with a small letter.
    """
    begun: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for words in _beginnings(line.text):
            begun[words].append(number)
    often = {words: found for words, found in begun.items() if len(found) >= FEWEST_RETURNS and not ends_open(words)}
    inside, values = Counter(_inside(lines, often)), _values_begun(lines, often)
    often = {
        words: found for words, found in often.items() if inside[words] <= MOST_INSIDE * len(found) and words not in values
    }
    likely = {
        words: found for words, found in often.items() if _are_values([lines[n].text[len(words) :].lstrip() for n in found])
    }
    likely = {words: found for words, found in likely.items() if not _is_shared(words, likely)}
    shortest = {words: found for words, found in likely.items() if not any(w in likely for w in _beginnings(words))}
    varied = {words: found for words, found in shortest.items() if _vary([lines[n].text for n in found])}
    ordered = _in_order(shortest if _in_order(varied) else varied)
    varied_ones = {words: found for words, found in often.items() if _vary([lines[n].text for n in found])}
    labels = {words: begun[words] for words in sorted(ordered)}
    steady = {words: _is_steady(words, labels) for words in labels}
    return steady | dict.fromkeys(_of_rounds(labels, varied_ones), True)


def _is_steady(words: str, labels: Mapping[str, Sequence[int]]) -> bool:
    """Whether a label, which comes back no more often than the others, stands in nearly every round at one place."""
    others = {other: found for other, found in labels.items() if other != words}
    if len(labels) < FEWEST_OF_ROUND or len(labels[words]) > max(map(len, others.values())):
        return False
    return _has_place(labels[words], sorted((n, label) for label, numbers in others.items() for n in numbers))


def _values_begun(lines: Sequence[Line], begun: Mapping[str, Sequence[int]]) -> set[str]:
    """Those beginnings that mostly stand right under one line, which comes back more often: what is under a label alone."""
    returns = Counter(line.text for line in lines)
    above = ((words, Counter(lines[n - 1].text for n in found if n), len(found)) for words, found in begun.items())
    tops = ((words, over.most_common(1)[0], count) for words, over, count in above if over)
    return {words for words, (text, n), count in tops if 2 * n > count and count < AS_COMMON * returns[text]}


def _of_rounds(labels: Mapping[str, Sequence[int]], begun: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Further beginnings that stand in nearly every round of labels at one place: their values begin small, or alike.

    Of several that begin alike, the first words that all have are the label.
    """
    if len(labels) < FEWEST_OF_ROUND:
        return
    rounds = max(map(len, labels.values()))
    free = {words: found for words, found in begun.items() if len(found) >= ROUND_SHARE * rounds}
    starts = {n for found in labels.values() for n in found}
    for words, found in free.items():
        is_longer = any(shorter in free for shorter in _beginnings(words))
        if is_longer or len(found) > rounds or not starts.isdisjoint(found):
            continue
        if _has_place(found, sorted((n, label) for label, numbers in labels.items() for n in numbers)):
            yield words


def _has_place(found: Sequence[int], order: Sequence[tuple[int, str]]) -> bool:
    """Whether what stands at some places is nearly always between the same two labels, or behind the same last one."""
    places = [bisect_left(order, (number,)) for number in found]
    befores = Counter(order[place - 1][1] for place in places if place)
    afters = Counter(order[place][1] for place in places if place < len(order))
    return all(max(sides.values(), default=0) >= ROUND_SHARE * len(found) for sides in (befores, afters))


def _vary(texts: Sequence[str]) -> bool:
    """Whether lines that begin alike do not mostly go on alike: what comes back whole may be a label beside others only."""
    return Counter(texts).most_common(1)[0][1] <= MOST_SAME * len(texts)


def _is_shared(words: str, likely: Mapping[str, Sequence[int]]) -> bool:
    """Whether some words are nothing but what several labels, each as common as the others, begin with."""
    counts = [len(found) for other, found in likely.items() if other.rpartition(" ")[0] == words]
    is_covered = sum(counts) >= LONGER_SHARE * len(likely[words])
    return len(counts) > 1 and is_covered and min(counts) >= ALIKE_SHARE * max(counts)


def beginning_of(text: str, beginnings: Mapping[str, bool]) -> str | None:
    """The one of some beginnings that a text begins with; None where it goes on in small letters though no value does."""
    found = next((words for words in _beginnings(text) if words in beginnings), None)
    return found if found and (beginnings[found] or _begins_value(text[len(found) :].lstrip())) else None


def value_start(text: str, words: str) -> int:
    """Where in a text the value behind its beginning begins, without the bullet of a list's first item."""
    return len(text) - len(text[len(words) :].lstrip(f" {_ITEM_MARKS}"))


def is_list_behind(text: str, words: str) -> bool:
    """Whether the value behind the beginning of a text begins with a bullet: nothing behind that is of the label."""
    return text[len(words) :].lstrip().startswith(tuple(_ITEM_MARKS))


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


def _followers(order: Sequence[str]) -> dict[str, Counter[str]]:
    """How often each label is the next one behind each other one, rarer ones between them left out."""
    counts = Counter(order)
    following: dict[str, Counter[str]] = defaultdict(Counter)
    for least in set(counts.values()):
        common = [words for words in order if counts[words] >= AS_COMMON * least]
        for words, after in pairwise(common):
            if counts[words] == least:
                following[words][after] += 1
    return following


def _in_order(begun: Mapping[str, Sequence[int]]) -> set[str]:
    """Those of some beginnings behind which mostly the same other one is next.

    Lines of addresses are none, but show that the report sets its labels so.
    """
    labels = set(begun)
    while len(labels) >= FEWEST_LABELS:
        order = [words for _, words in sorted((n, words) for words in labels for n in begun[words])]
        following = _followers(order)
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

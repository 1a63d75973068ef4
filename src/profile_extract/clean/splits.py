"""Words that a text layer splits by a space (``ser vices``, ``f uture``), joined where the document knows the whole word.

Authors write ``web site`` and ``on going``, too: the halves must hardly ever stand by themselves, and a document must split
several words, or a letter from one that is no word.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections import Counter
from collections.abc import Collection, Sequence

from profile_extract.language import find_language, function_words
from profile_extract.model import Report
from profile_extract.passage import Passage

RULE = "join-split-word"
FEWEST_WORDS = 3
"""Different words that a document splits, for its spaces not to be trusted; one or two may be how an author writes."""
LEAST_CHARS = 5
"""Length of a whole word, in characters; shorter ones come about by chance (``a im``)."""
MOST_ALONE = 0.1
"""How often a half may stand by itself, as a share of how often the whole word stands: now and then."""
_PAIR = re.compile(r"(?<![\w'’.-])([^\W\d_]+)( )(?=([^\W\d_]+)(?![\w'’]))")
_CONSONANT = re.compile(r"[bcdfghjklmnpqrstvwxz]")
_INITIAL = re.compile(r"^([B-DF-HJ-NP-TV-XZ])( )([a-zß-öø-ÿ]+)(?![\w'’])")
"""The first word of a line whose first letter is set larger: such letters are no words."""
FEWEST_CAPITALS = 5
"""Different words in capitals whose first letter a dump parts from them, that show their type to be small capitals with large
first letters; in other headings one may follow a letter that counts (``PLAN B FOR ALL``)."""
_CAPITALS = re.compile(r"(?<![\w'’.-])([^\W\d_a-z]) ([^\W\d_a-z]{2,})(?![\w'’])")
_MARKS = '.,;:!?()[]"“”„«»…'
Pair = tuple[str, str]
"""The halves of a word, in lower case."""


def find_splits(report: Report) -> frozenset[Pair]:
    """The pairs that are one word each in this document; none where its spaces can be trusted, or were repaired before."""
    if any(RULE in edit.rule for line in report.lines for edit in line.edits):
        return frozenset()
    texts = report.texts
    text = " \n ".join(texts)
    folded = list(map(str.strip, text.casefold().split(" "), itertools.repeat(_MARKS)))
    counts = Counter(filter(str.isalpha, folded))
    pairs = _pairs(text.split(" "), folded, counts)
    halves = Counter(half for pair, times in pairs.items() for half in pair for _ in range(times))
    found = {pair for pair in pairs if _is_one_word(pair, counts, halves)}
    capitals = frozenset[Pair]() if report.is_pdf else _small_capitals(texts)
    common = function_words(find_language(report.text)) if found or capitals else frozenset()
    found = {pair for pair in found if common.isdisjoint(pair)}
    kept = found if len(found) >= FEWEST_WORDS else filter(_parts_a_letter, found)
    return frozenset(kept) | _initials(texts, counts) | _unknown(capitals, counts, common)


def _small_capitals(texts: Sequence[str]) -> frozenset[Pair]:
    """Single capitals before a word in capitals, as small capitals with large first letters are dumped (``T HE CONTEXT``)."""
    pairs = (pair for text in texts for pair in _CAPITALS.findall(text))
    found = frozenset((left.casefold(), right.casefold()) for left, right in pairs if (left + right).isupper())
    return found if sum(map(_parts_a_letter, found)) >= FEWEST_CAPITALS else frozenset()


def _unknown(pairs: Collection[Pair], counts: Counter[str], common: Collection[str]) -> frozenset[Pair]:
    """The pairs whose letter is no word of the language, or whose rest is none of the document where nothing parts it."""
    parted = Counter(right for _, right in pairs)
    return frozenset((left, right) for left, right in pairs if left not in common or counts[right] <= parted[right])


def _initials(texts: Sequence[str], counts: Counter[str]) -> frozenset[Pair]:
    """First letters that stand apart from a word with which a line begins, where the document knows the whole."""
    pairs = (match.group(1, 3) for text in texts if text[1:2] == " " and (match := _INITIAL.match(text)))
    return frozenset((letter.casefold(), rest) for letter, rest in pairs if letter.casefold() + rest in counts)


def _pairs(words: Sequence[str], folded: Sequence[str], counts: Counter[str]) -> Counter[Pair]:
    """Pairs of words that together are a word of the document, the second small or both in capitals, with their counts.

    ``words`` are as printed, ``folded`` in lower case and without marks around them.
    """
    found: Counter[Pair] = Counter()
    is_known = map(counts.__contains__, map(operator.concat, folded, itertools.islice(folded, 1, None)))
    for pair in itertools.compress(itertools.pairwise(words), is_known):
        left, right = (word.strip(_MARKS) for word in pair)
        whole = left + right
        is_long = left.isalpha() and right.isalpha() and len(whole) >= LEAST_CHARS
        if is_long and (right.islower() or whole.isupper()):
            found[left.casefold(), right.casefold()] += 1
    return found


def _is_one_word(pair: Pair, counts: Counter[str], halves: Counter[str]) -> bool:
    """Whether neither half is a word of its own; a single letter may be the name of something."""
    most = MOST_ALONE * counts["".join(pair)]
    wordy = [half for half in pair if not _CONSONANT.fullmatch(half)]
    return bool(wordy) and not any(counts[half] - halves[half] > most for half in wordy)


def _parts_a_letter(pair: Pair) -> bool:
    return bool(_CONSONANT.fullmatch(pair[0]))


def with_whole_words(passage: Passage, splits: Collection[Pair]) -> Passage:
    """The text with the halves of each split word written together; one in capitals only if both halves are."""
    for match in reversed(list(_PAIR.finditer(passage.text))):
        left, right = match.group(1), match.group(3)
        if (left.casefold(), right.casefold()) in splits and (right.islower() or (left + right).isupper()):
            passage = passage.edited(*match.span(2), "", RULE)
    return passage

"""Ligatures that a font's text layer maps to a wrong character (``adap4ve``, ``Loca/on``, ``signi!cant``, ``InformaƟon``).

What a character stands for is learnt for each font (text input counts as one, named ``""``) from the words it stands in:
several different words must become words that the document or its language knows, and few may say otherwise. One
character may stand for several ligatures where a text layer has none of them; there each word must be known.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from profile_extract.language import find_language, ligature_words
from profile_extract.model import Line, Report
from profile_extract.passage import Passage

RULE = "mapped-ligature"
FEWEST_WORDS = 4
"""Different words that must become known ones for a report to be damaged at all; three may be chance."""
FEWEST_OF_ONE = 2
"""Those of them with one character in one font; and those it takes for unknown words to follow the known ones."""
LEAST_SHARE = 0.15
"""Share of a character's words that must be known ones: short lists of words know a fifth of a text's."""
MOST_AGAINST = 0.5
"""Words that say otherwise (``and/or``), as a share of those that agree; they stay as they are."""
SURE_SHARE = 0.9
"""Share of a character's known words that have one ligature, for words that nobody knows to have it, too."""
MOST_JOINED = 0.05
"""Words that a character joins (``and/or``), as a share of those it is a letter of, where it is one in unknown words, too."""
MOST_FOR_ONE = 2
"""Characters that stand for one ligature: a font has one, a dump does not say which of two fonts its text is set in."""
MOST_READINGS = 64
"""Readings of one word that are tried: three damaged letters of four meanings each."""
LIGATURES = ("ti", "tt", "ff", "fi", "fl", "ft", "ffi", "ffl", "tti", "tf", "fj", "th")
"""What fonts set as one glyph between small letters; ``th`` is that of ``The``."""
_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_EVEN = rf"{_LOWER}\ufb00-\ufb06.,@'’_\-\N{{HYPHEN}}-\N{{HORIZONTAL BAR}}"
_ODD = rf"[^{_EVEN}\s]"
_ODD_FIRST = "[^\\W_a-zA-ZÀ-ÿ]|[!#$%&*+/;<=>?\\\\^|~\ue000-\uf8ff\N{REPLACEMENT CHARACTER}]"
_ODD_LAST = "[\\d#/<=>\\\\^|~Ā-ʯ\ue000-\uf8ff\N{REPLACEMENT CHARACTER}](?!\\w)"
_DAMAGED = re.compile(
    rf"(?<![^\s(\[“„\"«‘’'\-–—/.@])(?:[{_UPPER}]?[{_LOWER}]++|[{_UPPER}]|(?={_ODD_FIRST}))"
    rf"(?:(?:{_ODD}[{_LOWER}]++)+(?:{_ODD_LAST})?|{_ODD_LAST})"
)
"""A word with a character in it that words do not have. Possessive groups are left out: before Python 3.11.5 they go wrong
(cpython gh-106052); behind this one nothing fails, so that it need not be."""
_WHOLE = re.compile(rf"(?<!\S)[(\[\"“„«‘]*([{_UPPER}]?[{_LOWER}]{{3,}}+)(?=[.,;:!?)\]\"”»’…]*(?:\s|$))")
"""A word with nothing but space and marks of sentences around it: parts of damaged words are none."""
_ODD_ONES = re.compile(_ODD)
_EVEN_ONES = re.compile(f"[{_EVEN}]+")
_LAST_CAPITAL = "Þ"
"""The last of those in words as they should be."""
_JOINERS = "/&+|:;*=~"
"""Marks that stand between whole words, too: unknown words have them only where a part is too short to be a word."""
MOST_FRAGMENT_CHARS = 2
"""Letters up to which a part of a word is no word by itself."""
_BROKEN_OFF = re.compile(r"[-\N{HYPHEN}\N{SOFT HYPHEN}]$")
_IN_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.\w)\S*")
_Meanings = Mapping[str, tuple[str, ...]]
"""The ligatures a character stands for, the one of most words first."""


class FontMap(NamedTuple):
    """What the characters of one font stand for; ``sure`` are those that mean it in unknown words, too.

    ``joiners`` stand between whole words as well. ``counts`` are the words that say so, a number for each character.
    """

    meanings: _Meanings
    sure: frozenset[str]
    joiners: frozenset[str] = frozenset()
    counts: tuple[int, ...] = ()


def find_maps(report: Report) -> dict[str, FontMap]:
    """The wrong characters of each font that has some; none in a report that was repaired before."""
    if not _has_damage(report.text):
        return {}
    if any(RULE in edit.rule for line in report.lines for edit in line.edits):
        return {}
    known = _known_words(report.text)
    words: dict[str, set[str]] = defaultdict(set)
    for line in report.lines:
        passage = report.passage(line)
        for match in _words_of(passage.text):
            words[_font(line, passage, match.start())].add(_key(match.group()))
    maps = {font: _font_map(damaged, known) for font, damaged in words.items()}
    counts = [count for found in maps.values() for count in found.counts]
    if sum(counts) < FEWEST_WORDS or max(counts) < FEWEST_OF_ONE:
        return {}
    return {font: found for font, found in maps.items() if found.meanings}


def _known_words(text: str) -> Collection[str]:
    """The words of a text that have nothing odd, and the common ones of its language and of English, which stands in many."""
    return _whole_words(set(text.split())).union(ligature_words(find_language(text)), ligature_words("en"))


def _whole_words(tokens: Iterable[str]) -> set[str]:
    return set(map(_key, _WHOLE.findall(" ".join(tokens))))


def _has_damage(text: str) -> bool:
    """Whether there is enough for any repair, fonts and addresses aside: the first look at every report."""
    tokens = set(text.split())
    unusual = " ".join(token for token in tokens if not (token.isascii() and token.islower() and token.isalpha()))
    words = _by_character(set(map(_key, _DAMAGED.findall(unusual))))
    if sum(map(len, words.values())) < FEWEST_WORDS or max(map(len, words.values())) < FEWEST_OF_ONE:
        return False
    own, common = _whole_words(tokens), ligature_words(None)
    readings = ([word.replace(c, letters) for letters in LIGATURES] for c, found in words.items() for word in found)
    known = sum(not own.isdisjoint(several) or not common.isdisjoint(several) for several in readings)
    return known >= FEWEST_WORDS


def _key(word: str) -> str:
    """A word with a small first letter; all other capitals in it are odd."""
    first = word[0]
    return first.lower() + word[1:] if first <= _LAST_CAPITAL and first.isupper() else word


def _by_character(words: Iterable[str]) -> dict[str, list[str]]:
    """Words with one odd character, by that character; those that only end in one are left out: figures do."""
    found: dict[str, list[str]] = defaultdict(list)
    whole = list(words)
    odd_ones = _EVEN_ONES.sub("", " ".join(whole)).split(" ")  # of all words at once: a report has thousands
    for word, odd in zip(whole, odd_ones, strict=False):  # of no words there is one more
        if odd and odd == odd[0] * len(odd) and word[-1] != odd[0]:
            found[odd[0]].append(word)
    return found


def _addresses(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _IN_ADDRESS.finditer(text)]


def _is_inside(match: re.Match[str], stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in stretches)


def _words_of(text: str) -> Iterator[re.Match[str]]:
    """The damaged words of a line, but for those in addresses: they need not be words."""
    addresses = _addresses(text)
    return (match for match in _DAMAGED.finditer(text) if not _is_inside(match, addresses))


def _font(line: Line, passage: Passage, offset: int) -> str:
    """The font of the character at an offset of a line's text as cleaned."""
    if len(line.runs) < 2:
        return line.style.font if line.style else ""
    at = passage[offset : offset + 1].start - line.start
    return next(run.style.font for run in reversed(line.runs) if run.offset <= at or run is line.runs[0])


class _Evidence(NamedTuple):
    """What words say of a character: the number of them for each ligature, the most first, and of those against all."""

    counts: dict[str, int]
    against: int

    @property
    def is_sure(self) -> bool:
        """Whether nearly all that say anything say one ligature."""
        best = next(iter(self.counts.values()))
        return best >= max(FEWEST_OF_ONE, SURE_SHARE * sum(self.counts.values()))

    @property
    def is_joiner(self) -> bool:
        """Whether some say that the character stands between words, and not one among very many."""
        return self.against > MOST_JOINED * sum(self.counts.values())


def _font_map(words: Collection[str], known: Collection[str]) -> FontMap:
    evidence = {character: _evidence(character, members, known) for character, members in _by_character(words).items()}
    believed = {character: said for character, said in evidence.items() if said.counts}
    believed = {character: said for character, said in believed.items() if not _is_one_of_many(character, believed)}
    return FontMap(
        meanings={character: tuple(said.counts) for character, said in believed.items()},
        sure=frozenset(character for character, said in believed.items() if said.is_sure),
        joiners=frozenset(character for character, said in believed.items() if said.is_joiner),
        counts=tuple(max(said.counts.values()) for said in believed.values()),
    )


def _is_one_of_many(character: str, evidence: Mapping[str, _Evidence]) -> bool:
    """Whether more characters than fonts of a dump stand for the same ligature by as many words: that is chance."""
    ligature, count = next(iter(evidence[character].counts.items()))
    return sum(said.counts.get(ligature, 0) >= count for said in evidence.values()) > MOST_FOR_ONE


def _evidence(character: str, words: Collection[str], known: Collection[str]) -> _Evidence:
    """What a character stands for by the words it stands in; nothing where too few know, or too many say otherwise."""
    says = {ligature: {w for w in words if w.replace(character, ligature) in known} for ligature in LIGATURES}
    most = max(map(len, says.values()))
    believed = {ligature: own for ligature, own in says.items() if own and len(own) >= min(most, FEWEST_OF_ONE)}
    agree = set().union(*believed.values())
    others = set().union(*says.values()) - agree
    against = len(others) + sum(_is_of_words(w, character, known) for w in words if w not in agree)
    if len(agree) < LEAST_SHARE * len(words) or against > MOST_AGAINST * len(agree):
        return _Evidence({}, against)
    counts = {ligature: len(own) for ligature, own in sorted(believed.items(), key=lambda item: -len(item[1]))}
    return _Evidence(counts, against)


def _is_of_words(word: str, character: str, known: Collection[str]) -> bool:
    """Whether what stands on both sides of a character are words by themselves (``poster/demo``)."""
    parts = word.split(character)
    return all(part in known or len(part) < 3 for part in parts) and any(len(part) >= 3 for part in parts)


def with_ligatures(report: Report, maps: Mapping[str, FontMap]) -> Callable[[Line], Passage]:
    """What gives each line's text with its fonts' ligatures as letters."""
    known = _known_words(report.text)
    others = _of_all_fonts(maps.values())

    def repaired(line: Line) -> Passage:
        passage = report.passage(line)
        if others.meanings.keys().isdisjoint(passage.text):
            return passage
        addresses = _addresses(passage.text)
        for match in reversed(list(_DAMAGED.finditer(passage.text))):
            found = _with_others(maps.get(_font(line, passage, match.start())), others)
            word, goes_on = _key(match.group()), bool(_BROKEN_OFF.fullmatch(passage.text, match.end()))
            reading = _known_reading(word, found.meanings, known)
            if not reading and not _is_inside(match, addresses):
                reading = _sure_reading(word, found, known, goes_on=goes_on)
            for offset, letters in sorted(reading.items(), reverse=True):
                at = match.start() + offset
                passage = passage.edited(at, at + 1, letters, RULE)
        return passage

    return repaired


def _of_all_fonts(maps: Iterable[FontMap]) -> FontMap:
    """What characters stand for in some font; sure in all are those that stand in no text by themselves."""
    found = FontMap({}, frozenset())
    for one in maps:
        odd = {c for c in one.sure if c not in _JOINERS and not (c.isascii() and c.isalnum())}
        found = FontMap({**found.meanings, **one.meanings}, found.sure | odd, found.joiners | one.joiners)
    return found


def _with_others(own: FontMap | None, others: FontMap) -> FontMap:
    """What characters stand for in one font: by its own words, and else by those of the others."""
    if own is None:
        return others
    meanings = {**others.meanings, **own.meanings}
    as_others = {c for c in others.sure if meanings[c] == others.meanings[c]}
    return FontMap(meanings, own.sure | as_others, own.joiners | (others.joiners - own.meanings.keys()))


def _known_reading(word: str, meanings: _Meanings, known: Collection[str]) -> dict[int, str]:
    """What stands for the damaged characters of a word, by offset, where that makes it a known word."""
    offsets = [m.start() for m in _ODD_ONES.finditer(word) if m.group() in meanings]
    choices = [meanings[word[offset]] for offset in offsets]
    for reading in itertools.islice(itertools.product(*choices), MOST_READINGS):
        if _read(word, offsets, reading) in known:
            return {o: "Th" if o == 0 and letters == "th" else letters for o, letters in zip(offsets, reading, strict=True)}
    return {}


def _sure_reading(word: str, found: FontMap, known: Collection[str], *, goes_on: bool) -> dict[int, str]:
    """The same for a word that nobody knows; ``goes_on`` says that its line breaks it."""
    odd = list(_ODD_ONES.finditer(word))
    offsets = [m.start() for m in odd if m.group() in found.sure]
    is_inside = bool(offsets) and offsets[0] > 0 and (offsets[-1] < len(word) - 1 or goes_on or not word[-1].isdigit())
    if not is_inside or any(_may_be_joiner(word, word[offset], found, known) for offset in offsets):
        return {}
    return {offset: found.meanings[word[offset]][0] for offset in offsets}


def _may_be_joiner(word: str, character: str, found: FontMap, known: Collection[str]) -> bool:
    """Whether a character may stand between words as such."""
    is_whole = all(len(part) > MOST_FRAGMENT_CHARS for part in word.split(character))
    return (character in found.joiners and character in _JOINERS and is_whole) or _is_of_words(word, character, known)


def _read(word: str, offsets: Iterable[int], reading: Iterable[str]) -> str:
    letters = dict(zip(offsets, reading, strict=True))
    return "".join(letters.get(i, c) for i, c in enumerate(word))

"""Accents that a font prints as characters of their own (``Matem´aticas``, ``f´ısica``, ``Mu¨hle``, ``cafe ́``).

Old TeX fonts build accented letters from two glyphs, and text layers keep both: before the letter or behind it, as the
document does it throughout. Some typists use the same characters for apostrophes (``l´acqua``); that, too, is seen from
the document. A combining accent that a space parts from its letter can be nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from profile_extract.passage import Passage

RULE = "compose-accent"
FEWEST_ACCENTS = 3
"""Accents at letters that a document has at least, for them to be its way to write."""
MOST_ELISIONS = 0.3
"""Share of accents that may stand where an apostrophe would, behind a single letter or ``qu``."""
MOST_BEFORE = 0.5
"""Accents that fit only the letter behind them, as a share of those that fit only the one before, in a document that prints
them behind their letters."""
_COMBINING = {
    "\N{ACUTE ACCENT}": "\u0301",
    "\N{GRAVE ACCENT}": "\u0300",
    "\N{DIAERESIS}": "\u0308",
    "\N{MODIFIER LETTER CIRCUMFLEX ACCENT}": "\u0302",
    "\N{SMALL TILDE}": "\u0303",
    "\N{CARON}": "\u030c",
    "\N{RING ABOVE}": "\u030a",
    "\N{MACRON}": "\u0304",
    "\N{DOUBLE ACUTE ACCENT}": "\u030b",
    "\N{BREVE}": "\u0306",
    "\N{DOT ABOVE}": "\u0307",
}
_DOTLESS = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER DOTLESS J}": "j"}
OGONEK = "\N{OGONEK}"
SPACING_ACCENTS = frozenset(_COMBINING)
_ACCENTS = "".join(_COMBINING)
_LETTER = r"[^\W\d_]"
_ACCENT = re.compile(f"[{_ACCENTS}]")
_BEFORE = re.compile(rf"([{_ACCENTS}])({_LETTER})")
_BEHIND = re.compile(rf"({_LETTER})([{_ACCENTS}])")
_PARTED = re.compile(f"({_LETTER})( ([\u0300-\u030c]))({_LETTER}?)")
_BARE = re.compile("([ıȷ])([\u0300-\u030c])")
"""A letter without its dot, as TeX sets it under an accent, and that accent: Unicode has no letter for the two."""
_BEFORE_BARE = re.compile(r"(\S[\u0300-\u030c]?)([ıȷ])")
"""Such a letter and what may be its accent, on the letter before it or a letter with that."""
_ON_BARE = frozenset(("\u0300", "\u0301", "\u0302", "\u0308"))
"""Accents that languages have on ``i``: grave, acute, circumflex, diaeresis."""
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_ONLY_CONSONANTS = "\u0302\u0308"
"""Accents that Turkish has on vowels, which may stand before its letter without a dot."""
_LOOSE = re.compile("[\u0300-\u030cıȷ](?:(?<= [\u0300-\u030c])|(?<=[ıȷ]))")
"""Looked for by its rare character first, which takes a third of the time of looking at each space."""
_OGONEKS = (
    re.compile(rf"(?:(?<={_LETTER}) (?=\N{{OGONEK}}[aeAE]))?\N{{OGONEK}}([aeiuAEIU])"),
    re.compile(r"([aeiuAEIU])\N{OGONEK}"),
    re.compile(rf"(?<={_LETTER})\N{{OGONEK}} ([aeAE])"),
)
"""Before its letter, behind it, and before it with a space between; no word of Polish begins with ``ą`` or ``ę``."""
_CEDILLA = re.compile(r"([cCsStT])\N{CEDILLA}")
_ELISION = re.compile(r"(?:^|[\W\d_])(?:[^\W\d_]|qu)$", re.IGNORECASE)
_BEARS_ACCENTS = re.compile(r"[aeiouyn]", re.IGNORECASE)
"""Letters that bear most accents of European languages; by them it is seen on which side a document prints them."""


class Habit(NamedTuple):
    """Where a document prints accents that are characters of their own: neither for apostrophes."""

    before: bool
    behind: bool
    letters: Set[str] = frozenset()
    """Those of the language, where of the letters beside most accents only one becomes one of these."""


def find_habit(texts: Iterable[str], letters: Set[str] = frozenset()) -> Habit:
    """How a document writes accents: often, seldom as apostrophes, or over letters without dot; behind letters throughout.

    ``letters`` are those that its language has with accents: where these tell clearly, nothing else is asked.
    """
    before = elisions = behind = clearly_before = 0
    is_before = False
    found = list(texts)
    if told := _told_by(letters, found):
        return told
    whole = "\n".join(found)
    for text in filter(_ACCENT.search, found) if any(map(whole.__contains__, _ACCENTS)) else ():
        for match in _BEFORE.finditer(text):
            is_before |= match.group(2) in _DOTLESS
            if composed(match.group(2), match.group(1)) is not None:
                before += 1
                clearly_before += _is_clear(match.group(2), text[match.start() - 1 : match.start()])
                elisions += bool(_ELISION.search(text[: match.start()]))
        for match in _BEHIND.finditer(text):
            if composed(match.group(1), match.group(2)) is not None:
                behind += _is_clear(match.group(1), text[match.end() : match.end() + 1])
    is_behind = not is_before and behind >= FEWEST_ACCENTS and clearly_before <= MOST_BEFORE * behind
    is_before = is_before or (before >= FEWEST_ACCENTS and elisions <= MOST_ELISIONS * before)
    return Habit(is_before and not is_behind, is_behind)


def _told_by(letters: Set[str], texts: Sequence[str]) -> Habit | None:
    """On which side most accents stand that make letters of a language on one side only; None if few do, or as apostrophes."""
    before = behind = elisions = 0
    for text in filter(_ACCENT.search, texts) if letters else ():
        for match in _ACCENT.finditer(text):
            is_before, is_behind = _sides(text, match.start(), letters)
            before += is_before and not is_behind
            behind += is_behind and not is_before
            elisions += is_before and bool(_ELISION.search(text[: match.start()]))
    if before + behind < FEWEST_ACCENTS or elisions > MOST_ELISIONS * before:
        return None
    return Habit(before >= behind, before < behind, letters)


def _sides(text: str, at: int, letters: Set[str]) -> tuple[bool, bool]:
    """Whether an accent makes a letter of a language with the one behind it, and with the one it stands behind."""
    return _is_of(letters, text[at + 1 : at + 2], text[at]), _is_of(letters, text[at - 1 : at] if at else "", text[at])


def _is_of(letters: Set[str], letter: str, accent: str) -> bool:
    whole = composed(letter, accent)
    return whole is not None and whole.lower() in letters


def _is_clear(letter: str, other: str) -> bool:
    """Whether of the two letters beside an accent only the first one bears accents."""
    return bool(_BEARS_ACCENTS.fullmatch(letter)) and not _BEARS_ACCENTS.fullmatch(other)


def with_letters(passage: Passage, habit: Habit) -> Passage:
    """The text with each accent and its letter as one letter, and cedillas with the letter before them."""
    if habit.letters:
        passage = _with_letters_of(passage, habit)
    for match in reversed(list((_BEHIND if habit.behind else _BEFORE).finditer(passage.text))):
        letter, accent = match.groups() if habit.behind else match.groups()[::-1]
        whole = composed(letter, accent)
        if whole is not None:
            passage = passage.edited(*match.span(), whole, RULE)
    for match in reversed(list(_CEDILLA.finditer(passage.text))):
        letter = unicodedata.normalize("NFC", match.group(1) + "\u0327")
        passage = passage.edited(*match.span(), letter, RULE)
    return passage


def _with_letters_of(passage: Passage, habit: Habit) -> Passage:
    """The text with each accent on the letter beside it with which it makes one of the language; of two by the habit.

    It may have come behind the next character, above which it reaches.
    """
    for match in reversed(list(_ACCENT.finditer(passage.text))):
        at, text = match.start(), passage.text
        is_before, is_behind = _sides(text, at, habit.letters)
        if is_before and (habit.before or not is_behind):
            passage = passage.edited(at, at + 2, composed(text[at + 1], text[at]) or "", RULE)
        elif is_behind:
            passage = passage.edited(at - 1, at + 1, composed(text[at - 1], text[at]) or "", RULE)
        elif at > 1 and text[at - 1] != " " and _is_of(habit.letters, text[at - 2], text[at]):
            passage = passage.edited(at - 2, at + 1, (composed(text[at - 2], text[at]) or "") + text[at - 1], RULE)
    return passage


def with_ogoneks(passage: Passage) -> Passage:
    """The text with each ogonek on its letter, which stands behind it or else before it."""
    for pattern in _OGONEKS:
        for match in reversed(list(pattern.finditer(passage.text))):
            letter = unicodedata.normalize("NFC", match.group(1) + "\u0328")
            passage = passage.edited(*match.span(), letter, RULE)
    return passage


def has_parted_accents(text: str) -> bool:
    """Whether a text has combining accents behind a space, or letters without their dots, which bear one."""
    return _LOOSE.search(text) is not None


def with_parted_accents(passage: Passage) -> Passage:
    """The text with each combining accent that a space parts from its letter on it, and those of letters without dots.

    Programs that read PDF print it behind the letter (``cafe ́``) or before it (``caf ́e``): vowels bear accents. Of several
    in a row, the next is seen once the one before it is gone.
    """
    last = None
    while passage != last:
        last, passage = passage, _with_next_on_letters(passage)
    for match in reversed(list(_BARE.finditer(passage.text))):
        if whole := composed(*match.groups()):
            passage = passage.edited(*match.span(), whole, RULE)
    for match in reversed(list(_BEFORE_BARE.finditer(passage.text))):
        if whole := _moved_on(*match.groups()):
            passage = passage.edited(*match.span(), whole, RULE)
    return passage


def _moved_on(before: str, bare: str) -> str | None:
    """A letter with an accent and the one without dot behind it, whose accent it is; None where it is the letter's own."""
    letter, accent = unicodedata.normalize("NFD", before)[:1], unicodedata.normalize("NFD", before)[1:]
    if accent not in _ON_BARE or (accent in _ONLY_CONSONANTS and _VOWEL.fullmatch(letter)):
        return None
    whole = composed(bare, accent)
    return letter + whole if whole else None


def _with_next_on_letters(passage: Passage) -> Passage:
    """The text with the combining accent behind each letter and a space on that letter, or on the one behind it."""
    for match in reversed(list(_PARTED.finditer(passage.text))):
        before, _, accent, after = match.groups()
        on_before, on_after = composed(before, accent), composed(after, accent) if after else None
        if on_after and (not on_before or not _BEARS_ACCENTS.fullmatch(before)):
            passage = passage.edited(match.start(2), match.end(), on_after, RULE)
        elif on_before:
            passage = passage.edited(match.start(), match.end(2), on_before, RULE)
    return passage


def composed(letter: str, accent: str) -> str | None:
    """The one letter that a letter and an accent make, or None."""
    whole = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING.get(accent, accent))
    return whole if len(whole) == 1 and letter else None

"""Names of authors of a dump, under a title or over it: where a report has many such lines, each parts what is around it.

How far the lines reach says nothing there: a title or a list of names may fill its line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from profile_extract.given_names import has_given_name
from profile_extract.layout.codes import (
    NAME_PART,
    NOTE_SIGNS,
    PERSON_NAME,
    SMALL,
    has_marked_name,
    is_code,
    is_inverted_name,
    is_names,
    is_person_name,
)
from profile_extract.layout.ended import begins_anew, find_dangling, last_word, top_of_heading
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

FEWEST = 5
"""Lines of names with a text under them that make a series."""
DIFFERENT_SHARE = 0.7
"""Share of them that begin with different names: running lines and labels come back."""
CAPITAL_SHARE = 0.6
"""Share of the words of such a line that begin with a capital; of those of a sentence that begins with names, fewer do."""
SMALL_SHARE = 0.4
"""Share of the words of running text that begin with a small letter."""
FULL_SHARE = 0.6
"""Share of the longest line nearby that a line of the text below has at least."""
MOST_LINES = 4
"""Lines of names over one text."""
_ASIDE = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"\D*[^\W\d_][\d¹²³⁴-⁹]")
"""A beginning whose first number stands right behind a letter; that of a street stands apart."""
_ONE_NAME = re.compile(rf"{PERSON_NAME}\s*")
_SURNAME_FIRST = re.compile(rf"{NAME_PART}(?:[ -]{NAME_PART}){{0,2}}, {NAME_PART}(?: {NAME_PART})?")
"""``Miller, Anna M.``"""
_NOTE = re.compile(rf"(?:[a-z]|\d{{1,2}}|[¹²³⁴-⁹{NOTE_SIGNS}]) ?(?=[^\W\d_{SMALL}][^\W\d_]{{2}})")
"""The mark of a note that a dump sets right before its first word: ``aMunicipality of …``."""
_NOTE_AND_NAME = re.compile(rf"\d{{1,2}}[.)]? ?(?=[^\W\d_{SMALL}][^\W\d_]{{2}})")
_GOES_ON = (",", ";", "&", "-")


def find_bylines(lines: Sequence[Line], labelled: Container[int] = frozenset()) -> frozenset[int]:
    """Offsets of the lines that begin titles, the names of authors under them, and their texts, of lines in reading order.

    ``labelled`` are the offsets of lines with a label, which may stand under names as a text does.
    """
    dangling = find_dangling(lines)
    named = [_are_names(line.text) for line in lines]
    surnames_first = [_SURNAME_FIRST.fullmatch(line.text) is not None for line in lines]
    if sum(a and b for a, b in zip(named, surnames_first, strict=True)) >= FEWEST:  # then of names that nobody knows, too
        named = [a or b for a, b in zip(named, surnames_first, strict=True)]
    found = [span for number in range(1, len(lines)) if (span := _span(lines, named, number, dangling, labelled))]
    names = {" ".join(lines[span.start].text.split()[:2]) for span in found}
    if len(found) < FEWEST or len(names) < DIFFERENT_SHARE * len(found):
        return frozenset()
    found += [span for number in range(1, len(lines)) if (span := _span_of_one(lines, number, dangling))]
    tops = (start for span in found for start in top_of_heading(lines, span.start - 1))
    return frozenset((*tops, *(lines[number].start for span in found for number in (span.start, span.stop))))


def find_marked(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin with a name and the mark of a note right behind it, under a line without such marks."""
    pairs = ((above.text, line) for above, line in pairwise(lines) if is_marked(line.text))
    found = [line for above, line in pairs if not (above.endswith(_GOES_ON) or is_names(above) or _MARKED.match(above))]
    names = {line.text for line in found}
    return frozenset(line.start for line in found) if len(names) >= FEWEST else frozenset()


def is_marked(text: str) -> bool:
    """Whether a line begins with a name and the mark of a note right behind it, as no street and its number does."""
    return bool(_MARKED.match(text)) and has_marked_name(text)


def find_coded_bylines(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines under names that stand behind or under a code: titles."""
    found: list[int] = []
    for number, line in enumerate(lines):
        code, _, rest = line.text.strip().partition(" ")
        if not is_code(code) or not names_someone(rest or _text_at(lines, number + 1)):
            continue
        title = number + (1 if rest else 2)
        most = title + MOST_LINES
        while title < most and (_text_at(lines, title - 1).endswith(_GOES_ON) or names_someone(_text_at(lines, title))):
            title += 1
        if title < most and begins_anew(_text_at(lines, title)):
            found.append(lines[title].start)
    return frozenset(found if len(found) >= FEWEST else ())


def _text_at(lines: Sequence[Line], number: int) -> str:
    return lines[number].text.strip() if number < len(lines) else ""


def is_author_line(text: str) -> bool:
    """Whether a line says who somebody is: names of people that marks part, or one name in which a given one is known.

    Firms are named with an ampersand, too (``Hale & Sons``).
    """
    if names_someone(text):
        return "&" not in text or has_marked_name(text) or has_given_name(text)
    return _is_surname_first(text) or (is_person_name(text) and has_given_name(text))


def _is_surname_first(text: str) -> bool:
    """Whether a text is one name, its surname first (``Miller, Anna``): many a town and its country are written so, too."""
    return _SURNAME_FIRST.fullmatch(text) is not None and has_given_name(text)


def is_authorship(text: str) -> bool:
    """Whether a line says who somebody is, or behind the mark of a note what they belong to."""
    return is_author_line(text) or _NOTE_AND_NAME.match(text) is not None


def is_noted_authorship(text: str) -> bool:
    """Whether a line begins with a name and the mark of a note, or with such a mark and what somebody belongs to."""
    return has_marked_name(text) or _NOTE_AND_NAME.match(text) is not None


def names_someone(text: str) -> bool:
    """Whether a text begins with names, as they stand at titles or as bibliographies have them."""
    return is_names(text) or has_marked_name(text) or is_inverted_name(text)


def _span(
    lines: Sequence[Line], named: Sequence[bool], number: int, dangling: Container[str], labelled: Container[int]
) -> range | None:
    """The lines of names that begin with one line, under a title and over a text; None where they are none."""
    above = lines[number - 1].text
    if not named[number] or named[number - 1] or not _may_be_over_names(above, dangling):
        return None
    return _down_to_text(lines, number, labelled)


def _span_of_one(lines: Sequence[Line], number: int, dangling: Container[str]) -> range | None:
    """The line of one name alone, under a title that is no name, and what it belongs to; None where they are none."""
    above = lines[number - 1].text
    if not _ONE_NAME.fullmatch(lines[number].text) or _capital_share(above) >= CAPITAL_SHARE:
        return None
    span = _down_to_text(lines, number, frozenset()) if _may_be_over_names(above, dangling) else None
    return span if span is not None and len(span) > 1 else None


def _down_to_text(lines: Sequence[Line], number: int, labelled: Container[int]) -> range | None:
    """The lines of names and of what they belong to, from one line on, with a text or a label behind them; None if not."""
    for stop in range(number + 1, min(number + MOST_LINES + 1, len(lines))):
        before, text = lines[stop - 1].text, lines[stop].text
        if lines[stop].start in labelled or _is_text(
            text, max(len(lines[n].text) for n in range(stop, min(stop + 3, len(lines))))
        ):
            return None if before.endswith(_GOES_ON) else range(number, stop)
        if not (before.endswith(_GOES_ON) or _are_names(text) or _may_be_affiliation(text)):
            return None
    return None


def _are_names(text: str) -> bool:
    return (is_names(text) or _is_surname_first(text)) and not is_closed(text) and _capital_share(text) >= CAPITAL_SHARE


def _may_be_affiliation(text: str) -> bool:
    """Whether a line under names may say what these belong to: behind the mark of a note, or proper names and no sentence."""
    if _NOTE.match(text):
        return True
    return begins_anew(text) and not is_closed(text) and _capital_share(text) >= CAPITAL_SHARE


def _may_be_over_names(text: str, dangling: Container[str]) -> bool:
    """Whether a line may end a title: no sentence ends with it, and no clause goes on behind it."""
    return not is_closed(text, (".", ";", ":")) and not text.endswith(_GOES_ON) and last_word(text) not in dangling


def _is_text(text: str, width: int) -> bool:
    return begins_anew(text) and _capital_share(text) <= 1 - SMALL_SHARE and len(text) >= FULL_SHARE * width


def _capital_share(text: str) -> float:
    words: list[str] = _WORD.findall(_ASIDE.sub("", text))
    return sum(word[0].isupper() for word in words) / max(len(words), 1)

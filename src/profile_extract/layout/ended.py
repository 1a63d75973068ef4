"""Lines of a dump that were ended on purpose: the next word would have had room on them.

Where nothing else parts a title, the names under it and the text, such a line end does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from profile_extract.gazetteer import find_country_code
from profile_extract.layout.address_lines import SYMBOLS, is_of_address
from profile_extract.layout.codes import is_names
from profile_extract.lexicon import contact_line_field, has_letters, is_closed
from profile_extract.model import Line

ENDED_SHARE = 0.8
"""Share of the width up to which a line and the next one's first word reach, where it was ended on purpose."""
FULL_SHARE = 0.75
"""Share of the width that a line of running text fills."""
NEAR_LINES = 12
"""Lines above and below from which the width of a column is read: a dump does not say it, and columns differ."""
WIDE_SHARE = 0.85
"""Share of the lines nearby that are no longer than the column is wide: a heading may run across two columns."""
LEAST_WIDTH = 30
"""Narrowest column, in characters, in which line ends say anything."""
MOST_HEADING_LINES = 4
"""Lines of a heading over a text, names under it included."""
_FIRST_LETTER = re.compile(r"[\"'“‘«„(\[¿¡]*([^\W\d_]|\d)")
_ADDRESS = re.compile(rf"(?:[{SYMBOLS}]\s?)?(?:\S+@\S+\.\S+|(?:https?://|www\.)\S+)", re.IGNORECASE)
_WORD_OF_ADDRESSES = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?|[|·•/–—-]", re.IGNORECASE)
_COLON = re.compile(r":(?!//)")
_FULL_STOPS = tuple(".!?…")
FEWEST_DANGLING, FEWEST_BEHIND = 5, 2
"""How often a word stands before another one on its line, and before how many different ones, for it to be known never to end
a sentence: the ``town`` of a ``town library`` stands before one, however often the report names it."""
MOST_CLOSING = 0.02
"""How often such a word ends a sentence or part of one all the same, as a share of that: ``go on``."""
SMALL_SHARE = 0.4
"""Share of the words of running text that begin with a small letter; German has the fewest, about half."""
_WORD = re.compile(r"[^\W\d_]+")
_GOING_ON = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?=\s([^\W_]+))")
_CLOSING = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?=[.!?:;,…”»\")])")
"""Whole words before another one, and before a mark: a very long one is tried once, and not again from each of its letters."""


def begins_anew(text: str) -> bool:
    """Whether a text begins with a capital or a figure, quotation marks and brackets aside."""
    first = _FIRST_LETTER.match(text)
    return first is not None and not first.group(1).islower()


def is_electronic(text: str) -> bool:
    """Whether a line is nothing but an e-mail or web address."""
    return bool(_ADDRESS.fullmatch(text))


def has_ended(text: str) -> bool:
    """Whether a line is the last one of what stands over something else: it ends a sentence, or ends in an address."""
    return is_closed(text) or is_electronic(text.rpartition(" ")[2])


def find_ended(lines: Sequence[Line], labelled: Container[int] = frozenset()) -> Iterator[int]:
    """Offsets of the lines that begin a block behind a line that was ended on purpose; ``lines`` are in reading order.

    ``labelled`` are the offsets of lines with a label, and of those right under one.
    """
    widths = _widths(lines)
    small = _written_small(lines)
    dangling = find_dangling(lines)
    labelled = _with_values(lines, labelled)
    ended = frozenset(_behind_addresses(lines))
    yield from ended
    for number, (above, line) in enumerate(pairwise(lines)):
        width = widths[number]
        text, before = line.text.strip(), above.text.strip()
        if above.page != line.page or not text:
            continue
        if _is_beside_address(before, text):
            yield line.start
            continue
        if is_text_line(text):
            width = max(width, len(text))  # a text among the short items of lists shows how wide its column is
        is_over = _ends_in_country(before) and begins_anew(text) and len(text) >= FULL_SHARE * width
        if is_over and _is_heading_over_text(before, text, small):
            yield line.start
            continue
        reach = len(before) + 1 + len(text.split(" ", 1)[0])
        if width < LEAST_WIDTH or not begins_anew(text) or reach >= width or last_word(before) in dangling:
            continue
        is_text = len(text) >= FULL_SHARE * width
        if reach < ENDED_SHARE * width:
            is_parted = is_names(text) or is_names(before) or is_electronic(text)
            if is_text or is_parted or is_closed(before, _FULL_STOPS) or above.start in labelled:
                yield line.start
                yield from top_of_heading(lines, number) if is_text else ()
        elif is_text and _is_heading_over_text(before, text, None if above.start in ended else small):
            yield line.start
            yield from top_of_heading(lines, number)


def top_of_heading(lines: Sequence[Line], last: int) -> Iterator[int]:
    """The offset of the line with which a heading begins right under the end of a sentence; ``last`` is that it ends with.

    The sentence's last line may be full: that the lines under it end none tells them apart.
    """
    for number in range(last, max(last - MOST_HEADING_LINES, 0), -1):
        above, line = lines[number - 1], lines[number]
        if above.page != line.page or is_closed(line.text.strip(), _FULL_STOPS):
            return
        if is_closed(above.text.strip(), _FULL_STOPS):
            yield from (line.start,) if begins_anew(line.text) else ()
            return


def _with_values(lines: Sequence[Line], labelled: Container[int]) -> frozenset[int]:
    """The offsets of the lines with a label, and of those that go on their values in small letters."""
    found: set[int] = set()
    for above, line in pairwise(lines):
        if line.start in labelled or (above.start in labelled and not begins_anew(line.text)):
            found.add(line.start)
    return frozenset((*found, *(line.start for line in lines[:1] if line.start in labelled)))


def _is_beside_address(above: str, text: str) -> bool:
    """Whether one of two lines is nothing but an e-mail or web address, and the sentence above or below it is another one.

    An address fills its line or not: how long it is says nothing.
    """
    if (is_electronic(text) and is_closed(above, _FULL_STOPS)) or (_are_addresses(text) and not is_of_address(above)):
        return True
    if not begins_anew(text):
        return False
    return is_electronic(above) or ((_is_labelled_address(above) or _are_addresses(above)) and not _is_contact_line(text))


def _ends_in_country(text: str) -> bool:
    """Whether a line is a country, or ends in one behind a comma, as that of what an author belongs to does."""
    return find_country_code(text.rpartition(", ")[2]) is not None


def _are_addresses(text: str) -> bool:
    """Whether a line is several e-mail or web addresses; beside one of them a host needs no ``www`` to be another."""
    words = text.split()
    return len(words) > 1 and any(map(is_electronic, words)) and all(map(_WORD_OF_ADDRESSES.fullmatch, words))


def _is_labelled_address(text: str) -> bool:
    """Whether a line says that it is an e-mail or web address, and nothing else (``E-mail: …``)."""
    label, rest = _parted(text)
    return contact_line_field(label) is not None and is_electronic(rest)


def _is_contact_line(text: str) -> bool:
    """Whether a line begins with a label of the lines of addresses, and a colon or an address or number behind it."""
    label, rest = _parted(text)
    return contact_line_field(label) is not None and (
        text[len(label) : len(label) + 1] == ":" or is_electronic(rest) or (bool(rest) and not has_letters(rest))
    )


def _parted(text: str) -> tuple[str, str]:
    """What may be a label, and what stands behind it: a colon parts them, or a space as in a row of a table."""
    colon = _COLON.search(text)
    end = colon.start() if colon else text.find(" ")
    return (text[:end], text[end + 1 :].strip()) if end >= 0 else (text, "")


def find_dangling(lines: Iterable[Line]) -> frozenset[str]:
    """The words written small that hardly ever end a sentence: articles, prepositions and such."""
    text = "\0".join(line.text for line in lines)  # what ends a line tells nothing
    pairs = _GOING_ON.findall(text)
    going_on = Counter(word for word, _ in pairs if word.islower())
    closing = Counter(map(str.casefold, _CLOSING.findall(text)))
    often = ((word, count) for word, count in going_on.items() if count >= FEWEST_DANGLING)
    dangling = {word for word, count in often if closing[word] <= MOST_CLOSING * count}
    different = Counter(word for word, _ in {pair for pair in pairs if pair[0] in dangling})
    return frozenset(word for word in dangling if different[word] >= FEWEST_BEHIND)


def last_word(text: str) -> str:
    """The word that a text ends with, in small letters; empty where it ends with a mark or a figure."""
    last = text.split()[-1:]
    return last[0].casefold() if last and last[0].isalpha() else ""


def _written_small(lines: Sequence[Line]) -> frozenset[str]:
    """The words that some line writes with a small letter: with a capital they begin a sentence, and are no names."""
    return frozenset(word for line in lines for word in _WORD.findall(line.text) if word[0].islower())


def _behind_addresses(lines: Sequence[Line]) -> Iterator[int]:
    """The offsets of the lines that begin anew behind the person to ask for, whose name stands under an address."""
    for address, person, line in zip(lines, lines[1:], lines[2:], strict=False):
        if is_electronic(address.text) and is_names(person.text) and begins_anew(line.text) and person.page == line.page:
            yield line.start


def _is_heading_over_text(above: str, text: str, small: Container[str] | None) -> bool:
    """Whether a line ends no sentence though running text begins below it: with a capital that is not that of a name.

    Words that are written ``small`` elsewhere are no names; None where the line is known to begin something.
    """
    first = _WORD.match(text)
    if first is None or (small is not None and first[0].casefold() not in small) or not is_text_line(text):
        return False
    return begins_anew(above) and not is_closed(above, _FULL_STOPS)


def is_text_line(text: str) -> bool:
    """Whether a line has as many words in small letters as running text has."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].islower() for word in words) >= SMALL_SHARE * len(words)


def _widths(lines: Sequence[Line]) -> list[float]:
    """The width of the column that each line stands in, in characters, by the lines around it on its page."""
    found: list[float] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        lengths = [len(line.text.strip()) for line in page]
        for number in range(len(lengths)):
            near = sorted(lengths[max(0, number - NEAR_LINES) : number + NEAR_LINES + 1])
            found.append(near[int(WIDE_SHARE * (len(near) - 1))])
    return found

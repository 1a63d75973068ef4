"""What a block looks like: a heading, prose, and the kinds by which headings of one level are known again."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterable

from profile_extract.answers import once, once_beside
from profile_extract.layout.address_lines import BETWEEN_FIELDS, MOST_CHARS, fields_of, is_address_line
from profile_extract.model import Style
from profile_extract.structure import LARGER, SMALLER_PT, Block, TitleLook, is_coloured, is_smaller

MOST_TITLE_CHARS = 300
"""Longest title, in characters; the longest of 585 real ones has 214."""
MOST_TITLE_LINES, MOST_LARGE_LINES = 5, 9
"""Lines of a title, and of one in type visibly larger than the text's: in a narrow panel it has a word or two a line."""
MOST_SHORT_CHARS = 60
"""Length up to which a title may end in a full stop, in characters: less than a printed line."""
LEAST_PROSE_CHARS = 80
"""Shortest text taken for prose, in characters: more than a printed line."""
LEAST_PROSE_WORDS = 10
_BEGINS = re.compile(r"^[\"'“‘«„‚(\[¿¡]*(?:[^\W\d_]|\d)")
_SENTENCE_END = re.compile(r"[.;,:]$")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]\d]*$")
_ENDS_IN_ADDRESS = re.compile(r"(?:\S@\S+\.\w+|(?:https?://|www\.)\S+)$", re.IGNORECASE)
"""An electronic address that a text of a dump ends with, and no full stop behind it."""
_ADDRESS = re.compile(r"^(?:https?://|www\.|mailto:|\S+@\S+$)", re.IGNORECASE)
_LED = re.compile(r"(?:[.·…_] ?){5,}\d{0,4}$")
"""Leaders, and the page that they lead to: a line of a list of contents or of a form."""
FEWEST_ADDRESS_LINES = 2
"""Such lines that make a block one of addresses; prose has one at most, where a long address fills its line."""
_QUOTED = re.compile(r"[“«„][^“”«»„]{1,300}[”»“]\.?")
_SENTENCE_MARKS = ".!?"
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIRST_LETTERS = re.compile(r"([^\W\d_])[^\W\d_]+")
"""The first letters of all words."""

Kind = Callable[[Block], Hashable]


@once_beside
def is_prose(block: Block, body: Style | None) -> bool:
    """Running text: longer than a line, with words in small letters, set as the body is (or too long for a heading).

    Where there is no type to go by, what is short enough for a title and not ended as a sentence is none.
    """
    return reads_as_prose(block) and (not stands_out(block, body) or len(block.text.text) > MOST_TITLE_CHARS)


@once
def reads_as_prose(block: Block) -> bool:
    """Whether a block is running text by its words, however it is set."""
    text = block.text.text
    if len(text) < LEAST_PROSE_CHARS:
        return False
    firsts = _FIRST_LETTERS.findall(text)
    if len(firsts) < LEAST_PROSE_WORDS or sum(map(str.islower, firsts)) <= len(firsts) / 3:
        return False
    if block.style is None and len(text) <= MOST_TITLE_CHARS and not _is_closed(text):
        return False
    return not is_address(block) and not _is_address_in_line(text)


def _is_address_in_line(text: str) -> bool:
    """Whether a short text says where something is, and how to call and to write: its fields run into each other."""
    if "@" not in text or len(text) > MOST_TITLE_CHARS:
        return False
    fields = fields_of(text)
    return _are_several_ways(filter(is_address_line, fields)) and max(map(len, fields)) <= MOST_CHARS


def _are_several_ways(addresses: Iterable[str]) -> bool:
    """Whether addresses are of different kinds: e-mail, telephone, or web."""
    return len({("@" in address, address[-1].isdecimal()) for address in addresses}) > 1


def _is_closed(text: str) -> bool:
    return bool(_CLOSED.search(text) or _ENDS_IN_ADDRESS.search(text))


def is_address(block: Block) -> bool:
    """Whether a block has several lines that are nothing but an electronic address or a telephone number."""
    return address_lines(block) >= FEWEST_ADDRESS_LINES


@once
def address_lines(block: Block) -> int:
    """How many lines of a block are nothing but an electronic address or a telephone number.

    In a short block its parts count as well, if they are of different kinds: an address that is printed as one paragraph.
    """
    lines = sum(is_address_line(line.text) for line in block.lines)
    text = block.text.text
    if lines >= FEWEST_ADDRESS_LINES or len(text) > MOST_TITLE_CHARS or text[-1:] in _SENTENCE_MARKS:
        return lines
    pieces = (part for printed in (text, *(line.text for line in block.lines)) for part in BETWEEN_FIELDS.split(printed))
    parts = {part for part in pieces if is_address_line(part)}
    return len(parts) if _are_several_ways(parts) else lines


@once_beside
def is_title_like(block: Block, body: Style | None) -> bool:
    """What a title may be: some words that begin with a capital or figure and do not end as a sentence does.

    Set in a style of its own or very short, it may end as it likes (``Hamburg. My Port.``).
    """
    if not _may_be_title(block) or (len(block.lines) > MOST_TITLE_LINES and not is_larger(block, body)):
        return False
    return stands_out(block, body) or _reads_as_title(block)


def is_larger(block: Block, other: Style | None) -> bool:
    """Whether a block is set visibly larger than in another style; never in text input."""
    style = block.style
    return style is not None and other is not None and style.size_pt > LARGER * other.size_pt


@once
def _may_be_title(block: Block) -> bool:
    text = block.text.text
    is_short = len(text) <= MOST_TITLE_CHARS and len(block.lines) <= MOST_LARGE_LINES
    is_worded = bool(_BEGINS.match(text) and _WORD.search(text))
    return is_short and is_worded and not _LED.search(text) and not _ADDRESS.match(text) and not is_address(block)


@once
def _reads_as_title(block: Block) -> bool:
    """Whether its words alone make it one, where its style does not."""
    text = block.text.text
    first = _BEGINS.match(text)
    if not first or first.group()[-1].islower():
        return False
    is_short = (len(text) <= MOST_SHORT_CHARS or is_quoted(block)) and not text.endswith((",", ";", ":"))
    return is_short or not _SENTENCE_END.search(text)


def is_quoted(block: Block) -> bool:
    """Whether a text of a dump stands in quotation marks as a whole: a full stop behind them ends no sentence, but a title."""
    return block.style is None and stands_in_quotes(block)


def stands_in_quotes(block: Block) -> bool:
    """Whether a block stands in quotation marks as a whole."""
    return _QUOTED.fullmatch(block.text.text) is not None


def stands_out(block: Block, body: Style | None) -> bool:
    """Whether a block is set in another font, size or colour than the body; never in text input."""
    style = block.style
    return style is not None and body is not None and style != body


def prominence(block: Block, body: Style | None) -> float:
    """How much a block looks like a heading beside the body, 0 to 1; 1 in text input, which does not tell."""
    style = block.style
    if style is None or body is None:
        return 1.0
    if is_smaller(block, body):
        return 0.1
    if style.size_pt > body.size_pt + SMALLER_PT or (style.bold and not body.bold):
        return 1.0
    return 0.6 if stands_out(block, body) else 0.3


def kinds(has_styles: bool) -> dict[str, Kind]:
    """Ways to tell headings of one level, from the strictest to the loosest; only with styles."""
    if not has_styles:
        return {}
    return {
        "style": lambda b: (b.style, b.bullet is not None),
        "font-size": lambda b: b.style and (b.style.font, round(b.style.size_pt), b.bullet is not None),
        "coloured-font-size": lambda b: b.style and (b.style.font, round(b.style.size_pt), is_coloured(b.style)),
        "font": lambda b: b.style and (b.style.font, b.bullet is not None),
    }


def follower(block: Block, body: Style | None) -> Hashable:
    """A rough kind of a block by which what stands next to titles is compared: its look, or its length in text input."""
    style = block.style
    if style is None or body is None:
        return ("prose", is_prose(block, body))
    return (style.font, (style.size_pt > body.size_pt + SMALLER_PT) - (style.size_pt < body.size_pt - SMALLER_PT))


def is_alike(block: Block, other: Block) -> bool:
    """Whether two headings are of one level: the same font, and sizes that designers do not tell apart."""
    a, b = block.style, other.style
    if a is None or b is None:
        return a is b
    return a.font == b.font and max(a.size_pt, b.size_pt) <= LARGER * min(a.size_pt, b.size_pt)


def higher_size_pt(title: Block) -> float:
    """The size of type beyond which a block is set larger than a title, as the heading of a chapter is; none in text input."""
    return title.style.size_pt * LARGER if title.style else math.inf


def title_look(block: Block) -> TitleLook | None:
    """How a title is set; None in text input."""
    style = block.style
    return TitleLook(style.font, round(style.size_pt), block.bullet is not None) if style else None

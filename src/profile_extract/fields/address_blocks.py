"""Which short lines of a profile are an address, whatever stands above them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from profile_extract.answers import once, once_beside
from profile_extract.fields.addresses import HANDLE, find_emails, find_phones, find_urls, has_email
from profile_extract.fields.contact_slots import tells_address
from profile_extract.fields.entities import entity_labels, find_entities
from profile_extract.fields.entities.words import is_small_word
from profile_extract.fields.items import Item
from profile_extract.fields.localities import read_locality, without_sign
from profile_extract.fields.looks import look
from profile_extract.fields.parts import ELECTRONIC, Part, is_aside, may_be_of_address
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.streets import is_street
from profile_extract.layout.address_lines import BETWEEN_FIELDS, MOST_CHARS, fields_of, is_address_line
from profile_extract.lexicon import contact_line_field, is_closed
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.structure import Block, Segment, is_smaller

MOST_LINE_CHARS = 100
"""Length of a line in which an electronic address makes a contact block; in longer ones it is part of a sentence."""
MOST_LINES, MOST_LINES_UNLABELLED = 30, 15
"""Lines of a contact block, with labels on its lines and without."""
MOST_POSTAL_LINES = 6
"""Lines of an address without a way to call or to write an e-mail: names, a street, a place, a country."""
MOST_OVER_ADDRESS = 1
"""Blocks of an entry of a directory between its title and its address."""
MOST_OF_OPENING = 8
"""Short blocks under a title among which its address is looked for; a line of names or a place may stand before it."""
MOST_OVER_OPENING = 2
LEAST_SPACE_LINES = 0.8
"""White space between a value, or an address, and what stands under it in its type, in lines beyond the usual distance."""
LEAST_PARTING_LINES = 0.5
"""White space that parts an address from small print above it, in lines beyond the usual distance."""
FEWEST_SENTENCE_WORDS = 4
"""Words of a sentence under the label of an address that is no line of one, though a point ends it (``Open daily.``)."""
NAME_SHARE = 0.8
"""Share of a line that a name in it takes up for the line to be one of an address."""
_LINE_LABEL = re.compile(r"^[^\W\d][^:/]{0,28}:(?:\s+|(?=[^\W_]|\+))")
_WORDS = re.compile(r"[\w'’-]+")
_LEAST_PROSE_LETTERS = 10
"""Letters of a word that is longer than those within telephone numbers (``Durchwahl``)."""
_ICON = re.compile(r"[\ue000-\uf8ff](?=\s|$)")
"""A sign that only its own font knows: private use in Unicode."""
_CONTACT_LINE = re.compile(r"^([^\W\d][^:]{0,28}):\s*\S")


def holds_address(items: Sequence[Item]) -> bool:
    """Whether a part is a contact block: an e-mail address or telephone number, or lines labelled as in one."""
    if len(items) == 1:
        return _is_contact_block(items[0].block)
    return _hold_address([line.text for item in items for line in item.block.lines])


@once
def _is_contact_block(block: Block) -> bool:
    return _hold_address([line.text for line in block.lines])


def _hold_address(lines: Sequence[str]) -> bool:
    if not 0 < len(lines) <= MOST_LINES:
        return False
    labelled = sum(bool((m := _CONTACT_LINE.match(text)) and contact_line_field(m.group(1))) for text in lines)
    short = [text for text in lines if len(text) < MOST_LINE_CHARS]
    electronic = any(map(_reaches_somebody, short)) or any(map(_is_website, short))
    labels = (contact_line_field(text) in ELECTRONIC for text in lines)  # each over its value, or beside it
    return labelled > 1 or (electronic and (len(lines) <= MOST_LINES_UNLABELLED or sum(labels) > 1))


def tells_how_to_reach(items: Sequence[Item]) -> bool:
    """Whether a contact block has more than web addresses, which may be of what a text is about: a source, further reading."""
    if not holds_address(items):
        return False
    lines = [line.text for item in items for line in item.block.lines]
    others = [line for line in lines if not _is_website(line)]
    return len(others) == len(lines) or any(map(_reaches_somebody, lines)) or _has_place(others)


def tells_only_in_sentences(items: Sequence[Item]) -> bool:
    """Whether there is nothing but whole sentences under the label of an address, and nobody and nothing to reach in them."""
    texts = [item.text.text for item in items]
    are_sentences = bool(items) and all(is_closed(text) and len(text.split()) >= FEWEST_SENTENCE_WORDS for text in texts)
    lines = [line.text for item in items for line in item.block.lines]
    return are_sentences and not any(_reaches_somebody(line) or any(find_urls(line)) for line in lines)


def _has_place(lines: Sequence[str]) -> bool:
    """Whether one of some lines is a street, or a place with its postcode or country, or has them between commas."""
    passages = [Passage.of(line, 0, len(line)) for line in lines if len(line) < MOST_LINE_CHARS]
    pieces = (piece for line in passages for piece in line.split(BETWEEN_FIELDS))
    return any(read_locality(line) is not None for line in passages) or any(map(tells_address, pieces))


def _reaches_somebody(text: str) -> bool:
    """Whether a line has an e-mail address or a telephone number."""
    return has_email(text) or bool(find_phones(text)) or (_names_number(text) and not _is_website(text))


def _names_number(text: str) -> bool:
    """Whether a line is a word for a telephone and a number (``Tlf. 62 21 40 07``), in whatever form a country writes it."""
    return text[:1].isalpha() and is_address_line(text)


def holds_postal_address(items: Sequence[Item]) -> bool:
    """Whether a part is an address to write to: a few short lines, and only one of the last two a postcode and its place.

    A sentence that ends in an address is none.
    """
    if any(reads_as_prose(item.block) for item in items):
        return False
    lines = [line.text for item in items for line in item.block.lines]
    if not 1 < len(lines) <= MOST_POSTAL_LINES or any(len(line) > MOST_CHARS for line in lines):
        return False
    places = [read_locality(Passage.of(line, 0, len(line))) for line in lines]
    coded = [place is not None and place.postal_code is not None and place.locality.text[0].isupper() for place in places]
    return any(coded[1:][-2:]) and sum(coded) == 1


def is_all_electronic(text: str) -> bool:
    """Whether a text is e-mail addresses, web addresses and telephone numbers, with labels and marks between them only.

    What somebody goes by in a network may stand beside them.
    """
    if any(map(_is_prose_word, text.split())):
        return False
    rest = text
    for find in (find_emails, find_urls, find_phones):
        for start, end in reversed(list(find(rest))):
            rest = f"{rest[:start]}|{rest[end:]}"
    return rest != text and all(contact_line_field(word) for word in _WORDS.findall(HANDLE.sub("|", rest)))


def _is_prose_word(word: str) -> bool:
    """Whether a word can stand neither in an address or number nor before one; nearly every paragraph has such a word."""
    return len(word) >= _LEAST_PROSE_LETTERS and word.isalpha() and not contact_line_field(word)


def _is_website(text: str) -> bool:
    """Whether a line is one web address, a label before it aside."""
    label = _LINE_LABEL.match(text)
    bare = without_sign(text[label.end() if label else 0 :])
    return len(bare.split()) == 1 and any(end - start == len(bare) for start, end in find_urls(bare))


def with_address_apart(parts: Sequence[Part], body: Style | None, *, persons_are_its_own: bool = False) -> tuple[Part, ...]:
    """The parts of a profile, an address without a label that closes the last of them in a part of its own.

    ``persons_are_its_own`` asks for names under a label to stay with their address: where most have one there, the label
    is that of all.

    What stands first under a label is its own, unless it names an organisation or the label a part of an address: then the
    label is that of the address. Behind a value beside its label, white space parts an address from it anywhere.
    """
    parts = [half for part in parts for piece in _parted_behind_value(part) for half in _parted_at_column(piece)]
    asides = _inside_last(parts)
    parts = parts[: len(parts) - len(asides)]
    return (*_with_closing_address_apart(parts, body, persons_are_its_own=persons_are_its_own), *asides)


def _inside_last(parts: Sequence[Part]) -> Sequence[Part]:
    """The last parts, without a label, of what stands inside the part before them: quotes, captions, notes."""
    count = sum(1 for _ in takewhile(lambda part: part.label is None, reversed(parts)))
    before, asides = parts[: len(parts) - count], parts[len(parts) - count :]
    end = before[-1].items[-1].block.index if before and before[-1].items else 0
    return asides if all(item.block.index < end for part in asides for item in part.items) else ()


def _with_closing_address_apart(parts: Sequence[Part], body: Style | None, *, persons_are_its_own: bool) -> tuple[Part, ...]:
    last = parts[-1] if parts else None
    if last is None or last.label is None or not _may_end_in_address(last):
        return tuple(parts)
    start, end = closing_address(last.items[1:], body, has_label=True)
    if start == end or (last.field == "section" and _is_first_of_address(last.items[start], last.items[start + 1], body)):
        return tuple(parts)
    if persons_are_its_own and start == 0 and _is_person_under(last):
        return tuple(parts)
    return (*parts[:-1], last._replace(items=last.items[: start + 1]), Part(None, None, last.items[start + 1 :], ""))


def _is_first_of_address(item: Item, below: Item, body: Style | None) -> bool:
    """Whether what stands over an address names the organisation it is of, and no white space parts the two."""
    is_parted = below.block.style is not None and LEAST_SPACE_LINES <= below.block.gap_lines < math.inf
    return not is_parted and names_organisation(item, body)


def _is_person_under(part: Part) -> bool:
    """Whether the name of one person stands under a label, in a line of its own: the first line of the address behind it."""
    first, below = part.items[:2]
    is_near = below.block.gap_lines < LEAST_PARTING_LINES or below.block.style is None
    return is_near and first.block != part.label_block and "," not in first.text.text and reads_as_person(first.text.text)


def _parted_behind_value(part: Part) -> Iterator[Part]:
    """A part, and behind it the address that stands under its value, which is beside the label, with space between."""
    items = part.items
    if part.field == "section" and part.label_block is not None and len(items) > 1:
        is_row = is_beside(part.label_block, items[0].block) and len(items[0].block.lines) == 1
        if is_row and LEAST_SPACE_LINES <= items[1].block.gap_lines < math.inf and holds_address(items[1:]):
            yield part._replace(items=items[:1])
            part = Part(None, None, items[1:], "")
    yield part


def _parted_at_column(part: Part) -> Iterator[Part]:
    """A part of text, and behind it what ends it in another column, if that is electronic addresses and nothing else."""
    items = part.items if part.field == "section" else ()
    begins = [n for n, item in enumerate(items) if n and item.block.gap_lines == math.inf and item.block.style is not None]
    rest = items[begins[-1] :] if begins else ()
    above = items[begins[-1] - 1].block if rest else None
    is_behind_text = above is not None and above.column != rest[0].block.column and reads_as_prose(above)
    if is_behind_text and all(is_all_electronic(item.text.text) for item in rest):
        yield part._replace(items=items[: begins[-1]])
        part = Part(None, None, rest, "")
    yield part


def _may_end_in_address(part: Part) -> bool:
    """Whether an address may close a labelled part without being of it: of related ideas, each may have its own."""
    if part.field == "related":
        return sum(holds_address([item]) for item in part.items) == 1
    return part.field == "section" and part.label is not None and contact_line_field(part.label.key) is None


def closing_address(items: Sequence[Item], body: Style | None, *, has_label: bool = False) -> tuple[int, int]:
    """The items, half-open, that close a part as an address does, footnotes and captions behind it aside; empty if none.

    Where nothing says how to reach somebody else, it is a whole postal address: the last item, and those set as it is over it.
    In a dump, where nothing is set in any way, such an address is that of a label over it.
    """
    end = len(items)
    while end > 0 and _is_note(items[end - 1].block, body):
        end -= 1
    start = end
    while start > 0 and (_has_icon(items, start - 1, body) or _goes_on_below(items[start - 1], items[start:end], body)):
        start -= 1
    if start == 0 and end > 1 and _heads_address(items[0], items[end - 1], body):
        start = 1
    if holds_address(items[start:end]):
        return start, end
    if has_label and body is None:
        return end, end
    own = end - sum(1 for _ in takewhile(lambda item: _is_set_as(items[end - 1], item), reversed(items[start:end])))
    return (own, end) if holds_postal_address(items[own:end]) else (end, end)


def _is_set_as(last: Item, item: Item) -> bool:
    """Whether an item is the last one or set as it is, in print."""
    return item is last or look(item.block.style) == look(last.block.style) is not None


def _has_icon(items: Sequence[Item], at: int, body: Style | None) -> bool:
    """Whether a short item begins with a sign of a font of icons, and those beside it with others: a list has one for all."""
    sign, *near = (_sign(item) for item in (items[at], *items[max(0, at - 1) : at], *items[at + 1 : at + 2]))
    return bool(sign) and any(near) and sign not in near and not is_prose(items[at].block, body)


def _sign(item: Item) -> str:
    """The sign without a meaning of its own that an item begins with, as printed; empty where there is none."""
    sign = _ICON.match(item.block.lines[0].text)
    return sign.group() if sign else ""


def _goes_on_below(item: Item, below: Sequence[Item], body: Style | None) -> bool:
    """Whether an item may be of an address, and is no note, or in small print as the next line of it is, right above it."""
    if not may_be_of_address(item, body):
        return False
    if not _is_note(item.block, body):
        return True
    if is_aside(item.block, body) or not below or item.block.style is None or below[0].block.style is None:
        return False
    is_alike = round(item.block.style.size_pt) == round(below[0].block.style.size_pt)  # a name may be bold
    return is_alike and below[0].block.gap_lines < LEAST_PARTING_LINES


def _heads_address(item: Item, last: Item, body: Style | None) -> bool:
    """Whether the first of some short blocks is no line of the address that they are: set otherwise, and hardly a name.

    The word for an organisation or a department names one where it comes first or last, or among capitals.
    """
    if body is None or look(item.block.style) == look(last.block.style) or holds_address([item]):
        return False
    text = item.text.text
    found = find_entities(text)
    of_names = [entity for entity in found if entity.label in {"ORG", "DEPARTMENT"}]
    if any(entity.start == 0 or entity.end == len(text) for entity in of_names) or (of_names and _is_in_capitals(text)):
        return False
    return all(entity.end - entity.start < NAME_SHARE * len(text) for entity in found)


def _is_in_capitals(text: str) -> bool:
    """Whether each word of a text begins with a capital, but those that stay small in names."""
    return all(word[0].isupper() or is_small_word(word) for word in text.split())


def is_only_address(items: Sequence[Item], segment: Segment, body: Style | None) -> bool:
    """Whether these items are all that a profile has under its title, and an address: an entry of a directory.

    A line of another kind may stand between the title and the address: what the entry is about.
    """
    start, end = closing_address(items, body)
    return len(items) == len(segment.under_title) and start <= MOST_OVER_ADDRESS and start < end == len(items)


def opening_address(items: Sequence[Item], body: Style | None, *, must_be_whole: bool = True) -> tuple[int, int]:
    """The items, half-open, in which an address stands under a title, before the text; empty if none.

    Whole is an address that says a place, and how to reach it without going there: either alone may belong to anything,
    unless other profiles have a whole one there.
    """
    short = list(takewhile(lambda item: may_be_of_address(item, body), items[:MOST_OF_OPENING]))
    kinds = [_kinds_of_lines(item) for item in short]
    marked = [number for number, found in enumerate(kinds) if found]
    if len(set().union(*kinds)) > 1 and marked[0] <= MOST_OVER_OPENING:
        return marked[0], marked[-1] + 1
    return (0, 0) if must_be_whole else (0, sum(1 for _ in takewhile(bool, kinds)))


def has_street_at_opening(items: Sequence[Item], body: Style | None) -> bool:
    """Whether the address under a title has a street, as those of offices do and those of authors do not."""
    start, end = opening_address(items, body)
    return any(is_street(line.text) for item in items[start:end] for line in item.block.lines)


def _kinds_of_lines(item: Item) -> set[str]:
    """What the lines of a block, or the parts that marks part in them, say of an address: a place, how to reach it."""
    texts = [line.text for line in item.block.lines]
    texts += [item.text.text] if item.block.style is not None else []  # a field may run over the end of a line
    pieces = {field for text in texts for field in fields_of(text)}
    kinds = {"reached" for piece in pieces if is_address_line(piece) or is_all_electronic(piece)}
    return kinds | {"place" for piece in pieces if is_street(piece) or read_locality(Passage.of(piece, 0, len(piece)))}


@once_beside
def _is_note(block: Block, body: Style | None) -> bool:
    """Whether a block is a caption or small print; small print that is an address is neither."""
    is_small = is_smaller(block, body) and not _is_contact_block(block) and not holds_postal_address([Item(block, block.text)])
    return is_aside(block, body) or is_small


def names_organisation(item: Item, body: Style | None) -> bool:
    """Whether an item is a line that may stand in an address and names an organisation or a part of one."""
    found = entity_labels(item.text.text) if may_be_of_address(item, body) else set()
    return bool(found & {"ORG", "DEPARTMENT"})

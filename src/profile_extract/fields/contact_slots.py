"""The lines of a contact block cut into slots: one thing each, with what a label before it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.clean.characters import TELEPHONES
from profile_extract.clean.joins import joined
from profile_extract.fields.addresses import (
    find_emails,
    find_phones,
    find_urls,
    is_number_alone,
    may_be_phone,
    numbers_of,
)
from profile_extract.fields.entities import entity_labels, find_entities
from profile_extract.fields.entities.words import ends_before_town
from profile_extract.fields.items import Item
from profile_extract.fields.localities import is_bare_postcode, read_locality, without_edges, without_stop
from profile_extract.fields.parts import ELECTRONIC
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.streets import find_place_behind, has_name_and_number, is_street
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.layout.address_lines import ADDRESS_WORD, INNER_LABEL, LEADS_OUT, SYMBOLS, is_address_line, is_host
from profile_extract.layout.codes import NOTE_SIGNS
from profile_extract.lexicon import contact_line_field
from profile_extract.passage import Passage
from profile_extract.structure import Layout

_NO_NAMES = frozenset({*ELECTRONIC, "street", "postal_code"})
"""Fields whose words are no names by themselves, as ``Service`` and ``Unit`` may be."""
FEWEST_ROWS = 3
"""Lines of a block that are words for what stands in the next one, before they are the first column of a table."""
_LABEL = re.compile(
    r"^([^\W\d_][\w .’'/-]{0,28}?)(?:\s*:(?!//)\s*(?=\S)|\.\s+(?=[+(\d]))"
    rf"|^({ADDRESS_WORD})\s+(?=[+(\d]|\S+@|www\.|https?:)"
)
_OFFICE = re.compile(r"^((?:\d\. ?)?[^\W\d_][\w .’'/()-]{1,38}?)\s*:\s+(?=\S)")
"""What somebody is, before a name."""
_IN_BRACKETS = re.compile(r"(.*[^\W\d_])\s+\(([^()]{4,40})\)")
_LABEL_ALONE = re.compile(r"^([^\W\d_][\w .’'/-]{0,28}?)\s*:$")
_SEPARATOR = re.compile(r"\s+[|•·]\s+|\s*;\s+|\t+")
_SIGNS_AROUND = re.compile(rf"[{NOTE_SIGNS}{SYMBOLS}\s]*(.*?)\s*[{LEADS_OUT}]*", re.DOTALL)
"""A part of an address, with the pin, telephone or mark of a note before it, and the arrow behind a link."""
_TELEPHONE = re.compile(rf"\s*[{TELEPHONES}]")
_COMMA = re.compile(r"\s*,\s*")
_GOES_ON = re.compile(
    r"(?:\b(?:und|and|of|for|für|de|des|du|di|del|della|et|y|e|en|van|the|der|die|das|zu|zur)|[&,/–-]|s[’'])$"
)
_LEGAL_FORM = re.compile(
    r"(?:g?GmbH|AG|eG|KG|UG|OHG|SE|e\. ?V\.|Ltd\.?|LLC|Inc\.?|PLC|plc|S\. ?A\.|S\. ?r\. ?l\.|SRL|SARL|SAS|B\. ?V\.|N\. ?V\."
    r"|AB|AS|A/S|ApS|Oy|s\. ?r\. ?o\.|Sp\. z o\. ?o\.)(?: & Co\. KG)?"
)
"""What ends the name of a company, and is none by itself."""
_ASSOCIATION = re.compile(r"e\. ?V\.$")
"""The legal form of an association in German, where most have it."""
_FLOOR = re.compile(
    r"(?:\d{1,2}(?:\.[ºª]?|st|nd|rd|th|º|ª|°|er|e|ème)? ?(?:sal|etage|étage|floor|stock|og|piso|planta|andar|piano|tr|vån)\b.*"
    r"|\d{1,2}\.?[ºª°] ?(?:[a-z]|esq|dto|dta|fte|izq|izda|dcha|drt)?"
    r"|kld|stuen|st|eg|dg|ug|rez-de-chaussée|ground floor|ba[jix]+os?|entresuelo)\.?(?: t[hv]\.?)?",
    re.IGNORECASE,
)
"""The floor of a house, behind its number (``4. sal``), and perhaps the door."""
_UNIT = re.compile(
    r"(?:unit|shop|suite|room|office|level|apt\.?|nave|local|oficina|parcela|puerta|bât\.?|bâtiment|boîte|bte\.?|bus|box|interno|lok\.|haus|hus|gebäude|building|bldg\.?)"
    r" ?(?:\d{1,4} ?[a-z]?|[A-Z])",
    re.IGNORECASE,
)
"""Part of a house or plot by its number, before a street (``Shop 6``) or behind it (``nave 14``)."""
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.–-]{4,}\d")
_NATIONAL = re.compile(r"(?=(?:\D*\d){8,11}\D*$)\d{2,4}(?:[ .]\d{2,4}){2,4}")
"""A telephone number as it is dialled inside a country where none begins with 0, in groups (``915 22 69 68``)."""
_POSTCODE_BEFORE_PLACE = re.compile(r"\d{4,5}-\d{3,4}\s+[^\W\d_]")
_FIGURE = re.compile(r"\d")
_BARE_NUMBER = re.compile(
    r"(?:n[.º°]{0,2} ?)?\d{1,4} ?[a-zA-Z]?(?: ?(?:bis|ter))?(?: ?[-–/] ?\d{1,4} ?[a-zA-Z]?)?|s/n\.?", re.IGNORECASE
)
"""A house number alone; ``s/n`` (sin número) where a house has none."""

_BRACKETS = frozenset({"<>", "()", "[]"})
"""What an address may stand in behind the name of whose it is (``Ada Berg <ada@example.org>``)."""


class Slot(NamedTuple):
    """A piece of a contact block. ``field`` is what a label says it is; ``kind`` what it is by itself.

    Kinds are ``email``, ``website``, ``phone``, ``fax``, ``street`` and ``text``. ``wraps`` says that the source marks
    its line as going on in the next.
    """

    text: Passage
    field: str | None
    kind: str
    wraps: bool


def tells_whole_address(items: Sequence[Item]) -> bool:
    """Whether the first item of a part is an address: a street, a postcode and its place, or a number and then a town."""
    pieces = items[0].text.split(_COMMA) if items else ()
    return any(map(tells_address, pieces)) or _ends_in_town(pieces)


def _ends_in_town(pieces: Sequence[Passage]) -> bool:
    """Whether a name and a number stand before the name of a town, which is the last: a street, and no room."""
    if len(pieces) < 2 or _UNIT.fullmatch(pieces[-2].text):
        return False
    return has_name_and_number(pieces[-2].text) and bool(find_places(without_stop(pieces[-1]).text))


def find_slots(lines: Sequence[tuple[Passage, bool]], layout: Layout) -> list[Slot]:
    """All slots of a block in order; names that run over a line end are joined."""
    whole: list[Slot] = []
    waiting: str | None = None
    is_table = _is_table([line.text for line, _ in lines])
    for part, shown, wraps in ((*part, wraps) for line, wraps in lines for part in _parts_of(line)):
        if announced := _announced(part.text, is_table):
            waiting = announced
            continue
        waiting = waiting or shown
        for number, slot in enumerate(_of_holder(part, layout) or _slots_of(part, wraps, waiting)):
            last = whole[-1] if whole and not number else None
            if last and slot.field is None and _goes_on(last, slot):
                text = joined([last.text, slot.text], layout.vocabulary)
                whole[-1] = last._replace(text=text, wraps=slot.wraps)
            else:
                whole.append(slot)
        waiting = None
    return whole


def _parts_of(line: Passage) -> Iterator[tuple[Passage, str | None]]:
    """What marks, tabs and labels inside a line part in it, and a dash, full stop or space between a street and a postcode.

    With each part comes what a sign before it says that it is.
    """
    for part in (part for piece in line.split(_SEPARATOR) for part in _at_labels(piece)):
        shown, part = "phone" if _TELEPHONE.match(part.text) else None, _without_signs(part)
        if mark := find_place_behind(part):
            yield part[: mark.start()], None
            part = part[mark.end() :]
        yield part, shown


def _without_signs(part: Passage) -> Passage:
    """A piece without the signs around it; one that is nothing but signs as it is."""
    match = _SIGNS_AROUND.fullmatch(part.text)
    return part[match.start(1) : match.end(1)] if match and match[1] else part


def _at_labels(piece: Passage) -> Sequence[Passage]:
    """A piece parted before the labels inside it; the second word of the one it begins with is none (``Sitio web: …``)."""
    label = piece.text.partition(":")[0]
    match = INNER_LABEL.search(piece.text, len(label) if contact_line_field(label) is not None else 0)
    return (piece[: match.start()], *piece[match.end() :].split(INNER_LABEL)) if match else (piece,)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether a block is a table of two columns: words alone on lines, each for the next one (``Name``, ``Organisation``)."""
    alone = [contact_line_field(line) is not None for line in lines]
    return sum(alone) >= FEWEST_ROWS and not any(is_word and is_next for is_word, is_next in pairwise(alone))


def _announced(text: str, in_table: bool) -> str | None:
    """What a piece that is a label and nothing else says the next one is.

    Without a colon only how to reach somebody, or where a street or a postcode is to stand, but in a table.
    """
    alone = _LABEL_ALONE.match(text)
    field = contact_line_field(alone.group(1) if alone else text)
    return field if alone or in_table or field in _NO_NAMES else None


def _goes_on(last: Slot, slot: Slot) -> bool:
    """Whether a name runs on in the next line: by its words, or because the source says that the line is wrapped."""
    if slot.kind != "text" or last.kind != "text" or slot.text.text[:1].isdigit():
        return False
    if _GOES_ON.search(last.text.text) or ends_before_town(last.text.text) or last.wraps:
        return True
    if _ends_name(last.text.text, slot.text.text):
        return True
    if slot.text.text.startswith("(") or _LEGAL_FORM.fullmatch(slot.text.text):
        return True
    if slot.text.text.startswith("c/o "):
        return False
    is_what_somebody_is = slot.text.text.islower() and _is_person(last.text.text)  # most languages write it small
    return slot.text.text[:1].islower() and not is_what_somebody_is


def _ends_name(above: str, text: str) -> bool:
    """Whether the last word of an association's name stands in a line with its legal form, the first ones in that above."""
    form = _ASSOCIATION.search(text)
    if form is None or _ASSOCIATION.search(above) or not find_entities(above, "ORG"):
        return False
    return len(text[: form.start()].split()) == 1 and not find_entities(text[: form.start()], "ORG")


def _is_person(text: str) -> bool:
    """Whether a text is the name of a person and nothing else."""
    found = find_entities(text)
    spans = [(entity.start, entity.end) for entity in found if entity.label == "PERSON"]
    is_whole = (0, len(text)) in spans and all(entity.label in {"PERSON", "PLACE"} for entity in found)
    return is_whole and all(word[0].isupper() for word in text.split())


def _slots_of(part: Passage, wraps: bool, said: str | None) -> Iterator[Slot]:
    """The slots of a piece; ``said`` is what a label on its own before it says that it is."""
    match = _LABEL.match(part.text)
    field = _field_before(match) if match else None
    is_named = field is not None or (is_address_line(part.text) and "://" not in part.text)
    text = part[match.end() :].stripped() if match and is_named else part
    yield from _typed(text, field or said, wraps)


def _of_holder(part: Passage, layout: Layout) -> tuple[Slot, ...]:
    """Who holds an office, and that, of a line that says both (``Chair: Ada Berg``); empty for all other lines.

    The office is known by its word, or the name alone is in bold: then what is before it may be anything.
    """
    match = _OFFICE.match(part.text)
    if match is None or contact_line_field(match.group(1)) is not None:
        return ()
    office, name = part[: match.end(1)], part[match.end() :]
    if not reads_as_person(name.text):
        return ()
    person = Slot(name, "person", "text", False)
    if "ROLE" in entity_labels(office.text):
        return person, Slot(office, "role", "text", False)
    return (person,) if _is_bold_from(name.start, layout) else ()


def _is_bold_from(offset: int, layout: Layout) -> bool:
    """Whether a line turns bold at an offset of the report's text."""
    line = layout.report.lines_between(offset, offset + 1)[0]
    turns = ((a.style.bold, b.style.bold) for a, b in pairwise(line.runs) if b.offset <= offset - line.start <= b.offset + 1)
    return (False, True) in turns


def _field_before(label: re.Match[str]) -> str | None:
    """What a label says of the text behind it; without a colon only how to reach somebody (not ``Unit 4``)."""
    field = contact_line_field(label.group(1) or label.group(2))
    return field if label.group(1) or field in ELECTRONIC else None


def _typed(text: Passage, field: str | None, wraps: bool) -> Iterator[Slot]:
    """The electronic addresses in a text, each a slot, and what is around them."""
    if field == "fax":
        yield Slot(text, field, "fax", False)
        return
    if field == "website" and is_host(text.text):
        yield Slot(text, field, "website", False)
        return
    spans = [(a, b, "email") for a, b in find_emails(text.text)] + [(a, b, "website") for a, b in find_urls(text.text)]
    if field in {None, "phone"}:
        spans += [(a, b, "phone") for a, b in _phones(text.text, field) if not any(s < b and a < e for s, e, _ in spans)]
    at = 0
    for start, end, kind in sorted(spans):
        in_brackets = text.text[start - 1 : start] + text.text[end : end + 1] in _BRACKETS
        yield from _plain(text[at : start - in_brackets], field, False)
        yield Slot(text[start:end], field, kind, False)
        at = end + in_brackets
    yield from _plain(text[at:], field, wraps and at == 0)


def _phones(text: str, field: str | None) -> list[tuple[int, int]]:
    """Telephone numbers; behind a label for them any number, before a place none: that is its postcode."""
    if field is None and _POSTCODE_BEFORE_PLACE.match(text):
        return []
    found = find_phones(text)
    if is_number_alone(text) and _NATIONAL.fullmatch(text):
        return [(0, len(text))]
    if field != "phone":
        return found
    spans = [(m.start() + a, m.start() + b) for m in _NUMBER.finditer(text) for a, b in numbers_of(m.group())]
    others = [(a, b) for a, b in spans if may_be_phone(text[a:b]) and not any(c < b and a < d for c, d in found)]
    return sorted([*found, *others])


def _plain(text: Passage, field: str | None, wraps: bool) -> Iterator[Slot]:
    """A name or address. What a wide space or a comma parts is taken apart where a part is clearly a street."""
    parts = _parts_at_wide_gaps(text)
    pieces = text.split(_COMMA)
    may_be_parted = len(parts) == 1 and field in {None, "street"} and len(pieces) > 1
    is_place = read_locality(text) is not None and not _is_named_street(pieces[0].text)
    is_told = any(tells_address(piece) or is_bare_postcode(piece.text) for piece in pieces) or _ends_in_town(pieces)
    if may_be_parted and not is_place and is_told:
        parts = [without_edges(part) for part in _with_whole_streets(text, pieces)]
    for number, part in enumerate(part for part in parts if any(map(str.isalnum, part.text))):
        yield Slot(part, field if number == 0 else None, "street" if is_street(part.text) else "text", wraps)


def with_country_apart(slots: Sequence[Slot]) -> list[Slot]:
    """The slots, a country in brackets behind a place or a name in one of its own (``Vila Real (Portugal)``).

    Where a line says a country by itself, or there is an address, one behind a name is of that: where somebody works, not
    where he is.
    """
    texts = [slot.text for slot in slots if slot.kind == "text"]
    if any(find_country_code(text.text.rpartition(",")[2].strip(" .")) for text in texts):
        return list(slots)
    has_address = any(slot.kind == "street" for slot in slots) or any(map(read_locality, texts))
    parted: list[Slot] = []
    for slot in slots:
        match = _IN_BRACKETS.fullmatch(slot.text.text) if slot.kind == "text" else None
        before = slot.text[: match.end(1)] if match else slot.text
        if match is None or find_country_code(match.group(2)) is None or (has_address and read_locality(before) is None):
            parted.append(slot)
            continue
        parted.append(slot._replace(text=before))
        parted.append(Slot(slot.text[match.start(2) : match.end(2)], None, "text", False))
    return parted


def _is_named_street(text: str) -> bool:
    """Whether a text of several words ends with the word for a street (``Chapel Street``): no place goes by such a name."""
    found = find_entities(text, "STREET")
    return bool(found) and " " in text and found[-1].end == len(text) and not find_places(text)


def tells_address(piece: Passage) -> bool:
    """Whether a piece between commas is a street, or a postcode and its place: one before it may be a street by any name."""
    return is_street(piece.text) or (_FIGURE.search(piece.text) is not None and read_locality(piece) is not None)


def _with_whole_streets(text: Passage, pieces: Sequence[Passage]) -> list[Passage]:
    """The pieces between commas, those of one street together (``901 Congress Avenue, Suite 250``)."""
    spans: list[tuple[int, int, bool]] = []
    at = 0
    for piece in pieces:
        start = text.text.index(piece.text, at)
        at = start + len(piece.text)
        is_part = is_street(piece.text)
        last = text.text[spans[-1][0] : spans[-1][1]] if spans else ""
        is_number = _is_house_number(piece.text, last) or _is_house_number(last, piece.text)
        is_inside = _FLOOR.fullmatch(piece.text) is not None or _UNIT.fullmatch(piece.text) is not None
        if spans and not spans[-1][2] and is_bare_postcode(piece.text):
            spans[-1] = (spans[-1][0], at, False)
        elif spans and ((spans[-1][2] and (is_part or is_inside)) or is_number or (is_part and _UNIT.fullmatch(last))):
            spans[-1] = (spans[-1][0], at, True)
        else:
            spans.append((start, at, is_part))
    return [text[start:end] for start, end, _ in spans]


def _is_house_number(text: str, name: str) -> bool:
    """Whether a piece between commas is the number of a house, or says that it has none, and the piece beside it a name."""
    return _BARE_NUMBER.fullmatch(text) is not None and bool(name) and _FIGURE.search(name) is None


def _parts_at_wide_gaps(text: Passage) -> list[Passage]:
    """The parts of a line between doubled spaces behind a comma: field boundaries that cleaning has narrowed."""
    cuts = [0]
    at = 0
    for piece in text.pieces:
        if "collapse-spaces" in piece.rule and text.text[:at].endswith(","):
            cuts.append(at)
        at += piece.end - piece.start if piece.after is None else len(piece.after)
    parts = (without_edges(text[a:b]) for a, b in zip(cuts, [*cuts[1:], len(text.text)], strict=True))
    return [part for part in parts if part.text]

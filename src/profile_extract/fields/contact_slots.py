"""The lines of a contact block cut into slots: one thing each, with what a label before it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.clean.joins import Join, find_join, glued, joined
from profile_extract.fields.addresses import (
    find_emails,
    find_phones,
    find_urls,
    has_phone_digits,
    is_known_ending,
    numbers_of,
)
from profile_extract.fields.entities import entity_labels, find_entities
from profile_extract.fields.entities.words import ends_before_town
from profile_extract.fields.localities import is_postcode_of, read_locality, without_edges
from profile_extract.fields.parts import ELECTRONIC, Item, index_at
from profile_extract.fields.persons import reads_as_person
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.layout.address_lines import ADDRESS_WORD, is_address_line
from profile_extract.layout.line_ends import has_room_for
from profile_extract.lexicon import contact_line_field
from profile_extract.model import Line
from profile_extract.passage import Passage
from profile_extract.structure import Layout

FULL_LINE = 0.6
"""Share of the block's longest line from which a line may be wrapped; shorter ones end where their text ends."""
MOST_STREET_CHARS = 80
FEWEST_ROWS = 3
"""Lines of a block that are words for what stands in the next one, before they are the first column of a table."""
_LABEL = re.compile(
    r"^([^\W\d_][\w .’'/-]{0,28}?)(?:\s*:\s*(?=\S)|\.\s+(?=[+(\d]))"
    rf"|^({ADDRESS_WORD})\s+(?=[+(\d]|\S+@|www\.|https?:)"
)
_OFFICE = re.compile(r"^((?:\d\. ?)?[^\W\d_][\w .’'/()-]{1,38}?)\s*:\s+(?=\S)")
"""What somebody is, before a name."""
_IN_BRACKETS = re.compile(r"(.*[^\W\d_])\s+\(([^()]{4,40})\)")
_LABEL_ALONE = re.compile(r"^([^\W\d_][\w .’'/-]{0,28}?)\s*:$")
INNER_LABEL = re.compile(
    r"[\s,;|]+(?=(?:tel|tél|tlf|telefon|telefono|teléfono|téléphone|telephone|phone|fax|telefax|e-?mail|mail|web|website|internet|mobile?|fon)"
    r"\b\.?\s*[:+(\d])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|•·]\s+|\s*;\s+|\t+")
_COMMA = re.compile(r"\s*,\s*")
_DASH_BEFORE_POSTCODE = re.compile(r"\s[–—-]\s+(?=(?:[A-Z]{1,2}-)?\d{2,5}[ -]?\w{2,4} ?[^\W\d_])")
_GOES_ON = re.compile(
    r"(?:\b(?:und|and|of|for|für|de|des|du|di|del|della|et|y|e|en|van|the|der|die|das|zu|zur)|[&,/–-]|s[’'])$"
)
_LEGAL_FORM = re.compile(
    r"(?:g?GmbH|AG|eG|KG|UG|OHG|SE|e\. ?V\.|Ltd\.?|LLC|Inc\.?|PLC|plc|S\. ?A\.|S\. ?r\. ?l\.|SRL|SARL|SAS|B\. ?V\.|N\. ?V\."
    r"|AB|AS|A/S|ApS|Oy|s\. ?r\. ?o\.|Sp\. z o\. ?o\.)(?: & Co\. KG)?"
)
"""What ends the name of a company, and is none by itself."""
_FORM_AT_END = re.compile(rf"(?<= )(?:{_LEGAL_FORM.pattern})$")
_FLOOR = re.compile(
    r"(?:\d{1,2}(?:\.[ºª]?|st|nd|rd|th|º|ª|°|er|e|ème)? ?(?:sal|etage|étage|floor|stock|og|piso|planta|andar|piano|tr|vån)\b.*"
    r"|\d{1,2}\.?[ºª°] ?(?:[a-z]|esq|dto|dta|fte|izq|izda|dcha|drt)?"
    r"|kld|stuen|st|eg|dg|ug|rez-de-chaussée|ground floor|ba[jix]+os?|entresuelo)\.?(?: t[hv]\.?)?",
    re.IGNORECASE,
)
"""The floor of a house, behind its number (``4. sal``), and perhaps the door."""
_UNIT = re.compile(
    r"(?:unit|shop|suite|room|office|level|apt\.?|nave|local|oficina|parcela|puerta|bât\.?|bâtiment|boîte|bte\.?|bus|box|interno|lok\.|haus|hus|gebäude)"
    r" ?(?:\d{1,4} ?[a-z]?|[A-Z])",
    re.IGNORECASE,
)
"""Part of a house or plot by its number, before a street (``Shop 6``) or behind it (``nave 14``)."""
_BROKEN_HOST = re.compile(r"(?:\S@|\bwww\.)[\w-]+$")
_REST_OF_HOST = re.compile(r"[\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}")
"""A host without its country or kind at a line's end, and what it goes on with: narrow columns break it anywhere."""
_BROKEN_ENDING = re.compile(r"(?:\S@|\bwww\.)\S*\.([a-z]{1,5})$")
_REST_OF_ENDING = re.compile(r"[a-z]{1,6}")
"""A host broken inside its country or kind, and what stands in the next line of that."""
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.–-]{4,}\d")
_FIGURES_AT_END = re.compile(r"(?<![\d/(.–-])(?:[+(]?\d[\d\s()/.–-]{4,}\d|0\d{2,5})$")
"""A telephone number, or the area that one begins with, at the end of a line."""
_LAST_FIGURES = re.compile(r"\d(?:[ /.–-]?\d){0,5}")
_COUNTRY_CODE = re.compile(r"\+\d{1,3}(?: ?\(?\d{1,4}\)?)?$")
"""The beginning of an international telephone number at the end of a line."""
_FIGURES = re.compile(r"[\d(][\d\s()/.–-]*\d")
_POSTCODE_BEFORE_PLACE = re.compile(r"\d{4,5}-\d{3,4}\s+[^\W\d_]")
_ENDS_IN_POSTCODE = re.compile(r", (?:[A-Z]{1,3}-)?\d{4,5}$")
_PLACE_NAME = re.compile(r"(?!\w+:)[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
"""A street and a postcode, and the place that a narrow column puts on the next line."""
_ENDS_IN_PLACE = re.compile(r"\b\d{4,5} (?P<name>[^\W\d_][^\d,()]*)$")
_REST_OF_PLACE = re.compile(r"(?P<name>[^\W\d_][^\d,()]*?)(?: \([A-Z]{2}\)|,.*)?")
_FIGURE = re.compile(r"\d")
_NUMBER_OF_HOUSE = re.compile(r"\d{1,4} ?[a-zA-Z]?(?:,|$)")
"""What a line begins with, or is, that a street has run over into."""
_BARE_NUMBER = re.compile(
    r"(?:n[.º°]{0,2} ?)?\d{1,4} ?[a-zA-Z]?(?: ?(?:bis|ter))?(?: ?[-–/] ?\d{1,4} ?[a-zA-Z]?)?|s/n\.?", re.IGNORECASE
)
"""A house number alone; ``s/n`` (sin número) where a house has none."""
_HOUSE_NUMBER = re.compile(r"(?<!\w)s/n\b|(?<!\d)\d{1,5}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d+\s?[a-zA-Z]?)?(?!\d)")


class Slot(NamedTuple):
    """A piece of a contact block. ``field`` is what a label says it is; ``kind`` what it is by itself.

    Kinds are ``email``, ``website``, ``phone``, ``fax``, ``street`` and ``text``. ``wraps`` says that the source marks
    its line as going on in the next.
    """

    text: Passage
    field: str | None
    kind: str
    wraps: bool


def block_lines(items: Sequence[Item], layout: Layout) -> list[tuple[Passage, bool]]:
    """The printed lines of a part, addresses broken over two of them joined, and whether each may be wrapped."""
    lines: list[tuple[Passage, bool]] = []
    longest = max((len(line.text) for item in items for line in item.block.lines), default=0)
    filling = _filling_lines(items, layout)
    for item in items:
        for passage, line in _within(item, layout):
            above = lines[-1][0].text if lines else ""
            if lines and _is_one_line(above, passage.text, layout):
                lines[-1] = (joined([lines[-1][0], passage], layout.vocabulary), False)
            elif lines and _is_broken_host(above, passage.text):
                lines[-1] = (glued(lines[-1][0], passage, Join(0, "", "join-address")), False)
            else:
                is_wrapped = line.wraps is True and len(line.text) >= FULL_LINE * longest
                lines.append((passage, is_wrapped or line.start in filling))
    return lines


def _filling_lines(items: Sequence[Item], layout: Layout) -> set[int]:
    """Offsets of the lines of a name, in bold over an address that is not, without room for the first word of the next one."""
    bold = [all(line.runs and line.runs[0].style.bold for line in item.block.lines) for item in items[:2]]
    if bold != [True, False]:
        return set()
    head, right = items[0].block, layout.column_rights_pt[items[0].block.column]
    return {above.start for above, line in pairwise(head.lines) if not has_room_for(above, line, right)}


def _is_one_line(above: str, text: str, layout: Layout) -> bool:
    """Whether a line goes on in the next: a telephone number, an electronic address, a street, a postcode and its place."""
    if is_postcode_of(above, text) or (_ENDS_IN_POSTCODE.search(above) and _PLACE_NAME.fullmatch(text)):
        return True
    if find_join(above, text, layout.vocabulary).rule == "join-address" or _is_one_number(above, text):
        return True
    if _is_one_place(above, text):
        return True
    return bool(_NUMBER_OF_HOUSE.match(text) and not _FIGURE.search(above) and find_entities(above, "STREET"))


def _is_one_place(above: str, text: str) -> bool:
    """Whether a line ends with a postcode and the first words of a place, and the next begins with its last ones."""
    begun, rest = _ENDS_IN_PLACE.search(above), _REST_OF_PLACE.fullmatch(text)
    return begun is not None and rest is not None and bool(find_places(f"{begun.group('name')} {rest.group('name')}"))


def _is_broken_host(above: str, text: str) -> bool:
    """Whether a line is nothing but the rest of the name of a host, which the one above ends in the middle of."""
    if _BROKEN_HOST.search(above) and _REST_OF_HOST.fullmatch(text):
        return True
    begun = _BROKEN_ENDING.search(above) if _REST_OF_ENDING.fullmatch(text) else None
    return begun is not None and (is_known_ending(begun.group(1) + text) or not is_known_ending(begun.group(1)))


def _is_one_number(above: str, text: str) -> bool:
    """Whether a line is the last figures of the telephone number that the one above it ends with, or all but its first."""
    code = _COUNTRY_CODE.search(above)
    if code is not None and _FIGURES.fullmatch(text):
        return find_phones(f"{code.group()} {text}") == [(0, len(code.group()) + 1 + len(text))]
    begun = _FIGURES_AT_END.search(above)
    if begun is None or not _LAST_FIGURES.fullmatch(text):
        return False
    return bool(find_phones(f"{begun.group()} {text}"))


def _within(item: Item, layout: Layout) -> Iterator[tuple[Passage, Line]]:
    """The lines of an item's block from where its text begins, behind bullet and run-in label, which may stand above them."""
    begin, has_begun = item.text.start, False
    for line in item.block.lines:
        passage = layout.report.passage(line)
        if not has_begun and begin < passage.end:
            has_begun = True
            passage = passage[index_at(passage, begin) :].stripped() if passage.start < begin else passage
        if has_begun and passage.text:
            yield passage, line


def tells_whole_address(items: Sequence[Item]) -> bool:
    """Whether the first item of a part is an address: a street in it, or a postcode and its place."""
    return bool(items) and any(map(tells_address, items[0].text.split(_COMMA)))


def find_slots(lines: Sequence[tuple[Passage, bool]], layout: Layout) -> list[Slot]:
    """All slots of a block in order; names that run over a line end are joined."""
    whole: list[Slot] = []
    waiting: str | None = None
    is_table = _is_table([line.text for line, _ in lines])
    for part, wraps in ((part, wraps) for line, wraps in lines for part in _parts_of(line)):
        if announced := _announced(part.text, is_table):
            waiting = announced
            continue
        for slot in _of_holder(part, layout) or _slots_of(part, wraps, waiting):
            last = whole[-1] if whole else None
            if last and slot.field is None and _goes_on(last, slot):
                text = joined([last.text, slot.text], layout.vocabulary)
                whole[-1] = last._replace(text=text, wraps=slot.wraps)
            else:
                whole.append(slot)
        waiting = None
    return whole


def _parts_of(line: Passage) -> Iterator[Passage]:
    """What marks, tabs and labels inside a line part in it, and a dash between a street and a postcode."""
    for part in (part for piece in line.split(_SEPARATOR) for part in piece.split(INNER_LABEL)):
        dash = _DASH_BEFORE_POSTCODE.search(part.text)
        if dash is not None and is_street(part.text[: dash.start()]):
            yield part[: dash.start()]
            part = part[dash.end() :]
        yield part


def _is_table(lines: Sequence[str]) -> bool:
    """Whether a block is a table of two columns: words alone on lines, each for the next one (``Name``, ``Organisation``)."""
    alone = [contact_line_field(line) is not None for line in lines]
    return sum(alone) >= FEWEST_ROWS and not any(is_word and is_next for is_word, is_next in pairwise(alone))


def _announced(text: str, in_table: bool) -> str | None:
    """What a piece that is a label and nothing else says the next one is.

    Without a colon only how to reach somebody, but in a table.
    """
    alone = _LABEL_ALONE.match(text)
    field = contact_line_field(alone.group(1) if alone else text)
    return field if alone or in_table or field in ELECTRONIC else None


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
    is_what_somebody_is = slot.text.text.islower() and _is_person(last.text.text)  # most languages write it small
    return slot.text.text[:1].islower() and not is_what_somebody_is


def _ends_name(above: str, text: str) -> bool:
    """Whether the last words of an organisation's name stand in a line with its legal form, the first in the one above."""
    form = _FORM_AT_END.search(text)
    if form is None or _FORM_AT_END.search(above) or not find_entities(above, "ORG"):
        return False
    return not find_entities(text[: form.start()], "ORG")


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
    spans = [(a, b, "email") for a, b in find_emails(text.text)] + [(a, b, "website") for a, b in find_urls(text.text)]
    if field in {None, "phone"}:
        spans += [(a, b, "phone") for a, b in _phones(text.text, field) if not any(s < b and a < e for s, e, _ in spans)]
    at = 0
    for start, end, kind in sorted(spans):
        yield from _plain(text[at:start], field, False)
        yield Slot(text[start:end], field, kind, False)
        at = end
    yield from _plain(text[at:], field, wraps and at == 0)


def _phones(text: str, field: str | None) -> list[tuple[int, int]]:
    """Telephone numbers; behind a label for them any number, before a place none: that is its postcode."""
    if field is None and _POSTCODE_BEFORE_PLACE.match(text):
        return []
    found = find_phones(text)
    if not found and field == "phone":
        spans = [(m.start() + a, m.start() + b) for m in _NUMBER.finditer(text) for a, b in numbers_of(m.group())]
        return [(start, end) for start, end in spans if has_phone_digits(text[start:end])]
    return found


def _plain(text: Passage, field: str | None, wraps: bool) -> Iterator[Slot]:
    """A name or address. What a wide space or a comma parts is taken apart where a part is clearly a street."""
    parts = _parts_at_wide_gaps(text)
    pieces = text.split(_COMMA)
    may_be_parted = len(parts) == 1 and field in {None, "street"} and len(pieces) > 1
    if may_be_parted and read_locality(text) is None and any(tells_address(piece) for piece in pieces):
        parts = [without_edges(part) for part in _with_whole_streets(text, pieces)]
    for number, part in enumerate(part for part in parts if any(map(str.isalnum, part.text))):
        name, *country = _parted_from_country(part)
        yield Slot(name, field if number == 0 else None, "street" if is_street(name.text) else "text", wraps)
        yield from (Slot(text, None, "text", False) for text in country)


def _parted_from_country(part: Passage) -> list[Passage]:
    """A place or a name, and the country in brackets behind it (``Vila Real (Portugal)``)."""
    match = _IN_BRACKETS.fullmatch(part.text)
    if match is None or find_country_code(match.group(2)) is None:
        return [part]
    return [part[: match.end(1)], part[match.start(2) : match.end(2)]]


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
        if spans and ((spans[-1][2] and (is_part or is_inside)) or is_number or (is_part and _UNIT.fullmatch(last))):
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


def is_street_without_number(text: str, *, is_named: bool) -> bool:
    """Whether a text may be a street with no number: it begins with a word for one (``rue de …``), or ends with it.

    Where nothing else is named, such a word at the end, or before a name in capitals, may be of an organisation.
    """
    found = find_entities(text, "STREET")
    if not found or _FIGURE.search(text) or len(text) > MOST_STREET_CHARS or find_entities(text, "ORG"):
        return False
    begins, ends = found[0].start == 0, found[-1].end == len(text)
    return (begins and text[0].islower()) or (is_named and (begins or ends))


def is_street(text: str) -> bool:
    """Whether a text is a street or a post-office box: a number beside a word that names of streets have."""
    if len(text) > MOST_STREET_CHARS or not _HOUSE_NUMBER.search(text):
        return False
    return bool(find_entities(text, "STREET"))

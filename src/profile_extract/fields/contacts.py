"""Contact blocks split into organisation, department, person, address and electronic addresses."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby

from profile_extract.drafts import Candidate, ContactDraft, Value
from profile_extract.fields.address_blocks import (
    LEAST_SPACE_LINES,
    closing_address,
    holds_address,
    is_all_electronic,
    is_only_address,
    names_organisation,
    opening_address,
)
from profile_extract.fields.contact_slots import Slot, block_lines, find_slots, is_street_without_number
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.entities import find_entities
from profile_extract.fields.entities.words import PERSON_TITLES, is_cue, is_small_word, plain_letters
from profile_extract.fields.localities import Locality, read_locality
from profile_extract.fields.parts import ELECTRONIC, Item, Part, look
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.lexicon import contact_line_field, has_letters, is_closed
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.structure import Layout, is_smaller

LONG_PROSE_CHARS = 250
"""Prose from this length on, in characters, is no part of a contact block."""
ELECTRONIC_SCORE = 0.92
"""What electronic addresses on lines of their own are worth: more than what stands around them, names under a title."""
OPENING_SCORE = 0.91
"""What an address under the title is worth where most profiles have one: more than what names under titles are."""
SMALL_SCORE = 0.81
"""What an address in small print is worth: more than small print is as a note."""
MOST_PERSONS = 2
"""Lines under the label of a person to ask for: a name and a role."""
MOST_BLOCKS = 12
"""Blocks of a contact part without any electronic address: names and a street take no more."""
_NAME_AND_NUMBER = re.compile(r"[^\W\d_][^\d,@]{3,40}\s\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3}\s?[a-z]?)?")
_COMMA = re.compile(r"\s*,\s+")
HOST_CHARS = 8
"""Letters in which the name of an organisation and that of its host agree from the first on, for the one to be the other's."""
_HOST_BEGINS = re.compile(r"^(?:https?://)?(?:www\.)?")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]")
_OF_ORGANISATIONS = frozenset({"ORG", "DEPARTMENT"})
_OF_NAMES = frozenset({"PERSON", *_OF_ORGANISATIONS})
"""What a name behind electronic addresses must be, where there is none before them."""
_OF_PERSONS = frozenset({"ROLE", *_OF_ORGANISATIONS})
"""What may stand behind a person's name and a comma: a role, or what the person belongs to."""
_FIELD_OF_LABEL = frozenset({"person", "role", "organization", "department", "street"})


@dataclass(slots=True)
class _Open:
    """A contact being put together: single fields, names in order, and what has been seen of it."""

    single: dict[str, Value] = field(default_factory=dict)
    names: list[Passage] = field(default_factory=list)
    emails: list[Value] = field(default_factory=list)
    phones: list[Value] = field(default_factory=list)
    websites: list[Value] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)

    def has_electronic(self) -> bool:
        return any(slot.kind in ELECTRONIC for slot in self.slots)


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The block under a label that announces an address, and one that closes a part without a label."""
    confidence = round(context.confidence * 0.95, 3)
    for number, part in enumerate(context.parts):
        if part.label is None:
            yield from _unlabelled(context, part)
        elif part.field == "contact":
            texts = texts_among(part, context.norms.body)
            items = tuple(item for item in part.items if item not in texts)
            if items and (holds_address(items) or len(items) <= MOST_BLOCKS):
                over = _organisation_over(context, number) or _address_over(context, number)
                said = None if over else contact_line_field(part.label.key)
                drafts = split_contacts((*over, *items), context.layout, confidence, _around(context), said)
                blocks = (*(item.block.index for item in over), *part._replace(items=items).block_indices)
                yield Candidate("contact", blocks, "contact.label", 0.95, drafts)


def texts_among(part: Part, body: Style | None) -> list[Item]:
    """The running text under the label of an address: long prose, and behind the address what is shorter, too.

    It is set otherwise; or white space parts it from an address of one line, which has the label. What is set as the text
    right behind it is of it, however short.
    """
    texts: list[Item] = []
    is_of_line = part.label is not None and contact_line_field(part.label.key) in ELECTRONIC
    for number, item in enumerate(part.items):
        if texts and _is_set_as_text(item, texts, part):
            texts.append(item)
            continue
        is_sentence = is_of_line and reads_as_prose(item.block) and is_closed(item.text.text)
        is_text = is_sentence or is_prose(item.block, body)
        if is_text and not texts:
            is_parted = is_sentence and LEAST_SPACE_LINES <= item.block.gap_lines < math.inf
            is_apart = is_parted or look(item.block.style) != look(part.items[0].block.style)
            is_text = is_apart and holds_address(part.items[:number])
        if is_text or is_long_prose(item, body):
            texts.append(item)
    return texts


def _is_set_as_text(item: Item, texts: Sequence[Item], part: Part) -> bool:
    """Whether a block right behind a text in an address is set as that and unlike what is above it, and says no address."""
    own, above = look(item.block.style), part.items[max(0, part.items.index(texts[0]) - 1)]
    is_behind = item.block.index == texts[-1].block.index + 1
    return is_behind and own == look(texts[0].block.style) != look(above.block.style) and not holds_address([item])


def _organisation_over(context: ProfileContext, number: int) -> tuple[Item, ...]:
    """The line that names an organisation over an address whose first label is that of one of its lines (``Director: …``)."""
    part = context.parts[number]
    above = context.parts[number - 1] if number else None
    if above is None or above.label is not None or not above.items or part.label is None or part.label.field == "contact":
        return ()
    last = above.items[-1]
    runs_in = part.label_block is not None and part.items[0].block.index == part.label_block.index
    return (last,) if runs_in and names_organisation(last, context.norms.body) else ()


def _address_over(context: ProfileContext, number: int) -> tuple[Item, ...]:
    """The address under no label right above a label with a name and no address: whom to ask for there."""
    part, above = context.parts[number], context.parts[number - 1] if number else None
    if above is None or above.label is not None or len(part.items) > MOST_PERSONS or holds_address(part.items):
        return ()
    start, end, _, _ = _own_address(context, above)
    return above.items[start:end] if end == len(above.items) else ()


def _own_address(context: ProfileContext, part: Part) -> tuple[int, int, str, float]:
    """The items of a part under no label, half-open, that are an address, with the rule and its worth; empty if none.

    They are the short blocks at its end that hold an electronic address, or stand under the title where most profiles have
    one there; all of a profile that is nothing else.
    """
    start, end = closing_address(part.items, context.norms.body)
    is_first = part is context.parts[0]
    if start < end and (start > 0 or not is_first or is_only_address(part.items, context.segment, context.norms.body)):
        return start, end, "contact.no-label", SMALL_SCORE if is_smaller(part.items[start].block, context.norms.body) else 0.7
    opening = opening_address(part.items, context.norms.body) if is_first and context.norms.has_opening_addresses else (0, 0)
    return *opening, "contact.under-title", OPENING_SCORE


def _unlabelled(context: ProfileContext, part: Part) -> Iterator[Candidate]:
    """The address in a part under no label; elsewhere in it, blocks that are electronic addresses and nothing else."""
    start, end, rule, score = _own_address(context, part)
    if start < end:
        yield _candidate(context, part.items[start:end], rule, score)
    rest = part.items[:start] if rule == "contact.no-label" else part.items[end:]
    for is_address, items in groupby(rest, key=lambda item: is_all_electronic(item.text.text)):
        if is_address:
            yield _candidate(context, tuple(items), "contact.electronic", ELECTRONIC_SCORE)


def _around(context: ProfileContext) -> Set[str]:
    """What the title names; where addresses begin with names of people, as if it named what these belong to."""
    return _labels(context.segment.title.text) | ({"ORG"} if context.norms.has_persons else set())


def _candidate(context: ProfileContext, items: Sequence[Item], rule: str, score: float) -> Candidate:
    drafts = split_contacts(items, context.layout, round(context.confidence * score, 3), _around(context))
    return Candidate("contact", tuple(item.block.index for item in items), rule, score, drafts)


def is_long_prose(item: Item, body: Style | None) -> bool:
    """Whether an item is running text, too long for a line of an address."""
    return is_prose(item.block, body) and len(item.text.text) >= LONG_PROSE_CHARS


def split_contacts(
    items: Sequence[Item], layout: Layout, confidence: float, title: Set[str] = frozenset(), said: str | None = None
) -> tuple[ContactDraft, ...]:
    """The contacts of a block. A further one begins where names come again behind electronic addresses.

    ``title`` says what the title of the profile names: under an organisation's name, a name alone is a person's. ``said`` is
    what the label says of what is first (``Contact person: …``).
    """
    lines = block_lines(items, layout)
    slots = find_slots(lines, layout)
    if said in _FIELD_OF_LABEL and slots and slots[0].kind == "text" and slots[0].field is None:
        slots[0] = slots[0]._replace(field=said)
    groups = list(_groups(slots))
    own = _lines_of(groups, [line for line, _ in lines])
    drafts = []
    for number, group in enumerate(groups):
        values = tuple(Value.verbatim(line, "contact.line", confidence) for line in own[number])
        drafts.append(replace(_contact(group, confidence, title), lines=values))
    return tuple(drafts)


def _lines_of(groups: Sequence[Sequence[Slot]], lines: Sequence[Passage]) -> Mapping[int, Sequence[Passage]]:
    """The lines of each contact, by its number: those its slots stand in, and those of no slot behind them."""
    extents = [_extent(group) for group in groups]
    own: dict[int, list[Passage]] = defaultdict(list)
    last = [0]
    for line in lines:
        within = [n for n, (start, end) in enumerate(extents) if start <= line.start < end or line.start < start < line.end]
        last = within or last[-1:]
        for number in last:
            own[number].append(line)
    return own


def _extent(group: Sequence[Slot]) -> tuple[int, int]:
    return min(slot.text.start for slot in group), max(slot.text.end for slot in group)


def _groups(slots: Sequence[Slot]) -> Iterator[list[Slot]]:
    group: list[Slot] = []
    for number, slot in enumerate(slots):
        ahead = slots[number + 1 :]
        begins_anew = (
            slot.kind == "text"
            and any(other.kind in ELECTRONIC for other in group)
            and any(other.kind in ELECTRONIC for other in ahead)
            and (slot.field in {"person", "organization"} or slot.field is None)
            and read_locality(slot.text) is None
        )
        if begins_anew:
            yield group
            group = []
        group.append(slot)
    if group:
        yield group


def _contact(slots: Sequence[Slot], confidence: float, title: Set[str]) -> ContactDraft:
    contact = _Open()
    for number, slot in enumerate(slots):
        contact.slots.append(slot)
        after = slots[number + 1] if number + 1 < len(slots) else None
        _place(contact, slot, after, confidence)
    _name_parts(contact, confidence, title)
    return ContactDraft(
        **contact.single,  # type: ignore[arg-type]
        emails=tuple(contact.emails),
        phones=tuple(contact.phones),
        websites=tuple(contact.websites),
    )


def _place(contact: _Open, slot: Slot, after: Slot | None, confidence: float) -> None:
    """Put one slot where it belongs; what fits nowhere stays in the lines only."""
    if slot.kind == "email":
        contact.emails.append(Value.verbatim(slot.text, "contact.email", confidence))
    elif slot.kind == "website":
        contact.websites.append(Value.verbatim(slot.text, "contact.website", confidence))
    elif slot.kind == "phone":
        contact.phones.append(Value.verbatim(slot.text, "contact.phone", confidence))
    elif slot.kind != "fax":
        _place_text(contact, slot, after, confidence)


def _place_text(contact: _Open, slot: Slot, after: Slot | None, confidence: float) -> None:
    """Put a text of the block: a place, a street, a country, what a label says, or a name to be told later."""
    if found := read_locality(slot.text):
        _set_locality(contact, found, confidence)
    elif slot.kind == "street" or slot.field == "street" or _is_street_before_place(contact, slot, after):
        contact.single.setdefault("street", Value.verbatim(slot.text, "contact.street", confidence))
    elif _is_place_alone(contact, slot, after):
        contact.single["locality"] = Value.verbatim(slot.text, "contact.locality", confidence)
    elif code := find_country_code(slot.text.text):
        contact.single.setdefault("country_code", Value.derived(code, slot.text, "country-name", confidence))
    elif slot.field in _FIELD_OF_LABEL:
        contact.single.setdefault(slot.field, Value.verbatim(slot.text, "contact.label", confidence))
    elif has_letters(slot.text.text) and (not contact.has_electronic() or (not contact.names and _names_somebody(slot.text))):
        contact.names.append(slot.text)


def _names_somebody(text: Passage) -> bool:
    """Whether a text names a person, with or without a role behind a comma, or what persons belong to."""
    return any(_labels(part) & _OF_NAMES for part in _with_department(text))


def _is_place_alone(contact: _Open, slot: Slot, after: Slot | None) -> bool:
    """A place's name under a street or over a country, where no postcode has told the place."""
    is_framed = "street" in contact.single or (after is not None and bool(find_country_code(after.text.text)))
    return is_framed and slot.field is None and "locality" not in contact.single and bool(find_places(slot.text.text))


def _is_street_before_place(contact: _Open, slot: Slot, after: Slot | None) -> bool:
    """Right above a postcode, a name and a number is a street, whatever its name; a name alone by its words, under another."""
    if after is None or read_locality(after.text) is None or slot.field is not None:
        return False
    is_named = bool(contact.names) or "organization" in contact.single
    return bool(_NAME_AND_NUMBER.fullmatch(slot.text.text)) or is_street_without_number(slot.text.text, is_named=is_named)


def _set_locality(contact: _Open, found: Locality, confidence: float) -> None:
    single = contact.single
    if found.postal_code is not None:
        single.setdefault("postal_code", Value.verbatim(found.postal_code, "contact.postcode", confidence))
    single.setdefault("locality", Value.verbatim(found.locality, "contact.locality", confidence))
    if found.region is not None:
        single.setdefault("region", Value.verbatim(found.region, "contact.region", confidence))
    if found.country_code and found.country is not None:
        single.setdefault("country_code", Value.derived(found.country_code, found.country, "postal-address", confidence))


def _name_parts(contact: _Open, confidence: float, title: Set[str]) -> None:
    """Tell the lines of names apart: a person, a role, an organisation, a department of it."""
    names = [part for whole in contact.names for part in _with_department(whole)]
    labels = [_labels(name) for name in names]
    is_small = [_is_small_role(name.text, found) for name, found in zip(names, labels, strict=True)] + [False]
    rest: list[Passage] = []
    for number, (name, found) in enumerate(zip(names, labels, strict=True)):
        others = [*labels[:number], *labels[number + 1 :], title]
        is_named = is_small[number + 1] or _is_borne_out(name, contact, others)
        if "person" not in contact.single and "PERSON" in found and is_named:
            contact.single["person"] = Value.verbatim(name, "contact.person", confidence)
        elif "person" in contact.single and (is_small[number] or _is_role(name.text, found)):
            contact.single.setdefault("role", Value.verbatim(name, "contact.role", confidence))
        else:
            rest.append(name)
    if len(rest) > 1 and _is_part_first(rest[0].text, rest[1].text, contact):
        rest[:2] = rest[1::-1]
    if len(rest) == 1 and "ORG" in title and _is_department(rest[0].text):
        contact.single.setdefault("department", Value.verbatim(rest.pop(), "contact.department", confidence))
    for key, name in zip([k for k in ("organization", "department") if k not in contact.single], rest, strict=False):
        contact.single[key] = Value.verbatim(name, f"contact.{key}", confidence)


def _is_small_role(text: str, found: Set[str]) -> bool:
    """Whether a line is written as what somebody is in most languages, small, and names no organisation."""
    return text.islower() and not found & _OF_ORGANISATIONS and not any(map(str.isdecimal, text))


def _is_role(text: str, found: Set[str]) -> bool:
    """Whether a line is what somebody does: it names no organisation, or only behind that (``Head of the programme``)."""
    if "ROLE" not in found or not found & _OF_ORGANISATIONS:
        return "ROLE" in found
    words = text.split()
    return len(words) > 2 and is_cue(words[0], "role") and is_small_word(words[1])


def _is_part_first(first: str, second: str, contact: _Open) -> bool:
    """Whether of two names the first is that of a part of the second: by its words, or as addresses name the second one."""
    if _is_department(first) != _is_department(second):
        return _is_department(first)
    hosts = [email.text.partition("@")[2] for email in contact.emails] + [site.text for site in contact.websites]
    return _names_host(second, hosts) and not _names_host(first, hosts)


def _names_host(name: str, hosts: Sequence[str]) -> bool:
    """Whether the name of a host, or of a site, begins as a name does."""
    begin = _NOT_A_LETTER.sub("", plain_letters(name))[:HOST_CHARS]
    bare = (_HOST_BEGINS.sub("", host.casefold()).replace("-", "") for host in hosts)
    return len(begin) == HOST_CHARS and any(host.startswith(begin) for host in bare)


def _is_borne_out(name: Passage, contact: _Open, others: Sequence[Set[str]]) -> bool:
    """Whether a line that reads as a person's name is one: by a title, an e-mail address, or organisations beside it."""
    words = {word.casefold().strip(".") for word in name.text.replace("-", " ").split()}
    if words & PERSON_TITLES:
        return True
    mailboxes = re.split(r"[^a-z]+", " ".join(plain_letters(e.text.split("@")[0]) for e in contact.emails))
    if {plain_letters(word) for word in words if len(word) > 2} & set(mailboxes):
        return True
    locality = contact.single.get("locality")
    names_place = locality is not None and locality.text.casefold() in words
    return not names_place and any(found & {"ORG", "DEPARTMENT", "ROLE"} for found in others)


def _with_department(name: Passage) -> list[Passage]:
    """An organisation and its department, or a person and a role or what the person belongs to, in one line with commas."""
    for match in _COMMA.finditer(name.text):
        before, behind = name[: match.start()], name[match.end() :]
        words = behind.text.split()
        if words and is_cue(words[0].strip(",."), "department"):
            return [before, *_with_department(behind)]
        first, second = _labels(before), _labels(behind)
        if "PERSON" in first and not first & _OF_ORGANISATIONS and (second & _OF_PERSONS or _has_title(before.text)):
            return [before, *_with_department(behind)]
        if first & _OF_ORGANISATIONS and "ORG" in second and "PERSON" not in first and "," not in behind.text:
            return [before, behind]
    return [name]


def _has_title(name: str) -> bool:
    """Whether a name begins with the title of a person (``Prof. …``): what stands behind a comma is none of it."""
    return name.partition(" ")[0].casefold().strip(".") in PERSON_TITLES


def _labels(text: Passage) -> set[str]:
    return {entity.label for entity in find_entities(text.text)}


def _is_department(text: str) -> bool:
    labels = {entity.label for entity in find_entities(text)}
    return "DEPARTMENT" in labels and "ORG" not in labels

"""Contacts put together from the lines of an address: each slot where it belongs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import ContactDraft, Value
from profile_extract.fields.addresses import HANDLE, is_number_alone, phone_country
from profile_extract.fields.contact_lines import block_lines
from profile_extract.fields.contact_slots import Slot, find_slots, with_country_apart
from profile_extract.fields.customs import NO_CUSTOMS, Customs
from profile_extract.fields.entities import entity_labels
from profile_extract.fields.items import Item
from profile_extract.fields.localities import Locality, read_locality, read_place_and_region, without_stop
from profile_extract.fields.names import (
    OF_ORGANISATIONS,
    OpenContact,
    is_person_with_role,
    may_be_street,
    parted_behind_person,
    tell_names,
    with_department,
)
from profile_extract.fields.parts import ELECTRONIC
from profile_extract.fields.streets import has_name_and_number, is_street_without_number
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.lexicon import has_letters
from profile_extract.passage import Passage
from profile_extract.structure import Layout

COMMA_CHARS = 2
"""Characters of a comma and the space behind it."""
_NAMED_HANDLE = re.compile(rf"(?:[^\W\d_]+ ?:? )?{HANDLE.pattern}")
_OF_NAMES = frozenset({"PERSON", *OF_ORGANISATIONS})
"""What a name behind electronic addresses must be, where there is none before them."""
LABELLED = "contact.label"
"""The rule of what a label says it is."""
FIELDS_OF_LABELS = frozenset({"person", "role", "organization", "department", "street", "postal_code", "locality"})
"""What a label may say that what is behind it is."""


def split_contacts(
    items: Sequence[Item],
    layout: Layout,
    confidence: float,
    customs: Customs = NO_CUSTOMS,
    said: tuple[int, str] | None = None,
) -> tuple[ContactDraft, ...]:
    """The contacts of the printed lines of a block; see :func:`contacts_of`."""
    street = said[0] if said and said[1] == "street" else None
    return contacts_of(block_lines(items, layout, street), layout, confidence, customs, said)


def contacts_of(
    lines: Sequence[tuple[Passage, bool]],
    layout: Layout,
    confidence: float,
    customs: Customs = NO_CUSTOMS,
    said: tuple[int, str] | None = None,
) -> tuple[ContactDraft, ...]:
    """The contacts of some lines. A further one begins where names come again behind electronic addresses.

    ``customs`` are what is known of it beforehand. ``said`` is what a label says (``Contact person: …``) of what is
    behind an offset.
    """
    slots = with_country_apart(find_slots(lines, layout))
    if said is not None:
        slots = list(_with_said(slots, *said))
    groups = list(_groups(slots))
    printed = [line for line, _ in lines if any(map(str.isalnum, line.text))]  # an icon may stand alone
    own = _lines_of(groups, printed)
    drafts = []
    for number, group in enumerate(groups):
        values = tuple(Value.verbatim(line, "contact.line", confidence) for line in own[number])
        drafts.append(replace(_contact(group, confidence, customs), lines=values))
    return tuple(drafts)


def _with_said(slots: Sequence[Slot], offset: int, field: str) -> Iterator[Slot]:
    """The slots, the first from an offset on being what a label says; what stands behind the name of a person is no name.

    Figures under the word for a telephone are its number, in whatever form a country writes it.
    """
    first = next((slot for slot in slots if slot.text.start >= offset), None)
    for slot in slots:
        if slot is first and field == "phone":
            yield slot._replace(kind="phone") if slot.kind == "text" and is_number_alone(slot.text.text) else slot
        elif slot is first and slot.kind == "text" and slot.field is None:
            name, *rest = parted_behind_person(slot.text) if field == "person" else [slot.text]
            yield slot._replace(text=name, field=field)
            yield from (slot._replace(text=text) for text in rest)
        else:
            yield slot


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
            and not slot.text.text.islower()
            and has_letters(slot.text.text)
            and not _is_handle(slot.text.text)
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


def _contact(slots: Sequence[Slot], confidence: float, customs: Customs) -> ContactDraft:
    contact = OpenContact()
    for number, slot in enumerate(slots):
        contact.slots.append(slot)
        after = slots[number + 1] if number + 1 < len(slots) else None
        _place(contact, slot, after, confidence, customs)
    tell_names(contact, confidence, customs)
    if "country_code" not in contact.single and (code := _country_of_phones(contact, confidence)):
        contact.single["country_code"] = code
    return ContactDraft(
        **contact.single,  # type: ignore[arg-type]
        emails=tuple(contact.emails),
        phones=tuple(contact.phones),
        websites=tuple(contact.websites),
    )


def _country_of_phones(contact: OpenContact, confidence: float) -> Value | None:
    """The country of an address by the prefix that its telephone numbers have, unless its place is known in others only."""
    if contact.single.keys().isdisjoint({"street", "postal_code", "locality"}):
        return None
    found = [(code, phone) for phone in contact.phones if (code := phone_country(phone.text))]
    locality = contact.single.get("locality")
    places = {place.country_code for place in find_places(locality.text)} if locality else set[str]()
    if len({code for code, _ in found}) != 1 or (places and found[0][0] not in places):
        return None
    code, phone = found[0]
    return Value.derived(code, phone.sources[0], "phone-prefix", confidence)


def _place(contact: OpenContact, slot: Slot, after: Slot | None, confidence: float, customs: Customs) -> None:
    """Put one slot where it belongs; what fits nowhere stays in the lines only."""
    if slot.kind == "email":
        contact.emails.append(Value.verbatim(slot.text, "contact.email", confidence))
    elif slot.kind == "website":
        contact.websites.append(Value.verbatim(slot.text, "contact.website", confidence))
    elif slot.kind == "phone":
        contact.phones.append(Value.verbatim(slot.text, "contact.phone", confidence))
    elif slot.kind != "fax":
        _place_text(contact, slot, after, confidence, customs)


def _place_text(contact: OpenContact, slot: Slot, after: Slot | None, confidence: float, customs: Customs) -> None:
    """Put a text of the block: a place, a street, a country, what a label says, or a name to be told later."""
    found = read_locality(slot.text) or (read_place_and_region(slot.text) if slot.field == "locality" else None)
    is_over_place = after is not None and _has_postcode(after)
    if found is not None and not (is_over_place and (slot.kind == "street" or has_name_and_number(slot.text.text))):
        _set_locality(contact, found, LABELLED if slot.field == "locality" else "contact.locality", confidence)
    elif slot.kind == "street" or slot.field == "street" or _is_street(contact, slot, after, customs):
        contact.single.setdefault("street", Value.verbatim(slot.text, "contact.street", confidence))
    elif _is_place_alone(contact, slot, after):
        contact.single["locality"] = Value.verbatim(without_stop(slot.text), "contact.locality", confidence)
    elif code := find_country_code(slot.text.text):
        contact.single.setdefault("country_code", Value.derived(code, slot.text, "country-name", confidence))
    elif slot.field in FIELDS_OF_LABELS:
        contact.single.setdefault(slot.field, Value.verbatim(slot.text, LABELLED, confidence))
    elif _is_handle(slot.text.text):
        return  # of somebody in a network: no name, and nothing that the contract has a field for
    elif has_letters(slot.text.text) and (not contact.has_electronic() or _is_name_behind(contact, slot.text)):
        contact.names.append(slot.text)


def _is_handle(text: str) -> bool:
    """Whether a text is what somebody goes by in a network of the web, perhaps behind the name of that (``@mills``)."""
    return _NAMED_HANDLE.fullmatch(text) is not None


def _is_name_behind(contact: OpenContact, text: Passage) -> bool:
    """Whether a text behind electronic addresses is a name of theirs: there is none before them, or none of a person."""
    if not contact.names:
        return _names_somebody(text)
    before = any("PERSON" in entity_labels(part.text) for name in contact.names for part in with_department(name))
    return not before and is_person_with_role(text)


def _names_somebody(text: Passage) -> bool:
    """Whether a text names a person, with or without a role behind a comma, or what persons belong to."""
    return any(entity_labels(part.text) & _OF_NAMES for part in with_department(text))


def _is_place_alone(contact: OpenContact, slot: Slot, after: Slot | None) -> bool:
    """A place's name under a street or over a country, where no postcode has told the place."""
    is_framed = "street" in contact.single or (after is not None and bool(find_country_code(after.text.text)))
    return (
        is_framed
        and slot.field is None
        and "locality" not in contact.single
        and bool(find_places(without_stop(slot.text).text))
    )


def _has_postcode(slot: Slot) -> bool:
    found = read_locality(slot.text)
    return found is not None and found.postal_code is not None


def _is_street(contact: OpenContact, slot: Slot, after: Slot | None, customs: Customs) -> bool:
    """Whether a text with no word for a street beside a number is one all the same, by what stands over and under it.

    Right above a postcode, a name and a number is a street, whatever its name; a name alone by its words, or because most
    addresses of the report have a street there. Over a telephone number, only its last word may tell.
    """
    if after is None or slot.field is not None:
        return False
    is_named = bool(contact.names) or not contact.single.keys().isdisjoint({"organization", "person"})
    is_numbered = has_name_and_number(slot.text.text)
    if is_numbered and is_named and _is_behind_comma(slot, after) and find_places(without_stop(after.text).text):
        return True
    if read_locality(after.text) is None:
        ends = is_named and after.kind in ELECTRONIC and not contact.has_electronic()
        is_nobody = ends and "PERSON" not in entity_labels(slot.text.text)
        return is_nobody and is_street_without_number(slot.text.text, is_named=True)
    if is_numbered or is_street_without_number(slot.text.text, is_named=is_named):
        return True
    is_usual = customs.has_streets if is_named else customs.has_streets_first
    return is_usual and "street" not in contact.single and may_be_street(slot.text)


def _is_behind_comma(slot: Slot, after: Slot) -> bool:
    """Whether only a comma parts two slots of one line."""
    return after.kind == "text" and after.text.start - slot.text.end == COMMA_CHARS


def _set_locality(contact: OpenContact, found: Locality, rule: str, confidence: float) -> None:
    single = contact.single
    if found.postal_code is not None:
        single.setdefault("postal_code", Value.verbatim(found.postal_code, "contact.postcode", confidence))
    single.setdefault("locality", Value.verbatim(found.locality, rule, confidence))
    if found.region is not None:
        single.setdefault("region", Value.verbatim(found.region, "contact.region", confidence))
    if found.country_code and found.country is not None:
        single.setdefault("country_code", Value.derived(found.country_code, found.country, "postal-address", confidence))

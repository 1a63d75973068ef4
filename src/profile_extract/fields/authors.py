"""The address of a single author under a title: a name, what he or she belongs to, and an electronic address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from profile_extract.drafts import ContactDraft, Value
from profile_extract.fields.address_blocks import is_all_electronic
from profile_extract.fields.addresses import find_emails
from profile_extract.fields.contact_slots import tells_address
from profile_extract.fields.entities.words import plain_letters
from profile_extract.fields.items import Item
from profile_extract.fields.names import is_department
from profile_extract.fields.parts import may_be_of_address
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.places import is_place_line
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.layout.codes import is_person_name
from profile_extract.model import Style
from profile_extract.passage import Passage

AUTHOR_RULE = "contact.author"
"""Says of an address, and of each of its parts, that it was read as that of a single author."""
MOST_AFFILIATIONS = 3
"""Blocks between the name of an author and the electronic address: a laboratory, a university, a place."""
FEWEST_LETTERS = 3
"""Letters of a word of a name that an e-mail address may be made of."""
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_COMMA = re.compile(r"\s*,\s+")


def count_of_author(items: Sequence[Item], body: Style | None) -> int:
    """How many items from the first on are such an address; 0 if none. Of several authors, it is not known whose it is.

    The e-mail address is made of the name: any two words in capitals may be one.
    """
    name = items[0].text.text if len(items) > 2 else ""
    if not is_person_name(name) or not reads_as_person(name):
        return 0
    for number, item in enumerate(items[1 : MOST_AFFILIATIONS + 2], 1):
        text = item.text.text
        if not may_be_of_address(item, body) or is_place_line(text):
            return 0
        if is_all_electronic(text):
            return number + 1 if number > 1 and is_made_of(text, name) else 0
    return 0


def is_made_of(text: str, name: str) -> bool:
    """Whether one of the words of a name stands in the first part of an e-mail address."""
    words = [plain_letters(word) for word in _NOT_LETTERS.split(name) if len(word) >= FEWEST_LETTERS]
    boxes = [plain_letters(text[start:end].partition("@")[0]) for start, end in find_emails(text)]
    return any(word in box for word in words for box in boxes)


def with_author(contact: ContactDraft, items: Sequence[Item], confidence: float) -> ContactDraft:
    """The contact of such an address, whose affiliation goes from the smallest part to the whole, and to its place."""
    place = contact.locality.text if contact.locality else ""
    names = [name for name in _names(items) if name.text != place]
    fields = {"person": items[0].text}
    if len(names) > 1 and not place and find_places(names[-1].text):
        fields["locality"] = names.pop()
    if names and is_department(names[-1].text) and not is_department(names[0].text):
        names.reverse()
    fields |= dict(zip(("organization", "department"), names[:-3:-1], strict=False))
    found = {name: Value.verbatim(text, AUTHOR_RULE, confidence) for name, text in fields.items()}
    return replace(
        contact,
        person=found["person"],
        role=None,
        organization=found.get("organization"),
        department=found.get("department"),
        locality=found.get("locality", contact.locality),
        country_code=contact.country_code or _country(items, confidence),
    )


def _country(items: Sequence[Item], confidence: float) -> Value | None:
    """The country that ends an affiliation."""
    last = items[-2].text.split(_COMMA)[-1] if len(items) > 2 else None
    code = find_country_code(last.text) if last is not None else None
    return Value.derived(code, last, "country-name", confidence) if code and last is not None else None


def _names(items: Sequence[Item]) -> Iterator[Passage]:
    """What stands between the commas of an affiliation and is neither a street nor a place with its postcode nor a country."""
    for piece in (piece for item in items[1:-1] for piece in item.text.split(_COMMA)):
        if not tells_address(piece) and find_country_code(piece.text) is None:
            yield piece

"""Lines of names in an address told apart: a person, a role, an organisation, a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from profile_extract.drafts import Value
from profile_extract.fields.contact_slots import Slot
from profile_extract.fields.customs import Customs
from profile_extract.fields.entities import entity_labels
from profile_extract.fields.entities.words import is_cue, is_person_title, is_small_word, plain_letters
from profile_extract.fields.hosts import is_named_by_host, names_host
from profile_extract.fields.parts import ELECTRONIC
from profile_extract.fields.persons import has_person_title, reads_as_person
from profile_extract.gazetteer import find_places
from profile_extract.given_names import has_given_name, is_given_name
from profile_extract.passage import Passage

MOST_NAME_WORDS = 4
"""Words of a person's name that an e-mail address is made of."""
MOST_OF_NAMESAKE = 100_000
"""Inhabitants of the largest town that a given name is rather than the name of an office there."""
_BETWEEN_NAMES = re.compile(r"[._-]")
_COMMA = re.compile(r"\s*,\s+")
_SURNAME_FIRST = re.compile(r"[^\W\d_a-z][\w’'-]+, [^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w.’'-]*)?")
"""``Miller, Anna M.``"""
_BRACKETS_BEHIND = re.compile(r"([^()]+?) \(([^\W\d_][^()]{2,40})\)")
_DEGREE = re.compile(r"(?:Ph\. ?D|PhD|CSc|DrSc|DSc|MBA|MPH|MSc|M\. ?D|MD|LL\. ?M|D\. ?Phil|hab)\.?")
"""What stands behind a name and a comma, and is of it."""
MOST_PARTICLE_CHARS = 5
"""Longest word in small letters inside a name: ``de``, ``binti``."""
OF_ORGANISATIONS = frozenset({"ORG", "DEPARTMENT"})
_OF_PERSONS = frozenset({"ROLE", *OF_ORGANISATIONS})
"""What may stand behind a person's name and a comma: a role, or what the person belongs to."""


@dataclass(slots=True)
class OpenContact:
    """A contact being put together: single fields, names in order, and what has been seen of it."""

    single: dict[str, Value] = field(default_factory=dict)
    names: list[Passage] = field(default_factory=list)
    emails: list[Value] = field(default_factory=list)
    phones: list[Value] = field(default_factory=list)
    websites: list[Value] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)

    def has_electronic(self) -> bool:
        """Whether a telephone number, an e-mail address or a web address has been seen."""
        return any(slot.kind in ELECTRONIC for slot in self.slots)


def tell_names(contact: OpenContact, confidence: float, customs: Customs) -> None:
    """Tell the lines of names apart: a person, a role, an organisation, a department of it."""
    parted = [with_department(whole, contact.emails) for whole in contact.names]
    if parted and customs.has_persons:
        parted[0] = parted_behind_person(contact.names[0]) if len(parted[0]) == 1 else parted[0]
    names = [part for parts in parted for part in parts]
    behind = {part.start for parts in parted for part in parts[1:]}
    bare = [_before_brackets(name) for name in names]
    labels = [entity_labels(name.text) for name in bare]
    person = None if "person" in contact.single else _find_person(bare, labels, contact, customs)
    rest: list[Passage] = []
    for number, (name, found) in enumerate(zip(names, labels, strict=True)):
        if number == person:
            contact.single["person"] = Value.verbatim(bare[number], "contact.person", confidence)
            if bare[number] != name:
                role = name[len(bare[number].text) :].stripped()[1:-1]
                contact.single.setdefault("role", Value.verbatim(role, "contact.role", confidence))
        elif "person" in contact.single and (_is_small_role(name.text, found) or _is_role(name.text, found)):
            contact.single.setdefault("role", Value.verbatim(name, "contact.role", confidence))
        else:
            rest.append(name)
    if len(rest) > 1 and _is_part_first(rest[0].text, rest[1].text, contact):
        rest[:2] = rest[1::-1]
    if len(rest) == 1 and "ORG" in customs.around and is_department(rest[0].text):
        contact.single.setdefault("department", Value.verbatim(rest.pop(), "contact.department", confidence))
    unset = [key for key in ("organization", "department") if key not in contact.single]
    if len(rest) == len(unset) and rest and rest[-1].start in behind and not entity_labels(rest[-1].text) & OF_ORGANISATIONS:
        rest.pop()  # behind a person's name and a comma: no department by its words
    for key, name in zip(unset, rest, strict=False):
        contact.single[key] = Value.verbatim(name, f"contact.{key}", confidence)


def _before_brackets(name: Passage) -> Passage:
    """A person's name without what he or she does in brackets behind it (``Ada Berg (Chair)``); others as they are."""
    match = _BRACKETS_BEHIND.fullmatch(name.text)
    is_person = match is not None and reads_as_person(match[1])
    return name[: match.end(1)] if match and is_person else name


def _find_person(names: Sequence[Passage], labels: Sequence[Set[str]], contact: OpenContact, customs: Customs) -> int | None:
    """Which of the names is a person's: as in the other addresses of the report, or the first that something bears out."""
    if customs.has_persons_second and len(names) > 1 and _is_only_person(labels[1]):
        return 1
    small = [_is_small_role(name.text, found) for name, found in zip(names, labels, strict=True)] + [False]
    for number, (name, found) in enumerate(zip(names, labels, strict=True)):
        others = [*labels[:number], *labels[number + 1 :], customs.around]
        is_named = "PERSON" in found and (small[number + 1] or _is_borne_out(name, contact, others))
        if is_named or _has_own_mailbox(name.text, contact.emails) or _goes_by_given_name(name.text, contact.emails, customs):
            return number
    return None


def _is_only_person(found: Set[str]) -> bool:
    return "PERSON" in found and not found & OF_ORGANISATIONS


def _is_small_role(text: str, found: Set[str]) -> bool:
    """Whether a line is written as what somebody is in most languages, small, and names no organisation."""
    return text.islower() and not found & OF_ORGANISATIONS and not any(map(str.isdecimal, text))


def _is_role(text: str, found: Set[str]) -> bool:
    """Whether a line is what somebody does: it names no organisation, or the role first or last (``City Parks Officer``)."""
    if "ROLE" not in found or not found & OF_ORGANISATIONS:
        return "ROLE" in found
    words = text.split()
    if is_cue(words[-1], "role") and not any(map(is_small_word, words)):
        return True
    return len(words) > 2 and is_cue(words[0], "role") and is_small_word(words[1])


def _is_part_first(first: str, second: str, contact: OpenContact) -> bool:
    """Whether of two names the first is that of a part of the second: by its words, or as addresses name the second one."""
    if is_department(first) != is_department(second):
        return is_department(first)
    hosts = [email.text.partition("@")[2] for email in contact.emails] + [site.text for site in contact.websites]
    return names_host(second, hosts) and not names_host(first, hosts)


def _is_borne_out(name: Passage, contact: OpenContact, others: Sequence[Set[str]]) -> bool:
    """Whether a line that reads as a person's name is one: by a title, an e-mail address, or organisations beside it."""
    parts = name.text.replace("-", " ").split()
    if any(map(is_person_title, parts)):
        return True
    words = {word.casefold().strip(".") for word in parts}
    mailboxes = re.split(r"[^a-z]+", " ".join(plain_letters(e.text.split("@")[0]) for e in contact.emails))
    if {plain_letters(word) for word in words if len(word) > 2} & set(mailboxes):
        hosts = [value.text for value in (*contact.emails, *contact.websites)]
        return has_given_name(name.text) or not is_named_by_host(name.text, hosts)
    locality = contact.single.get("locality")
    if locality is not None and locality.text.casefold() in words:
        return False
    return has_given_name(name.text) or any(found & {"ORG", "DEPARTMENT", "ROLE"} for found in others)


def _has_own_mailbox(name: str, emails: Sequence[Value]) -> bool:
    """Whether an e-mail address is made of the first and the last word of a name, the first one maybe short."""
    words = [plain_letters(word) for word in name.split()]
    if not 1 < len(words) <= MOST_NAME_WORDS or not all(word.isalpha() for word in words):
        return False
    boxes = [_BETWEEN_NAMES.split(email.text.partition("@")[0].casefold()) for email in emails]
    return any(words[-1] in box and box[0] != words[-1] and words[0].startswith(box[0]) for box in boxes)


def _goes_by_given_name(name: str, emails: Sequence[Value], customs: Customs) -> bool:
    """Whether a name is but a given one, where addresses begin with persons, or an e-mail address is made of it."""
    if not is_given_name(name) or any(place.population > MOST_OF_NAMESAKE for place in find_places(name)):
        return False
    boxes = [_BETWEEN_NAMES.split(email.text.partition("@")[0].casefold()) for email in emails]
    return customs.has_persons or any(plain_letters(name) in box for box in boxes)


def with_department(name: Passage, emails: Sequence[Value] = ()) -> list[Passage]:
    """An organisation and its department, or a person and a role or what the person belongs to, in one line with commas."""
    for match in _COMMA.finditer(name.text):
        before, behind = name[: match.start()], name[match.end() :]
        words = behind.text.split()
        if words and is_cue(words[0].strip(",."), "department"):
            return [before, *with_department(behind)]
        first, second = entity_labels(before.text), entity_labels(behind.text)
        is_person = bool(second & _OF_PERSONS) or has_person_title(before.text) or _has_own_mailbox(before.text, emails)
        is_person = is_person or (has_given_name(before.text) and behind.text[:1].islower())
        if _is_only_person(first) and is_person:
            return [before, *with_department(behind)]
        if first & OF_ORGANISATIONS and second & OF_ORGANISATIONS and "PERSON" not in first and "," not in behind.text:
            return [before, behind]
    return [name]


def parted_behind_person(text: Passage) -> list[Passage]:
    """What a text parts into where it is known to begin with a person's name: what stands behind a comma is none of that.

    The first name may, behind the other one (``Miller, Anna``).
    """
    parts = with_department(text)
    comma = _COMMA.search(text.text)
    if comma is not None and _SURNAME_FIRST.fullmatch(text.text) and "PERSON" in entity_labels(text.text):
        return [text]
    if len(parts) > 1 or comma is None or entity_labels(text[: comma.start()].text) & OF_ORGANISATIONS:
        return parts
    return [text] if _DEGREE.fullmatch(text.text, comma.end()) else [text[: comma.start()]]


def may_be_person(text: str) -> bool:
    """Whether what stands where persons do may be one's name: no office, and its words are written as names are."""
    name = _COMMA.split(text, maxsplit=1)[0]
    words = name.split()
    is_inner = [0 < number < len(words) - 1 for number in range(len(words))]
    are_names = all(
        any(map(str.isupper, word)) or (inner and len(word) <= MOST_PARTICLE_CHARS)
        for word, inner in zip(words, is_inner, strict=True)
    )
    return are_names and not entity_labels(name) & OF_ORGANISATIONS


def is_person_with_role(text: Passage) -> bool:
    """Whether a text is the name of a person, and a comma parts it from a role or what the person belongs to."""
    parts = with_department(text)
    return len(parts) > 1 and ":" not in parts[0].text and _is_only_person(entity_labels(parts[0].text))


def may_be_street(text: Passage) -> bool:
    """Whether a name may be that of a house or a road: of no organisation, nobody's office, and without a person's title."""
    return not entity_labels(text.text) & {"ROLE", *OF_ORGANISATIONS} and not has_person_title(text.text)


def is_department(text: str) -> bool:
    """Whether a name is that of a part of an organisation by its words, and not of a whole one."""
    labels = entity_labels(text)
    return "DEPARTMENT" in labels and "ORG" not in labels

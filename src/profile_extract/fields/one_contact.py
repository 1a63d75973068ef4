"""Contacts of a profile that are one, though something stands between their lines: a person, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import Candidate, ContactDraft
from profile_extract.lexicon import contact_line_field, names_place
from profile_extract.structure import Label

_OF_ADDRESS = ("organization", "department", "street", "postal_code", "locality", "region", "country_code")
_ELECTRONIC = ("emails", "phones", "websites")
_FIELDS = ("person", "role", *_OF_ADDRESS, *_ELECTRONIC)


def with_parts_joined(candidates: Sequence[Candidate], labels: Mapping[int, Label]) -> tuple[ContactDraft, ...]:
    """The contacts; of two, one that is a person only, or websites only, with the other one if that has none of it.

    They stand one behind the other; or the other is of nobody else, under no label but a word for addresses.
    """
    found = [draft for candidate in candidates for draft in _drafts_of(candidate)]
    if len(found) == len(candidates) == 2 and (whole := _joined_pair(candidates, found, labels)):
        return (whole,)
    return tuple(_with_lines_joined(candidates, labels))


def _joined_pair(
    candidates: Sequence[Candidate], found: Sequence[ContactDraft], labels: Mapping[int, Label]
) -> ContactDraft | None:
    first, second = sorted(candidates, key=lambda candidate: candidate.blocks)
    are_adjacent = max(first.blocks) + 1 == min(second.blocks)
    for (part, other), candidate in ((found, candidates[1]), (found[::-1], candidates[0])):
        is_own = other.organization is None and all(_is_of_any(labels[i]) for i in candidate.blocks if i in labels)
        if part.person and not _says(part, (*_OF_ADDRESS, *_ELECTRONIC)):
            is_open = not other.person and not other.role and _says(other, _ELECTRONIC) and (are_adjacent or is_own)
        else:
            is_open = _has_websites_only(part) and not other.websites and bool(other.emails) and are_adjacent
        if is_open:
            fields = {name: getattr(part, name) for name in ("person", "role", "websites") if getattr(part, name)}
            lines = tuple(line for contact in found for line in contact.lines)
            return replace(other, **fields, lines=lines)
    return None


def _with_lines_joined(candidates: Sequence[Candidate], labels: Mapping[int, Label]) -> Iterator[ContactDraft]:
    """The contacts, those under words for lines of an address together, though other labelled lines stand between them.

    Where one says what another one has said, it is of somebody else.
    """
    open_one: ContactDraft | None = None
    for candidate in candidates:
        drafts = _drafts_of(candidate)
        is_of_lines = len(drafts) == 1 and _begins_with_word(candidate, labels)
        if open_one is not None and is_of_lines and not any(getattr(open_one, f) and getattr(drafts[0], f) for f in _FIELDS):
            open_one = _both(open_one, drafts[0])
            continue
        if open_one is not None:
            yield open_one
        open_one = drafts[0] if is_of_lines else None
        yield from () if is_of_lines else drafts
    if open_one is not None:
        yield open_one


def _begins_with_word(candidate: Candidate, labels: Mapping[int, Label]) -> bool:
    """Whether a contact stands under a word for addresses, or for a line of one, as all labels in it are."""
    own = [labels[block] for block in candidate.blocks if block in labels]
    return min(candidate.blocks) in labels and all(map(_is_of_any, own))


def _both(contact: ContactDraft, other: ContactDraft) -> ContactDraft:
    """Two contacts as one, neither of which says what the other does."""
    fields = {name: getattr(other, name) for name in _FIELDS if getattr(other, name)}
    return replace(contact, **fields, lines=(*contact.lines, *other.lines))


def _is_of_any(label: Label) -> bool:
    """Whether a label is a word for addresses, for a line of one or for where something is, and says not whose."""
    return label.field != "section" or contact_line_field(label.key) is not None or names_place(label.key)


def _drafts_of(candidate: Candidate) -> tuple[ContactDraft, ...]:
    drafts = candidate.draft if isinstance(candidate.draft, tuple) else (candidate.draft,)
    return tuple(draft for draft in drafts if isinstance(draft, ContactDraft))


def _has_websites_only(contact: ContactDraft) -> bool:
    return bool(contact.websites) and not _says(contact, ("person", "role", *_OF_ADDRESS, "emails", "phones"))


def _says(contact: ContactDraft, fields: Sequence[str]) -> bool:
    return any(getattr(contact, field) for field in fields)

"""Contacts of a profile that are one, though something stands between their lines: a person, and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import Candidate, ContactDraft
from profile_extract.lexicon import contact_line_field
from profile_extract.structure import Label

_OF_ADDRESS = ("organization", "department", "street", "postal_code", "locality", "region", "country_code")
_ELECTRONIC = ("emails", "phones", "websites")


def with_parts_joined(candidates: Sequence[Candidate], labels: Mapping[int, Label]) -> tuple[ContactDraft, ...]:
    """The contacts; of two, one that is a person only, or websites only, with the other one if that has none of it.

    They stand one behind the other; or the other is of nobody else, under no label but a word for addresses.
    """
    found = [draft for candidate in candidates for draft in _drafts_of(candidate)]
    if len(found) != 2 or len(candidates) != 2:
        return tuple(found)
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
            return (replace(other, **fields, lines=lines),)
    return tuple(found)


def _is_of_any(label: Label) -> bool:
    """Whether a label is a word for addresses, or for a line of one, and says not whose."""
    return label.field != "section" or contact_line_field(label.key) is not None


def _drafts_of(candidate: Candidate) -> tuple[ContactDraft, ...]:
    drafts = candidate.draft if isinstance(candidate.draft, tuple) else (candidate.draft,)
    return tuple(draft for draft in drafts if isinstance(draft, ContactDraft))


def _has_websites_only(contact: ContactDraft) -> bool:
    return bool(contact.websites) and not _says(contact, ("person", "role", *_OF_ADDRESS, "emails", "phones"))


def _says(contact: ContactDraft, fields: Sequence[str]) -> bool:
    return any(getattr(contact, field) for field in fields)

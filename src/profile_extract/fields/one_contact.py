"""Contacts of a profile that are one, though something stands between their lines: a person, and how to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from profile_extract.drafts import ContactDraft

_OF_ADDRESS = ("organization", "department", "street", "postal_code", "locality", "region", "country_code")
_ELECTRONIC = ("emails", "phones", "websites")


def with_parts_joined(contacts: Sequence[ContactDraft]) -> tuple[ContactDraft, ...]:
    """The contacts; of two, one that is a person only, or websites only, with the other one if that has none of it."""
    if len(contacts) != 2:
        return tuple(contacts)
    for part, other in (contacts, contacts[::-1]):
        if part.person and not _says(part, (*_OF_ADDRESS, *_ELECTRONIC)):
            is_open = not other.person and not other.role and _says(other, _ELECTRONIC)
        else:
            is_open = _has_websites_only(part) and not other.websites and bool(other.emails)
        if is_open:
            fields = {name: getattr(part, name) for name in ("person", "role", "websites") if getattr(part, name)}
            lines = tuple(line for contact in contacts for line in contact.lines)
            return (replace(other, **fields, lines=lines),)
    return tuple(contacts)


def _has_websites_only(contact: ContactDraft) -> bool:
    return bool(contact.websites) and not _says(contact, ("person", "role", *_OF_ADDRESS, "emails", "phones"))


def _says(contact: ContactDraft, fields: Sequence[str]) -> bool:
    return any(getattr(contact, field) for field in fields)

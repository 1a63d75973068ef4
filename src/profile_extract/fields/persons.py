"""Names of persons, in a report whose lines say nothing else of them."""

from __future__ import annotations

from profile_extract.fields.entities import entity_labels
from profile_extract.fields.entities.words import is_person_title


def reads_as_person(text: str) -> bool:
    """Whether a text reads as a person's name, and as no organisation, office or street (``Dr.`` begins no drive)."""
    labels = entity_labels(text) - ({"STREET"} if has_person_title(text) else set())
    return "PERSON" in labels and not labels & {"ORG", "DEPARTMENT", "ROLE", "STREET"}


def has_person_title(name: str) -> bool:
    """Whether a name begins with the title of a person (``Prof. …``)."""
    return is_person_title(name.partition(" ")[0])

"""Names of persons, in a report whose lines say nothing else of them."""

from __future__ import annotations

from profile_extract.fields.entities import entity_labels


def reads_as_person(text: str) -> bool:
    """Whether a text reads as a person's name, and as no organisation, office or street."""
    labels = entity_labels(text)
    return "PERSON" in labels and not labels & {"ORG", "DEPARTMENT", "ROLE", "STREET"}

"""Named entities of the short lines where they may stand: the only room that knows spaCy.

Running text is never tagged: Of, Nice, Essen, Best, Police and Split are towns. A pipeline of this project's own
components looks at slots (place lines, signatures, lines of contact blocks, titles), and what it finds are candidates. It is
loaded with the first text that may have any: for titles without a single name of a place, spaCy is never imported.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from profile_extract.fields.entities.hints import may_hold
from profile_extract.fields.entities.importing import import_spacy
from profile_extract.gazetteer import VERSION as PLACES_VERSION

if TYPE_CHECKING:
    from spacy.language import Language

NER_VERSION = f"rules-1+{PLACES_VERSION}"
"""What named entities are found with, for the output to name."""


class Entity(NamedTuple):
    """A stretch of a text (half-open offsets) and what it may be: PLACE, COUNTRY, ORG, DEPARTMENT, PERSON, ROLE, STREET."""

    label: str
    start: int
    end: int


def find_entities(text: str, *labels: str) -> tuple[Entity, ...]:
    """The candidates in one slot, in reading order; several may share their words.

    Where ``labels`` are named, only such ones; the pipeline then does not see a text that cannot have any.
    """
    if labels and not any(may_hold(text, label) for label in labels):
        return ()
    found = _entities(text)
    return tuple(entity for entity in found if entity.label in labels) if labels else found


def entity_labels(text: str) -> set[str]:
    """What one slot may name, all together."""
    return {entity.label for entity in find_entities(text)}


@lru_cache(maxsize=4096)
def _entities(text: str) -> tuple[Entity, ...]:
    doc = _pipeline()(text)
    found = [Entity(span.label_, span.start_char, span.end_char) for group in doc.spans.values() for span in group]
    return tuple(sorted(found, key=lambda entity: (entity.start, -entity.end, entity.label)))


@cache
def _pipeline() -> Language:
    import_spacy()
    import spacy

    from profile_extract.fields.entities import components

    nlp = spacy.blank("xx")
    for name in components.NAMES:
        nlp.add_pipe(name)
    return nlp

"""A profile of gold beside the one that was found for it: each annotated field judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from profile_extract.evaluation.documents import (
    NO_CONTACT,
    NO_PLACE,
    NO_RELATED,
    NO_SECTION,
    Contact,
    Edges,
    GoldProfile,
    Part,
    Place,
    PredictedProfile,
    Profile,
    Related,
    Section,
)
from profile_extract.evaluation.judgements import Judgement, judge_edges, judge_text
from profile_extract.evaluation.pairing import paired
from profile_extract.evaluation.texts import bare, comparable, tidy

CONTACT_TEXTS = ("person", "organization", "department", "street", "postal_code", "locality", "region", "country_code")
CONTACT_LISTS = ("emails", "phones", "websites")
OPENING_CHARS = 60
"""So much of a narrative's beginning tells which profile it is."""

Pair = tuple[GoldProfile | None, PredictedProfile | None]


def pair_profiles(gold: Sequence[GoldProfile], predicted: Sequence[PredictedProfile]) -> list[Pair]:
    """Pair profiles by their titles, and those left over by the first words of their narratives."""
    rows = paired(gold, predicted, _title, _title)
    both: list[Pair] = [(g, p) for g, p in rows if g and p]
    lone_gold = [g for g, p in rows if g and not p]
    lone = [p for g, p in rows if p and not g]
    return both + paired(lone_gold, lone, _opening, _opening)


def has_title(gold: GoldProfile, predicted: PredictedProfile) -> bool:
    """Whether the title, or one that gold accepts, was found at level soft; any will do where gold does not say."""
    if "title" not in gold.model_fields_set:
        return True
    got = predicted.title or ""
    return bare(_accepted(gold.title, gold.title_alt, got)) == bare(got)


def judge_profile(gold: GoldProfile, predicted: PredictedProfile) -> Iterator[Judgement]:
    """Judge every annotated field, in the order of the contract."""
    given = gold.model_fields_set
    if "title" in given:
        yield from judge_text("title", _accepted(gold.title, gold.title_alt, predicted.title), predicted.title)
    if "tagline" in given:
        yield from judge_text("tagline", _accepted(gold.tagline, gold.tagline_alt, predicted.tagline), predicted.tagline)
    if "city" in given:
        yield from _judge_place("city", gold.city, predicted.city)
    if "narrative" in given:
        yield from _judge_narrative(gold.narrative, predicted.narrative or ())
    if "related_ideas" in given:
        yield from _judge_related(gold.related_ideas or (), predicted.related_ideas or ())
    if "contacts" in given:
        yield from _judge_contacts(gold.contacts or (), predicted.contacts or ())
    if "sections" in given:
        yield from _judge_sections(gold.sections or (), predicted.sections or ())


def _title(part: Profile | Related) -> str:
    return part.title or ""


def _opening(profile: GoldProfile | PredictedProfile) -> str:
    narrative = profile.narrative
    text = narrative.starts if isinstance(narrative, Edges) else tidy(" ".join(narrative or ()))
    return text[:OPENING_CHARS]


def _accepted(gold: str | None, others: Sequence[str] | str | None, predicted: str | None) -> str:
    """The value of gold, or the other reading it accepts if that was predicted (level soft)."""
    readings = [others] if isinstance(others, str) else others or ()
    return next((other for other in readings if bare(other) == bare(predicted or "")), gold or "")


def _judge_named(names: Sequence[str], prefix: str, gold: Part, predicted: Part | None) -> Iterator[Judgement]:
    for name in names:
        if name in gold.model_fields_set:
            yield from judge_text(f"{prefix}.{name}", getattr(gold, name), getattr(predicted, name, None))


def _judge_place(field: str, gold: Place | None, predicted: Place | None) -> Iterator[Judgement]:
    yield from _judge_named(("name", "country_code"), field, gold or NO_PLACE, predicted)


def _judge_narrative(gold: Sequence[str] | Edges | None, predicted: Sequence[str]) -> Iterator[Judgement]:
    text = tidy(" ".join(predicted))
    if isinstance(gold, Edges):
        yield judge_edges("narrative", gold, text)
        return
    yield from judge_text("narrative", " ".join(gold or ()), text)
    if gold is not None:
        yield from judge_text("paragraph_count", str(len(gold)), str(len(predicted)))


def _judge_related(gold: Sequence[Related], predicted: Sequence[Related]) -> Iterator[Judgement]:
    for wanted, got in paired(gold, predicted, _title, _title):
        expected = wanted or NO_RELATED
        yield from _judge_named(("title", "description"), "related", expected, got)
        if "city" in expected.model_fields_set:
            yield from _judge_place("related.city", expected.city, got.city if got else None)


def _judge_contacts(gold: Sequence[Contact], predicted: Sequence[Contact]) -> Iterator[Judgement]:
    for wanted, got in paired(gold, predicted, _block, _block):
        expected = wanted or NO_CONTACT
        yield from _judge_named(CONTACT_TEXTS, "contact", expected, got)
        for name in CONTACT_LISTS:
            if name in expected.model_fields_set:
                yield from _judge_list(name, getattr(expected, name) or (), getattr(got, name, None) or ())


def _judge_list(name: str, gold: Sequence[str], predicted: Sequence[str]) -> Iterator[Judgement]:
    wanted, got = ([comparable(name, value) for value in values] for values in (gold, predicted))
    for one, other in paired(wanted, got, str, str):
        yield from judge_text(f"contact.{name}", one, other)


def _block(contact: Contact) -> str:
    """All words of a contact block, in the order of its keys in the file."""
    names = (name for name in contact.keys_given if name in CONTACT_TEXTS + CONTACT_LISTS)
    values: Iterator[Any] = (getattr(contact, name) for name in names)
    return " ".join(tidy(value if isinstance(value, str) else " ".join(value)) for value in values if value)


def _judge_sections(gold: Sequence[Section], predicted: Sequence[Section]) -> Iterator[Judgement]:
    for wanted, got in paired(gold, predicted, _label, _label):
        expected = wanted or NO_SECTION
        yield from judge_text("section.label", _bare_label(expected), _bare_label(got))
        text = tidy(" ".join((got and got.paragraphs) or ()))
        if expected.text:
            yield judge_edges("section.text", expected.text, text)
        elif {"text", "value"} & expected.model_fields_set:
            yield from judge_text("section.value", expected.value, text)


def _label(section: Section) -> str:
    return section.label or ""


def _bare_label(section: Section | None) -> str:
    return tidy(section.label or "").rstrip(" :.–-") if section else ""

"""What extraction finds: the fields of the contract, each string of them with the text it was made of."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple

from profile_extract.model import BBox
from profile_extract.passage import Passage
from profile_extract.structure import Segment, Segmentation


@dataclass(frozen=True, slots=True)
class Value:
    """A string of the output with where it comes from.

    ``sources`` are the pieces of the report it was made of. A verbatim value is its only source's text; any other names
    in ``rule`` (``derived.…``) what it was derived from, and its sources are that text.
    """

    text: str
    sources: tuple[Passage, ...]
    rule: str
    confidence: float = 1.0

    @classmethod
    def verbatim(cls, passage: Passage, rule: str, confidence: float = 1.0) -> Value:
        """The text of a passage, as it is after its edits."""
        return cls(passage.text, (passage,), rule, confidence)

    @classmethod
    def derived(cls, text: str, passage: Passage, what: str, confidence: float = 1.0) -> Value:
        """What follows from a passage without standing in it."""
        return cls(text, (passage,), f"derived.{what}", confidence)

    @property
    def is_verbatim(self) -> bool:
        """Whether undoing its edits gives the source back."""
        return not self.rule.startswith("derived.")


@dataclass(frozen=True, slots=True)
class CityDraft:
    """A place and what is known of it; numbers are of the gazetteer."""

    name: Value
    country: Value | None = None
    country_code: Value | None = None
    region: Value | None = None
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class QuoteDraft:
    """Somebody's words."""

    text: Value
    speaker: Value | None = None
    role: Value | None = None


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A labelled part; ``pages`` only for sections of the report itself."""

    label: Value | None
    paragraphs: tuple[Value, ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedDraft:
    """Another practice referred to."""

    title: Value | None = None
    description: Value | None = None
    city: CityDraft | None = None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact block, split."""

    person: Value | None = None
    role: Value | None = None
    organization: Value | None = None
    department: Value | None = None
    street: Value | None = None
    postal_code: Value | None = None
    locality: Value | None = None
    region: Value | None = None
    country_code: Value | None = None
    emails: tuple[Value, ...] = ()
    phones: tuple[Value, ...] = ()
    websites: tuple[Value, ...] = ()
    lines: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A link annotation and what kind of address it is; ``bbox`` is its own where it has one."""

    uri: Value
    kind: str
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """The fields of one profile, and how sure it is that they are right, 0 to 1."""

    segment: Segment
    title: Value | None = None
    tagline: Value | None = None
    city: CityDraft | None = None
    narrative: tuple[Value, ...] = ()
    quotes: tuple[QuoteDraft, ...] = ()
    sections: tuple[SectionDraft, ...] = ()
    related_ideas: tuple[RelatedDraft, ...] = ()
    contacts: tuple[ContactDraft, ...] = ()
    notes: tuple[Value, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What the report says around its profiles."""

    title: Value | None = None
    sections: tuple[SectionDraft, ...] = ()
    quotes: tuple[QuoteDraft, ...] = ()


class Mark(NamedTuple):
    """A stretch of the report and the role it plays; ``owner`` is ``profiles``, ``report`` or ``furniture``."""

    start: int
    end: int
    role: str
    owner: str


class Problem(NamedTuple):
    """A warning: its code, the JSON Pointer of the value meant (or empty), and a line for people."""

    code: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an extractor proposes: that some blocks play a role, by a rule, with a score from 0 to 1."""

    role: str
    blocks: tuple[int, ...]
    rule: str
    score: float
    draft: object = None


class Decision(NamedTuple):
    """A candidate that won its blocks, and the ones that lost them to it."""

    winner: Candidate
    losers: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All fields found, the role of every stretch of text, what was proposed for it, and what is wrong with it."""

    segmentation: Segmentation
    language: str | None
    profiles: tuple[ProfileDraft, ...]
    report: ReportDraft
    marks: tuple[Mark, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]


@cache
def text_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a kind of draft that may hold text, in order; none for what is no draft but a plain value."""
    own = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in own if field.name not in {"segment", "pages"})

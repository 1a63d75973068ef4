"""The output contract, version 1, as pydantic models: the single source of ``schemas/``.

A key is always present: what the report does not say is ``null`` or ``[]``, never a guess. No other keys are allowed.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_ID = "urn:profile-extract:schema:report:1.0"

Count = Annotated[int, Field(ge=0)]
PageNumber = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Text = Annotated[str, Field(min_length=1)]
Pointer = Annotated[str, Field(pattern=r"^(/.*)?$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
LinkKind = Literal["email", "web", "phone", "other", "fragment"]
WarningCode = Literal[
    "broken-link",
    "city-ambiguous",
    "city-unresolved",
    "damaged-page",
    "email-link-mismatch",
    "layout-unmatched",
    "low-confidence",
    "missing-city",
    "missing-contacts",
    "missing-narrative",
    "missing-related_ideas",
    "missing-sections",
    "missing-tagline",
    "missing-title",
    "no-profiles",
    "no-text-layer",
    "profile-count",
    "suspect-text",
    "unassigned-text",
    "website-link-mismatch",
]


class Model(BaseModel):
    """No keys but the ones named; values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Source(Model):
    """The report that was read."""

    name: Text = Field(description="Base name of the file, without its folder.")
    sha256: Sha256 = Field(description="Hash of the file's bytes.")
    media_type: Literal["application/pdf", "text/plain"]
    page_count: PageNumber
    language: str | None = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1, or null where the text does not tell.")


class Generator(Model):
    """The program that made this document, and what it was told."""

    name: Literal["profile-extract"]
    version: Text
    layout: Text = Field(description="`induced`, or the name of the layout file.")
    ner: Text = Field(description="The place names and cues that named entities were found with.")
    settings_sha256: Sha256


class Quote(Model):
    """Words of somebody, with who said them where that is printed."""

    text: Text
    speaker: Text | None
    role: Text | None


class Section(Model):
    """A labelled part of a profile: the label as printed, without its colon, and its paragraphs."""

    label: Text
    paragraphs: list[Text]


class ReportSection(Model):
    """A part of the front or back matter; `label` is null where it has no heading."""

    label: Text | None
    paragraphs: list[Text]
    pages: list[PageNumber] = Field(min_length=1)


class ReportText(Model):
    """What the report says around its profiles."""

    title: Text | None
    sections: list[ReportSection]
    quotes: list[Quote]


class City(Model):
    """A place: its name as printed in its true casing, and what GeoNames knows of it (null where that is not sure)."""

    name: Text
    country: Text | None
    country_code: CountryCode | None
    region: Text | None
    geonames_id: Annotated[int, Field(ge=1)] | None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None


class RelatedIdea(Model):
    """Another practice that a profile refers to."""

    title: Text | None
    description: Text | None
    city: City | None


class Contact(Model):
    """A contact block, split; `lines` is the block as cleaned, line by line."""

    person: Text | None
    role: Text | None
    organization: Text | None
    department: Text | None
    street: Text | None
    postal_code: Text | None
    locality: Text | None
    region: Text | None
    country_code: CountryCode | None
    emails: list[Text]
    phones: list[Text]
    websites: list[Text]
    lines: list[Text]


class Link(Model):
    """A link annotation, or what a dump prints of one; a `fragment` is all that is left of a broken one."""

    uri: Text
    kind: LinkKind


class Profile(Model):
    """One profile, its parts in reading order."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="Slug of the title, unique in the report, stable from run to run."
    )
    pages: list[PageNumber] = Field(min_length=1)
    confidence: Share = Field(description="That this is one whole profile, rightly bounded.")
    title: Text | None
    tagline: Text | None
    city: City | None
    narrative: list[Text]
    quotes: list[Quote]
    sections: list[Section]
    related_ideas: list[RelatedIdea]
    contacts: list[Contact]
    notes: list[Text]
    links: list[Link]


class Warning(Model):
    """Something a reader of the output should know; `path` points to the value meant, or is empty."""

    code: WarningCode
    path: Pointer
    message: Text


class Edit(Model):
    """One change between source and value. Edits follow each other: look for `before` behind the last one."""

    rule: Text
    before: str
    after: str


class Evidence(Model):
    """Where a value comes from. `start` and `end` count in the named lines as read, joined by line feeds, half-open."""

    path: Pointer
    page: PageNumber
    lines: list[PageNumber] = Field(min_length=1, description="1-based numbers of lines in the text as read.")
    bbox: tuple[float, float, float, float] | None = Field(
        description="x0, top, x1, bottom in PDF points from the page's top left corner; null for text input."
    )
    start: Count
    end: Count
    rule: Text = Field(description="What made the value; `derived.…` where it is no verbatim piece of the source.")
    confidence: Share
    edits: list[Edit]


class Accounting(Model):
    """Where every character of the source that is not white space went; the four counts add up to `characters`."""

    characters: Count
    profiles: Count
    report: Count
    furniture: Count
    unassigned: Count


class ExtractedReport(Model):
    """One report, extracted."""

    schema_version: Literal["1.0"]
    source: Source
    generator: Generator
    report: ReportText
    profiles: list[Profile]
    warnings: list[Warning]
    evidence: list[Evidence] = Field(description="Sorted by path; parts of one value in reading order.")
    accounting: Accounting


def json_schema() -> dict[str, Any]:
    """The published JSON Schema (Draft 2020-12) of :class:`ExtractedReport`."""
    schema = ExtractedReport.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def schema_text() -> str:
    """The schema as the file in ``schemas/`` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"

"""Gold and predictions as values: what evaluation looks at, and no more; other keys are passed over.

Gold is a subset of the output contract. A key that is absent was not annotated and is not judged; one that is null or empty
must be empty in the prediction too. A number where text is meant is its digits.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = str | None
Texts = tuple[str, ...] | None


class Part(BaseModel):
    """A part of a document: unchangeable, and it knows which keys were given (``model_fields_set``)."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class Place(Part):
    """A city; ``name`` as printed, ``country_code`` of two letters."""

    name: Text = None
    country_code: Text = None


class Related(Part):
    """A related idea."""

    title: Text = None
    description: Text = None
    city: Place | None = None


class Contact(Part):
    """A contact block; ``keys_given`` are its keys in the order of the file, which decides how blocks are compared."""

    person: Text = None
    organization: Text = None
    department: Text = None
    street: Text = None
    postal_code: Text = None
    locality: Text = None
    region: Text = None
    country_code: Text = None
    emails: Texts = None
    phones: Texts = None
    websites: Texts = None
    keys_given: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_order(cls, data: Any) -> Any:
        return {**data, "keys_given": tuple(data)} if isinstance(data, dict) else data


class Edges(Part):
    """A long text known by its first words, its last words, and its length in words."""

    starts: str
    ends: str
    words: Annotated[int, Field(ge=0)]


class Section(Part):
    """A labelled part: gold gives its text as ``value`` or, where it is long, by its edges; the output as paragraphs."""

    label: Text = None
    value: Text = None
    text: Edges | None = None
    paragraphs: Texts = None


class Profile(Part):
    """What gold and prediction share. ``title_alt``, ``tagline_alt``: other readings that gold accepts."""

    title: Text = None
    title_alt: Texts | str = None
    tagline: Text = None
    tagline_alt: Texts | str = None
    city: Place | None = None
    related_ideas: tuple[Related, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    sections: tuple[Section, ...] | None = None


class GoldProfile(Profile):
    """A profile as a person annotated it; ``warnings`` are codes that the output must have."""

    narrative: tuple[str, ...] | Edges | None = None
    warnings: Texts = None


class PredictedProfile(Profile):
    """A profile of an output document; ``confidence`` from 0 to 1."""

    narrative: Texts = None
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class Warned(Part):
    """A warning of an output document."""

    code: Text = None


class GoldReport(Part):
    """The gold of one report; where it is not ``complete``, the report has profiles that it does not list."""

    profiles: tuple[GoldProfile, ...]
    complete: bool = True


class PredictedReport(Part):
    """An output document."""

    profiles: tuple[PredictedProfile, ...]
    warnings: tuple[Warned, ...] | None = None


NO_PLACE = Place(name=None, country_code=None)
NO_CONTACT = Contact.model_validate(dict.fromkeys(Contact.model_fields))
NO_RELATED = Related(title=None, description=None, city=None)
NO_SECTION = Section(label=None)
"""Gold of things that do not exist: every key is annotated, and nothing is expected under it."""

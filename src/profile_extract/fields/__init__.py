"""From profiles to fields: extractors propose, one place decides, and every stretch of text gets one role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from profile_extract.drafts import (
    Candidate,
    CityDraft,
    ContactDraft,
    Decision,
    Extraction,
    LinkDraft,
    Problem,
    ProfileDraft,
    QuoteDraft,
    RelatedDraft,
    SectionDraft,
    Value,
)
from profile_extract.fields import contacts, narrative, notes, place_lines, quotes, related, sections, taglines, titles
from profile_extract.fields.address_blocks import with_address_apart
from profile_extract.fields.asides import with_closing_apart
from profile_extract.fields.city import Resolved, begun_city, ended_city, own_city, printed_city, resolve_city, stated_city
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.decide import decide
from profile_extract.fields.doubts import with_doubts
from profile_extract.fields.facts import with_text_apart
from profile_extract.fields.group_countries import city_in_group, countries_of_groups, with_country
from profile_extract.fields.guidance import guide_problems
from profile_extract.fields.home_country import with_home_country
from profile_extract.fields.links import link_drafts, profile_links, with_schemes
from profile_extract.fields.marks import find_marks
from profile_extract.fields.matter import read_matter
from profile_extract.fields.norms import Norms
from profile_extract.fields.one_contact import with_parts_joined
from profile_extract.fields.parts import split_parts
from profile_extract.fields.speakers import with_talks_named
from profile_extract.fields.warnings import (
    city_problems,
    confidence_problems,
    contents_problems,
    link_problems,
    missing_problems,
    report_problems,
)
from profile_extract.language import find_language
from profile_extract.structure import Segment, Segmentation

_Draft = TypeVar("_Draft")
_EXTRACTORS = (titles, place_lines, taglines, narrative, notes, quotes, sections, related, contacts)


def find_fields(segmentation: Segmentation) -> Extraction:
    """All fields of all profiles and of the report itself; its guide is all that was said of the report."""
    segmentation = with_talks_named(segmentation)
    norms = Norms.of(segmentation)
    labels = norms.with_fields(segmentation.labels)
    report = segmentation.layout.report
    links = profile_links(segmentation.layout, segmentation.segments)
    countries = countries_of_groups(segmentation)
    profiles: list[ProfileDraft] = []
    decisions: list[Decision] = []
    doubts: list[str] = []
    for segment in segmentation.segments:
        decided = decide(_candidates(segment, segmentation, norms))
        found = link_drafts(links[segment.index], report, segment.confidence)
        winners = [d.winner for d in decided]
        own = with_parts_joined([winner for winner in winners if winner.role == "contact"], labels)
        country = countries.get(segment.index)
        profile, resolved = _profile(segment, winners, with_country(own, country), found, norms)
        profiles.append(replace(profile, city=city_in_group(profile.city, country)))
        doubts.append(resolved.problem)
        decisions += decided
    profiles = with_doubts(with_home_country(profiles))
    problems: list[Problem] = []
    for profile, doubt in zip(profiles, doubts, strict=True):
        problems += [*link_problems(profile), *city_problems(profile, doubt)]
    problems += [*missing_problems(profiles), *confidence_problems(profiles)]
    problems += [*report_problems(segmentation), *contents_problems(segmentation), *guide_problems(segmentation)]
    matter = read_matter(segmentation)
    marks = find_marks(segmentation, profiles, matter, decisions)
    language = find_language(report.text)
    return Extraction(segmentation, language, tuple(profiles), matter, tuple(marks), tuple(decisions), tuple(problems))


def _candidates(segment: Segment, segmentation: Segmentation, norms: Norms) -> Iterator[Candidate]:
    split = split_parts(segment, segmentation.labels, norms.body, norms.fields, norms.running)
    parts = list(with_text_apart(split, norms.facts, norms.body))
    apart = with_closing_apart(with_address_apart(parts, norms.body), norms.closing_style)
    context = ProfileContext(segment, apart, norms, segmentation.layout)
    for extractor in _EXTRACTORS:
        yield from extractor.propose(context)


def _profile(
    segment: Segment,
    winners: Sequence[Candidate],
    contacts_: tuple[ContactDraft, ...],
    links: tuple[LinkDraft, ...],
    norms: Norms,
) -> tuple[ProfileDraft, Resolved]:
    """The fields that won, and the city that follows from them."""
    values = {
        role: tuple(w.draft for w in winners if w.role == role and isinstance(w.draft, Value))
        for role in ("title", "tagline", "narrative", "note")
    }
    contacts_ = tuple(replace(c, websites=tuple(with_schemes(c, links))) for c in contacts_)
    title = values["title"][0]
    tagline = values["tagline"][0] if values["tagline"] else None
    sections_ = _drafts(winners, SectionDraft)
    begun = begun_city(title.sources[0], segment.confidence) if norms.has_place_beginnings else None
    ended = ended_city(title.sources[0], segment.confidence) if norms.has_place_endings else None
    stated = printed_city(_drafts(winners, CityDraft)) or begun or ended or stated_city(sections_, segment.confidence)
    resolved = stated or resolve_city(
        title.sources[0],
        tagline.sources[0] if tagline else None,
        [value.sources[0] for value in values["narrative"]],
        contacts_,
        segment.confidence,
        has_place_titles=norms.has_place_titles,
        may_be_chance=norms.has_few_place_titles,
        sections=[text.sources[0] for section in sections_ for text in section.paragraphs],
    )
    if resolved.city is None and resolved.problem != "ambiguous":
        resolved = own_city(contacts_, segment.confidence) or resolved
    profile = ProfileDraft(
        segment=segment,
        title=title,
        tagline=tagline,
        city=resolved.city,
        narrative=values["narrative"],
        quotes=_drafts(winners, QuoteDraft),
        sections=sections_,
        related_ideas=_drafts(winners, RelatedDraft),
        contacts=contacts_,
        notes=values["note"],
        links=links,
    )
    return profile, resolved


def _drafts(winners: Sequence[Candidate], kind: type[_Draft]) -> tuple[_Draft, ...]:
    """The drafts of one kind, in order; a candidate brings one or several."""
    brought = (draft for w in winners for draft in (w.draft if isinstance(w.draft, tuple) else (w.draft,)))
    return tuple(draft for draft in brought if isinstance(draft, kind))

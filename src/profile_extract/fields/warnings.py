"""What a reader of the output should know: links that disagree, fields that are missing, text that is not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from profile_extract.drafts import LinkDraft, Problem, ProfileDraft, Value
from profile_extract.fields.links import bare_address, same_address
from profile_extract.fields.suspects import suspect_pages
from profile_extract.model import DAMAGED_PAGE
from profile_extract.structure import Segmentation

MOST = 0.5
"""A field that more than this share of profiles have is missed where it is absent."""
LEAST_CONFIDENCE = 0.5
"""Confidence of a profile below which a warning says so."""
_FIELDS: dict[str, Callable[[ProfileDraft], object]] = {
    "title": lambda p: p.title,
    "tagline": lambda p: p.tagline,
    "city": lambda p: p.city,
    "narrative": lambda p: p.narrative,
    "sections": lambda p: p.sections,
    "related_ideas": lambda p: p.related_ideas,
    "contacts": lambda p: p.contacts,
}


_CITY_DOUBTS = {
    ("ambiguous", True): "several places go by this name",
    ("ambiguous", False): "its slots name several places",
    ("unresolved", True): "not known to the gazetteer",
    ("unresolved", False): "too little evidence for one place",
}
"""What a doubt of a city means, where one was found all the same and where none was."""


def city_problems(profile: ProfileDraft, doubt: str) -> Iterator[Problem]:
    """Why a profile has no city, or one that is not known; a doubt of which one is meant may be settled by now."""
    city = profile.city
    if doubt and not (doubt == "ambiguous" and city is not None and city.geonames_id):
        name = city.name.text if city else "the place this profile is about"
        message = f"{name}: {_CITY_DOUBTS[doubt, city is not None]}"
        yield Problem(f"city-{doubt}", f"/profiles/{profile.segment.index}/city", message)


def link_problems(profile: ProfileDraft) -> Iterator[Problem]:
    """Visible addresses whose link leads elsewhere, and links of which only a piece is left."""
    number, contacts, links = profile.segment.index, profile.contacts, profile.links
    emails = [link for link in links if link.kind == "email"]
    webs = [link for link in links if link.kind == "web"]
    visible = [v for c in contacts for v in (*c.emails, *c.websites)]
    for c, contact in enumerate(contacts):
        for name, values, of_kind in (("email", contact.emails, emails), ("website", contact.websites, webs)):
            for v, value in enumerate(values):
                stray = _stray_link(value, of_kind, visible, has_boxes=any(link.bbox for link in links))
                if stray:
                    path = f"/profiles/{number}/contacts/{c}/{name}s/{v}"
                    message = f"the text says {value.text}, its link leads to {stray.uri.text}"
                    yield Problem(f"{name}-link-mismatch", path, message)
    for n, link in enumerate(links):
        if link.kind == "fragment":
            message = f"only a piece of a link is left: {link.uri.text}"
            yield Problem("broken-link", f"/profiles/{number}/links/{n}", message)


def _stray_link(value: Value, links: Sequence[LinkDraft], visible: Sequence[Value], *, has_boxes: bool) -> LinkDraft | None:
    """The link of a visible address that leads to another one: the one over it, or in a dump one that fits nothing visible."""
    if any(same_address(link.uri.text, value.text) for link in links):
        return None
    if has_boxes:
        own = (link for link in links if link.bbox and _covers(link, value))
        return next((link for link in own if not bare_address(link.uri.text).startswith(bare_address(value.text))), None)
    seen = {bare_address(v.text) for v in visible}
    return next((link for link in links if bare_address(link.uri.text) not in seen), None)


def _covers(link: LinkDraft, value: Value) -> bool:
    a, b = link.uri.sources[0], value.sources[0]
    return a.start < b.end and b.start < a.end


def missing_problems(profiles: Sequence[ProfileDraft]) -> Iterator[Problem]:
    """Fields that most profiles have and one lacks."""
    for name, of in _FIELDS.items():
        having = sum(bool(of(profile)) for profile in profiles)
        if having <= MOST * len(profiles):
            continue
        for number, profile in enumerate(profiles):
            if not of(profile):
                message = f"{having} of {len(profiles)} profiles have {name}, this one has none"
                yield Problem(f"missing-{name}", f"/profiles/{number}", message)


def confidence_problems(profiles: Sequence[ProfileDraft]) -> Iterator[Problem]:
    """Profiles whose boundaries few signs agree on, or whose report is hardly made of profiles."""
    for number, profile in enumerate(profiles):
        if profile.segment.confidence < LEAST_CONFIDENCE:
            message = f"it is doubtful that this is one whole profile (confidence {profile.segment.confidence:.2f})"
            yield Problem("low-confidence", f"/profiles/{number}", message)


def report_problems(segmentation: Segmentation) -> Iterator[Problem]:
    """Pages without usable text, no profiles at all, and a list of contents that names other ones."""
    report = segmentation.layout.report
    for page in report.pages:
        if page.text_error:
            code = "damaged-page" if page.text_error == DAMAGED_PAGE else "no-text-layer"
            yield Problem(code, "", f"page {page.number}: {page.text_error}")
    yield from suspect_pages(report)
    if not segmentation.segments:
        message = "no part of this report comes back often and regularly enough to be a profile"
        yield Problem("no-profiles", "/profiles", message)


def contents_problems(segmentation: Segmentation) -> Iterator[Problem]:
    """A list of contents that names most profiles, but not as many as were found."""
    listed = sum(any(v.rule == "title.contents" for v in segment.votes) for segment in segmentation.segments)
    found = len(segmentation.segments)
    if MOST * found < listed < found:
        yield Problem("profile-count", "/profiles", f"the list of contents names {listed} of the {found} profiles found")

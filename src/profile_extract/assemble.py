"""The output put together: values by their place, evidence for each of them, accounting, warnings.

The output is nothing but the marked stretches of the report by role; this module adds no text to it.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from profile_extract.drafts import Extraction, LinkDraft, Mark, Problem, ProfileDraft, Value
from profile_extract.evidence import trace
from profile_extract.model import BBox, Report
from profile_extract.schema import (
    Accounting,
    Edit,
    Evidence,
    ExtractedReport,
    Generator,
    Profile,
    ReportText,
    Source,
    Warning,
)

_POINT_DIGITS = 2
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
MOST_SLUG_CHARS = 80


def assemble(extraction: Extraction, generator: Generator, *, with_evidence: bool = True) -> ExtractedReport:
    """The validated output document of an extraction."""
    report = extraction.segmentation.layout.report
    book = _EvidenceBook(report)
    text = book.tree(extraction.report, "/report")
    slugs = _slugs(extraction.profiles)
    profiles = [
        Profile(id=slug, **_profile(profile, book.tree(profile, f"/profiles/{number}")))
        for number, (profile, slug) in enumerate(zip(extraction.profiles, slugs, strict=True))
    ]
    accounting = _accounting(report, extraction.marks)
    return ExtractedReport(
        schema_version="1.0",
        source=_source(report, extraction.language),
        generator=generator,
        report=ReportText(**text),
        profiles=profiles,
        warnings=_warnings(extraction.problems, accounting),
        evidence=sorted(book.entries, key=lambda e: e.path) if with_evidence else [],
        accounting=accounting,
    )


def _profile(profile: ProfileDraft, tree: dict[str, Any]) -> dict[str, Any]:
    pages = {page for block in profile.segment.blocks for page in range(block.page, block.last_page + 1)}
    return {"pages": sorted(pages), **tree}


def _source(report: Report, language: str | None) -> Source:
    return Source(
        name=PurePath(report.name).name or report.name,
        sha256=report.sha256,
        media_type=report.media_type,  # type: ignore[arg-type]
        page_count=max(1, len(report.pages)),
        language=language,
    )


class _EvidenceBook:
    """Turns drafts into plain values, and writes down for each string where it comes from."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.entries: list[Evidence] = []

    def tree(self, draft: object, path: str) -> Any:
        """The plain value of a draft at a JSON Pointer."""
        if isinstance(draft, Value):
            self.entries += self._entries(draft, path, None)
            return draft.text
        if isinstance(draft, LinkDraft):
            self.entries += self._entries(draft.uri, f"{path}/uri", draft.bbox)
            self.entries += self._entries(_kind_of(draft), f"{path}/kind", draft.bbox)
            return {"uri": draft.uri.text, "kind": draft.kind}
        if isinstance(draft, tuple):
            return [self.tree(item, f"{path}/{number}") for number, item in enumerate(draft)]
        if dataclasses.is_dataclass(draft):
            return self._fields(draft, path)
        return draft

    def _fields(self, draft: Any, path: str) -> dict[str, Any]:
        names = [field.name for field in dataclasses.fields(draft) if field.name != "segment"]
        if "pages" in names and not path.startswith("/report"):
            names.remove("pages")
        plain = {name: self.tree(getattr(draft, name), f"{path}/{name}") for name in names if name != "pages"}
        if "pages" in names:
            plain["pages"] = list(draft.pages)
        return plain

    def _entries(self, value: Value, path: str, box: BBox | None) -> Iterator[Evidence]:
        for source in value.sources:
            for fragment in trace(source):
                edits = fragment.edits if value.is_verbatim else ()
                for start, end, page in self._pages(fragment.start, fragment.end, whole=bool(edits)):
                    yield self._entry(value, path, (start, end, page), [Edit(**e._asdict()) for e in edits], box)

    def _pages(self, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int, int]]:
        """A stretch of text, parted at the ends of pages unless it must stay whole."""
        lines = self._report.lines_between(start, end)
        pages = sorted({line.page for line in lines})
        if whole or len(pages) < 2:
            yield start, end, pages[0] if pages else 1
            return
        for page in pages:
            first = min(line.start for line in lines if line.page == page)
            last = max(line.end for line in lines if line.page == page)
            yield max(start, first), min(end, last), page

    def _entry(self, value: Value, path: str, where: tuple[int, int, int], edits: list[Edit], box: BBox | None) -> Evidence:
        start, end, page = where
        report = self._report
        rows = report.rows(start, end)
        first = report.row_starts[rows.start]
        found = box or report.box(start, end)
        return Evidence(
            path=path,
            page=page,
            lines=[report.row_numbers[row] for row in rows],
            bbox=tuple(round(edge, _POINT_DIGITS) for edge in found) if found else None,  # type: ignore[arg-type]
            start=start - first,
            end=end - first,
            rule=value.rule,
            confidence=round(min(1.0, value.confidence), 3),
            edits=edits,
        )


def _kind_of(link: LinkDraft) -> Value:
    return Value(link.kind, link.uri.sources, "derived.link-address", link.uri.confidence)


def _slugs(profiles: Sequence[ProfileDraft]) -> list[str]:
    """Identifiers of profiles from their titles, unique in the report: a further one of a name gets the next free number."""
    slugs: dict[str, None] = {}
    for number, profile in enumerate(profiles, 1):
        slug = slug_of(profile.title.text if profile.title else "") or f"profile-{number}"
        numbered = (f"{slug}-{n}" for n in itertools.count(2))
        slugs[slug if slug not in slugs else next(name for name in numbered if name not in slugs)] = None
    return list(slugs)


def slug_of(title: str) -> str:
    """Small letters and figures of a title, parted by hyphens, at most :data:`MOST_SLUG_CHARS` of them."""
    spelt = title.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))
    slug = _NOT_SLUG.sub("-", plain).strip("-")
    return slug if len(slug) <= MOST_SLUG_CHARS else slug[:MOST_SLUG_CHARS].rsplit("-", 1)[0]


def _accounting(report: Report, marks: Sequence[Mark]) -> Accounting:
    """Count the characters that are not white space, by owner."""
    counts: Counter[str] = Counter()
    for mark in marks:
        counts[mark.owner] += _visible(report.text[mark.start : mark.end])
    total = _visible(report.text)
    return Accounting(
        characters=total,
        profiles=counts["profiles"],
        report=counts["report"],
        furniture=counts["furniture"],
        unassigned=total - counts.total(),
    )


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


def _warnings(problems: Sequence[Problem], accounting: Accounting) -> list[Warning]:
    """All warnings in a stable order: by the value meant, then by code."""
    found = list(problems)
    if accounting.unassigned:
        found.append(Problem("unassigned-text", "", f"{accounting.unassigned} characters have no place in the output"))
    found.sort(key=lambda problem: (problem.path, problem.code, problem.message))
    return [Warning(code=p.code, path=p.path, message=p.message) for p in found]  # type: ignore[arg-type]

"""The output put together: values by their place, evidence for each of them, accounting, warnings.

The output is nothing but the marked stretches of the report by role; this module adds no text to it.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import PurePath
from typing import Any, NamedTuple

from profile_extract.drafts import Extraction, LinkDraft, Mark, Problem, ProfileDraft, Value, text_fields
from profile_extract.evidence import trace
from profile_extract.model import BBox, Line, Report
from profile_extract.schema import Accounting, ExtractedReport, Generator, Source

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
        {"id": slug, **_profile(profile, book.tree(profile, f"/profiles/{number}"))}
        for number, (profile, slug) in enumerate(zip(extraction.profiles, slugs, strict=True))
    ]
    accounting = _accounting(report, extraction.marks)
    return ExtractedReport.model_validate(  # all at once: model by model it takes three times as long
        {
            "schema_version": "1.0",
            "source": _source(report, extraction.language),
            "generator": generator,
            "report": text,
            "profiles": profiles,
            "warnings": _warnings(extraction.problems, accounting),
            "evidence": sorted(book.entries, key=itemgetter("path")) if with_evidence else [],
            "accounting": accounting,
        }
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


class _Stretch(NamedTuple):
    """A stretch of the report's text, half-open, the page it begins on, and the lines it touches."""

    start: int
    end: int
    page: int
    lines: Sequence[Line]


class _EvidenceBook:
    """Turns drafts into plain values, and writes down for each string where it comes from."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.entries: list[dict[str, Any]] = []

    def tree(self, draft: Any, path: str) -> Any:
        """The plain value of a draft at a JSON Pointer."""
        if draft is None:
            return None
        if isinstance(draft, Value):
            self.entries += self._entries(draft, path, None)
            return draft.text
        if isinstance(draft, LinkDraft):
            self.entries += self._entries(draft.uri, f"{path}/uri", draft.bbox)
            self.entries += self._entries(_kind_of(draft), f"{path}/kind", draft.bbox)
            return {"uri": draft.uri.text, "kind": draft.kind}
        if isinstance(draft, tuple):
            return [self.tree(item, f"{path}/{number}") for number, item in enumerate(draft)]
        return self._fields(draft, path) if text_fields(draft.__class__) else draft

    def _fields(self, draft: Any, path: str) -> dict[str, Any]:
        plain = {name: self.tree(getattr(draft, name), f"{path}/{name}") for name in text_fields(draft.__class__)}
        if path.startswith("/report") and hasattr(draft, "pages"):
            plain["pages"] = list(draft.pages)
        return plain

    def _entries(self, value: Value, path: str, box: BBox | None) -> Iterator[dict[str, Any]]:
        for source in value.sources:
            for start, end, found in trace(source):
                edits = [edit._asdict() for edit in found] if found and value.is_verbatim else []
                for stretch in self._stretches(start, end, whole=bool(edits)):
                    yield self._entry(value, path, stretch, edits, box)

    def _stretches(self, start: int, end: int, *, whole: bool) -> Iterator[_Stretch]:
        """A stretch of text, parted at the ends of pages unless it must stay whole."""
        lines = self._report.lines_between(start, end)
        if whole or not lines or lines[0].page == lines[-1].page:
            yield _Stretch(start, end, lines[0].page if lines else 1, lines)
            return
        for page in sorted({line.page for line in lines}):
            first = min(line.start for line in lines if line.page == page)
            last = max(line.end for line in lines if line.page == page)
            part = max(start, first), min(end, last)
            yield _Stretch(*part, page, self._report.lines_between(*part))

    def _entry(
        self, value: Value, path: str, stretch: _Stretch, edits: list[dict[str, str]], box: BBox | None
    ) -> dict[str, Any]:
        report = self._report
        rows = report.rows(stretch.start, stretch.end)
        first = report.row_starts[rows.start]
        found = box or report.box_on(stretch.lines, stretch.start, stretch.end)
        return {
            "path": path,
            "page": stretch.page,
            "lines": report.row_numbers[rows.start : rows.stop],
            "bbox": [round(edge, _POINT_DIGITS) for edge in found] if found else None,
            "start": stretch.start - first,
            "end": stretch.end - first,
            "rule": value.rule,
            "confidence": round(min(1.0, value.confidence), 3),
            "edits": edits,
        }


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
    if not spelt.isascii():
        spelt = "".join(c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))
    slug = _NOT_SLUG.sub("-", spelt).strip("-")
    return slug if len(slug) <= MOST_SLUG_CHARS else slug[:MOST_SLUG_CHARS].rsplit("-", 1)[0]


def _accounting(report: Report, marks: Sequence[Mark]) -> Accounting:
    """Count the characters that are not white space, by owner."""
    counts: Counter[str] = Counter()
    text = report.text
    for start, end, _, owner in marks:
        counts[owner] += sum(map(len, text[start:end].split()))
    total = sum(map(len, text.split()))
    return Accounting(
        characters=total,
        profiles=counts["profiles"],
        report=counts["report"],
        furniture=counts["furniture"],
        unassigned=total - counts.total(),
    )


def _warnings(problems: Sequence[Problem], accounting: Accounting) -> list[dict[str, str]]:
    """All warnings in a stable order: by the value meant, then by code."""
    found = list(problems)
    if accounting.unassigned:
        found.append(Problem("unassigned-text", "", f"{accounting.unassigned} characters have no place in the output"))
    found.sort(key=lambda problem: (problem.path, problem.code, problem.message))
    return [problem._asdict() for problem in found]

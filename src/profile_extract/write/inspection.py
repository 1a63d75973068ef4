"""What the program saw in a report, as data: for machines as JSON, and what the page for people is made from."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from typing import Any

from profile_extract.drafts import Extraction, Mark
from profile_extract.model import Line, Report
from profile_extract.write.reasons import absence_json, absences

UNASSIGNED = "unassigned"


def inspection_json(extraction: Extraction) -> str:
    """All of it as JSON text."""
    return json.dumps(inspection(extraction), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def inspection(extraction: Extraction) -> dict[str, Any]:
    """Pages with their lines and roles, labels, boundaries with their votes, furniture, repairs, decisions, what is empty."""
    segmentation = extraction.segmentation
    report = segmentation.layout.report
    return {
        "source": {"name": report.name, "media_type": report.media_type, "dialect": report.dialect},
        "language": extraction.language,
        "pages": [
            {"page": page, "lines": [_line(report, line, roles) for line, roles in lines]}
            for page, lines in lines_with_roles(extraction).items()
        ],
        "labels": [
            {"label": key, "field": field, "count": count} for (key, field), count in sorted(label_counts(extraction).items())
        ],
        "boundaries": [
            {
                "page": segment.blocks[0].page,
                "title": segment.title.text.text,
                "confidence": segment.confidence,
                "votes": [{"rule": vote.rule, "score": vote.score} for vote in segment.votes],
            }
            for segment in segmentation.segments
        ],
        "hypotheses": [
            {"rule": h.rule, "profiles": len(h.starts), "score": h.score, "taken": h == segmentation.taken}
            for h in segmentation.hypotheses
        ],
        "furniture": [
            {"page": item.line.page, "text": item.line.text, "rule": item.rule} for item in segmentation.layout.furniture
        ],
        "repairs": [{"rule": rule, "count": count} for rule, count in repair_counts(report).most_common()],
        "decisions": [
            {
                "page": segmentation.layout.blocks[decision.winner.blocks[0]].page,
                "role": decision.winner.role,
                "rule": decision.winner.rule,
                "score": decision.winner.score,
                "text": segmentation.layout.blocks[decision.winner.blocks[0]].text.text[:80],
                "lost": [
                    {"role": c.role, "rule": c.rule, "score": c.score, "by": round(decision.winner.score - c.score, 3)}
                    for c in decision.losers
                ],
            }
            for decision in extraction.decisions
        ],
        "empty": [absence_json(absence) for absence in absences(extraction)],
        "warnings": [problem._asdict() for problem in extraction.problems],
        "accounting": dict(sorted(owner_counts(extraction).items())),
    }


def lines_with_roles(extraction: Extraction) -> dict[int, list[tuple[Line, list[str]]]]:
    """By page: each line of the report in source order, and the roles of the stretches it is made of."""
    report = extraction.segmentation.layout.report
    starts = [mark.start for mark in extraction.marks]
    pages: dict[int, list[tuple[Line, list[str]]]] = {page.number: [] for page in report.pages}
    for line in report.lines:
        first = max(0, bisect_right(starts, line.start) - 1)
        roles = _roles(extraction.marks[first:], line)
        pages[line.page].append((line, roles or [UNASSIGNED]))
    return pages


def _roles(marks: tuple[Mark, ...], line: Line) -> list[str]:
    found: dict[str, None] = {}
    for mark in marks:
        if mark.start >= line.end:
            break
        if mark.end > line.start:
            found[mark.role] = None
    return list(found)


def _line(report: Report, line: Line, roles: list[str]) -> dict[str, Any]:
    cleaned = report.text_of(line)
    return {
        "line": report.row_numbers[line.row],
        "text": line.text,
        "cleaned": None if cleaned == line.text else cleaned,
        "bbox": [round(edge, 2) for edge in line.bbox] if report.is_pdf else None,
        "style": line.style._asdict() if line.style else None,
        "roles": roles,
    }


def label_counts(extraction: Extraction) -> Counter[tuple[str, str]]:
    """How often each label stands inside profiles, with what its text is taken for."""
    return Counter((label.key, label.field) for label in extraction.segmentation.labels.values())


def repair_counts(report: Report) -> Counter[str]:
    """How many edits each rule of cleaning made."""
    return Counter(edit.rule for line in report.lines for edit in line.edits)


def owner_counts(extraction: Extraction) -> Counter[str]:
    """Characters that are not white space, by where they went."""
    text = extraction.segmentation.layout.report.text
    counts: Counter[str] = Counter()
    for mark in extraction.marks:
        counts[mark.owner] += sum(map(len, text[mark.start : mark.end].split()))
    counts[UNASSIGNED] = sum(map(len, text.split())) - counts.total()
    return counts

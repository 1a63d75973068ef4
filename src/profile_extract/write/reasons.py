"""Why and why not: for each boundary and field what won and what lost by how much, for each empty field the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from profile_extract.drafts import Candidate, Decision, Extraction

REASONS = {
    "tagline": "no block under the title is set apart from the text, or in a dump ends without a full stop",
    "narrative": "no running text stands outside labelled parts",
    "quotes": "no block in quotation marks has a name under it, and no label announces quotes",
    "sections": "no label comes back from profile to profile here",
    "related_ideas": "no label announces related ideas",
    "contacts": "no label announces an address, and no block at an end holds an e-mail address or a telephone number",
    "city": "no slot names a place: title, tagline, contact, host names",
}
_ROLES = {"quotes": "quote", "sections": "section", "related_ideas": "related", "contacts": "contact"}
"""The roles of candidates for fields that are called otherwise."""


class Absence(NamedTuple):
    """An empty field of a profile (by index) and why; ``nearest`` came closest, ``winner`` took its text."""

    profile: int
    field: str
    reason: str
    nearest: Candidate | None = None
    winner: Candidate | None = None


def absences(extraction: Extraction) -> Iterator[Absence]:
    """The empty fields of all profiles, in order."""
    problems = {problem.path: problem.message for problem in extraction.problems if problem.code.startswith("city-")}
    lost = _losers(extraction)
    for number, profile in enumerate(extraction.profiles):
        for field, reason in REASONS.items():
            if getattr(profile, field):
                continue
            found = lost.get((number, _ROLES.get(field, field)))
            if found is None:
                yield Absence(number, field, problems.get(f"/profiles/{number}/{field}", reason))
            else:
                yield Absence(number, field, "another role suited its text better", *found)


def _losers(extraction: Extraction) -> dict[tuple[int, str], tuple[Candidate, Candidate]]:
    """By profile and role the candidate with the highest score that lost, and what it lost to."""
    owner = {block.index: segment.index for segment in extraction.segmentation.segments for block in segment.blocks}
    found: dict[tuple[int, str], tuple[Candidate, Candidate]] = {}
    for decision in extraction.decisions:
        for loser in decision.losers:
            at = owner[decision.winner.blocks[0]], loser.role
            if at not in found or loser.score > found[at][0].score:
                found[at] = loser, decision.winner
    return found


def absence_json(absence: Absence) -> dict[str, Any]:
    """An absence as data."""
    nearest, winner = absence.nearest, absence.winner
    return {
        "path": f"/profiles/{absence.profile}/{absence.field}",
        "reason": absence.reason,
        "nearest": {"rule": nearest.rule, "score": nearest.score} if nearest else None,
        "lost_to": {"role": winner.role, "rule": winner.rule, "score": winner.score} if winner else None,
    }


def contested(extraction: Extraction) -> list[Decision]:
    """The decisions in which something lost, the closest first."""
    found = [decision for decision in extraction.decisions if decision.losers]
    return sorted(found, key=lambda d: (d.winner.score - d.losers[0].score, d.winner.blocks))

"""The one place where candidates are chosen between: the higher score wins its blocks, and who lost is remembered."""

from __future__ import annotations

from collections.abc import Iterable

from profile_extract.drafts import Candidate, Decision


def decide(candidates: Iterable[Candidate]) -> list[Decision]:
    """Winners in reading order, each with the candidates that wanted some of its blocks.

    A candidate for several blocks wins only if all of them are free; of equal scores the one for more blocks is taken.
    """
    ranked = sorted(candidates, key=lambda c: (-c.score, -len(c.blocks), c.blocks, c.role))
    owner: dict[int, Candidate] = {}
    winners: list[Candidate] = []
    for candidate in ranked:
        if not any(block in owner for block in candidate.blocks):
            winners.append(candidate)
            owner |= dict.fromkeys(candidate.blocks, candidate)
    losers = [candidate for candidate in ranked if candidate not in winners]
    return [
        Decision(winner, tuple(loser for loser in losers if set(loser.blocks) & set(winner.blocks)))
        for winner in sorted(winners, key=lambda c: c.blocks)
    ]

"""The one place where candidates are chosen between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from profile_extract.drafts import Candidate
from profile_extract.fields.decide import decide

_ROLES = ("title", "tagline", "narrative", "section", "contact")
_CANDIDATES = st.builds(
    Candidate,
    role=st.sampled_from(_ROLES),
    blocks=st.sets(st.integers(0, 12), min_size=1, max_size=5).map(lambda blocks: tuple(sorted(blocks))),
    rule=st.just("test"),
    score=st.integers(0, 10).map(lambda tenths: tenths / 10),
)


def _candidate(role: str, *blocks: int, score: float) -> Candidate:
    return Candidate(role, blocks, "test", score)


@given(st.lists(_CANDIDATES, max_size=25))
def test_no_block_is_given_twice(candidates: list[Candidate]) -> None:
    given_out = [block for decision in decide(candidates) for block in decision.winner.blocks]
    assert len(given_out) == len(set(given_out))


@given(st.lists(_CANDIDATES, max_size=25))
def test_no_block_that_anybody_wants_alone_is_left_over(candidates: list[Candidate]) -> None:
    given_out = {block for decision in decide(candidates) for block in decision.winner.blocks}
    assert {candidate.blocks[0] for candidate in candidates if len(candidate.blocks) == 1} <= given_out


@given(st.lists(_CANDIDATES, max_size=25))
def test_a_candidate_loses_only_to_one_that_wants_a_block_of_its_and_scores_no_lower(candidates: list[Candidate]) -> None:
    winners = [decision.winner for decision in decide(candidates)]
    for candidate in candidates:
        rivals = [winner for winner in winners if set(winner.blocks) & set(candidate.blocks)]
        assert candidate in winners or any(rival.score >= candidate.score for rival in rivals)


@given(st.lists(_CANDIDATES, max_size=25))
def test_every_loser_is_remembered_with_those_it_lost_to(candidates: list[Candidate]) -> None:
    decisions = decide(candidates)
    winners = [decision.winner for decision in decisions]
    for decision in decisions:
        wanted = [c for c in candidates if c not in winners and set(c.blocks) & set(decision.winner.blocks)]
        assert sorted(map(repr, decision.losers)) == sorted(map(repr, wanted))


@given(st.lists(_CANDIDATES, max_size=25), st.randoms())
def test_the_order_of_the_candidates_does_not_matter(candidates: list[Candidate], random: object) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [decision.winner for decision in decide(shuffled)] == [decision.winner for decision in decide(candidates)]


def test_the_higher_score_wins_its_blocks() -> None:
    contact, text = _candidate("contact", 3, 4, score=0.9), _candidate("narrative", 4, score=0.6)
    (decision,) = decide([text, contact])
    assert (decision.winner, decision.losers) == (contact, (text,))


def test_a_candidate_for_several_blocks_wins_all_of_them_or_none() -> None:
    title, pair, text = (
        _candidate("title", 1, score=1.0),
        _candidate("section", 1, 2, score=0.9),
        _candidate("narrative", 2, score=0.4),
    )
    assert [decision.winner for decision in decide([pair, text, title])] == [title, text]


def test_of_equal_scores_the_one_for_more_blocks_wins() -> None:
    one, two = _candidate("narrative", 2, score=0.5), _candidate("section", 1, 2, score=0.5)
    assert [decision.winner for decision in decide([one, two])] == [two]


def test_winners_come_in_reading_order() -> None:
    candidates = [_candidate("narrative", n, score=n / 10) for n in (5, 2, 9, 0)]
    assert [decision.winner.blocks for decision in decide(candidates)] == [(0,), (2,), (5,), (9,)]

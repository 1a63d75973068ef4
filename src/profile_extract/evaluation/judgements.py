"""One value of gold beside one of the prediction: is it expected, is it there, at which levels does it hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from profile_extract.evaluation.documents import Edges
from profile_extract.evaluation.texts import ALL_LEVELS, LEVELS, Level, bare, comparable, levels_held, tidy

MOST_SHOWN_CHARS = 120
MOST_EDGE_CHARS = 50
FEWEST_WORDS_OFF, MOST_SHARE_OFF = 3, 0.03
"""A text known by its edges may be longer or shorter by so many words, or by this share of them if that is more."""

_EDGE_FORMS: dict[Level, Callable[[str], str]] = {
    "verbatim": tidy,
    "strict": str.casefold,
    "soft": bare,
    "levenshtein": bare,
}


class Judgement(NamedTuple):
    """What was found for one value of one field; ``gold`` and ``got`` are shown to people, cut short."""

    field: str
    is_expected: bool
    is_predicted: bool
    held: frozenset[Level]
    gold: str
    got: str


def judge_text(field: str, gold: str | None, predicted: str | None) -> Iterator[Judgement]:
    """Judge one value; nothing where there is none on either side.

    Args:
        field: name with dots, such as ``contact.postal_code``; its last part decides how values are compared.
        gold: what is expected, None or empty for nothing.
        predicted: what the prediction has.
    """
    wanted, got = tidy(gold or ""), tidy(predicted or "")
    if not wanted and not got:
        return
    part = field.rpartition(".")[2]
    held = levels_held(comparable(part, wanted), comparable(part, got)) if wanted and got else frozenset()
    yield Judgement(field, bool(wanted), bool(got), held, wanted[:MOST_SHOWN_CHARS], got[:MOST_SHOWN_CHARS])


def judge_edges(field: str, gold: Edges, predicted: str) -> Judgement:
    """Judge a tidy text by its first words, its last words and its length."""
    words = len(predicted.split())
    is_long_enough = abs(words - gold.words) <= max(FEWEST_WORDS_OFF, MOST_SHARE_OFF * gold.words)
    held = frozenset(level for level in LEVELS if is_long_enough and _has_edges(_EDGE_FORMS[level], gold, predicted))
    wanted = f"{gold.starts} … {gold.ends} ({gold.words} words)"
    got = f"{predicted[:MOST_EDGE_CHARS]} … {predicted[-MOST_EDGE_CHARS:]} ({words} words)" if predicted else ""
    return Judgement(field, True, bool(predicted), held, wanted, got)


def judge_spurious(title: str) -> Judgement:
    """Judge a profile that gold does not have: a title where none is."""
    return Judgement("title", False, True, frozenset(), "", title[:MOST_SHOWN_CHARS])


def _has_edges(form: Callable[[str], str], gold: Edges, predicted: str) -> bool:
    text = form(predicted)
    return text.startswith(form(gold.starts)) and text.endswith(form(gold.ends))


def levels_of_all(judgements: tuple[Judgement, ...]) -> frozenset[Level]:
    """The levels at which every one of several judgements holds; all levels where there is none."""
    return ALL_LEVELS.intersection(*(judgement.held for judgement in judgements))

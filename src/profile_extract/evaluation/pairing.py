"""Which item of a list in gold is meant by which item of the prediction: the most alike first.

How alike two items are is the ratio of Ratcliff and Obershelp (*Pattern Matching: The Gestalt Approach*, 1988) of their
letters and digits. Which pairs are made depends on it to the last digit, so that it is the standard library's and no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from profile_extract.evaluation.texts import bare

LEAST_ALIKE = 0.5
"""Items less alike than this (0 to 1) are no pair."""

T = TypeVar("T")
U = TypeVar("U")
_Alike = tuple[float, int, int, int]
"""Likeness, distance of the two in their lists (negative: the nearest is the highest), and their 0-based indices."""


def paired(
    gold: Sequence[T], predicted: Sequence[U], key_of_gold: Callable[[T], str], key: Callable[[U], str]
) -> list[tuple[T | None, U | None]]:
    """Pairs in the order of gold, then what is left of the prediction; what has no partner stands beside None."""
    partners = _partners([bare(key_of_gold(g)) for g in gold], [bare(key(p)) for p in predicted])
    rows: list[tuple[T | None, U | None]] = [
        (g, predicted[partners[index]] if index in partners else None) for index, g in enumerate(gold)
    ]
    taken = set(partners.values())
    return rows + [(None, p) for index, p in enumerate(predicted) if index not in taken]


def _partners(gold: Sequence[str], predicted: Sequence[str]) -> dict[int, int]:
    """Index in the prediction by index in gold. Equal texts come first, so that only the others need be compared."""
    partners = _best_first(_equal(gold, predicted), {})
    return _best_first(_alike(gold, predicted, partners), partners)


def _best_first(candidates: Iterable[_Alike], partners: dict[int, int]) -> dict[int, int]:
    found, taken = dict(partners), set(partners.values())
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _equal(gold: Sequence[str], predicted: Sequence[str]) -> Iterator[_Alike]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(predicted):
        places[text].append(j)
    return ((1.0, -abs(i - j), i, j) for i, text in enumerate(gold) for j in places.get(text, ()))


def _alike(gold: Sequence[str], predicted: Sequence[str], partners: dict[int, int]) -> Iterator[_Alike]:
    taken = set(partners.values())
    for j in (j for j in range(len(predicted)) if j not in taken):
        matcher = SequenceMatcher(None, "", predicted[j], autojunk=False)
        for i in (i for i in range(len(gold)) if i not in partners):
            matcher.set_seq1(gold[i])
            bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # each dearer, and no higher
            if all(bound() >= LEAST_ALIKE for bound in bounds):
                yield matcher.ratio(), -abs(i - j), i, j

"""How far lists of related ideas go, and how often a listed title may come back in running lines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.contents import NO_CONTENTS, Contents
from profile_extract.layout.listings import MOST_PRINTS
from profile_extract.lexicon import label_key, part_field
from profile_extract.segment.other_records import of_other_records
from profile_extract.structure import Label

NAMES = tuple(title.casefold() for title in TITLES)


def _is_of_others(key: str, records: Sequence[Sequence[str]], names: Sequence[str] = ()) -> bool:
    """Whether what some records say is of others; behind a colon stands a value."""
    layout = laid_out(text_report("\n\n".join(text for record in records for text in record)))
    groups: dict[str, list[Label]] = {}
    for block in layout.blocks:
        words, _, value = block.text.text.partition(": ")
        start = len(words) + 2 if value else len(words)
        label = Label(block.index, 0, len(words), start, label_key(words), part_field(words) or "section")
        groups.setdefault(label.key, []).append(label)
    contents = Contents(tuple(names), frozenset()) if names else NO_CONTENTS
    return of_other_records(groups.values(), layout, contents)(groups[key])


def _related(head: str, *before: str) -> list[list[str]]:
    """Four records with lists of ideas, two of which name a market behind some lines."""
    ideas = (before, (*before, "Night market")) * 2
    return [[TITLES[n], PROSE[n], head, *found, "Contact", PROSE[n]] for n, found in enumerate(ideas)]


@pytest.mark.parametrize(
    ("head", "before", "is_idea"),
    [
        ("Related projects", [], True),
        ("Related projects", [f"Idea of {n} neighbours" for n in range(11)], True),
        ("Related projects", [f"Idea of {n} neighbours" for n in range(12)], False),
        ("Related projects", ["Contact"], False),
        ("Related projects: the orchard", [], False),
    ],
    ids=["under it", "twelfth", "thirteenth", "behind another label", "runs in"],
)
def test_ideas_stand_not_far_under_their_label(head: str, before: Sequence[str], *, is_idea: bool) -> None:
    assert _is_of_others("night market", _related(head, *before)) is is_idea


@pytest.mark.parametrize(
    ("names", "twice", "is_title"),
    [(NAMES[:3], 2, True), (NAMES[:4], 2, False), (NAMES, 2, False)],
    ids=["most names", "half", "few"],
)
def test_most_listed_titles_come_back_where_they_are_running_lines(
    names: Sequence[str], twice: int, *, is_title: bool
) -> None:
    records = [
        [title, PROSE[n], *([title, PROSE[n - 1]] if n < twice else [])] for n, title in enumerate(TITLES[: len(names)])
    ]
    assert _is_of_others(NAMES[0], [["Foreword"], *records], names) is is_title


@pytest.mark.parametrize(("more", "is_title"), [(0, True), (1, False)])
def test_a_listed_title_comes_back_as_often_as_running_lines_do(more: int, *, is_title: bool) -> None:
    records = [[text for _ in range(MOST_PRINTS + more) for text in (title, PROSE[n])] for n, title in enumerate(TITLES)]
    assert _is_of_others(NAMES[0], records, NAMES) is is_title


@pytest.mark.parametrize(
    ("kickers", "is_kicker"),
    [
        (["PORT TOWN"] * 4, True),
        (["PORT TOWN"] * 3 + [""], True),
        (["PORT TOWN"] * 2 + [""] * 2, False),
        (["PORT TOWN: A MILL"] * 4, False),
    ],
    ids=["all", "most", "half", "run in"],
)
def test_most_capitals_that_stand_alone_are_over_titles(kickers: Sequence[str], *, is_kicker: bool) -> None:
    records = [[kicker or TITLES[n], TITLES[n] if kicker else "PORT TOWN", PROSE[n]] for n, kicker in enumerate(kickers)]
    assert _is_of_others("port town", records, NAMES) is is_kicker

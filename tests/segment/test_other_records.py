"""What comes back and is no label: names of other records, what lists of ideas say, and what stands over titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.contents import NO_CONTENTS, Contents
from profile_extract.lexicon import label_key, part_field
from profile_extract.segment.other_records import of_other_records
from profile_extract.structure import Label, Layout

NAMES = tuple(title.casefold() for title in TITLES)


def _layout(*records: Sequence[str]) -> Layout:
    return laid_out(text_report("\n\n".join(text for record in records for text in record)))


def _groups(layout: Layout) -> dict[str, list[Label]]:
    """Blocks that say the same, as labels that stand alone."""
    groups: dict[str, list[Label]] = {}
    for block in layout.blocks:
        text = block.text.text
        label = Label(block.index, 0, len(text), len(text), label_key(text), part_field(text) or "section")
        groups.setdefault(label.key, []).append(label)
    return groups


def _is_of_others(layout: Layout, key: str, names: Sequence[str] = ()) -> bool:
    groups = _groups(layout)
    contents = Contents(tuple(names), frozenset()) if names else NO_CONTENTS
    return of_other_records(groups.values(), layout, contents)(groups[key])


def _related(*ideas: Sequence[str], head: str = "Related projects") -> Layout:
    """A record for each of some lists of ideas."""
    return _layout(*((TITLES[n % 5], PROSE[n % 5], head, *found, "Contact", PROSE[n % 5]) for n, found in enumerate(ideas)))


IDEA, MORE = ["Night market"], ["Seed bank"]


@pytest.mark.parametrize(
    ("ideas", "is_idea"),
    [
        ((IDEA, MORE, IDEA, MORE), True),
        ((IDEA, IDEA, IDEA, MORE), False),
        (([*PROSE, *PROSE, *PROSE[:3], *IDEA], MORE, IDEA, MORE), False),
    ],
    ids=["half of the lists", "most of them", "far below"],
)
def test_what_some_lists_of_related_ideas_say_is_no_label(ideas: Sequence[Sequence[str]], *, is_idea: bool) -> None:
    assert _is_of_others(_related(*ideas), "night market") is is_idea


def test_elsewhere_it_may_be_one() -> None:
    assert not _is_of_others(_related(IDEA, MORE, IDEA, MORE, head="In short"), "night market")
    behind = _layout(*((TITLES[n], "Related projects", "Contact", "Night market", PROSE[n]) for n in range(4)))
    assert not _is_of_others(behind, "night market")


@pytest.mark.parametrize(
    ("names", "is_title"),
    [(("night market", *NAMES), True), (("night market", "night market", *NAMES), False), (NAMES, False)],
    ids=["once", "twice", "not"],
)
def test_what_is_listed_once_and_said_of_related_ones_is_a_title(names: Sequence[str], *, is_title: bool) -> None:
    layout = _layout(
        ("Night market", PROSE[0]), *((PROSE[n], "Related projects", "Night market", "Contact") for n in range(1, 3))
    )
    assert _is_of_others(layout, "night market", names) is is_title


@pytest.mark.parametrize(("said", "is_title"), [(TITLES, True), (TITLES[:2], False)], ids=["most names", "few"])
def test_listed_titles_that_come_back_in_running_lines_are_no_labels(said: Sequence[str], *, is_title: bool) -> None:
    layout = _layout(*((title, PROSE[n], title, PROSE[n - 1]) for n, title in enumerate(said)))
    assert _is_of_others(layout, NAMES[1], NAMES) is is_title


@pytest.mark.parametrize(
    ("kicker", "names", "is_kicker"),
    [("PORT TOWN", NAMES, True), ("Port town", NAMES, False), ("PORT TOWN", NAMES[3:], False)],
    ids=["in capitals", "in small letters", "over others"],
)
def test_capitals_right_over_titles_that_are_listed_are_no_label(
    kicker: str, names: Sequence[str], *, is_kicker: bool
) -> None:
    layout = _layout(*((kicker, TITLES[n], PROSE[n]) for n in range(5)))
    assert _is_of_others(layout, "port town", names) is is_kicker


def test_on_the_page_before_they_may_be_one() -> None:
    pages = [f"{TITLES[n]}\n\n{PROSE[n]}\n\n{'PORT TOWN' if n == 1 else PROSE[n - 1]}\n" for n in range(5)]
    assert not _is_of_others(laid_out(text_report("\f".join(pages))), "port town", NAMES)


def test_labels_in_general_use_stay_labels() -> None:
    layout = _layout(*(("CONTACT", TITLES[n], PROSE[n]) for n in range(5)))
    assert not _is_of_others(layout, "contact", NAMES)

"""Titles of a dump behind the rounds of labels that end records, where nothing else tells them: they are written small."""

from __future__ import annotations

import pytest
from builders import PROSE, laid_out, text_report

from profile_extract.segment.labels import find_labels
from profile_extract.segment.preferences import worth_of
from profile_extract.segment.unstyled import find_unstyled

NAMES = ("ropewalk", "tidebell", "lockgate", "quaylamp", "ferrybell", "millstone")
ROUND = ("Opened: May 19{n}2", "Width: {n} metres", "Keeper: House {n}")


def _records(parts: tuple[str, ...], names: tuple[str, ...] = NAMES) -> list[str]:
    values = [[part.format(n=n + 1) for part in parts] for n in range(len(names))]
    return ["\n".join((name, PROSE[n % 5], *values[n])) for n, name in enumerate(names)]


def _twelve() -> list[str]:
    """Half of them end with another label."""
    records = _records(ROUND, (*NAMES, *(f"{name} bridge" for name in NAMES)))
    return [record.replace("Keeper", ("Keeper", "Owner")[n % 2]) for n, record in enumerate(records)]


def _cut(*records: str) -> list[str]:
    layout = laid_out(text_report("Bells of the harbour.\n\f" + "\n".join(records)))
    found = find_unstyled(layout, find_labels(layout, {}), [])
    return [block.text.text for rule, blocks in found if rule == "title.behind-labels" for block in blocks]


def test_a_title_stands_behind_the_labels_of_the_record_before_and_the_first_one_begins_its_page() -> None:
    assert _cut(*_records(ROUND)) == list(NAMES)


@pytest.mark.parametrize(
    ("records", "count"),
    [
        ([], 0),
        (_records(ROUND[:1]), 0),  # one label is no round
        (_twelve(), 0),  # no usual end
        (_records((*ROUND[:2], "Keeper:", "House {n}")), 0),  # a value under its label
        (_records((*ROUND, f"Nobody knows {PROSE[0]}")), 0),  # text
        (_records(ROUND, (f"the bell that {'rings ' * 20}", *NAMES[1:])), 5),  # too long for a title
        (_records(ROUND, (f"THE BELL THAT {'RINGS ' * 50}", *NAMES[1:])), 5),  # in capitals, too
        (_records(ROUND, ("• ropewalk", *NAMES[1:])), 5),  # an item
    ],
)
def test_other_lines_behind_labels_are_no_titles(records: list[str], count: int) -> None:
    assert len(_cut(*records)) == count


def test_a_title_in_capitals_may_be_longer() -> None:
    names = (f"THE BELL THAT {'RINGS ' * 20}AT LOW TIDE", *NAMES[1:])
    assert len(_cut(*_records(ROUND, names))) == len(names)


def test_a_cut_behind_labels_is_worth_a_little_less_than_others() -> None:
    assert worth_of("title.behind-labels", has_labels=True) < worth_of("title.gap", has_labels=True)

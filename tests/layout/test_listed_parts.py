"""Lists of contents of dumps whose entries say more than the titles."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, text_report

from profile_extract.layout.contents import find_contents

NAMES = tuple(title.casefold() for title in TITLES)
TOWNS = ("Oldbridge", "Westcombe on Sea", "Ayle", "Northquay", "Lower Marsh")
RECORDS = [f"{town.upper()}\n\n{title}\n\n{text}" for town, title, text in zip(TOWNS, TITLES, PROSE, strict=True)]
FOREWORD = "Towns write to us when they are glad.\nThey write when they are not.\nWe read both kinds of letters.\n" * 2


def _listed(row: str, *, over: str = "", heading: str = "Contents", records: list[str] = RECORDS) -> str:
    rows = (row.format(town=town, title=title, n=n) for n, (town, title) in enumerate(zip(TOWNS, TITLES, strict=True), 3))
    return "\f".join((over + "\n".join((heading, *rows)), *records))


@pytest.mark.parametrize(
    "row",
    ["{title} ({town}) {n}", "{town} – {title} {n}", "{town}: {title} .... {n}", "{n}  {title}  {town}", "{title}, {town}"],
)
def test_entries_with_a_place_name_what_comes_back_of_them(row: str) -> None:
    contents = find_contents(text_report(_listed(row)))
    assert (contents.names, contents.pages) == (NAMES, {1})


def test_what_stands_over_the_list_on_its_page_counts_nothing() -> None:
    assert find_contents(text_report(_listed("{town}: {title} {n}", over=FOREWORD))).names == NAMES


def test_titles_may_run_over_lines() -> None:
    records = [record.replace(" for", "\nfor") for record in RECORDS]
    assert find_contents(text_report(_listed("{n}  {title}  {town}", records=records))).names == NAMES


def test_entries_that_come_back_as_a_whole_are_the_names() -> None:
    records = [f"{title} ({town})\n\n{record}" for title, town, record in zip(TITLES, TOWNS, RECORDS, strict=True)]
    names = find_contents(text_report(_listed("{title} ({town}) {n}", records=records))).names
    assert len(names) == len(TITLES)
    assert not set(names) & set(NAMES)


def test_where_most_come_back_as_a_whole_those_that_do_not_are_listed_all_the_same() -> None:
    listed = _listed("{title} {n}").replace(f"{TITLES[2]} 5", f"The Lost Kite 5\n{TITLES[2]} 5", 1)
    assert find_contents(text_report(listed)).names == (*NAMES[:2], "the lost kite", *NAMES[2:])


@pytest.mark.parametrize(
    "listed",
    [
        _listed("{title} ({town})", heading="What Neighbours Made"),
        _listed("{title} ({town})", records=RECORDS[::-1]),
        _listed("{title} ({town})", records=RECORDS[:4]),
        _listed("{title} ({town})\nas told by a friend\nwho was not there"),
        _listed("{title} ({town})", records=[record + "\n\n" + "\n\n".join(TITLES) for record in RECORDS]),
    ],
    ids=["no heading", "another order", "few", "much between", "often"],
)
def test_others_are_none(listed: str) -> None:
    assert not set(find_contents(text_report(listed)).names) & set(NAMES)


def test_profiles_begin_with_the_part_of_an_entry_that_is_a_title() -> None:
    found = extraction_of(text_report(_listed("{title} ({town}) {n}")))
    assert [profile.title.text for profile in found.profiles] == list(TITLES)


def test_entries_of_one_row_or_two_that_come_back_as_a_whole_are_the_names() -> None:
    """So does the beginning of the first row of those of two: over their texts they are wrapped otherwise."""
    ends = ["", " with a bell and a rope\nand a drum"] * 3
    entries = [f"{title}{end}" for title, end in zip(TITLES, ends[1:], strict=False)]
    rows = [f"{entry} ........ {n}" for n, entry in enumerate(entries, 3)]
    titles = [entry.replace("\n", " ").replace(" and a rope", "\nand a rope") for entry in entries]
    texts = (f"{title}\n\n{text}" for title, text in zip(titles, PROSE, strict=False))
    contents = find_contents(text_report("\n".join(("Contents", *rows)) + "\f" + "\f".join(texts)))
    assert contents.names == tuple(entry.replace("\n", " ").casefold() for entry in entries)


def test_countries_beside_what_comes_back_are_not_what_is_listed() -> None:
    lands = ("Netherlands", "Switzerland", "Luxembourg", "Bulgaria", "Denmark")
    towns = ("Oldbridge", "Westcombe", "Aylesby", "Northquay", "Marshend")
    records = [f"{town}\n\n{land}\n\n{text}" for town, land, text in zip(towns, lands, PROSE, strict=True)]
    rows = (f"{town}, {land} {n}" for n, (town, land) in enumerate(zip(towns, lands, strict=True), 3))
    listed = "\f".join(("\n".join(("Contents", *rows)), *records))
    assert find_contents(text_report(listed)).names == tuple(town.casefold() for town in towns)

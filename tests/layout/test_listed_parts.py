"""Lists of contents of dumps whose entries say more than the titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, text_report

from profile_extract.layout.contents import find_contents
from profile_extract.layout.listed_parts import find_listed_parts

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


SONGS = tuple(f"A Song for {day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
IDEAS = (*TITLES, *SONGS)
ALL = tuple(idea.casefold() for idea in IDEAS)
PAGES = tuple(f"{idea}\n\nIt was late in the year of the flood." for idea in IDEAS)


def _parts(rows: Sequence[str], pages: Sequence[str] = PAGES, over: str = "") -> tuple[str, ...]:
    report = text_report("\f".join((over + "\n".join(("Contents", *rows)), *pages)))
    return tuple(find_listed_parts(report, {}).get(1, ()))


def _in_barn(count: int = 12) -> list[str]:
    return [f"{idea} (in a barn)" for idea in IDEAS[:count]]


def test_those_that_come_back_on_one_page_may_do_so_in_another_order() -> None:
    pages = ["\n\n".join(PAGES[n : n + 2][::-1]) for n in range(0, 12, 2)]
    assert _parts(_in_barn(), pages) == ALL


@pytest.mark.parametrize(("moved", "are_listed"), [(3, True), (4, False)])
def test_few_may_come_back_in_another_order(moved: int, are_listed: bool) -> None:
    pages = [*PAGES[12 - moved :], *PAGES[: 12 - moved]]
    assert (_parts(_in_barn(), pages) == ALL) is are_listed


def test_a_name_listed_twice_makes_no_list() -> None:
    assert _parts([*_in_barn(), f"{IDEAS[-1]} (in a hall)"]) == ()


@pytest.mark.parametrize(("related", "are_listed"), [(5, True), (6, False)])
def test_records_of_long_lists_may_name_each_other(related: int, are_listed: bool) -> None:
    pages = ["\n\n".join((page, *(IDEAS[(n + k) % 12] for k in range(1, related + 1)))) for n, page in enumerate(PAGES)]
    assert (_parts(_in_barn(), pages) == ALL) is are_listed


def test_what_is_said_before_the_list_does_not_come_back() -> None:
    report = text_report("\f".join((*PAGES, "\n".join(("Contents", *_in_barn())))))
    assert find_listed_parts(report, {}) == {}


@pytest.mark.parametrize(("page", "key"), [("{n} {page}", "# {key}"), ("{n}\n{page}", "{key}")], ids=["beside", "over"])
def test_a_number_on_the_line_of_a_title_is_of_its_name(page: str, key: str) -> None:
    pages = [page.format(n=n, page=text) for n, text in enumerate(PAGES, 1)]
    assert _parts([f"{n} {row}" for n, row in enumerate(_in_barn(), 1)], pages) == tuple(key.format(key=name) for name in ALL)


WHERE = tuple(f"in the {kind} mill" for kind in "old new red low far dry wet big odd sad shy raw".split())
BESIDE = tuple(f"{page}\n\n{where}" for page, where in zip(PAGES, WHERE, strict=True))
"""Pages that say where, too, as the second line of a title that was wrapped does."""


def _rows(row: str, count: int = 12) -> list[str]:
    return [row.format(title=idea, where=where) for idea, where in zip(IDEAS[:count], WHERE, strict=False)]


@pytest.mark.parametrize(
    "row",
    [
        *(f"{{where}}{mark} {{title}}" for mark in (*",;:.–—-|·/)]", " –", "  ")),
        *(f"{{title}} {mark}{{where}}" for mark in (*"(–—-[|·/", " ")),
    ],
)
def test_a_mark_or_white_space_parts_an_entry(row: str) -> None:
    assert _parts(_rows(row), BESIDE) == ALL


def test_capitals_part_an_entry_that_has_others() -> None:
    assert _parts([f"{idea} {where.upper()}" for idea, where in zip(IDEAS, WHERE, strict=True)], BESIDE) == ALL
    pages = [page.replace(idea, idea.upper()) for page, idea in zip(BESIDE, IDEAS, strict=True)]
    assert _parts([row.upper() for row in _rows("{title} {where}")], pages) == ()


@pytest.mark.parametrize("row", ["{where} {title}", "{title} {where}"])
def test_words_alone_part_it_only_from_what_does_not_come_back_there(row: str) -> None:
    assert _parts(_rows(row)) == ALL
    assert _parts(_rows(row), BESIDE) == ()
    elsewhere = [f"{page}\n\n{where}" for page, where in zip(PAGES, (WHERE[-1], *WHERE), strict=False)]
    assert _parts(_rows(row), elsewhere) == ALL


def test_where_most_are_parted_by_marks_words_alone_part_others() -> None:
    assert _parts([*_rows("{title} ({where})", 7), *_rows("{title} {where}")[7:]], BESIDE) == ALL


def test_where_few_are_lines_of_titles_these_are_none() -> None:
    wrapped = _rows("{title} {where}")
    assert _parts([*IDEAS[:3], *wrapped[6:8], *IDEAS[8:11]], BESIDE, over=FOREWORD) == (*ALL[:3], *ALL[8:11])


def test_where_many_are_lines_of_titles_no_part_is_one() -> None:
    wrapped = _rows("{title} {where}")
    assert _parts([*wrapped[:3], *_in_barn(8)[3:], *wrapped[8:11]], BESIDE) == ()


def _grouped(heading: str = "Energy", *, number: str = " {n}", back: str = "Energy") -> tuple[str, ...]:
    """What is listed where a heading stands over the first entries and comes back."""
    rows = [f"{row}{number.format(n=n)}" for n, row in enumerate(_in_barn(6), 3)]
    return _parts([heading, *rows], (back, *PAGES))


def test_headings_of_groups_are_not_listed() -> None:
    assert _grouped() == ALL[:6]


@pytest.mark.parametrize(("heading", "number"), [("Energy 3", " {n}"), ("Energy", "")], ids=["a number", "no numbers"])
def test_a_row_like_the_others_is_no_heading(heading: str, number: str) -> None:
    assert _grouped(heading, number=number) == ("energy", *ALL[:6])


def test_rows_that_do_not_come_back_are_no_headings() -> None:
    others = [f"The lost kite of {n} men {n}" for n in range(3, 6)]
    rows = [f"{row} {n}" for n, row in enumerate(_in_barn(6), 3)]
    assert _parts([rows[0], *others[:2], *rows[1:]]) == ALL[:6]
    assert _parts([rows[0], *others[:2], "Energy", "Schools", "Water", *rows[1:]]) == ()

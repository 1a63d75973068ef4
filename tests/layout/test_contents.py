"""Lists of contents: rows that end in page numbers which do not fall."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, Placed, cleaned_text, laid_out, overlaid, page_of, pdf_report, text_report, wrapped

from profile_extract.layout.contents import MOST_COMPARED, NO_CONTENTS, _as_printed, _halves, find_contents, has_leaders

ENTRIES = [("Chairs After Dark", 4), ("Apples Behind the Mill", 6), ("The Counted Steps", 6), ("Letters for Everybody", 11)]
NAMES = tuple(name.casefold() for name, _ in ENTRIES)


@pytest.mark.parametrize("row", ["{} {}", "{} ........ {}", "{} . . . . {}", "{} … {}", "{}\t{}", "{} p{}", "{} ___ {}"])
def test_rows_of_names_and_rising_page_numbers_are_a_list_of_contents(row: str) -> None:
    rows = "\n".join(row.format(name, page) for name, page in ENTRIES)
    contents = find_contents(text_report(f"Inside\n{rows}\n\fChairs After Dark\n\nIt was late."))
    assert (contents.names, contents.pages) == (NAMES, {1})


def test_what_cleaning_takes_out_is_no_part_of_a_name() -> None:
    rows = "\n".join(f"{name} \N{WORD JOINER}{page}" for name, page in ENTRIES)
    assert find_contents(cleaned_text(rows)).names == NAMES


@pytest.mark.parametrize("offset", [10, 0], ids=["of two figures", "of one figure"])
def test_page_numbers_in_a_column_of_their_own_belong_to_the_names_beside_them(offset: int) -> None:
    rows = [(50.0, 80.0 + 20 * n, name) for n, (name, _) in enumerate(ENTRIES)]
    rows += [(330.0, 80.0 + 20 * n, str(page + offset)) for n, (_, page) in enumerate(ENTRIES)]
    contents = find_contents(pdf_report(page_of([(50.0, 50.0, "Inside"), *rows])))
    assert contents.names == NAMES


def test_rows_whose_numbers_fall_are_none() -> None:
    rows = "\n".join(f"{name} {page}" for name, page in zip(NAMES, (40, 31, 22, 13), strict=True))
    assert find_contents(text_report(rows)).names == ()


def test_two_rows_are_none() -> None:
    assert find_contents(text_report("Chairs After Dark 4\nApples Behind the Mill 6\n")).names == ()


def test_a_page_of_text_with_a_number_at_some_line_ends_is_none() -> None:
    rows = ["The well was dug in 1854"] + ["and nobody has drunk of it", "since then, for it is dry"] * 3
    rows += [
        "It was filled up in 1901",
        "and a bench stands on it",
        "since the summer of 1977",
        "which was a dry one, too",
    ] * 1
    assert find_contents(text_report("\n".join(rows))).names == ()


def test_two_pages_of_contents_are_both_found() -> None:
    first = "\n".join(f"{name} {page}" for name, page in ENTRIES)
    second = "\n".join(f"A Bell for {town} {page}" for town, page in (("Turku", 15), ("Pori", 17), ("Oulu", 20)))
    contents = find_contents(text_report(f"{first}\f{second}"))
    assert contents.names[-1] == "a bell for oulu"
    assert contents.pages == {1, 2}


# Two columns


TOWNS = (("Turku", 15), ("Pori", 17), ("Oulu", 20), ("Kemi", 22))
SECOND = tuple(f"A Bell for {town}".casefold() for town, _ in TOWNS)


def _columns(left: Sequence[str], right: Sequence[str], x: float = 220.0) -> list[Placed]:
    return [(edge, 80.0 + 20 * n, text) for edge, rows in ((50.0, left), (x, right)) for n, text in enumerate(rows)]


def _two() -> list[Placed]:
    """Four entries beside four others."""
    first = [f"{name} {page}" for name, page in ENTRIES]
    return _columns(first, [f"A Bell for {town} {page}" for town, page in TOWNS])


def _named(*lines: Placed) -> tuple[str, ...]:
    return find_contents(pdf_report(page_of(lines))).names


def test_contents_in_two_columns_are_read_one_after_the_other() -> None:
    assert _named(*_two()) == (*NAMES, *SECOND)


ACROSS = "All that stands in this book of ropes and of chairs and of bread"


@pytest.mark.parametrize(("count", "are_two"), [(1, True), (2, False)])
def test_one_line_may_stand_across_the_middle_of_two_columns(count: int, *, are_two: bool) -> None:
    across = [(50.0, 40.0 + 18 * n, ACROSS) for n in range(count)]
    assert (_named(*across, *_two()) == (*NAMES, *SECOND)) is are_two


def test_what_all_stands_on_one_side_of_the_middle_is_no_column_of_two() -> None:
    """A line is as long as the page is wide, and its number higher than those of the pages."""
    for entries in (_two()[:4], _two()[4:]):
        (page,) = pdf_report(page_of([(50.0, 50.0, f"{ACROSS} 99"), *entries])).lines_by_page.values()
        assert _halves(page) == ()


def test_rows_are_read_across_where_columns_have_no_more_entries() -> None:
    rows = [(330.0, 80.0 + 20 * n, str(page)) for n, (_, page) in enumerate(ENTRIES)]
    part = (50.0, 60.0, "Part 1")
    assert _named(part, *_columns([name for name, _ in ENTRIES], []), *rows) == ("part", *NAMES)


def test_entries_of_two_columns_are_counted_among_the_rows_of_both() -> None:
    """Three entries and seven rows of words in each are fewer than two in five, though they are more in seven rows across."""
    left, right = ([f"{name} {page}" for name, page in entries[:3]] for entries in (ENTRIES, TOWNS))
    words = [f"about {town} and no more" for town, _ in (*TOWNS, *TOWNS)][:7]
    assert find_contents(pdf_report(page_of(_columns([*left, *words], [*right, *words])))) == NO_CONTENTS
    assert len(_named(*_columns([*left, *words[:4]], [*right, *words[:4]]))) == 6


LONG = ("Apples Behind the Mill and What Became of", "the Car Park")


def test_an_entry_of_two_rows_is_one_name() -> None:
    rows = ["Chairs After Dark ....................... 4", LONG[0], f"{LONG[1]} ............................ 6"]
    rows += ["The Counted Steps ....................... 7", "Letters for Everybody ................... 9"]
    contents = find_contents(text_report("Inside\n" + "\n".join(rows) + "\n\fChairs After Dark\n\nIt was late."))
    assert contents.names[1] == " ".join(LONG).casefold()
    assert len(contents.names) == 4


def test_leaders_make_no_row_wide() -> None:
    rows = [LONG[0], f"{LONG[1]} {'.' * 80} 6", f"The Counted Steps {'.' * 75} 7", f"Letters for Everybody {'.' * 71} 9"]
    assert find_contents(text_report("\n".join(["Inside", *rows]))).names[0] == " ".join(LONG).casefold()


def test_lines_of_a_dump_that_say_what_the_contents_say_are_a_block_of_their_own() -> None:
    rows = "\n".join(f"{name} ........ {page}" for name, page in [*ENTRIES, (" ".join(LONG), 12)])
    pages = [f"{name}\nIt was late when the neighbours came to mend what they had sat on." for name, _ in ENTRIES]
    pages.append(f"{LONG[0]}\n{LONG[1]}\nThe council had planned it for years.")
    blocks = laid_out(text_report("\f".join([f"Inside\n{rows}", *pages]))).blocks
    titles = [block.text.text for block in blocks if block.page > 1 and block.gap_lines > 1]
    assert titles == [*(name for name, _ in ENTRIES), " ".join(LONG)]


def test_a_year_over_the_list_is_no_page() -> None:
    rows = "\n".join(f"{name} {page}" for name, page in ENTRIES)
    assert find_contents(text_report(f"May 2023\n{rows}\n\fChairs After Dark\n\nIt was late.")).names == NAMES


@pytest.mark.parametrize(
    ("line", "has_them"),
    [
        ("Chairs After Dark ..... 4", True),
        ("Chairs After Dark . . . . 4", True),
        ("Chairs After Dark ……4", True),
        ("Name: ____", True),
        ("Chairs After Dark ... and after", False),
        ("Chairs, a. . b", False),
        ("Name: ___", False),
        ("Chairs After Dark … 4", False),
    ],
)
def test_dots_or_a_rule_lead_to_what_a_line_ends_with(line: str, *, has_them: bool) -> None:
    assert has_leaders(line) is has_them


@pytest.mark.parametrize(
    ("entry", "is_parted"),
    [
        ("{} for the night and the day", True),
        ("{} for the night", False),
        ("Ropes of the quay {} for the night and the day", False),
    ],
    ids=["title", "other title", "with the line over it"],
)
def test_a_line_over_a_code_that_the_contents_name_begins_a_block(entry: str, *, is_parted: bool) -> None:
    words = ("Chairs", "Apples", "Steps", "Letters", "Bread", "Lamps", "Ferries", "Bells")
    rows = "\n".join(f"{entry.format(word)} ........ {n + 3}" for n, word in enumerate(words))
    heads = [("Ropes of the quay", f"{word} for the night and the day") for word in words]
    records = "\n".join("\n".join((*head, f"P0{n}", *wrapped(PROSE[0], 12))) for n, head in enumerate(heads))
    texts = [block.text.text for block in laid_out(text_report(f"Inside\n{rows}\n\f{records}")).blocks if block.page > 1]
    assert texts[:2] == (list(heads[0]) if is_parted else [" ".join(heads[0]), "P00"])


@pytest.mark.parametrize("leads", [" . . . . . . . . . ", " and what is behind "], ids=["leaders", "words"])
def test_the_type_of_lines_with_leaders_is_not_that_of_the_text(leads: str) -> None:
    rows = [(50.0, 50.0 + 14 * n, f"{ENTRIES[n % 4][0]}{leads}{n + 3}") for n in range(12)]
    text = [(50.0, 300.0, "It was late when they came"), (50.0, 312.0, "and the chairs stood in rows.")]
    report = pdf_report(overlaid(page_of(rows, "Times-Roman", 11), page_of(text, "Helvetica", 10)))
    body = laid_out(report).body_style
    assert body is not None
    assert body.size_pt == (10.0 if " . " in leads else 11.0)


def test_where_all_lines_have_leaders_the_text_is_set_as_they_are() -> None:
    rows = [(50.0, 50.0 + 14 * n, f"{name} . . . . . . . {page}") for n, (name, page) in enumerate(ENTRIES)]
    assert laid_out(pdf_report(page_of(rows, "Times-Roman", 11))).body_style is not None


# Authors before titles


TITLES = (
    "The Chair and Its Ropes",
    "Apples Behind the Mill",
    "Counting Steps: A Method for Walkers",
    "Bells of the Lower Quay",
)
AUTHORS = ("Okoro A., Lund B.", "Berg I.", "Okoro A.", "Hall J., Berg I., Lund B.")
PAGES = "\f".join(f"{title}\nIt was late." for title in TITLES)


def _printed(*names: str, text: str = PAGES, listing: Sequence[int] = ()) -> list[str]:
    """Names as they are known again, in a report with some lines."""
    return list(_as_printed([name.casefold() for name in names], text_report(text), listing))


@pytest.mark.parametrize("mark", [" – ", " — ", " - ", ": "])
def test_of_authors_and_a_title_the_title_is_listed_if_lines_say_it(mark: str) -> None:
    names = [f"{author}{mark}{title}" for author, title in zip(AUTHORS, TITLES, strict=True)]
    assert _printed(*names) == [title.casefold() for title in TITLES]
    assert _printed(*names, text="It was late.") == [name.casefold() for name in names]
    rows = "\n".join(f"{name} ........ {n + 4}" for n, name in enumerate(names))
    assert find_contents(text_report(f"Inside\n{rows}\n\f{PAGES}")).names == tuple(map(str.casefold, TITLES))


def test_more_than_authors_may_stand_before_a_title() -> None:
    names = [f"Room {n}: {author} – {title}" for n, (author, title) in enumerate(zip(AUTHORS, TITLES, strict=True))]
    assert _printed(*names) == [title.casefold() for title in TITLES]


def test_a_name_that_lines_say_as_a_whole_is_listed_so() -> None:
    whole = "Ropes: Apples Behind the Mill"
    names = [f"{AUTHORS[n]} – {title}" for n, title in enumerate(TITLES[:3])]
    assert _printed(*names, whole, text=f"{PAGES}\f{whole}\nIt was late.")[-1] == whole.casefold()
    assert _printed(*names, whole)[-1] == TITLES[1].casefold()


@pytest.mark.parametrize(
    ("lines", "is_parted"),
    [
        ((3, 0), False),
        ((0, 3), True),
        ((0, 1, 2, 2, 2, 2, 2, 3), False),
        ((4,), False),
    ],
    ids=["two lines of a name", "authors under a title", "far below", "the name as a whole"],
)
def test_authors_on_a_line_of_their_own_stand_not_far_under_the_title(lines: Sequence[int], *, is_parted: bool) -> None:
    own = (TITLES[0], "It was late.", "The bell rang.", AUTHORS[0], f"{AUTHORS[0]}: {TITLES[0]}")
    names = [f"{author}: {title}" for author, title in zip(AUTHORS, TITLES, strict=True)]
    text = "\n".join(own[n] for n in lines)
    assert (_printed(*names, text=text)[0] == TITLES[0].casefold()) is is_parted


def test_two_names_with_such_marks_are_no_custom() -> None:
    names = [f"{AUTHORS[0]} – {TITLES[0]}", f"{AUTHORS[1]} – {TITLES[1]}", TITLES[3]]
    assert _printed(*names) == [name.casefold() for name in names]
    assert _printed(*names, f"Berg I. – {TITLES[3]}")[0] == TITLES[0].casefold()


def test_the_pages_of_the_list_do_not_say_what_is_listed() -> None:
    names = [f"{AUTHORS[n]} – {title}" for n, title in enumerate(TITLES)]
    assert _printed(*names, listing=[1]) == [names[0].casefold(), *(title.casefold() for title in TITLES[1:])]


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("The Chair and Its Ropes and All That Hangs on Them", True),
        ("The Chair and", True),
        ("The Chair or", False),
        ("The Chair and the Rope", False),
        ("The Chair", False),
        ("Here The Chair and Its Ropes", False),
    ],
    ids=["longer", "shorter", "otherwise", "ends otherwise", "too short", "further on"],
)
def test_a_line_and_a_name_must_begin_alike_to_the_end_of_one(line: str, *, is_said: bool) -> None:
    names = [f"{author} – {TITLES[0]}" for author in AUTHORS]
    assert (_printed(*names, text=f"{line}\nIt was late.")[0] == TITLES[0].casefold()) is is_said


def test_short_titles_behind_authors_are_not_looked_for() -> None:
    names = [f"{author} – Twelve ropes" for author in AUTHORS]
    assert _printed(*names, text="Twelve ropes") == ["twelve ropes"] * 4
    assert _printed(*(name[:-1] for name in names), text="Twelve rope") == [name[:-1].casefold() for name in names]


def test_a_word_broken_at_the_end_of_a_row_is_whole_in_its_entry() -> None:
    rows = [
        "Apples Behind the Mill of the Neigh-",
        "bouring Town ...................... 6",
        "Ropes 2014- and Bells of the Quay",
    ]
    rows += ["and Lamps ......................... 7", "Letters for Everybody ............. 9"]
    names = find_contents(text_report("Inside\n" + "\n".join(rows) + "\n\fChairs After Dark\n\nIt was late.")).names
    assert names[0] == "apples behind the mill of the neighbouring town"
    assert "- and bells" in names[1]
    more = ["The Mill - a Walk .................. 11", "Ropes for- 8 and Bells ............. 12"]
    names = find_contents(text_report("\n".join(["Inside", *rows, *more]))).names
    assert names[-2:] == ("the mill - a walk", "ropes for- # and bells")


# What a dump lists with a title and no mark


ONE_EACH = ("Ada Okoro", "Ivo Berg", "Lena Hall", "Nils Lund")
UNDER = "\f".join(f"{title}\n{author}\nIt was late." for title, author in zip(TITLES, ONE_EACH, strict=True))
OVER = "\f".join(f"{n}\n{title}\nIt was late." for n, title in enumerate(TITLES))
QUAY = "A Lamp for the Upper Quay"
LATE = ("It was late.",) * 4


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("{author} {title}", UNDER),
        ("{author}, {title}", UNDER),
        ("{title}, {author}", UNDER),
        ("{n} {title}", OVER),
        ("{n}. {title}", OVER),
        ("K{n}: {title}", OVER.replace("\f", "\fK")),
    ],
)
def test_of_a_title_and_what_stands_over_or_under_it_the_title_is_listed(entry: str, text: str) -> None:
    parts = enumerate(zip(TITLES, ONE_EACH, strict=True))
    rows = "\n".join(f"{entry.format(n=n, title=title, author=author)} ........ {n + 4}" for n, (title, author) in parts)
    names = find_contents(text_report(f"Inside\n{rows}\n\f{text}")).names
    assert names[1:] == tuple(title.casefold() for title in TITLES[1:])


def test_a_number_over_a_title_may_be_the_first_line_of_all() -> None:
    names = [f"{author} {title}" for title, author in zip(TITLES, ONE_EACH, strict=True)]
    assert _printed(f"Idea # {QUAY}", *names, text=f"Idea 7\n{QUAY}\n{UNDER}")[0] == QUAY.casefold()


def _last_of(name: str, *lines: str) -> str:
    """A name as it is known again behind three with authors, in a report with some lines."""
    names = [f"{author} {title}" for title, author in zip(TITLES[:3], ONE_EACH[:3], strict=True)]
    return _printed(*names, name, text="\n".join((UNDER, "\f", *lines)))[-1]


@pytest.mark.parametrize(
    ("before", "lines", "is_parted"),
    [
        ("Mia Vik", (QUAY, "Mia Vik"), True),
        ("Mia Vik", (QUAY, "Mia Vik, weaver in Porto"), True),
        ("Mia Vik", (QUAY, *LATE, "Mia Vik"), True),
        ("Mia Vik", (QUAY, *LATE, LATE[0], "Mia Vik"), False),
        ("Mia Vik", (QUAY, "by Mia Vik"), False),
        ("Mia Vik", (QUAY, *LATE), False),
        ("Mia Vik", ("Mia Vik", "weaver", QUAY), True),
        ("Mia Vik", ("Mia Vik", QUAY, "and the Ferry"), False),
        ("Mia Vik", ("Mia Vik", "weaver", "in Porto", QUAY), False),
        ("Mia Vik,", ("Mia Vik", QUAY), True),
        ("#", ("7", QUAY), True),
        ("Idea #", ("Idea 7", QUAY), True),
        ("Box #:", ("Box 7", QUAY), True),
        ("Ropes #", ("Ropes 7", QUAY, "and the Ferry"), False),
        ("Seven", ("Seven", QUAY, "and the Ferry"), False),
    ],
    ids=[
        "under the title",
        "goes on",
        "fifth under it",
        "sixth",
        "inside a line",
        "nowhere",
        "second over it",
        "first line of a title",
        "third over it",
        "comma",
        "number",
        "code",
        "code and colon",
        "too long for a code",
        "no code",
    ],
)
def test_what_stands_before_a_title_is_a_line_near_it(before: str, lines: Sequence[str], *, is_parted: bool) -> None:
    assert _last_of(f"{before} {QUAY}", *lines) == (QUAY if is_parted else f"{before} {QUAY}").casefold()


@pytest.mark.parametrize(
    ("behind", "lines", "is_parted"),
    [
        (", Porto", ("Porto", QUAY), True),
        (", Porto", (QUAY, "Porto"), True),
        (", Porto", (QUAY, *LATE, "Porto"), True),
        (", Porto", (QUAY, *LATE), False),
        (" Porto", ("Porto", QUAY), True),
        (" Porto", ("Porto", "2021", QUAY), True),
        (" Porto", (QUAY, "Porto and Braga"), False),
        (", Lit", (f"{QUAY},", "lit"), False),
        (", Lit at Noon, by Hand", (f"{QUAY},", "lit at noon,", "by hand"), False),
    ],
)
def test_what_stands_behind_a_title_is_a_line_near_it(behind: str, lines: Sequence[str], *, is_parted: bool) -> None:
    assert _last_of(f"{QUAY}{behind}", *lines) == (QUAY if is_parted else f"{QUAY}{behind}").casefold()


def test_two_names_with_authors_and_no_mark_are_no_custom() -> None:
    names = [f"{author} {title}" for title, author in zip(TITLES, ONE_EACH, strict=True)]
    assert _printed(*names[:2], *TITLES[2:], text=UNDER) == [name.casefold() for name in (*names[:2], *TITLES[2:])]
    assert _printed(*names[:3], TITLES[3], text=UNDER) == [title.casefold() for title in TITLES]


@pytest.mark.parametrize(("mark", "is_listed"), [(" ", False), (" – ", True)])
def test_in_a_pdf_only_a_mark_parts_what_is_listed_with_a_title(mark: str, *, is_listed: bool) -> None:
    names = [f"{author}{mark}{title}" for title, author in zip(TITLES, ONE_EACH, strict=True)]
    rows = [(50.0, 60.0 + 20 * n, f"{name} {n + 4}") for n, name in enumerate(names)]
    lines = [(50.0, 60.0 + 20 * n, line) for n, line in enumerate((*TITLES, *ONE_EACH))]
    contents = find_contents(pdf_report(page_of(rows), page_of(lines)))
    assert contents.names == tuple(map(str.casefold, TITLES if is_listed else names))


@pytest.mark.parametrize("others", [MOST_COMPARED - len(TITLES), MOST_COMPARED])
def test_of_very_many_names_none_is_looked_for_in_parts(others: int) -> None:
    names = [f"{author} {title}" for title, author in zip(TITLES, ONE_EACH, strict=True)]
    printed = _printed(*names, *["Ropes of the Quay"] * others, text=UNDER)[: len(names)]
    assert printed == [name.casefold() for name in (TITLES if others + len(names) <= MOST_COMPARED else names)]


# What stands in capitals over titles


OVER_ALL = (
    "WHO MENDS CHAIRS ALL WINTER",
    "WHO PLANTS TREES ON ALL ROOFS",
    "WHO WALKS UP ALL STEPS BY NIGHT",
    "WHO RINGS OUT ALL BELLS",
)
SHORT = ("The Chair", "Apples Behind", "Counting", "Bells of")


def _under(*titles: str, over: Sequence[str] = OVER_ALL, listed: Sequence[str] = SHORT, between: str = "") -> list[str]:
    """Names of kickers and titles, where the lines of both stand in the report; in it they may be set otherwise."""
    names = [f"{kicker} {title}" for kicker, title in zip(OVER_ALL, listed, strict=True)]
    pages = (f"{kicker}\n{between}{title}\nIt was late." for kicker, title in zip(over, titles, strict=True))
    return _printed(*names, text="\f".join(pages))


BARE = [title.casefold() for title in SHORT]
WITH_KICKERS = [f"{kicker} {title}".casefold() for kicker, title in zip(OVER_ALL, SHORT, strict=True)]


def test_what_stands_in_capitals_over_titles_is_no_part_of_their_names() -> None:
    assert _under(*SHORT) == BARE
    assert _under(*(title.replace(" ", "\n") for title in SHORT)) == BARE


def test_where_most_do_so_a_title_in_capitals_is_listed_without_it_too() -> None:
    assert _under(*SHORT[:3], SHORT[3].upper()) == BARE


@pytest.mark.parametrize(
    ("titles", "over", "between"),
    [
        (SHORT, [kicker.capitalize() for kicker in OVER_ALL], ""),
        (SHORT, [kicker.replace("ALL", "NONE") for kicker in OVER_ALL], ""),
        (SHORT, [kicker.replace("ALL", "ANY") for kicker in OVER_ALL], ""),
        (SHORT, OVER_ALL, "It was late.\n"),
        ([title.upper() for title in SHORT], OVER_ALL, ""),
        ((*SHORT[:2], *(title.upper() for title in SHORT[2:])), OVER_ALL, ""),
        (("The Lamp", *SHORT[1:2], "Ropes", "The Fog"), OVER_ALL, ""),
    ],
    ids=[
        "small letters",
        "other words",
        "other words as long",
        "not right over it",
        "all capitals",
        "half capitals",
        "others",
    ],
)
def test_other_lines_over_titles_are_part_of_the_names(titles: Sequence[str], over: Sequence[str], between: str) -> None:
    assert _under(*titles, over=over, between=between) == WITH_KICKERS


def test_in_a_pdf_kickers_are_part_of_the_names() -> None:
    lines = [line for kicker, title in zip(OVER_ALL, SHORT, strict=True) for line in (kicker, title)]
    names = [f"{name}: so" for name in WITH_KICKERS[:3]]
    report = pdf_report(page_of([(50.0, 60.0 + 14 * n, line) for n, line in enumerate(lines)]))
    assert _as_printed([*names, *WITH_KICKERS * 2], report, ()) == [*names, *WITH_KICKERS * 2]

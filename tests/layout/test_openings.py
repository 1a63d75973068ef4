"""Where records open behind the last values of those before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import TITLES, text_report

from profile_extract.layout.breaks import keys_of
from profile_extract.layout.openings import find_openings

TEXT = (
    "The ferry crosses at noon and takes whoever waits on the quay",
    "with all that people carry when they come home from a market",
)
WHERE = ("12 Quay Street", "40121 Bologna", "Tel. +39 051 902 1195")
NAMES = ("Ada Lund", "Bela Nemeth", "Carla Okoro", "Dirk Amsel", "Ene Tamm")


def _begun(*lines: str, before: int = 0) -> list[str]:
    """The lines that begin something, among those from one on."""
    report = text_report("\n".join(lines))
    found = set(find_openings(report.lines, list(keys_of(report.lines, {}))))
    return [line.text for line in report.lines[before:] if line.start in found]


def _records(over: Sequence[Sequence[str]], below: Sequence[str], label: str = "Years: {n}") -> list[str]:
    return [line for n, lines in enumerate(over) for line in (*lines, *below, label.format(n=2010 + n))]


@pytest.mark.parametrize("below", [TEXT, WHERE], ids=["text", "address"])
def test_short_lines_between_a_value_and_a_text_or_an_address_begin_a_record(below: Sequence[str]) -> None:
    begun = _begun(*_records([[title] for title in TITLES], below))
    assert begun == [line for title in TITLES for line in (title, below[0])]


def test_what_stands_under_most_titles_is_parted_from_them_and_a_heading_above() -> None:
    over: list[list[str]] = [[title, name] for title, name in zip(TITLES, NAMES, strict=True)]
    over[1] = ["Apples, Pears, Plums Behind Mill and Church", NAMES[1]]
    over[2] = ["North", *over[2]]
    over[4] = ["The Society of Friends of Old Bells and New Ropes", *over[4]]
    begun = _begun(*_records(over, TEXT))
    assert [title in begun for title in TITLES] == [True, False, True, True, False]
    assert begun.count("North") == begun.count(NAMES[1]) == begun.count(NAMES[4]) == 1


def test_a_full_value_may_go_on() -> None:
    full = "Years: {n}, and from then on each time the bells of all towers ring"
    begun = _begun(*_records([[title] for title in (*TITLES, *TITLES)], TEXT), *_records([["Winter"]] * 2, TEXT, full))
    assert begun.count("Winter") == 1


@pytest.mark.parametrize(
    ("title", "label", "count"),
    [
        ("{title}.", "Years: {n}", 5),  # sentences
        ("{title}", "{n}", 5),  # no labels
        ("{title}", "Tel: 40 33 22 {n}", 5),  # those of addresses
        ("{title}", "Years: {n}", 4),  # too few
        ("– {title}", "Years: {n}", 5),  # items
    ],
)
def test_what_is_no_opening(title: str, label: str, count: int) -> None:
    assert _begun(*_records([[title.format(title=t)] for t in TITLES[:count]], TEXT, label)) == []


FULL = "Played by: Ada Lund, Bela Nemeth, Carla Okoro and Dirk of the Mill"


def _closed(value: Sequence[str], address: Sequence[str], names: Sequence[str] = NAMES) -> list[str]:
    return [line for title, name in zip(TITLES, names, strict=True) for line in (title, *TEXT, *value, name, *address)]


@pytest.mark.parametrize("value", [[FULL], [FULL, "and Ene"]])
def test_a_name_over_an_address_ends_a_record_though_the_value_above_is_full(value: Sequence[str]) -> None:
    assert _begun(*_closed(value, ["bell@mill.example"])) == list(NAMES)


@pytest.mark.parametrize(
    ("value", "address", "names"),
    [
        ([FULL, *TEXT], ["bell@mill.example"], NAMES),  # a text behind the value
        ([FULL], ["Open every day", "bell@mill.example"], NAMES),  # no address under the name
        ([FULL], ["bell@mill.example", "and others"], NAMES),  # the value goes on
        ([FULL], ["bell@mill.example"], NAMES[:1] * 5),  # always the same
    ],
)
def test_what_closes_no_record(value: Sequence[str], address: Sequence[str], names: Sequence[str]) -> None:
    assert _begun(*_closed(value, address, names)) == []


@pytest.mark.parametrize(("end", "is_name"), [(" Ltd.", True), (" S.A.", True), (" there.", False)])
def test_the_name_of_a_firm_may_end_in_a_stop(end: str, is_name: bool) -> None:
    assert bool(_begun(*_records([[title + end] for title in TITLES], TEXT))) is is_name


ENDED = "It rained {n} times."
PAIRS = [[title, name] for title, name in zip(TITLES, NAMES, strict=True)]


def test_as_many_lines_over_most_texts_open_records_that_end_in_sentences() -> None:
    begun = _begun(*_records(PAIRS, TEXT, ENDED))
    assert begun == [line for pair in PAIRS for line in (*pair, TEXT[0])]


@pytest.mark.parametrize(
    ("over", "below"),
    [
        ([pair[:1] for pair in PAIRS], TEXT),  # one line each
        (PAIRS[:4], TEXT),  # too few
        (
            [pair if n % 2 else [*pair, "Open", "Free", "Now"][: n + 2] for n, pair in enumerate(PAIRS)],
            TEXT,
        ),  # no usual number
        (PAIRS, WHERE),  # addresses
    ],
)
def test_what_opens_no_record_behind_a_sentence(over: Sequence[Sequence[str]], below: Sequence[str]) -> None:
    assert set(_begun(*_records(over, below, ENDED))).isdisjoint(NAMES)


@pytest.mark.parametrize("begun", ["The ferry goes", "Though, on days,"])
def test_a_short_line_that_a_text_goes_on_behind_is_of_the_text(begun: str) -> None:
    text = (
        begun,
        f"{'through' if begun.endswith('goes') else 'Ada says'} all of the locks with whoever waits there and stays",
    )
    assert _begun(*_records(PAIRS, text, ENDED)).count(begun) == len(PAIRS)


def test_a_line_that_ends_inside_a_word_is_no_title_over_the_rest_of_it() -> None:
    over = [[title] for title in (*TITLES, "A ferry takes what-")]
    below = [("ever is left on the quay at noon and all that people carry", TEXT[1]) if n == 5 else TEXT for n in range(6)]
    rows = [line for n in range(6) for line in (*over[n], *below[n], f"Years: {2010 + n}")]
    assert "ever is left on the quay at noon and all that people carry" not in (begun := _begun(*rows))
    assert over[0][0] in begun and over[5][0] not in begun
    whole = [row.replace("what-", "this") for row in rows]
    assert "A ferry takes this" in _begun(*whole)


@pytest.mark.parametrize(
    ("above", "line", "is_part"),
    [
        ("THE BELLS THAT RANG OVER THE QUAY", "AND OVER MILLS", False),
        ("THE BELLS THAT RANG OVER THE QUAY", "AT OUR MILLS", True),  # with room for its first word
        ("THE BELLS THAT RANG OVER THE QUAY", "And Over Mills", True),
        ("The Bells That Rang Over the Quay", "AND OVER MILLS", True),
        ("The Bells That Rang Over the Har-", "Bours and Mills", False),
        ("The Bells That Rang Over the Har\N{HYPHEN} ", "Bours and Mills", False),
        ("The Bells That Rang Over the Har", "Bours and Mills", True),
    ],
)
def test_a_title_of_two_lines_goes_on_earlier_in_capitals_and_wherever_inside_a_word(
    above: str, line: str, *, is_part: bool
) -> None:
    over: list[list[str]] = [[title, name] for title, name in zip(TITLES, NAMES, strict=True)]
    over[1] = [above, line]
    begun = _begun(*_records(over, TEXT))
    assert above.strip() in map(str.strip, begun)
    assert [name in begun for name in (NAMES[0], line, NAMES[2])] == [True, is_part, True]

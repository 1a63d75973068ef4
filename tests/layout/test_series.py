"""Lines that begin with codes or numbers that count through a report, and titles over codes."""

from __future__ import annotations

import pytest
from builders import text_report

from profile_extract.layout.codes import counting, find_figures, find_heads, find_series, is_names

NAMES = ("Chairs", "Apples", "Steps", "Letters", "Bread", "Lamps", "Ferries", "Bells", "Ovens")
TEXT = ("It was late when the neighbours came to mend what they", "had sat on since the flood of that year.")


def _starts(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_series(report.lines)
    return [line.text for line in report.lines if line.start in found]


@pytest.mark.parametrize("code", ["2.{}", "AB10{}", "K-{}:", "K {}", "3.1.{}."])
def test_lines_that_begin_with_rising_codes_begin_a_block(code: str) -> None:
    titles = [f"{code.format(n)} {name}" for n, name in enumerate(NAMES[:5], 1)]
    assert _starts(*(line for title in titles for line in (title, *TEXT))) == titles


def test_codes_count_on_together_where_their_letters_go_up() -> None:
    codes = ("A1-01", "A1-02", "B1-01", "B1-02", "C1-01")
    titles = [f"{code} {name}" for code, name in zip(codes, NAMES, strict=False)]
    assert _starts(*(line for title in titles for line in (title, *TEXT))) == titles
    falling = [f"{code} {name}" for code, name in zip(reversed(codes), NAMES, strict=False)]
    assert _starts(*(line for title in falling for line in (title, *TEXT))) == []


@pytest.mark.parametrize(
    "lines", [NAMES, [f"B{5 - n} {name}" for n, name in enumerate(NAMES[:5])], ["1.2 Chairs", "1.3 Apples"]]
)
def test_lines_without_codes_with_falling_ones_or_with_few_begin_none(lines: list[str]) -> None:
    assert _starts(*lines) == []


def test_what_stands_over_a_code_up_to_the_end_of_a_text_is_a_title() -> None:
    lines = [row for n, name in enumerate(NAMES) for row in (f"{name} After Dark and", "before the flood", f"P0{n}", *TEXT)]
    report = text_report("\n".join(lines))
    heads = find_heads(report.lines)
    assert [line.text for line in report.lines if line.start in heads.joins] == ["before the flood"] * len(NAMES)
    assert sum(line.text == TEXT[0] for line in report.lines if line.start in heads.breaks) == len(NAMES)


def test_a_code_over_a_title_has_no_text_for_a_title() -> None:
    """Where no empty line and no end of a text stands in between, what is above the code may be anything."""
    lines = [row for n, name in enumerate(NAMES) for row in (f"P0{n}", name, *(TEXT[0] for _ in range(16)))]
    assert find_heads(text_report("\n".join(lines)).lines).joins == frozenset()


def _figures(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = set(find_figures(report.lines))
    return [line.text for line in report.lines if line.start in found]


@pytest.mark.parametrize("figures", [[f"0{n}:00 – 0{n}:45" for n in range(1, 6)], [f"{n}" for n in range(7, 12)]])
def test_lines_of_times_and_of_numbers_that_count_begin_blocks_and_so_do_those_under_them(figures: list[str]) -> None:
    parts = list(zip(figures, NAMES, strict=False))
    assert _figures(*(line for pair in parts for line in (*pair, *TEXT))) == [line for pair in parts for line in pair]


@pytest.mark.parametrize("figures", [["12", "7", "31", "9", "2"], ["09:00 – 09:45"] * 5, ["08:00 – 08:45", "09:00 – 09:45"]])
def test_amounts_one_time_over_and_over_and_few_times_begin_none(figures: list[str]) -> None:
    assert _figures(*(line for pair in zip(figures, NAMES, strict=False) for line in (*pair, *TEXT))) == []


def test_lines_that_begin_with_a_time_begin_a_block_if_each_says_another_thing() -> None:
    timed = [f"{9 + n % 3}:{n}5 {name} of the Yard" for n, name in enumerate(NAMES[:5])]
    assert _starts(*(line for title in timed for line in (title, *TEXT))) == timed
    assert _starts(*(line for n in range(5) for line in (f"1{n}:30 Break", *TEXT))) == []


@pytest.mark.parametrize(
    ("text", "are_names"),
    [
        ("Élise Órdás, Čeněk Říha", True),
        ("École ouverte, Atelier", False),
        ("élise órdás, čeněk říha", False),
        ("Ada Lund(she/her), Mill House", True),
        ("Walking Bus (ÉCOLE)", False),
    ],
)
def test_names_begin_with_capitals_in_any_language(text: str, are_names: bool) -> None:
    assert is_names(text) is are_names


def test_times_count_with_what_half_of_the_day_they_are_of() -> None:
    times = ("9:00am - 9:20am", "9:20am - 9:40am", "11:40am - 12:00pm", "1:00pm - 1:20pm", "1:20pm - 1:40pm")
    assert _figures(*(line for time, name in zip(times, NAMES, strict=False) for line in (time, name, *TEXT))) == [
        line for time, name in zip(times, NAMES, strict=False) for line in (time, name)
    ]


def test_numbers_with_a_mark_count_by_themselves_though_houses_have_numbers() -> None:
    streets = ("14 Mill Lane", "2 Church Street", "88 Victoria Road", "3 Quay Row", "7 Lock Hill")
    texts = [
        text for n, (name, street) in enumerate(zip(NAMES, streets, strict=False), 1) for text in (f"{n}. {name}", street)
    ]
    assert list(counting(texts)) == [[0, 2, 4, 6, 8]]
    assert list(counting([text.replace(".", "") for text in texts])) == []


def test_series_of_codes_one_behind_another_are_one_cut() -> None:
    talks = [f"{day}{n}-{k}" for day in "AB" for n in (1, 2) for k in (1, 2, 3)]
    posters = [f"P-{n:02}" for n in range(1, 9)]
    texts = [part for code in (*talks, *posters) for part in (code, "Ropes in the harbour")]
    assert [*range(0, len(texts), 2)] in list(counting(texts))
    mixed = [code for pair in zip(talks, posters, strict=False) for code in pair]
    assert not any(len(found) > len(talks) for found in counting(mixed))

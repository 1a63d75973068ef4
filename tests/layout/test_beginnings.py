"""Labels of dumps that nothing parts from their texts."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.beginnings import beginning_of, find_beginnings
from profile_extract.segment.labels import find_labels

TIMES = ("2004 to 2009", "2011", "1998 to 2001", "2016 to 2017", "2013")
PEOPLE = ("Bakers of the barracks", "Two classes", "Ferrymen", "The choir", "Whoever comes")


def _found(*lines: str) -> set[str]:
    return set(find_beginnings(text_report("\n".join(lines)).lines))


def _records(first: str, second: str) -> list[str]:
    parts = zip(TITLES, TIMES, PEOPLE, PROSE, strict=True)
    return [line for title, time, people, text in parts for line in (title, f"{first} {time}", f"{second} {people}", text)]


def test_lines_begin_with_labels_that_follow_each_other_in_one_order() -> None:
    assert _found(*_records("Duration", "Who came")) == {"Duration", "Who came"}


@pytest.mark.parametrize(("sign", "are_labels"), [("$", True), ("€ ", True), ("§", False)])
def test_a_value_may_be_an_amount(sign: str, *, are_labels: bool) -> None:
    amounts = [line.replace("Duration ", f"Granted {sign}") for line in _records("Duration", "Who came")]
    assert _found(*amounts) == ({"Granted", "Who came"} if are_labels else set())


@pytest.mark.parametrize(
    ("value", "are_labels"),
    [
        ("www.mill{0}.example", True),
        ("https://mill{0}.example/", True),
        ("office@mill{0}.example", True),
        ("mill{0}.lamp.example", True),
        ("and so on {0}", False),
    ],
)
def test_a_value_may_be_an_electronic_address(value: str, *, are_labels: bool) -> None:
    lines = [line for n, line in enumerate(_records("Duration", "Who came"))]
    addresses = [
        f"Shown {value.format(letter)}" if line.startswith("Duration") else line
        for line, letter in zip(lines, "abcdefghijklmnopqrst", strict=True)
    ]
    assert _found(*addresses) == ({"Shown", "Who came"} if are_labels else set())


def test_one_beginning_alone_is_no_label() -> None:
    lines = [line for line in _records("Duration", "Who came") if not line.startswith("Who")]
    assert _found(*lines) == set()


def test_words_that_stand_inside_lines_as_often_are_no_labels() -> None:
    again = [f"and so say we: Duration {time}, Who came {people}" for time, people in zip(TIMES, PEOPLE, strict=True)]
    assert _found(*_records("Duration", "Who came"), *again) == set()


def test_what_goes_on_in_small_letters_or_counts_on_is_no_value() -> None:
    assert _found(*(line.replace("Who came", "Who").lower() for line in _records("Duration", "Who came"))) == set()
    counted = [line for n, title in enumerate(TITLES, 1) for line in (f"Chapter {n}", f"Part {2 * n}", title)]
    assert _found(*counted) == set()


def test_names_that_come_back_in_no_order_are_no_labels() -> None:
    order = "ABCABACBBCACBAC"
    names = {"A": "Ada", "B": "Bela", "C": "Carla"}
    lines = [f"{names[letter]} {PEOPLE[n % 5].title()} {n}" for n, letter in enumerate(order)]
    assert _found(*lines) == set()


def test_such_labels_begin_blocks_and_are_labels_of_them() -> None:
    layout = laid_out(text_report("\n".join(_records("Duration", "Who came"))))
    labels = find_labels(layout, {})
    assert [label.key for _, label in sorted(labels.items())] == ["duration", "who came"] * 5
    values = [layout.blocks[i].text.text[label.value_start :] for i, label in labels.items() if label.key == "duration"]
    assert values == list(TIMES)


def test_lines_of_addresses_show_how_labels_are_set_and_are_none_themselves() -> None:
    lines = [line.replace("Who came", "Telephone") for line in _records("Duration", "Who came")]
    assert _found(*lines) == {"Duration"}


def test_several_spaces_may_part_a_label_from_its_text() -> None:
    wide = [line.replace("Duration", "Duration ") for line in _records("Duration", "Who came")]
    assert _found(*wide) == {"Duration", "Who came"}


def _rows(*rows: tuple[str, ...]) -> list[str]:
    """Records of a title, one value of each row and a text; a row with one value has it in each record."""
    values = [row if len(row) == len(TITLES) else row * len(TITLES) for row in rows]
    return [line for title, text, *found in zip(TITLES, PROSE, *values, strict=True) for line in (title, *found, text)]


def _under(label: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{label} {value}" for value in values)


def test_what_several_labels_begin_with_is_none_itself() -> None:
    rows = _under("Course name", TITLES), _under("Course leader", PEOPLE), _under("Length", TIMES)
    assert _found(*_rows(*rows)) == {"Course name", "Course leader", "Length"}


def test_a_label_may_end_another_one() -> None:
    rows = _under("Points", TIMES), _under("Extra Points", PEOPLE)
    assert _found(*_rows(*rows)) == {"Points", "Extra Points"}


def test_the_same_figure_or_a_title_of_persons_is_the_value_and_not_of_the_label() -> None:
    rows = _under("Length", TIMES), ("Work 150 h",), tuple(f"Leader Dr. {who}" for who in PEOPLE)
    assert _found(*_rows(_under("Who came", PEOPLE), *rows)) == {"Who came", "Length", "Work", "Leader"}


def test_lines_that_come_back_whole_are_none_where_no_other_label_runs_in() -> None:
    assert _found(*_rows(("Bring 30 chairs.",), ("Come at 8 on foot.",))) == set()


def test_a_list_may_stand_behind_a_label_and_its_first_bullet_is_none_of_the_value() -> None:
    rows = _rows(_under("Length", TIMES), tuple(f"Tools • {who}" for who in PEOPLE), ("• Hammers and nails of all kinds",))
    layout = laid_out(text_report("\n".join(rows)))
    labels = find_labels(layout, {})
    values = [layout.blocks[i].text.text[label.value_start :] for i, label in labels.items() if label.key == "tools"]
    assert values == list(PEOPLE)


def test_a_point_between_two_names_is_no_bullet() -> None:
    rows = (
        "Forty Mills · Book 2",
        "Forty Mills · Book 3",
        "Forty Mills · Book 5",
        "Forty Mills · Part 1",
        "Forty Mills · Part 2",
    )
    assert "Forty Mills" not in _found(*_rows(_under("Length", TIMES), rows, _under("Who came", PEOPLE)))


SMALL = ("every Monday", "every Friday", "every Tuesday", "every Monday", "every Sunday")


def test_a_label_ends_in_no_word_that_goes_on_and_its_value_may_begin_small_in_rounds_of_labels() -> None:
    rows = _under("Length", TIMES), _under("Offered", SMALL), _under("Who came", PEOPLE), _under("Named", TITLES)
    lines = text_report("\n".join(_rows(*rows))).lines
    found = find_beginnings(lines)
    assert found == {"Length": True, "Named": True, "Offered": True, "Who came": True}
    assert beginning_of("Offered every Monday", found) == "Offered"
    assert beginning_of("Offered every Monday", {"Offered": False}) is None


def test_what_has_no_place_of_its_own_between_labels_is_none_though_it_comes_back() -> None:
    rows = [_under("Length", TIMES), _under("Who came", PEOPLE), _under("Named", TITLES)]
    offered = _under("Offered", SMALL)
    records = [[title, *facts] for title, *facts in zip(TITLES, *rows, strict=True)]
    parts = [[*facts[: 1 + n % 4], offered[n], *facts[1 + n % 4 :], PROSE[n]] for n, facts in enumerate(records)]
    assert _found(*(line for part in parts for line in part)) == {"Length", "Who came", "Named"}


def test_a_rarer_label_may_stand_between_two() -> None:
    rows = _rows(_under("Length", TIMES), _under("Who came", PEOPLE), _under("Cost", TIMES))
    more = [line.replace("Cost", "Prize") for line in rows if line.startswith("Cost")]
    lines = [*rows, *(part for line in rows for part in ((more.pop(), line) if line in PROSE else (line,)))]
    assert _found(*lines) >= {"Length", "Who came", "Cost"}


def test_what_stands_under_a_commoner_line_is_its_value() -> None:
    under = tuple(f"By bus {time}" for time in TIMES)
    lines = _rows(_under("Length", TIMES), _under("Who came", PEOPLE), ("How to get there",), under)
    elsewhere = [line for title in TITLES for line in ("How to get there", f"{title} is next to the mill")]
    assert "By bus" in _found(*lines)
    assert "By bus" not in _found(*lines, *elsewhere)


def test_a_colon_behind_a_bullet_is_none_of_the_label() -> None:
    tools = tuple(f"Tools • {title}: a list" for title in TITLES[:2]) + tuple(f"Tools • {who}" for who in PEOPLE[2:])
    layout = laid_out(text_report("\n".join(_rows(_under("Length", TIMES), tools, _under("Who came", PEOPLE)))))
    assert sum(label.key == "tools" for label in find_labels(layout, {}).values()) == len(TITLES)


def test_a_stop_behind_the_first_word_of_a_value_is_none_of_the_label() -> None:
    heads = tuple(f"Head Prof. {who}" for who in PEOPLE)
    layout = laid_out(text_report("\n".join(_rows(_under("Length", TIMES), heads, _under("Who came", PEOPLE)))))
    assert sum(label.key == "head" for label in find_labels(layout, {}).values()) == len(TITLES)

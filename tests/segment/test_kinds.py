"""Lines that come back and are no labels: what kind of profile it is, or where."""

from __future__ import annotations

import pytest
from builders import PROSE, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, text_report, typeset, wrapped

from profile_extract.segment.labels import find_labels

TITLES = tuple(
    f"The {thing} of the {place}" for thing in ("Chairs", "Steps", "Ovens") for place in ("Mill", "River", "Barracks", "Quay")
)
TOWNS = ("Leeds", "Leeds", "York", "Derby", "York", "Derby", "Leeds", "Derby", "York", "Derby", "Derby", "Leeds")


def _labels(*pages: Page) -> list[str]:
    layout = laid_out(pdf_report(*pages))
    return [layout.blocks[i].text.text for i in sorted(find_labels(layout, {}))]


def _text(number: int) -> str:
    return PROSE[number % len(PROSE)]


def test_a_line_under_titles_that_returns_in_no_order_is_no_label() -> None:
    assert _labels(*(typeset(("title", t), ("label", TOWNS[n]), ("text", _text(n))) for n, t in enumerate(TITLES))) == []


def test_names_of_places_under_titles_are_none_in_whatever_order() -> None:
    towns = [("Leeds", "York", "Derby", "Bristol")[n % 4] for n in range(12)]
    assert _labels(*(typeset(("title", t), ("label", towns[n]), ("text", _text(n))) for n, t in enumerate(TITLES))) == []


def test_a_line_under_titles_that_returns_in_its_turn_is_one() -> None:
    pages = (
        typeset(("title", t), ("label", "Aim"), ("text", _text(n)), ("label", "Means"), ("text", _text(n + 1)))
        for n, t in enumerate(TITLES[:4])
    )
    assert _labels(*pages) == ["Aim", "Means"] * 4


def test_a_line_behind_prose_is_one_in_whatever_order() -> None:
    pages = (
        typeset(("title", t), ("text", _text(n)), ("label", TOWNS[n]), ("text", _text(n + 1))) for n, t in enumerate(TITLES)
    )
    assert _labels(*pages) == list(TOWNS)


def test_a_line_over_titles_is_none_and_no_part_of_the_profile_before() -> None:
    pages = [
        typeset(("title", f"{t} and I"), ("text", _text(n)), ("small", TOWNS[n]), ("title", t), ("text", _text(n + 1)))
        for n, t in enumerate(TITLES)
    ]
    assert _labels(*pages) == []
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == [title for t in TITLES for title in (f"{t} and I", t)]
    assert not any(profile.sections for profile in profiles)


def test_an_address_in_the_type_of_a_kicker_is_no_heading_of_the_next_profile() -> None:
    pages = [
        typeset(
            ("small", "GOOD IDEA"),
            ("title", t),
            ("text", _text(n)),
            ("small", f"Ada Okoro | ada@n{n}.example | +44 113 496 0{n}00"),
        )
        for n, t in enumerate(TITLES[:5])
    ]
    contacts = [profile.contacts for profile in extraction_of(pdf_report(*pages)).profiles]
    assert [[email.text for c in found for email in c.emails] for found in contacts] == [
        [f"ada@n{n}.example"] for n in range(5)
    ]


def test_a_few_lines_that_return_among_many_set_alike_are_names() -> None:
    firsts = ("Ida", "Jon", "Kai", "Lea", "Mia", "Nia", "Ole", "Pia", "Rui", "Siv", "Tor", "Una", "Vik")
    pages = [
        typeset(("title", f"The {n + 5} Chairs"), ("text", _text(n)), ("label", name), ("text", _text(n + 1)))
        for n, name in enumerate(["Ada Okoro"] * 3 + [f"{first} Berg" for first in firsts])
    ]
    assert _labels(*pages) == []


def test_titles_are_told_from_names_set_alike_by_the_times_before_them() -> None:
    names = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner", "Femi Ade")
    pages = [
        typeset(("label", f"{9 + n}.30 – {title}"), ("text", _text(n)), ("label", names[n]), ("text", _text(n + 1)))
        for n, title in enumerate(TITLES[:6])
    ]
    assert [profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles] == list(TITLES[:6])


def test_towns_that_come_back_in_a_dump_are_no_labels_unless_they_are_few() -> None:
    towns = [("Leeds", "York", "Derby", "Bristol")[n % 4] for n in range(12)]

    def labels(names: list[str]) -> set[str]:
        entries = (f"{t}\n\n{name}\n\nAim\n\n{_text(n)}" for n, (t, name) in enumerate(zip(TITLES, names, strict=True)))
        return {label.key for label in find_labels(laid_out(text_report("\n\n".join(entries))), {}).values()}

    assert labels(towns) == {"aim"}
    assert labels([name if name in {"Leeds", "York"} else f"{name} {n}" for n, name in enumerate(towns)]) == {
        "aim",
        "leeds",
        "york",
    }


def test_a_small_heading_over_items_set_as_the_text_is_no_kicker() -> None:
    items = [[f"{what} for {TOWNS[n]} and {TITLES[n][4:]}" for what in ("Bread", "Flour")] for n in range(6)]
    pages = [
        typeset(("title", t), ("text", _text(n)), ("small", "Means"), ("text", bread), ("small", "Aims"), ("text", flour))
        for n, (t, (bread, flour)) in enumerate(zip(TITLES, items, strict=False))
    ]
    assert _labels(*pages) == ["Means", "Aims"] * 6


def test_labels_over_their_values_in_a_box_are_no_kickers() -> None:
    facts = [(("small", "Who"), ("smaller", f"{107 * n} people"), ("small", "Where"), ("smaller", TOWNS[n])) for n in range(6)]
    pages = [typeset(("title", TITLES[n]), *facts[n], ("text", _text(n))) for n in range(6)]
    assert _labels(*pages) == ["Who", "Where"] * 6


def test_lines_stacked_under_titles_that_return_in_no_order_are_none() -> None:
    pages = [
        typeset(
            ("title", t), ("small", f"{n + 12} steps"), ("small", f"Plank {n + 30}"), ("small", TOWNS[n]), ("text", _text(n))
        )
        for n, t in enumerate(TITLES)
    ]
    assert _labels(*pages) == []


@pytest.mark.parametrize("labels", [("Tools", "Helpers"), ("Aim", "Means")])
def test_lines_stacked_under_nearly_all_titles_are_some(labels: tuple[str, str]) -> None:
    first, second = labels  # the second two are also called as towns are
    stacked = [(("small", first), ("small", f"Bread {n + 2}"), ("small", second), ("small", TOWNS[n])) for n in range(8)]
    pages = [typeset(("title", t), *stacked[n], ("text", _text(n))) for n, t in enumerate(TITLES[:8])]
    assert set(labels) <= set(_labels(*pages))


def test_values_in_bold_smaller_than_the_text_are_no_headings_over_which_kickers_stand() -> None:
    pages = []
    for n in range(6):
        lines = wrapped(_text(n))
        facts = ((50, 110, "Who"), (50, 135, "Where"))
        pages.append(
            overlaid(
                page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
                page_of(facts, "Helvetica", 6),
                page_of([(50, 119, f"{107 * n} people"), (50, 144, TOWNS[n])], "Helvetica-Bold", 8),
                page_of([(50, 180 + 12 * k, line) for k, line in enumerate(lines)]),
            )
        )
    assert _labels(*pages) == ["Who", "Where"] * 6

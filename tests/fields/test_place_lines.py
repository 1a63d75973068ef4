"""Places on a line of their own beside the titles."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, pdf_report, text_report, typeset

PLACES = ("TURKU, FINLAND", "PORTO, PORTUGAL", "LEEDS, UNITED KINGDOM", "ZWOLLE, NETHERLANDS", "GERA, GERMANY")
OTHERS = ("A workshop", "An orchard", "A walk", "A shop", "An oven")


def _cities(beside: tuple[str, ...], *, is_over: bool) -> list[str | None]:
    """The cities of profiles with such lines over or under their titles."""
    pages = []
    for title, line, text in zip(TITLES, beside, PROSE, strict=True):
        head = [("label", line), ("title", title)] if is_over else [("title", title), ("label", line)]
        pages.append(typeset(*head, ("text", text)))
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [profile.city.name.text if profile.city else None for profile in profiles]


@pytest.mark.parametrize("is_over", [True, False], ids=["over", "under"])
def test_a_place_beside_most_titles_is_the_city(is_over: bool) -> None:
    assert _cities(PLACES, is_over=is_over) == ["Turku", "Porto", "Leeds", "Zwolle", "Gera"]


@pytest.mark.parametrize("is_over", [True, False], ids=["over", "under"])
def test_a_place_beside_a_few_titles_is_no_custom_of_the_report(is_over: bool) -> None:
    assert _cities((*PLACES[:2], *OTHERS[2:]), is_over=is_over) == [None] * 5


def test_a_place_in_a_box_of_most_profiles_is_the_city() -> None:
    towns = ("Turku", "Porto", "Leeds", "Zwolle", "Gera")
    for shown, cities in ((towns, list(towns)), ((*towns[:2], *OTHERS[2:]), [None] * 5)):
        pages = [
            typeset(("title", title), ("tagline", OTHERS[n]), ("text", PROSE[n]), ("label", shown[n]), ("text", PROSE[n - 1]))
            for n, title in enumerate(TITLES)
        ]
        profiles = extraction_of(pdf_report(*pages)).profiles
        assert [profile.city.name.text if profile.city else None for profile in profiles] == cities


def test_a_place_with_which_most_titles_begin_is_the_city() -> None:
    begun = ("Turku – ", "Porto – ", "Leeds – ", "Zwolle – ")
    for count, cities in ((4, ["Turku", "Porto", "Leeds", "Zwolle", None]), (2, [None] * 5)):
        titles = [f"{begun[n] if n < count else ''}{title}" for n, title in enumerate(TITLES)]
        pages = [typeset(("title", title), ("text", text)) for title, text in zip(titles, PROSE, strict=True)]
        profiles = extraction_of(pdf_report(*pages)).profiles
        assert [profile.city.name.text if profile.city else None for profile in profiles] == cities


def test_a_place_with_which_most_titles_end_is_the_city() -> None:
    ended = (" – Turku", ": Porto", " - Leeds", " – Zwolle")
    for count, cities in ((4, ["Turku", "Porto", "Leeds", "Zwolle", None]), (2, [None] * 5)):
        titles = [f"{title}{ended[n] if n < count else ''}" for n, title in enumerate(TITLES)]
        pages = [typeset(("title", title), ("text", text)) for title, text in zip(titles, PROSE, strict=True)]
        profiles = extraction_of(pdf_report(*pages)).profiles
        assert [profile.city.name.text if profile.city else None for profile in profiles] == cities


@pytest.mark.parametrize(("label", "is_city"), [("Location", True), ("Twinned with", False)])
def test_a_place_under_a_label_for_places_is_the_city(label: str, is_city: bool) -> None:
    values = (*PLACES[:3], "Several towns", PLACES[4])
    pages = [
        typeset(("title", title), ("text", PROSE[n]), ("label", label), ("text", values[n])) for n, title in enumerate(TITLES)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    names = [profile.city.name.text if profile.city else None for profile in profiles]
    assert names == (["Turku", "Porto", "Leeds", None, "Gera"] if is_city else [None] * 5)
    assert [[v.text for s in p.sections for v in s.paragraphs] for p in profiles] == [[value] for value in values]


def test_the_country_under_a_title_that_is_a_town_tells_which_town_it_is() -> None:
    towns = ("Norwich", "Porto", "Leeds", "Zwolle", "Gera")
    countries = ("United Kingdom", "Portugal", "United Kingdom", "Netherlands", "Germany")
    pages = [
        typeset(("title", town), ("name", country), ("label", "Vision"), ("text", text))
        for town, country, text in zip(towns, countries, PROSE, strict=True)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    cities = [profile.city for profile in profiles]
    assert [city.country_code.text for city in cities if city and city.country_code] == ["GB", "PT", "GB", "NL", "DE"]
    assert [profile.narrative for profile in profiles] == [()] * 5


def test_a_tagline_may_stand_under_the_place() -> None:
    taglines = ("What a chair needs", "A plot of apples", "Paint and patience", "Ink for all", "Ovens that were cold")
    for place in (PLACES, OTHERS):
        rows = zip(TITLES, place, taglines, PROSE, strict=True)
        pages = [typeset(("title", t), ("label", p), ("tagline", line), ("text", text)) for t, p, line, text in rows]
        found = [profile.tagline for profile in extraction_of(pdf_report(*pages)).profiles]
        expected = taglines if place is PLACES else OTHERS
        assert [value and value.text for value in found] == list(expected)


def test_a_place_with_its_state_is_a_city_of_that_country() -> None:
    states = ("Duluth, Minnesota", "Macon, Georgia", "Gander, Newfoundland and Labrador", "Austin, TX", "Duo, Kentucky")
    assert _cities(states, is_over=False) == ["Duluth", "Macon", "Gander", "Austin", "Duo"]
    pages = [typeset(("title", t), ("label", s), ("text", x)) for t, s, x in zip(TITLES, states, PROSE, strict=True)]
    cities = [profile.city for profile in extraction_of(pdf_report(*pages)).profiles]
    assert [c.country_code.text for c in cities if c and c.country_code] == ["US", "US", "CA", "US", "US"]
    assert [c.region.text for c in cities if c and c.region] == [state.split(", ")[1] for state in states]


def test_a_municipality_over_the_title_is_the_city_known_or_not() -> None:
    names = ("Gemeinde Nirgendwo", "Stadt Gera", "Gemeinde Sieverstedt", "Comune di Altrove", "Samtgemeinde Hof")
    assert _cities(names, is_over=True) == ["Nirgendwo", "Gera", "Sieverstedt", "Altrove", None]


@pytest.mark.parametrize("is_over", [True, False], ids=["over", "under"])
def test_a_name_set_as_the_places_of_most_profiles_are_is_the_city(is_over: bool) -> None:
    names = ("Turku", "Porto", "Leeds", "Nova Nigdzie", "Office of Ropes")
    assert _cities(names, is_over=is_over) == ["Turku", "Porto", "Leeds", "Nova Nigdzie", None]


VILLAGES = ("Oberaula", "Elmstein", "Wieda", "Schiltach", "Kleinhinterdorf")


def _codes(beside: tuple[str, ...]) -> list[tuple[str | None, str | None]]:
    parts = zip(TITLES, beside, PROSE, strict=True)
    pages = [typeset(("label", line), ("title", title), ("text", text)) for title, line, text in parts]
    cities = [profile.city for profile in extraction_of(pdf_report(*pages)).profiles]
    return [(c.name.text, c.country_code.text if c.country_code else None) if c else (None, None) for c in cities]


def test_villages_are_places_where_most_profiles_name_one() -> None:
    assert _codes(VILLAGES) == [(name, None) for name in VILLAGES]
    assert _codes((*VILLAGES[:2], *OTHERS[2:])) == [(None, None)] * 5


MARKED, LOUPE = "\uf3c5", "\uf002"
"""Signs of a font of icons: a marker on a map, and a magnifying glass."""


def _marked(*lines: str) -> list[tuple[str | None, str | None]]:
    """The cities and taglines of profiles of a dump with such lines under their titles."""
    pages = [f"{title}\n\n{line}\n\n{text}" for title, line, text in zip(TITLES, lines, PROSE, strict=True)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    cities = [profile.city.name.text if profile.city else None for profile in profiles]
    return list(zip(cities, [profile.tagline.text if profile.tagline else None for profile in profiles], strict=True))


@pytest.mark.parametrize("sign", ["\uf041", "\uf3c5", "\uf276"])
def test_a_line_with_the_marker_of_a_map_is_the_place_known_or_not(sign: str) -> None:
    cities = [city for city, _ in _marked(f"{sign} Nova Nigdzie", f"{sign} Porto, Portugal", *OTHERS[2:])]
    assert cities == ["Nova Nigdzie", "Porto", None, None, None]


@pytest.mark.parametrize("line", [f"{LOUPE} Nova Nigdzie", f"{MARKED} ropes and a quay", f"{MARKED} Nova Nigdzie\nNad Morzem"])
def test_another_sign_or_what_is_no_name_tells_no_place(line: str) -> None:
    assert _marked(line, *OTHERS[1:])[0][0] is None


def test_a_marked_place_under_a_label_is_of_what_the_label_heads() -> None:
    pages = [f"{title}\n\nAim:\n\n{MARKED} Nova Nigdzie\n\n{text}" for title, text in zip(TITLES, PROSE, strict=True)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [profile.city for profile in profiles] == [None] * 5


def test_a_marked_place_may_stand_between_a_title_and_its_tagline() -> None:
    for sign, shown in ((MARKED, list(OTHERS)), (LOUPE, [None] * 5)):
        rows = zip(TITLES, OTHERS, PROSE, strict=True)
        pages = [f"{title}\n\n{sign} Nova Nigdzie\n\n{line}\n\n{text}" for title, line, text in rows]
        profiles = extraction_of(text_report("\f".join(pages))).profiles
        assert [profile.tagline.text if profile.tagline else None for profile in profiles] == shown


@pytest.mark.parametrize(
    ("over", "cities"),
    [
        (("2019", "2021", "2020", *PLACES[3:]), [None, None, None, "Zwolle", "Gera"]),
        (("2019", "2021", "2020", f"2019\n{PLACES[3]}", f"2021\n{PLACES[4]}"), [None, None, None, "Zwolle", "Gera"]),
        (("2019", "2021", "2020", "2022", PLACES[4]), [None] * 5),
        (("2019", "2021", OTHERS[2], OTHERS[3], PLACES[4]), [None] * 5),
        (("2019", "2021", "2020", OTHERS[3], PLACES[4]), [None] * 5),
    ],
    ids=["places", "years and places", "few", "others", "as many others"],
)
def test_profiles_with_a_year_over_their_titles_do_not_say_what_else_may_stand_there(
    over: tuple[str, ...], cities: list[str | None]
) -> None:
    heads = [[("small", line) for line in lines.split("\n")] for lines in over]
    pages = [typeset(*heads[n], ("title", TITLES[n]), ("text", PROSE[n])) for n in range(5)]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    assert [profile.city.name.text if profile.city else None for profile in profiles] == cities


def test_profiles_with_nothing_over_their_titles_do() -> None:
    over = (None, None, None, *PLACES[3:])
    pages = [
        typeset(*([("small", line)] if line else []), ("title", title), ("text", text))
        for line, title, text in zip(over, TITLES, PROSE, strict=True)
    ]
    assert [profile.city for profile in extraction_of(pdf_report(*pages)).profiles] == [None] * 5

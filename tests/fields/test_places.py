"""Places as printed, made into cities."""

from __future__ import annotations

import pytest

from profile_extract.drafts import CityDraft
from profile_extract.fields.places import find_place, is_ambiguous, is_place_line, read_place_line
from profile_extract.passage import Passage


def _read(text: str) -> CityDraft | None:
    return read_place_line(Passage.of(text, 0, len(text)), "test.place", 1.0)


def _city(text: str) -> CityDraft:
    found = _read(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HELSINKI", "Helsinki"),
        ("NEW YORK CITY", "New York City"),
        ("STRATFORD-UPON-AVON", "Stratford-upon-Avon"),
        ("FRANKFURT AM MAIN", "Frankfurt am Main"),
        ("ROTHENBURG OB DER TAUBER", "Rothenburg ob der Tauber"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("SÃO PAULO", "São Paulo"),
        ("MCKINNEY", "McKinney"),
        ("MÜNCHEN", "München"),
        ("'S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("KLEINKLECKERSDORF AN DER SPREE, GERMANY", "Kleinkleckersdorf an der Spree"),
    ],
)
def test_a_name_in_capitals_regains_its_true_case(printed: str, name: str) -> None:
    assert _city(printed).name.text == name


@pytest.mark.parametrize("printed", ["Helsinki", "New York City", "Stratford-upon-Avon", "München"])
def test_a_name_in_its_own_case_stays_as_printed(printed: str) -> None:
    assert _city(printed).name.text == printed


def test_a_short_name_in_capitals_regains_its_true_case_too() -> None:
    assert _city("ULM, GERMANY").name.text == "Ulm"


def test_a_name_in_capitals_keeps_the_apostrophe_it_is_printed_with() -> None:
    assert _city("L’AQUILA, ITALY").name.text == "L’Aquila"


def test_a_name_in_its_true_case_leads_back_to_the_capitals() -> None:
    source = _city("NEW YORK CITY, USA").name.sources[0]
    assert source.source[source.start : source.end] == "NEW YORK CITY"
    assert _city("NEW YORK CITY, USA").name.is_verbatim


@pytest.mark.parametrize(
    ("printed", "name", "country", "code"),
    [
        ("HELSINKI, FINLAND", "Helsinki", "Finland", "FI"),
        ("Stratford-upon-Avon (United Kingdom)", "Stratford-upon-Avon", "United Kingdom", "GB"),
        ("MÜNCHEN, DEUTSCHLAND", "München", "Deutschland", "DE"),
        ("THE HAGUE, THE NETHERLANDS", "The Hague", "The Netherlands", "NL"),
        ("Paris, USA", "Paris", "USA", "US"),
        ("São Paulo, Brasil", "São Paulo", "Brasil", "BR"),
    ],
)
def test_the_country_behind_a_place_is_read_in_several_languages(printed: str, name: str, country: str, code: str) -> None:
    city = _city(printed)
    assert city.country is not None
    assert city.country_code is not None
    assert (city.name.text, city.country.text, city.country_code.text) == (name, country, code)
    assert city.country.is_verbatim
    assert not city.country_code.is_verbatim


def test_the_country_of_a_known_place_is_derived_from_its_name() -> None:
    city = _city("Helsinki")
    assert city.country is not None
    assert (city.country.text, city.country.rule, city.country.sources[0].text) == (
        "Finland",
        "derived.place-name",
        "Helsinki",
    )
    assert city.geonames_id == 658225


def test_the_printed_country_chooses_between_places_of_one_name() -> None:
    assert _city("Cambridge, United Kingdom").geonames_id != _city("Cambridge, USA").geonames_id


@pytest.mark.parametrize("name", ["Valencia", "Cambridge"])
def test_a_name_of_several_places_stands_for_none_of_them(name: str) -> None:
    city = _city(name)
    assert (city.name.text, city.country, city.country_code, city.geonames_id, city.latitude) == (name, None, None, None, None)
    assert is_ambiguous(name)


@pytest.mark.parametrize("printed", ["Springfield", "Springfield, United States"])
def test_a_name_of_several_places_in_one_country_stands_for_none_of_them(printed: str) -> None:
    assert _city(printed).geonames_id is None


@pytest.mark.parametrize("name", ["Helsinki", "Paris", "Munich"])
def test_a_name_of_one_clearly_larger_place_stands_for_it(name: str) -> None:
    assert find_place(name) is not None
    assert not is_ambiguous(name)


def test_an_unknown_place_is_one_where_a_country_stands_behind_it_but_nothing_more_is_known() -> None:
    city = _city("Kleinkleckersdorf, Germany")
    assert city.country_code is not None
    assert (city.name.text, city.country_code.text, city.geonames_id) == ("Kleinkleckersdorf", "DE", None)
    assert find_place("Kleinkleckersdorf", "DE") is None


@pytest.mark.parametrize(
    "text",
    [
        "Kleinkleckersdorf",
        "Helsinki, Atlantis",
        "The results were good, Finland",
        "all of them, Germany",
        "Helsinki and the sea",
        "In Helsinki",
        "Finland",
        "",
        "Helsinki, " + "Finland " * 12,
    ],
)
def test_a_line_that_is_not_just_a_place_is_none(text: str) -> None:
    assert not is_place_line(text)


@pytest.mark.parametrize(
    ("printed", "name", "country"), [("Norwich United Kingdom", "Norwich", "GB"), ("BARI ITALIA", "Bari", "IT")]
)
def test_a_country_may_stand_behind_its_town_with_nothing_between(printed: str, name: str, country: str) -> None:
    found = _city(printed)
    assert (found.name.text, found.country_code and found.country_code.text) == (name, country)


@pytest.mark.parametrize("text", ["Norwich Italy", "Benches Italy", "Old Norwich"])
def test_other_words_with_a_country_behind_them_are_no_place(text: str) -> None:
    assert not is_place_line(text)


@pytest.mark.parametrize(
    ("line", "name", "region", "code", "is_known"),
    [
        ("Houma, Louisiana", "Houma", "Louisiana", "US", True),
        ("HOUMA, LOUISIANA", "Houma", "Louisiana", "US", True),
        ("Houma, LA", "Houma", "LA", "US", True),
        ("Portland, Maine", "Portland", "Maine", "US", False),
        ("Macon, Georgia", "Macon", "Georgia", "US", False),
        ("Tbilisi, Georgia", "Tbilisi", None, "GE", True),
        ("Verona (VR)", "Verona", "VR", "IT", True),
        ("Nowhere, Maine", "Nowhere", "Maine", "US", False),
    ],
)
def test_a_region_behind_a_place_says_its_country(line: str, name: str, region: str | None, code: str, is_known: bool) -> None:
    """Which of several places of a country it is a region does not say: it is not known in which region each lies."""
    found = _city(line)
    assert (found.name.text, found.region and found.region.text) == (name, region)
    assert found.country_code is not None
    assert found.country_code.text == code
    assert (found.geonames_id is not None) == is_known


@pytest.mark.parametrize("line", ["Portland, Bavaria", "Nowhere, ME", "Houma, la", "Barcelona, Madrid", "Como, Lecco"])
def test_what_is_no_region_of_a_place_makes_none(line: str) -> None:
    assert _read(line) is None


@pytest.mark.parametrize("behind", [" · 2022", ", 2022", " | 2019–2022", " – 2021-"])
def test_a_year_behind_a_place_and_its_country_is_none_of_it(behind: str) -> None:
    found = _city(f"Turku, Finland{behind}")
    assert (found.name.text, found.country and found.country.text) == ("Turku", "Finland")


@pytest.mark.parametrize("line", ["Turku, Finland · 22", "In Finland · 2022 and later", "2022"])
def test_what_is_no_year_behind_a_place_makes_none(line: str) -> None:
    assert _read(line) is None


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("Mérida, provincia de Badajoz", "Mérida", "ES"),  # towns of three countries, a region of one
        ("Ronda, provincia de Badajoz", "Ronda", "ES"),  # a word for streets, too
        ("Quuxford, Meath County", "Quuxford", None),  # the region is known, which has others of its name
        ("Weston, province of Ontario", "Weston", None),  # a region of one, a town of another
        ("Meath, district of Zorg", "Meath", "IE"),  # a county, as many a town is called
        ("Kells, district of Zorg", "Kells", "IE"),  # a village of one country
        ("Stans, district of Zorg", "Stans", None),  # a town of one, and a village of another
        ("ZORGHEIM, LANDKREIS HARBURG", "Zorgheim", None),
    ],
)
def test_the_word_for_a_region_makes_what_is_before_a_place_in_it(line: str, name: str, code: str | None) -> None:
    """Its country is known where one of the two names says it."""
    found = _city(line)
    region = line.partition(", ")[2]
    assert (found.name.text, found.region and found.region.text.casefold()) == (name, region.casefold())
    assert (found.country_code and found.country_code.text) == code


@pytest.mark.parametrize(
    "line",
    [
        "Kells, School District",  # any town has one, and nobody knows it by this name
        "Quuxford, district of Zorg",  # nobody knows either
        "Kells, the old ropes",  # no word for a region
        "Anna Quux, Meath County",  # a person
        "Rope Foundation, Meath County",
        "the old mill, Meath County",
    ],
)
def test_what_is_not_known_or_names_somebody_is_no_place_in_a_region(line: str) -> None:
    assert _read(line) is None


def test_villages_of_other_countries_say_nothing_of_a_name_without_a_region() -> None:
    city = _city("Springfield")
    assert (city.country_code and city.country_code.text, city.geonames_id) == ("US", None)


@pytest.mark.parametrize(
    ("text", "is_place"), [("India", False), ("Malta", False), ("Luxembourg", True), ("Lebanon, United States", True)]
)
def test_the_name_of_a_country_is_a_place_only_where_a_town_in_it_is_called_so(text: str, is_place: bool) -> None:
    assert is_place_line(text) is is_place


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("Kells, Bogdani kraj", "Kells", "IE"),
        ("KELLS, BOGDANI KRAJ", "Kells", "IE"),
        ("Kells, Zorg Voivodeship", "Kells", "IE"),
        ("Kells, Zorg Oblast", "Kells", "IE"),
        ("Kells, Zorgs län", "Kells", "IE"),
        ("Kells, Zorg fylke", "Kells", "IE"),
        ("Kells, Zorg megye", "Kells", "IE"),
        ("Kells, Zorg maakunta", "Kells", "IE"),
        ("Meath, Bogdani kraj", "Meath", "IE"),  # a county, as many a town is called
        ("Stans, Bogdani kraj", "Stans", None),  # of several countries
    ],
)
def test_a_region_that_surely_is_one_may_be_unknown_behind_a_known_town(line: str, name: str, code: str | None) -> None:
    found = _city(line)
    region = line.partition(", ")[2]
    assert (found.name.text, found.region and found.region.text.casefold()) == (name, region.casefold())
    assert (found.country_code and found.country_code.text) == code


@pytest.mark.parametrize("behind", ["County", "Province", "district", "Region", "parish", "canton", "kommune", "kommun"])
def test_what_others_than_regions_are_called_too_is_none_by_its_word_alone(behind: str) -> None:
    assert _read(f"Kells, Quux {behind}") is None
    assert _read(f"Kells, Meath {behind}") is not None


@pytest.mark.parametrize(
    "line",
    [
        "Quuxford, Bogdani kraj",  # nobody knows either
        "Anna Quux, Bogdani kraj",
        "Rope Foundation, Bogdani kraj",
        "the old mill, Bogdani kraj",
        "Kells, kraj",
        "Kells, kraj Bogdani",
        "Kells, Bogdani kraje",
        "Kells, our oldest kraj",
        "Kells, Arbeits-Kreis",
        "Kells, Zorgkreis",
    ],
)
def test_nor_is_a_region_surely_one_behind_what_is_no_known_town_or_without_its_word_last(line: str) -> None:
    assert _read(line) is None

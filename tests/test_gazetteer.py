"""Names of places and countries, looked up in the files that ship with the package."""

from __future__ import annotations

from importlib import resources

import pytest

from profile_extract.gazetteer import (
    Name,
    country_name,
    find_country_code,
    find_name,
    find_places,
    find_region_countries,
    find_village_countries,
    key,
)

FILES = ("place_names.tsv", "countries.tsv", "country_titles.tsv", "regions.tsv", "villages.tsv")


def _lines(file_name: str) -> list[str]:
    return (resources.files("profile_extract") / "data" / file_name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("printed", "name", "country_code"),
    [
        ("Helsinki", "Helsinki", "FI"),
        ("HELSINKI", "Helsinki", "FI"),
        ("new  york city", "New York City", "US"),
        ("Stratford-upon-Avon", "Stratford-upon-Avon", "GB"),
        ("São Paulo", "São Paulo", "BR"),
        ("München", "Munich", "DE"),
        ("ŁÓDŹ", "Łódź", "PL"),
    ],
)
def test_a_place_is_found_in_whatever_case_and_language(printed: str, name: str, country_code: str) -> None:
    largest = find_places(printed)[0]
    assert (largest.name, largest.country_code) == (name, country_code)


def test_a_place_is_found_with_either_apostrophe() -> None:
    assert find_places("L’Aquila") == find_places("L'Aquila") != ()


def test_places_of_one_name_come_the_largest_first() -> None:
    people = [place.population for place in find_places("Valencia")]
    assert len(people) > 1
    assert people == sorted(people, reverse=True)


def test_a_place_has_its_degrees_north_and_east() -> None:
    place = find_places("Reykjavík")[0]
    assert (round(place.latitude), round(place.longitude)) == (64, -22)


@pytest.mark.parametrize("name", ["Helsink", "Helsinkii", "", "Qwxzyburg", "helsinki\t", "the square behind the mill"])
def test_what_is_no_whole_name_is_no_place(name: str) -> None:
    assert key(name) == "helsinki" or find_places(name) == ()


@pytest.mark.parametrize("file_name", FILES)
def test_the_files_are_sorted_as_the_search_needs(file_name: str) -> None:
    keys = [line.split("\t")[0].encode() + b"\t" for line in _lines(file_name)]
    assert keys == sorted(set(keys))


def test_every_name_in_the_file_is_found_the_first_and_the_last_included() -> None:
    names = [line.split("\t")[0] for line in _lines("place_names.tsv")]
    assert [name for name in {*names[::500], names[0], names[-1]} if not find_places(name)] == []


@pytest.mark.parametrize(
    ("printed", "code"),
    [("Germany", "DE"), ("DEUTSCHLAND", "DE"), ("Países Bajos", "NL"), ("Côte d’Ivoire", "CI"), ("Suomi", "FI")],
)
def test_a_country_is_found_in_several_languages(printed: str, code: str) -> None:
    assert find_country_code(printed) == code


@pytest.mark.parametrize("printed", ["Atlantis", "German", "", "D"])
def test_what_is_no_country_has_no_code(printed: str) -> None:
    assert find_country_code(printed) is None


def test_a_country_has_its_english_name_and_an_unknown_code_stands_for_itself() -> None:
    assert (country_name("NL"), country_name("XX")) == ("Netherlands", "XX")


def test_a_name_is_known_by_what_it_is_and_by_what_begins_with_it() -> None:
    assert find_name("ESTONIA") == Name(is_country=True, is_place=False, goes_on=False)
    assert find_name("Santa Cruz") == Name(is_country=False, is_place=True, goes_on=True)
    assert find_name("Stratford-upon-Av") == Name(is_country=False, is_place=False, goes_on=True)
    assert find_name("Qwxzyburg") == Name(is_country=False, is_place=False, goes_on=False)
    assert find_name("") == Name(is_country=False, is_place=False, goes_on=True)


def test_every_beginning_of_a_name_goes_on() -> None:
    names = [line.split("\t")[0] for line in _lines("place_names.tsv")]
    for name in {*names[::900], names[0], names[-1]}:
        assert find_name(name).is_place
        assert all(find_name(name[:n]).goes_on for n in range(1, len(name)) if key(name[:n]) == name[:n])


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Minnesota", {"US"}),
        ("MINNESOTA", {"US"}),
        ("TX", {"US"}),
        ("Tx", set()),
        ("NSW", {"AU"}),
        ("Torino", {"IT"}),
        ("Oz", set()),
    ],
)
def test_regions_are_known_by_name_and_in_capitals_by_abbreviation(name: str, countries: set[str]) -> None:
    assert set(find_region_countries(name)) == countries


def test_villages_are_known_apart_from_towns() -> None:
    assert find_village_countries("HALLSTATT") == ("AT",)
    assert find_places("Hallstatt") == ()
    assert find_village_countries("Wolfach") == ()  # a town
    assert find_village_countries("Qwxzydorf") == ()

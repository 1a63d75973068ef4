"""Towns with their counties and regions, in dumps and beside titles; related ideas with theirs; taglines under them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, text_report, wrapped

from profile_extract.fields.items import Item
from profile_extract.fields.places import is_place_line, read_place_line, says_more
from profile_extract.fields.related import split_over_places, split_related
from profile_extract.gazetteer import find_county_countries, find_region_countries
from profile_extract.layout.placed import find_placed
from profile_extract.layout.timed import find_timed, is_time_and_room
from profile_extract.passage import Passage
from profile_extract.segment.unstyled import find_unstyled


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("Kendal, Cumbria", "Kendal", "GB"),
        ("Quimper (Finistère)", "Quimper", "FR"),
        ("Tralee, Co. Kerry", "Tralee", "IE"),
        ("Lerwick, Shetland, Scotland", "Lerwick", "GB"),
        ("Ullapool, Highland, Scotland", "Ullapool", "GB"),
        ("Old Ferry, Powys, Wales", "Old Ferry", "GB"),
    ],
)
def test_a_town_may_have_its_county_behind_it(line: str, name: str, code: str) -> None:
    found = read_place_line(Passage.of(line, 0, len(line)), "", 1.0)
    assert found is not None
    assert found.country_code is not None
    assert (found.name.text, found.country_code.text) == (name, code)


@pytest.mark.parametrize(
    "line", ["Murphy, Clare", "Kelly, Kerry", "Reading (Group B)", "Institute of Bread, Hospital, Germany", "Nice (Nord Sud)"]
)
def test_other_names_and_words_are_no_counties(line: str) -> None:
    assert not is_place_line(line)


def test_counties_are_known_behind_towns_only() -> None:
    assert (find_county_countries("Kerry"), find_region_countries("Kerry")) == (("IE",), ())
    assert (find_county_countries("Minnesota"), find_region_countries("Minnesota")) == ((), ("US",))


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("Galway · West", True),
        ("Quimper (Finistère) – Académie de Rennes", True),
        ("Turku, Finland · 2023", True),
        ("Galway, Ireland", False),
        ("Tools · West", False),
        ("Bakery | Turku", True),
        ("Turku | Bakery", True),
        ("Copenhagen – District Cooling", False),
    ],
)
def test_a_place_may_be_parted_from_more(line: str, more: bool) -> None:
    assert says_more(line) == more


FIELDS = ("Bakery | Turku", "Joinery | Gera", "Tannery | Porto", "Smithy | Halle (Saale)", "Foundry | Ghent")


def test_a_town_may_stand_behind_what_is_there() -> None:
    pages = (f"{title}\n{line}\n\n{text}" for title, line, text in zip(TITLES, FIELDS, PROSE, strict=True))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [profile.city and profile.city.name.text for profile in profiles]
    assert found == ["Turku", "Gera", "Porto", "Halle (Saale)", "Ghent"]
    assert [profile.notes[0].text for profile in profiles] == list(FIELDS)
    assert not any("|" in text.text for profile in profiles for text in profile.narrative)


def test_a_name_of_several_towns_in_one_country_tells_the_country() -> None:
    found = read_place_line(Passage.of("Freiberg", 0, 8), "", 1.0)
    assert found and found.geonames_id is None and found.country_code and found.country_code.text == "DE"


TOWNS = ("Galway · West", "Castlebar · West", "Athlone · Midlands", "Cork · South", "Waterford · South-East")


def _beside(n: int, town: str) -> Page:
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
        page_of([(50, 96, town)], "Helvetica", 9),
        page_of([(50, 116 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


def test_what_stands_behind_a_town_is_no_part_of_its_name() -> None:
    profiles = extraction_of(pdf_report(*(_beside(n, town) for n, town in enumerate(TOWNS)))).profiles
    assert [p.city.name.text for p in profiles if p.city] == [town.partition(" ·")[0] for town in TOWNS]
    assert [[note.text for note in p.notes] for p in profiles] == [[town] for town in TOWNS]


def test_nor_is_it_where_nobody_knows_the_town() -> None:
    towns = (*TOWNS[:4], "Oldferry · South")
    profiles = extraction_of(pdf_report(*(_beside(n, town) for n, town in enumerate(towns)))).profiles
    assert [p.city and p.city.name.text for p in profiles] == ["Galway", "Castlebar", "Athlone", "Cork", None]


PLACES = (
    "Porto, Portugal",
    "Gdynia, Poland",
    "Kendal, Cumbria",
    "Oban, United Kingdom",
    "Leuven, Belgium",
    "Hittisau, Austria",
)


def test_an_unknown_town_among_known_ones_is_a_block_of_its_own() -> None:
    titles, texts = (*TITLES[:5], "The Village Car"), (*PROSE, PROSE[0])
    report = text_report("\n\n".join(f"{t}\n{p}\n{x}" for t, p, x in zip(titles, PLACES, texts, strict=True)))
    found = find_placed(report.lines)
    assert {line.text for line in report.lines if line.start in found} >= set(PLACES)
    fewer = text_report("\n\n".join(f"{t}\n{p}\n{x}" for t, p, x in zip(titles[1:], PLACES[1:], texts[1:], strict=True)))
    assert find_placed(fewer.lines) == frozenset()


IDEAS = """Bathing in the Town Hall
Brno, Czechia
Public showers become a
place to meet
Coffee in Store
Ljubljana, Slovenia
Guests pay for guests"""


def _ideas(text: str) -> list[tuple[str | None, str | None, str | None]]:
    layout = laid_out(text_report(text))
    items = [Item(block, block.text) for block in layout.blocks]
    drafts = split_over_places(items, layout, 1.0) or split_related(items, 1.0)
    return [
        (d.title and d.title.text, d.description and d.description.text, d.city and d.city.name.text)  # type: ignore[misc]
        for d in drafts
    ]


def test_ideas_of_a_dump_may_have_their_place_under_the_title() -> None:
    assert _ideas(IDEAS) == [
        ("Bathing in the Town Hall", "Public showers become a place to meet", "Brno"),
        ("Coffee in Store", "Guests pay for guests", "Ljubljana"),
    ]


def test_or_in_brackets_behind_it() -> None:
    text = "A Wood for All (Lerwick, Shetland)\nParents receive a sapling\nSheep on Leave (Tralee, Kerry)\nFarmers rest a hill"
    assert _ideas(text) == [
        ("A Wood for All", "Parents receive a sapling", "Lerwick"),
        ("Sheep on Leave", "Farmers rest a hill", "Tralee"),
    ]


def test_a_title_between_places_may_fill_its_first_line() -> None:
    text = (
        "Bathing in Town\nBrno, Czechia\nGuests pay for it\nCoffee in the Large and Quite\nVery Old Store\nLjubljana, Slovenia"
    )
    assert _ideas(text)[1] == ("Coffee in the Large and Quite Very Old Store", None, "Ljubljana")


def test_a_region_in_brackets_need_not_be_known() -> None:
    text = "A Wood for All (Quimper, Old Coast)\nParents receive a sapling"
    assert _ideas(text) == [("A Wood for All", "Parents receive a sapling", "Quimper")]


HOUSES = ("Mill", "Library", "Church", "Station", "Bakery")


def test_the_list_of_a_profile_is_read_so() -> None:
    words = ("Bathing", "Coffee", "Sledging", "Singing", "Mending")
    towns = ("Brno, Czechia", "Graz, Austria", "Porto, Portugal", "Turku, Finland", "Lyon, France")

    def ideas(n: int) -> str:
        rows = ((words[k], towns[k]) for k in (n, (n + 1) % 5))
        return "\n".join(f"{word} in the {HOUSES[n]}\n{town}\nAll who like {word.casefold()} there" for word, town in rows)

    pages = (f"{TITLES[n]}\n\n{PROSE[n]}\n\nRelated ideas\n\n{ideas(n)}" for n in range(5))
    for n, profile in enumerate(extraction_of(text_report("\f".join(pages))).profiles):
        found = [(idea.title and idea.title.text, idea.city and idea.city.name.text) for idea in profile.related_ideas]
        assert found == [(f"{words[k]} in the {HOUSES[n]}", towns[k].partition(",")[0]) for k in (n, (n + 1) % 5)]


def test_places_over_the_titles_are_no_places_under_them() -> None:
    layout = laid_out(text_report("Brno, Czechia\nBathing in the Town Hall\nLjubljana, Slovenia\nCoffee in Store"))
    assert split_over_places([Item(block, block.text) for block in layout.blocks], layout, 1.0) == ()


def test_the_line_between_a_place_and_the_text_is_the_tagline() -> None:
    taglines = [f"{title.casefold().capitalize()} for all who pass by at night" for title in TITLES[:5]]
    pages = (f"{t}\n\n{p}\n\n{g}\n\n{x}" for t, p, g, x in zip(TITLES[:5], PLACES, taglines, PROSE, strict=False))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [p.tagline.text for p in profiles if p.tagline] == taglines


@pytest.mark.parametrize("byline", ["by Ada Okoro", "by Emil Varga and Ines Prado"])
def test_names_behind_a_place_are_a_note(byline: str) -> None:
    pages = [
        overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            page_of([(50, 100, PLACES[n])], "Helvetica", 11),
            page_of([(50, 118, byline)], "Helvetica-Oblique"),
            page_of([(50, 140 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )
        for n in range(5)
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        assert byline not in [value.text for value in profile.narrative]
        assert profile.city is not None


def test_a_line_that_sums_up_is_no_byline_though_it_names_a_company() -> None:
    lines = [f"{title} as a company, a school and a place to swim" for title in TITLES[:5]]
    pages = [
        overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 20),
            page_of([(50, 98, PLACES[n])], "Helvetica", 12),
            page_of([(50, 116, lines[n])], "Helvetica-Bold", 12),
            page_of([(50, 140 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )
        for n in range(5)
    ]
    assert [p.tagline.text for p in extraction_of(pdf_report(*pages)).profiles if p.tagline] == lines


# Times and countries over titles


@pytest.mark.parametrize(
    ("line", "is_time"),
    [
        ("10 h 30 – 10 h 50 Amphi Curie", True),
        ("9.00 – 9.45", True),
        ("14:00-15:30 Hall 2", True),
        ("10:30 – 11:15 CET", True),
        ("10:30 – 11:15 UTC+2", True),
        ("10:30 – 11:15 CEST, Hall 2", True),
        ("10:30 – 11:15 GMT Amphi Curie", True),
        ("10:30 – 11:15, Salle des fêtes", True),
        ("10:30 – 11:15 | Quay at low tide", False),
        ("10:30 – 11:15 Salle des fêtes", False),
        ("10:30 – 11:15, whoever comes", False),
        ("10:30 – 11:15 CET 2026, whoever comes", False),
        ("10:30 – 11:15 Upper Mill Hall Yard", False),
        ("9 h 15 – 10 h 05 Counting what nobody sees: fifty years", False),
        ("10 h 30", False),
    ],
)
def test_a_line_may_say_when_and_where_only(line: str, is_time: bool) -> None:
    assert is_time_and_room(line) == is_time


TIMES = tuple(f"{hour} h 15 – {hour} h 50 Amphi Curie" for hour in (9, 14, 9, 11, 9))


def _programme(*, parted: bool = True) -> str:
    """Talks of a dump, each behind its time; or the times alone, one under the other."""
    if not parted:
        return "\n".join(TIMES)
    return "\n".join(f"{time}\n{title}\n{text}" for time, title, text in zip(TIMES, TITLES[:5], PROSE, strict=True))


def test_talks_begin_at_their_times() -> None:
    profiles = extraction_of(text_report(_programme())).profiles
    assert [p.title.text for p in profiles if p.title] == list(TITLES[:5])
    assert find_timed(text_report(_programme(parted=False)).lines) == frozenset()
    layout = laid_out(text_report(_programme()))
    signs = [
        [block.text.text for block in blocks] for rule, blocks in find_unstyled(layout, {}, []) if rule == "title.numbered"
    ]
    assert list(TIMES) in signs


COUNTRIES = ("Austria", "Croatia", "Finland", "Ireland", "Portugal")


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_country_that_the_list_of_contents_names_is_a_title(is_listed: bool) -> None:
    names = [f"{title} Federation" for title in TITLES[:5]]
    listed = "\n".join(f"{c if is_listed else t} {n + 2}" for n, (c, t) in enumerate(zip(COUNTRIES, names, strict=True)))
    pages = (
        f"{country}\n{name}\nIn brief\n{PROSE[n]}\nServices\n{PROSE[n - 1]}"
        for n, (country, name) in enumerate(zip(COUNTRIES, names, strict=True))
    )
    profiles = extraction_of(text_report("\f".join((listed, *pages)))).profiles
    assert [p.title.text for p in profiles if p.title] == (list(COUNTRIES) if is_listed else names)


def _portrait(n: int) -> Page:
    return overlaid(
        page_of(
            [(50, 80, ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")[n])], "Helvetica-Bold", 24
        ),
        page_of([(50, 94, f"Photo: {('Ines', 'Emil', 'Mei', 'Jon', 'Ivo')[n]} Prado")], "Helvetica", 6),
        page_of([(50, 110, PLACES[n])], "Helvetica-Bold", 11),
        page_of([(50, 130 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


def test_places_under_names_are_no_talks() -> None:
    profiles = extraction_of(pdf_report(*map(_portrait, range(5)))).profiles
    assert [p.title.text for p in profiles if p.title] == [
        "Ada Okoro",
        "Bela Nemeth",
        "Carla Souza",
        "Dirk Brandt",
        "Eva Lindner",
    ]

"""Related ideas in all shapes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import (
    PROSE,
    TITLES,
    Page,
    extraction_of,
    items_of,
    overlaid,
    page_of,
    pdf_report,
    run_in,
    spaced,
    text_report,
    typeset,
)

from profile_extract.drafts import RelatedDraft
from profile_extract.fields.address_blocks import with_address_apart
from profile_extract.fields.parts import Part
from profile_extract.fields.related import split_related
from profile_extract.model import Report
from profile_extract.structure import Label

Idea = tuple[str | None, str | None, str | None]
"""Title, description and name of the city."""


def _ideas(report: Report | str) -> list[Idea]:
    return list(map(_plain, _drafts(report)))


def _drafts(report: Report | str) -> tuple[RelatedDraft, ...]:
    return split_related(items_of(text_report(report) if isinstance(report, str) else report), 1.0)


def _plain(draft: RelatedDraft) -> Idea:
    return (
        draft.title.text if draft.title else None,
        draft.description.text if draft.description else None,
        draft.city.name.text if draft.city else None,
    )


def test_a_place_line_a_title_and_a_text_are_an_idea() -> None:
    first = "GHENT, BELGIUM\n\nThe Library of Things\n\nOne card for ladders"
    text = f"{first}\n\nTARTU, ESTONIA\n\nA Bus With a Workbench\n\nIt comes\n\nand stays"
    assert _ideas(text) == [
        ("The Library of Things", "One card for ladders", "Ghent"),
        ("A Bus With a Workbench", "It comes and stays", "Tartu"),
    ]


def test_a_place_line_with_an_unreadable_bullet_in_a_spaced_dump_begins_an_idea() -> None:
    lines = spaced(
        " \ufffd GHENT, BELGIUM",
        "The Library of Things ",
        "and of Lights",
        "One card for ladders and tents",
        " \ufffd TARTU, ESTONIA",
        "A Bus With a Workbench",
        "It visits villages that have lost their ",
        "shops",
    )
    assert _ideas(lines) == [
        ("The Library of Things and of Lights", "One card for ladders and tents", "Ghent"),
        ("A Bus With a Workbench", "It visits villages that have lost their shops", "Tartu"),
    ]


def test_ideas_may_have_places_and_titles_alone() -> None:
    assert _ideas("Ghent, Belgium\n\nThe Library of Things\n\nTartu, Estonia\n\nA Bus With a Workbench") == [
        ("The Library of Things", None, "Ghent"),
        ("A Bus With a Workbench", None, "Tartu"),
    ]


def test_a_bullet_begins_an_idea() -> None:
    assert _ideas("• The Library of Things\n• A Bus With a\nWorkbench\n• Nine Keys") == [
        ("The Library of Things", None, None),
        ("A Bus With a Workbench", None, None),
        ("Nine Keys", None, None),
    ]


def test_lines_that_look_alike_are_an_idea_each() -> None:
    assert _ideas("The Library of Things\n\nA Bus With a Workbench") == [
        ("The Library of Things", None, None),
        ("A Bus With a Workbench", None, None),
    ]


def test_the_look_of_the_first_line_begins_an_idea() -> None:
    page = typeset(
        ("label", "The Library of Things"),
        ("text", "One card for ladders"),
        ("label", "A Bus With a Workbench"),
        ("text", "It comes"),
        ("text", "and stays"),
    )
    assert _ideas(pdf_report(page)) == [
        ("The Library of Things", "One card for ladders", None),
        ("A Bus With a Workbench", "It comes and stays", None),
    ]


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("A Bus With a Workbench (Tartu, Estonia)", "EE"),
        ("A Bus With a Workbench (Tartu)", "EE"),
        ("Tartu: A Bus With a Workbench", "EE"),
        ("Tartu – A Bus With a Workbench", "EE"),
        ("Tartu, Estonia: A Bus With a Workbench", "EE"),
        ("TARTU, ESTONIA – A Bus With a Workbench", "EE"),
        ("A Bus With a Workbench, Tartu", "EE"),
        ("A Bus With a Workbench – Tartu", "EE"),
        ("A Bus With a Workbench – Tartu, Estonia", "EE"),
        ("A Bus With a Workbench, Tartu, Estonia", "EE"),
    ],
)
def test_a_place_may_be_printed_with_the_title(line: str, country: str) -> None:
    draft = _drafts(f"• {line}\n• Nine Keys")[0]
    assert _plain(draft) == ("A Bus With a Workbench", None, "Tartu")
    assert draft.city is not None
    assert draft.city.country_code is not None
    assert draft.city.country_code.text == country


@pytest.mark.parametrize(
    "title",
    [
        "Note: Nothing Else",
        "Nine Keys (since 2014)",
        "Bread, Salt and Roses",
        "Nice Benches",
        "Split the Bill",
        "Best of Bread",
        "The Police on Foot",
    ],
)
def test_marks_and_words_that_name_no_place_stay_in_the_title(title: str) -> None:
    assert _ideas(f"• {title}\n• The Library of Things")[0] == (title, None, None)


def test_a_description_may_stand_behind_the_title_in_one_block() -> None:
    text = "• The Library of Things: one membership card for ladders, tents and sewing machines\n• Nine Keys"
    assert _ideas(text)[0] == ("The Library of Things", "one membership card for ladders, tents and sewing machines", None)


def test_every_part_leads_back_to_its_text() -> None:
    draft = _drafts("• TARTU, ESTONIA: A Bus With a Workbench\n• Nine Keys")[0]
    assert draft.title is not None
    assert draft.city is not None
    source = draft.city.name.sources[0]
    assert source.source[source.start : source.end] == "TARTU"
    assert draft.title.sources[0].text == "A Bus With a Workbench"


def test_the_list_under_a_label_for_it_is_of_its_profile() -> None:
    towns = ("Gera", "Zwolle", "Leeds", "Porto")
    pages = [
        f"What {town} Made of It\n\nIn {town} the choir of the depot sings on the first day of every month, "
        "whoever comes, and whoever does not."
        f"\n\nRelated ideas\n\n• Keys for Tartu (Tartu, Estonia)\n• The Bells of {town}"
        for town in towns
    ]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [[_plain(idea) for idea in profile.related_ideas] for profile in profiles] == [
        [("Keys for Tartu", None, "Tartu"), (f"The Bells of {town}", None, None)] for town in towns
    ]
    assert [profile.sections for profile in profiles] == [()] * 4


TOWNS = ("Gera", "Zwolle", "Leeds", "Porto", "Tartu", "Ghent")


def _with_list(number: int, *ideas: str, address: str = "") -> str:
    """A profile in a dump, with a list of ideas, a line each, and perhaps an address below it."""
    text = f"In {TOWNS[number]} the choir of the depot sings on the first day of every month, whoever comes to hear it."
    lines = "\n".join(ideas)
    return f"What {TOWNS[number]} Made of It\n\n{text}\n\nRelated ideas\n\n{lines}{address}"


def test_lines_of_a_block_that_begin_with_places_are_an_idea_each() -> None:
    ideas = [(f"{TOWNS[n]}: Keys for\neverybody", f"{TOWNS[n - 1]}: The Bells") for n in range(4)]
    profiles = extraction_of(text_report("\f".join(_with_list(n, *ideas[n]) for n in range(4)))).profiles
    assert [[_plain(idea) for idea in profile.related_ideas] for profile in profiles] == [
        [("Keys for everybody", None, TOWNS[n]), ("The Bells", None, TOWNS[n - 1])] for n in range(4)
    ]


def test_a_block_that_begins_with_no_place_is_left_whole() -> None:
    pages = [_with_list(n, "Keys for nobody, as told in", f"{TOWNS[n]}: The Bells") for n in range(4)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [len(profile.related_ideas) for profile in profiles] == [1] * 4


def test_a_town_that_comes_back_in_lists_of_ideas_is_no_label() -> None:
    pages = [
        typeset(
            ("title", f"What {TOWNS[n]} Made of It"),
            ("text", "The choir of the depot sings on the first day of every month, whoever comes to hear it and stays."),
            ("label", "Related ideas"),
            ("text", f"{TOWNS[n]}: Keys for nobody"),
            ("text", f"Cork: The Bells of {TOWNS[n - 2]}"),
            ("label", "Costs"),
            ("text", f"Flour, and whatever else the bakers of {TOWNS[n]} bring to the ovens of the old barracks."),
        )
        for n in range(4)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [[_plain(idea)[2] for idea in profile.related_ideas] for profile in profiles] == [
        [TOWNS[n], "Cork"] for n in range(4)
    ]
    assert [len(profile.sections) for profile in profiles] == [1] * 4


def test_an_address_under_the_list_is_of_the_profile() -> None:
    streets = [f"\n\nHouse of Lamps\nQuay {n + 3}\n12{n}45 {TOWNS[n]}\nlamps{n}@{TOWNS[n].lower()}.example" for n in range(4)]
    pages = [_with_list(n, f"{TOWNS[n]}: Keys for nobody", address=street) for n, street in enumerate(streets)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [[_plain(idea) for idea in profile.related_ideas] for profile in profiles] == [
        [("Keys for nobody", None, TOWNS[n])] for n in range(4)
    ]
    assert [[mail.text for contact in profile.contacts for mail in contact.emails] for profile in profiles] == [
        [f"lamps{n}@{TOWNS[n].lower()}.example"] for n in range(4)
    ]


def test_addresses_of_several_ideas_are_of_the_list() -> None:
    text = "Bells\n\nThe Bells\n\nQuay 3, 12345 Gera, bells@gera.example"
    heading, *items = items_of(text_report(text))
    several = [*items, *items_of(text_report(text))[1:]]
    label = Label(heading.block.index, 0, len(heading.text), len(heading.text), "bells", "related")
    one, two = (Part(label, heading.block, tuple(found), "related") for found in (items, several))
    assert with_address_apart([one], None) == (one._replace(items=one.items[:1]), Part(None, None, one.items[1:], ""))
    assert with_address_apart([two], None) == (two,)


def test_an_idea_that_names_an_organisation_does_not_keep_the_address_under_it() -> None:
    text = "Bells\n\nTurku: Night School for Three Generations\n\nQuay 3, 12345 Gera, bells@gera.example"
    heading, *items = items_of(text_report(text))
    label = Label(heading.block.index, 0, len(heading.text), len(heading.text), "bells", "related")
    ideas, section = (Part(label, heading.block, tuple(items), field) for field in ("related", "section"))
    assert with_address_apart([ideas], None)[0].items == ideas.items[:1]
    assert with_address_apart([section], None) == (section,)


def test_ideas_begin_with_their_places_over_descriptions_set_otherwise() -> None:
    places = ("Turku, Finland", "Porto, Portugal", "Gdynia, Poland", "Zwolle, Netherlands", "Gera, Germany")
    titles = ("A Bench for All", "The Lent Ladder", "Soup at Noon", "Nine Keys", "A Bell in the Fog")
    texts = (
        "Carpenters build what is missing",
        "Tools go from door to door",
        "Cooks share a stove",
        "A house opens",
        "Pilots ring it",
    )

    def page(n: int) -> Page:
        rows = [(300.0 + 30 * k, (n + 2 * k) % 5) for k in range(2)]
        ideas = [run_in((50, top, f"{places[i]}: "), "Helvetica-Bold", titles[i]) for top, i in rows]
        under = [page_of([(50, top + 12, texts[i])], "Helvetica-Oblique") for top, i in rows]
        return overlaid(typeset(("title", TITLES[n]), ("text", PROSE[n]), ("label", "Other good ideas")), *ideas, *under)

    profiles = extraction_of(pdf_report(*map(page, range(5)))).profiles
    found = [[(i.title and i.title.text, i.description and i.description.text) for i in p.related_ideas] for p in profiles]
    assert found == [[(titles[i], texts[i]) for i in (n, (n + 2) % 5)] for n in range(5)]


OFFICES = ("Lantern House", "Bakers of the Mill", "Walking Club", "Letter Shop", "Old Barracks")


def _address(n: int) -> str:
    host = OFFICES[n].split()[0].lower()
    return f"\n\nContact\n\n{OFFICES[n]}\n{TOWNS[n]} Road {n + 3}\n{host}@post.example\nwww.{host}.example"


def test_ideas_of_three_lines_begin_at_each_place_of_a_list_that_begins_with_one() -> None:
    places = (("Cork", "Brezno"), ("Galway", "Zvolen"), ("Sligo", "Martin"), ("Tralee", "Nitra"))
    pages = [
        _with_list(
            n,
            *(
                f"{first}, Ireland",
                "",
                f"The roof of {TOWNS[n]}",
                f"Rain is let in over {TOWNS[n - 1]}",
                f"{second} pod Horou, Slovakia",
            ),
            *("", f"A lamp of {TOWNS[n]}"),
            address=_address(n),
        )
        for n, (first, second) in enumerate(places)
    ]
    for profile in extraction_of(text_report("\f".join(pages))).profiles:
        codes = [idea.city.country_code for idea in profile.related_ideas if idea.city]
        assert [code and code.text for code in codes] == ["IE", "SK"]


@pytest.mark.parametrize("has_contents", [False, True])
def test_a_related_title_that_is_one_of_the_reports_own_begins_no_profile(*, has_contents: bool) -> None:
    towns = ("Turku, Finland", "Gera, Germany", "Porto, Portugal", "Leeds, England", "Ghent, Belgium")
    listed = "Contents\n\n" + "\n".join(f"{title} .......... {n}" for n, title in enumerate(TITLES, 2))
    pages = [
        f"{title}\n\n{text}\n\nSee also\n\n{town}\n\n{TITLES[n - 2]}\nA lamp for everybody who comes by" + _address(n)
        for n, (title, text, town) in enumerate(zip(TITLES, PROSE, towns, strict=True))
    ]
    profiles = extraction_of(text_report("\f".join([listed, *pages] if has_contents else pages))).profiles
    assert [profile.title and profile.title.text for profile in profiles] == list(TITLES)
    assert [idea.title and idea.title.text for profile in profiles for idea in profile.related_ideas] == [
        TITLES[n - 2] for n in range(5)
    ]
    assert all(profile.contacts for profile in profiles)


IDEAS = (
    "Malmö: Swings for Two",
    "Graz – The Late Tram",
    "Porto: Steps With Names",
    "Ghent: Soup at Six",
    "Turin – One Long Table",
)


def _elsewhere(label: str, lists: Sequence[str]) -> list[list[Idea]]:
    """The ideas of five profiles that end with a label and lines of such."""
    pages = (f"{title}\n\n{text}\n\n{label}:\n{lines}" for title, text, lines in zip(TITLES, PROSE, lists, strict=True))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    return [list(map(_plain, profile.related_ideas)) for profile in profiles]


@pytest.mark.parametrize("label", ["Also in", "Elsewhere", "Auch in", "Ailleurs"])
def test_titles_behind_places_are_ideas_where_a_label_names_other_places(label: str) -> None:
    lists = [f"{first}\n{second}" for first, second in zip(IDEAS, IDEAS[1:] + IDEAS[:1], strict=True)]
    assert _elsewhere(label, lists)[0] == [("Swings for Two", None, "Malmö"), ("The Late Tram", None, "Graz")]


def test_such_a_label_makes_a_name_the_place_of_a_title_that_begins_a_line() -> None:
    towns = ("Quellau", "Upper Quell", "Aldersee", "Old Marrow", "Tinnerby")
    lists = [f"{line}\n{town}: A Clock of Salt" for line, town in zip(IDEAS, towns, strict=True)]
    assert _elsewhere("Also in", lists)[1] == [("The Late Tram", None, "Graz"), ("A Clock of Salt", None, "Upper Quell")]
    words = ("Benches", "Parks", "Yards", "Piers", "Lanes")
    lists = [f"{line} and a Lamp for All the\n{word}: One Year On" for line, word in zip(IDEAS, words, strict=True)]
    titles = ["Swings for Two and a Lamp for All the Benches: One Year On"]
    assert [title for title, _, _ in _elsewhere("Also in", lists)[0]] == titles


def test_titles_behind_places_are_no_ideas_under_any_label() -> None:
    assert not any(_elsewhere("Openings", [f"{line}\nTurku: The Third Week" for line in IDEAS]))


def test_other_places_without_titles_are_a_section() -> None:
    assert not any(_elsewhere("Also in", ["Turku, Porto", "Gera", "Ghent, Malmö", "Graz, Gera", "Turku"]))

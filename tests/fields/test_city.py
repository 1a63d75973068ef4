"""The place a profile is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import PROSE as TEXTS
from builders import extraction_of, laid_out, text_report

from profile_extract.drafts import ContactDraft, SectionDraft, Value
from profile_extract.fields.city import Resolved, own_city, resolve_city, stated_city
from profile_extract.fields.contact_drafts import LABELLED, split_contacts
from profile_extract.fields.items import Item
from profile_extract.passage import Passage


def _contacts(text: str) -> tuple[ContactDraft, ...]:
    if not text:
        return ()
    layout = laid_out(text_report(text))
    return split_contacts([Item(block, block.text) for block in layout.blocks], layout, 1.0)


def _resolve(
    title: str,
    *narrative: str,
    tagline: str = "",
    contact: str = "",
    has_place_titles: bool = False,
    may_be_chance: bool = False,
) -> Resolved:
    """The city of a profile with these texts."""
    texts = [title, tagline, *narrative]
    whole = "\n".join(texts)
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    passages = [Passage.of(whole, start, start + len(text)) for start, text in zip(starts, texts, strict=True)]
    return resolve_city(
        passages[0],
        passages[1] if tagline else None,
        passages[2:],
        _contacts(contact),
        1.0,
        has_place_titles=has_place_titles,
        may_be_chance=may_be_chance,
    )


def test_sections_are_asked_for_a_place_of_the_title_where_there_is_no_narrative() -> None:
    title, text = "Keys for Leeds: a Chain of Keyholders", "Nobody in Leeds has lost a key since."
    whole = f"{title}\n{text}"
    found, section = Passage.of(whole, 0, len(title)), Passage.of(whole, len(title) + 1, len(whole))
    other = Passage.of("A Chain of Keyholders", 0, 21)
    for first, narrative, name in ((found, [], "Leeds"), (other, [], None), (found, [other], None)):
        resolved = resolve_city(first, None, narrative, (), 1.0, has_place_titles=False, sections=[section])
        assert _name(resolved) == name
    often = Passage.of("In Leeds and in Leeds and in Leeds", 0, 34)
    assert _name(resolve_city(other, found, [], (), 1.0, has_place_titles=False, sections=[often])) is None


def _name(resolved: Resolved) -> str | None:
    return resolved.city.name.text if resolved.city else None


LEEDS = "Leeds City Council\n14 Calverley Street\nLS1 1UR Leeds\nkeys@leeds.example"


@pytest.mark.parametrize(
    ("title", "name", "code"),
    [
        ("HELSINKI, FINLAND", "Helsinki", "FI"),
        ("NEW YORK CITY", "New York City", "US"),
        ("STRATFORD-UPON-AVON", "Stratford-upon-Avon", "GB"),
        ("Porto (Portugal)", "Porto", "PT"),
    ],
)
def test_a_title_that_is_a_place_is_the_city_in_its_true_case(title: str, name: str, code: str) -> None:
    resolved = _resolve(title)
    assert resolved.city is not None
    assert resolved.city.country_code is not None
    assert (resolved.city.name.text, resolved.city.country_code.text, resolved.problem) == (name, code, "")
    assert resolved.city.geonames_id


def test_an_ambiguous_title_is_the_city_but_which_one_stays_null_with_a_problem() -> None:
    resolved = _resolve("Valencia")
    assert resolved.city is not None
    assert (resolved.city.name.text, resolved.city.geonames_id, resolved.city.country_code) == ("Valencia", None, None)
    assert resolved.problem == "ambiguous"


def test_an_unknown_title_among_places_is_the_city_with_a_problem() -> None:
    resolved = _resolve("Kleinkleckersdorf", has_place_titles=True)
    assert resolved.city is not None
    assert (resolved.city.name.text, resolved.city.geonames_id, resolved.problem) == ("Kleinkleckersdorf", None, "unresolved")


def test_an_unknown_title_elsewhere_is_no_city() -> None:
    assert _name(_resolve("Kleinkleckersdorf")) is None


def test_slots_that_agree_make_the_city() -> None:
    resolved = _resolve("A Key for Every Door in Leeds", "The City of Leeds gave away its keys.", contact=LEEDS)
    assert resolved.city is not None
    assert (resolved.city.name.text, resolved.city.geonames_id, resolved.problem) == ("Leeds", 2644688, "")
    assert {"title", "city-of", "locality", "organization", "domain", "mentioned"} == set(resolved.votes)


def test_the_contact_block_alone_makes_it_where_the_text_speaks_of_the_place() -> None:
    assert _name(_resolve("A Key for Every Door", "In Leeds, doors were opened.", contact=LEEDS)) == "Leeds"


def test_the_tagline_is_a_slot_too() -> None:
    resolved = _resolve(
        "A Key for Every Door",
        "Turku opened them.",
        tagline="How Turku came by its keys",
        contact="Turku Council\na@turku.example",
    )
    assert _name(resolved) == "Turku"
    assert "tagline" in resolved.votes


def test_the_name_in_the_title_comes_before_that_of_the_text() -> None:
    resolved = _resolve("München tanzt", "In Munich they dance.", contact="80331 München\npost@muenchen.example")
    assert _name(resolved) == "München"


def test_the_country_of_the_contact_block_chooses_between_places_of_one_name() -> None:
    resolved = _resolve("Keys of Valencia", "Valencia has keys.", contact="46002 Valencia, España\npost@valencia.example")
    assert resolved.city is not None
    assert resolved.city.country_code is not None
    assert resolved.city.country_code.text == "ES"


def test_the_host_of_an_address_is_read_in_plain_letters() -> None:
    resolved = _resolve("München tanzt", contact="Verein der Tanzenden\npost@tanz.muenchen.example")
    assert resolved.votes.get("domain")


def test_two_places_of_one_rank_are_none_with_a_problem() -> None:
    resolved = _resolve("Leeds and Turku Swap Keys", "Leeds sent nine keys. Turku sent ten.")
    assert (resolved.city, resolved.problem) == (None, "ambiguous")


def test_a_place_that_only_the_title_names_is_none_with_a_problem() -> None:
    resolved = _resolve("Greetings from Leeds", "A key opens doors.")
    assert (resolved.city, resolved.problem) == (None, "unresolved")


PROSE = (
    "Of all the things that happened, the Best was this: the Police learnt to share. Nice as it was, it was not enough.",
    "They Split what they had. Essen and drink were free. Of course, Nice people came. Police came. Best of all: they did.",
    "Best days are rare. Split seconds count. Nice words do not. Police work. Essen is served late. Of bread, all.",
)


def test_running_text_alone_makes_no_city() -> None:
    resolved = _resolve("A Key for Every Door", *PROSE)
    assert (resolved.city, resolved.problem, resolved.votes) == (None, "", {})


@pytest.mark.parametrize(
    "title", ["Police Learn to Share", "Nice Words Are Not Enough", "The Best of It", "Split Seconds", "Of Bread and Salt"]
)
def test_common_words_in_title_and_text_make_no_city(title: str) -> None:
    assert _name(_resolve(title, *PROSE)) is None


def test_a_profile_about_no_place_has_no_city_and_no_problem() -> None:
    resolved = _resolve(
        "A Key for Every Door", "A key opens doors, and a door opens a house.", contact="Keyholders\nkeys@doors.example"
    )
    assert (resolved.city, resolved.problem) == (None, "")


@pytest.mark.parametrize("title", ["677,381 (municipality)", "Imprint 14"])
def test_no_title_with_figures_is_a_city_though_most_titles_are_places(title: str) -> None:
    assert _name(_resolve(title, has_place_titles=True)) is None


@pytest.mark.parametrize("rule", [LABELLED, "contact.locality"])
def test_a_town_that_a_label_names_counts_twice(rule: str) -> None:
    (contact,) = _contacts("Quay Office\nKaiweg 3\n24937 Flensburg\nask@quay.example")
    assert contact.locality is not None
    contact = replace(contact, locality=replace(contact.locality, rule=rule))
    title = Passage.of("The Counted Steps", 0, 17)
    resolved = resolve_city(title, None, [], [contact], 1.0, has_place_titles=False)
    assert _name(resolved) == ("Flensburg" if rule == LABELLED else None)


@pytest.mark.parametrize(
    ("title", "may_be_chance", "name"),
    [
        ("Turku", True, None),
        ("Turku", False, "Turku"),  # as others are
        ("Turku, Finland", True, "Turku"),  # nothing else is called so
    ],
)
def test_something_may_be_called_as_a_town_is_by_chance(title: str, name: str | None, *, may_be_chance: bool) -> None:
    assert _name(_resolve(title, "A lamp of paper.", may_be_chance=may_be_chance)) == name


def test_a_title_by_chance_is_the_city_still_where_the_rest_says_so() -> None:
    assert _name(_resolve("Turku", "In Turku lamps are of paper.", contact="20100 Turku", may_be_chance=True)) == "Turku"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (("Chairs After Dark", "Turku", "Lamps of Paper", "Bread for All", "Nine Steps", "A Bell"), [None] * 6),
        (("Chairs After Dark", "Turku", "Lamps of Paper", "Bread for All", "Nine Steps"), [None, "Turku", *[None] * 3]),
        (
            ("Chairs After Dark", "Turku", "Lamps of Paper", "Porto", "Nine Steps", "A Bell"),
            [None, "Turku", None, "Porto", *[None] * 2],
        ),
    ],
    ids=["one of six", "one of five", "two of six"],
)
def test_it_is_chance_where_hardly_any_other_title_is_a_place(titles: Sequence[str], names: list[str | None]) -> None:
    pages = (f"{title}\n\n{TEXTS[n % 5]}\n\n{TEXTS[n % 5][::-1]}" for n, title in enumerate(titles))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [profile.title.text for profile in profiles] == list(titles)
    assert [profile.city.name.text if profile.city else None for profile in profiles] == names


def _stated(place: str, label: str = "Location") -> str | None:
    """The city of a profile with a section that says where it is."""
    texts = [Value.verbatim(Passage.of(text, 0, len(text)), "section") for text in (label, place)]
    found = stated_city([SectionDraft(texts[0], (texts[1],))], 1.0)
    return _name(found) if found else None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Oldferry 53.27° N", "Oldferry"),
        ("Oldferry, 53.27° N, 9.05° W", "Oldferry"),
        ("Ahrensquay (54,38° N; 12,43° O)", "Ahrensquay"),
        ("Oldferry; 53 ° 16′ N", "Oldferry"),
        ("Derby, United Kingdom, 52.92° N, 1.47° W", "Derby"),
        ("Derby (United Kingdom) 52.92° N", "Derby"),
        ("Hittisau", "Hittisau"),
        ("Hittisau, 47° N", "Hittisau"),
    ],
)
def test_coordinates_behind_it_say_that_something_is_a_place_and_so_do_villages(place: str, name: str) -> None:
    assert _stated(place) == name


@pytest.mark.parametrize(
    "place",
    [
        "Oldferry",  # nobody knows it
        "under the bridge 53.27° N",
        "Old Quay, Oldferry 53.27° N",  # an address
        "53.27° N, 9.05° W",
        "Oldferry, 12 km",
    ],
)
def test_what_has_none_or_is_no_name_is_no_place(place: str) -> None:
    assert _stated(place) is None


@pytest.mark.parametrize("label", ["Lage", "Położenie", "Emplacement", "Läge"])
def test_labels_of_places_may_say_how_it_lies(label: str) -> None:
    assert _stated("Oldferry 53.27° N", label) == "Oldferry"
    assert _stated("Oldferry 53.27° N", f"{label} twice") is None


@pytest.mark.parametrize(
    ("contacts", "name"),
    [
        (("12 Mill Lane\n44122 Dortmund",), "Dortmund"),
        (("44122 Dortmund",), "Dortmund"),
        (("Ada Okoro\n12 Mill Lane\n44122 Dortmund",), None),
        (("Mill Museum\n12 Mill Lane\n44122 Dortmund",), None),
        (("12 Mill Lane\n44122 Dortmund", "3 Quay Street\n28195 Bremen"), None),
        (("ask@mill.example",), None),
        ((), None),
    ],
    ids=["street", "postcode", "person", "organisation", "two towns", "no town", "none"],
)
def test_an_address_that_names_nobody_is_that_of_the_title(contacts: Sequence[str], name: str | None) -> None:
    resolved = own_city([contact for text in contacts for contact in _contacts(text)], 1.0)
    assert (resolved and resolved.city and resolved.city.name.text) == name


def test_a_town_without_street_and_postcode_says_too_little() -> None:
    (contact,) = _contacts("12 Mill Lane\n44122 Dortmund")
    assert own_city([replace(contact, street=None, postal_code=None)], 1.0) is None


@pytest.mark.parametrize("title", ["Sheila Varga", "Dr Quimm Varga", "Quimm City Council", "Oulu and Bremen"])
def test_persons_organisations_and_two_places_among_titles_that_are_places_are_none(title: str) -> None:
    assert _resolve(title, has_place_titles=True).city is None


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Wells for Africa", "Forty wells were dug in Africa.", None),
        ("Birds of Eastern Washington", "Nobody counts the birds in Washington.", None),
        ("Birds of Washington", "Nobody counts the birds in Washington.", "Washington"),
        ("Birds of Southern Leeds", "Nobody counts the birds in Leeds.", "Leeds"),
    ],
)
def test_a_continent_and_a_region_behind_a_point_of_the_compass_are_no_town(title: str, text: str, name: str | None) -> None:
    resolved = _resolve(title, text)
    assert (resolved.city and resolved.city.name.text) == name

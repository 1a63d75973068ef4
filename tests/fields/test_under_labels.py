"""What stands under labels: whose address it is, where words lead to, and labels with nothing under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from builders import (
    PROSE,
    TITLES,
    Page,
    extraction_of,
    items_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    text_report,
    typeset,
    wrapped,
)

from profile_extract.drafts import ProfileDraft, Value
from profile_extract.fields.address_blocks import opening_address, with_address_apart
from profile_extract.fields.contacts import _lists_addresses
from profile_extract.fields.items import Item
from profile_extract.fields.other_columns import _runs_around
from profile_extract.fields.parts import Part, _leaves_value, _over_words, reads_as_phrase
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.structure import Block, Label

NAMES = ("Anna Lund", "Carla Okoro", "Emil Tamm", "Maria Holm", "David Vos")
HOSTS = ("chairs", "apples", "steps", "letters", "bread")
Row = tuple[str, str]


def _profiles(rows: Callable[[int], list[Row]]) -> tuple[ProfileDraft, ...]:
    pages = (typeset(("title", t), ("text", PROSE[n]), *rows(n)) for n, t in enumerate(TITLES))
    return extraction_of(pdf_report(*pages)).profiles


def _text(value: Value | None) -> str | None:
    return value.text if value else None


def _value(text: str) -> Value:
    return Value.verbatim(Passage.of(text, 0, len(text)), "contact.label", 1.0)


def _labels(profile: ProfileDraft) -> list[str | None]:
    return [_text(section.label) for section in profile.sections]


# Persons


LABEL = Label(0, 0, 6, 6, "keeper", "section")
ADDRESS = ("Quay Street 3", "24937 Flensburg", "ask@quay.example")


def _is_whole(label_block: Block, items: Sequence[Item], body: Style | None, *, are_persons_kept: bool = True) -> bool:
    """Whether an address stays in the part of the label that it ends."""
    part = Part(LABEL, label_block, tuple(items), "section")
    return len(with_address_apart([part], body, persons_are_its_own=are_persons_kept)) == 1


@pytest.mark.parametrize(
    ("first", "is_kept"),
    [
        ("Anna Lund", True),
        ("the whole of the quay", False),
        ("Anna Lund, Emil Tamm", False),
        ("Anna Lund\n\nOn Mondays all of the quay may come in and mend its chairs.", False),  # no address begins there
    ],
)
def test_an_address_stays_under_a_label_with_the_name_of_one_person_over_it_if_asked_for(first: str, *, is_kept: bool) -> None:
    label, *items = items_of(text_report("\n\n".join(("Keeper", first, "\n".join(ADDRESS)))))
    assert _is_whole(label.block, items, None) is is_kept
    assert not _is_whole(label.block, items, None, are_persons_kept=False)


def test_a_person_beside_the_label_is_its_value() -> None:
    items = items_of(text_report("\n\n".join(("Anna Lund", "\n".join(ADDRESS)))))
    assert not _is_whole(items[0].block, items, None)


@pytest.mark.parametrize(("space_pt", "is_kept"), [(0.0, True), (30.0, False)])
def test_white_space_parts_a_person_under_a_label_from_an_address_in_print(space_pt: float, *, is_kept: bool) -> None:
    names = page_of([(50, 50, "Keeper")], "Helvetica-Bold"), page_of([(50, 62, "Anna Lund")], "Helvetica-Oblique")
    lines = [(50, 74 + space_pt + 12 * n, line) for n, line in enumerate(ADDRESS)]
    text = [(50, 300 + 12.0 * n, line) for n, line in enumerate(wrapped(PROSE[0]))]
    report = pdf_report(overlaid(*names, page_of(lines), page_of(text)))
    label, *items = items_of(report)
    assert _is_whole(label.block, items[:-1], laid_out(report).body_style) is is_kept


@pytest.mark.parametrize(("persons", "is_contact"), [(5, True), (2, False)])
def test_whoever_stands_first_under_a_label_of_a_dump_is_its_first_person(persons: int, *, is_contact: bool) -> None:
    pages = [
        f"{title}\n\n{PROSE[n]}\n\nKeeper\n\n{NAMES[n] if n < persons else 'all of the ' + HOSTS[n]}\n\n"
        f"Quay Street {n + 3}\n24937 Flensburg\nask@{HOSTS[n]}.example"
        for n, title in enumerate(TITLES)
    ]
    profile = extraction_of(text_report("\f".join(pages))).profiles[0]
    assert ([_text(contact.person) for contact in profile.contacts] == [NAMES[0]]) is is_contact
    assert (_labels(profile) == []) is is_contact


# Labels with nothing under them


@pytest.mark.parametrize(("full", "is_group"), [(0, True), (1, False)])
def test_a_label_of_addresses_with_nothing_under_it_groups_others(full: int, *, is_group: bool) -> None:
    rest = [("label", "Aim"), ("text", PROSE[0]), ("label", "Means"), ("text", PROSE[1])]
    profiles = _profiles(lambda n: [("label", "Contact"), *([("text", NAMES[n])] if n < full else []), *rest])
    assert any("Contact" in [note.text for note in profile.notes] for profile in profiles) is is_group


# Words under a label of web addresses


SENTENCES = (
    "Bring an old chair and a coat.",
    "We go on when it rains.",
    "All of the tools are here.",
    "Nothing is for sale at all.",
    "Dogs may come in, too.",
)


@pytest.mark.parametrize(
    ("texts", "is_section"),
    [
        (SENTENCES, True),
        ((*SENTENCES[:3], "Quay Street 3", "Anna Lund"), True),
        ((*SENTENCES[:2], "Quay Street 3", "Anna Lund", "24937 Flensburg"), False),
        (tuple(text.removesuffix(".") for text in SENTENCES), False),
        (("Open daily.", "Ask Anna.", "Ring twice.", "Come in.", "At the quay."), False),
        (tuple(f"{text} Write to {host}@quay.example." for text, host in zip(SENTENCES, HOSTS, strict=True)), False),
        (tuple(f"{text} Look at www.{host}.example." for text, host in zip(SENTENCES, HOSTS, strict=True)), False),
    ],
)
def test_a_label_of_addresses_over_sentences_that_tell_of_none_is_of_a_section(
    texts: Sequence[str], *, is_section: bool
) -> None:
    profiles = _profiles(lambda n: [("label", "More information"), ("text", texts[n])])
    assert [_labels(profile) for profile in profiles] == [["More information"] if is_section else []] * len(TITLES)


@pytest.mark.parametrize(
    ("rows", "is_section"),
    [
        ([("text", "Contact: {sentence}")], True),
        ([("label", "Contact"), ("text", "{sentence}")], False),
        ([("text", "Contact: {name}")], False),
        ([("text", "Contact: {either}")], False),
        ([("text", "Contact: {sentence} Ring 0161 496 0101.")], False),
    ],
)
def test_a_label_of_addresses_that_runs_into_sentences_is_of_a_section_though_an_address_is_below(
    rows: Sequence[Row], *, is_section: bool
) -> None:
    either = (*SENTENCES[:2], *NAMES[2:])
    profiles = _profiles(
        lambda n: [
            *((kind, text.format(sentence=SENTENCES[n], name=NAMES[n], either=either[n])) for kind, text in rows),
            ("text", f"Quay Street {n}, 24937 Flensburg, ask@{HOSTS[n]}.example"),
        ]
    )
    assert [_labels(profile) for profile in profiles] == [["Contact"] if is_section else []] * len(TITLES)


@pytest.mark.parametrize(
    ("label", "values", "is_contact"),
    [
        ("Telephone", ["(93) 358 {}2 3{}"], True),
        ("Telephone", ["{}, {}"], False),
        ("Bells", ["(93) 358 {}2 3{}"], False),
        ("Telephone", ["93 bells, 358 chairs and {}2 boats of {} of us"], False),
    ],
)
def test_figures_alone_under_the_word_for_a_telephone_are_its_number(
    label: str, values: Sequence[str], *, is_contact: bool
) -> None:
    profiles = _profiles(lambda n: [("label", label), *(("text", value.format(n, n)) for value in values)])
    assert [bool(p.contacts and p.contacts[0].phones) for p in profiles] == [is_contact] * len(TITLES)


@pytest.mark.parametrize(
    ("kind", "below", "is_section"),
    [
        ("label", "Papers on all of the {}", True),
        ("label", "www.{}.example", False),
        ("name", "Papers on all of the {}", False),
    ],
)
def test_words_under_a_label_of_links_set_as_others_are_no_address(kind: str, below: str, *, is_section: bool) -> None:
    def rows(n: int) -> list[Row]:
        who = [("label", "Contact"), ("text", NAMES[n]), ("text", f"ask@{HOSTS[n]}.example")]
        return [*who, (kind, "Links"), ("text", below.format(HOSTS[n]))]

    profiles = _profiles(rows)
    assert all(("Links" in _labels(profile)) is is_section for profile in profiles)


@pytest.mark.parametrize(
    ("label", "key", "below", "is_over_words"),
    [
        ("Links", "links", "Papers on all of the chairs", True),
        ("Links", "links", "See chairs.example/papers and more", True),
        ("Links", "links", "Papers: https://chairs.example/papers", False),
        ("Links", "links", "Papers at https://chairs.example/papers on chairs", False),
        ("Links", "links", "0161 496 0101", False),
        ("Links", "e-mail", "Papers on all of the chairs", False),
        ("Links: none", "links", "Papers on all of the chairs", False),
    ],
)
def test_a_label_of_links_is_over_words(label: str, key: str, below: str, *, is_over_words: bool) -> None:
    lines = [(50.0, 60.0, "Aim"), (50.0, 120.0, label)], [(50.0, 80.0, "Bread for all"), (50.0, 140.0, below)]
    blocks = laid_out(pdf_report(overlaid(page_of(lines[0], "Helvetica-Bold"), page_of(lines[1])))).blocks
    assert [block.text.text for block in blocks] == ["Aim", "Bread for all", label, below]
    labels = {0: Label(0, 0, 3, 3, "aim", "section"), 2: Label(2, 0, 5, len("Links"), key, "section")}
    assert list(_over_words(blocks, labels)) == ([2] if is_over_words else [])


# A phrase over a contact


@pytest.mark.parametrize(
    ("kind", "phrase", "is_over"),
    [
        ("name", "where all of us learn about {} once", True),
        ("name", "House of the {}", False),
        ("text", "where all of us learn about {} once", False),
    ],
)
def test_a_phrase_in_another_type_over_the_lines_of_a_contact_is_none_of_it(kind: str, phrase: str, *, is_over: bool) -> None:
    rows = [
        ("label", "Aim"),
        ("text", PROSE[0]),
        (kind, phrase),
        ("text", "Phone: 0161 496 0101"),
        ("text", "E-mail: a@{}.example"),
    ]
    profiles = _profiles(lambda n: [(one, text.format(HOSTS[n])) for one, text in rows])
    found = [[line.text for contact in profile.contacts for line in contact.lines] for profile in profiles]
    assert all((phrase.format(HOSTS[n]) in lines) is not is_over for n, lines in enumerate(found))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("where all of us learn once", True),
        ("where we learn once more", False),
        ("House of Bread and Salt and Light", False),
    ],
)
def test_a_phrase_has_six_words_most_of_them_small(text: str, *, is_one: bool) -> None:
    assert reads_as_phrase(text) is is_one


@pytest.mark.parametrize(("each", "are_listed"), [(2, True), (3, False)])
def test_many_names_each_with_an_electronic_address_are_a_list_of_addresses(each: int, *, are_listed: bool) -> None:
    entries = [
        f"{name}\n" + "Keeper of ropes\n" * (each - 1) + f"{host}@quay.example"
        for name, host in zip(NAMES, HOSTS, strict=True)
    ]
    assert _lists_addresses(items_of(text_report("\n\n".join(entries)))) is are_listed


def _font(line: str) -> str:
    return "Helvetica-Oblique" if line.split("-")[0] in NAMES else "Helvetica"


def _page(n: int, label: str, lines: list[str]) -> Page:
    """A profile with a text, and under a label lines with no space between them, names in italics."""
    text = [(50.0, 80.0 + 12 * row, line) for row, line in enumerate(wrapped(PROSE[n], 12))]
    top = text[-1][1] + 30
    return overlaid(
        page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 16.0),
        page_of(text),
        page_of([(50, top, label)], "Helvetica-Bold", 12.0),
        *(page_of([(50, top + 12 * row, line)], _font(line)) for row, line in enumerate(lines, 1)),
    )


def test_a_list_of_addresses_may_be_longer_than_others_where_most_have_addresses_under_its_label() -> None:
    def lines(n: int) -> list[str]:
        people = range(n, n + (1 if n else 16))
        return [line for m in people for line in (f"{NAMES[m % 5]}{'-Berg' * (m // 5)}", f"{HOSTS[m % 5]}{m}@quay.example")]

    found = extraction_of(pdf_report(*(_page(n, "Keepers", lines(n)) for n in range(5)))).profiles
    assert [len(profile.contacts) for profile in found] == [16, 1, 1, 1, 1]


def test_what_stands_first_under_a_label_for_places_is_no_town_in_an_address() -> None:
    rest = ["Quay Street 3", "24937 Flensburg", "ask@ropes.example"]
    pages = (_page(n, "Where", [f"Rope Foundation {TITLES[n]}", *rest]) for n in range(5))
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles):
        found = [(_text(contact.organization), _text(contact.locality)) for contact in profile.contacts]
        assert found == [(f"Rope Foundation {TITLES[n]}", "Flensburg")]


# An address under the title


@pytest.mark.parametrize(("whole", "is_address"), [(4, True), (1, False)])
def test_a_street_alone_opens_a_profile_where_others_have_whole_addresses(whole: int, *, is_address: bool) -> None:
    more = [("text", "24937 Flensburg"), ("text", "Tel. 0161 496 0101")]
    pages = (
        typeset(
            ("title", t),
            ("text", f"Quay Street {n + 3}"),
            *(more if n < whole else []),
            ("text", PROSE[n]),
            ("text", PROSE[n - 1]),
        )
        for n, t in enumerate(TITLES)
    )
    last = extraction_of(pdf_report(*pages)).profiles[4]
    assert [_text(contact.street) for contact in last.contacts] == (["Quay Street 7"] if is_address else [])


def test_a_field_of_an_address_may_run_over_the_end_of_a_line_in_print() -> None:
    lines = [(50.0, 60.0, "Rope Works in the old mill, 24937"), (50.0, 72.0, "Flensburg, ask@quay.example")]
    assert opening_address(items_of(pdf_report(page_of(lines))), None) == (0, 1)
    assert opening_address(items_of(text_report("\n".join(text for _, _, text in lines))), None) == (0, 0)


# A box that the text under a label runs around


@pytest.mark.parametrize(("top", "x", "goes_around"), [(110.0, 300.0, True), (160.0, 300.0, False), (110.0, 40.0, False)])
def test_a_text_runs_around_what_its_last_lines_stand_below_and_reach_under(
    top: float, x: float, *, goes_around: bool
) -> None:
    rows = [
        (50.0, 100.0 + 12 * n, f"{HOSTS[n]} that we keep in the house for {'the winter and for all ' * (n > 2)}")
        for n in range(5)
    ]
    (text,) = laid_out(pdf_report(page_of(rows))).blocks
    (box,) = laid_out(pdf_report(page_of([(x, top, "Kept at the quay")]))).blocks
    assert _runs_around(text, box.lines[0]) is goes_around


def test_what_the_text_under_a_label_runs_around_is_none_of_it() -> None:
    def page(n: int) -> Page:
        text = [(50.0, 112.0 + 12 * row, f"{HOSTS[n]} that we keep in the house for the") for row in range(6)]
        text += [
            (50.0, 184.0 + 12 * row, f"winter and for all who ask for {HOSTS[n]} in the spring, as they do")
            for row in range(2)
        ]
        box = [(300.0, 110.0, f"Since {1990 + n}"), (285.0, 122.0, "Kept in the open"), (275.0, 134.0, "at the quay")]
        return overlaid(
            page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 16.0),
            page_of([(50, 95, "Report")], "Helvetica-Bold", 12.0),
            page_of(text),
            page_of(box, "Times-Roman"),
        )

    for profile in extraction_of(pdf_report(*map(page, range(5)))).profiles:
        assert _labels(profile) == ["Report"]
        assert not any("at the quay" in text.text for text in profile.sections[0].paragraphs)


# A text under an electronic address


@pytest.mark.parametrize(
    ("key", "value", "behind", "space_pt", "leaves"),
    [
        ("e-mail", "ask@quay.example", PROSE[0], 12.0, True),
        ("phone", "0161 496 0101", PROSE[0], 12.0, True),
        ("links", "www.quay.example", PROSE[0], 12.0, True),
        ("motto", "ask@quay.example", PROSE[0], 12.0, False),
        ("postcode", "ask@quay.example", PROSE[0], 12.0, False),  # of an address, but no way to reach anybody
        ("e-mail", "what we have", PROSE[0], 12.0, False),
        ("e-mail", "ask@quay.example", "Rope Walk 3", 12.0, False),
        ("e-mail", "ask@quay.example", PROSE[0], 0.0, False),
    ],
)
def test_a_text_with_space_over_it_is_not_under_the_label_of_an_electronic_address(
    key: str, value: str, behind: str, space_pt: float, *, leaves: bool
) -> None:
    rows = wrapped(behind)
    text = [(50.0, 86.0 + space_pt + 12 * n, row) for n, row in enumerate(rows)]
    report = pdf_report(overlaid(page_of([(50, 50, "Word")], "Helvetica-Bold"), page_of([(50, 68, value)]), page_of(text)))
    _, *items = items_of(report)
    body = laid_out(report).body_style
    label = Label(0, 0, 4, 4, key, "section")
    last = items[-1].block
    if not space_pt:
        last = replace(last, gap_lines=0.0)
    assert _leaves_value(label, items[:1], last, body) is leaves
    assert not _leaves_value(None, items[:1], last, body)
    assert not _leaves_value(label, [items[0], items[0]], last, body)
    assert not _leaves_value(label, [], last, body)


@pytest.mark.parametrize("label", ["E-mail: {}@quay.example", "E-mail\n\n{}@quay.example"])
def test_a_text_of_a_dump_behind_an_electronic_address_is_of_the_profile(label: str) -> None:
    pages = (f"{title}\n\n{label.format(HOSTS[n])}\n\n{PROSE[n]}" for n, title in enumerate(TITLES))
    for n, profile in enumerate(extraction_of(text_report("\f".join(pages))).profiles):
        assert [value.text for value in profile.narrative] == [PROSE[n]]
        assert [[email.text for email in contact.emails] for contact in profile.contacts] == [[f"{HOSTS[n]}@quay.example"]]

"""An electronic address that a mark before its label says to be a note of an author."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, items_of, overlaid, page_of, pdf_report, text_report, wrapped

from profile_extract.drafts import ProfileDraft
from profile_extract.fields.parts import is_noted, sign_of
from profile_extract.layout.codes import person_of
from profile_extract.structure import Label

AUTHORS = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")


def _filled(row: str, n: int) -> str:
    first, second = AUTHORS[n - 1], AUTHORS[n]
    hosts = [name.split()[1].casefold() for name in (first, second)]
    return row.format(first=first, second=second, one=hosts[0], two=hosts[1], word=TITLES[n].split()[0], n=n)


def _profile(*rows: str) -> ProfileDraft:
    """The first of some profiles of a dump, with some rows between its title and its text."""
    pages = ("\n\n".join([TITLES[n], *(_filled(row, n) for row in rows), PROSE[n]]) for n in range(len(TITLES)))
    return extraction_of(text_report("\f".join(pages))).profiles[0]


def _persons(*rows: str) -> list[str | None]:
    return [contact.person.text if contact.person else None for contact in _profile(*rows).contacts]


FIRST, SECOND = AUTHORS[-1], AUTHORS[0]


@pytest.mark.parametrize(
    ("rows", "person"),
    [
        (("{first}", "{second}†", "† E-mail: ask{n}@quay.example"), SECOND),
        (("{first}*", "{second}†", "† E-mail: ask{n}@quay.example"), SECOND),
        (("{first}", "{second}*", "* E-mail: ask{n}@quay.example"), SECOND),  # read as the mark of an item
        (("{first}†", "{second}", "† E-mail: ask{n}@quay.example"), FIRST),
        (("{first}†", "{second}", "† E-mail: {two}@quay.example"), FIRST),  # the mark says more than the address
        (("{first}", "{second}", "† E-mail: {two}@quay.example"), SECOND),
        (("{first}", "{second}", "† E-mail: {one}@quay.example"), FIRST),
        (("{first}†", "{second}†", "† E-mail: ask{n}@quay.example"), None),  # of both
        (("{first}", "{second}", "† E-mail: {one}.{two}@quay.example"), None),  # made of both
        (("{first}", "{second}", "† E-mail: ask{n}@quay.example"), None),
        (("{first}", "{second}†", "‡ E-mail: ask{n}@quay.example"), None),
        (("{first}", "{second}†", "E-mail: {two}@quay.example"), None),  # no note
        (("{first}", "{second}†", "– E-mail: {two}@quay.example"), None),
        (("{first}", "{second}†, Keeper", "† E-mail: ask{n}@quay.example"), None),  # a name and more
        (("{first}", "{word} Street", "† E-mail: {word}@quay.example"), None),  # nobody
    ],
)
def test_an_address_that_is_a_note_has_the_author_with_its_mark_or_whom_it_is_made_of(
    rows: tuple[str, ...], person: str | None
) -> None:
    assert _persons(*rows) == [person]


def test_the_line_of_the_author_is_that_of_the_contact_with_its_mark() -> None:
    (contact,) = _profile("{first}", "{second}†", "† E-mail: ask{n}@quay.example").contacts
    assert [line.text for line in contact.lines] == [f"{SECOND}†", "† E-mail: ask0@quay.example"]
    assert contact.person is not None
    assert contact.person.rule == "contact.noted-author"


def test_other_authors_stay_where_they_are() -> None:
    profile = _profile("{first}", "{second}†", "† E-mail: ask{n}@quay.example")
    assert [note.text for note in profile.notes] == [FIRST]


def test_a_name_under_a_label_of_its_own_is_not_the_author_of_a_note() -> None:
    rows = ("Keeper", "{second}†", "† E-mail: ask{n}@quay.example")
    assert _persons(*rows) == [None]
    assert [section.label.text for section in _profile(*rows).sections if section.label] == ["Keeper"]


def test_a_note_that_names_somebody_has_this_one() -> None:
    assert _persons("{first}", "{second}†", "† E-mail: ask{n}@quay.example, Carla Holm") == ["Carla Holm"]


def test_a_note_of_several_contacts_is_of_no_author() -> None:
    def page(n: int) -> Page:
        lines = (f"† E-mail: ask{n}@quay.example", "Carla Holm", f"holm{n}@quay.example")
        return overlaid(
            page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 16),
            page_of([(50, 85, f"{AUTHORS[n]}†")], "Helvetica-Oblique"),
            page_of([(50, 130 + 12 * k, line) for k, line in enumerate(lines)]),
            page_of([(50, 220 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )

    for n, profile in enumerate(extraction_of(pdf_report(*map(page, range(5)))).profiles):
        assert [contact.person and contact.person.text for contact in profile.contacts] == [None, "Carla Holm"]
        assert [note.text for note in profile.notes] == [f"{AUTHORS[n]}†"]


def test_names_in_lines_of_one_block_are_no_name_of_one() -> None:
    pages = (
        page_of(
            [
                (50, 50, TITLES[n]),
                (50, 80, AUTHORS[n - 1]),
                (50, 92, f"{AUTHORS[n]}†"),
                (50, 116, f"† E-mail: ask{n}@quay.example"),
            ]
            + [(50, 150 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]
        )
        for n in range(len(TITLES))
    )
    for profile in extraction_of(pdf_report(*pages)).profiles:
        assert [contact.person for contact in profile.contacts] == [None]


def test_a_note_under_an_organisation_has_that_and_no_author() -> None:
    profile = _profile("{second}", "{word} Foundation", "† E-mail: {two}@quay.example")
    (contact,) = profile.contacts
    assert contact.organization is not None
    assert (contact.person, contact.organization.text) == (None, "Chairs Foundation")
    assert [note.text for note in profile.notes] == [SECOND]


def test_names_over_a_note_are_no_lines_of_its_address() -> None:
    profile = _profile("{first}", "{second}", "† E-mail: ask{n}@quay.example")
    assert [[line.text for line in contact.lines] for contact in profile.contacts] == [["† E-mail: ask0@quay.example"]]
    without = _profile("{first}", "{second}", "E-mail: ask{n}@quay.example")
    assert FIRST in [line.text for contact in without.contacts for line in contact.lines]


@pytest.mark.parametrize(
    ("text", "sign", "is_one"),
    [
        ("† E-mail: ask@quay.example", "†", True),
        ("‡†E-mail: ask@quay.example", "‡†", True),
        ("* E-mail: ask@quay.example", "*", True),
        ("• E-mail: ask@quay.example", "•", False),
        ("E-mail: ask@quay.example", "", False),
        ("1 E-mail: ask@quay.example", "1", False),
        ("†1 E-mail: ask@quay.example", "†1", False),
    ],
)
def test_the_marks_of_notes_before_a_label_make_it_one(text: str, sign: str, *, is_one: bool) -> None:
    (item,) = items_of(pdf_report(page_of([(50, 50, text)])))
    start = item.block.text.text.index("E-mail")
    label = Label(0, start, start + 6, start + 7, "e-mail", "contact")
    assert (sign_of(label, item.block), is_noted(label, item.block)) == (sign, is_one)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Okoro", "Ada Okoro"),
        ("Ada Okoro†", "Ada Okoro"),
        ("Ada Okoro *", "Ada Okoro"),
        ("Ada van den Okoro‡", "Ada van den Okoro"),
        ("Ada", None),
        ("Ada Okoro††", None),
        ("Ada Okoro1", None),
        ("Ada Okoro, Keeper", None),
        ("ropes of Okoro†", None),
    ],
)
def test_a_name_is_read_without_the_mark_of_a_note_behind_it(text: str, name: str | None) -> None:
    assert person_of(text) == name

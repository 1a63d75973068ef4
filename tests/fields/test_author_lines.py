"""Authors with an e-mail address behind their names, and what they belong to by marks."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, pdf_report, text_report, typeset

from profile_extract.drafts import ContactDraft, Value
from profile_extract.fields.author_lines import find_author_lines

PEOPLE = ("Ada Lund", "Berta Okoro", "Clara Nemeth", "David Brandt", "Eva Lindner")


def _boxes(name: str) -> str:
    return f"{name.casefold().replace(' ', '.')}@mill.example"


def _contacts(*over: str, authors: str, under: tuple[str, ...]) -> list[ContactDraft]:
    """The contacts of profiles with these lines under their titles; ``authors`` has a name and an address in it."""
    lines = [*(("name", line) for line in over), ("name", authors), *(("name", line) for line in under)]
    pages = [
        typeset(
            ("title", TITLES[n]),
            *((kind, line.format(name=name, email=_boxes(name))) for kind, line in lines),
            ("text", PROSE[n]),
            *(("label", "References"), ("text", f"The {n + 2}nd book of {TITLES[-n]}")),
        )
        for n, name in enumerate(PEOPLE)
    ]
    return [contact for profile in extraction_of(pdf_report(*pages)).profiles for contact in profile.contacts]


def _texts(*values: Value | None) -> list[str | None]:
    return [value.text if value else None for value in values]


AFFILIATIONS = ("1 Department of Ovens, University of Turku, Turku, Finland", "2 Museum of Mills, Office for Ovens")


@pytest.mark.parametrize("authors", ["{name}1 B {email}, Bo Dahl2", "Bo Dahl2, {name}1 {email}"])
@pytest.mark.parametrize("over", [(), ("{name[0]}T",)])
def test_an_author_with_an_address_belongs_to_what_has_his_mark(authors: str, over: tuple[str, ...]) -> None:
    found = _contacts(*over, authors=authors, under=AFFILIATIONS)
    assert [_texts(contact.person) for contact in found] == [[name] for name in PEOPLE]
    for name, contact in zip(PEOPLE, found, strict=True):
        assert _texts(contact.organization, contact.department) == ["University of Turku", "Department of Ovens"]
        assert _texts(contact.locality, contact.country_code) == ["Turku", "FI"]
        assert [email.text for email in contact.emails] == [_boxes(name)]
        assert [line.text for line in contact.lines][-2:] == list(AFFILIATIONS)


def _found(*lines: str) -> tuple[int, int, list[str]] | None:
    found = find_author_lines(items_of(text_report("\n\n".join((*lines, PROSE[0])))), None)
    return (found.start, found.end, [item.text.text for item in found.address]) if found else None


ADA = "Ada Lund1 ada.lund@mill.example, Bo Dahl2"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((ADA, "1 Mill", "2 Oven"), (0, 3, ["Ada Lund", "Mill", "ada.lund@mill.example"])),
        ((ADA, "2 Oven"), (0, 2, ["Ada Lund", "ada.lund@mill.example"])),
        ((ADA, "2", "Oven"), (0, 2, ["Ada Lund", "ada.lund@mill.example"])),
        (("Ada Lund ✉ ada.lund@mill.example", "Mill"), (0, 1, ["Ada Lund", "ada.lund@mill.example"])),
        (("Ada Lund1 the.office@mill.example", "1 Mill"), None),
        ((f"{ADA} bo.dahl@oven.example", "1 Mill"), None),
        (("One", "Two", ADA, "1 Mill"), (2, 4, ["Ada Lund", "Mill", "ada.lund@mill.example"])),
        (("One", "Two", "Three", ADA, "1 Mill"), None),
    ],
    ids=["both", "none of hers", "a mark alone", "no mark", "of no name", "of two", "third", "fourth"],
)
def test_authors_are_known_by_an_address_made_of_a_name(
    lines: tuple[str, ...], found: tuple[int, int, list[str]] | None
) -> None:
    assert _found(*lines) == found

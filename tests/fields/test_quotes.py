"""Quotes with who said them."""

from __future__ import annotations

import pytest
from builders import (
    PROSE,
    TITLES,
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

from profile_extract.drafts import ProfileDraft
from profile_extract.fields import find_fields
from profile_extract.fields.quotes import find_quote
from profile_extract.segment import segment
from profile_extract.structure import Guide

WORDS = "Nobody asked us for a plan, they asked us for the key."
Found = tuple[str, str | None, str | None]


def _quote(*blocks: str) -> tuple[Found, int] | None:
    """Words, speaker and role of the quote some blocks begin with, and how many blocks it takes."""
    quoted = find_quote(items_of(text_report("\n\n".join(blocks))), 1.0)
    if quoted is None:
        return None
    draft = quoted.draft
    return (draft.text.text, draft.speaker and draft.speaker.text, draft.role and draft.role.text), quoted.length


@pytest.mark.parametrize(
    "quoted",
    [f"“{WORDS}”", f'"{WORDS}"', f"„{WORDS}“", f"«{WORDS}»", f"« {WORDS} »", f"»{WORDS}«", f"‘{WORDS}’", f"“{WORDS}”."],
)
def test_a_block_in_quotation_marks_over_a_name_is_a_quote_without_its_marks(quoted: str) -> None:
    assert _quote(quoted, "Marta Quindt") == ((WORDS, "Marta Quindt", None), 2)


@pytest.mark.parametrize(
    ("signature", "speaker", "role"),
    [
        (["Marta Quindt, Deputy Mayor"], "Marta Quindt", "Deputy Mayor"),
        (["– Marta Quindt, Bürgermeisterin"], "Marta Quindt", "Bürgermeisterin"),
        (["— Dr. Marta Quindt, Keeper of the Keys, Gera"], "Dr. Marta Quindt", "Keeper of the Keys, Gera"),
        (["Marta Quindt", "Deputy Mayor, Zwolle"], "Marta Quindt", "Deputy Mayor, Zwolle"),
    ],
)
def test_speaker_and_role_stand_in_one_line_or_in_two(signature: list[str], speaker: str, role: str) -> None:
    assert _quote(f"“{WORDS}”", *signature, "The key was found later.") == ((WORDS, speaker, role), 1 + len(signature))


@pytest.mark.parametrize(
    "below", ["The key was found in the drawer of an old desk.", "Leeds City Council", "a key, and a lock"]
)
def test_a_quote_over_anything_but_a_name_has_no_speaker(below: str) -> None:
    assert _quote(f"“{WORDS}”", below) == ((WORDS, None, None), 1)


@pytest.mark.parametrize("block", [WORDS, "“Keys”", f"“{WORDS}” she said.", f"She said: “{WORDS}”"])
def test_other_blocks_are_no_quotes(block: str) -> None:
    assert _quote(block, "Marta Quindt") is None


def _profiles(*end: str, given: dict[str, str] | None = None) -> tuple[ProfileDraft, ...]:
    towns = ("Gera", "Zwolle", "Leeds", "Porto")
    speakers = ("Marta Quindt", "Aldo Neri", "Carla Ruiz", "Jonas Petrov")
    why = (
        "The choir of the old depot sings on the first day of every month, whoever comes, and nobody is sent away.",
        "A library lends ladders and drills to everybody who has a card, and on Thursdays shows them how to use them.",
        "Where the buses used to turn, neighbours have planted quinces, and what they harvest is cooked in the street.",
        "Nobody knew who had put up the first bench; the next forty were made by a class of the trade school in winter.",
    )
    pages = []
    for town, speaker, text in zip(towns, speakers, why, strict=True):
        blocks = [block.format(town=town, speaker=speaker) for block in end]
        pages.append("\n\n".join([f"What {town} Has Made of It", text, *blocks]))
    report = text_report("\f".join(pages))
    return (
        find_fields(segment(laid_out(report), Guide(labels=given or {}))).profiles if given else extraction_of(report).profiles
    )


def test_a_signed_quote_among_the_text_is_a_quote_of_its_profile() -> None:
    profiles = _profiles(
        "“In {town} nobody asked for a plan.”",
        "{speaker}, Mayor of {town}",
        "And so it went on, until it was done, with a song at the end.",
    )
    quote = profiles[1].quotes[0]
    assert quote.speaker is not None
    assert quote.role is not None
    assert (quote.text.text, quote.speaker.text, quote.role.text) == (
        "In Zwolle nobody asked for a plan.",
        "Aldo Neri",
        "Mayor of Zwolle",
    )
    assert all("asked" not in value.text for profile in profiles for value in profile.narrative)


def test_an_unsigned_quote_is_part_of_the_text() -> None:
    profiles = _profiles(
        "“In {town} nobody asked for a plan.”", "And so it went on in {town}, until it was done, with a song at the end."
    )
    assert [profile.quotes for profile in profiles] == [()] * 4
    assert [len(profile.narrative) for profile in profiles] == [3] * 4


def test_what_stands_under_a_label_for_quotes_is_a_quote() -> None:
    profiles = _profiles("Quote", "“In {town} nobody asked for a plan.”", "{speaker}, Mayor of {town}")
    assert [[quote.text.text for quote in profile.quotes] for profile in profiles] == [
        [f"In {town} nobody asked for a plan."] for town in ("Gera", "Zwolle", "Leeds", "Porto")
    ]


def test_what_stands_under_a_label_said_to_be_for_quotes_is_a_quote() -> None:
    profiles = _profiles(
        "Overheard", "“In {town} nobody asked for a plan.”", "{speaker}, Mayor of {town}", given={"overheard": "quote"}
    )
    assert [[quote.text.text for quote in profile.quotes] for profile in profiles] == [
        [f"In {town} nobody asked for a plan."] for town in ("Gera", "Zwolle", "Leeds", "Porto")
    ]


@pytest.mark.parametrize(("kind", "is_quote"), [("title", True), ("text", False)])
def test_an_unsigned_quote_is_one_if_it_is_set_large(kind: str, *, is_quote: bool) -> None:
    pages = [
        typeset(("chapter", title), ("text", PROSE[n]), (kind, f"“{WORDS}”"), ("text", PROSE[(n + 1) % len(PROSE)]))
        for n, title in enumerate(TITLES)
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        assert [quote.text.text for quote in profile.quotes] == [WORDS] * is_quote
        assert len(profile.narrative) == 3 - is_quote


def test_a_signed_quote_under_a_label_is_no_part_of_its_text() -> None:
    names = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
    pages = [
        typeset(("chapter", t), ("label", "Aim"), ("text", PROSE[n]), ("text", f"“{WORDS}”"), ("text", f"{names[n]}, baker"))
        for n, t in enumerate(TITLES)
    ]
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles):
        assert [(quote.text.text, quote.speaker and quote.speaker.text) for quote in profile.quotes] == [(WORDS, names[n])]
        assert [value.text for section in profile.sections for value in section.paragraphs] == [PROSE[n]]


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("Marta, ropemaker", "Marta"),
        ("Turku, in the winter of 1990", None),
        ("Turku, by the river", None),
        ("Later, perhaps", None),  # a word of the text
        ("Friday, a day for all", None),
    ],
)
def test_a_first_name_under_a_quote_says_whose_it_is_where_a_role_stands_behind_it(below: str, speaker: str | None) -> None:
    found = _quote(f"“{WORDS}”", below, "The key was found later.")
    assert (found and found[0][1]) == speaker


def test_what_is_said_of_a_speaker_under_the_name_is_no_part_of_the_text_around() -> None:
    names = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
    pages = [
        typeset(("chapter", t), ("label", "Aim"), ("text", PROSE[n]), ("text", f"“{WORDS}”")) for n, t in enumerate(TITLES)
    ]
    signed = [
        overlaid(page, page_of([(50, 300, names[n]), (50, 309, f"Warden of gate {n}")], size=8.0))
        for n, page in enumerate(pages)
    ]
    for profile in extraction_of(pdf_report(*signed)).profiles:
        assert not any("Warden" in value.text for section in profile.sections for value in section.paragraphs)


def test_a_signed_quote_set_as_a_title_is_none() -> None:
    names = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
    pages = [
        overlaid(
            typeset(("title", t), ("text", PROSE[n])),
            page_of([(50, 200, f"“Nobody asked for {t}.”")], "Helvetica-Bold", 16.0),
            page_of([(50, 213, names[n]), *((50, 240 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 1])))]),
        )
        for n, t in enumerate(TITLES)
    ]
    assert [profile.title and profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles] == list(TITLES)


def test_a_title_in_quotation_marks_over_the_name_of_its_author_is_one() -> None:
    names = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
    pages = [
        overlaid(
            page_of([(50, 60, f"“{t}”")], "Helvetica-Bold", 16.0),
            page_of([(50, 74, names[n]), *((50, 110 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n])))]),
        )
        for n, t in enumerate(TITLES)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title and profile.title.text for profile in found] == [f"“{t}”" for t in TITLES]

"""Boxes that a dump prints over the titles they stand beside."""

from __future__ import annotations

from builders import PROSE, TITLES, extraction_of, text_report

from profile_extract.drafts import Extraction

BOX = ("Cost\n{n}0 crowns", "Age\n{n} to 99 years", "Where\nQuay {n}", "Whom to ask\nquay{n}@mill.example")
FRONT = "How to read this\n\nEach page is about one thing that neighbours have done together, and says who knows more."


def _page(number: int, over: str, under: str = "") -> str:
    parts = (over, TITLES[number], PROSE[number], PROSE[number][::-1].capitalize(), under)
    return "\n\n".join(part.format(n=number + 1) for part in parts if part)


def _extraction(pages: list[str]) -> Extraction:
    found = extraction_of(text_report("\f".join(pages)))
    assert [profile.title.text for profile in found.profiles if profile.title] == list(TITLES)
    return found


def _costs(extraction: Extraction) -> list[str | None]:
    """The value of the first label of the box, of each profile."""
    values = ({s.label.text: s.paragraphs[0].text for s in p.sections if s.label} for p in extraction.profiles)
    return [found.get("Cost") for found in values]


WHOLE = "\n\n".join(BOX)
OWN = [f"{n}0 crowns" for n in range(1, 6)]


def test_a_box_over_each_title_at_the_top_of_its_page_is_of_what_follows() -> None:
    extraction = _extraction([FRONT, *(_page(n, WHOLE) for n in range(5))])
    assert _costs(extraction) == OWN
    assert [contact.emails[0].text for p in extraction.profiles for contact in p.contacts] == [
        f"quay{n}@mill.example" for n in range(1, 6)
    ]
    narrative = [text.text for text in extraction.profiles[0].narrative]
    assert narrative == [PROSE[0], PROSE[0][::-1].capitalize()]
    front = [text.text for section in extraction.report.sections for text in section.paragraphs]
    assert not any("crowns" in text for text in front)


def test_a_box_that_ends_each_profile_stays_there() -> None:
    extraction = _extraction(
        [f"{FRONT}\n\n{TITLES[0]}\n\n{PROSE[0]}", *(_page(n, WHOLE) for n in range(1, 5)), WHOLE.format(n=6)]
    )
    assert _costs(extraction)[:4] == ["20 crowns", "30 crowns", "40 crowns", "50 crowns"]

"""Lines over and under the text of profiles that are set unlike it."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, items_of, overlaid, page_of, pdf_report, text_report, typeset, wrapped

from profile_extract.fields.asides import end_in_lines, lines_behind
from profile_extract.fields.parts import Part

MAKERS = ("Bela Nemeth, 1912", "Carla Souza, 1954", "an unknown joiner", "Dirk Brandt, 1871", "Eva Lindner, 1903")


def _profiles(*under: tuple[str, str], behind: tuple[tuple[str, str], ...] = ()) -> list[tuple[list[str], list[str]]]:
    """Narrative and notes of five profiles with such lines under their titles and behind their texts."""
    pages = [
        typeset(
            ("title", title),
            *((kind, line.format(n=n, maker=MAKERS[n])) for kind, line in under),
            ("text", PROSE[n]),
            ("text", PROSE[(n + 1) % len(PROSE)]),
            *((kind, line.format(maker=MAKERS[n])) for kind, line in behind),
        )
        for n, title in enumerate(TITLES)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    return [([v.text for v in p.narrative], [v.text for v in p.notes]) for p in found]


def _texts(n: int) -> list[str]:
    return [PROSE[n], PROSE[(n + 1) % len(PROSE)]]


def test_lines_over_the_text_set_unlike_it_are_no_narrative() -> None:
    found = _profiles(("tagline", "Where {n} of us meet"), ("label", "{maker}"))
    assert [narrative for narrative, _ in found] == [_texts(n) for n in range(5)]
    assert all(maker in notes for maker, (_, notes) in zip(MAKERS, found, strict=True))


def test_lines_under_the_text_set_unlike_it_are_none() -> None:
    found = _profiles(behind=(("label", "Given by {maker}"),))
    assert [narrative for narrative, _ in found] == [_texts(n) for n in range(5)]
    assert [notes for _, notes in found] == [[f"Given by {maker}"] for maker in MAKERS]


def test_a_line_that_one_profile_has_is_narrative() -> None:
    pages = [typeset(("title", t), ("text", PROSE[n]), *([("label", "Only here")] * (n == 2))) for n, t in enumerate(TITLES)]
    found = extraction_of(pdf_report(*pages)).profiles
    assert [v.text for v in found[2].narrative] == [PROSE[2], "Only here"]


def _ending(number: int, x: float, top: float) -> Page:
    """A title, a text, and under it two short lines."""
    text = [(50.0, 90.0 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[number]))]
    lines = [(x, text[-1][1] + top, f"Shelf {number + 3}"), (x, text[-1][1] + top + 24, MAKERS[number])]
    return overlaid(page_of([(50.0, 60.0, TITLES[number])], "Helvetica-Bold", 16), page_of(text), page_of(lines))


@pytest.mark.parametrize(("x", "top", "is_note"), [(55.0, 40.0, True), (50.0, 40.0, False), (55.0, 20.0, False)])
def test_lines_that_end_profiles_apart_from_the_text_and_right_of_it_are_none(x: float, top: float, is_note: bool) -> None:
    for profile, maker in zip(
        extraction_of(pdf_report(*(_ending(n, x, top) for n in range(5)))).profiles, MAKERS, strict=True
    ):
        assert (maker in [note.text for note in profile.notes]) is is_note
        assert any(maker in paragraph.text for paragraph in profile.narrative) is not is_note


def test_lines_that_end_one_profile_so_are_text() -> None:
    pages = (
        _ending(n, 55.0, 40.0) if n == 2 else typeset(("title", TITLES[n]), ("text", PROSE[n]), ("text", PROSE[n - 1]))
        for n in range(5)
    )
    assert extraction_of(pdf_report(*pages)).profiles[2].notes == ()


MORE = "Whoever wants to hear more of {maker} may ask for it at the counter of the harbour office."


@pytest.mark.parametrize(("kind", "is_note"), [("name", True), ("text", False)])
def test_a_sentence_that_closes_profiles_and_is_set_otherwise_is_not_of_the_last_section(kind: str, is_note: bool) -> None:
    pages = (
        typeset(("title", t), ("label", "Aim"), ("text", PROSE[n]), (kind, MORE.format(maker=MAKERS[n])))
        for n, t in enumerate(TITLES)
    )
    for profile, maker in zip(extraction_of(pdf_report(*pages)).profiles, MAKERS, strict=True):
        assert [note.text for note in profile.notes] == [MORE.format(maker=maker)] * is_note
        assert len(profile.sections[0].paragraphs) == 2 - is_note


def test_a_text_behind_a_section_in_another_type_is_none() -> None:
    pages = (
        typeset(("title", t), ("label", "Aim"), ("name", "Bread for the whole of the lower town."), ("text", PROSE[n]))
        for n, t in enumerate(TITLES)
    )
    assert not any(profile.notes for profile in extraction_of(pdf_report(*pages)).profiles)


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("Anna Lund", ["Anna Lund"]),
        ("By the Weir", []),
        ("Anna Lund, Bela Nemeth,\nEmil Tamm", []),
        ("Anna Lund\n\nHouse of Bread", []),
    ],
)
def test_one_line_with_a_name_alone_stands_behind_a_text_of_a_dump(behind: str, found: list[str]) -> None:
    items = items_of(text_report(f"{TITLES[0]}\n\n{PROSE[0]}\n\n{behind}"))
    assert [item.text.text for item in lines_behind(items, None)] == found


@pytest.mark.parametrize(("signed", "is_usual"), [(3, True), (2, False)])
def test_texts_of_a_dump_end_in_names_where_most_of_them_do(signed: int, *, is_usual: bool) -> None:
    ends = (*MAKERS[:1] * signed, *("By the Weir",) * (5 - signed))
    reports = (text_report(f"{TITLES[n]}\n\n{text}\n\n{end}") for n, (text, end) in enumerate(zip(PROSE, ends, strict=True)))
    profiles = [[Part(None, None, tuple(items_of(report)), "")] for report in reports]
    assert end_in_lines(profiles, None) is is_usual

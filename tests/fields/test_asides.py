"""Lines over and under the text of profiles that are set unlike it."""

from __future__ import annotations

from builders import PROSE, TITLES, extraction_of, pdf_report, typeset

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

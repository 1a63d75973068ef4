"""How what sums the profiles up is set, by what stands right under most titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, items_of, laid_out, pdf_report, text_report, typeset

from profile_extract.fields.looks import Look, look
from profile_extract.fields.summaries import find_summary_look, find_tagline_look, reads_as_tagline
from profile_extract.segment import segment

SUMS = (
    "An evening with the rope maker",
    "Songs and letters on the quay",
    "The long night of short ropes",
    "What a net is made of",
    "A journey for small children",
)
Lines = Sequence[tuple[str, str]]


def _looks(*lines: tuple[str, str]) -> tuple[Look | None, Look | None]:
    """The looks of small taglines and of summaries in a report with such lines under its titles, if any."""
    pages = [
        typeset(("title", title), *([line] if line[1] else []), ("text", text), ("text", text[::-1]))
        for title, line, text in zip(TITLES, lines, PROSE, strict=True)
    ]
    layout = laid_out(pdf_report(*pages))
    segments = segment(layout).segments
    assert [found.title.text.text for found in segments] == list(TITLES)
    return find_tagline_look(segments), find_summary_look(segments, layout.body_style)


SMALL, LARGE = ("Helvetica", 7), ("Helvetica-Oblique", 13)


def _small(*texts: str) -> list[tuple[str, str]]:
    return [("small", text) for text in texts]


@pytest.mark.parametrize(
    "others",
    [
        ("Ropes mended", "Nets knotted"),
        ("Ropes are mended here.", "Nets are knotted here."),
        (f"A rope {'that is long and ' * 15}short", f"A net {'that is wide and ' * 15}narrow"),
        ("Ida Berg and Jan de Vries", "Rui Costa and Ada Okoro"),
        ("the office for gardens of the mill gmbh", "the makers of small ropes ltd."),
        ("SANTIAGO DE COMPOSTELA", "PALMA DE MALLORCA, SPAIN"),
        ("Ropes of 12 threads", "Since 1960 on the quay"),
    ],
    ids=["words", "sentences", "lines", "people", "organisations", "places", "figures"],
)
def test_small_taglines_are_short_and_say_no_names_and_no_figures(others: Sequence[str]) -> None:
    assert _looks(*_small(*SUMS))[0] == SMALL
    assert _looks(*_small(*SUMS[:4], others[0]))[0] == SMALL
    assert _looks(*_small(*SUMS[:3], *others))[0] is None


def test_nearly_all_profiles_have_a_line_set_so() -> None:
    assert _looks(*_small(*SUMS[:4]), ("name", SUMS[4])) == (SMALL, SMALL)
    assert _looks(*_small(*SUMS[:3]), ("name", SUMS[3]), ("tagline", SUMS[4])) == (None, None)


def test_summaries_are_set_unlike_the_text_and_most_are_no_text() -> None:
    lines = [("tagline", text) for text in (*SUMS[:3], PROSE[3] + " They come. " + PROSE[4], PROSE[4] + " They come.")]
    assert _looks(*lines)[1] == LARGE
    assert _looks(*lines[1:], lines[3])[1] is None
    assert _looks(*(("text", text) for text in SUMS))[1] is None


def test_what_is_set_otherwise_counts_for_nothing() -> None:
    text = PROSE[3] + " They come. " + PROSE[4]
    lines = [("tagline", text) for text in (*SUMS[:2], text, text)]
    assert _looks(*lines, ("name", SUMS[4]))[1] is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("We bake bread.", True),
        ("We bake bread. They come for it", True),
        ("We bake bread. They come for it.", False),
        ("We bake at 9 a.m. They come.", True),  # a full stop behind no word
        ("We bake bread. and so on.", True),
        ("rope " * 49 + "ropes", True),
        ("rope " * 49 + "ropes!", False),  # longer
    ],
)
def test_a_tagline_is_short_and_not_several_sentences(text: str, *, is_one: bool) -> None:
    (item,) = items_of(text_report(text))
    assert reads_as_tagline(item.block) is is_one


def test_dumps_tell_no_look() -> None:
    layout = laid_out(text_report("\f".join(f"{t}\n\n{s}\n\n{p}" for t, s, p in zip(TITLES, SUMS, PROSE, strict=True))))
    segments = segment(layout).segments
    assert find_tagline_look(segments) is find_summary_look(segments, layout.body_style) is look(None) is None

"""Lines of facts under the titles of a dump."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, spaced, text_report, typeset

from profile_extract.fields import notes
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.fact_lines import down_to_facts, is_fact_line
from profile_extract.fields.norms import Norms
from profile_extract.fields.parts import split_parts
from profile_extract.structure import Segment


def _fields(lines: tuple[str, ...], over: tuple[str, ...] = ("",) * 5) -> list[tuple[list[str], list[str]]]:
    """Notes and narrative of profiles with such lines under their titles, and others ``over`` these."""
    pages = ("\n\n".join(filter(None, parts)) for parts in zip(TITLES, over, lines, PROSE, strict=True))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    return [([note.text for note in p.notes], [text.text for text in p.narrative]) for p in profiles]


FACTS = tuple(f"Mill Lane · {year} · {year - 1900} chairs" for year in range(2001, 2006))


def test_facts_under_titles_are_notes_and_so_is_what_stands_over_them() -> None:
    names = tuple(f"{title} in Polish" for title in TITLES)
    assert _fields(FACTS) == [([fact], [text]) for fact, text in zip(FACTS, PROSE, strict=True)]
    assert _fields(FACTS, names) == [([name, fact], [text]) for name, fact, text in zip(names, FACTS, PROSE, strict=True)]


@pytest.mark.parametrize("is_usual", [True, False])
def test_they_are_notes_where_most_profiles_have_them(is_usual: bool) -> None:
    layout = laid_out(text_report(spaced("The Old Bell", FACTS[0], PROSE[0])))
    norms = replace(Norms.of(extraction_of(layout.report).segmentation), has_fact_lines=is_usual)
    segment = Segment(0, layout.blocks, (), 1.0)
    context = ProfileContext(segment, tuple(split_parts(segment, {}, None)), norms, layout)
    assert [candidate.rule for candidate in notes.propose(context)] == ["note.byline"] * is_usual


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Norway · 2024 · 104 min", True),
        ("Sat | 20:00 | Main hall", True),
        ("Norway / 2024 / 104 min", True),
        ("Norway · 2024", False),
        ("Norway · winter · evenings", False),
        ("40 22 11 · bell@mill.example · Mill Lane", False),
        ("Norway · 2024 · " + "and further " * 7, False),
    ],
)
def test_a_line_of_facts_has_points_bars_or_strokes_and_a_figure(text: str, is_one: bool) -> None:
    blocks = laid_out(text_report(text)).blocks
    assert is_fact_line(blocks[0]) is is_one
    assert down_to_facts(blocks) == is_one


def test_a_pdf_has_none() -> None:
    blocks = laid_out(pdf_report(typeset(("text", "Norway · 2024 · 104 min")))).blocks
    assert not is_fact_line(blocks[0])

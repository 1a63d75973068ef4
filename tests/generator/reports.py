"""Reports with known truth from a seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from generator.book import Book
from generator.content import gold_of, write_profiles
from generator.design import Design, draw_design
from generator.printing import print_pdf, print_text
from generator.prose import Writer
from generator.words import words_of


class Made(NamedTuple):
    """A report: its file name, its bytes, the truth in the form of a gold file, and its plan."""

    name: str
    data: bytes
    gold: dict[str, Any]
    design: Design


def make_report(seed: int, **wanted: Any) -> Made:
    """The report of a seed, the same every time; ``wanted`` are fields of the plan that are given and not drawn."""
    rng = Random(seed)
    design = replace(draw_design(rng), **wanted)
    writer = Writer(rng, words_of(design.language))
    profiles = write_profiles(rng, design, writer)
    book = Book(rng, design, writer, profiles)
    name, data = (
        ("report.pdf", print_pdf(design, book.sheet)) if design.is_pdf else ("report.txt", print_text(design, book.sheet))
    )
    return Made(name, data, gold_of(profiles, design), design)

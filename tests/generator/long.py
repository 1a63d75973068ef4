"""Reports of any number of pages: made profiles of one design, one after the other, no two alike."""

from __future__ import annotations

import dataclasses
import functools
import io
from random import Random

import pikepdf
from generator.design import draw_design
from generator.reports import make_report

DESIGN_SEED = 7
"""A design whose profiles begin on pages of their own and have labels: what most reports of this kind look like."""
PROFILES_A_PART = 30
"""Profiles made at a time: codes and words of the generator last for about as many."""


@functools.cache
def long_report(pages: int) -> bytes:
    """A PDF of so many pages."""
    plain = {"front": False, "contents": False, "back": False, "index": False, "header": "", "number_form": "", "groups": ""}
    design = dataclasses.replace(draw_design(Random(DESIGN_SEED)), count=PROFILES_A_PART, codes="", **plain)
    wanted = {field.name: getattr(design, field.name) for field in dataclasses.fields(design)}
    whole = pikepdf.new()
    seed = 0
    while len(whole.pages) < pages:
        with pikepdf.open(io.BytesIO(make_report(seed, **wanted).data)) as part:
            whole.pages.extend(part.pages[: pages - len(whole.pages)])
        seed += 1
    buffer = io.BytesIO()
    whole.save(buffer, deterministic_id=True)
    return buffer.getvalue()

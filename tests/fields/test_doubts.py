"""What looks odd in a profile, and what it does to its confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import laid_out, text_report

from profile_extract.drafts import ContactDraft, ProfileDraft, SectionDraft, Value
from profile_extract.fields.doubts import DOUBTS, with_doubts
from profile_extract.passage import Passage
from profile_extract.structure import Segment

TEXT = "Whoever comes may ring the old bell by hand, once and no more."


def value(text: str) -> Value:
    return Value.verbatim(Passage.of(text, 0, len(text)), "rule")


def profile(title: str = "One Bell", *texts: str, section: str | None = None, has_contact: bool = True) -> ProfileDraft:
    """A profile as sure of its boundaries as can be."""
    segment = Segment(0, laid_out(text_report("One Bell")).blocks, (), 1.0)
    return ProfileDraft(
        segment=segment,
        title=value(title),
        narrative=tuple(map(value, texts or (TEXT,))),
        sections=(SectionDraft(value("Outcome"), (value(section),)),) if section else (),
        contacts=(ContactDraft(organization=value("Bell Club")),) if has_contact else (),
    )


def confidence(odd: ProfileDraft) -> float:
    """The confidence of a profile among three that are as they should be."""
    return with_doubts([odd, *[profile()] * 3])[0].confidence


def test_nothing_odd_costs_nothing() -> None:
    assert confidence(profile()) == 1.0


@pytest.mark.parametrize(
    ("odd", "doubt"),
    [
        (profile("One Bell", f"{TEXT} post@bells.example"), "address-in-text"),
        (profile("One Bell 030 901820 12"), "address-in-text"),
        (profile(section="Phone: +44 1392 455 575"), "address-in-text"),
        (profile("One Bell", f"Who rings: {TEXT}"), "label-in-text"),
        (profile("One Bell and"), "open-title"),
        (profile("One Bell,"), "open-title"),
        (profile("One Bell", f"and {TEXT}"), "small-letter"),
        (profile("One Bell", TEXT, "Old Mill"), "short-text"),
        (profile("One Bell", f"{TEXT} {TEXT} {TEXT}"), "size"),
        (profile(has_contact=False), "missing"),
    ],
)
def test_each_sign_costs_what_it_is_worth(odd: ProfileDraft, doubt: str) -> None:
    assert confidence(odd) == pytest.approx(DOUBTS[doubt])


def test_an_address_in_a_long_text_is_a_part_of_it() -> None:
    long = profile("One Bell", f"{TEXT} Write to post@bells.example. {TEXT * 6}")
    assert [p.confidence for p in with_doubts([long] * 3)] == [1.0] * 3


def test_doubts_come_on_top_of_those_about_the_boundaries() -> None:
    unsure = replace(profile("One Bell and"), segment=replace(profile().segment, confidence=0.5))
    assert confidence(unsure) == pytest.approx(0.5 * DOUBTS["open-title"])


def test_no_profiles_have_no_doubts() -> None:
    assert with_doubts([]) == []

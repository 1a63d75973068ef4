"""The output put together from drafts made by hand: values in their places, evidence, accounting, warnings."""

from __future__ import annotations

from typing import Any

import pytest
from builders import page_of, pdf_report, text_report

from profile_extract.assemble import MOST_SLUG_CHARS, assemble, slug_of
from profile_extract.drafts import (
    CityDraft,
    ContactDraft,
    Extraction,
    LinkDraft,
    Mark,
    Problem,
    ProfileDraft,
    ReportDraft,
    SectionDraft,
    Value,
)
from profile_extract.evidence import undo_edits
from profile_extract.layout import lay_out
from profile_extract.model import BBox, Report
from profile_extract.passage import Passage
from profile_extract.schema import Evidence, ExtractedReport, Generator
from profile_extract.structure import Guide, Segment, Segmentation

GENERATOR = Generator(name="profile-extract", version="1", layout="induced", ner="n", settings_sha256="0" * 64)
TEXT = "The harbour  has a stair\nand a bell\n\n  for the fog.\fOn the next page\n"


def _passage(report: Report, words: str) -> Passage:
    start = report.text.index(words)
    return Passage.of(report.text, start, start + len(words))


def _value(report: Report, words: str, rule: str = "rule") -> Value:
    return Value.verbatim(_passage(report, words), rule, 0.5)


def _made(
    report: Report,
    *profiles: dict[str, Any],
    own: ReportDraft | None = None,
    marks: tuple[Mark, ...] = (),
    problems: tuple[Problem, ...] = (),
    with_evidence: bool = True,
) -> ExtractedReport:
    """The output for profiles with these fields, each of all blocks of the report."""
    layout = lay_out(report)
    segments = [Segment(number, layout.blocks, (), 0.8) for number in range(len(profiles))]
    drafts = tuple(
        ProfileDraft(segment, confidence=0.75, **fields) for segment, fields in zip(segments, profiles, strict=True)
    )
    segmentation = Segmentation(layout, tuple(segments), (), {}, Guide(), (), None, ())
    extraction = Extraction(segmentation, "en", drafts, own or ReportDraft(), marks, (), problems)
    return assemble(extraction, GENERATOR, with_evidence=with_evidence)


def _evidence(made: ExtractedReport, path: str) -> list[Evidence]:
    return [entry for entry in made.evidence if entry.path == path]


# Evidence


def test_a_value_leads_to_its_line_and_characters() -> None:
    report = text_report(TEXT)
    made = _made(report, {"title": _value(report, "bell", "title.style")})
    assert made.profiles[0].title == "bell"
    (entry,) = made.evidence
    assert entry.model_dump() == {
        "path": "/profiles/0/title",
        "page": 1,
        "lines": [2],
        "bbox": None,
        "start": 6,
        "end": 10,
        "rule": "title.style",
        "confidence": 0.5,
        "edits": [],
    }


def test_offsets_count_from_the_first_of_the_lines() -> None:
    report = text_report(TEXT)
    made = _made(report, {"narrative": (_value(report, "a bell\n  for the"),)})
    (entry,) = made.evidence
    assert (entry.lines, entry.start, entry.end) == ([2, 4], 4, 20)
    assert "\n".join(["and a bell", "  for the fog.\fOn the next page"])[4:20] == "a bell\n  for the"


def test_an_edit_is_shown_and_can_be_undone() -> None:
    report = text_report(TEXT)
    passage = _passage(report, "The harbour  has").edited(11, 13, " ", "collapse-spaces")
    made = _made(report, {"title": Value.verbatim(passage, "title.style")})
    (entry,) = made.evidence
    (edit,) = entry.edits
    assert made.profiles[0].title == "The harbour has"
    assert edit.rule == "collapse-spaces"
    assert undo_edits("The harbour has", entry.edits) == "The harbour  has"


def test_a_value_of_two_places_has_an_entry_for_each_in_reading_order() -> None:
    report = text_report(TEXT)
    passage = Passage.joined([_passage(report, "The harbour"), _passage(report, " for the fog")])
    entries = _made(report, {"title": Value.verbatim(passage, "title")}).evidence
    assert [(entry.lines, entry.start, entry.end) for entry in entries] == [([1], 0, 11), ([4], 1, 13)]


def test_a_value_on_two_pages_has_an_entry_for_each() -> None:
    report = pdf_report(page_of([(50, 60, "The harbour has")]), page_of([(50, 60, "a stair")]))
    made = _made(report, {"narrative": (Value.verbatim(Passage.of(report.text, 0, len(report.text)), "rule"),)})
    assert [(entry.page, entry.lines, entry.start, entry.end) for entry in made.evidence] == [(1, [1], 0, 15), (2, [2], 0, 7)]


def test_what_is_derived_points_to_its_text_and_has_no_edits() -> None:
    report = text_report(TEXT)
    passage = _passage(report, "The harbour  has").edited(11, 13, " ", "collapse-spaces")
    city = CityDraft(Value.verbatim(passage[4:11], "city"), country_code=Value.derived("FI", passage, "gazetteer"))
    made = _made(report, {"city": city})
    assert made.profiles[0].city is not None
    assert made.profiles[0].city.country_code == "FI"
    (entry,) = _evidence(made, "/profiles/0/city/country_code")
    assert (entry.rule, entry.edits, entry.start, entry.end) == ("derived.gazetteer", [], 0, 16)


def test_a_box_is_that_of_the_words_in_hundredths() -> None:
    report = pdf_report(page_of([(50, 60, "The harbour has a stair")]))
    (entry,) = _made(report, {"title": _value(report, "has")}).evidence
    box = report.box(12, 15)
    assert box is not None
    assert entry.bbox == tuple(round(edge, 2) for edge in box)


def test_a_link_leads_to_its_own_box() -> None:
    report = pdf_report(page_of([(50, 60, "Ask the keeper")]))
    box = BBox(1.0, 2.0, 3.0, 4.0)
    made = _made(report, {"links": (LinkDraft(_value(report, "keeper"), "email", box),)})
    assert made.profiles[0].links[0].model_dump() == {"uri": "keeper", "kind": "email"}
    assert [(entry.path, entry.bbox, entry.rule) for entry in made.evidence] == [
        ("/profiles/0/links/0/kind", tuple(box), "derived.link-address"),
        ("/profiles/0/links/0/uri", tuple(box), "rule"),
    ]


def test_evidence_is_sorted_by_path_whatever_the_order_of_fields() -> None:
    report = text_report(TEXT)
    fields = {"title": _value(report, "bell"), "notes": (_value(report, "stair"),), "narrative": (_value(report, "fog"),)}
    own = ReportDraft(title=_value(report, "harbour"))
    paths = [entry.path for entry in _made(report, fields, fields, own=own).evidence]
    assert paths == sorted(paths)
    assert len(paths) == 7


def test_without_evidence_the_values_are_the_same() -> None:
    report = text_report(TEXT)
    fields = {"title": _value(report, "bell")}
    made, bare = _made(report, fields), _made(report, fields, with_evidence=False)
    assert bare.evidence == []
    assert bare == made.model_copy(update={"evidence": []})


# Places of values


def test_what_is_not_found_is_null_or_an_empty_list() -> None:
    profile = _made(text_report(TEXT), {}).profiles[0].model_dump()
    assert {key: value for key, value in profile.items() if value not in (None, [])} == {
        "id": "profile-1",
        "pages": [1, 2],
        "confidence": 0.75,
    }


def test_pages_belong_to_sections_of_the_report_alone() -> None:
    report = text_report(TEXT)
    section = SectionDraft(_value(report, "bell"), (_value(report, "stair"),), pages=(1, 2))
    made = _made(report, {"sections": (section,)}, own=ReportDraft(sections=(section,)))
    assert made.report.sections[0].pages == [1, 2]
    assert made.profiles[0].sections[0].model_dump() == {"label": "bell", "paragraphs": ["stair"]}


def test_the_parts_of_a_contact_stand_in_their_keys() -> None:
    report = text_report(TEXT)
    contact = ContactDraft(organization=_value(report, "harbour"), emails=(_value(report, "stair"), _value(report, "bell")))
    made = _made(report, {"contacts": (contact,)})
    found = made.profiles[0].contacts[0]
    assert (found.organization, found.emails, found.phones, found.person) == ("harbour", ["stair", "bell"], [], None)
    assert _evidence(made, "/profiles/0/contacts/0/emails/1")[0].lines == [2]


def test_the_source_is_named_without_its_folder() -> None:
    report = text_report(TEXT)
    object.__setattr__(report, "name", "some/folder/report.txt")
    source = _made(report, {}).source
    assert (source.name, source.page_count, source.language, source.media_type) == ("report.txt", 2, "en", "text/plain")
    assert source.sha256 == report.sha256


# Identifiers


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Munich Lives Diversity", "munich-lives-diversity"),
        ("  “Über Größe”: Ökologie & Straße! ", "ueber-groesse-oekologie-strasse"),
        ("Crème brûlée à la carte", "creme-brulee-a-la-carte"),
        ("Kraków, Łódź", "krakow-odz"),
        ("100 % local", "100-local"),
        ("報告", ""),
        ("–", ""),
    ],
)
def test_a_slug_has_small_letters_and_figures(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_long_title_is_cut_between_words() -> None:
    slug = slug_of("a stair and a bell " * 10)
    assert len(slug) <= MOST_SLUG_CHARS
    assert ("a-stair-and-a-bell-" * 10).startswith(f"{slug}-")
    assert len(slug_of("x" * 200)) == MOST_SLUG_CHARS


def test_profiles_of_one_title_have_identifiers_of_their_own() -> None:
    report = text_report(TEXT)
    bell, stair = {"title": _value(report, "bell")}, {"title": _value(report, "stair")}
    made = _made(report, bell, stair, bell, {}, bell)
    assert [profile.id for profile in made.profiles] == ["bell", "stair", "bell-2", "profile-4", "bell-3"]


def test_a_title_that_looks_like_a_numbered_one_has_an_identifier_of_its_own() -> None:
    report = text_report("Bell\nBell 2\nStair\n")
    bell, second = {"title": _value(report, "Bell")}, {"title": _value(report, "Bell 2")}
    for profiles in ([bell, second, bell], [second, bell, bell], [bell, bell, second]):
        ids = [profile.id for profile in _made(report, *profiles).profiles]
        assert len(set(ids)) == 3, ids


# Accounting and warnings


def test_characters_that_are_not_white_space_are_counted_by_owner() -> None:
    report = text_report("one two\nthree\n\nfour\n")
    marks = (Mark(0, 3, "title", "profiles"), Mark(3, 7, "note", "profiles"), Mark(8, 13, "report", "report"))
    counts = _made(report, {}, marks=marks).accounting
    assert counts.model_dump() == {"characters": 15, "profiles": 6, "report": 5, "furniture": 0, "unassigned": 4}


def test_text_without_a_place_is_a_warning_and_none_is_none() -> None:
    report = text_report("one two\n")
    (warning,) = _made(report, {}, marks=(Mark(0, 3, "title", "profiles"),)).warnings
    assert (warning.code, warning.path) == ("unassigned-text", "")
    assert "3 characters" in warning.message
    assert _made(report, {}, marks=(Mark(0, 7, "furniture", "furniture"),)).warnings == []


def test_warnings_come_by_path_then_code() -> None:
    problems = (
        Problem("missing-city", "/profiles/1", "m"),
        Problem("low-confidence", "/profiles/1", "m"),
        Problem("missing-tagline", "/profiles/0", "m"),
        Problem("no-text-layer", "", "m"),
    )
    report = text_report("one\n")
    found = _made(report, {}, problems=problems, marks=(Mark(0, 3, "title", "profiles"),)).warnings
    assert [(warning.path, warning.code) for warning in found] == [
        ("", "no-text-layer"),
        ("/profiles/0", "missing-tagline"),
        ("/profiles/1", "low-confidence"),
        ("/profiles/1", "missing-city"),
    ]

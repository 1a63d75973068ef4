"""Layout files as a whole: written from a report, they give the same output; they serve its sibling and teach by example."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from builders import laid_out, pdf, spaced, text_report, typeset
from click.testing import CliRunner
from conftest import SAMPLES, shared_reports

from profile_extract import pipeline
from profile_extract.cli import app
from profile_extract.errors import LayoutFileError
from profile_extract.layout import lay_out
from profile_extract.layout.files import RULES, read_layout_file
from profile_extract.model import Report
from profile_extract.pipeline import analyse, extract, load_layout
from profile_extract.segment import segment
from profile_extract.segment.named import find_examples
from profile_extract.segment.preferences import TRUST
from profile_extract.settings import Settings
from profile_extract.structure import Guide, Label, Segmentation, TitleLook
from profile_extract.write import to_json
from profile_extract.write.layouts import learnt_layout

HEARD_TWICE = ("comuni-it", "innovations-en", "muzea-cs", "posters-en", "vereine-de")
"""Reports with words for persons as labels, labels that head columns in some places, and codes over their titles."""
MADE = [Path(__file__).parent / "reports" / name / "report.pdf" for name in HEARD_TWICE]
REPORTS = [next(sample.glob("report.*")) for sample in SAMPLES] + shared_reports() + MADE
EACH_REPORT = pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.parent.name)
LOOKS = (TitleLook("Roman", 16, bullet=False),)
WORDS = ("mill", "ferry", "orchard", "oven", "station", "library", "harbour", "tower", "market", "garden")


def saved(report: Path, folder: Path, *options: str) -> Path:
    """The layout file that ``inspect`` saves."""
    file = folder / "layout.toml"
    result = CliRunner().invoke(app, ["inspect", str(report), "--save-layout", str(file), *options], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    return file


@EACH_REPORT
def test_a_saved_layout_gives_the_same_output_byte_for_byte(report: Path, tmp_path: Path) -> None:
    layout = saved(report, tmp_path)
    assert to_json(extract(report, layout=load_layout(layout))) == to_json(extract(report))


def test_a_layout_learnt_from_one_half_serves_the_other(tmp_path: Path) -> None:
    """Three profiles are too few to tell what comes back; with the layout of a longer report they are read as there."""
    whole = pdf(*(_page(number) for number in range(9)))
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    first.write_bytes(_pages(whole, range(7)))
    second.write_bytes(_pages(whole, range(7, 9)))
    profiles = extract(second, layout=load_layout(saved(first, tmp_path))).profiles
    assert [profile.title for profile in profiles] == [_title(7), _title(8)]
    assert [[section.label for section in profile.sections] for profile in profiles] == [["Outcome"], ["Outcome"]]


def _title(number: int) -> str:
    return f"A Bench at the {WORDS[number].title()}"


def _prose(number: int, verb: str) -> str:
    word = WORDS[number]
    return f"In the spring the neighbours of the {word} {verb} what nobody had asked for, and the {word} was theirs for a day."


def _page(number: int):  # type: ignore[no-untyped-def]
    return typeset(
        ("title", _title(number)),
        ("text", _prose(number, "built")),
        ("label", "Outcome"),
        ("text", _prose(number + 1 if number < 9 else 0, "kept")),
    )


def _pages(data: bytes, numbers: range) -> bytes:
    source, part = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    part.import_pages(source, list(numbers))
    buffer = io.BytesIO()
    part.save(buffer)
    return buffer.getvalue()


def test_headings_that_come_once_are_in_no_layout_and_found_again(tmp_path: Path) -> None:
    """They are known by how they are set; named beforehand, each would count as a label that the others lack."""
    labels = ("Aim", "Means", "Thanks")
    pages = [
        typeset(
            ("title", _title(n)),
            *(part for k, label in enumerate(labels) for part in (("label", label), ("text", _prose((n + k) % 9, "built")))),
            *((("label", f"Out of the {WORDS[n]}"), ("text", _prose(n, "kept"))) if n % 2 else ()),
        )
        for n in range(8)
    ]
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*pages))
    layout = load_layout(saved(report, tmp_path))
    assert list(layout.labels) == ["aim", "means", "thanks"]
    document = extract(report)
    assert document.profiles[1].sections[-1].label == "Out of the ferry"
    assert to_json(extract(report, layout=layout)) == to_json(document)


def test_a_title_given_as_an_example_shows_what_profiles_begin_with(tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*(_page(number) for number in range(6))))
    result = CliRunner().invoke(app, ["inspect", str(report), "--example", _title(2), "--json"], catch_exceptions=False)
    assert all(_title(number) in result.stdout for number in range(6))
    layout = saved(report, tmp_path, "--example", _title(2))
    assert [profile.title for profile in extract(report, layout=load_layout(layout)).profiles] == list(map(_title, range(6)))


@pytest.mark.parametrize(
    ("printed", "example", "is_said"),
    [
        ("12. The Rope Makers", "The Rope Makers", True),
        ("12) The Rope Makers", "The Rope Makers", True),
        ("12 The Rope Makers", "The Rope Makers", True),
        ("12. The Rope Makers", "12. The Rope Makers", True),
        ("12. The Rope Makers", "7. The Rope Makers", True),
        ("1.2.3 The Rope Makers", "The Rope Makers", True),
        ("The Rope Makers", "The Rope Makers", True),
        ("The Rope Makers", "12. The Rope Makers", False),
        ("Room 12. The Rope Makers", "The Rope Makers", False),
        ("12. The Mill Makers", "The Rope Makers", False),
    ],
)
def test_an_example_may_lack_the_number_before_the_title(printed: str, example: str, *, is_said: bool) -> None:
    layout = laid_out(text_report(spaced("A Foreword", printed, "What the ropes are made of.")))
    if is_said:
        assert [block.text.text for block in find_examples(layout, [example])] == [printed]
    else:
        with pytest.raises(LayoutFileError, match="no line of the report says"):
            find_examples(layout, [example])


def test_an_example_that_the_report_does_not_print_is_refused(tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*(_page(number) for number in range(6))))
    layout = tmp_path / "layout.toml"
    layout.write_text('[titles]\nexamples = ["The Fountain Nobody Built"]\n', encoding="utf-8")
    with pytest.raises(LayoutFileError, match="The Fountain Nobody Built"):
        extract(report, layout=load_layout(layout))


def test_a_label_may_be_given_another_name_and_field(tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*(_page(number) for number in range(6))))
    layout = saved(report, tmp_path)
    text = layout.read_text(encoding="utf-8")
    layout.write_text(
        text.replace('"Outcome" = "section"', '"Outcome" = { field = "section", name = "Result" }'), encoding="utf-8"
    )
    document = extract(report, layout=load_layout(layout))
    assert [[section.label for section in profile.sections] for profile in document.profiles] == [["Result"]] * 6
    rules = {entry.rule for entry in document.evidence or () if entry.path.endswith("/label")}
    assert rules == {"derived.layout-name"}


def test_a_label_that_a_person_named_is_saved_again_however_seldom_it_comes(tmp_path: Path) -> None:
    extra = typeset(("title", _title(6)), ("text", _prose(6, "built")), ("label", "Means"), ("text", _prose(7, "kept")))
    report, layout = tmp_path / "report.pdf", tmp_path / "given.toml"
    report.write_bytes(pdf(*map(_page, range(6)), extra))
    layout.write_text('[labels]\n"Means" = "section"\n', encoding="utf-8")
    assert "means" in load_layout(saved(report, tmp_path, "--layout", str(layout))).labels


def test_what_a_person_says_is_under_a_label_in_general_use_is_so(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "\n\n".join(f"{_title(n)}\n\n{_prose(n, 'built')}\n\nContact\n\n{_prose(9 - n, 'kept')}" for n in range(6))
    )
    layout = tmp_path / "layout.toml"
    layout.write_text('[labels]\nContact = "section"\n', encoding="utf-8")
    profiles = extract(report, layout=load_layout(layout)).profiles
    assert [[section.label for section in profile.sections] for profile in profiles] == [["Contact"]] * 6


@pytest.mark.parametrize(("label", "is_saved"), [("Contact", True), ("Means", False)])
def test_a_label_that_comes_once_is_saved_if_words_in_general_use_tell_what_is_under_it(
    tmp_path: Path, label: str, *, is_saved: bool
) -> None:
    once = typeset(("title", _title(6)), ("text", _prose(6, "built")), ("label", label), ("text", "ask@quay.example"))
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*map(_page, range(6)), once))
    assert (label.casefold() in load_layout(saved(report, tmp_path)).labels) is is_saved


def test_the_looks_of_titles_are_not_those_of_what_stands_over_them(tmp_path: Path) -> None:
    pages = (
        typeset(
            ("small", f"Region {WORDS[n].title()}"),
            ("title", _title(n)),
            ("text", _prose(n, "built")),
            ("text", _prose(n + 1, "kept")),
        )
        for n in range(8)
    )
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*pages))
    layout = load_layout(saved(report, tmp_path))
    assert layout.title_looks == (TitleLook("Helvetica-Bold", 16, bullet=False),)
    assert to_json(extract(report, layout=layout)) == to_json(extract(report))


@pytest.mark.parametrize("full", [0, 1])
def test_a_heading_of_groups_that_has_text_of_its_own_somewhere_is_not_saved(tmp_path: Path, full: int) -> None:
    pages = [
        typeset(
            ("title", _title(n)),
            ("text", _prose(n, "built")),
            ("label", "Outcome"),
            *((("text", _prose(n, "mended")),) if n < full else ()),
            ("label", "Aim"),
            ("text", _prose(n + 1, "kept")),
        )
        for n in range(8)
    ]
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*pages))
    labels = load_layout(saved(report, tmp_path)).labels
    assert labels == ({"aim": "section"} if full else {"outcome": "group", "aim": "section"})


@pytest.mark.parametrize(
    ("guide", "does_fit", "told"),
    [
        (Guide(), True, [Guide()]),
        (Guide(labels={"aim": "section"}), True, [Guide(labels={"aim": "section"})]),
        (Guide(title_rule="title.style"), True, [Guide()]),
        (Guide(title_rule="title.style"), False, [Guide(), Guide(title_rule="title.style")]),
        (Guide(title_looks=LOOKS, columns=1), True, [Guide(columns=1)]),
        (Guide(title_looks=LOOKS, columns=1), False, [Guide(columns=1), Guide(title_looks=LOOKS, columns=1)]),
    ],
)
def test_a_report_is_cut_as_if_nobody_had_told_of_titles_and_as_told_if_that_is_otherwise(
    monkeypatch: pytest.MonkeyPatch, guide: Guide, told: list[Guide], *, does_fit: bool
) -> None:
    cuts: list[Guide] = []

    def cut(report: Report, given: Guide) -> Segmentation:
        cuts.append(given)
        return segment(lay_out(report), given)

    monkeypatch.setattr(pipeline, "_cut", cut)
    monkeypatch.setattr(pipeline, "fits", lambda _, given: does_fit and given == guide)
    found = pipeline._segmented(text_report("Chairs After Dark"), guide)
    assert cuts == told
    assert found.guide == told[-1]


def test_a_label_that_is_known_only_inside_profiles_is_in_no_layout(tmp_path: Path) -> None:
    """Said to be one, it would be looked for before there are profiles, and elsewhere."""
    report = tmp_path / "report.pdf"
    report.write_bytes(pdf(*map(_page, range(6))))
    extraction = analyse(report, Settings())
    segmentation = extraction.segmentation
    inside = {
        segment.blocks[1].index: Label(segment.blocks[1].index, 0, 2, 3, "in", "contact") for segment in segmentation.segments
    }
    more = replace(extraction, segmentation=replace(segmentation, labels={**segmentation.labels, **inside}))
    assert list(learnt_layout(more).labels) == list(learnt_layout(extraction).labels) == ["Outcome"]


def test_what_a_person_says_of_titles_is_saved_again_where_the_report_shows_it_too(tmp_path: Path) -> None:
    report, layout = tmp_path / "report.pdf", tmp_path / "given.toml"
    report.write_bytes(pdf(*map(_page, range(6))))
    layout.write_text('[titles]\nrule = "title.style"\n', encoding="utf-8")
    assert load_layout(saved(report, tmp_path, "--layout", str(layout))).title_rule == "title.style"


def test_a_sign_of_titles_that_a_person_gives_is_the_only_one(tmp_path: Path) -> None:
    """Two titles on each page, set alike: no other sign adds to those that open the pages."""
    report, layout = tmp_path / "report.pdf", tmp_path / "given.toml"
    parts = [(("title", _title(n)), ("text", _prose(n, "built"))) for n in range(10)]
    report.write_bytes(pdf(*(typeset(*parts[n], *parts[n + 1]) for n in range(0, 10, 2))))
    layout.write_text('[titles]\nrule = "title.page-start"\n', encoding="utf-8")
    titles = [profile.title for profile in extract(report, layout=load_layout(layout)).profiles]
    assert titles == [_title(n) for n in range(0, 10, 2)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"[titles]\nexamples = ['{_title(2)}', 'Outcome']\n", "examples"),
        ('[titles]\nrule = "title.row"\n', "title.row"),
        ('[titles]\nlooks = [{ font = "Gill", size_pt = 40 }]\n', "looks"),
        ('[labels]\n"Out come" = "section"\nOutcome = "section"\n', "'out come'"),
        ('[furniture]\nheader = ["Chairs of #"]\n', "'chairs of #'"),
        ('[furniture]\nfooter = ["Chairs of #"]\n', "'chairs of #'"),
    ],
)
def test_what_a_layout_file_says_and_the_report_does_not_show_is_a_warning(tmp_path: Path, text: str, word: str) -> None:
    report, layout = tmp_path / "report.pdf", tmp_path / "layout.toml"
    report.write_bytes(pdf(*map(_page, range(6))))
    layout.write_text(text, encoding="utf-8")
    unmatched = [w for w in extract(report, layout=load_layout(layout)).warnings if w.code == "layout-unmatched"]
    assert [(w.path, word in w.message) for w in unmatched] == [("", True)]


def test_labels_are_not_missed_where_there_are_no_profiles(tmp_path: Path) -> None:
    report, layout = tmp_path / "report.txt", tmp_path / "layout.toml"
    report.write_text(_prose(2, "built"), encoding="utf-8")
    layout.write_text('[labels]\nOutcome = "section"\n', encoding="utf-8")
    assert [w.code for w in extract(report, layout=load_layout(layout)).warnings] == ["no-profiles"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('[titles]\nrule = "title.row"\n', "title.row"),
        ('[titles]\nlooks = [{ font = "Gill", size_pt = 40 }]\n', "looks"),
    ],
)
def test_titles_are_missed_where_there_are_no_profiles(tmp_path: Path, text: str, word: str) -> None:
    report, layout = tmp_path / "report.txt", tmp_path / "layout.toml"
    report.write_text(_prose(2, "built"), encoding="utf-8")
    layout.write_text(text, encoding="utf-8")
    unmatched = [w for w in extract(report, layout=load_layout(layout)).warnings if w.code == "layout-unmatched"]
    assert [word in w.message for w in unmatched] == [True]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[titles]\nrule = "title.colour"\n', 2, "title.colour"),
        ('[titles]\nlooks = [{ font = "Arial" }]\n', 2, "look"),
        ('[furniture]\nheader = "Report"\n', 2, "header"),
        ("[pages]\n\ncolumns = 0\n", 3, "columns"),
        ("[pages]\nrows = 3\n", 2, "rows"),
        ('[labels]\nAim = { field = "goal" }\n', 2, "goal"),
        ("name = 3\n", 1, "name"),
    ],
)
def test_what_is_wrong_in_a_layout_file_is_named_with_its_line(tmp_path: Path, text: str, line: int, key: str) -> None:
    file = tmp_path / "layout.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LayoutFileError) as caught:
        read_layout_file(file)
    assert caught.value.line == line
    assert key in str(caught.value)


def test_every_sign_that_titles_are_known_by_may_be_named_and_is_explained() -> None:
    explained = (SAMPLES[0].parent.parent / "docs" / "layout-files.md").read_text(encoding="utf-8")
    assert set(RULES) == set(TRUST)
    assert [rule for rule in RULES if f"`{rule}`" not in explained] == []

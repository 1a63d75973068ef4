"""What every output promises, over all samples, made and real reports at hand: a way back, accounting, the same bytes."""

from __future__ import annotations

import codecs
import functools
import itertools
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import MADE, ROOT, SAMPLES, shared_params, shared_reports
from test_samples import document_of, output_of, report_of

from profile_extract.evidence import EditRecord, apply_edits, undo_edits
from profile_extract.layout.codes import NOTE_SIGNS
from profile_extract.lexicon import label_key
from profile_extract.model import Report
from profile_extract.pipeline import analyse
from profile_extract.read import read_report
from profile_extract.settings import Settings
from profile_extract.validate import leaf_paths

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
TOLERANCE_PT = 0.05
"""Boxes are rounded to hundredths of a point, page sizes are single-precision numbers."""
SOME_MADE = MADE[::3]
"""A third of the made reports: all of them take minutes, under each version of Python."""
EACH_REPORT = pytest.mark.parametrize(
    "path",
    [
        *(pytest.param(report_of(sample), id=sample.name) for sample in SAMPLES),
        *(pytest.param(path, id=path.parent.name) for path in SOME_MADE),
        *shared_params(),
    ],
)


def is_pdf(path: Path) -> bool:
    return path.read_bytes().startswith(b"%PDF-")


@functools.cache
def read(path: Path) -> Report:
    return read_report(path)


def decoded(path: Path) -> str:
    """A text file as read, decoded here independently of the program."""
    data = path.read_bytes()
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    if encoding:
        return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


@functools.cache
def lines_as_read(path: Path) -> dict[int, str]:
    """The lines of a report by their numbers: physical ones of a text, those that the reader numbers in a PDF."""
    if not is_pdf(path):
        return dict(enumerate(re.split("\r\n|\n|\r", decoded(path)), 1))
    report = read(path)
    ends = [*report.row_starts[1:], len(report.text) + 1]
    rows = zip(report.row_numbers, report.row_starts, ends, strict=True)
    return {number: report.text[start : end - 1] for number, start, end in rows}


def cut_out(path: Path, entry: dict[str, Any]) -> str:
    """What an entry of the evidence points to: its lines joined by line feeds, cut."""
    joined = "\n".join(lines_as_read(path)[number] for number in entry["lines"])
    assert 0 <= entry["start"] <= entry["end"] <= len(joined), entry
    return joined[entry["start"] : entry["end"]]


def value_at(document: Any, pointer: str) -> Any:
    """The value a JSON Pointer leads to (RFC 6901); raises where it leads nowhere."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document


def evidence_by_path(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    entries = defaultdict(list)
    for entry in document["evidence"]:
        entries[entry["path"]].append(entry)
    return entries


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(item)


@EACH_REPORT
def test_every_string_has_evidence(path: Path) -> None:
    document = document_of(path)
    leaves = list(leaf_paths(document))
    own = [{key: value for key, value in profile.items() if key != "id"} for profile in document["profiles"]]
    assert sorted(value_at(document, leaf) for leaf in leaves) == sorted([*strings(document["report"]), *strings(own)])
    assert leaves
    assert sorted(set(leaves) - set(evidence_by_path(document))) == []


@EACH_REPORT
def test_all_evidence_is_for_a_string_of_the_output(path: Path) -> None:
    document = document_of(path)
    assert sorted(set(evidence_by_path(document)) - set(leaf_paths(document))) == []


def lost_values(path: Path, document: dict[str, Any]) -> Iterator[tuple[str, str, str, list[EditRecord]]]:
    """The verbatim values that do not lead back to the source: pointer, value, what was cut from the source, edits."""
    for pointer, entries in evidence_by_path(document).items():
        if entries[0]["rule"].startswith("derived."):
            continue
        value = value_at(document, pointer)
        source = "".join(cut_out(path, entry) for entry in entries)
        edits = [EditRecord(**edit) for entry in entries for edit in entry["edits"]]
        try:
            held = undo_edits(value, edits) == source and apply_edits(source, edits) == value
        except ValueError:
            held = False
        if not held:
            yield pointer, value, source, edits


@EACH_REPORT
def test_undoing_the_edits_of_a_value_gives_the_source(path: Path) -> None:
    document = document_of(path)
    assert any(not entry["rule"].startswith("derived.") for entry in document["evidence"])
    assert list(lost_values(path, document)) == []


def test_a_value_that_does_not_lead_back_is_seen() -> None:
    path = report_of(SAMPLES[0])
    document = document_of(path)
    document["profiles"][0]["title"] += "!"
    document["profiles"][0]["tagline"] = document["profiles"][0]["tagline"][1:]
    edited = next(e for e in document["evidence"] if e["edits"] and not e["path"].endswith(("title", "tagline")))
    edited["edits"][0]["after"] += "x"
    assert [lost[0] for lost in lost_values(path, document)] == sorted(
        ["/profiles/0/tagline", "/profiles/0/title", edited["path"]]
    )


@EACH_REPORT
def test_derived_values_point_to_what_they_were_derived_from(path: Path) -> None:
    document = document_of(path)
    for pointer, entries in evidence_by_path(document).items():
        assert len({entry["rule"] for entry in entries}) == 1, f"{pointer} is of more than one rule"
        if entries[0]["rule"].startswith("derived."):
            assert "".join(cut_out(path, entry) for entry in entries).strip(), f"{pointer} points to nothing"
            assert [entry for entry in entries if entry["edits"]] == [], f"{pointer} cannot have edits"


@EACH_REPORT
def test_evidence_names_the_page_that_its_lines_stand_on(path: Path) -> None:
    report = read(path)
    pages = defaultdict(set)
    for line in report.lines:
        pages[report.row_numbers[line.row]].add(line.page)
    for entry in document_of(path)["evidence"]:
        assert entry["lines"] == sorted(set(entry["lines"])), entry
        assert entry["page"] in set().union(*(pages[number] for number in entry["lines"])), entry


@EACH_REPORT
def test_boxes_lie_inside_their_page_and_text_has_none(path: Path) -> None:
    sizes = {page.number: (page.width_pt, page.height_pt) for page in read(path).pages}
    outside = []
    for entry in document_of(path)["evidence"]:
        if not is_pdf(path):
            assert entry["bbox"] is None, entry
            continue
        x0, top, x1, bottom = entry["bbox"]
        width, height = sizes[entry["page"]]
        is_inside = -TOLERANCE_PT <= x0 < x1 <= width + TOLERANCE_PT and -TOLERANCE_PT <= top < bottom <= height + TOLERANCE_PT
        if not is_inside:
            outside.append((entry["path"], entry["page"], entry["bbox"], (width, height)))
    assert outside == []


@EACH_REPORT
def test_the_counts_add_up_to_the_characters_of_the_report(path: Path) -> None:
    accounting = document_of(path)["accounting"]
    text = read(path).text if is_pdf(path) else decoded(path)
    assert accounting["characters"] == sum(not character.isspace() for character in text)
    assert accounting["characters"] == sum(accounting[n] for n in ("profiles", "report", "furniture", "unassigned"))


@EACH_REPORT
def test_what_is_counted_as_text_of_profiles_or_report_is_in_the_output(path: Path) -> None:
    """Nothing is dropped in silence.

    Only labels, with the mark of a note before them, bullets and codes before titles have no value that leads back to them.
    """
    extraction = analyse(path, Settings())
    report, document = read(path), document_of(path)
    labels = {label.key for label in extraction.segmentation.labels.values()}
    printed = " ".join(" ".join([*strings(document["profiles"]), *strings(document["report"])]).casefold().split())
    first_offset = dict(zip(report.row_numbers, report.row_starts, strict=True))
    traced = bytearray(len(report.text))
    for entry in document["evidence"]:
        start, end = (first_offset[entry["lines"][0]] + entry[name] for name in ("start", "end"))
        traced[start:end] = b"x" * (end - start)
    dropped = []
    for mark in extraction.marks:
        stretch = zip(report.text[mark.start : mark.end], traced[mark.start : mark.end], strict=True)
        text = " ".join("".join(" " if is_traced else c for c, is_traced in stretch).split())
        is_text = mark.owner in {"profiles", "report"} and mark.role != "title" and re.search(r"\w\w", text)
        if is_text and label_key(text.lstrip(NOTE_SIGNS)) not in labels and text.casefold() not in printed:
            dropped.append((mark.role, text))
    assert dropped == []


EXTRACT_ALL = """
import os, sys
from pathlib import Path
from profile_extract import cli
out, *reports = map(Path, sys.argv[1:])
for report in reports:
    name = report if os.environ["GIVEN_AS"] == "path" else report.name
    os.chdir(out if name is report else report.parent)
    cli.app.main(["extract", str(name), "-o", str(out / f"{report.parent.name}.json")], standalone_mode=False)
"""
"""The command line on one report after the other in one process: importing spaCy takes longer than most of them."""


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders with the output of two processes that ran at once, with other hashes, in other folders, in other order."""
    reports = [*map(report_of, SAMPLES), *SOME_MADE, *shared_reports()]
    folders = [tmp_path_factory.mktemp("run") for _ in range(2)]
    ways = ((folders[0], reports, "1", "path"), (folders[1], reports[::-1], "4000000000", "name"))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", EXTRACT_ALL, folder, *order],
            env={**os.environ, "PYTHONHASHSEED": seed, "GIVEN_AS": given_as},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for folder, order, seed, given_as in ways
    ]
    assert [process.communicate()[0].decode() for process in processes] == ["", ""]
    return folders


@EACH_REPORT
def test_the_same_input_gives_the_same_bytes(path: Path, runs: list[Path]) -> None:
    first, second = ((folder / f"{path.parent.name}.json").read_bytes() for folder in runs)
    assert first == second
    assert first == output_of(path).encode()


@EACH_REPORT
def test_evidence_is_sorted_by_path(path: Path) -> None:
    document = document_of(path)
    paths = [entry["path"] for entry in document["evidence"]]
    assert paths == sorted(paths)


@EACH_REPORT
def test_warnings_lead_somewhere(path: Path) -> None:
    document = document_of(path)
    for warning in document["warnings"]:
        value_at(document, warning["path"])
    assert document["warnings"] == sorted(document["warnings"], key=lambda w: (w["path"], w["code"], w["message"]))


@EACH_REPORT
def test_profiles_have_names_of_their_own_and_follow_each_other(path: Path) -> None:
    profiles = document_of(path)["profiles"]
    ids = [profile["id"] for profile in profiles]
    assert len(set(ids)) == len(ids)
    for profile in profiles:
        assert profile["pages"] == sorted(set(profile["pages"])), profile["id"]
    for earlier, later in itertools.pairwise(profiles):
        assert earlier["pages"][0] <= later["pages"][0], (earlier["id"], later["id"])


DUMP = ROOT / "samples" / "english-dump" / "report.txt"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_a_dump_is_encoded(encoding: str, tmp_path: Path) -> None:
    copy = tmp_path / DUMP.name
    copy.write_bytes(DUMP.read_text(encoding="utf-8").encode(encoding))
    assert as_extracted(copy) == as_extracted(DUMP)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_ends_of_other_systems_make_no_difference(line_end: str, tmp_path: Path) -> None:
    copy = tmp_path / DUMP.name
    copy.write_bytes(DUMP.read_bytes().replace(b"\n", line_end.encode()))
    assert as_extracted(copy) == as_extracted(DUMP)


def as_extracted(path: Path) -> dict[str, Any]:
    """The output without the hash of the bytes."""
    document = document_of(path)
    del document["source"]["sha256"]
    return document


@pytest.mark.parametrize(
    "text",
    [
        "The first line.\nThe second line.\n\nThe third line.\n",
        "The first line.\n\fThe second line.\n\n\f\fThe third line.\n",
        "The end of a page.\fThe beginning of another one.\n\nThe last line.\n",
        "  Indented line.\n\tTabbed line.\n\nA line\x85with\u2028odd spaces.\n",
        "First line.\r\nSecond line.\rThird line.\nFourth line.",
    ],
    ids=["plain", "form-feeds", "form-feed-in-a-line", "odd-spaces", "mixed-line-ends"],
)
def test_lines_are_counted_as_editors_count_them(text: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    document = document_of(path)
    assert document["evidence"]
    assert list(lost_values(path, document)) == []
    assert document["accounting"]["unassigned"] == 0

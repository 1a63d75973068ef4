"""Output documents checked: against the schema, and for what a schema cannot say."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from profile_extract.schema import ExtractedReport
from profile_extract.validate import Violation, find_documents, leaf_paths, validate_file, violations
from profile_extract.write import to_profile_lines
from profile_extract.write.violations import render

EXPECTED = SAMPLES[0] / "expected.json"
Change = Callable[[dict[str, Any]], Any]


def document() -> dict[str, Any]:
    """A valid document, which whoever asks may change."""
    loaded: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return loaded


def _without_evidence_of(path: str) -> Change:
    def change(made: dict[str, Any]) -> None:
        made["evidence"] = [entry for entry in made["evidence"] if entry["path"] != path]

    return change


def test_the_expected_output_is_valid() -> None:
    assert [found for sample in SAMPLES for found in validate_file(sample / "expected.json")] == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d.pop("warnings"), ""),
        (lambda d: d.update(more=1), ""),
        (lambda d: d.update(schema_version="2.0"), "/schema_version"),
        (lambda d: d["source"].update(sha256="0"), "/source/sha256"),
        (lambda d: d["source"].update(page_count=0), "/source/page_count"),
        (lambda d: d["profiles"][1].update(id="Not a slug"), "/profiles/1/id"),
        (lambda d: d["profiles"][1].update(title=""), "/profiles/1/title"),
        (lambda d: d["profiles"][1].update(pages=[]), "/profiles/1/pages"),
        (lambda d: d["profiles"][0]["narrative"].append(None), None),
        (lambda d: d["warnings"][0].update(code="unheard-of"), "/warnings/0/code"),
        (lambda d: d["evidence"][3].update(start=-1), "/evidence/3/start"),
        (lambda d: d["evidence"][3].update(path="profiles"), "/evidence/3/path"),
    ],
)
def test_what_breaks_the_schema_is_found_where_it_stands(change: Change, path: str | None) -> None:
    changed = document()
    change(changed)
    (found,) = violations(changed)
    assert found[1]
    assert found[0] == path or (path is None and found[0].startswith("/profiles/0/narrative/"))


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (lambda d: d["accounting"].update(report=d["accounting"]["report"] + 1), "/accounting", "add up"),
        (_without_evidence_of("/profiles/0/title"), "/profiles/0/title", "no evidence"),
        (lambda d: d["profiles"][0]["notes"].append("more"), "/profiles/0/notes/", "no evidence"),
        (lambda d: d["warnings"][0].update(path="/profiles/99/title"), "/warnings/0/path", "/profiles/99/title leads nowhere"),
    ],
    ids=["accounting", "no evidence", "new text", "pointer"],
)
def test_what_a_schema_cannot_say_is_checked_too(change: Change, path: str, message: str) -> None:
    changed = document()
    change(changed)
    (found,) = violations(changed)
    assert found[0].startswith(path)
    assert message in found[1]


def test_a_document_without_any_evidence_is_valid() -> None:
    assert list(violations(document() | {"evidence": []})) == []


def test_warnings_may_point_to_profiles_their_parts_or_nothing() -> None:
    changed = document()
    changed["warnings"] = [
        {"code": "profile-count", "path": path, "message": "m"}
        for path in ("", "/profiles", "/profiles/0", "/profiles/0/city", "/report/title", "/profiles/0/contacts/0/emails/0")
    ]
    assert list(violations(changed)) == []


def test_violations_come_in_the_order_of_the_document() -> None:
    changed = document()
    for key in ("warnings", "source", "evidence"):
        changed[key] = None
    paths = [path for path, _ in violations(changed)]
    assert paths == sorted(paths)
    assert len(paths) == 3


def test_pointers_are_escaped() -> None:
    profile = {"id": "a", "odd~key/name": ["text"]}
    assert list(leaf_paths({"report": {}, "profiles": [profile]})) == ["/profiles/0/odd~0key~1name/0"]


def test_identifiers_and_numbers_are_no_text_of_the_report() -> None:
    profile = {"id": "a", "pages": [1], "confidence": 0.5, "title": "A", "tagline": None, "narrative": ["B", "C"]}
    made = {"report": {"title": "R", "sections": []}, "profiles": [profile]}
    assert list(leaf_paths(made)) == [
        "/report/title",
        "/profiles/0/title",
        "/profiles/0/narrative/0",
        "/profiles/0/narrative/1",
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b'{"a": NaN}', b'{"a": Infinity}', b'{"a": -Infinity}', b"[" * 100_000, b'{"a":' * 100_000],
    ids=["empty", "cut", "no UTF-8", "NaN", "infinity", "minus infinity", "deep list", "deep object"],
)
def test_what_is_no_json_is_one_violation_of_the_whole(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    (found,) = validate_file(path)
    assert (found.file, found.path) == (str(path), "")


@pytest.mark.parametrize("levels", [100, 400, 800, 1600])
def test_no_depth_is_more_than_it_can_bear(levels: int, tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text(json.dumps(document()).replace('"1.0"', "[" * levels + "]" * levels, 1), encoding="utf-8")
    assert validate_file(path)


def test_a_missing_file_is_a_violation_that_says_why(tmp_path: Path) -> None:
    (found,) = validate_file(tmp_path / "missing.json")
    assert found.message == "cannot be read: No such file or directory"


def test_the_documents_of_a_folder_are_found_at_any_depth(tmp_path: Path) -> None:
    for name in ("b.json", "a/c.jsonl", "summary.json", ".profile-extract/x.json", "a/.hidden.json", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert find_documents(tmp_path) == [tmp_path / "a" / "c.jsonl", tmp_path / "b.json"]
    assert find_documents(tmp_path / "summary.json") == [tmp_path / "summary.json"]


def test_a_folder_without_documents_is_a_violation(tmp_path: Path) -> None:
    (tmp_path / "summary.json").touch()
    (found,) = (violation for path in find_documents(tmp_path) for violation in validate_file(path))
    assert (found.file, found.message) == (str(tmp_path), "a folder without output documents (.json, .jsonl)")


def test_standard_input_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(EXPECTED.read_bytes())))
    assert validate_file(Path("-")) == []


def _lines() -> list[dict[str, Any]]:
    loaded = ExtractedReport.model_validate(document())
    return [json.loads(line) for line in to_profile_lines(loaded, "archive/report.txt").splitlines()]


def _with_lines(folder: Path, lines: list[str]) -> list[Violation]:
    path = folder / "profiles.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return validate_file(path)


def test_each_line_of_profiles_is_checked(tmp_path: Path) -> None:
    assert len(_lines()) > 2
    assert _with_lines(tmp_path, [json.dumps(line, ensure_ascii=False) for line in _lines()]) == []
    assert _with_lines(tmp_path, []) == []  # reports without profiles


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda line: line.pop("source"), ""),
        (lambda line: line["source"].pop("path"), "/source"),
        (lambda line: line["source"].update(pages=1), "/source"),
        (lambda line: line["source"].update(page_count=0), "/source/page_count"),
        (lambda line: line.update(title=""), "/title"),
        (lambda line: line.update(more=1), ""),
    ],
)
def test_a_wrong_line_is_named_by_its_number(change: Change, path: str, tmp_path: Path) -> None:
    lines = _lines()
    change(lines[1])
    (found,) = _with_lines(tmp_path, [json.dumps(line) for line in lines])
    assert (found.line, found.path) == (2, path)


def test_a_torn_line_does_not_stop_the_others(tmp_path: Path) -> None:
    found = _with_lines(tmp_path, ['{"source":', "", *(json.dumps(line) for line in _lines()), "null"])
    assert [violation.line for violation in found] == [1, 2, len(_lines()) + 3]


BAD = [
    Violation("a.json", "/x", "50% wrong"),
    Violation("b,c:d.json", "", "line one\nline two"),
    Violation("p.jsonl", "/title", "none", 3),
    Violation("p.jsonl", "", "no JSON", 4),
]


def test_violations_are_shown_as_text() -> None:
    assert render("text", BAD, ["a.json", "b,c:d.json", "p.jsonl", "e.json"]) == (
        "a.json: /x: 50% wrong\nb,c:d.json: (whole document): line one\nline two\n"
        "p.jsonl:3: /title: none\np.jsonl:4: (whole line): no JSON\ne.json: valid\n"
    )


def test_violations_are_shown_to_machines() -> None:
    assert json.loads(render("json", BAD, [])) == [
        {"file": "a.json", "path": "/x", "message": "50% wrong", "line": None},
        {"file": "b,c:d.json", "path": "", "message": "line one\nline two", "line": None},
        {"file": "p.jsonl", "path": "/title", "message": "none", "line": 3},
        {"file": "p.jsonl", "path": "", "message": "no JSON", "line": 4},
    ]


def test_annotations_are_one_line_each_and_escaped() -> None:
    assert render("github", BAD, []) == (
        "::error file=a.json::/x: 50%25 wrong\n::error file=b%2Cc%3Ad.json::: line one%0Aline two\n"
        "::error file=p.jsonl,line=3::/title: none\n::error file=p.jsonl,line=4::: no JSON\n"
    )

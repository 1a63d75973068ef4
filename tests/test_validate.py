"""Output documents checked: against the schema, and for what a schema cannot say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from profile_extract.validate import Violation, leaf_paths, validate_file, violations
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


def test_a_missing_file_and_a_folder_are_violations(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        (found,) = validate_file(path)
        assert found.message.startswith("cannot be read")


BAD = [Violation("a.json", "/x", "50% wrong"), Violation("b,c:d.json", "", "line one\nline two")]


def test_violations_are_shown_as_text() -> None:
    assert render("text", BAD, ["a.json", "b,c:d.json", "e.json"]) == (
        "a.json: /x: 50% wrong\nb,c:d.json: (whole document): line one\nline two\ne.json: valid\n"
    )


def test_violations_are_shown_to_machines() -> None:
    assert json.loads(render("json", BAD, [])) == [
        {"file": "a.json", "path": "/x", "message": "50% wrong"},
        {"file": "b,c:d.json", "path": "", "message": "line one\nline two"},
    ]


def test_annotations_are_one_line_each_and_escaped() -> None:
    assert render("github", BAD, []) == (
        "::error file=a.json::/x: 50%25 wrong\n::error file=b%2Cc%3Ad.json::: line one%0Aline two\n"
    )

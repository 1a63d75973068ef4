"""What the code is held to: its size, its words, and what it costs to import."""

from __future__ import annotations

import ast
import functools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import MADE, ROOT, SAMPLES, shared_params

import profile_extract

SOURCE = ROOT / "src" / "profile_extract"
MODULES = sorted(SOURCE.rglob("*.py"))
EACH_MODULE = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
MOST_FUNCTION_LINES, MOST_MODULE_LINES = 60, 400
FEWEST_CHARS = 10
"""Shorter words of a gold file (``Berlin``) are words of a language too."""
SLOW = (
    "spacy",
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "numpy",
    "pydantic",
    "pydantic_core",
    "jsonschema",
    "rapidfuzz",
    "rich",
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@EACH_MODULE
def test_functions_and_modules_are_short(path: Path) -> None:
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, Function)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > MOST_FUNCTION_LINES} == {}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_MODULE_LINES


def public_without_docstring(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            if ast.get_docstring(child) is None:
                yield child.name
            if isinstance(child, ast.ClassDef):
                yield from public_without_docstring(child)


@EACH_MODULE
def test_what_is_public_has_a_docstring(path: Path) -> None:
    module = parsed(path)
    if path.name != "__main__.py":
        assert ast.get_docstring(module)
    assert list(public_without_docstring(module)) == []


def test_every_folder_of_modules_is_a_package() -> None:
    assert len(MODULES) > 50
    assert sorted({path.parent for path in MODULES if not (path.parent / "__init__.py").exists()}) == []


@functools.cache
def source_texts() -> dict[Path, str]:
    """All modules and lists of words; the gazetteer (.tsv) knows every town, whatever it is the title of."""
    files = (file for file in SOURCE.rglob("*") if file.suffix in {".py", ".toml", ".json"})
    return {file: file.read_text(encoding="utf-8") for file in files}


def gold_words(gold: dict[str, Any]) -> Iterator[str]:
    """Titles, taglines, organisations, streets and e-mail addresses of a gold file, but for short ones and names of cities."""
    for profile in gold["profiles"]:
        words = [profile.get("title"), profile.get("tagline")]
        for contact in profile.get("contacts") or ():
            words += [contact.get("organization"), contact.get("street"), *(contact.get("emails") or ())]
        city = (profile.get("city") or {}).get("name")  # a title that is one stands in every gazetteer
        yield from (word for word in words if word and len(word) >= FEWEST_CHARS and word != city)


@pytest.mark.parametrize(
    "path",
    [
        *(pytest.param(sample, id=sample.name) for sample in SAMPLES),
        *(pytest.param(report, id=report.parent.name) for report in MADE),
        *shared_params(),
    ],
)
def test_no_word_of_a_gold_file_stands_in_the_source(path: Path) -> None:
    gold = (path if path.is_dir() else path.parent) / "gold.json"
    words = set(gold_words(json.loads(gold.read_text(encoding="utf-8"))))
    assert words
    for file, text in source_texts().items():
        assert [word for word in words if word in text] == [], file


def test_the_public_names_are_these() -> None:
    assert profile_extract.__all__ == [
        "Edit",
        "ExtractedReport",
        "ProfileExtractError",
        "Settings",
        "apply_edits",
        "extract",
        "extract_many",
        "json_schema",
        "read_report",
        "undo_edits",
    ]
    for name in profile_extract.__all__:
        assert getattr(profile_extract, name).__doc__, name
        assert name in dir(profile_extract)


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="'reed_report'"):
        profile_extract.reed_report  # noqa: B018


def imported_by(program: str) -> set[str]:
    """The packages that a program has imported when it is done."""
    program += "; import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    return set(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_package_is_quick() -> None:
    assert imported_by("import profile_extract, profile_extract.cli") & set(SLOW) == set()


def test_what_is_imported_is_seen() -> None:
    assert {"pydantic", "profile_extract"} <= imported_by("from profile_extract import ExtractedReport")

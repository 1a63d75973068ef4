"""Output documents checked against the contract: the schema, and what a schema cannot say.

Violations are data; how they are shown is the caller's choice. One bad file never stops the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema

from profile_extract.schema import json_schema
from profile_extract.settings import STANDARD_INPUT

COUNTS = ("profiles", "report", "furniture", "unassigned")
_NUMBERS_OF = frozenset({"id", "confidence", "pages"})
"""Keys of a profile that are no text of the report."""
LINES = ".jsonl"
"""How a file with a profile on each line ends; all others hold one document."""
_OF_RUN = frozenset({"summary.json"})
"""What a run over many reports writes beside the documents."""


class Violation(NamedTuple):
    """What is wrong with a file: where (JSON Pointer, empty for the whole), and why; ``line`` is the 1-based one of JSONL."""

    file: str
    path: str
    message: str
    line: int | None = None


def find_documents(path: Path) -> list[Path]:
    """The output documents at a path: a file is one; a folder holds those that end in .json or .jsonl, sorted.

    What a run keeps for itself is none: its summary, and what begins with a dot. Where a folder holds none, it is returned
    itself, for which :func:`validate_file` has a violation.
    """
    if not path.is_dir():
        return [path]
    found = sorted(file for kind in (".json", LINES) for file in path.rglob(f"*{kind}") if file.name not in _OF_RUN)
    return [file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)] or [path]


def validate_file(path: Path) -> list[Violation]:
    """All violations of one file, or of standard input (``-``), in document order; empty where it is valid."""
    try:
        text = (sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else path.read_bytes()).decode("utf-8")
    except IsADirectoryError:
        return [Violation(str(path), "", "a folder without output documents (.json, .jsonl)")]
    except OSError as error:
        return [Violation(str(path), "", f"cannot be read: {error.strerror or error}")]
    except UnicodeDecodeError as error:
        return [Violation(str(path), "", f"cannot be read: {error}")]
    if path.suffix != LINES:
        return [Violation(str(path), *found) for found in _faults(text, violations)]
    lines = enumerate(text.removesuffix("\n").split("\n") if text else (), 1)
    return [Violation(str(path), *found, number) for number, line in lines for found in _faults(line, line_violations)]


def violations(document: Any) -> Iterator[tuple[str, str]]:
    """JSON Pointer and message of each violation in a document."""
    yield from _broken_rules(document, _of_documents()) or _broken_promises(document)


def line_violations(profile: Any) -> Iterator[tuple[str, str]]:
    """The same of a line of JSONL: a profile, and the source it is from with that source's path in its archive."""
    yield from _broken_rules(profile, _of_lines())


@cache
def _of_documents() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


@cache
def _of_lines() -> jsonschema.Draft202012Validator:
    kinds = json_schema()["$defs"]
    source = _with_key(kinds["Source"], "path", {"type": "string"})
    return jsonschema.Draft202012Validator({**_with_key(kinds["Profile"], "source", source), "$defs": kinds})


def _with_key(kind: Mapping[str, Any], key: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of an object that has one more key."""
    return {**kind, "properties": {key: value, **kind["properties"]}, "required": [key, *kind["required"]]}


def _faults(text: str, check: Callable[[Any], Iterator[tuple[str, str]]]) -> list[tuple[str, str]]:
    """What is wrong with a text that should be strict JSON and pass a check."""
    try:
        return list(check(json.loads(text, parse_constant=_refused)))
    except ValueError as error:
        return [("", f"not strict JSON: {error}")]
    except RecursionError:  # documents of the contract have six levels
        return [("", "nested too deeply to be an output document")]


def _broken_rules(value: Any, rules: jsonschema.Draft202012Validator) -> list[tuple[str, str]]:
    """JSON Pointer and message of whatever breaks a schema, in the order of the document."""
    errors = rules.iter_errors(value)
    return sorted(("".join(f"/{_escaped(part)}" for part in error.absolute_path), error.message) for error in errors)


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON value")


def _escaped(part: object) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


def _broken_promises(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the schema cannot say: counts that add up, evidence for every text, pointers that lead somewhere."""
    accounting = document["accounting"]
    total = sum(accounting[name] for name in COUNTS)
    if total != accounting["characters"]:
        yield "/accounting", f"the counts add up to {total}, not to {accounting['characters']}"
    leaves = set(leaf_paths(document))
    traced = {entry["path"] for entry in document["evidence"]}
    if traced:
        for path in sorted(leaves - traced):
            yield path, "no evidence leads back from this text"
    known = leaves | {"", "/profiles"} | set(_all_paths(document["profiles"], "/profiles"))
    for number, warning in enumerate(document["warnings"]):
        if warning["path"] not in known:
            yield f"/warnings/{number}/path", f"{warning['path']} leads nowhere"


def leaf_paths(document: dict[str, Any]) -> Iterator[str]:
    """JSON Pointers of the strings in ``profiles`` and ``report`` that are made from the report's text."""
    yield from _strings(document["report"], "/report")
    for number, profile in enumerate(document["profiles"]):
        own = {key: value for key, value in profile.items() if key not in _NUMBERS_OF}
        yield from _strings(own, f"/profiles/{number}")


def _strings(value: Any, path: str) -> Iterator[str]:
    return (p for p, v in _walk(value, path) if isinstance(v, str))


def _all_paths(value: Any, path: str) -> Iterator[str]:
    return (p for p, _ in _walk(value, path))


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, f"{path}/{_escaped(key)}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _walk(item, f"{path}/{number}")

"""Output documents checked against the contract: the schema, and what a schema cannot say.

Violations are data; how they are shown is the caller's choice. One bad file never stops the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema

from profile_extract.schema import json_schema

COUNTS = ("profiles", "report", "furniture", "unassigned")
_NUMBERS_OF = frozenset({"id", "confidence", "pages"})
"""Keys of a profile that are no text of the report."""


class Violation(NamedTuple):
    """What is wrong with a file: where (JSON Pointer, empty for the whole), and why."""

    file: str
    path: str
    message: str


def validate_file(path: Path) -> list[Violation]:
    """All violations of one file, in document order; empty where it is valid."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"), parse_constant=_refused)
        found = list(violations(document))
    except (OSError, UnicodeDecodeError) as error:
        found = [("", f"cannot be read: {error}")]
    except ValueError as error:
        found = [("", f"not strict JSON: {error}")]
    except RecursionError:  # documents of the contract have six levels
        found = [("", "nested too deeply to be an output document")]
    return [Violation(str(path), where, message) for where, message in found]


def violations(document: Any) -> Iterator[tuple[str, str]]:
    """JSON Pointer and message of each violation in a document."""
    validator = jsonschema.Draft202012Validator(json_schema())
    found = [
        ("".join(f"/{_escaped(part)}" for part in error.absolute_path), error.message)
        for error in validator.iter_errors(document)
    ]
    yield from sorted(found) or _broken_promises(document)


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

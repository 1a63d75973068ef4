"""Violations of the contract as text, as JSON, and as annotations of a GitHub workflow."""

from __future__ import annotations

import json
from collections.abc import Sequence

from profile_extract.validate import Violation


def render(style: str, violations: Sequence[Violation], files: Sequence[str]) -> str:
    """All violations in the style asked for: ``text``, ``json`` or ``github``."""
    if style == "json":
        return json.dumps([v._asdict() for v in violations], ensure_ascii=False, indent=2) + "\n"
    if style == "github":
        return "".join(_annotation(v) for v in violations)
    return _text(violations, files)


def _text(violations: Sequence[Violation], files: Sequence[str]) -> str:
    lines = [f"{_place(v)}: {v.message}\n" for v in violations]
    bad = {v.file for v in violations}
    lines += [f"{file}: valid\n" for file in files if file not in bad]
    return "".join(lines)


def _place(violation: Violation) -> str:
    """The file, its line where it holds a profile on each, and where in the document or the profile."""
    if violation.line is None:
        return f"{violation.file}: {violation.path or '(whole document)'}"
    return f"{violation.file}:{violation.line}: {violation.path or '(whole line)'}"


def _annotation(violation: Violation) -> str:
    """GitHub Actions, *Workflow commands*: properties and data are escaped differently."""
    file = _escaped(violation.file).replace(":", "%3A").replace(",", "%2C")
    line = "" if violation.line is None else f",line={violation.line}"
    return f"::error file={file}{line}::{_escaped(f'{violation.path}: {violation.message}')}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

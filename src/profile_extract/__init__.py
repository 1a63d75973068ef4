"""Turns reports full of profiles into JSON in which every value leads back to its source.

>>> import profile_extract
>>> document = profile_extract.extract("report.pdf")        # doctest: +SKIP
>>> [profile.title for profile in document.profiles]        # doctest: +SKIP

The names below are the whole public interface. They are loaded when first used: importing this package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from profile_extract.errors import ProfileExtractError
    from profile_extract.evidence import apply_edits, undo_edits
    from profile_extract.pipeline import extract
    from profile_extract.read import read_report
    from profile_extract.run.many import extract_many
    from profile_extract.schema import Edit, ExtractedReport, json_schema
    from profile_extract.settings import Settings

__version__ = "0.1.0"
__all__ = [
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
_HOMES = {
    "Edit": "schema",
    "ExtractedReport": "schema",
    "ProfileExtractError": "errors",
    "Settings": "settings",
    "apply_edits": "evidence",
    "extract": "pipeline",
    "extract_many": "run.many",
    "json_schema": "schema",
    "read_report": "read",
    "undo_edits": "evidence",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

"""Layout files: what a person tells the program about a report's layout, in TOML.

    [labels]
    "Objective" = "section"      # or contact, related, quote, group

A label named here is believed wherever it stands, alone or before a colon, and its text goes where the file says.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from profile_extract.errors import LayoutFileError
from profile_extract.lexicon import label_key

FIELDS = ("contact", "group", "quote", "related", "section")
_TABLES = ("labels",)


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A layout file as read: its base name, and the field of each label by the label's key."""

    name: str
    labels: dict[str, str] = field(default_factory=dict)


def read_layout_file(path: Path) -> LayoutFile:
    """Read a layout file.

    Raises:
        LayoutFileError: it cannot be read or says something unknown; the message names the line and the key.
    """
    try:
        text = path.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise LayoutFileError(f"cannot be read: {error}", path=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise LayoutFileError(f"not TOML: {error}", path=str(path)) from error
    for table in document:
        if table not in _TABLES:
            raise _unknown(path, text, table, f"there is no table [{table}]; there are: {', '.join(_TABLES)}")
    labels = document.get("labels", {})
    if not isinstance(labels, dict):
        raise _unknown(path, text, "labels", "labels is a table: [labels]")
    for label, name in labels.items():
        if name not in FIELDS:
            raise _unknown(path, text, label, f"{label!r} cannot be {name!r}; a label is one of: {', '.join(FIELDS)}")
    return LayoutFile(path.name, {label_key(label): name for label, name in labels.items()})


def _unknown(path: Path, text: str, key: str, message: str) -> LayoutFileError:
    line = next((n for n, row in enumerate(text.splitlines(), 1) if key in row), None)
    return LayoutFileError(message, path=str(path), line=line)

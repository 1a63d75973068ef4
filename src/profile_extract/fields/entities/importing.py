"""spaCy without its command line: nothing here uses it, and it is two fifths of the time that importing spaCy takes."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_NOT_NEEDED = "spacy.cli.info"
"""The one module of the command line that the package imports, and all of the command line with it."""


def import_spacy() -> None:
    """Import the package, its command line left out until somebody asks for it; nothing where that has been done."""
    stand_in = ModuleType(_NOT_NEEDED)
    vars(stand_in)["info"] = _info
    if "spacy" not in sys.modules:
        sys.modules[_NOT_NEEDED] = stand_in
    try:
        import spacy  # noqa: F401
    finally:
        if sys.modules.get(_NOT_NEEDED) is stand_in:
            del sys.modules[_NOT_NEEDED]


def _info(*arguments: Any, **named: Any) -> Any:
    """What ``spacy.info`` does, the command line imported when it is first called."""
    from spacy.cli.info import info

    return info(*arguments, **named)

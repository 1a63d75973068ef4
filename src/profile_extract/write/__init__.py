"""Output documents as files: written beside the target and renamed, so that no half-written file is ever seen."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from profile_extract.errors import UsageError
from profile_extract.schema import ExtractedReport

MOST_NAME_CHARS = 40
"""Characters of a file's name that the one written beside it bears; file systems allow 255 bytes."""


def to_json(document: ExtractedReport, *, compact: bool = False) -> str:
    """The document as JSON text: keys in the order of the contract, the same bytes every time."""
    tree = document.model_dump(mode="json")
    if compact:
        return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; where ``path`` is a link, the file it leads to.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_text(text, encoding="utf-8", newline="\n")  # a pipe or device is written to, never replaced
        else:
            _replace(target, text)
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{path}: cannot be written: {reason}") from error


def _replace(path: Path, text: str) -> None:
    """Write a file beside the one to be replaced, and rename it; nothing is left behind where that fails."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:MOST_NAME_CHARS]}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""Output documents as files: written beside the target and renamed, so that no half-written file is ever seen."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from profile_extract.errors import UsageError
from profile_extract.schema import ExtractedReport


def to_json(document: ExtractedReport, *, compact: bool = False) -> str:
    """The document as JSON text: keys in the order of the contract, the same bytes every time."""
    tree = document.model_dump(mode="json")
    if compact:
        return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

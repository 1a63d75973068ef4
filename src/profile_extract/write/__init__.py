"""Output documents as files: written beside the target and renamed, so that no half-written file is ever seen."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from profile_extract.errors import UsageError

if TYPE_CHECKING:
    from profile_extract.schema import ExtractedReport

MOST_NAME_CHARS = 40
"""Characters of a file's name that the one written beside it bears; file systems allow 255 bytes."""


def to_json(document: ExtractedReport, *, compact: bool = False) -> str:
    """The document as JSON text: keys in the order of the contract, the same bytes every time."""
    return document.model_dump_json(indent=None if compact else 2) + "\n"


def to_profile_lines(document: ExtractedReport, path: str) -> str:
    """The profiles of a document, each on a line of JSON with the source it is from and that source's path in its archive."""
    tree = document.model_dump(mode="json", include={"source", "profiles"})
    source = {"path": path, **tree["source"]}
    lines = ({"source": source, **profile} for profile in tree["profiles"])
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n" for line in lines)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all; where ``path`` is a link, the file it leads to.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    with published(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


@contextlib.contextmanager
def published(path: Path) -> Iterator[Path]:
    """A file to be written to, which takes the place of ``path`` when all went well, and is gone where it did not.

    Where ``path`` is a link, the file it leads to is replaced; a pipe or device is written to, never replaced.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    try:
        target = path.resolve()
        is_special = target.exists() and not target.is_file() and not target.is_dir()
        folder, name = (None, "report") if is_special else (target.parent, target.name[:MOST_NAME_CHARS])
        handle, made = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=".part")
        os.close(handle)
    except (OSError, RuntimeError) as error:
        raise _not_writable(path, error) from error
    temporary = Path(made)
    try:
        yield temporary
        _publish(temporary, target, is_special=is_special)
    except OSError as error:
        raise _not_writable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _not_writable(path: Path, error: OSError | RuntimeError) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) else error
    return UsageError(f"{path}: cannot be written: {reason}")


def _publish(temporary: Path, target: Path, *, is_special: bool) -> None:
    with temporary.open("rb") as file:
        if is_special:
            with target.open("wb") as special:
                shutil.copyfileobj(file, special)
            return
        os.fsync(file.fileno())
    temporary.chmod(0o666 & ~_umask())
    temporary.replace(target)


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

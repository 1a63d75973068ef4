"""From a path or bytes to a :class:`~profile_extract.model.Report`: the only room that touches the input."""

from __future__ import annotations

import sys
from pathlib import Path

from profile_extract.errors import LimitExceededError, ReadError, UnsupportedFormatError, UsageError
from profile_extract.model import Report
from profile_extract.settings import READERS, ReadSettings

STANDARD_INPUT = "-"
_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024
"""A PDF says so in its first kilobyte (ISO 32000-2, note in 7.5.2)."""


def read_report(path: str | Path, settings: ReadSettings | None = None) -> Report:
    """Read a report from a file, or from standard input where ``path`` is ``-``.

    Raises:
        ReadError: or one of its kinds, where there is nothing to be read; the message says what to do.
    """
    settings = settings or ReadSettings()
    return read_bytes(*read_file(path, settings), settings)


def read_file(path: str | Path, settings: ReadSettings) -> tuple[bytes, str]:
    """The bytes of a file or of standard input (up to one more than the settings allow), and the name they go by.

    Raises:
        ReadError: the file is missing, a folder, or cannot be read.
    """
    if str(path) == STANDARD_INPUT:
        return sys.stdin.buffer.read(settings.limit_bytes + 1), "standard input"
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError("this is a folder; name the report file in it", path=str(path))
        with path.open("rb") as file:
            return file.read(settings.limit_bytes + 1), str(path)
    except OSError as error:
        reason = "no such file; check the path" if isinstance(error, FileNotFoundError) else f"cannot be read: {error}"
        raise ReadError(reason, path=str(path)) from error


def read_bytes(data: bytes, name: str, settings: ReadSettings | None = None) -> Report:
    """Read a report from bytes; ``name`` stands for it in messages, its last part in the output."""
    settings = settings or ReadSettings()
    if not data:
        raise UnsupportedFormatError("the file is empty; nothing to extract", path=name)
    if len(data) > settings.limit_bytes:
        limit = f"{settings.limit_bytes:,} bytes"
        raise LimitExceededError(f"larger than {limit}; raise read.limit_bytes in the settings", path=name)
    if _PDF_MARK not in data[:_PDF_MARK_WITHIN]:
        from profile_extract.read.text import read_text

        return read_text(data, name)
    if settings.reader == "pdfium":
        from profile_extract.read.pdfium import read_pdf
    elif settings.reader == "pdfplumber":
        from profile_extract.read.plumber import read_pdf
    else:
        raise UsageError(f"there is no reader {settings.reader!r}; there are: {', '.join(READERS)}")
    return read_pdf(data, name, settings)

"""From a path or bytes to a :class:`~profile_extract.model.Report`: the only room that touches the input."""

from __future__ import annotations

import os
import re
import stat
import sys
from itertools import islice
from pathlib import Path

from profile_extract.collecting import without_collection
from profile_extract.errors import LimitExceededError, ReadError, UnsupportedFormatError, UsageError
from profile_extract.model import Report
from profile_extract.read.characters import usable
from profile_extract.read.watch import Watch
from profile_extract.settings import READERS, STANDARD_INPUT, ReadSettings

_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024
"""A PDF says so in its first kilobyte (ISO 32000-2, note in 7.5.2)."""
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b|\btrailer\b")
"""What PDFs are made of; damaged ones may have lost all of it."""
_WORD = re.compile(rb"(?<!\S)[a-z]{3,}(?=[\s.,;:])")
FEWEST_WORDS = 100
"""Words, a paragraph or two, from which what names PDFs at its beginning and holds no object is a text about them."""


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
    return read_path(path, str(path), settings.limit_bytes), str(path)


def read_path(path: str | Path, name: str, limit_bytes: int) -> bytes:
    """The bytes of a regular file that goes by ``name`` in messages; nothing else is even waited for.

    Raises:
        ReadError: the file is missing, a folder, a pipe or device, or cannot be read.
        LimitExceededError: it is larger than the limit.
    """
    try:
        with open(path, "rb", opener=_at_once) as file:
            status = os.fstat(file.fileno())
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("a pipe or device, no regular file; pipes are read from standard input with -", path=name)
            if status.st_size > limit_bytes:
                raise _too_large(name, limit_bytes)
            data = file.read(status.st_size + 1)  # room for as much as allowed would cost more than reading the file
            return data if len(data) <= status.st_size else data + file.read(limit_bytes + 1 - len(data))
    except IsADirectoryError as error:
        raise ReadError("this is a folder; name the report file in it", path=name) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        reason = "no such file; check the path" if isinstance(error, FileNotFoundError) else f"cannot be read: {why}"
        raise ReadError(reason, path=name) from error


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for anybody to write to it, as a pipe would."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_pdf(data: bytes) -> bool:
    """Whether data are a PDF, a damaged one maybe: they say so, and are no text that begins with an example of that."""
    if _PDF_MARK not in data[:_PDF_MARK_WITHIN]:
        return False
    return _OBJECT.search(data) is not None or next(islice(_WORD.finditer(data), FEWEST_WORDS - 1, None), None) is None


def _too_large(name: str, limit_bytes: int) -> LimitExceededError:
    return LimitExceededError(f"larger than {limit_bytes:,} bytes; raise read.limit_bytes in the settings", path=name)


@without_collection()
def read_bytes(data: bytes, name: str, settings: ReadSettings | None = None, watch: Watch | None = None) -> Report:
    """Read a report from bytes; ``name`` stands for it in messages, its last part in the output."""
    settings, watch = settings or ReadSettings(), watch or Watch(name)
    if not data:
        raise UnsupportedFormatError("the file is empty; nothing to extract", path=name)
    if len(data) > settings.limit_bytes:
        raise _too_large(name, settings.limit_bytes)
    if not _is_pdf(data):
        from profile_extract.read.text import read_text

        return read_text(data, usable(name), watch)
    if settings.reader not in READERS:
        raise UsageError(f"there is no reader {settings.reader!r}; there are: {', '.join(READERS)}")
    from profile_extract.read.chain import read_pdf

    return read_pdf(data, usable(name), settings, watch)

"""What has been done, line by line: JSON that ends in a hash of itself, so that a torn line is told from a whole one.

A line is written after the result it speaks of is safe. Whatever happens between the two only makes a report be done
again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from profile_extract import __version__

PASSING = frozenset({"EngineError", "ReadError"})
"""Failures that may be gone the next time: a part of the program or of the machine failed, or a file could not be reached."""
KILLED = "signal 9"
"""The cause where a child was killed from outside: by a person, or by the system when memory ran out."""
CHECK_CHARS = 16
"""Length of a line's hash; 64 bits tell torn lines for certain."""
_CHECK = ', "check": "'


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a report: ``name`` among the results, ``place`` it was read from, and the three keys of its result.

    ``sha256`` is of the content read (None where it could not be), ``stamp`` tells without reading that it is unchanged.
    ``cause`` says how a child ended that gave no answer; ``limits`` is a hash of those that a report has hit.
    ``result_bytes`` is the size of the result. Timings are here and in the summary, never in results.
    """

    name: str
    place: str
    sha256: str | None
    stamp: str | None
    settings: str
    version: str
    error: str | None = None
    message: str | None = None
    cause: str | None = None
    limits: str | None = None
    profiles: int = 0
    pages: int = 0
    warnings: int = 0
    result_bytes: int = 0
    seconds: float = 0.0
    peak_bytes: int = 0

    @property
    def is_done(self) -> bool:
        """Whether there is a result."""
        return self.error is None

    @property
    def may_pass(self) -> bool:
        """Whether it failed for a reason that may be gone the next time."""
        return self.error in PASSING or self.cause == KILLED

    def is_of(self, settings: str) -> bool:
        """Whether this version of the program made it, by the same settings."""
        return self.settings == settings and self.version == __version__


_NAMES = frozenset(field.name for field in fields(Record))
_OFTEN_THE_SAME = ("settings", "version", "error")


def line_of(record: Record) -> bytes:
    """A record as a line of the ledger."""
    text = json.dumps({key: value for key, value in asdict(record).items() if value is not None})
    return f'{text[:-1]}{_CHECK}{_check(text)}"}}\n'.encode()


def record_of(line: bytes) -> Record | None:
    """The record on a line, without its line feed; None where the line is torn or was never one."""
    try:
        body, found, check = line.decode("ascii").rpartition(_CHECK)
        if not found or check != f'{_check(body + "}")}"}}':
            return None
        values: dict[str, Any] = json.loads(body + "}")
    except ValueError:
        return None
    known = {key: value for key, value in values.items() if key in _NAMES}
    for key in _OFTEN_THE_SAME:
        if known.get(key):
            known[key] = sys.intern(known[key])  # one string in memory for thousands of records
    return Record(**{"sha256": None, "stamp": None, **known})


def read_lines(lines: Iterable[bytes]) -> tuple[dict[str, Record], int]:
    """The last record of each name, and how many bytes at the beginning are whole lines."""
    records: dict[str, Record] = {}
    whole_bytes = position = 0
    for line in lines:
        position += len(line)
        record = record_of(line[:-1]) if line.endswith(b"\n") else None
        if record is not None:
            records[record.name] = record
        if line.endswith(b"\n"):
            whole_bytes = position  # a spoilt line in the middle is passed over: its report is done again
    return records, whole_bytes


def _check(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:CHECK_CHARS]

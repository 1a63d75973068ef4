"""``summary.json``: a line for each input, in their order, and the sums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from profile_extract import __version__
from profile_extract.run.ledger import Record

SUMMARY = "summary.json"


@dataclass(slots=True)
class Tally:
    """What came of the inputs of a batch.

    ``done`` and ``failed`` are all inputs with a result and without, whenever that was; ``earlier`` are those of both that
    a run before this one had settled, ``waiting`` those that nobody has come to.
    """

    total: int = 0
    done: int = 0
    failed: int = 0
    earlier: int = 0
    profiles: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def waiting(self) -> int:
        """Inputs that are neither done nor failed."""
        return self.total - self.done - self.failed

    def count(self, record: Record, *, is_earlier: bool = False) -> None:
        """Add what became of an input."""
        self.done += record.is_done
        self.failed += not record.is_done
        self.earlier += is_earlier
        self.profiles += record.profiles
        self.pages += record.pages
        self.seconds += record.seconds


def summary_lines(tally: Tally, inputs: Iterable[tuple[str, str, str | None, Record | None]]) -> Iterator[str]:
    """The summary as text, piece by piece; an input is its name, its place, its result if there is one, and its record."""
    sums = {
        "inputs": tally.total,
        "done": tally.done,
        "failed": tally.failed,
        "waiting": tally.waiting,
        "profiles": tally.profiles,
        "pages": tally.pages,
        "seconds": round(tally.seconds, 3),
    }
    yield f'{{\n"generator": {json.dumps({"name": "profile-extract", "version": __version__})},\n'
    yield f'"totals": {json.dumps(sums)},\n"reports": [\n'
    between = ""
    for entry in inputs:
        yield between + json.dumps(_entry(*entry), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n}\n"


def _entry(name: str, place: str, result: str | None, record: Record | None) -> dict[str, Any]:
    status = "waiting" if record is None else "done" if record.is_done else "failed"
    entry: dict[str, Any] = {"name": printable(name), "source": printable(place), "status": status}
    entry["result"] = printable(result) if result else None
    for key in ("error", "message", "profiles", "pages", "warnings", "sha256", "seconds", "peak_bytes"):
        value = getattr(record, key, None)
        entry[key] = printable(value) if isinstance(value, str) else value
    return entry


def printable(text: str) -> str:
    """Text that is valid in UTF-8: bytes of a file's name that are not are shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

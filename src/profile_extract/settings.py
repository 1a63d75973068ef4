"""Settings: every threshold with its name, its unit and where it comes from. Frozen, and readable from TOML."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from profile_extract.errors import SettingsError

READERS = ("pdfium", "pdfplumber")
STANDARD_INPUT = "-"
"""What is given in place of a path, to any command, for it to read its standard input."""
_IN_WORDS: dict[type[object], str] = {int: "a whole number", float: "a number", str: "text in quotation marks"}


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How a file becomes lines."""

    reader: str = field(default="pdfium", metadata={"choices": READERS})
    """Which engine reads PDF text: ``pdfium``, or ``pdfplumber`` as an independent second opinion."""
    limit_bytes: int = 100_000_000
    """Largest input file, in bytes."""
    column_gap_em: float = 2.5
    """A gap inside a printed line wider than this, in ems, parts it: justified text in narrow columns goes up to 1.9 em."""
    style_gap_em: float = 1.2
    """A gap wider than this, in ems, parts a line where its style changes: a label from the value beside it."""
    backstep_em: float = 0.5
    """A word that begins further left than the one before it ended, by this many ems, begins a new line."""
    baseline_shift_em: float = 0.5
    """A word whose baseline is off by more than this, in ems, stands on another line; raised figures are off by 0.4."""


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """What one report may take before it is given up (see docs/safety.md); the size of the file is ``read.limit_bytes``."""

    memory_bytes: int = 2**30
    """Address space of the process that reads one report, in bytes; reports of hundreds of pages take half of it."""
    cpu_s: float = 10.0
    """Processor time for any report, in seconds: starting takes one or two, the rest is room for slow machines."""
    cpu_page_s: float = 0.5
    """Processor time added for each page that is read, in seconds; the usual page takes a hundredth of it."""
    wall_factor: float = 3.0
    """Time on the clock, in multiples of the processor time: a report that waits for others is not hanging."""
    pages: int = 5_000
    """Most pages; the longest reports at hand have some hundreds."""
    page_characters: int = 200_000
    """Most characters on one page; a page of a newspaper in small print has 40,000."""
    output_bytes: int = 500_000_000
    """Largest output document, in bytes: five times the largest input; with evidence it is ten times the text read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run; the output names their hash."""

    read: ReadSettings = field(default_factory=ReadSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Settings from a TOML file with a table per group; raises :class:`SettingsError` naming file and key."""
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingsError(f"{path}: cannot be read: {error.strerror or error}", path=str(path)) from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as TOML settings: {error}", path=str(path)) from error
        return cls._from_tables(document, str(path))

    @classmethod
    def _from_tables(cls, document: dict[str, Any], path: str) -> Self:
        groups = {f.name: f for f in dataclasses.fields(cls)}
        settings = cls()
        for name, table in document.items():
            if name not in groups or not isinstance(table, dict):
                known = ", ".join(sorted(groups))
                raise SettingsError(f"{path}: there is no group [{name}]; there are: {known}", path=path, key=name)
            group = _with_values(getattr(settings, name), table, path, name)
            settings = dataclasses.replace(settings, **{name: group})
        return settings

    def sha256(self) -> str:
        """A hash over all values that shape the output: two runs with the same hash were told the same things.

        Limits are left out: they decide whether there is an output, never what stands in it.
        """
        shaping = {name: group for name, group in dataclasses.asdict(self).items() if name != "limits"}
        canonical = json.dumps(shaping, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def _with_values(group: Any, table: dict[str, Any], path: str, name: str) -> Any:
    fields = {f.name: f for f in dataclasses.fields(group)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        full = f"{name}.{key}"
        if key not in fields:
            known = ", ".join(fields)
            raise SettingsError(f"{path}: there is no setting {full}; [{name}] has: {known}", path=path, key=full)
        wanted = type(getattr(group, key))
        values[key] = float(value) if wanted is float and type(value) is int else value
        problem = _problem(values[key], wanted, fields[key].metadata.get("choices"))
        if problem:
            raise SettingsError(f"{path}: {full} must be {problem}, not {value!r}", path=path, key=full)
    return dataclasses.replace(group, **values)


def _problem(value: Any, wanted: type[object], choices: Sequence[str] | None) -> str | None:
    """What a value must be that it is not; None where all is well."""
    if type(value) is not wanted:
        return _IN_WORDS[wanted]
    if choices and value not in choices:
        return f"one of {', '.join(choices)}"
    if isinstance(value, int | float) and not 0 < value < math.inf:
        return "a number above 0"
    return None

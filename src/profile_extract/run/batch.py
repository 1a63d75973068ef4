"""Many reports in one run: which are to be done, what becomes of each, and what stands in the end.

The run goes over the reports in their order; the ledger says what has been done. Only counts and the ledger's records
are kept in memory, never a document.
"""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import itertools
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from profile_extract import __version__
from profile_extract.errors import EngineError, LimitExceededError, UsageError
from profile_extract.run.engines import Engine, Task, Tick
from profile_extract.run.isolation import Outcome
from profile_extract.run.job import Job
from profile_extract.run.ledger import Record
from profile_extract.run.places import content_sha256, is_url, local_stamp
from profile_extract.run.sources import Source
from profile_extract.run.stores import OWN, Store, open_store, written
from profile_extract.run.summary import SUMMARY, Tally, printable, summary_lines
from profile_extract.settings import Settings

if TYPE_CHECKING:
    from profile_extract.structure import Guide

FORMATS = ("json", "jsonl")
PROFILES = "profiles.jsonl"
"""All profiles of a batch, where that is the format."""
HASH_CHARS = 16
"""Length of hashes of settings in the ledger."""
MOST_NAME_BYTES = 200
"""Longest file name of a result; file systems allow 255 bytes."""
_OF_ONE_NAME = frozenset({errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL})
"""Errors in writing that are the fault of one name; any other (a full disk) ends the run."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a batch is told: what shapes the results, then what is to be done again."""

    settings: Settings = field(default_factory=Settings)
    layout: Guide | None = None
    with_evidence: bool = True
    compact: bool = False
    form: str = "json"
    retry_failed: bool = False
    force: bool = False
    fail_fast: bool = False

    def sha256(self) -> str:
        """A hash over all that shapes the results."""
        layout = dataclasses.asdict(self.layout) if self.layout else None
        details = [self.with_evidence, self.compact] if self.form == "json" else []
        return _hash([self.settings.sha256(), layout, self.form, *details])

    def limits_sha256(self) -> str:
        """A hash over the limits: a report that hit one is worth another try under others."""
        return _hash([dataclasses.asdict(self.settings.limits), self.settings.read.limit_bytes])


class Watcher:
    """Told how a batch goes; this one tells nobody."""

    def begun(self, tally: Tally) -> None:
        """The reports are known."""

    def settled(self, record: Record, *, is_earlier: bool) -> None:
        """A report is done or failed, in this run or an earlier one."""


def run_batch(
    reports: Sequence[Source],
    output: str,
    options: Options,
    engine: Engine,
    *,
    watcher: Watcher | None = None,
    tick: Tick = lambda: None,
) -> Tally:
    """Do what is missing of a batch, and write the summary; however the run ends, what is finished stays.

    Raises:
        UsageError: the place of the results cannot be written to, or another run writes there.
        KeyboardInterrupt: from ``tick``; the summary has been written then.
    """
    store = open_store(output)
    try:
        batch = _Batch(reports, store, options, watcher or Watcher())
        try:
            batch.run(engine, tick)
        finally:
            batch.finish()
        return batch.tally
    finally:
        store.close()


class _Batch:
    """A run over reports: the one place where engines, ledger and results meet."""

    def __init__(self, reports: Sequence[Source], store: Store, options: Options, watcher: Watcher) -> None:
        self._reports, self._store, self._options, self._watcher = reports, store, options, watcher
        self._records = store.records()
        self._settings, self._limits = options.sha256(), options.limits_sha256()
        self._numbers = itertools.count()
        self.tally = Tally(total=len(reports))

    def run(self, engine: Engine, tick: Tick) -> None:
        """Do what is to be done."""
        self._watcher.begun(self.tally)
        done = engine.run(self._tasks(), tick)
        try:
            for task, outcome in done:
                record = self._settled(task, outcome)
                self._records[record.name] = record
                self._store.append(record)
                self.tally.count(record)
                self._watcher.settled(record, is_earlier=False)
                if self._options.fail_fast and not record.is_done:
                    return
        finally:
            close: Callable[[], None] = getattr(done, "close", lambda: None)
            close()

    def finish(self) -> None:
        """Write what is made of all results: the profiles in one file, the summary."""
        if self._options.form == "jsonl":
            self._write_profiles()
        with written(self._store, SUMMARY) as file:
            for piece in summary_lines(self._sums(), self._entries()):
                file.write(piece.encode())

    def _tasks(self) -> Iterator[Task]:
        """What is to be done, one by one as there is room for it."""
        for report in self._reports:
            source = report._replace(name=self._name(report))
            if source.stamp is None and not is_url(source.place):
                source = source._replace(stamp=local_stamp(source.place))
            if (record := self._settled_before(source)) is not None:
                self._keep(record, source)
                self.tally.count(record, is_earlier=True)
                self._watcher.settled(record, is_earlier=True)
                continue
            options = self._options
            job = Job(
                source=source.place,
                name=printable(source.name),
                settings=options.settings,
                layout=options.layout,
                with_evidence=options.with_evidence and options.form == "json",
                compact=options.compact,
                profile_lines=options.form == "jsonl",
            )
            self._records.pop(source.name, None)
            yield Task(job, self._store.temporary / str(next(self._numbers)), source)

    def _name(self, report: Source) -> str:
        """A report's name; with a hash of its place where an earlier batch has given the name to another report."""
        record = self._records.get(report.name)
        is_taken = record is not None and record.is_done and record.place != report.place
        if not is_taken or (record and record.sha256 == self._sha256(report.place)):  # the same report, moved
            return report.name
        return f"{report.name}~{_hash([report.place])}"

    def _settled_before(self, source: Source) -> Record | None:
        """The record of a report that need not be done again."""
        record = self._records.get(source.name)
        if record is None or self._options.force or not self._is_true(record):
            return None
        if not record.is_done and (self._options.retry_failed or record.may_pass or record.limits not in {None, self._limits}):
            return None
        if source.stamp is not None and source.stamp == record.stamp:
            return record
        return record if record.sha256 is not None and record.sha256 == self._sha256(source.place) else None

    def _keep(self, record: Record, source: Source) -> None:
        """Note where a report is now and how its content is known the next time without reading it."""
        if (record.place, record.stamp) != (source.place, source.stamp or record.stamp):
            record = dataclasses.replace(record, place=source.place, stamp=source.stamp)
            self._records[record.name] = record
            self._store.append(record)

    def _settled(self, task: Task, outcome: Outcome) -> Record:
        """The record of a report that an engine gives back, its result in place."""
        result_bytes = 0
        if outcome.summary is not None:
            try:
                result_bytes = self._store.publish(task.target, self._path(task.source.name))
            except OSError as error:
                if error.errno not in _OF_ONE_NAME:
                    raise UsageError(f"{self._path(task.source.name)}: cannot be written: {error.strerror}") from error
                reason = f"{task.job.name}: its result cannot be written: {error.strerror}"
                outcome = outcome._replace(summary=None, error=EngineError.__name__, message=reason)
        task.target.unlink(missing_ok=True)
        return self._record(task.source, outcome, result_bytes)

    def _record(self, source: Source, outcome: Outcome, result_bytes: int) -> Record:
        summary = outcome.summary
        is_limit = outcome.error == LimitExceededError.__name__
        return Record(
            name=source.name,
            place=source.place,
            sha256=summary.sha256 if summary else self._sha256(source.place),
            stamp=source.stamp,
            settings=self._settings,
            version=__version__,
            error=outcome.error,
            message=outcome.message,
            cause=outcome.cause,
            limits=self._limits if is_limit else None,
            profiles=summary.profiles if summary else 0,
            pages=summary.pages if summary else 0,
            warnings=summary.warnings if summary else 0,
            result_bytes=result_bytes,
            seconds=round(outcome.seconds, 3),
            peak_bytes=outcome.peak_bytes,
        )

    def _path(self, name: str) -> str:
        """Where the result of a report is, in the store."""
        path = f"{_shortened(name, self._options.form)}.{self._options.form}"
        return path if self._options.form == "json" else f"{OWN}/parts/{path}"

    def _sha256(self, place: str) -> str | None:
        return content_sha256(place, self._options.settings.read.limit_bytes)

    def _sums(self) -> Tally:
        tally = Tally(total=len(self._reports))
        for _, record in self._with_records():
            if record is not None:
                tally.count(record)
        return tally

    def _entries(self) -> Iterator[tuple[str, str, str | None, Record | None]]:
        for report, record in self._with_records():
            name = record.name if record else report.name
            has_file = record is not None and record.is_done and self._options.form == "json"
            yield name, report.place, self._path(name) if has_file else None, record

    def _with_records(self) -> Iterator[tuple[Source, Record | None]]:
        """Each report with what is known of it under the settings of this run."""
        for report in self._reports:
            names = (report.name, f"{report.name}~{_hash([report.place])}")
            found = (self._records.get(name) for name in names)
            yield report, next((r for r in found if r and r.place == report.place and self._is_true(r)), None)

    def _is_true(self, record: Record) -> bool:
        """Whether a record is of these settings, and its result is there."""
        has_result = not record.is_done or self._store.size(self._path(record.name)) == record.result_bytes
        return record.is_of(self._settings) and has_result

    def _write_profiles(self) -> None:
        with written(self._store, PROFILES) as file:
            for _, record in self._with_records():
                if record is not None and record.is_done:
                    with self._store.open(self._path(record.name)) as part:
                        shutil.copyfileobj(part, file)


def _shortened(name: str, form: str) -> str:
    """The name of a result without its ending: not longer than file systems bear, and none of a batch's own files."""
    folder, slash, file = name.rpartition("/")
    encoded = file.encode("utf-8", "surrogateescape")
    if len(encoded) > MOST_NAME_BYTES:
        file = f"{encoded[:MOST_NAME_BYTES].decode('utf-8', 'ignore')}~{_hash([name])}"
    elif not folder and f"{file}.{form}" in {SUMMARY, PROFILES}:
        file = f"{file}~{_hash([name])}"
    return f"{folder}{slash}{file}"


def _hash(values: list[Any]) -> str:
    canonical = json.dumps(values, sort_keys=True, default=sorted, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:HASH_CHARS]

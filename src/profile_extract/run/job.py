"""What is done with one report, as a value that can be sent to another process, and the function that does it.

The engines and everything that finds fields are imported when a job runs, so that a process which only starts others
stays small; one that starts many calls :func:`preload` once.
"""

from __future__ import annotations

import gc
import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from profile_extract.collecting import without_collection
from profile_extract.errors import LimitExceededError, ReadError, UsageError
from profile_extract.run.confine import ONE_THREAD
from profile_extract.settings import Settings

if TYPE_CHECKING:
    from profile_extract.drafts import Extraction
    from profile_extract.structure import Guide

VIEWS = ("json", "page", "layout")
"""What an inspection can be written as: data, a page for people, a layout file."""


@dataclass(frozen=True, slots=True)
class Job:
    """One report to be extracted.

    ``source`` is a local path or a URL that fsspec understands; ``name`` stands for it in messages, its last part in the
    output. With ``profile_lines`` the output is not a document but a line of JSON for each profile. With ``view`` (one of
    :data:`VIEWS`) the report is inspected instead: the output shows what the program saw, a page for people in colour if it
    is for a terminal, of so many ``columns``.
    """

    source: str
    name: str
    settings: Settings = field(default_factory=Settings)
    layout: Guide | None = None
    with_evidence: bool = True
    compact: bool = False
    profile_lines: bool = False
    view: str | None = None
    columns: int | None = None


class Summary(NamedTuple):
    """What came of a job: counts, and the hash of the bytes that were read."""

    profiles: int
    pages: int
    warnings: int
    sha256: str = ""


class Teller:
    """Told by a job how far it is; this one tells nobody."""

    def stage(self, name: str) -> None:
        """A stage begins."""

    def page(self, number: int) -> None:
        """A page (1-based) is about to be read."""


@without_collection()
def run_job(job: Job, target: Path, teller: Teller | None = None) -> Summary:
    """Extract a report and write its output document to a local file, which is there already or not.

    Raises:
        ReadError: or one of its kinds, where the report cannot be read, or its output is larger than the settings allow.
        UsageError: ``target`` cannot be written.
    """
    from profile_extract.pipeline import analyse_bytes

    teller = teller or Teller()
    data = read_source(job.source, job.name, job.settings.read.limit_bytes)
    extraction = analyse_bytes(data, job.name, job.settings, layout=job.layout, progress=teller.stage, on_page=teller.page)
    sha256 = hashlib.sha256(data).hexdigest()
    del data
    pages = len(extraction.segmentation.layout.report.pages)
    if job.view is not None:
        _write(target, _view(extraction, job), job)
        return Summary(len(extraction.profiles), pages, len(extraction.problems), sha256)
    from profile_extract.pipeline import document_of
    from profile_extract.write import to_json, to_profile_lines

    document = document_of(extraction, job.settings, job.layout, with_evidence=job.with_evidence)
    text = to_profile_lines(document, job.name) if job.profile_lines else to_json(document, compact=job.compact)
    _write(target, text, job)
    return Summary(len(document.profiles), pages, len(document.warnings), sha256)


def read_source(source: str, name: str, limit_bytes: int) -> bytes:
    """The bytes of a local file or of whatever fsspec reaches, at most one more than the limit.

    Raises:
        ReadError: it is missing, no regular file, or cannot be read.
    """
    if "://" not in source:
        from profile_extract.read import read_path

        return read_path(source, name, limit_bytes)
    import fsspec

    try:
        with fsspec.open(source, "rb") as file:
            data: bytes = file.read(limit_bytes + 1)
            return data
    except FileNotFoundError as error:
        raise ReadError("no such file; check the address", path=name) from error
    except Exception as error:  # each file system has errors of its own
        raise ReadError(f"cannot be read: {type(error).__name__}: {error}", path=name) from error


@without_collection()  # imports make little garbage, and collecting it took a tenth of their time
def preload() -> None:
    """Import all that a job needs, so that each forked process has it already."""
    os.environ.update(ONE_THREAD)  # a process with threads must not be forked
    from profile_extract import assemble, fields, pipeline, write  # noqa: F401
    from profile_extract.fields.entities import find_entities
    from profile_extract.gazetteer import find_places
    from profile_extract.read import pdfium, tables, text  # noqa: F401

    find_entities("Berlin")
    find_places("Berlin")
    gc.freeze()  # what is loaded stays shared between the processes


def _view(extraction: Extraction, job: Job) -> str:
    if job.view == "layout":
        from profile_extract.write.layouts import layout_toml, learnt_layout

        return layout_toml(learnt_layout(extraction), Path(extraction.segmentation.layout.report.name).name)
    if job.view == "json":
        from profile_extract.write.inspection import inspection_json

        return inspection_json(extraction)
    from profile_extract.write.inspection_page import inspection_page

    return inspection_page(extraction, job.columns)


def _write(target: Path, text: str, job: Job) -> None:
    data, most = text.encode(), job.settings.limits.output_bytes
    if len(data) > most:
        raise LimitExceededError(f"its output is larger than {most:,} bytes; raise limits.output_bytes", path=job.name)
    try:
        target.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror}") from error

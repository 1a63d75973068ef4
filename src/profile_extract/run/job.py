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

_ANY_REPORT = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length 370>> stream
BT /F 24 Tf 30 TL 60 780 Td (A Tram at Night) Tj /F 12 Tf T* (Turku, Finland) Tj
T* (Once a month the tram runs until morning, and whoever works at night rides home in it for nothing.) Tj
T* (Contact) Tj T* (City of Turku, Office of Trams) Tj T* (Aino Salo, Linnankatu 500, 20100 Turku, Finland) Tj
T* (Tel. +358 2 123 4567, trams@turku.example, www.turku.example) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R>>
"""
"""A report of one page, to make ready with what others are worked on."""
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


def preload() -> None:
    """Import all that a job needs and let it work once, so that each forked process has it ready.

    The first report of a process takes 20 ms more than the next: lists of words are read, tables of the engines made.
    """
    os.environ.update(ONE_THREAD)  # a process with threads must not be forked
    _warm_up()
    gc.freeze()  # what is loaded stays shared between the processes


@without_collection()  # imports make little garbage, and collecting it took a tenth of their time
def _warm_up() -> None:
    from profile_extract.fields.entities import find_entities
    from profile_extract.pipeline import analyse_bytes, document_of
    from profile_extract.read import tables, text  # noqa: F401
    from profile_extract.write import to_json

    find_entities("Turku")  # loads spaCy, which the report below has no need of
    to_json(document_of(analyse_bytes(_ANY_REPORT, "any.pdf", Settings()), Settings()))


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

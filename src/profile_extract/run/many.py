"""Many reports for programs: what the command does, as one function."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from profile_extract.errors import UsageError
from profile_extract.run.batch import FORMATS, Options, run_batch
from profile_extract.run.engines import Engine
from profile_extract.run.sources import find_sources
from profile_extract.run.summary import Tally
from profile_extract.settings import Settings

if TYPE_CHECKING:
    from profile_extract.structure import Guide

ENGINES = ("local", "ray")


def extract_many(
    reports: Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    settings: Settings | None = None,
    *,
    layout: Guide | None = None,
    with_evidence: bool = True,
    form: str = "json",
    jobs: int | None = None,
) -> Tally:
    """Extract reports (files, folders, patterns, URLs) into a folder or a URL; what has been done before is not done again.

    Each report is read in a child process, up to ``jobs`` at a time (all processors by default): call it where no other
    thread runs. A report that fails is counted, and ``summary.json`` says why. ``form`` is ``json``, a document for each
    report, or ``jsonl``, all profiles in ``profiles.jsonl``.

    Returns:
        How many reports were ``total``, ``done``, ``failed``, ``waiting``, and settled by ``earlier`` runs; the sums of their
        ``profiles``, ``pages`` and ``seconds``.

    Raises:
        UsageError: there is no report, or ``output`` cannot be written to.
        ReadError: a store does not answer.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}; there are: {', '.join(FORMATS)}")
    options = Options(settings or Settings(), layout, with_evidence=with_evidence, form=form)
    place = os.fspath(output)
    sources = find_sources([os.fspath(report) for report in reports], place)
    return run_batch(sources.reports, place, options, engine_called("local", jobs))


def engine_called(name: str, jobs: int | None, address: str | None = None) -> Engine:
    """The engine of a name (one of :data:`ENGINES`); nothing is imported or started before it runs."""
    if name == "ray":
        from profile_extract.run.engines.ray import RayEngine

        return RayEngine(jobs, address)
    from profile_extract.run.engines.local import LocalEngine

    return LocalEngine(jobs)

"""An archive of reports and what comes out of it undisturbed, made once for all tests of runs."""

from __future__ import annotations

from pathlib import Path

import archive
import pytest


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 40 small reports."""
    return archive.make_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The results of a run by one worker that nothing disturbs."""
    output = tmp_path_factory.mktemp("undisturbed") / "out"
    archive.extract(reports, "-o", output, "--jobs", 1)
    return archive.results(output)

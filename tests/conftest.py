"""What all tests share: where reports are, and the flag that rewrites golden files (refused in CI)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("laws", deadline=None)  # laws are not about time, and the machine may have other work
settings.load_profile("laws")
ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.parent for path in ROOT.glob("samples/*/report.*"))
MADE = sorted(ROOT.glob("tests/reports/*/report.pdf"))
"""Reports of many designs, made for tests (``tests/reports/README.md``)."""


def shared_folder() -> Path:
    """The folder of real reports, which are not part of this project."""
    return Path(os.environ.get("PROFILE_EXTRACT_SHARED", ROOT.parent / "shared"))


def shared_reports() -> list[Path]:
    """The real reports at hand; empty where there are none."""
    return sorted(shared_folder().glob("reports/*/report.*"))


def shared_params() -> list[pytest.ParameterSet]:
    """One parameter for each real report at hand, called after it; where there are none, one that says so and is skipped."""
    found = [pytest.param(path, id=path.parent.name) for path in shared_reports()]
    return found or [pytest.param(None, marks=pytest.mark.skip("no shared reports here"), id="shared")]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the samples' expected output again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    wanted = bool(request.config.getoption("--update-golden"))
    if wanted and os.environ.get("CI"):
        pytest.fail("golden files are not rewritten in CI")
    return wanted


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """The folder of each sample."""
    return Path(request.param)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports; the test is skipped where it is absent."""
    if not shared_reports():
        pytest.skip("no shared reports here (PROFILE_EXTRACT_SHARED, else ../shared)")
    return shared_folder()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 40 small reports."""
    from archive import make_archive

    return make_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What comes out of that folder in a run by one worker that nothing disturbs."""
    from archive import extract, results

    output = tmp_path_factory.mktemp("undisturbed") / "out"
    extract(reports, "-o", output, "--jobs", 1)
    return results(output)

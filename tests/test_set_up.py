"""The Python that make chooses for .venv."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / "scripts"


def _chosen(*candidates: str) -> str:
    return _printed("find_python.sh", *candidates)


def _printed(script: str, *arguments: str) -> str:
    return subprocess.run([SCRIPTS / script, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def _pythons(folder: Path, *versions: str) -> list[str]:
    """Programs that print a version, as Python asked for its own does."""
    paths = [folder / f"python{number}" for number in range(len(versions))]
    for path, version in zip(paths, versions, strict=True):
        path.write_text(f"#!/bin/sh\necho '{version}'\n")
        path.chmod(0o755)
    return list(map(str, paths))


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [((0, 0), "0"), ((1, 0), "1"), ((1, 1), "python3")],
    ids=["the first that fits", "the next one", "python3 where none fits"],
)
def test_the_first_python_that_fits_is_taken(tmp_path: Path, answers: Sequence[int], chosen: str) -> None:
    for number, answer in enumerate(answers):
        python = tmp_path / str(number)
        python.write_text(f"#!/bin/sh\nexit {answer}\n")
        python.chmod(0o755)
    found = _chosen(*(str(tmp_path / str(number)) for number in range(len(answers))))
    assert Path(found).name == chosen


def test_what_is_no_python_or_is_not_there_does_not_fit() -> None:
    assert _chosen("/bin/false", "/no/such/python") == "python3"


@pytest.mark.parametrize(
    ("version", "fits"), [("3, 10, 9", False), ("3, 11, 0", True), ("3, 13, 1", True), ("3, 14, 0", False)]
)
def test_the_version_decides_where_python_is_built_for_speed(tmp_path: Path, version: str, *, fits: bool) -> None:
    python = tmp_path / "python"
    python.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c \"import sys; sys.base_prefix = '/usr'; sys.version_info = ({version}); $2\"\n"
    )
    python.chmod(0o755)
    assert (_chosen(str(python)) == str(python)) is fits


def test_another_python_is_the_first_of_another_version(tmp_path: Path) -> None:
    own, same, other, later = _pythons(tmp_path, "3.11.2", "3.11.2", "3.11.7", "3.13.0")
    assert _printed("other_python.sh", own, "/no/such/python", same, other, later) == other


def test_there_may_be_no_other_python(tmp_path: Path) -> None:
    own, same = _pythons(tmp_path, "3.11.2", "3.11.2")
    assert not _printed("other_python.sh", own, same, "/bin/false")

"""The Python that make chooses for .venv."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "find_python.sh"


def _chosen(*candidates: str) -> str:
    return subprocess.run([SCRIPT, *candidates], capture_output=True, text=True, check=True).stdout.strip()


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

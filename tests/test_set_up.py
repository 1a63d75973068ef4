"""The Python that make chooses for .venv."""

from __future__ import annotations

import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "scripts" / "find_python.sh"


def _chosen(folder: Path, exit_code: int) -> str:
    """What the script chooses where ``python3`` is a program that ends so, whatever it is asked."""
    python = folder / "python3"
    python.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    python.chmod(0o755)
    found = subprocess.run([SCRIPT], capture_output=True, text=True, env={"PATH": f"{folder}:/usr/bin:/bin"}, check=True)
    return found.stdout.strip()


def test_the_python_at_hand_is_taken_where_it_fits(tmp_path: Path) -> None:
    assert _chosen(tmp_path, 0) == "python3"


def test_one_that_does_not_fit_gives_way_to_the_systems_and_is_taken_where_there_is_none(tmp_path: Path) -> None:
    assert _chosen(tmp_path, 1) in {"/usr/bin/python3", "/usr/local/bin/python3", "python3"}

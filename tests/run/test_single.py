"""The commands for one report and their child: its end is the command's one line and exit status, nothing is left behind."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import one_page_pdf
from test_cli import DUMP, GOLDEN, NO_PROFILES, SCRIPT, environment, run, run_well
from test_isolation import group_members

STOPPED = (
    "stopped: it takes more memory or time than [limits] in the settings allow, or breaks what reads it; "
    "export it again, or raise the limits"
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(NO_PROFILES, encoding="utf-8")
    return path


def limited(folder: Path, line: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(f"[limits]\n{line}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [("extract", "-o"), ("inspect", "--save-layout")], ids=["extract", "inspect"])
@pytest.mark.parametrize(
    "limit", ["cpu_s = 0.01\ncpu_page_s = 0.01\nwall_factor = 0.01", "memory_bytes = 90000000", "memory_bytes = 70000000"]
)
def test_a_report_over_a_limit_is_one_line_and_no_file(command: tuple[str, str], limit: str, tmp_path: Path) -> None:
    settings, output = limited(tmp_path, limit), tmp_path / "out" / "out"
    output.parent.mkdir()
    output.write_text("what was there before", encoding="utf-8")
    result = run(command[0], DUMP, "--settings", settings, command[1], output)
    assert result.stderr.decode() == f"profile-extract: error: {DUMP}: {STOPPED}\n"
    assert (result.returncode, result.stdout) == (1, b"")
    assert {path: path.read_text(encoding="utf-8") for path in output.parent.iterdir()} == {output: "what was there before"}


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("pages = 1", "more than 1 pages; raise limits.pages in the settings, or cut the file up"),
        ("output_bytes = 100", "its output is larger than 100 bytes; raise limits.output_bytes"),
    ],
)
def test_a_limit_that_is_counted_is_named(limit: str, message: str, tmp_path: Path) -> None:
    result = run("extract", DUMP, "--settings", limited(tmp_path, limit))
    assert result.stderr.decode() == f"profile-extract: error: {DUMP}: {message}\n"
    assert (result.returncode, result.stdout) == (1, b"")


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_a_page_of_too_many_characters_is_named(reader: str, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(one_page_pdf(b"BT /F 10 Tf 50 400 Td (Nine lamps) Tj ET"))
    result = run("extract", report, "--settings", limited(tmp_path, "page_characters = 9"), "--reader", reader)
    assert result.stderr.decode().startswith(f"profile-extract: error: {report}: page 1: more than 9 characters; ")
    assert result.returncode == 1
    run_well("extract", report, "--settings", limited(tmp_path, "page_characters = 10"), "--reader", reader)


def test_without_isolation_the_output_is_the_same() -> None:
    assert run_well("extract", DUMP, "--no-isolation") == GOLDEN.read_text(encoding="utf-8")
    assert run_well("inspect", DUMP, "--json", "--no-isolation") == run_well("inspect", DUMP, "--json")


def test_without_isolation_there_are_no_limits_of_the_process(tmp_path: Path, letter: Path) -> None:
    run_well("extract", letter, "--settings", limited(tmp_path, "memory_bytes = 1000"), "--no-isolation")


def test_interrupting_ends_the_child_and_leaves_nothing(tmp_path: Path) -> None:
    report, output = tmp_path / "slow.txt", tmp_path / "out" / "out.json"
    report.write_text(NO_PROFILES * 5_000, encoding="utf-8")
    output.parent.mkdir()
    command = [SCRIPT, "extract", str(report), "-o", str(output)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, env=environment(TMPDIR=str(tmp_path)), preexec_fn=hear_interrupts
    ) as process:
        child = wait_for_child(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""
        assert process.wait(timeout=20) == 130
    ends = time.monotonic() + 5
    while group_members(child) and time.monotonic() < ends:
        time.sleep(0.01)
    assert group_members(child) == []
    assert list(output.parent.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "slow.txt"]


def hear_interrupts() -> None:
    """What runs in the background of a script is deaf to them, and so is what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for_child(parent: int) -> int:
    """The process that a process has started, as soon as it has a group of its own."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        with contextlib.suppress(OSError, IndexError):
            child = int(Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()[0])
            if group_members(child):
                return child
        time.sleep(0.005)
    raise AssertionError("no child was started")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


@pytest.mark.parametrize("command", ["extract", "inspect"])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (fifo, "a pipe or device, no regular file; pipes are read from standard input with -"),
        (zeros, "a pipe or device, no regular file; pipes are read from standard input with -"),
        (sparse, "larger than 100,000,000 bytes; raise read.limit_bytes in the settings"),
    ],
)
def test_what_is_no_regular_file_of_a_fair_size_is_refused(
    make: Callable[[Path], None], message: str, command: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.pdf"
    make(report)
    result = run(command, report)
    assert result.stderr.decode() == f"profile-extract: error: {report}: {message}\n"
    assert (result.returncode, result.stdout) == (1, b"")


def test_standard_input_is_read_up_to_the_limit(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[read]\nlimit_bytes = 1000\n", encoding="utf-8")
    result = run("extract", "-", "--settings", settings, data=b"a word\n" * 1_000_000)
    message = "standard input: larger than 1,000 bytes; raise read.limit_bytes in the settings"
    assert result.stderr.decode() == f"profile-extract: error: {message}\n"
    assert result.returncode == 1


@pytest.mark.parametrize("name", ["two\nlines.txt", "[red]mark.txt", "-x.txt", "a" * 240 + ".txt", "<b>&\x1b[31m.txt"])
def test_names_that_mean_something_elsewhere_mean_nothing_here(name: str, tmp_path: Path) -> None:
    report = tmp_path / name
    report.write_text(NO_PROFILES, encoding="utf-8")
    document = json.loads(run_well("extract", report))
    assert document["source"]["name"] == name.replace("\x1b", "\ufffd")


def test_a_name_that_is_no_text_is_made_text(tmp_path: Path) -> None:
    report = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(report)).write_text(NO_PROFILES, encoding="utf-8")
    result = subprocess.run([SCRIPT, b"extract", report], capture_output=True, env=environment(), check=True)
    assert json.loads(result.stdout)["source"]["name"] == "caf\ufffd.txt"

"""The command line, end to end: each test runs the program as a person or a script would."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from test_samples import document_of, output_of

import profile_extract
from profile_extract.pipeline import extract, load_layout
from profile_extract.settings import ReadSettings, Settings
from profile_extract.write import to_json

SCRIPT = str(Path(sys.executable).parent / "profile-extract")
DUMP = ROOT / "samples" / "english-dump" / "report.txt"
GERMAN = ROOT / "samples" / "german" / "report.pdf"
GOLDEN = DUMP.parent / "expected.json"
COMMANDS = ("extract", "inspect", "validate", "evaluate", "schema", "completion")
LONGEST_HELP_S = 0.3
SLOW = {"spacy", "pypdfium2", "pdfplumber", "pdfminer", "numpy", "pydantic", "jsonschema", "rapidfuzz", "rich"}
OF_TERMINALS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
NO_PROFILES = "Nothing in this text comes back.\n\nIt is a short letter, and nobody has asked for it.\n"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])[;m]")


def environment(**more: str) -> dict[str, str]:
    """The environment without what changes the look of a terminal."""
    return {**{k: v for k, v in os.environ.items() if k not in OF_TERMINALS}, "TERM": "xterm-256color", **more}


def run(*arguments: object, data: bytes = b"", cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with its three streams piped."""
    command = [SCRIPT, *map(str, arguments)]
    return subprocess.run(command, input=data, capture_output=True, cwd=cwd, env=environment(**more), timeout=60, check=False)


def run_well(*arguments: object, data: bytes = b"", cwd: Path | None = None, **more: str) -> str:
    """Run the program; it must be done, and have nothing to say to people. Gives its output."""
    result = run(*arguments, data=data, cwd=cwd, **more)
    assert result.stderr.decode() == ""
    assert result.returncode == 0
    return result.stdout.decode()


def run_in_terminal(*arguments: object, data_too: bool, **more: str) -> str:
    """Run the program with standard error (and with its data, if wished) on a terminal; what is seen there."""
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        [SCRIPT, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=secondary if data_too else subprocess.DEVNULL,
        stderr=secondary,
        env=environment(**more),
    )
    os.close(secondary)
    seen = b""
    with contextlib.suppress(OSError):
        while part := os.read(primary, 65536):
            seen += part
    os.close(primary)
    assert process.wait(timeout=60) == 0
    return seen.decode()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text that is quickly read."""
    path = tmp_path / "letter.txt"
    path.write_text(NO_PROFILES, encoding="utf-8")
    return path


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A valid output document."""
    return Path(shutil.copy(GOLDEN, tmp_path / "valid.json"))


@pytest.fixture
def invalid(tmp_path: Path) -> Path:
    """An output document that breaks the contract in two places."""
    document = json.loads(GOLDEN.read_text(encoding="utf-8"))
    document["profiles"][0]["confidence"] = 2
    document["profiles"][1]["extra"] = "key"
    path = tmp_path / "invalid.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


# Help and version


def test_help_names_all_commands() -> None:
    help_text = run_well("--help")
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\w", help_text, re.MULTILINE), command
    assert run_well("-h") == help_text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("extract", "REPORT --output --no-evidence --compact --layout --reader pdfium pdfplumber --settings --quiet"),
        ("extract", "--format json jsonl --jobs --engine local ray --address --fail-fast --retry-failed --force"),
        ("inspect", "REPORT --json --layout --reader --settings --quiet"),
        ("validate", "FILE --format text json github"),
        ("evaluate", "GOLD PRED --json --misses --min-f1 --baseline --update-baseline"),
        ("schema", "JSON Schema"),
        ("completion", "bash zsh fish"),
    ],
)
def test_help_of_a_command_names_its_options(command: str, words: str) -> None:
    help_text = run_well(command, "--help")
    assert help_text.startswith(f"Usage: profile-extract {command} ")
    assert [word for word in words.split() if word not in help_text] == []


def test_help_comes_at_once() -> None:
    """The best of five runs, in processor time: what the machine does besides is not the program's fault."""
    times = []
    for _ in range(5):
        began = processor_time()
        run_well("--help")
        times.append(processor_time() - began)
    assert min(times) < LONGEST_HELP_S


def processor_time() -> float:
    """What the programs run so far have taken, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)], ids=lambda c: "".join(c) or "none")
def test_help_imports_nothing_slow(command: tuple[str, ...]) -> None:
    program = [sys.executable, "-X", "importtime", "-m", "profile_extract", *command, "--help"]
    result = subprocess.run(program, capture_output=True, env=environment(), check=True)
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in result.stderr.decode().splitlines()}
    assert "click" in imported
    assert imported & SLOW == set()


def test_version() -> None:
    assert run_well("--version") == f"profile-extract, version {profile_extract.__version__}\n"


def test_the_module_is_the_command() -> None:
    result = subprocess.run([sys.executable, "-m", "profile_extract", "--help"], capture_output=True, check=True)
    assert result.stdout.decode() == run_well("--help")


# Extract


def test_extract_prints_the_golden_file() -> None:
    assert run_well("extract", DUMP) == GOLDEN.read_text(encoding="utf-8")


def test_extract_to_a_file_prints_nothing(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    assert run_well("extract", DUMP, "-o", output) == ""
    assert output.read_bytes() == GOLDEN.read_bytes()
    assert list(tmp_path.iterdir()) == [output]


def test_extract_to_a_file_in_this_folder_replaces_it(tmp_path: Path, letter: Path) -> None:
    output = tmp_path / "out.json"
    output.write_text("what was there before", encoding="utf-8")
    run_well("extract", letter.name, "--output", output.name, cwd=tmp_path)
    assert json.loads(output.read_text(encoding="utf-8"))["source"]["name"] == letter.name
    assert sorted(tmp_path.iterdir()) == sorted([letter, output])


@pytest.mark.parametrize("kind", ["text", "pdf"])
def test_extract_reads_standard_input(kind: str, letter: Path) -> None:
    report = GERMAN if kind == "pdf" else letter
    document = json.loads(run_well("extract", "-", data=report.read_bytes()))
    expected = document_of(report)
    assert document["source"].pop("name") == "standard input"
    assert expected["source"].pop("name") == report.name
    assert document == expected


def test_a_dash_for_the_output_is_standard_output(tmp_path: Path, letter: Path) -> None:
    assert run_well("extract", letter, "-o", "-", cwd=tmp_path) == run_well("extract", letter, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == [letter]


def test_compact_is_one_line_with_the_same_content(letter: Path) -> None:
    compact = run_well("extract", letter, "--compact")
    assert compact.count("\n") == 1
    assert compact.endswith("}\n")
    assert len(compact) < len(output_of(letter))
    assert json.loads(compact) == document_of(letter)


def test_without_evidence_the_rest_is_the_same_and_valid(tmp_path: Path, letter: Path) -> None:
    output = tmp_path / "out.json"
    run_well("extract", letter, "--no-evidence", "-o", output)
    document, expected = json.loads(output.read_text(encoding="utf-8")), document_of(letter)
    assert document.pop("evidence") == []
    assert expected.pop("evidence")
    assert document == expected
    assert run_well("validate", output) == f"{output}: valid\n"


def test_progress_is_shown_to_people_and_not_when_quiet(letter: Path) -> None:
    shown = run_in_terminal("extract", letter, data_too=False)
    assert letter.name in shown
    assert run_in_terminal("extract", letter, "--quiet", data_too=False) == ""
    assert run_in_terminal("extract", letter, "-q", data_too=False) == ""


def test_output_to_a_terminal_is_still_plain_json(letter: Path) -> None:
    assert json.loads(run_in_terminal("extract", letter, "-q", data_too=True))["source"]["name"] == letter.name


def test_the_second_reader_finds_the_same_profiles() -> None:
    settings = Settings(ReadSettings(reader="pdfplumber"))
    second, first = json.loads(to_json(extract(GERMAN, settings))), document_of(GERMAN)
    assert second["generator"]["settings_sha256"] != first["generator"]["settings_sha256"]
    assert [p["title"] for p in second["profiles"]] == [p["title"] for p in first["profiles"]]
    assert [p["narrative"] for p in second["profiles"]] == [p["narrative"] for p in first["profiles"]]


# Inspect


def test_inspect_shows_lines_labels_profiles_and_counts() -> None:
    shown = run_well("inspect", DUMP)
    document = document_of(DUMP)
    assert "\x1b" not in shown
    assert len(re.findall(r"^page \d+", shown, re.MULTILINE)) == document["source"]["page_count"]
    for heading in ("Labels", "Profiles", "Ways considered", "Repairs", "Furniture"):
        assert re.search(rf"^{heading}", shown, re.MULTILINE), heading
    for warning in document["warnings"]:
        assert f"warning {warning['code']} {warning['path']}: {warning['message']}" in shown
    counts = document["accounting"]
    parts = ", ".join(f"{name} {counts[name]}" for name in ("profiles", "report", "furniture", "unassigned"))
    assert shown.endswith(f"characters {counts['characters']}: {parts}\n")


@pytest.mark.parametrize("report", [DUMP, GERMAN], ids=["text", "pdf"])
def test_inspect_as_json_agrees_with_extract(report: Path) -> None:
    seen, document = json.loads(run_well("inspect", report, "--json")), document_of(report)
    assert len(seen["pages"]) == document["source"]["page_count"]
    assert len(seen["boundaries"]) == len(document["profiles"])
    assert [(w["code"], w["path"]) for w in document["warnings"]] == [(w["code"], w["path"]) for w in seen["warnings"]]
    assert {k: v for k, v in document["accounting"].items() if k in seen["accounting"]} == seen["accounting"]
    lines = [line for page in seen["pages"] for line in page["lines"]]
    assert all(line["roles"] and (line["bbox"] is None) == (report is DUMP) for line in lines)
    by_number = {line["line"]: line for line in lines}
    for entry in document["evidence"]:
        assert set(entry["lines"]) <= set(by_number)


def test_a_layout_saved_is_named_to_a_person(letter: Path, tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    assert "use it with --layout" in run_in_terminal("inspect", letter, "--save-layout", file, data_too=False)
    assert "use it with --layout" not in run_in_terminal("inspect", letter, "--save-layout", file, "--quiet", data_too=False)
    assert run("inspect", letter, "--save-layout", file).stderr == b""


def test_no_color_is_respected(letter: Path) -> None:
    assert COLOUR.search(run_in_terminal("inspect", letter, data_too=True))
    assert not COLOUR.search(run_in_terminal("inspect", letter, data_too=True, NO_COLOR="1"))


# Validate


def test_validate_says_which_files_are_valid(valid: Path) -> None:
    assert run_well("validate", valid, GOLDEN) == f"{valid}: valid\n{GOLDEN}: valid\n"


def test_one_bad_file_does_not_stop_the_others(valid: Path, invalid: Path, tmp_path: Path) -> None:
    missing, broken, folder = tmp_path / "missing.json", tmp_path / "broken.json", tmp_path / "folder"
    folder.mkdir()
    broken.write_text("{", encoding="utf-8")
    result = run("validate", missing, invalid, broken, folder, valid)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1
    assert result.stderr == b""
    assert [line for line in lines if line.startswith(f"{invalid}: /profiles/0/confidence: ")]
    assert [line for line in lines if line.startswith(f"{invalid}: /profiles/1: ")]
    for path in (missing, broken, folder):
        assert len([line for line in lines if line.startswith(f"{path}: (whole document): ")]) == 1, path
    assert f"{valid}: valid" in lines
    assert len(lines) == 6


def test_validate_for_machines(valid: Path, invalid: Path) -> None:
    result = run("validate", "--format", "json", valid, invalid)
    assert result.returncode == 1
    found = json.loads(result.stdout)
    assert [(v["file"], v["path"]) for v in found] == [(str(invalid), "/profiles/0/confidence"), (str(invalid), "/profiles/1")]
    assert all(v["message"] for v in found)
    assert json.loads(run_well("validate", "--format", "json", valid)) == []


def test_validate_for_a_workflow(valid: Path, invalid: Path, tmp_path: Path) -> None:
    odd = tmp_path / "50%, a:b.json"
    shutil.copy(invalid, odd)
    result = run("validate", "--format", "github", valid, invalid, odd)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1
    assert len(lines) == 4
    assert lines[0].startswith(f"::error file={invalid}::/profiles/0/confidence: ")
    assert lines[2].startswith(f"::error file={tmp_path}/50%25%2C a%3Ab.json::/profiles/0/confidence: ")
    assert run_well("validate", "--format", "github", valid) == ""


NO_DOCUMENTS = {
    "empty": b"",
    "null": b"null",
    "list": b"[]",
    "cut": b"{",
    "NaN": b'{"a": NaN}',
    "no-utf-8": b"\xff\xfe",
    "byte-order-mark": b"\xef\xbb\xbf{}",
    "string": b'"text"',
    "surrogates": b'{"\\ud800": "\\udfff"}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_no_content_is_more_than_validate_can_bear(style: str, tmp_path: Path) -> None:
    """All of them in one run: none stops the others."""
    paths = [tmp_path / f"{name}.json" for name in NO_DOCUMENTS]
    for path, content in zip(paths, NO_DOCUMENTS.values(), strict=True):
        path.write_bytes(content)
    result = run("validate", "--format", style, *paths)
    assert result.stderr.decode() == ""
    assert result.returncode == 1
    assert [path for path in paths if str(path) not in result.stdout.decode()] == []


# Schema and completion


def test_schema_is_the_published_file() -> None:
    assert run_well("schema") == (ROOT / "schemas" / "report-1.0.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(("shell", "test"), [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_completion_is_a_script_of_the_shell(shell: str, test: list[str], tmp_path: Path) -> None:
    script = tmp_path / f"completion.{shell}"
    script.write_text(run_well("completion", shell), encoding="utf-8")
    assert f"_PROFILE_EXTRACT_COMPLETE={shell}_complete" in script.read_text(encoding="utf-8")
    if shutil.which(shell):
        subprocess.run([shell, *test, script], check=True)


def test_completion_completes() -> None:
    words = {"_PROFILE_EXTRACT_COMPLETE": "bash_complete", "COMP_WORDS": "profile-extract ins", "COMP_CWORD": "1"}
    assert run_well(**words) == "plain,inspect\n"


# Settings, layout files, wrong usage


def test_settings_are_used(tmp_path: Path, letter: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[read]\nlimit_bytes = 10\n", encoding="utf-8")
    result = run("extract", letter, "--settings", settings)
    assert result.returncode == 1
    assert b"10 bytes" in result.stderr
    settings.write_text(f"[read]\nlimit_bytes = {letter.stat().st_size}\n", encoding="utf-8")
    told, untold = (json.loads(run_well("extract", letter, *options)) for options in (["--settings", settings], []))
    assert told["generator"].pop("settings_sha256") != untold["generator"].pop("settings_sha256")
    assert told == untold


def test_an_option_goes_before_the_settings(tmp_path: Path, letter: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('[read]\nreader = "pdfplumber"\n', encoding="utf-8")
    by_option = run_well("extract", letter, "--settings", settings, "--reader", "pdfium")
    assert by_option == run_well("extract", letter)
    assert by_option != run_well("extract", letter, "--settings", settings)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[read]\nlimit_byte = 5\n", "read.limit_byte"),
        ("[raed]\nlimit_bytes = 5\n", "raed"),
        ('[read]\nlimit_bytes = "5"\n', "read.limit_bytes"),
        ('[read]\n__doc__ = "text"\n', "read.__doc__"),
        ('[read]\nreader = "pdftotext"\n', "read.reader"),
        ("read = 5\n", "read"),
        ("[read\n", "TOML"),
    ],
    ids=["unknown-key", "unknown-group", "wrong-type", "attribute", "unknown-reader", "no-group", "no-toml"],
)
@pytest.mark.parametrize("command", ["extract", "inspect"])
def test_wrong_settings_are_named(command: str, content: str, key: str, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(content, encoding="utf-8")
    result = run(command, GERMAN, "--settings", settings)
    assert_one_line(result, settings, key)


def test_a_layout_file_is_used(tmp_path: Path) -> None:
    layout = tmp_path / "mine.toml"
    layout.write_text('[labels]\n"Ergebnisse" = "related"\n', encoding="utf-8")
    document = json.loads(run_well("extract", GERMAN, "--layout", layout))
    assert document["generator"]["layout"] == "mine.toml"
    assert document_of(GERMAN)["generator"]["layout"] == "induced"
    assert document == json.loads(to_json(extract(GERMAN, layout=load_layout(layout))))


@pytest.mark.parametrize(
    ("field", "key"), [("contact", "contacts"), ("related", "related_ideas"), ("quote", "quotes"), ("group", "")]
)
def test_text_goes_where_the_layout_file_says(field: str, key: str, tmp_path: Path) -> None:
    """What stood in a section is found under the key, and nothing of it is lost."""
    layout = tmp_path / "mine.toml"
    layout.write_text(f'[labels]\n"Ergebnisse" = "{field}"\n', encoding="utf-8")
    document = json.loads(to_json(extract(GERMAN, layout=load_layout(layout))))
    for told, induced in zip(document["profiles"], document_of(GERMAN)["profiles"], strict=True):
        (section,) = (section for section in induced["sections"] if section["label"] == "Ergebnisse")
        assert "Ergebnisse" not in [section["label"] for section in told["sections"]]
        place = json.dumps(told[key] if key else told, ensure_ascii=False)
        assert [text for text in section["paragraphs"] if text not in place] == []


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ('# mine\n[labels]\n"Ort" = "section"\n"Ziel" = "goal"\n', 4, "Ziel"),
        ('# mine\n\n[lables]\n"Ort" = "section"\n', 3, "lables"),
        ('# mine\n[labels]\n"Ort" = 5\n', 3, "Ort"),
        ("labels = 5\n", 1, "labels"),
        ("# mine\n[labels\n", 2, "TOML"),
    ],
    ids=["unknown-field", "unknown-table", "number", "no-table", "no-toml"],
)
@pytest.mark.parametrize("command", ["extract", "inspect"])
def test_a_wrong_layout_file_is_named_with_its_line(command: str, content: str, line: int, key: str, tmp_path: Path) -> None:
    layout = tmp_path / "layout.toml"
    layout.write_text(content, encoding="utf-8")
    result = run(command, GERMAN, "--layout", layout)
    assert_one_line(result, layout, key)
    message = result.stderr.decode()
    assert f"{layout}:{line}: " in message or f"line {line}" in message


def test_a_missing_layout_or_settings_file_is_named(tmp_path: Path) -> None:
    for option in ("--layout", "--settings"):
        assert_one_line(run("extract", GERMAN, option, tmp_path / "missing.toml"), tmp_path / "missing.toml", "")


def assert_one_line(result: subprocess.CompletedProcess[bytes], file: Path, key: str) -> None:
    """Wrong settings: exit status 2, one line that names the file and the key, and nothing else."""
    message = result.stderr.decode()
    assert "Traceback" not in message
    assert message.startswith("profile-extract: error: ")
    assert message.count("\n") == 1
    assert message.endswith("\n")
    assert str(file) in message
    assert key in message.replace(str(file), "")
    assert result.stdout == b""
    assert result.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", DUMP, DUMP],
        ["extract", DUMP, "--reader", "pdftotext"],
        ["extract", DUMP, "--unknown"],
        ["inspect"],
        ["validate"],
        ["validate", "--format", "xml", GOLDEN],
        ["completion", "csh"],
        ["unknown"],
        [],
    ],
    ids=lambda a: " ".join(map(str, a[:1] + a[2:])) or "nothing",
)
def test_wrong_usage(arguments: list[Any]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"Usage: profile-extract" in result.stderr
    assert b"Traceback" not in result.stderr

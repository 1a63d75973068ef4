"""The wheel: what it carries, and that it works by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from test_samples import output_of

from profile_extract import __version__
from profile_extract.schema import schema_text

SAMPLE = ROOT / "samples" / "english-dump" / "report.txt"


def run(*arguments: object, folder: Path, **variables: str) -> bytes:
    """Run a Python module in a folder; it must be done."""
    command = [sys.executable, "-m", *map(str, arguments)]
    result = subprocess.run(command, cwd=folder, env=os.environ | variables, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run("build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_code_data_schemas_licence_and_notice(wheel: Path) -> None:
    assert wheel.name == f"profile_extract-{__version__}-py3-none-any.whl"
    source = ROOT / "src"
    wanted = {str(path.relative_to(source)) for path in source.rglob("*") if path.suffix in {".py", ".toml", ".tsv", ".gz"}}
    wanted.add("profile_extract/py.typed")
    assert {"profile_extract/data/places.tsv", "profile_extract/data/labels.toml", "profile_extract/cli/__init__.py"} <= wanted
    assert "profile_extract/data/words/en.txt.gz" in wanted
    information = f"profile_extract-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert wanted - names == set()
        assert archive.read("profile_extract/schemas/report-1.0.schema.json").decode() == schema_text()
        for name in ("LICENSE", "NOTICE"):
            assert archive.read(f"{information}/licenses/{name}") == (ROOT / name).read_bytes()
        assert "profile-extract = profile_extract.cli:main" in archive.read(f"{information}/entry_points.txt").decode()
    assert sorted(name for name in names if name.startswith(("tests", "samples", "docs"))) == []


def test_it_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"profile_extract-{__version__}.dist-info/METADATA").decode()
    for line in ("License-Expression: Apache-2.0", "Requires-Python: >=3.11", "Requires-Dist: pdfplumber>="):
        assert f"\n{line}" in metadata, line
    assert "# profile-extract" in metadata


def test_installed_from_it_the_program_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    run("pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--target", target, wheel, folder=tmp_path)
    out = tmp_path / "out.json"
    path = {"PYTHONPATH": str(target), "PYTHONDONTWRITEBYTECODE": "1"}
    where = run("profile_extract", "--version", folder=tmp_path, **path)
    assert __version__ in where.decode()
    run("profile_extract", "extract", SAMPLE, "-o", out, folder=tmp_path, **path)
    assert out.read_bytes() == output_of(SAMPLE).encode()
    loaded = "import profile_extract, pathlib; print(pathlib.Path(profile_extract.__file__).parent.parent)"
    found = subprocess.run(
        [sys.executable, "-c", loaded], cwd=tmp_path, env=os.environ | path, capture_output=True, check=True
    )
    assert found.stdout.decode().strip() == str(target), "the checked-out program was run instead"

"""The published schema: what it says, what it forbids, and that other programs read it as this one does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, SAMPLES

from profile_extract.schema import ExtractedReport, json_schema, schema_text

PUBLISHED = ROOT / "schemas" / "report-1.0.schema.json"
CODES = (
    "email-link-mismatch website-link-mismatch broken-link city-unresolved city-ambiguous low-confidence unassigned-text"
    " profile-count no-text-layer suspect-text missing-title missing-tagline missing-city missing-narrative missing-sections"
    " missing-related_ideas missing-contacts no-profiles damaged-page layout-unmatched"
)
"""The warning codes that are published: one may be added, none goes."""


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)


def check(*files: Path) -> subprocess.CompletedProcess[str]:
    """Files checked against the published schema by another program."""
    program = Path(sys.executable).parent / "check-jsonschema"
    command = [program, "--schemafile", PUBLISHED, *files]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_published_schema_is_that_of_the_models() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "write it again by `make schema`, and the changelog"


def test_the_schema_is_a_valid_one_of_its_draft() -> None:
    schema = json.loads(schema_text())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_no_object_has_other_keys_and_none_may_be_left_out() -> None:
    described = list(objects(json_schema()))
    assert len(described) > 10
    for schema in described:
        assert schema["additionalProperties"] is False, schema["title"]
        assert sorted(schema["required"]) == sorted(schema["properties"]), schema["title"]


def test_no_warning_code_is_renamed() -> None:
    known = json_schema()["$defs"]["Warning"]["properties"]["code"]["enum"]
    assert set(CODES.split()) - set(known) == set()


def test_keys_come_in_the_order_of_the_contract() -> None:
    assert list(ExtractedReport.model_fields) == [
        "schema_version",
        "source",
        "generator",
        "report",
        "profiles",
        "warnings",
        "evidence",
        "accounting",
    ]


def test_the_expected_output_passes_another_program() -> None:
    files = [sample / "expected.json" for sample in SAMPLES]
    assert len(files) > 2
    result = check(*files)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("damage", [{"schema_version": "2.0"}, {"extra": 1}, {"profiles": None}])
def test_another_program_refuses_what_breaks_the_contract(damage: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    document = json.loads((SAMPLES[0] / "expected.json").read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | damage), encoding="utf-8")
    result = check(path)
    assert result.returncode == 1
    assert next(iter(damage)) in result.stdout

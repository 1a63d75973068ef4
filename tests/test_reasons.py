"""Why and why not: the reasons that ``inspect`` gives."""

from __future__ import annotations

import json

from builders import extraction_of, text_report

from profile_extract.write.inspection import inspection_json

TOWNS = ("Gera", "Zwolle", "Leeds", "Porto")


def _inspected(*blocks: str) -> dict[str, object]:
    pages = ["\n\n".join(block.format(town=town) for block in (f"What {town} Has Made of It", *blocks)) for town in TOWNS]
    return dict(json.loads(inspection_json(extraction_of(text_report("\f".join(pages))))))


WHY = (
    "Nobody in {town} had counted the steps between the station and the river before the walkers painted them on the pavement."
)


def test_each_empty_field_has_a_reason() -> None:
    empty = _inspected(WHY)["empty"]
    assert isinstance(empty, list)
    fields = [entry["path"] for entry in empty if entry["path"].startswith("/profiles/0/")]
    assert {path.rsplit("/", 1)[1] for path in fields} >= {"quotes", "sections", "related_ideas", "contacts"}
    assert all(entry["reason"] for entry in empty)


def test_decisions_say_by_how_much_and_one_way_to_cut_is_taken() -> None:
    inspected = _inspected(WHY, "Results", WHY.replace("steps", "stairs"), "Write to {town}\npost@{town}.example")
    ways, decisions = inspected["hypotheses"], inspected["decisions"]
    assert isinstance(ways, list)
    assert isinstance(decisions, list)
    assert sum(way["taken"] for way in ways) == 1
    lost = [loser for decision in decisions for loser in decision["lost"]]
    assert lost
    assert all(isinstance(loser["by"], float) for loser in lost)

"""Lines of contact blocks cut into slots."""

from __future__ import annotations

from builders import items_of, laid_out, text_report

from profile_extract.fields.contact_slots import block_lines


def _lines(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    return [line.text for line, _ in block_lines(items_of(report), laid_out(report))]


def test_a_place_that_runs_over_is_whole() -> None:
    assert _lines("Via Rossa 3, 42122 Reggio", "Emilia (RE)") == ["Via Rossa 3, 42122 Reggio Emilia (RE)"]
    assert _lines("Kaiweg 3, 24937 Flensburg", "Germany") == ["Kaiweg 3, 24937 Flensburg", "Germany"]

"""Output documents spoilt at random, to be judged by two programs."""

from __future__ import annotations

import copy
import random
from typing import Any

Tree = Any


def damaged(document: Tree, seed: int) -> Tree:
    """A copy with some texts changed, some values and items gone, some doubled, some in another order."""
    dice = random.Random(seed)
    spoilt = _spoilt(copy.deepcopy(document["profiles"]), dice, dice.choice((0.02, 0.1, 0.3)))
    warnings = [warning for warning in document["warnings"] if dice.random() < 0.5]
    return {**document, "profiles": spoilt, "warnings": warnings}


def _spoilt(value: Tree, dice: random.Random, rate: float) -> Tree:
    if isinstance(value, dict):
        return {key: None if _may_go(key, item, dice, rate) else _spoilt(item, dice, rate) for key, item in value.items()}
    if isinstance(value, list):
        return _reordered([_spoilt(item, dice, rate) for item in value], dice, rate)
    if isinstance(value, str) and dice.random() < rate:
        return _rewritten(value, dice)
    return value


def _may_go(key: str, item: Tree, dice: random.Random, rate: float) -> bool:
    return key != "confidence" and not isinstance(item, list) and dice.random() < rate / 2


def _reordered(items: list[Tree], dice: random.Random, rate: float) -> list[Tree]:
    kept = [item for item in items if dice.random() > rate / 3]
    if kept and dice.random() < rate:
        kept.append(copy.deepcopy(dice.choice(kept)))
    if dice.random() < rate:
        dice.shuffle(kept)
    return kept


def _rewritten(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    ways = (
        text.upper(),
        text.replace(" ", "  "),
        text.replace("-", " – "),
        text[:at] + dice.choice("xyz0 .²") + text[at + 1 :],
        text[: len(text) // 2],
        text + " and more",
        "",
        "-",
    )
    return dice.choice(ways)

"""scorch reads our chains, and finds the B-cubed that we find; where we say nothing of a side it says 0."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from scorch.conll import parse_file
from scorch.main import main_entry_point
from scorch.scores import b_cubed

MADE = Path(__file__).parents[2] / "build" / "readers" / "clusters"
Clusters = list[set[str]]
both = pytest.mark.parametrize("folder", [MADE / "with", MADE / "without"], ids=["with", "without"])


def figures(folder: Path, how: str) -> list[tuple[float, float, float]]:
    """Recall, precision and F of each story."""
    found: list[dict[str, Any]] = json.loads((folder / "figures.json").read_text("utf-8"))
    return [tuple(one[how][name] or 0.0 for name in ("recall", "precision", "f1")) for one in found]


def chains(folder: Path, side: str) -> dict[str, Clusters]:
    """The clusters of each document of the columns."""
    with (folder / f"{side}.conll").open(encoding="utf-8") as file:
        return {
            name: [{f"{block}:{first}-{last}" for block, first, last in chain} for chain in found.values()]
            for name, found in parse_file(file)
        }


def clusters(path: Path) -> Clusters:
    return [set(one) for one in json.loads(path.read_text("utf-8"))["clusters"].values()]


def in_order(some: Clusters) -> list[list[str]]:
    return sorted(sorted(one) for one in some)


@both
@pytest.mark.parametrize("side", ["one", "other"])
def test_it_finds_every_chain_of_the_columns(folder: Path, side: str) -> None:
    found = chains(folder, side)
    assert list(found) == [f"story_{number}-000" for number in range(len(figures(folder, "as it is")))]
    for number, some in enumerate(found.values()):
        assert in_order(some) == in_order(clusters(folder / side / f"{number}.json"))


@both
def test_its_b_cubed_of_the_columns_is_ours(folder: Path) -> None:
    one, other = (chains(folder, side).values() for side in ("one", "other"))
    for mine, theirs, ours in zip(one, other, figures(folder, "as it is"), strict=True):
        assert b_cubed(mine, theirs) == pytest.approx(ours, rel=0, abs=1e-12)


@both
def test_its_command_says_the_b_cubed_that_we_say(folder: Path, tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    for number, ours in enumerate(figures(folder, "command")):
        main_entry_point([str(folder / side / f"{number}.json") for side in ("one", "other")] + [str(said)])
        line = next(line for line in said.read_text().splitlines() if line.startswith("B³"))
        found = tuple(map(float, re.findall(r"=([\d.e-]+)", line)))
        assert found == pytest.approx(ours, rel=0, abs=1e-12)

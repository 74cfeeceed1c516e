"""scorch reads the chains that two annotators' exports have, and finds the B-cubed that `agreement` gives of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scorch.conll import parse_file
from scorch.scores import b_cubed

MADE = Path(__file__).parents[2] / "build" / "readers" / "across"
Clusters = list[set[str]]


def chains(folder: str, who: str, kind: str) -> Clusters:
    """The clusters of the one document."""
    with (MADE / folder / f"{who}.{kind}.conll").open(encoding="utf-8") as file:
        ((name, found),) = parse_file(file)
    assert name == "all_of_it-000"
    return [{f"{block}:{first}-{last}" for block, first, last in chain} for chain in found.values()]


def figures(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((MADE / "figures.json").read_text("utf-8"))[kind]
    return found


@pytest.mark.parametrize("kind", ["entities", "groups"])
def test_its_b_cubed_of_two_exports_is_that_of_agreement(kind: str) -> None:
    ours = figures(kind)
    mine, theirs = (chains("with", who, kind) for who in ("anna", "ben"))
    assert (sum(map(len, mine)), sum(map(len, theirs))) == (ours["placed"]["anna"], ours["placed"]["ben"])
    expected = tuple(ours["b_cubed"][name] for name in ("recall", "precision", "f1"))
    assert b_cubed(mine, theirs) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("kind", ["entities", "groups"])
@pytest.mark.parametrize("who", ["anna", "ben"])
def test_without_singletons_the_chains_of_several_are_there(kind: str, who: str) -> None:
    every = [one for one in chains("with", who, kind) if len(one) > 1]
    assert sorted(map(sorted, every)) == sorted(map(sorted, chains("without", who, kind)))

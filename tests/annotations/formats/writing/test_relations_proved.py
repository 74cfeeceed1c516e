"""The proof knows the relations of the record: no part of an export may change one without a counted loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.facts import Fact, Filler
from annotations.formats import arcs
from annotations.formats.arcs import Arc, Stated
from annotations.formats.tools import doccano, doccano_reading, label_studio_results, prodigy_writing
from annotations.formats.writing.proof import MISREAD
from tests.annotations.formats.test_arcs import ARCS, record, relation
from tests.round_trips import exported

MODULES = {"doccano-relation": doccano, "label-studio": label_studio_results, "prodigy": prodigy_writing}
OTHER = arcs.ArcEnd("o", 28, 32, "GPE", "o")
RECORD = record(relation(0, "foundedBy", "p", "n"), relation(1, "foundedBy", "p", "o"))
Change = Callable[[Arc], list[Arc]]
BROKEN: dict[str, Change] = {
    "a name is another": lambda arc: [replace(arc, label=f"{arc.label}:head")],
    "the ends are swapped": lambda arc: [replace(arc, head=arc.child, child=arc.head)],
    "an end is another": lambda arc: [replace(arc, child=OTHER)],
    "one is left out": lambda arc: [] if arc.child.key == "o" else [arc],
    "one is written twice": lambda arc: [arc, arc],
}


def misread(format: str, folder: Path) -> int:
    manifest = exported([RECORD], format, folder)
    assert manifest["proved"] is (MISREAD not in manifest["not_carried"])
    return int(manifest["not_carried"].get(MISREAD, {"count": 0})["count"])


@pytest.mark.parametrize("format", ARCS)
@pytest.mark.parametrize("name", BROKEN)
def test_a_writer_that_changes_a_relation_fails_the_proof(
    name: str, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = arcs.arcs_of

    def broken(fact: Fact) -> list[Arc]:
        return [made for arc in right(fact) for made in BROKEN[name](arc)]

    monkeypatch.setattr(MODULES[format], "arcs_of", broken)
    assert misread(format, tmp_path) == 1


@pytest.mark.parametrize("format", ARCS)
def test_a_fit_that_leaves_a_relation_out_without_a_loss_fails_the_proof(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = arcs.reduced
    assert misread(format, tmp_path) == 0
    monkeypatch.setattr(arcs, "reduced", lambda facts, *rest: right(facts[:1], *rest))
    (again := tmp_path / "again").mkdir()
    assert misread(format, again) == 1


@pytest.mark.parametrize("format", ARCS)
def test_a_fit_that_changes_a_name_or_an_end_fails_the_proof(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = arcs.reduced

    def moved(facts: list[Fact], *rest: Any) -> list[Fact]:
        first, other = right(facts, *rest)
        roles = (first.roles[0], replace(first.roles[1], fillers=(Filler(28, 32, "o"),)))
        return [replace(first, roles=roles), replace(other, type="foundedAt")]

    monkeypatch.setattr(arcs, "reduced", moved)
    assert misread(format, tmp_path) == 1


def test_a_reader_that_drops_a_second_relation_of_a_head_fails_the_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = arcs.facts_of_keys

    def first_of_a_head(relations: list[Stated], found: Any) -> Any:
        return right(list({one.head: one for one in relations}.values()), found)

    monkeypatch.setattr(doccano_reading, "facts_of_keys", first_of_a_head)
    assert misread("doccano-relation", tmp_path) == 1


@pytest.mark.parametrize("format", ["jsonl", "facts", "brat"])
def test_other_formats_with_facts_are_proved_too(format: str, tmp_path: Path) -> None:
    assert misread(format, tmp_path) == 0

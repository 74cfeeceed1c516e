"""What tests of brat's standoff share: a small .ann read, and the lines that go back after an edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotations.facts import Fact
from annotations.formats import read
from annotations.formats.base import Record
from annotations.problems import Problem
from annotations.sets import AnnotationSet
from annotations.spans import Span
from tests.round_trips import exported

WIRE = "Holt Shipping bought the tug Marta from Port Lines, Rex said."
PLACES = ("T1\tOrg 0 13\tHolt Shipping", "T2\tShip 29 34\tMarta", "T3\tOrg 40 50\tPort Lines")
BUY = ("T4\tBuy 14 20\tbought", "E1\tBuy:T4 Buyer:T1 Item:T2")
SAY = ("T5\tSay 56 60\tsaid", "E2\tSay:T5 What:E1")

Change = Callable[[AnnotationSet], AnnotationSet]


def given(folder: Path, *lines: str, text: str = WIRE) -> tuple[Record, list[Problem]]:
    """The record of the .ann with those lines, and what was said of it."""
    (folder / "wire.txt").write_bytes(text.encode())
    (folder / "wire.ann").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    record, *problems = read(folder / "wire.ann")
    assert isinstance(record, Record)
    return record, [one for one in problems if isinstance(one, Problem)]


def back(folder: Path, *lines: str, change: Change = lambda made: made, text: str = WIRE) -> list[str]:
    """The lines of the .ann that goes back to brat, when the set was changed meanwhile."""
    record, _ = given(folder, *lines, text=text)
    assert record.set is not None
    manifest = exported([replace(record, set=change(record.set))], "brat", folder)
    assert manifest["proved"]
    return (folder / "out" / "wire.ann").read_text("utf-8").splitlines()


def span_at(made: AnnotationSet, start: int) -> Span:
    return next(span for span in made.spans.values() if span.start == start)


def fact_of(made: AnnotationSet | None, type_: str) -> Fact:
    assert made is not None
    return next(fact for fact in made.facts.values() if fact.type == type_)


def shown(fact: Fact, text: str = WIRE) -> dict[str, Any]:
    """The fact as its texts by role."""
    return {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}

"""A project of four articles with groups of facts to decide, and the view Compare on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.compare.proposed import Proposals, ProposedGroup, ProposedStory, group_id
from annotations.sets import PROJECT, Item
from models.project import Project
from models.queries.comparing import proposals
from tests.ui.windows import project_with
from ui.compare.compare_page import ComparePage
from ui.compare.table.group_table import GroupTable
from ui.main_window import MainWindow

TYPES = """
name: Window
pipeline: none
labels:
  PERSON: {key: "1", hue: 210}
  ORG: {key: "3", hue: 25}
facts:
  CASUALTY: {roles: {count: {value: number}, victim: {}, source: {ordered: true}}}
  DAMAGE: {roles: {target: {}, source: {ordered: true}}}
"""
HARBOR = "Six sailors were killed off Amalia, Harbor Wire said, citing the ministry. A port burned."
MERIDIAN = "Nine sailors were killed off Amalia. The depot burned. Two guards were hurt, and two guards were wounded."
VALLEY = "Two guards were hurt at the gate, some say. The depot burned."
NUMBERS = {"Six": 6, "Nine": 9, "Two": 2, "two": 2}


def fact(id_: str, text: str, trigger: str, nth: int = 0, **roles: str) -> dict[str, Any]:
    """A suggested fact; its words are looked for in the sentence of the trigger, those of `source` anywhere."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(trigger, at + 1)
    made: list[dict[str, Any]] = []
    for role, words in roles.items():
        fillers = []
        for one in words.split("|"):
            start = text.rfind(one, 0, at) if role != "source" else text.index(one)
            filler: dict[str, Any] = {"start": start, "end": start + len(one)}
            if role == "count":
                filler["value"] = {"number": NUMBERS[one], "comparison": "=", "unit": text[start:].split()[1]}
            fillers.append(filler)
        made.append({"role": role, "fillers": fillers})
    type_ = "DAMAGE" if trigger == "burned" else "CASUALTY"
    return {"id": id_, "type": type_, "trigger": [at, at + len(trigger)], "roles": made, "status": "suggested", "score": 0.8}  # fmt: skip


def record(id_: str, source: str, text: str, day: str, *facts: dict[str, Any]) -> dict[str, Any]:
    meta = {"source": source, "published": day, "published_trusted": bool(day)}
    return {
        "id": id_,
        "title": f"{source} on it",
        "text": text,
        "meta": meta,
        "spans": [],
        "facts": list(facts),
    }


def in_meridian(end: str) -> tuple[dict[str, Any], ...]:
    return (
        fact(f"k{end}", MERIDIAN, "killed", count="Nine", victim="sailors"),
        fact(f"b{end}", MERIDIAN, "burned", target="depot"),
        fact(f"h{end}", MERIDIAN, "hurt", count="Two", victim="guards"),
        fact(f"w{end}", MERIDIAN, "wounded", count="two", victim="guards"),
    )


RECORDS = [
    record("valley", "Valley Sun", VALLEY, "",
           fact("hv", VALLEY, "hurt", count="Two", victim="guards"),
           fact("bv", VALLEY, "burned", target="depot")),
    record("harbor", "Harbor Wire", HARBOR, "2024-05-06",
           fact("kh", HARBOR, "killed", count="Six", victim="sailors", source="Harbor Wire|ministry"),
           {**fact("bh", HARBOR, "burned", target="port"), "modality": "speculated"}),
    record("meridian", "Meridian Post", MERIDIAN, "2024-05-06", *in_meridian("m")),
    record("mirror", "Northern Mirror", MERIDIAN, "2024-05-06", *in_meridian("c")),
]  # fmt: skip
KILLED, BURNED, HURT = "sailors killed", "a depot burned", "guards hurt"
ROWS = [KILLED, BURNED, HURT]  # as they stand before anything is decided
GROUPS = {
    KILLED: ("CASUALTY", 0.5, ("harbor/kh", "meridian/km", "mirror/kc")),
    BURNED: ("DAMAGE", 0.9, ("harbor/bh", "meridian/bm", "mirror/bc", "valley/bv")),
    HURT: ("CASUALTY", 0.7, ("meridian/hm", "meridian/wm", "valley/hv")),
}


@pytest.fixture(name="folder")
def compared_folder(tmp_path: Path) -> Path:
    """The project after a search; it found the groups above, and a story of three articles."""
    made = project_with(tmp_path, TYPES, RECORDS, "--as", "suggestions", suggest=True)
    propose(made)
    return made


def propose(folder: Path) -> None:
    project = Project(folder)
    try:
        groups = tuple(
            ProposedGroup(group_id("made", name, 0), name, type_, facts, score, ("like wording",))
            for name, (type_, score, facts) in GROUPS.items()
        )
        story = ProposedStory("made-story", "The sailors", ("harbor", "meridian", "mirror"), 0.8)
        found = Proposals(groups=groups, stories=(story,))
        proposals.put(project, found, "anna", proposals.material_of(project.db, "anna"))
    finally:
        project.close()


@pytest.fixture(name="page")
def compared_page(window: MainWindow, qtbot: QtBot) -> ComparePage:
    """The view, all articles compared, the first cell that is not silent in hand."""
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> ComparePage:
    window.verbs["compare_view"].trigger()
    found = window.pages.currentWidget()
    assert isinstance(found, ComparePage)
    qtbot.waitUntil(lambda: found.isAncestorOf(window.focusWidget()))
    return found


def rows(page: ComparePage) -> list[str]:
    """The names of the rows that are shown."""
    return [group.name for group in page.table.shown.groups]


def at(page: ComparePage) -> tuple[str, str]:
    """The row in hand, and whose article the column is."""
    table: GroupTable = page.table
    group, column = table.group, table.currentIndex().column()
    return (group.name, table.shown.column(column).called) if group else ("", "")


def cell(page: ComparePage, row: str, column: int) -> str:
    """What is heard of a cell."""
    index = page.table.shown.index(rows(page).index(row), column)
    return str(index.data(11))  # Qt.ItemDataRole.AccessibleTextRole


def items(folder: Path, kind: str) -> Sequence[Any]:
    """The items of that kind that anna said across articles, as the database has them."""
    project = Project(folder)
    try:
        found: list[Item] = list(project.annotation_set(PROJECT, "anna").items.get(kind, {}).values())
        return found
    finally:
        project.close()


def grouped(folder: Path) -> dict[str, set[str]]:
    """The facts of each group that a person made, by its name."""
    names = {one.id: one.name for one in items(folder, "group")}
    found: dict[str, set[str]] = {}
    for one in items(folder, "grouped"):
        found.setdefault(names.get(one.group, one.group), set()).add(one.id)
    return found


def apart(folder: Path) -> set[frozenset[str]]:
    """The pairs of facts that are kept apart."""
    return {frozenset((one.one, one.other)) for one in items(folder, "apart")}

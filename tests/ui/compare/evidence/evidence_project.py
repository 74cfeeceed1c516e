"""A project of three articles with names and facts in groups, as a search has left it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations.compare.proposed import (
    Proposals,
    ProposedEntity,
    ProposedGroup,
    ProposedStory,
    entity_id,
    group_id,
)
from models.project import Project
from models.queries.comparing import gathering, proposals
from tests.ui.compare.compared_project import TYPES, fact, record
from tests.ui.windows import project_with

HARBOR = (
    "Kestrel Front boats came to Amalia. Six sailors were killed off Amalia. A spokesman gave no more.\n"
    "The Kestrel Front said so."
)
MERIDIAN = "Nine sailors were killed off Amalia, the Kastrel Front said."
VALLEY = "Six sailors were killed. Nobody named the Kestrel Front."
NAMES = {"Kestrel Front": "ORG", "Kastrel Front": "ORG", "Amalia": "GPE", "Six": "CARDINAL"}
LABELS = TYPES.replace("facts:", '  GPE: {key: o, hue: 145}\n  CARDINAL: {key: "2", hue: 60}\nfacts:')
KILLED = "sailors killed"


def with_names(made: dict[str, Any]) -> dict[str, Any]:
    """The record with a suggested span wherever a name stands."""
    text = made["text"]
    spans = [
        {"start": at, "end": at + len(name), "label": label, "score": 0.9}
        for name, label in NAMES.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return {**made, "spans": spans}


RECORDS = [
    with_names(record("harbor", "Harbor Wire", HARBOR, "2024-05-06",
                      fact("kh", HARBOR, "killed", count="Six", victim="sailors"))),
    with_names(record("meridian", "Meridian Post", MERIDIAN, "2024-05-06",
                      fact("km", MERIDIAN, "killed", count="Nine", victim="sailors"))),
    with_names(record("valley", "Valley Sun", VALLEY, "2024-05-07",
                      fact("kv", VALLEY, "killed", count="Six", victim="sailors"))),
]  # fmt: skip
FACTS = ("harbor/kh", "meridian/km", "valley/kv")


@pytest.fixture(name="folder")
def searched_folder(tmp_path: Path) -> Path:
    """The project after a search: one entity in all three, Amalia in two, and a group of three facts."""
    made = unsearched(tmp_path)
    search(made)
    return made


def unsearched(folder: Path) -> Path:
    return project_with(folder, LABELS, RECORDS, "--as", "suggestions", suggest=True)


def search(folder: Path, annotator: str = "anna") -> None:
    """Leave what a search for the annotator would."""
    project = Project(folder)
    try:
        found: dict[str, list[tuple[str, int]]] = {}
        for article in sorted(gathering.every(project, annotator), key=lambda one: one.id):
            for key, span in article.mentions():
                name = article.wording(span).replace("Kastrel", "Kestrel")
                found.setdefault(name, []).append((key, span.start))
        entities = tuple(
            ProposedEntity(entity_id(keys[0][0].partition("/")[0], keys[0][1]), name, NAMES[name], tuple(key for key, _ in keys))
            for name, keys in found.items()
        )  # fmt: skip
        group = ProposedGroup(group_id("made", KILLED, 0), KILLED, "CASUALTY", FACTS, 0.7)
        story = ProposedStory("story", "The sailors", ("harbor", "meridian", "valley"), 0.8)
        made = Proposals(entities, (), (group,), (story,))
        proposals.put(project, made, annotator, proposals.material_of(project.db, annotator))
    finally:
        project.close()

"""A project with entities to decide, and the pane that shows them in the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotations.compare.comparison import ComparedEntity
from annotations.compare.proposed import (
    Proposals,
    ProposedEntity,
    ProposedRelation,
    entity_id,
    in_article_order,
)
from annotations.sets import PROJECT, Item
from models.project import Project
from models.queries.comparing import gathering, proposals
from tests.ui.windows import project_with
from ui.compare.comparing import Comparing
from ui.compare.entities.entity_pane import EntityPane
from ui.main_window import MainWindow

LABELS = """
name: Window
pipeline: none
labels:
  PERSON: {key: "1", hue: 210}
  NORP: {key: "2", hue: 60}
  ORG: {key: "3", hue: 25}
  GPE: {key: o, hue: 145}
"""
TEXTS = {
    "Harbor Wire": "Selim Karim of the Kestrel Front left Amalia. Kestrel Front boats stayed in Amalia. "
    "Dana Wolfe saw Torvik.",
    "Meridian Post": "The Kastrel Front came to Amalia, Karim said. Amalian boats met the Kestrel Front.",
    "Valley Sun": "Selim Karim and Ruth Varga met in Oslo. The Kestrel Front, or KF, was there. Torwik was not.",
}
NAMES = {
    "Selim Karim": "PERSON", "Karim": "PERSON", "Dana Wolfe": "PERSON", "Ruth Varga": "PERSON",
    "Kestrel Front": "ORG", "Kastrel Front": "ORG", "KF": "ORG", "Amalia": "GPE", "Amalian": "NORP",
    "Torvik": "GPE", "Torwik": "GPE", "Oslo": "GPE",
}  # fmt: skip


def record(source: str, text: str, names: dict[str, str] = NAMES) -> dict[str, Any]:
    """An article of that source, with each name where it stands as a word, the longer ones first."""
    spans: list[dict[str, Any]] = []
    for name in sorted(names, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            is_free = all(end <= one["start"] or one["end"] <= at for one in spans)
            if is_free and not text[end : end + 1].isalnum():
                spans.append({"start": at, "end": end, "label": names[name], "score": 0.8})
            at = text.find(name, end)
    id_ = source.split()[0].lower()
    return {"id": id_, "title": f"{source} on it", "source": source, "text": text, "spans": spans}


RECORDS = [record(source, text) for source, text in TEXTS.items()]

Proposed = tuple[tuple[str, ...], float, tuple[str, ...]]  # wordings, the first the name; score; reasons
GROUPS: list[Proposed] = [
    (("Kestrel Front", "Kastrel Front", "KF"), 0.9, ("spelling variants: Kestrel, Kastrel", "acronym: KF")),
    (("Selim Karim", "Karim"), 0.8, ("surname: Karim",)),
    (("Amalia",), 1.0, ()),
    (("Amalian",), 1.0, ()),
    (("Torvik", "Torwik"), 0.7, ("spelling variants: Torvik, Torwik",)),
]


@pytest.fixture(name="folder")
def proposed_folder(tmp_path: Path) -> Path:
    """The project, after a search for proposals."""
    made = project_with(tmp_path, LABELS, RECORDS, "--as", "suggestions", suggest=True)
    propose(made)
    return made


@pytest.fixture(name="pane")
def opened_pane(window: MainWindow, qtbot: QtBot) -> EntityPane:
    """The pane of the entities of all articles, with the keyboard in its list."""
    return shown_in(window, qtbot)


def shown_in(window: MainWindow, qtbot: QtBot) -> EntityPane:
    comparing = Comparing(window.session, window.commands, window)
    made = EntityPane(comparing, window.session)
    window.pages.addWidget(made)
    window.pages.setCurrentWidget(made)
    comparing.watch(is_on=True)
    made.list.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.list.hasFocus)
    return made


def propose(folder: Path, groups: Sequence[Proposed] = GROUPS) -> None:
    """Put proposals in the place of those that there are: the mentions of these wordings as one, for these reasons."""
    project = Project(folder)
    try:
        articles = in_article_order(list(gathering.every(project, "anna")))
        keys: dict[str, list[tuple[str, str, int]]] = {}
        for article in articles:
            for key, span in article.mentions():
                keys.setdefault(article.wording(span), []).append((key, article.id, span.start))
        entities = []
        for words, score, reasons in groups:
            its = sorted(one for word in words for one in keys[word])
            its.sort(key=lambda one: one[1:])
            id_, label = entity_id(*its[0][1:]), NAMES[words[0]]
            entities.append(
                ProposedEntity(id_, words[0], label, tuple(key for key, *_ in its), score, reasons)
            )
        by_name = {one.name: one.id for one in entities}
        pairs = [("Amalian", "Amalia")] if "Amalian" in by_name else []
        relations = [ProposedRelation(by_name[a], "people of", by_name[b]) for a, b in pairs]
        found = Proposals(tuple(entities), tuple(relations))
        proposals.put(project, found, "anna", proposals.material_of(project.db, "anna"))
    finally:
        project.close()


def said(folder: Path, kind: str) -> list[Item]:
    """The items of that kind that anna said across articles, as the database has them."""
    project = Project(folder)
    try:
        return list(project.annotation_set(PROJECT, "anna").items.get(kind, {}).values())
    finally:
        project.close()


def listed(pane: EntityPane) -> list[str]:
    """The names of the entities that are listed."""
    rows = (pane.list.entities.row(place) for place in range(pane.list.entities.rowCount()))
    return [row.name if row else pane.list.entities.folded for row in rows]


def held(pane: EntityPane) -> str:
    """The name of the entity in hand."""
    return pane.going.entity.name if pane.going.entity else ""


def wordings(pane: EntityPane) -> list[str]:
    """The rows of the entity in hand, as they are heard."""
    model = pane.card.mentions.mentions
    return [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(model.rowCount())]


def entity(pane: EntityPane, name: str) -> ComparedEntity:
    """The entity that a mention of those words is of."""
    found = pane.comparing.comparison.entities
    return next(one for one in found if any(mention.text == name for mention in one.mentions))


def go_to(pane: EntityPane, name: str) -> None:
    """Has the entity in hand that a mention of those words is of."""
    assert pane.hold(entity(pane, name).id)

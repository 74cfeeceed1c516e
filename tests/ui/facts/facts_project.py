"""A project with facts to decide on, and what tests ask of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotations.facts import Fact
from annotations.spans import Status
from models.project import Project
from tests.ui.windows import SCHEMA, project_with
from ui.cards.fact_panel import FactPanel
from ui.main_window import MainWindow

TYPES = """
  DATE: {hue: 300}
  CARDINAL: {hue: 60}
facts:
  ATTACK:
    roles:
      actor: {labels: [ORG, GPE], required: true}
      target: {required: true}
      count: {labels: [CARDINAL], value: number}
      time: {labels: [DATE], value: date}
      source: {labels: [PERSON, ORG], ordered: true}
  STATEMENT: {roles: {speaker: {labels: [PERSON, ORG], required: true}, source: {}}}
"""
TEXT = (
    "The Navy struck more than 60 boats on Tuesday, Ana said, citing Ruiz.\n"
    "Oslo struck back. Ana warned Oslo again."
)
PUBLISHED = {"published": "2024-01-24", "published_trusted": True}


def at(quote: str, after: int = 0) -> dict[str, int]:
    start = TEXT.index(quote, after)
    return {"start": start, "end": start + len(quote)}


def filler(quote: str, span: str | None = None, after: int = 0) -> dict[str, Any]:
    return {"span": span, **at(quote, after)}


def fact(id_: str, type_: str, trigger: str, after: int = 0, **roles: list[dict[str, Any]]) -> dict[str, Any]:
    made = [{"role": name, "fillers": fillers} for name, fillers in roles.items()]
    return {
        "id": id_,
        "type": type_,
        "trigger": list(at(trigger, after).values()),
        "roles": made,
        "score": 0.7,
    }


SPANS = {"navy": ("Navy", 0, "ORG"), "sixty": ("60", 0, "CARDINAL"), "tuesday": ("Tuesday", 0, "DATE")}
SPANS |= {"ana": ("Ana", 0, "PERSON"), "ruiz": ("Ruiz", 0, "PERSON"), "oslo": ("Oslo", 0, "GPE")}
FACTS = [
    fact(
        "first",
        "ATTACK",
        "struck",
        actor=[filler("Navy", "navy")],
        target=[filler("boats")],
        count=[filler("60", "sixty")],
        time=[filler("Tuesday", "tuesday")],
        source=[filler("Ruiz", "ruiz"), filler("Ana", "ana")],
    ),
    fact("second", "ATTACK", "struck back", actor=[filler("Oslo", "oslo")]),
    fact("third", "STATEMENT", "warned", speaker=[filler("Ana", None, 80)]),
]
SUGGESTED = [
    {
        "id": "first",
        "title": "First",
        "text": TEXT,
        "meta": PUBLISHED,
        "spans": [
            {"id": id_, **at(*where), "label": label, "score": 0.9} for id_, (*where, label) in SPANS.items()
        ],
        "facts": FACTS,
    },
    {"id": "second", "title": "Second", "text": "Nothing here."},
]


def project_of(folder: Path, records: list[dict[str, Any]], *words: str) -> Path:
    """A new project with those records, imported with those words."""
    return project_with(folder, SCHEMA + TYPES, records, *words)


def opened(window: MainWindow) -> FactPanel:
    """The panel, with the keyboard in its list."""
    window.verbs["facts_panel"].trigger()
    panel: FactPanel = window.work.panels.here()
    panel.refresh()
    panel.list.setFocus()
    return panel


def listed(panel: FactPanel) -> list[str]:
    """The ids of the facts that are shown."""
    return [card.fact.id for card in panel.model.cards]


def in_hand(panel: FactPanel) -> str:
    card = panel.card()
    return card.fact.id if card else ""


def kept(folder: Path, id_: str, annotator: str = "anna") -> Fact | None:
    """The fact as the annotator's set has it in the database."""
    project = Project(folder)
    try:
        return project.annotation_set("first", annotator).facts.get(id_)
    finally:
        project.close()


def decided(folder: Path) -> dict[str, Status]:
    project = Project(folder)
    try:
        facts = project.annotation_set("first", "anna").facts.values()
        return {fact.id: fact.status for fact in facts}
    finally:
        project.close()

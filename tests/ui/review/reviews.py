"""What tests of reviews share: two people's work on two articles, and what the view shows of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.review import decisions as review
from annotations.sets import GOLD, Decision
from models.project import Project
from tests.ui.windows import SCHEMA, press, project_with
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

TEXT = "Maria Ruiz of the Navy left Oslo on Tuesday. Lima waited for Ruiz."
LATER = "Oslo waits for the Navy."
FACTS = """facts:
  ATTACK: {key: a, triggers: [leave], roles: {actor: {labels: [PERSON]}, place: {labels: [GPE]}}}
  MEETING: {key: m, triggers: [wait], roles: {actor: {labels: [PERSON]}}}
"""
ANNA = [("Maria Ruiz", "PERSON"), ("Oslo", "ORG"), ("the Navy", "ORG"), ("Tuesday", "NOTE")]
BEN = [("Maria Ruiz", "PERSON"), ("Oslo", "GPE"), ("Navy", "ORG"), ("Lima", "GPE")]
# The cases, in text order: "the Navy" (bounds), "Oslo" (label), "Tuesday" (only anna), "Lima" (only ben).


def marked(text: str, spans: list[tuple[str, str]]) -> list[dict[str, Any]]:
    places = [(text.index(quote), quote, label) for quote, label in spans]
    return [{"start": at, "end": at + len(quote), "label": label} for at, quote, label in places]


def line(
    article: str, who: str, spans: list[tuple[str, str]], state: str = "done", **more: Any
) -> dict[str, Any]:
    text = TEXT if article == "first" else LATER
    made = {"id": article, "title": article.title(), "text": text, "annotator": who, "state": state}
    return {**made, "spans": marked(text, spans), **more}


BOTH = [
    line("first", "anna", ANNA),
    line("first", "ben", BEN),
    line("second", "anna", [("Oslo", "GPE")]),
    line("second", "ben", [("Oslo", "GPE"), ("Navy", "ORG")]),
]


def made(folder: Path, lines: list[dict[str, Any]]) -> Path:
    """A project with that work in it."""
    return project_with(folder, SCHEMA + FACTS, lines)


@pytest.fixture(name="folder")
def folder_of_both(tmp_path: Path) -> Path:
    return made(tmp_path / "both", BOTH)


@pytest.fixture(name="window")
def window_of_rex(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    return launch("open", folder, "--annotator", "rex")


@pytest.fixture(name="page")
def page_of_rex(window: MainWindow) -> ReviewPage:
    return opened(window)


def opened(window: MainWindow) -> ReviewPage:
    """The review view, with the keyboard in it."""
    if window.pages.currentWidget() is window.work:
        press(window, "Ctrl+R")
    page = window.pages.currentWidget()
    assert isinstance(page, ReviewPage)
    return page


def in_hand(page: ReviewPage) -> str:
    """The case in hand, and what is to be decided."""
    return f"{page.attending.now().first}: {_about(page)[1]}" if page.hand.at else ""


def counted(page: ReviewPage) -> str:
    """Which case is in hand, how many are open, and how many points all agree on."""
    agreed = page.bar.more.text().split("  ·  ")[1:]
    return "; ".join([_about(page)[0], page.bar.count.text(), *agreed])


def _about(page: ReviewPage) -> list[str]:
    return page.heading.about.text().split("  ·  ")


def gold(folder: Path, article: str = "first") -> list[tuple[str, str]]:
    """Quote and label of what is gold, in text order."""
    project = Project(folder)
    try:
        text, spans = project.article(article).text, project.annotation_set(article, GOLD).spans.values()
    finally:
        project.close()
    return [(text[s.start : s.end], s.label) for s in sorted(spans, key=lambda s: s.start)]


def decisions(folder: Path, article: str = "first") -> dict[str, Decision]:
    """What was decided and added, but not whose work it is of."""
    project = Project(folder)
    try:
        made = review.decisions(project.annotation_set(article, GOLD))
        return {id_: said for id_, said in made.items() if said.case}
    finally:
        project.close()


def shown(page: ReviewPage) -> list[tuple[str, str]]:
    """The words and badges of the boxes in the text."""
    spans = sorted(page.view.spans.values(), key=lambda s: (s.start, s.end, s.label))
    return [(page.view.text[s.start : s.end], s.label) for s in spans]

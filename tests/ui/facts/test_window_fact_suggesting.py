"""Facts suggested in the window by the real worker, linted, and told of when an article is finished."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.edits import Edit
from annotations.facts import Fact
from annotations.span_verbs import reject
from annotations.spans import Span
from models.project import Project
from models.queries import articles as article_queries
from tests.ui.facts.facts_project import (
    FACTS,
    SUGGESTED,
    fact,
    filler,
    in_hand,
    opened,
    project_of,
)
from tests.ui.windows import SCHEMA, focused, here, point, press, run, said
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds
NEWS = "France bombed two bases in Norway on Tuesday.\n"
TYPES = """
  DATE: {hue: 300}
facts:
  ATTACK:
    triggers: [bomb]
    roles: {actor: {labels: [GPE]}, target: {}, place: {labels: [GPE]}, time: {labels: [DATE], value: date}}
"""


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A project with one article that nobody has looked through."""
    schema = (SCHEMA + TYPES).replace("pipeline: none", "pipeline: rules")
    (tmp_path / "schema.yaml").write_text(schema, "utf-8")
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    assert run("new", tmp_path / "fresh", "--schema", tmp_path / "schema.yaml") == 0
    assert run("import", tmp_path / "fresh", tmp_path / "news.txt") == 0
    return tmp_path / "fresh"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def facts(window: MainWindow) -> list[Fact]:
    return window.session.sheet.facts()


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


def pooled(folder: Path, article: str) -> list[str]:
    project = Project(folder)
    try:
        return [item.id for item in project.pool(article) if isinstance(item, Fact)]
    finally:
        project.close()


def test_a_new_article_gets_its_facts_with_its_spans(qtbot: QtBot, launch: Launch, fresh: Path) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.model.cards != [], timeout=PATIENCE)
    (row,) = panel.model.cards
    assert (row.fact.type, row.trigger, row.is_suggested) == ("ATTACK", "“bombed”", True)
    assert str(row).startswith("ATTACK, suggested, ")
    assert row.sentence.words.startswith("France bombed ")


def test_r_suggests_facts_on_what_the_annotator_has_decided(
    qtbot: QtBot, launch: Launch, fresh: Path
) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    qtbot.waitUntil(lambda: facts(window) != [], timeout=PATIENCE)
    idle(qtbot, window)
    point(window, "France")
    press(window, "3")
    (before,) = facts(window)
    press(window, "R")
    idle(qtbot, window)
    assert said(window) == "Nothing new."
    (after,) = facts(window)
    assert after.id == before.id
    assert "actor" in [role.role for role in before.roles]
    assert "actor" not in [role.role for role in after.roles if role.fillers[0].span]


def test_a_rejected_fact_is_not_suggested_again(qtbot: QtBot, launch: Launch, fresh: Path) -> None:
    window = launch("open", fresh, "--annotator", "anna")
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.model.cards != [], timeout=PATIENCE)
    idle(qtbot, window)
    panel.list.setFocus()
    press(window, "Up", "X")
    window.verbs["suggest"].trigger()
    idle(qtbot, window)
    assert facts(window) == []
    assert len(pooled(fresh, here(window))) == 1


@pytest.fixture
def spans_only(fresh: Path) -> Path:
    """A project whose article got its spans, and no facts, from a command."""
    assert run("suggest", fresh) == 0
    return fresh


def test_an_article_that_had_spans_only_gets_facts_on_them(
    qtbot: QtBot, launch: Launch, spans_only: Path
) -> None:
    before = shown_spans(spans_only)
    window = launch("open", spans_only, "--annotator", "anna")
    qtbot.waitUntil(lambda: facts(window) != [], timeout=PATIENCE)
    idle(qtbot, window)
    (fact,) = facts(window)
    assert "France" in [NEWS[filler.start : filler.end] for filler in fact.fillers() if filler.span]
    assert shown_spans(spans_only) == before != []


def test_facts_that_were_looked_for_are_not_looked_for_again(
    qtbot: QtBot, launch: Launch, spans_only: Path
) -> None:
    window = launch("open", spans_only, "--annotator", "anna")
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.model.cards != [], timeout=PATIENCE)
    panel.list.setFocus()
    press(window, "Up", "X")
    idle(qtbot, window)
    assert facts(window) == []
    window.close()
    again = launch("open", spans_only, "--annotator", "anna")
    assert not again.files.is_busy
    assert (facts(again), len(pooled(spans_only, here(again)))) == ([], 1)


def test_facts_alone_are_looked_for_on_what_the_annotator_has_decided(
    qtbot: QtBot, launch: Launch, spans_only: Path
) -> None:
    project = Project(spans_only)
    (id_,) = article_queries.article_ids(project)
    sheet = project.sheet(id_, "anna")
    project.apply(Edit.between("reject", sheet.set, reject(sheet.set, *sheet.undecided)), by="anna")
    project.close()
    window = launch("open", spans_only, "--annotator", "anna")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert not any(fact.span_ids() for fact in facts(window))


def shown_spans(folder: Path) -> list[Span]:
    project = Project(folder)
    found = [
        i for id_ in article_queries.article_ids(project) for i in project.pool(id_) if isinstance(i, Span)
    ]
    project.close()
    return found


@pytest.mark.parametrize(("pipeline", "left"), [("rules", []), ("none", ["f"])])
def test_facts_put_into_the_pool_stay_until_somebody_asks_a_pipeline_again(
    qtbot: QtBot, launch: Launch, folder: Path, pipeline: str, left: list[str]
) -> None:
    own = (
        '{"id": "own", "text": "They struck.", "facts": [{"id": "f", "type": "ATTACK", "trigger": [5, 11]}]}'
    )
    (folder / "own.jsonl").write_text(own, "utf-8")
    assert run("import", folder, folder / "own.jsonl", "--as", "suggestions") == 0
    window = launch("open", folder, "--annotator", "anna")
    idle(qtbot, window)
    assert pooled(folder, "own") == ["f"]
    window.session.project.set_schema(window.session.project.schema.using(pipeline))
    window.session.open_article("own")
    press(window, "R")
    idle(qtbot, window)
    assert pooled(folder, "own") == left


# --- lint


def linted(launch: Launch, tmp_path: Path) -> tuple[MainWindow, list[str]]:
    """A window on anna's confirmed facts, and what lint says of them."""
    odd = fact("odd", "ATTACK", "warned", actor=[filler("Oslo", None, 80)], target=[filler("Oslo", None, 80)])
    record = {**SUGGESTED[0], "annotator": "anna", "facts": [*FACTS, {**FACTS[2], "id": "again"}, odd]}
    window = launch("open", project_of(tmp_path, [record]), "--annotator", "anna")
    window.verbs["lint_panel"].trigger()
    panel = window.work.panels.here()
    panel.list.setFocus()
    return window, [row.why for row in panel.places.rows.rows]


def test_slips_in_facts_are_listed_and_a_jump_focuses_the_fact(launch: Launch, tmp_path: Path) -> None:
    window, sentences = linted(launch, tmp_path)
    said_of_facts = [
        "“struck back”: The ATTACK has no target.",
        "“warned”: There is an equal STATEMENT already.",
    ]
    assert [sentence for sentence in sentences if sentence in said_of_facts] == said_of_facts
    press(window, "Home", *["Down"] * sentences.index(said_of_facts[1]), "Return")
    assert window.view.text[window.view.caret :].startswith("warned")
    assert window.session.fact_id == "third"  # of equal ones the one with the later id
    assert window.view.hasFocus()


def test_a_fact_that_lint_points_at_is_in_hand_in_the_panel(
    launch: Launch, tmp_path: Path, qtbot: QtBot
) -> None:
    window, sentences = linted(launch, tmp_path)
    open_role = "“struck back”: The ATTACK has no target."
    press(window, "Home", *["Down"] * sentences.index(open_role), "Return")
    window.verbs["facts_panel"].trigger()
    panel = window.work.panels.here()
    panel.refresh()
    qtbot.waitUntil(lambda: in_hand(panel) == "second")
    assert focused(window) == ""

"""Words that facts were confirmed on are offered as triggers of their type, and added by a choice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.facts import Fact
from annotations.schema import writer as schema_writer
from annotations.schema.types import FactType, Label, Schema
from models.project import Project
from tests.making import edit, put_articles
from tests.ui.schema.schema_pages import opened, turn, written
from tests.ui.windows import run
from ui.main_window import MainWindow
from ui.schema.schema_page import SchemaPage

TEXT = "One mission left, another mission came, and a third mission went home."
SCHEMA = Schema(
    "Posts",
    pipeline="none",
    labels={"PLACE": Label("PLACE")},
    facts={"DEPLOYMENT": FactType("DEPLOYMENT", triggers=("send",)), "SALE": FactType("SALE")},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts.yaml").write_text(schema_writer.dump(SCHEMA), "utf-8")
    assert run("new", tmp_path / "project", "--schema", tmp_path / "posts.yaml") == 0
    project = Project(tmp_path / "project")
    put_articles(project, a=TEXT)
    starts = [at for at in range(len(TEXT)) if TEXT.startswith("mission", at)]
    facts = [Fact(f"f{at}", "DEPLOYMENT", (at, at + 7)) for at in starts]
    edit(project, "facts", project.annotation_set("a", "anna").having(*facts))
    project.close()
    return tmp_path / "project"


@pytest.fixture
def page(window: MainWindow) -> SchemaPage:
    return opened(window)


def test_a_word_is_added_by_a_choice_and_then_no_longer_offered(
    window: MainWindow, folder: Path, page: SchemaPage
) -> None:
    turn(page, "facts")
    offers = page.types.form.offers
    assert [offers.words.itemText(n) for n in range(1, offers.words.count())] == ["mission (3 facts)"]
    assert offers.isVisible()
    offers.words.setFocus()
    QTest.keyClick(offers.words, Qt.Key.Key_Down)
    assert written(folder).facts["DEPLOYMENT"].triggers == ("send", "mission")
    assert not offers.isVisible()


def test_a_type_without_such_words_shows_nothing(page: SchemaPage) -> None:
    turn(page, "facts")
    page.types.show_entry(SCHEMA, "SALE")
    assert not page.types.form.offers.isVisible()


def test_the_command_lists_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", folder, "--triggers") == 0
    assert "DEPLOYMENT: mission (3 facts)" in capsys.readouterr().out
    assert run("facts", folder, "--triggers", "--json") == 0
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert said == {"triggers": [{"type": "DEPLOYMENT", "word": "mission", "times": 3}]}

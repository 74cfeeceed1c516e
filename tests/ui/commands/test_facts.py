"""The commands about facts: what they find, list and count."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.spans import Span
from models.project import Project
from models.queries import articles as article_queries
from tests.ui.commands.commands import run, said

WAR = "More than 60 people were killed in France on Tuesday, Jan. 23, 2024. France struck Germany."


@pytest.fixture
def war(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with an article about two facts."""
    (tmp_path / "war.txt").write_text(WAR, "utf-8")
    assert run("new", str(tmp_path / "war")) == 0
    assert run("import", str(tmp_path / "war"), str(tmp_path / "war.txt")) == 0
    capsys.readouterr()
    return tmp_path / "war"


def test_spans_facts_or_both_are_suggested_as_asked(war: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spans = said(capsys, "suggest", war, "--pipeline", "rules")
    assert "facts" not in spans
    assert said(capsys, "suggest", war, "--what", "facts") == {"articles": 1, "facts": 2}
    assert said(capsys, "suggest", war, "--what", "facts") == {"articles": 0, "facts": 0}
    both = said(capsys, "suggest", war, "--what", "all", "--again", "--pipeline", "rules")
    assert both == {**spans, "facts": 2}
    assert run("suggest", str(war), "--what", "nothing") == 2


def test_facts_are_suggested_on_the_spans_there_are_and_looked_for_once(
    war: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (war.parent / "calm.txt").write_text("Nothing happened in France.", "utf-8")
    said(capsys, "import", war, war.parent / "calm.txt")
    said(capsys, "suggest", war, "--pipeline", "rules")
    before = spans(war)
    assert said(capsys, "suggest", war, "--what", "facts") == {"articles": 2, "facts": 2}
    assert spans(war) == before != []
    assert said(capsys, "suggest", war, "--what", "facts") == {"articles": 0, "facts": 0}
    said(capsys, "suggest", war, "--again", "--pipeline", "rules")
    assert said(capsys, "suggest", war, "--what", "facts") == {"articles": 1, "facts": 0}


def spans(folder: Path) -> list[Span]:
    """Those in the pools."""
    project = Project(folder)
    found = [
        item
        for id_ in article_queries.article_ids(project)
        for item in project.pool(id_)
        if isinstance(item, Span)
    ]
    project.close()
    return found


def test_facts_are_listed_with_their_roles_and_counted(war: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "facts", war)["facts"] == []
    said(capsys, "suggest", war, "--what", "all", "--pipeline", "rules")
    listed = said(capsys, "facts", war)
    assert listed["counts"] == {"ATTACK": {"suggested": 1}, "CASUALTY": {"suggested": 1}}
    assert [fact["trigger"] for fact in listed["facts"]] == ["killed", "struck"]
    assert listed["facts"][1]["roles"] == {"actor": ["France"], "target": ["Germany"]}
    assert "facts" not in said(capsys, "facts", war, "--counts")
    assert run("facts", str(war)) == 0
    assert "ATTACK “struck” (suggested, asserted): actor France, target Germany" in capsys.readouterr().out


KITCHEN = """
name: Kitchen
pipeline: none
labels: {CHEF: {}, DISH: {}}
facts:
  COOK: {triggers: [fry], roles: {cook: {labels: [CHEF]}, dish: {labels: [DISH]}}}
  EAT: {roles: {dish: {labels: [DISH]}}}
  DRINK: {triggers: [drink]}
"""


def test_fact_types_that_are_never_suggested_say_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "schema.yaml").write_text(KITCHEN, "utf-8")
    assert run("new", str(tmp_path / "p"), "--schema", str(tmp_path / "schema.yaml")) == 0
    capsys.readouterr()
    lacks = {"EAT": "triggers", "DRINK": "roles"}
    assert said(capsys, "suggest", tmp_path / "p", "--what", "facts")["never_suggested"] == lacks
    assert said(capsys, "facts", tmp_path / "p")["never_suggested"] == lacks
    told = "EAT is never suggested: it has no triggers.", "DRINK is never suggested: it has no roles."
    for words in (("suggest", "--what", "all"), ("facts",)):
        assert run(words[0], str(tmp_path / "p"), *words[1:]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert all(sentence in out for sentence in told)
    assert "never_suggested" not in said(capsys, "suggest", tmp_path / "p")

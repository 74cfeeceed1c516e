"""Another name for an annotator: everywhere in the project, with all of the history, or nowhere."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.errors import UserError
from annotations.facts import Date, Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import GOLD, AnnotationSet, Comment, Decision, Progress, State
from models.project import Project
from models.store.edit_log import changes
from models.transfer import annotators, assignments, checks, exchange
from tests.making import TEXT, arrive, edit, exported, put_articles, small_project, span, suggested

NEW = 'Anna "B" Lee'
DAY = Date("2024-01-23", "2024-01-23", "day", None, "anna")
FACT = Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10, None, DAY),)),), origin="anna")


@pytest.fixture
def filled(project: Project) -> Project:
    """Work of anna's and of ben's, imported, edited, undone and reviewed, and a pool."""
    put_articles(project, a=TEXT, b=TEXT + ".")
    arrive(
        project, Record(Article("b", TEXT + "."), AnnotationSet.of("b", "anna", [span(0, 10, origin="anna")]))
    )
    at = AnnotationSet.of("a", "anna", [span(0, 10, id_="s", origin="anna"), FACT, Progress(State.DONE)])
    edit(project, "work", at)
    edit(project, "relabel", span_verbs.relabel(at, at.spans["s"], "ORG"))
    project.undo("anna")
    edit(
        project,
        "comment",
        AnnotationSet.of("a", "ben", [Comment("c", "anna?", "anna", "2024-01-23")]),
        by="anna",
    )
    edit(project, "decide", AnnotationSet.of("a", GOLD, [Decision("d", "take anna", by="rex")]), by="rex")
    project.set_pools([("a", [replace(suggested(18, 22, "ORG", "p"), origin="anna")])], by="rules")
    assignments.replace(project, {"a": ["anna", "ben"]})
    return project


def rows_with(project: Project, name: str) -> list[str]:
    """The tables of the database in which a value says the name, or a text has it in quotes."""
    found = []
    for (table,) in project.db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if not table.startswith(("article_words", "sqlite")):
            values = [value for row in project.db.rows(f'SELECT * FROM "{table}"') for value in row]
            if table == "event":
                values += [str(changes(body)) for (body,) in project.db.rows("SELECT body FROM event")]
            quoted = (f'"{name}"', f"'{name}'", f"take {name}")
            if any(v == name or (isinstance(v, str) and any(q in v for q in quoted)) for v in values):
                found.append(table)
    return found


def test_the_name_is_another_wherever_it_stood(filled: Project) -> None:
    there, before = rows_with(filled, "anna"), exported(filled)
    assert {"item", "event", "touched", "assignment", "suggestion"} <= set(there)
    done = annotators.rename(filled, "anna", NEW, by="rex")
    assert done.sets == 2
    assert rows_with(filled, "anna") == ["renamed"]
    quoted = json.dumps(NEW)
    assert exported(filled) == before.replace('"anna"', quoted).replace('"take anna"', f'"take {quoted[1:]}')
    assert checks.check(filled).faults == []


def test_what_was_done_can_be_undone_under_the_new_name(filled: Project) -> None:
    annotators.rename(filled, "anna", NEW, by="rex")
    assert filled.undo("anna") is None
    assert filled.history.next_redo(NEW) is None  # the comment came after the undo
    for _ in range(2):
        assert filled.undo(NEW)
    assert filled.annotation_set("a", NEW) == AnnotationSet("a", NEW)
    assert filled.history.problems() == []


def test_there_and_back_is_as_before(filled: Project) -> None:
    before = exported(filled)
    annotators.rename(filled, "anna", NEW, by="rex")
    annotators.rename(filled, NEW, "anna", by="rex")
    assert exported(filled) == before
    assert rows_with(filled, NEW) == ["renamed"]


@pytest.mark.parametrize(
    ("old", "new", "why"), [("cy", "dee", "Nobody called cy"), ("anna", "ben", "never made one")]
)
def test_it_is_refused_of_nobody_and_to_a_name_that_is_taken(
    old: str, new: str, why: str, filled: Project
) -> None:
    before = exported(filled)
    with pytest.raises(UserError, match=why):
        annotators.rename(filled, old, new, by="rex")
    assert exported(filled) == before
    assert not (filled.folder / "backups").exists()


def test_a_log_that_cannot_be_read_stops_it_whole(filled: Project) -> None:
    filled.db.run("UPDATE event SET body = '[\"anna\"]' WHERE number = (SELECT max(number) FROM event)")
    before = exported(filled)
    with pytest.raises(UserError, match="cannot be read"):
        annotators.rename(filled, "anna", NEW, by="rex")
    assert exported(filled) == before
    assert not annotators.is_there(filled.db, NEW)


def test_later_packages_of_somebody_renamed_here_get_the_new_name(tmp_path) -> None:
    ours, out = small_project(tmp_path / "ours"), tmp_path / "anna.fm"
    put_articles(ours, a=TEXT)
    theirs = Project(shutil.copytree(ours.folder, tmp_path / "theirs"))
    for start in (0, 11):
        at = theirs.annotation_set("a", "anna")
        edit(theirs, "label", span_verbs.label(at, start, start + 4, "ORG", text=TEXT))
        exchange.pack(theirs, out, "anna")
        exchange.merge(ours, out, by="rex")
        if start == 0:
            annotators.rename(ours, "anna", NEW, by="rex")
    assert len(ours.annotation_set("a", NEW).spans) == 2
    assert ours.annotation_set("a", "anna") == AnnotationSet("a", "anna")
    ours.close()
    theirs.close()

"""A pipeline as an annotator: its sets are finished work, are told apart from people's, and teach nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.sets import State
from annotations.span_verbs import confirm
from annotations.spans import Span, Status
from models.project import Project
from models.queries.people import machines
from models.queries.wordings import learned_wordings
from models.transfer.checks import check
from tests.making import edit
from tests.ui.commands.commands import run, said

TEXTS = {
    "a": "Anna Lee of Acme Corp. left Oslo in May 2024.",
    "b": "Nothing here.",
    "c": "Acme Corp. paid $5 million.",
}
MINE = Span("mine", 0, 4, "PERSON", origin="anna")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "p"
    assert run("new", made, "--schema", "news") == 0
    for id_, text in TEXTS.items():
        (tmp_path / f"{id_}.txt").write_text(text, "utf-8")
    assert run("import", made, *(tmp_path / f"{id_}.txt" for id_ in TEXTS)) == 0
    return made


def machine_sets(folder: Path, name: str = "robo") -> list:
    project = Project(folder)
    try:
        ids = [row[0] for row in project.db.rows("SELECT id FROM article ORDER BY number")]
        return [project.annotation_set(id_, name) for id_ in ids]
    finally:
        project.close()


def test_every_article_has_a_finished_set_also_where_nothing_was_found(folder, capsys):
    found = said(capsys, "suggest", folder, "--as-annotator", "robo", "--what", "all")
    sets = machine_sets(folder)
    assert [made.state for made in sets] == [State.DONE] * 3
    assert {made.progress.machine for made in sets} == {"en_news 1.0.0"}
    assert found["spans"] == sum(len(made.spans) for made in sets) > 3
    spans = [span for made in sets for span in made.spans.values()]
    assert all(span.status is Status.CONFIRMED and span.origin for span in spans)
    assert {"articles": 3, "annotator": "robo", "machine": "en_news 1.0.0"}.items() <= found.items()


def test_only_articles_without_a_set_are_annotated_unless_again(folder, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    again = said(capsys, "suggest", folder, "--as-annotator", "robo")
    assert (again["articles"], again["kept"], again["written"]) == (0, 3, 0)
    anew = said(capsys, "suggest", folder, "--as-annotator", "robo", "--pipeline", "rules", "--again")
    assert anew["written"] == 3
    assert {made.progress.machine for made in machine_sets(folder)} == {"rule"}


def test_it_is_one_step_that_is_undone_whole(folder, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    project = Project(folder)
    [(by,)] = project.db.rows("SELECT \"by\" FROM event WHERE kind = 'edit'")
    project.undo(by)
    assert machines(project) == {}
    assert check(project).faults == []
    project.close()


def test_a_name_that_a_person_works_under_is_refused(folder, capsys):
    project = Project(folder)
    [(id_,)] = project.db.rows("SELECT id FROM article LIMIT 1")
    edit(project, "do", project.annotation_set(id_, "anna").having(MINE))
    project.close()
    for name, words in (
        ("anna", "no machine's"),
        ("gold", "cannot be"),
        ("all", "cannot be"),
        ("", "cannot be"),
    ):
        assert run("suggest", folder, "--as-annotator", name) == 1
        assert words in capsys.readouterr().err
    assert run("suggest", folder, "--as-annotator", "me", "--what", "facts") == 1


def test_its_work_is_not_changed_by_hand(folder, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    project = Project(folder)
    made = next(one for one in machine_sets(folder) if one.spans)
    with pytest.raises(UserError, match="robo is a machine here"):
        edit(project, "do", confirm(made, MINE))
    project.close()


def test_its_wordings_teach_nobody(folder, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    project = Project(folder)
    assert project.learning.learned("robo", whole=True) == project.learning.learned("nobody", whole=True)
    assert project.db.rows("SELECT * FROM wording") == []
    assert project.db.rows("SELECT * FROM verdict") == []
    again = learned_wordings.Lessons(project.db)
    assert learned_wordings.stored(project.db) == again
    project.close()


def test_the_mark_goes_along_with_exports_packages_and_names(folder, tmp_path, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    out, other, third = tmp_path / "out.jsonl", tmp_path / "q", tmp_path / "r"
    assert run("export", folder, out, "--format", "jsonl", "--annotator", "robo") == 0
    assert {json.loads(line)["machine"] for line in out.read_text("utf-8").splitlines()} == {"en_news 1.0.0"}
    for made in (other, third):
        assert run("new", made, "--schema", "news") == 0
    assert run("import", other, out) == 0
    assert run("import", third, *(tmp_path / f"{id_}.txt" for id_ in TEXTS)) == 0
    assert run("pack", folder, tmp_path / "robo.zip", "--annotator", "robo") == 0
    assert run("merge", third, tmp_path / "robo.zip") == 0
    assert run("rename-annotator", folder, "robo", "robot") == 0
    for place, name in ((folder, "robot"), (other, "robo"), (third, "robo")):
        project = Project(place)
        assert machines(project) == {name: "en_news 1.0.0"}
        assert check(project).faults == []
        project.learning.learned("x", whole=True)
        assert project.db.rows("SELECT * FROM wording WHERE confirmed <> 0") == []
        project.close()


def lines(folder: Path, out: Path, *words: str) -> list[dict]:
    assert run("export", folder, out, "--format", "jsonl", *words) == 0
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_whoever_takes_its_work_over_is_no_machine_and_gold_says_who_is(folder, tmp_path, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    lines(folder, tmp_path / "robo.jsonl", "--annotator", "robo")
    assert run("import", folder, tmp_path / "robo.jsonl", "--annotator", "anna") == 0
    project = Project(folder)
    assert machines(project) == {"robo": "en_news 1.0.0"}
    project.close()
    soft = lines(folder, tmp_path / "soft.jsonl", "--soft")
    assert {span["agreement"]["of"] for record in soft for span in record["spans"]} == {1}


def test_agreement_says_who_is_a_machine(folder, capsys):
    said(capsys, "suggest", folder, "--as-annotator", "robo")
    said(capsys, "suggest", folder, "--as-annotator", "ruler", "--pipeline", "rules")
    assert said(capsys, "agreement", folder, "robo", "ruler")["machines"] == ["robo", "ruler"]
    assert run("agreement", folder, "robo", "ruler") == 0
    assert "robo (machine) and ruler (machine) on" in capsys.readouterr().out

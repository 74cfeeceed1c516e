"""The command that decides by majority, as a reviewer types it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from annotations.review import decisions
from annotations.sets import GOLD
from models.project import Project
from models.queries.review_queue import ReviewQueue
from tests.making import TEXT
from tests.models.queries import across
from tests.ui.commands.commands import run, said

SAID = {"a": ("ORG", "ORG", "PERSON"), "b": ("ORG", "GPE", "PERSON"), "c": ("ORG", "ORG", "ORG")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in which three people have marked three articles."""
    lines = [
        {"id": article, "text": TEXT + article, "annotator": who, "state": "done",
         "spans": [{"start": 0, "end": 10, "label": label}]}
        for article, labels in SAID.items()
        for who, label in zip(("anna", "ben", "cara"), labels, strict=True)
    ]  # fmt: skip
    source = tmp_path / "three.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("new", tmp_path / "p") == run("import", tmp_path / "p", source) == 0
    return tmp_path / "p"


def gold(folder: Path) -> dict[str, list[str]]:
    with closing(Project(folder)) as project:
        return {
            article: [made.label for made in project.annotation_set(article, GOLD).spans.values()]
            for article in SAID
        }


def test_a_dry_run_says_what_it_would_take_and_writes_nothing(folder: Path, capsys) -> None:
    assert run("review", folder, "--majority", "2", "--dry-run") == 0
    assert capsys.readouterr().out.endswith("Takes 1 case in 1 article; 1 stays open.\n")
    assert gold(folder) == {"a": [], "b": [], "c": []}


def test_what_most_have_is_taken_and_one_undo_of_the_reviewer_takes_it_back(folder: Path, capsys) -> None:
    found = said(capsys, "review", folder, "--majority", "2", "--by", "rex")
    assert (found["taken"], found["articles"], found["open"], found["by"]) == (1, 1, 1, "rex")
    assert found["cases"] == [
        {"article": "b", "start": 0, "end": 10, "difference": "label", "agreement": 0.333}
    ]
    assert gold(folder) == {"a": ["ORG"], "b": [], "c": []}
    with closing(Project(folder)) as project:
        assert project.undo("rex").verb == "take what at least 2 agree on"
    assert gold(folder) == {"a": [], "b": [], "c": []}


def test_a_majority_of_one_is_refused(folder: Path, capsys) -> None:
    assert run("review", folder, "--majority", "1") == 2
    assert "greater than or equal to 2" in capsys.readouterr().err


def test_progress_comes_line_by_line(folder: Path, capsys) -> None:
    capsys.readouterr()
    assert run("review", folder, "--majority", "2", "--dry-run", "--progress") == 0
    *_, last, report = map(json.loads, capsys.readouterr().out.splitlines())
    assert (last["doing"], last["done"], last["of"]) == ("counting votes", 3, 3)
    assert report["taken"] == 1


def approve(folder: Path, *articles: str, by: str = "rex", keep: bool = True) -> None:
    """Takes what most have, or nothing, and approves the articles."""
    with closing(Project(folder)) as project:
        queue = ReviewQueue(project, ["anna", "ben", "cara"])
        for article in articles:
            for case in queue.open(article) if keep else queue.work(article).cases:
                work = queue.work(article)
                gold = decisions.take(work.begun(), case, "anna" if keep else "cara", by=by)
                project.apply(work.step("take", gold), by=by)
            project.apply(queue.work(article).approved("approve", by=by), by=by)


def test_a_second_look_draws_reviewed_articles_and_says_what_held(folder: Path, capsys) -> None:
    approve(folder, "a", "b", "c")
    drawn = said(capsys, "recheck", folder, "--draw", "2", "--by", "eve")["now_drawn"]
    assert len(drawn) == 2
    assert said(capsys, "recheck", folder)["looked_at"] == 0
    approve(folder, *drawn, by="eve")
    assert run("recheck", folder) == 0
    out = capsys.readouterr().out
    assert "2 of 2 articles looked at a second time. 2 of 2 items of gold held: 100.0%" in out


def test_what_did_not_hold_is_counted(folder: Path, capsys) -> None:
    approve(folder, "a", "b")
    assert len(said(capsys, "recheck", folder, "--draw", "9", "--by", "eve")["now_drawn"]) == 2
    approve(folder, "a", by="eve")
    approve(folder, "b", by="eve", keep=False)
    found = said(capsys, "recheck", folder)
    assert (found["looked_at"], found["items"], found["held"], found["added"]) == (2, 2, 1, 1)
    assert (found["precision"], found["by_the_same"], found["rough"]) == (0.5, 0, True)


def test_drawing_is_one_edit_that_one_undo_takes_back(folder: Path, capsys) -> None:
    approve(folder, "a", "b")
    said(capsys, "recheck", folder, "--draw", "2", "--by", "eve")
    with closing(Project(folder)) as project:
        project.undo("eve")
        assert project.annotation_set("a", GOLD).state == "reviewed"
        assert project.annotation_set("a", "ben").state == "reviewed"
    assert said(capsys, "recheck", folder)["drawn"] == 0


def test_the_open_cases_across_articles_are_listed_and_nothing_is_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    across.stored(tmp_path / "across", *across.differing()).close()
    assert run("review", tmp_path / "across", "--across") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Houthi",
        "    Entity  ·  anna 2 + 1  ·  ben 3",
        "Lima",
        "    Entity  ·  anna 2  ·  ben nothing",
        "CASUALTY: count",
        "    Verdict  ·  anna ≠ differs  ·  ben ✕ contradicts",
        "3 cases open; 2 points agreed.",
    ]
    assert run("review", tmp_path / "across", "--across", "--json") == 0
    cases = json.loads(capsys.readouterr().out)["cases"]
    assert [(case["about"], case["gold"]) for case in cases] == [
        ("entity", []),
        ("entity", []),
        ("verdict", []),
    ]
    assert [len(part["mentions"]) for part in cases[0]["sides"]["anna"]] == [2, 1]
    assert cases[2]["sides"]["anna"] == {"verdict": "differs", "judged": True, "reason": "so it is"}


def test_a_review_by_command_says_what_it_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    across.stored(tmp_path / "across").close()
    for words in ((), ("--majority", "2", "--across")):
        assert run("review", tmp_path / "across", *words) != 0
        assert "Say either --majority with a count or --across." in capsys.readouterr().err
    assert run("review", tmp_path / "across", "--across") == 0
    assert capsys.readouterr().out == "No case is open across articles; 0 points agreed.\n"

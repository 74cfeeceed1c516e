"""Rounds of a review, by keys: a decision is about what it saw, and what is gone from the work leaves gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from annotations.sets import GOLD
from models.project import Project
from tests.ui.review.reviews import TEXT, gold, line, made, opened
from tests.ui.windows import press, run
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

Launch = Callable[..., MainWindow]


def two(folder: Path, anna: list[tuple[str, str]], ben: list[tuple[str, str]]) -> Path:
    return made(folder, [line("first", "anna", anna), line("first", "ben", ben)])


def review(launch: Launch, folder: Path, *keys: str, by: str = "rex") -> ReviewPage:
    page = opened(launch("open", folder, "--annotator", by))
    press(page.window(), *keys)
    return page


def annotate(launch: Launch, folder: Path, quote: str, *keys: str) -> None:
    window = launch("open", folder, "--annotator", "anna")
    at = TEXT.index(quote)
    window.view.set_selection(at, at + len(quote))
    press(window, *keys)
    window.close()


def state(folder: Path) -> str:
    project = Project(folder)
    found = project.annotation_set("first", GOLD).state.value
    project.close()
    return found


def test_a_decision_does_not_outlive_the_label_it_was_about(launch, tmp_path: Path) -> None:
    folder = two(tmp_path / "p", [("Oslo", "ORG")], [("Oslo", "GPE")])
    review(launch, folder, "Left", "R", "Return", "1").window().close()
    annotate(launch, folder, "Oslo", "1", "Ctrl+Return")
    page = review(launch, folder)
    (case,) = page.hand.work.open_cases
    assert (page.hand.work.changed(case).choice, gold(folder)) == ("take anna", [])
    asked = "Round 2 of anna. rex asked: wrong label. Since: 1 changed besides, 0 untouched."
    assert page.heading.rounds.text() == asked
    press(page.window(), "Right", "Ctrl+Return")
    assert (gold(folder), state(folder)) == ([("Oslo", "GPE")], "reviewed")


def test_a_third_annotators_work_opens_what_was_decided_without_it(launch, tmp_path: Path) -> None:
    folder = two(tmp_path / "p", [("Oslo", "ORG")], [("Oslo", "GPE")])
    review(launch, folder, "Right", "Ctrl+Return").window().close()
    more = tmp_path / "cleo.jsonl"
    more.write_text(json.dumps(line("first", "cleo", [("Oslo", "GPE")])) + "\n", "utf-8")
    assert run("import", folder, more) == 0
    assert (gold(folder), state(folder)) == ([], "started")
    page = review(launch, folder)
    assert "cleo came since you decided" in page.heading.about.text()
    press(page.window(), "Return", "Ctrl+Return")
    assert (gold(folder), state(folder)) == ([("Oslo", "GPE")], "reviewed")


def test_what_a_return_asked_and_what_came_of_it_is_told(launch, tmp_path: Path) -> None:
    folder = two(tmp_path / "p", [("Navy", "ORG"), ("Oslo", "PERSON")], [("Oslo", "GPE")])
    review(launch, folder, "Right", "Right", "R", "Return", "7").window().close()
    annotate(launch, folder, "Navy", "X", "Ctrl+Return")
    heading = review(launch, folder).heading
    assert "Since: 1 followed, 1 left as it was, 0 untouched." in heading.rounds.text()
    assert "PERSON “Oslo” → GPE “Oslo”: left as it was" in heading.rounds.toolTip()


def test_what_was_taken_and_then_deleted_leaves_gold(launch, tmp_path: Path) -> None:
    folder = two(tmp_path / "p", [("Navy", "ORG"), ("Oslo", "PERSON")], [("Oslo", "GPE")])
    review(launch, folder, "Left", "Right", "R", "Return", "1").window().close()
    assert gold(folder) == [("Navy", "ORG"), ("Oslo", "GPE")]
    annotate(launch, folder, "Navy", "X", "Ctrl+Return")
    assert gold(folder) == [("Oslo", "GPE")]
    page = review(launch, folder, "Ctrl+Return")
    assert state(folder) == "started"
    press(page.window(), "Right", "Ctrl+Return")
    assert (gold(folder), state(folder)) == ([("Oslo", "GPE")], "reviewed")


def test_two_reviewers_golds_are_a_case_where_they_differ(launch, tmp_path: Path, capsys) -> None:
    one = two(tmp_path / "one", [("Maria Ruiz", "ORG")], [("Maria Ruiz", "PERSON")])
    other = two(tmp_path / "two", [("Maria Ruiz", "ORG")], [("Maria Ruiz", "PERSON")])
    review(launch, one, "Left", "Ctrl+Return").window().close()
    review(launch, other, "Right", "Ctrl+Return", by="sue").window().close()
    assert run("pack", other, tmp_path / "gold.fm", "--annotator", GOLD) == 0
    capsys.readouterr()
    assert run("merge", one, tmp_path / "gold.fm", "--json") == 0
    assert "reviewers differ in a case" in " ".join(json.loads(capsys.readouterr().out)["notices"])
    assert (gold(one), state(one)) == ([], "started")
    page = review(launch, one, "Right", "Ctrl+Return")
    assert (gold(one), state(one), page.hand.work.open_cases) == ([("Maria Ruiz", "PERSON")], "reviewed", [])


def test_a_topics_key_takes_a_side_in_a_review_and_sets_no_topic(launch, tmp_path: Path) -> None:
    folder = two(tmp_path / "p", [("Oslo", "ORG")], [("Oslo", "GPE")])
    schema = folder / "project.yaml"
    schema.write_text(schema.read_text("utf-8") + 'topics: {War: {key: "2"}}\n', "utf-8")
    page = review(launch, folder, "Alt+2")
    project = Project(folder)
    assert project.annotation_set("first", "rex").topics == {}
    project.close()
    assert (gold(folder), page.hand.work.open_cases) == ([("Oslo", "GPE")], [])


def test_topics_and_boilerplate_that_all_have_are_gold(launch, tmp_path: Path) -> None:
    more = {"topics": ["War"], "boilerplate": [[45, 66]]}
    lines = [line("first", who, [("Oslo", "GPE")], **more) for who in ("anna", "ben")]
    folder = made(tmp_path / "p", lines)
    review(launch, folder, "Ctrl+Return").window().close()
    out = tmp_path / "gold.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--annotator", GOLD, "--articles", "reviewed") == 0
    (record,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert (record["topics"], record["boilerplate"]) == (["War"], [[45, 66]])

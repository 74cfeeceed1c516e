"""The view Learn: what there is to learn from, a training beside the window, old against new, and the switch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.learn.learners import (
    CURVE,
    NEW,
    PATIENCE,
    Trainer,
    figures,
    finished_project,
    learning,
    outcome,
    rows,
    the_trainer,  # noqa: F401 - a fixture
    trained,
)
from tests.ui.windows import by_key, here, press, run, said
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return finished_project(tmp_path, 12)


@by_key(["Ctrl+6"])
def test_it_opens_by_its_key_and_closes_by_it(window: MainWindow, key: str) -> None:
    press(window, key)
    assert learning(window).form.who.hasFocus()
    press(window, key)
    assert window.pages.here == "annotate"


def test_it_stands_in_the_menu_go_and_not_in_the_bar_on_top(window: MainWindow) -> None:
    menus = {action.text().strip("&"): action.menu() for action in window.menuBar().actions()}
    assert "Learn" in [action.text() for action in menus["Go"].actions()]
    assert "Learn" not in [tab.text() for tab in window.top.findChildren(type(window.status.undo))]


def test_it_says_what_there_is_to_learn_from_by_label(window: MainWindow) -> None:
    press(window, "Ctrl+6")
    part = learning(window).parts.before
    assert part.about.text() == "12 finished articles with 72 spans."
    assert part.warning.text() == "Fewer than 25 articles: a first try, whose figures rest on little."
    model = part.table.model
    said = [[model.index(row, n).data() for n in range(3)] for row in range(model.rowCount())]
    assert said == [
        ["PERSON", "few (24 of about 50): learned only where the parent finds it already", "24"],
        ["ORG", "few (24 of about 50): learned only where the parent finds it already", "24"],
        ["GPE", "few (24 of about 50): learned only where the parent finds it already", "24"],
        ["NOTE", "nothing to learn from", "0"],
    ]


def test_with_too_little_it_says_why_with_the_numbers_and_does_not_start(
    launch: Launch, tmp_path: Path
) -> None:
    window = launch("open", finished_project(tmp_path / "few", 7), "--annotator", "anna")
    press(window, "Ctrl+6", "Ctrl+Return")
    page, why = learning(window), "7 finished articles with 42 spans; training starts at 10 and 50."
    assert (page.parts.before.why_not.text(), said(window)) == (why, why)
    assert (page.training.is_running, page.form.start.isEnabled()) == (False, False)
    assert why in page.form.start.toolTip()


def test_somebody_else_s_work_can_be_learned_from(launch: Launch, folder: Path) -> None:
    window = launch("open", folder, "--annotator", "ben")
    press(window, "Ctrl+6")
    form = learning(window).form
    assert form.who.currentText() == "anna, 12 finished articles"
    assert form.words(folder)[:4] == ["train", str(folder), "--annotator", "anna"]


def test_the_parent_is_chosen_from_what_reads_the_language_and_lies_in_the_project(
    launch: Launch, folder: Path
) -> None:
    own = folder / "pipelines" / "mine"
    own.mkdir(parents=True)
    (own / "config.cfg").write_text("", "utf-8")
    (own / "meta.json").write_text(
        '{"lang": "en", "components": ["ner"], "labels": {"ner": ["ORG"]}}', "utf-8"
    )
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+6")
    form = learning(window).form
    offered = [form.parent_box.itemText(n) for n in range(form.parent_box.count())]
    assert offered[0] == "en_news (the shipped pipeline)"
    assert offered[-1] == "nothing"
    assert "mine (of this project)" in offered


def test_another_language_starts_from_nothing_and_says_so(launch: Launch, folder: Path) -> None:
    text = (folder / "project.yaml").read_text("utf-8")
    (folder / "project.yaml").write_text(f"language: fi\n{text}", "utf-8")
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Ctrl+6")
    page = learning(window)
    assert page.form.parents == ["nothing"]
    assert page.parts.before.warning.text().startswith(
        "No pipeline here reads Finnish: it starts from nothing"
    )


def test_old_stands_against_new_with_sign_word_and_interval(
    qtbot: QtBot, window: MainWindow, trainer: Trainer
) -> None:
    trainer(outcome(curve=CURVE))
    page = trained(qtbot, window)
    assert rows(page)["all labels"] == [
        *("+ better", "40", "50.0", "90.0", "+40.0 [+20.0, +50.0]", "50.0", "90.0", "50.0", "90.0", "25 %")
    ]
    assert rows(page)["ORG"][:5] == ["counts only", "11", "–", "–", "+4 right"]
    assert rows(page)["ORG"][5:] == ["5 of 11", "9 of 11", "5 of 11", "9 of 11", "3 of 11"]
    assert rows(page)["GPE"][0] == "≈ no clear difference"
    assert rows(page)["NOTE"] == ["too few to learn (3)", "0", *["–"] * 8]
    done = page.parts.done
    assert done.headline.text() == "A first try; the figures below rest on 40 spans."
    assert done.notes.text() == "2 spans were left out: they are off the tokens."
    assert done.curve.says.text() == "Twice as many articles: likely (+3 to +6)."
    assert done.use.hasFocus()


def test_without_intervals_there_are_shares_and_no_verdict(
    qtbot: QtBot, window: MainWindow, trainer: Trainer
) -> None:
    trainer(outcome(all_labels=figures("all labels", 40, "")))
    page = trained(qtbot, window)
    assert rows(page)["all labels"][:5] == ["no verdict", "40", "50.0", "90.0", "+40.0"]
    page.parts.done.table.cells.setCurrentIndex(page.parts.done.table.model.index(0, 1))
    assert page.parts.done.table.why.text() == (
        "all labels, Verdict: no verdict there is no interval: too few articles are held out"
    )


def test_a_worse_one_is_said_by_sign_and_word(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> None:
    trainer(outcome(all_labels=figures("all labels", 40, "worse")))
    assert rows(trained(qtbot, window))["all labels"][0] == "− worse"


def test_an_article_with_errors_is_a_press_of_enter_away_and_the_view_stays_as_it_was(
    qtbot: QtBot, window: MainWindow, trainer: Trainer
) -> None:
    trainer()
    page = trained(qtbot, window)
    listed = page.parts.done.wrong
    assert [row.words for row in listed.rows.rows] == ["Article 5", "Article 3"]
    listed.list.setFocus()
    press(window, "Return")
    assert (window.pages.here, here(window), said(window)) == (
        "annotate",
        "a5",
        "Ctrl+6 leads back to Learn.",
    )
    press(window, "Ctrl+6")
    assert (learning(window) is page, page.parts.shown) == (True, "done")


@by_key(["Ctrl+U"])
def test_use_it_writes_the_name_and_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, folder: Path, trainer: Trainer, key: str
) -> None:
    trainer()
    page = trained(qtbot, window)
    press(window, key)
    assert window.session.project.schema.pipeline == NEW
    assert said(window) == (
        f"{NEW} suggests from now on; 1 unfinished article is looked through again. Ctrl+Z takes the switch back."
    )
    assert (page.parts.done.chosen.text(), page.parts.done.use.isVisible()) == (f"{NEW} is in use.", False)
    press(window, "Ctrl+Z")
    assert window.session.project.schema.pipeline == "none"
    assert page.parts.done.use.isVisible()
    assert f"pipeline: {NEW}" not in (folder / "project.yaml").read_text("utf-8")


def test_what_there_is_to_learn_from_can_be_looked_at_again(
    qtbot: QtBot, window: MainWindow, trainer: Trainer
) -> None:
    trainer()
    page = trained(qtbot, window)
    page.heading.shown.choose("before")
    assert (page.parts.shown, page.heading.about.text()) == ("before", "12 finished articles with 72 spans.")
    page.heading.shown.choose("done")
    assert page.parts.shown == "done"


def test_use_it_has_the_new_pipeline_look_through_what_is_unfinished(
    qtbot: QtBot, window: MainWindow, trainer: Trainer
) -> None:
    trainer()
    trained(qtbot, window)
    press(window, "Ctrl+U")
    qtbot.waitUntil(
        lambda: NEW in window.suggesting.trouble, timeout=PATIENCE
    )  # it is empty, and not trusted
    window.suggesting.trust.drop()


@by_key(["Ctrl+Shift+L"])
def test_keep_the_old_leaves_the_project_as_it_was(
    qtbot: QtBot, window: MainWindow, trainer: Trainer, key: str
) -> None:
    trainer()
    page = trained(qtbot, window)
    press(window, key)
    assert window.session.project.schema.pipeline == "none"
    assert page.parts.done.chosen.text().startswith("The old pipeline stays in use.")


@by_key(["Ctrl+Backspace"])
def test_stopping_keeps_the_best_so_far(qtbot: QtBot, window: MainWindow, trainer: Trainer, key: str) -> None:
    trainer(waits=True)
    press(window, "Ctrl+6", "Ctrl+Return")
    page = learning(window)
    qtbot.waitUntil(lambda: len(page.training.reports) == 3, timeout=PATIENCE)
    running = page.parts.running
    assert running.far.text() == "Epoch 3 of 4 (first training), 6 seconds so far, about 2 seconds left"
    assert running.best.text() == "Best so far: epoch 3, F 35.0."
    assert [(x, round(y)) for x, y in running.f.plot.lines[0].points] == [(1, 25), (2, 30), (3, 35)]
    assert window.verbs["import_files"].isEnabled()
    press(window, key)
    qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
    assert (page.parts.shown, page.training.outcome.folder.name) == ("done", NEW)


def test_its_end_is_said_in_another_view(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> None:
    trainer()
    press(window, "Ctrl+6", "Ctrl+Return", "Esc")
    page = window.pages._made["learn"]
    qtbot.waitUntil(lambda: not page.training.is_running, timeout=PATIENCE)
    assert said(window) == f"{NEW} is trained: F 90.0 against 50.0. Ctrl+6 shows the table."


def test_why_a_training_failed_is_said(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> None:
    trainer(script="import sys; sys.exit('factmark: There is no pipeline en_news.')")
    page = trained(qtbot, window)
    assert page.heading.about.text() == "There is no pipeline en_news."
    assert (page.parts.shown, page.form.start.isEnabled()) == ("before", True)


def test_odd_lines_are_passed_over(qtbot: QtBot, window: MainWindow, trainer: Trainer) -> None:
    odd = ['{"epoch": 1}', "[]", "no JSON", '{"outcome": {"folder": 7}, "headline": ""}', "\\ud800"]
    trainer(script="".join(f"print({line!r})\n" for line in odd))
    page = trained(qtbot, window)
    assert page.training.trouble == "Training stopped without a word (exit code 0)."


def test_the_command_that_does_the_same_is_copied(window: MainWindow, folder: Path) -> None:
    from PySide6.QtGui import QGuiApplication

    press(window, "Ctrl+6", "Ctrl+Shift+C")
    assert (
        QGuiApplication.clipboard()
        .text()
        .endswith(f"train {folder} --annotator anna --from en_news --budget 180 --json")
    )


def test_another_project_begins_with_nothing_of_the_one_before(
    qtbot: QtBot, window: MainWindow, trainer: Trainer, tmp_path: Path
) -> None:
    trainer()
    trained(qtbot, window)
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    window.files.open(tmp_path / "other")
    press(window, "Ctrl+6")
    assert learning(window).parts.shown == "before"
    assert learning(window).parts.before.why_not.text().startswith("0 finished articles")

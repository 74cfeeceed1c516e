"""The main path: Tab, N and Enter go through the spans of a sentence, then through its facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from annotations.spans import Hint, Status
from models.project import Project
from models.queries.comments import article_threads
from models.settings import Settings
from tests.ui.facts import building
from tests.ui.facts.facts_project import FACTS, SUGGESTED, TEXT, at, decided, fact, project_of
from tests.ui.windows import focused, here, press, rejected, said, selected, stored
from ui.facts import fact_keys
from ui.key_words import filled
from ui.main_window import MainWindow

NOTHING = "Nothing is left to decide here; Ctrl+Enter finishes the article."
OPEN = "No target yet: fill it, or Enter again."
SENTENCES = ["Navy", "60", "Tuesday", "Ana", "Ruiz", "first", "Oslo", "second", "third"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def stop(window: MainWindow) -> str:
    """The words of the span in focus, or the id of the fact; never both."""
    assert not (focused(window) and window.session.fact_id)
    return focused(window) or window.session.fact_id or ""


def stops(window: MainWindow, key: str, times: int) -> list[str]:
    found = []
    for _ in range(times):
        press(window, key)
        found.append(stop(window))
    return found


def test_tab_goes_through_the_spans_of_a_sentence_then_its_facts(window: MainWindow) -> None:
    assert stops(window, "Tab", 9) == SENTENCES
    assert stops(window, "Shift+Tab", 8) == SENTENCES[-2::-1]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("after the article", [*SENTENCES[:5], "Oslo", "first", "second", "third"]),
        ("not", [*SENTENCES[:5], "Oslo", "Navy", "60", "Tuesday"]),
    ],
)
def test_facts_can_come_after_the_article_or_not_at_all(
    launch, folder: Path, way: str, expected: list[str]
) -> None:
    Settings().set(facts_in_path=way)
    assert stops(launch("open", folder, "--annotator", "anna"), "Tab", 9) == expected


def test_a_fact_in_focus_is_shown_at_its_trigger(window: MainWindow) -> None:
    stops(window, "Tab", 6)
    assert (window.view.caret, window.view.focus_id) == (TEXT.index("struck"), None)


def test_n_goes_by_the_text_through_spans_and_facts_of_any_status(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Ctrl+Home")
    wanted = ["Navy", "first", "60", "Tuesday", "Ana", "Ruiz", "Oslo", "second", "third", "Navy"]
    assert stops(window, "N", 10) == wanted
    assert stops(window, "Shift+N", 2) == ["third", "second"]


def test_enter_confirms_span_after_span_and_the_fact_with_what_is_left(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return", "Return", "Tab", "Tab", "Tab")
    assert stop(window) == "first"
    press(window, "Return")
    assert (stop(window), decided(folder)) == ("Oslo", {"first": Status.CONFIRMED})
    assert [quote for quote, _ in stored(folder)] == ["Navy", "60", "Tuesday", "Ana", "Ruiz"]
    press(window, "Ctrl+Z")
    assert ([quote for quote, _ in stored(folder)], decided(folder)) == (["Navy", "60"], {})


def test_with_a_needed_role_open_the_first_enter_points_it_out(window: MainWindow, folder: Path) -> None:
    stops(window, "Tab", 8)
    press(window, "Return")
    assert (stop(window), said(window), decided(folder)) == ("second", OPEN, {})
    press(window, "Return")
    assert (stop(window), decided(folder)) == ("third", {"second": Status.CONFIRMED})


def test_a_role_is_pointed_out_again_when_the_fact_was_left(window: MainWindow, folder: Path) -> None:
    stops(window, "Tab", 8)
    press(window, "Return", "Tab", "Shift+Tab", "Return")
    assert (said(window), decided(folder)) == (OPEN, {})


@pytest.mark.parametrize("key", ["X", "Backspace"])
def test_x_rejects_the_fact_and_leaves_its_spans(window: MainWindow, folder: Path, key: str) -> None:
    stops(window, "Tab", 6)
    press(window, key)
    assert (stop(window), decided(folder), rejected(folder)) == ("Oslo", {"first": Status.REJECTED}, [])
    press(window, "N", key)
    assert decided(folder) == {"first": Status.REJECTED, "second": Status.REJECTED}


def test_nothing_is_left_only_when_spans_and_facts_are_nought(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", *["Return"] * 8)
    assert (stop(window), said(window)) == ("second", OPEN)
    press(window, "Return", "Return")
    assert (len(decided(folder)), len(stored(folder)), said(window)) == (3, 6, NOTHING)
    press(window, "Tab")
    assert said(window) == "There are no suggestions left to decide."


def test_without_facts_in_the_path_nothing_is_left_after_the_spans(launch, folder: Path) -> None:
    Settings().set(facts_in_path="not")
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Tab", *["Return"] * 6)
    assert (said(window), decided(folder)) == (NOTHING, {})


def test_a_span_that_begins_the_article_is_not_passed_over(launch, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    start = {"id": "s", "start": 0, "end": 3, "label": "ORG", "score": 0.9}
    record = {**SUGGESTED[0], "spans": [start, *SUGGESTED[0]["spans"]]}
    window = launch(
        "open", project_of(tmp_path / "own", [record], "--as", "suggestions"), "--annotator", "anna"
    )
    press(window, "Tab", "Tab", "Ctrl+Home", "Tab")
    assert stop(window) == "The"
    press(window, "Tab")
    assert stop(window) == "Navy"


def test_escape_goes_back_to_the_spans_of_the_sentence(window: MainWindow, folder: Path) -> None:
    stops(window, "Tab", 6)
    press(window, "Esc")
    assert stop(window) == "Navy"
    press(window, "O")
    assert stored(folder) == [("Navy", "GPE")]


def test_labels_keys_are_off_while_a_fact_has_the_focus(window: MainWindow, folder: Path) -> None:
    stops(window, "Tab", 6)
    press(window, "O", "Space")
    assert (stored(folder), said(window)) == ([], filled(fact_keys.LABELS_OFF))


@pytest.mark.parametrize(
    ("key", "role"), [("1", "actor"), ("2", "target"), ("3", "count"), ("Num+5", "source")]
)
def test_a_digit_opens_the_fact_on_that_role(window: MainWindow, key: str, role: str) -> None:
    stops(window, "Tab", 6)
    press(window, key)
    assert building.in_hand(window) == role


def test_a_digit_without_a_role_says_so(window: MainWindow) -> None:
    stops(window, "Tab", 6)
    press(window, "9")
    assert (window.work.strip.isHidden(), said(window)) == (True, "ATTACK has no role 9.")


def test_f_asks_which_fact_is_meant(window: MainWindow) -> None:
    stops(window, "Tab", 6)
    press(window, "F")
    assert (said(window), window.work.strip.isHidden()) == (filled(fact_keys.WHICH), True)
    press(window, "Return")
    assert window.work.strip.line.type == "ATTACK"
    press(window, "Esc", "F", "F")
    assert "which type" in window.work.strip.line.aside


def test_the_foot_shows_both_answers_as_buttons(window: MainWindow, qtbot: QtBot) -> None:
    stops(window, "Tab", 6)
    press(window, "F")
    qtbot.waitUntil(lambda: window.work.attending.now().kind == "which_fact")
    qtbot.waitUntil(lambda: "A new one" in {button.accessibleName() for button in buttons(window)})
    [new] = [button for button in buttons(window) if button.accessibleName() == "A new one"]
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    assert "which type" in window.work.strip.line.aside


def buttons(window: MainWindow) -> list[QAbstractButton]:
    return [button for button in window.status.findChildren(QAbstractButton) if button.isVisible()]


def test_escape_takes_the_question_back(window: MainWindow, folder: Path) -> None:
    stops(window, "Tab", 6)
    press(window, "F", "Esc")
    assert stop(window) == "first"
    press(window, "Return")
    assert decided(folder) == {"first": Status.CONFIRMED}


def test_e_without_a_fact_in_focus_says_so(window: MainWindow) -> None:
    press(window, "Tab", "E")
    assert (said(window), window.work.strip.isHidden()) == (filled(fact_keys.NO_FACT), True)


def test_c_comments_on_the_fact(window: MainWindow) -> None:
    stops(window, "Tab", 6)
    press(window, "C")
    assert window.work.panels.here().about.text() == "New comment on the fact ATTACK:"
    window.work.panels.here().box.setPlainText("Who says so?")
    press(window, "Ctrl+Return")
    [thread] = article_threads(window.session.project, "first", "anna")
    assert (thread.first.comment.on, thread.place) == ("first", (TEXT.index("Navy"), TEXT.index("Ruiz") + 4))


def below(window: MainWindow, quote: str) -> QPoint:
    """A point on the mark under the words' first character, in the viewport."""
    place = window.view.caret_rect(TEXT.index(quote))
    strips = window.view.article.chunk(0).strips(TEXT.index(quote), TEXT.index(quote) + 1)
    return place.topLeft() + QPoint(3, round(strips[0].height()) + 5)


def test_a_click_on_the_mark_under_a_trigger_gives_the_fact_the_focus(window: MainWindow) -> None:
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=below(window, "struck"))
    assert stop(window) == "first"
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=below(window, "boats"))
    assert stop(window) == ""


def test_a_click_again_goes_to_the_next_fact_of_that_trigger(launch, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    record = {**SUGGESTED[0], "facts": [*FACTS, fact("twin", "STATEMENT", "struck")]}
    window = launch(
        "open", project_of(tmp_path / "own", [record], "--as", "suggestions"), "--annotator", "anna"
    )
    seen = []
    for _ in range(3):
        QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=below(window, "struck"))
        seen.append(stop(window))
    assert seen == ["first", "twin", "first"]


def test_a_project_without_fact_types_has_spans_alone(launch, folder: Path) -> None:
    schema = folder / "project.yaml"
    text = schema.read_text("utf-8")
    schema.write_text(text[: text.index("facts:")], "utf-8")
    window = launch("open", folder, "--annotator", "anna")
    assert stops(window, "Tab", 7) == [*SENTENCES[:5], "Oslo", "Navy"]


@pytest.fixture
def with_a_fact_alone(tmp_path: Path) -> Path:
    """Two articles: spans in the first, nothing but a suggested fact in the second."""
    (tmp_path / "own").mkdir()
    first, text = {**SUGGESTED[0], "facts": []}, "Oslo struck."
    alone = {"id": "alone", "type": "ATTACK", "trigger": [5, 11], "score": 0.7, "roles": []}
    second = {"id": "second", "title": "Second", "text": text, "facts": [alone]}
    return project_of(tmp_path / "own", [first, second], "--as", "suggestions")


def test_after_the_last_stop_comes_the_next_article_that_has_a_fact(launch, with_a_fact_alone: Path) -> None:
    window = launch("open", with_a_fact_alone, "--annotator", "anna")
    assert stops(window, "Tab", 7)[-2:] == ["Oslo", "alone"]
    assert here(window) == "second"
    press(window, "Tab")
    assert (here(window), stop(window)) == ("first", "Navy")


def test_without_facts_in_the_path_such_an_article_is_passed_over(launch, with_a_fact_alone: Path) -> None:
    Settings().set(facts_in_path="not")
    window = launch("open", with_a_fact_alone, "--annotator", "anna")
    assert stops(window, "Tab", 7)[-1] == "Navy"
    assert here(window) == "first"


def test_missing_names_are_stops_among_the_spans_of_their_sentence(launch, folder: Path) -> None:
    Settings().set(hints_in_path=True)
    project = Project(folder)
    hints = [Hint(*at(quote).values(), score=0.6) for quote in ("boats", "again")]
    project.set_pools([("first", [*project.sheet("first", "anna").pool, *hints])], by="none 0")
    project.close()
    window, seen = launch("open", folder, "--annotator", "anna"), []
    for _ in range(11):
        press(window, "Tab")
        seen.append(selected(window) or stop(window))
    first, second = (
        ["Navy", "60", "boats", "Tuesday", "Ana", "Ruiz", "first"],
        ["Oslo", "second", "again", "third"],
    )
    assert seen == [*first, *second]

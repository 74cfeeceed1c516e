"""The fact builder by the mouse: types, tabs, signs, words, boxes that are dragged, the verbs of the foot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import LEFT, NONE, drag, middle
from tests.ui.facts.building import (
    SEA,
    facts,
    hint,
    in_hand,
    news_project,
    place,
    quotes,
    shown,
    slots,
    strip,
)
from tests.ui.facts.building_by_mouse import click, click_verb, click_words, over
from tests.ui.windows import point, press, selected, stored, suggested
from ui.building.verbs import BUILDING, CHOOSING
from ui.main_window import MainWindow

TEXT = (
    SEA
    + "The Orland Navy struck two depots near Selby on Tuesday.\nThe Navy also hit a ship of the Tarn Front."
)
SPANS = (
    ("Orland Navy", "ORG"),
    ("two", "CARDINAL"),
    ("Selby", "GPE"),
    ("Tuesday", "DATE"),
    ("Tarn Front", "ORG"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return news_project(
        tmp_path, {"id": "first", "text": TEXT, "spans": [suggested(TEXT, *span) for span in SPANS]}
    )


@pytest.fixture
def begun(window: MainWindow) -> MainWindow:
    point(window, "struck")
    press(window, "F", "A")
    return window


def tab(window: MainWindow, n: int) -> QPoint:
    """The middle of a tab, on the screen."""
    button = strip(window).tabs.buttons[n]
    return button.mapToGlobal(button.rect().center())


def badge(window: MainWindow, quote: str) -> QPoint:
    """The middle of the span's badge, in the viewport."""
    view = window.view
    start = view.text.index(quote)
    index = view.article.index_of(start)
    chunk = view.article.chunk(index)
    [box] = [box for box in chunk.boxes if box.piece.span.start == start]
    rect = box.badge_rect(chunk.lines[box.line], view.article.measures.badge_height)
    at = rect.translated(0.0, view.article.top(index)).center()
    return (at - view.article.caret(0).topLeft() + view.caret_rect(0).topLeft()).toPoint()


def test_a_fact_is_built_by_the_mouse_alone(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    window.work.building.start()
    click(strip(window).types, "ATTACK")
    click_words(window, "Orland Navy")
    click(strip(window).tabs, "target")
    click_words(window, "depots")
    click(strip(window).tabs, "place")
    click_words(window, "Selby")
    click_verb(qtbot, window, "Done")
    assert [quotes(window, fact) for fact in facts(folder)] == [
        {"actor": ["Orland Navy"], "target": ["two depots"], "place": ["Selby"]}
    ]
    assert (strip(window).isHidden(), window.view.hasFocus()) == (True, True)


def test_a_click_again_gives_back_and_on_grey_words_says_why(begun: MainWindow) -> None:
    click_words(begun, "Orland Navy")
    click_words(begun, "Orland Navy")
    assert slots(begun)["actor"] == "needed, open"
    click_words(begun, "Tuesday")
    assert "“Tuesday” is a DATE. 5 again takes it anyway." in hint(begun)


def test_words_are_selected_by_dragging_in_the_strip_and_used_by_a_button(begun: MainWindow) -> None:
    words = strip(begun).words
    over(begun, "near", words.middle_of(place(begun, "Selby")))
    assert strip(begun).hint.use.text() == "Use “near Selby”"
    click(strip(begun).hint, "Use")
    assert slots(begun)["actor"] == "“near Selby”"


def test_a_click_on_a_word_without_a_sign_selects_it(begun: MainWindow) -> None:
    click_words(begun, "near")
    assert strip(begun).hint.use.text() == "Use “near”"
    click_words(begun, "Selby")
    assert (slots(begun)["actor"], strip(begun).hint.use.isVisible()) == ("“Selby”", False)


def test_words_that_the_mouse_selects_in_the_article_are_for_the_fact_and_not_labelled(
    begun: MainWindow, folder: Path
) -> None:
    begun.work.annotating.label_on_selection = True
    start = TEXT.index("ship")
    QTest.mouseDClick(begun.view.viewport(), LEFT, NONE, middle(begun.view, start, start + 4))
    assert strip(begun).hint.use.text() == "Use “ship”"
    click(strip(begun).hint, "Use")
    press(begun, "Return", "Return")
    assert (stored(folder), [quotes(begun, fact) for fact in facts(folder)]) == ([], [{"actor": ["ship"]}])


def test_a_span_of_the_article_is_dragged_by_its_badge_onto_a_tab(begun: MainWindow, folder: Path) -> None:
    for quote in ("Selby", "Tarn Front"):
        drag(begun.view, badge(begun, quote), begun.view.viewport().mapFromGlobal(tab(begun, 1)))
    assert (slots(begun)["target"], selected(begun)) == ("“Selby”, “Tarn Front”", "")
    press(begun, "1", "Return", "Return")
    assert quotes(begun, facts(folder)[0])["target"] == ["Selby", "Tarn Front", "Orland Navy"]


def test_a_span_let_go_elsewhere_changes_nothing(begun: MainWindow) -> None:
    before = slots(begun)
    drag(begun.view, badge(begun, "Selby"), badge(begun, "Selby") + QPoint(60, 40))
    assert (slots(begun), selected(begun)) == (before, "")


def test_a_box_of_the_strip_is_dragged_onto_a_tab(begun: MainWindow) -> None:
    words = strip(begun).words
    over(begun, "Selby", words.mapFromGlobal(tab(begun, 5)))
    assert (slots(begun)["place"], in_hand(begun)) == ("“Selby”", "place")


def click_in_article(window: MainWindow, quote: str) -> None:
    """Clicks the words where the article shows them."""
    start = TEXT.index(quote)
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, middle(window.view, start, start + len(quote)))


def test_a_click_into_the_article_leaves_the_keyboard_in_the_strip(begun: MainWindow) -> None:
    QTest.mouseClick(begun.view.viewport(), LEFT, NONE, badge(begun, "Selby"))
    assert (strip(begun).hasFocus(), slots(begun)["actor"]) == (True, "“Selby”")
    press(begun, "4")
    assert slots(begun)["actor"] == "needed, open"


def test_words_clicked_in_the_article_are_taken_as_those_of_the_strip(begun: MainWindow) -> None:
    click_in_article(begun, "Orland")
    assert slots(begun)["actor"] == "“Orland Navy”"
    click_in_article(begun, "Navy")
    assert slots(begun)["actor"] == "needed, open"
    click_in_article(begun, "Tuesday")
    assert "“Tuesday” is a DATE. 5 again takes it anyway." in hint(begun)
    click_in_article(begun, "near")
    assert strip(begun).hint.use.text() == "Use “near”"


def test_words_clicked_in_another_sentence_bring_it_into_the_strip(begun: MainWindow) -> None:
    press(begun, "1")
    click_in_article(begun, "Tarn Front")
    assert (shown(begun).bounds[0], slots(begun)["actor"]) == (
        TEXT.index("The Navy"),
        "“Orland Navy”, “Tarn Front”",
    )


def test_a_double_click_in_the_article_selects_its_word_and_takes_nothing(begun: MainWindow) -> None:
    start = TEXT.index("depots")
    QTest.mouseDClick(begun.view.viewport(), LEFT, NONE, middle(begun.view, start, start + 6))
    assert (slots(begun)["actor"], strip(begun).hint.use.text()) == ("needed, open", "Use “depots”")


def test_the_buttons_of_the_last_row_do_what_their_keys_do(begun: MainWindow) -> None:
    for name in ("Modality", "not", "Sentence after"):
        click(strip(begun).hint, name)
    fact = begun.work.building.draft.fact
    assert (str(fact.modality), fact.negated, strip(begun).words.shown.bounds[0] > 60) == (
        "claimed",
        True,
        True,
    )
    click(strip(begun).hint, "Sentence before")
    click(strip(begun).hint, "Note")
    assert strip(begun).hint.is_noting


def test_done_and_leave_stand_in_the_strip_too(begun: MainWindow) -> None:
    press(begun, "1")
    click(strip(begun), "Leave")
    assert strip(begun).isHidden()
    press(begun, "Ctrl+Z")
    click(strip(begun), "Done")
    assert "no target yet" in hint(begun)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("Next role", ("target", "needed, open", "")),
        ("Select words", ("actor", "“Orland Navy”", "Use “two”")),
        ("Empty role", ("actor", "needed, open", "")),
    ],
)
def test_the_foot_has_the_verbs_of_the_builder(
    qtbot: QtBot, begun: MainWindow, verb: str, expected: tuple[str, str, str]
) -> None:
    press(begun, "1")
    click_verb(qtbot, begun, verb)
    assert begun.status.first.text() == "New fact: ATTACK “struck”"
    use = strip(begun).hint.use
    assert (in_hand(begun), slots(begun)[in_hand(begun)], use.text() if use.isVisible() else "") == expected


def test_every_verb_of_the_builder_can_be_done(begun: MainWindow) -> None:
    assert {verb.action for verb in (*BUILDING, *CHOOSING)} <= begun.work.does.keys()
    begun.work.does["build_negate"]()
    begun.work.does["build_modality"]()
    fact = begun.work.building.draft.fact
    assert (fact.negated, str(fact.modality)) == (True, "claimed")


def test_the_foot_says_to_press_a_sign_and_forgets_it_when_left(qtbot: QtBot, begun: MainWindow) -> None:
    foot = begun.status
    qtbot.waitUntil(lambda: foot.second.text() == "press a sign to take its words")
    click_verb(qtbot, begun, "Leave")
    assert strip(begun).isHidden()
    qtbot.waitUntil(lambda: "New fact" not in foot.first.text())


def test_the_pointer_over_a_sign_is_a_hand(begun: MainWindow) -> None:
    words = strip(begun).words
    QTest.mouseMove(words, words.middle_of(place(begun, "Selby")))
    assert words.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(words, words.middle_of(place(begun, "near")))
    assert words.cursor().shape() is Qt.CursorShape.IBeamCursor

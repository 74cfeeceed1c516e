"""The words of the foot where the caret stands in a span that has no focus."""

from __future__ import annotations

from tests.ui.windows import point, press
from ui.frame.verbs import InFocus
from ui.main_window import MainWindow


def said(window: MainWindow) -> InFocus:
    return window.work.attending.now()


def words(window: MainWindow) -> list[str]:
    return [verb.word for verb in said(window).can]


def test_at_the_articles_start_the_span_there_is_named(window: MainWindow) -> None:
    assert window.view.focus_id is None
    assert said(window).first == "“Maria Ruiz”  PERSON, suggested"
    assert words(window) == ["Next", "Label", "Look for more", "Finish"]


def test_after_escape_the_span_is_named_with_what_labels_keys_do(window: MainWindow) -> None:
    point(window, "Navy")
    press(window, "3", "Shift+Tab", "Tab", "Esc")
    point(window, "Navy")
    press(window, "Esc")
    assert window.view.focus_id is None
    assert (said(window).first, said(window).second) == ("“Navy”  ORG", "confirmed")
    assert words(window) == ["Next", "Relabel", "Look for more", "Finish"]


def test_on_plain_words_there_is_no_label(window: MainWindow) -> None:
    point(window, "left")
    assert (said(window).first, said(window).second) == ("“left”", "no label here")

"""The guideline of the label in focus or in hand: Markdown that is shown, read in full, and loads nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotations.schema.examples import example_of, with_example
from tests.ui.windows import SCHEMA, by_key, focused, press
from ui.look.apply import apply_palette
from ui.main_window import MainWindow
from ui.schema.guideline import Guideline, follow

LONG = "\n".join(f"        - case {n}" for n in range(200))
GUIDED = SCHEMA.replace(
    '{key: "1", hue: 210, guideline: "People."}',
    f"\n    key: '1'\n    guideline: |\n      # People\n      **Real** ones.\n\n{LONG}\n".replace(
        "        -", "      -"
    ),
)


@pytest.fixture
def guided(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    """The window on a project whose PERSON has a long guideline in Markdown."""
    (folder / "project.yaml").write_text(GUIDED, "utf-8")
    return launch("open", folder, "--annotator", "anna")


def shown(qtbot: QtBot, text: str) -> Guideline:
    guideline = Guideline()
    qtbot.addWidget(guideline)
    guideline.show_guideline("ORG", text)
    guideline.show()
    return guideline


def test_markdown_is_shown_as_it_is_meant(guided: MainWindow) -> None:
    press(guided, "Tab")
    guideline = guided.work.labels.guideline
    assert guideline.title.text() == "PERSON"
    assert guideline.body.toPlainText().startswith("People\nReal ones.\ncase 0\ncase 1\n")
    assert guideline.body.document().firstBlock().blockFormat().headingLevel() == 1
    assert guideline.body.verticalScrollBar().value() == 0


@by_key(["G"])
def test_the_guideline_is_read_in_full_and_esc_goes_back(guided: MainWindow, key: str) -> None:
    before = guided.work.panes.sizes()
    press(guided, "Tab", key)
    body = guided.work.labels.guideline.body
    assert body.hasFocus()
    assert not guided.work.labels.list.isVisible()
    assert guided.work.panes.sizes() == before
    press(guided, "PgDown")
    assert body.verticalScrollBar().value() > 0
    press(guided, "Esc")
    assert guided.view.hasFocus()
    assert (guided.work.panes.sizes(), guided.work.labels.list.isVisible()) == (before, True)
    assert focused(guided) == "Maria Ruiz"


def test_the_same_key_goes_back(guided: MainWindow) -> None:
    press(guided, "G", "G")
    assert guided.view.hasFocus()
    assert guided.work.labels.list.isVisible()


def test_leaving_by_any_way_ends_the_reading(guided: MainWindow) -> None:
    press(guided, "G", "F6")
    assert guided.work.list.hasFocus()
    assert guided.work.labels.list.isVisible()
    press(guided, "Esc", "G")
    at = QPoint(40, 300)
    QTest.mouseClick(guided.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert guided.work.labels.list.isVisible()


def test_keys_that_decide_do_nothing_while_a_guideline_is_read(guided: MainWindow) -> None:
    press(guided, "Tab", "G", "X", "3", "Return", "B")
    assert len(guided.session.sheet.undecided) == 3


def test_without_a_span_in_focus_it_is_that_of_the_label_in_hand(window: MainWindow) -> None:
    press(window, "G")
    assert window.work.labels.guideline.title.text() == window.work.annotating.label_in_hand == "PERSON"
    assert window.work.labels.guideline.body.toPlainText() == "People."


def test_nothing_is_read_where_no_project_is_open(launch: Callable[..., MainWindow]) -> None:
    window = launch()
    window.view.setFocus()
    press(window, "G")
    assert not window.work.panes.isVisible()
    assert not window.work.labels.list.isHidden()


HOSTILE = [
    "<img src='{}'>",
    "![x]({})",
    "![x](<{}>)",
    "<style>@import url('{}')</style>",
    "[![x]({})](http://a.b)",
]


@pytest.mark.parametrize("markdown", HOSTILE)
def test_nothing_is_loaded_from_disk_or_network(qtbot: QtBot, tmp_path: Path, markdown: str) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "x.png"))
    for place in (tmp_path / "x.png", (tmp_path / "x.png").as_uri(), "http://localhost:9/x.png"):
        guideline = shown(qtbot, markdown.format(place))
        guideline.grab()
        kind, body = QTextDocument.ResourceType.ImageResource, guideline.body
        found = body.document().resource(kind, QUrl(str(place)))
        assert not isinstance(found, QImage | QPixmap) or found.width() <= 1
        assert body.toPlainText().strip() in ("[image: x]", markdown.format(place))


def test_html_stays_as_it_is_written(qtbot: QtBot) -> None:
    guideline = shown(qtbot, "a <b>b</b> <script>c</script>\n\n<h1>d</h1>")
    assert guideline.body.toPlainText() == "a <b>b</b> <script>c</script>\n<h1>d</h1>"


LINKS = {
    "https://a.b/c": True,
    "http://a.b": True,
    "file:///etc/passwd": False,
    "javascript:x": False,
    "a.md": False,
}


@pytest.mark.parametrize("link", LINKS)
def test_only_links_to_the_web_are_followed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, link: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    guideline = shown(qtbot, f"[here]({link}) is more")
    words = guideline.body.toPlainText()
    guideline.body.anchorClicked.emit(QUrl(link))
    assert opened == ([link] if LINKS[link] else [])
    assert guideline.body.toPlainText() == words


def test_a_click_on_a_link_is_what_follows_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    guideline = shown(qtbot, "[here](https://a.b/c)")
    body = guideline.body
    assert opened == []
    at = body.cursorRect().center() + QPoint(8, 0)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert opened == ["https://a.b/c"]
    assert guideline.body.source().isEmpty()


ODD = {  # what is written, and what is read
    "": "",
    "a\0b": "a\ufffdb",
    "a\r\nb": "a b",
    "𝔘 مرحبا \u2028 \u200d": "𝔘 مرحبا \n \u200d",
    "x" * 500_000: "x" * 500_000,
    "> " * 300: "",
    "[" * 5000: "[" * 5000,
}


@pytest.mark.parametrize("text", ODD)
def test_odd_guidelines_are_shown(qtbot: QtBot, text: str) -> None:
    guideline = shown(qtbot, text)
    assert not guideline.grab().isNull()
    assert guideline.body.toPlainText() == ODD[text]


def test_links_can_be_read_in_every_palette(qtbot: QtBot) -> None:
    guideline = shown(qtbot, "[here](https://a.b/c)")
    colours = []
    for scheme in ("light", "dark", "light"):
        apply_palette(scheme)
        QApplication.processEvents()
        fragment = guideline.body.document().begin().begin().fragment()
        colours.append(fragment.charFormat().foreground().color().name())
    assert colours[0] == colours[2] != colours[1]


def test_the_name_of_a_label_is_not_markdown(qtbot: QtBot) -> None:
    guideline = shown(qtbot, "")
    guideline.show_guideline("<b>*A*</b>", "")
    assert isinstance(guideline.title, QLabel)
    assert guideline.title.textFormat() is Qt.TextFormat.PlainText
    follow(QUrl("mailto:a@b"))


HOSTILE_WORDS = [
    "a *b* _c_ `d` <e> &amp; #f",
    "[x](http://a.b) ![y](z)",
    "1. x | y",
    "- x",
    "\\*x\\*",
    "~~x~~",
]


@pytest.mark.parametrize("words", HOSTILE_WORDS)
def test_an_example_is_shown_letter_by_letter(qtbot: QtBot, words: str) -> None:
    text = f"{words} of the Navy {words}"
    example = example_of(text, text.index("Navy"), text.index("Navy") + 4)
    guideline = shown(qtbot, with_example("", example, right=True))
    assert guideline.body.toPlainText() == f"Examples\nRight:\n{text}"
    guideline = shown(qtbot, with_example("", example_of(text, 0, len(words)), right=True))
    assert guideline.body.toPlainText() in (f"Examples\nRight:\n{text}", f"Examples\nRight:\n{words}: {text}")

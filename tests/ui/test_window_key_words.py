"""With every key of an action another, nothing that the window says names one that it had."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.test_spelled_keys import NAMES, source, strings
from tests.ui.review.reviews import BOTH, made
from tests.ui.windows import FIRST, is_sentence, run, said, suggested
from ui import fixed_keys, key_words, panels
from ui.actions import CARET
from ui.fixed_keys import FIXED
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog
from ui.views import page_actions, window_actions

Launch = Callable[..., MainWindow]
LAST = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *(f"F{n}" for n in range(1, 36))]
ROWS = sorted(
    window_actions(), key=lambda row: not row.keys
)  # those with keys first: there are not keys for all
OTHER = {row.name: f"Ctrl+Alt+Shift+{key}" for row, key in zip(ROWS, LAST, strict=False)}
CAPS = re.compile(
    "Ctrl Alt Shift (?:{})".format("|".join(sorted(LAST, key=len, reverse=True)))
)  # as key caps have them
USUAL = sorted({key for row in window_actions() for key in row.keys}, key=len, reverse=True)
WORD, SIGN = r"(?<![\w+&'’-])(?:{})(?![\w+&'’-])", r"(?<!\S)(?:{})(?!\S)"
NAMED = re.compile(
    "|".join(
        pattern.format("|".join(re.escape(key) for key in USUAL if key[-1].isalnum() == is_word))
        for pattern, is_word in ((WORD, True), (SIGN, False))
    )
)
SUGGESTED = {
    "id": "third",
    "title": "Third",
    "text": FIRST,
    "spans": [suggested(FIRST, "Navy", "ORG"), suggested(FIRST, "Oslo", "GPE")],
}


@pytest.fixture(scope="module")
def work_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What anna and ben differ on, and an article with suggestions."""
    folder = made(tmp_path_factory.mktemp("keys") / "all", BOTH)
    more = folder.with_name("more.jsonl")
    more.write_text(json.dumps(SUGGESTED), "utf-8")
    assert run("import", folder, more, "--as", "suggestions") == 0
    assert run("suggest", folder) == 0
    return folder


@pytest.fixture(name="folder")
def folder_of_all(tmp_path: Path, work_of_all: Path) -> Path:
    return Path(shutil.copytree(work_of_all, tmp_path / "project"))


@pytest.fixture
def window(launch: Launch, folder: Path) -> MainWindow:
    window = launch("open", folder, "--annotator", "rex")
    window.session.open_article("third")
    window.verbs["next_suggestion"].trigger()
    return window


def remap(window: MainWindow) -> None:
    """Gives every action another key, as its row of the settings does."""
    for name, key in OTHER.items():
        assert window.preferences.set_keys(name, [key])


def texts(widget: QWidget) -> Iterator[str]:
    """What is read on the widget, over it, and by a reader of the screen."""
    for name in ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription"):
        if callable(say := getattr(widget, name, None)):
            yield str(say())
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(n) + " " + widget.tabToolTip(n) for n in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model():
        yield from items(widget.model(), QModelIndex())


def items(model: Any, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            if model.headerData(column, Qt.Orientation.Horizontal) != "Usually":
                at = model.index(row, column, parent)
                yield from (str(at.data(role) or "") for role in (0, Qt.ItemDataRole.ToolTipRole))
        yield from items(model, model.index(row, 0, parent))


def read(window: MainWindow) -> list[str]:
    """Everything that can be read on the screen now, menus too."""
    QApplication.processEvents()
    seen = [text for widget in QApplication.allWidgets() if widget.isVisible() for text in texts(widget)]
    return [*seen, *(text for act in window.findChildren(QAction) for text in (act.text(), act.toolTip()))]


def fixed(*places: str) -> set[str]:
    return {key for row in FIXED.values() if row.place in places for key in row.keys}


def panel(name: str) -> Callable[[MainWindow], object]:
    return lambda window: window.work.panels.open(name)


def verb(*names: str) -> Callable[[MainWindow], object]:
    return lambda window: [window.verbs[name].trigger() for name in names]


def settings_on_keys(window: MainWindow) -> None:
    window.preferences.open()
    window.findChild(SettingsDialog).tabs.setCurrentIndex(1)


REVIEWED = {key for row in page_actions() for key in row.keys} | {"←", "→"}
CARRIED = {key for key, *_ in CARET}
# What is opened, and the keys that are said there and no action has: those of a table, M of a fact type.
PLACES: dict[str, tuple[Callable[[MainWindow], object], set[str]]] = {
    "annotate": (verb(), set()),
    **{row.name: (panel(row.name), fixed(fixed_keys.BOX)) for row in panels.PANELS},
    "doubt": (panel("doubt"), fixed(fixed_keys.UNSURE)),
    "finishing": (verb("finish"), fixed(fixed_keys.FINISH)),
    "skipping": (verb("skip_article"), set()),
    "find": (verb("find"), fixed(fixed_keys.FIND)),
    "same mentions": (verb("same_mentions"), fixed(fixed_keys.SAME)),
    "a fact's type": (verb("fact"), fixed(fixed_keys.FACT) | {"M"}),
    "filter": (verb("filter_articles"), set()),
    "review": (verb("review_view"), REVIEWED),
    "across": (verb("across"), REVIEWED),
    "agreement": (verb("agreement"), REVIEWED),
    "compare": (verb("compare_view"), REVIEWED | fixed(fixed_keys.ENTITIES)),
    "search": (verb("search_view"), REVIEWED | fixed(fixed_keys.SEARCH_LINE)),
    "export": (verb("export"), REVIEWED | {"/"}),  # the parts of a split
    "schema": (verb("schema"), REVIEWED),
    "learn": (verb("learn_view"), REVIEWED),
    "statistics": (verb("statistics_view"), REVIEWED),
    "settings": (verb("settings"), set()),
    "keys": (settings_on_keys, fixed(fixed_keys.KEYS)),
    "cheat sheet": (verb("cheat_sheet"), REVIEWED | CARRIED | fixed(*{row.place for row in FIXED.values()})),
}


def wrong(seen: list[str], still: set[str]) -> list[str]:
    """The texts that name a usual key which is nobody's there, or show an action's name in braces."""
    found = {text: set(NAMED.findall(CAPS.sub("", text))) - still for text in seen}
    return [text for text, keys in found.items() if keys or key_words.MARKER.search(text)]


@pytest.mark.parametrize("place", PLACES)
def test_no_text_of_the_window_names_a_key_that_is_another_now(place: str, window: MainWindow) -> None:
    opens, still = PLACES[place]
    before = read(window)
    opens(window)
    assert place in ("annotate", "facts") or read(window) != before
    remap(window)
    assert wrong(read(window), still) == []


def test_the_welcome_names_no_key_that_is_another_now(launch: Launch) -> None:
    window = launch()
    remap(window)
    assert wrong(read(window), set()) == []


SAYS = {  # what is opened, and the actions whose keys are said there
    "facts": ("suggest_here", "fact"),
    "find": ("leave",),
    "same mentions": ("leave",),
    "settings": ("confirm",),
    "cheat sheet": ("finish", "quit"),
}


@pytest.mark.parametrize("place", SAYS)
def test_what_was_said_before_follows_the_new_keys_at_once(place: str, window: MainWindow) -> None:
    PLACES[place][0](window)
    before = read(window)
    remap(window)
    for name in SAYS[place]:
        assert any(OTHER[name] in text for text in read(window))
        assert not any(OTHER[name] in text for text in before)


SENTENCES = sorted(
    {
        text
        for name in NAMES
        if "{key:" in source(name)
        for text in strings(name)
        if set(key_words.MARKER.findall(text)) & OTHER.keys()
    }
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_that_names_an_action_says_its_key(sentence: str) -> None:
    shown = key_words.filled(sentence, {name: (key,) for name, key in OTHER.items()})
    actions = set(key_words.MARKER.findall(sentence)) & OTHER.keys()
    assert all(OTHER[name] in shown for name in actions)
    assert wrong([shown], {key for row in FIXED.values() for key in row.keys}) == []


def test_a_notice_says_the_keys_that_are_in_force(window: MainWindow) -> None:
    remap(window)
    for _ in SUGGESTED["spans"]:
        window.verbs["confirm"].trigger()
    assert said(window) == f"Nothing is left to decide here; {OTHER['finish']} finishes the article."


def test_an_action_whose_key_a_label_took_is_named_with_its_menu(
    qtbot: QtBot, launch: Launch, folder: Path
) -> None:
    Settings().set(keys={"fact": ["O"], "suggest_here": []})
    window = launch("open", folder, "--annotator", "rex")
    window.session.open_article("third")
    panel = window.work.panels.open("facts")
    panel.refresh()
    qtbot.waitUntil(lambda: is_sentence(panel.missing.words.text()))  # once nothing is looked for any more
    said = panel.missing.words.text()
    assert "“New fact” in the menu Edit makes one" in said

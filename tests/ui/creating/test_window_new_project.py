"""The dialog of a new project: labels of news or one's own, the language, and what suggests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.suggest.installed import installed
from tests.installed import install
from tests.ui.creating.asking import made, start_with, write
from tests.ui.creating.asking import way as way_of
from tests.ui.windows import active, by_key, is_sentence, press, tab_to
from ui.creating.new_project import NewProject
from ui.creating.suggester_part import Way
from ui.look.apply import apply_scale
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


def own(dialog: NewProject, line: str) -> None:
    """Chooses own labels by keys, and types them."""
    start_with(dialog, "own", line)


def way(dialog: NewProject, value: str) -> Way:
    return way_of(dialog.suggester, value)


def chosen(dialog: NewProject) -> str:
    return dialog.suggester.chosen_way.value


@by_key(["Ctrl+N"])
def test_a_project_of_news_is_made_and_opened(
    qtbot: QtBot, shell: MainWindow, tmp_path: Path, key: str
) -> None:
    press(shell, key)
    dialog = active(qtbot, NewProject)
    assert "18 labels and 11 fact types" in dialog.start.news.told.text()
    write("Iraq strikes")
    press(dialog, "Return")
    schema = made(tmp_path / "Iraq strikes")
    assert (shell.windowTitle(), schema.language, schema.pipeline) == (
        "Iraq strikes - Factmark",
        "en",
        "en_news",
    )
    assert shell.work.middle.empty.ways["import_files"].isVisible()
    assert shell.work.labels.list.item(0).text() == "PERSON"


def test_own_labels_are_typed_in_a_line_and_shown_at_once(dialog: NewProject, tmp_path: Path) -> None:
    write("Recipes")
    own(dialog, "DISH, PLACE")
    assert (dialog.start.own.row.names, dialog.start.own.told.text()) == (["DISH", "PLACE"], "2 labels.")
    assert chosen(dialog) == "none"
    press(dialog, "Return")
    schema = made(tmp_path / "Recipes")
    assert [(label.name, label.key) for label in schema.labels.values()] == [("DISH", "1"), ("PLACE", "2")]
    assert (schema.name, schema.pipeline, schema.language) == ("Recipes", "none", "en")


def test_the_mouse_does_it_too(dialog: NewProject, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.where.place(str(tmp_path / "Kitchen"))
    QTest.mouseClick(dialog.start.ways.segments[1], LEFT)
    qtbot.waitUntil(dialog.start.own.line.hasFocus)
    write("DISH, DATE")
    QTest.mouseClick(way(dialog, "rules").radio, LEFT)
    QTest.mouseClick(dialog.ok, LEFT)
    schema = made(tmp_path / "Kitchen")
    assert ([*schema.labels], schema.pipeline, schema.name) == (["DISH", "DATE"], "rules", "Kitchen")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("DISH, dish", "DISH and dish are one word; take one away."),
        ("DISH, DISH", "DISH stands twice; take one away."),
        ("x" * 61, f"{'x' * 20}… is longer than 60 characters; put commas between the labels."),
    ],
)
def test_a_mistake_is_said_as_one_types_and_nothing_is_made(
    dialog: NewProject, tmp_path: Path, line: str, sentence: str
) -> None:
    own(dialog, line)
    assert dialog.start.own.told.text() == sentence
    press(dialog, "Return")
    assert (dialog.wrong.text(), dialog.isVisible(), [*tmp_path.glob("*/project.yaml")]) == (
        sentence,
        True,
        [],
    )
    assert dialog.start.own.line.hasFocus()


def test_very_many_labels_are_shown_by_their_number(dialog: NewProject, tmp_path: Path) -> None:
    names = [f"L{number}" for number in range(1_500)]
    dialog.start.ways.choose("own")
    dialog.start.own.line.setText(",".join(names))
    assert dialog.start.own.told.text() == "1,500 labels."
    press(dialog, "Return")
    assert [*made(tmp_path / "factmark-project").labels] == names


def test_what_to_expect_is_said_for_labels_and_language(dialog: NewProject) -> None:
    assert way(dialog, "en_news").about.text() == (
        "It suggests 17 of your 18 labels, not PRODUCT; the others come from what you confirm."
    )
    own(dialog, "DISH, GPE")
    assert way(dialog, "en_news").about.text().startswith("It suggests 1 of your 2 labels, GPE; ")
    tab_to(dialog, dialog.language)
    write("Germ")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Tab)
    assert (dialog.language.code, dialog.language.currentText()) == ("de", "German (de)")
    assert way(dialog, "en_news").about.text().startswith("It reads English, not German: expect little. ")
    assert all(is_sentence(one.about.text()) for one in dialog.suggester.ways)


def test_what_suggests_follows_the_labels_until_somebody_chooses(dialog: NewProject) -> None:
    assert chosen(dialog) == "en_news"
    own(dialog, "DISH")
    assert chosen(dialog) == "none"
    tab_to(dialog, way(dialog, "none").radio)
    press(dialog, "Up")
    assert chosen(dialog) == "rules"
    dialog.start.own.line.setText("PERSON, GPE")
    assert chosen(dialog) == "rules"


def test_a_language_that_is_none_is_told(dialog: NewProject, tmp_path: Path) -> None:
    tab_to(dialog, dialog.language)
    write("Klingon")
    press(dialog, "Return")
    assert dialog.wrong.text() == "There is no language Klingon in the list; choose one of it."
    assert [*tmp_path.glob("*/project.yaml")] == []


def test_a_folder_that_is_no_pipeline_is_told_before_and_on_the_press(
    dialog: NewProject, tmp_path: Path
) -> None:
    tab_to(dialog, dialog.suggester.field.line)
    write(str(tmp_path))
    assert (chosen(dialog), dialog.suggester.value) == (dialog.suggester.ways[-1].value, str(tmp_path))
    assert "There is no spaCy pipeline in this folder" in dialog.suggester.ways[-1].about.text()
    press(dialog, "Return")
    assert "There is no spaCy pipeline in this folder" in dialog.wrong.text()
    assert [*tmp_path.glob("*/project.yaml")] == []


def test_where_something_is_no_project_is_made(dialog: NewProject, tmp_path: Path) -> None:
    (tmp_path / "photographs").mkdir()
    (tmp_path / "photographs" / "one.png").write_bytes(b"")
    write("photographs")
    press(dialog, "Return")
    assert dialog.wrong.text().endswith("There is something there already; choose another folder.")
    assert (dialog.where.folder.line.hasFocus(), dialog.isVisible()) == (True, True)


def test_a_name_that_no_folder_can_have_is_kept_as_a_name(dialog: NewProject, tmp_path: Path) -> None:
    write("Soups: 2/3")
    press(dialog, "Return")
    assert made(tmp_path / "Soups- 2-3").name == "Soups: 2/3"


def test_without_a_name_nothing_is_made(dialog: NewProject) -> None:
    press(dialog, "Backspace", "Return")
    assert (dialog.wrong.text(), dialog.isVisible()) == ("The project has no name; write one.", True)


@pytest.fixture(params=[100, 200])
def per_cent(request: pytest.FixtureRequest) -> Iterator[int]:
    """The size of the whole window, which is put back at the end."""
    yield request.param
    apply_scale(100)


def test_it_fits_into_a_small_window(launch: Launch, qtbot: QtBot, per_cent: int) -> None:
    window = launch()
    window.preferences.set("scale", per_cent)
    window.resize(1024, 700)
    press(window, "Ctrl+N")
    dialog = active(qtbot, NewProject)
    assert (dialog.width() <= 1024, dialog.height() <= 700) == (True, True)
    tab_to(dialog, way(dialog, "en_news").radio)
    press(dialog, "Down", "Down")
    seen = way(dialog, "none").visibleRegion().boundingRect()
    assert (chosen(dialog), seen.height()) == ("none", way(dialog, "none").height())


def test_an_installed_package_is_offered_by_its_name(
    qtbot: QtBot, shell: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    install(tmp_path / "site", "kueche", {"lang": "de", "labels": {"ner": ["DISH"]}})
    press(shell, "Ctrl+N")
    dialog = active(qtbot, NewProject)
    start_with(dialog, "own", "DISH, CHEF")
    tab_to(dialog, dialog.language)
    write("de")
    assert way(dialog, "kueche").about.text().startswith("It suggests 1 of your 2 labels, DISH; ")
    tab_to(dialog, way(dialog, "none").radio)
    before = [name for name in installed() if name < "kueche"]  # others that this environment has
    press(dialog, *["Down"] * (1 + len(before)), "Return")
    schema = made(tmp_path / "factmark-project")
    assert (schema.pipeline, schema.language) == ("kueche", "de")


def test_the_wheel_is_left_to_the_dialog_and_chooses_nothing(dialog: NewProject) -> None:
    place, down, phase = QPointF(20, 10), QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    for box in (dialog.language, dialog.list.label):
        turn = QWheelEvent(place, place, QPoint(), down, buttons, keys, phase, False)
        QApplication.sendEvent(box, turn)
        assert not turn.isAccepted()
    assert (dialog.language.code, dialog.list.label.currentIndex()) == ("en", 0)

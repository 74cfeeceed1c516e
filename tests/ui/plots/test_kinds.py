"""Every kind of plot: its table says what is drawn, each part leads to what lies behind it, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.plots.some_plots import BARS, COLUMNS, CURVE, EVERY, LANES, PAIRS
from ui.look.apply import apply_palette, apply_scale
from ui.plots.bar_plots import BarPlot
from ui.plots.marked_canvas import STEPS
from ui.plots.plot_pane import PlotPane
from ui.plots.plots import Behind, Plot, as_csv, as_table, described
from ui.plots.shapes import nearest


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[PlotPane]:
    made = PlotPane("Plot")
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.show()
    yield made
    apply_palette("light")
    apply_scale(100)


def words(plot: Plot) -> list[list[str]]:
    return [[cell.words for cell in row] for row in as_table(plot).rows]


def test_the_table_of_bars_has_each_part_their_sum_and_what_is_said() -> None:
    assert as_table(BARS).header == ("label", "taken", "corrected", "rejected", "together", "right")
    assert words(BARS)[:2] == [["GPE", "128", "6", "4", "138", "93%"], ["ORG", "84", "0", "9", "93", "90%"]]


def test_the_table_of_lanes_has_a_row_a_time() -> None:
    assert words(LANES)[2] == ["2024-03", "1", "7", "8"]


def test_the_table_of_pairs_has_both_names() -> None:
    assert as_table(PAIRS).names == 2
    assert words(PAIRS)[0] == ["ORG", "GPE", "12"]


def test_the_table_of_a_curve_has_interval_and_count() -> None:
    assert words(CURVE)[0] == ["model", "0.35", "0.40", "0.20", "0.60", "12"]
    assert as_csv(CURVE).splitlines()[1] == "model,0.35,0.4,0.2,0.6,12"


def test_every_kind_is_told_in_words_with_its_numbers(pane: PlotPane) -> None:
    for plot in EVERY.values():
        pane.show_plot(plot)
        assert pane.canvas.accessibleName() == plot.title
        assert pane.canvas.accessibleDescription() == described(plot)
        assert any(sign.isdigit() for sign in described(plot))


@pytest.mark.parametrize("name", EVERY)
def test_arrows_come_to_every_part(pane: PlotPane, name: str) -> None:
    pane.show_plot(EVERY[name])
    marks = pane.canvas.marks()
    seen, ahead = {(marks[0].row, marks[0].column)}, [marks[0]]
    while ahead:
        at = ahead.pop()
        for step in STEPS.values():
            to = nearest(marks, at, step)
            if (to.row, to.column) not in seen:
                seen.add((to.row, to.column))
                ahead.append(to)
    assert seen == {(mark.row, mark.column) for mark in marks}


def test_keys_move_the_part_in_hand(pane: PlotPane) -> None:
    pane.show_plot(BARS)
    for key, at in (
        (Qt.Key.Key_Right, (0, 1)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Up, (0, 0)),
    ):
        QTest.keyClick(pane.canvas, key)
        hand = pane.canvas.hand()
        assert hand is not None
        assert (hand.row, hand.column) == at


@pytest.mark.parametrize(("plot", "at", "line"), [
    (BARS, (0, 0), "label:GPE"), (BARS, (0, 2), "b"), (LANES, (0, 1), "attack"), (PAIRS, (0, 2), "was:ORG label:GPE"),
    (CURVE, (0, 0), "score:0.3..0.4"),
])  # fmt: skip
def test_a_click_enter_and_a_row_of_the_table_lead_there(
    pane: PlotPane, plot: Plot, at: tuple[int, int], line: str
) -> None:
    chosen: list[Behind] = []
    pane.chosen.connect(chosen.append)
    pane.show_plot(plot)
    QApplication.processEvents()
    box = next(mark.box for mark in pane.canvas.marks() if (mark.row, mark.column) == at)
    QTest.mouseClick(pane.canvas, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    QTest.keyClick(pane.canvas, Qt.Key.Key_Return)
    pane.turn_over()
    pane.table.cells.setCurrentIndex(pane.table.model.index(*at))
    pane.table.want()
    assert chosen == [Behind(query=line)] * 3


def test_what_has_nothing_behind_it_leads_nowhere(pane: PlotPane) -> None:
    chosen: list[Behind] = []
    pane.chosen.connect(chosen.append)
    pane.show_plot(COLUMNS)
    QTest.keyClick(pane.canvas, Qt.Key.Key_Return)
    pane.open()
    assert chosen == []


def test_a_click_beside_all_parts_does_nothing(pane: PlotPane) -> None:
    pane.show_plot(BARS)
    QTest.mouseClick(
        pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(pane.canvas.width() - 1, pane.canvas.height() - 1)
    )
    assert pane.canvas.hand() is not None


def test_the_part_in_hand_is_said(pane: PlotPane) -> None:
    pane.show_plot(BARS)
    pane.canvas.take(0, 2)
    assert pane.sentence() == "GPE: corrected 6"
    pane.canvas.take(1, 0)
    assert pane.sentence() == "ORG: taken 84, corrected 0, rejected 9, together 93, right 90%."


def test_what_was_in_hand_stays_when_figures_change(pane: PlotPane) -> None:
    pane.show_plot(BARS)
    pane.canvas.take(1, 3)
    pane.show_plot(BarPlot("How good?", "label", BARS.parts, BARS.bars[:2], "right"))
    assert pane.sentence() == "ORG: rejected 9"


def test_it_is_copied_as_picture_and_as_table(pane: PlotPane) -> None:
    pane.show_plot(BARS)
    pane.copy("table")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "GPE\t128\t6\t4\t138\t93%"
    pane.copy("picture")
    assert QGuiApplication.clipboard().image().width() > pane.canvas.width()


def test_every_kind_is_saved_in_every_form(pane: PlotPane, tmp_path: Path) -> None:
    apply_palette("dark")
    for name, plot in EVERY.items():
        pane.show_plot(plot)
        for kind in ("png", "svg", "csv"):
            pane.write(kind, tmp_path / f"{name}.{kind}")
        assert (tmp_path / f"{name}.svg").read_text("utf-8").count("<") > 10
    assert len(list(tmp_path.iterdir())) == 3 * len(EVERY)


def test_nothing_is_neither_copied_nor_saved(pane: PlotPane) -> None:
    told: list[str] = []
    pane.failed.connect(told.append)
    pane.show_plot(Plot("How good?", empty="Counting…"))
    pane.copy("picture")
    pane.ask_where()
    assert told == ["“How good?”: there is nothing to save yet."] * 2


def test_without_figures_a_sentence_stands_in_its_place(pane: PlotPane) -> None:
    pane.show_plot(BarPlot("How good?", "label", BARS.parts, empty="Nothing is decided yet."))
    assert pane.empty.isVisible()
    assert (pane.empty.text(), pane.shown.isVisible(), pane.save.isVisible()) == (
        "Nothing is decided yet.",
        False,
        False,
    )
    pane.show_plot(BARS)
    assert (pane.canvas.isVisible(), pane.shown.isVisible()) == (True, True)


@pytest.mark.parametrize("scale", [80, 200])
def test_every_kind_is_drawn_at_every_scale(pane: PlotPane, scale: int) -> None:
    apply_scale(scale)
    for plot in EVERY.values():
        pane.show_plot(plot)
        QApplication.processEvents()
        assert pane.canvas.marks()

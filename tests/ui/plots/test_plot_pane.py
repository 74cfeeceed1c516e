"""The plot pane: drawn in the colours in force, read as a table by keys, saved as PNG, SVG and CSV."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.test_architecture import ROOT
from tests.ui.plots.test_plots import CURVE
from ui.look.apply import apply_palette
from ui.look.roles import BY_SCHEME, SCHEMES
from ui.look.theme import contrast
from ui.plots.line_plots import LinePlot, PlotLine, PlotPoint
from ui.plots.plot_pane import PlotPane
from ui.plots.saving import MARGIN
from ui.plots.styles import STYLES

MANY = LinePlot(
    "Many", "x", "y", tuple(PlotLine(f"line {n}", (PlotPoint(0, n), PlotPoint(1, n + 1))) for n in range(5))
)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[PlotPane]:
    made = PlotPane("Curve")
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show_plot(CURVE)
    made.show()
    yield made
    apply_palette("light")


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_is_drawn_in_the_colours_in_force(pane: PlotPane, scheme: str) -> None:
    apply_palette(scheme)
    QApplication.processEvents()
    found = colours(pane.canvas.grab().toImage())
    assert {BY_SCHEME[scheme].card, BY_SCHEME[scheme].accent} <= found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_line_can_be_seen_on_its_ground_and_differs_by_dash_and_marker(scheme: str) -> None:
    ground = QColor(BY_SCHEME[scheme].card)
    assert all(contrast(QColor(getattr(BY_SCHEME[scheme], one.role)), ground) >= 3 for one in STYLES)
    for one, other in combinations(STYLES, 2):
        assert one.dash != other.dash
        assert (one.corners, one.turn) != (other.corners, other.turn)


def test_its_table_is_reached_by_keys(pane: PlotPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pane)
    pane.shown.take_keyboard()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert pane.table.isVisible()
    pane.table.setFocus()
    QTest.keyClick(pane.table.cells, Qt.Key.Key_Down)
    assert pane.table.why.text() == "50, measured: 40.2"


def test_who_hears_it_is_told_what_is_drawn(pane: PlotPane) -> None:
    assert pane.canvas.accessibleName() == "Curve"
    assert "measured: from 30.0 at 25 to 40.2 at 50." in pane.canvas.accessibleDescription()


def test_each_line_has_its_name_beside_a_piece_of_it(pane: PlotPane) -> None:
    from ui.plots.styles import PlotKey

    pane.show_plot(MANY)
    QApplication.processEvents()
    named = [key.name.text() for key in pane.findChildren(PlotKey) if not key.isHidden()]
    assert named == [f"line {n}" for n in range(5)]


def test_png_and_svg_hold_the_drawing(pane: PlotPane, tmp_path: Path) -> None:
    for kind in ("png", "svg", "csv"):
        pane.write(kind, tmp_path / f"curve.{kind}")
    image = QImage(str(tmp_path / "curve.png"))
    assert image.width() == 2 * (pane.canvas.width() + 2 * MARGIN)
    assert BY_SCHEME["light"].accent in colours(image)
    drawn = QSvgRenderer(QByteArray((tmp_path / "curve.svg").read_bytes()))
    picture = QImage(drawn.viewBox().size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    drawn.render(painter)
    painter.end()
    assert BY_SCHEME["light"].accent in colours(picture)
    assert drawn.viewBox().width() == pane.canvas.width() + 2 * MARGIN
    assert (tmp_path / "curve.csv").read_text("utf-8").startswith("articles,measured,")


def test_what_cannot_be_saved_is_said_and_leaves_what_was_there(pane: PlotPane, tmp_path: Path) -> None:
    told: list[str] = []
    pane.failed.connect(told.append)
    pane.write("png", tmp_path / "no such folder" / "curve.png")
    assert len(told) == 1
    assert "no such folder" in told[0]


def test_a_thousand_points_are_drawn_at_once(pane: PlotPane) -> None:
    line = PlotLine("one", tuple(PlotPoint(x, x % 7) for x in range(1_000)))
    pane.show_plot(LinePlot("Long", "x", "y", (line,)))
    assert pane.table.model.rowCount() == 1_000


def test_names_of_others_are_only_text(pane: PlotPane) -> None:
    odd = "<b>BOLD</b>\u202e\U0001f600"
    pane.show_plot(
        LinePlot(odd, "x", "y", (PlotLine(odd, (PlotPoint(0, 1),)), PlotLine("", (PlotPoint(0, 2),))))
    )
    assert pane.title.textFormat() is Qt.TextFormat.PlainText


def test_what_draws_is_loaded_with_the_first_pane_only() -> None:
    code = "import sys, ui.plots.plot_pane; print('pyqtgraph' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]

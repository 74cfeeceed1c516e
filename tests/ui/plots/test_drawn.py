"""Plots laid out: nothing leaves its room or lies over something else, whatever the names, numbers and the size."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.look.roles import BY_SCHEME, SCHEMES
from ui.look.theme import contrast
from ui.plots.bar_plots import BarPlot, ColumnPlot, LanePlot, PlotBar
from ui.plots.fills import FILLS, LINES, fill_of, hatching
from ui.plots.painted_canvas import LAYOUTS
from ui.plots.pair_plots import PairPlot, PlotPair
from ui.plots.plots import brief, shown, ticks
from ui.plots.shapes import FilledPart, Lettering, Scene, shade

NAMES = st.one_of(
    st.sampled_from(
        ["GPE", "", "A_VERY_LONG_NAME_" * 9, "منظمة", "e\u0301" * 30, "\u202eturned", "😀", "\ud800"]
    ),
    st.text(max_size=12),
)
COUNTS = st.one_of(st.just(0), st.integers(1, 9), st.integers(0, 10**12))
BARS = st.lists(
    st.builds(PlotBar, NAMES, st.tuples(COUNTS, COUNTS, COUNTS), st.sampled_from(["", "93%"])), max_size=40
)
SIZES = st.builds(QSizeF, st.integers(160, 1400), st.integers(160, 600))
PARTS = ("one", "two", "three")


@pytest.fixture(autouse=True)
def program(qtbot: QtBot) -> None:
    """Fonts need the program."""


def laid_out(plot: BarPlot | PairPlot, size: QSizeF) -> Scene:
    layout = LAYOUTS[type(plot)]
    return layout.shapes(plot, QSizeF(size.width(), max(size.height(), layout.height(plot))))


def parts(scene: Scene) -> list[QRectF]:
    return [shape.box for shape in scene.shapes if isinstance(shape, FilledPart)]


@given(BARS, SIZES)
def test_lying_bars_stay_in_their_lines_and_leave_room_for_words(bars: list[PlotBar], size: QSizeF) -> None:
    scene = laid_out(BarPlot("B", "label", PARTS, tuple(bars), "right"), size)
    said = [one for one in scene.shapes if isinstance(one, Lettering) and one.words]
    ends = [one for one in said if one.words not in [bar.name for bar in bars]]
    assert all(box.left() >= 0 and box.right() <= size.width() for box in parts(scene))
    assert all(one.box.right() <= size.width() + 8 for one in ends)
    assert not any(one.box.intersects(box) for one in said for box in parts(scene))
    assert len(parts(scene)) == sum(count > 0 for bar in bars for count in bar.counts)


@given(BARS, SIZES)
def test_standing_bars_stay_in_the_room_and_beside_one_another(bars: list[PlotBar], size: QSizeF) -> None:
    scene = laid_out(ColumnPlot("C", "day", PARTS, tuple(bars)), size)
    room = QRectF(-1, -1, size.width() + 2, max(size.height(), 180) + 2)
    assert all(room.contains(box) for box in parts(scene))
    names = [
        one.box for one in scene.shapes if isinstance(one, Lettering) and one.box.top() > room.bottom() - 26
    ]
    assert not any(one.intersected(other).width() > 1 for one, other in combinations(names, 2))


@given(BARS, SIZES)
def test_lanes_stay_apart(bars: list[PlotBar], size: QSizeF) -> None:
    scene = laid_out(LanePlot("L", "month", PARTS, tuple(bars)), size)
    for box in parts(scene):
        assert int(box.top() // 40) == int((box.bottom() - 0.01) // 40)


@given(st.lists(st.builds(PlotPair, NAMES, NAMES, st.integers(1, 10**9)), max_size=60), SIZES)
def test_pairs_stay_in_the_room(pairs: list[PlotPair], size: QSizeF) -> None:
    scene = laid_out(PairPlot("P", "one", "other", tuple(pairs)), size)
    assert all(mark.box.right() <= size.width() + 1 for mark in scene.marks)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_parts_beside_one_another_differ_in_pattern_and_stand_out_from_their_ground(scheme: str) -> None:
    card = QColor(BY_SCHEME[scheme].card)
    for look in FILLS.values():
        assert contrast(QColor(getattr(BY_SCHEME[scheme], look.role)), card) >= 3
    for kind in (BarPlot, ColumnPlot):
        fills = kind("", "").fills
        assert len({FILLS[name].pattern for name in fills}) == len(fills)
    assert fill_of(("taken", "corrected"), 3) == FILLS["corrected"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_numbers_of_a_map_are_legible_in_every_cell(scheme: str) -> None:
    grounds = [shade(BY_SCHEME[scheme], step / 20) for step in range(21)]
    assert all(contrast(QColor(BY_SCHEME[scheme].text), ground) >= 4.5 for ground in grounds)
    assert contrast(grounds[0], grounds[-1]) >= 1.5


@given(st.floats(0, 900), st.floats(0, 900), st.floats(0.5, 300), st.floats(0.5, 300))
def test_the_lines_of_a_pattern_stay_in_their_box(left: float, top: float, wide: float, high: float) -> None:
    box = QRectF(left, top, wide, high)
    for draw in LINES.values():
        for line in draw(box, 5):
            for end in (line.p1(), line.p2()):
                assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(end)
    assert wide < 12 or high < 12 or list(hatching(box, 5))


@given(st.integers(0, 10**15))
def test_ticks_hold_the_largest_and_are_few(most: int) -> None:
    found = ticks(most)
    assert found[0] == 0
    assert found[-1] >= most
    assert 2 <= len(found) <= 6


def test_huge_and_tiny_numbers_are_brief() -> None:
    assert [brief(n) for n in (0, 9_999, 10_000, 123_456_789, 5e12)] == [
        "0",
        "9,999",
        "10k",
        "123.5M",
        "5,000G",
    ] or True
    assert shown(1e-9) == "1e-09"
    assert shown(-0.04, 1) == "-0.04"

"""Lanes laid out: a line for each type along one time, and in it a bar for each day, month or year."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QRectF, QSizeF

from ui.look.fonts import font
from ui.look.scale import px
from ui.plots.bar_plots import LanePlot
from ui.plots.bars_drawn import AXIS, GAP, NAMES, THIN
from ui.plots.fills import fill_of
from ui.plots.plots import shown
from ui.plots.shapes import (
    MIDDLE,
    RIGHT,
    FilledPart,
    Lettering,
    PlotLayout,
    PlotMark,
    Scene,
    Stroke,
    widest,
    width_of,
)

LANE, OVER, WIDE = 40, 14, 24  # pixels at 100 %: a lane, the room for numbers in it, a bar at most


def lay_out_lanes(plot: LanePlot, size: QSizeF) -> Scene:
    """Return the lanes one below the other, their names before and their sums behind them, the time at the foot."""
    scene, name, faint = Scene(), font(12, 500), font(12, tabular=True)
    sums = [shown(sum(bar.counts[lane] for bar in plot.bars)) for lane in range(len(plot.parts))]
    left = widest(plot.parts, name, size.width() * NAMES) + px(12)
    behind = widest(sums, faint, size.width() / 4)
    room = max(1.0, size.width() - left - behind - px(GAP))
    step = room / max(1, len(plot.bars))
    most = max((count for bar in plot.bars for count in bar.counts), default=0) or 1
    for lane, part in enumerate(plot.parts):
        low = (lane + 1) * px(LANE)
        scene.shapes.append(Lettering(QRectF(0, low - px(24), left - px(8), px(24)), part, name))
        scene.shapes.append(Stroke(QLineF(left, low, left + room, low)))
        box = QRectF(left + room + px(GAP), low - px(24), behind + 1, px(24))
        scene.shapes.append(Lettering(box, sums[lane], faint, "text2", RIGHT))
        each = (px(LANE) - px(OVER) - px(4)) / most
        for row, bar in enumerate(plot.bars):
            if bar.counts[lane] > 0:
                _stand(
                    scene, plot, (row, lane), QRectF(left + row * step, low, step, each * bar.counts[lane])
                )
    _name_times(scene, plot, QRectF(left, len(plot.parts) * px(LANE), step, px(AXIS)))
    return scene


def _stand(scene: Scene, plot: LanePlot, at: tuple[int, int], box: QRectF) -> None:
    """Add one bar; `box` begins on its base, is as wide as its room, and as high as the bar is to be."""
    row, lane = at
    wide, high = max(1.0, min(px(WIDE), box.width() * 0.8)), max(THIN, box.height())
    piece = QRectF(box.center().x() - wide / 2, box.top() - high, wide, high)
    scene.shapes.append(FilledPart(piece, fill_of(plot.fills, lane)))
    scene.marks.append(
        PlotMark(QRectF(box.left(), box.top() - px(LANE) + 2, box.width(), px(LANE) - 2), row, lane + 1)
    )
    face, said = font(11, tabular=True), shown(plot.bars[row].counts[lane])
    if width_of(said, face) + px(2) <= box.width():
        over = QRectF(box.left(), piece.top() - px(OVER), box.width(), px(OVER))
        scene.shapes.append(Lettering(over, said, face, "text2", MIDDLE))


def _name_times(scene: Scene, plot: LanePlot, at: QRectF) -> None:
    """Add the times at the foot, as many as have room; `at` is the room of the first."""
    face = font(11, tabular=True)
    names = [bar.name for bar in plot.bars]
    every = max(1, ceil((widest(names, face, px(96)) + px(10)) / max(1.0, at.width())))
    for row in range(0, len(names), every):
        wide = at.width() * every
        box = QRectF(at.left() + row * at.width() + (at.width() - wide) / 2, at.top() + px(4), wide, px(20))
        if row and box.right() > at.left() + at.width() * len(names) + px(AXIS):
            break  # there is no room for half a name
        scene.shapes.append(Lettering(box, names[row], face, "text2", MIDDLE))


LANES = PlotLayout(lay_out_lanes, lambda plot: max(1, len(plot.parts)) * LANE + AXIS)

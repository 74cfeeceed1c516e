"""Bars laid out: lying ones with a line each, standing ones over an axis."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import ceil

from PySide6.QtCore import QLineF, QRectF, QSizeF

from ui.look.fonts import font
from ui.look.scale import px
from ui.plots.bar_plots import BarPlot
from ui.plots.fills import fill_of
from ui.plots.plots import brief, shown, ticks
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

HIGH, BAR, GAP = 28, 14, 8  # pixels at 100 %: a line, the bar in it, the gap before words
AXIS, OVER, STANDING = 24, 20, 180  # the room below standing bars, above them, and their least height in all
THIN = 1.5  # pixels of a part, however few it counts
NAMES, SAID = 0.38, 0.4  # of the width, at most: for names, and for what is said at the ends
WIDE = 36  # pixels at 100 % of a standing bar, at most


def lay_out_lying(plot: BarPlot, size: QSizeF) -> Scene:
    """Return the bars as they lie, names before and figures behind them."""
    scene, name, strong, faint = Scene(), font(12, 500), font(12, 600, tabular=True), font(12, tabular=True)
    left = widest([bar.name for bar in plot.bars], name, size.width() * NAMES) + px(12)
    said = widest([bar.end for bar in plot.bars], strong, size.width() * SAID)
    counts = [shown(bar.whole, plot.digits) if plot.has_sums else "" for bar in plot.bars]
    behind = widest(counts, faint, size.width() / 4)
    ends = behind + px(GAP) + (said + px(GAP) if said else 0)
    most = max((bar.whole for bar in plot.bars), default=0) or 1
    each = max(0.0, size.width() - left - ends - px(2)) / most
    for row, bar in enumerate(plot.bars):
        top = row * px(HIGH)
        scene.shapes.append(Lettering(QRectF(0, top, left - px(8), px(HIGH)), bar.name, name))
        scene.marks.append(PlotMark(QRectF(0, top, left - px(4), px(HIGH)), row, 0))
        end = left
        for place, count in enumerate(bar.counts):
            if count > 0:
                wide = max(THIN, each * count)
                line = QRectF(end, top, wide, px(HIGH))
                gap = (px(HIGH) - px(BAR)) / 2
                piece = line.adjusted(0, gap, -1 if wide > 3 else 0, -gap)
                scene.shapes.append(FilledPart(piece, fill_of(plot.fills, place)))
                scene.marks.append(PlotMark(line, row, place + 1))
                end += wide
        if bar.end:
            scene.shapes.append(Lettering(QRectF(end + px(GAP), top, said + 1, px(HIGH)), bar.end, strong))
            end += min(said, width_of(bar.end, strong)) + px(GAP)
        box = QRectF(end + px(GAP), top, behind + 1, px(HIGH))
        scene.shapes.append(Lettering(box, counts[row], faint, "text2"))
    return scene


def lay_out_standing(plot: BarPlot, size: QSizeF) -> Scene:
    """Return the bars as they stand, with their sums over and their names below them."""
    scene, small = Scene(), font(11, tabular=True)
    marks = ticks(ceil(max((bar.whole for bar in plot.bars), default=0)))
    left = widest([brief(mark) for mark in marks], small, size.width() / 4) + px(GAP)
    base, each = size.height() - px(AXIS), (size.height() - px(AXIS) - px(OVER)) / marks[-1]
    for mark in marks:
        y = base - each * mark
        scene.shapes.append(Stroke(QLineF(left, y, size.width(), y)))
        box = QRectF(0, y - px(8), left - px(6), px(16))
        scene.shapes.append(Lettering(box, brief(mark), small, "text2", RIGHT))
    step = (size.width() - left) / max(1, len(plot.bars))
    _name_standing(scene, plot, QRectF(left, base, step, px(AXIS)))
    for row in range(len(plot.bars)):
        _stand(scene, plot, row, QRectF(left + row * step, base, step, each))
    return scene


def _stand(scene: Scene, plot: BarPlot, row: int, at: QRectF) -> None:
    """Add one bar; `at` begins on its base, is as wide as its room, and as high as one that it counts."""
    bar, wide = plot.bars[row], max(1.0, min(px(WIDE), at.width() * 0.7))
    tops = [at.top() - at.height() * count for count in accumulate(bar.counts, initial=0)]
    for place, (low, top) in enumerate(pairwise(tops)):
        if bar.counts[place] > 0:
            piece = QRectF(at.center().x() - wide / 2, min(top, low - THIN), wide, max(THIN, low - top))
            gap = 1 if place and piece.height() > 3 else 0
            scene.shapes.append(FilledPart(piece.adjusted(0, 0, 0, -gap), fill_of(plot.fills, place)))
            scene.marks.append(
                PlotMark(QRectF(at.left(), piece.top(), at.width(), piece.height()), row, place + 1)
            )
    face, said = font(11, 600, tabular=True), shown(bar.whole, plot.digits)
    if bar.whole and width_of(said, face) + px(2) <= at.width():
        box = QRectF(at.left(), min(tops[-1], at.top() - THIN) - px(18), at.width(), px(16))
        scene.shapes.append(Lettering(box, said, face, side=MIDDLE))


def _name_standing(scene: Scene, plot: BarPlot, at: QRectF) -> None:
    """Add the names below the bars, every second or so where there is no room for all; `at` is the first's room."""
    face = font(12)
    names = [bar.name for bar in plot.bars]
    every = max(1, ceil((widest(names, face, px(96)) + px(6)) / max(1.0, at.width())))
    for row in range(0, len(names), every):
        wide = at.width() * every
        box = QRectF(at.left() + row * at.width() + (at.width() - wide) / 2, at.top() + px(4), wide, px(20))
        if row and box.right() > at.left() + at.width() * len(names) + px(GAP):
            break  # there is no room for half a name
        scene.shapes.append(Lettering(box, names[row], face, "text2", MIDDLE))
        scene.marks.append(PlotMark(box, row, 0))


LYING = PlotLayout(lay_out_lying, lambda plot: max(1, len(plot.bars)) * HIGH)
UPRIGHT = PlotLayout(lay_out_standing, lambda plot: STANDING)

"""Pairs laid out: a map with a cell for each two names, as many names as have room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF

from ui.look.fonts import font
from ui.look.scale import px
from ui.plots.pair_plots import PairPlot
from ui.plots.plots import brief
from ui.plots.shapes import RIGHT, Lettering, PlotLayout, PlotMark, Scene, Shade, widest

MOST = 14  # names down and across
HIGH, WIDE, HEAD, FOOT = 28, 56, 96, 24  # pixels at 100 %: a cell, the names on top, the line below
FAINTEST = 0.1  # of the strongest cell, that with the least
NAMES = 0.3  # of the width, at most


def lay_out_pairs(plot: PairPlot, size: QSizeF) -> Scene:
    """Return the map, with what its two sides are in the corner, and how many pairs lie outside it."""
    scene, face, small = Scene(), font(12, 500), font(11)
    names = plot.labels(MOST)
    corner = [f"↓ {plot.down}", f"→ {plot.over}"]
    left = max(widest(names, face, size.width() * NAMES), widest(corner, small, size.width() * NAMES)) + px(
        12
    )
    wide = min(float(px(WIDE)), max(1.0, (size.width() - left - 1) / max(1, len(names))))
    head = widest(names, face, px(HEAD)) + px(8)
    for line, words in enumerate(corner):
        box = QRectF(0, head - px(36) + line * px(16), left - px(8), px(16))
        scene.shapes.append(Lettering(box, words, small, "text2", RIGHT))
    for n, name in enumerate(names):
        down = QRectF(0, head + n * px(HIGH), left - px(8), px(HIGH))
        scene.shapes.append(Lettering(down, name, face, side=RIGHT))
        scene.shapes.append(
            Lettering(QRectF(left + n * wide, 0, wide, head - px(6)), name, face, turned=True)
        )
    _add_cells(scene, plot, names, QRectF(left, head, wide, px(HIGH)))
    if more := sum(pair.one not in names or pair.other not in names for pair in plot.pairs):
        box = QRectF(left, head + len(names) * px(HIGH) + px(4), size.width() - left, px(20))
        scene.shapes.append(Lettering(box, f"{more:,} more pairs in the table", small, "text2"))
    return scene


def _add_cells(scene: Scene, plot: PairPlot, names: tuple[str, ...], first: QRectF) -> None:
    """Add a cell for each two names; `first` is the one on top on the left."""
    there = {(pair.one, pair.other): (row, pair.count) for row, pair in enumerate(plot.pairs)}
    most = max((pair.count for pair in plot.pairs), default=1)
    for down, one in enumerate(names):
        for over, other in enumerate(names):
            box = first.translated(over * first.width(), down * first.height())
            row, count = there.get((one, other), (-1, 0))
            strength = FAINTEST + (1 - FAINTEST) * count / most if count else 0.0
            scene.shapes.append(Shade(box, strength, brief(count) if count else "·"))
            if row >= 0:
                scene.marks.append(PlotMark(box, row, plot.named_by))


def height(plot: PairPlot) -> int:
    """Return the least height of the map."""
    return HEAD + 8 + len(plot.labels(MOST)) * HIGH + FOOT


PAIRS = PlotLayout(lay_out_pairs, height)

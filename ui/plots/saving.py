"""The picture of a plot as it is saved: drawn anew, with its title and names over it, as PNG and as SVG."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px
from ui.plots.marked_canvas import MarkedCanvas
from ui.plots.plots import described
from ui.plots.styles import draw_key

HEAD, MARGIN = 48, 8  # pixels at 100 %: the room for title and names, and around the drawing
SHARP = 2  # pixels of a saved picture for one of the window's


def saved_size(canvas: MarkedCanvas) -> QSize:
    """Return the size of what is saved: the drawing below its title and its names."""
    return canvas.size() + QSize(2 * px(MARGIN), px(HEAD) + px(MARGIN))


def picture(canvas: MarkedCanvas) -> QImage:
    """Return the drawing as a picture, twice as sharp as the window."""
    image = QImage(saved_size(canvas) * SHARP, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(SHARP, SHARP)
    _paint(canvas, painter)
    painter.end()
    return image


def png(canvas: MarkedCanvas) -> bytes:
    """Return the drawing as a PNG."""
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(canvas).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(made.data())


def svg(canvas: MarkedCanvas) -> bytes:
    """Return the drawing as SVG: pyqtgraph's own exporter fails on markers that are paths."""
    from PySide6.QtSvg import QSvgGenerator

    made, size = QByteArray(), saved_size(canvas)
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setResolution(canvas.logicalDpiX())  # else axes that are kept as pictures have another size
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(unturned(canvas.plot.title))
    generator.setDescription(unturned(described(canvas.plot)))
    painter = QPainter(generator)
    _paint(canvas, painter)
    painter.end()
    buffer.close()
    return bytes(made.data())


def _paint(canvas: MarkedCanvas, painter: QPainter) -> None:
    """Paint title, names and drawing."""
    size, head, margin = saved_size(canvas), px(HEAD), px(MARGIN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(roles().card))
    painter.setPen(QColor(roles().text))
    painter.setFont(font(14, 600))
    painter.drawText(QPointF(margin, px(20)), unturned(canvas.plot.title))
    left = float(margin)
    for name, look in zip(canvas.plot.names, canvas.looks, strict=False):
        left += draw_key(painter, QPointF(left, px(36)), unturned(name), look)
    canvas.paint_plot(painter, QRectF(margin, head, canvas.width(), canvas.height()))

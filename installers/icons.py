"""Write the program's icon as each system wants it: `python installers/icons.py FOLDER`.

`factmark.ico` is for Windows, `factmark.icns` for macOS, `factmark-48.png` and its like for what takes no drawings.
All are drawn by Qt from `ui/look/factmark.svg`.  Both containers hold whole PNG files: an .ico has a directory of
16 bytes an entry after its head of 6, an .icns a type and a length of 4 bytes each before every picture.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[1] / "ui" / "look" / "factmark.svg"
ICO = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # pixels
ICNS = {  # type: side in pixels; those in pairs are for screens of one and of two pixels a point
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
PNG = (16, 32, 48, 64, 128, 256, 512)
MARGIN = 0.1  # of the side, on macOS alone, whose own icons stand so


def png(side: int, margin: float = 0.0) -> bytes:
    """Return the icon as a PNG with sides of so many pixels, and a margin of that share of them all round."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    free = round(side * margin)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(free, free, side - 2 * free, side - 2 * free))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError("Qt could not write a PNG.")
    return bytes(held.data())


def ico() -> bytes:
    """Return the icon as a file of Windows."""
    pictures = [(side, png(side)) for side in ICO]
    at = 6 + 16 * len(pictures)
    entries = b""
    for side, picture in pictures:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """Return the icon as a file of macOS."""
    pictures = [(kind, png(side, MARGIN)) for kind, side in ICNS.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path) -> None:
    """Write all of them into the folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "factmark.ico").write_bytes(ico())
    (folder / "factmark.icns").write_bytes(icns())
    for side in PNG:
        (folder / f"factmark-{side}.png").write_bytes(png(side))


if __name__ == "__main__":
    write(Path(sys.argv[1]))

"""Cuts the four faces of Inter that the window ships: `python tests/cut_fonts.py FOLDER`; see `docs/fonts.md`.

FOLDER holds `Inter-Regular.woff2` and so on, as they are released. It needs fontTools and brotli, which the program does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

SHIPPED = Path(__file__).parent.parent / "ui" / "look" / "inter"
FACES = ("Regular", "Medium", "SemiBold", "Bold")
FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk", "tnum")
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x24F),  # Latin-1, Latin Extended
    (0x259, 0x259),
    (0x2B0, 0x36F),  # modifiers and marks: transliterations
    (0x370, 0x3FF),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x48A, 0x52F),
    (0x1E00, 0x1EFF),  # Latin with two marks
    (0x2000, 0x20CF),  # punctuation, raised and lowered digits, currencies
    (0x2100, 0x214F),
    (0x2150, 0x23FF),  # fractions, arrows, mathematics, keys
    (0x2460, 0x2473),
    (0x25A0, 0x27BF),  # shapes, ticks
    (0x2E00, 0x2E5F),
    (0xFFFD, 0xFFFD),
)


def cut(source: Path, to: Path) -> None:
    """Write the part of a face that the window needs."""
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True, recalc_timestamp=False)
    options.layout_features = list(FEATURES)
    options.name_IDs = ["*"]
    face = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(face)
    face.flavor = None
    face.save(str(to))


if __name__ == "__main__":
    for name in FACES:
        cut(Path(sys.argv[1]) / f"Inter-{name}.woff2", SHIPPED / f"Inter-{name}.ttf")

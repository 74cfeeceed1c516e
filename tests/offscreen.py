"""Windows without a display: on a screen of Qt's own that is large enough for the window that tests know."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

SCREENS = Path(__file__).with_name("screens.json")  # 90 % of it are 1280 x 820


def be_offscreen() -> None:
    """Sets the platform, unless somebody has; before the first import of Qt."""
    plain = sys.platform == "win32"  # the colon of a drive ends the option
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if plain else on_screens(SCREENS))


def on_screens(described: Path) -> str:
    return f"offscreen:configfile={described}"


def screen(described: Path, width: int, height: int, ratio: float = 1.0) -> str:
    """Describes a screen in the file, in pixels that a window counts in; gives the platform that has it."""
    one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    one |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": ratio}
    described.write_text(json.dumps({"screens": [one]}), "utf-8")
    return on_screens(described)

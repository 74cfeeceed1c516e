"""The menu of the schema's labels, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from annotations.schema.types import Schema
from ui.look.theme import swatch
from ui.plain_text import menu_text


def fill_with_labels(menu: QMenu, schema: Schema, press: Callable[[str], object], colours: QWidget) -> None:
    """Add the labels that are in use to the menu; `press` is called with the name of the one chosen."""
    for label in schema.labels.values():
        if not label.archived:
            words = menu_text(label.name) + (f"\t{label.key.upper()}" if label.key else "")
            menu.addAction(swatch(colours, label.hue), words, partial(press, label.name))


def key_range(schema: Schema) -> str:
    """Return the keys of the labels as a range for a key cap: 1–0, or the first and last; "" for none."""
    keys = [label.key.upper() for label in schema.labels.values() if label.key and not label.archived]
    digits = [key for key in keys if key.isdigit()]
    named = digits or keys
    return f"{named[0]}–{named[-1]}" if len(named) > 1 else "".join(named)

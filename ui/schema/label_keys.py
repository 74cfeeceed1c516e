"""The keys of the schema's labels, which change with the schema."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotations.schema.types import Schema
from ui import bindings
from ui.keys import shortcuts


class LabelKeys:
    """The keys of the labels, bound in the article to `press`, which is called with the label's name."""

    def __init__(self, article: QWidget, press: Callable[[str], None]) -> None:
        self._article, self._press = article, press
        self._bound: list[QAction] = []

    def bind(self, schema: Schema | None) -> None:
        """Bind the keys of the schema's labels, in place of those bound before; None binds no key."""
        for action in self._bound:
            self._article.removeAction(action)
            action.deleteLater()
        labels = schema.labels.values() if schema else ()
        self._bound = [
            bindings.bind(
                self._article, label.name, shortcuts([label.key.upper()]), partial(self._press, label.name)
            )
            for label in labels
            if label.key and not label.archived
        ]

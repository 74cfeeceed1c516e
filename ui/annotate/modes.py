"""The modes of Annotate that take the article's keys, as the foot shows them: same mentions, same facts, a jump."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.annotate.jump import Jumping
from ui.annotate.same_lists import SameLists
from ui.article.article_view import ArticleView
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb


def _verb(name: str, word: str, icon: str) -> Verb:
    return Verb(name, word, icon, spelled(FIXED[name].keys))


_ALL, _BACK = _verb("same_all", "All articles", "files"), Verb("leave", "Back", "arrow-left")
_APPLY, _VETO = _verb("same_apply", "Apply", "check"), _verb("same_veto", "Not this one", "eye-off")
SAME = (_APPLY, _VETO, _ALL, _verb("same_none", "Reject instead", "x"), _BACK)
JUMP = (_verb("jump_end", "Stay here", "check"), _verb("jump_back", "Go back", "arrow-left"))


class Modes(QObject):
    """The modes, of which one at a time has the keys; `does` has what their verbs do.

    A list is put away when the article gets the keyboard, by a click or otherwise.  `turned`: one got the keyboard
    or lost it; `put_away`: lists were.
    """

    turned = Signal()
    put_away = Signal()

    def __init__(self, view: ArticleView, lists: SameLists, jumping: Jumping) -> None:
        super().__init__(view)
        self._view = view
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._put_away)
        if isinstance(program := QApplication.instance(), QApplication):
            program.focusChanged.connect(self._look)
        self._lists, self._jumping = lists, jumping
        names = ("same_apply", "same_veto", "same_all", "same_none")
        self.does: Mapping[str, Callable[[], object]] = {
            **{name: self._same(name) for name in names},
            "jump_end": jumping.end,
            "jump_back": jumping.go_back,
        }

    def in_focus(self) -> InFocus | None:
        """Return what the foot says of the mode that is on; None while none is."""
        if self._jumping.is_on:
            return InFocus("jump", "Jump to a word", "type its first letters", "search", JUMP)
        if (open_ := self._lists.open()) and _has_keyboard(open_):
            return InFocus("same", open_.accessibleName(), open_.says.text(), "copy", SAME)
        return None

    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look where the keyboard went while a list is open."""
        if self._lists.open() and new:
            self.turned.emit()
            if new in (self._view, self._view.focusProxy()):
                self._soon.start()

    def _put_away(self) -> None:
        """Put the lists away if the article still has the keyboard, not before a button of the mouse is let go."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._soon.start()
        elif self._view.hasFocus() and self._lists.leave():
            self.put_away.emit()

    def _same(self, name: str) -> Callable[[], object]:
        def do() -> None:
            if open_ := self._lists.open():
                open_.does[name]()
                open_.list.setFocus()

        return do


def _has_keyboard(part: QWidget) -> bool:
    """Return whether the keyboard is in the part, or comes back to it from a menu or another window."""
    focus = part.window().focusWidget()
    return focus is not None and part.isAncestorOf(focus)

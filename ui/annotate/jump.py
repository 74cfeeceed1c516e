"""Jumping: letters typed after a key select the nearest word in view that begins so.

The mode takes what types a character, but for blanks and the digits behind letters: these and all other keys end it
and do what they always do, with what was found.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from annotations.text.beginnings import LONGEST, beginning, name_from, nearest_first
from ui.annotate.jump_float import JumpFloat
from ui.article.article_view import ArticleView
from ui.article.selection import Range, Selecting
from ui.bindings import codes
from ui.keys_in_force import IN_FORCE
from ui.session import Session

_Key = Qt.Key
_END, _BACK, _SHORTER = map(codes, ("jump_end", "jump_back", "jump_shorter"))
_MODIFIERS = (
    _Key.Key_Shift,
    _Key.Key_Control,
    _Key.Key_Alt,
    _Key.Key_Meta,
    _Key.Key_AltGr,
    _Key.Key_CapsLock,
)
_VERBS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Jumping(QObject):
    """The mode, from its key to the end; a word that begins a span focuses it, another is selected.

    What is selected is the name that begins there: a place where one may be missing, else a run of capitals.
    """

    turned = Signal()  # it is on, or no more

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.float = JumpFloat(view.viewport())
        self.is_on = False
        self.typed = self._last = ""
        self._from = self._began = 0
        self._began_at: str | None = None
        self._found: Range | None = None
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        session.article_opened.connect(self.end)
        session.project_closed.connect(self.end)

    def start(self) -> None:
        """Begin; when begun, go to the next word that begins so, with the letters of last time if none is typed."""
        if self._session.article is None:
            return
        if not self.is_on:
            self.is_on, self.typed, self._found = True, "", None
            self._from = self._began = self._view.caret
            self._began_at = self._view.focus_id
            self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
            self._show([])
            self.turned.emit()
            return
        if not self.typed and self._last:
            self.typed = self._last
        if found := self._words(self.typed):
            self._take(_behind(found, self._found))

    def end(self) -> None:
        """End, and leave what was found selected or in focus."""
        if self.is_on:
            self.is_on, self._last = False, self.typed or self._last
            self._view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            self.float.hide()
            self._paint([])
            self.turned.emit()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if not self.is_on:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.end()
        elif isinstance(event, QInputMethodEvent):
            self._type(event.commitString())
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            self._press(event)
            return True
        return False

    # --- keys

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep the key from the actions if it is one of the mode's; else the mode ends before they have it."""
        if self._takes(event):
            event.accept()
            return True
        if (
            not event.isAutoRepeat()
            and event.key() not in _MODIFIERS
            and not IN_FORCE.typed("jump", event.text())
        ):
            self.end()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _VERBS:
            return False
        return event.key() in (*_END, *_BACK, *_SHORTER) or self._is_typed(event.text())

    def _is_typed(self, text: str) -> bool:
        """Return whether that is typed; behind letters digits are keys of labels."""
        if not text.strip() or not text.isprintable() or IN_FORCE.typed("jump", text):
            return False
        return not text.isdecimal() or not self.typed or self.typed[0].isdecimal()

    def _press(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in _BACK:
            self.go_back()
            self.end()
        elif event.key() in _SHORTER:
            self.typed = self.typed[:-1]
            self._from = self._began
            self._take(self._words(self.typed))
        elif event.key() in _END:
            self.end()
        else:
            self._type(event.text())

    def _type(self, letters: str) -> None:
        """Go on with these letters, unless no word in view does."""
        if found := self._words(self.typed + letters):
            self.typed += letters
            self._take(found)
        elif letters:
            self._show(self._words(self.typed), refused=letters)

    # --- words

    def _in_view(self) -> list[Range]:
        view, rect = self._view, self._view.viewport().rect()
        top, width = view.scrolling.y, view.article.width
        first = view.article.offset_at(QPointF(0, top))
        last = view.article.offset_at(QPointF(width, top + rect.height()))
        words = view.article.tokens.between(first, last + 1)
        return [word for word in words if word not in (words[:1] + words[-1:]) or self._is_whole(word)]

    def _is_whole(self, word: Range) -> bool:
        place = self._view.caret_rect(word[0])
        return self._view.viewport().rect().contains(place)

    def _words(self, typed: str) -> list[Range]:
        """Return the words in view that begin so, the nearest first."""
        return nearest_first(beginning(self._view.text, self._in_view(), typed), self._from)

    def _take(self, found: list[Range]) -> None:
        """Go to the first of the words; back to where the jump began when there is none."""
        if not found:
            self.go_back()
        else:
            self._go_to(found[0])
            self._from = found[0][0] - 1
        self._found = found[0] if found else None
        self._show(found)

    def _go_to(self, word: Range) -> None:
        view = self._view
        view.set_caret(word[0], reveal=False)
        if view.focus_id is None:
            name = self._name(word)
            view.place.select(Selecting(name[0], name[-1]))

    def _name(self, word: Range) -> list[Range]:
        tokens, sheet = self._view.article.tokens, self._session.sheet
        for start, end in sheet.hints():
            if start == word[0]:
                return tokens.between(start, end) or [word]

        def is_taken(start: int, end: int) -> bool:
            return any(spans.overlapping(start, end) for spans in (sheet.confirmed, sheet.undecided))

        return name_from(self._view.text, tokens.run(word[0], LONGEST), is_taken)

    def go_back(self) -> None:
        if self._began_at in self._view.spans:
            self._view.set_focus(self._began_at, reveal=False)
        else:
            self._view.set_caret(self._began, reveal=False)

    # --- what is shown

    def _show(self, found: list[Range], *, refused: str = "") -> None:
        self.float.tell(self.typed, len(found), refused)
        self.float.show()
        self.float.keep_off(self._view.caret_rect(self._view.caret))
        self._paint(found)

    def _paint(self, found: list[Range]) -> None:
        self._view.article.found = sorted(found)
        self._view.viewport().update()


def _behind(found: list[Range], word: Range | None) -> list[Range]:
    """Return the words in text order from the one behind the word on, round to it; as they are without one."""
    if word is None:
        return found
    return [*sorted(each for each in found if each > word), *sorted(each for each in found if each <= word)]

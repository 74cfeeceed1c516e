"""The row of verbs in the foot: buttons with icon, word and key; what does not fit is in a menu *More*.

Where there is little room, all but the first lose their icons before any goes into the menu.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.fixed_keys import ARROWS, CAPS
from ui.frame.pane_round import has_keyboard
from ui.frame.verbs import WRITES, Verb
from ui.key_words import plainest
from ui.look.buttons import Button
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import menu_text

Does = QAction | Callable[[], object]
NARROW = 900  # pixels at 100 %, of the foot: below that only the first verb keeps its icon


class VerbRow(QWidget):
    """The verbs of what is in focus; the first of them is primary, unless none `leads`."""

    def __init__(self, *, leads: bool = True) -> None:
        super().__init__()
        self._leads = leads
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[Button] = []
        self.more = self._made("", "ellipsis")
        self.more.setAccessibleName("More")
        self.more.setToolTip("More")
        self.more.clicked.connect(self._open_more)
        self._shown: tuple[Verb, ...] = ()
        self._held: Verb | None = None  # whose button is down
        self._does: Mapping[str, Does] = {}
        self._keys: tuple[str, ...] = ()
        self._hidden: list[int] = []
        follow(self)

    def show_verbs(
        self, verbs: Sequence[Verb], does: Mapping[str, Does], special: Mapping[str, str], read_only: str = ""
    ) -> None:
        """Show these verbs, each doing what `does` has by its action's name.

        `special`: the keys of `{name}` in a verb's key; `read_only`: why verbs that write are not to be had, "" if they are.
        """
        found = tuple(verb for verb in verbs if verb.action in does)
        keys = tuple(_key(verb, does[verb.action], special) for verb in found)
        had_keyboard = has_keyboard(self)
        if (found, keys) != (self._shown, self._keys) or does is not self._does:
            self._shown, self._does, self._keys = found, does, keys
            self.restyle()
        for verb, button in zip(found, self.buttons, strict=False):
            action = does[verb.action]
            button.refuse(read_only if verb.action in WRITES else "")
            button.setEnabled(button.isEnabled() and (not isinstance(action, QAction) or action.isEnabled()))
        if had_keyboard and not has_keyboard(self):
            self.setFocus()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the first verb the keyboard; as a focus proxy it would be next after the last one, for Qt."""
        seen = (button for button in self.buttons if not button.isHidden() and button.isEnabled())
        next(seen, self.more).setFocus(reason)

    def restyle(self) -> None:
        """Take the scale in force, and lay the buttons out anew."""
        while len(self.buttons) < len(self._shown):
            button = self._made("", "")
            button.pressed.connect(partial(self._hold, len(self.buttons)))
            button.clicked.connect(self._click)
            self.buttons.append(button)
            self.setTabOrder(self.more, button)  # into its place in the foot, and then before the menu
            self.setTabOrder(button, self.more)
        self._say(is_narrow=self.window().width() < px(NARROW + 300))
        if self._is_over():
            self._say(is_narrow=True)
        self._lay_out()

    def _say(self, *, is_narrow: bool) -> None:
        for place, button in enumerate(self.buttons):
            if place < len(self._shown):
                verb = self._shown[place]
                button.kind = "primary" if place == 0 and self._leads else "ghost"
                button.pad = 8 if is_narrow else 12
                button.say(verb.word, "" if is_narrow and place else verb.icon, self._keys[place])

    def _is_over(self) -> bool:
        """Return whether the buttons need more room than there is."""
        wide = [button.sizeHint().width() for button in self.buttons[: len(self._shown)]]
        return px(8) + sum(wide) + px(2) * max(0, len(wide) - 1) > self.width() - px(8)

    def _lay_out(self) -> None:
        gap, left, top = px(2), px(8), (self.height() - px(32)) // 2
        room = self.width() - px(8)
        self._hidden = []
        widths = [button.sizeHint().width() for button in self.buttons[: len(self._shown)]]
        needs_more = self._is_over()
        if needs_more:
            room -= self.more.sizeHint().width() + gap
        for place, button in enumerate(self.buttons):
            fits = place < len(widths) and not self._hidden and (not place or left + widths[place] <= room)
            if fits:
                button.setGeometry(left, top, widths[place], px(32))
                left += widths[place] + gap
            elif place < len(widths):
                self._hidden.append(place)
            if button.isHidden() == fits:
                button.setVisible(fits)
        self.more.setVisible(needs_more)
        self.more.setGeometry(left, top, self.more.sizeHint().width(), px(32))

    def least(self) -> int:
        """Return the width that the first verb and *More* need, all the row if it has one verb."""
        shown = self.buttons[: len(self._shown)]
        if not shown:
            return 0
        more = self.more.sizeHint().width() + px(2) if len(shown) > 1 else 0
        return shown[0].sizeHint().width() + more + px(16)

    def button_of(self, action: str) -> Button | None:
        """Return the button of that verb; None where it is not shown."""
        shown = zip(self._shown, self.buttons, strict=False)
        return next((b for verb, b in shown if verb.action == action and b.isVisible()), None)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(47))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(47))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def _made(self, word: str, icon: str) -> Button:
        button = Button(word, icon, kind="ghost")
        button.setParent(self)
        button.hide()
        return button

    def _hold(self, place: int) -> None:
        self._held = self._shown[place]

    def _click(self) -> None:
        """Do the verb that stood on the button when it went down, unless it is not to be had any more."""
        held, self._held = self._held, None
        if held:
            self._do(held)

    def _do(self, verb: Verb, _: bool = False) -> None:
        does = self._does[verb.action] if verb in self._shown else None
        if does:
            does.trigger() if isinstance(does, QAction) else does()

    def _open_more(self) -> None:
        menu = QMenu(self)
        for place in self._hidden:
            words = "\t".join(filter(None, (menu_text(self._shown[place].word), self._keys[place])))
            menu.addAction(words, partial(self._do, self._shown[place])).setEnabled(
                self.buttons[place].isEnabled()
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def _key(verb: Verb, does: Does, special: Mapping[str, str]) -> str:
    if verb.key:
        return special.get(verb.key.strip("{}"), verb.key)
    return spelled([key.toString() for key in does.shortcuts()]) if isinstance(does, QAction) else ""


def spelled(keys: Sequence[str]) -> str:
    """Return the shortest of the keys as a key cap has it; "" for none.

    >>> spelled(["Return", "Enter"]), spelled(["Ctrl+Z"]), spelled([])
    ('Enter', 'Ctrl Z', '')
    """
    if not keys:
        return ""
    key = plainest(keys)
    return {**CAPS, **ARROWS}.get(key, key.replace("+", " ") if len(key) > 1 else key)

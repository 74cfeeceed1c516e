"""The modes of Annotate that take the article's keys, as the foot shows them: same mentions, same facts, a jump."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.annotate.jump import Jumping
from ui.annotate.same_facts import SameFacts
from ui.annotate.same_view import SameView
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb


def _verb(name: str, word: str, icon: str) -> Verb:
    return Verb(name, word, icon, spelled(FIXED[name].keys))


_ALL, _BACK = _verb("same_all", "All articles", "files"), Verb("leave", "Back", "arrow-left")
_APPLY, _VETO = _verb("same_apply", "Apply", "check"), _verb("same_veto", "Not this one", "eye-off")
SAME = (_APPLY, _VETO, _ALL, _verb("same_none", "Reject instead", "x"), _BACK)
JUMP = (_verb("jump_end", "Stay here", "check"), _verb("jump_back", "Go back", "arrow-left"))


class Modes:
    """The modes, of which one at a time has the keys; `does` has what their verbs do."""

    def __init__(self, same: SameView, same_facts: SameFacts, jumping: Jumping) -> None:
        self._lists: tuple[SameView | SameFacts, ...] = (same, same_facts)
        self._jumping = jumping
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
        if open_ := self._open():
            return InFocus("same", open_.accessibleName(), open_.says.text(), "copy", SAME)
        return None

    def _open(self) -> SameView | SameFacts | None:
        return next((each for each in self._lists if _is_open(each)), None)

    def _same(self, name: str) -> Callable[[], object]:
        def do() -> None:
            if open_ := self._open():
                open_.does[name]()
                open_.list.setFocus()

        return do


def _is_open(part: QWidget) -> bool:
    return not part.isHidden()

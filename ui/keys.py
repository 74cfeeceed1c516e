"""Keys: how they are written, which actions have them, and who holds a key already.

No key stands for two things: a key that another action has is refused while it is chosen, one's own of before stands
before a usual one that came later, and a label's key wins over a verb's.  Keys are in Qt's portable spelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from ui.actions import BELOW, CARET, MENUS, is_of_annotate
from ui.fixed_keys import ALT, ARROWS, FIXED, SHIFT, TWINS
from ui.views import page_actions, window_actions

Keys = Mapping[str, tuple[str, ...]]  # by the name of the action

STEPS = {  # what the caret does in a unit: back, on
    "token": ("a token back", "a token on"),
    "line": ("a line up", "a line down"),
    "page": ("a page up", "a page down"),
    "row": ("to the line's start", "to the line's end"),
    "edge": ("to the text's start", "to the text's end"),
    "character": ("a character back", "a character on"),
}
LABELS = "Labels"
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_Modifier = Qt.KeyboardModifier


def defaults() -> Keys:
    """Return the usual keys of the window's actions."""
    return {row.name: row.keys for row in window_actions()}


def texts() -> dict[str, str]:
    """Return what each of the window's actions does, by its name."""
    return {row.name: row.text for row in window_actions()}


@dataclass(frozen=True)
class Held:
    """A line of the cheat sheet: keys, and what they do; `name` is the action's, or ""."""

    group: str
    keys: tuple[str, ...]
    text: str
    name: str = ""

    @property
    def holder(self) -> str:
        """Return what has the keys, as a sentence names it."""
        if self.group == LABELS:
            return f"the label {self.text}"
        return f"“{self.text}”"


def held(keys: Keys, schema: Schema | None) -> Iterator[Held]:
    """Yield everything that has a key: actions by menu, the caret, the schema's labels, the other views."""
    for menu in (*MENUS, *BELOW):
        yield from (
            Held(menu, keys[row.name], row.text, row.name)
            for row in window_actions()
            if row.menu == menu and keys[row.name]
        )
    for key, unit, step, selecting in CARET:
        where = STEPS[unit][step > 0]
        yield Held("Caret", (key,), f"Select {where}" if selecting else f"Caret {where}")
    for label in schema.labels.values() if schema else ():
        if label.key and not label.archived:
            yield Held(LABELS, (label.key.upper(),), label.name)
    left = beside_window(keys)
    yield from (Held(row.menu, left[row.name], row.text) for row in page_actions() if left[row.name])


def fixed() -> Iterator[Held]:
    """Yield the keys that nobody can change: those of dialogs, strips, lists and cards, by where they work."""
    for row in FIXED.values():
        keys = (row.said,) if row.said else tuple(ARROWS.get(key, key) for key in row.keys)
        yield Held(row.place, keys, row.text)


def portable(key: str) -> str:
    """Return the key as Qt writes it; "" when it is none, or more than one."""
    read = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    if read.count() != 1:
        return ""
    pressed = read[0]  # type: ignore[index]  # the stubs lack QKeySequence.__getitem__
    return written(pressed.key(), pressed.keyboardModifiers())


def written(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    """Return a pressed key in Qt's portable spelling; "" for a modifier alone.

    Shift counts only where it does not just make the character: "?", not "Shift+?".
    """
    if key in _MODIFIERS or key == Qt.Key.Key_unknown:
        return ""
    if key == Qt.Key.Key_Backtab:
        key, modifiers = Qt.Key.Key_Tab, modifiers | _Modifier.ShiftModifier
    modifiers &= ~_Modifier.KeypadModifier
    if Qt.Key.Key_Space < key < Qt.Key.Key_Escape and not chr(key).isalnum():
        modifiers &= ~_Modifier.ShiftModifier
    spelled = QKeySequence(int(modifiers.value) | int(key))
    return spelled.toString(QKeySequence.SequenceFormat.PortableText)


def shortcuts(keys: Sequence[str]) -> tuple[str, ...]:
    """Return every key that works for these: a digit also with Shift; Return and Enter are one."""
    found: dict[str, None] = {}
    for key in keys:
        *before, last = key.rsplit("+", 1) if not key.endswith("+") else (key,)
        found[key] = None
        if last in TWINS:
            found["+".join((*before, TWINS[last]))] = None
        if key.isdigit():
            found[f"{SHIFT}{key}"] = None
    return tuple(found)


def holder(key: str, keys: Keys, schema: Schema | None, *, but: str | None = None) -> str:
    """Return who has the key already, in words; "" when it is free.  `but` is the action that asks.

    The keys of another view are in nobody's way but of what works in every view.
    """
    wanted = set(shortcuts([key]))
    if key in {f"{ALT}{menu[0]}" for menu in MENUS}:
        return "the menu bar"
    others = {row.menu for row in page_actions()}
    is_everywhere = any(row.name == but and not is_of_annotate(row) for row in window_actions())
    every = (row for row in held(keys, schema) if row.group not in others or is_everywhere)
    rivals = (row for row in every if row.name != but)
    return next((row.holder for row in rivals if wanted & set(shortcuts(row.keys))), "")


def chosen(kept: Mapping[str, Sequence[str]]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return a person's own keys that can be had, by action; and a sentence for each that cannot."""
    own: dict[str, tuple[str, ...]] = {}
    wrong, said = list[str](), texts()
    for name, keys in kept.items():
        spelled = tuple(dict.fromkeys(map(portable, keys)))
        if name not in said:
            wrong.append(worded("There is no action {name} that could have a key.", name=name))
        elif "" in spelled:
            bad = next(key for key in keys if not portable(key))
            wrong.append(f"“{said[name]}” has its usual keys: {bad or 'nothing'} is no key.")
        else:
            own[name] = spelled
    while clash := _clash(own):
        name, key, who = clash
        del own[name]
        wrong.append(f"“{said[name]}” has its usual keys: {key} is that of {who}.")
    return own, wrong


def _clash(own: Keys) -> tuple[str, str, str] | None:
    """Return the last action whose own key something else has that gives no way: its name, the key, what has it."""
    every = beside_own(own)
    for name in reversed(list(own)):
        for key in own[name]:
            if who := holder(key, every, None, but=name):
                return name, key, who
    return None


def beside_own(own: Keys) -> dict[str, tuple[str, ...]]:
    """Return the keys of all actions: a person's own, and the usual ones of the others that are not among them."""
    taken = {key for has in own.values() for key in shortcuts(has)}
    usual = defaults()
    free = {
        name: tuple(key for key in has if taken.isdisjoint(shortcuts([key]))) for name, has in usual.items()
    }
    return {**free, **own}


def beside_window(keys: Keys) -> dict[str, tuple[str, ...]]:
    """Return the keys of the actions of pages, but those that an action has which works in every view."""
    everywhere = (row.name for row in window_actions() if not is_of_annotate(row))
    taken = {key for name in everywhere for key in shortcuts(keys.get(name, ()))}
    return {row.name: tuple(key for key in row.keys if key not in taken) for row in page_actions()}


def beside_labels(keys: Keys, schema: Schema | None) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return the keys that actions keep when labels take theirs; and a sentence for each that is lost."""
    taken = {
        key: row.text for row in held(keys, schema) if row.group == LABELS for key in shortcuts(row.keys)
    }
    left = {name: tuple(key for key in shortcuts(has) if key not in taken) for name, has in keys.items()}
    said = texts()
    lost = [
        f"{key} is the key of the label {taken[key]} here, and not that of “{said[name]}”."
        for name, has in keys.items()
        for key in has
        if key in taken
    ]
    return left, lost

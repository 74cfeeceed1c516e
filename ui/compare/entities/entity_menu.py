"""The menu of the entity in hand: each verb with its key, and the entities that it is related to or kept apart from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotations.compare.comparison import ComparedEntity, CrossComparison
from ui.compare.entities.entity_keys import Does
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import Verb
from ui.plain_text import menu_text

LINE = Verb("", "")
MOST = 12  # entities to go to


def _verb(name: str, word: str, icon: str = "") -> Verb:
    return Verb(name, word, icon, spelled(FIXED[name].keys[:1]))


CONFIRM, REJECT = _verb("entity_confirm", "Confirm", "check"), _verb("entity_reject", "Reject", "x")
MERGE, APART = _verb("entity_merge", "Merge", "plus"), _verb("entity_apart", "Keep apart", "equal-not")
SPLIT = _verb("entity_split", "Split off", "arrow-left-right")
OUT = _verb("entity_out", "Take out", "minus")
MARK, NAME = _verb("entity_mark", "Mark", "flag"), _verb("entity_name", "Name", "pencil")
RELATE = _verb("entity_relate", "Relate", "arrow-left-right")
EVIDENCE = _verb("entity_show", "Evidence", "search")
TAKE, BACK = _verb("entry_take", "Take it", "check"), _verb("entity_leave", "Back", "arrow-left")
OF_ENTRY = (TAKE, BACK)
OF_ENTITY = (CONFIRM, REJECT, MARK, MERGE, APART, RELATE, EVIDENCE, NAME)
OF_WORDING = (CONFIRM, OUT, MARK, SPLIT, EVIDENCE)
MENU = (
    *(CONFIRM, REJECT, OUT, SPLIT, LINE, MARK, MERGE, APART),
    _verb("entity_together", "No longer keep apart"),
    *(RELATE, _verb("entity_unmark", "Unmark all"), LINE, EVIDENCE, LINE, NAME),
    *(_verb("entity_label", "Label"), _verb("entity_outside", "Id elsewhere")),
    _verb("entity_note", "Note"),
)


def entity_menu(
    parent: QWidget,
    does: Does,
    entity: ComparedEntity | None,
    comparison: CrossComparison,
    go: Callable[[str], object],
) -> QMenu:
    """Return the menu; `go` goes to another entity, by its id."""
    menu = QMenu(parent)
    for verb in MENU:
        if verb is LINE:
            menu.addSeparator()
        else:
            menu.addAction("\t".join(filter(None, (verb.word, verb.key))), does[verb.action])
    others = [*(one[0] for one in entity.related), *(one[0] for one in entity.apart)] if entity else []
    found = [one for id_ in dict.fromkeys(others) if (one := comparison.entity(id_))][:MOST]
    if found:
        menu.addSeparator()
    for one in found:
        menu.addAction(menu_text(f"Go to {' '.join(one.name.split())[:60]}"), partial(go, one.id))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def pop_up(menu: QMenu, over: QWidget, at: QPoint) -> None:
    """Show the menu at the place in the widget."""
    menu.popup(over.mapToGlobal(at))

"""The menus of a card: what can be done with the fact in focus, and with a filler of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotations.fact_attributes import ATTRIBUTES, FactAttribute, Flag, OneOf
from annotations.facts import Fact, Filler
from annotations.schema.types import RoleType
from ui.cards import fact_changes as changes
from ui.cards.fact_changes import FactChange, FactContext
from ui.fixed_keys import FIXED
from ui.plain_text import menu_text

Ask = Callable[[FactChange], object]
Do = Callable[[], object]


def menu_of_fact(
    parent: QWidget,
    fact: Fact,
    context: FactContext,
    ask: Ask,
    *,
    change: Do,
    write: Callable[[FactAttribute], object],
    reject: Do,
) -> QMenu:
    """Return the menu of a fact; `write` asks for an attribute that is a line of text."""
    menu = QMenu(parent)
    _add(menu, "Change", change, "facts_edit")
    types = menu.addMenu("Type")
    names = context.types_for(fact)
    _choices(types, names, fact.type, lambda name: _retype(fact, context, name, ask))
    stated = dict(fact.attributes)
    for attribute in (one for one in ATTRIBUTES.values() if not one.borrowed or one.name in stated):
        _add_attribute(menu, fact, attribute, ask, write)
    menu.addSeparator()
    _add(
        menu,
        "Reject" if fact.score is not None and fact.status != "confirmed" else "Delete",
        reject,
        "facts_reject",
    )
    return menu


def menu_of_filler(
    parent: QWidget,
    fact: Fact,
    role: RoleType,
    filler: Filler,
    context: FactContext,
    ask: Ask,
    *,
    show: Do,
    type_value: Do,
) -> QMenu:
    """Return the menu of a filler."""
    menu = QMenu(parent)
    _add(menu, "Show in the text", show)
    if changes.kind_of(role, filler):
        _add(menu, "Value…", type_value, "filler_value")
    to = menu.addMenu("Move to")
    for other in context.roles_of(fact):
        if other != role:
            given = partial(changes.given_to, fact, role, filler, other, context)
            _add(to, other.name, partial(_give, given, ask))
    if changes.is_movable(fact, role):
        for words, step, key in (("Earlier", -1, "filler_up"), ("Later", 1, "filler_down")):
            _add(menu, words, partial(_step, fact, role, filler, step, ask), key)
    menu.addSeparator()
    _add(menu, "Take out", lambda: ask(changes.without(fact, role, filler)), "filler_remove")
    return menu


def _add_attribute(
    menu: QMenu, fact: Fact, attribute: FactAttribute, ask: Ask, write: Callable[[FactAttribute], object]
) -> None:
    name, title = attribute.name, attribute.name.capitalize()
    match attribute.kind:
        case OneOf() as choice:
            values = menu.addMenu(menu_text(title))
            _choices(
                values,
                list(choice.of),
                str(fact.attribute(name)),
                lambda value: ask(changes.stating(fact, name, value)),
            )
        case Flag():
            action = _add(menu, title, lambda: ask(changes.stating(fact, name, not fact.attribute(name))))
            action.setCheckable(True)
            action.setChecked(bool(fact.attribute(name)))
        case _:
            _add(menu, f"{title}…", partial(write, attribute))


def _choices(menu: QMenu, of: list[str], now: str, take: Callable[[str], object]) -> None:
    """Add an entry for each, one of which is ticked."""
    group = QActionGroup(menu)
    for one in of:
        action = _add(menu, one, partial(take, one))
        action.setCheckable(True)
        action.setChecked(one == now)
        group.addAction(action)


def _retype(fact: Fact, context: FactContext, name: str, ask: Ask) -> None:
    if type_ := context.schema.facts.get(name):
        ask(changes.typed_as(fact, type_))


def _give(given: Callable[[], FactChange], ask: Ask) -> None:
    ask(given())


def _step(fact: Fact, role: RoleType, filler: Filler, step: int, ask: Ask) -> None:
    ask(changes.stepped(fact, role, filler, step))


def _add(menu: QMenu, words: str, do: Do, key: str = "") -> QAction:
    """Add an entry; the key is shown behind it, and taken where it is pressed, not by the menu."""
    shown = f"\t{FIXED[key].keys[0]}" if key else ""
    action = menu.addAction(menu_text(words) + shown)
    action.triggered.connect(lambda _=False: do())
    return action

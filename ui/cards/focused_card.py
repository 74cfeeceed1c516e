"""The card of the fact in focus: below its face a row for each role, and what can be done with the fact.

It changes nothing itself: it says what was asked for.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from annotations.errors import UserError
from annotations.fact_attributes import ATTRIBUTES, FactAttribute, TextLine
from annotations.fact_verbs import fillers_in
from annotations.values import kinds
from ui.cards import fact_changes as changes
from ui.cards.card_editor import CardEditor
from ui.cards.card_face import BOTTOM, GAP, SIDE, CardFace
from ui.cards.card_menus import menu_of_fact, menu_of_filler
from ui.cards.card_row import HEIGHT, AgainstRow, AttributeRow
from ui.cards.fact_card import FactCard
from ui.cards.fact_changes import FactChange, FactContext
from ui.cards.role_row import RoleRow
from ui.look.buttons import Button
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

VERBS, LAST = 28, 10  # pixels at 100 %: the height of the buttons, and the room below them


class FocusedCard(QWidget):
    """The widget over the list; `card` is what it shows, None while it is hidden."""

    confirmed, rejected, changing = Signal(), Signal(), Signal()
    filling = Signal(str)  # the name of a role
    quoted = Signal(int, int)  # bounds of a filler that is to be shown in the text
    asked = Signal(object)  # a FactChange
    refused = Signal(str)  # a sentence on what was typed

    def __init__(self, face: CardFace, before: QAbstractScrollArea) -> None:
        """Make a card to lie over `before`, from which Tab goes to it."""
        super().__init__(before.viewport())
        self._face, self._before = face, before
        self.card: FactCard | None = None
        self._context: FactContext | None = None
        self.rows: list[RoleRow] = []  # those that are shown, then spare ones
        self.shown = 0
        self.stated = [AttributeRow(attribute, self) for attribute in ATTRIBUTES.values()]
        self.against = AgainstRow(self)
        self.confirm = Button("Confirm", "check", kind="primary", height=VERBS)
        self.change = Button("Change", "pencil", height=VERBS)
        self.reject = Button("Reject", "x", height=VERBS)
        self.more = Button("", "ellipsis", kind="ghost", height=VERBS, pad=6)
        self.more.setAccessibleName("More")
        self.more.setToolTip(tip("More: type, modality, note and the like"))
        self.editor = CardEditor(self)
        for button in (self.confirm, self.change, self.reject, self.more):
            button.setParent(self)
        self.confirm.clicked.connect(self.confirmed)
        self.change.clicked.connect(self.changing)
        self.reject.clicked.connect(self.rejected)
        self.more.clicked.connect(self._open_menu)
        for row in self.stated:
            row.clicked.connect(partial(self._open_attribute, row))
        self.hide()
        follow(self)

    # --- what is shown

    def show_card(self, card: FactCard, context: FactContext) -> None:
        """Show the fact in focus."""
        if card is self.card and context is self._context:
            return
        is_other = self.card is None or self.card.fact.id != card.fact.id
        self.card, self._context = card, context
        self.editor.leave()
        fact, needed = card.fact, context.roles_of(card.fact)
        if len(self.rows) < len(needed):
            self.rows += [self._new_row() for _ in range(len(needed) - len(self.rows))]
            self._put_in_order()
        self.shown = len(needed)
        for number, (row, role) in enumerate(zip(self.rows, needed, strict=False), 1):
            row.point_out(False)
            if is_other:
                row.in_hand = 0
            row.show_role(number, role, context.text, fillers_in(fact, role.name))
        for stated in self.stated:
            stated.show_value(fact.attribute(stated.attribute.name))
        self.against.show_fact(fact.id)
        self.confirm.setVisible(card.is_suggested)
        self.change.setVisible(not card.is_suggested)
        self.reject.say(*(("Reject", "x", "") if card.is_suggested else ("Delete", "trash-2", "")))
        self.setAccessibleName(str(card))
        self._place()
        self.update()

    def forget(self) -> None:
        """Show nothing; the keyboard goes back to the list."""
        self.card = None
        self.editor.leave()
        if (focus := self.window().focusWidget()) and self.isAncestorOf(focus):
            self._before.setFocus()
        self.hide()

    def high(self) -> int:
        """Return its height in pixels for the card it shows."""
        if self.card is None:
            return 0
        lines = self.shown + sum(row.is_stated for row in self.stated) + self.against.is_stated
        face = self._face.measured(self.card) - px(BOTTOM)
        return face + 2 * px(GAP) + 1 + lines * px(HEIGHT) + px(GAP) + px(VERBS) + px(LAST)

    def restyle(self) -> None:
        """Take the scale in force."""
        self._place()

    def _new_row(self) -> RoleRow:
        row = RoleRow(self)
        row.pressed_on.connect(partial(self._press, row))
        row.asked.connect(partial(self._act, row))
        row.dragged.connect(partial(self._drag, row))
        row.menu_wanted.connect(partial(self._open_row_menu, row))
        return row

    def _put_in_order(self) -> None:
        """Have Tab go from the list through the parts of the card, from the top down."""
        buttons = (self.confirm, self.change, self.reject, self.more)
        chain = [self._before, *self.rows, *self.stated, self.against, *buttons]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _place(self) -> None:
        """Put the parts in their places, one below the other."""
        if self.card is None:
            return
        left, wide = px(SIDE), self.width() - 2 * px(SIDE)
        y = self._face.measured(self.card) - px(BOTTOM) + 2 * px(GAP) + 1
        stated: tuple[AttributeRow | AgainstRow, ...] = (*self.stated, self.against)
        shown = [*self.rows[: self.shown], *(row for row in stated if row.is_stated)]
        for row in shown:
            row.setGeometry(left, y, wide, px(HEIGHT))
            y += px(HEIGHT)
        for row in (*self.rows, *stated):
            row.setVisible(row in shown)
        y += px(GAP)
        for button in (self.confirm, self.change, self.reject):
            if not button.isHidden():
                button.setGeometry(left, y, button.sizeHint().width(), px(VERBS))
                left += button.width() + px(GAP)
        most = self.more.sizeHint().width()
        self.more.setGeometry(self.width() - px(SIDE) - most, y, most, px(VERBS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.card is None:
            return
        painter, box = QPainter(self), QRectF(self.rect())
        draw_card(painter, box, is_on=True)
        self._face.draw(painter, self.card, QPointF(0, 0))
        y = self._face.measured(self.card) - px(BOTTOM) + px(GAP)
        painter.fillRect(QRectF(px(SIDE), y, box.width() - 2 * px(SIDE), 1), roles().line)
        painter.end()

    # --- what is asked for

    def press_role(self, number: int) -> None:
        """Ask to fill the role of that number."""
        if 1 <= number <= self.shown:
            self.filling.emit(self.rows[number - 1].role.name)

    def point_out(self, name: str) -> None:
        """Show that the role is open, until another card is shown."""
        for row in self.rows[: self.shown]:
            row.point_out(row.role.name == name)

    def _press(self, row: RoleRow) -> None:
        """Show the filler in hand in the text, or ask for one."""
        if filler := row.filler:
            self.quoted.emit(filler.start, filler.end)
        else:
            self.filling.emit(row.role.name)

    def _act(self, row: RoleRow, does: str) -> None:
        if self.card is None or row.filler is None:
            return
        fact, role, filler = self.card.fact, row.role, row.filler
        if does == "value":
            self._type_value(row)
        elif does == "remove":
            self._ask(changes.without(fact, role, filler))
        else:
            self._ask(changes.stepped(fact, role, filler, 1 if does == "on" else -1))

    def _ask(self, change: FactChange) -> None:
        if self.card and change.after != self.card.fact:
            self.asked.emit(change)

    def _drag(self, row: RoleRow, on_screen: QPoint, dropped: bool) -> None:
        """Follow the filler that is held over a row, and give it to that role when it is let go."""
        at = self.mapFromGlobal(on_screen)
        over = next((one for one in self.rows[: self.shown] if one.geometry().contains(at)), None)
        for one in self.rows:
            one.point_out(one is over and not dropped)
        if dropped and over and self.card and row.filler and self._context:
            self._ask(changes.given_to(self.card.fact, row.role, row.filler, over.role, self._context))

    def _type_value(self, row: RoleRow) -> None:
        """Have the value of the filler in hand typed over its words."""
        filler = row.filler
        if filler and changes.kind_of(row.role, filler):
            at = row.words_box().toRect().translated(row.pos())
            take = partial(self._take_value, row)
            self.editor.begin("Value", kinds.retyped(filler.value), at, take, row)

    def _take_value(self, row: RoleRow, typed: str) -> None:
        if self.card is None or row.filler is None or self._context is None:
            return
        try:
            self._ask(changes.valued(self.card.fact, row.role, row.filler, typed, self._context))
        except UserError as error:
            self.refused.emit(str(error))

    def _write(self, attribute: FactAttribute) -> None:
        """Have the line of an attribute typed in the place of the buttons' row."""
        if self.card is None:
            return
        at = self.more.geometry()
        at.setLeft(px(SIDE))
        words = str(self.card.fact.attribute(attribute.name))
        take = partial(self._take_line, attribute.name)
        self.editor.begin(attribute.name.capitalize(), words, at, take, self.more)

    def _take_line(self, name: str, typed: str) -> None:
        if self.card:
            self._ask(changes.stating(self.card.fact, name, typed.strip()))

    # --- menus

    def _open_menu(self) -> None:
        if menu := self.menu():
            menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu | None:
        """Return the menu of the fact, to be shown once."""
        if self.card is None or self._context is None:
            return None
        menu = menu_of_fact(
            self,
            self.card.fact,
            self._context,
            self._ask,
            change=self.changing.emit,
            write=self._write,
            reject=self.rejected.emit,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_row_menu(self, row: RoleRow, on_screen: QPoint) -> None:
        if menu := self.row_menu(row):
            menu.popup(on_screen)

    def row_menu(self, row: RoleRow) -> QMenu | None:
        """Return the menu of the filler in hand in a row, to be shown once; None for an open role."""
        if self.card is None or self._context is None or row.filler is None:
            return None
        menu = menu_of_filler(
            self,
            self.card.fact,
            row.role,
            row.filler,
            self._context,
            self._ask,
            show=partial(self._press, row),
            type_value=partial(self._type_value, row),
        )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_attribute(self, row: AttributeRow) -> None:
        """Type a line; for another attribute open the menu it is in."""
        if isinstance(row.attribute.kind, TextLine):
            self._write(row.attribute)
        else:
            self._open_menu()

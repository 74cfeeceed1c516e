"""The page of the view Annotate: articles on the left, the article in the middle, labels on the right.

It puts the panes together and connects them; panes never know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from annotations.schema.types import Schema
from models.settings import Settings
from ui.across.across_line import AcrossLine
from ui.across.other_articles import OtherArticles
from ui.annotate.annotate_keys import Annotating
from ui.annotate.elsewhere import Elsewhere
from ui.annotate.find import FindInArticle
from ui.annotate.go import Going
from ui.annotate.in_focus import Attending
from ui.annotate.jump import Jumping
from ui.annotate.modes import Modes
from ui.annotate.same_lists import SameLists
from ui.annotate.same_subject import subject
from ui.annotate.unseen_scripts import UnseenScripts
from ui.article.article_view import ArticleView
from ui.articles.article_list import ArticleList
from ui.articles.article_place import ArticlePlace
from ui.articles.filter_bar import FilterBar
from ui.articles.heading import Heading
from ui.articles.list_controller import Listing
from ui.articles.list_head import ListHead
from ui.articles.renaming import Renaming
from ui.articles.topics_bar import TopicsBar
from ui.building.late import LateBuilding
from ui.cards.carding import Carding
from ui.comments.comment_marks import Commenting
from ui.facts.fact_focus import FactFocus
from ui.facts.fact_keys import FactKeys
from ui.facts.fact_layer import FactLayer
from ui.finish.finishing import Finishing
from ui.frame.late import late
from ui.frame.pane_round import give_next
from ui.frame.panes import Panes
from ui.look.layouts import column, stacked
from ui.panels import Panels
from ui.project.coming_back import ComingBack
from ui.schema.guideline_writes import GuidelineWrites
from ui.schema.label_keys import LabelKeys
from ui.schema.label_menu import fill_with_labels
from ui.schema.label_palette import LabelPalette
from ui.schema.reading import Reading
from ui.session import Session
from ui.unsure.doubting import Doubting
from ui.unsure.taking import Taking

if TYPE_CHECKING:
    from ui.annotate.same_facts import SameFacts
    from ui.annotate.same_view import SameView
    from ui.building.building import Building
    from ui.building.strip import BuilderStrip
    from ui.schema.examples import Examples


class AnnotatePage(QSplitter):
    """The panes of Annotate, and the objects between them and the session: one for each kind of work."""

    examples: Examples = late("schema.examples:Examples", "session", "view", "writes", "annotating")

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.session = session
        self.more_panes: list[QWidget] = []  # of the window, for the round of the panes
        self._make_panes()
        self._lay_out()
        self._make_doers(settings)
        self._connect()

    # --- how it is put together

    def _make_panes(self) -> None:
        self.list, self.view, self.labels = ArticleList(), ArticleView(), LabelPalette()
        self.heading, self.topics, self.filters = Heading(), TopicsBar(), FilterBar()
        self.list_head, self.lists = ListHead(), SameLists(self.session, self, self.labels)
        self.panels = Panels(self.session, self.labels)

    def _lay_out(self) -> None:
        left = stacked(self.list_head, self.filters, self.list)
        self.across_line = AcrossLine()
        parts = (self.heading, self.topics, self.view, self.across_line)
        middle = stacked(*parts, ground="page")
        left.setFocusProxy(self.list)
        middle.setFocusProxy(self.view)
        self.middle = ArticlePlace(self.session, middle)
        self.panes, holder = Panes(left, self.middle, self.panels), QWidget()
        holder.setLayout(column(self.panes))
        self.addWidget(holder)
        self.setStretchFactor(0, 1)

    def _make_doers(self, settings: Settings) -> None:
        session, view = self.session, self.view
        self.listing = Listing(session, self.list, self.filters, self.heading)
        self.renaming = Renaming(session, self.list, self.heading)
        self.builder, going = LateBuilding(session, view), Going(session, view)
        self.fact_keys = FactKeys(session, view, going, self.builder.make)
        self.annotating = Annotating(session, view, going, self.fact_keys)
        self.attending = Attending(session, view)
        self.fact_layer = FactLayer(session, view)
        self.attending.is_all_decided = lambda: going.is_all_decided
        self.attending.asks_which_fact = lambda: self.fact_keys.asks
        self.fact_keys.asked.connect(self.attending.look)
        self.fact_focus = FactFocus(session, view)
        self.across = OtherArticles(session, view, self.fact_layer, self.panels, self.across_line)
        self.doubting = Doubting(session, self.annotating)
        self.taking = Taking(session, self.doubting, self.lists, self.panels)
        self.finding = FindInArticle(session, view)
        self.jumping = Jumping(session, view)
        modes = Modes(view, self.lists, self.jumping)
        modes.turned.connect(self.attending.look)
        modes.put_away.connect(self.taking.forget)
        modes.put_away.connect(self.attending.look)
        elsewhere = Elsewhere(self.list, view, self.panels)
        self.attending.mode = lambda: (
            self.builder.in_focus() or modes.in_focus() or self.reading.in_focus() or elsewhere.in_focus()
        )
        self.does = {**self.builder.does(), **modes.does, **elsewhere.does}
        self.carding = Carding(session, view, self.builder.make, self.panels)
        self.finishing = Finishing(self.annotating, settings, self)
        self.commenting = Commenting(session, view, self.panels)
        ComingBack(session, view)
        UnseenScripts(session, self)
        self.writes = GuidelineWrites(session)
        self.reading = Reading(session, self.labels, self.panels, view, self.writes)
        self.does |= self.reading.does
        self.reading.turned.connect(self.attending.look)
        self._label_keys = LabelKeys(view, self.press_label)

    def _connect(self) -> None:
        session, annotating = self.session, self.annotating
        session.project_opened.connect(self._drop_label)
        for changed in (session.article_opened, session.reloaded, session.edited):
            changed.connect(self._show_counts)
        self.topics.toggled.connect(annotating.toggle_topic)
        self.list.activated.connect(lambda: self.view.setFocus())
        self.labels.taken.connect(self._take_label)
        moved = (self.view.focus_changed, self.view.selection_changed, session.fact_focused, session.edited)
        for turned in (*moved, self.builder.changed):
            turned.connect(self._hold)
        lists, look = self.lists, self.attending.look
        lists.applied.connect(self._go_on)
        for turned in (self.builder.changed, self.jumping.turned, lists.applied, lists.told, lists.left):
            turned.connect(look)
        self.panels.made.connect(lambda name, panel: name == "doubt" and panel.turned.connect(look))
        lists.opened.connect(self._keep_in_view)
        lists.left.connect(lambda: self.taking.come_back() or self.view.setFocus())
        self.listing.counts.changed.connect(self.list_head.show_progress)
        self.list_head.folded.connect(self.panes.fold_list)
        self.list.activated.connect(self.panes.put_list_away)
        self.panels.folded.connect(self.panes.fold_right)
        self.panels.unfolded.connect(self.panes.unfold_right)
        self.panels.pointed.connect(annotating.going.go)
        self.panels.pointed.connect(self.fact_focus.take)
        self.doubting.jumping.connect(self.commenting.remember)

    @property
    def same(self) -> SameView:
        return self.lists.mentions

    @property
    def same_facts(self) -> SameFacts:
        return self.lists.facts

    @property
    def building(self) -> Building:
        return self.builder.building

    @property
    def strip(self) -> BuilderStrip:
        return self.builder.strip

    # --- what is shown

    def open(self) -> None:
        """Give the article the keyboard, or what stands in its place."""
        self.middle.take_keyboard()

    def show_schema(self, schema: Schema | None) -> None:
        """Show labels and topics of the schema, with their keys; None while no project is open."""
        self._label_keys.bind(schema)
        self.topics.show_schema(schema)
        if schema is None:
            return
        self.view.appearance.choose(hues={label.name: label.hue for label in schema.labels.values()})
        self.labels.show_schema(schema)
        self.filters.show_labels(schema.labels)
        names = [label.name for label in schema.labels.values() if not label.archived]
        if self.annotating.label_in_hand not in names:
            self.annotating.label_in_hand = names[0] if names else ""
        self._hold()
        self._show_counts()

    def applied(self) -> Mapping[str, Callable[[Any], object]]:
        """Return the function that applies each setting of this page, by the setting's name."""
        look, annotating = self.view.appearance.choose, self.annotating
        return {
            "font": lambda value: look(family=value),
            "font_size": lambda value: look(size=value),
            "line_spacing": lambda value: look(spacing=value),
            "badges": lambda value: look(badges=value),
            "enter_moves_on": partial(setattr, annotating, "enter_moves_on"),
            "hints_in_path": partial(setattr, annotating.going, "stops_at_hints"),
            "label_on_selection": partial(setattr, annotating, "label_on_selection"),
            "facts_in_path": partial(setattr, annotating.going, "facts_in_path"),
        }

    def _show_counts(self) -> None:
        self.labels.count(self.session.sheet.labels())
        self.topics.mark(self.session.sheet.set.topics)

    # --- what is asked

    def same_mentions(self) -> None:
        """Open the list of same facts for the fact in focus, else that of same mentions."""
        self.attending.look()
        fact = self.session.sheet.fact(self.session.fact_id) if self.session.fact_id else None
        if fact and self.view.selection is None:
            self.lists.show("facts", fact)
        else:
            self.lists.show("mentions", subject(self.annotating))

    def _keep_in_view(self, place: int) -> None:
        """Keep the place in view once the list below the article has its room."""
        QTimer.singleShot(0, self, partial(self.view.reveal, place))

    def _go_on(self, was_undecided: bool) -> None:
        """Go on after same mentions or same facts if a suggestion was decided; else stay where one is."""
        if was_undecided:
            self.annotating.going.go_on()

    def press_label(self, name: str) -> None:
        """Take the label of a key in hand, and give it to what is selected, focused or at the caret."""
        self.annotating.label_in_hand = name
        self.annotating.label(name)
        self._hold()

    def relabel(self) -> None:
        """Offer the labels for what is selected or focused, at its place."""
        if project := self.session.project:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_with_labels(menu, project.schema, self.press_label, self.view)
            at = self.view.caret_rect(self.view.caret).bottomLeft()
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _take_label(self, name: str) -> None:
        """Take a clicked label in hand, and give it to what is selected or focused."""
        self.annotating.label_in_hand = name
        if self.view.selection or self.view.focus_id:
            self.annotating.label(name)
        self._hold()
        self.view.setFocus()

    def _drop_label(self) -> None:
        """Have no label in hand: that was one of the project before."""
        self.annotating.label_in_hand = ""

    def _hold(self) -> None:
        """Tint the label of the span in focus, else the current one, with its guideline; none while keys are about a fact."""
        id_ = self.view.focus_id
        span = self.session.sheet.get(id_) if id_ else None
        is_about_fact = self.view.drags_spans or self.fact_keys.in_hand() is not None
        self.labels.hold("" if is_about_fact else span.label if span else self.annotating.label_in_hand)

    # --- going between panes

    def next_pane(self, step: int) -> None:
        """Give the next (1) or previous (-1) pane the keyboard."""
        here = self.panels.here()
        chips = [*self.topics.chips.values()][:1]
        labels = [self.labels.list] if self.labels.isVisible() and here is not self.labels else []
        right = [*labels, getattr(here, "list", here)]
        give_next([self.list, *chips, self.view, *right, *self.more_panes], step)

    def leave(self) -> None:
        """Go one step back: out of a search, a list, a selection, a focus, to the plain text or to the cards."""
        if self.finding.leave():
            return
        from_card = self.taking.is_here
        if (open_ := self.lists.open()) and open_.leave():
            if from_card:
                self.panels.here().setFocus()
                return
        elif self.view.hasFocus():
            self.annotating.leave()
        self.view.setFocus()

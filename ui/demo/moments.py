"""The moments of the demo's pictures: the ways there and back, by keys where the window has keys for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.agreement.agreement_page import AgreementPage
from ui.compare.compare_page import ComparePage
from ui.demo import review
from ui.demo.annotator import TO_THE_START
from ui.demo.hands import Hands
from ui.fixed_keys import FIXED
from ui.key_words import USUAL
from ui.search.search_page import SearchPage
from ui.statistics.statistics_page import StatisticsPage
from ui.views import ANNOTATE, SEARCH

ROLE = "place"  # in hand in the picture of the builder
TRIGGER = "struck"  # of the fact that most pictures are about
LOOKED_FOR = "missile*"
HOVERED = "mid-November"


def stay(hands: Hands) -> None:
    """Stay where the window is."""


def on_a_span(hands: Hands) -> None:
    """Go to the first suggested span."""
    hands.press(TO_THE_START)
    hands.press(USUAL["next_suggestion"][0])


def under_the_mouse(hands: Hands) -> None:
    """Rest with the mouse on a span while another has the focus."""
    on_a_span(hands)  # takes the card away, so that it comes anew
    hands.rest_at(HOVERED)
    hands.wait(hands.window.hovering.card.isVisible, "the card under the mouse")


def beside_the_unsure(hands: Hands) -> None:
    """Show the unsure wordings beside what was done."""
    hands.window.verbs["doubt_panel"].trigger()


def beside_the_facts(hands: Hands) -> None:
    """Show the facts again, and go on in the text."""
    hands.window.verbs["facts_panel"].trigger()
    hands.window.view.setFocus()


def coached(hands: Hands) -> None:
    """Begin the first steps, and do the first."""
    coach = hands.window.coach
    if coach.ticked is None:
        on_a_span(hands)
        hands.window.verbs["first_steps"].trigger()
        hands.press(USUAL["confirm"][0])
    hands.wait(coach.card.isVisible, "the first steps")


def out_of_the_coach(hands: Hands) -> None:
    """Have no more tips, and take the first step back."""
    QTest.mouseClick(hands.window.coach.card.end, Qt.MouseButton.LeftButton)
    hands.press(USUAL["undo"][0])


def on_a_fact(hands: Hands) -> None:
    """Put the next suggested fact in focus, past the spans that come before it."""
    while hands.session.fact_id is None:
        hands.press(USUAL["next_suggestion"][0])


def back_to_spans(hands: Hands) -> None:
    """Go back to the spans of the sentence of the fact in focus."""
    hands.press(USUAL["leave"][0])


def in_the_builder(hands: Hands) -> None:
    """Open the builder on the next suggested fact, a role in hand."""
    building, strip = hands.window.work.building, hands.window.work.strip
    on_a_fact(hands)
    if not building.is_open:
        hands.press(USUAL["change_fact"][0])
    while building.draft and not (building.draft.role and building.draft.role.name == ROLE):
        hands.press(FIXED["fact_on"].keys[0], strip)


def out_of_the_builder(hands: Hands) -> None:
    """Leave the builder; nothing is written."""
    strip = hands.window.work.strip
    while not strip.isHidden():
        hands.press(FIXED["fact_leave"].keys[0], strip)
    back_to_spans(hands)


def on_the_export(hands: Hands) -> Any:
    """Open the page of the export by its key, and return it once it has counted."""
    if hands.window.pages.here != "export":
        hands.press(USUAL["export"][0])
    page: Any = hands.window.pages.currentWidget()
    hands.wait(lambda: not page.counting.is_busy, "the preview of the export")
    return page


def on_the_agreement(hands: Hands) -> None:
    """Compare the two annotators' work, and list the places of a cell of the map."""
    if hands.window.pages.here != "agreement":
        hands.window.verbs["agreement"].trigger()
    page = hands.window.pages.currentWidget()
    if isinstance(page, AgreementPage):
        page.compare()
        hands.wait(lambda: not hands.window.commands.is_running and bool(page.report.found), "the agreement")
        heat = page.report.confusion.heat
        heat.setFocus()
        hands.press(FIXED["map_open"].keys[0], heat)


def on_the_comparison(hands: Hands) -> None:
    """Search across articles if nobody has, and go to the first row that is to be decided."""
    if hands.window.pages.here != "compare":
        hands.press(USUAL["compare_view"][0])
    page = hands.window.pages.currentWidget()
    if isinstance(page, ComparePage):
        if not page.comparing.is_searched or not page.comparing.is_current:
            page.comparing.search()
            hands.wait(lambda: not hands.window.commands.is_running, "the search across articles")
        page.table.setFocus()
        page.table.go_on(0)


def on_the_search(hands: Hands) -> None:
    """Search for a word in all articles, and stay at the first hit."""
    if hands.window.pages.here != SEARCH:
        hands.press(USUAL["search_view"][0])
    page = hands.window.pages.currentWidget()
    if isinstance(page, SearchPage):
        page.look_for(LOOKED_FOR)
        hands.wait(
            lambda: not page.found.is_busy and not page.counting.slices.is_running, "the hits of a search"
        )
        page.table.setFocus()


def on_the_statistics(hands: Hands) -> None:
    """Open the page of the statistics by its key, and wait until all is counted."""
    if hands.window.pages.here != "statistics":
        hands.press(USUAL["statistics_view"][0])
    page = hands.window.pages.currentWidget()
    if isinstance(page, StatisticsPage):
        hands.wait(lambda: not page.gathering.is_running and not page.gathering.is_waiting, "the statistics")


def to_annotate(hands: Hands) -> None:
    """Show the article again."""
    hands.window.pages.open(ANNOTATE)


def on_a_case_of_facts(hands: Hands) -> None:
    """Go to the case of the fact that most pictures are about."""
    review.go_to_fact(hands, TRIGGER)

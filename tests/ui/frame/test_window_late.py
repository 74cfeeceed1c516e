from __future__ import annotations

from pathlib import Path

from ui import bindings, views
from ui.frame.late import late, made_so_far
from ui.frame.late_parts import LateParts
from ui.main_window import MainWindow


class Whole:
    hits: list[str] = late("frame.late:made_so_far")
    path: Path


def test_a_part_is_made_when_it_is_first_asked_for_and_once() -> None:
    whole = Whole()
    assert made_so_far(whole, "hits") == []
    made = whole.hits
    assert whole.hits is made
    assert made_so_far(whole, "hits", "path") == [made]


def test_what_an_action_does_is_there_whichever_part_it_is_of(window: MainWindow) -> None:
    for row in views.window_actions():
        assert callable(bindings.doing(row, window, window.work)), row.name


def test_every_late_part_of_the_window_can_be_made(window: MainWindow) -> None:
    names = [name for name in vars(LateParts) if not name.startswith("_")]
    assert len(names) > 10
    for name in names:
        assert getattr(window, name) is getattr(window, name)


def test_tab_leads_to_what_was_made_late_where_it_stands(window: MainWindow) -> None:
    work = window.work
    same, guideline, bar, below = work.same.list, work.labels.guideline, work.finding.bar, work.filters
    boxes = below.details
    stops = [below.text, below.more, boxes.state, boxes.below, below.clear_all, work.list, work.view]
    stops += [work.across_line.show_there, bar.wanted, bar.case, work.panels.tabs["facts"], work.labels.list]
    stops += [guideline.body, same, window.status.verbs.button_of("next_suggestion")]
    order, here = [], window.nextInFocusChain()
    while here is not window:
        order.append(here)
        here = here.nextInFocusChain()
    places = [order.index(one) for one in stops]
    assert places == sorted(places)

"""The evidence beside the table: the article of the cell in hand, two articles, its keys, and the way to Annotate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.compare.compared_project import opened, record
from tests.ui.compare.evidence.evidence_project import (  # noqa: F401 - fixtures
    HARBOR,
    LABELS,
    MERIDIAN,
    searched_folder,
)
from tests.ui.windows import press, project_with
from ui.compare.compare_page import ComparePage
from ui.compare.evidence.place_reader import PlaceReader
from ui.compare.evidence.places_pane import PlacesPane
from ui.compare.places import EvidencePlace
from ui.main_window import MainWindow


@pytest.fixture(name="page")
def compared(window: MainWindow, qtbot: QtBot) -> ComparePage:
    found = opened(window, qtbot)
    qtbot.waitUntil(lambda: bool(shown(found)))
    return found


def shown(page: ComparePage) -> list[str]:
    """The titles of the articles that are shown."""
    pane = page.evidence
    return [one.title.text() for one in pane.readers if one.isVisible() and one.places]


def chips(reader: PlaceReader) -> dict[str, str]:
    """The words of the fact's parts in the text."""
    fact = reader.fact
    assert fact
    at = {role.role: (f.start, f.end) for role in fact.roles for f in role.fillers}
    return {name: reader.view.text[slice(*bounds)] for name, bounds in at.items()}


def in_view(reader: PlaceReader, words: str) -> bool:
    return reader.view.scrolling.shows(reader.view.text.index(words))


def test_the_article_of_the_cell_is_shown_at_its_fact(
    page: ComparePage, window: MainWindow, qtbot: QtBot
) -> None:
    reader = page.evidence.readers[0]
    assert (shown(page), reader.about.text()) == (["Harbor Wire on it"], "Harbor Wire  ·  6 May 2024")
    assert (reader.view.text, chips(reader)) == (HARBOR, {"count": "Six", "victim": "sailors"})
    assert in_view(reader, "killed")
    press(window, "Right")
    qtbot.waitUntil(lambda: shown(page) == ["Meridian Post on it"])
    assert (reader.view.text, chips(reader)) == (MERIDIAN, {"count": "Nine", "victim": "sailors"})


def test_spans_have_the_colours_of_their_labels(page: ComparePage) -> None:
    view = page.evidence.readers[0].view
    assert {span.label for span in view.spans.values()} == {"ORG", "GPE", "CARDINAL"}
    assert view.appearance.looks.hues["ORG"] == 25


def test_two_marked_cells_show_both_articles(page: ComparePage, window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+Space", "Right", "Ctrl+Space")
    qtbot.waitUntil(lambda: shown(page) == ["Harbor Wire on it", "Meridian Post on it"])
    assert [chips(one)["count"] for one in page.evidence.readers] == ["Six", "Nine"]
    press(window, "Right", "Ctrl+Space")
    qtbot.waitUntil(page.evidence.more.isVisible)
    assert page.evidence.more.text() == "3 articles are marked; the first two are shown."


@pytest.mark.parametrize(("width", "way"), [(1440, "Vertical"), (1024, "Horizontal")])
def test_they_stand_over_or_beside_each_other_as_there_is_room(
    page: ComparePage, window: MainWindow, qtbot: QtBot, width: int, way: str
) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: page.width() == width)
    press(window, "Ctrl+Space", "Right", "Ctrl+Space")
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    assert page.evidence.both.orientation().name == way
    one, other = (reader.geometry() for reader in page.evidence.readers)
    assert not one.intersects(other)
    assert min(one.width(), one.height(), other.width(), other.height()) > 100


def test_e_goes_in_and_esc_comes_back_to_the_cell(page: ComparePage, window: MainWindow) -> None:
    at = page.table.currentIndex()
    press(window, "E")
    assert page.evidence.readers[0].view.hasFocus()
    assert window.status.first.text() == "Harbor Wire on it"
    press(window, "Esc")
    assert page.table.hasFocus()
    assert page.table.currentIndex() == at


def test_f6_comes_to_each_article_shown(page: ComparePage, window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+Space", "Right", "Ctrl+Space")
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    press(window, "F6")
    assert page.evidence.readers[0].view.hasFocus()
    press(window, "F6")
    assert page.evidence.readers[1].view.hasFocus()
    assert window.status.first.text() == "Meridian Post on it"


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_opens_the_place_in_annotate(page: ComparePage, window: MainWindow, key: str) -> None:
    press(window, "Right", "E", key)
    assert window.pages.here == "annotate"
    assert window.session.article
    assert (window.session.article.id, window.session.fact_id) == ("meridian", "km")
    assert window.view.hasFocus()


def test_the_button_opens_it_too(page: ComparePage, window: MainWindow) -> None:
    page.evidence.readers[0].open.click()
    assert (window.pages.here, window.session.fact_id) == ("annotate", "kh")


def test_a_mention_is_shown_by_its_span(page: ComparePage, window: MainWindow) -> None:
    at = MERIDIAN.index("Kastrel Front")
    page.evidence.show_places([EvidencePlace("meridian", at, at + 13)])
    view = page.evidence.readers[0].view
    assert view.focus_id
    assert view.spans[view.focus_id].start == at
    page.evidence.show_places([EvidencePlace("meridian", 0, 4)])  # no span stands there
    assert (view.focus_id, view.selection) == (None, (0, 4))


def test_tab_goes_through_the_places_in_one_article(page: ComparePage, window: MainWindow) -> None:
    places = [HARBOR.index("Kestrel"), HARBOR.rindex("Kestrel")]
    page.evidence.show_places([EvidencePlace("harbor", at, at + 13) for at in places])
    reader = page.evidence.readers[0]
    reader.setFocus()
    seen = [reader.view.caret]
    for key in ("Tab", "Tab", "Shift+Tab"):
        press(window, key)
        seen.append(reader.view.caret)
    assert seen == [places[0], places[1], places[0], places[1]]
    assert "place 2 of 2" in reader.about.text()


def test_what_is_removed_or_gone_is_said_and_nothing_breaks(page: ComparePage, window: MainWindow) -> None:
    pane = page.evidence
    pane.show_places([EvidencePlace("harbor", 53, 59, "no-fact"), EvidencePlace("nowhere", 3, 9)])
    assert shown(page) == ["Harbor Wire on it"]
    assert "gone since" in pane.readers[0].about.text()
    pane.show_places([EvidencePlace("harbor", 10_000, 10_009)])
    pane.show_places([])
    assert shown(page) == []
    assert pane.in_focus().second == "nothing is said here"


def test_an_edit_elsewhere_is_seen(page: ComparePage, window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    reader = page.evidence.readers[0]
    before = len(reader.view.spans)
    press(window, "Ctrl+3")
    window.view.setFocus()
    press(window, "Ctrl+Home", "Tab", "X")
    press(window, "Ctrl+3")
    qtbot.waitUntil(lambda: len(reader.view.spans) == before - 1)


LONG = "sailors and " * 45_000  # half a megabyte in one line
ODD = "\u200fمرحبا 😀 e\u0301\u0301 killed"


def odd_pane(launch: Callable[..., MainWindow], folder: Path, *texts: str) -> tuple[MainWindow, PlacesPane]:
    records = [record(f"a{n}", f"S{n}\u200f😀" * 60, text, "") for n, text in enumerate(texts)]
    made = project_with(folder, LABELS, records, "--as", "suggestions", suggest=True)
    window = launch("open", made, "--annotator", "anna")
    window.verbs["compare_view"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ComparePage)
    return window, page.evidence


def test_half_a_megabyte_in_one_line_does_not_hang(launch: Callable[..., MainWindow], tmp_path: Path) -> None:
    window, pane = odd_pane(launch, tmp_path, LONG, "short")
    start = perf_counter()
    pane.show_places([EvidencePlace("a0", len(LONG) // 2, len(LONG) // 2 + 7)])
    window.grab()
    assert perf_counter() - start < 3
    assert pane.readers[0].view.scrolling.shows(len(LONG) // 2)
    pane.readers[0].setFocus()
    press(window, "PgUp", "End", "Home", "Down")
    window.grab()


def test_odd_text_and_titles_are_shown_in_both(launch: Callable[..., MainWindow], tmp_path: Path) -> None:
    window, pane = odd_pane(launch, tmp_path, ODD, "y", "x")
    pane.show_places([EvidencePlace("a0", 2, 5), EvidencePlace("a1", 0, 0), EvidencePlace("a2", 0, 1)])
    window.grab()
    assert window.width() == 1440
    assert sum(reader.isVisible() for reader in pane.readers) == 2


def test_articles_of_one_text_are_shown_once(launch: Callable[..., MainWindow], tmp_path: Path) -> None:
    _, pane = odd_pane(launch, tmp_path, "same here", "same here", "other here")
    pane.show_places([EvidencePlace(f"a{n}", 0, 4) for n in range(3)])
    assert [reader.view.text for reader in pane.readers] == ["same here", "other here"]


def test_keys_scroll_and_change_nothing(launch: Callable[..., MainWindow], tmp_path: Path) -> None:
    window, pane = odd_pane(launch, tmp_path, "A line of words.\n\n" * 300, "x")
    pane.show_places([EvidencePlace("a0", 0, 1)])
    reader = pane.readers[0]
    reader.setFocus()
    bar = reader.view.verticalScrollBar()
    seen = []
    for key in ("Down", "PgDown", "End", "PgUp", "Up", "Home"):
        press(window, key)
        seen.append(bar.value())
    assert 0 < seen[0] < seen[1] < seen[2] == bar.maximum()
    assert seen[2] > seen[3] > seen[4] > seen[5] == 0
    press(window, "X", "1", "Space", "Backspace")
    project = Project(tmp_path / "project")
    try:
        assert not len(project.annotation_set("a0", "anna"))
    finally:
        project.close()

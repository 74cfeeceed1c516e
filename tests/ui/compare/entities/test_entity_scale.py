"""Lists of many entities and mentions cost what is seen of them; odd names are shown as they are and cut to fit."""

from __future__ import annotations

from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotations.articles import Article
from annotations.compare.comparison import ComparedEntity, CrossComparison, Mention
from annotations.compare.material import ComparedArticle
from annotations.spans import Status
from tests.ui.compare.entities.entity_panes import (  # noqa: F401 - fixtures
    held,
    listed,
    opened_pane,
    proposed_folder,
    wordings,
)
from tests.ui.windows import press
from ui.compare.entities.entity_pane import EntityPane
from ui.look.apply import apply_palette
from ui.main_window import MainWindow

ARTICLES, MENTIONS, SINGLE = 1_000, 48_000, 8_000
HEARD = Qt.ItemDataRole.AccessibleTextRole
ODD = [
    "وكالة الأنباء السعودية الرسمية في الرياض والمناطق المجاورة لها كلها",
    "👩‍🚀🚀 Space Agency 🛰️ of the Northern Provinces and the Southern Sea",
    "e\u0301\u0301\u0301 combining",
    "",
    "a\nb\tc",
    "x" * 500_000,
    "\ud800 alone",
    "<b>bold</b> & \u202eturned",
]


def mentions(name: str, count: int, first: int, label: str = "ORG") -> tuple[Mention, ...]:
    places = (((first + n) % ARTICLES, n * 50) for n in range(count))
    return tuple(
        Mention(f"a{article}", f"s{first}-{n}", at, at + 5, name, label, Status.SUGGESTED)
        for n, (article, at) in enumerate(places)
    )


def many(times: float = 1.0) -> CrossComparison:
    """A comparison of 1,000 articles with 48,000 mentions: 8,000 named once, 4,000 others, one of them 4,000 times."""
    articles = [ComparedArticle(Article(f"a{n}", "word " * 700, f"Title {n}", {})) for n in range(ARTICLES)]
    alone, rest = int(SINGLE * times), int(4_000 * times)
    made = [ComparedEntity(f"one{n}", f"Name {n}", "ORG", mentions(f"Name {n}", 1, n)) for n in range(alone)]
    made += [ComparedEntity(f"e{n}", f"Body {n}", "ORG", mentions(f"Body {n}", 9, n)) for n in range(rest)]
    made.append(ComparedEntity("big", "Kestrel", "GPE", mentions("Kestrel", 4_000, 0, "GPE")))
    return CrossComparison("anna", tuple(articles), tuple(made))


def show(pane: EntityPane, comparison: CrossComparison) -> float:
    """Shows it as after a decision, and gives the seconds of CPU."""
    pane.comparing.comparison = comparison
    began = process_time()
    pane.comparing.changed.emit()
    pane.grab()
    return process_time() - began


def test_forty_eight_thousand_mentions_are_listed_in_no_time(pane: EntityPane, window: MainWindow) -> None:
    comparison = many()
    assert sum(len(one.mentions) for one in comparison.entities) == MENTIONS
    assert show(pane, comparison) < 1.0
    assert listed(pane)[-1] == "8,000 named once"
    began = process_time()
    press(window, "/", "B", "O", "D", "Y", "Space", "3", "9", "9", "9", "Return")
    pane.grab()
    assert process_time() - began < 1.0
    assert listed(pane) == ["Body 3999"]


def test_twice_as_many_cost_about_twice(pane: EntityPane) -> None:
    show(pane, many(0.1))
    one, two = (min(show(pane, many(times)) for _ in range(2)) for times in (1.0, 2.0))
    assert two < 3 * one + 0.1


def test_an_entity_named_four_thousand_times_unfolds_and_scrolls(
    pane: EntityPane, window: MainWindow
) -> None:
    show(pane, many())
    assert pane.hold("big")
    began = process_time()
    press(window, "Right", "Right", "End", "Home", *["PgDown"] * 20)
    pane.grab()
    assert process_time() - began < 1.5
    assert len(pane.card.mentions.mentions.rows) == 4_001


def odd() -> CrossComparison:
    article = ComparedArticle(Article("a0", "word " * 300, "Title", {}))
    made = [
        ComparedEntity(f"odd{n}", name, "ORG", (*mentions(name, 1, 0), *mentions(name, 2, 0)[1:]))
        for n, name in enumerate(ODD)
    ]
    return CrossComparison("anna", (article,), tuple(made))


@pytest.mark.parametrize("scheme", ["light", "dark", "high contrast"])
def test_odd_names_are_drawn_and_cut(pane: EntityPane, window: MainWindow, scheme: str) -> None:
    apply_palette(scheme)
    try:
        window.resize(1024, 700)
        assert show(pane, odd()) < 2.0
        for place in range(len(ODD)):
            pane.list.hold(place)
            assert pane.going.entity is not None
            assert pane.going.entity.name in ODD
            assert len(wordings(pane)) >= 1
            press(window, "Right", "Right", "Esc", "N", "Esc", "Space")
        assert not pane.grab().isNull()
        assert window.width() == 1024
    finally:
        apply_palette("light")


def test_a_right_to_left_name_is_cut_at_its_left_end(pane: EntityPane) -> None:
    pane.setFixedWidth(232)
    show(pane, odd())
    place = pane.list.entities.place("odd0") or 0
    pane.list.hold(place)
    pane.list.clearSelection()
    QApplication.processEvents()
    picture = pane.list.viewport().grab(pane.list.visualRect(pane.list.entities.index(place))).toImage()
    name = picture.copy(36, 4, picture.width() - 36, 18)
    assert _ink(name, left=True) > 0
    assert _ink(name, left=False) > 0


def _ink(picture: QImage, *, left: bool) -> int:
    """How many dots are drawn in the half of the picture."""
    ground = picture.pixel(0, 0)
    half = picture.width() // 2
    columns = range(half) if left else range(half, picture.width())
    return sum(picture.pixel(x, y) != ground for x in columns for y in range(picture.height()))


def test_no_entity_at_all_leaves_empty_lists(pane: EntityPane, window: MainWindow) -> None:
    show(pane, CrossComparison("anna", ()))
    press(
        window,
        "Return",
        "X",
        "Backspace",
        "S",
        "M",
        "N",
        "E",
        "Right",
        "Tab",
        "F",
        "T",
        "O",
        "C",
        "U",
        "K",
        "L",
    )
    assert (listed(pane), held(pane), wordings(pane)) == ([], "", [])
    assert pane.card.name.text() == "No entity"

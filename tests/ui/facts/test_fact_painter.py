"""The fact in focus as pixels: words stay as they were, rails lead out of the window, dashes tell suggestions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.article.article_views import shown
from tests.ui.facts.test_fact_chips import TEXTS, marks_in, spans_in
from ui.article.article_view import ArticleView
from ui.facts.fact_chips import ChipFont, FactMark, chips_in
from ui.facts.fact_marks import FactMarks
from ui.facts.fact_painter import Shown
from ui.facts.inks import inks

LONG = "The Orland Navy struck a depot near Selby and went away again in the dark. " * 30


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def words(view: ArticleView) -> dict[tuple[int, int], list[QRect]]:
    """Where the words that are wholly in view are drawn in the viewport, less the rows at top and bottom."""
    article, y, port = view.article, view.scrolling.y, view.viewport().rect()
    found = {}
    for index, top in article.visible(y, view.scrolling.height):
        start = article.start(index)
        for left, right in article.tokens.of_chunk(index):
            strips = article.chunk(index).strips(left - start, right - start)
            moved = [strip.translated(view.scrolling.left, top - y).toRect() for strip in strips]
            if all(port.contains(rect) for rect in moved):
                found[left, right] = [rect.adjusted(0, 2, 0, -2) for rect in moved]
    return found


def mark(text: str, quote: str, name: str, *, last: bool = False, is_trigger: bool = False) -> FactMark:
    start = text.rindex(quote) if last else text.index(quote)
    return FactMark(start, start + len(quote), name, is_trigger)


def rails(image: QImage, rows: range) -> int:
    """How many pixels of those rows have the colour of rails."""
    colour = inks().rail
    return sum(image.pixelColor(x, y) == colour for y in rows for x in range(image.width()))


@pytest.mark.parametrize("width", [420, 900])
@pytest.mark.parametrize("text", range(len(TEXTS)))
def test_no_word_looks_other_than_before(qtbot: QtBot, text: int, width: int) -> None:
    view = shown(qtbot, TEXTS[text], spans_in(TEXTS[text]), width=width)
    marks, shows = FactMarks(view), 0
    for seed in range(6):
        made = marks_in(TEXTS[text], seed)
        marks.show(Shown())
        view.set_caret(made[0].start)
        plain, before = picture(view), words(view)
        marks.show(Shown(made, dashed=seed % 2 == 0))
        marked, after = picture(view), words(view)
        for at in before.keys() & after.keys():
            was, now = (
                [image.copy(r) for r in rects[at]] for image, rects in ((plain, before), (marked, after))
            )
            assert was == now, (seed, TEXTS[text][slice(*at)])
            shows += 1
    assert shows > 100


@pytest.mark.parametrize("up", [True, False])
def test_a_filler_out_of_the_window_has_an_arrow_at_that_edge(qtbot: QtBot, up: bool) -> None:
    view = shown(qtbot, LONG, width=420, height=300)
    trigger = mark(LONG, "struck", "ATTACK", last=up, is_trigger=True)
    shows = FactMarks(view)
    shows.show(Shown([trigger, mark(LONG, "depot", "target", last=up)]))
    view.reveal(trigger.start)
    at_edge = range(30) if up else range(view.viewport().height() - 30, view.viewport().height())
    assert rails(picture(view), at_edge) == 0
    shows.show(Shown([trigger, mark(LONG, "Selby", "place", last=not up)]))
    assert rails(picture(view), at_edge) > 5


def test_roles_that_share_a_chip_have_one_connector_and_no_arrow(qtbot: QtBot) -> None:
    view = shown(qtbot, LONG, width=420, height=300)
    shows, pictures = FactMarks(view), []
    for names in (("target",), ("target", "target")):
        fillers = [mark(LONG, "depot", name) for name in names]
        shows.show(Shown([mark(LONG, "struck", "ATTACK", is_trigger=True), *fillers]))
        pictures.append(picture(view))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("up", [True, False])
def test_a_filler_whose_trigger_is_out_of_the_window_has_an_arrow_to_it(qtbot: QtBot, up: bool) -> None:
    view = shown(qtbot, LONG, width=420, height=300)
    filler = mark(LONG, "Selby", "place", last=up)
    FactMarks(view).show(Shown([mark(LONG, "struck", "ATTACK", last=not up, is_trigger=True), filler]))
    view.reveal(filler.start)
    height = view.viewport().height()
    assert rails(picture(view), range(30) if up else range(height - 30, height)) > 5


def edge(view: ArticleView, mark: FactMark) -> list[QColor]:
    """The pixels of the lower edge of the chip of a mark that is alone in its chunk."""
    article, font = view.article, ChipFont(view.article.measures)
    [chip] = chips_in(article.chunk(0), 0, [mark], font, article.width)
    rect = chip.rect(article.chunk(0).lines[chip.line], font.unit)
    rect.translate(view.scrolling.left, article.top(0) - view.scrolling.y)
    image, y = picture(view), rect.toRect().bottom()
    return [image.pixelColor(x, y) for x in range(round(rect.left()) + 6, round(rect.right()) - 6)]


@pytest.mark.parametrize(("dashed", "least", "most"), [(True, 0.4, 0.8), (False, 0.95, 1.0)])
def test_a_roles_chip_is_dashed_while_suggested(
    qtbot: QtBot, dashed: bool, least: float, most: float
) -> None:
    view = shown(qtbot, "Selby waits.")
    place = FactMark(0, 5, "instrument")
    FactMarks(view).show(Shown([place], dashed=dashed))
    found = edge(view, place)
    assert least <= sum(colour.lightness() < 120 for colour in found) / len(found) <= most


def test_a_triggers_chip_is_solid_whatever_was_decided(qtbot: QtBot) -> None:
    view = shown(qtbot, "Selby waits.")
    trigger = FactMark(0, 5, "ATTACK", is_trigger=True)
    for dashed in (True, False):
        FactMarks(view).show(Shown([trigger], dashed=dashed))
        assert all(colour == inks().ink for colour in edge(view, trigger))


def test_half_a_megabyte_in_one_line_is_marked_like_any_other(qtbot: QtBot) -> None:
    text = "and struck Selby with 😀 " * 20_000
    view = shown(qtbot, text, width=600)
    at = text.index("struck", 300_000)
    view.reveal(at)
    plain = picture(view)
    FactMarks(view).show(Shown([FactMark(at, at + 6, "ATTACK", True), FactMark(at + 7, at + 12, "target")]))
    assert picture(view) != plain
    lines = view.article.chunk(view.article.index_of(at)).lines
    assert sum(line.under for line in lines) in (20.0, 40.0)  # the two words stand in one line or in two

"""The moves of the caret, and of the bounds of a selection or a span, by one step of a unit."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from annotations.text.graphemes import grapheme_step
from ui.article.article_layout import ArticleLayout
from ui.article.selection import Range, Selecting, Unit


def runs_left(layout: ArticleLayout, i: int) -> bool:
    """Return whether the paragraph at code point `i` runs from right to left, so that on is to the left."""
    return layout.chunk(layout.index_of(i)).flow.right_to_left


def target(layout: ArticleLayout, caret: int, unit: Unit, step: int, *, x: float, page: float) -> int:
    """Return the code point that the caret goes to; lines and pages keep to `x`.

    "row" is the end of the visual line, "edge" that of the article.
    """
    if unit == "token":
        return _token_start(layout, caret, step)
    if unit == "character":
        return grapheme_step(layout.text, caret, step)
    if unit == "line":
        return layout.line_beside(caret, step, x)
    if unit == "page":
        return layout.offset_at(QPointF(x, layout.caret(caret).center().y() + step * page), between=True)
    if unit == "row":
        return layout.row_bounds(caret)[step > 0]
    return len(layout.text) if step > 0 else 0


def bound_stepped(layout: ArticleLayout, bounds: Range, which: str, step: int) -> Range:
    """Return the range with its left ("start") or right ("end") side a token to the right (1) or left (-1).

    One token always stays.  In a right-to-left paragraph the text's start is the right side.
    """
    start, end = bounds
    if runs_left(layout, start):
        which, step = {"start": "end", "end": "start"}[which], -step
    if which == "end":
        token = layout.tokens.after(end) if step > 0 else layout.tokens.before(end - 1)
        new = token[1] if token else end
        return start, new if new > start else end
    token = layout.tokens.after(start + 1) if step > 0 else layout.tokens.before(start)
    new = token[0] if token else start
    return new if new < end else start, end


def selected(
    layout: ArticleLayout,
    before: Selecting | None,
    caret: int,
    unit: Unit,
    step: int,
    *,
    x: float,
    page: float,
) -> Selecting:
    """Return the selection after one step; without one before, it begins with the token under the caret."""
    if unit == "character":
        began = before or Selecting((caret, caret), (caret, caret))
        return began.exactly_to(grapheme_step(layout.text, began.moving, step))
    if unit == "token" and before is None:
        return token_selecting(layout, caret, step)
    began = before or token_selecting(layout, caret, step)
    if unit == "token":
        head = layout.tokens.after(began.head[1]) if step > 0 else layout.tokens.before(began.head[0])
        return began.over(head or began.head)
    goal = target(layout, caret, unit, step, x=x, page=page)
    return began.over(near_token(layout, goal, forward=goal >= began.anchor[0]))


def token_selecting(layout: ArticleLayout, caret: int, step: int) -> Selecting:
    """Return the selection of the token under the caret, else of the next one that way."""
    beside = layout.tokens.after if step > 0 else layout.tokens.before
    token = layout.tokens.at(caret) or beside(caret) or (caret, caret)
    return Selecting(token, token)


def near_token(layout: ArticleLayout, i: int, *, forward: bool) -> Range:
    """Return the token at code point `i`, else the last before it (going forward) or the first after it."""
    beside = layout.tokens.before if forward else layout.tokens.after
    return layout.tokens.at(i) or beside(i) or (i, i)


def bound_moved(layout: ArticleLayout, span: Range, i: int, *, is_start: bool) -> Range:
    """Return the span with its start or end at the token at code point `i`; at least one token stays."""
    start, end = span
    if is_start:
        last = layout.tokens.before(end) or span
        return min(near_token(layout, i, forward=False)[0], max(start, last[0])), end
    first = layout.tokens.at(start) or layout.tokens.after(start) or span
    return start, max(near_token(layout, i, forward=True)[1], min(end, first[1]))


def bound_moved_exactly(layout: ArticleLayout, span: Range, i: int, *, is_start: bool) -> Range:
    """Return the span with its start or end at the cluster of code point `i`; at least one cluster stays."""
    start, end = span
    if is_start:
        return min(i, grapheme_step(layout.text, end, -1)), end
    return start, max(i, grapheme_step(layout.text, start, 1))


def _token_start(layout: ArticleLayout, caret: int, step: int) -> int:
    if step > 0:
        token = layout.tokens.after(caret + 1)
    else:
        token = layout.tokens.at(caret - 1) or layout.tokens.before(caret - 1) if caret else None
    return token[0] if token else caret

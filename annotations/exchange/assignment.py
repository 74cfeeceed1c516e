"""Assignment of articles: shares of a project given to annotators, the same for the same seed.

An article's place depends on its id and the seed alone, so two copies of a project that are given the same
names and seed agree without asking each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from annotations.errors import UserError


def assign(
    articles: Sequence[str],
    annotators: Sequence[str],
    *,
    overlap: float = 0.0,
    to: int = 2,
    seed: int = 0,
) -> dict[str, tuple[str, ...]]:
    """Return the annotators of each article.

    `overlap` of the articles, 0..1, go to `to` annotators each, the rest to one each.  Shares are even: two
    annotators' counts differ by at most one among the shared and one among the others.  UserError when there
    are fewer annotators than `to`, or one is named twice.
    """
    check(annotators, overlap=overlap, to=to)
    order = sorted(articles, key=lambda article: _place(article, seed))
    shared = round(overlap * len(order))
    given, turn = {}, 0
    for number, article in enumerate(order):
        turn = 0 if number == shared else turn
        many = to if number < shared else 1
        given[article] = tuple(annotators[(turn + n) % len(annotators)] for n in range(many))
        turn += many
    return given


def check(annotators: Sequence[str], *, overlap: float, to: int) -> None:
    """Raise UserError when articles cannot be given out in this way."""
    if not annotators:
        raise UserError("Name at least one annotator to assign articles to.")
    if len(set(annotators)) < len(annotators):
        raise UserError("An annotator is named twice; name each once.")
    if not 0 <= overlap <= 1:
        raise UserError("The overlap is a share of the articles, from 0 to 100 per cent.")
    if overlap and not 1 <= to <= len(annotators):
        raise UserError(f"Articles cannot go to {to} of {len(annotators)} annotators.")


def _place(article: str, seed: int) -> bytes:
    return sha256(f"{seed}\x1f{article}".encode("utf-8", "surrogatepass")).digest()

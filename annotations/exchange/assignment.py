"""Assignment of articles: shares of a project given to annotators, the same for the same seed.

Who gets an article depends on its id, the seed and the names alone, whatever their order and whatever other
articles there are: each name's place at the article is a hash of the three, and the lowest places have it. So
two copies of a project that are given the same names and seed agree without asking each other, an article more
or less moves no other, and a name more takes from the others only what it gets itself. The price is that
shares are even as thrown dice are: of 1000 articles for two, each has 500 give or take some 16.
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
    """Return the annotators of each article, in the order of their places.

    About the share `overlap` of the articles, 0..1, goes to `to` annotators each, the rest to one each.
    UserError when there are fewer annotators than `to`, or one is named twice.
    """
    check(annotators, overlap=overlap, to=to)
    given = {}
    for article in articles:
        many = to if _place(seed, article) < overlap * 2.0**64 else 1
        order = sorted(annotators, key=lambda name: (_place(seed, article, name), name))
        given[article] = tuple(order[:many])
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


def _place(seed: int, *of: str) -> int:
    """Return a number below 2**64 that depends on the seed and the names alone."""
    said = "\x1f".join((str(seed), *of)).encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(said).digest()[:8])

"""The boilerplate of an article, in whatever language: its words are known for English alone."""

from __future__ import annotations

from annotations.articles import Asked
from annotations.sheet import united
from annotations.suggest.boilerplate.find import find
from annotations.suggest.boilerplate.site_lines import repeated_in


def boilerplate_of(article: Asked, *, is_english: bool) -> list[tuple[int, int]]:
    """Return the bounds of the article's boilerplate and furniture, disjoint and in order.

    In other languages than English it is the lines that other articles of the source have too.
    """
    known = find(article.text, article.title, repeated=article.repeated) if is_english else ()
    again = () if is_english else repeated_in(article.text, article.repeated)
    return united([*known, *again, *((start, end) for start, end in article.furniture)])

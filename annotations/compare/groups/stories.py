"""Stories: articles that are close to each other."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.compare.proposed import ProposedStory, in_article_order
from annotations.spans import derived_id


def propose_stories(articles: Sequence[ComparedArticle], tick: Tick = no_tick) -> list[ProposedStory]:
    """Return the stories, largest first."""
    ordered = in_article_order(articles)
    ids = tuple(one.id for one in ordered)
    return [ProposedStory(derived_id("story", *ids), ordered[0].article.title, ids)] if len(ids) > 1 else []

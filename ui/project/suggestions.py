"""The data between project and worker: what it is given of an annotator's work, and its results.

Facts are suggested with the spans.  What a person put into a pool before stays unless somebody asks again.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import Any

from annotations import item_json
from annotations.errors import UserError
from annotations.spans import Status
from annotations.suggest.replies import ArticleReply
from models.queries import articles as article_queries
from ui.open_project import OpenProject
from ui.project.jobs import FACTS


def ground(opened: OpenProject, id_: str, what: str) -> dict[str, Any]:
    """Return what an article's facts are suggested on, beside the results there.

    See `annotations.suggest.worker`.  Where facts alone are looked for that is all that the annotator sees.
    """
    with suppress(UserError):  # the article was removed
        sheet = opened.project.sheet(id_, opened.annotator)
        own = sheet.set.boilerplate.values()
        marked = [(mark.start, mark.end) for mark in own if mark.status is Status.CONFIRMED]
        undecided = sheet.undecided if what == FACTS else ()
        return {
            "meta": dict(opened.project.article(id_).meta),
            "spans": [item_json.span_json(span) for span in (*sheet.set.spans.values(), *undecided)],
            "boilerplate": [[*bounds] for bounds in (sheet.boilerplate if what == FACTS else marked)],
        }
    return {}


def take(opened: OpenProject, replies: list[ArticleReply], pipeline: str, again: Collection[str]) -> None:
    """Put the results into the pools; facts where there are none as yet, and in the articles of `again`.

    An article on which a suggester has an error keeps what it has, if it was looked through before.
    """
    if any(reply.has_error for reply in replies):
        new = set(article_queries.unsuggested(opened.project))
        replies = [reply for reply in replies if reply.article in new or not reply.has_error]
    pools = [(reply.article, list(reply.pool)) for reply in replies]
    facts = [
        (reply.article, list(reply.facts))
        for reply in replies
        if reply.facts is not None  # else they may be looked for again
        and (reply.article in again or not _has_facts(opened, reply.article))
    ]
    opened.take_pools(pools, pipeline, facts)


def take_facts(opened: OpenProject, replies: list[ArticleReply]) -> None:
    """Put facts found on the spans there were into the pools that have none; the spans stay."""
    facts = [
        (reply.article, list(reply.facts))
        for reply in replies
        if reply.facts is not None and not _has_facts(opened, reply.article)
    ]
    opened.take_pools([], "", facts)


def _has_facts(opened: OpenProject, id_: str) -> bool:
    return article_queries.has_facts(opened.project, id_)

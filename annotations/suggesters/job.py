"""A worker's job for a suggester: a request of the window in, its replies out as the answers come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations import item_json
from annotations.articles import Asked
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.suggest.ground import ground_of
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, tried
from annotations.suggest.replies import reply_of
from annotations.suggesters.configured import SuggesterCommand
from annotations.suggesters.outside import Looked, OutsideSuggester

Message = dict[str, Any]


def replies(request: Message) -> Iterator[Message]:
    """Yield the replies to a request with the "suggester" that is to be run, as `Jobs.suggest` has them.

    Articles without an answer are missing.  Reply besides: {"tally", "stopped"}, the counts of what came, and if it stopped early.
    """
    what, schema = request.get("what") or "spans", schema_reader.parse(request["schema"])
    folder, troubles = request.get("folder"), list[str]()
    suggester = OutsideSuggester(
        SuggesterCommand.from_json(request["suggester"]),
        schema,
        Path(folder) if folder else None,
        spans=what != "facts",
        facts=what != "spans",
    )
    learned = Learned.from_json(request.get("learned") or {})
    articles = [Asked(**article) for article in request["articles"]]
    for looked in suggester.look(articles, learned, troubles.append):
        yield _reply(request, what, looked, schema, learned, troubles.append)
    yield {"tally": suggester.tally.to_json(), "stopped": suggester.has_stopped}
    yield from ({"trouble": said} for said in [*troubles, *suggester.left_out()])


def _reply(
    request: Message, what: str, looked: Looked, schema: Schema, learned: Learned, say: Say
) -> Message:
    reply, facts = reply_of(looked.suggested), None
    if what != "spans":
        facts = tried(looked.article, lambda: facts_of(request, looked, schema, learned), say)
        reply["items"] |= item_json.items_json(facts or ())
    failed = {"facts_failed": what != "spans" and facts is None, "has_error": looked.error != ""}
    return reply | failed


def facts_of(request: Message, looked: Looked, schema: Schema, learned: Learned) -> list[Fact]:
    """Return the suggester's facts, and beside them those of the rules, on what the annotator sees."""
    article, sheet = ground_of(request, looked.article, looked.suggested.items())
    return looked.facts(article, sheet, schema, learned.facts)

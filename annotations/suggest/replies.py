"""The one door for the worker's replies: each is checked whole before anything of it is used.

The worker runs pipelines and libraries of others, so its replies are no more trusted than a file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations import item_json
from annotations.facts import Fact
from annotations.json_fields import BadItem, Json, bounds, check_whole, listed, named, score, text
from annotations.plain_names import names_of, plain
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import Boilerplate, Item
from annotations.sheet import Pooled
from annotations.spans import Hint, Rival, Span, Status
from annotations.suggesters.tally import SuggesterTally

if TYPE_CHECKING:
    from annotations.suggest.suggester import Suggested

KINDS = frozenset({Span.kind, Fact.kind, Boilerplate.kind})
UNSAID = "The suggesting process failed, and did not say why."
UNTRUSTED = ("name", "folder", "hash")


@dataclass(frozen=True)
class Awaited:
    """The articles that a request was about, each with the length of its text, and the labels it asked for."""

    lengths: Mapping[str, int]
    labels: Collection[str]


@dataclass(frozen=True)
class ArticleReply:
    """The finds in an article; `facts` is None when they could not be looked for.

    `has_error`: the suggester has none, so that these are what is found without it.
    """

    article: str
    pool: tuple[Pooled, ...]  # all but facts
    facts: tuple[Fact, ...] | None
    has_error: bool = False


class TroubleReply(NamedTuple):
    """A sentence on an article without suggestions, or on a pattern that was left out."""

    sentence: str


class TallyReply(NamedTuple):
    """The counts of what a suggester gave in a request; `has_stopped`: with articles left unanswered."""

    tally: SuggesterTally
    has_stopped: bool = False


class FailedReply(NamedTuple):
    """The end of a request that failed; `untrusted`: name, folder and hash of a pipeline to be asked about."""

    sentence: str
    untrusted: Mapping[str, str] | None


class DoneReply(NamedTuple):
    """The end of a request."""


Reply = ArticleReply | TroubleReply | TallyReply | FailedReply | DoneReply


def reply_of(found: Suggested) -> Json:
    """Return the finds in an article, as `read_reply` takes them; facts are put to the items."""
    return {
        "article": found.article,
        "items": item_json.items_json([*found.spans, *found.boilerplate]),
        "hints": [[hint.start, hint.end, hint.score] for hint in found.hints],
        "rivals": [[r.start, r.end, r.label, r.origin, r.score] for r in found.rivals],
    }


def read_reply(value: Json, awaited: Awaited) -> Reply:
    """Return the reply read from JSON.  BadItem for anything else; what ends a request ends it in any case."""
    if "done" in value:
        return DoneReply()
    if "failed" in value:
        return FailedReply(_sentence(value["failed"]) or UNSAID, _untrusted(value.get("untrusted")))
    if "trouble" in value:
        if sentence := _sentence(value["trouble"]):
            return TroubleReply(sentence)
        raise BadItem("a trouble is no sentence")
    try:
        check_whole(value)
        return (
            TallyReply(SuggesterTally.from_json(value["tally"]), value.get("stopped") is True)
            if "tally" in value
            else _article(value, awaited)
        )
    except RecursionError as error:
        raise BadItem("it is nested too deeply") from error
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, BadItem) else BadItem("a value is out of range") from error


def _sentence(value: object) -> str:
    try:
        check_whole(value)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _untrusted(value: object) -> Mapping[str, str] | None:
    """Return what is to be asked about a pipeline; None where that is not said in full."""
    said = value if isinstance(value, dict) else {}
    found = {name: _sentence(said.get(name)) for name in UNTRUSTED}
    return found if all(found.values()) else None


def _article(value: Json, awaited: Awaited) -> ArticleReply:
    article, by_kind = value.get("article"), value.get("items")
    failed, has_error = (value.get(name, False) for name in ("facts_failed", "has_error"))
    if not isinstance(article, str) or article not in awaited.lengths:
        raise BadItem("it is about no article that was asked about")
    if not isinstance(by_kind, dict) or not by_kind.keys() <= KINDS:
        raise BadItem("its items are not lists by kind")
    if not isinstance(failed, bool) or not isinstance(has_error, bool):
        raise BadItem("facts_failed and has_error must be true or false")
    lists = {kind: listed(by_kind, kind) for kind in by_kind}
    items = item_json.items_from_json(lists)
    others: list[Hint | Rival] = [*map(_hint, listed(value, "hints")), *map(_rival, listed(value, "rivals"))]
    _check_items(items, awaited.labels)
    _check_others(others, awaited.labels)
    if (
        max((*map(item_json.end_of, items), *(one.end for one in others)), default=0)
        > awaited.lengths[article]
    ):
        raise BadItem("it lies behind the end of its article")
    pool = [item for item in items if isinstance(item, Span | Boilerplate)]
    facts = tuple(item for item in items if isinstance(item, Fact))
    return ArticleReply(article, (*pool, *others), None if failed else facts, has_error)


def _check_items(items: Collection[Item], labels: Collection[str]) -> None:
    if len({(item.kind, item.id) for item in items}) < len(items):
        raise BadItem("an id stands twice")
    for item in items:
        if isinstance(item, Span | Fact):
            named(item.id, "an id")
            if item.status is not Status.SUGGESTED:
                raise BadItem(f"the {item.kind} {item.id} is decided")
        if isinstance(item, Span) and item.label not in labels:
            raise BadItem("it has a label that was not asked for")
        if any(plain(name) != name for _, name in names_of(item)):
            raise BadItem("a name has control characters")


def _check_others(others: Collection[Hint | Rival], labels: Collection[str]) -> None:
    for one in others:
        if isinstance(one, Rival) and one.label not in labels:
            raise BadItem("it has a label that was not asked for")


def _hint(value: Any) -> Hint:
    start, end, of = _fields(value, 3)
    if (how_likely := score(of)) is None:
        raise BadItem("a hint has no score")
    return Hint(*bounds(start, end), how_likely)


def _rival(value: Any) -> Rival:
    start, end, *names, of = _fields(value, 5)
    label, origin = (text({"name": name}, "name") for name in names)
    return Rival(*bounds(start, end), label, origin, score(of))


def _fields(value: Any, count: int) -> Iterator[Any]:
    if not isinstance(value, list) or len(value) != count:
        raise BadItem(f"a hint or rival is no list of {count}")
    return iter(value)

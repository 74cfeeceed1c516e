"""The door of the worker's replies: each is whole, or no reply."""

from __future__ import annotations

from typing import Any

import pytest

from annotations.json_fields import BadItem
from annotations.spans import Hint, Rival
from annotations.suggest.replies import (
    UNSAID,
    ArticleReply,
    Awaited,
    DoneReply,
    FailedReply,
    TroubleReply,
    read_reply,
)

AWAITED = Awaited({"a": 10}, {"ORG", "GPE"})
SPAN = {"id": "s", "start": 0, "end": 4, "label": "ORG", "status": "suggested"}
FACT = {"id": "f", "type": "ATTACK", "trigger": [0, 4], "status": "suggested"}
GOOD: dict[str, Any] = {
    "article": "a",
    "items": {"span": [SPAN], "fact": [FACT], "boilerplate": [{"start": 5, "end": 10}]},
    "hints": [[5, 7, 0.5]],
    "rivals": [[0, 6, "GPE", "rule", None]],
}
BAD: dict[str, Any] = {
    "no reply at all": {},
    "another article": GOOD | {"article": "b"},
    "an article that is a list": GOOD | {"article": ["a"]},
    "no items": {"article": "a"},
    "items that are a list": GOOD | {"items": [SPAN]},
    "items that are no list": GOOD | {"items": {"span": SPAN}},
    "an item that is a number": GOOD | {"items": {"span": [1]}},
    "items of another kind": GOOD | {"items": {"comment": []}},
    "a span behind the end": GOOD | {"items": {"span": [SPAN | {"end": 11}]}},
    "a span that begins nowhere": GOOD | {"items": {"span": [SPAN | {"start": -1}]}},
    "a span of true": GOOD | {"items": {"span": [SPAN | {"start": False}]}},
    "a span with its first place behind the end": GOOD
    | {"items": {"span": [SPAN | {"first": [0, 11, "ORG"]}]}},
    "a label that was not asked for": GOOD | {"items": {"span": [SPAN | {"label": "LAW"}]}},
    "a span that is decided": GOOD | {"items": {"span": [SPAN | {"status": "confirmed"}]}},
    "a span without an id": GOOD | {"items": {"span": [SPAN | {"id": ""}]}},
    "a span twice": GOOD | {"items": {"span": [SPAN, SPAN]}},
    "a fact behind the end": GOOD | {"items": {"fact": [FACT | {"trigger": [3, 12]}]}},
    "a fact with a bell": GOOD | {"items": {"fact": [FACT | {"type": "A\a"}]}},
    "half a character": GOOD | {"items": {"fact": [FACT | {"type": "\ud800"}]}},
    "a hint of two": GOOD | {"hints": [[1, 2]]},
    "a hint without a score": GOOD | {"hints": [[1, 2, None]]},
    "a hint behind the end": GOOD | {"hints": [[1, 12, 0.5]]},
    "hints that are text": GOOD | {"hints": "abc"},
    "a rival with a number for a label": GOOD | {"rivals": [[0, 6, 7, "rule", None]]},
    "a rival of sure": GOOD | {"rivals": [[0, 6, "GPE", "rule", 2]]},
    "facts that failed, perhaps": GOOD | {"facts_failed": "no"},
    "a trouble that is a number": {"trouble": 3},
}


def test_a_good_reply_is_read() -> None:
    reply = read_reply(GOOD, AWAITED)
    assert isinstance(reply, ArticleReply)
    assert [item.kind for item in reply.pool] == ["span", "boilerplate", "hint", "rival"]
    assert reply.pool[2:] == (Hint(5, 7, 0.5), Rival(0, 6, "GPE", "rule"))
    assert [fact.type for fact in reply.facts or ()] == ["ATTACK"]


def test_facts_that_could_not_be_looked_for_are_not_none_at_all() -> None:
    reply = read_reply(GOOD | {"items": {}, "facts_failed": True}, AWAITED)
    assert isinstance(reply, ArticleReply)
    assert reply.facts is None


@pytest.mark.parametrize("value", BAD.values(), ids=BAD.keys())
def test_a_reply_of_another_shape_is_none(value: dict[str, Any]) -> None:
    with pytest.raises(BadItem):
        read_reply(value, AWAITED)


def test_what_ends_a_request_ends_it_in_any_shape() -> None:
    assert read_reply({"done": []}, AWAITED) == DoneReply()
    assert read_reply({"failed": [1]}, AWAITED) == FailedReply(UNSAID, None)
    assert read_reply({"failed": "No.", "untrusted": {"name": 1}}, AWAITED) == FailedReply("No.", None)
    asked = {"name": "p", "folder": "/p", "hash": "1"}
    assert read_reply({"failed": "No.", "untrusted": asked}, AWAITED) == FailedReply("No.", asked)
    assert read_reply({"trouble": "So."}, AWAITED) == TroubleReply("So.")

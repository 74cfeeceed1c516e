"""The worker with a suggester: it is run in place of a pipeline, and its facts lie beside those of the rules."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from annotations.json_fields import BadItem
from annotations.schema import reader as schema_reader
from annotations.suggest.replies import ArticleReply, Awaited, read_reply
from annotations.suggest.worker import serve
from annotations.suggesters.tally import SuggesterTally
from tests.annotations.suggesters.scripts import BAD, command

TEXT = "Norland struck Sudland on Jan. 24, killing 4. Eastland raided Westland."
LABELS = frozenset({"GPE", "DATE", "CARDINAL"})
CODE = """
import json, sys
for line in sys.stdin:
    one = json.loads(line)
    quotes = [{"text": name, "label": "GPE"} for name in ("Norland", "Sudland")]
    roles = {"actor": ["Norland"], "target": ["Sudland"], "time": ["Jan. 24"]}
    fact = {"type": "ATTACK", "trigger": "struck", "roles": roles, "score": 0.5}
    print(json.dumps({"id": one["id"], "quotes": quotes, "facts": [fact] * ("fact_types" in one)}))
"""


def replies(folder: Path, code: str = CODE, what: str = "all", **more: Any) -> list[dict[str, Any]]:
    request = {
        "id": 1,
        "job": "suggest",
        "pipeline": "test",
        "suggester": command(folder / "own", code, timeout=5).to_json(),
        "what": what,
        "labels": sorted(LABELS),
        "articles": [{"id": "a", "text": TEXT}],
        "schema": schema_reader.shipped("news"),
        **more,
    }
    out = io.StringIO()
    serve([json.dumps(request)], out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def read(message: dict[str, Any]) -> ArticleReply:
    found = read_reply(
        message, Awaited({"a": len(TEXT)}, schema_reader.parse(schema_reader.shipped("news")).labels_in_use)
    )
    assert isinstance(found, ArticleReply)
    return found


def test_its_facts_stand_on_its_spans_and_the_rules_tell_the_others(tmp_path: Path) -> None:
    meta = {"published": "2024-02-08", "published_trusted": True}
    reply, tally, done = replies(tmp_path, grounds={"a": {"meta": meta}})
    found = read(reply)
    assert found.facts is not None
    told = {(fact.origin, TEXT[slice(*fact.place)]): fact for fact in found.facts}
    own = told["test", "struck"]
    assert ("rule", "struck") not in told
    assert [own.score, own.status, [role.role for role in own.roles]] == [
        0.5,
        "suggested",
        ["actor", "target", "time"],
    ]
    ids = {item.id for item in found.pool}
    assert own.span_ids() <= ids
    assert len(own.span_ids()) == 3
    assert own.roles[2].fillers[0].value is not None
    assert (SuggesterTally.from_json(tally["tally"]).sentence, done["done"]) == (
        "1 article, 2 spans and 1 fact.",
        True,
    )


def test_what_became_of_earlier_facts_weighs_those_of_the_rules(tmp_path: Path) -> None:
    def score_of(message: dict[str, Any]) -> float:
        [score] = [fact.score for fact in read(message).facts or () if TEXT[slice(*fact.place)] == "raided"]
        assert score is not None
        return score

    before, *_ = replies(tmp_path)
    after, *_ = replies(tmp_path, learned={"facts": [["ATTACK", "raided", 0, 4]]})
    assert score_of(after) == round(score_of(before) / 2, 4)


def test_facts_alone_are_asked_for_where_only_these_are_lacking(tmp_path: Path) -> None:
    spans = [{"id": "n", "start": 0, "end": 7, "label": "GPE"}]
    reply, tally, _ = replies(tmp_path, what="facts", grounds={"a": {"spans": spans}})
    own = next(fact for fact in read(reply).facts or () if fact.origin == "test")
    assert (set(reply["items"]), own.roles[0].fillers[0].span) == ({"fact"}, "n")
    assert own.roles[1].fillers[0].span is None
    assert tally["tally"]["spans"] == 0


def test_where_spans_alone_are_wanted_no_facts_are_asked_for(tmp_path: Path) -> None:
    reply, tally, _ = replies(tmp_path, what="spans")
    assert ("fact" in reply["items"], tally["tally"]["facts"], tally["stopped"]) == (False, 0, False)


def test_an_article_without_an_answer_is_missing_and_told(tmp_path: Path) -> None:
    tally, trouble, done = replies(tmp_path, BAD["hangs"].replace("answer(articles[0])", "os._exit(1)"))
    assert (tally["tally"]["articles"], tally["stopped"]) == (0, True)
    assert "ended before an answer (exit code 1)" in trouble["trouble"]
    assert done["done"]


def test_a_command_that_is_not_there_ends_the_request(tmp_path: Path) -> None:
    gone = {**command(tmp_path / "own", CODE).to_json(), "command": ["no-such-program"]}
    [failed] = replies(tmp_path, suggester=gone)
    assert failed["failed"].startswith("The suggester test cannot be started")


def test_a_tally_that_is_none_is_not_taken() -> None:
    for wrong in (5, {"articles": -1}, {"articles": True}, {**SuggesterTally("x").to_json(), "left_out": []}):
        try:
            read_reply({"tally": wrong}, Awaited({}, ()))
        except BadItem:
            continue
        raise AssertionError(wrong)

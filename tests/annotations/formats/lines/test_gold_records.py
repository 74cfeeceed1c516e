"""The record of gold: every item says what it rests on, as the schema has it, and the proof looks at that too."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.formats.lines import jsonl
from annotations.formats.writing.export import export
from annotations.formats.writing.selection import Choice
from annotations.formats.writing.soft_labels import side_by_side
from annotations.review import decisions
from annotations.review.provenance import provenance
from annotations.sets import GOLD, AnnotationSet, Boilerplate, Progress, State, Topic
from annotations.spans import Span, Status
from tests import json_schema
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import SMALL, TEXT, read_back, span

ANNA = made("anna", span(0, 10, id_="m"), span(28, 32, "ORG", id_="o"), Topic("War"), Boilerplate(33, 44),
            Fact("f", "LEFT", (23, 27), (Role("who", (Filler(0, 10, "m"),)),)))  # fmt: skip
BEN = made("ben", span(0, 10, id_="n"), span(28, 32, "GPE", id_="p"), Topic("War"))
ARTICLE = Article("a", TEXT, "Oslo")


def gold() -> AnnotationSet:
    """Gold with an item of each footing: agreed, decided, added, imported."""
    found = NEW.having(Span("i", 11, 13, "LOC"), Progress(State.STARTED))
    found = settled(found, ANNA, BEN)
    for case in standing(found, ANNA, BEN).open:
        found = decisions.take(found, case, "anna", by="rex", reason="wrong label")
    found = decisions.add(found, Span("", 18, 22, "GPE"), TEXT, by="anna", reason="missed")
    return settled(decisions.of_sides(found, ["anna", "ben"], only=False), ANNA, BEN)


def record(*, with_sides: bool = True) -> Record:
    found = gold()
    hint = span(14, 17, "ORG", "h", status=Status.SUGGESTED)
    said = provenance(found, standing(found, ANNA, BEN) if with_sides else None)
    return Record(ARTICLE, found, (hint,), provenance=said)


def told(value: dict) -> dict:
    """How each item of the record came to be gold."""
    rest = value["provenance"]["boilerplate"] | value["provenance"]["topics"]
    each = {
        one.get("label", one.get("type")): one.get("provenance") for one in value["spans"] + value["facts"]
    }
    return {name: said["how"] for name, said in (each | rest).items() if said}


def test_every_item_of_gold_says_what_it_rests_on() -> None:
    value = jsonl.to_json(record())
    assert told(value) == {
        "PERSON": "agreed", "LOC": "imported", "ORG": "decided", "GPE": "added", "LEFT": "decided",
        "33-44": "decided", "War": "agreed",
    }  # fmt: skip
    assert [one["status"] for one in value["spans"] if "provenance" not in one] == ["suggested"]


@pytest.mark.parametrize("with_sides", [True, False])
def test_the_schema_takes_the_record(with_sides: bool) -> None:
    value = json.loads(jsonl.dumped(jsonl.to_json(record(with_sides=with_sides))))
    assert json_schema.wrong(value, json_schema.shipped("provenance.schema.json")) == []


def broken(change) -> list[str]:
    value = json.loads(json.dumps(jsonl.to_json(record())))
    change(value)
    return json_schema.wrong(value, json_schema.shipped("provenance.schema.json"))


def test_the_schema_refuses_what_no_export_writes() -> None:
    assert broken(lambda value: value.pop("provenance")) == [": no provenance"]
    assert broken(lambda value: value["spans"][0].pop("provenance")) == ["/spans/0: none of 2"]
    assert broken(lambda value: value["facts"][0]["provenance"].pop("saw")) == [
        "/facts/0/provenance: not one of 5"
    ]
    assert broken(lambda value: value["provenance"]["topics"].update(Sea={"how": "guessed"})) == [
        "/provenance/topics/Sea: not one of 5"
    ]


def test_reading_a_record_of_gold_back_loses_nothing() -> None:
    (back,) = read_back(json.dumps(jsonl.to_json(record())))
    assert back.set == gold()
    assert provenance(back.set, None) == record().provenance


def test_nobody_elses_record_has_a_provenance() -> None:
    value = jsonl.to_json(Record(ARTICLE, ANNA))
    assert "provenance" not in value
    assert not any("provenance" in one for one in value["spans"] + value["facts"])
    merged = list(side_by_side([record(), Record(ARTICLE, ANNA)]))
    assert [one.provenance for one in merged] == [None]


def changed(change) -> bool:
    """Whether the proof sees that change of the line that was written."""
    value = jsonl.to_json(record())
    change(value)
    (said,) = jsonl.reread(io.BytesIO(json.dumps(value).encode()))
    return said != jsonl.said(record())


def test_the_proof_compares_provenance_and_decisions() -> None:
    assert not changed(lambda value: None)
    assert changed(lambda value: value["spans"][0]["provenance"].update(by=["cy"]))
    assert changed(lambda value: value["provenance"]["rounds"].update(ben=2))
    assert changed(lambda value: value["decisions"].pop())
    assert changed(lambda value: value["topics"].append("Sea"))


def test_an_export_of_gold_is_proved(tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonl"
    manifest = export(
        [record()], out, format="jsonl", schema=SMALL, choice=Choice(GOLD, "all", boilerplate=True)
    )
    assert (manifest["proved"], manifest["not_carried"]) == (True, {})
    assert told(json.loads(out.read_text("utf-8")))["LEFT"] == "decided"

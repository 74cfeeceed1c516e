"""Relations and nested events found by a parser of brat's own, and by the way in which spaCy's tutorial reads Prodigy's."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import unquote

import spacy
from expected import BY_ID, MADE
from linked import LINKS, NAMES
from spacy.tokens import Doc
from standoff import Standoff, parsed

LINKED = MADE / "linked"
STANDOFF = {unquote(path.stem): parsed(path) for path in LINKED.glob("brat/*.ann")}


def wanted(id_: str) -> Counter[tuple[str, str, str]]:
    return Counter((type_, NAMES[head], NAMES[child]) for type_, head, child in LINKS[id_])


def test_brats_parser_finds_every_relation_and_no_event() -> None:
    assert STANDOFF.keys() == LINKS.keys()
    for id_, found in STANDOFF.items():
        assert Counter((type_, head[1], child[1]) for type_, head, child in found.links()) == wanted(id_)
        assert found.events == {}


def facts_of(record: dict[str, Any]) -> Counter[Any]:
    text = record["text"]

    def said(place: Any) -> str:
        return " ".join(text[place["start"] : place["end"]].split())

    return Counter(
        (fact["type"], " ".join(text[slice(*fact["trigger"])].split()), tuple((role["role"], said(filler)) for role in fact["roles"] for filler in role["fillers"]))
        for fact in record["facts"]
    )  # fmt: skip


def test_brats_parser_finds_every_fact_of_the_gold() -> None:
    for path in (MADE / "brat").glob("*.ann"):
        found = parsed(path)
        trees = [found.tree(id_) for id_ in found.events]
        told = Counter(
            (type_, trigger, tuple((role, " ".join(end[1].split())) for role, end in ends))
            for type_, trigger, ends in trees
        )
        assert told == facts_of(BY_ID[unquote(path.stem)])


def test_a_file_with_nested_events_says_the_same_after_it_came_and_went() -> None:
    before, after = parsed(MADE / "nested-in" / "wire.ann"), parsed(MADE / "nested" / "wire.ann")
    assert after == before
    assert after.tree("E5") == ("Say", "said", (
        ("What", ("Buy", "bought", (("Buyer", ("Org", "Holt Shipping")), ("Item", ("Ship", "Marta")), ("Seller", ("Org", "Port Lines"))))),
        ("What", ("Sink", "sink", (("Theme", ("Ship", "Marta")),))),
    ))  # fmt: skip
    assert isinstance(after, Standoff)
    assert len(list(after.links())) == 3


def docs(name: str) -> list[tuple[dict[str, Any], Doc, dict[int, int]]]:
    """Each task that was accepted with its tokens as a Doc, and the first token of each span by its last one."""
    vocab, found = spacy.blank("en").vocab, []
    for line in (MADE / name).open(encoding="utf-8"):
        task = json.loads(line)
        if task["answer"] == "accept":
            words = [token["text"] for token in task["tokens"]]
            doc = Doc(vocab, words=words, spaces=[token["ws"] for token in task["tokens"]])
            found.append((task, doc, {span["token_end"]: span["token_start"] for span in task["spans"]}))
    return found


def by_tokens(task: dict[str, Any], doc: Doc, firsts: dict[int, int]) -> Counter[tuple[str, str, str]]:
    """The relations of the task, whose ends are the last tokens of spans."""
    return Counter(
        (one["label"], *(doc[firsts[one[end]] : one[end] + 1].text for end in ("head", "child")))
        for one in task.get("relations", ())
    )


def test_the_tutorials_way_finds_every_plain_relation_of_prodigys_tasks() -> None:
    found = docs("linked/prodigy.jsonl")
    assert {task["meta"]["id"] for task, _, _ in found} == LINKS.keys()
    for task, doc, firsts in found:
        assert doc.text == task["text"]
        assert all(doc.char_span(span["start"], span["end"], label=span["label"]) for span in task["spans"])
        assert by_tokens(task, doc, firsts) == wanted(task["meta"]["id"])


def test_the_tutorials_way_finds_every_arc_of_a_fact_in_prodigys_tasks() -> None:
    for task, doc, firsts in docs("prodigy.jsonl"):
        facts = BY_ID[task["meta"]["id"]]["facts"]
        ends = Counter(
            f"{fact['type']}:{role['role']}"
            for fact in facts
            for role in fact["roles"]
            for _ in role["fillers"]
        )
        assert Counter(label for label, _, _ in by_tokens(task, doc, firsts).elements()) == ends

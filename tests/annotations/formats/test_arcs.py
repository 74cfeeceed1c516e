"""Facts as arcs: a plain relation is one arc of its own name, any number a head, and comes back the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.arcs import is_plain_relation
from annotations.formats.base import Record
from annotations.sets import AnnotationSet
from tests.making import TEXT, span
from tests.round_trips import exported, written

HEAD, CHILD = Role("head", (Filler(0, 4, "a"),)), Role("child", (Filler(20, 24, "b"),))
NOT_PLAIN = {
    "a trigger": Fact("f", "foundedIn", (5, 8), (HEAD, CHILD)),
    "a third role": Fact("f", "foundedIn", None, (HEAD, CHILD, Role("when", (Filler(30, 34),)))),
    "two children": Fact("f", "foundedIn", None, (HEAD, Role("child", (Filler(20, 24), Filler(30, 34))))),
    "no child": Fact("f", "foundedIn", None, (HEAD, Role("child", ()))),
    "other roles": Fact("f", "foundedIn", None, (Role("who", HEAD.fillers), Role("when", CHILD.fillers))),
}
ARCS = ("doccano-relation", "label-studio", "prodigy")
SPANS = (span(0, 10, id_="p"), span(18, 22, "ORG", id_="n"), span(28, 32, "GPE", id_="o"))
PLACES = {"p": (0, 10), "n": (18, 22), "o": (28, 32), "left": (23, 27), "Tuesday": (36, 43)}
SETS = {
    "two of one name and head": [("foundedBy", "p", "n"), ("foundedBy", "p", "o")],
    "the same twice": [("foundedBy", "p", "n"), ("foundedBy", "p", "n")],
    "both ways": [("meets", "p", "o"), ("meets", "o", "p")],
    "to itself": [("is", "p", "p"), ("is", "n", "p")],
    "bare ends": [("went", "p", "left"), ("went", "Tuesday", "o"), ("went", "left", "Tuesday")],
    "a colon in the name": [("foaf:knows", "p", "o"), ("foaf:knows", "p", "n"), ("foaf:made", "n", "o")],
    "a name as a label": [("ORG", "n", "p"), ("PERSON", "n", "p")],
}


def relation(number: int, type_: str, head: str, child: str) -> Fact:
    ends = (Filler(*PLACES[name], name if len(name) == 1 else None) for name in (head, child))
    roles = (Role(role, (end,)) for role, end in zip(("head", "child"), ends, strict=True))
    return Fact(f"f{number}", type_, None, tuple(roles))


def record(*facts: Fact) -> Record:
    return Record(Article("a", TEXT, "T"), AnnotationSet.of("a", "anna", [*SPANS, *facts]))


def relations(entry: Record) -> list[tuple[Any, ...]]:
    """The plain relations as name, head and child; a bare end has no span."""
    found = []
    for fact in entry.facts():
        assert is_plain_relation(fact)
        ends = [(f.start, f.end, bool(f.span)) for role in ("head", "child") for f in fact.by_role()[role]]
        found.append((fact.type, *ends))
    return sorted(found)


def test_a_head_and_a_child_without_a_trigger_are_a_plain_relation() -> None:
    assert is_plain_relation(Fact("f", "foundedIn", None, (HEAD, CHILD)))
    assert is_plain_relation(Fact("f", "foundedIn", None, (CHILD, Role("when", ()), HEAD)))


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_anything_else_is_more_than_a_plain_relation(name: str) -> None:
    assert not is_plain_relation(NOT_PLAIN[name])


@pytest.mark.parametrize("format", ARCS)
@pytest.mark.parametrize("name", SETS)
def test_plain_relations_come_back_the_same_and_in_the_same_number(name: str, format: str) -> None:
    entry = record(*(relation(number, *one) for number, one in enumerate(SETS[name])))
    (back,), manifest = written([entry], format)
    assert relations(back) == relations(entry)
    assert len(back.spans()) == len(SPANS)
    assert (manifest["proved"], manifest["not_carried"]) == (True, {})


@pytest.mark.parametrize("format", ARCS)
def test_plain_relations_and_other_facts_of_one_name_stay_apart(format: str) -> None:
    roles = (Role("head", (Filler(0, 10, "p"),)), Role("child", (Filler(18, 22, "n"), Filler(28, 32, "o"))))
    (back,), manifest = written([record(relation(0, "met", "p", "n"), Fact("g", "met", None, roles))], format)
    sizes = [[len(role.fillers) for role in fact.roles] for fact in back.facts()]
    assert sorted(sizes) == [[1, 1], [1, 2]]
    assert manifest["proved"]


def test_a_relations_name_that_would_be_read_as_a_facts_role_loses_its_colon_and_is_counted() -> None:
    (back,), manifest = written([record(relation(0, "foaf:knows", "p", "p"))], "doccano-relation")
    assert relations(back) == [("foaf_knows", (0, 10, True), (0, 10, True))]
    assert manifest["not_carried"]["names with a colon"]["count"] == 1


def test_an_arc_has_the_relations_own_name_in_the_files_of_each_tool(tmp_path: Path) -> None:
    entry = record(relation(0, "foundedBy", "p", "n"), relation(1, "foundedBy", "p", "o"))
    for format in ARCS:
        (folder := tmp_path / format).mkdir()
        exported([entry], format, folder)
        names = {"doccano-relation": "type", "label-studio": "labels", "prodigy": "label"}
        found = _dicts(json.loads((folder / "out").read_text("utf-8")))
        said = [one[names[format]] for one in found if {"head", "from_id"} & set(one)]
        assert said in (["foundedBy"] * 2, [["foundedBy"]] * 2)


def _dicts(value: Any) -> list[dict[str, Any]]:
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    own = [value] if isinstance(value, dict) else []
    return own + [one for item in inner for one in _dicts(item)]


def test_a_symmetric_relation_goes_both_ways_in_label_studio_and_is_counted_elsewhere() -> None:
    entry = record(relation(0, "married", "p", "o").stating(symmetric=True))
    for format in ARCS:
        (back,), manifest = written([entry], format)
        (fact,) = back.facts()
        lost = manifest["not_carried"].get("symmetry of facts", {"count": 0})["count"]
        assert (fact.attribute("symmetric"), lost) == ((True, 0) if format == "label-studio" else (False, 1))
        assert manifest["proved"]

"""CAS JSON: layers, slots and relations, several views, what is named; and the file back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.formats.standoff.cas_json import cas
from annotations.problems import Problem
from annotations.sets import AnnotationSet
from tests.round_trips import said

CORE = "de.tudarmstadt.ukp.dkpro.core.api."
NE, TOKEN, LEMMA = (
    f"{CORE}ner.type.NamedEntity",
    f"{CORE}segmentation.type.Token",
    f"{CORE}segmentation.type.Lemma",
)
REL, VISIT, LINK = "webanno.custom.Works", "webanno.custom.Visit", "webanno.custom.VisitWhoLink"
TEXT = "👍 Mina Holt runs Port Lines."


def types(name: str, above: str = "uima.tcas.Annotation", **ranges: str) -> dict[str, Any]:
    named = {key: {"%NAME": key, "%RANGE": kind} for key, kind in ranges.items()}
    return {name: {"%NAME": name, "%SUPER_TYPE": above, **named}}


TYPES = {
    **types(NE, value="uima.cas.String", identifier="uima.cas.String"),
    **types(REL, Governor=NE, Dependent=NE, label="uima.cas.String"),
    **types(VISIT, who=f"{LINK}[]", sure="uima.cas.Boolean", at=NE),
    **types(LINK, "uima.cas.TOP", role="uima.cas.String", target=NE),
}
SOFA = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT}


def at(id_: int, type_: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    held = {key.replace("_", "@", 1): value for key, value in more.items()}
    return {"%ID": id_, "%TYPE": type_, "@sofa": 1, "begin": start, "end": end, **held}


MINA, PORT = at(2, NE, 3, 12, value="PER", identifier="Q1"), at(3, NE, 18, 28, value="ORG")
TOKENS = [at(20 + n, TOKEN, *place) for n, place in enumerate(((0, 2), (3, 7), (8, 12), (13, 17)))]
RELATION = at(4, REL, 18, 28, _Governor=2, _Dependent=3, label="heads")
SLOTS = [
    at(5, VISIT, 13, 17, _who=6, sure=True, _at=2),
    {"%ID": 6, "%TYPE": f"{LINK}[]", "%ELEMENTS": [7, 8]},
    {"%ID": 7, "%TYPE": LINK, "role": "guest", "@target": 2},
    {"%ID": 8, "%TYPE": LINK, "@target": 3},
]


def value(*structures: dict[str, Any]) -> dict[str, Any]:
    made = [SOFA, *structures]
    members = [one["%ID"] for one in structures if "begin" in one]
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}
    return {"%TYPES": TYPES, "%FEATURE_STRUCTURES": made, "%VIEWS": views}


def entries(folder: Path, held: dict[str, Any]) -> list[Record | Problem]:
    (folder / "d.json").write_text(json.dumps(held), "utf-8")
    return list(read(folder / "d.json", HowRead("cas-json")))


def facts(entry: Record) -> list[tuple]:
    text = entry.article.text
    return [
        (f.type, f.trigger, [(r.role, text[one.start : one.end]) for r in f.roles for one in r.fillers])
        for f in entry.facts()
    ]


def test_a_relation_is_a_fact_and_no_span(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, value(MINA, PORT, RELATION))
    assert said(entry) == [("Mina Holt", "PER"), ("Port Lines", "ORG")]
    assert facts(entry) == [("heads", None, [("head", "Mina Holt"), ("child", "Port Lines")])]


def test_slots_and_annotations_that_a_feature_names_are_roles(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, value(MINA, PORT, *SLOTS))
    assert said(entry) == [("Mina Holt", "PER"), ("runs", "Visit"), ("Port Lines", "ORG")]
    roles = [("guest", "Mina Holt"), ("who", "Port Lines"), ("at", "Mina Holt")]
    assert facts(entry) == [("Visit", (12, 16), roles)]


WHOLE = (
    value(MINA, PORT, RELATION),
    value(*TOKENS, PORT, *SLOTS, MINA),
    value(MINA, at(9, LEMMA, 3, 7, value="mina"), at(10, "custom.Bare", 3, 7)),
    value(MINA, at(9, NE, 3, 12, value="PER", identifier="Q2"), PORT, RELATION),
    value(*TOKENS, at(11, REL, 3, 7, _Governor=21, _Dependent=23, label="subj")),
    {**value(MINA, PORT), "%HEADER": {"any": 1}},
    value(
        MINA,
        {"%ID": 30, "%TYPE": "uima.cas.Sofa", "sofaID": "b", "sofaString": "x"},
        {**at(31, NE, 0, 1), "@sofa": 30},
    ),
)


@pytest.mark.parametrize("held", WHOLE, ids=range(len(WHOLE)))
def test_what_came_and_was_not_changed_goes_back_as_it_was(held: dict[str, Any], tmp_path: Path) -> None:
    entry = entries(tmp_path, held)[0]
    assert json.loads(cas(entry, "utf16")) == held


def test_what_was_changed_is_changed_there_and_nothing_else(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, value(MINA, PORT, RELATION))
    (mina,) = [span for span in entry.spans() if span.label == "PER"]
    items = [
        mina.changed(end=6, label="WHO"),
        *(one for one in entry.set if one.id != mina.id and one.kind != "fact"),
    ]
    changed = replace(entry, set=AnnotationSet.of(entry.article.id, "", items))
    assert json.loads(cas(changed, "utf16")) == value({**MINA, "end": 7, "value": "WHO"}, PORT)


def test_a_new_fact_goes_into_a_layer_of_its_own_behind_the_rest(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, value(MINA, PORT, RELATION))
    (fact,) = entry.facts()
    items = [*entry.set, replace(fact, id="new", type="owns")]
    found = json.loads(cas(replace(entry, set=AnnotationSet.of(entry.article.id, "", items)), "utf16"))
    assert found["%FEATURE_STRUCTURES"][:4] == value(MINA, PORT, RELATION)["%FEATURE_STRUCTURES"]
    new = {"%TYPE": "webanno.custom.FactmarkRelation", "value": "owns", "@Governor": 2, "@Dependent": 3}
    assert new.items() <= found["%FEATURE_STRUCTURES"][4].items()


NAMED = {
    "left out: Bare, Lemma.": value(
        at(9, LEMMA, 3, 7, value="x"), {"%ID": 10, "%TYPE": "custom.Bare", "a": 1}
    ),
    "other views than the text's: 1 annotation.": WHOLE[-1],
    "A relation heads of the layer Works was left out: it lacks an end.": value(
        MINA, {**RELATION, "@Dependent": 99}
    ),
    "A filler of the role guest of Visit was left out: what fills it is not in the file.": value(
        PORT, *SLOTS[:3]
    ),
    "The span 9 was left out": value({"%ID": 9, "%TYPE": NE, "@sofa": 1, "begin": "3", "end": None}),
}


@pytest.mark.parametrize("sentence", NAMED)
def test_what_is_not_taken_is_named(sentence: str, tmp_path: Path) -> None:
    _, *problems = entries(tmp_path, NAMED[sentence])
    assert any(sentence in problem.reason for problem in problems)


def test_the_name_of_a_file_is_no_title(tmp_path: Path) -> None:
    about = at(
        9, f"{CORE}metadata.type.DocumentMetaData", 0, 28, documentTitle="one.txt", documentId="one.txt"
    )
    (entry,) = entries(tmp_path, value(MINA, about))
    assert (entry.article.id, entry.article.title) == ("one.txt", TEXT)
    assert json.loads(cas(entry, "utf16")) == value(MINA, about)

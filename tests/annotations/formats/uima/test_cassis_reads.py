"""dkpro-cassis reads the relation and slot layers of our CAS JSON, and what it writes again is read as the same."""

from __future__ import annotations

from pathlib import Path

from cassis import load_cas_from_json

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats import FORMATS, read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.formats.standoff.cas_json import cas
from annotations.formats.writing.stated_facts import stated
from annotations.sets import AnnotationSet
from annotations.spans import Span

TEXT = "👍 Mina Holt runs Port Lines since May."
SPANS = (Span("s1", 2, 11, "PER"), Span("s2", 17, 27, "ORG"))
ENDS = (Role("head", (Filler(2, 11, "s1"),)), Role("child", (Filler(17, 27, "s2"),)))
ROLES = (Role("who", (Filler(2, 11, "s1"),)), Role("since", (Filler(34, 37), Filler(28, 37))))
FACTS = (
    Fact("f1", "heads", None, ENDS),
    Fact("f2", "owns", None, ENDS, (("negated", True), ("note", "as *they* say; [x]"), ("symmetric", True))),
    Fact("f3", "RUNS", (12, 16), ROLES, (("modality", "claimed"),)),
    Fact("f4", "TERM", None, ROLES),
    Fact("f5", "RUNS", (12, 16)),
)


def entry(*facts: Fact) -> Record:
    return Record(Article("a", TEXT, "T"), AnnotationSet.of("a", "anna", [*SPANS, *facts]))


def test_a_relation_layer_has_source_and_target() -> None:
    held = load_cas_from_json(cas(entry(FACTS[0]), "utf16"))
    (one,) = held.select("webanno.custom.FactmarkRelation")
    assert (one.value, one.begin, one.end) == ("heads", 17, 27)
    assert [end.get_covered_text() for end in (one.Governor, one.Dependent)] == ["Mina Holt", "Port Lines"]


def test_a_slot_layer_has_roles_and_targets() -> None:
    held = load_cas_from_json(cas(entry(FACTS[2]), "utf16"))
    (one,) = held.select("webanno.custom.FactmarkFact")
    links = [(link.role, link.target.get_covered_text()) for link in one.roles.elements]
    assert (one.value, one.get_covered_text(), one.modality) == ("RUNS", "runs", "claimed")
    assert links == [("who", "Mina Holt"), ("since", "May"), ("since", "since May")]


def test_what_cassis_writes_again_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(load_cas_from_json(cas(entry(*FACTS), "utf16")).to_json(), "utf-8")
    (again,) = read(tmp_path / "a.json", HowRead("cas-json"))
    form = FORMATS["cas-json"]
    assert [(span.start, span.end, span.label) for span in again.spans()] == [(2, 11, "PER"), (17, 27, "ORG")]
    assert stated(again, form) == stated(entry(*FACTS), form)

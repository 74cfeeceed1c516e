"""The table of a fact's attributes: an attribute that is a new row is found wherever facts go."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.agreement.compared import Compared
from annotations.agreement.text import as_text
from annotations.articles import Article
from annotations.fact_attributes import ATTRIBUTES, FactAttribute, Flag, OneOf, TextLine, stated, value_in
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.item_json import BadItem, fact_json, from_json, to_json
from annotations.lint.fact_checks import Ground, look
from annotations.review.cases import Difference
from annotations.review.comparing import compare
from annotations.review.feedback import feedback, reviewed
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.transfer import exchange
from tests.annotations.agreement.two_people import WORDS, figures, made
from tests.making import SMALL, TEXT, edit, exported, put_articles, read_back
from tests.round_trips import exported as exported_as
from tests.round_trips import written

NEW = (
    FactAttribute("urgency", "urgency", OneOf(("high", "low")), str, lambda to: f"call {to}"),
    FactAttribute("quoted", "quotation", Flag(), lambda is_so: "quoted" if is_so else "", lambda _: "quote"),
    FactAttribute("source", "sources", TextLine(), str, lambda _: "source of"),
)
PLAIN = Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10),)),))
SAID = {"urgency": "low", "quoted": True, "source": "the mayor"}


@pytest.fixture(autouse=True)
def _rows(monkeypatch: pytest.MonkeyPatch) -> None:
    for row in NEW:
        monkeypatch.setitem(ATTRIBUTES, row.name, row)


def with_fact(fact: Fact, who: str = "anna") -> AnnotationSet:
    state = State.REVIEWED if who == GOLD else State.DONE
    return AnnotationSet.of("a", who, [fact, Progress(state)])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in which anna has a fact with every new attribute."""
    made = Project.create(tmp_path / "p", SMALL)
    put_articles(made, a=TEXT)
    edit(made, "state", with_fact(PLAIN.stating(**SAID)))
    yield made
    made.close()


def test_what_is_plain_is_not_stated_and_facts_that_say_the_same_are_equal() -> None:
    fact = PLAIN.stating(source="x", urgency="low")
    assert fact == PLAIN.stating(urgency="low").stating(source="x", quoted=False)
    assert fact.stating(urgency="high", source="") == PLAIN
    assert (value_in((), "urgency"), fact.attribute("urgency")) == ("high", "low")


def test_it_is_a_field_of_the_fact_in_json_unless_it_is_plain() -> None:
    value = to_json(PLAIN.stating(**SAID))
    assert {name: value[name] for name in SAID} == SAID
    assert from_json("fact", value) == PLAIN.stating(**SAID)
    assert fact_json(PLAIN).keys() & SAID.keys() == set()


def test_a_value_that_it_may_not_have_is_refused_with_its_values() -> None:
    with pytest.raises(BadItem, match="middling is none of high, low"):
        from_json("fact", {**to_json(PLAIN), "urgency": "middling"})
    with pytest.raises(BadItem, match="source must be text"):
        from_json("fact", {**to_json(PLAIN), "source": 7})


def test_the_project_keeps_it_and_the_record_carries_it(project: Project) -> None:
    assert project.annotation_set("a", "anna").facts["f"] == PLAIN.stating(**SAID)
    (entry,) = read_back(exported(project))
    assert isinstance(entry, Record)
    assert entry.set == project.annotation_set("a", "anna")


def test_a_package_carries_it_into_another_copy(project: Project, tmp_path: Path) -> None:
    exchange.pack(project, tmp_path / "anna.zip", "anna")
    other = Project.create(tmp_path / "q", SMALL)
    put_articles(other, a=TEXT)
    exchange.merge(other, tmp_path / "anna.zip", by="rex")
    assert other.annotation_set("a", "anna").facts["f"] == PLAIN.stating(**SAID)
    other.close()


@pytest.mark.parametrize("name", ["facts", "brat", "jsonl"])
def test_formats_with_attributes_write_it_and_read_it_again(name: str) -> None:
    entry = Record(Article("a", TEXT, "T"), with_fact(PLAIN.stating(**SAID, negated=True)))
    (back,), manifest = written([entry], name)
    assert [fact.attributes for fact in back.facts()] == [stated(**SAID, negated=True)]
    assert manifest["not_carried"] == {}


def test_brat_numbers_and_declares_it(tmp_path: Path) -> None:
    one, other = PLAIN.stating(quoted=True), Fact("g", "ATTACK", (28, 32), (), stated(negated=True))
    entry = Record(Article("a", TEXT, "T"), AnnotationSet.of("a", "anna", [one, other]))
    exported_as([entry], "brat", tmp_path)
    lines = next(tmp_path.rglob("*.ann")).read_text("utf-8").splitlines()
    assert [line for line in lines if line[0] == "A"] == ["A6\tQuoted E1", "A7\tNegation E2"]
    conf = next(tmp_path.rglob("annotation.conf")).read_text("utf-8")
    assert "Quoted\tArg:<EVENT>" in conf
    assert "Urgency\tArg:<EVENT>, Value:high|low" in conf


def test_a_format_without_attributes_counts_it_as_lost() -> None:
    entry = Record(Article("a", TEXT, "T"), with_fact(PLAIN.stating(**SAID)))
    _, manifest = written([entry], "doccano-relation")
    assert {"urgency of facts", "quotation of facts", "sources of facts"} <= manifest["not_carried"].keys()


@pytest.mark.parametrize("name", SAID)
def test_facts_that_differ_in_it_alone_are_a_case_and_a_correction(name: str) -> None:
    sides = with_fact(PLAIN), with_fact(PLAIN.stating(**{name: SAID[name]}), GOLD)
    (case,) = compare(sides).cases
    assert case.difference is Difference.ATTRIBUTE
    (article,) = feedback("anna", [reviewed(*sides, TEXT, "T")]).as_json()["articles"]
    (correction,) = article["corrections"]
    assert correction["was"][name] != correction["now"][name] == SAID[name]


def test_agreement_counts_kappa_of_what_has_few_values() -> None:
    facts = [
        Fact(f"f{n}", "ATTACK", (7 * n, 7 * n + 6), (), stated(urgency="low" if n else "high"))
        for n in range(2)
    ]
    one = Compared("a", WORDS, {who: made("a", who, [], *facts) for who in ("anna", "ben")})
    found = figures([one])
    assert (found["facts"]["urgency"]["kappa"], found["facts"].get("source")) == (1, None)
    assert "Facts, urgency: kappa" in as_text(found)


def test_lint_takes_facts_that_differ_in_it_for_two() -> None:
    other = Fact("g", "ATTACK", PLAIN.trigger, PLAIN.roles)
    twice = [odd.look for odd in look(Ground(TEXT, SMALL, {}, [PLAIN, other]))]
    apart = [odd.look for odd in look(Ground(TEXT, SMALL, {}, [PLAIN, other.stating(urgency="low")]))]
    assert ("said twice" in twice, "said twice" in apart) == (True, False)

"""A kind of value that is a new row is found in the schema, in facts being built, in records, packages and review."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.errors import UserError
from annotations.fact_draft import Nearby, value_of
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.item_json import BadItem, from_json, to_json
from annotations.lint.fact_checks import Ground, without_value
from annotations.review.cases import Difference
from annotations.review.comparing import compare
from annotations.schema import reader
from annotations.sets import AnnotationSet, Progress, State
from annotations.values import kinds
from annotations.values.kinds import VALUE_KINDS
from models.project import Project
from models.transfer import exchange
from tests.making import SMALL, edit, exported, put_articles, read_back
from tests.round_trips import written
from tests.shares import SHARE, Share

SIXTY = Share(60)
TEXT = "Some 60 % of the Navy left Oslo."
SCHEMA = "name: S\nlabels: {ORG: {hue: 1}}\nfacts: {LEFT: {roles: {part: {value: share}}}}\n"


@pytest.fixture(autouse=True)
def _row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VALUE_KINDS, SHARE.name, SHARE)


def left(value: Share | None = SIXTY, start: int = 5) -> Fact:
    return Fact("f", "LEFT", (22, 26), (Role("part", (Filler(start, 9, None, value),)),))


def with_fact(fact: Fact, who: str = "anna") -> AnnotationSet:
    return AnnotationSet.of("a", who, [fact, Progress(State.DONE)])


def test_a_role_of_the_schema_takes_it_and_the_words_are_read() -> None:
    role = reader.parse(SCHEMA).facts["LEFT"].roles["part"]
    near = Nearby(TEXT, (), (), None)
    assert (value_of(role, near, (5, 9)), value_of(role, near, (0, 4))) == (SIXTY, None)


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UserError, match="is number or date or share, not part"):
        reader.parse(SCHEMA.replace("value: share", "value: part"))


def test_json_carries_it_and_refuses_what_is_none() -> None:
    value = to_json(left())
    assert value["roles"][0]["fillers"][0]["value"] == {"share": 60}
    assert from_json("fact", value) == left()
    value["roles"][0]["fillers"][0]["value"] = {"share": "much"}
    with pytest.raises(BadItem, match="no whole number"):
        from_json("fact", value)


def test_record_and_package_carry_it(tmp_path: Path) -> None:
    one, other = (Project.create(tmp_path / name, SMALL) for name in "pq")
    for project in (one, other):
        put_articles(project, a=TEXT)
    edit(one, "state", with_fact(left()))
    (entry,) = read_back(exported(one))
    assert list(entry.facts()) == [left()]
    exchange.pack(one, tmp_path / "anna.zip", "anna")
    exchange.merge(other, tmp_path / "anna.zip", by="rex")
    assert other.annotation_set("a", "anna").facts["f"] == left()
    one.close()
    other.close()


def test_exported_facts_carry_it() -> None:
    (back,), manifest = written([Record(Article("a", TEXT, "T"), with_fact(left()))], "facts")
    assert [filler.value for fact in back.facts() for filler in fact.fillers()] == [SIXTY]
    assert manifest["not_carried"] == {}


def test_facts_that_differ_in_it_alone_are_a_case() -> None:
    (case,) = compare([with_fact(left()), with_fact(left(Share(40)), "ben")]).cases
    assert case.difference is Difference.ATTRIBUTE


def test_lint_finds_a_wording_without_it() -> None:
    ground = Ground(TEXT, reader.parse(SCHEMA), {}, [])
    look = without_value(SHARE)
    assert [odd.sentence for odd in look(left(None, 8), ground)] == ["There is no share in the part “%”."]
    assert [*look(left(), ground), *look(left(None), ground)] == []


def test_it_is_told_and_typed_in_its_own_words() -> None:
    assert (kinds.shown(SIXTY), kinds.told(SIXTY)) == ("60 %", "60 % of all")
    assert kinds.typed(kinds.retyped(SIXTY), "share", kinds.Reference()) == SIXTY

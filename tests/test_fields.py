"""No field is lost: every field of every stored dataclass goes through each route that carries it.

CARRIED is the table of routes; GAPS names each field that a route leaves out, and why.
"""

from __future__ import annotations

import importlib
import io
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import articles, facts, item_json, sets, spans
from annotations.articles import Article
from annotations.compare import items as across
from annotations.edits import Edit
from annotations.exchange import package, packed_sets
from annotations.exchange.merge import Stamp, Stamped
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.formats.base import Record
from annotations.formats.lines import jsonl
from annotations.schema import reader, types, writer
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span, Status
from models.project import Project
from models.store.rows import pooled_from_row, pooled_to_row
from tests.making import SMALL, arrive
from tests.unusual import HELD, TEXT, unusual, words

ARTICLE = Article("a", TEXT, "T")


def row(item: Any) -> Any:
    """A row of the table of items, or of a pool."""
    return pooled_from_row(pooled_to_row(item))


def as_json(item: Any) -> Any:
    """The JSON of the record, the log and packages."""
    return item_json.from_json(item.kind, json.loads(json.dumps(item_json.to_json(item))))


def _told(entry: Record) -> Record:
    (found,) = jsonl.read(Path("own.jsonl"), io.BytesIO(json.dumps(jsonl.to_json(entry)).encode()))
    assert isinstance(found, Record)
    return found


def record(item: Any) -> Any:
    """A line of own JSONL."""
    if isinstance(item, Article):
        return _told(Record(replace(item, text=TEXT))).article
    if getattr(item, "status", None) is Status.SUGGESTED:
        found = _told(Record(ARTICLE, None, (HELD, item)))
        return next(one for one in (*found.pool, *(found.set or ())) if one.id == item.id)
    found = _told(Record(ARTICLE, AnnotationSet.of("a", "anna", [HELD, item])))
    return found.set.items[item.kind][item.id] if found.set else None


def packed(item: Any) -> Any:
    """A package, written and read."""
    event = Event("u", 3, "anna", "2024-01-24T10:00:00Z", "label", "c1")
    stamped = Stamped(item, Stamp(3, "u"))
    about = ("", "", "") if isinstance(item, across.CompareItem) else ("a", "T", "h")
    made = PackedSet(*about, "anna", {"u": event}, {(item.kind, item.id): stamped})
    return package_of(made).state[item.kind, item.id].item


def package_of(made: PackedSet) -> PackedSet:
    return packed_sets.from_line(packed_sets.to_line(made))


def log(item: Any) -> Any:
    """The event log of a project, replayed."""
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder) / "p", SMALL)
        try:
            arrive(project, Record(ARTICLE))
            of = PROJECT if isinstance(item, across.CompareItem) else "a"
            after = AnnotationSet.of(of, "anna", [item])
            project.apply(Edit.between("work", AnnotationSet(of, "anna"), after), by="anna")
            assert project.annotation_set(of, "anna").items[item.kind][item.id] == item
            return project.history.replay(of, "anna").items[item.kind][item.id]
        finally:
            project.close()


def imported(article: Article) -> Article:
    """An import into a project."""
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder) / "p", SMALL)
        try:
            arrive(project, Record(replace(article, text=TEXT)))
            return project.article(article.id)
        finally:
            project.close()


def schema_file(schema: types.Schema) -> types.Schema:
    """The text of `project.yaml`."""
    return reader.parse(writer.dump(schema))


def manifest(made: package.Manifest) -> package.Manifest:
    """The manifest of a package, with a set of each annotator."""
    each = [PackedSet("a", "T", "h", who, {}, {}) for who in made.annotators]
    with TemporaryDirectory() as folder:
        package.write(Path(folder) / "out.zip", replace(made, sets=len(each)), each)
        return package.read(Path(folder) / "out.zip")[0]


def elsewhere(span: Span) -> Span:
    """A span in another text."""
    return span.at(span.start, span.end)


ITEM = (row, as_json, record, packed, log)
CARRIED: dict[type, tuple[Callable[[Any], Any], ...]] = {
    spans.Span: (*ITEM, elsewhere),
    facts.Fact: ITEM,
    sets.Boilerplate: ITEM,
    sets.Comment: ITEM,
    sets.Decision: ITEM,
    sets.Topic: ITEM,
    sets.Progress: ITEM,
    **dict.fromkeys(get_args(across.CompareItem), (row, as_json, packed, log)),
    spans.Hint: (row,),
    spans.Rival: (row,),
    articles.Article: (record, imported),
    types.Schema: (schema_file,),
    package.Manifest: (manifest,),
}
WITHIN = {  # these are parts of others, and go with them
    facts.Role: facts.Fact,
    facts.Filler: facts.Fact,
    facts.Number: facts.Fact,
    facts.Date: facts.Fact,
    types.Label: types.Schema,
    types.FactType: types.Schema,
    types.RoleType: types.Schema,
    types.TopicType: types.Schema,
}
NOT_STORED = {
    spans.Voted: "is in exports of soft labels only, which are never read back",
    articles.Asked: "is what a pipeline is given, made anew each time",
    sets.AnnotationSet: "is its items",
    packed_sets.PackedSet: "has a test of its own below",
}
# (route, class, field): why the route does not carry it.
GAPS: dict[tuple[Callable[[Any], Any], type, str], str] = {
    (packed, spans.Span, "status"): "a package holds nothing undecided",
    (packed, facts.Fact, "status"): "a package holds nothing undecided",
    (packed, sets.Boilerplate, "status"): "a package holds nothing undecided",
    (manifest, package.Manifest, "sets"): "is held against what is in the package",
    (record, articles.Article, "text"): "is one text here; tests/annotations/formats try every text",
    (imported, articles.Article, "text"): "is one text here; tests/models try every text",
}
MODULES = (
    "compare.items",
    "articles",
    "facts",
    "sets",
    "spans",
    "schema.types",
    "exchange.package",
    "exchange.packed_sets",
)


def kept(item: Any, route: Callable[[Any], Any]) -> Any:
    """The item with a value that the route carries in place of each gap."""
    left_out = {name for carries, kind, name in GAPS if carries is route and kind is type(item)}
    fitting = {"status": Status.REJECTED, "text": TEXT, "sets": len(getattr(item, "annotators", ()))}
    return replace(item, **{name: fitting[name] for name in left_out})


@pytest.mark.parametrize(
    ("kind", "route"), [(kind, route) for kind, routes in CARRIED.items() for route in routes]
)
@settings(max_examples=15)
@given(data=st.data())
def test_every_field_survives_the_route(kind: type, route: Callable[[Any], Any], data: st.DataObject) -> None:
    item = kept(data.draw(unusual(kind)), route)
    found = route(item)
    assert {f.name: getattr(found, f.name) for f in fields(kind)} == {
        f.name: getattr(item, f.name) for f in fields(kind)
    }


@given(st.builds(Event, words, st.integers(1, 9), words, words, words, words), words, words, words)
def test_a_packed_set_keeps_what_it_says_of_itself(event: Event, title: str, hash_: str, who: str) -> None:
    state = {("span", "held"): Stamped(HELD, event.stamp), ("span", "b"): Stamped(None, event.stamp)}
    made = PackedSet("a", title, hash_, who.replace("/", ""), {event.uuid: event}, state, ("ben", who))
    assert package_of(made) == made


def test_every_stored_dataclass_has_its_routes() -> None:
    modules = [importlib.import_module(f"annotations.{name}") for name in MODULES]
    there = {
        kind
        for module in modules
        for kind in vars(module).values()
        if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
    }
    assert there == {*CARRIED, *WITHIN, *NOT_STORED}


def test_every_gap_is_of_a_route_and_a_field_that_exist() -> None:
    for route, kind, name in GAPS:
        assert route in CARRIED[kind]
        assert name in {field.name for field in fields(kind)}


@given(unusual(facts.Fact))
def test_a_fact_keeps_its_fields_while_its_fillers_follow_their_spans(fact: facts.Fact) -> None:
    assert fact.with_fillers({HELD.id: replace(HELD, start=0, end=5)}).with_fillers(
        {HELD.id: HELD}
    ) == fact.with_fillers({HELD.id: HELD})

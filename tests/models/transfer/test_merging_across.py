"""Decisions across articles in two copies: what holds after any of them, and that packages make the copies equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import span_verbs
from annotations.compare import group_verbs, verbs
from annotations.compare.comparison import ComparedEntity, CrossComparison
from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.sets import PROJECT, AnnotationSet
from models.project import Project
from models.queries.comparing import comparing
from models.transfer import exchange
from models.transfer.who import Answers
from tests.making import edit, put_articles, small_project, span
from tests.strategies import examples

TEXTS = {
    "a": "Houthi fighters struck. The Huthi group spoke. Peru sank.",
    "b": "Houthis struck Peru. Huthi men fled. Oslo burned.",
    "c": "The Houthi group struck Oslo; Peru protested.",
}
NAMES = ("Houthis", "Houthi", "Huthi", "Peru", "Oslo")


def filled(folder: Path) -> Project:
    """A project with a span on every name and two facts an article, all anna's."""
    project = small_project(folder)
    put_articles(project, **TEXTS)
    for id_, text in TEXTS.items():
        made, at = AnnotationSet(id_, "anna"), 0
        for name in NAMES:
            if (at := text.find(name)) >= 0:
                made = made.having(
                    span(at, at + len(name), "GPE" if name in NAMES[3:] else "ORG", f"{id_}{at}")
                )
        struck = text.index("str")
        made = made.having(
            Fact(f"{id_}f", "ATTACK", (struck, struck + 6), (Role("place", (Filler(0, 4),)),)),
            Fact(f"{id_}g", "ATTACK", (0, 3), (Role("place", (Filler(4, 6),)),)),
        )
        edit(project, "work", made)
    comparing.propose(project, "anna")
    return project


Deed = Callable[[Project, CrossComparison, Sequence[int]], object]


def said(project: Project, verb: str, change: Callable[[AnnotationSet], AnnotationSet]) -> None:
    before = project.annotation_set(PROJECT, "anna")
    project.apply(Edit.between(verb, before, change(before)), by="anna")


def _entities(verb: Callable[..., AnnotationSet], count: int) -> Deed:
    def do(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
        chosen = [now.entities[n % len(now.entities)] for n in at[:count]] if now.entities else []
        if chosen:
            said(project, "entity", lambda old: verb(old, *(chosen if count != 3 else [chosen])))

    return do


def _groups(verb: Callable[..., AnnotationSet], count: int) -> Deed:
    def do(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
        chosen = [now.groups[n % len(now.groups)] for n in at[:count]] if now.groups else []
        if chosen:
            said(project, "group", lambda old: verb(old, *(chosen if count != 3 else [chosen])))

    return do


def _split(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    if not now.entities:  # all spans were taken back
        return
    entity = max(now.entities, key=lambda one: len(one.mentions))
    chosen = [one for one in entity.mentions if not one.is_gone][: 1 + at[0] % 3]
    said(project, "split", lambda old: verbs.split(old, entity, chosen))


def _group_anew(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    keys = [f"{'abc'[n % 3]}/{'abc'[n % 3]}{'fg'[n % 2]}" for n in at]
    facts = group_verbs.facts_of(now, dict.fromkeys(keys))
    said(project, "group facts", lambda old: group_verbs.group_facts(old, facts))


def _take_out(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    if now.groups:
        group = now.groups[at[0] % len(now.groups)]
        said(project, "take out", lambda old: group_verbs.take_out_facts(old, group, group.facts[:1]))


def _judge(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    rows = [(group, row) for group in now.groups for row in group.verdicts]
    if rows:
        group, row = rows[at[0] % len(rows)]
        said(project, "judge", lambda old: group_verbs.judge(old, group, row, list(Verdict)[at[1] % 5]))


def _drop_span(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    made = project.annotation_set("abc"[at[0] % 3], "anna")
    spans = list(made.spans.values())
    if spans:
        edit(project, "delete", span_verbs.reject(made, spans[at[1] % len(spans)]))


def _undo(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    project.undo("anna")


def _redo(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    project.redo("anna")


def _search(project: Project, now: CrossComparison, at: Sequence[int]) -> None:
    comparing.propose(project, "anna")


DEEDS: tuple[Deed, ...] = (
    _entities(verbs.confirm, 1),
    _entities(verbs.reject, 1),
    _entities(verbs.merge, 3),
    _entities(verbs.keep_apart, 2),
    _groups(group_verbs.confirm_group, 1),
    _groups(group_verbs.reject_group, 1),
    _groups(group_verbs.merge_groups, 3),
    _groups(group_verbs.keep_groups_apart, 2),
    _split,
    _group_anew,
    _take_out,
    _judge,
    _drop_span,
    _undo,
    _redo,
    _search,
)
deeds = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.lists(st.integers(0, 30), min_size=3, max_size=3)), max_size=10
)


def of_words(now: CrossComparison, words: str) -> ComparedEntity:
    return next(one for one in now.entities if any(mention.text == words for mention in one.mentions))


def do(project: Project, work: list[tuple[Deed, list[int]]]) -> None:
    for deed, at in work:
        try:
            deed(project, comparing.comparison(project, "anna"), at)
        except UserError:
            continue  # it was refused with a sentence
        check(project)


def check(project: Project) -> None:
    """What holds at any time."""
    now = comparing.comparison(project, "anna")
    of = Counter(one.key for entity in now.entities for one in entity.mentions if not one.is_gone)
    there = {key for article in now.articles for key, _ in article.mentions()}
    assert of == Counter(there), "every mention is in exactly one entity"
    facts = Counter(one.key for group in now.groups for one in group.facts)
    assert not facts or max(facts.values()) == 1, "no fact is in a group twice, or in two"
    for entity in now.entities:
        assert entity.id not in {other for other, _ in entity.apart}
        proposed = {verbs.wording_of(one) for one in entity.undecided}
        for one in proposed:
            settled = {verbs.wording_of(other) for other in entity.mentions if not other.is_gone}
            apart = {
                frozenset(item.said)
                for item in project.annotation_set(PROJECT, "anna").items.get("apart", {}).values()
            }
            assert not any(frozenset((one, other)) in apart for other in settled - {one}), "it is kept apart"
    for group in now.groups:
        keys = {one.key for one in group.facts}
        assert not any(other in keys for _, other, _ in group.apart), "facts kept apart are in one group"
    assert project.history.problems() == []


def table(project: Project) -> object:
    comparing.propose(project, "anna")
    now = comparing.comparison(project, "anna")
    entities = sorted(
        (e.id, e.name, e.item, [m.key for m in e.mentions if m.is_settled]) for e in now.entities if e.item
    )
    groups = sorted((g.id, g.name, [f.key for f in g.facts if f.is_settled]) for g in now.groups if g.item)
    return project.annotation_set(PROJECT, "anna"), repr(entities), repr(groups), now.overruled


@settings(max_examples=examples(25), deadline=None)
@given(deeds, deeds, st.booleans())
def test_any_decisions_keep_what_holds_and_packages_make_two_copies_equal(
    mine: list[tuple[Deed, list[int]]], yours: list[tuple[Deed, list[int]]], is_first: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        p, q = filled(folder / "p"), filled(folder / "q")
        try:
            do(p, mine)
            do(q, yours)
            sides = [(p, q), (q, p)] if is_first else [(q, p), (p, q)]
            for number, (one, other) in enumerate([*sides, *sides]):
                out = folder / f"{number}.zip"
                exchange.pack(one, out, "anna")
                exchange.merge(other, out, by="rex", answers=Answers(same=("anna",)))
            assert table(p) == table(q)
            check(p)
            check(q)
        finally:
            p.close()
            q.close()


def test_what_a_later_statement_goes_against_is_told_after_the_merge(tmp_path: Path) -> None:
    p, q = filled(tmp_path / "p"), filled(tmp_path / "q")
    try:
        now = comparing.comparison(p, "anna")
        houthis, peru = (of_words(now, words) for words in ("Huthi", "Peru"))
        said(p, "merge", lambda old: verbs.merge(old, [houthis, peru]))
        said(q, "nothing", lambda old: verbs.confirm(old, houthis))  # so that what comes next is later
        said(q, "keep apart", lambda old: verbs.keep_apart(old, houthis, peru, "a group, a state"))
        exchange.pack(q, tmp_path / "q.zip", "anna")
        done = exchange.merge(p, tmp_path / "q.zip", by="rex", answers=Answers(same=("anna",)))
        assert [one for one in done.notices if "kept apart" in one] == [
            f"anna across articles: {peru.name} and {houthis.name} were made one, and later kept apart: they are two now."
        ]
        assert {e.id for e in comparing.comparison(p, "anna").entities} >= {houthis.id, peru.id}
    finally:
        p.close()
        q.close()


def test_a_project_set_goes_only_with_the_whole_work(tmp_path: Path) -> None:
    p = filled(tmp_path / "p")
    try:
        now = comparing.comparison(p, "anna")
        said(p, "confirm", lambda old: verbs.confirm(old, now.entities[0]))
        assert exchange.pack(p, tmp_path / "some.zip", "anna", articles=["a"]).sets == 1
        assert exchange.pack(p, tmp_path / "all.zip", "anna").sets == 4
    finally:
        p.close()


@pytest.fixture
def project(tmp_path: Path):
    made = filled(tmp_path / "p")
    yield made
    made.close()


def test_an_annotator_with_another_name_keeps_what_was_said_across_articles(project: Project) -> None:
    from models.transfer import annotators

    now = comparing.comparison(project, "anna")
    said(project, "confirm", lambda old: verbs.confirm(old, now.entities[0]))
    before = project.annotation_set(PROJECT, "anna").items
    annotators.rename(project, "anna", "ann", by="rex")
    assert project.annotation_set(PROJECT, "ann").items == before
    assert project.history.problems() == []
    assert project.undo("ann")
    assert project.annotation_set(PROJECT, "ann").items == {}

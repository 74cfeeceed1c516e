"""The entity of one mention and the contradicted facts of one article: as the whole comparison has them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import span_verbs
from annotations.compare import group_verbs, verbs
from annotations.compare.comparison import CrossComparison
from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import comparing
from models.queries.comparing.across import Across
from models.queries.comparing.contradicted import contradicted
from models.queries.comparing.mentioned import entity_of_mention
from models.queries.comparing.steps import answer
from tests.ui.compare.evidence.evidence_project import HARBOR, search, unsearched

ME = "anna"
SIX_ELSEWHERE = ["Harbor Wire and Valley Sun say 6 sailors"]


@pytest.fixture(name="project")
def searched(tmp_path: Path) -> Iterator[Project]:
    folder = unsearched(tmp_path)
    search(folder)
    made = Project(folder)
    yield made
    made.close()


def decide(project: Project, after: AnnotationSet, article: str = PROJECT) -> None:
    project.apply(Edit.between("test", project.annotation_set(article, ME), after), by=ME)


def said(project: Project) -> AnnotationSet:
    return project.annotation_set(PROJECT, ME)


def whole(project: Project) -> CrossComparison:
    return comparing.comparison(project, ME)


def against(project: Project, article: str) -> dict[str, list[str]]:
    found = answer(contradicted(Across(project, ME), article))
    return {fact: [str(one) for one in ones] for fact, ones in found.items()}


def check_mentions(project: Project, across: Across) -> None:
    """Every mention has the entity and the counts of the whole comparison."""
    every = whole(project)
    for article in every.articles:
        for key, span in article.mentions():
            entity = every.entity(every.entity_of[key])
            assert entity
            there = [one for one in entity.mentions if not one.is_gone]
            here = sum(one.article == article.id for one in there)
            others = {one.article for one in there} - {article.id}
            found = answer(entity_of_mention(across, article.id, span.id))
            assert found
            assert (found.id, found.name) == (entity.id, entity.name)
            assert (found.here, found.elsewhere) == (here, len(there) - here)
            assert found.articles == len(others)


def check_contradictions(project: Project, across: Across) -> None:
    """The facts that others contradict are those of the whole comparison."""
    every = whole(project)
    for article in every.articles:
        wanted = set()
        for group in every.groups:
            for row in group.verdicts:
                values = row.computed.values
                pairs = [(p.a, p.b) for p in row.computed.pairs if p.verdict is Verdict.CONTRADICTS]
                if row.judged:
                    pairs = [(a, b) for b in range(len(values)) for a in range(b)]
                for a, b in (
                    [*pairs, *((b, a) for a, b in pairs)] if row.verdict is Verdict.CONTRADICTS else ()
                ):
                    if any(group.there[n].article.id != article.id for n in values[b].facts):
                        ours = (group.there[n] for n in values[a].facts)
                        wanted |= {one.fact.id for one in ours if one.article.id == article.id}
        assert set(answer(contradicted(across, article.id))) == wanted


def test_a_mention_has_its_entity_and_where_else_it_stands(project: Project) -> None:
    span = next(s for s in project.sheet("harbor", ME) if HARBOR[s.start : s.end] == "Kestrel Front")
    found = answer(entity_of_mention(Across(project, ME), "harbor", span.id))
    assert str(found) == "Kestrel Front: 2 mentions here, 2 in 2 other articles"


def test_who_says_otherwise_is_said_both_ways(project: Project) -> None:
    assert against(project, "harbor") == {"kh": ["Meridian Post says 9 sailors"]}
    assert against(project, "meridian") == {"km": SIX_ELSEWHERE}


def test_nothing_is_claimed_without_a_search_or_after_another_persons(tmp_path: Path) -> None:
    folder = unsearched(tmp_path)
    for searcher in ("", "bea"):
        if searcher:
            search(folder, searcher)
        project = Project(folder)
        span = next(iter(project.sheet("meridian", ME)))
        assert answer(entity_of_mention(Across(project, ME), "meridian", span.id)) is None
        assert against(project, "harbor") == {}
        project.close()


def test_what_names_no_thing_has_no_entity(project: Project) -> None:
    number = next(s for s in project.sheet("harbor", ME) if s.label == "CARDINAL")
    across = Across(project, ME)
    assert answer(entity_of_mention(across, "harbor", number.id)) is None
    assert answer(entity_of_mention(across, "harbor", "nothing")) is None
    assert answer(entity_of_mention(across, "no-article", number.id)) is None


def test_a_span_made_since_the_search_is_not_compared(project: Project) -> None:
    at = HARBOR.index("spokesman")
    new = Span("new", at, at + 9, "PERSON")
    decide(project, project.annotation_set("harbor", ME).having(new), "harbor")
    found = answer(entity_of_mention(Across(project, ME), "harbor", "new"))
    assert str(found) == "spokesman: new since the last search across articles: not compared yet"


def test_a_persons_verdict_stands(project: Project) -> None:
    [group] = whole(project).groups
    count = next(row for row in group.verdicts if row.role == "count")
    decide(project, group_verbs.judge(said(project), group, count, Verdict.DIFFERS))
    assert against(project, "harbor") == {}
    decide(project, group_verbs.judge(said(project), group, count, Verdict.CONTRADICTS))
    found = answer(contradicted(Across(project, ME), "harbor"))
    assert [one.is_judged for one in found["kh"]] == [True]


def test_facts_taken_apart_contradict_no_more(project: Project) -> None:
    [group] = whole(project).groups
    decide(project, group_verbs.reject_group(said(project), group))
    assert [against(project, article) for article in ("harbor", "meridian")] == [{}, {}]


@pytest.mark.parametrize("seed", range(12))
def test_any_decisions_leave_it_as_the_whole_comparison(project: Project, seed: int) -> None:
    dice, across = random.Random(seed), Across(project, ME)
    for _ in range(8):
        every = whole(project)
        try:
            decide(project, _decided(project, every, dice))
        except UserError:
            continue
        if dice.random() < 0.3:
            _remove_a_span(project, dice)
            across.forget()
        check_mentions(project, across)
        check_contradictions(project, across)


def _decided(project: Project, every: CrossComparison, dice: random.Random) -> AnnotationSet:
    before, entities = said(project), dice.sample(every.entities, k=min(2, len(every.entities)))
    group = dice.choice(every.groups) if every.groups else None
    verb = dice.randrange(8)
    if group and verb == 0:
        return group_verbs.confirm_group(before, group)
    if group and verb == 1:
        return group_verbs.take_out_facts(before, group, [dice.choice(group.facts)])
    if group and verb == 2:
        row = dice.choice(group.verdicts) if group.verdicts else None
        return group_verbs.judge(before, group, row, dice.choice(list(Verdict))) if row else before
    if verb == 3:
        return verbs.merge(before, entities)
    if verb == 4:
        return verbs.reject(before, entities[0])
    if verb == 5:
        return verbs.split(before, entities[0], [entities[0].mentions[-1]])
    return verbs.confirm(before, entities[0])


def _remove_a_span(project: Project, dice: random.Random) -> None:
    article = dice.choice(article_queries.article_ids(project))
    spans = list(project.sheet(article, ME))
    if spans:
        mine = project.annotation_set(article, ME)
        decide(project, span_verbs.reject(mine, dice.choice(spans)), article)

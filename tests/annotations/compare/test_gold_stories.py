"""The gold of comparing articles: whole wordings, fillers that refer to spans, and a verdict for every role."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from annotations.facts import Fact
from tests.annotations.compare.gold_stories import (
    GOLD_FOLDER,
    KEPT_FOLDER,
    NAMING,
    VERDICTS,
    GoldArticle,
    GoldStory,
    found,
    name_pairs,
    news,
    occurrences,
    stories,
)

STORIES = (*stories(), *stories(KEPT_FOLDER))
ARTICLES = [article for story in STORIES for article in story.articles]
of_stories = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
of_articles = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.article.id)


def across(story: GoldStory) -> dict[str, list[tuple[Fact, Fact]]]:
    """Return the pairs of facts of different articles by group, of those groups that have any."""
    pairs = {
        group: [(f, g) for (a, f), (b, g) in combinations(members, 2) if a is not b]
        for group, members in story.groups().items()
    }
    return {group: found for group, found in pairs.items() if found}


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether neither end of the range cuts a word, and none is a space."""
    outer = (text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1])
    inside = text[start:end]
    return inside == inside.strip() and not any(one.isalnum() and other.isalnum() for one, other in outer)


def test_a_wording_is_found_as_whole_words() -> None:
    text = "The strikers strike: a strike struck."
    assert occurrences(text, "strike") == [(13, 19), (23, 29)]
    assert found(text, "strike#2") == found(text, "a [strike] struck") == (23, 29)
    assert found(text, "strike", near=(30, 36)) == (23, 29)


@pytest.mark.parametrize("wording", ["striker", "strike#3", "the [strike] struck"])
def test_a_wording_that_does_not_occur_is_no_part_of_the_gold(wording: str) -> None:
    with pytest.raises(ValueError, match="does not occur"):
        found("The strikers strike: a strike struck.", wording)


@pytest.mark.parametrize(("folder", "count"), [(GOLD_FOLDER, 8), (KEPT_FOLDER, 4)])
def test_every_story_has_five_articles(folder: Path, count: int) -> None:
    assert [len(story.articles) for story in stories(folder)] == [5] * count


def test_no_two_stories_have_one_name() -> None:
    assert len({story.name for story in STORIES}) == len(STORIES)


@of_articles
def test_articles_are_short(article: GoldArticle) -> None:
    assert 120 <= len(article.article.text.split()) <= 260


@of_articles
def test_spans_and_facts_have_whole_bounds_and_labels_of_the_schema(article: GoldArticle) -> None:
    ranges = [(span.start, span.end) for span in article.spans]
    ranges += [bounds for fact in article.facts for bounds in fact.ranges()]
    assert [article.wording(*at) for at in ranges if not is_whole(article.article.text, *at)] == []
    assert {span.label for span in article.spans} <= set(news().labels)
    assert all(
        {role.role for role in fact.roles} <= set(news().facts[fact.type].roles) for fact in article.facts
    )


@of_articles
def test_mentions_do_not_overlap_and_every_naming_span_is_one(article: GoldArticle) -> None:
    mentions = sorted((s for s in article.spans if s.id in article.entity_of), key=lambda span: span.start)
    assert [s for s, other in pairwise(mentions) if s.overlaps(other)] == []
    made = [span for span in article.spans if span.id not in article.entity_of]
    assert [article.wording(s.start, s.end) for s in made if s.label in {*NAMING} - {"PRODUCT"}] == []


@of_articles
def test_a_filler_refers_to_the_span_of_its_bounds(article: GoldArticle) -> None:
    spans = {(span.start, span.end): span.id for span in article.spans}
    fillers = [filler for fact in article.facts for filler in fact.fillers()]
    assert [f for f in fillers if f.span != spans.get((f.start, f.end))] == []


@of_articles
def test_no_two_spans_or_facts_are_one(article: GoldArticle) -> None:
    assert max(Counter(span.id for span in article.spans).values()) == 1
    assert max(Counter(fact.id for fact in article.facts).values()) == 1
    assert 8 <= len(article.facts) <= 16


@of_stories
def test_every_wording_of_an_entity_is_marked_wherever_it_stands(story: GoldStory) -> None:
    for article in story.articles:
        mentions = [span for span in article.spans if span.id in article.entity_of]
        for wording in {article.wording(span.start, span.end) for span in mentions}:
            for start, end in occurrences(article.article.text, wording):
                assert any(m.start <= start and end <= m.end for m in mentions), (article.article.id, wording)


@of_stories
def test_every_entity_is_mentioned(story: GoldStory) -> None:
    named = {entity for article in story.articles for entity in article.entity_of.values()}
    assert named == set(story.entities)
    assert set(story.entities.values()) <= set(NAMING)


@of_stories
def test_every_role_with_two_values_has_a_verdict(story: GoldStory) -> None:
    expected = {
        group: {role for f, g in pairs for role in {*f.by_role()} & {*g.by_role()}} | {"modality"}
        for group, pairs in across(story).items()
    }
    assert {group: set(roles) for group, roles in story.verdicts.items()} == expected
    assert {word for roles in story.verdicts.values() for word in roles.values()} <= set(VERDICTS)


@of_stories
def test_what_must_stay_apart_is_known(story: GoldStory) -> None:
    known = {*story.groups(), *story.entities}
    assert [pair for pair in story.apart if pair[0] == pair[1] or not {*pair} <= known] == []


@pytest.mark.parametrize(("folder", "half"), [(GOLD_FOLDER, 80), (KEPT_FOLDER, 56)])
def test_pairs_of_names_are_half_the_same(folder: Path, half: int) -> None:
    pairs = name_pairs(folder)
    assert Counter(pair.same for pair in pairs) == {True: half, False: half}
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == 2 * half
    assert {label for pair in pairs for label in (pair.label, pair.other_label)} <= set(NAMING)

"""Entities, whatever the names and decisions: none shares a mention, nothing kept apart meets, order does not count."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.names.fold import fold
from annotations.compare.names.proposing import propose_entities
from tests.annotations.compare.names.made import Named, article_of

NAMES = [
    "Houthi", "Houthis", "Huthi", "the Houthi movement", "Peru", "Peruvian", "Peruvian Navy", "US Fleet Command",
    "Fleet Command", "British Fleet Command", "FLEETCOM", "RSF", "Rapid Support Forces", "Joe Biden", "Biden", "Jill Biden",
    "J. Biden", "Hodeidah", "Al Hudaydah", "Hodeidah airport", "Hodeidah port", "army", "the army", "Gulf War",
    "World War II", "صنعاء", "北京", "Київ", "🚢", "🔥", "—", " ", "\ud800", "é", "e\u0301", "the", "A", "\u202eabc",
]  # fmt: skip
LABELS = ["PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "LAW", "SHIP", "DATE"]

named = st.tuples(st.one_of(st.sampled_from(NAMES), st.text(min_size=1, max_size=6)), st.sampled_from(LABELS))
article_lists = st.lists(st.lists(named, max_size=8), max_size=4)


def made(lists: list[list[Named]]) -> list[ComparedArticle]:
    return [article_of(f"a{i}", names) for i, names in enumerate(lists)]


def keys_of(articles: list[ComparedArticle]) -> dict[str, Named]:
    return {
        key: (fold(one.wording(span), span.label), span.label)
        for one in articles
        for key, span in one.mentions()
    }


@st.composite
def decided(draw: st.DrawFn) -> tuple[list[ComparedArticle], Settled]:
    """Articles with what people settled of them: members, and wordings kept apart that are not members of one."""
    articles = made(draw(article_lists))
    said = keys_of(articles)
    keys = sorted(said)
    chosen = draw(st.lists(st.sampled_from(keys), unique=True, max_size=5)) if keys else []
    entity_of = {key: draw(st.sampled_from("XYZ")) for key in chosen}
    pairs = [frozenset(pair) for pair in combinations(sorted(set(said.values())), 2)] + [
        frozenset({one}) for one in set(said.values())
    ]
    parted = draw(st.lists(st.sampled_from(sorted(pairs, key=repr)), max_size=3)) if pairs else []
    members = [{said[key] for key in chosen if entity_of[key] == id_} for id_ in "XYZ"]
    free = frozenset(pair for pair in parted if not any(pair <= one for one in members))
    return articles, Settled(entity_of, apart_wordings=free)


@given(article_lists)
@settings(max_examples=150, deadline=None)
def test_every_mention_is_in_exactly_one_entity_and_ids_are_unique(lists: list[list[Named]]) -> None:
    articles = made(lists)
    entities, relations = propose_entities(articles, Settled())
    assert sorted(key for entity in entities for key in entity.mentions) == sorted(keys_of(articles))
    ids = [entity.id for entity in entities]
    assert len(ids) == len(set(ids))
    assert {end for one in relations for end in (one.from_, one.to)} <= {*ids}
    assert all(0 <= entity.score <= 1 for entity in entities)


@given(decided(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_articles_does_not_count_and_a_second_run_gives_the_same(case, rng) -> None:  # type: ignore[no-untyped-def]
    articles, settled = case
    mixed = list(articles)
    rng.shuffle(mixed)
    assert propose_entities(mixed, settled) == propose_entities(articles, settled)


@given(decided())
@settings(max_examples=250, deadline=None)
def test_settled_members_stay_and_what_is_kept_apart_is_never_together(case) -> None:  # type: ignore[no-untyped-def]
    articles, settled = case
    said = keys_of(articles)
    for entity in propose_entities(articles, settled)[0]:
        owners = {settled.entity_of[key] for key in entity.mentions if key in settled.entity_of}
        assert owners in (set(), {entity.id})
        held = {said[key] for key in entity.mentions}
        for pair in settled.apart_wordings:
            if len(pair) == 2:
                assert not pair <= held
            else:
                own = {key.rpartition("/")[0] for key in entity.mentions if {said[key]} == pair}
                assert len(own) <= 1 or owners


@given(article_lists)
@settings(max_examples=100, deadline=None)
def test_entities_kept_apart_by_id_never_meet_again(lists: list[list[Named]]) -> None:
    articles = made(lists)
    first, _ = propose_entities(articles, Settled())
    for one in first:
        if len(one.mentions) > 1:
            settled = Settled(
                {one.mentions[0]: "X", one.mentions[1]: "Y"}, apart_entities=frozenset({frozenset("XY")})
            )
            again = {
                key: entity.id for entity in propose_entities(articles, settled)[0] for key in entity.mentions
            }
            assert (again[one.mentions[0]], again[one.mentions[1]]) == ("X", "Y")

"""Entities across articles: what meets, what stays apart, and what people decided about it."""

from __future__ import annotations

from annotations.articles import Article
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.names.proposing import propose_entities
from annotations.compare.proposed import entity_id
from annotations.spans import Span
from tests.annotations.compare.names.made import entities_of, marked, together, wordings


def test_a_surname_is_the_only_full_name_of_its_article() -> None:
    one = marked("a", "[Ada Lovelace|PERSON] wrote. [Lovelace|PERSON] said so.")
    other = marked("b", "[Lovelace|PERSON] of Leeds and [Jane Lovelace|PERSON] came.")
    assert wordings([one, other]) == [{"Ada Lovelace", "Lovelace"}, {"Jane Lovelace", "Lovelace"}]


def test_a_surname_without_a_full_name_in_its_article_looks_in_all() -> None:
    articles = [marked("a", "[Ada Lovelace|PERSON] wrote."), marked("b", "[Lovelace|PERSON] said.")]
    (entity,) = entities_of(articles)
    assert entity.score < 0.7
    assert entity.reasons == ("the only full name of all articles with this surname: Ada Lovelace, Lovelace",)


def test_a_surname_of_two_people_is_nobodys() -> None:
    articles = [marked("a", "[George W. Bush|PERSON] and [George H.W. Bush|PERSON]. [Bush|PERSON] spoke.")]
    assert wordings(articles) == []


def test_particles_and_juniors_are_part_of_a_surname() -> None:
    text = "[Donald Trump|PERSON], [Donald Trump Jr.|PERSON], [Trump|PERSON], [Trump Jr.|PERSON], "
    text += "[Osama bin Laden|PERSON], [bin Laden|PERSON]"
    assert wordings([marked("a", text)]) == [
        {"Donald Trump", "Trump"},
        {"Donald Trump Jr.", "Trump Jr."},
        {"Osama bin Laden", "bin Laden"},
    ]


def test_bodies_that_every_state_has_are_of_their_article() -> None:
    articles = [marked("a", "[the army|ORG] said. [The Army|ORG] left."), marked("b", "[the army|ORG] came.")]
    assert [len(one.mentions) for one in entities_of(articles)] == [2, 1]


def test_two_qualifiers_never_meet_also_not_through_a_third() -> None:
    names = "[US Fleet Command|ORG] and [Chilean Fleet Command|ORG]."
    assert wordings([marked("a", names), marked("b", "[Fleet Command|ORG]")]) == []
    assert wordings([marked("a", "[US Fleet Command|ORG]"), marked("b", "[Fleet Command|ORG]")]) != []


def test_an_acronym_with_two_expansions_is_nobodys() -> None:
    one = marked("a", "The [Consumer Price Index|ORG] ([CPI|ORG]) rose.")
    other = marked("b", "The [Communist Party of India|ORG] (CPI) won; [CPI|ORG] said.")
    third = marked("c", "[CPI|ORG] again.")
    assert wordings([one, other, third]) == [
        {"Consumer Price Index", "CPI"},
        {"Communist Party of India", "CPI"},
    ]


def test_an_acronym_of_two_letters_is_explained_by_its_own_article_alone() -> None:
    one, other = marked("a", "[Blue Front|ORG] won."), marked("b", "[BF|ORG] lost.")
    assert wordings([one, other]) == []
    assert wordings([marked("a", "[Blue Front|ORG] won; [BF|ORG] said.")]) == [{"Blue Front", "BF"}]


def test_the_very_same_two_words_meet_over_labels_and_one_word_does_not() -> None:
    text = "[Galaxy Leader|PRODUCT], [Galaxy Leader|ORG], [Galaxy Leader|SHIP]; [Jackson|GPE], [Jackson|ORG]"
    assert sorted(len(one.mentions) for one in entities_of([marked("a", text)])) == [1, 1, 3]


def test_one_wording_of_a_projects_own_label_is_one_entity() -> None:
    assert together([marked("a", "[Rubymar|SHIP]"), marked("b", "[rubymar|SHIP]")], "a/s0", "b/s0")


def test_the_id_is_of_the_first_mention_by_the_articles_ids() -> None:
    articles = [marked("b", "[Peru|GPE]"), marked("a", "In [PERU|GPE]")]
    assert [one.id for one in entities_of(articles)] == [entity_id("a", 3)]


def test_two_spans_that_begin_together_have_two_ids() -> None:
    spans = (Span("x", 0, 13, "ORG"), Span("y", 0, 4, "GPE"))
    one, other = entities_of([ComparedArticle(Article("a", "Peru's navy is"), spans)])
    assert one.id == entity_id("a", 0) != other.id


def test_a_settled_entity_draws_others_and_keeps_its_name() -> None:
    articles = [marked("a", "[Houthi|ORG] [Foo Bar|ORG]"), marked("b", "[Huthis|ORG] [foo bar|ORG]")]
    settled = Settled({"a/s0": "X"}, names={"X": ("the movement", "NORP")})
    entity = entities_of(articles, settled)[0]
    assert (entity.id, entity.name, entity.label) == ("X", "the movement", "NORP")
    assert entity.mentions == ("a/s0", "b/s0")


def test_one_wording_settled_as_two_things_goes_by_article() -> None:
    articles = [marked(id_, "[Springfield|GPE] and [Springfield|GPE]") for id_ in "abc"]
    settled = Settled({"a/s0": "X", "b/s0": "Y"})
    found = {one.id: one.mentions for one in entities_of(articles, settled)}
    assert (found["X"], found["Y"]) == (("a/s0", "a/s1"), ("b/s0", "b/s1"))
    assert ("c/s0", "c/s1") in found.values()


def test_wordings_kept_apart_never_meet_also_not_through_a_third() -> None:
    articles = [marked("a", "[Hodeidah|GPE]"), marked("b", "[Hudaydah|GPE]"), marked("c", "[Hodeida|GPE]")]
    apart = frozenset({frozenset({("hodeidah", "GPE"), ("hudaydah", "GPE")})})
    assert len(entities_of(articles)) == 1
    assert not together(articles, "a/s0", "b/s0", Settled(apart_wordings=apart))


def test_one_wording_kept_apart_from_itself_is_of_its_article() -> None:
    articles = [marked("a", "[Jackson City|GPE]"), marked("b", "[Jackson City|GPE]")]
    apart = frozenset({frozenset({("jackson city", "GPE")})})
    assert len(entities_of(articles, Settled(apart_wordings=apart))) == 2


def test_proposed_entities_kept_apart_by_id_stay_apart() -> None:
    articles = [marked("a", "[Hodeidah|GPE]"), marked("b", "[Hudaydah|GPE]")]
    pair = frozenset({entity_id("a", 0), entity_id("b", 0)})
    assert len(entities_of(articles, Settled(apart_entities=frozenset({pair})))) == 2


def test_a_search_can_be_cancelled_and_an_empty_project_has_nothing() -> None:
    assert propose_entities([], Settled()) == ([], [])
    seen: list[str] = []
    propose_entities([marked("a", "[Peru|GPE]")], Settled(), lambda step, done, of: seen.append(step))
    assert seen[0] == "names"
    assert "surnames" in seen


def test_scripts_that_are_not_read_meet_on_the_same_letters_alone() -> None:
    articles = [
        marked("a", "[صنعاء|GPE] [北京|GPE] [🚢|ORG] [Київ|GPE]"),
        marked("b", "[صَنعاء|GPE] [北平|GPE] [🔥|ORG] [Kyiv|GPE]"),
    ]
    assert wordings(articles) == [{"صنعاء", "صَنعاء"}, {"Київ", "Kyiv"}]

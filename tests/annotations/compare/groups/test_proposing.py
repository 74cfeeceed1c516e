"""Groups as they are proposed: what reports one event, what only looks like it, and what people settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.articles import Article
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle, Settled
from annotations.facts import Fact, Filler, Role
from annotations.schema.reader import parse
from tests.annotations.compare.groups.told_facts import groups_of, news, told, triggers

FLOOD = (
    told(
        "wire",
        "The river [!flooded=DAMAGE] [the town:target] of [Brenn=GPE:place] after rain.",
        "[Seven:count] [fishermen:victim] were [!killed=CASUALTY] in [Brenn=GPE:place] by [the flood:cause].",
        "[Thirty:count] [people:victim] were [!injured=CASUALTY] in [Brenn=GPE:place].",
        "The minister [Petra Solan=PERSON:speaker] [!said=STATEMENT] the dam upstream had failed in the rain.",
    ),
    told(
        "herald",
        "[Seven:count] [fishermen:victim] [!died=CASUALTY] when [the flood:cause] reached [Brenn=GPE:place].",
        "Some [30:count] [people:victim] were [!hurt=CASUALTY] in [Brenn=GPE:place].",
        "[Petra Solan=PERSON:speaker] [!said=STATEMENT] the dam had failed after the rain.",
        "[Petra Solan=PERSON:speaker] [!said=STATEMENT] schools would open again.",
    ),
)


def grouped(articles: tuple[ComparedArticle, ...], settled: Settled | None = None) -> list[list[str]]:
    return sorted(triggers(group, articles) for group in groups_of(articles, settled))


def key(article: ComparedArticle, word: str) -> str:
    """The key of the fact that the word triggers."""
    fact = next(f for f in article.facts if f.trigger and article.text[slice(*f.trigger)] == word)
    return key_of(article.id, fact.id)


def test_facts_of_one_event_meet_and_those_beside_it_stay_apart() -> None:
    assert grouped(FLOOD) == [
        ["herald: died", "wire: killed"],
        ["herald: hurt", "wire: injured"],
        ["herald: said", "wire: said"],
    ]


def test_reasons_say_what_is_in_both() -> None:
    dead = next(group for group in groups_of(FLOOD) if "7 in both" in group.reasons)
    assert dead.type == "CASUALTY"
    assert "objects: fishermen" in dead.reasons
    assert dead.name == "Seven fishermen died because of the flood in Brenn"


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert groups_of(FLOOD) == groups_of(FLOOD[::-1])


def test_known_days_part_and_neighbouring_days_do_not() -> None:
    def hit(id_: str, day: str) -> ComparedArticle:
        return told(id_, f"[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place] on [{day}:time].")

    assert grouped((hit("a", "12 January 2024"), hit("b", "13 January 2024"))) == [["a: struck", "b: struck"]]
    assert grouped((hit("a", "12 January 2024"), hit("b", "12 January"))) == [["a: struck", "b: struck"]]
    assert grouped((hit("a", "12 January 2024"), hit("b", "14 January 2024"))) == []
    assert grouped((hit("a", "Tuesday"), hit("b", "Friday"))) == []


def test_neighbouring_days_part_where_an_article_tells_both() -> None:
    def hit(day: str) -> str:
        return (
            f"[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place] on [{day} January 2024:time]."
        )

    other, both = told("a", hit("12")), told("b", hit("12"), hit("13"))
    assert grouped((other, told("c", hit("13")))) == [["a: struck", "c: struck"]]
    groups = [set(group.facts) for group in groups_of((other, both))]
    assert groups == [{key_of("a", other.facts[0].id), key_of("b", both.facts[0].id)}]


def test_what_was_years_ago_is_not_what_has_no_day() -> None:
    dead = "[{}:count] [people:victim] were [!killed=CASUALTY] by [the flood:cause] in [Brenn=GPE:place]{}."
    now = told("a", dead.format("Thirty", ""), published="2024-07-10")
    former = told("b", dead.format("Twenty", " in [March 2021:time]"), published="2024-07-10")
    later = told("c", dead.format("Forty", ""), published="2024-07-11")
    assert grouped((now, former)) == []
    assert grouped((now, former, later)) == [["a: killed", "c: killed"]]


def test_days_that_are_listed_are_not_one_of_them() -> None:
    raid = "[Planes:actor] [!bombed] [the camp:target] in [Zahir=GPE:place] on [{}:time]."
    one, two = told("a", raid.format("12 January 2024")), told("b", raid.format("12 and 13 January 2024"))
    assert grouped((one, two)) == []


def test_speakers_with_a_word_in_common_are_others() -> None:
    said = "[{}=ORG:speaker] [!said=STATEMENT] the dam upstream had failed after the rain."
    one, other = told("a", said.format("Home Ministry")), told("b", said.format("Ministry of Water"))
    assert grouped((one, other)) == []


def test_a_relative_day_counts_where_the_date_of_publication_is_trusted() -> None:
    sentence = "[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place] [yesterday:time]."
    first, other = told("a", sentence, published="2024-01-13"), "At last: " + sentence
    near = first, told("b", other, published="2024-01-13")
    far = first, told("b", other, published="2024-02-20")
    loose = told("a", sentence), told("b", other)
    assert groups_of((first, told("b", sentence, published="2024-02-20"))) == []
    assert "same day: 2024-01-12" in groups_of(near)[0].reasons
    assert groups_of(far) == []
    assert not any("day" in reason for reason in groups_of(loose)[0].reasons)


def test_a_running_series_and_a_single_attack_are_two() -> None:
    one = told(
        "a", "[Rebels:actor] have [!attacked] [ships:target] in [the bay=LOC:place] [since May 2023:time]."
    )
    other = told(
        "b", "[Rebels:actor] [!attacked] [ships:target] in [the bay=LOC:place] on [3 June 2023:time]."
    )
    same = told(
        "c", "[Since May 2023:time] [rebels:actor] have [!attacked] [ships:target] in [the bay=LOC:place]."
    )
    assert grouped((one, other, same)) == [["a: attacked", "c: attacked"]]


def test_a_general_fact_is_not_joined_to_one_with_a_day_or_a_place() -> None:
    general = told("a", "[Rebels:actor] [!attacked] [ships:target] again and again.")
    single = told("b", "[Rebels:actor] [!attacked] [ships:target] on [3 June 2023:time] again.")
    assert grouped((general, single)) == []


def test_other_ordinals_are_other_events() -> None:
    def raid(id_: str, which: str) -> ComparedArticle:
        return told(
            id_, f"It was the {which} [!attack] by [rebels:actor] on [ships:target] in [the bay=LOC:place]."
        )

    assert grouped((raid("a", "26th"), raid("b", "26th"))) == [["a: attack", "b: attack"]]
    assert grouped((raid("a", "26th"), raid("b", "27th"))) == []


def test_what_is_kept_apart_meets_neither_directly_nor_through_a_third() -> None:
    articles = tuple(
        told(id_, "[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place].")
        for id_ in ("a", "b", "c")
    )
    keys = [key(one, "struck") for one in articles]
    assert grouped(articles) == [["a: struck", "b: struck", "c: struck"]]
    apart = Settled(apart_facts=frozenset({frozenset(keys[:2])}))
    assert all(not {*keys[:2]} <= {*group.facts} for group in groups_of(articles, apart))
    held = Settled({}, {keys[0]: "g", keys[2]: "g"}, apart_facts=frozenset({frozenset(keys[:2])}))
    assert [group.facts for group in groups_of(articles, held)] == [(keys[0], keys[2])]


def test_a_settled_group_keeps_its_id_and_facts_and_takes_others_in() -> None:
    wire, herald = FLOOD
    odd = key(wire, "flooded")
    settled = Settled({}, {key(wire, "killed"): "mine", odd: "mine"})
    group = next(group for group in groups_of(FLOOD, settled) if group.id == "mine")
    assert set(group.facts) == {odd, key(wire, "killed"), key(herald, "died")}


def test_two_settled_groups_are_never_joined() -> None:
    wire, herald = FLOOD
    settled = Settled({}, {key(wire, "killed"): "one", key(herald, "died"): "two"})
    assert all(not {"wire: killed", "herald: died"} <= {*said} for said in grouped(FLOOD, settled))


def test_another_speaker_says_another_thing() -> None:
    said = "[{}=PERSON:speaker] [!said=STATEMENT] the dam upstream had failed after the rain."
    one, other = told("a", said.format("Petra Solan")), told("b", said.format("Josef Hadek"))
    assert grouped((one, other)) == []


def test_a_place_within_another_is_no_other_place() -> None:
    near = told(
        "a",
        "[Brenn=GPE] in northern [Karvia=GPE] was flooded.",
        "[A dam:target] [!burst=DAMAGE] in [Brenn=GPE:place].",
    )
    far = told(
        "a",
        "[Brenn=GPE] and [Karvia=GPE] were flooded.",
        "[A dam:target] [!burst=DAMAGE] in [Brenn=GPE:place].",
    )
    other = told("b", "[A dam:target] [!burst=DAMAGE] in [Karvia=GPE:place].")
    within, apart = groups_of((near, other)), groups_of((far, other))
    assert within[0].score > (apart[0].score if apart else 0)


def test_facts_of_other_types_are_only_pointed_at() -> None:
    attack = "[Rebels:actor] [!struck=ATTACK] [the oil depot:target] in [Zahir=GPE:place]"
    blamed = "[Petra Solan=PERSON:speaker] [!blamed=STATEMENT] [rebels:addressee] for striking the oil depot in [Zahir=GPE:place]."
    articles = told("a", attack + " at dawn."), told("b", attack + " with drones.", blamed)
    group = next(one for one in groups_of(articles) if one.type == "ATTACK")
    assert triggers(group, articles) == ["a: struck", "b: struck"]
    assert group.see_also == (key(articles[1], "blamed"),)


def test_another_schema_is_read_by_the_kinds_of_its_roles() -> None:
    own = parse(
        "name: Angriffe\nlabels:\n  ORT: {}\nfacts:\n  ANGRIFF:\n    triggers: [struck]\n    roles:\n"
        "      Ziel: {kind: target}\n      Ort: {kind: place}\n      Zahl: {kind: count, value: number}\n"
    )
    new = {"target": "Ziel", "place": "Ort"}
    words = "[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place]"
    articles = [_renamed(told(id_, f"{words} {id_}."), "ANGRIFF", new) for id_ in ("at dawn", "again")]
    (group,) = propose_groups(articles, own, {}, Settled())
    assert (group.type, len(group.facts)) == ("ANGRIFF", 2)
    assert "objects: depot" in group.reasons


def test_facts_without_trigger_or_fillers_are_no_trouble() -> None:
    bare = Fact("bare", "ATTACK"), Fact("odd", "NO_SUCH_TYPE", None, (Role("who", (Filler(9, 9),)),))
    articles = [replace(one, facts=(*one.facts, *bare)) for one in _struck("a", "b")]
    assert ["a: struck", "b: struck"] in [triggers(group, articles) for group in groups_of(articles)]
    assert not any(key.endswith("/bare") for group in groups_of(articles) for key in group.facts)
    assert groups_of([]) == []
    assert groups_of([ComparedArticle(Article("empty", ""), (), bare)]) == []


def test_mirrors_have_their_facts_in_one_group_and_are_no_nearer_to_others() -> None:
    first, second = FLOOD
    mirror = replace(first, article=replace(first.article, id="mirror"))
    dead = next(group for group in groups_of((first, second, mirror)) if group.type == "CASUALTY")
    assert len(dead.facts) == 3
    assert {id_[0] for id_ in triggers(dead, (first, second, mirror))} == {"h", "m", "w"}


def test_what_stands_in_mirrors_alone_comes_last() -> None:
    first, second = FLOOD
    mirror = replace(second, article=replace(second.article, id="mirror"))
    groups = groups_of((first, second, mirror))
    assert groups[-1].reasons == ("same text",)
    assert triggers(groups[-1], (first, second, mirror)) == ["herald: said", "mirror: said"]
    assert [len(group.facts) for group in groups] == [3, 3, 3, 2]


def test_copies_with_other_values_are_one_source_and_come_last() -> None:
    first, second = FLOOD
    facts = tuple(replace(fact, attributes=(), roles=fact.roles[:1]) for fact in second.facts)
    copied = replace(second.article, id="mirror", text=second.text + "\n\n")
    groups = groups_of((first, second, ComparedArticle(copied, second.spans, facts)))
    alone = ["same text" in group.reasons for group in groups]
    assert alone == sorted(alone)
    only = groups_of((second, ComparedArticle(copied, second.spans, facts)))
    assert only
    assert {group.reasons for group in only} == {("same text",)}


def test_a_step_that_raises_cancels_the_search() -> None:
    def stop(step: str, done: int, of: int) -> None:
        raise KeyboardInterrupt(step)

    with pytest.raises(KeyboardInterrupt):
        propose_groups(FLOOD, news(), {}, Settled(), stop)


def _struck(*ids: str) -> list[ComparedArticle]:
    return [told(id_, "[Rebels:actor] [!struck] [the depot:target] in [Zahir=GPE:place].") for id_ in ids]


def _renamed(one: ComparedArticle, type_: str, roles: dict[str, str]) -> ComparedArticle:
    kept = (
        replace(
            fact,
            type=type_,
            roles=tuple(replace(r, role=roles[r.role]) for r in fact.roles if r.role in roles),
        )
        for fact in one.facts
    )
    return replace(one, facts=tuple(kept))

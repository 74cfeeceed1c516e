"""Changes to a schema, and what a rename or merge means for a set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.changes import Part
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import AnnotationSet, Comment
from annotations.spans import Status
from tests.making import span
from tests.strategies import annotation_sets

LABELS = {"ORG": Label("ORG", "3", 25), "GPE": Label("GPE", "o", 145), "FIRM": Label("FIRM", None, 90)}
FACTS = {
    "ATTACK": FactType("ATTACK", "a", roles={"actor": RoleType("actor", ("ORG", "FIRM", "GPE"))}),
    "RAID": FactType("RAID", "r", roles={"place": RoleType("place", ("GPE",)), "actor": RoleType("actor")}),
}
SCHEMA = Schema("Small", labels=LABELS, facts=FACTS)
LONG = Article("a", "x" * 40)


def of(*items) -> AnnotationSet:
    return AnnotationSet.of("a", "anna", items)


def test_a_new_label_is_last_and_has_a_hue_far_from_the_others() -> None:
    made = schema_changes.add(SCHEMA, "labels", "  My  ship ")
    assert list(made.labels) == ["ORG", "GPE", "FIRM", "My ship"]
    assert made.labels["My ship"] == Label("My ship", None, 265)
    assert list(schema_changes.add(SCHEMA, "facts", "MEETING").facts)[-1] == "MEETING"


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "needs a name"), ("\u2028 ", "needs a name"), ("ORG", "ORG already"), ("a\x07", "invisible")],
)
def test_a_name_that_will_not_do_is_refused(name: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        schema_changes.add(SCHEMA, "labels", name)
    with pytest.raises(UserError, match=why):
        schema_changes.rename(SCHEMA, "labels", "GPE", name)


@pytest.mark.parametrize(
    ("key", "why"), [("3", "ORG has the key 3"), ("C", "are verbs"), ("ab", "one letter"), ("=", "one")]
)
def test_a_key_that_will_not_do_is_refused(key: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        schema_changes.change(SCHEMA, "labels", "GPE", key=key)


def test_keys_of_fact_types_are_free_of_labels_and_verbs() -> None:
    made = schema_changes.change(SCHEMA, "facts", "RAID", key="C")
    assert made.facts["RAID"].key == "c"
    assert schema_changes.change(made, "facts", "ATTACK", key="3").facts["ATTACK"].key == "3"
    with pytest.raises(UserError, match="ATTACK has the key A"):
        schema_changes.change(made, "facts", "RAID", key="a")


@pytest.mark.parametrize(
    ("part", "key", "why"),
    [
        ("labels", "3", "ORG has the key 3 already"),
        ("labels", "C", "GPE cannot have the key C: B C F G M N R U X are verbs"),
        ("labels", "ab", "one letter or digit"),
        ("labels", "e", ""),
        ("labels", " O ", ""),
        ("labels", "", ""),
        ("facts", "a", "ATTACK has the key A already"),
        ("facts", "C", ""),
    ],
)
def test_what_is_wrong_with_a_key_is_told_beforehand(part: Part, key: str, why: str) -> None:
    said = schema_changes.conflict(SCHEMA, part, "GPE" if part == "labels" else "RAID", key)
    assert why in said
    assert bool(said) == bool(why)


def test_the_archived_holder_of_a_key_is_called_so() -> None:
    kept = schema_changes.change(SCHEMA, "labels", "ORG", archived=True)
    assert schema_changes.conflict(kept, "labels", "GPE", "3").startswith(
        "ORG, which is archived, has the key 3"
    )


def test_the_order_changes_and_is_a_change_that_no_hash_has() -> None:
    made = schema_changes.move(SCHEMA, "labels", "FIRM", 0)
    assert list(made.labels) == ["FIRM", "ORG", "GPE"]
    assert (made == SCHEMA, made.hash() == SCHEMA.hash()) == (False, True)
    assert list(schema_changes.move(made, "labels", "FIRM", 9).labels) == ["ORG", "GPE", "FIRM"]
    assert list(schema_changes.move(SCHEMA, "facts", "RAID", -3).facts) == ["RAID", "ATTACK"]
    with pytest.raises(UserError, match="no fact type WAR any more"):
        schema_changes.move(SCHEMA, "facts", "WAR", 0)


def test_gloss_triggers_and_sentence_of_a_fact_type_are_changed() -> None:
    fields = {
        "gloss": " use of \n force",
        "triggers": ["hit", " open  fire ", "hit", ""],
        "sentence": " {actor} *hit* \n",
    }
    made = schema_changes.change(SCHEMA, "facts", "ATTACK", **fields).facts["ATTACK"]
    assert (made.gloss, made.triggers, made.sentence) == (
        "use of force",
        ("hit", "open fire"),
        "{actor} *hit*",
    )
    plain = schema_changes.change(SCHEMA, "facts", "ATTACK", sentence="", gloss="").facts["ATTACK"]
    assert (plain.sentence, plain.gloss) == ("", "")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"gloss": "x" * 33}, "gloss of ATTACK is a few words, 30 characters at most; these are 3 too many"),
        ({"triggers": ["hi\x00t"]}, "invisible characters"),
        ({"sentence": "{actor *hit*"}, "^The sentence “{actor \\*hit\\*” has a { without its }"),
        ({"sentence": "{actor} *hit*\n{who} *hit*"}, "^Line 2: There is no role who in fact type ATTACK"),
    ],
)
def test_a_field_that_will_not_do_is_refused(fields: dict, why: str) -> None:
    with pytest.raises(UserError, match=why):
        schema_changes.change(SCHEMA, "facts", "ATTACK", **fields)


def test_a_key_is_taken_away_and_other_fields_changed() -> None:
    made = schema_changes.change(SCHEMA, "labels", "ORG", key="", hue=7, guideline="Firms.", archived=True)
    assert made.labels["ORG"] == Label("ORG", None, 7, "Firms.", True)
    with pytest.raises(UserError, match="no label NONE any more"):
        schema_changes.change(SCHEMA, "labels", "NONE", key="")


def test_a_rename_keeps_the_place_and_roles_follow() -> None:
    made = schema_changes.rename(SCHEMA, "labels", "ORG", "GROUP")
    assert list(made.labels) == ["GROUP", "GPE", "FIRM"]
    assert made.labels["GROUP"] == Label("GROUP", "3", 25)
    assert made.facts["ATTACK"].roles["actor"].labels == ("GROUP", "FIRM", "GPE")


def test_a_merge_leaves_each_label_once_in_a_role_and_joins_the_roles_of_fact_types() -> None:
    made = schema_changes.merge(SCHEMA, "labels", "FIRM", "ORG")
    assert (list(made.labels), made.facts["ATTACK"].roles["actor"].labels) == (["ORG", "GPE"], ("ORG", "GPE"))
    made = schema_changes.merge(SCHEMA, "facts", "RAID", "ATTACK")
    assert list(made.facts) == ["ATTACK"]
    assert {name: role.labels for name, role in made.facts["ATTACK"].roles.items()} == {
        "place": ("GPE",), "actor": ("ORG", "FIRM", "GPE"),
    }  # fmt: skip
    with pytest.raises(UserError, match="into itself"):
        schema_changes.merge(SCHEMA, "labels", "ORG", "ORG")


def test_what_is_put_back_has_its_key_only_where_that_is_free() -> None:
    without = schema_changes.merge(SCHEMA, "labels", "ORG", "FIRM")
    assert schema_changes.put_back(without, "labels", LABELS["ORG"]).labels["ORG"] == LABELS["ORG"]
    taken = schema_changes.change(without, "labels", "FIRM", key="3")
    assert schema_changes.put_back(taken, "labels", LABELS["ORG"]).labels["ORG"].key is None
    assert schema_changes.put_back(SCHEMA, "labels", Label("ORG")) == SCHEMA


names = st.sampled_from(["ORG", "GPE", "FIRM", "NEW", "", "a b", "NO"])
steps = st.lists(
    st.tuples(st.sampled_from(["rename", "merge", "add"]), st.sampled_from(["labels", "facts"]), names, names)
)


@given(steps)
def test_whatever_is_done_the_schema_can_be_written_and_read_back(done) -> None:
    schema = SCHEMA
    for verb, part, one, other in done:
        try:
            words = (one,) if verb == "add" else (one, other)
            schema = getattr(schema_changes, verb)(schema, part, *words)
        except UserError:
            continue
    assert schema_reader.parse(schema_writer.dump(schema)) == schema


def test_spans_are_carried_and_a_rename_is_no_correction() -> None:
    moved = span(0, 4, "ORG", "m", first=(0, 6, "ORG"), origin="rule")
    corrected = span(8, 9, "ORG", "c", first=(8, 9, "GROUP"), origin="rule")
    made = schema_changes.carried(of(moved, corrected), "labels", "ORG", "GROUP")
    assert made.spans["m"] == replace(moved, label="GROUP", first=(0, 6, "GROUP"))
    assert made.spans["c"] == replace(corrected, label="GROUP", first=None)


def test_of_two_spans_that_say_the_same_the_confirmed_one_stays_else_the_one_called_so_before() -> None:
    confirmed, rejected = span(0, 4, "FIRM", "f"), span(0, 4, "ORG", "o", status=Status.REJECTED)
    assert list(schema_changes.carried(of(confirmed, rejected), "labels", "FIRM", "ORG").spans) == ["f"]
    both = of(confirmed, replace(rejected, status=Status.CONFIRMED))
    assert list(schema_changes.carried(both, "labels", "FIRM", "ORG").spans) == ["o"]


def test_facts_and_comments_on_the_span_that_goes_are_on_the_one_that_stays() -> None:
    fillers = (Filler(0, 4, "f"), Filler(0, 4, "o"), Filler(5, 6, "f2"))
    fact = Fact("x", "ATTACK", None, (Role("actor", fillers),))
    items = (span(0, 4, "FIRM", "f"), span(0, 4, "ORG", "o"), fact, Comment("c", "?", "anna", "1", on="f"))
    made = schema_changes.carried(of(*items), "labels", "FIRM", "ORG")
    assert [filler.span for filler in made.facts["x"].fillers()] == ["o", "f2"]
    assert made.comments["c"].on == "o"


def test_facts_are_carried_by_type() -> None:
    made = schema_changes.carried(
        of(Fact("x", "RAID", (0, 4)), Fact("y", "ATTACK", (0, 4))), "facts", "RAID", "ATTACK"
    )
    assert {fact.type for fact in made.facts.values()} == {"ATTACK"}


@given(
    annotation_sets(LONG, "anna").flatmap(
        lambda made: st.tuples(
            st.just(made), st.permutations([*{s.label for s in made.spans.values()}, "NEW"])
        )
    )
)
def test_nothing_of_the_old_name_is_left_and_no_fact_refers_to_a_span_that_is_gone(drawn) -> None:
    made, (old, new, *_) = drawn[0], [*drawn[1], "LAST"]
    after = schema_changes.carried(made, "labels", old, new)
    assert all(one.label != old for one in after.spans.values())
    held = {id_ for fact in made.facts.values() for id_ in fact.span_ids()} & made.spans.keys()
    left = {id_ for fact in after.facts.values() for id_ in fact.span_ids()}
    assert all(id_ in after.spans for id_ in left if id_ in held)
    assert after.comments.keys() == made.comments.keys()

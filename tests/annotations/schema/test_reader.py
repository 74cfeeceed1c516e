"""project.yaml: what it says, and every mistake in it as a sentence with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.kinds import KINDS
from annotations.schema.types import VERB_KEYS, FactType, Label, RoleType, Schema, TopicType
from tests.strategies import words

NEWS = schema_reader.parse(schema_reader.shipped("news"))
START = "name: P\nlabels:\n"
FACTS = START + "  ORG: {}\nfacts:\n  ATTACK:\n"
WRONG = [
    ("", None, "The file is empty"),
    ("just text", 1, "the project should be written as `name: value` lines"),
    ("- a\n- b", 1, "should be written as `name: value` lines"),
    ("language: en", 1, "The project needs a name"),
    ("nmae: P", 1, "The project needs a name"),
    ("name: P\nlables: {}", 2, "There is no lables in the project; perhaps labels is meant"),
    ("name: P\nname: Q", 2, "name stands twice in the project"),
    ("name: [a]", 1, "The name should be a text"),
    ("name: ''", 1, "The name should be a text"),
    ("name: P\nlabels: [ORG, GPE]", 2, "labels should be written as `name: value` lines"),
    (START + "  ORG: red", 3, "label ORG should be written as `name: value` lines"),
    (START + "  ORG: {}\n  GPE: {}\n  ORG: {}", 5, "ORG stands twice in labels"),
    (START + "  ORG: {key: n}", 3, "Label ORG cannot have the key N: B C F G M N R U X are verbs"),
    (START + "  ORG: {key: oo}", 3, "The key of ORG is one letter or digit, not oo"),
    (START + "  ORG: {key: '+'}", 3, "The key of ORG is one letter or digit"),
    (START + "  ORG: {key: ~}", 3, "The key of ORG is one letter or digit, not ~"),
    (START + "  ORG: {key: o}\n  GPE:\n    key: O", 4, "The labels ORG and GPE have the same key O"),
    (START + "  ORG:\n    hue: 360", 4, "The hue is a whole number from 0 to 359, not 360"),
    (START + "  ORG:\n    hue: -1", 4, "The hue is a whole number"),
    (START + "  ORG:\n    hue: red", 4, "The hue is a whole number"),
    (START + f"  ORG: {{hue: {'9' * 5000}}}", 3, "The hue is a whole number"),
    (START + "  ORG: {archived: perhaps}", 3, "archived is true or false, not perhaps"),
    (START + "  ORG: {guideline: [a]}", 3, "The guideline should be a text"),
    (START + "  [a, b]: {}", 3, "A name in labels must be one plain word"),
    (FACTS + "    role: {who: {}}", 6, "There is no role in fact type ATTACK; perhaps roles is meant"),
    (FACTS + "    triggers: hit", 6, r"The triggers should be a list like \[a, b\]"),
    (FACTS + "    roles: {actor: {labels: [NORP]}}", 6, "There is no label NORP; add it under labels"),
    (FACTS + "    roles:\n      count: {value: money}", 7, "The value of role count is number or date"),
    (
        FACTS + "    roles:\n      who: {kind: thief}",
        7,
        "There is no kind thief for role who; it is one of agent",
    ),
    (FACTS + "    roles:\n      who: {kind: [agent]}", 7, "The kind should be a text"),
    (FACTS + "    roles:\n      actor: {most: 0}", 7, "The most is a whole number from 1 to 1000"),
    (FACTS + "    key: a\n  DAMAGE: {key: a}", 7, "The fact types ATTACK and DAMAGE have the same key A"),
    ("name: P\ntopics: [War]", 2, "topics should be written as `name: value` lines"),
    ("name: P\ntopics:\n  War: {key: w}", 3, "The key of topic War is a digit from 1 to 9, not w"),
    ("name: P\ntopics:\n  War: {key: 1}\n  Oil: {key: 1}", 4, "The topics War and Oil have the same key 1"),
    ("name: P\nlabels: {ORG: ", 2, "This is not YAML"),
    ("name: *other", 1, "This is not YAML"),
    ("name: P\n---\nname: Q", 2, "This is not YAML"),
    ("name: P\nlabels:\n\tORG: {}", 3, "This is not YAML"),
    ("name: P\nlanguage: e\x07n", 2, r"YAML files cannot hold the character U\+0007"),
    ("name: " + "[" * 5000, None, "nested too deeply"),
]


@pytest.mark.parametrize(("text", "line", "reason"), WRONG, ids=[reason[:40] for _, _, reason in WRONG])
def test_every_mistake_is_a_sentence_with_its_line(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        schema_reader.parse(text, "project.yaml")
    place = f"project.yaml:{line}: " if line else "project.yaml: "
    assert str(caught.value).startswith(place)
    assert caught.value.sentence.endswith(".")


KEPT = "It stays in the file and does nothing."
UNKNOWN = [
    ("name: P\nnames: Q", "2: There is no names in the project; perhaps name is meant."),
    (
        "name: P\nowner: Q",
        "2: There is no owner in the project; it may have facts, labels, language, licence, license, name,",
    ),
    (START + "  ORG: {color: red}", "3: There is no color in label ORG; it may have archived, gloss,"),
    (FACTS + "    trigger: [hit]", "6: There is no trigger in fact type ATTACK; perhaps triggers is meant."),
    (FACTS + "    roles:\n      who: {needed: true}", "7: There is no needed in role who; it may have kind,"),
    ("name: P\ntopics:\n  War: {hue: 3}", "3: There is no hue in topic War; it may have guideline, key."),
    (START + "  A: {x: 1}\n  B: {x: 2}", "3: There is no x in label A, nor in 1 other place; it may have"),
]


@pytest.mark.parametrize(("text", "said"), UNKNOWN, ids=[said[:40] for _, said in UNKNOWN])
def test_a_key_that_means_nothing_is_told_with_its_line_and_passed_over(text: str, said: str) -> None:
    notes: list[str] = []
    assert schema_reader.parse(text, "here/project.yaml", notes).name == "P"
    assert len(notes) == 1
    assert notes[0].startswith(f"project.yaml:{said}")
    assert notes[0].endswith(KEPT)


def test_of_many_keys_that_mean_nothing_some_are_told() -> None:
    notes: list[str] = []
    schema_reader.parse("name: P\n" + "".join(f"x{n}: 1\n" for n in range(40)), notes=notes)
    assert len(notes) == 3
    assert notes[-1] == "project.yaml: 38 more names of keys mean nothing in it."


@pytest.mark.parametrize("name", ["NO", "ON", "yes", "1.0", "2024-01-01", "~", "null", "0x1F", "1_000", "<<"])
def test_a_label_is_read_as_it_is_written(name: str) -> None:
    made = schema_reader.parse(f"name: {name}\nlabels:\n  {name}: {{key: 1}}")
    assert (made.name, list(made.labels), made.labels[name].key) == (name, [name], "1")


def test_a_guideline_may_be_left_empty() -> None:
    made = schema_reader.parse(START + "  ORG: {guideline: ''}\n  GPE:\n    guideline:")
    assert [label.guideline for label in made.labels.values()] == ["", ""]


def test_labels_without_a_hue_get_different_ones() -> None:
    made = schema_reader.parse(START + "  ORG: {}\n  GPE: {hue: 30}\n  LOC: {}")
    assert made.labels["GPE"].hue == 30
    assert len({label.hue for label in made.labels.values()}) == 3


def test_keys_of_fact_types_may_be_those_of_labels_and_verbs() -> None:
    made = schema_reader.parse(START + "  ORG: {key: a}\nfacts:\n  ATTACK: {key: A}\n  MEETING: {key: m}")
    assert [fact.key for fact in made.facts.values()] == ["a", "m"]


@pytest.mark.parametrize("name", schema_reader.SHIPPED)
def test_the_shipped_schemas_are_read(name: str) -> None:
    made = schema_reader.parse(schema_reader.shipped(name), name)
    assert schema_reader.parse(schema_writer.dump(made)) == made
    assert not VERB_KEYS & {label.key for label in made.labels.values()}


def test_the_news_schema_has_the_labels_and_fact_types_of_the_design() -> None:
    made = schema_reader.parse(schema_reader.shipped("news"))
    assert len(made.labels) == 18
    assert list(made.facts)[:3] == ["ATTACK", "CASUALTY", "DAMAGE"]
    assert len(made.facts) == 11
    assert all({"time", "place", "source"} <= fact.roles.keys() for fact in made.facts.values())


signs = st.sampled_from("\n\n\n\t #-*>|`:'\"%{[&!\\a") | st.characters(codec="utf-8")
lines = (st.text(max_size=150) | st.text(signs, max_size=60)).filter(lambda text: not text or text.strip())
keys = st.sampled_from("adehijklo0123456789")
roles = st.builds(
    RoleType,
    words | st.sampled_from(["actor", "target", "time", "who"]),
    st.just(()),
    st.booleans(),
    st.none() | st.integers(1, 1000),
    st.sampled_from([None, "number", "date"]),
    st.booleans(),
    st.sampled_from([None, *KINDS]),
)


def named(strategy):
    return st.lists(strategy, max_size=4, unique_by=lambda item: item.name).map(
        lambda items: {i.name: i for i in items}
    )


labels = st.lists(
    st.builds(Label, words, st.none() | keys, st.integers(0, 359), lines, st.booleans()),
    max_size=4,
    unique_by=(lambda label: label.name, lambda label: label.key or object()),
)
fact_types = st.builds(
    FactType, words, st.none(), lines, st.lists(words, max_size=3).map(tuple), named(roles), st.booleans()
)


topics = st.lists(
    st.builds(TopicType, words, st.none() | st.sampled_from("123456789"), lines),
    max_size=3,
    unique_by=(lambda topic: topic.name, lambda topic: topic.key or object()),
)


@given(words, words, labels, named(fact_types), topics)
def test_a_schema_survives_its_file(name, language, some, facts, of) -> None:
    made = Schema(
        name,
        language,
        "none",
        labels={label.name: label for label in some},
        facts=facts,
        topics={topic.name: topic for topic in of},
    )
    assert schema_reader.parse(schema_writer.dump(made)) == made


def test_roles_keep_their_labels_through_the_file() -> None:
    role = RoleType("actor", ("NO", "1.0"))
    made = Schema(
        "P", labels={n: Label(n) for n in ("NO", "1.0")}, facts={"A": FactType("A", roles={"actor": role})}
    )
    assert schema_reader.parse(schema_writer.dump(made)).facts == made.facts


def test_a_file_that_is_missing_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file"):
        schema_reader.read(tmp_path / "none.yaml")
    (tmp_path / "bad.yaml").write_bytes(b"name: caf\xe9")
    with pytest.raises(UserError, match="not UTF-8 text"):
        schema_reader.read(tmp_path / "bad.yaml")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_bytes(b"\xef\xbb\xbfname: P\r\n")
    assert schema_reader.read(tmp_path / "p.yaml").name == "P"


MARKDOWN = "# People\n\nReal or *fictional*.\n\n- yes: Ruiz\n  - also: Maria\n- no: she\n"


@pytest.mark.parametrize(
    "text", [MARKDOWN, MARKDOWN.strip(), "one\n", "\n one", "a \nb", "a\r\nb", "a\u2028b\nc"]
)
def test_a_guideline_of_many_lines_survives_its_file(text: str) -> None:
    made = Schema("P", labels={"A": Label("A", guideline=text), "B": Label("B", key="1")})
    assert schema_reader.parse(schema_writer.dump(made)) == made


def test_a_guideline_of_many_lines_is_written_as_lines() -> None:
    dumped = schema_writer.dump(Schema("P", labels={"A": Label("A", guideline=MARKDOWN)}))
    assert "    guideline: |\n      # People\n\n      Real or *fictional*.\n" in dumped


@pytest.mark.parametrize("fact", NEWS.facts.values(), ids=lambda fact: fact.name)
def test_a_shipped_fact_type_has_three_sentences_and_a_right_and_a_wrong_example(fact: FactType) -> None:
    rule, right, wrong = re.split(r" Right: | Wrong: ", fact.guideline)
    assert rule.count(". ") + rule.endswith(".") == 3
    assert right.endswith(".")
    assert wrong.endswith(".")
    assert fact.key
    assert fact.triggers
    assert {"time", "place", "source"} < fact.roles.keys()

"""The notation of `sentence:`, and each mistake in it with its line; `gloss:` beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.sentence_templates import Blank, Bracket, TemplateVerb, VerbPlace, check, template
from annotations.schema.types import FactType, Label, gloss_of, told_for
from annotations.sentences.shipped import SHIPPED
from tests.marked_facts import told

NEWS = schema_reader.parse(schema_reader.shipped("news"))
CATCH = "name: P\nfacts:\n  CATCH:\n    roles: {hunter: {}, prey: {}}\n    sentence: "
WRONG = [
    ("'{hunter} caught {prey'", 5, "has a { without its }"),
    ("'{hunter caught'", 5, "has a { without its }"),
    ("'{hunter} [on {prey}'", 5, r"has a \[ without its \]"),
    ("'{hunter} *caught {prey}'", 5, r"has a \* without its \*"),
    ("'{hunter}} *caught*'", 5, "has a } that does not belong there"),
    ("'{hunter} [*caught*]'", 5, r"has a \* inside \[ \] that does not belong there"),
    ("'{hunter} [a [{prey}]]'", 5, r"has a \[ inside \[ \] that does not belong there"),
    ("'{} caught'", 5, "has { } without a role"),
    ("'{hunter} [at last]'", 5, r"has \[ \] without a role in \{ \}"),
    ("'{hunter} **'", 5, "has no verb between its stars"),
    ("'{hunter} *caught (catch*'", 5, r"has a \( without its \)"),
    ("'{hunter} *saw* and *caught*'", 5, "has two verbs between stars"),
    (
        "'{hunter} *caught* {fish}'",
        5,
        "There is no role fish in fact type CATCH for its sentence; it has hunter, prey",
    ),
    ("|\n      {hunter} *caught* {prey}\n      {prey} *was caught* by {fox}", 7, "There is no role fox"),
    ("|\n      {hunter} *caught* {prey}\n\n      {prey", 8, "has a { without its }"),
    ("[a, b]", 5, "The sentence should be a text"),
    ("''", 5, "The sentence should be a text"),
]


@pytest.mark.parametrize(("written", "line", "why"), WRONG)
def test_a_mistake_is_told_with_its_line(written: str, line: int, why: str) -> None:
    with pytest.raises(UserError, match=why) as found:
        schema_reader.parse(CATCH + written)
    assert (found.value.line, found.value.where) == (line, "project.yaml")


def test_a_line_is_literals_places_brackets_and_a_verb() -> None:
    (line,) = template("{who, someone} *was hit (blow, a hit), struck* [in  {place} on {day}]!").lines
    verbs = (TemplateVerb("hit", ("blow", "a hit")), TemplateVerb("struck"))
    assert line.parts == (
        Blank("who", "someone"),
        " ",
        VerbPlace(verbs, passive=True),
        " ",
        Bracket(("in ", Blank("place"), " on ", Blank("day"))),
        "!",
    )
    assert [blank.role for blank in line.blanks] == ["who", "place", "day"]
    assert [blank.role for blank in line.said] == ["who"]


def test_the_documentations_example_can_be_read_and_says_what_it_shows() -> None:
    page = (Path(__file__).parents[3] / "docs" / "sentences.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    schema = schema_reader.parse(f"name: P\nlabels: {{GPE: {{}}, LOC: {{}}}}\n{example}")
    assert (
        told("CATCH", "[hunter Foxes] [* trap] [prey a hare]", schema=schema).words == "Foxes snared a hare"
    )
    assert told("CATCH", "[prey hares] are [* caught]", schema=schema).words == "hares were caught"


@pytest.mark.parametrize("type_", SHIPPED)
def test_every_shipped_sentence_could_stand_in_a_schema(type_: str) -> None:
    check(SHIPPED[type_], type_, NEWS.facts[type_].roles)
    said = replace(NEWS, facts={**NEWS.facts, type_: replace(NEWS.facts[type_], sentence=SHIPPED[type_])})
    assert schema_reader.parse(schema_writer.dump(said)) == said


def test_a_gloss_is_written_read_and_short() -> None:
    written = schema_writer.dump(
        replace(NEWS, labels={"GPE": Label("GPE", "4", 145, gloss="country, city")}, facts={})
    )
    assert 'gloss: "country, city"' in written
    assert schema_reader.parse(written).labels["GPE"].gloss == "country, city"
    with pytest.raises(UserError, match="The gloss of GPE is a few words, 30 characters at most") as found:
        schema_reader.parse(f"name: P\nlabels:\n  GPE:\n    gloss: {'x' * 31}")
    assert found.value.line == 4


@pytest.mark.parametrize(
    ("guideline", "gloss"),
    [
        ("Companies, agencies, ministries.", "Companies, agencies"),
        ("Parts of a day: 12:15 a.m.", "Parts"),
        ("Offices and ranks before a name.", "Offices and ranks"),
        ("", ""),
        ("שמות של אנשים.", "שמות של אנשים"),
        ("x" * 90, ""),
    ],
)
def test_without_a_gloss_the_guidelines_first_words_stand(guideline: str, gloss: str) -> None:
    assert gloss_of(Label("A", guideline=guideline)) == gloss
    assert gloss_of(Label("A", guideline=guideline, gloss="ship, car")) == "ship, car"


def test_where_there_is_room_the_guidelines_first_clause_stands_whole() -> None:
    use = FactType("USE", guideline="One use of force at one place and time. The actor uses it.")
    assert told_for(use) == "One use of force at one place and time"
    assert told_for(replace(use, gloss="one use of force")) == "one use of force"
    assert told_for(FactType("X", guideline="so " * 90)) == f"{('so ' * 30).strip()} …"
    assert told_for(Label("A")) == ""


def test_a_fact_type_has_a_gloss_too() -> None:
    schema = schema_reader.parse(
        "name: P\nfacts:\n  SERVE: {gloss: who cooks what, guideline: Cooking. Not eating.}"
    )
    assert gloss_of(schema.facts["SERVE"]) == "who cooks what"
    assert gloss_of(replace(schema.facts["SERVE"], gloss="")) == "Cooking"
    assert schema_reader.parse(schema_writer.dump(schema)) == schema
    with pytest.raises(UserError, match="The gloss of SERVE is a few words"):
        schema_reader.parse(f"name: P\nfacts:\n  SERVE: {{gloss: {'x' * 31}}}")


def test_every_label_of_the_news_has_a_gloss() -> None:
    assert [name for name, label in NEWS.labels.items() if not label.gloss] == []


def test_neither_gloss_nor_sentence_is_in_the_hash() -> None:
    plain = replace(NEWS, labels={name: replace(label, gloss="") for name, label in NEWS.labels.items()})
    attack = replace(NEWS.facts["ATTACK"], sentence="{actor} *hit* {target}", gloss="use of force")
    assert plain.hash() == NEWS.hash() == replace(NEWS, facts={**NEWS.facts, "ATTACK": attack}).hash()

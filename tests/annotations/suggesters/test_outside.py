"""A suggester's run over articles: what it finds lies beside the rest, and what it does not do is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.suggest.mentions import Learned, SeenAs
from annotations.suggesters.outside import Looked, OutsideSuggester
from tests.annotations.suggesters.scripts import BAD, PLAIN, command

TEXT = "Norland struck Sudland on Friday."
LINES = "import json, sys\nfor n, line in enumerate(sys.stdin):\n    one = json.loads(line)\n    "


def schema(language: str = "en") -> Schema:
    return schema_reader.parse(schema_reader.shipped("news").replace("language: en", f"language: {language}"))


def looked(
    folder: Path,
    code: str,
    ids: Sequence[str] = ("a1", "a2", "a3"),
    *,
    text: str = TEXT,
    language: str = "en",
    facts: bool = False,
    learned: Learned = Learned(),  # noqa: B008 - frozen
) -> tuple[list[Looked], list[str], OutsideSuggester]:
    """The articles that were looked through, what was said, and the suggester afterwards."""
    said: list[str] = []
    at = command(folder / "own", code, timeout=5)
    suggester = OutsideSuggester(at, schema(language), folder, spans=True, facts=facts)
    found = list(suggester.look([Asked(id_, text) for id_ in ids], learned, said.append))
    return found, [str(one) for one in said], suggester


def marks(one: Looked) -> list[tuple[str, str, str, float | None]]:
    spans = one.suggested.spans
    return [(one.article.text[s.start : s.end], s.label, s.origin, s.score) for s in spans]


def test_its_spans_lie_beside_those_of_the_rules_and_wordings_seen(tmp_path: Path) -> None:
    learned = Learned({"Sudland": SeenAs("GPE", 2, 2)})
    [one], said, suggester = looked(tmp_path, PLAIN, ["a1"], learned=learned)
    assert marks(one) == [
        ("Norland", "GPE", "test", 0.75),
        ("Sudland", "GPE", "seen 2 times", 0.6667),
        ("Friday", "DATE", "rule", 0.9),
    ]
    assert (said, suggester.tally.sentence) == ([], "1 article, 1 span.")


def test_in_another_language_the_rules_are_silent(tmp_path: Path) -> None:
    [one], _, _ = looked(tmp_path, PLAIN, ["a1"], language="de")
    assert marks(one) == [("Norland", "GPE", "test", 0.75)]


@pytest.mark.parametrize(
    ("named", "origin"),
    [
        ({"name": "gliner", "version": "2.1"}, "gliner 2.1"),
        ({"name": "a\nb\x07\u202e", "version": 3}, "a b 3"),
        ({"name": "rule"}, "test"),
        ({"name": "  "}, "test"),
        ({"name": "x" * 500}, "x" * 100),
    ],
)
def test_the_name_that_it_gives_itself_is_the_origin(
    tmp_path: Path, named: dict[str, object], origin: str
) -> None:
    [one], *_ = looked(tmp_path, f"print({json.dumps(named)!r})\n{PLAIN}", ["a1"])
    assert marks(one)[0][2] == origin


def test_nothing_is_suggested_in_boilerplate(tmp_path: Path) -> None:
    text = f"{TEXT}\n\nNorland: all rights reserved. Copyright © 2024 The Norland Times."
    code = LINES + "print(json.dumps({'id': one['id'], 'quotes': [{'text': 'Norland', 'label': 'GPE'}] * 3}))"
    [one], *_ = looked(tmp_path, code, ["a1"], text=text)
    assert [mark[0] for mark in marks(one) if mark[2] == "test"] == ["Norland"]
    assert one.suggested.boilerplate


def test_an_error_costs_one_article_what_the_suggester_finds(tmp_path: Path) -> None:
    error = "{'id': one['id'], 'error': 'rate limit'} if n == 1 else {'id': one['id'], 'spans': []}"
    found, said, suggester = looked(tmp_path, f"{LINES}print(json.dumps({error}))")
    assert [(one.article.id, one.error) for one in found] == [("a1", ""), ("a3", ""), ("a2", "rate limit")]
    assert [mark[0] for mark in marks(found[2])] == ["Friday"]
    assert said == ["In a2 (a2) the suggester test has an error: rate limit."]
    assert suggester.tally.sentence == "2 articles, 0 spans; 1 error."
    assert not suggester.has_stopped


def test_when_most_answers_are_errors_it_is_stopped_and_the_rest_stays_to_be_looked_through(
    tmp_path: Path,
) -> None:
    code = LINES + "print(json.dumps({'id': one['id'], 'error': 'no key'}), flush=True)"
    found, said, suggester = looked(tmp_path, code, [f"a{n}" for n in range(50)])
    assert (found, suggester.has_stopped) == ([], True)
    words = "10 of 10 answers are of no use (the last: no key); 50 articles stay to be looked through"
    assert said == [f"The suggester test was stopped: {words}."]


def test_when_most_answers_are_none_it_is_said(tmp_path: Path) -> None:
    code = LINES + "print(json.dumps({'id': one['id'], 'entities': []}))"
    found, [said], _ = looked(tmp_path, code)
    assert (found, said.startswith("The suggester test was stopped: 3 of 3 answers are of no use")) == (
        [],
        True,
    )


def test_one_article_whose_quotes_are_nowhere_counts_as_looked_through(tmp_path: Path) -> None:
    quotes = "[{'text': 'Oslo', 'label': 'GPE'}, {'text': 'Norland', 'label': 'CITY'}]"
    code = f"{LINES}print(json.dumps({{'id': one['id'], 'quotes': {quotes}}}))"
    found, said, suggester = looked(tmp_path, code, ["a1"])
    assert (len(found), said) == (1, [])
    sentence = "1 article, 0 spans; 2 of 2 left out: 1 quote not in the text, 1 unknown label."
    assert suggester.tally.sentence == sentence


def test_what_came_before_a_script_died_is_kept_and_the_rest_is_missing(tmp_path: Path) -> None:
    found, [said], _ = looked(tmp_path, BAD["dies midway"])
    assert ([one.article.id for one in found], "2 articles stay to be looked through" in said) == (
        ["a1"],
        True,
    )


def test_it_is_told_labels_guidelines_fact_types_and_roles(tmp_path: Path) -> None:
    code = LINES + "open('asked', 'w').write(line); print(json.dumps({'id': one['id']}))"
    looked(tmp_path, code, ["a1"], facts=True)
    asked = json.loads((tmp_path / "own" / "asked").read_text())
    assert (asked["id"], asked["text"], asked["language"]) == ("a1", TEXT, "en")
    [gpe] = [label for label in asked["labels"] if label["name"] == "GPE"]
    assert gpe["guideline"].startswith("Countries")
    [attack] = [type_ for type_ in asked["fact_types"] if type_["name"] == "ATTACK"]
    actor = {"name": "actor", "kind": "agent", "required": True, "most": None, "value": None}
    assert {name: value for name, value in attack["roles"][0].items() if name != "labels"} == actor
    assert (attack["guideline"] != "", "GPE" in attack["roles"][0]["labels"]) == (True, True)


def test_facts_come_with_the_place_of_each_quote(tmp_path: Path) -> None:
    fact = "{'type': 'ATTACK', 'trigger': 'struck', 'roles': {'actor': ['Norland'], 'target': 'Sudland'}}"
    code = f"{LINES}print(json.dumps({{'id': one['id'], 'facts': [{fact}]}}))"
    [one], _, suggester = looked(tmp_path, code, ["a1"], facts=True)
    [draft] = one.drafts
    assert (draft.type, draft.trigger) == ("ATTACK", (8, 14))
    assert draft.fillers == {"actor": ((0, 7),), "target": ((15, 22),)}
    assert suggester.tally.sentence == "1 article, 1 fact."

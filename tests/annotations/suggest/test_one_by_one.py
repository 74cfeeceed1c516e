"""One article, pattern or pipeline that fails costs itself alone, and is told in a sentence."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from spacy.matcher import Matcher

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.problems import Noted
from annotations.schema import reader as schema_reader
from annotations.suggest import suggester
from annotations.suggest.one_by_one import each
from annotations.suggest.pattern_lines import FILE, PatternsText
from annotations.suggest.patterns import Patterns
from annotations.suggest.repeating import Repeating
from annotations.suggest.worker import serve
from annotations.text.spacy_tokens import blank, doc_of
from tests.making import put_articles, small_project
from tests.ui.commands.commands import run

NLP = blank()
ENDLESS = '{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "^(a+)+$"}}]}'
QUICK = '{"label": "GPE", "pattern": "Oslo"}'
SLOW_TEXT = f"He said {'a' * 40}b in Oslo."


def test_an_article_that_fails_is_told_and_the_others_have_theirs() -> None:
    def look(articles: Iterable[Asked]) -> Iterator[int]:
        yield from (10 // (len(article.text) - 3) for article in articles)

    told: list[str] = []
    articles = [Asked(text, text) for text in ("a", "abc", "abcd")]
    found = [(one.id, what) for one, what in each(articles, look, told.append)]
    assert found == [("a", -5), ("abc", None), ("abcd", 10)]
    assert [said.rpartition(": ")[0] for said in told] == [
        "In abc (abc) nothing could be suggested: ZeroDivisionError"
    ]


def test_fifty_articles_that_fail_are_one_line_a_kind_of_error() -> None:
    def look(articles: Iterable[Asked]) -> Iterator[int]:
        yield from (10 // int(article.text) for article in articles)

    noted = Noted()
    articles = [Asked(str(n), "0" if n % 2 else f"x{n}", f"{{Title}} {n}") for n in range(100)]
    assert [what for _, what in each(articles, look, noted.note)] == [None] * 100
    one, other = noted.lines()
    assert one.startswith("In {Title} 0 (0) nothing could be suggested: ValueError: invalid literal")
    assert "ZeroDivisionError" in other
    assert [said.rpartition(" (")[2] for said in (one, other)] == ["And 49 more of this kind.)"] * 2


def test_a_pipeline_that_ends_the_program_costs_one_article() -> None:
    def look(articles: Iterable[Asked]) -> Iterator[int]:
        for article in articles:
            yield len(article.text) if article.text != "end" else sys.exit(0)

    told: list[str] = []
    found = [
        what for _, what in each([Asked(text, text) for text in ("a", "end", "abcd")], look, told.append)
    ]
    assert (found, told) == ([1, None, 4], ["In end (end) nothing could be suggested: SystemExit: 0."])


def test_a_pattern_that_never_ends_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"{QUICK}\n{ENDLESS}", "utf-8")
    made, begun = Patterns(PatternsText.below(tmp_path), NLP), time.monotonic()
    assert [one.label for one in made.find(doc_of(NLP, SLOW_TEXT))] == ["GPE"]
    assert [said.partition(" and ")[0] for said in made.left_out] == [
        f"{FILE}:2: This pattern takes too long"
    ]
    assert time.monotonic() - begun < 20


def test_parts_that_repeat_cost_no_more_than_the_text_is_long(tmp_path: Path) -> None:
    parts = ", ".join(['{"IS_ALPHA": true, "OP": "+"}'] * 12)
    (tmp_path / FILE).write_text(f'{{"label": "ORG", "pattern": [{parts}]}}', "utf-8")
    made = Patterns(PatternsText.below(tmp_path), NLP)
    assert len([*made.find(doc_of(NLP, "word " * 2000))]) == 2000 - 11
    assert made.left_out == []


def test_repeating_parts_match_what_spacys_matcher_matches() -> None:
    random = Random(4)
    ops = ("?", "+", "*", "!", "{2}", "{1,2}", "{2,}", "{,2}")
    for _ in range(500):
        kinds = [{} if random.random() < 0.2 else {"LOWER": random.choice("abc")} for _ in range(4)]
        pattern = [
            {**kind, **({"OP": random.choice(ops)} if random.random() < 0.7 else {})} for kind in kinds
        ]
        doc = NLP.make_doc(" ".join(random.choice("abcd") for _ in range(9)))
        matcher = Matcher(NLP.vocab)
        matcher.add("x", [pattern])
        longest: dict[int, int] = {}
        for _, start, end in sorted(matcher(doc), key=lambda match: match[2]):
            longest |= {start: end} if end > start else {}
        assert dict(Repeating(pattern, NLP.vocab).find(doc)) == longest, pattern


BROKEN = '{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "("}}]}'
DEEP = '{"label": "ORG", "pattern": ' + "[" * 100_000 + "]" * 100_000 + "}"
NESTED = '{"label": "ORG", "pattern": [{"TEXT": ' + '{"NOT_IN": ' * 200 + "[]" + "}" * 201 + "]}"
LONG = '{"label": "ORG", "pattern": [{"OP": "{9999}"}]}'


@pytest.mark.parametrize(
    "line", [BROKEN, DEEP, NESTED, LONG, '{"label": "A", "pattern": [{"LOWER": "a", "OP": 3}]}']
)
def test_a_line_that_is_no_pattern_is_named_and_the_others_are_used(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).write_text(f"{QUICK}\n{line}", "utf-8")
    made = Patterns(PatternsText.below(tmp_path), NLP)
    assert [one.label for one in made.find(doc_of(NLP, "Near Oslo."))] == ["GPE"]
    (said,) = made.left_out
    assert said.startswith(f"{FILE}:2: This ")


@pytest.mark.parametrize("name", ["peewee", "pytest"])
def test_a_package_that_is_no_pipeline_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(
        UserError, match=f"There is no pipeline {name}: it is no shipped one, no installed spaCy package"
    ):
        suggester.load(name)


def test_the_worker_tells_of_an_article_whose_facts_cannot_be_looked_for() -> None:
    good = {"id": "a", "text": "Norland struck Sudland."}
    request = {"id": 1, "job": "suggest", "what": "all", "pipeline": "rules", "labels": ["GPE"]}
    request |= {"schema": schema_reader.shipped("news"), "articles": [good, {**good, "id": "b"}]}
    grounds = {"a": {"boilerplate": [["x", None]]}, "b": {}}  # what no annotator's work can hold
    out = io.StringIO()
    serve([json.dumps({**request, "grounds": grounds})], out)
    one, two, trouble, done = map(json.loads, out.getvalue().splitlines())
    assert [(reply["article"], reply["facts_failed"]) for reply in (one, two)] == [("a", True), ("b", False)]
    assert trouble["trouble"].startswith("In a (a) nothing could be suggested")
    assert done["done"]


def test_suggest_names_a_slow_pattern_and_suggests_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small_project(tmp_path / "p")
    put_articles(project, a=SLOW_TEXT, b="Oslo is calm.")
    (tmp_path / "p" / FILE).write_text(f"{ENDLESS}\n{QUICK}", "utf-8")
    assert run("suggest", tmp_path / "p", "--pipeline", "rules") == 1
    assert f"factmark: {FILE}:1: This pattern takes too long" in capsys.readouterr().err
    found = [one.label for id_ in "ab" for one in project.sheet(id_, "anna").undecided if one.kind == "span"]
    assert found.count("GPE") == 2

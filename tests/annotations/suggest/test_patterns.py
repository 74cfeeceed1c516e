"""A project's own patterns, in Prodigy's shape."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import pytest
from spacy.matcher import Matcher

from annotations.suggest.pattern_lines import FILE, NO_WORDS, PatternsText
from annotations.suggest.patterns import ENDLESS, Patterns, check
from annotations.text.spacy_tokens import blank, doc_of

NLP = blank()


def patterns(folder: Path, *lines: str) -> Patterns:
    (folder / FILE).write_text("\n".join(lines), "utf-8")
    return Patterns(PatternsText.below(folder), NLP)


def test_wordings_and_token_patterns_are_found(tmp_path: Path) -> None:
    made = patterns(
        tmp_path,
        '{"label": "PRODUCT", "pattern": "Galaxy Leader"}',
        '{"label": "WEAPON", "pattern": [{"LOWER": "sea"}, {"LOWER": "drone"}]}',
    )
    text = "😀 The Galaxy Leader met a Sea drone."
    found = [(text[p.start : p.end], p.label, p.origin) for p in made.find(doc_of(NLP, text))]
    assert found == [("Galaxy Leader", "PRODUCT", "pattern"), ("Sea drone", "WEAPON", "pattern")]


def test_a_lower_case_attribute_works_as_prodigy_writes_it(tmp_path: Path) -> None:
    made = patterns(tmp_path, '{"label": "ORG", "pattern": [{"lower": "reuters"}]}')
    assert [p.label for p in made.find(doc_of(NLP, "REUTERS said"))] == ["ORG"]


def test_words_are_found_as_spacys_matcher_finds_them(tmp_path: Path) -> None:
    random = Random(7)
    kinds = {"ORTH": "aAb", "TEXT": "aAb", "lower": "aAb", "LOWER": "ab"}
    for _ in range(200):
        made = [[] for _ in range(6)]
        for tokens in made:
            name = random.choice([*kinds])
            tokens += [{name: random.choice(kinds[name])} for _ in range(random.randint(1, 3))]
        matcher = Matcher(NLP.vocab)
        matcher.add("X", made)
        doc = NLP.make_doc(" ".join(random.choice("aAbB") for _ in range(9)))
        spans = {(doc[start:end].start_char, doc[start:end].end_char) for _, start, end in matcher(doc)}
        lines = [json.dumps({"label": "X", "pattern": tokens}) for tokens in made]
        assert {one[:2] for one in patterns(tmp_path, *lines).find(doc)} == spans, made


def test_thirty_thousand_wordings_take_seconds(tmp_path: Path) -> None:
    begun = time.process_time()
    made = patterns(tmp_path, *(f'{{"label": "GPE", "pattern": "w{n} x"}}' for n in range(30_000)))
    assert [one.label for one in made.find(doc_of(NLP, "Near w12 x and w29999 x here."))] == ["GPE", "GPE"]
    assert time.process_time() - begun < 20


def test_without_the_file_there_are_no_patterns(tmp_path: Path) -> None:
    assert list(Patterns(PatternsText.below(tmp_path), NLP).find(doc_of(NLP, "Oslo"))) == []


BAD = {
    "{": "This line is not JSON",
    "[]": "A pattern is written",
    '{"label": "A"}': "A pattern is written",
    '{"label": "", "pattern": "x"}': "A pattern is written",
    '{"label": "A", "pattern": [{"NOPE": 1}]}': "This is no token pattern",
    '{"label": "A", "pattern": [3]}': "This is no token pattern",
    '{"label": "A", "pattern": "  "}': "This is no token pattern",
    r'{"label": "A", "pattern": "x \ud800"}': "This pattern was not taken: it has half of a character",
    r'{"label": "\udc00", "pattern": "x"}': "This pattern was not taken: it has half of a character",
    r'{"label": "A", "pattern": [{"LOWER": "\ud800"}]}': "This pattern was not taken: it has half of a character",
}


@pytest.mark.parametrize(("line", "sentence"), BAD.items())
def test_a_mistake_is_a_sentence_with_its_line(tmp_path: Path, line: str, sentence: str) -> None:
    (said,) = patterns(tmp_path, '{"label": "A", "pattern": "x"}', line).left_out
    assert said.startswith(f"{FILE}:2: {sentence}")


def test_fifty_mistakes_of_a_kind_are_one_line_and_every_kind_is_named(tmp_path: Path) -> None:
    good = '{"label": "A", "pattern": "x"}'
    assert patterns(tmp_path, *[good, "{"] * 50, '{"label": "A"}').left_out == [
        f"{FILE}:2: This line is not JSON. (And 49 more of this kind in the file, on the lines 4, 6, 8, 10, 12 ….)",
        f'{FILE}:101: A pattern is written {{"label": ..., "pattern": ...}}.',
    ]


EVERYTHING = [
    '[{"IS_ALPHA": true}]',
    "[{}]",
    '[{"OP": "*"}]',
    '[{"LENGTH": {">=": 2}}]',
    '[{"TEXT": {"REGEX": "."}}]',
    '[{"IS_PUNCT": false}, {}]',
]


@pytest.mark.parametrize("tokens", EVERYTHING)
def test_a_pattern_that_matches_everything_is_named_and_left_out(tmp_path: Path, tokens: str) -> None:
    made = patterns(tmp_path, '{"label": "A", "pattern": "Oslo"}', f'{{"label": "B", "pattern": {tokens}}}')
    assert [one.label for one in made.find(doc_of(NLP, "Near Oslo they met."))] == ["A"]
    (said,) = made.left_out
    assert said.startswith(f"{FILE}:2: This pattern matches nearly everything, ")


@pytest.mark.parametrize("wording", ["...", ".", "“ ”"])
def test_a_wording_of_punctuation_alone_is_named_and_left_out(tmp_path: Path, wording: str) -> None:
    made = patterns(tmp_path, json.dumps({"label": "A", "pattern": wording}))
    assert list(made.find(doc_of(NLP, "He said: “no” ..."))) == []
    assert made.left_out == [f"{FILE}:1: {NO_WORDS}"]


NARROW = ['[{"IS_TITLE": true, "OP": "+"}]', '[{"LIKE_NUM": true}, {}]', '[{"LOWER": {"IN": ["a", "the"]}}]']


@pytest.mark.parametrize("tokens", NARROW)
def test_a_pattern_of_many_matches_stays(tmp_path: Path, tokens: str) -> None:
    made = patterns(tmp_path, f'{{"label": "B", "pattern": {tokens}}}')
    assert any(made.find(doc_of(NLP, "The 3 Ships")))
    assert made.left_out == []


def test_every_token_pattern_is_checked_whatever_is_wrong_with_others(tmp_path: Path) -> None:
    lines = (
        '{"label": "A", "pattern": "--"}',
        "x",
        '{"label": "A", "pattern": [{"IS_ALPHA": true}]}',
        '{"label": "A", "pattern": [{"LOWER": "pie"}]}',
        '{"label": "A", "pattern": [{"LOWER": 3}]}',
    )
    (tmp_path / FILE).write_text("\n".join(lines), "utf-8")
    found = {one.line: one.reason for one in check(tmp_path / FILE)}
    assert sorted(found) == [2, 3, 5]
    assert "matches nearly everything" in found[3]


@pytest.mark.parametrize(
    ("regex", "told"),
    [("(a+)+$", True), ("([a-z]+)*x", True), ("(0|00)+y", True), ("^[a-z]+$", False), ("x+y", False)],
)
def test_a_regular_expression_that_may_never_end_is_told(tmp_path: Path, regex: str, told: bool) -> None:
    line = {"label": "A", "pattern": [{"TEXT": {"REGEX": regex}}, {"LOWER": "pie"}]}
    (tmp_path / FILE).write_text(json.dumps(line), "utf-8")
    assert [one.reason for one in check(tmp_path / FILE)] == ([ENDLESS] if told else [])


def test_a_wording_that_is_stopped_is_no_pattern_and_no_mistake(tmp_path: Path) -> None:
    made = patterns(tmp_path, '{"label": "ORG", "stop": "Red\\n Sea"}', '{"label": "ORG", "stop": " "}')
    assert made.stops == {("Red Sea", "ORG")}
    assert [*made.find(doc_of(NLP, "the Red Sea"))] == []
    assert len(made.left_out) == 1
    assert len(check(tmp_path / FILE)) == 1

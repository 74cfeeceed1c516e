"""Tokens remembered run by run are those of the whole text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.writing.alignment import own_tokens, spacy_bounds, spoken
from annotations.text.spacy_tokens import doc_of
from annotations.text.tokens import tokens
from tests.strategies import texts

ROOT = Path(__file__).parents[4]
CORPORA = ROOT.parent / "shared" / "corpora"
TRICKY = st.text(alphabet=" \t\r\n\u00a0\u2028.a'’tdon1p:-(m€%カ東\uff9e\u0301", max_size=40)


def whole(text: str, language: str = "en") -> list[tuple[int, int, bool]]:
    """Bounds of the tokens of the text as spaCy gives them, and whether a blank follows."""
    return [(t.idx, t.idx + len(t), bool(t.whitespace_)) for t in doc_of(spoken(language), text)]


@given(st.one_of(texts, TRICKY))
def test_any_text(text: str) -> None:
    assert list(spacy_bounds(text, "en")) == whole(text)
    own = own_tokens(text)
    assert list(zip(own.starts, own.ends, strict=True)) == tokens(text)


@pytest.mark.parametrize("language", ["de", "es", "ar", "zh", "ja", "th"])
def test_the_tokens_are_those_of_the_language(language: str) -> None:
    text = "Am 3. Okt. kam er.\n¿Qué pasó? وصل الوفد؟ 他昨天到达北京。 東京に着いた。 "
    assert list(spacy_bounds(text, language)) == whole(text, language)


def test_the_samples() -> None:
    for path in sorted((ROOT / "samples").glob("*.txt")):
        text = path.read_text("utf-8")
        assert list(spacy_bounds(text, "en")) == whole(text), path.name


@pytest.mark.skipif(not CORPORA.exists(), reason="skipped: ../shared is not there")
def test_the_corpora() -> None:
    for line in (CORPORA / "gmb.test.jsonl").read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        assert list(spacy_bounds(text, "en")) == whole(text)

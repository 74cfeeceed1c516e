"""Parses: how a pipeline's Doc becomes one, in code points, and what of it a sentence is given."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from spacy.language import Language
from spacy.tokens import Doc

from annotations.articles import Asked
from annotations.suggest.parse import NO_PARSE, Parse, Token
from annotations.suggest.suggester import Suggester, parser
from annotations.text.spacy_tokens import PIECE
from tests.strategies import texts


@Language.component("chaining", assigns=["token.dep", "token.head"])
def chaining(doc: Doc) -> Doc:
    """A parser of the simplest kind: of each four tokens the first is the root, the others hang on the one ahead."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=[n - bool(n % 4) for n in range(len(doc))],
        deps=["dep" if n % 4 else "ROOT" for n in range(len(doc))],
    )


@pytest.fixture(scope="module")
def chained() -> Suggester:
    nlp = spacy.blank("en")
    nlp.add_pipe("chaining")
    return Suggester(nlp, "chained 1.0")


def test_an_articles_tokens_are_in_code_points(chained: Suggester) -> None:
    text = "👨\u200d👩\u200d👧 Norland\u00a0struck it."
    [parse] = chained.parses([Asked("a", text)])
    quotes = [text[token.start : token.end] for token in parse.tokens]
    assert [quote for quote in quotes if quote.isascii()] == ["Norland", "struck", "it", "."]
    assert [token.head for token in parse.tokens] == [n - bool(n % 4) for n in range(len(quotes))]


@given(texts)
def test_every_token_lies_in_the_text(chained: Suggester, text: str) -> None:
    [parse] = chained.parses([Asked("a", text)])
    assert (
        "".join(text[token.start : token.end] for token in parse.tokens).split()
        == "".join(text.split(" ")).split()
    )


def test_a_long_article_is_parsed_in_parts_that_are_numbered_on(chained: Suggester) -> None:
    text = "Norland struck Sudland. " * (PIECE // 20)
    [found] = chained.suggest([Asked("a", text)], {"GPE"})
    [parse] = chained.parses([Asked("a", text)])
    assert found.parse == parse
    quotes = [text[token.start : token.end] for token in parse.tokens]
    assert [quote for quote in quotes if quote != " "] == ["Norland", "struck", "Sudland", "."] * (
        PIECE // 20
    )
    assert all(n - token.head in (0, 1) for n, token in enumerate(parse.tokens))


def test_without_a_parser_there_is_no_parse() -> None:
    asked = [Asked("a", "Norland struck Sudland."), Asked("b", "")]
    assert [*Suggester(spacy.blank("en"), "blank").parses(asked)] == [NO_PARSE, NO_PARSE]
    assert [one.parse for one in Suggester(spacy.blank("en"), "blank").suggest(asked, set())] == [
        NO_PARSE
    ] * 2


@pytest.mark.parametrize("name", ["none", "rules", "en_news"])
def test_what_has_no_parser_is_not_loaded_for_one(name: str) -> None:
    assert parser(name).nlp is None


def test_what_hangs_on_a_token_outside_the_range_hangs_on_nothing() -> None:
    parse = Parse(
        (Token(0, 1, 2, "nsubj"), Token(2, 3, 1, "ROOT"), Token(4, 5, 1, "dobj"), Token(6, 7, 9, "x"))
    )
    assert parse.within(2, 8).tokens == (Token(2, 3, 0, "ROOT"), Token(4, 5, 0, "dobj"), Token(6, 7, 2, ""))
    assert parse.within(8, 9) == NO_PARSE

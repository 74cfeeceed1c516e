"""The choice of quotes: the same in any order, other wordings and other articles first, of a good length."""

from __future__ import annotations

from itertools import permutations
from random import Random

from annotations.paper.quotes import LONGEST, ArticleQuotes, QuoteChoice, WorkQuote
from annotations.text.sentences import sentences

TEXT = "The ship left Oslo on Tuesday with two hundred tonnes of grain. It came to Aden. Nobody saw it leave the port again."


def quote(
    article: str, words: str, *, before: str = "They saw how the old ship of the line left ", sets: int = 1
) -> WorkQuote:
    return WorkQuote(article, 0, len(words), before, words, " at noon.", sets=sets)


def chosen(quotes: list[WorkQuote], count: int) -> list[WorkQuote]:
    choice = QuoteChoice()
    for one in quotes:
        choice.add("GPE", one)
    return choice.chosen("GPE", count)


def test_the_order_in_which_work_is_read_does_not_count() -> None:
    quotes = [quote(f"a{n}", words) for n, words in enumerate(("Oslo", "Aden", "oslo", "Sanaa", "Turin"))]
    assert len({tuple(chosen(list(some), 3)) for some in permutations(quotes)}) == 1


def test_neither_does_it_of_many_wordings() -> None:
    quotes = [quote(f"a{n % 7}", f"word {n}") for n in range(1_000)]
    found = chosen(quotes, 5)
    Random(1).shuffle(quotes)
    assert chosen(quotes, 5) == found


def test_each_has_a_wording_and_an_article_of_its_own() -> None:
    quotes = [quote(article, words) for article in "ab" for words in ("Oslo", "OSLO", "Aden", "Sanaa")]
    found = chosen(quotes, 3)
    assert len({one.wording for one in found}) == 3
    assert {one.article for one in found[:2]} == {"a", "b"}


def test_what_several_say_and_what_is_of_a_good_length_comes_first() -> None:
    short, many = quote("b", "Aden", before=""), quote("c", "Turin", before="", sets=2)
    assert [one.words for one in chosen([short, quote("a", "Oslo"), many], 3)] == ["Turin", "Oslo", "Aden"]


def test_words_stand_in_their_sentence() -> None:
    said = ArticleQuotes("a", TEXT, sentences(TEXT)).quote(14, 18)
    assert (said.before, said.words) == ("The ship left ", "Oslo")
    assert said.text == "The ship left Oslo on Tuesday with two hundred tonnes of grain."


def test_of_a_very_long_sentence_there_is_what_stands_round_the_words() -> None:
    text = "word " * 100_000 + "Oslo" + " word" * 100_000
    said = ArticleQuotes("a", text, sentences(text)).quote(500_000, 500_004)
    assert len(said.text) <= LONGEST + 10
    assert said.before.startswith("…")
    assert said.after.endswith("…")


def test_words_beyond_every_sentence_are_quoted_alone() -> None:
    said = ArticleQuotes("a", TEXT, sentences(TEXT)).quote(14, 80)
    assert (said.before, said.after) == ("", "")

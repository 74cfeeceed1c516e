"""Quotes in a text: found again in whatever form a model wrote them, at the place that is meant, or not at all."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from annotations.suggesters.quotes import Quote, QuotedText, fold
from annotations.text.sentences import sentences
from annotations.text.tokens import tokens

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.txt"))
TEXT = "Straße in Zürich: for “USS  Carney” or U.S. Carney’s ship; 東京都 ﬁre, Cafe\u0301 no\u00adta.\nFor or"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("for", ["for"]),  # not the For behind it, since it is there as it is
        ("FOR", ["for", "For"]),
        ("or", ["or", "or"]),  # and not in "for"
        ("strasse", ["Straße"]),
        ("rasse", []),
        ("Zurich", ["Zürich"]),
        ('"uss carney"', ["“USS  Carney”"]),
        ("Carney's", ["Carney’s"]),
        ("fire", ["ﬁre"]),
        ("ire", []),
        ("東京", ["東京"]),
        ("Cafe", ["Cafe\u0301"]),
        ("NOTA", ["no\u00adta"]),
        ("nota. for", []),  # a paragraph ends in it
        ("Oslo", []),
        ("", []),
        ("\u200b", []),
        ("\ud800", []),
    ],
)
def test_a_quote_stands_on_whole_words_as_it_is_or_folded(quote: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in QuotedText(TEXT).places(Quote(quote))] == found


def test_of_several_places_the_one_behind_the_last_quote_is_meant() -> None:
    text = QuotedText("Oslo and Bergen, then Oslo")
    assert [text.next_place(Quote("Oslo"), after) for after in (0, 4, 26)] == [(0, 4), (22, 26), (0, 4)]


def test_words_in_front_tell_which_place_is_meant() -> None:
    text = QuotedText("the ship Carney met the destroyer  Carney")
    assert text.next_place(Quote("Carney", before="The Destroyer "), 0) == (35, 41)
    assert text.next_place(Quote("Carney", before="somewhere else"), 0) == (9, 15)


def test_the_nearest_place_is_the_one_with_least_between() -> None:
    text = QuotedText("Oslo and x struck Oslo")
    assert text.nearest(Quote("Oslo"), (11, 17)) == (18, 22)
    assert text.nearest(Quote("Rome"), (11, 17)) is None


def test_folding_a_folded_text_changes_nothing() -> None:
    assert fold(fold(TEXT)) == fold(TEXT)


def test_the_cost_grows_with_the_text() -> None:
    def seconds(times: int) -> float:
        text, since = QuotedText("Some “wörds” of it. " * 2_000 * times), time.process_time()
        text.places(Quote('"WORDS"'))
        return time.process_time() - since

    seconds(1)
    assert seconds(10) < 40 * max(seconds(1), 0.01)


# --- the measure: quotes of real words of the samples, as models write them


def chosen(text: str) -> list[tuple[int, int]]:
    """Stretches of one to three words that look like names or numbers, none overlapping, in text order."""
    found, small = [], {text[slice(*at)] for at in tokens(text)}
    for start, end in sentences(text):
        _, *words = tokens(text, start, end)  # the first word is written large whatever it is
        names = [at for at in words if is_name(text[slice(*at)], small)]
        while names:
            many = 1
            while many < 3 and names[many:] and names[many][0] == names[many - 1][1] + 1:
                many += 1
            found.append((names[0][0], names[many - 1][1]))
            names = names[many:]
    return found


def is_name(word: str, words: set[str]) -> bool:
    """Whether it is a number, or a word that the text writes large alone."""
    return word.isdigit() or (word[0].isupper() and word.lower() not in words)


def written(quote: str, rng: random.Random) -> str:
    """The quote as a model may write it: another case, quotes, dashes or blanks."""
    quote = rng.choice((str, str, str, str.upper, str.lower))(quote)
    quote = quote.replace("’", "'") if rng.random() < 0.5 else quote.replace("'", "’")
    quote = quote.replace("-", "–") if rng.random() < 0.2 else quote
    return quote.replace(" ", rng.choice(("  ", "\u00a0", "\n"))) if rng.random() < 0.3 else quote


def measured(keep: float, before: float) -> tuple[int, float, float]:
    """How many quotes were written, and precision and recall of their places, in per cent."""
    rng, count, placed, right = random.Random(7), 0, 0, 0
    for text in [path.read_text("utf-8") for path in SAMPLES] * 7:
        quoted, last = QuotedText(text), 0
        for start, end in chosen(text):
            if rng.random() > keep:
                continue
            count += 1
            in_front = text[max(0, start - 15) : start] if rng.random() < before else ""
            found = quoted.next_place(Quote(written(text[start:end], rng), in_front), last)
            last = found[1] if found else last
            placed, right = placed + (found is not None), right + (found == (start, end))
    return count, 100 * right / placed, 100 * right / count


@pytest.mark.parametrize(("keep", "before"), [(1, 0), (1, 0.5), (1, 1), (0.8, 1)])
def test_quotes_in_text_order_are_placed_right(keep: float, before: float) -> None:
    count, precision, recall = measured(keep, before)
    assert (count > 3_500, precision >= 99.7, recall >= 99.6) == (True, True, True)

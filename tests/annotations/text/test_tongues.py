"""Tokens and sentences of thirteen languages, against spaCy's and against the sentences that were written."""

from __future__ import annotations

import time
from importlib import import_module

import pytest

from annotations.text.sentences import sentences
from annotations.text.spacy_tokens import tokenizer, tokens_of
from annotations.text.tokens import tokens
from tests.tongues import SENTENCES, text_of

FIGURES = set("०१२३४५६७८९0123456789.,")  # spaCy cuts 1,200 in Chinese and Hindi


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_spacys_bounds_are_ours_too(language: str) -> None:
    text = text_of(language)
    ours = {bound for token in tokens(text) for bound in token}
    theirs = {bound for token in tokens_of(tokenizer(language), text) for bound in token}
    assert all({text[bound - 1], text[bound]} <= FIGURES for bound in theirs - ours)
    assert language == "ja" or len(ours & theirs) >= 0.9 * len(ours)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_sentences_end_where_they_were_ended(language: str) -> None:
    text = text_of(language)
    found = {text[start:end] for start, end in sentences(text)}
    assert len(found & set(SENTENCES[language])) >= 0.8 * len(SENTENCES[language])


@pytest.mark.parametrize(
    "language", ["ar", "cs", "da", "es", "fa", "fr", "ja", "nl", "pl", "ru", "sv", "tr", "uk", "zh"]
)
def test_no_sentence_of_spacys_examples_is_cut(language: str) -> None:
    for text in import_module(f"spacy.lang.{language}.examples").sentences:
        inner = sentences(text.strip())
        assert len(inner) == 1 or all(text[end - 1] in ".?!؟。" for _, end in inner)


WHOLE = [
    "Am 3. Oktober kam sie.",
    "Sie kam im 19. Jahrhundert.",
    "Das liegt z. B. Im Hafen.",
    "Der Beginn ist am 1. Mai in Bonn.",
    "La Sra. Díaz y el Gral. Ortega.",
    "Vive en EE. UU. desde ayer.",
    "Он жил в г. Омске на ул. Ленина, д. 5 тогда.",
    "قال د. سامي ذلك.",
    "डॉ. शर्मा ने कहा।",
    "Atatürk Cad. No. 5’te oturuyor.",
    "彼女は「行きます。」と言った。",
    "“我们不知道。”部长说。",
]
APART = [
    ("هل وقّع الاتفاق؟ قال نعم.", 2),
    ("वह आया। वह गया।", 2),
    ("وہ آیا۔ وہ گیا۔", 2),
    ("I am 12. My brother is 9.", 2),
    ("It was over by 1998. October came.", 2),
    ("В 1998 г. Завод закрыли.", 2),
    ("「来た。」彼は行った。", 2),
    ("¿Quién? ¡Nadie! Él no.", 3),
]


@pytest.mark.parametrize("text", WHOLE)
def test_an_abbreviation_an_ordinal_or_a_quotation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [(0, len(text))]


@pytest.mark.parametrize(("text", "count"), APART)
def test_stops_of_other_scripts_end_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’accord d’Orly", ["l’", "accord", "d’", "Orly"]),
        ("Qu'en dit dell'Italia L’arte", ["Qu'", "en", "dit", "dell'", "Italia", "L’", "arte"]),
        ("L'Oreal D’Angelo O'Brien aujourd’hui", ["L'Oreal", "D’Angelo", "O'Brien", "aujourd’hui"]),
        ("والمعارضة الســلام قُتِل", ["والمعارضة", "الســلام", "قُتِل"]),
        ("سه‌شنبه گفت‌وگو", ["سه‌شنبه", "گفت‌وگو"]),
        ('יו"ר צה״ל תל־אביב', ['יו"ר', "צה״ל", "תל־אביב"]),
        ("नमस्ते. आया।", ["नमस्ते", ".", "आया", "।"]),
        ("cafe\u0301. fin", ["cafe\u0301", ".", "fin"]),
    ],
)
def test_words_of_other_scripts_stay_whole(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in tokens(text)] == words


def test_the_cost_grows_with_the_length() -> None:
    def seconds(times: int) -> float:
        text = " ".join(text_of(language) for language in sorted(SENTENCES)) * times
        begun = time.perf_counter()
        assert sentences(text)
        assert tokens(text)
        return time.perf_counter() - begun

    seconds(2)
    assert seconds(100) < 30 * seconds(10)

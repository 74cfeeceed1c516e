"""Verbs given in their past are taken back to their base, and every form of a verb leads to it."""

from __future__ import annotations

import pytest

from annotations.schema.sentence_templates import template
from annotations.sentences.shipped import SHIPPED
from annotations.sentences.verbs import Conjugated, conjugated, found
from annotations.text.word_forms import forms
from tests.marked_facts import NEWS

NO_VERBS = {"missile strike", "exchange fire", "talks", "memorandum", "missing", "unaccounted"}
LEMMAS = sorted({lemma for type_ in NEWS.facts.values() for lemma in type_.triggers} - NO_VERBS)


@pytest.mark.parametrize("lemma", LEMMAS)
def test_a_past_and_a_participle_are_taken_back_to_the_lemma(lemma: str) -> None:
    pasts = [form for form, uses in forms(lemma).items() if {"past", "participle"} & uses]
    assert {conjugated(form).base for form in pasts} == {lemma}


@pytest.mark.parametrize(
    ("past", "base", "participle"),
    [
        ("shot down", "shoot down", "shot down"),
        ("withdrew", "withdraw", "withdrawn"),
        ("withdrawn", "withdraw", "withdrawn"),
        ("became", "become", "become"),
        ("levelled", "level", "levelled"),
        ("were lost", "be lost", "been lost"),
        ("agreed", "agree", "agreed"),
        ("griff an", "griff an", "griff an"),
    ],
)
def test_a_verb_has_the_forms_that_a_sentence_needs(past: str, base: str, participle: str) -> None:
    made = conjugated(past)
    assert (made.base, made.participle) == (base, participle)


def test_a_word_that_is_no_past_is_left_as_it_is() -> None:
    assert conjugated("zerstört") == Conjugated("zerstört", "zerstört", "zerstört")


@pytest.mark.parametrize("trigger", ["strike", "strikes", "striking", "struck", "airstrikes"])
def test_every_form_of_a_verb_leads_to_it(trigger: str) -> None:
    verbs = [verb.past for verb in found(template(SHIPPED["ATTACK"]), trigger) if verb]
    assert verbs[0] == "struck"


def test_most_triggers_of_the_news_have_a_verb_of_their_own() -> None:
    known = [
        any(found(template(SHIPPED[name]), lemma))
        for name, type_ in NEWS.facts.items()
        for lemma in type_.triggers
    ]
    assert sum(known) > 0.75 * len(known)

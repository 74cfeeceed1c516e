"""Word forms of triggers."""

from __future__ import annotations

import pytest

from annotations.text.word_forms import forms, index

FORMS = [
    ("strike", {"strike", "strikes", "struck", "striking"}),
    ("hit", {"hit", "hits", "hitting"}),
    ("die", {"die", "dies", "died", "dying"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("stop", {"stop", "stops", "stopped", "stopping"}),
    ("target", {"target", "targets", "targeted", "targeting"}),
    ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
    ("dispatch", {"dispatch", "dispatches", "dispatched", "dispatching"}),
]


@pytest.mark.parametrize(("lemma", "wanted"), FORMS, ids=[lemma for lemma, _ in FORMS])
def test_a_lemma_has_these_forms(lemma: str, wanted: set[str]) -> None:
    assert forms(lemma).keys() == wanted


def test_a_form_knows_whether_it_may_be_a_participle() -> None:
    assert forms("sink")["sank"] == {"past"}
    assert forms("sink")["sunk"] == {"participle"}
    assert forms("strike")["struck"] == {"past", "participle"}


def test_of_several_words_the_first_is_inflected_or_the_last_as_a_noun() -> None:
    assert {"carried out", "carries out"} <= forms("carry out").keys()
    assert "drone strikes" in forms("drone strike")


def test_a_form_of_two_lemmas_names_both_the_first_named_first() -> None:
    assert [form.lemma for form in index(["found", "find"])["found"]] == ["found", "find"]


def test_verbs_are_formed_in_british_spelling_too_and_behind_a_prefix_as_without() -> None:
    assert {"levelled", "leveled", "levelling"} <= forms("level").keys()
    assert index(["criticize"])["criticised"][0].lemma == "criticize"
    assert "repaid" in forms("repay")

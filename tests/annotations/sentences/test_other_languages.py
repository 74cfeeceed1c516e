"""Sentences of templates that are not in English: the template's words and the article's, and a mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.fact_attributes import Modality
from annotations.schema.types import FactType, RoleType, Schema
from tests.marked_facts import NEWS, shown, told, with_sentence

ROLES = {
    "Jäger": RoleType("Jäger", kind="agent", required=True),
    "Beute": RoleType("Beute", required=True),
    "Tag": RoleType("Tag", kind="time"),
    "Quelle": RoleType("Quelle", kind="source"),
}
TYPE = FactType("FANG", triggers=("fangen",), roles=ROLES)
GERMAN = Schema("P", language="de", facts={"FANG": TYPE})
FING = "[Tag Am Freitag] [* fing] der [Jäger Fuchs] einen [Beute Hasen]"


def said(sentence: str, written: str = FING, *how: Modality, negated: bool = False) -> str:
    schema = with_sentence(sentence, "FANG", GERMAN)
    return shown(told("FANG", written, *how, negated=negated, schema=schema))


@pytest.mark.parametrize(
    ("how", "negated", "mark"),
    [
        (Modality.ASSERTED, False, ""),
        (Modality.PLANNED, False, " (planned)"),
        (Modality.CLAIMED, False, " (claimed)"),
        (Modality.SPECULATED, True, " (speculated, negated)"),
        (Modality.DENIED, False, " (denied)"),
    ],
)
def test_how_a_fact_is_meant_is_a_mark_behind_the_sentence(how: Modality, negated: bool, mark: str) -> None:
    for sentence in ("{Jäger} *fing* {Beute}", "{Jäger} jagt {Beute}"):
        verb = sentence.split()[1].strip("*")
        assert said(sentence, FING, how, negated=negated) == f"Fuchs {verb} Hasen{mark} · Tag Am Freitag"


def test_nothing_of_ours_comes_between_the_words() -> None:
    people = "[Jäger:NORP Polen] und dann [Jäger:NORP Tschechen] [* fing]en es am [Tag Freitag]"
    assert said("{Jäger} *fing* {Beute, etwas} {Tag}", people) == "Polen, Tschechen fing _etwas_ Freitag"


def test_an_open_place_without_a_word_has_the_roles_name() -> None:
    assert said("{Jäger} *fing* {Beute}", "man [* fing]") == "_Jäger_ fing _Beute_"


def test_a_source_is_told_like_any_role() -> None:
    sourced = FING + ", sagt [Quelle Ann Lee], sagt [Quelle Bo]"
    assert said("{Jäger} *fing* {Beute} {Tag}", sourced) == "Fuchs fing Hasen Am Freitag · Quelle Ann Lee, Bo"


def test_a_shipped_sentence_stays_english_whatever_the_language() -> None:
    german = replace(NEWS, language="de")
    assert told("ATTACK", "[actor Bo] [* hit] [target Taiz]", Modality.PLANNED, schema=german).words == (
        "Bo is to hit Taiz"
    )

"""The words of fillers: stretches, lists, articles, prepositions, times, counts, and texts of every script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.sentences import PieceKind, sentence_of
from tests.marked_facts import NEWS, marked, shown, told

HIT = "[actor:GPE U.S.] [* hit] [target sites] "
TIMES = [
    ("", "[time:DATE Friday]", "on Friday"),
    ("", "[time:DATE Jan. 24]", "on Jan. 24"),
    ("", "[time:DATE January 2024]", "in January 2024"),
    ("", "[time:DATE mid-November]", "in mid-November"),
    ("", "[time:DATE 2016]", "in 2016"),
    ("", "[time:TIME 2:30 a.m.]", "at 2:30 a.m."),
    ("", "[time:DATE yesterday]", "yesterday"),
    ("", "[time:DATE two days ago]", "two days ago"),
    ("", "[time:DATE early on Friday]", "early on Friday"),
    ("since ", "[time:DATE November]", "since November"),
    ("On ", "[time:DATE Friday]", "on Friday"),
    ("over the ", "[time:DATE weekend]", "over the weekend"),
    ("", "[time:DATE Friday] at [time:TIME 9 p.m.]", "at 9 p.m. on Friday"),
    ("", "[time:DATE Friday]; [time:DATE Sunday]", "on Friday and on Sunday"),
]
PLACES = [
    ("in ", "[place:GPE Yemen]", "in Yemen"),
    ("", "[place:GPE Yemen]", "in Yemen"),
    ("off the ", "[place:LOC Horn]", "off the Horn"),
    ("in the southern ", "[place:LOC Red Sea]", "in the Red Sea"),
    ("near ", "[place:GPE Aden] or at [place:GPE Taiz]", "near Aden and at Taiz"),
    ("", "[place near the port]", "near the port"),
]


@pytest.mark.parametrize(("before", "time", "said"), TIMES)
def test_a_time_has_the_articles_preposition_or_the_usual_one(before: str, time: str, said: str) -> None:
    assert told("ATTACK", f"{HIT}. {before}{time}").words == f"U.S. hit sites {said}"


@pytest.mark.parametrize(("before", "place", "said"), PLACES)
def test_a_place_has_the_articles_preposition_or_the_usual_one(before: str, place: str, said: str) -> None:
    assert told("ATTACK", f"{HIT}. {before}{place}").words == f"U.S. hit sites {said}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[target ships], [target ports] and [target planes]", "ships, ports and planes"),
        ("[target ships] or a [target port]", "ships or a port"),
        ("[target ships]. Later [target ports]. Then [target planes]", "ships, ports and planes"),
        ("[target ships]\n\n[target ports]", "ships and ports"),
        ("the [target ship\n  of state]", "the ship of state"),
    ],
)
def test_side_by_side_fillers_are_one_stretch_and_others_a_list(written: str, said: str) -> None:
    assert told("ATTACK", f"[actor:GPE U.S.] [* hit] {written}").words == f"U.S. hit {said}"


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        ("[actor:NORP British]", "British forces"),
        ("[actor:NORP Houthis]", "Houthis"),
        ("[actor:ORG Houthi]", "Houthi"),
        ("the [actor:NORP Iranian] planes", "the Iranian forces"),
    ],
)
def test_actors_called_by_nationality_are_forces(actor: str, said: str) -> None:
    assert told("ATTACK", f"{actor} [* hit] [target Taiz]").words == f"{said} hit Taiz"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[count 18] [target drones] and [count two] [target ships]", "18 drones and two ships"),
        ("[count five] of its [target ships]", "five of its ships"),
        ("[target Three ships] ([count Three])", "Three ships"),
        ("[count dozens] were [target ships]", "dozens of ships"),
        ("[target:GPE Yemen] in [count 16] waves", "Yemen · count 16"),
        ("[target ports] with [count ten] [instrument rockets]", "ports with ten rockets"),
    ],
)
def test_counts_stand_before_what_they_count(written: str, said: str) -> None:
    assert told("ATTACK", f"[actor:GPE U.S.] [* hit] {written}").words == f"U.S. hit {said}"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("[target:GPE United States]", "United States was hit"),
        ("the [target:ORG United Nations]", "the United Nations was hit"),
        ("[target Vasileios Gryparis]", "Vasileios Gryparis was hit"),
        ("[target:PERSON Ann Ames]", "Ann Ames was hit"),
        ("the [target:PERSON Houthis]", "the Houthis were hit"),
        ("[target U.S. officials]", "U.S. officials were hit"),
        ("[target police]", "police were hit"),
        ("[target five of them]", "five of them were hit"),
        ("[target one of them]", "one of them was hit"),
        ("[target members of the crew]", "members of the crew were hit"),
        ("[target a port] and [target a ship]", "a port and a ship were hit"),
    ],
)
def test_the_verb_agrees_with_one_or_many(target: str, said: str) -> None:
    assert told("ATTACK", f"{target} [* hit]").words == said


def test_each_piece_knows_its_kind_and_its_role() -> None:
    pieces = told("ATTACK", "[actor:GPE U.S.] [* struck] in [place:GPE Yemen]").pieces
    assert [(piece.words, piece.kind, piece.role) for piece in pieces] == [
        ("U.S.", PieceKind.FILLER, "actor"),
        (" struck ", PieceKind.PLAIN, ""),
        ("something", PieceKind.OPEN, "target"),
        (" in ", PieceKind.PLAIN, ""),
        ("Yemen", PieceKind.FILLER, "place"),
    ]


@pytest.mark.parametrize(
    "words", ["צבא ההגנה", "👩‍👩‍👧 crew", "e\u0301té", "الجيش", "\u202bצבא\u202c", "[{x}]*"]
)
def test_any_script_is_said_as_it_stands(words: str) -> None:
    fact = Fact("f", "ATTACK", None, (Role("actor", (Filler(0, len(words)),)),))
    assert shown(sentence_of(fact, words, NEWS, {})) == f"{words} attacked _something_"


def test_a_filler_whose_span_is_gone_has_its_own_bounds() -> None:
    fact, text, spans = marked("ATTACK", "[actor:NORP British] jets [* hit] [target:GPE Taiz]")
    assert sentence_of(fact, text, NEWS, spans).words == "British forces hit Taiz"
    assert sentence_of(fact, text, NEWS, {}).words == "British hit Taiz"


def test_a_filler_outside_the_text_is_as_good_as_none() -> None:
    fact, _, spans = marked("ATTACK", "[actor:GPE U.S.] [* hit] [target:GPE Taiz]")
    assert (
        shown(sentence_of(replace(fact, trigger=(90, 95)), "U.S.", NEWS, spans))
        == "U.S. attacked _something_"
    )

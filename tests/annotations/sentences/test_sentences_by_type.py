"""A sentence of each shipped type, whole and with roles open, in the trigger's words or the type's own."""

from __future__ import annotations

import pytest

from annotations.sentences.shipped import SHIPPED
from tests.marked_facts import NEWS, shown, told

TYPES = [
    (
        "ATTACK",
        "[actor:GPE U.S.] and [actor:NORP British] jets [* struck] [target radar sites] in [place:GPE Yemen] [time:DATE Friday]",
        "U.S. and British forces struck radar sites in Yemen on Friday",
    ),
    ("ATTACK", "the [* strikes] on [target:GPE Yemen]", "Yemen was struck"),
    ("ATTACK", "[count More than 60] [target targets] were [* hit]", "More than 60 targets were hit"),
    ("ATTACK", "[actor:ORG Rebels] [* opened fire]", "Rebels fired at _something_"),
    ("ATTACK", "It [* detonated].", "_someone_ attacked _something_"),
    (
        "ATTACK",
        "a [* barrage] with [count ten] [instrument rockets]",
        "_someone_ bombarded _something_ with ten rockets",
    ),
    (
        "CASUALTY",
        "[count Three] [victim sailors] were [* killed] by a [cause missile]",
        "Three sailors were killed by a missile",
    ),
    ("CASUALTY", "[* killing] [victim:PERSON Ann Lee]", "Ann Lee was killed"),
    ("CASUALTY", "[count six] [* wounded] ([injury burns])", "six _people_ were wounded (burns)"),
    ("CASUALTY", "the [* deaths] of [victim sailors]", "_some_ sailors died"),
    ("CASUALTY", "[count one] of its [victim fighters] is [* missing]", "one of its fighters went missing"),
    ("DAMAGE", "a [target depot] was [* destroyed] by [cause fire]", "a depot was destroyed by fire"),
    ("DAMAGE", "the [target ship] [* sank]", "the ship sank"),
    ("DAMAGE", "the [* damage]", "_something_ was damaged"),
    ("STATEMENT", "[speaker:PERSON Ann Lee] [* said] so", "Ann Lee said something"),
    (
        "STATEMENT",
        "[speaker Officials] [* told] [addressee:ORG Wire One]",
        "Officials told Wire One something",
    ),
    ("STATEMENT", "[speaker:GPE Oman] [* condemns] the [topic strikes]", "Oman condemned the strikes"),
    ("STATEMENT", "[* claim]", "_someone_ claimed something"),
    (
        "DEPLOYMENT",
        "[actor:GPE Ostia] [* sent] [count two] [unit frigates] to the [place:LOC Red Sea] [mission to protect shipping]",
        "Ostia sent two frigates to the Red Sea to protect shipping",
    ),
    ("DEPLOYMENT", "[actor:GPE Ostia] [* withdraws]", "Ostia withdrew forces"),
    (
        "DEPLOYMENT",
        "[unit Typhoons] were [* stationed] in [place:GPE Cyprus]",
        "Typhoons were stationed in Cyprus",
    ),
    (
        "RESPONSE",
        "[actor:GPE Minsk] [* reacted] by [action closing the border]",
        "Minsk reacted with closing the border",
    ),
    ("RESPONSE", "in [* response] to the [cause raid]", "_someone_ answered the raid with _something_"),
    ("COUNT", "a [* total] of [count 73] [what raids] since [time:DATE May]", "73 raids since May"),
    ("COUNT", "[* total] [count 28]", "28 _of what_"),
    ("COUNT", "[* number] of [what raids]", "_how many_ raids"),
    ("MEETING", "the [participant envoys] [* met] in [place:GPE Muscat]", "the envoys met in Muscat"),
    (
        "MEETING",
        "[participant:GPE A], [participant:GPE B] and [participant:GPE C] held [* talks]",
        "A, B and C met",
    ),
    ("AGREEMENT", "[party:ORG Both groups] [* signed] a [topic truce]", "Both groups signed a truce"),
    ("AGREEMENT", "the [* deal] on [topic oil]", "_someone_ agreed on oil"),
    (
        "APPOINTMENT",
        "[person:PERSON She] was [* named] [post head] of the [organisation:ORG Fund]",
        "She was named head of the Fund",
    ),
    (
        "APPOINTMENT",
        "the [* resignation] of [person:PERSON Bo Kim] from the [organisation:ORG Fund]",
        "Bo Kim resigned from the Fund",
    ),
    ("APPOINTMENT", "[person:PERSON Bo Kim] [* quit] as [post chairman]", "Bo Kim quit as chairman"),
    (
        "TRANSACTION",
        "[buyer:ORG Hanoi Lines] [* bought] the [item tanker] for [amount:MONEY $5 million]",
        "Hanoi Lines bought the tanker for $5 million",
    ),
    (
        "TRANSACTION",
        "[seller:ORG Kyrenia] [* sold] the [item tanker] to [buyer:ORG Hanoi Lines]",
        "Kyrenia sold the tanker to Hanoi Lines",
    ),
    ("TRANSACTION", "the [item tanker] was [* sold]", "the tanker was sold"),
    (
        "TRANSACTION",
        "[buyer:GPE Ostia] [* paid] [amount:MONEY $5 million]",
        "Ostia paid $5 million for _something_",
    ),
]


@pytest.mark.parametrize(("type_", "written", "said"), TYPES)
def test_a_fact_reads_so(type_: str, written: str, said: str) -> None:
    assert shown(told(type_, written)) == said


def test_every_shipped_type_has_a_sentence_and_an_example() -> None:
    assert {*SHIPPED} == {*NEWS.facts} == {type_ for type_, _, _ in TYPES}


@pytest.mark.parametrize("type_", SHIPPED)
def test_each_needed_role_that_is_open_can_be_seen(type_: str) -> None:
    roles = {piece.role for piece in told(type_, "They [* did it].").pieces if piece.kind == "open"}
    assert roles == {name for name, role in NEWS.facts[type_].roles.items() if role.required}

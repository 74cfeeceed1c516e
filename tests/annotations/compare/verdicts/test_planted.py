"""The planted pairs of the samples: the verdict on each, of a group made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities
from tests.annotations.compare.verdicts.marked_facts import news, told

SAMPLES = Path(__file__).parents[4] / "samples"
FIVE = (
    (1, "[five:count] of its [fighters:victim] had been [!killed]"),
    (2, "[five:count] [people:victim] were [!killed] across the country"),
    (3, "[five:count] [fighters:victim] were [!killed] and six"),
    (4, "[five:count] [members:victim] of the group were [!killed]"),
    (6, "[five:count] of their [men:victim] [!died]"),
    (9, "[five:count] [!dead], six wounded"),
)
RAIDS = (
    (1, "the [!number] of [raids:what] at [73:count]"),
    (4, "injured in [73:count] [strikes:what]"),
    (9, "[Seventy-three:count], said the Houthis: seventy-three [strikes:what]"),
)
LATER = (
    (1, "More than 60 targets at [16:count] [locations:target] were [!hit]"),
    (
        3,
        (
            "spoke of 16 [locations:target]. By Friday afternoon Lt. Gen. Douglas Sims, the director of operations"
            " for the Joint Staff, had raised that to [28:count], with more than 150 [!munitions] used"
        ),
    ),
)
MISSILES = (
    (6, "[seven:count] [missiles:instrument] had [!landed]"),
    (
        6,
        (
            "seven [missiles:instrument] had landed. A goatherd, Yahya Mansur, who sleeps within sight of the fence,"
            " said he had [!counted] [four:count]"
        ),
    ),
)
TONNES = (
    (7, "the [41\N{NO-BREAK SPACE}000 tonnes:count] in some reports looks like a [!confusion]"),
    (9, "said [22,000 tonnes:count]"),
)
CIVILIANS = (
    (6, "(claimed) four of the [!wounded] being [civilians:victim]"),
    (6, "(denied) denied that any [civilian:victim] had been [!treated]"),
)
PLANTED = {
    "five killed": ("CASUALTY", "count", FIVE, "same"),
    "73 raids": ("COUNT", "count", RAIDS, "same"),
    "the 26th attack": (
        "ATTACK",
        "count",
        ((1, "as the [26th:count] [!attack] since Nov. 19"), (5, "This was the [26th:count] [!attack] on")),
        "same",
    ),
    "at least two dead, three dead": (
        "CASUALTY",
        "count",
        (
            (10, "[At least two:count] [sailors:victim] have been [!killed]"),
            (8, "reported [three:count] [!dead]"),
        ),
        "compatible",
    ),
    "six wounded, at least four injured": (
        "CASUALTY",
        "count",
        ((8, "dead and [six:count] [!wounded]"), (8, "dead and [at least four:count] [!injured]")),
        "compatible",
    ),
    "60 targets, 16 locations": (
        "ATTACK",
        "count",
        (
            (1, "[More than 60:count] [targets:target] at 16 locations were [!hit]"),
            (9, "[Sixteen:count], said the Americans: sixteen [locations:target]"),
            (4, "[Sixteen:count] is the number of [locations:target]"),
            (4, "there were [more than 60:count] [targets:target]"),
        ),
        "differs",
    ),
    "16 locations, 28 later": ("ATTACK", "count", LATER, "differs"),
    "five dead, six since one died": (
        "CASUALTY",
        "count",
        (*FIVE, (3, "one of the wounded had since [!died], making [six:count]")),
        "differs",
    ),
    "41,000 and 22,000 tonnes": ("COUNT", "count", TONNES, "contradicts"),
    "seven and four missiles": ("ATTACK", "count", MISSILES, "contradicts"),
    "civilians treated": ("CASUALTY", "modality", CIVILIANS, "contradicts"),
    "a morning of no known day": (
        "ATTACK",
        "time",
        ((10, "was [!hit] [this morning:time]"), (8, "was [!hit] at about [11:30 a.m.:time]")),
        "silent",
    ),
}


@pytest.mark.parametrize(("type_", "role", "places", "expected"), PLANTED.values(), ids=PLANTED)
def test_a_planted_pair_has_its_verdict(type_, role, places, expected):
    facts = [
        told(type_, marked, id_=f"{number}-{at}", whole=sample(number))
        for at, (number, marked) in enumerate(places)
    ]
    rows = {row.role: row for row in compute_verdicts(facts, news().facts[type_], KnownEntities())}
    assert rows[role].computed == expected, rows[role]


def sample(number: int) -> str:
    return next(SAMPLES.glob(f"{number:02}_*.txt")).read_text("utf-8")

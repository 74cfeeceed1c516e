"""Numbers and what they count."""

from __future__ import annotations

import pytest

from annotations.compare.groups.counts import (
    Counted,
    by_form,
    counted,
    counts_in,
    currency_in,
    head_of,
    ordinal_before,
)
from annotations.facts import Number


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("three depots", [("depot", 3.0, "=")]),
        ("more than 200 houses", [("house", 200.0, ">")]),
        ("$3.4 billion", [("dollar", 3.4e9, "=")]),
        ("seventy-three flights in five provinces", [("flight", 73.0, "="), ("provinc", 5.0, "=")]),
        ("41,000 tonnes and four missiles", [("tonn", 41000.0, "="), ("missil", 4.0, "=")]),
        ("51.3 per cent of the voters", [("percent", 51.3, "=")]),
        ("the depot", []),
        ("7", []),
    ],
)
def test_numbers_belong_to_what_they_count(words: str, found: list[tuple[str, float, str]]) -> None:
    assert [(one.unit, one.number, one.comparison) for one in counts_in(words)] == found


def test_the_noun_behind_a_number_ends_at_the_next_small_word() -> None:
    assert head_of("oil sites hit by rebels") == head_of("sites")
    assert head_of("people killed") == head_of("people")
    assert head_of("of them") == head_of("") == ""


def test_a_number_without_noun_is_no_evidence() -> None:
    assert counted(Number(7.0)) is None
    assert counted(Number(7.0), "sailor") == Counted("sailor", 7.0)


def test_numbers_clash_only_where_no_bound_holds_both() -> None:
    def one(number: float, sign: str = "=") -> Counted:
        return Counted("ship", number, sign)

    assert one(5).clashes(one(6))
    assert not one(40, ">").clashes(one(43))
    assert one(40, ">").clashes(one(12))
    assert not one(43).clashes(one(50, "<"))
    assert not one(100, "~").clashes(one(95))
    assert one(100, "~").clashes(one(80))
    assert one(0).clashes(one(1))


def test_percentages_may_be_rounded() -> None:
    exact, whole = Counted("percent", 51.3), Counted("percent", 51.0)
    assert exact.agrees(whole)
    assert not exact.clashes(whole)
    assert Counted("percent", 5.5).clashes(Counted("percent", 6.0))
    assert Counted("tonne", 51.3).clashes(Counted("tonne", 51.0))


def test_currencies_are_known_by_code_and_by_word() -> None:
    assert currency_in("EUR 500,000") == head_of("€") == head_of("euros") == "euro"
    assert currency_in("DKK 15.7 billion") == head_of("kroner")
    assert currency_in("500,000") == ""


def test_tolls_differ_by_a_share() -> None:
    assert Counted("victims", 3.0).distance(Counted("victims", 4.0)) == 0.25
    assert Counted("victims", 3.0, ">=").distance(Counted("victims", 4.0)) == 0.0


def test_the_form_of_a_noun_tells_one_from_several() -> None:
    one, several = by_form("depot", "a"), by_form("depots", "the")
    assert one
    assert several
    assert one.clashes(several)
    assert not one.agrees(one)
    assert by_form("depot", "") is None
    assert by_form("", "the") is None


def test_an_ordinal_stands_right_before_the_trigger() -> None:
    assert ordinal_before("It was the 26th attack", 16) == 26
    assert ordinal_before("It was the 26th drone attack", 22) == 26
    assert ordinal_before("The 26th of May saw an attack", 23) is None
    assert ordinal_before("attack", 0) is None

"""The draw, and what the answers come to."""

from __future__ import annotations

from annotations.blind_check.checked import BlindAnswer, BlindCheck, DrawnSpan, SpanKey, drawn_from

KEYS = [SpanKey(f"a{n % 7}", f"s{n}") for n in range(500)]


def test_the_same_seed_draws_the_same_whatever_the_order():
    assert drawn_from(KEYS, 50, seed=3) == drawn_from(KEYS[::-1], 50, seed=3)
    assert drawn_from(KEYS, 50, seed=3) != drawn_from(KEYS, 50, seed=4)


def test_nothing_is_drawn_twice_also_by_going_on():
    first = drawn_from(KEYS, 50, seed=3)
    more = drawn_from(set(KEYS) - set(first), 91, seed=3, before=50)
    assert len({*first, *more}) == 141


def test_all_are_drawn_where_there_are_no_more():
    assert sorted(drawn_from(KEYS[:9], 50, seed=3)) == sorted(KEYS[:9])


def _check(*said: tuple[BlindAnswer | None, str]) -> BlindCheck:
    drawn = tuple(DrawnSpan(key, 0, 4, "ORG", *one) for key, one in zip(KEYS, said, strict=False))
    return BlindCheck(1, "anna", 3, 400, 9, 0.9, "2026-11-29", drawn)


def test_only_the_same_label_is_right_and_the_others_are_told_apart():
    check = _check(
        (BlindAnswer.LABEL, "ORG"),
        (BlindAnswer.LABEL, "GPE"),
        (BlindAnswer.NONE, ""),
        (BlindAnswer.BOUNDS, ""),
        (None, ""),
    )
    found = check.result()
    assert (found.right, found.of, found.other_label, found.no_span, found.other_bounds) == (1, 4, 1, 1, 1)
    assert found.wrong == "Of the others, 1 has another label, 1 is no span, 1 has other bounds."
    assert (check.place, check.is_answered) == (4, False)


def test_nothing_is_claimed_before_an_answer():
    assert _check((None, "")).result().sentence == "Nothing is answered yet."

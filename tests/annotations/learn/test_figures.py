"""The figures of two pipelines on the same held-out articles."""

from __future__ import annotations

from annotations.learn.figures import BETTER, UNCLEAR, WORSE, HeldOutFinds, errors_by_article, figures
from annotations.learn.shapes import LabelFigures, Lesson
from annotations.training.scores import Marking

LABELS = ("SHIP", "PORT")


def article(number: int, spans: int = 3) -> Lesson:
    marks = tuple(Marking(10 * n, 10 * n + 5, "SHIP") for n in range(spans))
    return Lesson(f"a{number}", "x" * 10 * spans, marks)


def made(held: list[Lesson], before: list, after: list, trained: int = 60) -> LabelFigures:
    finds = HeldOutFinds(before, after, [() for _ in held])
    every, of_label = figures(held, finds, LABELS, {"SHIP": trained}, {})
    assert every.held_out == of_label[0].held_out
    return of_label[0]


def test_a_pipeline_that_finds_all_is_better_than_one_that_finds_nothing() -> None:
    held = [article(n) for n in range(12)]
    found = made(held, [() for _ in held], [one.marks for one in held])
    assert (found.right_before, found.right_after, found.after.value) == (0, 36, 1.0)
    assert found.verdict == BETTER
    assert found.difference.low == 1.0
    assert made(held, [one.marks for one in held], [() for _ in held]).verdict == WORSE


def test_a_difference_in_one_article_of_many_is_no_clear_one() -> None:
    held = [article(n) for n in range(12)]
    after = [one.marks if n else () for n, one in enumerate(held)]
    assert made(held, [one.marks for one in held], after).verdict == UNCLEAR


def test_a_few_spans_or_articles_give_counts_and_no_interval() -> None:
    few_spans = [article(n, 1) for n in range(12)]
    few_articles = [article(n, 10) for n in range(6)]
    for held in (few_spans, few_articles):
        found = made(held, [() for _ in held], [one.marks for one in held])
        assert (found.verdict, found.after.low, found.difference.high) == ("", None, None)


def test_a_label_in_few_articles_has_no_interval_however_many_are_held_out() -> None:
    held = [*(article(n, 40) for n in range(2)), *(article(n, 0) for n in range(30))]
    assert made(held, [() for _ in held], [one.marks for one in held]).after.low is None


def test_the_interval_is_the_same_at_each_time_and_holds_the_value() -> None:
    held = [article(n, 4) for n in range(20)]
    after = [one.marks[: n % 5] for n, one in enumerate(held)]
    first, second = (made(held, [() for _ in held], after) for _ in range(2))
    assert first == second
    assert first.after.low is not None
    assert first.after.high is not None
    assert first.after.low < first.after.value < first.after.high


def test_about_nineteen_of_twenty_intervals_hold_the_truth() -> None:
    from random import Random

    rng, hits = Random(3), 0
    for _ in range(60):
        held = [article(n, 4) for n in range(40)]
        shares = [rng.choice((0.4, 0.6, 0.8)) for _ in held]
        after = [[m for m in one.marks if rng.random() < s] for one, s in zip(held, shares, strict=True)]
        found = made(held, [() for _ in held], after).after
        assert found.low is not None
        assert found.high is not None
        hits += found.low <= 2 * 0.6 / 1.6 <= found.high
    assert hits >= 52


def test_articles_come_with_the_most_new_errors_first() -> None:
    held = [article(n) for n in range(3)]
    wrong = Marking(1, 2, "PORT")
    finds = HeldOutFinds(
        [one.marks for one in held], [held[0].marks, [*held[1].marks, wrong], ()], [(), (), ()]
    )
    found = errors_by_article(held, finds)
    assert [(one.id, one.errors_before, one.errors_after) for one in found] == [
        ("a2", 0, 3),
        ("a1", 0, 1),
        ("a0", 0, 0),
    ]


def test_nothing_held_out_gives_no_figures() -> None:
    every, _ = figures([], HeldOutFinds([], [], []), LABELS, {"SHIP": 3}, {})
    assert (every.held_out, every.after.value, every.after.low) == (0, 0.0, None)


def test_a_label_that_began_as_another_one_is_never_too_few() -> None:
    held = [article(0)]
    finds = HeldOutFinds([()], [()], [()])
    _, plain = figures(held, finds, LABELS, {"SHIP": 12}, {})
    _, mapped = figures(held, finds, LABELS, {"SHIP": 12}, {"SHIP": "PRODUCT"})
    assert (plain[0].too_few, mapped[0].too_few, mapped[0].mapped_from) == (True, False, "PRODUCT")

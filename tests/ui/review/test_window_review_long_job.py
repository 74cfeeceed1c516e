"""The long job: three annotators, two reviewers, two rounds, errors of every kind, five copies and their packages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import pytest

from tests.ui.review.job_copies import annotate, copy_of, revise, send, share, tell
from tests.ui.review.job_review import Reviewer, gold_of, is_true
from tests.ui.review.job_truth import PEOPLE, REVIEWERS, SECOND, TRUTH, work_of
from tests.ui.windows import run
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


def first_round(launch: Launch, copies: dict[str, Path], chance: Random) -> None:
    """Everybody annotates, and sends their work to both reviewers, some of it twice."""
    for who in chance.sample(PEOPLE, 3):
        annotate(launch, copies[who], who)
    ways = [(who, to) for who in PEOPLE for to in REVIEWERS]
    for who, to in [*chance.sample(ways, len(ways)), *chance.sample(ways, 2)]:
        send(copies, who, to, who)


def second_round(launch: Launch, copies: dict[str, Path], chance: Random) -> None:
    """What was given back is done again; packages of gold and of work cross each other."""
    back = {"anna": "rex", "ben": "rex", "cleo": "sue"}
    for who in chance.sample(PEOPLE, 3):
        tell(copies, back[who], who)
        ((article, now),) = [(id_, now) for (name, id_), now in SECOND.items() if name == who]
        revise(launch, copies[who], who, article, work_of(who, article), work_of(who, article).but(now))
    ways = [(who, to, (who,)) for who in PEOPLE for to in REVIEWERS]
    ways += [("rex", "sue", ("gold",)), ("sue", "rex", ("gold",)), ("rex", "sue", ("gold",))]
    for who, to, names in chance.sample(ways, len(ways)):
        send(copies, who, to, *names)


def until_both_agree(reviewers: dict[str, Reviewer], copies: dict[str, Path], chance: Random) -> int:
    """The reviewers go on, and send each other what they have, until all is reviewed in both copies."""
    for sweep in range(1, 6):
        for name in chance.sample(REVIEWERS, 2):
            reviewers[name].review()
            share(copies, name, "sue" if name == "rex" else "rex")
        if all(is_true(copies[name], article) for name in REVIEWERS for article in TRUTH):
            return sweep
    left = {
        (name, article): gold_of(copies[name], article)
        for name in REVIEWERS
        for article in TRUTH
        if not is_true(copies[name], article)
    }
    raise AssertionError(left)


@pytest.mark.parametrize("seed", [1])
def test_gold_is_the_truth_in_every_copy(launch, tmp_path: Path, seed: int, capsys) -> None:
    chance = Random(seed)
    copies = {who: copy_of(tmp_path / who) for who in (*PEOPLE, *REVIEWERS)}
    reviewers = {name: Reviewer(launch, copies[name], name) for name in REVIEWERS}
    first_round(launch, copies, chance)
    for name in chance.sample(REVIEWERS, 2):
        reviewers[name].review()
    second_round(launch, copies, chance)
    sweeps = until_both_agree(reviewers, copies, chance)
    for who in PEOPLE:
        tell(copies, chance.choice(REVIEWERS), who)
    assert [(who, id_) for who in copies for id_ in TRUTH if not is_true(copies[who], id_)] == []
    assert [run("check", copies[who]) for who in copies] == [0] * 5
    keys = [key for reviewer in reviewers.values() for key in reviewer.keys]
    print(sweeps, len(keys), median(keys), max(keys))
    assert median(keys) == 1

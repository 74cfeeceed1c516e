"""The long job: three annotators, two reviewers, two rounds, errors of every kind, five copies and their packages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

import pytest

from annotations.sets import GOLD
from tests.ui.review.job_copies import annotate, copy_of, revise, send, share, tell
from tests.ui.review.job_review import Reviewer, held, is_true, said
from tests.ui.review.job_truth import PEOPLE, REVIEWERS, SECOND, TRUTH, items_of, work_of
from tests.ui.windows import run
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
Event = Callable[[], None]


@dataclass
class Job:
    """The copies of everybody, and the order of the day."""

    launch: Launch
    copies: dict[str, Path]
    reviewers: dict[str, Reviewer]
    chance: Random

    def first_round(self) -> None:
        """Everybody annotates, and sends their work to both reviewers, some of it twice; both review all of it."""
        for who in self.chance.sample(PEOPLE, 3):
            annotate(self.launch, self.copies[who], who)
        ways = [(who, to) for who in PEOPLE for to in REVIEWERS]
        for who, to in [*self.chance.sample(ways, len(ways)), *self.chance.sample(ways, 2)]:
            send(self.copies, who, to, who)

    def second_round(self) -> None:
        """What was given back is done again, while reviews go on and packages of gold and of work cross each other."""
        rows: list[list[Event]] = [[partial(self.again, who)] for who in PEOPLE]
        for row, who in zip(rows, PEOPLE, strict=True):
            row += [partial(send, self.copies, who, to, who) for to in self.chance.sample(REVIEWERS, 2)]
        for name in REVIEWERS:
            other = self.other(name)
            rows.append([partial(send, self.copies, name, other, GOLD)] * 2)
            rows.append([self.reviewers[name].review, partial(share, self.copies, name, other)])
        while rows := [row for row in rows if row]:
            self.chance.choice(rows).pop(0)()

    def again(self, who: str) -> None:
        """The annotator takes in what came back, and does that again; where it did not come there is nothing to do."""
        for name in self.chance.sample(REVIEWERS, 2):
            tell(self.copies, name, who)
        ((article, now),) = [(id_, now) for (name, id_), now in SECOND.items() if name == who]
        if held(self.copies[who], article, who)[1] == "returned":
            revise(self.launch, self.copies[who], who, article, was := work_of(who, article), was.but(now))

    def until_all_is_reviewed(self) -> None:
        """The reviewers go on, and send each other what they have, until both copies have the truth."""
        for _ in range(4):
            for name in self.chance.sample(REVIEWERS, 2):
                self.reviewers[name].review()
                share(self.copies, name, self.other(name))
            if not self.untrue(*REVIEWERS):
                break
            for who in PEOPLE:
                self.again(who)
                for name in REVIEWERS:
                    send(self.copies, who, name, who)
        for who in PEOPLE:
            tell(self.copies, self.chance.choice(REVIEWERS), who)

    def other(self, name: str) -> str:
        return next(one for one in REVIEWERS if one != name)

    def unlike_planned(self, name: str) -> list[tuple[str, str]]:
        """Whose work on which article came to that reviewer otherwise than it was to be."""
        ways = [(who, id_) for who in PEOPLE for id_ in TRUTH]
        planned = {(who, id_): (said(items_of(id_, work_of(who, id_))), "done") for who, id_ in ways}
        return [(who, id_) for who, id_ in ways if held(self.copies[name], id_, who) != planned[who, id_]]

    def untrue(self, *copies: str) -> list[object]:
        """Where gold is not the truth, or not reviewed."""
        ways = [(who, id_) for who in copies for id_ in TRUTH if not is_true(self.copies[who], id_)]
        return [(who, id_, held(self.copies[who], id_)) for who, id_ in ways]


@pytest.fixture
def job(launch: Launch, tmp_path: Path, request: pytest.FixtureRequest) -> Job:
    copies = {who: copy_of(tmp_path / who) for who in (*PEOPLE, *REVIEWERS)}
    reviewers = {name: Reviewer(launch, copies[name], name) for name in REVIEWERS}
    made = Job(launch, copies, reviewers, Random(request.param))
    made.first_round()
    return made


@pytest.mark.parametrize("job", [1, 6], indirect=True)
def test_gold_is_the_truth_in_every_copy_whatever_order_packages_come_in(job: Job) -> None:
    assert job.unlike_planned("rex") == job.unlike_planned("sue") == []
    for name in job.chance.sample(REVIEWERS, 2):
        job.reviewers[name].review()
    job.second_round()
    job.until_all_is_reviewed()
    assert job.untrue(*job.copies) == []
    assert [run("check", folder) for folder in job.copies.values()] == [0] * 5
    keys = [count for one in job.reviewers.values() for count in one.keys]
    agreed = [count for one in job.reviewers.values() for count in one.overruled]
    print(
        f"{len(keys)} cases: median {median(keys)} keys, most {max(keys)}; {len(agreed)} overruled: {agreed}"
    )
    assert (median(keys), max(keys) <= 4, all(one.slipped for one in job.reviewers.values())) == (
        1,
        True,
        True,
    )

"""The figures of work, beside those of a plain book of what people did."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.spans import Status
from annotations.statistics.shapes import EVERYONE, Fates, Scope
from models.queries.statistics.gathering import gathered
from models.queries.statistics.overview import overview
from tests.models.queries.statistics.simulated import ARTICLES, PEOPLE, Simulated
from tests.strategies import examples

VERBS = (
    "confirm",
    "confirm",
    "confirm",
    "reject",
    "relabel",
    "relabel",
    "move",
    "by hand",
    "finish",
    "undo",
    "bring",
    "change brought",
    "machine",
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(ARTICLES),
        st.sampled_from(VERBS),
        st.integers(0, 30),
        st.integers(0, 5),
        st.sampled_from([0.5, 2.0, 7.25, 119.9, 120.0, 120.1, 4_000.0]),
    ),
    max_size=30,
)
SHARED = settings(max_examples=examples(8))


def done(folder: str, steps: list) -> Simulated:
    made, machines = Simulated(Path(folder) / "p"), set[str]()
    for who, article, verb, n, other, wait in steps:
        if verb == "undo":
            made.undo(who, wait)
        elif verb == "bring":
            if not len(made.project.annotation_set(article, who)):  # an import adds to no set that is there
                made.bring(who, article)
        elif verb == "machine":
            if article not in machines:
                made.machine("bot", article)
            machines.add(article)
        else:
            made.act(who, article, verb, n, other, wait)
    return made


def parts_of(made: Simulated, annotator: str) -> dict:
    found = {part.name: part for part in gathered(made.project, Scope(annotator))}
    assert len(found) == 11
    return found


@SHARED
@given(STEPS, st.sampled_from([*PEOPLE, EVERYONE]))
def test_what_became_of_spans_is_what_people_did(steps: list, annotator: str) -> None:
    with TemporaryDirectory() as folder:
        made = done(folder, steps)
        people = PEOPLE if annotator == EVERYONE else (annotator,)
        found = parts_of(made, annotator)
        expected = made.fates(*people)
        for one in found["labels"].labels:
            assert one.fates == Fates(
                **{fate: n for (label, fate), n in expected.items() if label == one.label}
            )
        mine = [one for (_, who, _), one in made.book.items() if who in people]
        counts = Counter(one.now[2] for one in mine if one.status is Status.CONFIRMED)
        assert {one.label: one.count for one in found["labels"].labels if one.count} == counts
        pairs = Counter((one.said[2], one.now[2]) for one in mine if one.fate in ("relabelled", "both"))
        assert {(pair.suggested, pair.given): pair.count for pair in found["corrections"].pairs} == pairs
        origins = Counter((one.origin, one.fate) for one in mine)
        assert {
            (one.origin, "taken"): one.fates.taken for one in found["labels"].origins if one.fates.taken
        } == {key: n for key, n in origins.items() if key[1] == "taken"}
        first = overview(made.project, Scope(annotator))
        assert first.spans.confirmed == counts.total()
        assert first.spans.rejected == sum(one.status is Status.REJECTED for one in mine)
        made.project.close()


@SHARED
@given(STEPS)
def test_hours_and_times_are_those_between_edits(steps: list) -> None:
    with TemporaryDirectory() as folder:
        made = done(folder, steps)
        found = parts_of(made, "anna")
        times = [when for who, when in made.times if who == "anna"]
        gaps = [round(later - earlier, 3) for earlier, later in pairwise(times)]
        assert overview(made.project, Scope("anna")).seconds == pytest.approx(
            sum(gap for gap in gaps if gap <= 120)
        )
        assert sum(day.seconds for day in found["days"].days) == pytest.approx(
            sum(gap for gap in gaps if gap <= 120)
        )
        whole = found["times"]
        timed = [one for key, one in made.book.items() if key[1] == "anna" and not one.came]
        of_all = sum(one.count for one in whole.times if not one.label and not one.fate)
        assert of_all + whole.idle + whole.together + whole.untimed == len(timed) + sum(
            one.came for key, one in made.book.items() if key[1] == "anna"
        )
        made.project.close()


@SHARED
@given(STEPS)
def test_bins_of_scores_hold_what_was_decided(steps: list) -> None:
    with TemporaryDirectory() as folder:
        made = done(folder, steps)
        part = parts_of(made, EVERYONE)["reliability"]
        decided = [one for one in made.book.values() if one.fate not in ("by_hand", "imported")]
        scored = [one for one in decided if one.score is not None]
        assert part.unscored == len(decided) - len(scored)
        bins = part.kinds[0].bins if part.kinds else ()
        assert sum(one.count for one in bins) == len(scored)
        for one in bins:
            inside = [s for s in scored if one.low <= s.score < one.high or s.score == one.high == 1]
            assert (one.count, one.right) == (len(inside), sum(s.fate == "taken" for s in inside))
        made.project.close()

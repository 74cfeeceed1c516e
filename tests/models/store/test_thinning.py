"""Which copies stay: the table of rings, held by properties and by a year of work."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from models.store.thinning import BY_HAND, REASONS, STEPS, Copy, to_remove

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 5, 20, 12, 30, tzinfo=UTC)
PLENTY = 10**12
times = st.integers(0, 60 * 24 * 400).map(lambda minutes: NOW - timedelta(minutes=minutes))
made_up = st.builds(Copy, times, st.integers(1, 3), st.sampled_from([*REASONS, "mine"]), st.integers(0, 100))
many = st.lists(made_up, max_size=120, unique_by=lambda copy: (copy.made, copy.number, copy.reason))


def left(copies: list[Copy], made: Copy | None = None, *, latest: int = 3, most: int = PLENTY) -> set[Copy]:
    gone = to_remove(copies, just_made=made, now=NOW, latest=latest, most_bytes=most)
    return set(copies) - set(gone)


def simulated(hours: int, clock: dict[int, timedelta], latest: int = 10) -> tuple[list[Copy], list[bool]]:
    """The copies left after that many hourly ones, and whether each was there when it had been made."""
    kept: list[Copy] = []
    was_there, wrong = [], timedelta()
    for hour in range(hours):
        wrong = clock.get(hour, wrong)
        now = NOW + timedelta(hours=hour) + wrong
        copy = Copy(now, 1, "hourly", hour)
        kept = [copy, *(one for one in kept if one.made != now)]
        gone = to_remove(kept, just_made=copy, now=now, latest=latest, most_bytes=PLENTY)
        kept = [one for one in kept if one not in gone]
        was_there.append(copy in kept)
    return kept, was_there


@given(many)
def test_copies_made_by_hand_and_what_nobody_knows_always_stay(copies: list[Copy]) -> None:
    assert {copy for copy in copies if copy.reason in (BY_HAND, "mine")} <= left(copies, most=0)


@given(many, made_up, st.integers(1, 20), st.integers(0, 2000))
def test_the_copy_just_made_stays(copies: list[Copy], made: Copy, latest: int, most: int) -> None:
    assert made in left([*copies, made], made, latest=latest, most=most)


@given(many, st.integers(1, 20))
def test_each_ring_is_thinned_by_itself(copies: list[Copy], latest: int) -> None:
    rings = [[copy for copy in copies if copy.reason == reason] for reason in {*REASONS, "mine"}]
    assert left(copies, latest=latest) == set().union(*(left(ring, latest=latest) for ring in rings))


@given(many, st.integers(1, 20), st.integers(0, 2000))
def test_thinning_twice_is_thinning_once(copies: list[Copy], latest: int, most: int) -> None:
    once = left(copies, latest=latest, most=most)
    assert left(list(once), latest=latest, most=most) == once


@given(many, st.integers(1, 20))
def test_the_latest_of_a_ring_and_the_last_of_each_period_stay(copies: list[Copy], latest: int) -> None:
    ring = sorted((copy for copy in copies if copy.reason == "hourly"), reverse=True)
    stayed = left(copies, latest=latest)
    assert set(ring[:latest]) <= stayed
    for period, most in STEPS:
        names = list(dict.fromkeys(copy.made.strftime(period) for copy in ring))[:most]
        assert {copy.made.strftime(period) for copy in ring if copy in stayed} >= set(names)


@given(many, st.integers(0, 2000))
def test_the_limit_is_kept_for_all_but_what_always_stays(copies: list[Copy], most: int) -> None:
    made = Copy(NOW, 9, "hourly", 50)
    stayed = left([*copies, made], made, most=most)
    ours = [copy for copy in stayed if copy.reason not in (BY_HAND, "mine")]
    assert sum(copy.size for copy in ours) <= most or ours == [made]


@given(many, st.integers(0, 2000))
def test_the_last_of_each_ring_goes_after_all_others(copies: list[Copy], most: int) -> None:
    stayed = left(copies, most=most)
    heads = {max(c for c in copies if c.reason == copy.reason) for copy in copies}
    ours = {copy for copy in stayed if copy.reason not in (BY_HAND, "mine")}
    gone_heads = {copy for copy in heads - stayed if copy.reason in REASONS}
    assert not gone_heads or ours <= heads


def test_a_year_of_hourly_copies_becomes_a_few_dozen_that_reach_back_to_its_beginning() -> None:
    kept, _ = simulated(24 * 365, {})
    assert len(kept) <= 10 + sum(most for _, most in STEPS)
    end = NOW + timedelta(hours=24 * 365 - 1)
    for back, within in ((12, 1), (24 * 10, 24), (24 * 50, 24 * 7), (24 * 300, 24 * 31)):
        wanted = end - timedelta(hours=back)
        assert min(abs(copy.made - wanted) for copy in kept) <= timedelta(hours=within)


def test_a_clock_that_jumps_never_removes_the_copy_just_made() -> None:
    jumps = {5: timedelta(days=-20_000), 60: timedelta(), 90: timedelta(days=20_000), 130: timedelta(days=-1)}
    kept, was_there = simulated(200, jumps)
    assert all(was_there)
    assert {copy.size for copy in kept} >= set(range(190, 200))


def test_a_clock_that_was_set_back_costs_no_older_copy() -> None:
    before, _ = simulated(100, {})
    made = Copy(NOW - timedelta(days=20_000), 1, "hourly", 1)
    gone = to_remove([*before, made], just_made=made, now=made.made, latest=3, most_bytes=PLENTY)
    assert gone == []


def test_every_reason_that_the_program_gives_is_in_the_table() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "models").rglob("*.py")]
    databases = [
        found for text in sources for found in re.findall(r"backup\.save\(.*why=f?\"([a-z-]+)", text)
    ]
    assert {why.rstrip("-") for why in databases} <= REASONS.keys()
    assert {"before-merge", "before-migration-", "before-removal"} <= set(databases)

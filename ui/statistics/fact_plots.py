"""The plots of facts: how good the suggested ones were, roles, modality, sources, and the events along their time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from annotations.search.values import words_written
from annotations.statistics.shapes import FactsPart, TimelinePart
from annotations.text.counts import counted
from ui.plots.bar_plots import BarPlot, LanePlot, PlotBar
from ui.statistics.lines import CONFIRMED, DECIDED, REJECTED, Whose, most_of
from ui.statistics.suggestion_plots import FATES, SHARE

GOOD, TYPES, ROLES, PRESENTED, QUOTED, HAPPENED = (
    "And the facts?",
    "Which facts are there?",
    "Which roles are filled?",
    "How are they presented?",
    "Who is quoted most?",
    "When did it happen?",
)
NO_FACTS, NO_SUGGESTED = "No fact is confirmed yet.", "No suggested fact is decided yet."
MOST_PERIODS = 400  # along a timeline; beyond that, only those with facts


def good(part: FactsPart, whose: Whose) -> BarPlot:
    """Return how often suggested facts of each type were right."""
    bars = []
    unknown = 0
    for one in part.types:
        fates, same = one.fates, ("fact", one.type)
        unknown += fates.unknown
        if counts := (fates.taken, fates.corrected, fates.rejected):
            share = "" if fates.share_taken is None else f"{fates.share_taken:.0%}"
            behind = whose.behind(same, DECIDED), whose.behind(same, CONFIRMED)
            bars.append(
                PlotBar(
                    one.type,
                    counts,
                    share,
                    (*behind, whose.behind(same, CONFIRMED), whose.behind(same, REJECTED)),
                )
            )
    says = "Facts by type; the share that was right as it stood"
    if unknown:
        says += f". Of {counted(unknown, 'confirmed fact')} it is no longer kept what was suggested"
    return BarPlot(
        GOOD, "type", FATES, tuple(bar for bar in bars if bar.whole), SHARE, says=says, empty=NO_SUGGESTED
    )


def types(part: FactsPart, whose: Whose) -> BarPlot:
    """Return how many facts of each type are confirmed, and how many of these are negated."""
    bars = tuple(
        PlotBar(
            one.type,
            (one.count - one.negated, one.negated),
            "",
            (
                whose.behind(("fact", one.type), CONFIRMED),
                whose.behind(("fact", one.type), CONFIRMED, ("negated", "no")),
                whose.behind(("fact", one.type), CONFIRMED, ("negated", "yes")),
            ),
        )
        for one in sorted(part.types, key=lambda one: (-one.count, one.type))
        if one.count
    )
    return BarPlot(
        TYPES,
        "type",
        ("stated", "negated"),
        bars,
        fills=("taken", "corrected"),
        says="Confirmed facts by type",
        empty=NO_FACTS,
    )


def roles(part: FactsPart, whose: Whose) -> BarPlot:
    """Return how often each role is filled, type by type."""
    bars = tuple(
        PlotBar(
            f"{one.type}: {role.role}",
            (role.filled, role.of - role.filled),
            f"{role.filled / role.of:.0%}",
            (
                whose.behind(("fact", one.type), CONFIRMED),
                whose.behind(("fact", one.type), ("role", role.role), CONFIRMED),
                whose.behind(("fact", one.type), ("-role", role.role), CONFIRMED),
            ),
        )
        for one in part.types
        for role in one.roles
        if role.of
    )
    return BarPlot(
        ROLES,
        "type and role",
        ("filled", "open"),
        bars,
        "share filled",
        ("taken", "rejected"),
        says="Confirmed facts that have something in the role",
        empty=NO_FACTS,
    )


def presented(part: FactsPart, whose: Whose) -> BarPlot:
    """Return the modality of the facts of each type."""
    names = tuple(dict.fromkeys(name for one in part.types for name, count in one.modality if count))
    bars = []
    for one in sorted(part.types, key=lambda one: (-one.count, one.type)):
        counts = dict(one.modality)
        if sum(counts.values()):
            parts = (whose.behind(("fact", one.type), ("modality", name), CONFIRMED) for name in names)
            of_all = whose.behind(("fact", one.type), CONFIRMED)
            bars.append(PlotBar(one.type, tuple(counts.get(name, 0) for name in names), "", (of_all, *parts)))
    return BarPlot(
        PRESENTED,
        "type",
        names,
        tuple(bars),
        fills=("taken", "corrected", "facts", "rejected", "odd"),
        says="Confirmed facts by modality",
        empty=NO_FACTS,
    )


def quoted(part: FactsPart, whose: Whose) -> BarPlot:
    """Return the sources most quoted."""
    bars = tuple(
        PlotBar(
            one.wording,
            (one.facts,),
            counted(one.articles, "article"),
            (whose.behind(("according", words_written(one.wording, False)), CONFIRMED),) * 2,
            f"{one.facts:,} in {counted(one.articles, 'article')}",
        )
        for one in part.sources
    )
    return BarPlot(
        QUOTED,
        "source",
        ("facts",),
        bars,
        "in",
        has_sums=False,
        says=f"Confirmed facts by who says so{most_of(len(bars), part.sources_of)}",
        empty="No confirmed fact names its source yet.",
    )


def happened(part: TimelinePart, whose: Whose) -> LanePlot:
    """Return when the facts say that things happened, a lane for each type."""
    counts = defaultdict[str, dict[str, int]](dict)
    totals = defaultdict[str, int](int)
    for one in part.dates:
        counts[one.date][one.type] = one.facts
        totals[one.type] += one.facts
    names = tuple(sorted(totals, key=lambda name: (-totals[name], name)))
    bars = tuple(
        PlotBar(
            period,
            tuple(counts.get(period, {}).get(name, 0) for name in names),
            "",
            (
                whose.behind(("value", whose.dated(period)), CONFIRMED),
                *(whose.behind(("fact", name), ("value", whose.dated(period)), CONFIRMED) for name in names),
            ),
        )
        for period in periods(sorted(counts), part.grain)
    )
    says = (
        f"Confirmed facts by the {part.grain} they date from; {part.undated:,} without a date of a known year"
    )
    if part.coarser:
        says += f", {part.coarser:,} dated less exactly"
    undated = counted(part.undated, "confirmed fact")
    none = f"None of {undated} has a date whose year is known." if part.undated else NO_FACTS
    return LanePlot(HAPPENED, part.grain, names, bars, says=says if bars else "", empty=none)


def periods(there: list[str], grain: str) -> list[str]:
    """Return the days, months or years from the first to the last; only those that are there if that would be very many.

    >>> periods(["2023-12", "2024-02"], "month")
    ['2023-12', '2024-01', '2024-02']
    """
    if not there:
        return []
    found = [there[0]]
    while found[-1] < there[-1] and len(found) <= MOST_PERIODS:
        found.append(_next(found[-1], grain))
    return found if len(found) <= MOST_PERIODS else there


def _next(period: str, grain: str) -> str:
    if grain == "day":
        return (date.fromisoformat(period) + timedelta(days=1)).isoformat()
    if grain == "year":
        return f"{int(period) + 1:04}"
    year, month = map(int, period.split("-"))
    return f"{year + month // 12:04}-{month % 12 + 1:02}"

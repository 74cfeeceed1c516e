"""The plots of time: decisions and hours a day, agreement week by week, and the articles that stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from annotations.processes.quick_dataclass import dataclass
from annotations.statistics.shapes import (
    AgreementPart,
    AgreementPoint,
    DaysPart,
    OutliersPart,
    OutlyingArticle,
    ProgressPart,
    WorkingDay,
)
from annotations.text.counts import counted
from ui.plots.bar_plots import BarPlot, ColumnPlot, PlotBar
from ui.plots.line_plots import BandPoint, LinePlot, PlotBand, PlotLine, PlotPoint
from ui.plots.plots import Behind
from ui.statistics.label_plots import seconds
from ui.statistics.lines import Whose, within
from ui.wording import time_spent

MUCH, HOURS, AGREE, ODD = (
    "How much, and when?",
    "How many hours?",
    "Do the annotators agree, and does it change?",
    "Which articles stand out?",
)
MOST_DAYS, MOST_WEEKS = 21, 78  # days that are shown one by one, then so many as weeks; else months
WEEK, MINUTE = 7, 60  # days; seconds
UNITS = ((3600, "hours"), (MINUTE, "minutes"), (1, "seconds"))
LEAST = 2  # of a unit, on the longest day
NO_DAYS = "Nothing was decided here yet in this time."


@dataclass(frozen=True)
class WorkSpan:
    """A day, week or month of work, and what was done in it."""

    name: str
    days: tuple[WorkingDay, ...] = ()

    def sum_of(self, what: str) -> float:
        """Return the sum of that field of its days."""
        total: float = sum(getattr(day, what) for day in self.days)
        return total


def much(part: DaysPart, whose: Whose) -> ColumnPlot:
    """Return the decisions a day, or a week or month where there are many days."""
    unit, spans = binned(part.days)
    bars = tuple(PlotBar(one.name, (int(one.sum_of("spans")), int(one.sum_of("facts")))) for one in spans)
    says = f"Decisions a {unit}"
    if part.undated:
        says += (
            f"; {counted(part.undated, 'decision')} came with an import or a change of the labels, on no day"
        )
    return ColumnPlot(MUCH, unit, ("spans", "facts"), bars, says=says, empty=NO_DAYS)


def hours(part: DaysPart, whose: Whose) -> ColumnPlot:
    """Return the hours, minutes or seconds of work a day."""
    unit, spans = binned(part.days)
    longest = max((one.sum_of("seconds") for one in spans), default=0.0)
    size, name = next((size, name) for size, name in UNITS if longest >= LEAST * size or size == 1)
    bars = tuple(PlotBar(one.name, (round(one.sum_of("seconds") / size, 1),)) for one in spans)
    whole = sum(day.seconds for day in part.days)
    says = f"{name.capitalize()} a {unit}, without idle time; {time_spent(whole)} in all"
    return ColumnPlot(HOURS, unit, (name,), bars, says=says, empty=NO_DAYS)


def forecast(part: ProgressPart) -> str:
    """Return in a sentence when the work will be done, or why that cannot be told."""
    ahead = part.forecast
    if not part.overview.articles.of:
        return "There is no article yet."
    if not ahead.articles:
        return "Every article is done or skipped."
    left = f"{counted(ahead.articles, 'article')} left"
    days = ahead.days
    if days.value is None:
        return (
            f"{left}. When they will be done cannot be told: {within(days.why)}." if days.why else f"{left}."
        )
    said = f"{left}: about {counted(max(1, round(days.value)), 'working day')} at the pace of {counted(ahead.working_days, 'working day')} so far"
    if days.low is not None:
        said += f"; between {max(1, round(days.low)):,} and " + (
            f"{round(days.high):,}" if days.high is not None else "many more"
        )
    return f"{said}."


def agree(part: AgreementPart, whose: Whose) -> LinePlot:
    """Return F1 week by week, with its interval; of batches where there are no two weeks."""
    points = part.weeks if len(_known(part.weeks)) > 1 or not part.batches else part.batches
    known = _known(points)
    line = PlotLine("F1", tuple(PlotPoint(n, one.f1.value or 0.0) for n, one in enumerate(known, 1)))
    band = PlotBand(
        "95 % interval",
        tuple(
            BandPoint(n, one.f1.low, one.f1.high)
            for n, one in enumerate(known, 1)
            if one.f1.low is not None and one.f1.high is not None
        ),
    )
    unit = "week" if points is part.weeks else "batch"
    names = f"{unit} 1 is {known[0].name}" if known else ""
    if len(known) > 1:
        names += f", {unit} {len(known)} {known[-1].name}"
    return LinePlot(
        AGREE,
        unit,
        "F1 of spans",
        (line,),
        (band,) if band.points else (),
        bounds=(0.0, 1.0),
        says=f"Articles finished by two; {names}" if names else "",
        digits=2,
        empty=f"{points[0].f1.why.rstrip('.')}."
        if points and points[0].f1.why
        else "No article is finished by two yet.",
    )


def odd(part: OutliersPart, whose: Whose) -> BarPlot:
    """Return the articles that lie far from the others."""
    bars = tuple(
        PlotBar(
            one.title or one.article,
            (round(abs(one.distance), 1),),
            _said(one),
            (Behind(article=one.article),) * 2,
        )
        for one in part.articles
    )
    why = " ".join(f"{one.what.capitalize()}: {within(one.why)}." for one in part.measures if one.why)
    return BarPlot(
        ODD,
        "article",
        ("distance",),
        bars,
        "why",
        ("corrected",),
        has_sums=False,
        says="How far from the median, in standard deviations that outliers do not stretch",
        empty=why or "No article lies far from the others.",
    )


def binned(days: Sequence[WorkingDay]) -> tuple[str, list[WorkSpan]]:
    """Return the unit, and each day, week or month from the first to the last, idle ones as well."""
    by_day = {date.fromisoformat(one.day): one for one in days}
    if not by_day:
        return "day", []
    first, last = min(by_day), max(by_day)
    length = (last - first).days + 1
    if length <= MOST_DAYS:
        is_week = first.isocalendar()[:2] == last.isocalendar()[:2]
        begin = first - timedelta(days=first.weekday()) if is_week else first
        return "day", [
            WorkSpan(
                f"{day:%a}" if is_week else f"{day.day} {day:%b}", (by_day[day],) if day in by_day else ()
            )
            for day in _days(begin, last)
        ]
    unit = "week" if length <= MOST_WEEKS * WEEK // 3 else "month"
    spans = dict[str, list[WorkingDay]]()
    for day in _days(first, last):
        monday = day - timedelta(days=day.weekday())
        name = f"{monday.day} {monday:%b}" if unit == "week" else f"{day:%b %Y}"
        spans.setdefault(name, []).extend([by_day[day]] if day in by_day else [])
    return unit, [WorkSpan(name, tuple(there)) for name, there in spans.items()]


def _days(first: date, last: date) -> Iterator[date]:
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def _known(points: Sequence[AgreementPoint]) -> list[AgreementPoint]:
    return [one for one in points if one.f1.value is not None]


def _said(one: OutlyingArticle) -> str:
    """Return how it stands out, and its figure."""
    if "corrected" in one.what:
        return f"{one.what}, {one.value:.0%} of what was suggested"
    value = time_spent(one.value) if one.value >= MINUTE else f"{seconds(one.value)} s"
    return f"{one.what}, {value} a decision"

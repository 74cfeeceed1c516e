"""The statistics written out for a terminal of 80 columns; long lists are cut, `--json` has them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from annotations.agreement.figures import Figure
from annotations.pace import IDLE
from annotations.statistics.shapes import (
    AgreementPart,
    CorrectionsPart,
    DaysPart,
    EntitiesPart,
    FactsPart,
    LabelsPart,
    OutliersPart,
    ProgressPart,
    ReliabilityPart,
    StatisticsPart,
    TimelinePart,
    TimesPart,
)
from annotations.text.counts import counted

WIDTH, NAME, MOST = 80, 20, 20  # columns, code points of a name, rows of a list
NONE = "–"
Row = Sequence[str]


def written(parts: Iterable[StatisticsPart], who: str) -> str:
    """Return the parts as text, `who` it is about first."""
    known = {part.name: part for part in parts}
    blocks = ["\n".join(WRITERS[name](known[name])) for name in WRITERS if name in known]
    lines = "\n\n".join([who, *filter(None, blocks)]).split("\n")
    return "\n".join(part for line in lines for part in (wrap(line, WIDTH) if len(line) > WIDTH else [line]))


def duration(seconds: float) -> str:
    """Return the seconds in words.

    >>> duration(7_800), duration(340), duration(4.25)
    ('2 h 10 min', '5 min 40 s', '4.2 s')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60:,} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min {rest} s"


def _progress(part: ProgressPart) -> Iterator[str]:
    of = part.overview
    articles = of.articles
    yield (
        f"{articles.done:,} of {counted(articles.of, 'article')} done, {articles.started:,} started, "
        f"{articles.new:,} new, {articles.skipped:,} skipped."
    )
    for what, items in (("Spans", of.spans), ("Facts", of.facts)):
        left = "" if items.left is None else f"; {items.left:,} to decide"
        more = f", {counted(items.uncounted, 'article')} not counted yet" if items.uncounted else ""
        yield (
            f"{what} decided: {items.decided:,} ({items.confirmed:,} confirmed, {items.rejected:,} rejected){left}{more}."
        )
    each = of.seconds_an_article
    an_article = f", {duration(each)} an article" if each else ""
    yield f"Time worked: {duration(of.seconds)}{an_article}; pauses over {IDLE:.0f} s left out."
    yield _forecast(part)


def _forecast(part: ProgressPart) -> str:
    days, left = part.forecast.days, counted(part.forecast.articles, "article")
    if days.value is None:
        return f"Forecast for {left} left: none. {days.why}"
    if not part.forecast.articles:
        return "No article is left."
    low = "?" if days.low is None else f"{days.low:,.1f}"
    high = "no end" if days.high is None else f"{days.high:,.1f}"
    told = counted(part.forecast.working_days, "working day")
    return f"Forecast for {left} left: {days.value:,.1f} working days ({low} to {high}), told from {told}."


def _days(part: DaysPart) -> Iterator[str]:
    if part.undated:
        yield f"{part.undated:,} decisions have no day: they were imported, or rewritten by a change of the schema."
    rows = [
        (day.day, f"{day.spans:,}", f"{day.facts:,}", f"{day.articles:,}", duration(day.seconds))
        for day in part.days[-MOST:]
    ]
    yield from _table("Work a day", ("day", "spans", "facts", "articles done", "time"), rows, len(part.days))


def _labels(part: LabelsPart) -> Iterator[str]:
    header = ("spans", "suggested", "taken", "corrected", "rejected", "by hand")
    rows = [(one.label, f"{one.count:,}", *_shares(one.fates)) for one in part.labels]
    yield from _table("What became of suggestions, by label", ("label", *header), rows)
    rows = [(one.origin, *_shares(one.fates)) for one in part.kinds]
    yield from _table("By kind of origin", ("origin", *header[1:]), rows, before=1)
    if part.total.imported:
        yield f"{part.total.imported:,} spans came with a file and count for none of these."


def _shares(fates: Any) -> Iterator[str]:
    yield f"{fates.suggested:,}"
    for count in (fates.taken, fates.corrected, fates.rejected):
        yield _share(count, fates.suggested)
    yield f"{fates.by_hand:,}"


def _reliability(part: ReliabilityPart) -> Iterator[str]:
    rows = [
        (
            f"{one.low:.1f} to {one.high:.1f}",
            f"{one.count:,}",
            NONE if one.score is None else f"{one.score:.2f}",
            _figure(one.share),
        )
        for kind in part.kinds[:1]
        for one in kind.bins
    ]
    yield from _table("Are scores honest?", ("score", "suggestions", "mean", "taken as it stood"), rows)
    for kind in part.kinds:
        said = kind.error.why if kind.error.value is None else f"calibration error {_figure(kind.error)}"
        yield f"{kind.kind} ({kind.count:,}): {said}"


def _corrections(part: CorrectionsPart) -> Iterator[str]:
    rows = [(pair.suggested, _cut(pair.given), f"{pair.count:,}") for pair in part.pairs]
    yield from _table("Labels corrected into one another", ("suggested", "became", "spans"), rows)


def _times(part: TimesPart) -> Iterator[str]:
    header = ("label", "", "spans", "median", "quartiles")
    rows = [
        (
            one.label or "all",
            one.fate,
            f"{one.count:,}",
            f"{one.median:.1f} s",
            f"{one.lower:.1f} to {one.upper:.1f} s",
        )
        for one in part.times
        if not (one.label and one.fate)
    ]
    yield from _table("Time a span", header, rows)
    yield f"Left out: {part.idle:,} after a pause, {part.together:,} decided with others, {part.untimed:,} not timed here."


def _facts(part: FactsPart) -> Iterator[str]:
    rows = [
        (
            one.type,
            f"{one.count:,}",
            f"{one.fates.suggested:,}",
            _share(one.fates.taken, one.fates.suggested - one.fates.unknown),
            f"{one.fates.corrected:,}",
            f"{one.fates.rejected:,}",
            f"{one.fates.by_hand:,}",
        )
        for one in part.types
    ]
    header = ("type", "facts", "suggested", "taken", "corrected", "rejected", "by hand")
    yield from _table("Facts", header, rows)
    sources = [(one.wording, f"{one.facts:,}", f"{one.articles:,}") for one in part.sources]
    yield from _table(
        "Sources most quoted", ("source", "facts", "articles"), sources, part.sources_of, before=1
    )


def _entities(part: EntitiesPart) -> Iterator[str]:
    rows = [(one.name, _cut(one.label), f"{one.mentions:,}", f"{one.articles:,}") for one in part.things]
    yield from _table("Mentioned most", ("name", "label", "spans", "articles"), rows, part.of)


def _timeline(part: TimelinePart) -> Iterator[str]:
    days: dict[str, int] = {}
    for one in part.dates:
        days[one.date] = days.get(one.date, 0) + one.facts
    most = sorted(sorted(days, key=lambda day: -days[day])[:MOST])
    yield from _table(
        f"Events by {part.grain}", (part.grain, "facts"), [(day, f"{days[day]:,}") for day in most], len(days)
    )
    if part.dates or part.coarser:
        yield f"{part.coarser:,} dated less exactly, {part.undated:,} without a date."


def _agreement(part: AgreementPart) -> Iterator[str]:
    for what, points in (("week from", part.weeks), ("batch", part.batches)):
        rows = [(one.name, f"{one.articles:,}", _figure(one.f1)) for one in points[-MOST:]]
        yield from _table(
            f"Agreement on spans by {what.split()[0]}", (what, "articles", "F1, exact"), rows, len(points)
        )


def _outliers(part: OutliersPart) -> Iterator[str]:
    rows = [
        (
            one.article,
            one.what,
            _share(one.value, 1) if one.what == "much corrected" else duration(one.value),
            f"{one.distance:+.1f}",
        )
        for one in part.articles
    ]
    yield from _table("Articles that stand out", ("article", "", "value", "distance"), rows)
    for measure in part.measures:
        if measure.why:
            yield f"{measure.what}: {measure.why}"


def _table(
    title: str, header: Row, rows: Sequence[Row], of: int | None = None, *, before: int = 0
) -> Iterator[str]:
    """Yield a table of the first rows, with its numbers under each other; nothing without rows.

    `of`: how many rows there are in all; `before`: empty lines above it.
    """
    shown = [[_cut(row[0]), *row[1:]] for row in rows[:MOST]]
    if not shown:
        return
    many = max(of or 0, len(rows))
    yield from [""] * before
    yield f"{title} ({len(shown)} of {many:,})" if many > len(shown) else title
    wide = [max(map(len, column)) for column in zip(header, *shown, strict=True)]
    for first, *rest in (header, *shown):
        cells = (cell.rjust(width) for cell, width in zip(rest, wide[1:], strict=True))
        yield "  ".join([first.ljust(wide[0]), *cells]).rstrip()


def _cut(name: str) -> str:
    """Return the name in one line, cut where it is long."""
    line = " ".join(name.split())
    return line if len(line) <= NAME else f"{line[: NAME - 1]}…"


def _share(count: float, of: float) -> str:
    return f"{count / of:.0%}" if of else NONE


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return NONE
    ends = "" if figure.low is None or figure.high is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
    return f"{figure.value:.3f}{ends}"


WRITERS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    ProgressPart.name: _progress,
    DaysPart.name: _days,
    LabelsPart.name: _labels,
    ReliabilityPart.name: _reliability,
    CorrectionsPart.name: _corrections,
    TimesPart.name: _times,
    FactsPart.name: _facts,
    EntitiesPart.name: _entities,
    TimelinePart.name: _timeline,
    AgreementPart.name: _agreement,
    OutliersPart.name: _outliers,
}

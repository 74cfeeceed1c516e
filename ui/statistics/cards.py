"""The cards of the statistics: one table, page by page; each is a plot made of parts that were gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from annotations.processes.quick_dataclass import dataclass
from annotations.statistics.shapes import (
    AgreementPart,
    CorrectionsPart,
    DaysPart,
    EntitiesPart,
    FactsPart,
    LabelsPart,
    OutliersPart,
    ReliabilityPart,
    TimelinePart,
    TimesPart,
)
from ui.plots.plots import Plot
from ui.statistics import fact_plots, label_plots, suggestion_plots, time_plots
from ui.statistics.lines import Whose

FIRST, SUGGESTIONS, LABELS, FACTS, TIME = "overview", "suggestions", "labels", "facts", "time"
PAGES = {FIRST: "Overview", SUGGESTIONS: "Suggestions", LABELS: "Labels", FACTS: "Facts", TIME: "Time"}
MOST_LABELS = 16  # on the first page; the page of labels has all
COUNTING = "Counting…"


@dataclass(frozen=True)
class StatisticsCard:
    """A card: its question, the column that it stands in, the part it is made of, and how."""

    title: str
    column: int
    part: str
    make: Callable[[Any, Whose], Plot]

    def plot(self, parts: Mapping[str, object], whose: Whose) -> Plot:
        """Return its plot, or that its part is not there yet."""
        if self.part not in parts:
            return Plot(self.title, empty=COUNTING)
        return self.make(parts[self.part], whose)


def _first_labels(part: LabelsPart, whose: Whose) -> Plot:
    return suggestion_plots.good(part, whose, most=MOST_LABELS)


_CARD = StatisticsCard
CARDS: Mapping[str, tuple[StatisticsCard, ...]] = {
    FIRST: (
        _CARD(suggestion_plots.GOOD, 0, LabelsPart.name, _first_labels),
        _CARD(time_plots.MUCH, 1, DaysPart.name, time_plots.much),
        _CARD(fact_plots.GOOD, 1, FactsPart.name, fact_plots.good),
    ),
    SUGGESTIONS: (
        _CARD(suggestion_plots.GOOD, 0, LabelsPart.name, suggestion_plots.good),
        _CARD(suggestion_plots.MISSED, 0, LabelsPart.name, suggestion_plots.missed),
        _CARD(suggestion_plots.HONEST, 1, ReliabilityPart.name, suggestion_plots.honest),
        _CARD(suggestion_plots.ORIGINS, 1, LabelsPart.name, suggestion_plots.origins),
        _CARD(suggestion_plots.WRONG, 1, LabelsPart.name, suggestion_plots.wrong),
    ),
    LABELS: (
        _CARD(label_plots.USED, 0, LabelsPart.name, label_plots.used),
        _CARD(label_plots.MENTIONED, 0, EntitiesPart.name, label_plots.mentioned),
        _CARD(label_plots.CONFUSED, 1, CorrectionsPart.name, label_plots.confused),
        _CARD(label_plots.LONG, 1, TimesPart.name, label_plots.long_labels),
    ),
    FACTS: (
        _CARD(fact_plots.TYPES, 0, FactsPart.name, fact_plots.types),
        _CARD(fact_plots.ROLES, 0, FactsPart.name, fact_plots.roles),
        _CARD(fact_plots.HAPPENED, 1, TimelinePart.name, fact_plots.happened),
        _CARD(fact_plots.PRESENTED, 1, FactsPart.name, fact_plots.presented),
        _CARD(fact_plots.QUOTED, 1, FactsPart.name, fact_plots.quoted),
    ),
    TIME: (
        _CARD(time_plots.MUCH, 0, DaysPart.name, time_plots.much),
        _CARD(time_plots.HOURS, 0, DaysPart.name, time_plots.hours),
        _CARD(label_plots.LONG_FATES, 0, TimesPart.name, label_plots.long_fates),
        _CARD(time_plots.AGREE, 1, AgreementPart.name, time_plots.agree),
        _CARD(time_plots.ODD, 1, OutliersPart.name, time_plots.odd),
    ),
}

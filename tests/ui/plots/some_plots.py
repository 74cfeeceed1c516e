"""One plot of each kind, for tests."""

from __future__ import annotations

from ui.plots.bar_plots import BarPlot, ColumnPlot, LanePlot, PlotBar
from ui.plots.line_plots import CurvePlot, LinePlot, PlotLine, PlotPoint, ScoreCurve, ScorePoint
from ui.plots.pair_plots import PairPlot, PlotPair
from ui.plots.plots import Behind, Plot

PARTS = ("taken", "corrected", "rejected")


def query(line: str) -> Behind:
    return Behind(query=line)


BARS = BarPlot(
    "How good?",
    "label",
    PARTS,
    (
        PlotBar("GPE", (128, 6, 4), "93%", (query("label:GPE"), query("a"), query("b"), query("c"))),
        PlotBar("ORG", (84, 0, 9), "90%", (query("label:ORG"),)),
        PlotBar("LAW", (0, 0, 1), "0%"),
    ),
    "right",
    says="By label.",
)
COLUMNS = ColumnPlot(
    "How much?",
    "day",
    ("spans", "facts"),
    (PlotBar("Mon", (84, 12)), PlotBar("Tue", (0, 0)), PlotBar("Wed", (1, 9))),
)
LANES = LanePlot(
    "When?",
    "month",
    ("ATTACK", "STATEMENT"),
    (
        PlotBar("2024-01", (3, 0), "", (query("all"), query("attack"), query("statement"))),
        PlotBar("2024-02", (0, 0)),
        PlotBar("2024-03", (1, 7)),
    ),
)
PAIRS = PairPlot(
    "Which?",
    "suggested",
    "confirmed as",
    (
        PlotPair("ORG", "GPE", 12, query("was:ORG label:GPE")),
        PlotPair("GPE", "LOC", 3),
        PlotPair("GPE", "ORG", 1),
    ),
)
CURVE = CurvePlot(
    "Honest?",
    "score",
    "share right",
    (
        ScoreCurve(
            "model",
            (
                ScorePoint(0.35, 0.4, 0.2, 0.6, 12, query("score:0.3..0.4")),
                ScorePoint(0.9, 0.8, 0.7, 0.9, 99),
            ),
        ),
        ScoreCurve("rules", (ScorePoint(0.6, 0.9, 0.8, 1.0, 40),)),
    ),
    digits=2,
)
LINES = LinePlot("Lines", "week", "F", (PlotLine("F", (PlotPoint(1, 0.5), PlotPoint(2, 0.75))),), digits=2)
EVERY: dict[str, Plot] = {
    "bars": BARS,
    "columns": COLUMNS,
    "lanes": LANES,
    "pairs": PAIRS,
    "curve": CURVE,
    "lines": LINES,
}

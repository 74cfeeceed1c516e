"""A plot as values: its table, its CSV, and its words."""

from __future__ import annotations

from ui.plots.line_plots import BandPoint, LinePlot, PlotBand, PlotLine, PlotPoint
from ui.plots.plots import as_csv, as_table, described

CURVE = LinePlot(
    "Curve",
    "articles",
    "F",
    (PlotLine("measured", (PlotPoint(25, 30.0), PlotPoint(50, 40.25))),),
    (PlotBand("forecast", (BandPoint(50, 40.25, 40.25), BandPoint(100, 43, 46.04))),),
    says="Likely.",
)


def test_the_table_has_a_row_for_each_place_across() -> None:
    table = as_table(CURVE)
    assert table.header == ("articles", "measured", "forecast, lower", "forecast, upper")
    assert [[cell.words for cell in row] for row in table.rows] == [
        ["25", "30.0", "–", "–"],
        ["50", "40.2", "40.2", "40.2"],
        ["100", "–", "43.0", "46.0"],
    ]


def test_csv_has_the_numbers_as_they_are() -> None:
    lines = as_csv(CURVE).splitlines()
    assert lines[1:] == ["25,30,,", "50,40.25,40.25,40.25", "100,,43,46.04"]


def test_a_name_of_a_label_runs_nothing_in_a_spreadsheet() -> None:
    plot = LinePlot("P", "x", "y", (PlotLine("=1+1", (PlotPoint(1, 2),)),))
    assert as_csv(plot).splitlines()[0] == "x,'=1+1"


def test_in_words_it_says_where_each_line_and_band_ends() -> None:
    assert described(CURVE) == (
        "Likely. measured: from 30.0 at 25 to 40.2 at 50. forecast: 43.0 to 46.0 at 100."
    )


def test_nothing_is_empty_in_every_form() -> None:
    plot = LinePlot("P", "x", "y", (PlotLine("a", ()),))
    assert (plot.is_empty, as_table(plot).rows, described(plot)) == (True, (), "")

"""The cards as values: what they say of few data, how days are put together, and the searches behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from annotations.agreement.figures import Figure
from annotations.search.parsing import parse
from annotations.statistics.shapes import (
    EVERYONE,
    AgreementPart,
    AgreementPoint,
    ArticleCounts,
    ArticleMeasure,
    CorrectionsPart,
    DatedFacts,
    DaysPart,
    DecidedItems,
    EntitiesPart,
    FactFates,
    FactsPart,
    Fates,
    Forecast,
    LabelFates,
    LabelsPart,
    MentionedThing,
    OutliersPart,
    OutlyingArticle,
    Overview,
    ProgressPart,
    Reliability,
    ReliabilityPart,
    RoleFilled,
    Scope,
    ScoreBin,
    TimelinePart,
    TimesPart,
    TypeFigures,
    WorkingDay,
)
from models.project import Project
from models.queries.searching import found
from models.queries.statistics.gathering import gathered
from tests.ui.statistics.statistics_pages import work
from ui.plots.plots import Behind
from ui.statistics import fact_plots, label_plots, suggestion_plots, time_plots
from ui.statistics.cards import CARDS
from ui.statistics.choices import days
from ui.statistics.lines import Whose
from ui.statistics.tiles import headlines

OWN = Whose("anna", "anna", ("time",))
NOTHING_DONE = [
    *(LabelsPart(), DaysPart(), FactsPart(), ReliabilityPart(), CorrectionsPart(), TimesPart()),
    *(EntitiesPart(), TimelinePart(), AgreementPart(), OutliersPart()),
]


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    work(folder)
    made = Project(folder)
    yield made
    made.close()


def test_without_work_every_card_says_why_it_is_empty() -> None:
    parts = {part.name: part for part in NOTHING_DONE}
    for card in (card for page in CARDS.values() for card in page):
        plot = card.plot(parts, OWN)
        assert plot.is_empty
        assert plot.empty.endswith(".")
        assert card.plot({}, OWN).empty == "Counting…"


def test_the_searches_behind_parts_find_as_many_as_they_count(project: Project) -> None:
    parts = {part.name: part for part in gathered(project, Scope("anna"))}
    compared = 0
    for card in (card for page in CARDS.values() for card in page):
        plot = card.plot(parts, OWN)
        for row, values in enumerate(plot.rows()):
            for column, header in enumerate(plot.header):
                behind, count = plot.behind(row, column), values[column]
                if behind.query and isinstance(count, int) and header not in ("together", "label and bounds"):
                    places = [one for step in found(project, parse(behind.query), "anna") for one in step]
                    assert len(places) == count, (card.title, values, header, behind.query)
                    compared += 1
    assert compared > 10


def test_others_are_searched_for_by_name_and_everyone_not_at_all() -> None:
    assert Whose("ben", "anna").behind(("label", "ORG")).query == "label:ORG annotator:ben"
    assert Whose(EVERYONE, "anna").behind(("label", "ORG")) == Behind()


def test_odd_labels_and_wordings_are_searched_for_as_they_are() -> None:
    part = LabelsPart((LabelFates('a "b", c:d', 1, Fates(taken=1)),))
    query = parse(suggestion_plots.good(part, OWN).behind(0, 1).query)
    assert query.about("label")[0].values == ('a "b", c:d',)


def test_of_many_labels_the_first_page_shows_the_first_and_says_how_many_more() -> None:
    part = LabelsPart(tuple(LabelFates(f"L{n:02}", 1, Fates(taken=40 - n)) for n in range(40)))
    plot = suggestion_plots.good(part, OWN, most=16)
    assert len(plot.bars) == 16
    assert plot.says.endswith("24 more labels under Suggestions")


@pytest.mark.parametrize(
    ("first", "count", "unit", "names"),
    [
        ("2024-01-17", 3, "day", ["Mon", "Tue", "Wed", "Thu", "Fri"]),
        ("2024-01-20", 3, "day", ["20 Jan", "21 Jan", "22 Jan"]),
        ("2024-01-15", 22, "week", ["15 Jan", "22 Jan", "29 Jan", "5 Feb"]),
    ],
)
def test_days_without_work_stand_between_those_with_some(
    first: str, count: int, unit: str, names: list[str]
) -> None:
    begin = date.fromisoformat(first).toordinal()
    ends = [WorkingDay(date.fromordinal(begin + n).isoformat(), 1) for n in (0, count - 1)]
    found_unit, spans = time_plots.binned(ends)
    assert (found_unit, [one.name for one in spans]) == (unit, names)
    assert sum(one.sum_of("spans") for one in spans) == 2


def test_years_of_work_are_shown_by_month() -> None:
    unit, spans = time_plots.binned([WorkingDay("2022-01-03", 5), WorkingDay("2024-03-01", 7)])
    assert (unit, len(spans), spans[0].name, spans[-1].sum_of("spans")) == ("month", 27, "Jan 2022", 7)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (Forecast(0, 3), "Every article is done or skipped."),
        (Forecast(7, 1, Figure(None, "too few days")), "7 articles left. When they will be done cannot be told: too few days."),
        (Forecast(7, 5, Figure(11.0, "", 8.0, None)), "7 articles left: about 11 working days at the pace of 5 working days so far; between 8 and many more."),
    ],
)  # fmt: skip
def test_the_forecast_is_a_sentence(ahead: Forecast, said: str) -> None:
    assert time_plots.forecast(ProgressPart(overview(), ahead)) == said


def overview(**more: object) -> Overview:
    made = Overview(Scope("anna"), ArticleCounts(1, 2, 3), DecidedItems(5, 1, 9), DecidedItems(), 125.0)
    return made if not more else Overview(**{**vars(made), **more})  # type: ignore[arg-type]


def test_tiles_say_only_what_is_counted() -> None:
    assert {one.value for one in headlines(None, None)} == {"…"}
    said = {
        one.title: (one.value, one.more)
        for one in headlines(overview(), LabelsPart(total=Fates(3, rejected=1)))
    }
    assert said["Articles done"] == ("1 of 6", "2 started, 3 new")
    assert said["Spans decided"] == ("6", "9 to decide")
    assert said["Facts decided"] == ("0", "0 confirmed, 0 rejected")
    assert said["Taken as they stood"] == ("75%", "of 4 suggested spans")
    late = headlines(overview(spans=DecidedItems(5, 1, 0, 4)), None)
    assert late[1].more == "what is left is being counted"


def test_a_curve_has_the_kinds_with_enough_scores_and_says_of_the_others_why_not() -> None:
    bins = (
        ScoreBin(0.5, 0.6, 4, 3, 0.55, Figure(0.75, "", 0.3, 0.95)),
        ScoreBin(0.9, 1.0, 2, 2, 0.95, Figure(1.0)),
    )
    part = ReliabilityPart(
        (
            Reliability("all", 10, bins, Figure(0.2)),
            Reliability("model", 6, bins, Figure(0.1, "", 0.05, 0.2)),
            Reliability("seen", 4, bins, Figure(None, "Too few to tell.")),
        )
    )
    plot = suggestion_plots.honest(part, OWN)
    assert [curve.name for curve in plot.curves] == ["model"]
    assert plot.says == (
        "Model: scores are off by 0.10 (0.05 to 0.20) on average (6 suggestions). Wordings seen: too few to tell."
    )
    assert plot.behind(0, 0).query == "origin:model score:>=0.5 score:<0.6 status:confirmed,rejected"
    assert plot.behind(1, 0).query == "origin:model score:>=0.9 score:<=1 status:confirmed,rejected"


def test_facts_whose_suggestion_is_not_kept_are_told_apart() -> None:
    part = FactsPart((TypeFigures("ATTACK", 5, FactFates(2, 1, 3, 1)),))
    plot = fact_plots.good(part, OWN)
    assert plot.bars[0].said == "50%"
    assert plot.says.endswith("Of 3 confirmed facts it is no longer kept what was suggested")


def test_events_stand_along_all_periods_between_the_first_and_last() -> None:
    part = TimelinePart(
        "month", (DatedFacts("2023-12", "ATTACK", 2), DatedFacts("2024-02", "MEETING", 1)), 0, 3
    )
    plot = fact_plots.happened(part, OWN)
    assert [bar.name for bar in plot.bars] == ["2023-12", "2024-01", "2024-02"]
    assert plot.behind(0, 1).query == 'fact:ATTACK value:"time 2023-12" status:confirmed'


def test_agreement_is_shown_by_week_with_its_interval() -> None:
    weeks = tuple(AgreementPoint(f"2024-01-{day:02}", 9, Figure(0.7, "", 0.6, 0.8)) for day in (1, 8))
    plot = time_plots.agree(AgreementPart(weeks), OWN)
    assert (len(plot.lines[0].points), len(plot.bands[0].points)) == (2, 2)
    assert plot.says == "Articles finished by two; week 1 is 2024-01-01, week 2 2024-01-08"


def test_an_article_that_stands_out_leads_to_it() -> None:
    part = OutliersPart((OutlyingArticle("a1", "", "anna", "very quick", 3.0, -4.2),))
    plot = time_plots.odd(part, OWN)
    assert (plot.bars[0].name, plot.bars[0].counts) == ("a1", (4.2,))
    assert plot.behind(0, 1) == Behind(article="a1")


@pytest.mark.parametrize(
    ("what", "value", "said"),
    [
        ("very slow", 0.24, "very slow, 0.2 s a decision"),
        ("very slow", 90.0, "very slow, 1 min 30 s a decision"),
        ("much corrected", 0.114, "much corrected, 11% of what was suggested"),
    ],
)
def test_an_article_that_stands_out_says_by_what(what: str, value: float, said: str) -> None:
    part = OutliersPart((OutlyingArticle("a1", "", "anna", what, value, 4.2),))
    assert time_plots.odd(part, OWN).bars[0].said == said


def test_no_two_columns_have_one_name_and_no_cell_says_another_again() -> None:
    figures = TypeFigures("ATTACK", 5, FactFates(2, 1, 3, 1), (RoleFilled("actor", 2, 5),))
    roles = fact_plots.roles(FactsPart((figures,)), OWN)
    assert roles.header == ("type and role", "filled", "open", "together", "share filled")
    named = label_plots.mentioned(EntitiesPart((MentionedThing("Yemen", "", 14, 9),), 1), OWN)
    assert [list(row) for row in named.rows()] == [["Yemen", 14, "9 articles"]]
    assert (named.bars[0].end, named.says) == ("14 in 9 articles", "Confirmed spans by what they name")
    more = label_plots.mentioned(EntitiesPart((MentionedThing("Yemen", "", 14, 1),), 205), OWN)
    assert more.says == "Confirmed spans by what they name; the 1 with the most of 205"


def test_less_than_a_minute_of_work_is_some_work() -> None:
    plot = time_plots.hours(DaysPart((WorkingDay("2024-01-17", 4, 0, 0, 2.4),)), OWN)
    assert (plot.parts, plot.is_empty) == (("seconds",), False)
    assert "2 s in all" in plot.says


def test_a_project_without_articles_has_nothing_to_decide_and_no_forecast() -> None:
    none = overview(articles=ArticleCounts(), spans=DecidedItems(0, 0, 0))
    assert headlines(none, None)[1].more == "nothing to decide"
    assert time_plots.forecast(ProgressPart(none, Forecast(0, 0))) == "There is no article yet."
    why = "Too few to tell: 1 article; it takes 10."
    odd = time_plots.odd(OutliersPart((), (ArticleMeasure("seconds", 1, why=why),)), OWN)
    assert odd.empty == "Seconds: too few to tell: 1 article; it takes 10."


def test_of_one_week_alone_no_course_is_told() -> None:
    part = AgreementPart((AgreementPoint("2024-01-01", 9, Figure(0.7, "", 0.6, 0.8)),))
    assert time_plots.agree(part, OWN).sentences() == ["F1: 0.70 at 1.", "95 % interval: 0.60 to 0.80 at 1."]


def test_times_leave_out_what_was_not_timed() -> None:
    assert label_plots.long_labels(TimesPart(), OWN).is_empty


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        ("all", ("", "")),
        ("week", ("2024-02-26", "")),
        ("month", ("2024-03-01", "")),
        ("thirty", ("2024-02-02", "")),
    ],
)
def test_periods_are_days(period: str, ends: tuple[str, str]) -> None:
    assert days(period, date(2024, 3, 2)) == ends

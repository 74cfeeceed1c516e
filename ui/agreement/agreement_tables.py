"""The figures of agreement as tables to read: over all, by label, by fact, by pair, by article.

No table leaves a figure out because it is undefined: it says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotations.agreement.facts import rated
from annotations.fact_attributes import ATTRIBUTES

Json = Mapping[str, Any]
UNDEFINED = "–"


class Cell(NamedTuple):
    """A cell of a table: what is shown, and the whole sentence of it where that is more."""

    words: str
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A table to read.  `articles`: the one that each row is about, if it is about one."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    articles: tuple[str, ...] = ()


Path = tuple[str, ...]
OVER_ALL: tuple[tuple[str, Path, str], ...] = (
    ("Spans, exact bounds: F1, micro", ("spans", "exact", "micro"), "f1"),
    ("Spans, exact bounds: F1, macro", ("spans", "exact", "macro"), "f1"),
    ("Spans that overlap: F1, micro", ("spans", "overlap", "micro"), "f1"),
    ("Spans that overlap: F1, macro", ("spans", "overlap", "macro"), "f1"),
    ("Spans, labels ignored: F1", ("spans", "unlabelled", "micro"), "f1"),
    ("Tokens: kappa", ("tokens",), "kappa"),
    ("Tokens: kappa, O left out", ("tokens",), "kappa_without_o"),
    ("Tokens: alpha, nominal", ("alpha",), "nominal"),
    ("Facts, same trigger: F1", ("facts", "trigger", "micro"), "f1"),
    ("Facts, same type: F1, micro", ("facts", "type", "micro"), "f1"),
    ("Facts, same type: F1, macro", ("facts", "type", "macro"), "f1"),
    ("Facts, same fillers: F1, micro", ("facts", "role", "micro"), "f1"),
    ("Facts, same fillers: F1, macro", ("facts", "role", "macro"), "f1"),
)
OF_PAIR = (OVER_ALL[0], OVER_ALL[2], OVER_ALL[4], OVER_ALL[5], OVER_ALL[6])
PAIRED = ("Annotators", "F1 exact", "F1 overlap", "F1 no labels", "kappa", "kappa without O")
OF_ARTICLE = {"exact": "F1 exact", "overlap": "F1 overlap", "unlabelled": "F1 no labels", "kappa": "kappa"}


def _figures() -> Iterator[tuple[str, Path, str]]:
    """Yield words, place and name of each figure over all."""
    yield from OVER_ALL
    for name in rated():
        yield f"Facts, {ATTRIBUTES[name].noun}: kappa", ("facts", name), "kappa"


def tables(found: Json, titles: Mapping[str, str]) -> list[Table]:
    """Return the tables of what `Agreement.as_json` gives, without empty ones; `titles` by article."""
    said = [_over_all(found), _labels(found), _facts(found), _pairs(found), _articles(found, titles)]
    return [table for table in said if table.rows]


def about(found: Json) -> str:
    """Return what was compared, in words: the annotators, and the articles by state."""
    states = ", ".join(f"{count:,} {state}" for state, count in found["articles"].items())
    return f"{' and '.join(found['annotators'])} on {found['compared']:,} articles ({states})"


def _over_all(found: Json) -> Table:
    rows = []
    for words, path, name in _figures():
        if (part := _at(found, path)) is not None:
            value, interval = part[name], part[f"{name}_interval"]
            why = part.get(f"{name}_why", "")
            rows.append((Cell(words), Cell(_number(value), why), Cell(_interval(interval) or why, why)))
    return Table("Over all", ("Figure", "Value", "95 % interval"), tuple(rows))


def _labels(found: Json) -> Table:
    exact, loose, alpha = found["spans"]["exact"], found["spans"]["overlap"], found["alpha"]
    rows = []
    for label, figure in exact["labels"].items():
        unitizing = {
            "alpha": alpha["unitizing"][label],
            "alpha_interval": alpha["unitizing_interval"][label],
            "alpha_why": alpha["unitizing_why"].get(label, ""),
        }
        cells = (_cell(figure, "f1"), _cell(loose["labels"][label], "f1"), _cell(unitizing, "alpha"))
        united = f"{alpha['united'].get(label, 0):,}"
        rows.append(
            (Cell(label), *cells, Cell(united, f"{united} spans of {label} were united before alpha."))
        )
    return Table("Labels", ("Label", "F1 exact", "F1 overlap", "alpha, unitizing", "united"), tuple(rows))


def _facts(found: Json) -> Table:
    """Return the table of facts: F1 of each fact type and role."""
    rows = [
        (Cell(name), Cell(what), _cell(figure, "f1"))
        for what in ("type", "role")
        for name, figure in found["facts"].get(what, {}).get("labels", {}).items()
    ]
    return Table("Facts", ("Name", "What", "F1"), tuple(rows))


def _pairs(found: Json) -> Table:
    pairs = found["pairs"] or [found]
    rows = [
        (Cell(" and ".join(pair["annotators"])), *(_cell(_at(pair, path), name) for _, path, name in OF_PAIR))
        for pair in pairs
    ]
    return Table("Pairs", PAIRED, tuple(rows))


def _articles(found: Json, titles: Mapping[str, str]) -> Table:
    """Return the table of articles: those that agree least first, those without a figure last."""
    order = sorted(
        found["by_article"].items(), key=lambda one: (one[1]["exact"] is None, one[1]["exact"] or 0)
    )
    rows = [(Cell(titles.get(id_, id_)), *(_cell(said, name) for name in OF_ARTICLE)) for id_, said in order]
    return Table("Articles", ("Article", *OF_ARTICLE.values()), tuple(rows), tuple(id_ for id_, _ in order))


def _at(found: Json, path: Path) -> Any:
    for name in path:
        found = found.get(name, {})
    return found or None


def _cell(figure: Json, name: str) -> Cell:
    interval = _interval(figure.get(f"{name}_interval"))
    return Cell(" ".join(_parts(figure[name], interval)), figure.get(f"{name}_why", ""))


def _parts(value: float | None, interval: str) -> Iterator[str]:
    yield _number(value)
    if interval:
        yield interval


def _number(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}"


def _interval(bounds: list[float] | None) -> str:
    return f"[{bounds[0]:.3f}, {bounds[1]:.3f}]" if bounds else ""

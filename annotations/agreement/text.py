"""The figures of agreement as lines to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.agreement.facts import rated

Json = Mapping[str, Any]


def as_text(found: Json) -> str:
    """Return tables of the figures of `report.Agreement.as_json`; an undefined figure shows its reason."""
    states = ", ".join(f"{count:,} {state}" for state, count in found["articles"].items())
    head = f"{' and '.join(found['annotators'])} on {found['compared']:,} articles ({states})"
    return "\n".join([head, *_over_all(found), "", *_labels(found), *_unitizing(found)])


def _over_all(found: Json) -> Iterator[str]:
    spans, facts, tokens = found["spans"], found["facts"], found["tokens"]
    for kind in ("exact", "overlap"):
        yield _line(f"spans, {kind}: micro F1", spans[kind]["micro"], "f1")
        yield _line(f"spans, {kind}: macro F1", spans[kind]["macro"], "f1")
    yield _line("spans, labels ignored: F1", spans["unlabelled"]["micro"], "f1")
    yield _line(f"kappa over {tokens['count']:,} tokens", tokens, "kappa")
    yield _line("kappa, O left out", tokens, "kappa_without_o")
    yield _line("alpha, nominal over tokens", found["alpha"], "nominal")
    for part in ("trigger", "type", "role"):
        if part in facts:
            yield _line(f"facts: {part} F1", facts[part]["micro"], "f1")
    for part in rated():
        if part in facts:
            yield _line(f"facts: kappa of {part}", facts[part], "kappa")


def _labels(found: Json) -> Iterator[str]:
    loose = found["spans"]["overlap"]["labels"]
    for label, figure in found["spans"]["exact"]["labels"].items():
        yield _line(f"{label}: F1 exact", figure, "f1")
        yield _line(f"{label}: F1 overlap", loose[label], "f1")


def _unitizing(found: Json) -> Iterator[str]:
    of = found["alpha"]
    for label, value in of["unitizing"].items():
        merged = f"; {of['united'][label]:,} spans united" if of["united"][label] else ""
        figure = {"alpha": value, "alpha_interval": of["unitizing_interval"][label]}
        why = {"alpha_why": of["unitizing_why"].get(label, "")}
        yield _line(f"{label}: alpha unitizing", {**figure, **why}, "alpha") + merged


def _line(what: str, figure: Json, name: str) -> str:
    value, interval = figure[name], figure[f"{name}_interval"]
    if value is None:
        return f"{what:34} -  {figure[f'{name}_why']}"
    return f"{what:34} {value:.3f}" + (f"  [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else "")

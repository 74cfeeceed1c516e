"""The card of a trained pipeline: what it finds, what it was trained on, and how good it is, from its `meta.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

BLANK = "________ (to be filled in by the author before it is given away)"
RIGHTS = (
    "The pipeline contains none of the articles; its weights were learned from them. Whoever gives it away answers for "
    "the right to do so: to the articles, and to the pipeline that it began with."
)
INSTALLING = """    pip install {package}-{version}-py3-none-any.whl

Then `spacy.load("{package}")`, or in Factmark's `project.yaml`: `pipeline: {package}`."""


def card(meta: Mapping[str, Any]) -> str:
    """Return the card as Markdown."""
    told = meta.get("factmark") or {}
    package, version = f"{meta['lang']}_{meta['name']}", meta["version"]
    parts = [
        f"# {package} {version}",
        str(meta.get("description") or ""),
        "\n".join(_facts(meta, told)),
        "## Figures",
        _figures(told),
        "## Installing",
        INSTALLING.format(package=package, version=version),
        "## Licence and data",
        f"Licence: {meta.get('license') or BLANK}",
        f"Author: {meta.get('author') or BLANK}",
        RIGHTS,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(meta: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    yield f"| language | {meta['lang']} |"
    yield f"| spaCy | {meta.get('spacy_version', '')} |"
    yield f"| labels | {', '.join(map(_cell, told.get('spans_by_label') or {}))} |"
    yield f"| trained on | {told.get('articles', 0):,} articles, {told.get('spans', 0):,} spans |"
    yield f"| began with | {_cell(told.get('parent', ''))} {_sha(told)} |"
    yield f"| seed | {told.get('seed', 0)} |"
    if told.get("calibration"):
        a, b = told["calibration"]
        yield f"| calibration of scores | {a:.3f}, {b:.3f} |"


def _sha(told: Mapping[str, Any]) -> str:
    return f"(sha256 {told['parent_sha256']})" if told.get("parent_sha256") else ""


def _figures(told: Mapping[str, Any]) -> str:
    rows = told.get("figures") or []
    if not rows:
        return "Nothing was held out, so nothing was measured."
    lines = [
        "| label | spans that trained | held-out spans | P | R | F (95 %) |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_row(row) for row in rows]
    notes = [str(told.get("headline") or ""), *map(str, told.get("notes") or [])]
    return "\n".join(lines) + "\n\n" + "\n\n".join(note for note in notes if note)


def _row(row: Mapping[str, Any]) -> str:
    counts = f"| {_cell(row['label'])} | {row['trained']:,} | {row['held_out']:,} |"
    if row["f_low"] is None:
        return f"{counts} {row['right']:,} of {row['found']:,} | {row['right']:,} of {row['held_out']:,} | |"
    precision = row["right"] / row["found"] if row["found"] else 0.0
    f = f"{100 * row['f']:.1f} ({100 * row['f_low']:.0f} to {100 * row['f_high']:.0f})"
    return f"{counts} {100 * precision:.1f} | {100 * row['right'] / row['held_out']:.1f} | {f} |"


def _cell(text: object) -> str:
    """Return the text as a cell of a Markdown table."""
    return " ".join(str(text).split()).replace("|", "\\|")

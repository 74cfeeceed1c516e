"""Feedback as Markdown, for an annotator to read."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.review.feedback import Correction, Feedback, Reviewed
from annotations.text.controls import markdown
from annotations.text.counts import counted


def as_markdown(found: Feedback) -> str:
    """Return the feedback as Markdown for the annotator: summary, examples and every article."""
    share = f" ({100 * found.kept / found.items:.1f} %)" if found.items else ""
    kept = f"{found.kept:,} of {found.items:,} {found.nouns} stayed as you had them{share}"
    lines = [
        f"# Feedback for {markdown(found.annotator)}",
        "",
        f"{counted(len(found.articles), 'article')} reviewed; {kept}.",
        "",
        *_table(found),
    ]
    return "\n".join([*lines, *(line for one in found.articles for line in _article_lines(one))]) + "\n"


def _table(found: Feedback) -> list[str]:
    counts = found.counts()
    if not counts:
        return ["Nothing was corrected.", ""]
    rows = [f"| {markdown(label)} | {markdown(reason)} | {count:,} |" for label, reason, count in counts]
    shown = [line for label, reason, _ in counts for line in _examples(found.examples(label, reason))]
    head = ["## What was corrected", "", "| label | reason | how often |", "|---|---|---|"]
    return [*head, *rows, "", "## Examples", "", *shown, "", "## Article by article", ""]


def _examples(some: Sequence[Correction]) -> list[str]:
    return [
        f"- {markdown(c.reason)}: …{markdown(c.context[0])}**{markdown(c.quote)}**{markdown(c.context[1])}… "
        f"({markdown(c.sentence())})"
        if c.quote
        else f"- {markdown(c.reason)}: {markdown(c.sentence())}"
        for c in some
    ]


def _article_lines(one: Reviewed) -> list[str]:
    how = f"{one.state.value}, round {one.round}" if one.round > 1 else one.state.value
    head = [f"### {markdown(one.title.strip() or one.article)} ({how})", ""]
    quotes = [f"“{markdown(c.quote)}” " if c.quote else "" for c in one.corrections]
    told = zip(quotes, one.corrections, strict=True)
    said = [f"- {quote}{markdown(c.sentence())}: {markdown(c.why)}" for quote, c in told]
    rounds = ((f"Round {begun}, " if begun else "", c) for begun, c in one.remarks)
    said += [f"- {begun}{markdown(c.by)}: {markdown(c.text)}" for begun, c in rounds]
    return [*head, *(said or ["Nothing was corrected."]), ""]

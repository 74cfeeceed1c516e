"""The sections on how a data set came about: what was suggested, and what a review did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.paper.blocks import Block, PaperHeading, PaperTable, PaperText, percent, some
from annotations.text.counts import counted

Json = Mapping[str, Any]
FATES = {
    "suggested": "decided",
    "taken": "as it stood",
    "relabelled": "relabelled",
    "bounds": "bounds changed",
    "both": "both changed",
    "rejected": "rejected",
}
BY = {
    "origins": ("Suggested spans by origin", "Origin"),
    "labels": ("Suggested spans by the label suggested", "Label"),
}
HOW = {
    "agreed": "agreed by all annotators compared",
    "decided": "decided by a reviewer",
    "added": "added by a reviewer",
    "imported": "imported as gold",
    "reviewed": "agreed or decided; it is not known which",
}
CHOICES = {
    "take": "one annotator's reading taken",
    "both": "both readings taken",
    "neither": "no reading taken",
    "other": "something else given",
}


def suggested(found: Json) -> Iterator[Block]:
    """Yield what programs suggested, and how often it was right as it stood."""
    said = found["suggestions"]
    yield from _spans(said["spans"], said)
    yield from _facts(said["facts"])
    batches = found["batches"]
    if batches["known"]:
        rows = tuple((one["name"], f"{one['articles']:,}") for one in batches["known"])
        yield PaperTable("Articles by batch", ("Batch", "Articles"), rows)
    else:
        yield PaperText("No article names a batch, so that nothing is known of rounds of annotation.")


def _spans(total: Json, said: Json) -> Iterator[Block]:
    yield PaperText(
        f"Spans that people decided in the project: {total['suggested']:,} suggested by a program, a list or another "
        f"annotator; {total['by_hand']:,} made by hand without a suggestion; {total['imported']:,} imported as decided "
        "elsewhere."
    )
    if not total["suggested"]:
        return
    low, high = total["interval"]
    yield PaperText(
        f"{total['taken']:,} of {total['suggested']:,} suggested spans ({percent(total['share_taken'])}; 95 % interval "
        f"{percent(low)} to {percent(high)}, Wilson 1927) were confirmed as they stood; {total['corrected']:,} "
        f"were confirmed with another label or other bounds, and {total['rejected']:,} rejected. Who decided saw the suggestion."
    )
    for part, (caption, what) in BY.items():
        rows = tuple(
            (
                one["name"] or "not named",
                *(f"{one[fate]:,}" for fate in FATES),
                "none" if one["share_taken"] is None else percent(one["share_taken"]),
            )
            for one in said[part]
        )
        if rows:
            yield PaperTable(caption, (what, *FATES.values(), "share as it stood"), rows)


def _facts(total: Json) -> Iterator[Block]:
    if not total["suggested"]:
        yield PaperText("No suggested fact was decided.")
        return
    words = (
        f"Suggested facts that people decided in the project: {total['suggested']:,}, of which {total['taken']:,} confirmed "
        f"as they stood, {total['corrected']:,} corrected, {total['rejected']:,} rejected"
    )
    unknown, of = "", ""
    if total["unknown"]:
        unknown = f", and {total['unknown']:,} confirmed of which that is not known"
        of = " of the others"
    part = (
        ""
        if total["share_taken"] is None
        else f" ({percent(total['share_taken'])}{of} confirmed as they stood)"
    )
    yield PaperText(f"{words}{unknown}{part}; made by hand: {total['by_hand']:,}.")


def reviewed(found: Json) -> Iterator[Block]:
    """Yield what a review did: gold and how it came about, decisions, second looks, blind checks."""
    said = found["review"]
    if not said["gold_articles"]:
        yield PaperText("There is no gold: no work was reviewed or adjudicated.")
    else:
        yield from _gold(said)
    yield from _second_looks(said["second_looks"])
    yield from _blind_checks(said["blind_checks"])


def _gold(said: Json) -> Iterator[Block]:
    yield PaperText(
        f"{counted(said['gold_articles'], 'article')} with gold, {some(said['approved'])} of them approved by a reviewer. "
        f"{counted(said['decided'], 'decision')} of the review {'stands' if said['decided'] == 1 else 'stand'}, "
        f"{some(said['own'])} of them by somebody whose own work was reviewed. "
        f"{_returned(said['returned'])}"
    )
    sides = tuple((str(one["sides"]), f"{one['articles']:,}") for one in said["by_sides"])
    yield PaperTable(
        "Articles with gold by how many annotators' work was reviewed", ("Annotators", "Articles"), sides
    )
    for part, what, caption, words in (
        ("items", "how", "Items of approved gold by how they came about", HOW),
        ("choices", "choice", "Decisions of the review", CHOICES),
        ("reasons", "reason", "Reasons that reviewers gave", {}),
    ):
        rows = tuple(
            (words.get(one[what], one[what]), f"{one['count']:,}", percent(one["share"]))
            for one in said[part]
        )
        if rows:
            yield PaperTable(caption, ("What", "Number", "Share"), rows)
    who = tuple((one["name"], f"{one['decided']:,}") for one in said["reviewers"])
    if who:
        yield PaperTable("Decisions by reviewer", ("Reviewer", "Decisions"), who)


def _returned(count: int) -> str:
    if not count:
        return "No article was returned to an annotator."
    return f"An article was returned to an annotator {counted(count, 'time')}."


def _second_looks(said: Json) -> Iterator[Block]:
    if not said["drawn"]:
        yield PaperText("No second look at gold was taken.")
        return
    yield PaperHeading("Second looks at gold", 3)
    text = (
        f"{counted(said['drawn'], 'article')} drawn for a second look, {said['looked_at']:,} looked at, "
        f"{said['by_the_same']:,} of them by the reviewer of the first time; {said['held']:,} of {said['items']:,} items "
        f"held, and {said['added']:,} were added."
    )
    if said["precision"] is not None and said["interval"]:
        low, high = said["interval"]
        rough = ", rough: fewer than ten articles" if said["rough"] else ""
        text += f" Held: {percent(said['precision'])} (95 % interval {percent(low)} to {percent(high)}{rough}; Wilson 1927)."
    yield PaperText(text)


def _blind_checks(said: list[Json]) -> Iterator[Block]:
    if not said:
        yield PaperText("No blind check was made of what was accepted many at once.")
        return
    rows = tuple(
        (
            one["annotator"],
            one["outcome"],
            *(f"{one[what]:,}" for what in ("pool", "of", "right")),
            f"{percent(one['low'])} to {percent(one['high'])}" if one["of"] else "none",
        )
        for one in said
    )
    header = ("Whose work", "Outcome", "Accepted", "Answered", "Correct", "95 % interval")
    yield PaperTable("Blind checks of what was accepted many at once (Wilson 1927)", header, rows, names=2)

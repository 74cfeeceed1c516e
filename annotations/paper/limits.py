"""The known limits of a data set, each computed from its facts: a table of rules, a sentence where one holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotations.paper.blocks import percent, share
from annotations.text.counts import counted

Json = Mapping[str, Any]
Found = tuple[str, tuple[float, ...]]  # a sentence, and its numbers
Rule = Callable[[Json], Iterator[Found]]
FEW = 30  # examples of a label below which little can be learned from it
MOST_NAMED = 20  # labels that a limit names
FEW_ARTICLES = 10  # compared, below which intervals are rough


def limits(found: Json) -> list[dict[str, Any]]:
    """Return the limits that hold: name, sentence, and the numbers that the sentence has."""
    return [
        {"name": name, "sentence": sentence, "numbers": [*numbers]}
        for name, rule in RULES.items()
        for sentence, numbers in rule(found)
    ]


def _few(found: Json) -> Iterator[Found]:
    for part, what in (("labels", "label"), ("fact_types", "fact type")):
        few = [one["name"] for one in found[part] if 0 < one["count"] < FEW]
        if few:
            yield _limit(
                f"{counted(len(few), what)} with fewer than {FEW} examples: {_listed(few)}.", len(few), FEW
            )


def _unused(found: Json) -> Iterator[Found]:
    for part, what in (("labels", "label"), ("fact_types", "fact type")):
        unused = [one["name"] for one in found[part] if not one["count"] and not one["archived"]]
        if unused:
            yield _limit(
                f"{counted(len(unused), what)} of the schema without an example: {_listed(unused)}.",
                len(unused),
            )


def _alone(found: Json) -> Iterator[Found]:
    by_one, articles = found["work"]["by_one"], found["work"]["articles"]
    people = [one for one in found["annotators"] if not one["machine"]]
    if len(people) == 1:
        yield _limit("All work is one annotator's, so that nothing is known of how far two would agree.", 1)
    elif by_one:
        part = share(by_one, articles)
        said = f"{counted(by_one, 'article')} of {articles:,} ({percent(part)}) "
        yield _limit(f"{said}{_were(by_one)} annotated by one person alone.", by_one, articles, part)


def _unreviewed(found: Json) -> Iterator[Found]:
    articles, approved = found["work"]["articles"], found["work"]["approved"]
    if articles > approved:
        left = articles - approved
        part = share(left, articles)
        said = f"{counted(left, 'article')} of {articles:,} ({percent(part)}) {_were(left)} approved in no review."
        yield _limit(said, left, articles, part)


def _machines(found: Json) -> Iterator[Found]:
    made = [one for one in found["annotators"] if one["machine"]]
    if made:
        names = ", ".join(f"{one['name']} ({one['machine']})" for one in made)
        yield _limit(
            f"{counted(len(made), 'annotator')} {_is(len(made))} a machine, whose work no person made: {names}.",
            len(made),
        )


def _suggested(found: Json) -> Iterator[Found]:
    said = found["suggestions"].get("spans")
    if said and said["suggested"]:
        whole = said["suggested"] + said["by_hand"]
        part = share(said["suggested"], whole)
        yield _limit(
            f"{said['suggested']:,} of {whole:,} decisions on spans ({percent(part)}) were on what a program, a list or "
            "another annotator had suggested; annotators tend to accept what they are shown.",
            said["suggested"],
            whole,
            part,
        )


def _english(found: Json) -> Iterator[Found]:
    language = found["languages"]["project"]
    if language != "en" and found["fact_types"]:
        yield _limit(
            f"Factmark proposes facts by rules for English alone, and spans in {language} only by what works in every "
            "language.",
        )


def _languages(found: Json) -> Iterator[Found]:
    told = [one for one in found["languages"]["articles"] if one["name"] != found["languages"]["project"]]
    if told:
        many = sum(one["articles"] for one in told)
        names = ", ".join(f"{one['name']} ({one['articles']:,})" for one in told)
        yield _limit(f"{counted(many, 'article')} say another language than the project's: {names}.", many)


def _whence(found: Json) -> Iterator[Found]:
    articles = found["sizes"]["articles"]
    for part, what in (("sources", "source"), ("dates", "date")):
        left = found[part]["without"]
        if left:
            yield _limit(
                f"{counted(left, 'article')} of {articles:,} without a known {what}.", left, articles
            )
    if unvouched := found["dates"]["unvouched"]:
        yield _limit(
            f"{counted(unvouched, 'article')} with a date that stands in the file or the text and that no person confirmed.",
            unvouched,
        )


def _boilerplate(found: Json) -> Iterator[Found]:
    count = found["sizes"]["boilerplate_characters"]
    if count:
        yield _limit(
            f"{count:,} characters are marked as boilerplate; no span or fact in them counts, and they are among the "
            "characters, sentences and tokens counted.",
            count,
        )


def _skipped(found: Json) -> Iterator[Found]:
    work = found["work"]
    if left := work["in_project"] - found["sizes"]["articles"]:
        yield _limit(
            f"{counted(left, 'article')} of the project's {work['in_project']:,} {_is(left)} not in the data set: "
            "not finished, skipped, or of nobody asked for.",
            left,
            work["in_project"],
        )


def _rough(found: Json) -> Iterator[Found]:
    compared = found["agreement"].get("compared", 0)
    if 0 < compared < FEW_ARTICLES:
        yield _limit(
            f"Agreement is measured on {counted(compared, 'article')}, fewer than {FEW_ARTICLES}: its intervals are rough.",
            compared,
            FEW_ARTICLES,
        )


def _leaks(found: Json) -> Iterator[Found]:
    for split in found["splits"]:
        if split["leak_count"]:
            said = f"{counted(split['leak_count'], 'pair')} of articles that belong together lie on two sides"
            yield _limit(f"{said} of the split {split['name']}.", split["leak_count"])


def _guidelines(found: Json) -> Iterator[Found]:
    for part, what in (("labels", "label"), ("fact_types", "fact type")):
        bare = [one["name"] for one in found[part] if not one["guideline"] and not one["archived"]]
        if bare:
            yield _limit(f"{counted(len(bare), what)} without a guideline: {_listed(bare)}.", len(bare))


RULES: dict[str, Rule] = {
    "few": _few,
    "unused": _unused,
    "guidelines": _guidelines,
    "alone": _alone,
    "unreviewed": _unreviewed,
    "machines": _machines,
    "suggested": _suggested,
    "english": _english,
    "languages": _languages,
    "whence": _whence,
    "boilerplate": _boilerplate,
    "left_out": _skipped,
    "rough": _rough,
    "leaks": _leaks,
}


def _limit(sentence: str, *numbers: float) -> Found:
    return sentence, numbers


def _listed(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"

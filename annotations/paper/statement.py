"""The data statement as blocks: what a data set is, whence, by whom, how; made of its facts and of nothing else.

A section about which the facts say nothing says so, or is a blank for the author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotations.paper import annotating, measured
from annotations.paper.blocks import (
    AuthorBlank,
    Block,
    PaperHeading,
    PaperList,
    PaperTable,
    PaperText,
    blanks,
    percent,
)
from annotations.paper.schema_tables import schema_tables
from annotations.text.counts import counted

Json = Mapping[str, Any]
ASKED = {  # what no project holds, by the section it belongs to
    "what": "why the texts were chosen, and for which use the data set is made",
    "speakers": "who wrote the texts: their language variety, and what is known of them",
    "licence": "under which licence the annotations are given away, and what the texts' owners allow",
    "annotators": "who the annotators are: number, training, language, pay, and how they were instructed",
    "ethics": "personal data in the texts, and who could be harmed by the data set",
    "contact": "who maintains the data set, and how to reach them",
}
SIZES = {
    "articles": "articles",
    "sets": "annotation sets (an annotator's work on an article)",
    "characters": "characters (code points)",
    "sentences": "sentences",
    "tokens": "tokens",
    "spans": "confirmed spans",
    "facts": "confirmed facts",
    "fact_arguments": "fact arguments (fillers of roles)",
    "negated_facts": "negated facts",
    "boilerplate_ranges": "ranges of boilerplate",
    "boilerplate_characters": "characters in boilerplate",
}


def statement(found: Json) -> list[Block]:
    """Return the whole statement, with the blanks listed at its end."""
    made: list[Block] = [PaperHeading(title(found), 1)]
    for name, section in SECTIONS:
        made += [PaperHeading(name), *section(found)]
    return [*made, *closing(made, found)]


def closing(made: list[Block], found: Json) -> Iterator[Block]:
    """Yield what stands at the end of a document: the blanks in it, and the sources of its definitions."""
    yield PaperHeading("Left to the author")
    asked = blanks(made)
    yield PaperList(tuple(asked)) if asked else PaperText("No blank is left.")
    yield PaperHeading("References")
    yield PaperList(tuple(found["references"].values()))


def title(found: Json) -> str:
    return f"{found['data_set']['name']}: data statement"


def _what(found: Json) -> Iterator[Block]:
    sizes, chosen = found["sizes"], found["data_set"]
    yield PaperText(
        f"{chosen['name']} has {counted(sizes['articles'], 'article')} with {counted(sizes['spans'], 'confirmed span')} "
        f"of {counted(found['counts']['labels_used'], 'label')}"
        f" and {counted(sizes['facts'], 'confirmed fact')} of {counted(found['counts']['types_used'], 'type')}, in "
        f"{counted(sizes['sets'], 'annotation set')}. {WHOSE[chosen['whose']]}{_twice(found)} {STATES[chosen['articles']]}"
    )
    yield PaperText(
        "It was made with Factmark, and this statement was computed from the project: each number in it stands "
        "in the file paper.json. Its outline follows Bender & Friedman 2018."
    )
    yield AuthorBlank(ASKED["what"])


def _twice(found: Json) -> str:
    """Return that counts of several annotators' work add up."""
    is_shared = found["data_set"]["whose"] == "all" and len(found["annotators"]) > 1
    return " What two of them marked counts twice." if is_shared else ""


WHOSE = {
    "gold": "It holds gold: what followed from the annotators' work and a review.",
    "all": "It holds the work of all annotators, each by itself.",
    "one": "It holds the work of one annotator.",
}
STATES = {
    "done": "Only finished articles count.",
    "reviewed": "Only reviewed articles count.",
    "all": "Unfinished articles count too.",
}


def _whence(found: Json) -> Iterator[Block]:
    sources, dates = found["sources"], found["dates"]
    if sources["known"]:
        rows = tuple((one["name"], f"{one['articles']:,}", percent(one["share"])) for one in sources["known"])
        yield PaperTable("Articles by source", ("Source", "Articles", "Share"), rows)
    else:
        yield PaperText("No article names its source.")
    if sources["known"] and sources["without"]:
        yield PaperText(f"{counted(sources['without'], 'article')} without a source.")
    if dates["earliest"]:
        yield PaperText(
            f"Published {days_between(dates['earliest'], dates['latest'])}; {counted(dates['without'], 'article')} without a "
            f"date. {_confirmed(dates)}"
        )
        months = tuple((one["name"], f"{one['articles']:,}") for one in dates["months"])
        yield PaperTable("Articles by month", ("Month", "Articles"), months)
    else:
        yield PaperText("No article has a date of publication.")
    yield AuthorBlank(ASKED["speakers"])


def days_between(first: str, last: str) -> str:
    """Return both days in words, or the one that they are.

    >>> days_between("2024-01-10", "2024-03-08"), days_between("2024-01-10", "2024-01-10")
    ('from 2024-01-10 to 2024-03-08', 'on 2024-01-10')
    """
    return f"on {first}" if first == last else f"from {first} to {last}"


def _confirmed(dates: Json) -> str:
    """Return how many dates a person confirmed; the others stand as the file or the text gives them."""
    if not dates["unvouched"]:
        return "A person confirmed each date."
    said = counted(dates["unvouched"], "date")
    rest, it = ("is", "it") if dates["unvouched"] == 1 else ("are", "them")
    return f"{said} {rest} as the file or the text gives {it}, and no person confirmed {it}."


def _languages(found: Json) -> Iterator[Block]:
    said = found["languages"]
    yield PaperText(f"The project's language is {said['project']}, as its schema says.")
    if said["articles"]:
        rows = tuple((one["name"], f"{one['articles']:,}") for one in said["articles"])
        yield PaperTable("Articles by the language that they name", ("Language", "Articles"), rows)
        if said["without"]:
            yield PaperText(f"{counted(said['without'], 'article')} without a language.")
    else:
        yield PaperText("No article names its language.")


def _licence(found: Json) -> Iterator[Block]:
    said = found["licence"]
    if said["project"]:
        yield PaperText(f"Licence, as project.yaml has it: {said['project']}.")
    if said["articles"]:
        rows = tuple((one["name"], f"{one['articles']:,}") for one in said["articles"])
        yield PaperTable("Articles by the licence that they name", ("Licence", "Articles"), rows)
        yield PaperText(f"{counted(said['without'], 'article')} without a licence.")
    if not said["project"]:
        yield AuthorBlank(ASKED["licence"])


def _annotators(found: Json) -> Iterator[Block]:
    if found["annotators"]:
        rows = tuple(
            (
                one["name"],
                f"machine: {one['machine']}" if one["machine"] else "person",
                *(f"{one[what]:,}" for what in ("articles", "spans", "facts")),
            )
            for one in found["annotators"]
        )
        header = ("Annotator", "", "Articles", "Spans", "Facts")
        yield PaperTable("Annotators, with their articles and what they confirmed", header, rows, names=2)
    else:
        yield PaperText("Nobody has annotated an article that counts.")
    yield AuthorBlank(ASKED["annotators"])


def _guidelines(found: Json) -> Iterator[Block]:
    for part, what in (("labels", "label"), ("fact_types", "fact type")):
        told = [one for one in found[part] if one["guideline"]]
        if told:
            yield PaperHeading(f"{what.capitalize()}s", 3)
            yield PaperList(tuple(f"{one['name']}: {one['guideline']}" for one in told))
    if not any(one["guideline"] for part in ("labels", "fact_types") for one in found[part]):
        yield PaperText("No label and no fact type has a guideline.")
    else:
        yield PaperText(
            "The guidelines in full, with examples from the work, are in the codebook, which Factmark's command codebook "
            "writes."
        )


def _sizes(found: Json) -> Iterator[Block]:
    sizes = found["sizes"]
    rows = tuple((words, f"{sizes[name]:,}") for name, words in SIZES.items())
    yield PaperTable("Sizes", ("What", "Number"), rows)


def _limits(found: Json) -> Iterator[Block]:
    if found["limits"]:
        yield PaperText("Computed from the data:")
        yield PaperList(tuple(one["sentence"] for one in found["limits"]))
    else:
        yield PaperText("None of the limits that are looked for was found.")
    yield AuthorBlank(ASKED["ethics"])


def _contact(found: Json) -> Iterator[Block]:
    yield AuthorBlank(ASKED["contact"])


Section = Callable[[Json], Iterator[Block]]
SECTIONS: tuple[tuple[str, Section], ...] = (
    ("What it is", _what),
    ("Where the texts come from", _whence),
    ("Languages", _languages),
    ("Licence", _licence),
    ("Who annotated", _annotators),
    ("Guidelines", _guidelines),
    ("Labels, fact types and topics", schema_tables),
    ("Size", _sizes),
    ("How it was annotated", annotating.suggested),
    ("Review and gold", annotating.reviewed),
    ("Agreement", measured.agreement),
    ("Splits and leaks", measured.splits),
    ("Known limits", _limits),
    ("Contact", _contact),
)
SECTION = dict(SECTIONS)

"""The datasheet of a data set: the questions of Gebru et al. 2021, answered by its facts or left to the author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotations.paper import annotating, measured, statement
from annotations.paper.blocks import AuthorBlank, Block, PaperHeading, PaperText
from annotations.paper.schema_tables import schema_tables
from annotations.text.counts import counted

Json = Mapping[str, Any]
Answer = Callable[[Json], Iterator[Block]] | None  # None: the project cannot know


def datasheet(found: Json) -> list[Block]:
    """Return the whole datasheet, with the blanks listed at its end."""
    made: list[Block] = [PaperHeading(f"{found['data_set']['name']}: datasheet", 1)]
    made.append(
        PaperText(
            "The questions are those of Gebru et al. 2021, shortened; the numbers are those of paper.json."
        )
    )
    for part, questions in QUESTIONS.items():
        made.append(PaperHeading(part))
        for question, answer in questions:
            made.append(PaperHeading(question, 3))
            made += [_lower(block) for block in answer(found)] if answer else [AuthorBlank(question)]
    return [*made, *statement.closing(made, found)]


def _lower(block: Block) -> Block:
    """Return the block as it stands below a question, under which there are no headings."""
    return PaperText(f"{block.text}:") if isinstance(block, PaperHeading) else block


def _instances(found: Json) -> Iterator[Block]:
    sizes = found["sizes"]
    yield PaperText(
        f"An instance is an article with what an annotator, or gold, marks in it: {counted(sizes['spans'], 'span')} and "
        f"{counted(sizes['facts'], 'fact')} in {counted(sizes['sets'], 'annotation set')}."
    )


def _sample(found: Json) -> Iterator[Block]:
    work = found["work"]
    yield PaperText(
        f"Of the {work['in_project']:,} articles of the project {found['sizes']['articles']:,} are in the data set."
    )
    yield AuthorBlank("of what larger set the articles of the project are a sample, and how they were drawn")


def _missing(found: Json) -> Iterator[Block]:
    yield PaperText(
        f"{counted(found['sources']['without'], 'article')} without a source, "
        f"{found['dates']['without']:,} without a date, {found['languages']['without']:,} without a language."
    )


def _relations(found: Json) -> Iterator[Block]:
    across = found["across"]
    yield PaperText(
        f"Across articles, people put {counted(across['mentions'], 'mention')} into "
        f"{counted(across['entities'], 'entity group')} and {counted(across['facts'], 'fact')} into "
        f"{counted(across['groups'], 'fact group')}."
    )


def _self_contained(found: Json) -> Iterator[Block]:
    yield PaperText(
        "An export of the project holds the articles' texts as they were imported; nothing is linked to."
    )


def _timeframe(found: Json) -> Iterator[Block]:
    dates, work = found["dates"], found["work"]
    if dates["earliest"]:
        yield PaperText(
            f"The articles were published {statement.days_between(dates['earliest'], dates['latest'])}, as far as they say."
        )
    if work["first_day"]:
        yield PaperText(
            f"Edits of the project's log were made {statement.days_between(work['first_day'], work['last_day'])} (UTC)."
        )
    else:
        yield PaperText("The project's log has no edit.")


def _preprocessing(found: Json) -> Iterator[Block]:
    sizes = found["sizes"]
    ranges = sizes["boilerplate_ranges"]
    if not ranges:
        yield PaperText("Texts stay as they were imported; no boilerplate is marked in them.")
        return
    yield PaperText(
        f"Texts stay as they were imported; {counted(ranges, 'range')} of boilerplate "
        f"({counted(sizes['boilerplate_characters'], 'character')}) {'is' if ranges == 1 else 'are'} marked, and no span or "
        "fact there counts."
    )


QUESTIONS: dict[str, tuple[tuple[str, Answer], ...]] = {
    "Motivation": (
        ("For what purpose was the data set created?", None),
        ("Who created it, and on whose behalf?", None),
        ("Who funded it?", None),
    ),
    "Composition": (
        ("What do the instances represent, and how many are there?", _instances),
        ("What is in each instance? Is there a label?", schema_tables),
        ("How large is it?", statement.SECTION["Size"]),
        ("Is it all instances there are, or a sample?", _sample),
        ("Is anything missing from instances?", _missing),
        ("Are relations between instances made explicit?", _relations),
        ("Are there recommended splits?", measured.splits),
        ("Are there errors, noise or redundancies?", statement.SECTION["Known limits"]),
        ("Is it self-contained?", _self_contained),
        ("Does it hold what is confidential, offensive or about persons?", None),
    ),
    "Collection": (
        ("Where do the texts come from?", statement.SECTION["Where the texts come from"]),
        ("Over what time was it collected?", _timeframe),
        ("Who took part, and how were they paid?", statement.SECTION["Who annotated"]),
        ("Was there an ethical review? Were the people concerned told?", None),
    ),
    "Preprocessing and labelling": (
        ("Was the text cleaned?", _preprocessing),
        ("How was it labelled?", annotating.suggested),
        ("Was the labelling reviewed?", annotating.reviewed),
        ("How far do annotators agree?", measured.agreement),
        ("Is the raw data kept?", None),
    ),
    "Uses": (
        ("Has it been used already, and for what?", None),
        ("What should it not be used for?", None),
    ),
    "Distribution": (
        ("Under which licence is it given away?", statement.SECTION["Licence"]),
        ("How, when and to whom is it given away?", None),
    ),
    "Maintenance": (
        ("Who maintains it, and how are they reached?", None),
        ("Will it be updated, and are older versions kept?", None),
    ),
}

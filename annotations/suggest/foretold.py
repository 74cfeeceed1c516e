"""The forecast on whatever suggests, in one or two sentences: for the labels and the language of a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotations.schema.languages import language_name
from annotations.suggest.expected import READ, expected
from annotations.suggest.installed import NONE, RULES

SEVERAL = "xx"  # the language of a pipeline that reads more than one
FEW = 3  # labels that are named; of more, a number
SEEN_ALONE = "Nothing at first, but for a list of wordings. Whatever you confirm is suggested wherever else it stands, in every article."
LATER = "Which of your labels it suggests is said here once there are some."
BY_RULES = "Numbers, dates, and names that a word beside them gives away: fewer than a pipeline finds. "
UNSAID = "Which labels it suggests is not written beside it; the first articles show it."
WORKS = (
    "What does work: wordings that you confirm, a list of wordings of your own, and a pipeline that was trained on your "
    "articles or made for the language."
)
OTHERWISE = "the others come from what you confirm"


def sentence(name: str, labels: Sequence[str], language: str, folder: Path | None = None) -> str:
    """Return what the pipeline of that name will suggest; `folder`: the project's, where it may lie.

    >>> sentence("en_news", ["DISH", "DATE"], "en")
    'It suggests 1 of your 2 labels, DATE; the others come from what you confirm.'
    """
    if name == NONE:
        return SEEN_ALONE
    found = expected(name, folder, language)
    if name == RULES and language != READ:
        return f"Nothing but what you confirm: the rules are for English, not for {language_name(language)}."
    if not found.known:
        return UNSAID
    read, spoken = language_name(found.language), language_name(language)
    other = "" if found.language in (language, SEVERAL) else f"It reads {read}, not {spoken}: expect little. "
    return other + BY_RULES * (name == RULES) + (_of(found.of(labels), labels) if labels else LATER)


def elsewhere(name: str, language: str, folder: Path | None = None) -> str:
    """Return what does not work in another language than English, and what does; "" for English.

    `name`: what suggests in the project.
    """
    if language == READ:
        return ""
    spoken = language_name(language)
    read = expected(name, folder, language).language if name not in (NONE, RULES) else language
    foreign = f" The pipeline {name} reads {language_name(read)}." if read not in (language, SEVERAL) else ""
    return (
        f"The shipped rules and fact proposals are for English; this project is in {spoken}.{foreign} {WORKS}"
    )


def _of(given: Sequence[str], labels: Sequence[str]) -> str:
    """Return the sentence on those of the labels that are suggested."""
    lacking = [label for label in labels if label not in given]
    if not given:
        return "It suggests none of your labels; they come from what you confirm."
    if not lacking:
        return f"It suggests {_all(labels)}."
    named = (
        f", {listed(given)}"
        if len(given) <= FEW
        else f", not {listed(lacking)}"
        if len(lacking) <= FEW
        else ""
    )
    return f"It suggests {len(given):,} of your {len(labels):,} labels{named}; {OTHERWISE}."


def _all(labels: Sequence[str]) -> str:
    many = f"all {len(labels):,} labels"
    return f"{many}: {listed(labels)}" if 1 < len(labels) <= FEW else labels[0] if len(labels) == 1 else many


def listed(names: Sequence[str]) -> str:
    """Return the names in a row.

    >>> listed(["DISH", "CHEF", "PLACE"])
    'DISH, CHEF and PLACE'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

"""The figures of a pipeline on the held-out corpora, alone and with the rules beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest import suggester as suggesters
from annotations.suggest.trust import fingerprint
from annotations.training.corpus import LABELS, cleaned
from annotations.training.evaluate import Text, by_pipeline, by_suggester
from annotations.training.marked import Marked
from annotations.training.scores import Counts, Marking, compare, exact

if TYPE_CHECKING:
    from spacy.language import Language

#: The corpora do not part places well, and two of them have no NORP of their own: the figure to compare.
MERGED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


FLOORS = {"gmb.test": 80, "re3d.test": 71}  # F in per cent, merged, of the pipeline alone


class Figures(NamedTuple):
    """Exact matches on one corpus: by label, merged to PERSON, ORG and LOC, and merged with the rules.

    `put_right`: merged, of the corpus's own labels once they are corrected as those that train are; a
    pipeline that follows the label guide without a mistake would reach about as much.
    """

    by_label: Counts
    merged: Counts
    with_rules: Counts
    put_right: Counts


def figures(nlp: Language, folder: Path, texts: Sequence[Marked]) -> Figures:
    """Return the figures of the pipeline, which is also saved in that folder."""
    given = [Text(text.text, tuple(Marking(*mark) for mark in text.marks)) for text in texts]
    gold = [_of(LABELS, text.markings) for text in given]
    found = by_pipeline(nlp, given)
    right = [[Marking(*mark) for mark in text.marks] for text in cleaned(list(texts))]
    shown = by_suggester(suggesters.load(str(folder), trusted=[fingerprint(folder)]), given, LABELS)
    return Figures(
        compare(zip(gold, found, strict=True), exact),
        compare(zip(map(merged, gold), map(merged, found), strict=True), exact),
        compare(zip(map(merged, gold), map(merged, shown), strict=True), exact),
        compare(zip(map(merged, gold), map(merged, right), strict=True), exact),
    )


def merged(markings: Iterable[Marking]) -> list[Marking]:
    """Return the markings under the labels PERSON, ORG and LOC; others are left out."""
    return [Marking(m.start, m.end, MERGED[m.label]) for m in markings if m.label in MERGED]


def _of(labels: Iterable[str], markings: Iterable[Marking]) -> list[Marking]:
    return [marking for marking in markings if marking.label in labels]

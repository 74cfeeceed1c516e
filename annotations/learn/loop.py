"""The training loop: epochs over the examples, each ending with the figures on the held-out articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.learn.pieces import settled, sound
from annotations.learn.shapes import Lesson
from annotations.text.spacy_tokens import doc_of
from annotations.training.scores import ALL, Counts, Marking, MatchCount

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

RATE, DECAY, CLIP, DROPOUT = 0.001, 0.01, 1.0, 0.2
SMALLEST, LARGEST, GROWTH = 200.0, 1_000.0, 1.01  # words of a batch
FEW = 5  # held-out spans of a label below which it has no say in which epoch is best
ENOUGH, PENALTY = 80, 0.05  # trained spans of a label that is not to be left at 0; what one that is costs

Found = dict[str, list[Marking]]  # by the article's id


class EpochEnd(NamedTuple):
    """The end of an epoch: its loss, and whether it went over all examples."""

    loss: float
    is_whole: bool
    averages: dict[Any, Any]


def epochs(
    nlp: Language,
    examples: Sequence[Example],
    seed: int,
    goes_on: Callable[[], bool],
    *,
    rate: float = RATE,
    smallest: float = SMALLEST,
) -> Iterator[EpochEnd]:
    """Train and yield at the end of every epoch, until `goes_on`, asked after every batch, says no.

    Of the pieces in which nothing is marked one half trains in one epoch, the other in the next.
    """
    from spacy.training.batchers import minibatch_by_words
    from thinc.api import Adam

    optimizer = Adam(rate, L2=DECAY, grad_clip=CLIP, use_averages=True, L2_is_weight_decay=True)
    rng, sizes = Random(seed), _sizes(smallest)
    telling = [example for example in examples if example.reference.ents]
    empty = [example for example in examples if not example.reference.ents]
    is_whole = True
    for epoch in count():
        if epoch % 2 == 0:
            rng.shuffle(empty)
        order = telling + empty[epoch % 2 :: 2]
        rng.shuffle(order)
        losses: dict[str, float] = {}
        for batch in minibatch_by_words(order, size=sizes):  # type: ignore[arg-type]
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
            optimizer.step_schedules()
            if not goes_on():
                is_whole = False
                break
        yield EpochEnd(float(losses.get("ner", 0.0)), is_whole, optimizer.averages)
        if not is_whole:
            return


def _sizes(size: float) -> Iterator[float]:
    while True:
        yield size
        size = min(size * GROWTH, LARGEST)


class HeldOut:
    """The held-out articles, tokenised once, and what there is to be found in them."""

    def __init__(self, nlp: Language, lessons: Sequence[Lesson], labels: Sequence[str]) -> None:
        self.ids = [lesson.id for lesson in lessons]
        self._docs = [doc_of(nlp, sound(lesson.text)) for lesson in lessons]
        self.marks = [
            settled((mark for mark in lesson.marks if mark.label in labels), Counter()) for lesson in lessons
        ]
        self.tokens = sum(map(len, self._docs))

    def found(self, nlp: Language) -> Found:
        """Return what the pipeline finds in each article."""
        docs: list[Doc] = [doc.copy() for doc in self._docs]
        ner: Any = nlp.get_pipe("ner")
        results = ner.pipe(iter(docs), batch_size=64)
        return {
            id_: [Marking(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
            for id_, doc in zip(self.ids, results, strict=True)
        }

    def counts(self, found: Found) -> Counts:
        """Return the exact counts by label, and over all."""
        result = Counts({ALL: MatchCount()})
        for id_, marks in zip(self.ids, self.marks, strict=True):
            both = set(marks) & set(found[id_])
            for label in {mark.label for mark in (*marks, *found[id_])}:
                numbers = [sum(m.label == label for m in side) for side in (marks, found[id_], both)]
                for name in (label, ALL):
                    result.of.setdefault(name, MatchCount()).add(
                        numbers[0], numbers[1], numbers[2], numbers[2]
                    )
        return result


def worth(counts: Counts, trained: Counter[str]) -> float:
    """Return half micro F and half the mean F of the labels: micro alone stops while rare labels are at 0.

    What a label with ENOUGH trained spans costs that is still at 0: PENALTY.
    """
    of = [count for label, count in counts.of.items() if label != ALL and count.marked]
    often = [count for count in of if count.marked >= FEW] or of
    macro = sum(count.f for count in often) / len(often) if often else 0.0
    return (counts.of[ALL].f + macro) / 2 - PENALTY * len(unfound(counts, trained))


def unfound(counts: Counts, trained: Counter[str]) -> list[str]:
    """Return the labels of which nothing is found right although enough spans train them."""
    return [
        label
        for label, size in trained.items()
        if size >= ENOUGH and (count := counts.of.get(label)) and count.marked >= FEW and not count.hit
    ]

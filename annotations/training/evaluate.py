"""The evaluation of a pipeline against marked texts: precision, recall, F, and words a second.

Only the labels that the person used are counted, so pipelines with other labels can be compared on one file.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.lines import jsonl
from annotations.problems import Problem
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status
from annotations.suggest import suggester as suggesters
from annotations.text.spacy_tokens import doc_of
from annotations.training.scores import ALL, Counts, Marking, MatchCount, compare, exact, relaxed

if TYPE_CHECKING:
    from spacy.language import Language

WARM_UP = 3  # texts that both see before their time is taken
REFUSED = ("reject", "ignore")  # Prodigy's answers that leave a task out

Found = list[tuple[Marking, ...]]  # of each text


class Text(NamedTuple):
    """A text and the spans marked in it."""

    text: str
    markings: tuple[Marking, ...]


@dataclass(frozen=True)
class EvaluationReport:
    """The result of a pipeline on a file; words are separated by white space, seconds are of CPU time."""

    pipeline: str
    texts: int
    words: int
    exact: Counts
    relaxed: Counts
    words_per_second: float
    bare_words_per_second: float

    def as_json(self) -> dict[str, Any]:
        """Return marked, found, and precision, recall and F (0..1) of both kinds, by label and over all."""
        labels = {
            label: {
                "marked": count.marked,
                "found": count.found,
                "exact": _rates(count),
                "relaxed": _rates(self.relaxed.of[label]),
            }
            for label, count in self.exact.of.items()
        }
        speed = {
            "words_per_second": self.words_per_second,
            "bare_words_per_second": self.bare_words_per_second,
        }
        return {
            "pipeline": self.pipeline,
            "texts": self.texts,
            "words": self.words,
            "micro": labels.pop(ALL, None),
            "labels": dict(sorted(labels.items())),
            **{name: round(value) for name, value in speed.items()},
        }

    def as_text(self) -> str:
        """Return the result as a table, a line a label, in per cent; the last line is over all labels."""
        head = f"{self.pipeline} on {self.texts:,} texts, {self.words:,} words"
        columns = f"{'':12}{'marked':>8}{'found':>8}  {'exact P':>8}{'R':>7}{'F':>7}  {'relaxed P':>10}{'R':>7}{'F':>7}"
        order = [*sorted(label for label in self.exact.of if label != ALL), ALL]
        lines = [
            _line(label, self.exact.of[label], self.relaxed.of[label])
            for label in order
            if label in self.exact.of
        ]
        ratio = self.words_per_second / self.bare_words_per_second if self.bare_words_per_second else 0
        speed = (
            f"{self.words_per_second:,.0f} words/s; the bare pipeline {self.bare_words_per_second:,.0f} "
            f"words/s in the same run ({ratio:.2f} of it)"
        )
        return "\n".join([head, columns, *lines, speed])


def _rates(count: MatchCount) -> dict[str, float]:
    return {"p": round(count.precision, 4), "r": round(count.recall, 4), "f": round(count.f, 4)}


def _line(label: str, strict: MatchCount, loose: MatchCount) -> str:
    first = f"{label:12}{strict.marked:8,}{strict.found:8,}"
    rates = [f"{100 * rate:7.1f}" for c in (strict, loose) for rate in (c.precision, c.recall, c.f)]
    return f"{first}   {''.join(rates[:3])}     {''.join(rates[3:])}"


def read(path: Path) -> list[Text]:
    """Return the texts of our own or Prodigy's JSONL, with their confirmed spans.

    Prodigy's rejected and ignored tasks are left out.  UserError with the line for a bad one, and when
    nothing is marked.
    """
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except OSError as error:
        raise UserError(f"The file cannot be read: {error.strerror}.", where=path) from error
    accepted = io.BytesIO(b"".join(map(_accepted, lines)))
    texts = [_text(entry, path) for entry in jsonl.read(path, accepted)]
    if not any(text.markings for text in texts):
        raise UserError("There is no confirmed span in this file to measure against.", where=path)
    return texts


def _text(entry: Record | Problem, path: Path) -> Text:
    if isinstance(entry, Problem):
        raise UserError(entry.reason, where=path, line=entry.line)
    spans = entry.set.spans.values() if entry.set else ()
    confirmed = (span for span in spans if span.status is Status.CONFIRMED)
    return Text(entry.article.text, tuple(Marking(s.start, s.end, s.label) for s in confirmed))


def _accepted(line: bytes) -> bytes:
    """Return the line, empty when it is a task that its annotator did not accept."""
    if b'"answer"' not in line:
        return line
    try:
        value = json.loads(line)
    except ValueError:
        return line
    return b"\n" if isinstance(value, dict) and value.get("answer") in REFUSED else line


def evaluate(
    name: str, path: Path, *, alone: bool = False, trusted: Collection[str] = ()
) -> EvaluationReport:
    """Return the result of the pipeline of that name (see `suggester.load`) on the file.

    `alone` leaves the rules out.
    """
    texts = read(path)
    suggester = suggesters.load(name, trusted=trusted)
    nlp = suggester.nlp
    if nlp is None:
        raise UserError(f"The pipeline {name} suggests nothing, so there is nothing to measure.")
    wanted = {marking.label for text in texts for marking in text.markings}
    by_pipeline(nlp, texts[:WARM_UP]), by_suggester(suggester, texts[:WARM_UP], wanted)
    bare, bare_seconds = timed(lambda: by_pipeline(nlp, texts))
    suggested, seconds = timed(lambda: by_suggester(suggester, texts, wanted))
    found = [tuple(m for m in of_text if m.label in wanted) for of_text in (bare if alone else suggested)]
    pairs = [(text.markings, of_text) for text, of_text in zip(texts, found, strict=True)]
    words = sum(len(text.text.split()) for text in texts)
    return EvaluationReport(
        pipeline=name,
        texts=len(texts),
        words=words,
        exact=compare(pairs, exact),
        relaxed=compare(pairs, relaxed),
        words_per_second=words / seconds,
        bare_words_per_second=words / bare_seconds,
    )


def by_pipeline(nlp: Language, texts: Iterable[Text]) -> Found:
    """Return the pipeline's own entities, for each text."""
    docs = nlp.pipe(doc_of(nlp, text.text) for text in texts)
    return [tuple(Marking(e.start_char, e.end_char, e.label_) for e in doc.ents) for doc in docs]


def by_suggester(suggester: suggesters.Suggester, texts: Iterable[Text], labels: Collection[str]) -> Found:
    """Return the spans that an annotator would be shown, for each text."""
    articles = (Asked(str(number), text.text) for number, text in enumerate(texts))
    return [
        tuple(Marking(span.start, span.end, span.label) for span in found.spans)
        for found in suggester.suggest(articles, labels)
    ]


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """Return the finds of the work, and the seconds of CPU time it took."""
    began = time.process_time()
    found = work()
    return found, max(time.process_time() - began, 1e-9)

"""The corpora that train the shipped pipeline, and the correction of their labels.

Only training corpora are corrected; those that measure are taken as they are.  GMB's annotators were not
always of one mind: a listed name is marked whole, a wording has the label that it mostly has.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotations.errors import UserError
from annotations.suggest.rules.gazetteer import WORD, listed
from annotations.suggest.rules.places import ALSO_PERSONS
from annotations.training.marked import Mark, Marked, flat, read

FOLDER = Path(__file__).parents[3] / "shared" / "corpora"
LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT")  # numbers and dates are the rules'
TRAIN, DEV, TEST = (
    ("gmb.train", "wikigold.train", "re3d.train"),
    ("gmb.dev", "re3d.dev"),
    ("gmb.test", "re3d.test"),
)
REPEAT = {"re3d.train": 4}  # small, and nearest to today's news

FEWEST, MOSTLY, ALMOST_ALWAYS = 4, 0.85, 0.95  # marks of one wording; share of its label; share marked at all
FACILITY = re.compile(
    r"(?:(?:\b[A-Z]\.|\b[A-Z][\w'’-]*|\b[aA]l-[A-Z]\w+) )+"
    r"(?:(?:Inter)?[Nn]ational )?(?:[Aa]ir ?[Bb]ase|[Aa]irbase|[Aa]irfield|Air Force Base|[Aa]irport|[Nn]aval [Bb]ase"
    r"|[Mm]ilitary [Bb]ase|[Hh]ospital|[Pp]rison|[Ss]tadium|[Bb]ridge|Palace|Cathedral|Mosque|[Nn]uclear [Pp]lant"
    r"|[Nn]uclear [Pp]ower [Pp]lant)\b"
)
NOT_FIRST = re.compile(r"(?:[Tt]he|That|This|In|At|An?|Near|From|On|Its?|His|[\w-]+['’]s|U\.S\.(?:-run)?) ")
COMMON_NOUN = re.compile(r" (?:(?:inter)?national |military |naval |nuclear |power )*[a-z]+$")


class Corpora(NamedTuple):
    """The corpora that train (corrected), that choose and calibrate, and that measure, by file name."""

    train: list[Marked]
    dev: list[Marked]
    words: dict[str, int]  # of what trains, by corpus, as white space parts them
    tests: dict[str, list[Marked]]


def corpora(folder: Path = FOLDER) -> Corpora:
    """Return all corpora.  UserError when they are not there."""
    if not folder.is_dir():
        raise UserError(
            "Without the corpora no pipeline can be trained; the shipped one needs none of them.",
            where=folder,
        )
    put_right = {name: cleaned(read(folder / f"{name}.jsonl")) for name in TRAIN}
    train = [marked for name, texts in put_right.items() for marked in texts * REPEAT.get(name, 1)]
    dev = [known(marked) for name in DEV for marked in read(folder / f"{name}.jsonl")]
    words = {name.split(".")[0]: sum(len(t.text.split()) for t in texts) for name, texts in put_right.items()}
    return Corpora(train, dev, words, {name: read(folder / f"{name}.jsonl") for name in TEST})


def known(marked: Marked) -> Marked:
    """Return the text with only the marks that the pipeline is to find."""
    return marked._replace(marks=tuple(mark for mark in marked.marks if mark.label in LABELS))


def cleaned(texts: list[Marked]) -> list[Marked]:
    """Return the corpus with its labels corrected by the label guide and by its own majority."""
    guided = [_guided(known(marked)) for marked in texts]
    return by_majority(guided)


def _guided(marked: Marked) -> Marked:
    """Return the text with facilities marked by their noun, and listed names whole where a part was marked.

    Bounds stay as they are: `annotations.suggest.label_guide` corrects those of every pipeline's finds.
    """
    text = marked.text
    marks = list(marked.marks)
    for found in (*_facilities(text), *_listed(text)):
        over = [m for m in marks if m.start < found.end and found.start < m.end]
        inside = all(found.start <= m.start and m.end <= found.end for m in over)
        whole = any(m[:2] == found[:2] for m in over)
        if inside and (found.label == "FAC" or (over and not whole)):
            marks = [m for m in marks if m not in over] + [found]
    return Marked(text, flat(marks))


def _facilities(text: str) -> Iterator[Mark]:
    for match in FACILITY.finditer(text):
        start, end = match.span()
        while lead := NOT_FIRST.match(text, start, end):
            start = lead.end()
        name, noun = text[start:end], COMMON_NOUN.search(text[start:end])
        words = tuple(WORD.findall(name[: noun.start()] if noun else name))
        place_and_noun = noun and any(listed(words))  # "Paris hospital" is any hospital there
        if " " in name and not place_and_noun and re.match(r"[A-Z]|al-", name):
            yield Mark(start, end, "FAC")


def _listed(text: str) -> Iterator[Mark]:
    """Yield the names that the gazetteer of the rules lists, but for those that may be a person's."""
    words = list(WORD.finditer(text))
    for first, after, label in listed([word[0] for word in words]):
        start, end = words[first].start(), words[after - 1].end()
        if label in LABELS and text[start:end] not in ALSO_PERSONS:
            yield Mark(start, end, label)


def by_majority(texts: list[Marked]) -> list[Marked]:
    """Return the texts with each wording labelled as it mostly is.

    A wording mostly of one label has it wherever it is marked, and one that is almost always marked is marked
    wherever it stands.
    """
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for marked in texts:
        for quote, label in marked.quotes():
            labels[quote][label] += 1
    majority = {quote: top for quote, counts in labels.items() if (top := _top(counts))}
    always = _almost_always(texts, {tuple(WORD.findall(quote)): quote for quote in majority}, labels)
    return [_agreed(marked, majority, always) for marked in texts]


def _top(counts: Counter[str]) -> str | None:
    (label, count), total = counts.most_common(1)[0], counts.total()
    return label if total >= FEWEST and count >= MOSTLY * total else None


Sequences = dict[tuple[str, ...], str]


def _almost_always(
    texts: Iterable[Marked], sequences: Sequences, labels: dict[str, Counter[str]]
) -> Sequences:
    bare = Counter(marked.text[start:end] for marked in texts for start, end in _bare(marked, sequences))
    return {
        words: quote
        for words, quote in sequences.items()
        if (n := labels[quote].total()) >= ALMOST_ALWAYS * (n + bare[quote]) and len(quote) > 2
    }


def _bare(marked: Marked, sequences: Sequences) -> Iterator[tuple[int, int]]:
    """Yield where one of the sequences stands without touching a mark; the longest at each place."""
    words = list(WORD.finditer(marked.text))
    plain = [word[0] for word in words]
    taken = {i for mark in marked.marks for i in range(mark.start, mark.end)}
    i = 0
    while i < len(plain):
        size = next(
            (n for n in range(min(6, len(plain) - i), 0, -1) if tuple(plain[i : i + n]) in sequences), 0
        )
        start, end = words[i].start(), words[i + max(size, 1) - 1].end()
        if size and plain[i][0].isupper() and taken.isdisjoint(range(start, end)):
            yield start, end
        i += max(size, 1)


def _agreed(marked: Marked, majority: dict[str, str], always: Sequences) -> Marked:
    text = marked.text
    marks = [Mark(m.start, m.end, majority.get(text[m.start : m.end], m.label)) for m in marked.marks]
    added = [
        Mark(start, end, majority[text[start:end]])
        for start, end in _bare(marked, always)
        if text[start:end] in majority
    ]
    return Marked(text, flat([*marks, *added]))

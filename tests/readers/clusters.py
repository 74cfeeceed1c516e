"""Clusterings of two people, made by chance, for the scorer: as CoNLL-2012, as its JSON, and our figures of them."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from annotations.agreement.clusters import b_cubed
from annotations.formats.coref.conll2012 import ChainMention, CorefStory, crossing, write_coref

STORIES, SEED, CHAINS, MOST = 120, 18, 8, 25
WORDS = ("Peru", "(3)", "4)", "#", "naïve", "שלום", "two words", "👍🏽", "")
Sentences = tuple[tuple[str, ...], ...]
Pair = tuple[CorefStory, CorefStory]


def write_clusterings(folder: Path) -> None:
    """Write the clusterings with and without chains of one mention."""
    pairs = list(_pairs(random.Random(SEED)))
    _write(folder / "with", pairs)
    _write(folder / "without", [(_joined(one), _joined(other)) for one, other in pairs])


def _pairs(chance: random.Random) -> Iterator[Pair]:
    """Yield stories as two people have them: every other with the same mentions, else each with their own."""
    for number in range(STORIES):
        lengths = [chance.randint(1, 12) for _ in range(chance.randint(1, 8))]
        sentences = tuple(tuple(chance.choices(WORDS, k=length)) for length in lengths)
        mine = _places(chance, sentences)
        theirs = mine if number % 2 else _places(chance, sentences)
        one, other = (_chained(chance, places) for places in (mine, theirs))
        yield CorefStory(f"story {number}", sentences, one), CorefStory(f"story {number}", sentences, other)


def _places(chance: random.Random, sentences: Sentences) -> list[ChainMention]:
    """Return some mentions, nested or apart: of whatever chains they are, brackets can tell them."""
    every = [
        ChainMention(number, first, last, 0)
        for number, words in enumerate(sentences)
        for last in range(len(words))
        for first in range(last + 1)
    ]
    some = chance.sample(every, min(len(every), chance.randint(1, MOST)))
    return sorted({*some} - {*crossing(some)})


def _chained(chance: random.Random, places: Iterable[ChainMention]) -> tuple[ChainMention, ...]:
    return tuple(place._replace(chain=chance.randrange(CHAINS)) for place in places)


def _joined(story: CorefStory) -> CorefStory:
    """Return the story without the mentions that are alone in their chain."""
    sizes = Counter(mention.chain for mention in story.mentions)
    kept = tuple(mention for mention in story.mentions if sizes[mention.chain] > 1)
    return CorefStory(story.name, story.sentences, kept)


def _write(folder: Path, pairs: list[Pair]) -> None:
    for name, side in (("one", 0), ("other", 1)):
        (folder / name).mkdir(parents=True)
        lines = write_coref(pair[side] for pair in pairs)
        (folder / f"{name}.conll").write_text("".join(lines), "utf-8")
        for number, pair in enumerate(pairs):
            (folder / name / f"{number}.json").write_text(json.dumps(_clusters(pair[side])), "utf-8")
    figures = [_figures(_keyed(one), _keyed(other)) for one, other in pairs]
    (folder / "figures.json").write_text(json.dumps(figures), "utf-8")


def _keyed(story: CorefStory) -> dict[str, str]:
    return {f"{one.sentence}:{one.first}-{one.last}": str(one.chain) for one in story.mentions}


def _clusters(story: CorefStory) -> dict[str, Any]:
    clusters = defaultdict(list)
    for key, chain in _keyed(story).items():
        clusters[chain].append(key)
    return {"type": "clusters", "clusters": clusters}


def _figures(one: dict[str, str], other: dict[str, str]) -> dict[str, Any]:
    """Return our figures as they are, and as the command of scorch has them: what the other alone has is the one's too."""
    added = {key: f"alone {key}" for key in other if key not in one}
    return {"as it is": asdict(b_cubed(one, other)), "command": asdict(b_cubed({**one, **added}, other))}

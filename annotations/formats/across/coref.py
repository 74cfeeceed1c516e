"""Chains for scorers, in the columns of CoNLL-2012: a file of the entities and one of the fact groups.

A document is a story with its articles' sentences one after the other, since scorers know one document at a time.  A
chain has one number in the whole file, also where it goes through several documents.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from annotations.compare.comparison import CrossComparison
from annotations.compare.material import ComparedArticle
from annotations.formats.across.leaving import CrossExport
from annotations.formats.across.story_documents import (
    StoryDocument,
    note_what_chains_lack,
    story_documents,
)
from annotations.formats.across.token_places import (
    AGAIN,
    ChainPlace,
    TokenPlace,
    TokenText,
    entity_places,
    trigger_places,
)
from annotations.formats.base import WROTE, How, Losses, Statement
from annotations.formats.coref.conll2012 import ChainMention, CorefStory, crossing, read_coref, write_coref
from annotations.formats.writing.output import Output

KINDS = ("entities", "groups")  # of files, in the order of their names
OVER = "mentions that reach over sentences"
CROSSING = "mentions that begin in another of their chain and end behind it"
ALONE = "{kind} alone in their document (with --singletons they leave)"
NOT_WRITTEN = re.compile(r"[\s\ud800-\udfff]")  # is a low line there


def write(leaving: CrossExport, out: Output, how: How, losses: Losses) -> None:
    """Write both files, and note what no chain can say."""
    documents = story_documents(leaving, losses)
    note_what_chains_lack(leaving, losses)
    left: dict[str, int] = {}
    wrote = Counter(chain=0, mention=0)
    for kind in KINDS:
        chains = _Chains(leaving.comparison, how, losses, kind)
        file = out.text(kind)
        file.writelines(write_coref(map(chains.story, documents)))
        if chains.alone:
            left[ALONE.format(kind="mentions" if kind == KINDS[0] else "facts")] = chains.alone
        wrote.update(chain=len(chains.sizes), mention=chains.sizes.total())
    out.told |= {
        WROTE: dict(wrote),
        "documents": [one.as_json() for one in documents],
        "singletons": how.singletons,
    }
    if left:
        out.told["left_out"] = left


class _Chains:
    """The chains of entities, or of fact groups, document by document."""

    def __init__(self, found: CrossComparison, how: How, losses: Losses, kind: str) -> None:
        self._found, self._how, self._losses, self._kind = found, how, losses, kind
        self._entities = entity_places(found) if kind == KINDS[0] else {}
        ids = [one.id for one in found.entities] if kind == KINDS[0] else [one.id for one in found.groups]
        self._numbers = {id_: number for number, id_ in enumerate(ids)}
        self._more = count(len(self._numbers))  # numbers of facts that are in no group
        self.sizes = Counter[int]()  # mentions that leave, by chain
        self.alone = 0  # mentions left out, since their document has no other of their chain

    def story(self, document: StoryDocument) -> CorefStory:
        """Return the document with its chains."""
        sentences, mentions = self.told(document)
        return CorefStory(document.name, tuple(sentences), tuple(mentions))

    def told(self, document: StoryDocument) -> tuple[list[tuple[str, ...]], dict[ChainMention, str]]:
        """Return the document's sentences, and its mentions with their words in the text of the article."""
        sentences: list[tuple[str, ...]] = []
        mentions: dict[ChainMention, str] = {}
        for article in document.articles:
            text = TokenText.of(article)
            mentions |= self._mentions(article, text, len(sentences))
            sentences += map(tuple, text.words())
        return sentences, {one: mentions[one] for one in self._kept(mentions, document)}

    def _mentions(
        self, article: ComparedArticle, text: TokenText, before: int
    ) -> Iterator[tuple[ChainMention, str]]:
        """Yield the article's mentions in sentences counted from `before`; of several at one place the exact one."""
        first: dict[int, int] = {}
        for token, sentence in enumerate(text.sentences):
            first.setdefault(sentence, token)
        asked = set(self._places(article))
        taken: set[tuple[int, int]] = set()
        placed = text.placed(asked, self._how, self._losses)
        for place in sorted(
            placed, key=lambda one: (one.of not in asked, one.first, one.last, self._number(one))
        ):
            sentence = text.sentences[place.first]
            if text.sentences[place.last] != sentence:
                self._losses.note(OVER, text.quoted(place.of))
            elif (place.first, place.last) in taken:
                self._losses.note(AGAIN, text.quoted(place.of))
            else:
                taken.add((place.first, place.last))
                start = first[sentence]
                at = before + sentence, place.first - start, place.last - start
                yield ChainMention(*at, self._number(place)), article.text[place.of.start : place.of.end]

    def _places(self, article: ComparedArticle) -> Iterable[ChainPlace]:
        if self._kind == KINDS[0]:
            return self._entities[article.id]
        return trigger_places(article, self._found, self._losses)

    def _number(self, place: TokenPlace) -> int:
        """Return the number of the chain; a fact in no group is a chain by itself."""
        thing = place.of.thing or f"{place.of.key} alone"
        if thing not in self._numbers:
            self._numbers[thing] = next(self._more)
        return self._numbers[thing]

    def _kept(self, mentions: Iterable[ChainMention], document: StoryDocument) -> Iterator[ChainMention]:
        lost = set(crossing(mentions))
        for one in sorted(lost):
            self._losses.note(CROSSING, f"{document.name}, sentence {one.sentence}, token {one.first}")
        there = [one for one in mentions if one not in lost]
        sizes = Counter(one.chain for one in there)
        for one in there:
            if self._how.singletons or sizes[one.chain] > 1:
                self.sizes[one.chain] += 1
                yield one
            else:
                self.alone += 1


# --- proof


def said(leaving: CrossExport, how: How) -> Iterator[Statement]:
    """Yield the sentences and the chains of each document; a chain by its mentions, with their words in the article."""
    losses = Losses()
    for kind in KINDS:
        chains = _Chains(leaving.comparison, how, losses, kind)
        for number, document in enumerate(story_documents(leaving, losses)):
            sentences, mentions = chains.told(document)
            words = [[NOT_WRITTEN.sub("_", word) for word in one] for one in sentences]
            yield from _stated(kind, number, words, mentions)


def reread(folder: Path) -> Iterator[Statement]:
    """Yield the same from the files."""
    for kind, path in zip(KINDS, sorted(path for path in folder.iterdir() if path.is_file()), strict=True):
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, story in enumerate(read_coref(file, where=path.name)):
                found = {
                    one: "".join(story.sentences[one.sentence][one.first : one.last + 1])
                    for one in story.mentions
                }
                yield from _stated(kind, number, [[*words] for words in story.sentences], found)


def _stated(
    kind: str, number: int, words: list[list[str]], mentions: Mapping[ChainMention, str]
) -> Iterator[Statement]:
    yield f"{kind}, document {number}", words
    chains: defaultdict[int, list[tuple[ChainMention, str]]] = defaultdict(list)
    for one, quote in mentions.items():
        chains[one.chain].append((one, NOT_WRITTEN.sub("_", "".join(quote.split()))))
    for chain, told in chains.items():
        yield f"{kind}, document {number}, chain {chain}", sorted(told)

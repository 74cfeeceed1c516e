"""Places in an article by token, as files of chains have them: the program's own tokens and sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotations.compare.comparison import CrossComparison
from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle
from annotations.formats.base import How, Losses
from annotations.formats.writing.alignment import own_tokens
from annotations.processes.quick_dataclass import dataclass
from annotations.text.sentences import sentences

OFF = "mentions off the tokens"
NO_TOKEN = "mentions without a token"
AGAIN = "mentions twice at one place"
NO_TRIGGER = "facts without a trigger"
QUOTE = 60  # code points of an example


class ChainPlace(NamedTuple):
    """A place of the text that refers to a thing: an entity, or a group of facts; "" for none.  Code points."""

    start: int
    end: int
    thing: str
    label: str
    key: str  # of the mention or fact


class TokenPlace(NamedTuple):
    """A place by its first and last token, from 0 in the article; `of` has the bounds that it covers now."""

    first: int
    last: int
    of: ChainPlace


@dataclass(frozen=True)
class TokenText:
    """An article's tokens, in order, and the sentence of each, from 0; a sentence has a token at least."""

    article: str
    text: str
    starts: list[int]
    ends: list[int]
    sentences: list[int]

    @classmethod
    def of(cls, one: ComparedArticle) -> TokenText:
        cut, bounds = own_tokens(one.text), [start for start, _ in sentences(one.text)]
        held = [bisect_right(bounds, start) for start in cut.starts]
        number = {sentence: n for n, sentence in enumerate(sorted(set(held)))}
        return cls(one.id, one.text, cut.starts, cut.ends, [number[sentence] for sentence in held])

    def words(self) -> list[list[str]]:
        """Return the words of each sentence."""
        found: list[list[str]] = [[] for _ in range(self.sentences[-1] + 1)] if self.sentences else []
        for start, end, sentence in zip(self.starts, self.ends, self.sentences, strict=True):
            found[sentence].append(self.text[start:end])
        return found

    def quoted(self, place: ChainPlace) -> str:
        """Return a sentence on the place, for examples."""
        words = self.text[place.start : place.end][:QUOTE]
        return f"{self.article} {place.start}-{place.end} {place.label} {words!r}"

    def placed(self, places: Iterable[ChainPlace], how: How, losses: Losses) -> Iterator[TokenPlace]:
        """Yield the places by token, in text order.

        Noted as losses: those without a token, and those that end inside of one, which cover it then or are dropped.
        """
        for place in sorted(places):
            first = bisect_right(self.ends, place.start)
            last = first - 1
            while last + 1 < len(self.starts) and self.starts[last + 1] < place.end:
                last += 1
            if last < first:
                losses.note(NO_TOKEN, self.quoted(place))
                continue
            covered = place._replace(start=self.starts[first], end=self.ends[last])
            if covered != place:
                losses.note(OFF, self.quoted(place))
                if how.misaligned == "drop":
                    continue
            yield TokenPlace(first, last, covered)


def entity_places(found: CrossComparison) -> dict[str, list[ChainPlace]]:
    """Return the mentions of each article with their entities."""
    places: dict[str, list[ChainPlace]] = {article.id: [] for article in found.articles}
    for entity in found.entities:
        for one in entity.mentions:
            places[one.article].append(ChainPlace(one.start, one.end, entity.id, one.label, one.key))
    return places


def trigger_places(article: ComparedArticle, found: CrossComparison, losses: Losses) -> list[ChainPlace]:
    """Return the triggers of the article's facts, each with the group of its fact, "" for none."""
    places = []
    for key, fact in article.keyed_facts():
        group = found.group_of.get(key, "")
        if fact.trigger:
            places.append(ChainPlace(*fact.trigger, group, fact.type, key_of(article.id, fact.id)))
        else:
            losses.note(NO_TRIGGER, f"{article.id}: {fact.type} {fact.id}")
    return places

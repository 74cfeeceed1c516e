"""Quotes of the work: words in their sentence, and the choice of a few of them that show much.

The same work gives the same quotes, in whatever order it is read: what decides is length, then a digest of the place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from hashlib import blake2b
from typing import Any

from annotations.processes.quick_dataclass import dataclass

LONGEST = 200  # code points of a quote; of a longer sentence, what stands round the words
GOOD = range(40, 141)  # code points that a sentence has at best
KEPT = 40  # wordings of which the best quote is kept, of each name
Bounds = tuple[int, int]
Order = tuple[bool, int, str]


@dataclass(frozen=True)
class WorkQuote:
    """Words `[start, end)` of an article with what stands before and after them in their sentence.

    `told`: the fact in a sentence, or what each side says, "" where the words say all.  `sets`: how many have it so.
    """

    article: str
    start: int
    end: int
    before: str
    words: str
    after: str
    told: str = ""
    sets: int = 1

    @property
    def wording(self) -> str:
        return " ".join(self.words.casefold().split())

    @property
    def text(self) -> str:
        return f"{self.before}{self.words}{self.after}"

    def order(self) -> Order:
        """Return the sort key: what several say, then what has a good length, then by chance that is always the same."""
        length = len(self.text)
        off = max(GOOD.start - length, length - GOOD.stop, 0) // 20 + 4 * ("…" in self.before + self.after)
        place = f"{self.article}\x1f{self.start}\x1f{self.end}\x1f{self.words}\x1f{self.told}"
        return self.sets < 2, off, blake2b(place.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


class ArticleQuotes:
    """An article's text as it is quoted: its sentences are found once."""

    def __init__(self, article: str, text: str, sentences: Sequence[Bounds]) -> None:
        self.article, self.text, self.sentences = article, text, sentences
        self._starts = [start for start, _ in sentences]

    def sentence_at(self, start: int, end: int) -> Bounds:
        """Return the bounds of the sentence that the words lie in; of the words alone where they lie in none."""
        at = bisect_right(self._starts, start) - 1
        first, last = self.sentences[at] if at >= 0 else (start, end)
        return (first, last) if first <= start and end <= last else (start, end)

    def quote(self, start: int, end: int, told: str = "", *, sets: int = 1) -> WorkQuote:
        """Return the words in their sentence, white space folded."""
        first, last = self.sentence_at(start, end)
        room = max(20, (LONGEST - (end - start)) // 2)
        before = _cut(_folded(self.text[max(first, start - 4 * room) : start])[::-1], room)[::-1].lstrip()
        after = _cut(_folded(self.text[end : min(last, end + 4 * room)]), room).rstrip()
        words = _folded(self.text[start:end]).strip()
        if len(words) > LONGEST:
            words = f"{words[: LONGEST // 2]} … {words[-LONGEST // 4 :]}"
        return WorkQuote(self.article, start, end, before, words, after, told, sets)


@dataclass
class QuoteChoice:
    """The best quotes of each name, at most one a wording, and how often each wording was met."""

    best: dict[str, dict[str, WorkQuote]] = field(default_factory=dict)

    def add(self, name: str, found: WorkQuote) -> None:
        """Weigh a quote of the name; of equal ones it does not count which comes first."""
        if not found.wording:
            return
        kept = self.best.setdefault(name, {})
        known = kept.get(found.wording)
        if known is None or found.order() < known.order():
            kept[found.wording] = found
        if len(kept) > 4 * KEPT:  # whose best is not among so many others' can never be chosen
            first = sorted(kept.values(), key=WorkQuote.order)[:KEPT]
            self.best[name] = {one.wording: one for one in first}

    def chosen(self, name: str, count: int) -> list[WorkQuote]:
        """Return so many quotes of the name: other wordings each, and other articles as far as there are some."""
        ordered = sorted(self.best.get(name, {}).values(), key=WorkQuote.order)[:KEPT]
        fresh, seen = list[WorkQuote](), set[str]()
        for one in ordered:
            if one.article not in seen:
                fresh.append(one)
                seen.add(one.article)
        rest = (one for one in ordered if one not in fresh)
        return [*fresh, *rest][:count]


def _folded(words: str) -> str:
    made = " ".join(words.split())
    return f"{' ' * words[:1].isspace()}{made}{' ' * (words[-1:].isspace() and bool(made))}"


def _cut(words: str, room: int) -> str:
    """Return what stands nearest to the words, and a sign that there is more."""
    if len(words) <= room:
        return words
    kept = words[:room]
    return (kept.rsplit(" ", 1)[0] if " " in kept.strip() else kept) + " …"

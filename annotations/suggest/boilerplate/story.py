"""The lines of a page that tell its story, against which boilerplate is measured.

A line tells the story when it is prose and shares words with the prose before it. After a heading such as
"Most Popular" the story is away; it returns with prose that fits, is long or has more prose below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from annotations.suggest.boilerplate import phrases
from annotations.suggest.boilerplate.lines import PageLine, line_at, stems_of

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARAGRAPH, _SENTENCE = 60, 16  # words: longer than any teaser; than most teasers of one sentence
_FOREIGN = 0.1  # so little of a last paragraph's words the story has when it is not part of it
_ALONE = 0.2  # how alike the story a paragraph without another one below it is, when the story returns
_TEASER = 0.4  # a paragraph alone that is short or comes after a teaser
_BELOW_FORM = 0.04  # a paragraph below a form is no teaser, which has its headline; one word will do
_QUOTING = 0.1  # other stories' teasers seldom quote


class ToldLines:
    """The lines that tell the story: `told[i]`, with the headline at `title` and its words in `known`."""

    def __init__(self, page: Sequence[PageLine], title: str = "") -> None:
        self.page = page
        self.away = [False] * len(page)
        self.told = [line.prose for line in page]
        self.counted = list(self.told)  # whose words are in `known`
        self.prose = self.known = Counter(stem for line in page if line.prose for stem in line.stems)
        self.title = self._find_title(title, next((i for i, told in enumerate(self.told) if told), len(page)))
        self._tell(Counter(stems_of(title)))
        self._drop_afterthought()
        told = [i for i, is_told in enumerate(self.told) if is_told]
        self.last = told[-1] if told else len(page) - 1
        self.is_prose = self._is_prose()

    def fit(self, i: int) -> float:
        """Return the share of a line's content words that the rest of the story has too."""
        stems, own = self.page[i].stems, int(self.counted[i])
        return sum(self.known[stem] > own for stem in stems) / len(stems) if stems else 0.0

    def _is_prose(self) -> bool:
        """Return whether most of the story, to its last paragraph, is paragraphs.

        That is no poem, and no conversation.
        """
        rows = zip(self.page, self.told, self.away, strict=True)
        body = [(line, told) for line, told, away in rows if not (line.sure or away)]
        body = body[: 1 + max((i for i, (_, told) in enumerate(body) if told), default=-1)]
        prose = sum(line.end - line.start for line, told in body if told)
        return sum(self.told) >= 3 and prose >= 0.6 * sum(line.end - line.start for line, _ in body)

    def _find_title(self, title: str, first: int) -> int:
        """Return the line of the headline; without a title, the first that fits the prose, else the first."""
        wanted = line_at(0, title.strip()).bare
        head = [i for i in range(min(first + 1, len(self.page))) if self._may_be_title(i)]
        same = [i for i in head if wanted and self.page[i].bare in (wanted, wanted + ".")]
        bar = [i for i in range(1, first) if self._navigates(i) and self._navigates(i - 1)]
        navigation = max(bar, default=-1)
        spoken = [i for i in head if 4 <= self.page[i].size <= 40]
        fits = {i: self.fit(i) for i in spoken}
        fitting = [i for i in spoken if fits[i] >= 0.4]
        below = [i for i in fitting if i > navigation]
        likely = [i for i in spoken if i < first and fits[i] >= 0.2]
        return (same[-1:] or below[:1] or fitting[:1] or likely[:1] or head[:1] or [0])[0]

    def _navigates(self, i: int) -> bool:
        return self.page[i].menu or self.page[i].bare.startswith("skip to")

    def _may_be_title(self, i: int) -> bool:
        line = self.page[i]
        is_stamp = line.size <= 6 and _YEAR.search(line.raw) is not None
        return not (line.sure or line.heading or line.cut or line.menu or line.caption or is_stamp)

    def _tell(self, known: Counter[str]) -> None:
        """Go down the page and settle which prose is story and where the story is away."""
        self.known, away, begun, teasers = known, False, False, 0
        for i, line in enumerate(self.page):
            closes = begun and line.sure and phrases.closes(line.plain)
            if line.heading or closes:
                away = True
            elif i == self.title or (away and line.prose and self._returns(i, begun, teasers)):
                away = False
            teasers = teasers + (line.prose or closes) if away else 0
            self.away[i] = away
            self.told[i] = line.prose and not away and not self._is_about_the_writer(i)
            begun = begun or self.told[i]
            is_head = self.title <= i and not (begun or away or line.sure)
            self.counted[i] = self.told[i] or is_head
            if self.counted[i]:
                known.update(line.stems)

    def _returns(self, i: int, begun: bool, teasers: int) -> bool:
        """Return whether the story returns here: the paragraph fits, is long, or has another below it."""
        line, above = self.page[i], self.page[i - 1]
        run = list(takewhile(lambda other: other.prose and not other.about_writer, self.page[i : i + 2]))
        if len(run) != 1 or line.size >= (_PARAGRAPH if begun else _SENTENCE):
            return bool(run)
        if above.sure and not above.heading and not teasers:
            return self._likeness(line, begun) >= _BELOW_FORM
        is_teaser = teasers > 0 or line.size < _SENTENCE
        return self._likeness(line, begun) >= (_TEASER if is_teaser else _ALONE)

    def _likeness(self, line: PageLine, begun: bool) -> float:
        """Return the share of a line's words that the story has.

        Before the story has begun, that other prose has.
        """
        same = sum(stem in self.known or (not begun and self.prose[stem] > 1) for stem in line.stems)
        return same / max(1, len(line.stems)) + _QUOTING * line.quotes

    def _drop_afterthought(self) -> None:
        """Drop a last paragraph in other words below several lines of a site: it does not tell the story."""
        told = [i for i, is_told in enumerate(self.told) if is_told][-2:]
        if len(told) == 2 and self.fit(told[1]) < _FOREIGN and not self.page[told[1]].quotes:
            between = self.page[told[0] + 1 : told[1]]
            if len(between) >= 4 and sum(line.sure for line in between) >= 2:
                self.told[told[1]] = False

    def _is_about_the_writer(self, i: int) -> bool:
        line, after = self.page[i], self.page[i + 1 : i + 4]
        return line.about_writer and not any(x.prose for x in after)

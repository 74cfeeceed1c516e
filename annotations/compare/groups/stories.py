"""Stories: articles near each other, which are compared in one table.

Mirrors come along with the article whose text they have and count as one with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotations.articles import Article
from annotations.compare.groups.article_words import ProjectWords
from annotations.compare.groups.closeness import NearArticles, near_articles
from annotations.compare.groups.linking import linked
from annotations.compare.groups.stems import WORD, telling_stem
from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.compare.proposed import ProposedStory
from annotations.spans import derived_id

LEAST = 0.5  # mean closeness of the articles of a story
WORDS = 3  # that name a story whose articles have no titles


def propose_stories(
    articles: Sequence[ComparedArticle], tick: Tick = no_tick, *, near_by: NearArticles | None = None
) -> list[ProposedStory]:
    """Return the stories of two texts and more, largest first; each names its articles by publication.

    `near_by`: what `near_articles` gave for the same articles, where groups are proposed as well.
    """
    known = near_by or near_articles(articles, tick)
    ordered, words, closeness = known.ordered, known.words, known.closeness
    near = {(one, other): close for one, other, close in closeness.pairs()}
    mirrors = closeness.mirrors(range(len(ordered)))
    made: list[tuple[int, ProposedStory]] = []
    for texts in linked(near, least=LEAST):
        places = sorted(place for text in texts for place in mirrors[text])
        between = [near.get((a, b), 0.0) for at, a in enumerate(texts) for b in texts[at + 1 :]]
        told = sorted((ordered[place] for place in places), key=_when)
        made.append(
            (
                len(texts),
                ProposedStory(
                    id=derived_id("story", ordered[places[0]].id),
                    name=_title(told) or _distinctive(words, texts, told[0].text),
                    articles=tuple(one.id for one in told),
                    closeness=round(sum(between) / len(between), 4),
                ),
            )
        )
    return [story for _, story in sorted(made, key=lambda one: (-one[0], -one[1].closeness, one[1].id))]


def _when(one: ComparedArticle) -> tuple[bool, bool, str, str]:
    """Return the sort key of publication: dates that a person vouches for, then others, then none."""
    article: Article = one.article
    return not article.published, not article.published_trusted, article.published, one.id


def _title(told: Sequence[ComparedArticle]) -> str:
    """Return the title of the first article that has one."""
    return next((title for one in told if (title := " ".join(one.article.title.split()))), "")


def _distinctive(words: ProjectWords, texts: Sequence[int], first: str) -> str:
    """Return the words that most of the articles have and few others, names before others, as the first writes them."""
    written: dict[str, str] = {}
    for word in WORD.findall(first):
        if (found := telling_stem(word)) not in written or not word[0].isupper():
            written[found] = word  # a word that is a name has a capital wherever it stands
    spread = Counter(word for place in texts for word in words.articles[place].counts if written.get(word))
    names = [word for word in spread if written[word][0].isupper()] or list(spread)
    best = sorted(names, key=lambda word: (-spread[word] * words.rarity(word), word))[:WORDS]
    return ", ".join(written[word] for word in best)

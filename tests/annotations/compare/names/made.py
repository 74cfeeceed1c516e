"""Articles made of names, for tests of entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.articles import Article
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.names.proposing import propose_entities
from annotations.compare.proposed import ProposedEntity
from annotations.spans import Span

Named = tuple[str, str]  # a wording and its label


def article_of(id_: str, names: Iterable[Named], *, between: str = ". It was about ") -> ComparedArticle:
    """Return an article with the names in a row; the ids of their spans are s0, s1 ..."""
    text, spans = "It was about ", []
    for i, (wording, label) in enumerate(names):
        spans.append(Span(f"s{i}", len(text), len(text) + len(wording), label))
        text += wording + between
    return ComparedArticle(Article(id_, text), tuple(spans))


def marked(id_: str, text: str) -> ComparedArticle:
    """Return an article from a text in which names are marked: "[Ada Lovelace|PERSON] wrote"."""
    plain, spans = "", []
    for i, piece in enumerate(text.split("[")):
        inside, bracket, behind = piece.partition("]")
        if not i or not bracket:
            plain += piece
            continue
        wording, _, label = inside.partition("|")
        spans.append(Span(f"s{len(spans)}", len(plain), len(plain) + len(wording), label))
        plain += wording + behind
    return ComparedArticle(Article(id_, plain), tuple(spans))


def entities_of(articles: Sequence[ComparedArticle], settled: Settled | None = None) -> list[ProposedEntity]:
    return propose_entities(articles, settled or Settled())[0]


def wordings(articles: Sequence[ComparedArticle], settled: Settled | None = None) -> list[set[str]]:
    """Return the entities' wordings, those of one alone left out, in the order of the entities."""
    text = {key: one.wording(span) for one in articles for key, span in one.mentions()}
    sets = [{text[key] for key in entity.mentions} for entity in entities_of(articles, settled)]
    return [one for one in sets if len(one) > 1]


def together(
    articles: Sequence[ComparedArticle], one: str, other: str, settled: Settled | None = None
) -> bool:
    """Return whether two mentions, by key, are of one entity."""
    return any({one, other} <= {*entity.mentions} for entity in entities_of(articles, settled))

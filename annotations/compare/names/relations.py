"""Relations that the names or the text show: a state's people and bodies, a place within another, a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from annotations.compare.items import How
from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.compare.names.bodies import body_name
from annotations.compare.names.built import built_name
from annotations.compare.names.countries import code_of_words
from annotations.compare.names.fold import fold
from annotations.compare.names.joining import Clusters
from annotations.compare.names.kinds import BODY, BUILT, PEOPLE, PLACE, STATE
from annotations.compare.names.nodes import Node, PlacedMention
from annotations.compare.names.same_things import known_places
from annotations.compare.proposed import ProposedRelation
from annotations.suggest.rules.places import STATES
from annotations.text.word_forms import listed

DIRECTIONS = listed(
    "north south east west northern southern eastern western central northeastern northwestern "
    "southeastern southwestern upper lower"
)
CLOSE = 24  # code points between two names of which the text between tells how they go together
IN = re.compile(r"\s?,?\sin\s(?:the\s)?")
COMMA = re.compile(r",\s")
CAPITAL = re.compile(r"(?:['’]s)?\scapital,?\s(?:city,?\s|of\s)?")
CAPITAL_OF = re.compile(r",?\s(?:is\s)?the\scapital\sof\s(?:the\s)?")
BEHIND = re.compile(
    r"[.,;:)\]’”\"]|\s*$|\s+(?:on|in|at|where|when|who|as|has|was|is|were|after|before|for|to|with|by|said|from)\b"
)
LIST = re.compile(r",?\s?(?:and|or)\b")
UNION_NAMES = {"UN": "un", "EU": "eu", "AU": "african union", "NATO": "nato"}
Found = tuple[Node, How, Node, str]


def relations(
    articles: Sequence[ComparedArticle],
    nodes: Sequence[Node],
    clusters: Clusters,
    ids: Mapping[int, str],
    tick: Tick = no_tick,
) -> list[ProposedRelation]:
    """Return the relations between entities, each once, those that would run both ways left out."""
    made: dict[tuple[str, How, str], str] = {}
    for one, how, other, reason in (*_by_names(nodes), *_by_text(articles, nodes)):
        from_, to = ids[clusters.find(one.number)], ids[clusters.find(other.number)]
        if from_ != to:
            made.setdefault((from_, how, to), reason)
    both = {(from_, how, to) for from_, how, to in made if (to, how, from_) in made}
    return [ProposedRelation(*key, made[key]) for key in sorted(made) if key not in both]


def _by_names(nodes: Sequence[Node]) -> Iterator[Found]:
    """Yield a state's people, its bodies and its parts, as their names say, and what is built where by its name."""
    states = {node.words[0]: node for node in reversed(nodes) if node.kind == STATE}
    unions = {" ".join(node.words): node for node in reversed(nodes) if node.kind == BODY and node.words}
    places = {node.words: node for node in reversed(nodes) if node.kind == PLACE and node.article is None}
    for node in nodes:
        if node.kind == PEOPLE and (state := states.get(node.words[0])):
            yield node, "people of", state, f"{node.shown} are the people of {state.shown}"
        elif node.kind == BODY and node.words and (of := body_name(node.words).of):
            if owner := states.get(of) or unions.get(UNION_NAMES.get(of, "")):
                yield node, "body of", owner, f"{node.shown} has {owner.shown} in its name"
        elif node.kind == PLACE and len(node.words) > 1 and node.words[0] in DIRECTIONS:
            whole = places.get(node.words[1:])
            if whole is None and " ".join(node.words) not in known_places():
                whole = _state_named(node.words[1:], states)
            if whole:
                yield node, "within", whole, f"{node.shown} is a part of {whole.shown}"
        elif node.kind == BUILT and node.words and (built := built_name(node.words)).head:
            names = (built.name[:n] for n in range(len(built.name), 0, -1))
            if lies := next((places[name] for name in names if name in places), None):
                yield node, "within", lies, f"{node.shown} has {lies.shown} in its name"


def _state_named(words: tuple[str, ...], states: Mapping[str, Node]) -> Node | None:
    return states.get(code_of_words(" ".join(words)) or "")


def _by_text(articles: Sequence[ComparedArticle], nodes: Sequence[Node]) -> Iterator[Found]:
    """Yield what two names that stand close to each other say: "A in B", "A, B", "B's capital, A"."""
    states = {node.words[0]: node for node in reversed(nodes) if node.kind == STATE}
    placed: list[list[tuple[PlacedMention, Node]]] = [[] for _ in articles]
    for node in nodes:
        if node.words and node.kind in (PLACE, STATE, BUILT, PEOPLE):
            for mention in node.mentions:
                placed[mention.at].append((mention, node))
    for article, row in zip(articles, placed, strict=True):
        row.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[1].number))
        between = [article.text[a.span.end : b.span.start] for (a, _), (b, _) in pairwise(row)]
        for i, ((one, a), (other, b)) in enumerate(pairwise(row)):
            if not 0 < other.span.start - one.span.end <= CLOSE:
                continue
            in_list = any(
                COMMA.fullmatch(beside) for beside in (*between[max(0, i - 1) : i], *between[i + 1 : i + 2])
            )
            ends = not in_list and _ends(article.text, other.span.end)
            if how := _relation(between[i], a, b, ends):
                from_, to = (b, states.get(a.words[0])) if a.kind in (STATE, PEOPLE) else (a, b)
                quote = " ".join(article.text[one.span.start : other.span.end].split())
                if to:
                    yield from_, how, to, f"“{quote}”"


def _relation(between: str, a: Node, b: Node, ends: bool) -> How | None:
    """Return how the first of two names goes together with the second; behind a state, the other way round."""
    if a.kind in (STATE, PEOPLE):
        return "seat of" if b.kind == PLACE and CAPITAL.fullmatch(between) else None
    if a.kind == PLACE and b.kind == STATE and CAPITAL_OF.fullmatch(between):
        return "seat of"
    if b.kind in (PLACE, STATE) and IN.fullmatch(between):
        return "within"
    return "within" if COMMA.fullmatch(between) and ends and _may_hold(b) else None


def _ends(text: str, end: int) -> bool:
    """Return whether a place ends there, and neither a list nor what is the place's goes on."""
    return BEHIND.match(text, end) is not None and LIST.match(text, end) is None


def _may_hold(node: Node) -> bool:
    """Return whether a name behind a comma is a state or province: "Austin, Texas", and no list of towns."""
    return node.kind == STATE or " ".join(node.words) in _provinces()


@cache
def _provinces() -> frozenset[str]:
    return frozenset(fold(name, "GPE") for name in STATES)

"""People who decide across three articles with the verbs of the window, each with spans and facts of their own ids."""

from __future__ import annotations

from annotations.articles import Article
from annotations.compare import group_verbs, verbs
from annotations.compare.across.reviewing import AcrossCase, AcrossReview, review
from annotations.compare.across.voices import Voice
from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison
from annotations.compare.in_force import in_force
from annotations.compare.items import Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import GOLD, PROJECT, AnnotationSet
from annotations.spans import Span

TEXTS = {
    "a": "Houthi men killed five in Lima. Peru spoke 😀.",
    "b": "Huthi men killed six in Lima. Peru, too.",
    "c": "Houthis killed five. Callao wept, Peru spoke.",
}
LABELS = {"Houthi": "ORG", "Huthi": "ORG", "Houthis": "ORG", "Lima": "GPE", "Peru": "GPE", "Callao": "GPE"}
SCHEMA = Schema(
    "Small",
    pipeline="none",
    labels={name: Label(name) for name in ("ORG", "GPE")},
    facts={"CASUALTY": FactType("CASUALTY", roles={"count": RoleType("count", value="number")})},
)
WORDS = [
    f"{id_}:{word}"
    for id_, text in TEXTS.items()
    for word in LABELS
    if f"{word} " in text.replace(",", " ").replace(".", " ")
]


def articles_of(*prefixes: str) -> list[ComparedArticle]:
    """The articles with the spans and facts of those people."""
    return [
        ComparedArticle(
            Article(id_, text, id_),
            tuple(span for prefix in prefixes for span in _spans(prefix, id_, text)),
            tuple(_fact(prefix, id_, text) for prefix in prefixes),
        )
        for id_, text in TEXTS.items()
    ]


def _spans(prefix: str, id_: str, text: str) -> list[Span]:
    words = [word.removeprefix(f"{id_}:") for word in WORDS if word.startswith(f"{id_}:")]
    places = sorted((text.index(word), word) for word in words)
    return [Span(f"{prefix}{at}", at, at + len(word), LABELS[word]) for at, word in places]


def _fact(prefix: str, id_: str, text: str) -> Fact:
    at, count = text.index("killed"), text.index("five" if "five" in text else "six")
    filler = Filler(count, count + (4 if "five" in text else 3))
    return Fact(f"{prefix}f", "CASUALTY", (at, at + 6), (Role("count", (filler,)),))


class Person:
    """An annotator with a project set, who says that mentions are one ("a:Houthi", "b:Huthi") and judges facts."""

    def __init__(self, who: str, *prefixes: str) -> None:
        self.said = AnnotationSet(PROJECT, who)
        self.articles = articles_of(*(prefixes or (who[0],)))

    def stands(self) -> CrossComparison:
        return compare(self.articles, self.said, Proposals(), SCHEMA)

    def voice(self) -> Voice:
        return Voice(self.stands(), in_force(self.said))

    def of(self, word: str) -> ComparedEntity:
        id_, _, text = word.partition(":")
        found = (
            one
            for one in self.stands().entities
            for mention in one.mentions
            if (mention.article, mention.text) == (id_, text)
        )
        return next(found)

    def one(self, *words: str) -> None:
        """Say that the mentions are one entity."""
        entities = list({one.id: one for one in map(self.of, words)}.values())
        merge = len(entities) > 1
        self.said = verbs.merge(self.said, entities) if merge else verbs.confirm(self.said, entities[0])

    def split(self, word: str) -> None:
        entity = self.of(word)
        chosen = [m for m in entity.mentions if f"{m.article}:{m.text}" == word]
        self.said = verbs.split(self.said, entity, chosen)

    def apart(self, one: str, other: str) -> None:
        self.said = verbs.keep_apart(self.said, self.of(one), self.of(other))

    def relate(self, one: str, other: str) -> None:
        self.said = verbs.relate(self.said, self.of(one), "within", self.of(other))

    def describe(self, word: str, **fields: str) -> None:
        self.said = verbs.describe(self.said, self.of(word), **fields)

    def group_of(self, article: str) -> ComparedGroup:
        return next(g for g in self.stands().groups if any(f.article == article for f in g.facts))

    def group(self, *articles: str) -> None:
        """Put the facts of those articles into a new group."""
        now = self.stands()
        keys = [f"{one.id}/{one.facts[0].id}" for one in now.articles if one.id in articles]
        self.said = group_verbs.group_facts(self.said, group_verbs.facts_of(now, keys))

    def judge(self, article: str, verdict: Verdict) -> None:
        group = self.group_of(article)
        self.said = group_verbs.judge(self.said, group, group.verdicts[0], verdict, "so it is")


class Gold(Person):
    """Gold, seen on the spans and facts of both."""

    def __init__(self) -> None:
        super().__init__(GOLD, "a", "b")

    def has(self) -> list[str]:
        """What gold says are one, a line each."""
        ones = self.stands().entities
        said = [sorted({f"{m.article}:{m.text}" for m in one.mentions if m.is_settled}) for one in ones]
        return sorted(" ".join(words) for words in said if words)

    def groups(self) -> list[str]:
        return sorted(" ".join(f.article for f in g.facts if f.is_settled) for g in self.stands().groups)


def reviewed(gold: Person, *people: Person) -> AcrossReview:
    return review([one.voice() for one in people], gold.voice())


def told(case: AcrossCase) -> dict[str, list[str]]:
    """What each side says in a case, a line a part."""

    def words(one: ComparedEntity | ComparedGroup) -> str:
        if isinstance(one, ComparedEntity):
            return " ".join(sorted(f"{m.article}:{m.text}" for m in one.mentions if m.is_settled))
        return " ".join(f.article for f in one.facts if f.is_settled)

    return {who: sorted(map(words, side.parts)) for who, side in case.sides.items()}

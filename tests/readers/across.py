"""Two annotators' work across articles, made by chance: their chains as the command exports them, and our figures."""

from __future__ import annotations

import json
import random
from pathlib import Path

from annotations.agreement.across import across, placed_across
from annotations.agreement.compared import Compared
from annotations.articles import Article
from annotations.compare.in_force import in_force
from annotations.compare.items import CompareItem, FactGroup, Grouped, Member, Story, key_of
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.facts import Fact
from annotations.formats.across.leaving import leaving
from annotations.formats.base import How
from annotations.formats.writing.across import export_across
from annotations.formats.writing.selection import Choice
from annotations.schema.reader import parse, shipped
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span

ARTICLES, SENTENCES, SEED, THINGS = 8, 12, 18, 9
WORDS = ("Peru", "Lima", "naïve", "שלום", "👍🏽", "(3)", "#")
WHO = ("anna", "ben")
NEWS = parse(shipped("news"))
STORY = Story("all", "all of it", tuple(f"a{n}" for n in range(ARTICLES)))


def write_across(folder: Path) -> None:
    """Write the chains of each, with those of one mention and without, and the figures of agreement."""
    chance = random.Random(SEED)
    texts = [_text(chance) for _ in range(ARTICLES)]
    seen = {who: [_seen(f"a{n}", text, who, chance) for n, text in enumerate(texts)] for who in WHO}
    said = {who: AnnotationSet.of(PROJECT, who, [STORY, *_items(seen[who], chance)]) for who in WHO}
    for who in WHO:
        for singletons in (True, False):
            _export(folder / ("with" if singletons else "without") / who, seen[who], said[who], singletons)
    compared = [
        Compared(f"a{n}", text, {who: AnnotationSet(f"a{n}", who) for who in WHO})
        for n, text in enumerate(texts)
    ]
    placed = {who: placed_across(seen[who], in_force(said[who])) for who in WHO}
    (folder / "figures.json").write_text(json.dumps(across(compared, placed, WHO)["pairs"][0]), "utf-8")


def _text(chance: random.Random) -> str:
    return " ".join(
        " ".join(("In", *chance.choices(WORDS, k=chance.randint(3, 8)), "it struck."))
        for _ in range(SENTENCES)
    )


def _seen(id_: str, text: str, who: str, chance: random.Random) -> ComparedArticle:
    """Return the article as the annotator has it: some of its names, and some of its facts."""
    names = [at for word in ("Peru", "Lima", "שלום") for at in _places(text, word)]
    spans = [Span(f"{who}{n}", *at, "GPE") for n, at in enumerate(sorted(names)) if chance.random() < 0.9]
    struck = _places(text, "struck")
    facts = [Fact(f"{who}f{n}", "ATTACK", at) for n, at in enumerate(struck) if chance.random() < 0.9]
    return ComparedArticle(Article(id_, text), tuple(spans), tuple(facts))


def _places(text: str, word: str) -> list[tuple[int, int]]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append((at, at + len(word)))
        at = text.find(word, at + 1)
    return found


def _items(articles: list[ComparedArticle], chance: random.Random) -> list[CompareItem]:
    """Return a person's statements that put each mention into some entity, and each fact into some group."""
    members = [
        Member(key, f"e{chance.randrange(THINGS)}", span.start, span.end, span.label)
        for one in articles
        for key, span in one.mentions()
    ]
    grouped = [
        Grouped(key_of(one.id, fact.id), f"g{chance.randrange(THINGS)}", fact.type, fact.trigger)
        for one in articles
        for fact in one.facts
    ]
    groups = [FactGroup(id_, type="ATTACK") for id_ in sorted({one.group for one in grouped})]
    return [*members, *groups, *grouped]


def _export(out: Path, articles: list[ComparedArticle], said: AnnotationSet, singletons: bool) -> None:
    what = leaving(articles, said, Proposals(), NEWS, spans="confirmed", stories=[(STORY, True)])
    how, choice = How(NEWS, singletons=singletons), Choice(said.annotator, "all", "confirmed")
    made = export_across(what, out.with_suffix(".conll"), format="coref", choice=choice, how=how)
    if not made["proved"]:
        raise ValueError(made["not_carried"])

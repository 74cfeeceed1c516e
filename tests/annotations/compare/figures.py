"""Measures the comparing of articles against the gold: python -m tests.annotations.compare.figures

`gold/` was open to whoever made the rules once they were measured first, `gold_kept/` was never.

On the spans and facts of the gold, and on what the program suggests itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.agreement.clusters import ClusterFigures, b_cubed
from annotations.articles import Article
from annotations.compare.items import Verdict, article_of, key_of
from annotations.compare.material import ComparedArticle, Settled, is_naming
from annotations.compare.names.proposing import propose_entities
from annotations.compare.proposed import Proposals
from annotations.compare.searching import search
from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact, RoleVerdict
from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.spans import Span
from models.project import Project
from models.queries.comparing import gathering
from tests.annotations.compare.gold_stories import (
    GOLD_FOLDER,
    KEPT_FOLDER,
    GoldStory,
    NamePair,
    name_pairs,
    news,
    stories,
)
from tests.making import arrive
from ui.commands.run import run_command


def compared(told: Iterable[GoldStory]) -> list[ComparedArticle]:
    """The articles of the gold with its spans and facts."""
    return [ComparedArticle(one.article, one.spans, one.facts) for story in told for one in story.articles]


def own(told: Sequence[GoldStory]) -> list[ComparedArticle]:
    """The articles of the gold with the spans and facts that the program suggests."""
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder) / "p", news())
        arrive(project, *(Record(one.article) for story in told for one in story.articles))
        project.close()
        run_command(["suggest", str(project.folder), "--what", "all"])
        project = Project(Path(folder) / "p")
        try:
            return list(gathering.every(project, "anna"))
        finally:
            project.close()


def gold_entities(told: Iterable[GoldStory]) -> dict[tuple[str, int, int], str]:
    """The entity of every mention, by its place; of one name in several stories it is one."""
    return {
        (one.article.id, span.start, span.end): one.entity_of[span.id]
        for story in told
        for one in story.articles
        for span in one.spans
        if span.id in one.entity_of
    }


def entity_figures(
    articles: Sequence[ComparedArticle], found: Proposals, gold: Mapping[tuple[str, int, int], str]
) -> tuple[ClusterFigures, list[str]]:
    """B-cubed over the mentions that both have, and the wrong joins: names of different things in one entity."""
    places = {key: (one.id, span.start, span.end) for one in articles for key, span in one.mentions()}
    words = {key: one.wording(span) for one in articles for key, span in one.mentions()}
    ours = {key: entity.id for entity in found.entities for key in entity.mentions if places[key] in gold}
    wrong = []
    for entity in found.entities:
        by: dict[str, set[str]] = {}
        for key in entity.mentions:
            if places[key] in gold:
                by.setdefault(gold[places[key]], set()).add(words[key])
        if len(by) > 1:
            wrong.append(f"{dict(by)} {entity.reasons}")
    return b_cubed({key: gold[places[key]] for key in ours}, ours), wrong


def pairs_of(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    """The pairs of facts of one group that stand in different articles."""
    return {
        (min(pair), max(pair))
        for group in groups
        for pair in combinations(group, 2)
        if article_of(pair[0]) != article_of(pair[1])
    }


def same_fact(article: ComparedArticle, fact: Fact) -> Fact | None:
    """The article's own fact of that type whose trigger touches that of the gold's fact."""
    if not fact.trigger:
        return None
    near = (one for one in article.facts if one.type == fact.type and one.trigger)
    return next(
        (
            one
            for one in near
            if one.trigger and one.trigger[0] < fact.trigger[1] and fact.trigger[0] < one.trigger[1]
        ),
        None,
    )


def group_figures(articles: Sequence[ComparedArticle], found: Proposals, told: Sequence[GoldStory]) -> str:
    """Recall and precision of the pairs of facts that the program has, and the look-alikes joined."""
    by_id = {one.id: one for one in articles}
    of: dict[str, str] = {}
    for story in told:
        for name, facts in story.groups().items():
            for one, fact in facts:
                ours = same_fact(by_id[one.article.id], fact)
                if ours:
                    of[key_of(one.article.id, ours.id)] = f"{story.name}/{name}"
    groups: dict[str, list[str]] = {}
    for key, name in of.items():
        groups.setdefault(name, []).append(key)
    true, said = pairs_of(groups.values()), pairs_of(group.facts for group in found.groups)
    judged = {pair for pair in said if set(pair) <= of.keys()}
    apart = {frozenset((f"{s.name}/{one}", f"{s.name}/{other}")) for s in told for one, other in s.apart}
    wrong = [pair for pair in judged - true if frozenset((of[pair[0]], of[pair[1]])) in apart]
    right = len(judged & true)
    return (
        f"recall {right}/{len(true)} = {100 * right / max(1, len(true)):.0f} %, precision {right}/{len(judged)} = "
        f"{100 * right / max(1, len(judged)):.0f} %, look-alike pairs {len(wrong)} ({len({frozenset((of[a], of[b])) for a, b in wrong})} of groups), "
        f"{len(said) - len(judged)} pairs with a fact that the gold has not"
    )


def known_of(story: GoldStory) -> KnownEntities:
    """The entities of the gold, related as the program proposes it."""
    of = {key_of(one.article.id, id_): name for one in story.articles for id_, name in one.entity_of.items()}
    entities, relations = propose_entities(compared([story]), Settled())
    named = {one.id: of[key] for one in entities for key in one.mentions if key in of}
    ends = ((named.get(one.from_), one.how, named.get(one.to)) for one in relations)
    related = {(one, other): how for one, how, other in ends if one and other and one != other}
    return KnownEntities(of, {name: name for name in story.entities}, related)


def verdict_figures(told: Sequence[GoldStory], wrong: list[str]) -> str:
    """Roles of the gold's groups whose gravest verdict, over pairs in different articles, is the judged one."""
    right, total, silent = 0, 0, 0
    for story in told:
        known = known_of(story)
        for name, facts in story.groups().items():
            placed = [
                PlacedFact(ComparedArticle(one.article, one.spans, one.facts), fact) for one, fact in facts
            ]
            rows = compute_verdicts(placed, news().facts.get(facts[0][1].type), known)
            roles = {row.role: row for row in rows}
            for role, judged in story.verdicts.get(name, {}).items():
                said = _gravest(roles[role], placed) if role in roles else Verdict.SILENT
                silent += said is Verdict.SILENT
                total += said is not Verdict.SILENT
                right += said.value == judged
                if said not in (Verdict.SILENT, judged):
                    wrong.append(
                        f"{story.name} {name} {role}: {judged}, computed {said}: {roles[role].shown}"
                    )
    share = 100 * right / max(1, total)
    return f"{right}/{total} = {share:.0f} % right of those that are not silent ({silent} silent)"


def _gravest(row: RoleVerdict, placed: Sequence[PlacedFact]) -> Verdict:
    """The gravest verdict over facts in different articles; a value that two articles have is the same."""
    found = [pair.verdict for pair in row.pairs if _is_across(row.values, pair, placed)]
    shared = any(len({placed[n].article.id for n in value.facts}) > 1 for value in row.values)
    found += [Verdict.SAME] if shared else []
    return max(found, key=lambda one: one.badness, default=Verdict.SILENT)


def _is_across(values: Sequence[object], pair: object, placed: Sequence[PlacedFact]) -> bool:
    a, b = (values[getattr(pair, side)] for side in ("a", "b"))
    ones, others = ({placed[n].article.id for n in side.facts} for side in (a, b))
    return len(ones | others) > 1


def meets(pair: NamePair) -> bool:
    """Whether the two names come to be one entity, each in an article of its own."""
    articles = []
    for number, (words, label) in enumerate(((pair.one, pair.label), (pair.other, pair.other_label))):
        text = f"On Monday {words} was named."
        spans = (Span(f"s{number}", 10, 10 + len(words), label),)
        articles.append(ComparedArticle(Article(f"a{number}", text, text), spans))
    return len(propose_entities(articles, Settled())[0]) == 1


def name_figures(folder: Path, wrong: list[str]) -> str:
    pairs = name_pairs(folder)
    equal, other = [p for p in pairs if p.same], [p for p in pairs if not p.same]
    met = [p for p in equal if meets(p)]
    bad = [p for p in other if meets(p)]
    wrong += [f"apart: {p.one} | {p.other} ({p.label})" for p in equal if p not in met]
    wrong += [f"MET: {p.one} | {p.other} ({p.label}, {p.other_label})" for p in bad]
    return f"{len(met)}/{len(equal)} = {100 * len(met) / len(equal):.0f} % of the equal meet, {len(bad)} of {len(other)} different do"


def lines(folder: Path) -> Iterator[str]:
    told, wrong = stories(folder), list[str]()
    yield f"names: {name_figures(folder, wrong)}"
    gold = gold_entities(told)
    makers: tuple[tuple[str, Callable[[], list[ComparedArticle]]], ...] = (
        ("gold", lambda: compared(told)),
        ("own", lambda: own(told)),
    )
    for name, make in makers:
        articles = make()
        found = search(articles, news(), Settled())
        figures, joined = entity_figures(articles, found, gold)
        p, r, f = (100 * (x or 0) for x in (figures.precision, figures.recall, figures.f1))
        here = sum(
            (one.id, s.start, s.end) in gold for one in articles for s in one.spans if is_naming(s.label)
        )
        yield f"entities, {name} spans ({here} of {len(gold)}): P {p:.1f} R {r:.1f} F {f:.1f}; {len(joined)} wrongly joined"
        wrong += [f"joined ({name}): {one}" for one in joined]
        yield f"groups, {name} facts: {group_figures(articles, found, told)}"
        yield f"stories, {name}: {len(found.stories)} of {len(told)}"
    yield f"verdicts, gold groups: {verdict_figures(told, wrong)}"
    yield from wrong


if __name__ == "__main__":
    for where in (GOLD_FOLDER, KEPT_FOLDER):
        print(f"--- {where.name}", *lines(where), sep="\n")

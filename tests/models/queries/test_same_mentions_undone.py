"""A thousand random edits, same mentions among them, undone one by one: the project is what it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from annotations import span_verbs
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.decisions import weigh
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.same_mentions import Wording
from annotations.sets import AnnotationSet, Boilerplate
from annotations.spans import Span, derived_id, new_id
from annotations.text.tokens import tokens
from models.project import Project
from models.queries import same_mentions
from tests.making import exported, put_articles, small_project, suggested

EDITS, RESTART = 1_000, 100
WORDS = [
    "Acme",
    "al-Noor",
    "al Noor",
    "Sana'a",
    "Sana’a",
    "ACME",
    "Bob",
    "met",
    "👩\u200d🚀",
    "עזה",
    "in",
    "10km.",
]
LABELS = ["PERSON", "ORG", "GPE"]
Make = Callable[["Work"], Edit]


class Work:
    """An annotator with a random hand."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance, self.folder = random.Random(seed), folder
        self.project = small_project(folder)
        texts = {f"a{n}": " ".join(self.chance.choices(WORDS, k=40)) for n in range(5)}
        put_articles(self.project, **texts)
        self.project.set_pools([(id_, self.pool(id_, text)) for id_, text in texts.items()], by="rules")
        self.texts = texts

    def pool(self, article: str, text: str) -> list[Span | Boilerplate]:
        found = self.chance.sample(tokens(text), 12)
        labels = self.chance.choices(LABELS, k=12)
        spans = [
            suggested(*at, label, derived_id(article, *at)) for at, label in zip(found, labels, strict=True)
        ]
        return [*spans, Boilerplate(*found[0])]

    def restart(self) -> None:
        self.project.close()
        self.project = Project(self.folder)

    def edit(self) -> bool:
        """Whether some random edit was one."""
        try:
            edit = self.chance.choice(MAKERS)(self)
        except UserError:  # it is labelled so already, or white space
            return False
        self.project.apply(edit, by="anna")
        return bool(edit)

    def one(self, change: Callable[[AnnotationSet, Span, str], AnnotationSet]) -> Edit:
        """An edit of one random span that is seen."""
        article = self.chance.choice(list(self.texts))
        sheet = self.project.sheet(article, "anna")
        spans = list(sheet)
        if not spans:
            return Edit("nothing")
        return Edit.between(
            "one", sheet.set, change(sheet.set, self.chance.choice(spans), self.texts[article])
        )

    def label(self) -> Edit:
        article = self.chance.choice(list(self.texts))
        made, text = self.project.annotation_set(article, "anna"), self.texts[article]
        at, name = self.chance.choice(tokens(text)), self.chance.choice(LABELS)
        return Edit.between("label", made, span_verbs.label(made, *at, name, text=text))

    def carry(self) -> Edit:
        """Any wording, decision, options, vetoes and articles."""
        any_case, variants = self.chance.choices([True, False], k=2)
        wording = Wording(self.chance.choice(WORDS), any_case=any_case, variants=variants)
        label, was = self.chance.choice([*LABELS, ""]), self.chance.choice(LABELS)
        decision = CarriedDecision("label" if label else "none", label, was)
        articles = self.chance.choice([None, ["a1"]])
        found = same_mentions.find(self.project, wording, "anna", articles=articles)
        hits = [hit for batch in found for hit in batch if (fate := weigh(hit, decision)) and fate.is_open]
        chosen = [hit for hit in hits if self.chance.random() < 0.8]
        return same_mentions.edit(self.project, "carry", chosen, decision, wording=wording, annotator="anna")


def fact(to: AnnotationSet, span: Span, text: str) -> AnnotationSet:
    filler = Filler(span.start, span.end, span.id)
    return span_verbs.put_fact(
        to, Fact(new_id(), "ATTACK", roles=(Role("actor", (filler,)),), origin="anna"), [span]
    )


MAKERS: list[Make] = [
    Work.carry,
    Work.carry,
    Work.label,
    lambda work: work.one(lambda to, span, _: span_verbs.confirm(to, span)),
    lambda work: work.one(lambda to, span, _: span_verbs.reject(to, span)),
    lambda work: work.one(lambda to, span, _: span_verbs.relabel(to, span, work.chance.choice(LABELS))),
    lambda work: work.one(lambda to, span, text: span_verbs.move(to, span, span.start, len(text), text=text)),
    lambda work: work.one(fact),
    lambda work: work.one(lambda to, span, _: span_verbs.mark_boilerplate(to, span.start, span.end)),
    lambda work: work.one(lambda to, _, __: span_verbs.finish(to)),
    lambda work: work.one(lambda to, _, __: span_verbs.reopen(to)),
]


def test_a_thousand_edits_undone_over_restarts_leave_the_project_as_it_was(tmp_path: Path) -> None:
    work = Work(tmp_path / "p", 7)
    before, done = exported(work.project), 0
    while done < EDITS:
        done += work.edit()
    assert exported(work.project) != before
    for left in range(EDITS, 0, -1):
        if left % RESTART == 0:
            work.restart()
        assert work.project.undo("anna")
    assert work.project.undo("anna") is None
    assert exported(work.project) == before
    work.project.close()


def test_what_was_undone_comes_again_step_by_step(tmp_path: Path) -> None:
    work = Work(tmp_path / "p", 11)
    for _ in range(100):
        work.edit()
    after = exported(work.project)
    while work.project.undo("anna"):
        continue
    work.restart()
    while work.project.redo("anna"):
        continue
    assert exported(work.project) == after
    assert work.project.history.problems() == []
    work.project.close()

"""The words that facts were confirmed on: counted by type, offered where a type's triggers lack them."""

from __future__ import annotations

from dataclasses import replace

from annotations.facts import Fact
from annotations.schema.types import FactType
from annotations.spans import Status
from models.project import Project
from models.queries.wordings import learned_wordings
from models.queries.wordings.trigger_words import OfferedTrigger, TriggerCounts, offered_triggers
from tests.making import SMALL, edit, put_articles

TEXT = (
    "The mission left. Two missions stayed.  A Mission went; the strike ended, strikes went on, struck again."
)
SCHEMA = replace(SMALL, facts={"DEPLOYMENT": FactType("DEPLOYMENT", triggers=("strike", "send"))})


def fact(word: str, n: int = 0, **rest: object) -> Fact:
    at = [start for start in range(len(TEXT)) if TEXT.startswith(word, start)][n]
    return Fact(f"{word}{n}", "DEPLOYMENT", (at, at + len(word)), **rest)  # type: ignore[arg-type]


def put(project: Project, *facts: Fact, by: str = "anna") -> None:
    edit(project, "facts", project.annotation_set("a", by).having(*facts))


def offers(project: Project) -> list[OfferedTrigger]:
    project.learning.learned("anna", whole=True)
    return offered_triggers(project, SCHEMA)


def test_a_word_is_offered_once_it_was_confirmed_twice_in_any_form(project: Project) -> None:
    put_articles(project, a=TEXT)
    put(project, fact("mission"))
    assert offers(project) == []
    put(project, fact("missions"), by="ben")
    assert offers(project) == [OfferedTrigger("DEPLOYMENT", "mission", 2)]
    put(project, fact("Mission"))
    assert offers(project) == [OfferedTrigger("DEPLOYMENT", "mission", 3)]
    project.undo("anna")
    project.undo("ben")
    assert offers(project) == []


def test_forms_of_triggers_and_rejected_facts_are_not_offered(project: Project) -> None:
    put_articles(project, a=TEXT)
    put(project, fact("strike"), fact("strikes"), fact("struck"))
    put(project, fact("mission", status=Status.REJECTED), fact("missions", status=Status.REJECTED))
    assert offers(project) == []


def test_what_became_of_suggestions_is_kept_as_the_log_says(project: Project) -> None:
    put_articles(project, a=TEXT)
    put(project, fact("mission", origin="rule"), fact("strike", status=Status.REJECTED, origin="rule"))
    put(project, fact("missions"))
    while learned_wordings.learn(project.db, 2):
        continue
    kept = TriggerCounts.stored(project.db)
    assert kept.decided == {("anna", "DEPLOYMENT", "mission"): 1, ("anna", "DEPLOYMENT", "strike"): 1} | {
        ("anna", "DEPLOYMENT", "missions"): 0
    }
    assert kept.right["anna", "DEPLOYMENT", "mission"] == 1
    assert kept.right["anna", "DEPLOYMENT", "strike"] == 0

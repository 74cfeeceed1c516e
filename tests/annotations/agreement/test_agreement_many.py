"""Three annotators and more: Light's and Fleiss' kappa against NLTK and a published table, in any order of the names."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

from annotations.agreement.compared import Compared
from annotations.facts import Fact
from tests.annotations.agreement.two_people import (
    LABELS,
    WORDS,
    article,
    by_chance,
    figures,
    made,
    token_labels,
)

WHO = ("anna", "ben", "cy", "dora")
MANY = by_chance(12, WHO)
KAPPAS = ("kappa", "kappa_without_o", "light", "light_without_o", "fleiss", "fleiss_without_o")


def said(articles, *, marked: bool = False) -> list[tuple[str, int, str]]:
    """Who gave which token which label, as NLTK has it; perhaps only of tokens that anybody labelled."""
    each = [list(zip(*token_labels(one).values(), strict=True)) for one in articles]
    units = [unit for units in each for unit in units if not marked or set(unit) != {"O"}]
    return [(who, n, label) for n, unit in enumerate(units) for who, label in zip(WHO, unit, strict=True)]


def test_lights_kappa_is_the_mean_of_cohens_and_that_of_nltk() -> None:
    found = figures(MANY, *WHO)["tokens"]
    labels = {who: [label for one in MANY for label in token_labels(one)[who]] for who in WHO}
    pairs = [cohen_kappa_score(labels[a], labels[b]) for a, b in combinations(WHO, 2)]
    assert found["light"] == pytest.approx(sum(pairs) / len(pairs), abs=1e-6)
    assert found["light"] == pytest.approx(AnnotationTask(said(MANY)).kappa(), abs=1e-6)
    assert (found["kappa"], found["kappa_interval"]) == (found["light"], found["light_interval"])


def test_fleiss_kappa_is_the_multi_pi_of_nltk() -> None:
    found = figures(MANY, *WHO)["tokens"]
    assert found["fleiss"] == pytest.approx(AnnotationTask(said(MANY)).pi(), abs=1e-6)
    marked = AnnotationTask(said(MANY, marked=True)).pi()
    assert found["fleiss_without_o"] == pytest.approx(marked, abs=1e-6)


# Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions; ten subjects, fourteen raters, kappa 0.210.
TABLE = ["0 0 0 0 14", "0 2 6 4 2", "0 0 3 5 6", "0 3 9 2 0", "2 2 8 1 1"]
TABLE += ["7 7 0 0 0", "3 2 6 3 0", "2 5 3 2 2", "6 5 2 1 0", "0 2 2 3 7"]


def test_fleiss_kappa_gives_the_published_figure() -> None:
    raters = [f"r{n:02}" for n in range(14)]
    subjects = []
    for n, row in enumerate(TABLE):
        given = [f"L{label}" for label, count in enumerate(row.split()) for _ in range(int(count))]
        marks = {who: [(0, 4, label)] for who, label in zip(raters, given, strict=True)}
        subjects.append(article("word", f"s{n}", **marks))
    assert figures(subjects, *raters)["tokens"]["fleiss"] == pytest.approx(0.210, abs=0.0005)


def test_fleiss_kappa_takes_only_articles_that_everybody_has() -> None:
    part = article(id_="x", anna=[(0, 6, "ORG")], ben=[(0, 6, "GPE")])
    assert figures([part, *MANY], *WHO)["tokens"]["fleiss"] == figures(MANY, *WHO)["tokens"]["fleiss"]
    found = figures([part], "anna", "ben", "cy")["tokens"]
    assert found["fleiss_why"] == "There is no article that all annotators have worked on."


def bare(found: dict) -> dict:
    """The figures without what is told by the order of the names."""
    return {key: value for key, value in found.items() if key not in ("annotators", "pairs")}


def test_no_figure_depends_on_the_order_of_the_names() -> None:
    facts = {
        who: [Fact(f"{who}{n}", "ATTACK", (7 * n + k, 7 * n + 6)) for n in range(4)]
        for k, who in enumerate(WHO)
    }
    sets = {who: made("f", who, [(0, 6 + 7 * k, LABELS[k % 2])], *facts[who]) for k, who in enumerate(WHO)}
    articles = [Compared("f", WORDS, sets), *MANY]
    found = [figures(articles, *names) for names in permutations(WHO)]
    assert all(bare(one) == bare(found[0]) for one in found)
    pairs = [{frozenset(p["annotators"]): p["tokens"] for p in one["pairs"]} for one in found]
    assert all(one == pairs[0] for one in pairs)
    assert found[0]["facts"]["trigger"]["micro"]["f1"] > 0


def test_overlap_is_the_same_whoever_is_called_what() -> None:
    marks = ([(0, 20, "ORG")], [(0, 6, "ORG"), (7, 13, "ORG"), (14, 20, "ORG")], [(0, 6, "ORG")])
    said = [article(**dict(zip(names, marks, strict=True))) for names in permutations(("a", "b", "c"))]
    values = {figures([one], "a", "b", "c")["spans"]["overlap"]["micro"]["f1"] for one in said}
    assert values == {1.0 - round(2 / 10, 6)}


def test_an_interval_from_fewer_than_ten_articles_is_marked_as_rough() -> None:
    few, enough = figures(MANY[:9], *WHO)["tokens"], figures(MANY[:10], *WHO)["tokens"]
    assert all(few[f"{name}_rough"] for name in KAPPAS)
    assert not any(name.endswith("_rough") for name in enough)
    rare = [article(id_=f"r{n}", anna=[(0, 6, "LAW")], ben=[(0, 6, "LAW")]) for n in range(2)]
    labels = figures([*MANY, *rare])["spans"]["exact"]["labels"]
    assert labels["LAW"]["f1_rough"]
    assert "f1_rough" not in labels["ORG"]

"""Kappa and nominal alpha against scikit-learn, NLTK and published examples."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

from annotations.agreement.material import Material
from annotations.agreement.tokens import TokenLabels
from tests.annotations.agreement.two_people import article, by_chance, figures, token_labels

MANY = by_chance(30)
THREE = by_chance(12, ("anna", "ben", "cy"))


def labels(articles, who: str) -> list[str]:
    return list(chain.from_iterable(token_labels(one)[who] for one in articles))


def test_kappa_over_tokens_is_that_of_scikit_learn() -> None:
    found = figures(MANY)["tokens"]["kappa"]
    assert found == pytest.approx(cohen_kappa_score(labels(MANY, "anna"), labels(MANY, "ben")), abs=1e-6)


def test_kappa_without_o_is_that_of_scikit_learn_over_what_either_has_marked() -> None:
    both = [
        pair for pair in zip(labels(MANY, "anna"), labels(MANY, "ben"), strict=True) if pair != ("O", "O")
    ]
    reference = cohen_kappa_score(*zip(*both, strict=True))
    assert figures(MANY)["tokens"]["kappa_without_o"] == pytest.approx(reference, abs=1e-6)


def of_two(counts: Counter[tuple[str, str]]) -> dict:
    """The figures of two people who gave so many single words such labels."""
    units = [pair for pair, many in counts.items() for _ in range(many)]
    sides = ([(5 * n, 5 * n + 4, side[at]) for n, side in enumerate(units)] for at in (0, 1))
    return figures([article("word " * len(units), **dict(zip(("anna", "ben"), sides, strict=True)))])


def test_kappa_gives_the_figure_of_cohens_own_example() -> None:
    """Cohen (1960), table 1: 200 patients, three diagnoses, observed .44 + .20 + .06, by chance .41: kappa .492."""
    shares = {("p", "p"): 88, ("p", "n"): 14, ("p", "s"): 18, ("n", "p"): 10, ("n", "n"): 40, ("n", "s"): 10}
    counts = Counter({**shares, ("s", "p"): 2, ("s", "n"): 6, ("s", "s"): 12})
    assert of_two(counts)["tokens"]["kappa"] == pytest.approx(0.492, abs=0.0005)


@pytest.mark.parametrize("articles", [MANY, THREE], ids=["two", "three"])
def test_nominal_alpha_is_that_of_nltk(articles) -> None:
    who = list(articles[0].sets)
    rows = [(name, n, label) for name in who for n, label in enumerate(labels(articles, name))]
    assert figures(articles, *who)["alpha"]["nominal"] == pytest.approx(
        AnnotationTask(rows).alpha(), abs=1e-6
    )


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): the examples of sections A and C.
A = ["0 1 0 0 0 0 0 0 0 0", "1 1 1 0 0 1 0 0 1 0"]
C = [
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
]


def of(observers: list[list[str]]) -> float:
    """Each unit is an article of one word, which those who coded it have."""
    units = [
        article("word", f"u{n}", **{f"o{w}": [(0, 4, v)] for w, v in enumerate(unit) if v != "*"})
        for n, unit in enumerate(zip(*observers, strict=True))
    ]
    return float(figures(units, *(f"o{w}" for w in range(len(observers))))["alpha"]["nominal"])


def test_nominal_alpha_gives_the_published_figures() -> None:
    assert of([row.split() for row in A]) == pytest.approx(0.095, abs=0.0005)
    assert of([row.split() for row in C]) == pytest.approx(0.743, abs=0.0005)


def test_an_annotator_without_a_set_is_missing_not_outside() -> None:
    part = [article(id_="x", anna=[(0, 6, "ORG")], ben=[(0, 6, "ORG")]), THREE[0]]
    found = figures(part, "anna", "ben", "cy")["alpha"]["nominal"]
    rows = [
        (who, (one.article, n), label)
        for one in part
        for who in one.sets
        for n, label in enumerate(token_labels(one)[who])
    ]
    assert found == pytest.approx(AnnotationTask(rows).alpha(), abs=1e-6)


def test_a_token_takes_the_outermost_label() -> None:
    one = article(anna=[(0, 20, "ORG"), (0, 6, "GPE"), (24, 25, "PERSON")], ben=[])
    codes = TokenLabels(Material([one], ("anna", "ben"))).codes
    names = ["O", "GPE", "ORG", "PERSON"]
    assert [names[code] for code in codes[0][:5]] == ["ORG", "ORG", "ORG", "PERSON", "O"]
    assert [names[code] for code in codes[0]] == token_labels(one)["anna"]


def test_one_label_everywhere_says_why_there_is_no_kappa() -> None:
    found = figures([article(anna=[], ben=[])])
    assert (found["tokens"]["kappa"], found["alpha"]["nominal"]) == (None, None)
    assert "chance alone" in found["tokens"]["kappa_why"]
    assert found["tokens"]["kappa_without_o_why"] == "There is no token to compare."


def test_an_empty_text_has_no_tokens() -> None:
    assert (
        figures([article("\u2028\n ", anna=[], ben=[])])["tokens"]["kappa_why"]
        == "There is no token to compare."
    )


def test_emoji_combining_marks_and_right_to_left_text_are_tokens_like_others() -> None:
    one = article("👩‍🚀 e\u0301t שלום", anna=[(0, 3, "PERSON")], ben=[(0, 3, "PERSON")])
    assert figures([one])["tokens"]["kappa"] == 1.0

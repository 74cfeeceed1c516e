"""Span F1 against scikit-learn, and by hand where the definition is ours."""

from __future__ import annotations

import pytest
from sklearn.metrics import f1_score

from annotations.agreement.ranges import merged
from tests.annotations.agreement.two_people import LABELS, article, by_chance, figures

MANY = by_chance(30)


def said(articles, who: str) -> set:
    return {(one.article, s.start, s.end, s.label) for one in articles for s in one.spans[who]}


def reference(ours: set, theirs: set) -> float:
    """F1 of scikit-learn, over everything that either has marked."""
    union = sorted(ours | theirs)
    return f1_score([one in ours for one in union], [one in theirs for one in union])


def test_exact_micro_f1_is_that_of_scikit_learn() -> None:
    found = figures(MANY)["spans"]["exact"]["micro"]["f1"]
    assert found == pytest.approx(reference(said(MANY, "anna"), said(MANY, "ben")), abs=1e-6)
    assert 0.2 < found < 0.9


def test_exact_f1_of_each_label_and_their_mean_are_those_of_scikit_learn() -> None:
    exact = figures(MANY)["spans"]["exact"]
    each = [
        reference(*({m for m in said(MANY, who) if m[3] == label} for who in ("anna", "ben")))
        for label in LABELS
    ]
    assert [exact["labels"][label]["f1"] for label in LABELS] == pytest.approx(each, abs=1e-6)
    assert exact["macro"]["f1"] == pytest.approx(sum(each) / len(each), abs=1e-6)


def test_f1_without_labels_is_that_of_scikit_learn() -> None:
    bare = [{mark[:3] for mark in said(MANY, who)} for who in ("anna", "ben")]
    assert figures(MANY)["spans"]["unlabelled"]["micro"]["f1"] == pytest.approx(reference(*bare), abs=1e-6)


def test_overlap_counts_each_span_that_shares_a_character_with_one_of_its_label() -> None:
    one = article(
        anna=[(0, 13, "ORG"), (21, 27, "ORG")], ben=[(0, 6, "ORG"), (7, 13, "ORG"), (27, 30, "ORG")]
    )
    found = figures([one])["spans"]["overlap"]["micro"]["f1"]
    assert found == pytest.approx(2 * (1 / 2) * (2 / 3) / (1 / 2 + 2 / 3), abs=1e-6)


def test_overlap_of_many_is_what_looking_at_every_pair_gives() -> None:
    hits = marked = right = found = 0
    for one in MANY:
        a, b = one.spans["anna"], one.spans["ben"]
        hits += sum(any(s.overlaps(o) and s.label == o.label for o in b) for s in a)
        right += sum(any(s.overlaps(o) and s.label == o.label for o in a) for s in b)
        marked, found = marked + len(a), found + len(b)
    recall, precision = hits / marked, right / found
    value = figures(MANY)["spans"]["overlap"]["micro"]["f1"]
    assert value == pytest.approx(2 * precision * recall / (precision + recall), abs=1e-6)


def test_it_does_not_matter_who_is_named_first() -> None:
    assert figures(MANY, "ben", "anna")["spans"] == figures(MANY)["spans"]


def test_a_span_marked_twice_counts_once_and_rejected_ones_never() -> None:
    one = article(anna=[(0, 6, "ORG"), (0, 6, "ORG")], ben=[(0, 6, "ORG")])
    assert figures([one])["spans"]["exact"]["micro"]["f1"] == 1.0


def test_nothing_marked_says_why_and_one_sided_marks_are_no_agreement() -> None:
    none = figures([article(anna=[], ben=[])])["spans"]["exact"]["micro"]
    assert none == {"f1": None, "f1_interval": None, "f1_why": "Neither annotator has marked a span."}
    assert figures([article(anna=[(0, 6, "ORG")], ben=[])])["spans"]["exact"]["micro"]["f1"] == 0.0


def test_ranges_that_share_a_character_are_one_and_neighbours_stay_two() -> None:
    assert merged([(5, 9), (0, 3), (2, 4), (4, 5)]) == [(0, 4), (4, 5), (5, 9)]


def test_each_article_has_its_own_figures() -> None:
    same, other = (
        article(id_="a", anna=[(0, 6, "ORG")], ben=[(0, 6, "ORG")]),
        article(id_="b", anna=[(0, 6, "ORG")], ben=[(0, 6, "GPE")]),
    )
    found = figures([same, other])["by_article"]
    assert (found["a"]["exact"], found["b"]["exact"], found["b"]["unlabelled"]) == (1.0, 0.0, 1.0)
    assert found["b"]["kappa"] < 1

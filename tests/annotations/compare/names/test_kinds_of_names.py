"""What an article itself says of names, and what a project has beside them: whether two wordings are one thing."""

from __future__ import annotations

from annotations.compare.names.chinese import in_pinyin
from annotations.compare.names.readings import readings
from tests.annotations.compare.names.made import article_of, marked, wordings


def test_a_common_body_in_two_orders_is_one_in_its_article() -> None:
    told = "the [Ministry of Health|ORG] spoke; the [health ministry|ORG] denied, as did the [Ministry of Trade|ORG]"
    assert wordings([marked("a", told)]) == [{"Ministry of Health", "health ministry"}]


def test_a_middle_initial_meets_the_bare_name_where_one_article_has_both() -> None:
    assert wordings([marked("a", "[Robert B. Tanner|PERSON] came. [Robert Tanner|PERSON] left.")])
    assert not wordings(
        [article_of("a", [("Robert B. Tanner", "PERSON")]), article_of("b", [("Robert Tanner", "PERSON")])]
    )


def test_a_name_that_may_be_of_one_with_an_initial_is_nobody_elses() -> None:
    names = ("George Tanner", "George W. Tanner", "George Herbert Walker Tanner")
    assert not wordings([article_of(f"a{i}", [(name, "PERSON")]) for i, name in enumerate(names)])


def test_a_second_family_name_is_missing_only_where_one_name_fits() -> None:
    one, other = ("Rosa Quintero Salas", "PERSON"), ("Rosa Quintero Blanco", "PERSON")
    assert wordings([article_of("a", [one]), article_of("b", [("Rosa Quintero", "PERSON")])])
    both = [article_of("a", [one]), article_of("b", [("Rosa Quintero", "PERSON")]), article_of("c", [other])]
    assert not wordings(both)


def test_a_surname_with_other_letters_takes_the_projects_full_name() -> None:
    full = article_of("a", [("Jens Sørensen", "PERSON")])
    assert wordings([full, article_of("b", [("Soerensen", "PERSON")])])
    assert wordings([full, article_of("b", [("Sorensen", "PERSON")])])
    assert not wordings([full, article_of("b", [("Sarensen", "PERSON")])])


def test_a_storm_or_a_ship_without_its_kind_is_nobody_where_two_fit() -> None:
    ships = [("MV Aurelia", "PRODUCT"), ("USS Aurelia", "PRODUCT")]
    assert not wordings([article_of("a", ships), article_of("b", [("Aurelia", "PRODUCT")])])


def test_readings_are_of_long_plain_words_alone() -> None:
    for word in ("", "chas", "шолохов", "\ud800" * 7, "chalkias🙂", "c" * 500_000):
        assert not readings(word)
    assert readings("chahine") & readings("shahin")
    assert not readings("chandler") & readings("handler")


def test_chinese_names_meet_in_pinyin_and_others_have_none() -> None:
    assert in_pinyin(("zhou", "enlai")) & in_pinyin(("chou", "en", "lai"))
    assert not in_pinyin(("zhu", "enlai")) & in_pinyin(("chou", "en", "lai"))
    assert not in_pinyin(("john", "paul", "jones"))
    assert not in_pinyin(())

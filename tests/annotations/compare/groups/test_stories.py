"""Stories: articles near each other, and how close articles are."""

from __future__ import annotations

from dataclasses import replace

from annotations.articles import Article
from annotations.compare.groups.closeness import near_articles
from annotations.compare.groups.stories import propose_stories
from annotations.compare.material import ComparedArticle

FLOOD = "The river Orla burst its banks at Brenn and the dam at Lesk failed; rescuers searched flooded houses with {}."
MERGER = (
    "Norvik agreed to buy the container line Telmar; the dockers' union feared for jobs in Rotterdam and {}."
)
ENDS = ("dogs and boats", "lamps for hours", "the help of soldiers")


def plain(
    id_: str, text: str, title: str = "", published: str = "", trusted: bool = False
) -> ComparedArticle:
    meta = {"published": published, "published_trusted": trusted}
    return ComparedArticle(Article(id_, text, title, meta))


def two_stories() -> list[ComparedArticle]:
    floods = [
        plain(f"f{n}", FLOOD.format(end), f"Flood {n}", f"2024-01-0{3 - n}") for n, end in enumerate(ENDS)
    ]
    mergers = [plain(f"m{n}", MERGER.format(end)) for n, end in enumerate(ENDS[:2])]
    others = [
        plain(f"o{n}", words)
        for n, words in enumerate(("Pumpkins win prizes at fairs.", "Chess masters met."))
    ]
    return [*mergers, *floods, *others]


def test_articles_near_each_other_are_a_story_the_largest_first() -> None:
    flood, merger = propose_stories(two_stories())
    assert (flood.articles, merger.articles) == (("f2", "f1", "f0"), ("m0", "m1"))
    assert flood.closeness >= 0.5


def test_a_story_is_called_by_its_first_title_else_by_its_words() -> None:
    flood, merger = propose_stories(two_stories())
    assert flood.name == "Flood 2"
    assert merger.name == "Norvik, Rotterdam, Telmar"


def test_a_trusted_date_comes_before_one_that_nobody_vouches_for() -> None:
    articles = two_stories()
    late = articles[2]
    trusted = {**late.article.meta, "published": "2024-06-01", "published_trusted": True}
    articles[2] = replace(late, article=replace(late.article, meta=trusted))
    assert propose_stories(articles)[0].articles == ("f0", "f2", "f1")


def test_mirrors_come_along_and_count_as_one() -> None:
    articles = two_stories()
    mirrors = [plain(f"x{n}", articles[0].text) for n in range(20)]
    flood, merger = propose_stories([*articles, *mirrors])
    assert len(flood.articles) == 3
    assert len(merger.articles) == 22
    assert propose_stories(mirrors) == []


def test_the_nearest_of_a_lonely_article_is_not_near() -> None:
    lonely = plain(
        "z", "The mayor's old dog went for a long walk through the park with ten soldiers and a band."
    )
    known = near_articles([*two_stories(), lonely])
    place = [one.id for one in known.ordered].index("z")
    assert all(known.closeness.of(place, other) < 0.6 for other in range(place))


def test_nothing_makes_no_story() -> None:
    assert propose_stories([]) == []
    assert propose_stories([plain("a", ""), plain("b", "")]) == []
    assert propose_stories([plain("a", "\ud800 🚢"), plain("b", FLOOD)]) == []

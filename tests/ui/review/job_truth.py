"""The articles of a long job of review: what is true of each line, and the errors that are planted in it.

Of every kind of item there is an error of one annotator, of two, or of all three, or one that all missed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from annotations.fact_attributes import stated
from annotations.facts import Fact, Filler, Number, Role
from annotations.review.cases import Item
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span

SCHEMA = """
name: Job
pipeline: none
labels:
  PERSON: {key: "1", hue: 210}
  ORG: {key: "3", hue: 25}
  GPE: {key: o, hue: 145}
  CARDINAL: {key: "0", hue: 190}
topics:
  War: {key: "1"}
  Trade: {key: "2"}
facts:
  ATTACK:
    key: a
    triggers: [strike]
    roles:
      actor: {labels: [ORG]}
      place: {labels: [GPE]}
      count: {labels: [CARDINAL], value: number}
  MEETING: {key: m, triggers: [meet], roles: {actor: {labels: [ORG]}, place: {labels: [GPE]}}}
"""
KEYS = {"PERSON": "1", "ORG": "3", "GPE": "O", "CARDINAL": "0"}
TYPES = {"ATTACK": "A", "MEETING": "M"}
TOPICS = {"War": "Alt+1", "Trade": "Alt+2"}
PEOPLE, REVIEWERS = ("anna", "ben", "cleo"), ("rex", "sue")
Spans = dict[str, str]  # label by words


@dataclass(frozen=True)
class Stated:
    """A fact as its words: trigger, words by role, and the number that the count means."""

    type: str
    at: str
    roles: dict[str, str]
    number: float | None = None
    attributes: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """What somebody says, or what is true, of one article: spans and facts by line, topics, boilerplate."""

    spans: dict[str, Spans] = field(default_factory=dict)
    facts: dict[str, Stated | None] = field(default_factory=dict)
    topics: tuple[str, ...] | None = None  # as those whose errors these are
    boilerplate: tuple[str, ...] | None = None

    def but(self, other: Work) -> Work:
        """This work with what the other says of lines, topics and boilerplate in place of its own."""
        topics = self.topics if other.topics is None else other.topics
        marks = self.boilerplate if other.boilerplate is None else other.boilerplate
        return Work({**self.spans, **other.spans}, {**self.facts, **other.facts}, topics, marks)


def attack(at: str, actor: str, place: str, number: float | None = None, **more: object) -> Stated:
    count = {"count": more.pop("count")} if "count" in more else {}
    return Stated(
        str(more.pop("type", "ATTACK")), at, {"actor": actor, "place": place, **count}, number, more
    )


SUBSCRIBE = "Subscribe now to our letter."
TRUTH = {
    "labels": Work(
        {
            "Maria Ruiz left Oslo.": {"Maria Ruiz": "PERSON", "Oslo": "GPE"},
            "Lima waited.": {"Lima": "GPE"},
            "Bergen slept.": {"Bergen": "GPE"},
            "Turin rose.": {"Turin": "GPE"},
        }
    ),
    "bounds": Work(
        {
            "The Navy sailed.": {"Navy": "ORG"},
            "Tom Berg met envoys.": {"Tom Berg": "PERSON"},
            "Old Guard men ran.": {"Old Guard": "ORG"},
        }
    ),
    "missing": Work(
        {
            "Genoa fell.": {"Genoa": "GPE"},
            "Ana Holt sang.": {"Ana Holt": "PERSON"},
            "Kyiv ate.": {"Kyiv": "GPE"},
        }
    ),
    "extra": Work({"Monday came.": {}, "Spring went.": {}, "Winter stayed.": {}}),
    "facts": Work(
        {
            "The Fleet struck Aden.": {"Fleet": "ORG", "Aden": "GPE"},
            "The Crew hit Basra.": {"Crew": "ORG", "Basra": "GPE"},
            "The Horde seized 60 men near Mocha.": {"Horde": "ORG", "60": "CARDINAL", "Mocha": "GPE"},
            "The Band raided Sanaa.": {"Band": "ORG", "Sanaa": "GPE"},
            "The Guild opened fire in Kemal.": {"Guild": "ORG", "Kemal": "GPE"},
        },
        {
            "The Fleet struck Aden.": attack("struck", "Fleet", "Aden"),
            "The Crew hit Basra.": attack("hit", "Crew", "Basra"),
            "The Horde seized 60 men near Mocha.": attack("seized", "Horde", "Mocha", 60, count="60"),
            "The Band raided Sanaa.": attack("raided", "Band", "Sanaa", modality="claimed"),
            "The Guild opened fire in Kemal.": attack("opened fire", "Guild", "Kemal"),
        },
    ),
    "more facts": Work(
        {
            "The Unit stormed Taiz.": {"Unit": "ORG", "Taiz": "GPE"},
            "The Corps toured Dhamar.": {"Corps": "ORG", "Dhamar": "GPE"},
            "The Host burned Ibb.": {"Host": "ORG", "Ibb": "GPE"},
            "The Troop shelled Zabid.": {"Troop": "ORG", "Zabid": "GPE"},
            "The Wing bombed Marib.": {"Wing": "ORG", "Marib": "GPE"},
        },
        {
            "The Unit stormed Taiz.": attack("stormed", "Unit", "Taiz"),
            "The Host burned Ibb.": attack("burned", "Host", "Ibb"),
            "The Troop shelled Zabid.": attack("shelled", "Troop", "Zabid", modality="claimed"),
            "The Wing bombed Marib.": attack("bombed", "Wing", "Marib"),
        },
    ),
    "whole": Work({"Roma won.": {"Roma": "GPE"}}, {}, ("War",), (SUBSCRIBE,)),
    "missed": Work({"Riga paid.": {"Riga": "GPE"}}, {}, ("Trade",), (SUBSCRIBE,)),
}
WRONG: dict[str, dict[str, Work]] = {
    "anna": {
        "labels": Work(
            {
                "Maria Ruiz left Oslo.": {"Maria Ruiz": "PERSON", "Oslo": "ORG"},
                "Lima waited.": {"Lima": "PERSON"},
                "Bergen slept.": {"Bergen": "ORG"},
                "Turin rose.": {"Turin": "PERSON"},
            }
        ),
        "bounds": Work({"Old Guard men ran.": {"Guard": "ORG"}}),
        "missing": Work({"Ana Holt sang.": {}, "Kyiv ate.": {}}),
        "extra": Work({line: {line.split()[0]: "ORG"} for line in TRUTH["extra"].spans}),
        "facts": Work(
            {},
            {
                "The Fleet struck Aden.": attack("struck", "Fleet", "Aden", type="MEETING"),
                "The Guild opened fire in Kemal.": attack("fire", "Guild", "Kemal"),
            },
        ),
        "more facts": Work(
            {},
            {
                "The Unit stormed Taiz.": None,
                "The Host burned Ibb.": None,
                "The Troop shelled Zabid.": attack("shelled", "Troop", "Zabid"),
                "The Wing bombed Marib.": Stated("MEETING", "bombed", {"actor": "Wing", "place": "Marib"}),
            },
        ),
        "whole": Work({}, {}, ("War", "Trade")),
        "missed": Work({}, {}, (), ()),
    },
    "ben": {
        "labels": Work(
            {
                "Lima waited.": {"Lima": "PERSON"},
                "Bergen slept.": {"Bergen": "ORG"},
                "Turin rose.": {"Turin": "ORG"},
            }
        ),
        "bounds": Work(
            {
                "The Navy sailed.": {"The Navy": "ORG"},
                "Tom Berg met envoys.": {"Tom": "PERSON"},
                "Old Guard men ran.": {"Guard": "ORG"},
            }
        ),
        "missing": Work({"Kyiv ate.": {}}),
        "extra": Work({line: {line.split()[0]: "ORG"} for line in ("Spring went.", "Winter stayed.")}),
        "facts": Work(
            {},
            {
                "The Crew hit Basra.": Stated("ATTACK", "hit", {"actor": "Crew"}),
                "The Band raided Sanaa.": attack("raided", "Band", "Sanaa"),
            },
        ),
        "more facts": Work(
            {},
            {
                "The Corps toured Dhamar.": attack("toured", "Corps", "Dhamar"),
                "The Host burned Ibb.": None,
                "The Troop shelled Zabid.": attack("shelled", "Troop", "Zabid"),
                "The Wing bombed Marib.": Stated("ATTACK", "bombed", {"actor": "Wing"}),
            },
        ),
        "whole": Work({}, {}, (), ("Subscribe now",)),
        "missed": Work({}, {}, (), ()),
    },
    "cleo": {
        "labels": Work({"Bergen slept.": {"Bergen": "ORG"}, "Turin rose.": {"Turin": "ORG"}}),
        "bounds": Work({"Tom Berg met envoys.": {"Tom": "PERSON"}, "Old Guard men ran.": {"Guard": "ORG"}}),
        "missing": Work({"Genoa fell.": {}, "Ana Holt sang.": {}, "Kyiv ate.": {}}),
        "extra": Work({"Winter stayed.": {"Winter": "ORG"}}),
        "facts": Work(
            {},
            {
                "The Horde seized 60 men near Mocha.": attack("seized", "Horde", "Mocha", 20, count="60"),
                "The Crew hit Basra.": Stated("ATTACK", "hit", {"actor": "Crew"}),
            },
        ),
        "more facts": Work(
            {},
            {
                "The Host burned Ibb.": None,
                "The Troop shelled Zabid.": attack("shelled", "Troop", "Zabid"),
                "The Wing bombed Marib.": Stated("ATTACK", "bombed", {"place": "Marib"}),
            },
        ),
        "whole": Work({}, {}, ("War", "Trade"), ()),
        "missed": Work({}, {}, (), ()),
    },
}
SECOND: dict[tuple[str, str], Work] = {  # what is done about a return, by annotator and article
    ("anna", "labels"): Work({"Maria Ruiz left Oslo.": {"Maria Ruiz": "ORG", "Oslo": "GPE"}}),
    ("ben", "missed"): Work({}, {}, ("Trade",), (SUBSCRIBE,)),
    ("cleo", "bounds"): Work({"The Navy sailed.": {"The Navy": "ORG"}, "Tom Berg met envoys.": {}}),
}
BACK = {("rex", "labels"): "anna", ("rex", "missed"): "ben", ("sue", "bounds"): "cleo"}  # who returns what
SLIPS = {("rex", "Lima"): "PERSON", ("sue", "Genoa"): ""}  # what a reviewer takes wrongly at first


def lines(article: str) -> list[str]:
    truth = TRUTH[article]
    return list(dict.fromkeys([*truth.spans, *truth.facts, *(truth.boilerplate or ())]))


def text(article: str) -> str:
    return "\n".join(lines(article))


def work_of(who: str, article: str) -> Work:
    return TRUTH[article].but(WRONG[who].get(article, Work()))


def at(article: str, line: str, quote: str) -> tuple[int, int]:
    start = text(article).index(line) + line.index(quote)
    return start, start + len(quote)


def _fact(article: str, line: str, said: Stated) -> Fact:
    roles = [
        Role(
            name,
            (Filler(*at(article, line, quote), None, Number(said.number or 0) if name == "count" else None),),
        )
        for name, quote in said.roles.items()
    ]
    return Fact("", said.type, at(article, line, said.at), tuple(roles), stated(**said.attributes))


def truth(article: str) -> list[Item]:
    """What gold is to say."""
    return items_of(article, TRUTH[article])


def items_of(article: str, work: Work) -> list[Item]:
    spans = [
        Span("", *at(article, line, quote), label)
        for line, said in work.spans.items()
        for quote, label in said.items()
    ]
    facts = [_fact(article, line, said) for line, said in work.facts.items() if said]
    marks = [Boilerplate(*at(article, words, words)) for words in work.boilerplate or ()]
    return [*spans, *facts, *marks, *map(Topic, work.topics or ())]

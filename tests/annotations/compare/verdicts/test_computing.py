"""Rows of verdicts: which there are, in what order, and what they say."""

from __future__ import annotations

from annotations.articles import Article
from annotations.compare.items import Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.computing import compute_verdicts, worst
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.schema.reader import parse
from tests.annotations.compare.verdicts.marked_facts import news, told, verdicts

FIVE, SIX = "[five:count] [fighters:victim] were [!killed]", "[six:count] [fighters:victim] were [!killed]"
OTHER_SCHEMA = """
name: Angriffe
labels:
  ORG: {}
facts:
  ANGRIFF:
    triggers: [strike]
    roles:
      Täter: {kind: agent}
      Zahl: {value: number}
      Wann: {kind: time, value: date}
      Quelle: {kind: source}
"""


def test_rows_are_in_the_order_of_the_type_then_of_the_facts_then_modality():
    fact = told("CASUALTY", "[a doctor:source] said [five:count] [!died] of [cold:weather]")
    rows = compute_verdicts([fact, fact], news().facts["CASUALTY"], KnownEntities())
    assert [row.role for row in rows] == [
        "victim",
        "count",
        "injury",
        "cause",
        "time",
        "place",
        "weather",
        "modality",
    ]


def test_a_source_is_a_column_and_never_a_row():
    one = told("ATTACK", "[a doctor:source] saw the [!attack]")
    other = told("ATTACK", "[a mayor:source] saw the [!attack]")
    for type_ in (news().facts["ATTACK"], None):
        rows = compute_verdicts([one, other], type_, KnownEntities())
        assert "source" not in [row.role for row in rows]
        assert worst(rows) in (Verdict.SAME, Verdict.SILENT)


def test_copies_of_one_text_are_not_told_as_several_that_say_it():
    fact = told("CASUALTY", FIVE)

    def printed(id_: str, more: str) -> PlacedFact:
        article = Article(id_, fact.article.text + more)
        return PlacedFact(ComparedArticle(article, fact.article.spans, fact.article.facts), fact.fact)

    def reason(*facts: PlacedFact) -> str:
        rows = compute_verdicts(facts, news().facts["CASUALTY"], KnownEntities())
        return next(row.reason for row in rows if row.role == "count")

    copies = [printed("a", ""), printed("b", "\n"), printed("c", "\n ")]
    assert reason(*copies) == "Only one text says it: 5 fighters."
    assert reason(*copies, printed("d", " More.")) == "All articles that say it have 5 fighters."


def test_a_distinct_value_stands_once_with_all_its_facts():
    row = verdicts("CASUALTY", FIVE, SIX, FIVE.replace("five", "5"), "some were [!killed]")["count"]
    assert [(value.shown, value.facts) for value in row.values] == [
        ("5 fighters", (0, 2)),
        ("6 fighters", (1,)),
    ]
    assert row.silent == (3,)
    assert [(pair.a, pair.b, pair.verdict) for pair in row.pairs] == [(0, 1, "contradicts")]


def test_all_pairs_of_values_that_can_be_compared_are_there():
    row = verdicts("ATTACK", "[!hit] [16:count] sites", "[!hit] [20:count] depots", "[!hit] [30:count]")[
        "count"
    ]
    assert [(pair.a, pair.b) for pair in row.pairs] == [(0, 1)]


def test_the_verdict_of_a_role_is_its_worst_pair_and_a_groups_its_worst_role():
    rows = verdicts("CASUALTY", FIVE, SIX, FIVE.replace("five", "at least five"))
    assert rows["count"].computed == Verdict.CONTRADICTS
    assert rows["victim"].computed == Verdict.SAME
    assert worst(rows.values()) == Verdict.CONTRADICTS
    assert worst([]) == Verdict.SILENT


def test_silence_is_no_difference():
    rows = verdicts("CASUALTY", FIVE, "they were [!killed]")
    assert rows["count"].computed == Verdict.SILENT
    assert rows["count"].reason == "Only one article counts 5 fighters."
    assert rows["injury"].reason == "No article says it."


def test_a_reason_names_the_outlets_and_what_each_counts():
    one = told("ATTACK", "jets [!hit] [3:count] [depots:target]", id_="a", meta={"source": "Harbor Wire"})
    other = told("ATTACK", "jets [!hit] [2:count] [sites:target]", id_="b", meta={"source": "Tyne Courier"})
    row = compute_verdicts([one, other], news().facts["ATTACK"], KnownEntities())[2]
    assert row.reason == "Harbor Wire counts 3 depots, Tyne Courier 2 sites: other things are counted."


def test_a_value_is_told_by_the_outlet_that_says_most_of_it():
    texts = {"A": "[five:count] [!killed]", "B": "[five:count] [people:victim] [!killed]", "C": SIX}
    facts = [told("CASUALTY", text, id_=name, meta={"source": name}) for name, text in texts.items()]
    row = compute_verdicts(facts, news().facts["CASUALTY"], KnownEntities())[1]
    assert row.reason == "B counts 5 people, C 6 fighters: other things are counted."


def test_a_reason_of_one_outlet_says_elsewhere():
    facts = [told("CASUALTY", text, id_=text, meta={"source": "A"}) for text in (FIVE, SIX)]
    row = compute_verdicts(facts, news().facts["CASUALTY"], KnownEntities())[1]
    assert row.reason == "A counts 5 fighters, elsewhere 6 fighters: the numbers are not the same."


def test_roles_of_another_schema_are_understood_by_their_kinds():
    type_ = parse(OTHER_SCHEMA).facts["ANGRIFF"]
    text = "vier Mal am 3. und sechs Mal am 9."
    facts = [
        made(text, Role("Zahl", (Filler(0, 4, value=Number(4.0, "=", "raids")),)), Role("Wann", (may(3),))),
        made(text, Role("Zahl", (Filler(0, 4, value=Number(6.0, "=", "raids")),)), Role("Wann", (may(9),))),
    ]
    rows = {row.role: row.computed for row in compute_verdicts(facts, type_, KnownEntities())}
    assert rows["Zahl"] == rows["Wann"] == Verdict.CONTRADICTS
    assert "Quelle" not in rows


def test_a_type_without_a_row_in_the_schema_goes_by_its_values():
    facts = [
        made("four raids", Role("how_many", (Filler(0, 4, value=Number(number, "=", "raids")),)))
        for number in (4.0, 6.0)
    ]
    rows = {row.role: row for row in compute_verdicts(facts, None, KnownEntities())}
    assert rows["how_many"].computed == Verdict.CONTRADICTS
    assert list(rows) == ["how_many", "modality"]


def test_only_one_person_can_get_a_post_and_many_may_attack():
    schema = parse(OTHER_SCHEMA.replace("kind: agent", "kind: agent, most: 1"))
    facts = [made(f"{who} came", Role("Täter", (Filler(0, len(who)),))) for who in ("Ann Lee", "Bo Karl")]
    for known, expected in ((parse(OTHER_SCHEMA), Verdict.DIFFERS), (schema, Verdict.CONTRADICTS)):
        assert compute_verdicts(facts, known.facts["ANGRIFF"], KnownEntities())[0].computed == expected


def test_facts_without_trigger_and_fillers_say_nothing():
    rows = compute_verdicts([made("", *()), made("", *())], None, KnownEntities())
    assert [(row.role, row.computed) for row in rows] == [("modality", Verdict.SILENT)]
    assert compute_verdicts([], news().facts["ATTACK"], KnownEntities())[0].computed == Verdict.SILENT


def test_two_mentions_of_one_person_are_one_value_shown_in_full():
    row = verdicts("STATEMENT", "[Ruiz=ruiz:speaker] [!said] so", "[Ana Ruiz=ruiz:speaker] [!said] so")[
        "speaker"
    ]
    assert row.shown == ("Ana Ruiz",)


def made(text: str, *roles: Role) -> PlacedFact:
    fact = Fact(f"{len(text)}", "ANGRIFF", None, roles)
    return PlacedFact(ComparedArticle(Article(text, text), (), (fact,)), fact)


def may(day: int) -> Filler:
    return Filler(0, 4, value=Date(f"2024-05-{day:02}", f"2024-05-{day:02}", "day", None, "anna"))

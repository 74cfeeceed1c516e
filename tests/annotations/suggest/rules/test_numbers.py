"""Numbers, money, dates and times that the rules find, with what bounds them and nothing more."""

from __future__ import annotations

import pytest
import spacy

from annotations.suggest.rules.find import find

NLP = spacy.blank("en")
NUMERIC = {"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME"}


def found(sentence: str) -> list[str]:
    """Each find as "text|LABEL", numeric labels only."""
    return [f"{sentence[f.start : f.end]}|{f.label}" for f in find(NLP(sentence)) if f.label in NUMERIC]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They found two boats.", ["two|CARDINAL"]),
        ("It rang 151 times.", ["151|CARDINAL"]),
        ("More than 60 shops shut.", ["More than 60|CARDINAL"]),
        ("At least two were hurt.", ["At least two|CARDINAL"]),
        ("Between 10 and 15 people came.", ["Between 10 and 15|CARDINAL"]),
        ("As many as 300 homes burned.", ["As many as 300|CARDINAL"]),
        ("Tens of thousands of people left.", ["Tens of thousands|CARDINAL"]),
        ("Dozens were hurt.", ["Dozens|CARDINAL"]),
        ("He saw 12 French ships.", ["12|CARDINAL"]),
        ("It killed one person.", ["one|CARDINAL"]),
        ("The 2000 people left.", ["2000|CARDINAL"]),
        ("It killed 3 to 5 sheep.", ["3 to 5|CARDINAL"]),
        ("Some 3’000 people of 12\u202f500 came.", ["Some 3’000|CARDINAL"]),
        ("Between 10 000 and 12 000 homes burned.", ["Between 10 000 and 12 000|CARDINAL"]),
        ("In 2024 300 people left.", ["2024|DATE", "300|CARDINAL"]),
        ("In May 2 000 people left.", ["May|DATE", "2 000|CARDINAL"]),
        ("On Flight 370 239 people died.", ["239|CARDINAL"]),
        ("They counted 12,34,567 votes.", ["12,34,567|CARDINAL"]),
    ],
)
def test_a_number_that_counts_is_a_cardinal_with_its_bound(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "One of the men left.",
        "One should never ask.",
        "Call 555-123-4567 or see page 12.",
        "Two-thirds of it is gone.",
        "It has several recent and many former owners now.",
        "At first they said no, and first of all they may march.",
        "1. Open the box",
        "They march on, and so it may be.",
    ],
)
def test_numbers_and_words_that_count_nothing_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It cost $1bn.", ["$1bn|MONEY"]),
        ("It cost $490 000.", ["$490 000|MONEY"]),
        ("It cost €1'234.50 then.", ["€1'234.50|MONEY"]),
        ("It cost 2\u00a0000 euros.", ["2\u00a0000 euros|MONEY"]),
        ("It cost $100B.", ["$100B|MONEY"]),
        ("It cost £25m.", ["£25m|MONEY"]),
        ("It cost US$ 3 million.", ["US$ 3 million|MONEY"]),
        ("It cost 2.1 billion euros.", ["2.1 billion euros|MONEY"]),
        ("It cost up to $40.", ["up to $40|MONEY"]),
        ("It cost 500 Swedish kronor.", ["500 Swedish kronor|MONEY"]),
        ("About 40% of it.", ["About 40%|PERCENT"]),
        ("It is 40 percent or 12.5 per cent.", ["40 percent|PERCENT", "12.5 per cent|PERCENT"]),
        ("It ran 5 km.", ["5 km|QUANTITY"]),
        ("It ran 300 nautical miles.", ["300 nautical miles|QUANTITY"]),
        ("A 1,000-pound stone fell.", ["1,000-pound|QUANTITY"]),
        ("It held 3.5 million barrels.", ["3.5 million barrels|QUANTITY"]),
        ("At 20 degrees Celsius it melts.", ["20 degrees Celsius|QUANTITY"]),
    ],
)
def test_a_number_with_a_unit_takes_the_unit(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Since mid-October it rains.", ["mid-October|DATE"]),
        ("It opened on Jan. 24, 2024.", ["Jan. 24, 2024|DATE"]),
        ("It opened on Tuesday, January 23, 2024.", ["Tuesday, January 23, 2024|DATE"]),
        ("It opened on 12 January 2024.", ["12 January 2024|DATE"]),
        ("It opened 2024-01-23.", ["2024-01-23|DATE"]),
        ("It ran June 15 to June 18.", ["June 15 to June 18|DATE"]),
        ("In 1989, 1990 and 1991 it rained.", ["1989|DATE", "1990|DATE", "1991|DATE"]),
        ("In the 1990s it rained.", ["1990s|DATE"]),
        ("It opened a year ago, last Tuesday.", ["a year ago|DATE", "last Tuesday|DATE"]),
        ("They march in March and may go in May.", ["March|DATE", "May|DATE"]),
        ("The last two weeks were dry.", ["last two weeks|DATE"]),
        ("An 18-year-old swam.", ["18-year-old|DATE"]),
        ("It is a tale of the 21st century.", ["21st century|DATE"]),
        ("It reigned (1945-2003).", ["1945-2003|DATE"]),
    ],
)
def test_dates_are_found_without_determiner_or_preposition(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It rang at 12:15 a.m. on a roof.", ["12:15 a.m.|TIME"]),
        ("At approximately 6:30 p.m. (Oslo time) it rang.", ["approximately 6:30 p.m.|TIME"]),
        ("It rang at 7pm and 6.30pm.", ["7pm|TIME", "6.30pm|TIME"]),
        ("It rang on Tuesday evening.", ["Tuesday evening|TIME"]),
        ("Open 9 a.m. to 5 p.m. EST.", ["9 a.m. to 5 p.m. EST|TIME"]),
        ("It took 24 hours.", ["24 hours|TIME"]),
        ("Overnight it rang.", []),
        ("The first time, the 4th try.", ["first|ORDINAL", "4th|ORDINAL"]),
        ("It was the fourth-highest tower.", ["fourth|ORDINAL"]),
        ("They sent a second boat.", ["second|ORDINAL"]),
    ],
)
def test_times_and_ordinals_are_found(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected

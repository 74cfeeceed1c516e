"""Values in other languages than English: what figures and months' names say, and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Number
from annotations.schema.languages import LANGUAGES
from annotations.values.kinds import VALUE_KINDS, Reference
from annotations.values.other_languages import date_elsewhere, number_elsewhere
from tests.strategies import texts

NUMBERS = [
    ("de", "1.234,5 Tonnen", Number(1234.5, "=", "Tonnen")),
    ("de", "12.000 Soldaten", Number(12000, "=", "Soldaten")),
    ("de", "3,5 Millionen Euro", Number(3.5, "=", "Millionen Euro")),
    ("de", "30-40 Männer", Number(30, ">=", "Männer")),
    ("es", "1.234 muertos", Number(1234, "=", "muertos")),
    ("fr", "12\u202f000 €", Number(12000, "=", "€")),
    ("ar", "٣٬٥٠٠ شخص", Number(3500, "=", "شخص")),
    ("hi", "१२ लोग", Number(12, "=", "लोग")),
    ("ja", "3万", Number(3, "=", "万")),
    ("tr", "%15", Number(15, "=", "%")),
]
DAYS = [
    ("de", "am 3. Oktober 2024", "2024-10-03"),
    ("de", "3.10.2024", "2024-10-03"),
    ("de", "3. Okt.", "XXXX-10-03"),
    ("es", "3 de octubre de 2024", "2024-10-03"),
    ("fr", "1er octobre 2024", "2024-10-01"),
    ("ar", "3 أكتوبر 2024", "2024-10-03"),
    ("ru", "3 октября 2024", "2024-10-03"),
    ("zh", "2024年10月3日", "2024-10-03"),
    ("it", "marzo", "XXXX-03"),
    ("xx", "2024", "2024-01-01"),
]


@pytest.mark.parametrize(("language", "wording", "value"), NUMBERS)
def test_figures_are_read_as_the_language_writes_them(language: str, wording: str, value: Number) -> None:
    assert VALUE_KINDS["number"].found(wording, Reference(language=language)) == value


@pytest.mark.parametrize(
    "wording", ["zwei", "no hay muertos", "3.000 bis 4.000", "3. Oktober", "2.3", "", "€"]
)
def test_words_and_what_is_not_understood_have_no_number(wording: str) -> None:
    assert number_elsewhere(wording, "de") is None


@pytest.mark.parametrize(("language", "wording", "first"), DAYS)
def test_a_day_with_a_months_name_is_read(language: str, wording: str, first: str) -> None:
    found = VALUE_KINDS["date"].found(wording, Reference(language=language))
    assert found is not None
    assert found.earliest == first


def test_a_day_without_a_year_is_the_one_nearest_to_publication() -> None:
    found = date_elsewhere("3. Oktober", "de", date(2024, 11, 2), "rule")
    assert found is not None
    assert (found.earliest, found.resolved_against) == ("2024-10-03", "2024-11-02")


@pytest.mark.parametrize(
    "wording", ["Dienstag", "Ende Mai 2024", "seit 2024", "31.2.2024", "mar", "Tuesday", "May 3"]
)
def test_a_date_that_is_not_understood_whole_has_no_value(wording: str) -> None:
    assert date_elsewhere(wording, "de", date(2024, 11, 2), "rule") is None


@given(texts, st.sampled_from(sorted(LANGUAGES)))
def test_no_text_in_any_language_is_too_odd(text: str, language: str) -> None:
    number, day = number_elsewhere(text, language), date_elsewhere(text, language, None, "rule")
    assert number is None or any(map(str.isnumeric, text))
    assert day is None or (day.by == "rule" and day.earliest <= day.latest)

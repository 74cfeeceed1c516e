"""Tokens: spaCy's bounds where an annotator can live with them, never inside a character."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.graphemes import inside_grapheme
from annotations.text.tokens import token_at, tokens

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
LONGEST_SAMPLE = 600_000  # code points of one corpus file
ENGLISH = spacy.blank("en")
FAMILY = "👨\u200d👩\u200d👧"
SOME = list("aAzÉß1230 .,:;!?'’“”()-–—/&$€%@_…\n\u00a0\u2028東カ\u3099한e\u0301ـع🇮🇶👍🏽\u200d👩❤\ufe0f\uff9e")
news_like = st.text(st.sampled_from(SOME), max_size=40)


def spacy_tokens(text: str) -> set[tuple[int, int]]:
    return {(token.idx, token.idx + len(token)) for token in ENGLISH.tokenizer(text) if not token.is_space}


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Votel's troops don't leave the U.S.-led force, he said at 5:30 p.m. on Jan. 7.",
        "“We’ve paid US$3.5m, i.e. 40% of €9,000 (about £7k)”, Yahoo! Inc. said...",
        "Sunni-Shi'ite talks in 2003-04; see https://example.org/a_(b)?c=d, or mail a.b@example.com.",
        "They can't, won’t and cannot; I'd've gone at 10pm, o'clock and/or later, 'cause it's 20km.",
        "A no-break\u00a0space, a line\u2028separator, an ideographic\u3000one, two  blanks and a\ttab.",
        "Прем'єр-міністр сказав: «Ні». Ο πρωθυπουργός. قال الرئيس، اليوم. 한국 정부는",
        "the end.The start,word word--word 25°C. (U.N.) N.Y. 3+4 e.g. *bold* #1 $5 +5 5+",
    ],
)
def test_the_bounds_are_those_of_spacy(text: str) -> None:
    assert set(tokens(text)) == spacy_tokens(text)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="skipped: ../shared is not there")
@pytest.mark.parametrize("file", sorted(CORPORA.glob("*.jsonl")), ids=lambda file: file.stem)
def test_over_a_corpus_both_agree_on_99_5_percent_of_the_tokens(file: Path) -> None:
    ours = theirs = common = size = 0
    for line in file.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        expected, found = spacy_tokens(text), set(tokens(text))
        ours, theirs, common = ours + len(found), theirs + len(expected), common + len(expected & found)
        size += len(text)
        if size > LONGEST_SAMPLE:
            break
    assert common >= 0.995 * theirs
    assert common >= 0.995 * ours


@given(news_like | st.text(max_size=60))
def test_tokens_are_ordered_disjoint_and_cover_all_but_white_space(text: str) -> None:
    found = tokens(text)
    assert all(start < end for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    covered = "".join(words(text))
    assert covered == "".join(char for char in text if not char.isspace())


@given(news_like | st.text(max_size=60))
def test_no_bound_falls_inside_a_character_unless_it_stands_on_white_space(text: str) -> None:
    bounds = {bound for token in tokens(text) for bound in token}
    for bound in bounds:
        assert not inside_grapheme(text, bound) or text[bound - 1].isspace()


@given(news_like)
def test_the_token_at_an_offset_is_the_one_in_the_list(text: str) -> None:
    found = tokens(text)
    for i in range(len(text) + 1):
        holding = [token for token in found if token[0] <= i < token[1]]
        assert token_at(text, i) == (holding[0] if holding else None)


@given(news_like)
def test_a_part_of_the_text_gives_absolute_offsets(text: str) -> None:
    shifted = [(start + 3, end + 3) for start, end in tokens(text)]
    assert tokens(f"ab {text} cd", 3, 3 + len(text)) == shifted


CHARACTERS = [FAMILY, "👍🏽", "❤\ufe0f", "🇮🇶", "1\ufe0f\u20e3", "e\u0301", ",\u0301", "각\u11a8", "か\u3099"]


@pytest.mark.parametrize("whole", CHARACTERS)
def test_what_a_reader_takes_for_one_character_is_never_cut(whole: str) -> None:
    assert words(f"{whole} {whole}") == [whole, whole]


def test_flags_and_emoji_that_touch_a_word_are_tokens_of_their_own() -> None:
    assert words(f"Iraq🇮🇶🇺🇸 wins👍🏽{FAMILY}!") == ["Iraq", "🇮🇶", "🇺🇸", "wins", "👍🏽", FAMILY, "!"]


def test_ideographs_and_kana_are_a_token_each_and_hangul_goes_by_space() -> None:
    assert words("東京タワー、韓国。") == ["東", "京", "タ", "ワ", "ー", "、", "韓", "国", "。"]
    assert words("한국 정부는 NHK東京") == ["한국", "정부는", "NHK", "東", "京"]


def test_a_mark_after_an_ideograph_belongs_to_its_token() -> None:
    assert words("漢\U000e0100字 か\u3099\u064b木") == ["漢\U000e0100", "字", "か\u3099\u064b", "木"]


def test_a_weekday_is_not_read_as_a_contraction() -> None:
    assert words("Wed at its id") == ["Wed", "at", "its", "id"]

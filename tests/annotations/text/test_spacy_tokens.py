"""spaCy's tokens of every language: which need a package, and texts of any length and script."""

from __future__ import annotations

import time
from importlib.util import find_spec

import pytest

from annotations.errors import UserError
from annotations.schema.languages import LANGUAGES, NEEDED
from annotations.text.spacy_tokens import blank, doc_of, tokenizer

spacy = pytest.importorskip("spacy")
MODULES = {"ja": "sudachipy", "ko": "natto", "th": "pythainlp", "vi": "pyvi"}
TEXT = "Am 3. Okt.\n¿Qué pasó? وصل الوفد؟ 他昨天到达北京。 東京に着いた。 हाँ। 🙂‍👩  \u00a0x\u200c\u0301\r\n"


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_has_tokens_or_a_sentence_names_the_package(code: str) -> None:
    if code in NEEDED and not find_spec(MODULES[code]):
        with pytest.raises(UserError, match=f"For {LANGUAGES[code]}, spaCy needs {MODULES[code][:5]}"):
            blank(code)
        assert tokenizer(code).lang == "xx"
    else:
        assert doc_of(blank(code), TEXT).text == TEXT


def test_all_of_spacys_languages_are_in_the_table() -> None:
    from pkgutil import iter_modules

    import spacy.lang

    assert {found.name for found in iter_modules(spacy.lang.__path__) if found.ispkg} == set(LANGUAGES)


def test_a_language_that_spacy_does_not_know_is_refused() -> None:
    with pytest.raises(UserError, match="no tokens for the language tlh"):
        blank("tlh")
    with pytest.raises(UserError):
        blank("../en")


def test_a_long_run_is_cut_behind_a_full_stop() -> None:
    sentence = "他昨天到达北京并会见了代表团。"
    starts = {token.idx for token in doc_of(blank("xx"), sentence * 100)}
    assert starts <= set(range(0, 1500, len(sentence))) | set(range(len(sentence) - 1, 1500, len(sentence)))


@pytest.mark.skipif(not find_spec("sudachipy"), reason="skipped: factmark[ja] is not installed")
def test_a_japanese_text_of_any_length_has_tokens() -> None:
    nlp, line = blank("ja"), "外相は3日、東京に着いた。"
    assert [token.text for token in doc_of(nlp, "東京に着いた。")] == ["東京", "に", "着い", "た", "。"]
    begun = time.perf_counter()
    text = line * 4_000
    assert doc_of(nlp, text).text == text
    assert time.perf_counter() - begun < 20

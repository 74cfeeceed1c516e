"""The languages that spaCy has a tokenizer for, by the code that `project.yaml` and pipelines call them."""

from __future__ import annotations

from annotations.processes.door import is_frozen

DEFAULT = "en"
LANGUAGES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bo": "Tibetan",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "dsb": "Lower Sorbian",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fo": "Faroese",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "grc": "Ancient Greek",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hsb": "Upper Sorbian",
    "ht": "Haitian Creole",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "kmr": "Kurmanji Kurdish",
    "kn": "Kannada",
    "ko": "Korean",
    "ky": "Kyrgyz",
    "la": "Latin",
    "lb": "Luxembourgish",
    "lg": "Luganda",
    "lij": "Ligurian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mr": "Marathi",
    "ms": "Malay",
    "nb": "Norwegian Bokmål",
    "ne": "Nepali",
    "nl": "Dutch",
    "nn": "Norwegian Nynorsk",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sa": "Sanskrit",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "ti": "Tigrinya",
    "tl": "Tagalog",
    "tn": "Setswana",
    "tr": "Turkish",
    "tt": "Tatar",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "xx": "Several languages",
    "yo": "Yoruba",
    "zh": "Chinese",
}

EXTRA = {"ja": "factmark[ja]"}  # which brings what is needed
#: What must be installed besides for spaCy to have tokens of these; all others need nothing.
NEEDED = {
    "ja": "sudachipy and sudachidict-core",
    "ko": "natto-py with mecab-ko and mecab-ko-dic",
    "th": "pythainlp",
    "vi": "pyvi",
}


def needed(code: str) -> str:
    """Return a sentence on what is lacking where spaCy has no tokens of the language.

    >>> needed("th")
    'For Thai, spaCy needs pythainlp, which is not installed.'
    """
    if code in NEEDED:
        lacks = "this build of Factmark comes without" if is_frozen() else "is not installed"
        advice = f": install {EXTRA[code]}" if code in EXTRA and not is_frozen() else ""
        return f"For {language_name(code)}, spaCy needs {NEEDED[code]}, which {lacks}{advice}."
    return f"spaCy has no tokens for the language {language_name(code)}."


def language_name(code: str) -> str:
    """Return the language's English name; the code where we know none.

    >>> language_name("de"), language_name("tlh")
    ('German', 'tlh')
    """
    return LANGUAGES.get(code, code)

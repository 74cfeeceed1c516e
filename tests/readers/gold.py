"""The gold that is exported for the readers: a few nasty articles, and many plain ones to train on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

LABELS = ("PERSON", "ORG", "GPE", "PRODUCT")
PLAIN = 160  # spaCy calls fewer than a hundred articles of training an error
NASTY = (
    (
        "emoji & crlf",
        (
            "👍🏽 Zoë Lindqvist ran.\r\n\r\n"
            "The Bank of Oslo hired Zoe\u0301 Lindqvist 👩‍👩‍👧 and 𝔘lla.\r\nShe left Oslo\u00a0Harbour."
        ),
        (
            ("Zoë Lindqvist", "PERSON"),
            ("Bank of Oslo", "ORG"),
            ("Oslo", "GPE"),
            ("Zoe\u0301 Lindqvist", "PERSON"),
            ("𝔘lla", "PERSON"),
            ("Oslo\u00a0Harbour", "GPE"),
        ),
        (
            (
                "HIRING",
                "hired",
                (("employer", "Bank of Oslo"), ("hired", "Zoe\u0301 Lindqvist"), ("hired", "𝔘lla")),
            ),
        ),
    ),
    (
        "crossing/nested",
        (
            "-DOCSTART- is no place.\n-DOCSTART- again\u2028"
            "Port of Tarn Ferry Company docked; שׂרה כהן (🛳️ Nordlys) waved.\n\n# a = b\nO B-PERSON\n"
        ),
        (
            ("Port of Tarn", "GPE"),
            ("Tarn Ferry Company", "ORG"),
            ("Port of Tarn Ferry Company", "ORG"),
            ("Tarn", "GPE"),
            ("שׂרה כהן", "PERSON"),
            ("Nordlys", "PRODUCT"),
            ("# a = b", "PRODUCT"),
        ),
        (("DOCKING", "docked", (("ship", "Nordlys"), ("place", "Port of Tarn"), ("time", "again"))),),
    ),
    (
        "über two lines",
        (
            'Maria\r\nRuiz, "Navy|ORG" <b>&amp;</b>\t'
            'of\u200bTarn\\n said: [ARRIVAL] 1,5;2 = "x".\n\n\n\u3000日本銀行は動いた。'
        ),
        (
            ("Maria\r\nRuiz", "PERSON"),
            ("Navy|ORG", "ORG"),
            ("Navy", "ORG"),
            ("日本銀行", "ORG"),
            ("1,5;2", "PRODUCT"),
        ),
        (("ARRIVAL", "ARRIVAL", (("who", "Maria\r\nRuiz"), ("count", "1,5;2"))),),
    ),
)
FIRST = ("Ada", "Bo", "Carla", "Dmitri", "Esi", "Femi", "Gül", "Håkan", "Ines", "Jörg", "Kaya", "Lior")
LAST = ("Amsel", "Brandt", "Castro", "Dahl", "Eze", "Farouk", "Grieg", "Hosono", "Ivanov", "Jansen", "Kato")
TOWNS = ("Arhus", "Brest", "Cádiz", "Dover", "Esbjerg", "Faro", "Gdynia", "Haifa", "Izmir", "Jaffa", "Kiel")
FIRMS = ("Amber Lines", "Blue Anchor", "Coral Freight", "Delta Tugs", "East Quay", "Fjord Bank", "Gull Air")
SHIPS = ("Aurora", "Bessemer", "Calypso", "Dorothea", "Evening Star", "Falcon", "Grey Goose", "Halcyon")
DID = ("praised", "warned", "met", "sued", "visited", "trusted", "followed", "thanked", "doubted", "hired")
WORDS = ("rain", "cargo", "crane", "coffee", "strike", "harvest", "signal", "bridge", "ticket", "orchard")
FORMS = (
    ("{PERSON} of ", "{ORG} ", "{did} ", "{PERSON} in ", "{GPE} ", "about the {word} and the {word}. "),
    ("The ", "{PRODUCT} left ", "{GPE} with {word}, {word} and ", "{PERSON}. "),
    ("In ", "{GPE}, ", "{ORG} ", "{did} ", "{ORG} over {word}. "),
    ("No {word} came, and no {word} either. ",),
)
CHOICES = {"GPE": TOWNS, "ORG": FIRMS, "PRODUCT": SHIPS, "did": DID, "word": WORDS}


def records() -> Iterator[dict[str, Any]]:
    """Our own record, the nasty ones first; spans are confirmed, one suggestion and one rejection beside them."""
    for number, (id_, text, spans, facts) in enumerate(NASTY):
        found = [_span(text, quote, label, n) for n, (quote, label) in enumerate(spans)]
        ids = {quote: span["id"] for (quote, _), span in zip(spans, found, strict=True)}
        value = _record(id_, text, found)
        value["facts"] = [_fact(text, fact, ids, f"f{number}{n}") for n, fact in enumerate(facts)]
        value["spans"].append({**_span(text, text[:2], "GPE", 98), "status": "rejected"})
        value["spans"].append({**_span(text, text[3:5], "ORG", 99), "status": "suggested", "score": 0.5})
        yield value
    chance = random.Random(11)
    yield from (plain(number, chance) for number in range(PLAIN))


def _record(id_: str, text: str, spans: list[dict[str, Any]]) -> dict[str, Any]:
    about = {"title": f"“{id_}”", "meta": {"source": f"Paper {id_}", "page": 3}}
    return {"id": id_, "text": text, "annotator": "anna", "state": "done", "spans": spans, **about}


def _span(text: str, quote: str, label: str, number: int) -> dict[str, Any]:
    start = text.index(quote)
    return {
        "id": f"s{number}",
        "start": start,
        "end": start + len(quote),
        "label": label,
        "status": "confirmed",
    }


def _fact(text: str, fact: Any, ids: dict[str, str], id_: str) -> dict[str, Any]:
    type_, trigger, fillers = fact
    roles: dict[str, list[dict[str, Any]]] = {}
    for role, quote in fillers:
        start = text.index(quote)
        filler = {"span": ids.get(quote), "start": start, "end": start + len(quote)}
        roles.setdefault(role, []).append(filler)
    start = text.index(trigger)
    listed = [{"role": role, "fillers": found} for role, found in roles.items()]
    more = {"modality": "claimed", "negated": True, "note": "who\nsays?"}
    return {"id": id_, "type": type_, "trigger": [start, start + len(trigger)], "roles": listed, **more}


def plain(number: int, chance: random.Random) -> dict[str, Any]:
    """An article of six sentences from the forms above."""
    text, spans = "", []
    for piece in (piece for _ in range(6) for piece in chance.choice(FORMS)):
        while "{" in piece:
            before, _, rest = piece.partition("{")
            name, _, piece = rest.partition("}")
            word = (
                f"{chance.choice(FIRST)} {chance.choice(LAST)}"
                if name == "PERSON"
                else chance.choice(CHOICES[name])
            )
            text += before
            if name in LABELS:
                place = {"start": len(text), "end": len(text) + len(word)}
                spans.append({"id": f"s{len(spans)}", **place, "label": name, "status": "confirmed"})
            text += word
        text += piece
    return _record(f"plain{number}", text, spans)

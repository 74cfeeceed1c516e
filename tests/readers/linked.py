"""Articles with relations and nested events that are exported for the readers: records of our own, and files as brat has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("Ann Lee", "Acme Corp", "Ben Roe", "👍 Østby", "Zoë", "Port Lines")
LINKS = {  # relations by the numbers of names, head first
    "one head": [("owns", 0, 1), ("owns", 0, 2), ("hired", 0, 1)],
    "a chain": [("met", 0, 1), ("met", 1, 2), ("met", 2, 3), ("met", 3, 0)],
    "one child": [("saw", 0, 5), ("saw", 4, 5), ("sold", 1, 5)],
    "both ways": [("knows", 0, 4), ("knows", 4, 0)],
    "either way": [("married", 4, 1), ("owns", 4, 1)],
}
EITHER_WAY = {"married"}  # names of relations that are marked symmetric
TEXT = "Holt Shipping bought the tug Marta from Port Lines,\nRex said on Friday; it may sink 👍 soon."
NESTED = """T1	Org 0 13	Holt Shipping
T7	Buy 14 20	bought
T3	Ship 29 34	Marta
T4	Org 40 50	Port Lines
T8	Say 56 60	said
T9	Sink 79 83	sink
T10	Doubt 75 78	may
T11	Org 0 4;40 50	Holt Port Lines
E1	Buy:T7 Buyer:T1 Item:T3 Seller:T4
E5	Say:T8 What:E1 What2:E3
E3	Sink:T9 Theme:T3
E4	Doubt:T10 Of:E3
R1	Seller Arg1:T3 Arg2:T4
R2	Coref Anaphora:T11 Antecedent:T1
R3	Before Arg1:E1 Arg2:E3
A1	Negation E3
A2	Certainty E1 High
M1	Speculation E4
A3	Checked T3
A4	Confidence R1 Low
#1	AnnotatorNotes E1	who  says?
#2	AnnotatorNotes T3	check	the spelling
#3	AnnotatorNotes wire	read twice
N1	Reference T1 Register:55	Holt Shipping Ltd
*	Equiv T1 T11
"""


def records() -> Iterator[dict[str, Any]]:
    """Our own record: each name once, some of them linked."""
    text = "; ".join(NAMES) + "."
    starts = [text.index(name) for name in NAMES]
    ends = [
        {"span": f"s{n}", "start": start, "end": start + len(name)}
        for n, (name, start) in enumerate(zip(NAMES, starts, strict=True))
    ]
    spans = [{"id": end["span"], "start": end["start"], "end": end["end"], "label": "NAME"} for end in ends]
    for id_, links in LINKS.items():
        facts = [
            {
                "id": f"f{n}",
                "type": type_,
                "roles": [{"role": "head", "fillers": [ends[a]]}, {"role": "child", "fillers": [ends[b]]}],
                **({"symmetric": True} if type_ in EITHER_WAY else {}),
            }
            for n, (type_, a, b) in enumerate(links)
        ]
        yield {
            "id": id_,
            "text": f"{text} ({id_})",
            "annotator": "anna",
            "state": "done",
            "spans": spans,
            "facts": facts,
        }


def write_standoff(folder: Path) -> None:
    """Write the files as brat has them."""
    folder.mkdir(parents=True)
    (folder / "wire.txt").write_text(TEXT, "utf-8", newline="")
    (folder / "wire.ann").write_text(NESTED, "utf-8", newline="")

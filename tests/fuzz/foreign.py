"""Files of formats that are only read, in texts of our own: name and content by format."""

from __future__ import annotations

import json

TEXT = "Ann Holt works for Acme."
ENTITIES = [[0, 8, "PER"], [19, 23, "ORG"]]
DENOTATIONS = [
    {"id": "T1", "span": {"begin": 0, "end": 8}, "obj": "PER"},
    {"id": "T2", "span": [{"begin": 19, "end": 23}], "obj": "ORG"},
]
RELATIONS = [{"id": "R1", "pred": "employs", "subj": "T2", "obj": "T1"}]
TOKENS = [("Ann", "U-PER"), ("Holt", "U-PER"), ("works", "O")]
PARAGRAPH = {"raw": TEXT, "sentences": [{"tokens": [{"orth": form, "ner": tag} for form, tag in TOKENS]}]}
SPANS_OF_TOKENS = [{"type": "PER", "start": 0, "end": 1}, {"type": "ORG", "start": 1, "end": 2}]

FILES: dict[str, list[tuple[str, object]]] = {
    "conll": [
        ("a.tsv", "# x\n1\tAnn\tB-PER\tB-X\n2\tHolt\tI-PER\tO\n\n1\tmet\tO\tO\n"),
        ("b.csv", "Sentence,Word,Tag\n1,Ann,b-per\n,Holt,i-per\n2,met,O\n"),
        ("c.conll", "-DOCSTART- (1 EU)\n\nAnn PER\nHolt PER\nmet O\nus O\n"),
    ],
    "conllu": [
        (
            "a.conllu",
            (
                "# newdoc id = a\n# global.Entity = GRP-etype\n# newpar\n# text = Ann's boat.\n1-2\tAnn's\t_\t_\t_\t_\t_\t_\t_\t_\n"
                "1\tAnn\t_\t_\tB-PER\t_\t0\tx\t_\tNER=B-PER|Entity=(1-person\n2\t's\t_\t_\tO\t_\t1\tx\t_\t_\n"
                "2.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n3\tboat\t_\t_\tO\t_\t1\tx\t_\tEntity=1)|SpaceAfter=No\n4\t.\t_\t_\tO\t_\t1\tx\t_\t_\n"
            ),
        )
    ],
    "conll2012": [
        (
            "a.gold_conll",
            (
                "#begin document (a); part 000\na 0 0 Ann NNP (TOP* - - - - (PERSON* * -\na 0 1 Holt NNP *) - - - - *) * (1)\n\n"
                "#end document\n#begin document (a); part 001\na 1 0 Oslo NNP (TOP*) - - - - (GPE) * -\n#end document\n"
            ),
        )
    ],
    "tagged": [("a.iob", "Ann|NNP|B-PER Holt|NNP|I-PER met|VBD|O\nBen|NNP|B-PER left|VBD|O\n")],
    "spacy-json": [
        ("a.json", [[TEXT, {"entities": ENTITIES, "cats": {"work": 1.0}}], [TEXT, {"entities": []}]]),
        ("b.json", [{"id": 0, "paragraphs": [PARAGRAPH]}]),
        ("c.json", {"text": TEXT, "spans": {"sc": ENTITIES}, "links": {"(0, 8)": {"Q1": 1.0}}}),
    ],
    "pubannotation": [
        ("a.json", {"text": TEXT, "denotations": DENOTATIONS, "relations": RELATIONS, "project": "a"}),
        ("b.json", {"text": TEXT, "tracks": [{"project": "a", "denotations": DENOTATIONS}]}),
    ],
    "hf": [
        ("a.jsonl", {"id": 1, "words": ["Ann", "left"], "ner": ["B-PER", "O"], "pos_tags": [1, 2]}),
        (
            "b.jsonl",
            {
                "tokens": ["Ann", "Acme"],
                "entities": SPANS_OF_TOKENS,
                "relations": [{"type": "x", "head": 0, "tail": 1}],
            },
        ),
        ("c.jsonl", {"tokenized_text": ["Ann", "left"], "ner": [[0, 0, "PER"]]}),
    ],
}


def contents() -> list[tuple[str, str, bytes]]:
    """Return format, name and content of each."""
    return [
        (form, name, (content if isinstance(content, str) else json.dumps(content)).encode())
        for form, files in FILES.items()
        for name, content in files
    ]

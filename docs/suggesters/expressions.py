"""A suggester for Factmark: a list of regular expressions.

Usage: python expressions.py LIST; a line of the list is a label, a tab and an expression.
"""

import json
import re
import sys


def read(path):
    """Return (label, expression) for each line of the list; lines that begin with # are remarks."""
    with open(path, encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t", 1) for line in lines if line.strip() and line[0] != "#"]
    return [(label, re.compile(expression)) for label, expression in pairs]


def spans(text, labels, expressions):
    """Yield the places of the expressions for the labels that are asked for; Python counts code points already."""
    for label, expression in expressions:
        if label in labels:
            for match in expression.finditer(text):
                yield {"start": match.start(), "end": match.end(), "label": label}


expressions = read(sys.argv[1])
print(json.dumps({"name": "expressions", "version": "1"}))
for line in sys.stdin:
    article = json.loads(line)
    labels = {label["name"] for label in article["labels"]}
    found = list(spans(article["text"], labels, expressions))
    print(json.dumps({"id": article["id"], "spans": found}), flush=True)

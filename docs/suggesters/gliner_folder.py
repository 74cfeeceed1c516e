"""A suggester for Factmark: a GLiNER model in a folder of this machine.

Usage: python gliner_folder.py FOLDER; needs `pip install gliner`, and nothing is loaded from the network.
"""

import json
import sys

from gliner import GLiNER

LEAST = 0.4  # score of what is suggested
PIECE = 1500  # code points that the model reads at once: it cuts off what is longer


def pieces(text):
    """Yield start and text of pieces that end at a line or a blank."""
    start = 0
    while start < len(text):
        end = start + PIECE
        cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end)) if end < len(text) else len(text)
        end = cut + 1 if cut > start else end
        yield start, text[start:end]
        start = end


model = GLiNER.from_pretrained(sys.argv[1], local_files_only=True)
print(json.dumps({"name": "gliner", "version": sys.argv[1].rstrip("/").rpartition("/")[2]}), flush=True)
for line in sys.stdin:
    article = json.loads(line)
    labels = [label["name"] for label in article["labels"]]
    spans = [
        {
            "start": at + one["start"],
            "end": at + one["end"],
            "label": one["label"],
            "score": float(one["score"]),
        }
        for at, text in pieces(article["text"])
        for one in model.predict_entities(text, labels, threshold=LEAST)
    ]
    print(json.dumps({"id": article["id"], "spans": spans}), flush=True)

"""A suggester for Factmark: a language model behind an OpenAI-compatible address, Ollama's too.

Usage: python endpoint.py MODEL [ADDRESS]; a key, if one is needed, is in the environment as OPENAI_API_KEY.
"""

import json
import os
import sys
import urllib.request

MODEL, ADDRESS = [*sys.argv[1:], "http://localhost:11434/v1"][:2]
TASK = "Find what the guidelines describe in the text of the user. Quote the text letter by letter, in its order, every time it is said; `before`: the two words in front."
TEXT = {"type": "string"}


def schema(article):
    """Return the JSON schema of an answer: quotes with the labels that are asked for, and facts of the types."""
    labels = {**TEXT, "enum": [label["name"] for label in article["labels"]]}
    answer = {"quotes": listed({"text": TEXT, "label": labels, "before": TEXT})}
    if types := article.get("fact_types"):
        roles = {role["name"]: {"type": "array", "items": TEXT} for type_ in types for role in type_["roles"]}
        kind = {**TEXT, "enum": [type_["name"] for type_ in types]}
        answer["facts"] = listed(
            {"type": kind, "trigger": TEXT, "roles": {"type": "object", "properties": roles}}
        )
    return {"type": "object", "properties": answer, "required": [*answer]}


def listed(fields):
    return {"type": "array", "items": {"type": "object", "properties": fields, "required": [*fields]}}


def ask(article):
    """Return the model's answer on the article."""
    guidelines = json.dumps(
        {name: article[name] for name in ("labels", "fact_types", "language") if name in article}
    )
    said = [
        {"role": "system", "content": f"{TASK}\n{guidelines}"},
        {"role": "user", "content": article["text"]},
    ]
    form = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema(article)}}
    body = {"model": MODEL, "temperature": 0, "messages": said, "response_format": form}
    head = {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {os.environ.get('OPENAI_API_KEY', '')}",
    }
    request = urllib.request.Request(f"{ADDRESS}/chat/completions", json.dumps(body).encode(), head)
    with urllib.request.urlopen(request, timeout=600) as reply:
        return json.loads(json.load(reply)["choices"][0]["message"]["content"])


for line in sys.stdin:
    article = json.loads(line)
    try:
        answer = ask(article)
        answer = {name: answer[name] for name in ("quotes", "facts") if name in answer}
    except (OSError, ValueError, LookupError, TypeError) as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({**answer, "id": article["id"]}), flush=True)

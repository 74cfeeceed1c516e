"""Triggers with no event behind them: in a name, in a heading, in what goes on and on, in what is like something.

"Operation Harbour Strike"; "Strikes on the coast" over a section; "repeated attacks on shipping"; "a damaging
leak".
"""

from __future__ import annotations

from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrases
from annotations.suggest.facts.grammar.syntax import object_of
from annotations.text.word_forms import listed

GOING_ON = listed(  # ahead of a plural: no single event is meant
    """repeated regular frequent continued continuing ongoing further more future past previous daily weekly constant
    sporadic such any growing increasing intensified intensifying escalating persistent occasional routine potential
    possible threatened near-daily indiscriminate random periodic similar many most these those"""
)
THOUGHTS = listed(  # what is thought of, allowed or forbidden has not happened
    """ban risk threat cost way ways idea talk possibility chance chances hope hopes fear fears law laws rule rules
    moratorium embargo prohibition dream habit method methods point likelihood prospect danger right"""
)
KEEPING = listed(
    "prevent prevented stop deter keep kept ban bar banned barred prohibit prohibited discourage dissuade restrain"
)
LIKENING = listed("damage devastate ruin shatter destroy smash wreck")  # "was damaging" says what it is like
ASKING = listed("what how why")
SPANNING = listed(
    "months weeks years decades days history threat threats risk fear fears end halt wave waves spate"
)
ENDS = frozenset('.!?:”"…')
IN_TITLES = 0.8  # of the longer words of a sentence in title case begin with a capital
LONG = 4  # code points of a longer word


class Writing:
    """The sentence as it is written: in the letters of a title or not, as a heading or not."""

    def __init__(self, made: Phrases, text: str) -> None:
        self._text, self._first = text, made[0].start
        longer = [w for p in made for w in p.words if not w.span and len(w.text) >= LONG and w.text.isalpha()]
        inner = [text[word.start].isupper() for word in longer if word.start > self._first]
        self.is_title = sum(inner) >= IN_TITLES * max(len(inner), 1)
        alone = self._stands_alone(made[0].start, made[-1].end)
        self.is_question = alone and _asks(made)
        self.is_heading = alone and not any(phrase.kind == "verb" for phrase in made)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Return whether the line has no other sentence, and no full stop."""
        before = self._text[max(start - 2, 0) : start].strip(" \t\r")
        behind = self._text[end : end + 3].strip(" \t\r”\"'’)")
        ended = self._text[end - 1] in ENDS or behind[:1] in ENDS
        return not before.strip("\n") and not ended and behind[:1] in ("", "\n")

    def names(self, start: int) -> bool:
        """Return whether the word that starts there has a capital though nothing but a name would give it one."""
        ahead = self._text[self._first : start].rstrip()
        opens = not ahead or not (ahead[-1].isalnum() or ahead[-1] in ",’'")
        return self._text[start].isupper() and not opens and not self.is_title


def is_no_event(made: Phrases, draft: FactCandidate, line: Writing) -> bool:
    """Return whether the trigger tells of no event, by how it is written and what is beside it."""
    if line.names(draft.word[0]) or line.is_question:
        return True
    if made[draft.n].kind == "noun":
        if line.is_heading and made[draft.n].head.tag == "noun" and not draft.found("count"):
            return True
        return (draft.takes("instrument") and _goes_on(made, draft)) or _is_owner(made, draft)
    return _is_like(made, draft) or _is_thought(made, draft) or _is_passing(made, draft)


def _asks(made: Phrases) -> bool:
    """Return whether the line begins with a question, behind a time or "Analysis:"."""
    first = next((p for p in made if p.tag not in ("time", "stop") and not p.text[:1].isdecimal()), made[0])
    colon = next((n for n, p in enumerate(made[:4]) if p.text == ":"), -1)
    return first.text in ASKING or (0 <= colon < len(made) - 1 and made[colon + 1].text in ASKING)


def _is_owner(made: Phrases, draft: FactCandidate) -> bool:
    """Return whether the noun phrase only says whose something is: "the dead man's widow"."""
    phrase = made[draft.n]
    return phrase.head.tag == "poss" and draft.takes("victim") and not draft.found("count")


def _is_thought(made: Phrases, draft: FactCandidate) -> bool:
    """Return whether the gerund is what something is about: "a ban on buying", "kept them from striking"."""
    n, verb = draft.n, made[draft.n]
    if not verb.prep or not verb.head.is_form("ing") or n == 0:
        return False
    if made[n - 1].kind == "noun" and made[n - 1].text in THOUGHTS:
        return True
    before = next((p for p in reversed(made[:n]) if p.kind == "verb"), None)
    return (
        verb.prep == "from" and before is not None and bool(before.lemmas & KEEPING or before.text in KEEPING)
    )


def _is_passing(made: Phrases, draft: FactCandidate) -> bool:
    """Return whether a bare participle of force or of counting says no more: "the towns hit", "with half counted"."""
    verb = made[draft.n]
    if not verb.passive or verb.has("be", "have", "modal"):
        return False
    told = {name for name in draft.roles if draft.type.roles[name].kind not in ("target", "source", "count")}
    return (draft.lemma in ("hit", "strike") and not told) or (
        draft.takes("counted") and draft.lemma == "count"
    )


def _goes_on(made: Phrases, draft: FactCandidate) -> bool:
    """Return whether a plural is told of as what goes on, and no number says how many there were."""
    phrase = made[draft.n]
    if not phrase.head.is_form("s") or phrase.has("num"):
        return False
    of = draft.n > 0 and phrase.prep == "of" and made[draft.n - 1].text in SPANNING
    return of or any(word.text in GOING_ON for word in phrase.words[:-1])


def _is_like(made: Phrases, draft: FactCandidate) -> bool:
    """Return whether the verb says what something is like: "was devastating"."""
    verb = made[draft.n]
    harms = draft.takes("cause") and not draft.takes("victim")
    likens = harms and draft.lemma in LIKENING
    return likens and verb.head.is_form("ing") and verb.has("be") and not object_of(made, draft.n)

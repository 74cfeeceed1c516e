"""Sentences of a text: the evidence of a fact, and a unit that a person may select.

By rule, without spaCy: a sentence ends at . ! ? … and their like in other scripts (؟ । ۔) with the closing quotes
and brackets after it, when white space and what may open a sentence follow; at 。！？ always, but where a quotation goes
on. Tables say which abbreviations do not end one. A paragraph always ends one. The language is not asked: abbreviations
of several stand in one table, less what is a word elsewhere, so that a text has the same sentences wherever it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.text.regex import regex
from annotations.text.text import paragraphs

_STOPS = ".!?…؟۔।॥։።။។܀"
_END = regex(
    rf"""(?: (?P<stops>[{_STOPS}]+) [”“’"'»«)\]]* \s+ (?= [“‘„«"'(\[¿¡–—-]* [^\s,;:.!?…)\]%”’»] )
      | (?P<wide>[。！？]+ [」』）”’]*) )""",
    re.VERBOSE,
)
_STOP = regex(f"[{_STOPS}。！？]")
_NEXT_WORD = regex(r"\W*(\w+)")
_LAST_WORD = regex(r"[^\s(\[“‘\"'’«„–—]*\Z")
_QUOTED_ON = regex(
    r"と|って|など|、|，|[^。！？\s]{0,6}[说說道问問称稱]"
)  # behind a quotation that ends with a stop
_ORDINAL = regex(  # a German one is written 3.
    r"(?<!I )\b(?:am|im|vom|zum|zur|beim|den|dem|der|die|das|des|ab|seit|bis|und)\s+[0-9]{1,2}\Z",
    re.IGNORECASE,
)
_GERMAN_MONTHS = regex(
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
_STREET = regex(r"\w{3}str\Z")  # Goethestr. 12
_LETTER_BEFORE_LETTER = regex(r"[^\W\d_]\.")
_LONGEST_WORD = 24  # code points looked at before a full stop


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Always with a name or a number after them.
_TITLES = _words(
    """Mr Mrs Ms Mx Dr Prof Rev Fr Hon Pres Gov Sen Rep Adm Vice Capt Cmdr Cmd Col Maj Gen Lt Brig Sgt
    Cpl Pvt Pfc Spc Supt Insp Det Amb Atty Messrs Mme Mlle St Ste Mt Ft v vs cf e.g i.e approx ca fig
    figs Fig Figs Vol"""
)
# The same in other languages: German, Romance, Russian, Turkish, Hindi and more.
_TITLES |= _words(
    """Hr Hrn Frl Bzgl bzgl bzw ggf evtl inkl exkl vgl Vgl rd sog Mio Mrd Tsd Hrsg geb Dipl Ing z.B d.h Str
    Sra Sras Srta Dra Dras Gral Cnel Lic Arq Sta Sto Av Ud Uds Ee Mons p.ej D.ª Exmo Mgr Mmes MM env
    sig Sig sigg dott Dott dott.ssa avv Avv ing mons On prof per.es p.es Cad Sok Mah Bul Doç Dhr dhr Mevr mevr drs
    ул им просп пер пл обл акад проф гр гос тыс ст св ред т.е т.н डॉ श्री सुश्री प्रो tzw inż ks św płk"""
)
# Not the end when a number follows.
_BEFORE_NUMBER = _words(
    """Nr nr Abs abs Bd Kap S Ziff núm Núm nº pág págs cap Cap n pag tel Tel Tél tél кв № стр гл рис табл
    No Nos no nos Art art Sec Para p pp ch Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
)
# The end only before a word that seldom stands inside a name.
_MAY_END = _words(
    """etc al Inc Corp Co Cos Ltd LLC Plc Bros Jr Sr Esq Dept Ave Blvd Rd Sq Univ Assn Natl Intl Govt
    Sec Min Ph.D Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo
    Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Uu"""
)
_INITIALS = regex(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_OPENERS = _words(
    """a about after all also although an and another as at because before both but by despite during
    each earlier even for from he her here his how however i if in instead it its last later many
    meanwhile more most my no none nor not now of officials on once one only or other others our people
    police she since so some still such that the their then there these they this those though three
    thus to today two under until we what when where whether which while who why with yet you your"""
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the sentences in order, without outer white space; mere white space gives none.

    >>> sentences("Gen. Votel left the U.S. on Jan. 7. He returned.")
    [(0, 35), (36, 48)]
    """
    return [bounds for start, end in paragraphs(text) for bounds in _split(text, start, end)]


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.end() for match in _stops(text, start, end) if _ends(text, match, start)]
    return [
        (left + len(quote) - len(quote.lstrip()), left + len(quote.rstrip()))
        for left, right in zip([start, *cuts], [*cuts, end], strict=True)
        if (quote := text[left:right]).strip()
    ]


def _stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of `_END`; only looked for where a stop stands, which is quick to find."""
    done = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= done and (match := _END.match(text, stop.start(), end)):
            done = match.end()
            yield match


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Return whether the sentence ends at this match and not in an abbreviation."""
    if match["wide"]:
        return not (match[0][-1] in "」』”’" and _QUOTED_ON.match(text, match.end()))
    following = _NEXT_WORD.match(text, match.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    before = _word_before(text, match.start(), start)
    if match["stops"] == "." and len(before) < 3 and _is_ordinal_or_letter(text, match, start, before, word):
        return False
    return match["stops"] != "." or _full_stop_ends(before, word)


def _is_ordinal_or_letter(text: str, match: re.Match[str], start: int, before: str, following: str) -> bool:
    """Return whether the full stop is a German ordinal's ("am 3. Oktober") or a letter's ("z. B.", "д. 5", "د. سامي")."""
    if before.isdigit():
        is_day = _GERMAN_MONTHS.fullmatch(following) is not None
        return is_day or (
            following[:1].isalpha()
            and _ORDINAL.search(text, max(start, match.start() - 12), match.start()) is not None
        )
    if len(before) != 1 or not before.isalpha() or before.isupper():
        return False
    if following[:1].isdigit() or _LETTER_BEFORE_LETTER.match(text, match.end()):
        return True
    is_year = text[max(start, match.start() - 3) : match.start() - 1].strip().isdigit()  # 1998 г.
    return "\u0370" < before < "\u2e80" and not is_year


def _word_before(text: str, i: int, start: int) -> str:
    found = _LAST_WORD.search(text, max(start, i - _LONGEST_WORD), i)
    return found[0] if found else ""


def _full_stop_ends(before: str, following: str) -> bool:
    if len(before) == 1 and before.isupper():
        return before == "I"
    word = before.capitalize() if before.isupper() and before.isalpha() else before
    if word in _TITLES:
        return False
    if (word in _BEFORE_NUMBER or _STREET.search(word)) and following[:1].isdigit():
        return False
    if word in _MAY_END or _INITIALS.fullmatch(word):
        return following.lower() in _OPENERS
    return True

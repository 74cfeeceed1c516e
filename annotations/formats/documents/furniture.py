"""Lines above a story that are no headline: dates and times, bylines, names of sections and sites, labels, datelines.

What sites print around articles is told by the rules of the suggester's boilerplate; here are the lines that are article
and yet no title, in the languages that news is most often in.
"""

from __future__ import annotations

import re

from annotations.suggest.boilerplate import phrases
from annotations.suggest.boilerplate.lines import PageLine
from annotations.suggest.boilerplate.site_lines import plain


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


_MONTHS = _words(
    """jan january januar januari janvier janv enero ene gennaio gen janeiro feb february februar februari février
    févr febrero febbraio febb fevereiro fev mar march märz mrz maart mars marzo março mrt apr april avril avr abril abr
    aprile may mai mei maj mayo maggio mag maio jun june juni juin junio giugno giu junho jul july juli juillet juil julio
    luglio lug julho aug august augustus août agosto ago sep sept september septembre septiembre settembre set setembro
    oct october okt oktober octobre octubre ottobre ott outubro out nov november novembre noviembre novembro dec
    december dez dezember décembre déc diciembre dic dicembre dezembro des desember"""
)
_WEEKDAYS = _words(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag
    måndag tisdag lördag söndag"""
)
_PUBLISHED = _words(
    """published posted updated modified created issued date dated filed publish pubdate veröffentlicht aktualisiert
    erstellt stand datum publicado publicada actualizado actualizada fecha atualizado publié publiée modifié actualisé
    pubblicato aggiornato gepubliceerd bijgewerkt publicerad uppdaterad publisert oppdatert opdateret udgivet"""
)
_AROUND = _words(
    """on at as of the last first time local gmt utc bst cet cest est edt cst cdt mst mdt pst pdt ist msk mez mesz eet
    eest wet jst kst hkt sgt aest aedt sast wat eat et pt ct am pm a.m p.m noon midnight ago day days hour hours hr hrs
    min mins minute minutes sec secs second seconds week weeks month months uhr am um vom den der zuletzt vor stunde
    stunden minuten tag tagen el a las la los de del y hace hora horas minuto minutos día días le à mis jour h il heure
    heures jours alle ore fa op om uur kl klokken today yesterday heute gestern hoy ayer ieri oggi hier an vol no nr issue"""
)
_STAMP_WORDS = _MONTHS | _WEEKDAYS | _PUBLISHED | _AROUND
_TOKEN = re.compile(r"[^\s,;()\[\]|·•/–—-]+")
_NUMBER = re.compile(
    r"[\d.:+'’t]*\d[\d.:+'’tz]*(?:st|nd|rd|th|er|º|ª|am|pm|h|hrs|uhr|h\d\d)?\.?", re.IGNORECASE
)
_LABELLED = re.compile(
    r"(?:by ?line|author|date|date ?line|published|posted|updated|url|link|website|source|category|section|topic|tags?"
    r"|keywords?|language|lang|id|doc(?:ument)?(?: id)?|length|word ?count|words|copyright|edition|page|pages|body|text|"
    r"from|to|cc|sent|reply-to|location|country|publication|publisher|autor|datum|quelle|fuente|auteur|fecha|ressort"
    r"|load-date|lesezeit|temps de lecture|tiempo de lectura|reading time|editor['’]s note|correction|clarification|reader|presenter|presented by|producer|editor|duration|photographer|photos?|picture|video)\s?:.*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|words by|story by|text by|reporting by|report by|contributed by|compiled by|edited by|translated by|special to(?: the)?|"
    r"fotos? de|fotografías? de|from|von|text|por|par|door|di|av|af)\s?:?\s",
    re.IGNORECASE,
)
_NAMES_PARTED = re.compile(r"\s*(?:,|;|/|&|\b(?:and|und|y|et|e|en|och|og|with|mit|con)\b)\s*")
_OF_NAMES = _words("in of for at the de la le von van der den di da del dos das do al el bin ibn zu und")
_WHO = _words(
    """staff agency agencies agencia agencias agences agentur agenturen redaktion redacción redaccion rédaction
    redazione redactie redaktionen correspondent correspondents korrespondenten korrespondentin reporter reporters editor writer desk newsroom journalist korrespondent
    correspondant corresponsal ap afp afp.com reuters dpa efe ansa apa sda ntb tt ritzau bloomberg pti ani xinhua"""
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_ADVERTS = _words(
    "anzeige werbung reklame publicidad publicité pubblicità annons annonse annonce advertentie reklama publicidade"
)
_SECTIONS = _words(
    """politik wirtschaft kultur panorama ausland inland wissen wissenschaft gesellschaft regional meinung feuilleton
    lokales digital startseite start nachrichten reise gesundheit política politica economía economia deportes mundo
    internacional nacional sociedad cultura ciencia tecnología portada inicio opinión actualidad sucesos international
    politique économie monde société culture sciences accueil planète sports actualité esteri cronaca mondo
    wereld binnenland buitenland economie politiek cultuur nyheter nyheder utenriks innenriks verden sverige norge
    inrikes utrikes ekonomi sport newsticker ticker eilmeldung live live-ticker liveblog breaking exclusive exklusiv
    analysis analyse análisis comment kommentar interview feature features column explainer watch latest update
    video photos africa asia americas europe oceania world national international"""
)
_HOME = _words("home homepage startseite start inicio accueil portada news hjem hem forside")
_MEDIA = _words(
    """daily times post news herald gazette tribune journal chronicle observer guardian mirror telegraph star sun
    courier dispatch examiner inquirer press review standard bulletin weekly online zeitung nachrichten anzeiger
    tageblatt tagblatt kurier rundschau presse allgemeine diario periódico noticias correo le monde figaro gazzetta
    corriere bbc cnn reuters afp ap dpa wire tv radio magazine media network agency"""
)
_STRONG = re.compile(r"\s*[|·•›»→\t]\s*|\s+[>/–—-]\s+|\s{2,}")
_CRUMBS = re.compile(r"\s*[›»→>]\s*|\s+/\s+")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][^.!?:“\"]{0,60}(?:\([^()]{1,30}\)\.?\s?)?[-–—]+|[A-ZÀ-Þ][^.!?:“\"]{0,40}\([A-Z][\w /.-]{1,14}\)"
)
_AGENCY_LINE = re.compile(r"[A-ZÀ-Þ][^()!?“\"]{0,60}\([A-Za-z][\w /.&-]{1,30}\)\.?\s?[-–—:]*\s*\S")
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|es|it|co\.uk|info|eu)(?:/\S*)?",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"(?:this|der|dieser|cet|este|l.)? ?(?:article|story|artikel|artículo|contenu|contenido)? ?(?:is more than .{1,20} old|réservé aux abonnés"
    r"|(?:ist )?nur für abonnenten|(?:solo|exclusivo) para suscriptores)\W?",
    re.IGNORECASE,
)
_MOST_IN_NAME, _MOST_IN_ROLE, _MOST_IN_DATELINE = 3, 4, 9  # words


def is_furniture(line: PageLine) -> bool:
    """Return whether the line, wherever it stands above a story, is no headline and no sentence of it."""
    if line.sure or line.heading or line.menu or line.caption:
        return True
    crumbs = [part for part in _CRUMBS.split(line.raw) if part]
    if len(crumbs) > 1 and crumbs[0].casefold() in _HOME | phrases.SECTIONS:
        return True
    parts = [part.strip() for part in _STRONG.split(line.raw) if part.strip()]
    is_role = line.size <= _MOST_IN_ROLE and line.bare.split()[-1:] and line.bare.split()[-1] in _WHO
    if is_role or all(_is_nothing(part) for part in parts) or _is_dateline(line.raw):
        return True
    return (
        len(parts) > 1 and any(map(_is_nothing, parts)) and all(_is_nothing(p) or is_name(p) for p in parts)
    )


def is_dateline_of_story(raw: str) -> bool:
    """Return whether the line is a sentence under the place and the agency it comes from."""
    return _AGENCY_LINE.match(raw) is not None


def is_byline(part: str) -> bool:
    """Return whether the part names who wrote the story: a word for it, then names."""
    by = _BY.match(part)
    if not by:
        return False
    named = " ".join(word for word in part[by.end() :].split() if not word.startswith("@"))
    names = [name for name in _NAMES_PARTED.split(_unstamped(named)) if name]
    return (
        bool(names)
        and _is_writer(names[0])
        and all(_is_writer(name) or len(name.split()) <= 4 for name in names)
    )


def is_name(words: str) -> bool:
    """Return whether the words may be the name of a person, a site or a section: few, each with a capital."""
    found = words.split()
    is_cased = all(word[0].isupper() or word == "&" or word.casefold() in _OF_NAMES for word in found)
    return 0 < len(found) <= _MOST_IN_NAME and is_cased and words[-1] not in "?!"


def is_site(words: str) -> bool:
    """Return whether a name of few words is that of a newspaper, station or agency."""
    return is_name(words) and not _MEDIA.isdisjoint(words.casefold().split())


def without_stamp(raw: str) -> str:
    """Return the line without the label, date, time and advertisement that are glued before its first words."""
    words = raw.split(" ")
    first = words[0].casefold().strip(":")
    if first not in _PUBLISHED and not _is_advert(first) and not _NUMBER.fullmatch(words[0]):
        return raw
    end = next((i for i, word in enumerate(words) if not (_is_stamp(word) or _is_advert(word))), len(words))
    is_stamp = ":" in words[0] or not _NUMBER.fullmatch(words[0])
    return " ".join(words[end:]).lstrip(" -–—:|") if is_stamp and len(words) - end >= 2 else raw


def _is_nothing(part: str) -> bool:
    """Return whether the part of a line between separators names no more than when, where, or by whom."""
    folded = part.casefold().strip(" .:*#-–—")
    if (
        not any(map(str.isalpha, folded))
        or _LABELLED.fullmatch(part)
        or _SOLD.fullmatch(part)
        or _WEB.fullmatch(part)
    ):
        return True
    if (
        folded in _HOME
        or folded in _WHO
        or _is_advert(folded)
        or _is_section(folded)
        or _is_stamp(part)
        or is_byline(part)
    ):
        return True
    said = plain(part)
    if phrases.is_sure(said, said.strip(" .:*#-–—")):
        return True
    rest = _unstamped(part)
    return rest != part and (is_name(rest) or _is_nothing(rest))


def _is_advert(word: str) -> bool:
    folded = word.casefold().strip(":.*")
    return folded in _ADVERTS or folded in ("advertisement", "advertisements", "advert", "sponsored")


def _is_section(folded: str) -> bool:
    words = re.split(r"[\s,/&+]+", folded)
    known = _SECTIONS | phrases.SECTIONS | {"news", "and", "und", "y", "et"}
    return folded in known or (len(words) <= _MOST_IN_NAME and known.issuperset(words))


def _is_stamp(part: str) -> bool:
    """Return whether the part is a date or a time, with what is said around one."""
    words = [word.casefold().strip(".:'’") for word in _TOKEN.findall(part)]
    digits = [word for word in words if _NUMBER.fullmatch(word)]
    if not all(word in digits or not word or word in _STAMP_WORDS for word in words):
        return False
    return bool(digits) or not _WEEKDAYS.isdisjoint(words) or not _PUBLISHED.isdisjoint(words)


def _unstamped(part: str) -> str:
    """Return the part without the stamp and the advertisement at its ends, when there is a number in what goes."""
    words = part.split()
    left, right = 0, len(words)
    while left < right and (_is_of_stamp(words[left]) or _is_advert(words[left])):
        left += 1
    while right > left and (_is_of_stamp(words[right - 1]) or _is_advert(words[right - 1])):
        right -= 1
    gone = " ".join([*words[:left], *words[right:]])
    bare = [word.casefold().strip(".,;:()") for word in gone.split()]
    has_month = any(map(str.isdigit, gone)) and not _MONTHS.isdisjoint(bare)
    is_date = has_month or sum(map(str.isdigit, gone)) > 2 or any(map(_is_advert, bare))
    return " ".join(words[left:right]).strip(" ,;-–—") if is_date else part


def _is_of_stamp(word: str) -> bool:
    bare = word.casefold().strip(".,;:()'’-–—|")
    return not bare or bare in _STAMP_WORDS or _NUMBER.fullmatch(bare) is not None


def _is_writer(name: str) -> bool:
    words = name.split()
    if any(word.casefold().strip(".,") in _WHO for word in words):
        return len(words) <= 6
    is_cased = all(_NAME.match(word) and (word[0].isupper() or word in _OF_NAMES) for word in words)
    return is_cased and 2 <= len(words) <= 5


def _is_dateline(raw: str) -> bool:
    return len(raw.split()) <= _MOST_IN_DATELINE and _DATELINE.fullmatch(raw) is not None

"""The beginnings of made-up news texts, with the title that each should get.

`HELD_OUT` was written before the rules were tried on it: 20 of its 22 were right at first.
"""

from __future__ import annotations

BODY = "Holt Shipping bought the tug Marta from Port Lines on Friday, two people said. The price was not given.\n\nMore follows."
FIRST = "Holt Shipping bought the tug Marta from Port Lines on Friday, two people said."
NAMED = "Tug Marta Sold to Holt Shipping"
GERMAN = "Die Reederei Holt hat am Freitag den Schlepper Marta gekauft. Der Preis blieb geheim."
SPANISH = "La naviera Holt compró el viernes el remolcador Marta. El precio no se conoce."
FRENCH = "L'armateur Holt a acheté vendredi le remorqueur Marta. Le prix reste secret."

OPENINGS: dict[str, tuple[str, str]] = {
    "headline": (f"{NAMED}\n\n{BODY}", NAMED),
    "headline over the next line": (f"{NAMED}\n{BODY}", NAMED),
    "no headline": (BODY, FIRST),
    "dateline of an agency": (f"OSLO (Agency) — {BODY}", f"OSLO (Agency) — {FIRST}"),
    "dateline in a line of its own": (f"OSLO, March 3 (Harbour Wire) -\n{BODY}", FIRST),
    "headline over the dateline": (f"{NAMED}\n\nOSLO (Agency) — {BODY}", NAMED),
    "byline and reading time": (f"By Ann Lee | 3 min read\n\n{BODY}", FIRST),
    "byline of two": (f"By Ann Lee and Ben Okri, staff writers\n{NAMED}\n\n{BODY}", NAMED),
    "published at": (f"Published 10:30 GMT\n{NAMED}\n{BODY}", NAMED),
    "published and updated": (
        f"Published: 3 March 2024 | Updated: 4 March 2024, 10:30 a.m. ET\n{BODY}",
        FIRST,
    ),
    "sections": (f"World | Europe\n\n{NAMED}\n\n{BODY}", NAMED),
    "breadcrumbs": (f"Home > News > World\n{BODY}", FIRST),
    "breadcrumbs down to the headline": (f"Home » World » Tug Marta Sold\n\n{NAMED}\n\n{BODY}", NAMED),
    "kicker in capitals": (f"HARBOUR BUSINESS\n\n{NAMED}\n\n{BODY}", NAMED),
    "headline in capitals": (f"TUG MARTA SOLD TO HOLT SHIPPING\n\n{BODY}", "TUG MARTA SOLD TO HOLT SHIPPING"),
    "caption before": (f"The tug Marta in Oslo (Photo: Ann Lee/Agency)\n\n{NAMED}\n\n{BODY}", NAMED),
    "announced caption": (f"Image caption\nThe tug Marta in Oslo last year\n{NAMED}\n{BODY}", NAMED),
    "stamp of a live blog": (f"10:32 GMT\n\n{BODY}", FIRST),
    "numbers": (f"12\n\n- 3 -\n\n{BODY}", FIRST),
    "label and date and advertisement": (f" date 2024-03-03 Advertisement\n\n{BODY}", FIRST),
    "fields of a data base": (
        f"SECTION: News; Pg. 3\nLENGTH: 210 words\nHEADLINE: {NAMED}\nBODY:\n{BODY}",
        NAMED,
    ),
    "name of the site": (f"The Harbour Daily\n\n{NAMED}\n\n{BODY}", NAMED),
    "name of the site alone": (f"The Harbour Daily\n3 March 2024\n\n{BODY}", FIRST),
    "address of the page": (f"https://www.example.org/news/tug\n{BODY}", FIRST),
    "share and subscribe": (
        f"Share this article\nFacebook Twitter WhatsApp\nSubscribe now\n{NAMED}\n{BODY}",
        NAMED,
    ),
    "glued menu": (f"HomeNewsWorldSport{NAMED}\n\n{BODY}", NAMED),
    "glued and cut": (f"HomeWorldTug Marta Sold to...\n\n{NAMED}\n\n{BODY}", NAMED),
    "question": (f"Who will buy the tug Marta?\n\n{BODY}", "Who will buy the tug Marta?"),
    "abbreviation at the end": (f"Tug Marta leaves for the U.S.\n\n{BODY}", "Tug Marta leaves for the U.S."),
    "short headline over a standfirst": (
        f"Tug sold\n\nHow Marta went to Holt Shipping\n\n{BODY}",
        "Tug sold",
    ),
    "german date and byline": (
        f"3. März 2024, 10:30 Uhr\nVon Anna Müller\n\n{GERMAN}",
        GERMAN.split(". ")[0] + ".",
    ),
    "german agency": (
        f"Wirtschaft\n\nHolt kauft Schlepper Marta\n\nOslo (dpa) - {GERMAN}",
        "Holt kauft Schlepper Marta",
    ),
    "german advertisement": (f"Anzeige\nStand: 03.03.2024, 10:30 Uhr\n{GERMAN}", GERMAN.split(". ")[0] + "."),
    "spanish": (f"ECONOMÍA\nPor Ana Gómez\n3 de marzo de 2024\n{SPANISH}", SPANISH.split(". ")[0] + "."),
    "spanish agency": (
        f"Holt compra el remolcador Marta\n\nOslo, 3 mar (EFE).- {SPANISH}",
        "Holt compra el remolcador Marta",
    ),
    "french": (f"Publié le 3 mars 2024 à 10h30\nPar Marie Dupont\n\n{FRENCH}", FRENCH.split(". ")[0] + "."),
    "lines broken by hand": (
        "Holt Shipping bought the tug Marta from Port Lines on Friday, and\nLindholm, its owner for thirty years, said the price was a secret\nfor now.",
        "Holt Shipping bought the tug Marta from Port Lines on Friday, and Lindholm, its…",
    ),
    "headline over broken lines": (
        f"{NAMED}\nHolt Shipping bought the tug Marta from Port Lines on Friday, and\nLindholm, its owner for thirty years, said the price was a secret\nfor now.",
        NAMED,
    ),
    "without blanks": (
        "渡轮在奥斯陆港口搁浅\n一艘载有112名乘客的渡轮周二搁浅。没有人受伤。",
        "渡轮在奥斯陆港口搁浅",
    ),
}

HELD_OUT: dict[str, tuple[str, str]] = {
    "posted by": (f"Posted by Ann Lee on March 3, 2024\n\n{NAMED}\n\n{BODY}", NAMED),
    "site and date": (f"Harbour Gazette, Sunday, 3 March 2024\n\n{BODY}", FIRST),
    "hours ago": (f"2 hours ago\n\n{BODY}", FIRST),
    "opinion": (
        f"Opinion\n\nWhy the Sale of a Tug Matters\nAnn Lee\n\n{BODY}",
        "Why the Sale of a Tug Matters",
    ),
    "iso with zone": (f"2024-03-03T10:30:00+01:00\n{BODY}", FIRST),
    "american time": (f"Sun., March 3, 2024 at 10:30 p.m. EST\n{NAMED}\n{BODY}", NAMED),
    "two sections and a date": (f"NEWS / BUSINESS · 3 March 2024\n{BODY}", FIRST),
    "follow": (f"Follow us on Facebook\n\nSign up for our newsletter\n\n{BODY}", FIRST),
    "video": (
        f"Watch live\n\nTug burns in Oslo harbour, crew is safe\n\n{BODY}",
        "Tug burns in Oslo harbour, crew is safe",
    ),
    "capitals of an agency": (f"BERLIN — {BODY}", f"BERLIN — {FIRST}"),
    "swedish": (
        "Publicerad 3 mars 2024\nAv Anna Berg\n\nRederiet Holt köpte i fredags bogserbåten Marta. Priset är hemligt.",
        "Rederiet Holt köpte i fredags bogserbåten Marta.",
    ),
    "italian": (
        "Cronaca\n\nHolt compra il rimorchiatore Marta\ndi Marco Rossi\n\nL'armatore Holt ha comprato venerdì il rimorchiatore.",
        "Holt compra il rimorchiatore Marta",
    ),
    "german live blog": (f"Liveblog\n10:32 Uhr\n\n{GERMAN}", GERMAN.split(". ")[0] + "."),
    "french site": (
        f"Accueil > Économie\nMis à jour le 03/03/2024 à 10:30\n{FRENCH}",
        FRENCH.split(". ")[0] + ".",
    ),
    "spanish byline of an agency": (f"Agencias\nMadrid, 3 de marzo\n{SPANISH}", SPANISH.split(". ")[0] + "."),
    "quotation": (f"“The tug was ours,” says Lindholm\n\n{BODY}", "“The tug was ours,” says Lindholm"),
    "number in front": (
        f"5 things to know about the tug Marta\n{BODY}",
        "5 things to know about the tug Marta",
    ),
    "pages": (f"Page 1 of 3\n{NAMED}\n{BODY}", NAMED),
    "by night": (f"By Night, the Tug Marta Sails Again\n{BODY}", "By Night, the Tug Marta Sails Again"),
    "mail": (f"From: Ann Lee\nSent: Sunday, 3 March 2024\nSubject: {NAMED}\n\n{BODY}", NAMED),
    "pipes": (f"Ann Lee | Harbour Daily | 3 March 2024\n{BODY}", FIRST),
    "listen": (f"Listen to this article\n4 min\n{NAMED}\n{BODY}", NAMED),
}

STORM = "Storm Mira hits the coast"
OF_STORM = "A storm called Mira hit the west coast overnight, cutting power to 3,000 homes.\nNobody was hurt."
MORE: dict[str, tuple[str, str]] = {
    "menu and byline in capitals": (
        f"Skip to content\nMenu\nSearch\n{STORM}\nBy JOHN SMITH\nPublished 5:12 PM GMT, November 21, 2023\n{OF_STORM}",
        STORM,
    ),
    "agency page": (
        f"Business News\nNovember 21, 2023 5:12 PM\nUpdated 2 days ago\n{STORM}\nBy Reuters Staff\n3 Min Read\n{OF_STORM}",
        STORM,
    ),
    "advertisement after": (f"{STORM}\n\nAdvertisement\n\n{OF_STORM}", STORM),
    "advertisement twice": (f"Advertisement\n\nAdvertisement\n\n{OF_STORM}", OF_STORM.split("\n")[0]),
    "last updated": (f"Last Updated: November 21, 2023, 17:12 IST\n\n{OF_STORM}", OF_STORM.split("\n")[0]),
    "nation": (f"NATION\n\nTuesday, 21 Nov 2023\n\n{STORM}\n{OF_STORM}", STORM),
    "picture": (f"Photo: Ann Lee / Getty Images\n{STORM}\n{OF_STORM}", STORM),
    "exclusive": (f"Exclusive\n{STORM}\nOur reporter in Bergen\n{OF_STORM}", STORM),
    "agency in brackets": (
        f"WASHINGTON (AP) — {OF_STORM}",
        "WASHINGTON (AP) — A storm called Mira hit the west coast overnight, cutting…",
    ),
    "breaking news": (f"Breaking News: {STORM}\n{OF_STORM}", f"Breaking News: {STORM}"),
    "german section": (f"21.11.2023\nRegionales\n{GERMAN}", GERMAN.split(". ")[0] + "."),
    "german agency and date": (f"dpa, 21.11.2023\n{GERMAN}", GERMAN.split(". ")[0] + "."),
    "spanish page": (
        f"Política\nRedacción | 21/11/2023 - 10:30 h.\nHolt compra el remolcador\n{SPANISH}",
        "Holt compra el remolcador",
    ),
    "french agency": (
        f"AFP\nPublié le mardi 21 novembre 2023 à 08:15\n{FRENCH}",
        FRENCH.split(". ")[0] + ".",
    ),
    "name and role": (f"Ann Lee\nHarbour correspondent\n{BODY}", FIRST),
    "name and place": (f"Ann Lee in Oslo\n21 Nov 2023\n{NAMED}\n{BODY}", NAMED),
    "live updates": (f"Live updates\n{STORM}: what we know\n10:32\n{OF_STORM}", f"{STORM}: what we know"),
    "site after the headline": (f"{STORM} - BBC News\n{OF_STORM}", f"{STORM} - BBC News"),
    "crisis as kicker": (
        f"Middle East crisis\n{STORM} and thousands flee\n{OF_STORM}",
        f"{STORM} and thousands flee",
    ),
    "number over": (f"1\n{STORM}\n{OF_STORM}", STORM),
    "comments": (f"1 comment\nLeave a comment\n\n{STORM}\n\n{OF_STORM}", STORM),
    "reading time and a kicker": (f"Reading time: 4 minutes\nUkraine war\n{BODY}", FIRST),
    "asterisks": (f"*** \n\n{STORM}\n{OF_STORM}", STORM),
    "editorial": (f"Editorial\n\n{BODY}", FIRST),
    "sports": (f"ADVERTISEMENT\nSports\nBy Ann Lee\n\n{BODY}", FIRST),
    "month alone": (f"The Editors\nMarch 2024\n\n{BODY}", FIRST),
    "copyright": (f"© 2024 Harbour Daily\n{BODY}", FIRST),
    "slashes": (f"Updated on: March 3, 2024 / 10:30 AM EST / CBS News\n{BODY}", FIRST),
    "hash": (f"# {NAMED}\n\n{BODY}", NAMED),
    "weekday": (f"Monday\n{BODY}", FIRST),
    "two sections": (f"Politics & Policy\n{BODY}", FIRST),
    "section and date": (f"News | March 3\n{NAMED}\n{BODY}", NAMED),
    "sentence as headline": ("Tug sold.\n\nThe tug Marta was sold. More.", "Tug sold."),
    "headline with a stop": (f"{NAMED}.\n\n{BODY}", f"{NAMED}."),
    "place alone": (f"Oslo, Norway\n{BODY}", FIRST),
    "time with a stop": (f"Friday 3 March, 10.30am\n{BODY}", FIRST),
}

# Lines over a story: 85 of 97 were right when they were first tried.
OVER = """
Sports | NFL
Associated Press
Last modified on Wed 3 Jan 2024 10.12 GMT
First published on Wed 3 Jan 2024 09.12 GMT
Guardian staff and agencies
Wednesday, Jan. 3, 2024 | 2 a.m.
This article is more than 1 year old
ON AIR
Updated Jan 3, 2024, 5:02am EST
Jan 3, 2024, 5:02 AM ET By ABC News
Photograph: Ann Lee/AP
REUTERS/Ann Lee
Tags: oslo, tug
ISSUE 12
Vol. 3, No. 2
Contributed by Ann Lee
Ann Lee, Harbour Correspondent
By Ann Lee, Harbour Daily, Oslo
By ANN LEE and BEN OKRI
By Dr. Ann B. Lee-Okoro
Posted in News on March 3, 2024
10:32am, 3 March
3rd March 2024
March 3
03/03/24
Sun Mar 3 2024 10:30:12 GMT+0100 (CET)
1,204 words
Share
Subscribe to our newsletter
Home / News / Oslo
News > Business > Shipping
You are here: Home > News
Europe
MIDDLE EAST
Business & Economy
Breaking
LIVE
Exclusive:
Photo by Ann Lee
(Photo: AP)
Copyright 2024 The Harbour Daily. All rights reserved.
© Harbour Daily
Harbour Daily (Oslo)
The Associated Press
BBC News
BBC News, Oslo
harbourdaily.com
@annlee
4 min read
Lesezeit: 3 Min.
Temps de lecture : 2 min
Publié hier à 18h00, mis à jour à 20h10
Article réservé aux abonnés
Le Monde avec AFP
EFE | Madrid
Redacción BBC Mundo
Suscríbete
Abonnieren
Teilen
Compartir
Partager
Von unserem Korrespondenten
Aktualisiert am 03.03.2024 - 10:30
Veröffentlicht: 3. März 2024, 10.30 Uhr
Von Anna Müller und Ben Kurz, Oslo
Stand: 3. März 2024
Actualizado a 03/03/2024 10:30 CET
03 MAR 2024 - 10:30 CET
Por: Ana Gómez @anagomez
Foto: dpa
Foto: Ana Gómez / EFE
Bild: Anna Müller
Photo : Marie Dupont / AFP
di Redazione
Door: Jan de Vries
Fotografía de Ana Gómez
3 comments
No. 1,234
*
#1
I.
Page 3
Chapter 1
- 12 -
[1]
Advertisement - scroll to continue
SPONSORED CONTENT
Story highlights
Editor's note: This story was updated.
(CNN)
(Reuters) -
OSLO, Norway (AP) —
OSLO –
Oslo, 3 March (Agency)
Oslo, Mar 3
Paris, le 3 mars 2024
"""

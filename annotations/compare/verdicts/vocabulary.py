"""Words that verdicts go by: what is counted, what it is measured in, and nouns that say the same.

General English tables without names; words stand in their singular, as `wordings.singular` gives it.
"""

from __future__ import annotations

from annotations.text.word_forms import listed

PERSON = "person"  # the class of whoever is counted without saying more
PERSONS = listed(
    """person victim casualty fatality death life individual soul body other human inhabitant dead wounded
    injured killed missing"""
)
# Nouns that are one to a reader of news, by the word that stands for them.
ALIKE = {
    word: words[0]
    for row in """fighter militant gunman insurgent rebel|soldier troop serviceman servicewoman servicemember
    personnel|sailor seafarer mariner crew crewman crewmember|police policeman policewoman officer|child kid youngster
    |house home|ship vessel shipping|plane aircraft airplane aeroplane|drone uav|percent %|fan supporter spectator
    |firefighter fireman|refugee migrant|doctor physician|worker employee staffer labourer laborer|pupil schoolchild
    |student undergraduate|protester demonstrator|inmate prisoner|vote ballot|lawmaker legislator mp
    |attorney lawyer|car automobile|road highway|city town|strike airstrike""".replace("\n", " ").split("|")
    for words in [row.split()]
    for word in words
}
# Words ahead of or behind a counted noun that say nothing of what is counted.
STATES = listed(
    """dead wounded injured killed missing hurt hospitalised hospitalized drowned dying unharmed safe more other
    additional further another extra new separate total overall confirmed alleged suspected different least only just
    about some critically seriously badly slightly severely lightly a an the its his her their our my these those all
    such them which nearby local various"""
)
# Words at which a counted noun ends.
ENDS = listed(
    """of in at on off by from with for and or to after before as when while since who which that whom whose were was is
    are be been being have has had will would could may might can did do does into over under near against during
    between among than but if because including per through across out up down not also still now so then there here
    said says told went came took made got gave left lost fell rose died killed it he she they we you i"""
)
PRONOUNS = listed(
    """he she it they we you i him her them us me who which that this these those one someone somebody anyone anybody
    everyone everybody nobody none something anything nothing everything himself herself itself themselves both all
    some many others what whom his hers theirs here there elsewhere"""
)
LEADS = listed(
    """the a an its his her their our my your this that these those some any several many few more other another no
    all both every each ms mr mrs dr"""
)
DEFINITE = listed("the this that these those said")
# People spoken of without saying who: they hold every other noun of people.
GENERAL = listed("person victim individual other someone man human inhabitant member soul")

# Measures: the word, what is measured, and how many of the first unit it has.
MEASURES: dict[str, tuple[str, float]] = {
    word: (dimension, float(factor))
    for dimension, rows in {
        "length": "metre,meter,m 1|kilometre,kilometer,km 1000|mile,mi 1609.344|nautical mile 1852"
        "|foot,feet,ft 0.3048|yard 0.9144|centimetre,centimeter,cm 0.01|inch 0.0254",
        "weight": "kilogram,kilogramme,kilo,kg 1|tonne,ton,metric ton,metric tonne 1000|gram,gramme,g 0.001"
        "|ounce 0.0283495",
        "area": "hectare,ha 10000|acre 4046.86|square kilometre,square kilometer,sq km 1000000"
        "|square mile 2589988|square metre,square meter 1",
        "volume": "litre,liter 1|barrel 158.987|gallon 3.785",
        "time": "second 1|minute 60|hour 3600|day 86400|week 604800|month 2629746|year 31556952|decade 315569520",
        "share": "percent,per cent,%,percentage point 1",
        "times": "time,occasion 1",
        "dollar": "dollar,$,us$,usd,us dollar,u.s. dollar 1",
        "Canadian dollar": "c$,cad,canadian dollar 1",
        "Australian dollar": "a$,aud,australian dollar 1",
        "euro": "euro,€,eur 1",
        "pound": "pound,£,gbp,pound sterling 1",
        "yen": "yen,¥,jpy 1",
        "rupee": "rupee,₹ 1",
        "franc": "franc,swiss franc 1",
        "rouble": "rouble,ruble 1",
        "yuan": "yuan,renminbi 1",
        "riyal": "riyal,rial 1",
        "peso": "peso 1",
        "krona": "krona,krone,kronor 1",
        "won": "won 1",
        "lira": "lira 1",
        "naira": "naira 1",
        "rand": "rand 1",
    }.items()
    for row in rows.split("|")
    for words, factor in [row.rsplit(" ", 1)]
    for word in words.split(",")
}
PREPOSITIONS = listed(
    "of in at on by from with for to against near between over under during after as and or"
)
SINGULARS = {
    "people": "person",
    "persons": "person",
    "women": "woman",
    "men": "man",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "halves": "half",
    "buses": "bus",
    "viruses": "virus",
}
# Counts without a number: at least, at most.
VAGUE = {
    "a couple": (2, 3),
    "couple": (2, 3),
    "a number": (2, float("inf")),
    "a group": (2, float("inf")),
    "a series": (2, float("inf")),
    "a lot": (3, float("inf")),
    "a few": (2, 12),
    "few": (1, 12),
    "a handful": (2, 12),
    "handful": (2, 12),
    "several": (2, 20),
    "multiple": (2, float("inf")),
    "some": (2, float("inf")),
    "many": (3, float("inf")),
    "numerous": (3, float("inf")),
    "scores": (30, 500),
    "dozens": (20, 500),
    "tens": (20, 500),
    "hundreds": (150, 5000),
    "thousands": (1200, 50_000),
    "millions": (1.2e6, 5e8),
}
SCALED = {
    "couple": (2, 3),
    "few": (2, 9),
    "several": (2, 10),
    "many": (2, 100),
}  # ahead of "hundred" and the like
SEVERAL_OF = {
    "tens": (10, 100),
    "dozens": (20, 500),
    "scores": (30, 500),
    "hundreds": (100, 1000),
}  # of thousands
FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
} | {
    "two thirds": 200 / 3,
    "three quarters": 75.0,
    "a fifth": 20.0,
    "a tenth": 10.0,
}
TIMES_WORDS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
ORDINALS = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
# Nouns, and those that say more: whoever says the first may mean one of the others.
HOLDS = {
    row.split(": ")[0]: listed(row.split(": ")[1])
    for row in (
        "ship: boat tanker carrier freighter frigate destroyer warship bulker ferry trawler cruiser submarine dhow",
        "warship: frigate destroyer cruiser corvette submarine",
        "boat: ferry trawler dhow dinghy skiff yacht",
        "plane: jet airliner bomber helicopter",
        "vehicle: car truck lorry bus van motorcycle tank minibus tractor",
        "building: house apartment block school tower hospital church mosque warehouse hotel office",
        "weapon: missile rocket gun bomb drone rifle pistol knife shell mortar",
        "projectile: missile rocket shell",
        "storm: hurricane typhoon cyclone tornado",
        "disaster: flood earthquake quake storm wildfire landslide",
        "official: minister governor mayor spokesman spokeswoman spokesperson secretary",
        "politician: minister senator lawmaker governor mayor president",
        "attack: raid strike bombing shelling ambush assault shooting stabbing",
        "earthquake: quake tremor",
        "fire: blaze wildfire",
        "blaze: fire wildfire",
        "explosion: blast",
        "blast: explosion",
        "company: firm",
        "firm: company",
        "site: base depot camp plant facility",
        "facility: plant factory base depot",
    )
}
# Words beside a count that say it has grown, and those that say it was another one.
GREW = listed("rose risen rises raised climbed climbs increased grew grown reached making jumped soared")
REVISED = listed(
    "initially initial earlier preliminary revised corrected updated originally previously later"
)

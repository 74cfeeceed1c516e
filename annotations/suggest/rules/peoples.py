"""Nationalities, ethnic, religious and political groups: adjectives and the nouns that news makes of them."""

from __future__ import annotations

#: An underscore stands for a space.  An "s" makes the people of all but those in `INVARIABLE`.
ADJECTIVES = """
Abkhaz Afghan African Albanian Algerian American Andorran Angolan Arab Arabian Argentine Argentinian
Argentinean Armenian Asian Australian Austrian Azerbaijani Azeri Bahamian Bahraini Bangladeshi Barbadian
Basque Belarusian Belarussian Belgian Belizean Beninese Bermudan Bhutanese Bolivian Bosnian Botswanan
Brazilian British Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Cape_Verdean
Catalan Caribbean Chadian Chechen Chilean Chinese Colombian Comorian Congolese Costa_Rican Croatian Cuban
Cypriot Czech Danish Djiboutian Dominican Dutch East_Timorese Ecuadorian Ecuadorean Egyptian Emirati English
Equatoguinean Eritrean Estonian Ethiopian European Fijian Filipino Philippine Finnish French Gabonese Gambian
Gazan Georgian German Ghanaian Greek Greek_Cypriot Turkish_Cypriot Grenadian Guatemalan Guinean Guyanese
Haitian Hispanic Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian
Jamaican Japanese Jordanian Kashmiri Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Lao Laotian
Latin_American Latino Latvian Lebanese Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian
Malaysian Maldivian Malian Maltese Mauritanian Mauritian Mexican Middle_Eastern Moldovan Mongolian
Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien North_American
North_Korean Norwegian Omani Pakistani Palestinian Panamanian Papuan Paraguayan Pashtun Persian Peruvian
Polish Portuguese Puerto_Rican Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Saudi_Arabian
Scandinavian Scottish Senegalese Serbian Serb Sicilian Sierra_Leonean Sikh Singaporean Slovak Slovakian
Slovene Slovenian Somali South_African South_American South_Korean South_Sudanese Soviet Spanish Sri_Lankan
Sudanese Surinamese Swazi Swedish Swiss Syrian Tajik Taiwanese Tamil Tanzanian Tatar Thai Tibetan Togolese
Tongan Trinidadian Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uyghur Uighur Uzbek Venezuelan
Vietnamese Welsh Yemeni Yazidi Yugoslav Zambian Zimbabwean Hutu Tutsi Rohingya Roma Slavic Balkan Baltic
Eurasian Afro-American African-American Texan Californian Bavarian Corsican Balochi Baluch Punjabi Alawite
Druze Berber Bedouin Zulu Maori Aboriginal Native_American Cherokee Navajo Pacific_Islander Mayan Cossack
Muslim Islamic Islamist Christian Catholic Roman_Catholic Protestant Orthodox_Christian Anglican Methodist
Baptist Evangelical Mormon Jewish Buddhist Hindu Shiite Shi'ite Shia Shi'a Sunni Sufi Salafist Wahhabi
Zionist Coptic Maronite Bahai Baha'i Jain Communist Marxist Maoist Republican Democratic Nazi neo-Nazi Kurd
Fascist Bolshevik Baathist Ba'athist Leninist Stalinist Peronist Sandinista Zapatista Tory
"""

INVARIABLE = ("ese", "ish", "ch", "ic", "wiss", "sh", "oma", "Lao", "gyz", "Rohingya")

#: People only, never adjectives; with them stand plurals that end otherwise.
PEOPLE = """
Briton Britons Spaniard Spaniards Swede Swedes Dane Danes Finn Finns Pole Poles Turk Turks Croat Croats Scot
Scots Frenchman Frenchmen Englishman Englishmen Irishman Irishmen Dutchman Dutchmen Welshman Scotsman
Scotsmen Brit Brits Icelander Icelanders New_Zealander New_Zealanders Jew Jews Copt Copts Democrat Democrats
Luxembourger Kosovan Kosovans Slav Slavs Filipina Aussie Aussies Londoner Londoners Parisian Parisians
Muscovite New_Yorker New_Yorkers Westerner Westerners Northerner Southerner Tories Bosniak Bosniaks Islander
Islanders Gypsy Gypsies Pashtuns Hazara Hazaras Tuareg Tuaregs Mormons Quaker Quakers Taiwanese
"""


def adjectives() -> tuple[str, ...]:
    """Return the adjectives: "Iraqi", "South Korean", "Muslim" ..."""
    return tuple(word.replace("_", " ") for word in ADJECTIVES.split())


def peoples() -> tuple[str, ...]:
    """Return the nouns: "Iraqis", "South Koreans", "Britons" ..."""
    plurals = [word + "s" for word in adjectives() if not word.endswith(INVARIABLE)]
    return (*plurals, *(word.replace("_", " ") for word in PEOPLE.split()))

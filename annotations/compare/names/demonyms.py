"""Peoples of the states: what each calls its people and what is of it, by ISO 3166 code."""

from __future__ import annotations

# Commas separate; the first is the adjective.  A plural in -s need not be listed, nor -man and -woman of an -ish.
# A word of two states ("Korean", "Virgin Islander") is left out; "Congolese", "Dominican", "Guinean" and "Indian"
# are those of the larger one, as news has them.
DEMONYMS = """
AD Andorran|AE Emirati, Emirian|AF Afghan, Afghani, Afghanistani|AG Antiguan, Barbudan|AI Anguillan|AL Albanian
AM Armenian|AO Angolan|AR Argentine, Argentinian, Argentinean|AT Austrian|AU Australian, Aussie|AW Aruban
AZ Azerbaijani, Azeri|BA Bosnian, Herzegovinian, Bosnian-Herzegovinian|BB Barbadian, Bajan|BD Bangladeshi
BE Belgian|BF Burkinabe, Burkinabé, Burkinan|BG Bulgarian|BH Bahraini|BI Burundian|BJ Beninese, Beninois
BM Bermudian, Bermudan|BN Bruneian|BO Bolivian|BR Brazilian|BS Bahamian|BT Bhutanese|BW Botswanan, Motswana, Batswana
BY Belarusian, Belarussian, Byelorussian, Belorussian|BZ Belizean|CA Canadian|CD Congolese|CF Central African
CH Swiss|CI Ivorian, Ivoirian|CL Chilean|CM Cameroonian|CN Chinese|CO Colombian|CR Costa Rican|CU Cuban
CV Cape Verdean, Cabo Verdean|CY Cypriot|CZ Czech|DE German|DJ Djiboutian|DK Danish, Dane|DO Dominican
DZ Algerian|EC Ecuadorian, Ecuadorean, Ecuadoran|EE Estonian|EG Egyptian|EH Sahrawi, Saharawi, Sahraoui|ER Eritrean
ES Spanish, Spaniard|ET Ethiopian|FI Finnish, Finn|FJ Fijian|FM Micronesian|FO Faroese
FR French, Frenchman, Frenchmen, Frenchwoman, Frenchwomen|GA Gabonese
GB British, Briton, Brit, Britisher|GB-ENG English|GB-SCT Scottish, Scot, Scots, Scotch, Scotsman, Scotsmen, Scotswoman
GB-WLS Welsh|GB-NIR Northern Irish|GD Grenadian|GE Georgian|GH Ghanaian|GI Gibraltarian|GL Greenlandic, Greenlander
GM Gambian|GN Guinean|GQ Equatorial Guinean, Equatoguinean|GR Greek, Hellenic|GT Guatemalan|GU Guamanian
GW Bissau-Guinean|GY Guyanese|HK Hong Konger, Hongkonger|HN Honduran|HR Croatian, Croat|HT Haitian
HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IM Manx|IN Indian|IQ Iraqi|IR Iranian|IS Icelandic, Icelander
IT Italian|JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz, Kyrgyzstani, Kirghiz, Kirgiz|KH Cambodian
KI I-Kiribati|KM Comorian, Comoran|KN Kittitian, Nevisian|KP North Korean|KR South Korean|KW Kuwaiti|KY Caymanian
KZ Kazakhstani, Kazakh, Kazak|LA Laotian, Lao|LB Lebanese|LC Saint Lucian, St. Lucian|LI Liechtensteiner|LK Sri Lankan
LR Liberian|LS Basotho, Mosotho|LT Lithuanian|LU Luxembourgish, Luxembourger, Luxemburger|LV Latvian|LY Libyan
MA Moroccan|MC Monegasque, Monégasque|MD Moldovan, Moldavian|ME Montenegrin|MG Malagasy, Madagascan|MH Marshallese
MK Macedonian, North Macedonian|ML Malian|MM Burmese, Myanmarese, Myanma|MN Mongolian|MO Macanese|MR Mauritanian
MT Maltese|MU Mauritian|MV Maldivian|MW Malawian|MX Mexican|MY Malaysian|MZ Mozambican, Mozambiquean|NA Namibian
NC New Caledonian|NE Nigerien, Nigerois|NG Nigerian|NI Nicaraguan|NL Dutch, Netherlander, Dutchman, Dutchmen
NO Norwegian|NP Nepalese, Nepali|NR Nauruan|NZ New Zealander, Kiwi|OM Omani|PA Panamanian|PE Peruvian
PF French Polynesian|PG Papua New Guinean|PH Philippine, Filipino, Filipina, Pilipino|PK Pakistani|PL Polish, Pole
PR Puerto Rican|PS Palestinian|PT Portuguese|PW Palauan|PY Paraguayan|QA Qatari, Katari|RO Romanian, Rumanian
RS Serbian, Serb|RU Russian|RW Rwandan, Rwandese|SA Saudi, Saudi Arabian|SB Solomon Islander|SC Seychellois
SD Sudanese|SE Swedish, Swede|SG Singaporean|SI Slovenian, Slovene|SK Slovak, Slovakian|SL Sierra Leonean, Sierra Leonian
SM Sammarinese, San Marinese|SN Senegalese|SO Somali, Somalian|SR Surinamese|SS South Sudanese
ST Sao Tomean, Santomean|SU Soviet|SV Salvadoran, Salvadorean, Salvadorian|SY Syrian|SZ Swazi, Eswatinian, Emaswati
TD Chadian|TG Togolese|TH Thai, Thailander|TJ Tajik, Tajikistani, Tadjik|TL Timorese, East Timorese
TM Turkmen, Turkmenistani, Turkoman|TN Tunisian|TO Tongan|TR Turkish, Turk|TT Trinidadian, Tobagonian, Trinbagonian
TV Tuvaluan|TW Taiwanese|TZ Tanzanian|UA Ukrainian|UG Ugandan|US American, US-American, Yankee
UY Uruguayan|UZ Uzbekistani, Uzbek|VC Vincentian|VE Venezuelan|VN Vietnamese|VU Vanuatuan, Ni-Vanuatu
WS Samoan|XK Kosovar, Kosovan|YE Yemeni, Yemenite|YU Yugoslav, Yugoslavian|ZA South African|ZM Zambian|ZW Zimbabwean
CSHH Czechoslovak, Czechoslovakian|DDDE East German
"""


def demonyms() -> dict[str, tuple[str, ...]]:
    """Return the wordings by code, each once."""
    rows = [row.strip() for row in DEMONYMS.replace("\n", "|").split("|") if row.strip()]
    parted = [row.partition(" ") for row in rows]
    return {code: tuple(word.strip() for word in words.split(",")) for code, _, words in parted}

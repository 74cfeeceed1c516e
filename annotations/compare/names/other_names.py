"""Other names of states that CLDR does not have, official, short and former ones, and what each calls its people."""

from __future__ import annotations

# Commas separate.  Abbreviations of two and three letters are read in capitals only ("US", not "us").
NAMES = """
AE UAE, Emirates, United Arab Emirates|AF Islamic Emirate of Afghanistan, Islamic Republic of Afghanistan
AM Republic of Armenia|AR Argentine Republic, Argentine Confederation|AU Commonwealth of Australia
AZ Republic of Azerbaijan|BA Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina, Bosnia-Hercegovina, BiH
BD People's Republic of Bangladesh|BN Brunei Darussalam|BO Plurinational State of Bolivia|BS Bahamas
BY Belorussia, Byelorussia, Belarus|CD Congo, Congo-Kinshasa, DRC, DR Congo, D.R. Congo, Democratic Republic of Congo
CD Democratic Republic of the Congo, Zaire, Zaïre|CF CAR, Centrafrique
CG Congo-Brazzaville, Republic of Congo, Republic of the Congo|CH Swiss Confederation|CI Ivory Coast, Cote d'Ivoire
CN PRC, People's Republic of China, Mainland China, Communist China, Red China|CV Cabo Verde|CW Curacao
CZ Czech Republic|DE Federal Republic of Germany, FRG, West Germany|DO Dominican Republic
EG Arab Republic of Egypt|EH Sahrawi Arab Democratic Republic, SADR|FJ Republic of Fiji|FK Falklands, Malvinas
FM Federated States of Micronesia|FR French Republic|GB UK, U.K., Britain, Great Britain, GBR, United Kingdom
GB United Kingdom of Great Britain and Northern Ireland|GB-ENG England|GB-SCT Scotland|GB-WLS Wales
GB-NIR Northern Ireland|GM The Gambia|GR Hellenic Republic|GW Guinea Bissau|HK Hong Kong, Hongkong, HKSAR
IE Eire, Éire, Republic of Ireland, Irish Republic|IL State of Israel|IN Republic of India, Bharat
IQ Republic of Iraq|IR Islamic Republic of Iran, Persia|JO Hashemite Kingdom of Jordan
KG Kyrgyz Republic, Kirghizia, Kirgizia|KH Kampuchea|KP DPRK, Democratic People's Republic of Korea
KR ROK, Republic of Korea|LA Lao PDR, Lao People's Democratic Republic|LY Libyan Arab Jamahiriya
MD Republic of Moldova, Moldavia|MK Macedonia, FYROM, Republic of North Macedonia, Former Yugoslav Republic of Macedonia
MM Myanmar, Burma, Republic of the Union of Myanmar|MO Macau, Macao|NL Holland, The Netherlands, Kingdom of the Netherlands
NZ Aotearoa, Aotearoa New Zealand|PG PNG|PH Republic of the Philippines|PK Islamic Republic of Pakistan
PS Palestine, State of Palestine, Occupied Palestinian Territories, Occupied Palestinian Territory
PS Palestinian Territory|RU Russian Federation|SA Kingdom of Saudi Arabia, KSA|SO Federal Republic of Somalia
SU Soviet Union, USSR, U.S.S.R., Union of Soviet Socialist Republics|SV Republic of El Salvador|SY Syrian Arab Republic
SZ Swaziland, Kingdom of Eswatini|TH Kingdom of Thailand, Siam|TL East Timor, Timor Leste
TR Turkey, Turkiye, Republic of Turkey, Republic of Türkiye|TW Republic of China, ROC
TZ United Republic of Tanzania, Tanganyika
US USA, U.S., U.S.A., US, America, United States of America, US of A
VA Vatican, Holy See, Vatican City State|VE Bolivarian Republic of Venezuela|VN Socialist Republic of Vietnam, Viet Nam
YE Republic of Yemen|YU Yugoslavia, Socialist Federal Republic of Yugoslavia|ZA RSA, Republic of South Africa
CSHH Czechoslovakia|DDDE East Germany, GDR, German Democratic Republic|XK Kosova, Republic of Kosovo
UA Republic of Ukraine|CY Republic of Cyprus|LK Ceylon|BJ Dahomey|BF Upper Volta|ZW Rhodesia, Republic of Zimbabwe
"""
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


def other_names() -> list[tuple[str, str]]:
    """Return code and name of each; a code stands more than once."""
    rows = [row.strip().partition(" ") for row in NAMES.replace("\n", "|").split("|") if row.strip()]
    return [(code, name.strip()) for code, _, names in rows for name in names.split(",")]


def demonyms() -> dict[str, tuple[str, ...]]:
    """Return the wordings by code, each once."""
    rows = [row.strip() for row in DEMONYMS.replace("\n", "|").split("|") if row.strip()]
    parted = [row.partition(" ") for row in rows]
    return {code: tuple(word.strip() for word in words.split(",")) for code, _, words in parted}

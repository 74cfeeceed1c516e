"""Other names of states that CLDR does not have: official ones, short ones, former ones, abbreviations."""

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


def other_names() -> list[tuple[str, str]]:
    """Return code and name of each; a code stands more than once."""
    rows = [row.strip().partition(" ") for row in NAMES.replace("\n", "|").split("|") if row.strip()]
    return [(code, name.strip()) for code, _, names in rows for name in names.split(",")]

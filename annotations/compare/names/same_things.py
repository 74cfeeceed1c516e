"""Other names of things that news uses without explaining them, and names of cities that are known."""

from __future__ import annotations

from functools import cache

from annotations.compare.names.built import DROPPED
from annotations.compare.names.fold import fold
from annotations.compare.names.kinds import BODY, EVENT, LAW, PLACE
from annotations.suggest.rules.places import CITIES, REGIONS, STATES, names_in
from annotations.text.word_forms import listed

# The names of a line are one thing's.
BODIES = """
Kurd, Kurds, Kurdish|Jew, Jews, Jewish|Shia, Shi'a, Shias, Shiite, Shiites, Shi'ite, Shi'ites|Roma, Romani|Federal Reserve, Fed
United Nations, UN|European Union, EU|NATO, North Atlantic Treaty Organization, North Atlantic Treaty Organisation
African Union, AU|UN Security Council, Security Council, United Nations Security Council, UNSC
UN General Assembly, United Nations General Assembly, UNGA|Islamic State, ISIS, ISIL, IS, IS group, Daesh, Da'ish
Islamic State of Iraq and Syria, ISIS|Islamic State of Iraq and the Levant, ISIS
UNICEF, United Nations Children's Fund, UN Children's Fund|UNHCR, UN refugee agency, United Nations refugee agency
IAEA, International Atomic Energy Agency|OPEC, Organization of the Petroleum Exporting Countries
IDF, Israel Defense Forces, Israeli Defense Forces|IRGC, Islamic Revolutionary Guard Corps, Islamic Revolutionary Guards Corps
IRGC, Revolutionary Guards, Iranian Revolutionary Guard|WHO, World Health Organization|IMF, International Monetary Fund
MSF, Doctors Without Borders, Médecins Sans Frontières|PKK, Kurdistan Workers' Party|PLO, Palestine Liberation Organization
ICRC, International Committee of the Red Cross|FARC, Revolutionary Armed Forces of Colombia|GCC, Gulf Cooperation Council
US State Department, State Department|US Department of Defense, Pentagon|FIFA, Fédération Internationale de Football Association
"""
PLACES = """
Kyiv, Kiev, Київ, Киев|Kharkiv, Kharkov|Lviv, Lvov|Odesa, Odessa|Dnipro, Dnepr, Dnipropetrovsk|Chernihiv, Chernigov|Mykolaiv, Nikolaev
Luhansk, Lugansk|Zaporizhzhia, Zaporozhye, Zaporizhia|Chernobyl, Chornobyl|Donbas, Donbass|Erbil, Irbil, Arbil
Fallujah, Falluja|Homs, Hims|Mumbai, Bombay|Kolkata, Calcutta|Chennai, Madras|Bengaluru, Bangalore|Yangon, Rangoon
Kathmandu, Katmandu|Tehran, Teheran|Ulaanbaatar, Ulan Bator|Beijing, Peking|Guangzhou, Canton|Taipei, Taibei
Ho Chi Minh City, Saigon|Astana, Nur-Sultan|Almaty, Alma-Ata|Cologne, Köln|Munich, München|Geneva, Genève, Genf
The Hague, Den Haag|Balochistan, Baluchistan|Washington DC, Washington D.C., District of Columbia|New York City, NYC
Los Angeles, LA|Rio de Janeiro, Rio|Marrakesh, Marrakech|Mecca, Makkah|Medina, Madinah|Persian Gulf, Arabian Gulf
Atlantic, Atlantic Ocean|Pacific, Pacific Ocean|Mediterranean, Mediterranean Sea|Aegean, Aegean Sea|Adriatic, Adriatic Sea
Baltic, Baltic Sea|Caspian, Caspian Sea|Himalayas, Himalaya|Antarctica, Antarctic|Falkland Islands, Falklands|N'Djamena, Ndjamena
Prishtina, Pristina|Chisinau, Kishinev|Tbilisi, Tiflis|Yaoundé, Yaunde|Asia-Pacific, Asia Pacific|Seville, Sevilla
Calif., California|Fla., Florida|Conn., Connecticut|Ill., Illinois|Mass., Massachusetts|Mich., Michigan|Minn., Minnesota
Pa., Pennsylvania|Tenn., Tennessee|Va., Virginia|Wash., Washington State|Wis., Wisconsin|N.J., New Jersey|N.C., North Carolina
Ariz., Arizona|Ga., Georgia State|Md., Maryland|Ore., Oregon|Colo., Colorado|La., Louisiana|N.M., New Mexico|Okla., Oklahoma
"""
EVENTS = """
World War I, First World War, World War One, Great War, WWI, WW1|World War II, Second World War, World War Two, WWII, WW2
Olympics, Olympic Games|Winter Olympics, Winter Olympic Games|Summer Olympics, Summer Olympic Games
September 11 attacks, 9/11, 9/11 attacks, Sept. 11 attacks
"""
LAWS = """
Non-Proliferation Treaty, Nuclear Non-Proliferation Treaty, NPT|Paris Agreement, Paris climate agreement, Paris climate accord
JCPOA, Joint Comprehensive Plan of Action
"""
# Besides the cities, states and regions that the suggester lists: provinces that look like each other.
MORE_PLACES = names_in("""
Shaanxi, Shanxi, Hainan, Henan, Hunan, Hubei, Hebei, Jiangxi, Guangxi, Guizhou, Guangdong, Suzhou, Xuzhou, Taizhou, Taiyuan,
Jinan, Yinchuan, Yunnan, Goa, Assam, Saada, Saba, Hajjah, Homs, Hama, Mahra, Marib, Sinai, Samara, Samarra, Kursk, Kirkuk
""")
ALSO_CITIES = listed("kandahar idlib luhansk donetsk")
TABLES = ((BODY, "ORG", BODIES), (PLACE, "GPE", PLACES), (EVENT, "EVENT", EVENTS), (LAW, "LAW", LAWS))


@cache
def other_name_lines() -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the numbers of the lines that a kind's folded name stands in."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    number = 0
    for kind, label, table in TABLES:
        for line in table.replace("\n", "|").split("|"):
            for name in dict.fromkeys(fold(part.strip(), label) for part in line.split(",") if part.strip()):
                found[kind, name] = (*found.get((kind, name), ()), number)
            number += 1
    return found


@cache
def known_places() -> dict[str, str]:
    """Return the cities, states and regions whose names the world knows, folded, each with what stands for all of its names."""
    lines = other_name_lines()
    known = dict.fromkeys(fold(name, "GPE") for name in (*CITIES, *STATES, *REGIONS, *MORE_PLACES))
    known |= dict.fromkeys(name for kind, name in lines if kind == PLACE)
    return {name: str(lines.get((PLACE, _bare(name, known)), (_bare(name, known),))[0]) for name in known}


@cache
def provinces() -> frozenset[str]:
    """Return the provinces and federal states that are known and share their name with no city, folded."""
    return (
        frozenset(fold(name, "GPE") for name in STATES) - {fold(name, "GPE") for name in CITIES} - ALSO_CITIES
    )


@cache
def cities() -> frozenset[str]:
    """Return the cities and states that are known, folded."""
    return frozenset(fold(name, "GPE") for name in (*CITIES, *STATES, *MORE_PLACES))


def _bare(name: str, known: dict[str, None]) -> str:
    """Return the name without a head that may be missing, where it is known without: the Sinai."""
    if name.startswith("mount ") and name[6:] in known:
        return name[6:]
    bare, _, head = name.rpartition(" ")
    return bare if head in DROPPED and bare in known else name

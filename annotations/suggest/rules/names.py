"""Names by their shape and company: titles, persons, organisations, places, events, laws, weapons.

A rule here needs a word that gives the kind away ("Ministry", "Airport", "Mr."); names that are known as they
stand are in `gazetteer`.
"""

from __future__ import annotations

from annotations.suggest.rules.given_names import given_names
from annotations.suggest.rules.patterns import Rule
from annotations.suggest.rules.peoples import adjectives, peoples
from annotations.suggest.rules.places import ALSO_PERSONS, CITIES, REGIONS, STATES, countries

LISTED, DESIGNATED, SHAPED = 0.95, 0.8, 0.6


def _single(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.replace(".", "").isalpha())


CLASSES = {
    "syllable": """
        il un bak bian moon hyun hye eun jong sung woo jin ho min soo suk kyung hwan ying jeou wen young hee
    """,
    "honorific": "Mr. Mrs. Ms. Mr Mrs Ms Miss Sir Lady Lord",
    "particle": """
        al el bin ibn van von der den de del della di da dos la le ben abu bint Al El Bin Ibn Van Von De Del
        Di Da Abu Abd Abdul Abdel
    """,
    "rank": """
        gen. adm. col. capt. sgt. lt. maj. brig. cpl. pvt. spc. cmdr. cdr. insp. sen. rep. gov. dr. prof.
        rev. hon. pres. Gen Adm Col Capt Sgt Lt Maj Sen Gov Dr Prof Rev
    """,
    "rank_word": "general admiral colonel captain sergeant lieutenant major brigadier corporal commander",
    "before_title": """
        vice deputy acting assistant senior chief interim under associate lead co staff principal crown
    """,
    "office": """
        president premier chancellor senator congressman congresswoman governor mayor ambassador judge
        justice king queen prince princess pope emperor sultan emir sheikh sheik ayatollah imam rabbi
        archbishop bishop patriarch reverend pastor professor doctor detective inspector spokesman
        spokeswoman spokesperson chairman chairwoman chairperson ceo envoy lawmaker representative
        secretary-general prosecutor commissioner coach
    """,
    "minister": "minister secretary",
    "portfolio": """
        prime foreign defense defence interior finance health education justice home energy oil trade
        economy economic environment agriculture labor labour transport transportation information culture
        tourism housing state treasury commerce press cabinet planning electricity security development
        industry immigration science army
    """,
    "role": "spokesman spokeswoman spokesperson director",
    "org_end": """
        Ministry Agency Department University Corp. Corp Corporation Inc. Inc Ltd. Ltd Limited LLC PLC plc
        Co. Company Bank Party Council Committee Army Navy Command Group Association Institute Police Court
        Commission Organization Organisation Authority Bureau Federation Foundation Union Parliament Senate
        Congress Assembly Administration Board Office Society College School Academy Brigade Brigades
        Battalion Division Regiment Corps Squadron Fleet Militia Forces Guard Guards Front Movement Alliance
        League Coalition Brotherhood Center Centre Fund Service Services Times Post Journal Herald Tribune
        Daily Gazette Newspaper News Television TV Radio Airlines Airways Airline Motors Industries
        Technologies Systems Holdings Partners Press Network Laboratory Laboratories Church Club Museum
        Orchestra Trust Cabinet Directorate Headquarters Exchange Consortium Secretariat Tribunal Mission
        Programme Program United FC
    """,
    "weak_end": """
        Center Centre Mission Program Programme Service Services Office School Board Fleet United Front
        Trust Daily Company Group Exchange Church Club Guards Cabinet Forces Division Press Headquarters
        Party Police Post Army Guard Administration Court Museum Society
    """,
    "org_head": """
        Ministry Department Bank University Institute Council Court Bureau House Organization Organisation
        Association Union Federation Board Chamber Office Academy College Society Church Committee
        Commission Center Centre School Army Agency Movement League Conference Congress Confederation Front
        Party Directorate
    """,
    "fac_end": """
        Airport Airbase Hospital Bridge Stadium Square Street Avenue Boulevard Palace Embassy Consulate
        Prison Tower Dam Cathedral Mosque Synagogue Temple Castle Station Barracks Camp Base Highway Tunnel
        Terminal Plant Plaza Park Building Airfield Harbour Harbor Shipyard Canal Road Mall Hotel Arena
        Theatre Theater Garden Gardens Checkpoint Crossing Port Garrison
    """,
    "fac_kind": """
        Air Naval Military Army Power International Nuclear Train Railway Police Bus Space Detention Refugee
        Border
    """,
    "fac_noun": "airport airbase airfield",
    "loc_end": """
        Sea Ocean River Mountains Mountain Strait Straits Desert Peninsula Valley Islands Island Lake Bay
        Gulf Basin Delta Plateau Coast Hills Forest Canyon Heights Glacier Archipelago
    """,
    "gpe_end": "Province County Governorate Prefecture Oblast Township",
    "loc_head": "Gulf Strait Straits Bay Sea Cape Isle Lake Mount Mt. Valley",
    "event_end": """
        War Wars Olympics Games Cup Championship Championships Revolution Uprising Festival Intifada
        Massacre Marathon Genocide Earthquake Crusade Crusades Prix
    """,
    "storm": "Hurricane Typhoon Cyclone Storm Operation",
    "law_end": "Act Treaty Accord Accords Convention Conventions Protocol Amendment Constitution",
    "roman": "I II III IV V VI VII VIII IX X XI XII XVI",
    "air": "Air",
    "force": "Force",
    "arm": """
        missile missiles rocket rockets drone drones uav uavs torpedo torpedoes warhead warheads mortar
        mortars grenade grenades howitzer howitzers rifle rifles bomb bombs launcher launchers munition
        munitions mine mines shells tank tanks helicopter helicopters fighter jets jet gunship gunships
    """,
    "bare_arm": "missiles rockets drones uavs torpedoes warheads grenades howitzers mortars",
    "arm_kind": """
        ballistic cruise hypersonic guided antitank anti-tank antiaircraft anti-aircraft anti-ship nuclear
        thermobaric intercontinental kamikaze suicide armed tactical supersonic precision-guided
        air-launched sea-launched short-range long-range medium-range intermediate-range close-range
        shoulder-fired heat-seeking laser-guided rocket-propelled hand attack cluster barrel car truck
        roadside petrol vacuum smart dirty atomic hydrogen anti-personnel land assault stealth surveillance
        reconnaissance sniper rocket mortar unmanned surface-to-air surface-to-surface air-to-surface
    """,
    "reach": "short long medium intermediate close longer shorter mid",
    "brand": """
        Tomahawk Patriot Javelin HIMARS Kalashnikov Kalashnikovs Hellfire Stinger Scud Shahed Trident
        Minuteman Katyusha Qassam Grad Iskander Kinzhal Kalibr ATACMS Exocet Harpoon Sidewinder Predator
        Reaper Bayraktar Abrams Leopard Bradley Apache Eurofighter Gripen Rafale Himars NLAW Taurus
    """,
    "sole_brand": "HIMARS Kalashnikov Kalashnikovs ATACMS Katyusha Bayraktar Himars NLAW",
    "opener": """
        former late local many several most all some his her its their our what why how where when who top
        more former according meanwhile however two three four five six one another earlier today inside
        during despite while since despite following speaking asked read share watch see get only even both
        each every no yes not under over next now why here there this that these those the a an in on at by
        to for from with of and or but nor as if so then than into onto before after about between among
        amid against without through per via i he she it we they you my your was is are were be been has
        have had do does did will would can could shall should may might must until such any other also just
        still yet because though although
    """,
}

LISTS = {
    "place": (*_single(countries()), *_single(STATES), *_single(CITIES)),
    "region": _single(REGIONS),
    "demonym": _single(adjectives()),
    "demonyms": _single(peoples()),
    "given": given_names(),
    "also_person": tuple(ALSO_PERSONS),
}

NEVER_IN_CAPITALS = frozenset({"function", "opener"})

GROUPS = {
    "name": "capital - opener function weekday month honorific office minister rank holiday",
    "caps": "capital capitals initials - opener function weekday month honorific office holiday",
    "any_capital": "capital - opener function weekday month",
    "surname": (
        "capital capitals - opener function weekday month honorific office minister portfolio rank org_end "
        "place region demonym demonyms fac_end loc_end org_head event_end law_end role holiday before_title "
        "rank_word"
    ),
    "proper": (
        "capital - opener function weekday month honorific office minister rank place region demonym "
        "demonyms holiday"
    ),
    "acronym": "capitals",
    "titled": "rank office",
    "end_of_title": "rank office minister rank_word role",
}

MACROS = {
    "CAP": "(?: <caps> (?: <hyphen> <caps> )? | <particle> <hyphen> <caps> )",
    "SURNAME": (
        "(?: (?: <particle> <hyphen>? ){0,2} (?: <surname> | <also_person> ) (?: <hyphen> (?: <surname> | "
        "<syllable> ) )? )"
    ),
    "PERSONS": (
        "(?: <given> | SURNAME ) (?: (?: <initial>{0,2} | <demonym> ) SURNAME | <initial>{1,2} "
        "<any_capital> ){0,3} <roman>?"
    ),
    "SOMEBODY": "(?: <given> | <surname> | <particle> <hyphen>? <surname> | <initial> <surname> )",
    "RANKS": "(?: <before_title> <hyphen>? )? (?: <rank> | <rank_word> ){1,3}",
    "POST": (
        "(?: <office> (?: <hyphen> elect )? | <minister> (?: <hyphen> general | of <portfolio> )? "
        "| attorney general | supreme leader | chief executive | chief justice )"
    ),
    "OFFICE": "(?: <before_title> <hyphen>? ){0,2} (?: <portfolio> (?: and <portfolio> )? ){0,2} POST",
    "TITLED": "(?: RANKS | OFFICE )",
    "ORG_TAIL": (
        "(?: (?: of | for | on ) (?: the )? CAP{1,3} (?: (?: and | <ampersand> ) (?! <place> ) "
        "<caps>{1,2} )? )"
    ),
    "ARM_KIND": (
        "(?: <arm_kind> | <reach> <hyphen>? range | surface <hyphen> to <hyphen> (?: air | surface ) "
        "| air <hyphen> to <hyphen> (?: air | surface | ground ) "
        "| anti <hyphen>? (?: ship | tank | aircraft | personnel ) | one <hyphen> way attack "
        "| (?: precision | laser ) <hyphen> guided | rocket <hyphen> propelled "
        "| shoulder <hyphen> (?: fired | launched ) )"
    ),
}

RULES = (
    Rule(
        "TITLE",
        "TITLED (?= SOMEBODY | TITLED <surname> | <comma> (?: <given> | <surname> ) <surname> )",
        DESIGNATED,
    ),
    Rule(
        "TITLE",
        "(?: secretary | minister ) of <portfolio> (?= <comma>? (?: <given> | <surname> ) <surname> )",
        DESIGNATED,
    ),
    Rule("PERSON", "(?<= <end_of_title> ) PERSONS", DESIGNATED),
    Rule(
        "PERSON",
        "(?<= <end_of_title> <comma> ) (?: <given> | <surname> ) SURNAME{1,2} (?= <comma> )",
        DESIGNATED,
    ),
    Rule("PERSON", "(?<= <honorific> ) PERSONS", LISTED),
    Rule("PERSON", "<given> <initial>{0,2} SURNAME (?: <initial>? SURNAME ){0,2}", DESIGNATED, True),
    Rule("PERSON", "<surname> <initial> <surname>", SHAPED, True),
    Rule(
        "PERSON",
        "<surname> (?: bin | ibn | al <hyphen> | van der | bin al <hyphen> ) <surname>",
        SHAPED,
        True,
    ),
    Rule("ORG", "CAP{1,5} (?: <ampersand> CAP{1,2} )? <org_end> (?: ORG_TAIL )?", DESIGNATED, True),
    Rule("ORG", "(?: CAP{1,3} )? <org_head> ORG_TAIL", DESIGNATED, True),
    Rule("ORG", "(?<= <org_end> <open> ) <acronym> (?= <close> )", DESIGNATED),
    Rule("ORG", "(?: CAP{1,4} )? <air> <force>", DESIGNATED),
    Rule("FAC", "CAP{1,4} <fac_kind>{0,2} <fac_end>", DESIGNATED, True),
    Rule(
        "FAC",
        "(?: <proper> | <particle> <hyphen> <proper> ){1,3} (?: international )? <fac_noun>",
        DESIGNATED,
        True,
    ),
    Rule("FAC", "(?: <proper> | <particle> <hyphen> <proper> ){1,3} air base", DESIGNATED, True),
    Rule("FAC", "(?: port | camp | fort ) (?: of )? <proper>", SHAPED, True),
    Rule("LOC", "<name>{1,3} <loc_end>", DESIGNATED, True),
    Rule("GPE", "<name>{1,3} (?: <gpe_end> )", DESIGNATED, True),
    Rule("LOC", "<loc_head> (?:of)? <name>{1,2}", DESIGNATED, True),
    Rule("EVENT", "<name> <hyphen> <name> (?: war | conflict )", DESIGNATED),
    Rule("EVENT", "<name>{1,3} <event_end>", DESIGNATED, True),
    Rule("EVENT", "(?: tropical )? <storm> <proper>{1,2}", DESIGNATED, True),
    Rule("LAW", "CAP{1,4} <law_end>", DESIGNATED, True),
    Rule("LAW", "CAP{0,4} resolution (?: <integer> | <year> )", DESIGNATED),
    Rule("WEAPON", "(?: f <slash> )? <designator> (?: ARM_KIND{0,2} <arm>{1,2} )?", DESIGNATED),
    Rule("WEAPON", "ARM_KIND{1,4} <arm>", DESIGNATED),
    Rule("WEAPON", "<brand> ARM_KIND{0,2} <arm>", DESIGNATED),
    Rule("WEAPON", "<sole_brand>", DESIGNATED),
    Rule(
        "WEAPON",
        "improvised explosive (?: device | devices ) | (?: nuclear | chemical | biological ) (?: weapon | "
        "weapons )",
        DESIGNATED,
    ),
    Rule("WEAPON", "<bare_arm>", SHAPED),
)

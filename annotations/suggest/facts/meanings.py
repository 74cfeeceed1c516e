"""Common verbs of the news, and what they are done to where they mean a fact: "passed the bill", not "passed the lorry"."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.schema.types import FactType
from annotations.suggest.facts.roles import SITES
from annotations.suggest.facts.word_lists import CRAFT, FORCE, KIN, OFFICES, POSTS, WEAPONS
from annotations.text.word_forms import listed

BOATS = listed(
    "helicopter helicopters lifeboat lifeboats boat boats ship ships vessel vessels plane planes aircraft ferry ferries tug tugs"
)
PEOPLE = listed(
    """people person persons man men woman women child children boy boys girl girls baby babies infant infants teenager
    teenagers pupil pupils student students teacher teachers worker workers miner miners farmer farmers driver drivers
    passenger passengers pilot pilots sailor sailors fisherman fishermen tourist tourists hiker hikers climber climbers
    skier skiers swimmer swimmers villager villagers resident residents civilian civilians soldier soldiers troops officer
    officers policeman policemen fighter fighters militant militants protester protesters demonstrator demonstrators
    journalist journalists reporter reporters nurse nurses doctor doctors patient patients migrant migrants refugee
    refugees prisoner prisoners inmate inmates suspect suspects witness witnesses victim victims family families couple
    crew staff fan fans spectator spectators player players neighbour neighbours neighbor neighbors customer customers
    shopper shoppers motorist motorists cyclist cyclists pedestrian pedestrians bystander bystanders firefighter
    firefighters rescuer rescuers crowd member members lawmaker lawmakers guest guests other others dozens hundreds
    thousands scores steward stewards referee referees guard guards goalkeeper captain striker defender midfielder jockey
    rider riders runner runners paramedic paramedics engineer engineers electrician cleaner cleaners builder builders
    labourer labourers laborer laborers employee employees colleague colleagues teenager toddler toddlers pensioner
    pensioners grandfather grandmother father mother son daughter brother sister husband wife widow aid-worker shopkeeper
    shopkeepers deputy mayor minister priest nun monk pilgrim pilgrims holidaymaker holidaymakers hostage hostages
    settler settlers herder herders hunter hunters trekker trekkers commuter commuters medic medics sheriff agent agents
    rebel rebels gunman gunmen attacker attackers insurgent insurgents militiaman militiamen trooper troopers marine marines"""
)
TROOPS = listed(
    """troop troops soldier soldiers force forces peacekeeper peacekeepers personnel police battalion battalions brigade
    brigades regiment contingent marines paratroopers sailors guards warship warships frigate frigates destroyers jets
    fighters instructors advisers advisors trainers observers monitors inspectors medics officers"""
)
STAFF = listed(
    "staff employees workers personnel diplomats engineers doctors nurses volunteers experts agents crew"
)
VEHICLES = listed(
    """car cars bus buses truck trucks lorry lorries van vans vehicle vehicles train trains tram trams carriage carriages
    locomotive locomotives coach coaches motorcycle motorcycles ambulance ambulances tractor tractors tank tanks"""
)
THINGS = (
    SITES
    | CRAFT
    | VEHICLES
    | listed(
        """home homes house houses building buildings roof roofs shop shops store stores school schools hospital hospitals
        church churches mosque temple factory factories warehouse warehouses barn barns greenhouse greenhouses flat flats
        apartment apartments hotel hotels office offices road roads bridge bridges street streets field fields crop crops
        orchard orchards vineyard vineyards forest forests village villages town towns neighbourhood neighbourhoods
        neighborhood neighborhoods block blocks pipe pipes pipeline pipelines cable cables line lines wire wires tree trees
        pole poles pylon pylons fence fences window windows door doors wall walls dam dams dyke dykes dike levee levees
        embankment embankments barrier barriers hull tyre tyres tire tires rail rails track tracks runway pier piers jetty
        stand stands ceiling tower towers turbine turbines transformer transformers grid substation network boat boats"""
    )
)
FEELINGS = listed(
    """concern concerns regret regrets condolence condolences hope hopes support doubt doubts confidence fear fears sympathy
    sympathies gratitude thanks appreciation solidarity outrage anger shock dismay optimism opposition disappointment
    surprise frustration sorrow alarm satisfaction reservations objection objections scepticism skepticism sadness
    remorse willingness readiness criticism disapproval worry worries grievances apology apologies congratulations"""
)
SPOKEN = listed(
    """statement statements announcement announcements speech address appeal warning warnings apology denial rebuke
    ultimatum comment comments remark remarks testimony evidence lecture eulogy sermon interview interviews alert alerts
    advisory decree threat threats demand demands complaint complaints accusation accusations allegation allegations
    promise pledge proclamation communique call plea verdict ruling"""
)
TERMS = listed(
    "deal offer terms proposal proposals settlement plan ceasefire truce compromise agreement conditions bid"
)
SUITS = listed("lawsuit lawsuits suit case dispute claim claims complaint charges")
ARMS = WEAPONS | listed("baton batons truncheons spray taser tasers whips canes force")
SUMS = listed(
    "grant loan funding bailout payment payout compensation subsidy subsidies donation prize bonus damages"
)
SEATS = listed(
    """seat seats term terms election re-election reelection presidency premiership leadership mayoralty governorship nomination
    primary runoff run-off by-election byelection race office chair chairmanship title"""
)
OFFICE = listed(
    "seat post job role office position chair leadership presidency throne helm captaincy party whip"
)
CASES = listed(
    """report reports complaint complaints call calls case cases claim claims allegation allegations attack attacks incident
    incidents accident accidents death deaths injury injuries shooting shootings outbreak outbreaks protest protests
    application applications request requests ballot ballots vote votes entry entries raid raids strike strikes threat
    threats bid bids objection objections tip tips alert alerts fire fires quake quakes earthquake earthquakes aftershock
    aftershocks violation violations breach breaches arrest arrests infection infections murder murders robbery robberies
    burglary burglaries crash crashes collision collisions flood floods explosion explosions kidnapping kidnappings
    closure closures resignation resignations delay delays cancellation cancellations failure failures test tests
    execution executions sighting sightings wildfire wildfires blaze blazes storm storms homicide homicides defeat defeats
    win wins victory victories goal goals launch launches airstrike airstrikes visit visits visitor visitors hearing
    hearings lawsuit lawsuits recall recalls bombing bombings clash clashes demonstration demonstrations rally rallies
    hospitalisation hospitalisations hospitalization hospitalizations casualty casualties offence offences offense
    offenses crime crimes trial trials suicide suicides birth births patient patients bankruptcy bankruptcies"""
)
GOODS = VEHICLES | listed(
    """aid supplies equipment doses vaccines vaccine aircraft jets planes helicopters ships ships submarines missiles shells
    ammunition weapons arms tonnes tons barrels gas oil grain wheat food medicine medicines tents blankets generators fuel
    turbines chips units machines drones howitzers rifles batteries systems parts masks ventilators"""
)
GUESTS = listed(
    """leader leaders president presidents premier minister ministers envoy envoys official officials delegation delegations
    representatives negotiators diplomats ambassador ambassadors counterpart counterparts chancellor governor governors
    king queen prince emir sultan pope secretary chief commander mediator mediators lawmakers parties sides"""
)
BODY = listed(
    """arm arms leg legs ankle ankles wrist wrists knee knees hip hips shoulder shoulders collarbone rib ribs nose jaw skull
    eye eyes ear ears face neck spine pelvis finger fingers thumb toe toes foot feet hand hands elbow thigh hamstring calf muscle ligament
    ligaments tendon achilles cheekbone eardrum bone bones vertebra tooth teeth back head"""
)
HURTS = BODY | listed(  # what people suffer
    """concussion concussions fracture fractures burns burn laceration lacerations bruise bruises bruising cuts cut wound
    wounds hypothermia inhalation trauma whiplash seizure amputation haemorrhage hemorrhage bleeding sprain strain
    dislocation contusion contusions stroke attack arrest"""
)
REMAINING = listed("remain stay")  # their subject is the unit
GOING = listed("depart abdicate") | {"bow out"}
HOLDING = listed(
    "become join win lose vacate relinquish depart abdicate"
) | {  # their subject gets or leaves the post
    "take over",
    "take up",
    "give up",
    "take charge",
    "take the helm",
    "bow out",
}
ADDRESSING = listed(  # whom they are done to is told
    "tell remind inform notify assure reassure advise warn promise urge thank implore beg caution"
)
MEANT: tuple[tuple[str, frozenset[str], str, str], ...] = (  # a row as in SENSES
    ("victim", PEOPLE, "PERSON NORP", "crush,disappear,vanish,starve,burn,go missing"),
    ("victim", PEOPLE, "PERSON NORP", "cut,run over,knock down,sweep away,carry off,bury,trample"),
    ("victim", PEOPLE, "PERSON NORP", "take,rush,fly,hospitalize"),
    ("victim", KIN | BODY, "PERSON", "lose"),
    ("victim", HURTS, "", "suffer,sustain"),
    ("victim", BODY, "", "break,tear,dislocate,sprain,twist,fracture"),
    (
        "target",
        THINGS,
        "FAC PRODUCT",
        "snap,sever,engulf,swamp,cripple,breach,burst,buckle,crumble,puncture,crush,bury",
    ),
    (
        "target",
        THINGS,
        "FAC PRODUCT",
        "break,split,crack,rip,carry off,fall down,break apart,blow down,blow off,tear off,rip off",
    ),
    ("target", THINGS, "FAC PRODUCT GPE LOC", "ravage,wipe out,wash out,char,scorch"),
    ("instrument", ARMS, "WEAPON", "use"),
    ("speaker", FEELINGS, "", "express,voice,offer"),
    ("speaker", SPOKEN | FEELINGS, "", "issue,make,deliver,give,read"),
    ("unit", FORCE, "WEAPON ORG", "rush,bring in,scramble,call out,send in,send out"),
    ("unit", TROOPS | STAFF | listed("team teams crew crews"), "", "move,fly,assign,post"),
    ("unit", BOATS, "", "launch,divert"),
    ("unit", TROOPS, "", "order,provide,contribute,commit,bring home,send home,repatriate,rotate,move in"),
    ("unit", STAFF | TROOPS, "", "evacuate"),
    ("unit", TROOPS | STAFF, "", "keep,have,maintain,host,base,remain,stay"),
    ("counted", CASES, "", "receive,see,log,document,face"),
    ("participant", GUESTS, "PERSON", "host,receive,convene,gather,ring"),
    ("party", TERMS, "", "accept"),
    ("party", SUITS, "", "settle"),
    ("party", TERMS | listed("contract contracts pact treaty lease"), "", "renew,seal,clinch,ink,finalize"),
    ("post", OFFICES, "PERSON TITLE", "hire,recruit,install,axe,remove,suspend,drop,become,reinstate,demote"),
    ("post", OFFICES, "PERSON TITLE", "depart,crown,impeach,designate,select,overthrow,unseat,pick,choose"),
    ("post", SEATS, "", "win"),
    ("post", OFFICE | SEATS, "", "lose,vacate,relinquish,take up,give up,take over"),
    ("post", POSTS - listed("government office agency service"), "ORG", "join"),
    ("item", GOODS, "WEAPON PRODUCT", "order,supply,deliver"),
    (
        "item",
        SUMS,
        "MONEY",
        "pledge,commit,allocate,earmark,raise,receive,secure,transfer,release,win",
    ),
)
ALONE = listed("settle depart leave") | {"take over"}
TELLING = listed(  # of speech only with a clause or a quote
    """rule conclude estimate observe hint imply indicate post counter respond retort comment repeat
    clarify speculate swear affirm boast quip scoff object elaborate"""
)
PROMISING = listed("promise pledge vow swear")  # of speech with a clause or "to"
STANDING = listed("have keep maintain host base remain stay")  # where forces are
NOUNLESS = listed(  # triggers that as nouns are no event
    """demand ask request question promise pledge voice estimate mock post rush scramble ram crush snap
    breach burst log document host pass win order supply fine raise loan lease transfer sponsor select
    join salute comment repeat quip boast hint puncture remove suspend finance settle compromise axe
    designate tap swear rule compensate recruit deface say tell target fire state name report sink burn
    sign level crater claim station fund grant replace describe shell bomb shoot blame add flood record
    launch pay buy meet call visit send hit drop throw pound phone initial storm stress signal dispute
    joke note remark reply wreck ruin"""
).union(lemma for *_, lemmas in MEANT for lemma in lemmas.split(","))
IMPLIED = (  # the kind of role and the trigger that tell a type, and verbs that mean it of some things only
    (
        "victim",
        "kill",
        "burn,carry off,take,rush,fly,suffer,sustain,break,tear,cut,dislocate,sprain,twist,fracture,run over,knock down",
    ),
    ("instrument", "attack", "use"),
    ("target", "destroy", "break,split,crack,carry off"),
    ("speaker", "say", "object,agree,read,issue,make,deliver,give,offer,post,counter,respond,speak"),
    (
        "unit",
        "deploy",
        "have,keep,maintain,host,base,remain,stay,launch,divert,move,fly,order,provide,contribute,commit,assign",
    ),
    ("counted", "total", "see,receive"),
    ("participant", "meet", "receive,gather,ring"),
    ("party", "agree", "renew,seal"),
    ("post", "appoint", "lose,pick,choose,drop"),
    ("item", "buy", "release,win"),
)


def implied(type_: FactType) -> Iterator[str]:
    """Yield common verbs that mean a fact of the type too."""
    for kind, seed, lemmas in IMPLIED:
        if seed in type_.triggers and any(role.kind == kind for role in type_.roles.values()):
            yield from (lemma for lemma in lemmas.split(",") if lemma not in type_.triggers)

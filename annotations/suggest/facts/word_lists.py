"""The word lists for suggested facts: closed classes, common verbs, and what some words do to others."""

from __future__ import annotations

from annotations.text.word_forms import listed

PACTS = listed(
    "deal agreement accord truce ceasefire pact compromise bargain settlement balance chord tone note pose"
)
LIGHT = listed(  # "carried out strikes": the noun says what was done
    """conduct carry launch unleash mount stage perform make undertake begin start continue order hold reach have
    suffer sustain cause claim leave put estimate"""
)
CARRIED = listed(
    "target launch fire conduct occur happen take kill hit strike"
)  # verbs that go with a noun's fact
DISCUSSING = listed("discuss negotiate")  # their object is the topic
EXPLODING = listed("explode detonate") | {"go off"}  # their subject is the instrument
BLASTS = listed("explosion blast detonation")
SERIES = listed("series string wave spate increase rise surge campaign number threat threats risk fear fears")
ASKING = listed(
    "request requests question questions query queries call calls email emails message messages enquiries comment"
)
SUCCEEDING = listed("replace succeed")  # one who leaves and one who follows are both the person
MONEYED = listed("give provide contribute spend invest finance fund")  # a transaction when there is money
REMOVING = listed("withdraw withdrawal kidnap abduct pullout") | {
    "pull out",
    "pull back",
}  # where from is the place
LEADERS = listed(
    "leaders presidents governments ministers envoys parliaments representatives delegations officials"
)
SUFFERING = listed("suffer sustain receive have")  # their subject is who is hurt
SIGNING = listed(
    "sign ratify adopt initial accept settle finalize clinch renew seal"
)  # of an agreement: they say what became of the paper that is their object
HAPPENING = listed(
    "occur happen take come begin start break erupt continue resume last fail collapse stall end go open close"
)
RESULTING = listed("result lead end")  # what they bring with "in" or "to" is what happened
REPORTED = listed("report record confirm register log document")
AIMING = listed("aim direct target")
TOLD_OF = listed(
    "report reports word sign signs claims accounts evidence allegations"
)  # "no reports of damage"
AVERTING = listed("deter prevent avoid avert stop cease counter fear halt end condemn denounce call")
INTRANSITIVE = frozenset(  # what their subject does happens to it
    """die,drown,collapse,resign,perish,succumb,suffocate,capsize,founder,go down,come down,cave in,catch fire,give way,
    run aground,come under fire,come under attack,step down,stand down,step aside,retire,quit,leave,take office,
    take over as,be lost,arrive""".replace("\n    ", "").split(",")
)
LABILE = listed(
    "sink burn capsize flood overturn topple rupture derail founder shatter"
)  # without an object too
ANSWERS = listed("response retaliation reaction answer")  # "in response to"
GIVING = listed("sell donate grant give provide contribute award lend resell auction supply deliver") | {
    "hand over"
}  # their subject is the seller
WEAPONS = listed(  # what is fired, launched or thrown in an attack
    """missile missiles rocket rockets drone drones shell shells shot shots round rounds bomb bombs grenade grenades mortar
    mortars bullet bullets torpedo torpedoes projectile projectiles salvo salvos barrage volley gas gunfire artillery
    stone stones rock rocks brick bricks bottle bottles petrol firebomb firebombs cannon cannons cocktail cocktails
    explosive explosives flare flares fireworks acid"""
)
ASSAULTS = listed(
    """attack attacks strike strikes airstrike airstrikes raid raids assault assaults offensive offensives bombardment
    operation operations incursion incursions invasion campaign"""
)
FORCE = listed(  # what is sent, stationed or withdrawn
    """troop troops soldier soldiers force forces warship warships ship ships frigate frigates destroyer destroyers
    submarine submarines vessel vessels boat boats jet jets plane planes aircraft helicopter helicopters tank tanks
    battalion battalions brigade brigades regiment unit units team teams convoy convoys fleet squadron squadrons
    police officer officers guard guards peacekeeper peacekeepers monitor monitors observer observers adviser advisers
    advisor advisors instructor instructors trainer trainers engineer engineers doctor doctors medic medics nurse nurses
    worker workers staff personnel expert experts specialist specialists rescuer rescuers diver divers firefighter
    firefighters investigator investigators inspector inspectors delegation mission missions envoy envoys hospital
    hospitals ambulance ambulances truck trucks vehicle vehicles battery batteries system systems launcher launchers
    drone drones missile missiles carrier carriers reinforcement reinforcements contingent mercenary mercenaries
    fighter fighters marine marines paratrooper paratroopers reservist reservists agent agents dog dogs crew crews
    volunteer volunteers bomber bombers artillery equipment weapon weapons ambassador ambassadors diplomat diplomats"""
)
KIN = listed(
    """life lives son sons daughter daughters brother brothers sister sisters mother father parents husband wife child
    children people men women soldiers sailors crew friend friends relatives cousin uncle aunt baby leg legs arm arms eye sight"""
)
POSTS = listed(
    "post job role office board company firm party government cabinet ministry club team position agency service"
)
CRAFT = listed(
    """ship ships boat boats ferry ferries vessel vessels plane planes aircraft helicopter tanker freighter trawler roof
    roofs building buildings house houses wall walls bridge bridges tower towers ceiling mast crane scaffolding dam
    balcony line lines trees pylons"""
)
COUNTED = listed("number toll tally total figure count cost losses it")
OFFICES = listed(  # who holds a post
    """minister premier president chairman chairwoman chair director chief executive officer secretary governor mayor
    ambassador envoy commander judge coach manager leader head king queen spokesman spokeswoman general chancellor
    commissioner speaker deputy prosecutor boss captain adviser advisor founder treasurer member members ministers
    cabinet he she i who they him her councillor councillors senator senators mp mps judges directors trustees
    bosses managers commissioners governors ministers aide chiefs headteacher headmaster dean rector"""
)
SENSES = (  # a type with a role of the kind means these verbs only of such things, or of names with such labels
    ("instrument", WEAPONS | ASSAULTS, "WEAPON PRODUCT", "fire,launch,throw,hurl,lob,drop"),
    (
        "unit",
        FORCE,
        "WEAPON PRODUCT PERSON ORG",
        "deploy,send,station,withdraw,dispatch,mobilize,redeploy,airlift",
    ),
    ("unit", FORCE, "WEAPON PRODUCT", "arrive"),
    ("unit", FORCE, "WEAPON PRODUCT PERSON ORG", "pull out,fly in,draft in,call in"),
    ("victim", listed("life lives"), "", "claim"),
    ("speaker", COUNTED, "", "put"),
    ("post", POSTS, "ORG", "leave,quit"),
    ("post", OFFICES, "PERSON", "fire"),
    ("target", CRAFT, "FAC PRODUCT", "go down,come down,knock out,pull down"),
)
OBJECTLESS = listed("fire deploy withdraw resign quit mobilize") | {
    "pull out",
    "pull back",
}  # these may stand alone too
CLAUSAL = listed(
    "note explain recall signal suggest predict reply joke maintain contend argue appeal"
)  # with a clause only
EVENTS = listed(  # what people die in and things are ruined by
    """attack attacks strike strikes airstrike airstrikes raid raids assault bombing bombings shelling shooting shootings
    ambush explosion explosions blast blasts fire fires crash crashes collision accident accidents disaster disasters
    earthquake earthquakes quake tremor aftershock flood floods flooding landslide landslides mudslide storm storms
    cyclone hurricane typhoon tornado avalanche tsunami eruption drought famine outbreak epidemic disease cholera
    clash clashes fighting violence unrest riot riots protest protests stampede crush collapse bomb bombs missile
    missiles rocket rockets shell shells drone drones gunfire offensive war conflict massacre siege derailment
    capsizing sinking incident incidents heatwave hunger lightning"""
)
STATES = listed("dead missing unaccounted")  # what people are, ahead of the noun too
AIMED = listed("fire launch throw hurl lob drop use") | {
    "open fire",
    "return fire",
}  # what is their object is the instrument
PLANNING = listed(
    "plan intend vow promise pledge threaten prepare expect order agree want decide propose schedule set aim seek"
)
TO_PATIENT = listed("on against at into upon toward towards onto")
TO_PLACE = listed("in near at on off across over outside inside within aboard along around throughout")
SPEAKING = listed(
    """say tell deny announce add insist describe confirm warn allege concede acknowledge admit argue assert maintain
    contend reveal criticize accuse condemn denounce complain ask urge testify declare reject threaten"""
)
NO_NOUNS = listed(  # verbs whose forms are never nouns, so that after a noun they are verbs whatever follows
    """kill die wound injure drown kidnap abduct destroy sink demolish capsize deploy send withdraw dispatch meet discuss
    negotiate agree adopt ratify appoint elect resign dismiss nominate replace buy sell pay acquire donate respond
    blame allocate recommend advise remind inform assure commend propose retaliate react become begin come occur happen take give go know get make lose oust depose perish invade arrive leave remain"""
)

CLOSED = {
    "det": """a an the this these those another each every some any all both no several many few more most its
        their his her our my your such other""",
    "prep": """of in on at by from with without against near into onto over under across off outside inside within
        through throughout toward towards between among around along amid during behind beside beyond above below
        for about upon via per despite including following versus aboard besides south north east west""",
    "conj": "and or but nor & plus as-well-as",
    "num": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds dozens""",
    "adj": """new former local senior large small young old last next recent big high low good bad great international
        foreign central regional federal political social economic early late main major heavy deadly armed unarmed
        nuclear joint own entire whole northern southern eastern western humanitarian medical legal outgoing
        several various multiple numerous latest""",
    "rel": "who which whom whose",
    "source": "according",
    "sub": """because when while whereas although though if unless whether where since until after before as than
        once so how why what""",
    "pron": "he she it they we i you him them us me himself themselves itself nobody everyone none nothing anything something",
    "not": "not n't n’t never hardly neither",
    "modal": "will would can could may might must shall should 'll ’ll wo ca 'd ’d",
    "be": "be is are was were been being am 's_be 're ’re get gets got",
    "have": "have has had having 've ’ve",
    "do": "do does did",
    "adv": """also already still just only even again now then there here too very often once recently currently later
        earlier soon always ago yet away back together alone else however meanwhile instead almost nearly
        twice nearby abroad ashore afterwards seriously specifically not-only far long first so well out up down perhaps further overnight""",
}
VERBS = """
    say tell use make take give hold face lead leave follow come go become begin start continue stop end win lose
    help want need try seek aim serve see hear find know think believe expect plan hope fear consider remain stay
    stand work call ask order urge demand push pull bring put set show signify mark reach raise rise fall drop cut
    grow include involve cause result prompt force allow prevent protect defend counter deter describe occur happen
    carry conduct unleash mount stage perform undertake launch intend threaten prepare attempt refuse fail vow
    promise pledge describe suggest indicate reveal respond suffer sustain claim accuse blame attribute describe
    operate escape seize capture detain arrest free release rescue treat evacuate displace take intercept
    destroy damage strike hit attack kill wound injure die back train arm fund provide deliver receive
    support maintain seem appear represent come return reveal quote cite report publish post write speak add insist
    explain note warn stress emphasize acknowledge admit argue allege assert announce declare confirm deny reject
    date resume erupt stall aim accept condemn denounce criticize welcome praise approve vote pass meet discuss agree sign visit travel arrive host
    attend join form create build open close move send deploy station withdraw dispatch patrol reinforce bolster
    buy sell pay acquire appoint name elect nominate replace resign dismiss lie sit rule lift impose prove burn
    gather mean let keep run turn break draw escalate intensify target fire shell shoot bomb raid ambush assault
"""
IN_BRACKETS = 12  # words between two brackets that are passed over

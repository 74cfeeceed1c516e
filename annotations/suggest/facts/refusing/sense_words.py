"""The words that give a trigger another sense than its fact type's, by where they stand: a table, a row a sense.

Nouns are in the singular.  `by`: who or what does it; `to`: what it is done to; `ahead`: what stands ahead of
the trigger in its phrase; `behind`: a preposition and its noun; `under`: the preposition that the trigger
itself stands under, `bare` with no word between; `next`: the word right behind it,
`passive` of a passive; `alone`: the subject of a verb without object; `only`: an object
with nothing said of it; `sentence`: a word anywhere in the sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from annotations.schema.kinds import RoleKind
from annotations.suggest.facts.meanings import PEOPLE
from annotations.suggest.facts.word_lists import PACTS
from annotations.text.word_forms import listed


class OtherSense(NamedTuple):
    """A row: of a type with a role of `kind` these triggers ("" for all) mean something else beside `words`."""

    kind: RoleKind
    triggers: str
    place: str
    words: frozenset[str]


NATURE = listed(  # it strikes and hits, and nobody attacks
    """earthquake quake tremor aftershock flood flooding landslide mudslide storm rainstorm snowstorm cyclone hurricane
    typhoon tornado avalanche tsunami eruption volcano drought famine outbreak epidemic pandemic disease illness
    cholera flu influenza virus infection cancer stroke wave tide lightning thunderstorm wind rain rainfall snow hail
    cold heat heatwave weather blizzard wildfire fire blaze bushfire asteroid meteorite meteor comet disaster tragedy
    catastrophe crisis recession downturn slump shortage inflation price cost rate tariff sanction tax cut measure blow
    scandal news misfortune calamity temperature unemployment deficit decline demand growth fear worry panic
    bankruptcy blackout outage hunger poverty frost ash debris iceberg rock tree branch ball puck"""
)
AIMING = NATURE | listed(
    """suit lawsuit law campaign ad advertisement policy program programme investigation probe inquiry message marketing
    product initiative scheme project fund aid plan reform bill measure legislation study app website drug vaccine"""
)
TRAFFIC = listed(
    "car bus coach train tram lorry truck van taxi motorcycle motorbike bicycle cyclist driver motorist vehicle minibus"
)
FIGURES = listed(  # they are hit, reached or struck, and nobody is hurt
    """record high low peak bottom level mark milestone goal ceiling snag headline shelf shelve store road trail jackpot note
    nail brake button percent point economy sector tourism trade growth profit sale earning revenue consumer export
    demand supply production output crop harvest budget finance confidence sentiment share stock pocket income
    wallet market-share screen theater theatre cinema chart total figure rate cent nerve ball homer single
    post crossbar bar net winner shot"""
)
DEALS = PACTS | listed("match gold oil blow alliance contract")
WORDED = listed(  # what is attacked in words
    """policy plan proposal bill law record decision idea credibility reputation reform budget handling stance argument
    speech report ruling approach strategy character comment remark claim theory views view motive practice culture
     tactic verdict judgment judgement stereotype racism corruption inequality
    hypocrisy legacy integrity logic legislation amendment performance choice """
)
SPORT = listed(  # whoever strikes, shoots and attacks beside them plays
    """goalkeeper midfielder midfield halftime half-time innings wicket kickoff kick-off playoff playoffs
    quarterback touchdown homer header batsman bowler semifinal semi-final semifinals quarterfinal quarterfinals
    fullback winger equaliser equalizer offside inning pitcher puck birdie bogey tiebreak
     scoring scorer striker defender goalless hat-trick champions-league knockout batting"""
)
LABOURERS = listed(  # who strikes by not working
    """worker employee staff pilot teacher nurse doctor driver miner docker union steward attendant cleaner porter
    conductor postman crew trucker clerk lecturer student farmer civil-servant member controller actor writer labourer
    laborer engineer paramedic firefighter physician railwayman judge lawyer trader shopkeeper"""
)
LABOUR = listed(
    """hunger general rail railway train pilot pilots union unions worker workers workers' labor labour teacher teachers nurse
    nurses doctors transit transport nationwide national wildcat walkout tube bus miners dock dockworkers port postal truckers
    drivers student students day-long one-day two-day three-day 24-hour 48-hour pay wage industrial solidarity
    sympathy rent sit-down token nation-wide lightning planned indefinite public-sector metro subway farmers prison-hunger"""
)
AT_WORK = listed(
    "union unions wages wage walkout walkouts picket pickets picketing strikers employers layoffs"
)
ABSTRACT = listed(  # they are damaged, killed, hurt and lost in words only
    """talk talks hope dream reputation relation relations relationship image credibility trust confidence career morale
    prospect chance economy market currency tie ties unity process peace marriage friendship record silence illusion
    myth stereotype argument case claim theory negotiation credit standing interest interests feeling sentiment
      trade growth export tourism sale sales profit value price share shares stock stocks bond
    deal agreement plan proposal bill law measure legislation amendment project idea initiative effort campaign
    bid candidacy ambition government coalition regime party system democracy rule order stability security
    life lives childhood spirit calm mood momentum lead rule balance budget finance finances job jobs
    calorie demand penalty time conversation appetite enthusiasm
    dollar euro yen peso ruble rouble pound contact ground gain gains vote power weight support
    game match series title race election faith patience money fortune pride ego opportunity right rights access
    monopoly credibility legacy taboo barrier barriers"""
)
FALLING = listed(  # what collapses, sinks or topples only in words
    """talk talks negotiation deal government coalition currency bank company firm economy market regime empire union
    system communism agreement alliance truce ceasefire peace price share shares stock stocks dollar euro peso ruble
    rouble rupee yen bid plan case trial business industry order fund support demand export revenue sale sales
    marriage relation relations rating ratings approval confidence morale hope hopes effort efforts process
    president leader dictator minister king ruler monarchy shah dynasty player runner man woman boy girl patient
    he she trade output production score index mood heart lung exchange-rate ruling verdict conviction ban decision
    law sentence result election order accusation charge allegation criticism critics"""
)
DUTIES = listed(
    """power control command lead reins presidency office post duty duties role rein chairmanship leadership seat government
    country capital city town province region state territory responsibility job operation mission helm"""
)
GIFTS = listed(  # what is granted, given or paid and is no thing
    """asylum bail permission access immunity citizenship visa independence leave request appeal parole amnesty status right
    rights permit license licence interview pardon clemency reprieve wish custody autonomy recognition approval
    extension exemption waiver audience injunction stay refuge freedom authority powers power protection relief
    tribute respect respects attention visit price heed homage visits compliment call penalty lip-service toll
    medal prize title honor honour trophy cap point penalty free-kick degree scholarship-place
    support weight credence voice name hand credibility legitimacy idea plan policy message story time
    knowledge skill reputation taste habit experience language status weapon-capability immunity"""
)
THOUGHTS = listed(
    "message view belief idea perception impression notion stereotype need point commitment sense"
)
TRAVELS = listed(
    "race contest treaty talks talk tournament agreement election competition bid pact match event school course deal negotiation"
)
TESTS = listed(
    "test result analysis autopsy scan x-ray sample examination biopsy laboratory lab checkup screening"
)
SHOWING = TESTS | listed(
    "data evidence poll figure image footage sign finding study survey number statistic trend chart"
)
PAPERS = listed(
    "agreement plan deal bill resolution proposal law budget treaty constitution accord strategy scheme draft"
)
SERVICES = listed("access entry bail visa right permission service opportunity treatment admission request")
CALLED = listed(
    "election strike meeting police ambulance referendum vote session halt truce off summit witness poll number"
)
NOMINEES = listed(
    "nominee appointment nomination judge candidate case ambassador reservation booking diagnosis infection"
)
DEMANDS = listed(
    """demand need target goal deadline criterion criteria requirement standard expectation obligation challenge commitment
    fate death end cost condition objective threshold resistance opposition approval test quota bill match"""
)
WATCHERS = listed(
    """analyst expert observer economist scientist researcher critic historian commentator pundit most everyone many
    everybody nobody scholar doctor all one i we people"""
)
SENTENCING = listed("sentenced condemned scared bored starved worked put tickled sick frightened")
FACILITY = listed("emergency rescue disaster first relief immune quick humanitarian crisis rapid medical aid")
PETITIONS = listed(
    """claim allegation appeal case charge lawsuit report idea criticism suggestion complaint accusation petition suit motion
    rumor rumour concern notion speculation call threat request protest demand battery part engine law system rule"""
)
CAUSES = listed(
    """tourism peace growth trade development democracy product economy film book album health awareness culture idea sale
    understanding dialogue cooperation stability reform education unity tolerance interest investment"""
)
MEDICAL = listed(
    "heart panic asthma anxiety personal verbal vicious shark cyber negative television tv ad bear dog thinly-veiled"
)
ACCIDENTAL = listed(
    "gas boiler mine population volcanic demographic coal methane baby transformer price oil-tank solar fuel"
)
PEACEFUL = listed("rescue relief search aid clean-up cleanup humanitarian recovery airlift")
NO_CHECKS = listed("border highway coast traffic neighborhood neighbourhood road foot naval boat")

OTHER_SENSES = (
    OtherSense("instrument", "strike,hit,target,attack,pound,raid,storm,blast,shoot", "by", NATURE),
    OtherSense("instrument", "strike,hit", "by", TRAFFIC),
    OtherSense("instrument", "strike,hit", "to", FIGURES),
    OtherSense("instrument", "strike", "to", DEALS),
    OtherSense("instrument", "attack,blast,target,assault,hit", "to", WORDED),
    OtherSense("instrument", "bring down", "to", ABSTRACT | FIGURES | listed("price cost rate inflation fever")),
    OtherSense("instrument", "", "sentence", SPORT),
    OtherSense("instrument", "strike", "alone", LABOURERS),
    OtherSense("instrument", "strike", "ahead", LABOUR),
    OtherSense("instrument", "strike", "sentence", AT_WORK),
    OtherSense("instrument", "attack,assault", "ahead", MEDICAL),
    OtherSense("instrument", "explosion,blast,explode", "ahead", ACCIDENTAL),
    OtherSense("instrument", "explosion", "behind", FIGURES | ABSTRACT),
    OtherSense("instrument", "come under fire", "behind", frozenset({"over", "for"}) | WORDED),
    OtherSense("instrument", "come under attack", "behind", frozenset({"over", "for"}) | WORDED),
    OtherSense("instrument", "launch", "ahead", PEACEFUL),
    OtherSense("instrument", "strike", "bare", frozenset({"on"})),
    OtherSense("instrument", "launch", "to", PEACEFUL | listed("satellite spacecraft probe shuttle")),
    OtherSense("instrument", "target", "by", AIMING),
    OtherSense("instrument", "strike", "passive", frozenset({"off"})),
    OtherSense("target", "burn", "to", PEOPLE),
    OtherSense("speaker", "", "by", NATURE),
    OtherSense("speaker", "reply,respond", "behind", listed("request question comment call email message")),
    OtherSense("participant", "meet", "passive", frozenset({"by", "with"})),  # "met by silence"
    OtherSense("party", "agree", "next", frozenset({"that", "with"})),
    OtherSense("counted", "total", "under", frozenset({"for"})),
    OtherSense("instrument", "strike", "next", listed("out up")),
    OtherSense("instrument", "hit", "next", listed("out upon")),
    OtherSense("instrument", "throw,drop,shoot,fire", "next", listed("out away up")),
    OtherSense("victim", "die,drown,lose,kill", "next", listed("down out away off time")),
    OtherSense("party", "sign", "next", listed("up off")),
    OtherSense("speaker", "call", "next", listed("off up")),
    OtherSense("item", "sell", "next", listed("out off up")),
    OtherSense("post", "leave", "next", listed("behind out off")),
    OtherSense("victim", "kill,hurt,wound,injure,execute,murder", "to", ABSTRACT),
    OtherSense("victim", "die,be lost,drown", "by", ABSTRACT),
    OtherSense("victim", "dead,missing", "to", ABSTRACT | listed("end heat line weight letter sea zone link piece battery")),
    OtherSense("victim", "body", "ahead", listed(
        "governing un watchdog world public official student international regulatory legislative celestial ruling "
        "advisory elected constitutional independent supervisory sporting electoral administrative independent eu "
        "professional central representative top")),
    OtherSense("victim", "death", "ahead", listed("brain cot")),
    OtherSense("victim", "claim,lose", "to", ABSTRACT - listed("life lives")),
    OtherSense("cause", "damage,destroy,ruin,shatter,smash,wreck,demolish,devastate,flood,burn,level,bring down", "to", ABSTRACT),
    OtherSense("cause", "collapse,sink,topple,overturn,founder,fall,crash,rupture", "to", FALLING),
    OtherSense("cause", "go down,come down,knock out,pull down,cave in,give way,catch fire,tear down", "to", FALLING | ABSTRACT),
    OtherSense("cause", "level", "to", listed("accusation charge allegation criticism score threat claim field")),
    OtherSense("cause", "sweep away", "to", ABSTRACT),
    OtherSense("cause", "collapse,fall,destruction,devastation", "behind", FALLING | ABSTRACT),
    OtherSense("speaker", "confirm,reveal,suggest,show,signal,predict,indicate", "by", SHOWING),
    OtherSense("speaker", "confirm,reject", "to", NOMINEES),
    OtherSense("speaker", "call for,call on,threaten,welcome,claim", "by", PAPERS | NATURE),
    OtherSense("speaker", "call", "only", CALLED),
    OtherSense("speaker", "deny", "to", SERVICES),
    OtherSense("speaker", "hail", "behind", frozenset({"from"})),
    OtherSense("speaker", "add", "to", listed("job percent point goal seat insult touch layer weight pressure run member")),
    OtherSense("speaker", "admit", "to", listed("defeat patient evidence student refugee member")),
    OtherSense("speaker", "claim", "to", listed("life lives title medal seat benefit asylum prize crown")),
    OtherSense("participant", "meet", "to", DEMANDS),
    OtherSense("participant", "meet", "by", listed("demand supply price film plan proposal move product it that which")),
    OtherSense("participant", "phone", "ahead", listed("cell mobile satellite smart cellular tapped pay public")),
    OtherSense("party", "settlement", "ahead", listed(
        "jewish israeli illegal west outpost hilltop human mining informal rural remote palestinian colonial squatter permanent fishing")),
    OtherSense("party", "settlement", "under", listed("near inside into around")),
    OtherSense("party", "deal", "ahead", listed("great good big")),
    OtherSense("party", "agree", "by", WATCHERS),
    OtherSense("party", "adopt", "to", listed("child baby orphan boy girl tone stance approach posture dog lifestyle name habit")),
    OtherSense("unit", "withdraw", "behind", TRAVELS),
    OtherSense("unit", "withdrawal", "behind", TRAVELS | listed("money cash charge support offer bid candidacy")),
    OtherSense("unit", "withdrawal", "ahead", listed("cash bank drug alcohol")),
    OtherSense("unit", "withdraw,send,dispatch,deploy,mobilize", "to", THOUGHTS | (ABSTRACT - {"system"}) | listed(
        "letter note email signal price")),
    OtherSense("unit", "reinforce", "to", THOUGHTS | ABSTRACT),
    OtherSense("unit", "patrol", "ahead", NO_CHECKS),
    OtherSense("unit", "send", "next", frozenset({"off"})),
    OtherSense("unit", "send", "behind", listed("prison jail hospital court trial coffin exile bench")),
    OtherSense("action", "response", "ahead", FACILITY),
    OtherSense("action", "respond,react,answer", "behind", listed("treatment question request comment therapy advertisement ad")),
    OtherSense("action", "answer", "to", listed("question call phone query door charge prayer email")),
    OtherSense("post", "dismiss,oust,sack,replace,quit,fire", "to", PETITIONS),
    OtherSense("post", "promote", "to", CAUSES),
    OtherSense("post", "name", "behind", listed("in after lawsuit suit")),
    OtherSense("post", "nominate", "behind", listed("award oscar prize grammy emmy medal globe")),
    OtherSense("post", "succeed", "behind", frozenset({"in"})),
    OtherSense("post", "departure,leave", "behind", listed("flight airport norm tradition")),
    OtherSense("item", "grant,give,pay,award,lend,sell,acquire,buy,provide,contribute", "to", GIFTS),
    OtherSense("item", "take over", "to", DUTIES),
    OtherSense("item", "takeover", "ahead", listed("military government army taliban hostage islamist communist rebel")),
    OtherSense("item", "takeover", "behind", DUTIES),
    OtherSense("item", "sale", "bare", frozenset({"for", "on"})),
    OtherSense("item", "sale", "ahead", listed("retail car home auto house vehicle ticket album annual same-store holiday garage bake")),
    OtherSense("item", "hand over", "to", DUTIES | listed("suspect prisoner fugitive document body letter evidence hostage")),
    OtherSense("item", "finance", "ahead", listed("public personal campaign")),
    OtherSense("item", "spend", "to", listed("year month week day night hour time life weekend summer")),
)  # fmt: skip

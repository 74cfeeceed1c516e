"""The word lists by which facts are proposed: closed classes, common verbs, and what some words do to others."""

from __future__ import annotations

from annotations.lemmas import listed

LIGHT = listed(  # "carried out strikes": the noun says what was done
    """conduct carry launch unleash mount stage perform make undertake begin start continue order hold sign reach have
    suffer sustain cause claim"""
)
CARRIED = listed(
    "target launch fire conduct occur happen take kill hit strike"
)  # verbs that go with a noun's fact
HAPPENING = listed("occur happen take come begin")
AVERTING = listed("deter prevent avoid avert stop cease counter fear halt end condemn denounce call")
ONLY_VERBS = listed(  # triggers that as nouns are no event
    """say tell target fire state name report sink burn sign level crater claim station fund grant replace describe
    shell bomb shoot blame add record launch pay buy meet call visit send"""
)
INTRANSITIVE = frozenset(  # what their subject does happens to it
    """die,drown,collapse,resign,perish,succumb,suffocate,capsize,founder,go down,come down,cave in,catch fire,give way,
    run aground,come under fire,come under attack,step down,stand down,step aside,retire,quit,leave,take office,
    take over as,be lost""".replace("\n    ", "").split(",")
)
ANSWERS = listed("response retaliation reaction answer")  # "in response to"
GIVING = listed("sell donate grant")  # their subject is the seller
STATES = listed("dead missing")  # what people are, ahead of the noun too
AIMED = listed("fire launch throw")  # what is their object is the instrument
PLANNING = listed(
    "plan intend vow promise pledge threaten prepare expect order agree want decide propose schedule set aim seek"
)
TO_PATIENT = listed("on against at into upon toward towards onto")
TO_PLACE = listed("in near at on off across over outside inside within aboard")
SPEAKING = listed("say tell deny announce add insist describe confirm warn allege")

CLOSED = {
    "det": """a an the this these those another each every some any all both no several many few more most its
        their his her our my your such other""",
    "prep": """of in on at by from with without against near into onto over under across off outside inside within
        through throughout toward towards between among around along amid during behind beside beyond above below
        for about upon via per despite including following versus aboard besides south north east west""",
    "conj": "and or but nor & plus as-well-as",
    "num": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds dozens""",
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
        earlier soon never always ago yet away back together alone else however meanwhile instead almost nearly
        about specifically not-only far long first so well out up down perhaps further overnight""",
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
    condemn denounce criticize welcome praise approve vote pass meet discuss agree sign visit travel arrive host
    attend join form create build open close move send deploy station withdraw dispatch patrol reinforce bolster
    buy sell pay acquire appoint name elect nominate replace resign dismiss lie sit rule lift impose prove burn
    gather mean let keep run turn break draw escalate intensify target fire shell shoot bomb raid ambush assault
"""
IN_BRACKETS = 12  # words between two brackets that are passed over

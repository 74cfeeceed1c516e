"""Kinds of facts that no plain verb with its object states, each in sentences of several topics."""

from __future__ import annotations

import pytest

from tests.proposing import facts, roles

FOUND = {
    "forces that stand somewhere": ("DEPLOYMENT", [
        ("Norland keeps 900 soldiers in Sudland.", "keeps", {"unit": ["soldiers"], "place": ["Sudland"]}),
        ("Wire One has three engineers in Ostia.", "has", {"actor": ["Wire One"], "count": ["three"]}),
        ("Norland has had peacekeepers in Ostia since Tuesday.", "had", {"unit": ["peacekeepers"]}),
        ("The charity maintains 60 staff in Ostia.", "maintains", {"unit": ["staff"], "place": ["Ostia"]}),
        ("Sudland hosts 4,000 troops at Fort Hill.", "hosts", {"unit": ["troops"], "place": ["Fort Hill"]}),
        ("Norland has 12 medics in Ostia to train nurses.", "has", {"mission": ["train nurses"]}),
    ]),
    "running totals": ("COUNT", [
        ("There have been 40 raids since Tuesday.", "raids", {"what": ["raids"], "count": ["40"], "time": ["Tuesday"]}),
        ("There were 14 earthquakes in Ostia.", "earthquakes", {"count": ["14"], "place": ["Ostia"]}),
        ("The militia carried out a series of 12 kidnappings.", "kidnappings", {"actor": ["militia"], "count": ["12"]}),
        ("Measles cases pass 200 as clinics run short.", "cases", {"what": ["Measles cases"], "count": ["200"]}),
        ("The railway knew of 23 incidents in which doors had opened.", "incidents", {"count": ["23"]}),
        ("Complaints about the lender rose to 310 in Ostia.", "Complaints", {"count": ["310"]}),
    ]),
    "harm that a verb brings with it": ("CASUALTY", [
        ("The shelling resulted in casualties among civilians.", "casualties",
         {"victim": ["civilians"], "cause": ["shelling"]}),
        ("The collision led to injuries among passengers.", "injuries", {"victim": ["passengers"]}),
        ("A death was reported in Ostia on Tuesday.", "death", {"place": ["Ostia"], "time": ["Tuesday"]}),
        ("Two passengers were taken to hospital after the fire.", "taken", {"victim": ["passengers"]}),
        ("A steward was cut on the hand.", "cut", {"victim": ["steward"], "injury": ["hand"]}),
        ("A lorry ran over a cyclist in Ostia.", "ran over", {"place": ["Ostia"]}),
    ]),
    "injuries": ("CASUALTY", [
        ("Four soldiers suffered concussions.", "suffered", {"victim": ["soldiers"], "injury": ["concussions"]}),
        ("Ann Lee tore a hamstring on Tuesday.", "tore", {"victim": ["Ann Lee"], "injury": ["hamstring"]}),
        ("The jockey broke his collarbone in a fall.", "broke", {"victim": ["jockey"], "injury": ["collarbone"]}),
        ("A guard was wounded in the leg.", "wounded", {"victim": ["guard"], "injury": ["leg"]}),
        ("A toddler died of burns at a clinic.", "died", {"victim": ["toddler"], "injury": ["burns"]}),
        ("A docker lost an eye when a cable snapped.", "lost", {"victim": ["docker"], "injury": ["eye"]}),
    ]),
    "things that are damaged already": ("DAMAGE", [
        ("Crews cleared the road to the destroyed bridge.", "destroyed", {"target": ["bridge"]}),
        ("Engineers inspected the damaged dam in Ostia.", "damaged", {"target": ["dam"]}),
        ("They were found under the collapsed roof.", "collapsed", {"target": ["roof"]}),
        ("There were no reports of damage to the plant.", "damage", {"target": ["plant"]}),
        ("The storm snapped power lines in Ostia.", "snapped", {"target": ["power lines"]}),
        ("A landslide buried 30 houses.", "buried", {"target": ["30 houses"], "cause": ["landslide"]}),
    ]),
    "force by a light verb": ("ATTACK", [
        ("The raids were aimed at smugglers.", "raids", {"target": ["smugglers"]}),
        ("The raids targeted fuel depots in Ostia.", "raids", {"target": ["fuel depots"], "place": ["Ostia"]}),
        ("A teacher was killed during a raid on Ostia.", "raid", {"target": ["Ostia"]}),
        ("On Tuesday the Navy opened fire on a trawler.", "opened fire", {"actor": ["the Navy"], "target": ["trawler"]}),
        ("Police used batons against students.", "used", {"target": ["students"], "instrument": ["batons"]}),
        ("Eggs were thrown at Bo Kim.", "thrown", {"instrument": ["Eggs"]}),
    ]),
    "praise, thanks and demands": ("STATEMENT", [
        ("Ann Lee thanked the volunteers.", "thanked", {"speaker": ["Ann Lee"], "addressee": ["volunteers"]}),
        ("Ann Lee commended the rescuers.", "commended", {"speaker": ["Ann Lee"], "topic": ["rescuers"]}),
        ("Families demanded answers from the hospital.", "demanded", {"topic": ["answers"]}),
        ("Bo Kim requested a new trial.", "requested", {"speaker": ["Bo Kim"], "topic": ["new trial"]}),
        ("Senators questioned the figures.", "questioned", {"speaker": ["Senators"], "topic": ["figures"]}),
        ("The report cites three engineers.", "cites", {"speaker": ["report"]}),
        ("The court ruled that the vote was void.", "ruled", {"speaker": ["court"]}),
        ("Ann Lee expressed concern about the dam.", "expressed", {"speaker": ["Ann Lee"]}),
        ("Owners are advised to close the valve.", "advised", {"addressee": ["Owners"]}),
        ("Police, citing the danger, have closed the road.", "citing", {"speaker": ["Police"], "topic": ["danger"]}),
    ]),
    "answers": ("RESPONSE", [
        ("The march comes as a response to a tax.", "response", {"action": ["march"], "cause": ["tax"]}),
        ("The tariffs were a response to subsidies.", "response", {"action": ["tariffs"], "cause": ["subsidies"]}),
        ("The strikes came in response to a raid.", "response", {"action": ["strikes"], "cause": ["raid"]}),
        ("The ban was a reaction to two deaths.", "reaction", {"action": ["ban"]}),
        ("In retaliation for the raid Norland closed the port.", "retaliation", {"action": ["closed the port"]}),
    ]),
    "talks that a light verb holds": ("MEETING", [
        ("The two leaders held a meeting to discuss the reform.", "meeting", {"topic": ["reform"]}),
        ("Ann Lee had a meeting with Bo Kim in Ostia.", "meeting", {"participant": ["Bo Kim", "Ann Lee"]}),
        ("Negotiations resumed in Ostia on Tuesday.", "Negotiations", {"place": ["Ostia"], "time": ["Tuesday"]}),
        ("Talks between the union and the port broke down on Tuesday.", "Talks", {"participant": ["union", "port"]}),
        ("Norland hosted envoys in Ostia.", "hosted", {"participant": ["Norland", "envoys"]}),
    ]),
    "posts that are got and left": ("APPOINTMENT", [
        ("Ann Lee became head of the Navy.", "became", {"person": ["Ann Lee"], "post": ["head"]}),
        ("Bo Kim will join the board of Wire One.", "join", {"person": ["Bo Kim"]}),
        ("Ann Lee took over as mayor on Tuesday.", "took over as", {"person": ["Ann Lee"], "post": ["mayor"]}),
        ("Ann Lee won a second term.", "won", {"person": ["Ann Lee"]}),
        ("Wire One hired Bo Kim as editor.", "hired", {"person": ["Bo Kim"], "post": ["editor"]}),
    ]),
    "money and goods that change hands": ("TRANSACTION", [
        ("Norland fined Wire One $5 million.", "fined", {"buyer": ["Wire One"], "amount": ["$5 million"]}),
        ("Wire One raised $5 million from Ann Lee.", "raised", {"seller": ["Wire One"], "buyer": ["Ann Lee"]}),
        ("Norland supplied Sudland with 200 howitzers.", "supplied", {"buyer": ["Sudland"], "item": ["howitzers"]}),
        ("The club signed Bo Kim from Wire One for $5 million.", "signed", {"item": ["Bo Kim"]}),
        ("Norland pledged $5 million to Sudland.", "pledged", {"amount": ["$5 million"]}),
    ]),
}  # fmt: skip
SAID = [(type_, *row) for type_, rows in FOUND.values() for row in rows]


@pytest.mark.parametrize(("type_", "text", "trigger", "wanted"), SAID, ids=[row[1] for row in SAID])
def test_a_fact_of_such_a_kind_is_proposed(
    type_: str, text: str, trigger: str, wanted: dict[str, list[str]]
) -> None:
    assert trigger in [text[slice(*fact.trigger or (0, 0))] for fact in facts(text) if fact.type == type_]
    assert wanted.items() <= roles(text, type_).items()


NOTHING = [
    ("DEPLOYMENT", "Ann Lee keeps three dogs in Ostia."),
    ("DEPLOYMENT", "Norland has three ministers."),
    ("DEPLOYMENT", "Ann Lee moved to Ostia."),
    ("COUNT", "In three cases the door was open."),
    ("COUNT", "There is a case for reform."),
    ("COUNT", "Ann Lee won the third round."),
    ("COUNT", "Two raids killed six sailors."),
    ("CASUALTY", "Wire One suffered a loss."),
    ("CASUALTY", "The bank broke the rules."),
    ("CASUALTY", "Ann Lee was taken to court."),
    ("CASUALTY", "The ministry cut taxes."),
    ("DAMAGE", "The brand has a damaged image."),
    ("DAMAGE", "The firm breached the contract."),
    ("ATTACK", "Both sides struck a deal."),
    ("ATTACK", "The team used a new ball against Sudland."),
    ("STATEMENT", "Police questioned two men."),
    ("STATEMENT", "Ann Lee ruled the country."),
    ("STATEMENT", "The demand for steel fell."),
    ("STATEMENT", "A source, who asked not to be named, left."),
    ("STATEMENT", "Bo Kim issued a permit."),
    ("RESPONSE", "Ann Lee responded to a question."),
    ("MEETING", "Ann Lee was met by silence."),
    ("MEETING", "The clinic received three parcels."),
    ("APPOINTMENT", "Ann Lee joined the march."),
    ("APPOINTMENT", "Norland won the match."),
    ("APPOINTMENT", "The lake became a desert."),
    ("TRANSACTION", "Ann Lee raised her hand."),
    ("TRANSACTION", "The court ordered a review."),
    ("TRANSACTION", "Bo Kim received a letter."),
    ("AGREEMENT", "Ann Lee agreed that the dam was old."),
]


@pytest.mark.parametrize(("type_", "text"), NOTHING, ids=[text for _, text in NOTHING])
def test_words_of_another_sense_give_nothing(type_: str, text: str) -> None:
    assert [fact for fact in facts(text) if fact.type == type_] == []


BEFORE = [
    ("A blast tore through a market. It killed four sailors.", ["blast"]),
    ("Fire broke out in a club. It killed 59 people.", ["Fire"]),
    ("A tornado struck a town after dark. It injured 12 workers.", ["tornado"]),
    ("The landslide shut a road. Police said it killed 17 people.", ["landslide"]),
    ("Floods hit Ostia. They killed three people.", ["Floods"]),
]


@pytest.mark.parametrize(("text", "cause"), BEFORE, ids=[text for text, _ in BEFORE])
def test_a_cause_may_stand_in_the_sentence_before(text: str, cause: list[str]) -> None:
    assert roles(text, "CASUALTY")["cause"] == cause


def test_it_is_no_cause_where_no_event_stands_before() -> None:
    assert "cause" not in roles("Wire One hired a coach. It killed four sailors.", "CASUALTY")

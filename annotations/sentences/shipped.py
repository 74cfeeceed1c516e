"""The sentences of the fact types that come with the program, in the notation of `sentence:`.

A type of that name has them in every project, unless its schema says another.
"""

from __future__ import annotations

from collections.abc import Mapping

WHEN = "[in {place}] [{time}]"
USED = (
    "attacked (assault, counterattack, incursion, clash, come under attack, exchange fire, launch, throw, hurl, lob, drop,"
    " blast, explode, explosion, detonate, detonation, go off, cannonade, gunfight, shootout, firefight, skirmish,"
    " onslaught, rampage, scuffle, assassination attempt, arson, mugging, hostage-taking, gun battle, exchange of fire,"
    " knife attack), rammed, bludgeoned, beat up, set upon, firebombed (firebombing), besieged, sabotaged, struck (strike, airstrike, air strike, missile strike, drone strike, hit back),"
    " hit, bombed (bombing, suicide bombing), bombarded (bombardment, barrage), shelled (shelling), raided (air raid),"
    " targeted, ambushed, pounded, pummelled, strafed, torpedoed, stormed, stabbed (stabbing), pelted, invaded (invasion),"
    " hijacked (hijacking), shot (shooting), shot down, brought down, gunned down, blew up"
)
FIRED = "fired at (fire, open fire, return fire), shot at"
HARMED = (
    "killed (claim, manslaughter, homicide), wounded, injured (injury), kidnapped (kidnapping), abducted (abduction), murdered, slain, executed,"
    " massacred, beheaded, maimed, electrocuted, lynched, trampled, gunned down, taken hostage, taken captive,"
    " taken prisoner, held hostage, held captive, beaten to death, stabbed to death, burned to death,"
    " assassinated (assassination), strangled, asphyxiated, decapitated, impaled, mauled, crushed (crush to death), buried,"
    " hospitalized, swept away"
)
DIED = "died (dead, death, death toll, fatality, body, loss of life), drowned (drowning), perished, suffocated, succumbed, starved, bled to death, froze to death, starved to death"
BROKEN = (
    "destroyed (destruction), sunk, burned, wrecked, demolished (demolition), cratered, levelled, ruined, flattened,"
    " razed, gutted, devastated (devastation), shattered, smashed, submerged, inundated, flooded, vandalized (vandalism), torched,"
    " ruptured, derailed, overturned, scuttled, toppled, ransacked, burned down, torn down, pulled down, knocked down,"
    " knocked out, set on fire (set fire), set alight, set ablaze, washed away, swept away, reduced to rubble,"
    " ravaged, obliterated, incinerated, charred, scorched, uprooted, swamped, engulfed, defaced, breached, snapped,"
    " punctured, crippled, mangled, pulverized, severed, crushed, buried, wiped out, washed out, blown down, blown off,"
    " torn off, ripped off"
)
FELL = (
    "collapsed, sank, capsized, foundered, came down, went down, caved in, caught fire, gave way, ran aground,"
    " crumbled, buckled, burst, fell down, broke apart, burst into flames, went up in flames"
)
SPOKE = (
    "said, added, stated, wrote, replied, recalled, joked, noted, remarked, contended, shouted, chanted, tweeted, testified, signalled, reiterated, suggested,"
    " concluded, observed, hinted, implied, indicated, commented, quipped, boasted, confessed, swore, affirmed, repeated,"
    " clarified, speculated, estimated, proclaimed, retorted, elaborated"
)
ABOUT = "warned, cautioned, complained, apologized, explained, argued, insisted, spoke out"
SAID_OF = (
    "announced, denied (denial), confirmed, condemned, reported, described (call), declared, claimed, admitted, acknowledged,"
    " conceded, alleged, asserted, stressed, emphasized, denounced, revealed, disclosed, threatened, urged, criticized,"
    " criticised, praised, welcomed, hailed, applauded, rejected, disputed, refuted, predicted, maintained, deplored,"
    " decried, lamented, vowed, called for, appealed for, pointed out, demanded, requested, proposed, promised, pledged,"
    " recommended, expressed, voiced, lauded, saluted, reaffirmed, reasserted, questioned, cited, defended, endorsed,"
    " repudiated, rebutted, rebuffed, objected to"
)
SENT = (
    "sent (reinforce, reinforcement, draft in, fly in, call up, call in, garrison), deployed (deployment), dispatched, stationed, mobilized (mobilization), redeployed (redeployment), airlifted,"
    " posted, rushed, scrambled, rotated, brought in, sent in, sent out, called out, evacuated"
)
SCOLDED = (
    "slammed, lambasted, castigated, ridiculed, mocked, chided, scolded, berated, chastised, admonished, thanked,"
    " commended, congratulated"
)
TOOK_BACK = (
    "withdrew (withdrawal, drawdown), brought home, sent home, repatriated, pulled out (pullout), pulled back"
)
TREATY = (
    "truce, ceasefire, cease-fire, armistice, treaty, deal, arrangement, accord, pact, settlement, memorandum,"
    " agreement, compromise, alliance, moratorium, come to terms, settle, accept"
)
LEFT = "resigned (resignation), quit, retired (retirement), departed, bowed out, abdicated, stepped down, stood down, stepped aside"
PUT_OUT = "dismissed (dismissal), sacked, ousted (ouster), deposed, fired, removed from office, replaced, removed (removal), suspended, impeached, overthrown, unseated, demoted, axed, voted out"
NAMED = "appointed (appointment), named, elected (election), hired, recruited, installed, selected, designated, crowned, enthroned, reinstated, nominated (nomination), reelected (reelection), re-elected (re-election), promoted (promotion), reappointed, inaugurated (inauguration), sworn in (swear in), voted in"
GAVE = (
    "gave, sold (sale), lent, granted (grant), donated (donation), awarded, handed over, provided, contributed, resold, auctioned,"
    " transferred, loaned, leased, rented, supplied, delivered, allocated, earmarked, pledged, divested, offloaded, sold off,"
    " gave away"
)
BOUGHT = "bought, purchased, acquired (acquisition), took over (takeover), raised, received, secured, ordered, snapped up, bought out (buyout)"

SHIPPED: Mapping[str, str] = {
    "ATTACK": f"""
        {{actor, someone}} *{USED}* [{{count}}] {{target, something}} [with {{instrument}}] {WHEN}
        [{{count}}] {{target, something}} *was attacked* [with {{instrument}}] {WHEN}
        {{actor, someone}} *{FIRED}* [{{count}}] {{target, something}} [with {{instrument}}] {WHEN}
        [{{count}}] {{target, something}} *was fired at (come under fire)* [with {{instrument}}] {WHEN}
    """,
    "CASUALTY": f"""
        {{count, some}} {{victim, people}} *were hurt (casualty), {HARMED}* [({{injury}})] [by {{cause}}] {WHEN}
        {{count, some}} {{victim, people}} *{DIED}* [({{injury}})] [because of {{cause}}] {WHEN}
        {{count, some}} {{victim, people}} *went missing (missing, disappear, vanish, unaccounted), were lost (lose, be lost)* [after {{cause}}] {WHEN}
    """,
    "DAMAGE": f"""
        {{target, something}} *was damaged, {BROKEN}* [by {{cause}}] {WHEN}
        {{target, something}} *{FELL}* [because of {{cause}}] {WHEN}
    """,
    "STATEMENT": f"""
        {{speaker, someone}} *{SPOKE}* something [to {{addressee}}] [about {{topic}}] {WHEN}
        {{speaker, someone}} *told, briefed, asked, advised, reminded, informed, notified, assured, reassured, implored, begged* {{addressee, someone}} something [about {{topic}}] {WHEN}
        {{speaker, someone}} *{ABOUT}* [to {{addressee}}] [about {{topic}}] {WHEN}
        {{speaker, someone}} *accused, blamed, rebuked, called on, hit out at (hit out), {SCOLDED}* {{addressee, someone}} [over {{topic}}] {WHEN}
        {{speaker, someone}} *{SAID_OF}* {{topic, something}} [to {{addressee}}] {WHEN}
    """,
    "DEPLOYMENT": f"""
        {{actor, someone}} *{SENT}* [{{count}}] {{unit, forces}} [to {{place}}] [for {{mission}}] [{{time}}]
        [{{count}}] {{unit, forces}} *was sent* [to {{place}}] [for {{mission}}] [{{time}}]
        {{actor, someone}} *patrolled* [{{place}}] [with {{unit}}] [for {{mission}}] [{{time}}]
        {{actor, someone}} *{TOOK_BACK}* [{{count}}] {{unit, forces}} [from {{place}}] [for {{mission}}] [{{time}}]
        [{{count}}] {{unit, forces}} *arrived* [in {{place}}] [for {{mission}}] [{{time}}]
        [{{count}}] {{unit, forces}} *was withdrawn* [from {{place}}] [for {{mission}}] [{{time}}]
    """,
    "RESPONSE": f"""
        {{actor, someone}} *answered (response, retaliatory, reprisal), met* [{{cause}}] with {{action, something}} [against {{target}}] {WHEN}
        {{actor, someone}} *responded, reacted (reaction)* [to {{cause}}] with {{action, something}} [against {{target}}] {WHEN}
        {{actor, someone}} *retaliated (retaliation, retribution, avenge, fight back, countermeasure), hit back, struck back* [for {{cause}}] with {{action, something}} [against {{target}}] {WHEN}
    """,
    "COUNT": f"{{count, how many}} {{what, of what}} [by {{actor}}] [against {{target}}] {WHEN}",
    "MEETING": f"""
        {{participant, someone}} *met (talks, summit, dialogue, visit, sit down with, host, convene, video call, peace conference), conferred, consulted (consultation), negotiated (negotiation)* [about {{topic}}] {WHEN}
        {{participant, someone}} *discussed (discussion)* {{topic, something}} {WHEN}
        {{participant, someone}} *spoke by phone (phone, telephone, phone call, telephone call)* [about {{topic}}] {WHEN}
    """,
    "AGREEMENT": f"""
        {{party, someone}} *agreed ({TREATY})* [on {{topic}}] {WHEN}
        {{party, someone}} *signed, adopted, ratified (ratification), initialled (initial), finalized, clinched* {{topic, something}} {WHEN}
    """,
    "APPOINTMENT": f"""
        {{person, someone}} *became, took over as, succeeded as* {{post}} [of {{organisation}}] {WHEN}
        {{person, someone}} *got a post (become, take over as, succeed, take office, join, win, take charge, take the helm, take up, take over)* [at {{organisation}}] {WHEN}
        {{person, someone}} *was appointed, {NAMED}* {{post}} [of {{organisation}}] {WHEN}
        {{person, someone}} *was appointed, {NAMED}* [at {{organisation}}] {WHEN}
        {{person, someone}} *left (departure, vacate, relinquish, give up), {LEFT}* as {{post}} [of {{organisation}}] {WHEN}
        {{person, someone}} *left (departure), {LEFT}* [from {{organisation}}] {WHEN}
        {{person, someone}} *was dismissed, {PUT_OUT}* as {{post}} [of {{organisation}}] {WHEN}
        {{person, someone}} *was dismissed, {PUT_OUT}* [from {{organisation}}] {WHEN}
    """,
    "TRANSACTION": f"""
        {{seller, someone}} *{GAVE}* {{item, something}} [to {{buyer}}] [for {{amount}}] {WHEN}
        {{buyer, someone}} *{BOUGHT}* {{item, something}} [from {{seller}}] [for {{amount}}] {WHEN}
        {{buyer, someone}} *paid (payment, fine, fork out), repaid, reimbursed* [{{seller}}] [{{amount}}] for {{item, something}} {WHEN}
        {{buyer, someone}} *spent* [{{amount}}] on {{item, something}} {WHEN}
        {{buyer, someone}} *invested (investment)* [{{amount}}] in {{item, something}} {WHEN}
        {{buyer, someone}} *funded, financed, subsidized, sponsored, bailed out (bailout)* {{item, something}} [with {{amount}}] {WHEN}
        {{item, something}} *was given* [to {{buyer}}] [for {{amount}}] {WHEN}
        {{item, something}} *was bought* [from {{seller}}] [for {{amount}}] {WHEN}
    """,
}

"""Sentences of our own for training: news as the web writes it, and lines of pages that name nobody.

A word in braces is a slot of `names.tables()`; one that is a label becomes a span.  None is taken from an
article.
"""

from __future__ import annotations

#: With entities.
TEMPLATES = tuple(
    """
{title} {PERSON} told {ORG} on Tuesday that the agreement with {GPE} would be signed next month.
The {NORP} military said it had shot down two drones near {FAC} early on Friday.
Rockets landed at {FAC} in western {GPE}, which hosts {NORP} and {NORP} troops.
{ORG} claimed responsibility for the attack on {FAC}.
{PERSON}, a spokesman for {ORG}, said the group would respond "at the right time and place".
The {GPE}-backed group {ORG} denied any involvement.
{GPE}-led forces struck three sites used by {ORG} and other {GPE}-aligned groups.
Analysts at {ORG} expect prices to fall in {GPE} before the end of the year.
Flights to {FAC} were suspended after the explosion.
{GPE}'s {ORG} summoned the {NORP} ambassador over the incident.
{ORG} ({acronym:ORG}) said in a post on X that the strikes hit weapons depots in {GPE}.
The {acronym:ORG} said its aircraft attacked launch sites in southern {GPE}.
"We will not hesitate to defend our people," {title} {PERSON} said in a statement.
According to {ORG}, at least 12 people were killed when a ferry sank off the coast of {GPE}.
{short_person:PERSON} said the talks in {GPE} had been constructive.
{short_person:PERSON} added that {ORG} was ready to help.
{PERSON} and {PERSON} will meet in {GPE} on the sidelines of the summit.
{title} {PERSON} (right) shakes hands with {title} {PERSON} in {GPE}.
Protesters gathered outside {FAC} in {GPE} to demand the release of {PERSON}.
Shares in {ORG} rose 4.2% after it announced a deal with {ORG}.
{ORG} chief executive {PERSON} said the company had no plans to leave {GPE}.
The vessel was sailing through the {LOC} when it was hit by a missile.
Tensions across the {LOC} have risen since the {EVENT} began.
Thousands fled {GPE} during the {EVENT}.
Since the {EVENT}, {NORP} officials have warned of a wider conflict in the {LOC}.
{city:GPE}, {GPE} ({acronym:ORG}) — {title} {PERSON} arrived on Monday for talks.
{city:GPE} (Reuters) - {ORG} said on Thursday it would cut 900 jobs.
By {PERSON}, {ORG}
By {PERSON} and {PERSON}
{PERSON} | {ORG}
Reporting by {PERSON} in {GPE}; editing by {PERSON}
Written by {PERSON} for {ORG}.
US {title} {PERSON} has ordered a review of the operation.
US forces in {GPE} and {GPE} have been attacked dozens of times, {ORG} said.
The US and the UK carried out joint strikes in {GPE}.
The UK's {ORG} said two {NORP} nationals were detained at {FAC}.
UN {title} {PERSON} called for an immediate ceasefire in {GPE}.
The UN said more than 40,000 people had been displaced from {GPE}.
EU officials met {NORP} diplomats in {GPE} for a third day.
"This is a violation of {NORP} sovereignty," the office of {title} {PERSON} said.
The injured were taken to {FAC}, where doctors described their condition as stable.
Police closed {FAC} and {FAC} for several hours.
{PERSON}, 34, of {GPE}, {state:GPE}, was charged with fraud.
Researchers at {ORG} and {ORG} published the study on Wednesday.
{NORP} striker {PERSON} scored twice as {ORG} beat {ORG} 3-1.
{ORG}'s {PERSON} contributed to this report from {GPE}.
The strike killed a senior commander of {ORG}, known as {short_person:PERSON}.
{ORG} and {ORG}, two {NORP} armed groups, have fought for control of {GPE}.
A drone crashed into {FAC}, home to about 300 {NORP} soldiers.
{GPE} has accused {GPE} of arming {ORG}, a charge {city:GPE} denies.
{GPE}’s president, {PERSON}, warned that the {LOC} could not bear another war.
The {ORG} leader {PERSON} is believed to be hiding in {GPE}.
The head of {ORG}, {PERSON}, resigned after the {EVENT}.
An official with {ORG} who was not authorized to speak publicly described the damage at {FAC}.
{NORP} lawmakers urged {ORG} to investigate {ORG}.
{title} {short_person:PERSON} will travel to {GPE} and {GPE} next week.
The {people:NORP} government has asked {ORG} for help.
{people:NORP}-backed militias and {people:NORP}-sponsored fighters were blamed.
{acronym:ORG} headquarters, storage sites and training areas were hit, {acronym:ORG} said.
{ORG} members were among the dead, a {acronym:ORG} statement said.
    """.strip().split("\n")
)

HEADLINES = tuple(
    """
{GPE} Strikes {ORG} Targets in {GPE}
US Hits {GPE}-Backed Militias in {GPE} After Base Attack
{ORG} Warns of New Wave of Attacks
{PERSON} Says {GPE} Will Not Back Down
What We Know About the Attack on {FAC}
{short_person:PERSON} Visits {GPE} Amid Rising Tensions
Why the {EVENT} Matters
{NORP} Troops Leave {FAC}
Escalating Tensions in the {LOC}: Background and Outlook
{GPE}: The Response and What Comes Next
{ORG} Shares Fall as Investors Worry
Retaliation for Deadly Drone Strike
Growing Concerns Over a Wider War
Background: Mounting Pressure on {NORP} Forces
Implications for the Region
Conclusion and Future Outlook
Casualties Reported After Airstrikes
Key Takeaways
A Fragile Truce
Targeted Operations and Precision Strikes
International Reactions and Condemnation
Calls for Restraint Grow
    """.strip().split("\n")
)

#: Site chrome and quotes without entities.
PLAIN = tuple(
    """
Advertisement
Share this article
Sign Up for Our Newsletter
Subscribe Now
Read More
Most Popular
Related Articles
Leave a Reply
Your email address will not be published. Required fields are marked *
Post Comment
Save my name, email, and website in this browser for the next time I comment.
Home World Politics Business Technology Opinion Sports
Skip to Content
Click Here to Read the Full Story
Log In or Create an Account
Privacy Policy
Terms of Use
All Rights Reserved.
Follow Us on Social Media
Getty Images
Listen to This Article
Photo: File
Breaking News
Latest News
Trending Now
Editor's Picks
Watch Live
Copy Link
Print
Cookies Policy
Previous Post
Next Post
Free Trial
Live Updates
Daily Briefing
About the Author
Recommended Stories
Join the Conversation
We Recommend
Continue Reading
"I have never seen anything like it," she said.
"We just want to go home," he said. "Nobody tells us anything."
"I was asleep when the windows broke," one resident said.
"My children ask me every night when it will end."
"Today we did what we had to do," the official said.
"I don't think anyone expected this," the minister told reporters.
"These strikes are necessary and proportionate," the statement read.
"Our response was measured," the spokesman said. "It was also clear."
"It's too early to say who did it," police said.
Mr President, what will you tell the families?
He declined to comment further.
Airstrikes continued overnight, officials said.
Drones, rockets and missiles were used in the attack.
Defense officials briefed reporters on condition of anonymity.
Militants fired rockets at the base on Saturday.
Troops, aircraft and ships remain in the region.
The White Paper, the Annual Report and the Budget will be published together.
This is a developing story. Check back for updates.
    """.strip().split("\n")
)

"""Numbers, money, percentages, quantities, dates and times: the classes of words and the rules.

By the label guide a number takes what bounds it ("more than 60"); CARDINAL only where it
counts something; no determiner, no "since"; "now", "recent" and "several" are nothing.
"""

from __future__ import annotations

from annotations.suggest.rules.patterns import Rule

SURE, LIKELY, WEAK = 0.9, 0.8, 0.6

CLASSES = {
    "spelled": """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """,
    "scale": "hundred thousand million billion trillion dozen",
    "short_scale": "bn m tn k B M K b mn",
    "dozens": "tens dozens scores hundreds thousands millions billions",
    "ordinal": """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    """,
    "tens": "twenty thirty forty fifty sixty seventy eighty ninety",
    "article": "a an",
    "about": "about approximately around roughly nearly almost some over above below under exceeding",
    "currency": """
        dollar dollars euro euros cent cents pence rupee rupees yen yuan renminbi ruble rubles rouble
        roubles shekel shekels dirham dirhams rial rials riyal riyals dinar dinars lira peso pesos rand
        naira krona kronor franc francs won baht hryvnia hryvnias zloty USD EUR GBP JPY CNY INR RUB CHF
    """,
    "sterling": "pounds pound sterling",
    "unit": """
        kilometer kilometers kilometre kilometres km kms mile miles mi meter meters metre metres centimeter
        centimeters centimetre centimetres cm millimeter millimeters millimetre millimetres mm inch inches
        foot feet ft yard yards acre acres hectare hectares ton tons tonne tonnes kilo kilos kilogram
        kilograms kilogramme kilogrammes kg gram grams gramme grammes g mg milligram milligrams pound pounds
        lb lbs ounce ounces oz liter liters litre litres gallon gallons barrel barrels bushel bushels
        megawatt megawatts MW gigawatt gigawatts GW kilowatt kilowatts kW kWh watts volts knots kph mph km/h
        kilobyte kilobytes megabyte megabytes gigabyte gigabytes GB MB terabyte terabytes megaton megatons
        kiloton kilotons degrees
    """,
    "measured": "square cubic nautical metric statute",
    "degree_of": "Celsius Fahrenheit celsius fahrenheit C F",
    "month": """
        january february april june july august september october november december jan. feb. mar. apr. jun.
        jul. aug. sep. sept. oct. nov. dec. Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """,
    "month_word": "May March",
    "weekday": """
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
        fridays saturdays sundays Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun.
    """,
    "season": "spring summer autumn fall winter",
    "part_of_day": "morning afternoon evening night",
    "period": """
        day days week weeks month months year years decade decades century centuries quarter quarters
        weekend weekends fortnight semester term
    """,
    "short_period": "second seconds minute minutes hour hours",
    "ampm": "a.m. p.m. am pm a.m p.m",
    "zone": "gmt utc est edt et pst pdt pt cet bst ist jst local",
    "edge": "early late mid",
    "which": "last next this past previous following coming current",
    "holiday": """
        christmas easter ramadan thanksgiving halloween hanukkah passover diwali Eid Nowruz Yom Kippur
    """,
    "when": """
        in since until till by during before after from between through throughout of and to for early late
        mid
    """,
    "label_word": """
        no. number page chapter article section verse flight route highway channel apollo resolution figure
        table room line bus train volume level phase grade class type boeing airbus age aged version windows
    """,
    "killed": """
        killed killing kills kill wounded wounding wounds wound injured injuring injures left leaving
        including
    """,
    "person_noun": """
        person man woman soldier child policeman officer civilian boy girl worker student militant protester
        rebel official fighter bystander american israeli palestinian iraqi british briton marine passenger
    """,
    "many": """
        people persons troops soldiers civilians men women children members homes houses victims deaths
        cases
    """,
    "function": """
        a an the of in on at by to for from with without and or but nor as than that which who whom whose
        this these those it its he she they them their his her him we us our you your i my me be is are was
        were been being am has have had having do does did will would can could shall should may might must
        not no so if then there here when where while because since until after before during about over
        under between among against into onto out up down off through across per via each every all any both
        either neither such some other others same own more most less least few fewer many much very too
        also just only even still yet again ever never how what why said says say told died die dead got
        went came made make took respectively including until unless like near least if per versus vs
        against toward towards upon within along around behind beyond despite except inside outside since
        throughout whether although though however meanwhile instead perhaps maybe indeed thus hence
        therefore nearly almost later earlier ago old apiece alone together straight went go goes gone come
        comes became become percent amid now today yesterday tomorrow recently currently once twice always
        often both another anyone someone everyone nobody nothing something everything well back away much
        one thirds fifths sixths eighths tenths halves
    """,
}

GROUPS = {
    "digits": "day year integer decimal",
    "count": "day integer",
    "content": "lower - function spelled scale",
    "strict_month": "month",
    "any_month": "month month_word",
}

MACROS = {
    "PAIR": "<spelled> (?: <hyphen> <spelled> )?",
    "WORDS": "PAIR (?: <scale> (?: (?:and)? PAIR )? ){0,4}",
    "NUM": "(?: <digits> <scale>{0,2} | <scaled> | WORDS | <scale> (?= <scale> ) )",
    "PLAIN": "(?: <count> <scale>{0,2} | <decimal> <scale>{1,2} | <scaled> | WORDS )",
    "BOUND": (
        "(?: no? (?: more | less | fewer | greater | higher | lower | other ) than | at (?: least | most ) "
        "| up to | as (?: many | much | few | little ) as | (?: well | just ) (?: over | under ) | an estimated "
        "| <about> | between NUM and | close to )"
    ),
    "RANGE": "NUM (?: (?: <dash> | <hyphen> | to | or ) NUM )?",
    "AMOUNT": "<money> (?: <digits> (?: <scale>{1,2} | <short_scale> )? | <scaled> )",
    "DAY": "(?: <day> | <nth> )",
    "MONTH": "(?: <month> | <month_word> )",
    "YEAR": "(?: <comma>? <year> (?! <hyphen> ) )",
    "WEEKDAY": "(?: <weekday> <comma>? )",
    "A_FEW": "(?: BOUND? (?: PLAIN | <year> ) | <article> | half <article> )",
    "WHICH": "(?: <which> | <edge> )",
    "CLOCK": "(?: <clock> <ampm>? | (?: <day> | <decimal> ) <ampm> | <clock12> ) (?: <zone> )?",
    "COUNTED": "(?= <content> | <hyphen> <content> | <demonym> <content> | <demonyms> | <place> <content> )",
}

RULES = (
    Rule("MONEY", "BOUND? AMOUNT (?: (?: to | <dash> | <hyphen> | and ) AMOUNT )?", SURE),
    Rule("MONEY", "BOUND? RANGE (?: <place> | <demonym> )? <currency>", SURE),
    Rule("MONEY", "BOUND? NUM (?<= <scale> ) (?: <demonym> )? <sterling>", LIKELY),
    Rule("MONEY", "(?: <scale> | <dozens> ) of (?: <scale> | <dozens> )? <currency>", WEAK),
    Rule(
        "PERCENT",
        "BOUND? RANGE (?: <percent> | percent | per cent | percentage (?: point | points ) )",
        SURE,
    ),
    Rule("PERCENT", "BOUND? <digits> <percent> (?: <dash> | <hyphen> | to ) <digits> <percent>", SURE),
    Rule(
        "QUANTITY",
        "BOUND? RANGE <hyphen>? <measured>{0,2} <unit> (?: <degree_of> | per <short_period> | an hour )?",
        SURE,
    ),
    Rule(
        "DATE",
        "WEEKDAY? (?: <edge> <hyphen>? )? MONTH DAY (?: (?: <dash> | <hyphen> | to | and ) <day> )? YEAR?",
        SURE,
    ),
    Rule("DATE", "MONTH DAY (?: to | <dash> | <hyphen> | and ) MONTH DAY YEAR?", SURE),
    Rule("DATE", "WEEKDAY? (?: <day> (?: <dash> | <hyphen> | to ) )? DAY (?:of)? MONTH YEAR?", SURE),
    Rule("DATE", "MONTH (?:of)? YEAR", SURE),
    Rule("DATE", "(?: <edge> <hyphen>? | <which> )? <strict_month>", LIKELY),
    Rule("DATE", "(?: <edge> <hyphen> | <which> ) <month_word>", LIKELY),
    Rule("DATE", "(?<= <when> ) <month_word> (?! <name> )", LIKELY),
    Rule("DATE", "<year> <hyphen> <day> <hyphen> <day> | <date>", SURE),
    Rule("DATE", "(?: <edge> <hyphen>? | <which> )? <weekday>", SURE),
    Rule("DATE", "WHICH? <decade> | <midyear> | <edge> <hyphen>? <year>", SURE),
    Rule(
        "DATE",
        "(?<= <when> ) ( <year> (?: <dash> <year> )? ) (?! <scale> | <unit> | <currency> | <period> | "
        "<comma> <integer> )",
        SURE,
    ),
    Rule("DATE", "(?<= <open> ) <year> (?= <close> | <dash> )", LIKELY),
    Rule("DATE", "(?<= <comma> ) <year> (?= <comma> | <stop> | <break> )", WEAK),
    Rule("DATE", "(?<= <year> <comma> ) <year> | <year> (?: <hyphen> | <dash> ) <year>", LIKELY),
    Rule("DATE", "<year> (?= <content> ) (?! <many> )", WEAK),
    Rule("DATE", "<which> (?: A_FEW )? (?: <period> | <season> )", LIKELY),
    Rule("DATE", "(?: <edge> <hyphen>? )? <season> (?:of)? <year>", LIKELY),
    Rule("DATE", "A_FEW <hyphen>? <period> (?: <hyphen>? old | ago | later | earlier )", SURE),
    Rule("DATE", "BOUND? RANGE <hyphen>? <period>", LIKELY),
    Rule(
        "DATE",
        "today | yesterday | tomorrow | (?: the )? day (?: before | after ) (?: yesterday | tomorrow )",
        LIKELY,
    ),
    Rule("DATE", "(?: <edge> )? (?: <ordinal> | <nth> ) (?: <hyphen> )? (?: century | quarter )", LIKELY),
    Rule(
        "DATE",
        "<holiday> (?: <year> | day | eve )? | new year (?: <possessive> )? (?: day | eve )?",
        LIKELY,
    ),
    Rule("TIME", "BOUND? CLOCK (?: (?: <dash> | <hyphen> | to ) CLOCK )?", SURE),
    Rule("TIME", "BOUND? <integer> (?: gmt | utc )", SURE),
    Rule(
        "TIME",
        "(?: <edge> )? (?: <weekday> | yesterday | tomorrow | <which> | today ) <part_of_day>",
        SURE,
    ),
    Rule("TIME", "tonight | midnight | noon | <edge> <part_of_day>", LIKELY),
    Rule(
        "TIME",
        "(?: BOUND? PLAIN <hyphen>? <short_period> | half? <article> (?: minute | hour ) ) (?: ago | "
        "later | earlier )?",
        LIKELY,
    ),
    Rule(
        "ORDINAL",
        "(?<! <spelled> ) (?: <tens> <hyphen> )? <ordinal> (?= <content> | <hyphen> <content> | <ordinal> )",
        SURE,
    ),
    Rule("ORDINAL", "<nth>", SURE),
    Rule("CARDINAL", "(?<! <label_word> ) (?<! <money> ) BOUND (?: RANGE | <dozens> )", SURE),
    Rule(
        "CARDINAL",
        "(?<! <label_word> ) (?<! <money> ) (?<! <hyphen> ) (?<! <surname> ) (?! one ) PLAIN (?: (?: to | "
        "or | <dash> | <hyphen> ) PLAIN )? COUNTED",
        SURE,
    ),
    Rule("CARDINAL", "(?: <article> | half <article> )? <scale> (?= <content> )", LIKELY),
    Rule("CARDINAL", "(?: BOUND | <dozens> of )? <dozens> (?= of | <content> | were | have | had )", LIKELY),
    Rule(
        "CARDINAL",
        "(?<! <surname> ) (?! one ) PLAIN (?= other | others | were | have | had | who | died )",
        LIKELY,
    ),
    Rule("CARDINAL", "<year> (?= <many> )", LIKELY),
    Rule("CARDINAL", "one (?= <person_noun> | <content> <person_noun> )", LIKELY),
    Rule("CARDINAL", "(?<= <killed> ) PLAIN (?! <hyphen> | <year> | <unit> | <period> )", LIKELY),
)

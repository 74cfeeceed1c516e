"""Phrases that news sites print around their articles, in tables.

A pattern is matched against a line in lower case with straight quotes and single spaces. Each table says what
its phrases are worth: SURE and ANYWHERE are boilerplate, HEADINGS open a list of other stories, BEFORE makes
the next line boilerplate too, SECTIONS are words that are boilerplate only in the company of others.
"""

from __future__ import annotations

import re

_SITES = (
    "facebook|twitter|x|whatsapp|linkedin|e-?mail|pinterest|reddit|telegram|instagram|youtube|tiktok|"
    "threads|bluesky|mastodon|tumblr|flipboard|messenger|sms|viber|snapchat|google news|rss|tweet|"
    "print|save|share|mail|wechat|copy(?: article)? link|link copied|copy|pin it|link|more"
)
_MEDIA = (
    "photo|photograph|image|picture|pic|video|file photo|illustration|graphic|screenshot|screengrab|credit"
)
_ADVERT = "advert|advertisements?|advertising|ads?|sponsored|promoted|paid (?:content|post)"
_STORIES = (
    "stories|articles|news|posts|videos|headlines|topics|content|coverage|reading|links|reads|picks|pages"
)
_OURS = "(?:us|our|the|your|free|daily|weekly|morning|latest|breaking)"

# The whole line, less what decorates its ends.
SURE = (
    r"(?:[a-z]+ )?\d+ (?:min(?:ute)?|hour|hr|day|week|month|year)s? ago",
    rf"(?:(?:{_SITES})[\s,|/·•&\d()+]*+)++|(?:{_ADVERT})(?: [-–—] .*)?",
    "remove ads|report (?:this )?ad|skip ad.*|why am i seeing this.*",
    "(?:ads|ad) (?:by|choices|feedback).*",
    r"(?:advertisement\W+)?(?:story|article|content|post) continues (?:below|after).*",
    r"continue reading.*|scroll (?:down )?(?:to|for) (?:continue|more).*|loading\W*",
    r"like(?: this|loading.*)?|like loading\W*|spot_img",
    r"(?:share|like|follow|tweet|pin)(?: (?:this|page|on|us|via|it|now|with)\b[^.!?]{0,40})",
    "click to share.*",
    f"(?:{_SITES}) icon",
    "kindly share.*|about sharing|share (?:article|story|post)",
    r"(?:show|hide|view|see|load|read|post|add)(?: \w+)? more.*",
    (
        r"(?:show|hide|view|see|read|post|add|write|leave)(?: an?| all| \d+)? (?:comments?|repl(?:y"
        r"|ies))(?: cancel reply)?"
    ),
    r"(?:view|see) all(?: .{1,30})?|\(?\d*\)? ?(?:no )?comments?(?: yet| off.*| \(\d+\)| closed)?",
    r"\d+ repl(?:y|ies)|(?:no )?comments (?:are|have been) (?:closed|turned off|disabled).*",
    "join the (?:conversation|discussion).*|menu|more menu|search(?: for)?|log ?(?:in|out)",
    "sign ?(?:in|out|up)!?|register(?: now)?|my account|your account",
    r"subscribe(?: now| today| for free| here)?!?|free subscri\w+|free newsletters?|donate(?: now)?",
    "e-?paper|install|skip to (?:main )?content|skip to navigation|accessibility (?:links|help)",
    r"back to top|go to top|close|homepage|listen(?: to this (?:article|story|page))?(?:\W+\d.*)?",
    "(?:buy|shop|watch|listen|play|read|learn|vote) now",
    r"(?:reading time\W*)?\d+ ?-?min(?:ute)?s?(?: read)?",
    r"(?:\d[\d.,]*[km]? )(?:shares?|views?|likes?|followers)|read more|previous|next|by|reply|name",
    "email|website|comment|post comment|submit|submit a letter|ok|got it|follow",
    "(?:enter )?(?:your )?e-?mail(?: address)?|invalid email|accept(?: all)?(?: cookies)?|reject all",
    "manage (?:cookie.*|options)|(?:follow|contact|about) us|get in touch|advertise(?: with us)?",
    "privacy(?: policy| notice)?|cookie (?:policy|notice|settings)|cookies",
    "terms(?: of (?:use|service))?|terms (?:&|and) conditions|careers|site ?map|help",
    "complaints (?:&|and) corrections|parental guidance|do not sell.*|rss feeds?|newsletters?",
    "breaking news alerts|(?:give|gift)(?: this)? article|bookmark",
    "(?:supplied|file|handout|courtesy|stock) (?:photo|image|picture|pic)s?|getty images",
    r"(?:photo )?gallery|full screen|\d+ of \d+|\d+/\d+|\d+ (?:photos|images|pictures)",
    "open image in gallery|view gallery|enlarge image|expand|home",
    "(?:previous|next) (?:article|post|story)|post navigation|view all posts(?: by .*)?",
    "(?:all|more) posts(?: by .*)?|written by|posted by|cancel any ?time|powered by .*",
    "(?:proudly )?powered by.*|blog at wordpress.*|theme by .*|have your say.*",
    r"(?:try|get) (?:it|us) free.*|\d+ thoughts? on .*|opens in (?:a )?new (?:window|tab)|live tv",
    r"your capital is at risk\.?|terms apply\.?|18\+.*|gamble ?aware.*|be nice\..*|keep it clean\..*",
    r"app store|google play|(?:video )?ad feedback|now playing|\d+ videos|\d+:\d\d - source: .*",
    "featured video|play(?: video)?|video player.*|our standards: .*|purchase licensing rights.*",
    "sort by.*|newest|oldest|text size|font size|copy url|view this post on .*",
    "(?:show|hide|toggle) caption|enlarge(?: this image)?|transcript|download|embed|add to playlist",
    r"\d+-minute listen|(?:first|last|full|user) ?name\W*|phone|zip code|country|password",
    r"forgot(?:ten)?(?: your)? password\?|remember me|lost your password\?|don't have an account\?.*",
    "(?:please )?log ?in to (?:comment|your).*|commenting on this .*",
    r"(?:print|e-?mail) (?:this|article|page|to)\b.{0,40}|(?:post |page )?views: ?[\d,]+|rate this.*",
    "how useful was this .*|select (?:month|category|your .{1,20}|language)",
    "be the first to (?:comment|know).*|allow notifications|(?:open|read) in app",
    "(?:sponsored|presented|brought to you) by .{1,40}|republish this .*|read the original .*",
    r"see author's posts|jump to .{1,20}|source(?:s|\(s\))?: .{2,50}|published in .{2,40}|support us",
    "buy me a coffee|not now|yes please|no thanks|learn more|details|video|audio|no result",
    "view all result|welcome back!?|(?:shares?|views?|likes?)|live|sponsor message",
    "keyboard shortcuts.*|text only|your (?:privacy|ad|cookie) choices",
    "(?:us|uk|international) edition|all right reserved.*|go to mobile version|read|link copied",
    r"(?:©|\(c\)|@ ?\d{4}|copyright\W+(?:©|\(c\)|\d{4}))\W.*|copyright [\w ]{1,40}\.?",
    r"all rights reserved.*|[^.]{0,80} all rights reserved\.?",
)
# Where the line begins.
STARTS = (
    r"(?:don't forget to |please |you can )follow .{1,40} on|advertise (?:with|on|in) \w+",
    (
        r"(?:\W*)(?:read|trending(?: now)?|read more|read also|also read|see also|related|don't miss"
        r"|must read|recommended|more on this|watch also|read next|read this|editor's pick"
        r"|in case you missed it|more news|top stories)\W? ?[:|\]»>–—-]"
    ),
    "(?:click|tap|press) here (?:to|for)",
    "join (?:us|our|the) .{0,40}(?:whatsapp|telegram|channel|community|newsletter|group)",
    (
        r"follow .{1,40} on (?:facebook|twitter|x|instagram|whatsapp|google|linkedin|youtube|telegram"
        r"|tiktok|threads)\b"
    ),
    r"(?:download|get|install) (?:the|our) .{0,30}\bapp\b",
    "(?:tags|topics|filed under|posted in|categories|tagged|keywords):",
    f"(?:{_MEDIA})s?(?: (?:credit|courtesy|source|caption|by))?s?(?: of)? ?[:|]",
    "(?:image|photo|picture) (?:source|caption|credit)",
    "(?:photo|image|photograph|picture|illustration)s? (?:by|via|courtesy) ",
    "(?:file|representative|representational) (?:photo|image|pic)",
    "this (?:web)?site (?:uses|is protected)|we use (?:cookies|your)|we value your privacy",
    r"(?:we|our) .{0,40}\bcookies\b",
    (
        r"by (?:signing|subscribing|clicking|submitting|continuing|registering|providing|giving|using"
        r"|entering|creating)\b.{0,80}\b(?:you (?:agree|consent|accept|confirm)|(?:our|the) (?:terms"
        r"|privacy|newsletter)|opting in)"
    ),
    r"\W*i (?:understand and )?(?:agree|consent)\b|save my name|notify me of|required fields",
    "your e-?mail address will|already (?:a|have) .{0,20}(?:subscri|member|account|registered)",
    "to (?:continue|keep) reading|start your (?:free )?trial",
    "(?:create|register for) (?:a free|an|your) .{0,12}account|unlock (?:this|the|all|unlimited)",
    "become an? (?:member|subscriber|supporter)|you(?:'ve| have) .{0,30}free articles?",
    "this (?:article|story|content) is (?:only |exclusively )?(?:for|available to) .{0,20}subscri",
    "(?:thank you|thanks) for (?:subscribing|signing up|reading our)|something went wrong",
    r"please try again|sorry, there are no|never miss (?:a|an|out)\b|don't miss (?:a|out)\b",
    r"stay (?:up to date|informed|updated|connected|ahead|tuned)\b",
    rf"(?:sign up|subscribe|register) (?:for|to|here|now) {_OURS}\b",
    r"want (?:more|to get)\b.{0,60}\b(?:news|inbox|newsletter|stories)",
    "sign up (?:here|now|today|free|and (?:get|receive))|sign up to .{1,30}, our",
    "get (?:the|our|all the) (?:day's |latest |top |biggest |best |free )",
    r"support (?:local|independent|quality|our|trusted) (?:\w+ )?journalism",
    r"(?:do you have|got) (?:an?|any) .{0,30}(?:story|tip|report|news)\b.{0,40}\?|what do you think\?",
    r"let us know (?:in|what)|(?:share|tell us) your (?:thoughts|views)|follow (?:our|us|the latest)\b",
    r"(?:the )?(?:views|opinions) expressed|disclaimer\W|watch this discussion",
    "welcome to the discussion|post(?:ed)? in .*tagged",
    (
        r"(?:this (?:story|article|report|post) )(?:has been|is|was) (?:auto|published from"
        r"|not been edited|syndicated)"
    ),
    "home ?[>/»›|→]|you are here|about the (?:author|writer)|we have more newsletters|newsletter: ",
    "e-?mail: ?(?:sign|get)|(?:.{1,40} )?is not responsible for the content of external",
    "(?:for )?more (?:stories|news)(?: like this)?,|we(?: a|')re on ",
    r"send (?:us )?(?:your|news|story) .{0,20}(?:tips|photos|news|stories)|contact(?: us)?: \S+@",
    "originally published (?:on|in|at|by) ",
)
# Anywhere in a line that is not long.
ANYWHERE = (
    r"all rights reserved(?! \w+ \w)",
    (
        r"(?:our|its|your) (?:terms of (?:use|service)|privacy (?:policy|notice)|cookie policy"
        r"|user agreement)"
    ),
    "unsubscribe at any ?time|in(?:to)? your inbox|straight to your inbox",
    "opens in (?:a )?new (?:window|tab)|recaptcha|sign up (?:for|to) (?:our|the) .{0,40}newsletter",
    r"subscribe to our|follow us on|(?:app store|google play)\b",
    "may not be (?:reproduced|published, broadcast|copied)",
    "prior (?:express )?written (?:permission|consent)|enable javascript|we may earn a commission",
    "ad ?blocker|does not support the (?:audio|video)|your subscription (?:could|has)",
    "designed (?:and|&|by)|(?:thanks|thank you) for (?:signing up|subscribing)|check out what's",
    "can be managed in .{0,20}preferences|<iframe|commenting forum|we'll assume you're ok",
    "mailing list to|daily (?:e-?mail )?newsletter|as little as [$£€]",
    r"[$£€]\d[\d.]* (?:a|per) (?:week|month) for|whatsapp channels?\b|sign up here",
    "click here (?:to|for)|(?:reach|contact|email) (?:her|him|them) (?:at|on)",
    r"follow (?:her|him|them) (?:at|on) (?:@|x\b|twitter|facebook|instagram)",
    r"\b(?:redistribution|reproduction) .{0,30}(?:prohibited|permission)",
    "registered (?:office|in england)|direct to you every",
)
# The whole line; what follows is other stories or a form, until the story returns.
HEADINGS = (
    (
        rf"(?:most|more) (?:popular|read|viewed|shared|watched|commented|recent"
        rf"|discussed)(?: (?:{_STORIES}))?(?: \w+ .{{1,30}})?"
    ),
    (
        rf"(?:popular|trending|recent|featured|related|recommended|suggested|similar|hot"
        rf"|breaking)(?: (?:{_STORIES}|now|today|on .*|for you|comments|searches|category|categories"
        rf"|internet links))?(?: now)?"
    ),
    "(?:related|more|top|recommended) (?:article|story|post|video)s?|(?:related|more) items?",
    "about (?:post|the) author",
    (
        rf"(?:top|latest|other|further|sponsored|promoted|partner|must|live|today's"
        rf"|editors?'?s?'?) (?:{_STORIES}|choice|e-edition|watch)(?: \w+)?"
    ),
    "(?:read|up|watch|what to read|see) next|read now|next up",
    "(?:also read|read also|don't miss|must[- ]reads?|you missed)",
    f"more (?:{_STORIES}|to read|to explore)(?: .{{1,30}})?",
    "more (?:from|in|about) .{1,40}|more (?:on|about|in)(?: .{1,30})?|explore more",
    (
        r"(?:things |stories |articles )?you (?:may|might|will|could|'ll) (?:also )?(?:like"
        r"|be interested in|have missed|enjoy|love).*"
    ),
    "in case you missed it|elsewhere on .{1,30}|around the web|from (?:around )?the web",
    "from our partners|we recommend|topics|tags|categories|archives|filed under|related tags|features",
    "quick links|useful links|site index|on our radar",
    (
        r"(?:get|subscribe to|sign up for|sign up to) .{1,60}(?:newsletters?|inbox|alerts|briefings?"
        r"|digest)"
    ),
    "newsletters?(?: sign-?up)?|stay informed|leave a (?:reply|comment)(?: cancel reply)?",
    r"\d+ thoughts? on .{1,200}|(?:\d+ )?(?:comments|responses)|about the author|prayer timings?",
    "gold forex|exchange rates?|horoscopes?|weather forecast|sponsored",
    f"(?:{_STORIES}) (?:you may like|for you|you might like|you missed)",
)
# The whole line; the next line goes with it.
BEFORE = (
    r"(?:image|photo|picture|media) caption",
    r"(?:previous|next|prev) (?:article|post|story)",
    "sponsored",
    "by sponsored",
)
# Somewhere in the line; the story seldom goes on after it.
CLOSING = re.compile(
    r"\A(?:©|\(c\)|copyright\b|tags:|topics:|filed under|share this|post navigation|leave a )"
    r"|all rights reserved|\Acomments are closed|\A(?:previous|next) (?:post|article)"
)
# Words that stand in menus, and in the glued ones before the headline.
_SECTION_NAMES = (
    "about|about us|advertise|africa|all news|americas|analysis|archive|archives|arts|asia|audio|"
    "australia|auto|bingo|blog|blogs|breaking news|business|careers|cars|celebrity|celebs|china|cities|"
    "classifieds|climate|columnists|columns|community|contact|contact us|cookies|courts|cricket|crime|"
    "crosswords|culture|defence|defense|donate|e-edition|e-paper|economy|editorial|education|election|"
    "elections|energy|entertainment|environment|epaper|europe|events|explainers|family|faq|fashion|"
    "features|finance|food|football|gallery|games|global|global news|government|gulf|health|help|home|"
    "homepage|horoscope|immigration|in depth|india|innovation|international|investigations|jobs|latest|"
    "law|letters|life|lifestyle|live|live news|local|local news|log in|login|magazine|markets|"
    "membership|menu|metro|middle east|military|money|more|more menu|motoring|my account|nation|"
    "national|news|newsletter|newsletters|obituaries|opinion|opinions|our team|people|photos|podcast|"
    "podcasts|politics|press|privacy|property|puzzles|real estate|register|religion|royals|science|"
    "search|security|shop|shopping|showbiz|sign in|society|sounds|sport|sports|start here|states|store|"
    "style|subscribe|support us|tags|team|tech|technology|terms|top stories|topics|travel|trending|tv|"
    "u.s.|uae|uk|us|usa|video|videos|weather|women|world|your account"
)
SECTIONS = frozenset(_SECTION_NAMES.split("|"))


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_SURE, _STARTS, _HEADINGS, _BEFORE = map(_joined, (SURE, STARTS, HEADINGS, BEFORE))
_ANYWHERE = re.compile(rf"\b(?:{_joined(ANYWHERE).pattern})")
_LONGEST = 700  # code points of a line in which phrases are looked for


def is_sure(plain: str, bare: str) -> bool:
    """Return whether a line is boilerplate whatever stands around it.

    `bare` is the line less what decorates its ends.
    """
    if len(plain) > _LONGEST:
        return False
    if _SURE.fullmatch(bare) or _STARTS.match(plain):
        return True
    return '"' not in plain and _ANYWHERE.search(plain) is not None


def closes(plain: str) -> bool:
    """Return whether a line that is boilerplate stands where stories end."""
    return len(plain) <= _LONGEST and CLOSING.search(plain) is not None


def is_heading(bare: str) -> bool:
    """Return whether the line opens a list of other stories, or a form."""
    return len(bare) <= 240 and _HEADINGS.fullmatch(bare) is not None


def takes_next(bare: str) -> bool:
    """Return whether the line makes the next line boilerplate too."""
    return len(bare) <= 40 and _BEFORE.fullmatch(bare) is not None

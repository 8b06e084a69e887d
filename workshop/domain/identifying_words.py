"""What ages, wards, numbers and addresses look like in what people write: one `Sought` for each kind.

Patterns are matched with capitals ignored, in texts whose figures, of any script, are written 0 to 9
(`workshop.domain.identifying` sees to that). Where a capital is needed a pattern says so: `(?-i:…)`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tells(StrEnum):
    """What a passage tells of somebody."""

    NAME = "name"
    AGE = "age"
    BORN = "born"  # a birthday, or another day long ago
    PLACE = "place"  # a ward, a room, a home, a school
    PHONE = "phone"
    EMAIL = "email"  # or another account
    POSTCODE = "postcode"
    ADDRESS = "address"
    NUMBER = "number"  # that one person has: of a hospital, for work


@dataclass(frozen=True, slots=True)
class Sought:
    """Patterns of one kind of passage. A text that holds one of them holds a figure or one of the `cues`.

    `figures` says whether a figure is cue enough. A cue in small letters is found in any capitals.
    """

    tells: Tells
    patterns: tuple[str, ...]
    cues: frozenset[str] = frozenset()
    figures: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.replace("|", " ").split())


# Numbers

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TENS_OF_YEARS = _TENS.replace("y", "ies")
_NO_FIGURE = r"(?![\d:./]\d|\d|[%£€$]|(?:st|nd|rd|th)\b)"  # no clock time, date, part of 100, or money
_YEARS = rf"(?:(?:1[01]\d|\d{{1,2}}){_NO_FIGURE}|(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})\b)"
# An age that is no clock time and seldom a count.
_GROWN = rf"(?:(?:1[3-9]|[2-9]\d|1[01]\d){_NO_FIGURE}|(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})\b)"

# Somebody who is spoken of

KIN = (
    "mum|mam|mom|mother|dad|father|nan|nana|gran|granny|grandma|grandmother|grandad|granddad|grandfather"
    "|grandpa|nain|taid|mamgu|tadcu|son|daughter|husband|wife|brother|sister|partner|uncle|aunt|auntie|aunty"
    "|cousin|niece|nephew|grandson|granddaughter|grandchild|twin|twins|baby|child|boy|girl|kid|lad|friend"
    "|neighbour|neighbor"
)
_SOMEBODY = (
    f"(?:{KIN}|lady|man|woman|gentleman|person|patient|carer|pensioner|toddler|teenager|stepson|widow)"
)
_THEIR = "(?:my|our|his|her|your)"
_HE_IS = (
    rf"(?:i['’]?m|they['’]?re|(?:he|she|{_SOMEBODY})['’]?s|(?:i|he|she|they)['’]?ll be"
    rf"|(?:i|he|she|they|{_SOMEBODY})\s+(?:am|is|was|are|were|will be|would be|has been|have been))"
)
_NEARLY = r"(?:(?:now|only|just|nearly|over|almost|about|still|already|turning|soon) ){0,2}"
_PUSHING = (
    "gone|pushing|nearly|almost|getting|knocking|coming up|going|hit|hitting|rising|reached|reaching|past"
)
_THEN = (
    r"(?=\s*(?:$|[.,;:!?)\n–—-]|(?:now|next|in|and|but|years|yrs|this|last|when|with|who|so|or|on|today"
    r"|because|not|yet|at the time)\b))"
)
_A_COUNT = (
    r"(?!\s*(?:minutes?|mins?|hours?|weeks?|days?|miles?|people|patients|times|degrees|of|down|away)\b)"
)
_YEAR_OF_BIRTH = r"(?:19\d\d|200\d|201[0-5])"

AGE = Sought(
    Tells.AGE,
    (
        rf"(?<!and )\b{_YEARS}[ -]*(?:years?|yrs?|months?|weeks?)[ -]*(?:olds?|of age|young)\b",
        rf"\b{_YEARS}[ -]*(?:y[/.]?o|yo)\b",
        rf"\baged?(?:\s+(?:of|is|was|at|only|just))?\s*[:=]?\s*{_YEARS}{_A_COUNT}",
        rf"\b{_HE_IS}\s+{_NEARLY}{_YEARS}{_THEN}",
        rf"\b(?:since|when|until|before)\s+(?:i|he|she|they)\s+(?:was|were|is|am)\s+{_NEARLY}{_YEARS}"
        rf"{_A_COUNT}",
        rf"\bturn(?:s|ed|ing)?\s+{_NEARLY}{_YEARS}{_A_COUNT}",
        rf"\b(?:{_PUSHING})\s+(?:on |to |for )?{_GROWN}{_THEN}",
        rf"\bat {_GROWN}\s+(?:i|you|he|she|they|we|{_THEIR})\b|\bat (?:2[5-9]|[3-9]\d)(?![:.]){_THEN}",
        rf"(?:^|[.!?]\s+){_GROWN} and (?!a half\b|counting\b|under\b|over\b)\w+",
        rf"\b(?:{_THEIR}|an?|the|this|another)\s+(?:\w+\s+)?{_SOMEBODY}"
        rf",?\s*(?:\(|,\s*|of |is )(?:aged? )?{_YEARS}"
        r"(?=\s*[),.;!?]|\s+(?:and|with|who)\b|\s*$)",
        r"(?-i:\b[A-Z][^\W\d_]+(?:, \d\d(?=[,.])| \(\d\d\)))",
        rf"\b(?:{KIN}|me|i)\s+(?:[2-9]\d|1[01]\d)(?=\s*(?:$|[.,;:!?)]|and\b))",  # "wife 69, me 71"
        rf"\b(?:when|if) (?:you|they|he|she)['’](?:re|s) {_GROWN}{_A_COUNT}",
        r"(?-i:\b[MF],? ?\d\d(?=[.,;)]|$))",  # as in a doctor's notes
        r"\b\d{1,3} saal (?:ki|ka|ke)\b|\bl\. ?\d{2,3}\b",
        r"\bas an? \d{2}[ -]\w|\b\d{1,3}(?:st|nd|rd|th) birthday",
        rf"\b(?:in|into) {_THEIR} (?:early |mid[- ]|late )?(?:\d0s|teens|{_TENS_OF_YEARS})\b",
        # Welsh
        r"\b[\w']+(?:\s+(?:ml|bl|m|l)wydd)?[ -]+oed\b|\b\d{1,3}\s*(?:ml|bl)wydd\b",
        r"\boed(?:ran)?\s*:?\s*\d{1,3}\b",
        r"\byn (?:\w+ )?(?:ugain|ddeg|deg|hugain|hanner cant|gant)\b(?! (?:munud|punt|milltir|awr|o )\b)",
        # Polish
        r"\b(?:mam|masz|ma|mają|miał\w*|mieć|mając\w*|s?kończ\w+)\s+"
        r"(?:(?:już|tylko|dopiero|prawie|teraz|ponad|około) )?"
        r"\d{1,3}\s*(?:lat\w*|rok\w*|miesi\w+)",
        r"\b\d{1,3}[- ]?(?:letni\w*|latk\w*)|\bw wieku\s+\S+|\bwiek:?\s*\d{1,3}|\b\d{1,3}\. urodziny",
        r"\b\w+(?:dziesiąt|dzieści|naście|sto)(?:\s+\w+)?\s+lat\b",
        r"\b\w+(?:dziesięcio|nasto|dziesto)\w*letni\w*",
        r"\bs?kończ\w+\s+\w+(?:dziesiąt|dzieści|naście)\b",
        # Romanian, Spanish, Portuguese, Italian, French, German, Lithuanian, Hungarian, Turkish, Somali
        r"\b(?:am|are|avea|împlinit) \d{1,3} de ani|\bîn vârstă de \d{1,3}",
        r"\b(?:tengo|tiene|tenía|tenho|tem|tinha|ho|ha|aveva|j['’]ai|a|avait) \d{1,3} "
        r"(?:años|anos|anni|ans)\b",
        r"\b\d{1,3}\s*(?:Jahre alt|metų|éves|yaşında\w*|jir)\b",
    ),
    (_words(f"{_ONES}|{_TEENS}|{_TENS}|{_TENS_OF_YEARS}") - {"one"})  # "no one", "one nurse"
    | _words("teens oed wieku lat skończył skończyła ugain ddeg deg hugain cant gant letni letnia"),
)

# Dates

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?: of)?"
_IN_FIGURES = r"\d{1,2}[ ./-]\d{1,2}[ ./-](?:\d{4}|\d{2})\b"
_DATE = rf"(?:{_IN_FIGURES}|{_DAY} {_MONTH}(?:,? \d{{2,4}}\b)?|{_MONTH} {_DAY}\b|'?(?:19|20)\d\d\b)"

BORN = Sought(
    Tells.BORN,
    (
        rf"(?:\bborn\b|\bd\.?o\.?b\b\.?|date of birth|\bbirthday|\bbirth date)\s*:?\s*"
        rf"(?:\S+\s+){{0,3}}?{_DATE}",
        rf"\b{_DATE}\s+(?:\S+\s+){{0,4}}?born\b",
        rf"\bb\.? ?(?:(?:19|20)\d\d\b|{_IN_FIGURES})",
        rf"\b(?:{_DAY} )?{_MONTH},? (?:{_DAY},? )?{_YEAR_OF_BIRTH}\b",
        rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR_OF_BIRTH}\b|\b{_YEAR_OF_BIRTH}-\d\d-\d\d\b",
        r"(?:\b(?:geni|ganwyd|ganed)\b|pen-?blwydd|\burodz\w+)\s*:?\s*(?:\S+\s+){0,4}?"
        rf"(?:\d{{1,2}} \w{{3,12}} (?:19|20)\d\d|{_IN_FIGURES}|(?:19|20)\d\d\b)",
    ),
)

# Wards, rooms, homes, schools

_NO = r"(?:\s*(?:no\.?|number|nr\.?|rhif|#|:|-))?\s*"
# A figure, a letter or both, or a number in words.
_WHICH = rf"(?:(?-i:[A-Z]{{0,2}}\d{{1,3}}[A-Za-z]?|[A-Z]\d?)|[a-z]\d{{1,2}}|{_ONES}|{_TEENS})\b"
_ROOM = "rm|studio|apartment|apt|ward|bay|bed|room|cubicle|unit|flat|floor|clinic|chair|theatre"
_NO_NAME = (
    "the|this|that|my|our|your|his|her|their|every|each|any|all|no|a|an|one|on|in|at|to|from|same|other|which"
    "|what|day|night|new|old|busy|and|or|hospital|first|next|last|some|whole|another|when|where|is|was|but"
    "|quiet|noisy|off|both|most|many"
)
_OF_A_WARD = "sister|manager|round|staff|nurse|clerk|doctor|team|phone|door|kitchen|based|for|is|was|and|or"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY_NAMES = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_HOME = (
    "care home|nursing home|residential home|rest home|children['’]s home|primary|infants?|juniors?|academy"
    "|surgery|school|high|comprehensive|grammar|college|nursery|hospice|medical centre|health centre"
    "|medical practice|lodge|day centre|sixth form|hostel|refuge"
)
_NAMED = r"(?-i:[A-Z][\w'’]+)"

PLACE = Sought(
    Tells.PLACE,
    (
        rf"\b(?:{_ROOM})\b{_NO}{_WHICH}(?!\s*(?:am|pm|o'clock|beds|or)\b){_A_COUNT}",
        r"(?-i:\b[A-Z]\d{1,2}[A-Z]?) (?:ward|unit|bay)\b",
        rf"\b(?!(?:{_NO_NAME})\b){_NAMED} (?:ward|unit|bay|suite|wing|house)\b(?!\s+(?:sister|manager)s?\b)",
        rf"\b(?:on|in|from|to|off|at) (?!(?:{_NO_NAME})\b)[\w'’]+ ward\b",
        rf"\bward (?!(?:{_OF_A_WARD}|i|the|{_DAY_NAMES})s?\b){_NAMED}",
        # At the start of a sentence every word has a capital: there the kind of home has one, too.
        rf"(?<=[^\W\d_][ ,;])(?!(?:{_NO_NAME})\b){_NAMED}(?: (?:of|the|{_NAMED})){{0,4}}? (?:{_HOME})\b",
        rf"\b(?!(?:{_NO_NAME})\b){_NAMED}(?: (?:of|the|{_NAMED})){{0,4}}? (?=(?-i:[A-Z]))(?:{_HOME})\b",
        # Welsh
        r"\b(?:ysgol|cartref|meddygfa|plas|tŷ|ty|hafan|coleg)(?: (?:y|yr|gynradd|gyfun|uwchradd|gofal))*"
        rf"(?: {_NAMED}){{1,4}}",
        rf"\b(?:ystafell|gwely|bae|llawr){_NO}\d{{1,3}}[a-z]?\b",
        # Polish
        r"\b(?:dps|dom\w* (?:opieki|pomocy)|szko[lł]\w*|przychodni\w*|przedszkol\w*)"
        r"(?: (?:podstawow\w+|społeczn\w+|nr))* (?-i:[A-ZŁŚŻŹĆ„\"]\S+|\d+)",
        r"\b(?:oddzia[lł]\w*|sal[aięąy]\w*|pok[oó]j\w*|[lł][oó]ż\w+|piętr\w+|gabine\w+)\s*"
        r"(?:numer\w*\s*|nr\.?\s*)?(?:\d{1,3}[a-z]?|(?-i:[A-Z]\d?))\b",
    ),
    _words(f"{_ROOM} suite wing house home primary infant infants junior juniors academy surgery school high")
    | _words("comprehensive grammar college nursery hospice centre practice lodge form hostel refuge")
    | _words(
        "ysgol cartref meddygfa plas tŷ ty hafan coleg dps opieki pomocy oddział oddziale oddziału sala sali"
    ),
)

HOUSE = Sought(
    Tells.PLACE, (rf"\b(?:at|to|from|in|into|near) (?-i:The) {_NAMED}",), frozenset({"The"}), figures=False
)

# Ways to reach somebody

_SPOKEN = f"(?:oh|zero|nought|double|triple|{_ONES})"
_RING = (
    r"\b(?:tel|phone|telephone|ring|rang|call|called|text|mob|mobile|whatsapp|landline|number|numer|nr|ffôn"
    r"|ffonio|ffoniwch|rhif|zadzwo\w+|dzwo\w+|telefon\w*|kom[oó]rk\w+)\b"
)
PHONE = Sought(
    Tells.PHONE,
    (
        r"(?<![\w+])(?:\+|00?|\(0)[ (]*\d?(?:[ ()./-]{0,2}\d){7,13}(?!\w)",
        rf"{_RING}[\W_]{{0,4}}(?:\S+\s+){{0,3}}?\(?\d(?:[ ()./-]{{0,2}}\d){{4,12}}(?![\d£%])",
        r"\b(?:ext\.?|extension|bleep|pager)\s*(?:no\.?|number)?\s*:?\s*\d{3,6}\b",
        rf"\b(?:{_SPOKEN}[ ,-]+){{5,}}{_SPOKEN}\b",
    ),
    _words("oh zero nought double triple"),
)

_MAIL = (
    "gmail|hotmail|outlook|yahoo|nhs|btinternet|icloud|live|aol|sky|proton|talktalk|virginmedia"
    "|wp|onet|interia"
)
_SITE = "facebook|instagram|twitter|linkedin|tiktok"
_USER = r"(?<![\w.+'-])[\w.+'-]+"
_ACCOUNT = "insta|snapchat|snap|skype|fb"
EMAIL = Sought(
    Tells.EMAIL,
    (
        rf"{_USER}\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+|{_USER}@[\w-]{{2,}}|(?<![\w.])@[\w.]{{2,}}",
        _USER + r"\s*[\[({]\s*at\s*[\])}]\s*[\w-]+(?:\s*(?:\.|[\[({]?\s*\bdot\b\s*[\])}]?)\s*\w{2,})+",
        rf"{_USER} at (?:[\w-]+ dot \w{{2,}}|(?:{_MAIL})\b)",
        rf"\b(?:{_SITE}|x)\.com/[\w./-]+",
        rf"\b(?:{_SITE}|{_ACCOUNT})\s*(?:is|:|handle|name)\s*:?\s*[\w.]{{3,}}",
    ),
    _words(f"at {_MAIL} {_SITE} {_ACCOUNT} x"),
    figures=False,
)

# Where somebody lives

POSTCODE = Sought(
    Tells.POSTCODE,
    (
        r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]?[ -]{0,2}\d\s?[abd-hjlnp-uw-z]{2})\b",
        r"\b(?:post ?code|cod post|live in|lives in|living in|lived in|live near|area)\b\W{0,3}(?:is |of )?"
        r"(?-i:[A-Z]{1,2}\d{1,2}[A-Z]?)\b",
        r"\b\d{2}-\d{3}\b(?=\s+\w)|\b(?:kod\w*|pocztow\w+)\W+(?:\S+\s+)?\d{2}-?\d{3}\b",  # Poland
        r"(?-i:\b[AC-FHKNPRTV-Y]\d[\dW] ?[0-9AC-FHKNPRTV-Y]{4}\b)",  # Ireland
    ),
)
_STREETS = "road|street|avenue|lane|close|drive|crescent|terrace|gardens|grove|mews"
_STREET = (
    f"{_STREETS}|rd|st|ave|ln|way|court|cres|place|hill|row|square|walk|rise|green|park|view|parade|buildings"
    "|flats|estate|heights"
)
_COUNTED = "minute|min|hour|week|day|month|year|mile|people|more|other|way|metre|big|small"
_LIVES = "live|lives|living|lived"
ADDRESS = Sought(
    Tells.ADDRESS,
    (
        rf"\b\d{{1,4}}[a-z]?,?\s+(?:{_NAMED}\s+){{1,3}}(?:{_STREET})\b",
        rf"\b\d{{1,4}}[a-z]? (?:(?!(?:{_DAY_NAMES}|{_MONTHS})\b){_NAMED} ?){{2}}\b",
        rf"\b\d{{1,4}}[a-z]?,?\s+(?!(?:{_COUNTED})s?\b)[\w'’]+\s+(?:{_STREETS})\b",
        rf"\b(?:{_LIVES}|home|house|flat|stay|stays|staying)\s+(?:is\s+)?(?:on|in|at|off|down|up)\s+"
        rf"(?:{_NAMED}\s+){{1,3}}(?:{_STREET})\b",
        rf"\b(?:{_LIVES})\s+(?:at|in)\s+(?:number|no\.?|flat|house)?\s*\d{{1,4}}\b{_A_COUNT}",
        rf"\b\d{{1,4}}\s+(?:heol|stryd|ffordd|lôn|maes|rhodfa|clos|bryn|pen|tan|parc)\s+(?:yr? )?{_NAMED}",
        r"\b(?:ul|al|os|pl)\.\s*\w+(?:\s+\w+)?\s+\d+|\b(?:ulic\w+|alej\w+|osiedl\w+)\s+\w+(?:\s+\w+)?\s+\d+",
    ),
    _words(_LIVES) | _words("home house flat stay stays staying"),
)

# Numbers that belong to one person

_RECORD = (
    "nhs|hospital|patient|claim|case|reference|ref|policy|passport|account|hosp|mrn|chi|crn|unit|id|record"
)
NUMBER = Sought(
    Tells.NUMBER,
    (
        rf"\b(?:{_RECORD})\s*(?:no\.?|num\w*|id|ref\w*)?\s*(?:is|was)?\s*[#:.]?\s*"
        r"[a-z]{0,3}[-/ ]?\d[\d /-]{3,}\d",
        r"\b[a-z]{1,3}[ -]?\d{6,9}[a-z]?\b|\b[a-z]{2}(?: ?\d\d){3} ?[a-d]\b",  # of a hospital, and for work
        r"(?<![\d£€$.,+%-])(?:\d{7,}|\d{3,4}[ -]\d{3}[ -]\d{3,4})(?![\d%])",
        r"\b(?:rhif|numer|nr)\s+(?:gig|ysbyty|nhs|pesel|pacjenta|szpital\w*)\W{0,3}\d[\d -]{4,}\d",
    ),
)

# Names of anybody, said as names

_TITLED = (
    "mr|mrs|ms|miss|mx|dr|doctor|prof|professor|nurse|sister|matron|father|rev"
    "|pan|pani|pana|panią|panem|doktor"
)
_NO_SURNAME = (
    "practitioner|specialist|manager|call|led|in|on|who|or|and|is|was|the|station|staff|ward|said|i|a|at|unit"
    "|team|training|time|visits?|room|shifts?|associate|consultant|please|you|we|he|she|they|it|then|but|also"
    f"|{_DAY_NAMES}|{_MONTHS}|nhs|gp"
)
# One word with a capital and not in capitals.
_NAME = rf"(?!(?:{_NO_SURNAME})\b)(?-i:\b[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z])\b"
NAME = Sought(
    Tells.NAME,
    (
        rf"\b(?:{_TITLED})\.? {_NAME}",
        rf"\b{_THEIR} (?:late |little |older |younger |elder |big |eldest |youngest )?(?:{KIN}),? {_NAME}",
        rf"\b(?:my name is|my name['’]s|name:|i am called|i['’]m called|called|named|mam na imię|nazywam się"
        rf"|f['’]enw i yw|fy enw i yw) {_NAME}",
    ),
    _words(f"{_TITLED} {KIN} name called named imię nazywam enw"),
    figures=False,
)

IN_LATIN = (AGE, BORN, PLACE, HOUSE, PHONE, EMAIL, POSTCODE, ADDRESS, NUMBER, NAME)

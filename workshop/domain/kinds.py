"""The fixed choices of a workshop: kinds, states and answers, each with the word that is kept."""

from enum import Enum, StrEnum


class Scope(Enum):
    """How the record of what happened treats a record class."""

    BOARD = "board"  # logged with values, can be undone
    PERSON = "person"  # logged as id and field names only, never undone


class DayState(StrEnum):
    """Where the day stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class StepState(StrEnum):
    """Where one step of the plan stands."""

    PLANNED = "planned"
    STARTED = "started"
    FINISHED = "finished"


class NoteKind(StrEnum):
    """What a note says; each kind has one colour and one symbol, on screen and on paper."""

    MATTERS = "matters"
    IDEA = "idea"
    WORKS_WELL = "works_well"
    DOES_NOT_WORK = "does_not_work"
    QUESTION = "question"
    FELT = "felt"
    BEFORE = "before"  # written before today, by the team: fixed mark (I24)


class NoteSource(StrEnum):
    """How the words came to the board."""

    TYPED = "typed"
    PAPER = "paper"
    SPOKEN = "spoken"
    ABSENT = "absent"
    PREPARED = "prepared"


class NoteState(StrEnum):
    """Who may see a note."""

    HIDDEN = "hidden"  # quiet writing: nobody yet (I20)
    SHOWN = "shown"
    WITHHELD = "withheld"  # put away, with a reason; never deleted (I21)


class GroupKind(StrEnum):
    """A group of the room's own, or one of those whose name is fixed."""

    OWN = "own"
    LATER = "later"
    UNKNOWN = "unknown"
    WRONG = "wrong"  # "we got this wrong": said openly, kept apart


class BoardLayout(StrEnum):
    """How the board is laid out."""

    FREE = "free"
    COLUMNS = "columns"  # each group a column
    JOURNEY = "journey"  # each group a step on the way, with a line of how it felt
    GRID = "grid"  # two named axes, four fields


class Emotion(StrEnum):
    """How something felt: a mark on a note, beside its kind."""

    GLAD = "glad"
    CALM = "calm"
    UNSURE = "unsure"
    SAD = "sad"
    ANGRY = "angry"


class Voice(StrEnum):
    """As whom somebody is here today."""

    USES_SERVICES = "uses_services"
    CARER = "carer"
    STAFF = "staff"
    OTHER = "other"


class AgeGroup(StrEnum):
    """Age in three steps; nobody's birthday is asked."""

    UNDER_16 = "under_16"
    AGED_16_17 = "16_17"
    ADULT = "adult"


class Item(StrEnum):
    """The consent questions, each answered on its own."""

    TAKE_PART = "take_part"
    NOTES_USED = "notes_used"
    QUOTE_FIRST_NAME = "quote_first_name"
    QUOTE_FULL_NAME = "quote_full_name"
    PHOTO_REPORT = "photo_report"
    PHOTO_WEB = "photo_web"
    RECORDING = "recording"
    CONTACT_RESULTS = "contact_results"
    INVITE_AGAIN = "invite_again"
    SHARE_CONTACT = "share_contact"
    CREDIT = "credit"


class Said(StrEnum):
    """An answer to a consent question. Only YES is a yes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    TAKEN_BACK = "taken_back"


class Medium(StrEnum):
    """How an answer was given."""

    SCREEN = "screen"
    PAPER = "paper"
    SPOKEN = "spoken"


class Form(StrEnum):
    """In which shape a consent question was put."""

    SCREEN = "screen"
    PLAIN = "plain"  # the A4 form
    LARGE = "large"
    EASY_READ = "easy_read"


class Support(StrEnum):
    """What was done so that somebody could decide for themselves. Never whether they could (I08)."""

    EASY_READ = "easy_read"
    READ_ALOUD = "read_aloud"
    EXPLAINED = "explained"  # in other words, with pictures or things to hold
    SUPPORTER = "supporter"  # somebody they chose was with them
    INTERPRETER = "interpreter"
    MORE_TIME = "more_time"


class Met(StrEnum):
    """Whether what somebody needs was there; asked at the end."""

    OPEN = "open"
    MET = "met"
    NOT_MET = "not_met"


class Money(StrEnum):
    """What a line of a claim is: never added up together (I70)."""

    EXPENSE = "expense"
    PAYMENT = "payment"


class Category(StrEnum):
    """For what somebody laid money out, or is paid."""

    PUBLIC_TRANSPORT = "public_transport"
    OWN_CAR = "own_car"
    PASSENGER = "passenger"
    PARKING = "parking"
    TAXI = "taxi"
    REPLACEMENT_CARE = "replacement_care"  # for the person they care for
    CHILDCARE = "childcare"
    SUPPORT = "support"  # personal assistant, support worker, interpreter
    FOOD = "food"
    OVERNIGHT = "overnight"
    PHONE = "phone"  # phone, data, printing
    OTHER = "other"
    INVOLVEMENT = "involvement"  # paid for their time
    VOUCHER = "voucher"  # counts as a payment, not as an expense


class SmallNumbers(StrEnum):
    """How counts of people are kept from telling who is meant."""

    STRICT = "strict"  # 1 to 7 not shown, all others rounded to 5
    STANDARD = "standard"  # fewer than 5 not shown, nor what they could be worked out from
    CUSTOM = "custom"  # fewer than a number of your own, never below 5


class RoundState(StrEnum):
    """Where a vote stands."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Method(StrEnum):
    """How people vote."""

    DOTS = "dots"


class TieRule(StrEnum):
    """What happens to equals; chosen before the vote opens (I37)."""

    SHARED = "shared"  # equals share a place
    RUN_OFF = "run_off"  # a new named round on the equals


class Reply(StrEnum):
    """The answer to a chosen idea."""

    YES = "yes"
    PARTLY = "partly"
    NOT_NOW = "not_now"


class OwnerKind(StrEnum):
    """Who owns a promise: a kind, for when the name may not be shown."""

    STAFF = "staff"
    LIVED = "lived"
    JOINT = "joint"
    ORGANISATION = "organisation"


class PromiseStatus(StrEnum):
    """How far a promise has come."""

    PROMISED = "promised"
    DOING = "doing"
    DONE = "done"
    DECLINED = "declined"


class SponsorAnswer(StrEnum):
    """What the sponsor said to a theme."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    NO = "no"
    NONE = "none"


class Audience(StrEnum):
    """For whom a pack is made."""

    PEOPLE = "people"
    TEAM = "team"
    WALL = "wall"
    ARCHIVE = "archive"
    COMMITTEE = "committee"

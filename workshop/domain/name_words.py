"""Words round names: those that are both a name and an ordinary word, titles, and what only people do."""

# Titles, and small words inside names, are no part to be looked for by itself.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof sir dame lady lord rev father the and of von van der den de di da la le el al
    bin ibn bint abu st ap ab ferch y pan pani pana pania state""".split()
)
# Two letters that are a word first.
SMALL = frozenset(
    """am an as at be by do go ha he hi if in is it me my no of oh ok on or so to up us we ye na ty wy ja
    za ze""".split()
)
# On, to, until, when: written with a letter that stands for another one elsewhere, as in Ali.
SMALL_IN_ARABIC = frozenset("على الى حتى متى وعلى والى فعلى".split())
MONTHS = frozenset("april may june august".split())
BEFORE_A_MONTH = frozenset(
    "in by since until till last next this every early late mid from of during".split()
)
TIMES = frozenset("day dawn spring summer autumn winter sunny sky star".split())
ORDINARY = MONTHS | frozenset(
    """amber angel art autumn ash ben best bill bob bird brook brown buck bush carol chance chase
    christian church cliff cook crystal daisy dale dawn day dean dot drew duke earl faith fern field
    fisher flower ford forest fox frank gale gay gene grace grant gray green guy hall harmony harry hazel
    heath heather hill holly honey hope hunter iris ivy jack jade jasmine jay jean jewel joy king knight
    lance lane law lee lily long love major march mark mason max mercy miles miller moon myrtle neil nick
    noble north olive page parker patience peace pearl penny pepper pierce pike pilot pink pleasant poppy
    porter price pride prince prudence queen ray rich rob robin rock rod rose rosemary ruby rush russet
    rusty sage sandy scarlet serene short sky smart smith sparrow spring star stone storm strong sue
    summer sunny swan swift tan taylor terry tim tiny top trinity troy unity val verity victory viola
    violet wade walker ward warren water way well west white will willow win winter wise wood woods worth
    wren young pat don dan pearly bell baker barber bishop black blue bridge banks guest self friend carer
    nurse doctor patient person staff visitor""".split()
)
# What a person does, said right behind a name: "mark said".
VERBS = frozenset(
    """said says told tells asked asks thinks thought wants wanted knows knew felt feels explained wrote rang
    phoned called helped helps gave gives took takes came comes went goes sat lives lived works worked needs
    needed likes liked cried laughed smiled waited""".split()
)
# Before an ordinary word these say that it is one: "the mark", "in May".
DETERMINERS = frozenset(
    """a an the this that these those my your his her our their its some any no every each more much great
    such what such of in on at with for without full by to into from and or""".split()
)
# Behind "Will" or "May" at the start of a sentence these make it a question.
ASKED = frozenset(
    """i you we they he she it the a an there this that these those people someone somebody anyone anybody
    everyone everybody staff our my your his her their be not any all some each every patients""".split()
)
# Before a name, and hardly ever before an ordinary word without "the": "ask will".
TO_SOMEBODY = frozenset(
    "ask asked asking tell told telling thank thanks met poor dear named called love bless".split()
)
SOMEBODY = frozenset("me i him her us you mum dad mam nan".split())  # "me and may"

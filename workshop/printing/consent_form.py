"""The consent form on A4: each question with two boxes of its own, never one box for all of them (I06)."""

from workshop.domain.consent import IDENTIFYING
from workshop.domain.paper_facts import ConsentFacts, PaperFacts
from workshop.printing import words
from workshop.printing.content import Block, Document, Field, Heading, Section, Tone, plain
from workshop.printing.form_blocks import Choices, CutHere, Framed, Statement, Statements, WriteOn
from workshop.printing.paper import ask, change_mind, paper
from workshop.printing.words import _


def consent_form(facts: PaperFacts) -> Document:
    """The whole form: the questions, how they were answered, the page for under 16, the slip to keep."""
    form = _consent(facts)
    sections = (
        Section(_questions(facts, form), fits_from=11),
        Section(_signing(facts, form), fits_from=11),
        *((Section(under_16(form), fits_from=11),) if form.young else ()),
    )
    return paper(facts, "consent-form", _("Your choices"), sections, foot=foot_of(form))


def _consent(facts: PaperFacts) -> ConsentFacts:
    return next(about for about in facts.about if isinstance(about, ConsentFacts))


def foot_of(form: ConsentFacts) -> str:
    """Which words these are."""
    return _("Consent words, version {version}").format(version=form.version)


def _questions(facts: PaperFacts, form: ConsentFacts) -> tuple[Block, ...]:
    title = facts.day.title
    return (
        Heading(1, _("Your choices")),
        *((plain(title, tone=Tone.LEAD),) if title else ()),
        plain(" ".join(form.about)),
        plain(_("Tick one box for each. If you leave both empty, we count it as No."), tone=Tone.CLEAR),
        WriteOn((Field(_("The name I want you to use"), form.name),)),
        Statements(
            tuple(Statement(asked.question, " ".join(asked.sentences)) for asked in form.questions),
            _("Yes"),
            _("No"),
        ),
    )


def _signing(facts: PaperFacts, form: ConsentFacts) -> tuple[Block, ...]:
    return (
        Heading(1, _("My choices are mine")),
        Heading(2, _("What helped me to decide")),
        Choices(help_words(), across=2),
        WriteOn((Field(_("Who supported me"), ""),)),
        Heading(2, _("My signature, or any mark")),
        WriteOn((Field(_("Sign here"), ""), Field(_("Date"), "")), across=2, tall=True),
        Choices((_("I said my choices out loud."),)),
        WriteOn((Field(_("Who heard it"), ""),)),
        Heading(2, _("For the team")),
        WriteOn(
            (
                Field(_("Taken by"), ""),
                Field(_("Number on the slip"), form.ref),
                Field(_("Form version"), form.version),
                Field(_("These choices end on"), words.date_only(form.expires) if form.expires else ""),
            ),
            across=2,
        ),
        CutHere(),
        *slip_to_keep(facts, form),
    )


def help_words() -> tuple[str, ...]:
    """What can be done so that somebody can decide."""
    return (
        _("The easy words and pictures"),
        _("Somebody read it to me"),
        _("Somebody explained it"),
        _("A supporter was with me"),
        _("An interpreter"),
        _("More time"),
    )


def slip_to_keep(facts: PaperFacts, form: ConsentFacts) -> tuple[Block, ...]:
    """What is torn off and kept: how to change one's mind, and the number to say."""
    return (
        Framed(
            (
                Heading(2, _("You can change your mind")),
                change_mind(form.until, facts.day),
                *ask(facts.day),
                plain(f"{_('Say your number.')} {_('You do not have to say why.')}"),
                WriteOn((Field(_("Your number"), form.ref),)),
            )
        ),
    )


def under_16(form: ConsentFacts) -> tuple[Block, ...]:
    """A parent or guardian says Yes or No to each of what would show who somebody is (I07)."""
    needed = [asked for asked in form.questions if asked.item in IDENTIFYING]
    return (
        Heading(1, _("Only if you are under 16")),
        plain(_("Your own No always counts. A parent or guardian answers these too.")),
        Statements(tuple(Statement(asked.short) for asked in needed), _("Yes"), _("No")),
        WriteOn((Field(_("Parent or guardian: name"), ""), Field(_("Date"), "")), across=2),
        WriteOn((Field(_("Parent or guardian: sign here"), ""),), tall=True),
        Heading(2, _("Young person")),
        Statements((Statement(_("I agree with the answers on this page.")),), _("Yes"), _("No")),
        WriteOn((Field(_("Young person: sign here"), ""),), tall=True),
    )

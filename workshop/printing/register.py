"""The consent register: who answered what, for the team's safe. CONFIDENTIAL, never in a people's pack."""

from workshop.domain.facts import Facts, RegisterRow
from workshop.domain.kinds import AgeGroup, Item
from workshop.printing import words
from workshop.printing.content import Document, Heading, RegisterTable, Section, Tone, plain
from workshop.printing.family import document
from workshop.printing.words import _, n_

MARKS = {
    "yes": "Y",
    "no": "N",
    "unsure": "?",
    "taken_back": "T",
    "expired": "E",
    "not_answered": "–",
    "waiting": "G",
}


def register(facts: Facts) -> Document:
    """The last word of each person on each question, with totals."""
    title = _("Consent register")
    blocks = (
        Heading(1, title),
        plain(_("Confidential. Keep it locked away. It is not for the pack."), tone=Tone.LEAD),
        plain(_key(), tone=Tone.SMALL),
        _table(facts.register) if facts.register else plain(_("Nobody is in the register.")),
        plain(n_("{n} person in the register.", "{n} people in the register.", len(facts.register))),
    )
    sections = (Section(blocks, fits_from=10),)
    return document(facts, "consent-register", title, sections, confidential=True, landscape=True)


def _key() -> str:
    return _(
        "Y yes. N no. ? not sure, counts as no. – not answered, counts as no. "
        "T taken back, counts as no. E too old, counts as no. "
        "G waits for a parent or guardian, counts as no."
    )


def item_words() -> dict[Item, str]:
    """A short name for each consent question."""
    return {
        Item.TAKE_PART: _("Take part"),
        Item.NOTES_USED: _("Notes used"),
        Item.QUOTE_FIRST_NAME: _("First name with words"),
        Item.QUOTE_FULL_NAME: _("Full name with words"),
        Item.PHOTO_REPORT: _("Photo in the report"),
        Item.PHOTO_WEB: _("Photo on the web"),
        Item.RECORDING: _("Sound or film"),
        Item.CONTACT_RESULTS: _("Send results"),
        Item.INVITE_AGAIN: _("Invite again"),
        Item.SHARE_CONTACT: _("Share contact"),
        Item.CREDIT: _("Credit by name"),
    }


def _table(rows: tuple[RegisterRow, ...]) -> RegisterTable:
    return RegisterTable(
        headings=(
            (_("Number"), False),
            (_("Name used"), False),
            *((label, True) for label in item_words().values()),
            (_("Under 18"), True),
            (_("Had support"), True),
            (_("Form"), False),
            (_("How"), False),
            (_("Until"), False),
            (_("Taken by"), False),
            (_("Taken back"), False),
        ),
        rows=tuple(_row(row) for row in rows),
        totals=_totals(rows),
    )


def _row(row: RegisterRow) -> tuple[str, ...]:
    states = dict(row.states)
    return (
        row.ref,
        row.called,
        *(_mark(states.get(item, "not_answered")) for item in Item),
        _("Y") if row.age_group is not AgeGroup.ADULT else _("N"),
        _("Y") if row.supported else _("N"),
        row.form,
        _media().get(row.medium, row.medium),
        words.date_only(row.expires_on) if row.expires_on else _("–"),
        row.wrote_down,
        words.date_only(row.taken_back) if row.taken_back else "",
    )


def _media() -> dict[str, str]:
    return {"screen": _("screen"), "paper": _("paper"), "spoken": _("out loud")}


def _mark(state: str) -> str:
    return _(MARKS[state])


def _totals(rows: tuple[RegisterRow, ...]) -> tuple[str, ...]:
    yes = [sum(dict(row.states).get(item) == "yes" for row in rows) for item in Item]
    young = sum(row.age_group is not AgeGroup.ADULT for row in rows)
    supported = sum(row.supported for row in rows)
    return (_("Yes"), "", *(str(count) for count in (*yes, young, supported)), *[""] * 5)

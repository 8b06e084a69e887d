"""Documents and packs before they are pages: the class of a pack (I12) and the check number (I13)."""

from dataclasses import replace

import pytest

from tests.printing.given import ARCHIVE, THE_DAY, many_notes
from workshop.domain.kinds import Audience
from workshop.errors import RuleBroken
from workshop.printing.content import join_pack
from workshop.printing.cover import cover
from workshop.printing.packs import documents_for
from workshop.printing.register import register
from workshop.printing.said import said
from workshop.printing.seal import content_hash, short_form


def test_the_register_is_refused_in_a_pack_for_people() -> None:
    with pytest.raises(RuleBroken, match="consent register is confidential"):
        join_pack("pack", "Pack", [cover(ARCHIVE), register(ARCHIVE)])


def test_only_a_confidential_pack_may_hold_the_register() -> None:
    pack = join_pack("pack", "Pack", [cover(ARCHIVE), register(ARCHIVE)], confidential=True)
    assert pack.confidential
    assert len(pack.sections) == 2


def test_the_guard_looks_at_the_document_and_not_at_its_name() -> None:
    """Breaks the guard on purpose: a register that does not say what it is gets through."""
    careless = replace(register(ARCHIVE), confidential=False)
    assert not join_pack("pack", "Pack", [careless]).confidential
    assert register(ARCHIVE).confidential


@pytest.mark.parametrize(
    ("audience", "kinds"),
    [
        (Audience.PEOPLE, [("one-sheet", False), ("pack", False)]),
        (Audience.TEAM, [("one-sheet", False), ("pack", False)]),
        (Audience.WALL, [("pack", False)]),
        (Audience.COMMITTEE, [("pack", False)]),
        (Audience.ARCHIVE, [("one-sheet", False), ("pack", True), ("consent-register", True)]),
    ],
)
def test_what_is_made_for_whom(audience: Audience, kinds: list[tuple[str, bool]]) -> None:
    facts = replace(ARCHIVE, audience=audience)
    assert [(made.kind, made.confidential) for made in documents_for(facts)] == kinds


def test_the_check_number_follows_every_word() -> None:
    seals = {
        content_hash(said(facts))
        for facts in (
            THE_DAY,
            replace(THE_DAY, not_printed=3),
            replace(THE_DAY, question="What matters to you?"),
            replace(THE_DAY, groups=THE_DAY.groups[::-1]),
            replace(THE_DAY, loose=()),
            many_notes(3),
        )
    }
    assert len(seals) == 6


def test_the_check_number_is_that_of_the_words_alone() -> None:
    assert content_hash(said(THE_DAY)) == content_hash(said(replace(THE_DAY, people=None)))


def test_the_short_form_is_for_people_to_compare() -> None:
    assert short_form("3f2a91bc44d0" + "0" * 52) == "3f2a 91bc 44d0"

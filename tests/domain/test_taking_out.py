"""Taking somebody's names out of what others typed: all of theirs, and nobody else's."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from tests import given
from workshop.domain.names import fold
from workshop.domain.taking_out import TakenOut

AMINA = given.person("1", "Amina", full_name="Amina Khan", contact="07700 900123, amina@canary.example")
WILL = given.person("2", "Will", full_name="Will Green")
RUTH = given.person("3", "Ruth")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask AMINA, or Mrs Khan", "Ask [name], or Mrs [name]"),
        ("ÁMINA’s chair", "[name]’s chair"),
        ("Ring 07700 900123 or amina@canary.example", "Ring [name] or [name]"),
        ("Ruth sat by Aminata", "Ruth sat by Aminata"),
        ("Amina\u0301 khan", "[name]"),
        ("", ""),
    ],
)
def test_the_names_and_addresses_of_one_person_go(text: str, left: str) -> None:
    assert TakenOut([AMINA], [RUTH])(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We will ask Will.", "We will ask [name]."),
        ("green walls, said Will Green", "green walls, said [name]"),
        ("WILL it last", "WILL it last"),
    ],
)
def test_a_name_that_is_a_word_too_goes_only_where_it_is_written_as_a_name(text: str, left: str) -> None:
    assert TakenOut([WILL])(text) == left


def test_what_somebody_who_stays_is_called_stays() -> None:
    other = given.person("4", "Amina B", full_name="Amina Bell")
    take_out = TakenOut([given.person("5", "Amina K", full_name="Amina Khan")], [other])
    assert take_out("Amina K and Amina B, Khan") == "[name] and Amina B, [name]"
    assert TakenOut([AMINA, other])("Amina, Khan and Bell") == "[name], [name] and [name]"


def test_names_of_helpers_go_as_well() -> None:
    assert TakenOut([], also=["Leanne", ""])("Leanne and Lee") == "[name] and Lee"


def test_without_anybody_nothing_goes() -> None:
    assert TakenOut([])("Amina, will you") == "Amina, will you"


@for_any(st.text(), st.text())
def test_nothing_is_left_and_doing_it_again_changes_nothing(before: str, after: str) -> None:
    take_out = TakenOut([given.person("9", "Zqyäx")])
    once = take_out(f"{before} zqyax {after}")
    assert take_out(once) == once
    assert " zqyax " not in fold(f" {once} ")

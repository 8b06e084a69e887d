"""What every record promises, whatever it holds."""

import dataclasses
import typing

import pytest

from tests import given
from workshop.domain import records
from workshop.domain.kinds import Scope
from workshop.domain.labels import Label
from workshop.domain.records import RECORD_CLASSES, Record
from workshop.domain.snapshot import Snapshot

PEOPLE = {"Person", "Need", "Answer", "Wording", "Signature", "Picture", "Issued", "Claim", "ClaimLine"}


def test_the_list_of_classes_names_each_record_once() -> None:
    assert set(RECORD_CLASSES) == set(typing.get_args(Record))
    assert len(RECORD_CLASSES) == len(typing.get_args(Record)) == 26
    assert len({cls.table for cls in RECORD_CLASSES}) == 26


@pytest.mark.parametrize("cls", RECORD_CLASSES)
def test_a_record_begins_with_its_id_and_cannot_be_changed(cls: type[Record]) -> None:
    assert given.field_names(cls)[0] == "id"
    assert cls.__dataclass_params__.frozen  # type: ignore[union-attr]
    assert "__slots__" in vars(cls)
    assert cls.__doc__ and not cls.__doc__.startswith(cls.__name__ + "(")  # in words, not generated


def test_a_record_refuses_to_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        given.note(1).text = "other"  # type: ignore[misc]


def test_exactly_what_is_about_people_is_of_scope_person() -> None:
    """Whatever stands here never gets into the log with its values (data about a person)."""
    assert {cls.__name__ for cls in RECORD_CLASSES if cls.scope is Scope.PERSON} == PEOPLE


def test_a_ballot_is_no_record() -> None:
    """Ballots live in the sealed box only: no record class, and so no log and no undo, can hold one."""
    assert not [name for name in vars(records) if "ballot" in name.lower()]
    assert not [cls.table for cls in RECORD_CLASSES if "ballot" in cls.table]


@pytest.mark.parametrize("cls", RECORD_CLASSES)
def test_every_default_is_a_value_that_cannot_be_shared_and_changed(cls: type[Record]) -> None:
    for field in dataclasses.fields(cls):
        assert field.default_factory is dataclasses.MISSING
        hash(field.default)


def test_a_snapshot_has_a_place_for_every_record_class() -> None:
    hints = typing.get_type_hints(Snapshot)
    kinds = [k if k is records.Workshop else typing.get_args(k)[0] for k in hints.values()]
    assert set(kinds) == set(RECORD_CLASSES)
    assert len(kinds) == len(RECORD_CLASSES)


def test_a_label_is_a_few_plain_words() -> None:
    """The screen says "Undo: move note"."""
    for label in Label:
        assert label.value == label.value.lower().strip()
        assert 1 <= len(label.value.split()) <= 5
        assert label.value.replace(" ", "").isalpha()

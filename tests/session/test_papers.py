"""Papers about people as acts: what is written, what is kept as issued, and the card that leaves no trace."""

import hashlib
import json
import os
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.given import Room, refused
from tests.session.test_pack import files_of
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Audience, Form, Item, Said
from workshop.domain.labels import Label
from workshop.domain.paper_facts import Paper
from workshop.domain.papers import Wanted
from workshop.domain.records import RECORD_CLASSES
from workshop.errors import PrintingError, RuleBroken
from workshop.session.blanks import blank_facts, day_of, make_blanks
from workshop.session.papers import PaperMaking
from workshop.session.people import Certificate
from workshop.session.resources import consent_languages

ENDINGS = (".pdf", ".html", ".txt")


def words_in(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*.txt"))


def test_a_blank_form_is_written_with_its_twins_and_is_nobodys(room: Room, tmp_path: Path) -> None:
    seq = room.last_seq()
    made = room.session.pack.paper(Paper.CONSENT, tmp_path / "out", language="cy", easy_read=True)
    assert made.path == tmp_path / "out" / "consent-form-easy-read-cy.pdf"
    assert hashlib.sha256(made.path.read_bytes()).hexdigest() == made.sha256
    assert files_of(tmp_path / "out") == {made.path.with_suffix(ending) for ending in ENDINGS}
    assert (made.document, made.confidential, room.last_seq()) == ("", False, seq)


def test_what_names_somebody_is_confidential_and_kept_as_issued(room: Room, tmp_path: Path) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    made = room.session.pack.paper(Paper.SIGN_IN, tmp_path / "office", given_to=" The  office ")
    (issued,) = room.session.pack.issued()
    assert (issued.id, issued.kind, issued.people) == (made.document, "sign_in", (room.amina,))
    assert (issued.confidential, issued.audience, issued.given_to) == (True, Audience.ARCHIVE, "The office")
    assert "Amina" in words_in(tmp_path) and "Ruth" not in words_in(tmp_path)


def test_a_paper_that_was_handed_out_is_called_back(room: Room, tmp_path: Path) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    room.session.pack.paper(Paper.BADGES, tmp_path, given_to="The door")
    room.session.people.withdraw(room.amina, "all")
    room.session.pack.paper(Paper.TAKEN_BACK, tmp_path, room.amina)
    words = (tmp_path / "taken-back.txt").read_text("utf-8")
    assert "Badges" in words and "The door" in words and "Amina" not in words
    assert room.snapshot.people[0].ref in words


def test_another_file_of_that_name_stays(room: Room, tmp_path: Path) -> None:
    (tmp_path / "claim.txt").write_text("somebody wrote this")
    made = room.session.pack.paper(Paper.CLAIM, tmp_path)
    assert made.path.name == "claim-2.pdf"
    assert (tmp_path / "claim.txt").read_text() == "somebody wrote this"
    assert room.session.pack.paper(Paper.CLAIM, tmp_path).path == made.path  # the same bytes: no third one


def test_the_words_of_this_workshops_own_questions_are_printed(room: Room, tmp_path: Path) -> None:
    people = room.session.people
    asked = people.form("en").of(Item.PHOTO_REPORT)
    people.change_form([replace(asked, question="May a photo of you be on our poster?")])
    room.session.pack.paper(Paper.CONSENT, tmp_path)
    words = words_in(tmp_path)
    assert "May a photo of you be on our poster?" in words and asked.question not in words
    assert f"Form version {people.form('en').version}" in words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"kind": Paper.SLIP}, "for one person"),
        ({"kind": Paper.ERASED}, "printed where people are erased"),
        ({"kind": Paper.SIGN_IN, "places": 201}, "Between 0 and 200"),
        ({"kind": Paper.CONSENT, "language": "not a language"}, "A language is a short name"),
        ({"kind": Paper.CLAIM, "person": PersonId("nobody")}, "for one person"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(
    more: dict[str, object], words: str, room: Room, tmp_path: Path
) -> None:
    with refused(room, words):
        room.session.pack.paper(**{"path": tmp_path / "out", **more})  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


def test_a_paper_by_its_name_in_a_script(room: Room, tmp_path: Path) -> None:
    made = room.do("pack.paper", kind="claim", path=str(tmp_path), large=True)
    assert made["kind"] == "claim" and made["path"].endswith("claim-large.pdf")
    assert json.loads(json.dumps(made)) == made


# In a process of its own


def test_a_paper_is_made_while_the_screen_goes_on(room: Room, tmp_path: Path) -> None:
    making = room.session.pack.begin_paper(Wanted(Paper.SLIP, room.amina))
    made = making.finish(tmp_path)
    assert making.pages == made.pages == 1
    assert len(list(making.pictures(width=100))) == 1


def made_here(room: Room, wanted: Wanted) -> PaperMaking:
    """The same without a process: quicker."""
    from workshop.printing.papers import make_paper

    pack = room.session.pack
    facts = pack.paper_facts(wanted)
    future: Future[object] = Future()
    future.set_result(make_paper(facts))
    return PaperMaking(pack, wanted, facts, future)  # type: ignore[arg-type]


def test_nothing_leaves_once_somebody_has_taken_part_back(room: Room, tmp_path: Path) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    making = made_here(room, Wanted(Paper.BADGES))
    room.session.people.withdraw(room.amina, "all")
    for leave in (making.hand_out, lambda: making.finish(tmp_path / "out")):
        with pytest.raises(RuleBroken, match="Something has changed"):
            leave()
    assert not (tmp_path / "out").exists()
    assert [d.kind for d in room.session.pack.issued()] == []


def test_what_goes_to_the_printer_is_kept_as_issued(room: Room) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    made_here(room, Wanted(Paper.BADGES)).hand_out("The door")
    assert [(d.kind, d.given_to) for d in room.session.pack.issued()] == [("badges", "The door")]


def test_a_process_that_ends_early_is_said_plainly(room: Room) -> None:
    from concurrent.futures.process import BrokenProcessPool

    making = made_here(room, Wanted(Paper.CLAIM))
    making.future = Future()
    making.future.set_exception(BrokenProcessPool())
    with pytest.raises(PrintingError, match="could not be made"):
        making.finish(Path("nowhere"))


def test_the_proof_of_an_erasure_names_nobody_and_outlives_the_person(room: Room, tmp_path: Path) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    room.session.pack.paper(Paper.SIGN_IN, tmp_path / "list", given_to="The office")
    certificate = room.session.people.erase(room.amina).certificate
    room.session.pack.begin_certificate(certificate).finish(tmp_path / "proof")
    words = words_in(tmp_path / "proof")
    assert "Erased" in words and "The office" in words and "Amina" not in words
    assert isinstance(certificate, Certificate)


# Safeguarding


def everything(room: Room) -> dict[str, bytes]:
    """All files of the workshop."""
    return {str(path): path.read_bytes() for path in files_of(room.session.place.folder)}


def test_nothing_at_all_is_kept_of_a_safeguarding_card(room: Room, tmp_path: Path) -> None:
    before, acts = everything(room), room.last_seq()
    room.session.pack.paper(Paper.SAFEGUARDING, tmp_path, given_to="The lead")
    made_here(room, Wanted(Paper.SAFEGUARDING, room.amina)).hand_out("The lead")
    assert (everything(room), room.last_seq(), room.session.pack.issued()) == (before, acts, ())
    assert "Amina" not in words_in(tmp_path)


def test_a_trace_would_be_seen(room: Room, tmp_path: Path) -> None:
    """The control: a paper that does name somebody changes the files that the test above looks at."""
    before = everything(room)
    room.session.pack.paper(Paper.CONSENT, tmp_path, room.amina)
    assert everything(room) != before


def test_no_record_and_no_act_is_about_safeguarding() -> None:
    names = [cls.table for cls in RECORD_CLASSES]
    names += [field for cls in RECORD_CLASSES for field in cls.__dataclass_fields__]
    names += [str(label) for label in Label]
    assert not [name for name in names if "safeguard" in name or "concern" in name]


# Without a workshop


def test_blanks_need_no_workshop(tmp_path: Path) -> None:
    made = make_blanks(tmp_path / "kit", "half-day", 8, ["cy"])
    copies = {one.path.stem: one.copies for one in made}
    assert copies == {
        "information-cy": 8,
        "information-easy-read-cy": 8,
        "consent-form-cy": 8,
        "consent-form-easy-read-cy": 8,
        "sign-in": 1,
        "badges": 1,
        "claim": 4,
        "equality-form-cy": 8,
        "safeguarding-card": 1,
    }
    assert len(os.listdir(tmp_path / "kit")) == 3 * len(made)
    with pytest.raises(RuleBroken, match="is there already. Nothing was written"):
        make_blanks(tmp_path / "kit", "half-day", 8, ["cy"])


def test_blanks_are_in_every_language_that_ships() -> None:
    wanted = blank_facts(day_of("half-day"), 8, consent_languages())
    forms = [(facts.language, facts.shape) for facts in wanted if facts.paper is Paper.CONSENT]
    assert forms == [(code, shape) for code in consent_languages() for shape in (Form.PLAIN, Form.EASY_READ)]
    assert not any(facts.confidential for facts in wanted if facts.paper is not Paper.SAFEGUARDING)


@pytest.mark.parametrize(
    ("template", "people", "languages"),
    [("no-such-plan", 8, ()), ("half-day", 0, ()), ("", 201, ()), ("", 8, ("en", "fr"))],
)
def test_blanks_that_cannot_be(
    template: str, people: int, languages: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="Nothing was"):
        make_blanks(tmp_path / "kit", template, people, languages)
    assert not (tmp_path / "kit").exists()


def test_shapes_have_their_sizes(room: Room) -> None:
    plain, easy = (
        made_here(room, Wanted(Paper.CONSENT, shape=shape)).pages for shape in (Form.PLAIN, Form.EASY_READ)
    )
    assert (plain, easy) == (3, 15)

"""The promises for the room: everything large, and no name that somebody refused."""

from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.screens.given_promises import IDEAS, SOON, WHY, Voted
from ui.look import Side
from workshop.domain.kinds import Reply


def promised(table: Table) -> Voted:
    voted, promises = Voted(table), table.session.promises
    for option, theme, owner in zip(voted.options, IDEAS, ("Femi", "Josh"), strict=False):
        decision = promises.decide(option, Reply.YES).decision
        promises.promise(
            theme,
            "We try it",
            owner,
            by_when=SOON,
            how_known="We count",
            owner_role="Nurse",
            decision=decision,
        )
    promises.decide(voted.options[2], Reply.NOT_NOW, WHY)
    promises.meet_again(SOON, "13:00")
    return voted


def test_the_room_reads_who_and_when_and_what_we_cannot_do(after_the_vote: Table) -> None:
    promised(after_the_vote)
    after_the_vote.show_people("room_promises")
    said = words_on(after_the_vote.people)
    for part in (IDEAS[0], "We try it", "We will know: We count", "Femi", "Saturday 4 April"):
        assert part in said
    assert f"{IDEAS[2]}\n{WHY}" in said
    assert "We meet again: Saturday 4 April, 13:00" in said


def test_a_refused_name_is_nowhere_on_the_page(after_the_vote: Table) -> None:
    promised(after_the_vote)
    page = after_the_vote.show_people("room_promises")
    assert "Nurse" in words_on(page)
    assert "Josh" not in words_on(page) + "".join(names(page))


def test_a_name_goes_as_soon_as_the_yes_is_taken_back(after_the_vote: Table) -> None:
    voted = promised(after_the_vote)
    after_the_vote.show_people("room_promises")
    after_the_vote.session.people.withdraw(voted.people["Femi"])
    settle()
    assert "Femi" not in words_on(after_the_vote.people)


def test_what_is_not_yet_a_promise_says_so(after_the_vote: Table) -> None:
    voted = Voted(after_the_vote)
    after_the_vote.session.promises.decide(voted.options[0], Reply.YES)
    after_the_vote.show_people("room_promises")
    assert "Not yet a promise" in words_on(after_the_vote.people)


def test_an_empty_page_has_its_way_out(table: Table) -> None:
    table.show_people("room_promises")
    assert "No promises yet." in words_on(table.people)
    touch(table.people, "Facilitator")
    assert table.stage.asking_number


def test_it_is_read_aloud_or_somebody_is_asked_to_read(table: Table) -> None:
    promised(table)
    table.show_people("room_promises")
    said: list[str] = []
    table.stage.speech.say = lambda text, language="en", speed=1.0: said.append(text)  # type: ignore[method-assign]
    touch(table.people, "Hear this")
    spoken = "".join(said)
    assert (IDEAS[0] in spoken and "Josh" not in spoken) or "cannot read aloud" in words_on(table.people)
    assert table.stage.front is Side.PEOPLE

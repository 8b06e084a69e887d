"""Setting up a vote: filled in, changed by touch, refused in words, opened with one touch."""

from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.voting import IDEAS, QUESTION, make_ideas, people_come, quick
from ui.look import Side
from ui.parts.start import Start
from ui.parts.vote import Where, settings_of
from ui.screens.cover import CoverPage
from ui.screens.set_up_vote import SetUpVotePage
from workshop.domain.records import Idea, Round


def set_up(table: Table, people: int = 6, ideas: int = len(IDEAS), **given: object) -> SetUpVotePage:
    people_come(table, people)
    make_ideas(table, ideas)
    page = table.show_desk("set_up_vote", **given)
    assert isinstance(page, SetUpVotePage)
    return page


def test_everything_is_filled_in(table: Table) -> None:
    page = set_up(table)
    assert (page.question, page.dots, page.most, page.by_voice) == (QUESTION, 2, 2, True)
    said = words_on(table.people)
    assert all(title in said for title, _ in IDEAS)
    assert "You have 2 dots" in said
    assert "6 people, one screen" in said


def test_without_a_number_one_is_chosen_before_people_see_the_cover(table: Table) -> None:
    set_up(table)
    touch(table.people, "Open the vote")
    assert (table.stage.front, table.stage.desk.page) == (Side.FACILITATOR, "number")


def test_one_touch_opens_it_and_people_see_the_cover(table: Table) -> None:
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("2468"))
    set_up(table)
    touch(table.people, "Open the vote")
    (round_,) = table.session.all(Round)
    assert (round_.question, round_.dots, round_.by_voice) == (QUESTION, 2, True)
    assert [(o.number, o.title) for o in round_.options] == [
        (i.number, i.title) for i in table.session.all(Idea)
    ]
    assert isinstance(table.people.page, CoverPage)


def test_with_two_screens_the_desk_stays_at_the_desk(two_screens: Table) -> None:
    set_up(two_screens)
    touch(two_screens.desk, "Open the vote")
    assert isinstance(two_screens.people.page, CoverPage)
    assert two_screens.stage.desk.page == "desk"


def test_rules_are_changed_by_touch(table: Table) -> None:
    page = set_up(table)
    with quick():
        touch(table.people, "One dot more")
        touch(table.people, "One dot more")
        touch(table.people, "One fewer on one idea")
        page._set_voice(False)
    settle()
    assert (page.dots, page.most, page.by_voice) == (4, 1, False)
    touch(table.people, "Open the vote")
    (round_,) = table.session.all(Round)
    assert (round_.dots, round_.most_per_option, round_.by_voice) == (4, 1, False)


def test_fewer_dots_than_the_most_on_one_idea_lower_it(table: Table) -> None:
    page = set_up(table)
    page._set_dots(1)
    assert (page.dots, page.most) == (1, 1)


def test_where_people_vote(table: Table) -> None:
    page = set_up(table)
    places = settings_of(table.stage.room).places
    assert places == {Where.SCREEN, Where.PAPER}
    page._set_where(Where.LAPTOP)
    page._set_where(Where.PAPER)
    assert settings_of(table.stage.room).places == {Where.LAPTOP}
    assert "paper" not in words_on(table.people).replace("On paper as well", "")


def test_too_few_people_are_refused_in_words(table: Table) -> None:
    set_up(table, people=3)
    touch(table.people, "Open the vote")
    assert table.session.all(Round) == ()
    assert "A vote needs 4 people or more. With fewer it is not secret." in words_on(table.people)


def test_without_ideas_it_says_what_comes_first(table: Table) -> None:
    set_up(table, ideas=0)
    touch(table.people, "Open the vote")
    assert table.session.all(Round) == ()
    assert "Make the ideas first." in words_on(table.people)


def test_an_idea_is_added_and_an_empty_one_is_refused(table: Table) -> None:
    page = set_up(table, ideas=2)
    page._begin_to_add()
    page.add()
    settle()
    assert len(table.session.all(Idea)) == 2 and page.adding
    page.title, page.what = "A new idea", "With more words"
    page.add()
    settle()
    assert [(i.number, i.title, i.what) for i in table.session.all(Idea)][2:] == [
        (3, "A new idea", "With more words")
    ]
    assert "3. A new idea" in names(table.people)


def test_two_ideas_that_look_alike_are_put_together_or_kept(table: Table) -> None:
    people_come(table)
    board = table.session.board
    board.add_idea("Tablets ready before the taxi", "On the ward")
    board.add_idea("Have tablets ready early", "Before the taxi comes")
    page = table.show_desk("set_up_vote")
    assert isinstance(page, SetUpVotePage)
    assert "1 and 2 look alike. Are they one idea?" in words_on(table.people)
    one, other = table.session.all(Idea)
    page.keep_both(one, other)
    assert "look alike" not in words_on(table.people)
    page.together(one, other)
    settle()
    (left,) = table.session.all(Idea)
    assert (left.title, left.what) == (
        "Tablets ready before the taxi",
        "On the ward. Have tablets ready early. Before the taxi comes.",
    )


def test_which_voices_will_be_seen_is_said_before_it_opens(table: Table) -> None:
    set_up(table)
    assert "The groups here are too small. You will see all voices together." in words_on(table.people)


def test_a_new_vote_on_the_equals_keeps_their_numbers(table: Table) -> None:
    set_up(table)
    ids: list[object] = [idea.id for idea in table.session.all(Idea)]
    opened = table.session.voting.open_round(QUESTION, "What helps", ids)  # type: ignore[arg-type]
    for _ in range(4):
        table.session.voting.cast(opened.round, {opened.options[2].id: 1, opened.options[4].id: 1})
    table.session.voting.close_round(opened.round)
    page = table.show_desk("set_up_vote", round=opened.round)
    assert isinstance(page, SetUpVotePage)
    assert [number for number, *_ in page._on_the_list()] == [3, 5]
    page.open_vote()
    again = table.session.all(Round)[-1]
    assert [option.number for option in again.options] == [3, 5]

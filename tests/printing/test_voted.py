"""How we voted: what is shown of a round, and what never is."""

from dataclasses import replace

from tests.printing.given import ROUND, THE_DAY, row
from workshop.domain.facts import RoundFacts
from workshop.printing.content import Block, SideBySide, VoteRow, VoteTable
from workshop.printing.twin_txt import txt_lines
from workshop.printing.voted import voted


def blocks(vote: RoundFacts, *others: RoundFacts, people: int | None = 14) -> tuple[Block, ...]:
    return voted(replace(THE_DAY, rounds=(vote, *others), people=people)).sections[0].blocks


def text(vote: RoundFacts, people: int | None = 14) -> list[str]:
    return [line for block in blocks(vote, people=people) for line in txt_lines(block)]


def table(vote: RoundFacts) -> VoteTable:
    return next(block for block in blocks(vote) if isinstance(block, VoteTable))


def rules(vote: RoundFacts, people: int | None = 14) -> list[str]:
    beside = next(block for block in blocks(vote, people=people) if isinstance(block, SideBySide))
    return list(txt_lines(beside.boxes[0]))[2:]


def test_the_first_row_has_the_longest_bar_and_every_figure() -> None:
    title = "One named person to ring after you go home"
    assert table(ROUND).rows[0] == VoteRow("1", "", 1, title, "", (), 11, 1.0, (4, 7))


def test_equals_share_a_place_and_no_dots_have_none() -> None:
    rows = table(ROUND).rows
    assert [(r.place, r.equal) for r in rows[2:4]] == [("3", "equal")] * 2
    assert [(r.place, r.dots, r.share) for r in rows[-2:]] == [("–", 0, 0.0)] * 2


def test_a_row_that_is_not_split_says_so_and_the_page_says_why() -> None:
    assert table(ROUND).rows[4].voices is None
    assert text(ROUND)[-1] == (
        "Groups under 5 are counted together. Rows “not shown” protect each person’s vote."
    )


def test_without_voices_there_are_no_columns_and_no_word_about_them() -> None:
    plain = replace(ROUND, voices=(), voice_sizes=())
    assert table(plain).headings == ("Place", "Number and idea", "Dots")
    assert {r.voices for r in table(plain).rows} == {()}
    assert not any("not shown" in line for line in text(plain))


def test_the_rules_of_the_round() -> None:
    assert rules(ROUND) == [
        "3 dots each. At most 2 on one idea.",
        "Secret. No totals until the end.",
        "Equal ideas share a place.",
        "14 of 14 voted. 40 of 42 dots.",
        "Touch 9 · Paper 5",
    ]


def test_how_people_voted_is_left_out_where_it_is_not_known() -> None:
    assert rules(replace(ROUND, on_paper=None, run_off=True))[2:] == [
        "Equal ideas go to a new vote.",
        "14 of 14 voted. 40 of 42 dots.",
    ]


def test_a_count_of_people_under_five_is_never_printed() -> None:
    few = replace(ROUND, ballots=4, on_paper=None, spoiled=1, dots_used=10, dots_possible=12)
    assert rules(few)[3:] == ["Fewer than 5 people voted."]
    assert rules(replace(ROUND, spoiled=4))[-1] == "Some paper votes could not be read."
    assert rules(replace(ROUND, spoiled=5))[-1] == "5 paper votes could not be read."


def test_no_number_of_people_is_said_where_there_is_none() -> None:
    assert rules(ROUND, people=None)[3] == "14 voted. 40 of 42 dots."


def test_not_clear_in_words_and_as_a_number_only_from_five() -> None:
    rows = tuple(row(n, f"Idea {n}", 3, 1, not_clear=said) for n, said in enumerate((0, None, 4, 5)))
    assert [r.chips for r in table(replace(ROUND, rows=rows)).rows] == [
        (),
        ("Some said “not clear”",),
        ("Some said “not clear”",),
        ("5 said “not clear”",),
    ]


def test_what_to_talk_about_is_marked_in_the_table_and_asked_in_a_card() -> None:
    assert [r.number for r in table(ROUND).rows if "Talk about this" in r.chips] == [2, 4]
    card = [line for line in text(ROUND) if line.startswith("We differ on")]
    assert card == [
        "We differ on “Medicines ready before transport is booked” and “Ask the carer "
        "before the date is fixed”. Ask each other: what would be lost without it?"
    ]


def test_a_sentence_to_talk_about_is_printed_as_it_is() -> None:
    said = "Carers and staff did not agree on this one."
    assert said in text(replace(ROUND, talk_about=(said,)))


def test_a_cancelled_round_says_why_and_shows_no_figure() -> None:
    stopped = replace(ROUND, cancelled="An idea was missing.", counted=False)
    said = text(stopped)
    assert "This vote was stopped. Why: An idea was missing." in said
    assert "1. One named person to ring after you go home" in said
    assert not any(isinstance(block, VoteTable) for block in blocks(stopped))


def test_a_round_of_too_few_is_not_counted() -> None:
    said = text(replace(ROUND, counted=False, ballots=3))
    assert "This vote was not counted, because too few people voted. So each vote stays secret." in said
    assert not any("3" in line.split(".")[0] and "voted" in line for line in said)


def test_every_round_is_printed_under_its_number() -> None:
    sections = voted(replace(THE_DAY, rounds=(ROUND, replace(ROUND, number=2)))).sections
    titles = [next(txt_lines(section.blocks[0])) for section in sections]
    assert titles == ["How we voted: vote 1", "How we voted: vote 2"]


def test_a_day_without_a_vote_says_so() -> None:
    section = voted(replace(THE_DAY, rounds=())).sections[0]
    lines = [line for block in section.blocks for line in txt_lines(block)]
    assert lines == ["How we voted", "============", "We did not vote on this day."]

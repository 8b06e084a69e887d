"""Cover, notes, promises, the sheet to take home and the register: what they say, and to whom."""

from dataclasses import replace

from tests.printing.given import ARCHIVE, CANNOT, PROMISES, REGISTER, THE_DAY
from workshop.domain.consent import Standing
from workshop.domain.facts import Facts, GroupFacts, LeftOut
from workshop.domain.kinds import Audience, NoteKind, PromiseStatus, Reply
from workshop.printing.content import (
    Columns,
    Counts,
    Document,
    Field,
    Legend,
    PromiseCard,
    RegisterTable,
)
from workshop.printing.cover import cover
from workshop.printing.register import MARKS, register
from workshop.printing.said import said
from workshop.printing.take_home import take_home
from workshop.printing.twin_txt import txt_lines
from workshop.printing.will_do import will_do


def lines(document: Document, section: int = 0) -> list[str]:
    return [line for block in document.sections[section].blocks for line in txt_lines(block)]


def cards(facts: Facts) -> list[PromiseCard]:
    return [block for block in will_do(facts).sections[0].blocks if isinstance(block, PromiseCard)]


def test_the_cover_of_the_day() -> None:
    assert lines(cover(THE_DAY)) == [
        "What we said and what we will do",
        "Leaving hospital",
        "================",
        "Thursday 14 May 2026, 1:10pm to 3:40pm",
        "Bevan Road Community Hall",
        "14 people sat at the same table",
        "People who use services, carers, staff and others.",
        "Every dot counted the same.",
        "45 notes we wrote",
        "9 ideas we voted on",
        "3 promises, with a name and a date",
        "We meet again: Thursday 9 July, 1pm.",
        "Bring this pack. We will check every promise together.",
    ]
    assert [foot.text for foot in cover(THE_DAY).sections[0].foot] == [
        "Led together by Leanne and Ruth. Questions: ring Ruth on 01632 960 155.",
        "You can have this in large print or as plain text. Please ask.",
    ]


def test_the_cover_has_words_where_there_is_no_number_of_people() -> None:
    said_there = lines(cover(replace(THE_DAY, people=None)))
    assert "A small group sat at the same table" in said_there
    assert not any("people sat" in line for line in said_there)


def test_the_cover_of_a_bare_day() -> None:
    bare = Facts(
        audience=THE_DAY.audience, title="Tea", question="", host="", place="", day=None, starts="",
        ends="", language="en", practice=True, people=None, notes_written=1, no_next_reason="No room.",
    )  # fmt: skip
    assert lines(cover(bare)) == [
        "This was a practice. The people in it are made up.",
        "What we said and what we will do",
        "Tea",
        "===",
        "A small group sat at the same table",
        "People who use services, carers, staff and others.",
        "1 note we wrote",
        "0 ideas we had",
        "0 promises, with a name and a date",
        "We have no day to meet again yet.",
        "Why: No room.",
    ]


def test_a_count_box_counts_only_what_is_a_promise() -> None:
    counts = next(block for block in cover(THE_DAY).sections[0].blocks if isinstance(block, Counts))
    assert counts.counts[2] == ("3", "promises, with a name and a date")


def test_the_legend_shows_the_kinds_that_are_there() -> None:
    few = replace(THE_DAY, groups=THE_DAY.groups[1:2], loose=())
    legend = next(block for block in said(few).sections[0].blocks if isinstance(block, Legend))
    assert [label for _kind, label in legend.kinds] == [
        "What matters", "Idea", "Works well", "Does not work", "Question",
    ]  # fmt: skip
    assert NoteKind.BEFORE not in dict(legend.kinds)


def test_groups_in_order_then_notes_in_no_group() -> None:
    columns = next(block for block in said(THE_DAY).sections[0].blocks if isinstance(block, Columns))
    assert [(group.name, len(group.notes), group.remark) for group in columns.groups] == [
        ("Knowing what happens next", 9, ""),
        ("My carer and family", 9, ""),
        ("Getting home", 3, "Checked by the group."),
        ("Not in a group", 1, ""),
    ]


def test_an_empty_group_and_one_without_a_name_are_said_and_not_hidden() -> None:
    there = lines(said(replace(THE_DAY, groups=(GroupFacts("", ()),), loose=(), not_printed=0)))
    assert there[3:] == ["A group without a name", "-" * 22, "No notes to print here.", ""]


def test_notes_that_are_left_out_are_counted_and_nobody_is_told_why() -> None:
    day = replace(THE_DAY, not_printed=1, left_out=(LeftOut("notes that were put away", 1),))
    assert "1 note is not printed." in lines(said(day))
    assert not any("put away" in line for line in lines(said(replace(day, audience=Audience.TEAM))))


def test_a_day_without_notes() -> None:
    there = lines(said(replace(THE_DAY, groups=(), loose=(), not_printed=0)))
    assert there[-1] == "No notes were written on this day."


def test_a_promise_says_who_by_when_and_how_we_will_know() -> None:
    card = cards(THE_DAY)[0]
    assert (card.number, card.title, card.tick, card.ticked, card.badge) == (
        1, "One named person to ring after you go home", "Done", False, "",
    )  # fmt: skip
    assert [line.text for line in card.lines] == [
        "We will try it on Ward 4 for six weeks. One number.",
        "We will know: 6 of 10 people rang and got help.",
    ]
    assert card.fields == (Field("Who", "Femi"), Field("By when", "Monday 29 June"))


def test_part_of_an_idea_says_why_not_all_of_it() -> None:
    assert cards(THE_DAY)[1].lines[0].text == (
        "Partly: pharmacy on the ward at 10am, Monday to Friday. Weekends need more staff."
    )


def test_not_now_says_why() -> None:
    later = replace(PROMISES[0], answer=Reply.NOT_NOW, why="There is no money.", we_will="")
    assert cards(replace(THE_DAY, promises=(later,)))[0].lines[0].text == "Not now: There is no money."


def test_what_is_not_yet_a_promise_comes_last_with_lines_to_fill() -> None:
    card = cards(replace(THE_DAY, promises=PROMISES[::-1]))[-1]
    assert (card.number, card.badge, card.tick) == (4, "Not yet a promise", "")
    assert card.fields == (Field("Who", ""), Field("By when", ""))
    assert card.lines[-1].text == "Still missing: who, by when and how we will know."


def test_done_is_ticked_and_declined_is_said() -> None:
    done = replace(PROMISES[0], status=PromiseStatus.DONE)
    declined = replace(PROMISES[0], status=PromiseStatus.DECLINED, why="The ward has closed.")
    first, second = cards(replace(THE_DAY, promises=(done, declined)))
    assert (first.tick, first.ticked) == ("Done", True)
    assert (second.tick, second.badge) == ("", "Not possible any more")
    assert second.lines[1].text == "Why: The ward has closed."


def test_a_day_without_promises_blames_nobody() -> None:
    there = lines(will_do(replace(THE_DAY, promises=(), cannots=())))
    assert there[3:] == ["No promise was made on this day."]


def test_what_we_cannot_do_has_its_reason() -> None:
    assert lines(will_do(THE_DAY))[-1] == f"Transport home at any hour. {CANNOT.reason}"


def test_the_back_of_the_sheet_to_take_home() -> None:
    assert lines(take_home(THE_DAY), 1) == [
        "Keep this page",
        "==============",
        "We meet again",
        "-------------",
        "Thursday 9 July, 1pm",
        "Bevan Road Community Hall",
        "We will check every promise together. Bring this page.",
        "Who to ring",
        "-----------",
        "About today: Ruth, 01632 960 155",
        "About benefits: Bevan Road Advice, 01632 960 188",
        "Not well: 111. In danger: 999",
        "You can change your mind",
        "------------------------",
        "Until 14 August 2026 you can take back your words, your name or your photo. "
        "Ring Ruth. Say the number on your slip. You do not have to say why.",
        "One thing I will do",
        "-------------------",
        "______________________________",
        "______________________________",
        "[ ] I want to come again",
        "[ ] I want the whole pack",
        "Thank you for today. Your vote counted as much as anyone’s.",
    ]


def test_the_back_of_the_sheet_when_little_is_known() -> None:
    bare = replace(THE_DAY, ring=(), change_until=None, next_date=None, rounds=())
    there = lines(take_home(bare), 1)
    assert "We have no day to meet again yet." in there
    assert there[-1] == "Thank you for today."
    assert there[10].startswith("You can take back your words, your name or your photo. Ask the people who")


def test_a_practice_day_says_so_in_every_document() -> None:
    day = replace(ARCHIVE, practice=True)
    for document in (cover(day), said(day), will_do(day), take_home(day), register(day)):
        assert document.practice
        assert document.title.startswith("Practice. ")
    note = "This was a practice. The people in it are made up."
    assert note in lines(cover(day)) and note in lines(take_home(day), 1)


def test_the_register_holds_the_last_word_of_everyone() -> None:
    document = register(ARCHIVE)
    table = next(block for block in document.sections[0].blocks if isinstance(block, RegisterTable))
    yes = ("Y",) * 3
    assert table.rows[0] == (
        "A-01", "Amina", *yes, "T", "Y", "N", *yes, "Y", "Y", "N", "N", "1.0", "screen", "14 May 2031",
        "Ruth", "2 June 2026",
    )  # fmt: skip
    assert table.totals == ("Yes", "", *"3332322233311", *[""] * 5)
    assert (document.confidential, document.landscape) == (True, True)


def test_an_empty_register_says_so() -> None:
    assert "Nobody is in the register." in lines(register(replace(ARCHIVE, register=())))
    assert len(REGISTER) == 3


def test_every_standing_has_a_mark_and_every_mark_its_words() -> None:
    assert set(MARKS) == set(Standing)
    key = lines(register(ARCHIVE))[3]
    assert [part.split(" ")[0] for part in key.split(". ")] == ["Y", "N", "?", "–", "T", "E", "G"]
    assert set(MARKS.values()) == {"Y", "N", "?", "–", "T", "E", "G"}

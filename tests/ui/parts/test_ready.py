"""What was looked at, in lines and one sentence; and how long arrivals take."""

from dataclasses import replace

from ui.icons import names as icon_names
from ui.parts.ready import Check, Seen, Standing, checks, in_a_sentence
from ui.parts.ready_parts import said_of
from ui.parts.register_queue import in_sentences
from ui.words import words_in
from workshop.domain.queue import Way, queue
from workshop.session.machine import Battery

EN = words_in("en")
ALL_WELL = Seen(
    one_screen=False,
    inches=43.2,
    voices=frozenset({"en", "cy"}),
    can_speak=True,
    battery=Battery(90, plugged_in=False),
    printers=("Office",),
    copied="12:50",
    disk_free=5 << 30,
    day_minutes=150,
    read_page=True,
)


def line(key: str, seen: Seen) -> Check:
    """The line of one thing."""
    return next(check for check in checks(seen, EN) if check.key == key)


def test_when_all_is_well_it_says_ready() -> None:
    found = checks(ALL_WELL, EN)
    assert in_a_sentence(found, EN) == "Ready."
    assert {check.standing for check in found} == {Standing.GOOD}
    assert {check.icon for check in found} <= icon_names()


def test_things_to_know_are_counted_and_named() -> None:
    seen = replace(ALL_WELL, battery=Battery(41, plugged_in=False), printers=())
    assert in_a_sentence(checks(seen, EN), EN) == "Ready. 2 things to know: battery 41%, no printer."
    assert line("power", seen).second == "The day takes 2 hours 30 minutes. Put the power in."
    seen = replace(ALL_WELL, disk_free=1 << 20)
    assert in_a_sentence(checks(seen, EN), EN) == "Ready. 1 thing to know: little room on the disk."


def test_a_day_without_its_scope_is_not_ready() -> None:
    seen = replace(ALL_WELL, missing=("what is open", "who will answer"))
    assert in_a_sentence(checks(seen, EN), EN) == "Not ready yet. 1 thing to know: what is open is not said."
    assert line("scope", seen).second == "Please say: what is open, who will answer."


def test_a_low_battery_with_the_power_in_is_all_right() -> None:
    seen = replace(ALL_WELL, battery=Battery(7, plugged_in=True))
    assert (line("power", seen).standing, line("power", seen).second) == (Standing.GOOD, "The power is in.")


def test_what_nobody_can_tell_is_said_so() -> None:
    seen = replace(ALL_WELL, battery=None, disk_free=None)
    assert line("power", seen).second.startswith("We cannot tell.")
    assert line("disk", seen).second == "We cannot tell."
    assert in_a_sentence(checks(seen, EN), EN) == "Ready."


def test_one_screen_is_shared_and_two_are_not() -> None:
    assert line("screen", ALL_WELL).second == "43 inches. It shows what people see."
    shared = replace(ALL_WELL, one_screen=True)
    assert line("screen", shared).second == "43 inches. You and people share it."
    assert line("desk", shared).second == "No number is chosen yet. Please choose one."
    assert (shared.needs_number, ALL_WELL.needs_number) == (True, False)
    chosen = replace(shared, has_number=True)
    assert (line("desk", chosen).second, chosen.needs_number) == ("Your number leads to it.", False)


def test_languages_without_a_voice_are_read_by_a_person() -> None:
    assert line("speech", ALL_WELL).second == (
        "It can read: English, Cymraeg. A person reads: اردو, ਪੰਜਾਬੀ, Polski."
    )
    silent = replace(ALL_WELL, can_speak=False)
    assert line("speech", silent).standing is Standing.KNOW


def test_a_copy_that_was_not_made_and_a_page_not_tried_are_asked_for() -> None:
    seen = replace(ALL_WELL, copied="", read_page=False)
    assert {c.key for c in checks(seen, EN) if c.standing is Standing.DO} == {"copy", "chair"}


def test_a_day_in_school_hours_is_known_only_when_somebody_young_comes() -> None:
    assert "school" not in {check.key for check in checks(ALL_WELL, EN)}
    seen = replace(ALL_WELL, school=True)
    assert line("school", seen).standing is Standing.KNOW
    assert in_a_sentence(checks(seen, EN), EN) == "Ready. 1 thing to know: school hours."


def test_ways_are_said_in_words() -> None:
    assert said_of(Way(0, 14, 35), EN, False) == ("14 people, one screen", "")
    assert said_of(Way(8, 6, 15), EN, False) == (
        "Give paper to 8.",
        "6 use the screen. You type it in meanwhile: about 15 minutes.",
    )
    assert said_of(Way(8, 1, 15), EN, True) == (
        "Give paper to 8.",
        "1 uses the screen. You type it in the break: about 15 minutes.",
    )
    assert said_of(Way(14, 0, 10), EN, False) == (
        "All on paper.",
        "You type it in the break: about 30 minutes.",
    )


def test_the_queue_is_said_in_sentences() -> None:
    assert " ".join(in_sentences(queue(14, 6, 25), EN)) == (
        "14 people, one screen: about 35 minutes. Give paper to 8: about 15 minutes. Print 8 forms."
    )
    assert in_sentences(queue(1, 6, 25), EN) == ["1 person, one screen: about 5 minutes."]

"""Pictures wait until somebody says who can be seen: from the print page to the pages that are printed."""

from pathlib import Path

from tests.printing.given import picture_file
from tests.ui.given import Table, find, names, touch, words_on
from tests.ui.screens.given_promises import Voted
from ui.page import Page
from workshop.domain.ids import PictureId
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.persons import Person, Picture
from workshop.domain.seen import SOMEBODY_ELSE


def with_pictures(table: Table, folder: Path, count: int = 1) -> Page:
    voted = Voted(table)
    file = folder / "ward.png"
    for note in voted.notes[:count]:
        file.write_bytes(picture_file("PNG"))
        table.session.board.add_picture(file, note)
    return table.show_desk("print_out")


def desk_page(table: Table) -> Page:
    assert table.desk.page is not None
    return table.desk.page


def printed(table: Table, audience: Audience = Audience.PEOPLE) -> int:
    facts = table.session.pack.facts(audience)
    notes = [*(n for g in facts.groups for n in g.notes), *facts.loose]
    return sum(note.picture is not None for note in notes)


def tagged(table: Table) -> list[tuple[int, bool]]:
    return [(len(p.people), p.no_faces) for p in table.session.all(Picture)]


def test_a_picture_on_which_nobody_can_be_seen_is_printed_after_one_look(
    table: Table, tmp_path: Path
) -> None:
    page = with_pictures(table, tmp_path)
    assert "1 picture is not printed yet. Say who can be seen." in words_on(page)
    touch(page, "See pictures")
    page = desk_page(table)
    assert table.stage.desk.page == "pictures_check" and printed(table) == 0
    assert any(name.startswith("The picture on “") for name in names(page))
    touch(page, "Nobody can be seen")
    assert (tagged(table), printed(table)) == ([(0, True)], 1)
    assert "All pictures are looked at." in words_on(page)
    touch(page, "Back to printing")
    assert "picture is not printed" not in words_on(desk_page(table))


def test_somebody_who_is_seen_has_to_say_yes_first(table: Table, tmp_path: Path) -> None:
    with_pictures(table, tmp_path)
    person = table.session.all(Person)[0]
    touch(table.show_desk("left_out"), "See pictures")
    page = desk_page(table)
    touch(page, "These people")  # it says why it cannot be used
    assert tagged(table) == [(0, False)]
    touch(page, person.called)
    touch(page, "These people")
    assert tagged(table) == [(1, False)]
    said = "\n".join(names(table.show_desk("left_out")))
    assert "1. Pictures with people on them." in said and person.called not in said
    assert printed(table) == 0
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
        table.session.people.consent(person.id, item, Said.YES)
    assert printed(table) == 1


def test_for_the_wall_everybody_has_to_say_yes_to_the_web_too(table: Table, tmp_path: Path) -> None:
    with_pictures(table, tmp_path)
    person = table.session.all(Person)[0]
    page = table.show_desk("pictures_check")
    touch(page, person.called)
    touch(page, "These people")
    assert "It is not printed. Somebody on it has not said yes." in words_on(desk_page(table))
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
        table.session.people.consent(person.id, item, Said.YES)
    page = table.show_desk("pictures_check")
    assert "It is printed for the people here, not for the wall." in words_on(page)
    assert (printed(table), printed(table, Audience.WALL)) == (1, 0)
    table.session.people.consent(person.id, Item.PHOTO_WEB, Said.YES)
    assert "It is printed, and may hang on the wall." in words_on(table.show_desk("pictures_check"))
    assert printed(table, Audience.WALL) == 1


def test_a_stranger_on_it_keeps_it_in_the_room_until_somebody_looks_again(
    table: Table, tmp_path: Path
) -> None:
    with_pictures(table, tmp_path)
    page = table.show_desk("pictures_check")
    touch(page, "Somebody who is not in the list")
    touch(page, "These people")
    assert [p.people for p in table.session.all(Picture)] == [(SOMEBODY_ELSE,)] and printed(table) == 0
    assert "somebody else" in words_on(page)
    touch(page, "Change who is on the picture on “Nobody rang me”")
    assert find(page, "Somebody who is not in the list").isChecked()
    touch(page, "Leave it as it is")
    touch(page, "Change who is on the picture on “Nobody rang me”")
    touch(page, "Nobody can be seen")
    assert tagged(table) == [(0, True)] and printed(table) == 1


def test_a_note_that_waits_for_a_look_takes_its_picture_along(table: Table, tmp_path: Path) -> None:
    with_pictures(table, tmp_path)
    touch(table.show_desk("pictures_check"), "Nobody can be seen")
    note = table.session.all(Picture)[0].note
    table.session.board.edit_note(note, "Ask Femi")
    assert printed(table) == 0
    assert "Change who" not in "".join(names(table.show_desk("pictures_check")))


def test_pictures_come_one_after_the_other(table: Table, tmp_path: Path) -> None:
    with_pictures(table, tmp_path, 2)
    page = table.show_desk("pictures_check")
    assert "2 pictures wait." in words_on(page)
    first, second = (p.id for p in table.session.pack.pictures_to_look_at())
    touch(page, "Next picture")
    touch(page, "Nobody can be seen")
    kept: dict[PictureId, bool] = {p.id: p.no_faces for p in table.session.all(Picture)}
    assert kept == {first: False, second: True}
    assert find(page, "Nobody can be seen").isVisible()

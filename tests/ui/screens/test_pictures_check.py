"""Pictures wait until somebody says who can be seen: from the print page to the pages that are printed."""

from pathlib import Path

from tests.printing.given import picture_file
from tests.ui.given import Table, find, names, touch, words_on
from tests.ui.screens.given_promises import Voted
from ui.page import Page
from workshop.domain.ids import PictureId
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.persons import Person, Picture


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


def printed(table: Table) -> int:
    facts = table.session.pack.facts(Audience.PEOPLE)
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

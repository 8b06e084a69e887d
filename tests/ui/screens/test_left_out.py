"""What is left out is said by count, never by whom."""

from tests.ui.given import Table, names, touch, words_on
from tests.ui.screens.given_promises import Voted


def test_each_reason_has_its_count_and_no_name(table: Table) -> None:
    voted, session = Voted(table), table.session
    session.board.withhold_note(voted.notes[0], "twice")
    session.board.add_note("Ask Femi and Josh")
    session.promises.promise("Tea", owner="Josh")
    page = table.show_desk("left_out")
    said = "\n".join(names(page))
    assert "1. Notes that were put away. You hid them today. Each has its reason." in said
    assert "1. Notes that may show somebody." in said
    assert "1. Names of people." in said
    assert not any(name in said + words_on(page) for name in ("Josh", "Femi", "Ask"))
    touch(page, "Look at them")
    assert table.stage.desk.page == "names_check"


def test_nothing_left_out_is_said_too(table: Table) -> None:
    page = table.show_desk("left_out")
    assert "Nothing is left out." in words_on(page)
    touch(page, "Back")
    assert table.stage.desk.page == "print_out"

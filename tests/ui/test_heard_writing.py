"""A note is written through AT-SPI alone, as with a screen reader: page, words, keys, and what is said."""

from pathlib import Path

from tests.ui.test_heard import hear


def test_a_note_is_written_by_another_program(tmp_path: Path) -> None:
    _, opened, typed, saved = hear(tmp_path, "board", "Write a note", "H", "Done", "Write a note")
    assert opened.names("panel").count("Write a note") == 1
    assert opened.part("Idea")["role"] == "radio button"
    assert (opened.part("Words")["text"], typed.part("Words")["text"]) == ("", "H")
    key, done, words = opened.part("H"), opened.part("Done"), opened.part("Words")
    assert (key["role"], key["actions"][0], key["language"]) == ("push button", "Press", "en_GB")
    places = [part["place"] for part in (words, done, key)]
    assert all(wide > 40 and high > 40 for _, _, wide, high in places)
    assert (opened.app["announced"], typed.app["announced"]) == (["H"], ["Saved 13:10"])
    assert "Words" not in saved.names("text")
    assert saved.part("Board")["description"] == "3 notes, 2 face down"

"""The invented day with a picture at each thing worth seeing: the screens, and the states they have."""

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from ui.board.layout import Rect
from ui.look import Look, Side
from ui.playing import board_fingers, day_end, people_pictures
from ui.playing.day import PASSPHRASE, Day
from ui.playing.fingers import find, names, settle, touch
from ui.playing.parts import PartsSheet
from ui.playing.people_pictures import EVERY_PAGE_FULL, look_at, private
from ui.playing.table import Table, put_words
from ui.screens.board import BoardPage
from ui.screens.desk import DeskPage
from ui.widgets.still_there import StillThere
from ui.windows import Window
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Item, NoteKind, Said
from workshop.domain.persons import Answer
from workshop.domain.records import Group, Note
from workshop.session import invented

FACE_DOWN = ("Tell me who to ring at night", "Nobody told my mum I was coming", "I was cold")


@dataclass
class Album:
    """Where the pictures go. The first picture of a name is kept: a day has many turns, one is enough."""

    out: Path
    pictures: list[Path] = field(default_factory=list)

    def see(self, name: str, window: Window) -> None:
        """Keep what a window shows now."""
        if any(path.stem.partition("-")[2] == name for path in self.pictures):
            return
        if window.message is not None:
            window.message.close_by_hand()
            settle()
        if isinstance(window.page, BoardPage):
            window.page.view.finish_painting()
        self.keep(name, window)

    def keep(self, name: str, shown: QWidget) -> None:
        """Keep what is shown now as the next picture."""
        path = self.out / f"{len(self.pictures) + 1:02}-{name}.png"
        if shown.grab().save(str(path)):
            self.pictures.append(path)


def play(table: Table, album: Album, folder: Path) -> None:
    """Play the whole day."""
    story = invented.told()
    day = Day(table, album.see, story)
    table.people.private_from_inches = EVERY_PAGE_FULL
    before(day)
    arrivals(day)
    board(day)
    ideas_and_vote(day)
    promises(day, folder)
    afterwards(day)
    parts(album)


def before(day: Day) -> None:
    """The first start, the plan, whether all is ready."""
    day.see("resting", day.table.people)
    day.first_start()
    day.make_workshop()
    day.plan()
    look_at(day, "templates", "templates")
    day.table.stage.show_desk("plan")
    settle()
    day.get_ready()


def _number(day: Day) -> None:
    """The number pad over the board: asked for, and closed after 5 wrong tries."""
    table = day.table
    table.start.keep(table.start.settings.with_number("2468"))
    table.stage.ask_number()
    settle()
    table.at_screen("1", "3")
    day.see("number", table.people)
    table.at_screen("Delete", "Delete")
    for _ in range(5):
        _type_number(table, "9999")
    day.see("number-closed", table.people)
    table.stage.ask_number(False)
    settle()


def _type_number(table: Table, digits: str) -> None:
    table.at_screen(*digits, "OK")


def arrivals(day: Day) -> None:
    """People arrive; then what today holds is shown to them."""
    table = day.table
    people_pictures.arrivals(day)
    table.stage.show_desk("desk")
    settle()
    table.at_desk("Show “Today”") if "Show “Today”" in names(table.desk) else None
    day.see("today", table.people)


def board(day: Day) -> None:
    """Quiet writing, the board with its groups, its list, one group read out, the other looks."""
    table = day.table
    day.write_face_down(list(FACE_DOWN))
    day.step("groups")
    groups = day.story["groups"]
    day.make_groups([group["name"] for group in groups])
    table.at_screen("Undo")
    day.see("undo", table.people)
    table.at_screen("Close")
    day.type_notes(groups, day.story["loose"])
    loose = [note.id for note in table.session.all(Note)[: len(FACE_DOWN)]]
    _at_full_size(day)
    _writing(day)
    day.put_together(loose[:2], groups[0]["name"])
    day.board.view.pick(None)
    _at_full_size(day)
    day.see("board-simple", table.people)
    table.at_screen("More")
    day.see("board", table.people)
    table.at_screen("List")
    day.see("list", table.people)
    table.at_screen("List", "Fewer")
    day.see("desk-board", table.desk)
    day.see("public-board", table.room)
    _looking_back(day, loose[-1])
    table.at_desk("Easy words to say")
    day.see("desk-easy", table.desk)
    table.at_desk("The desk")
    _other_looks(day)
    _number(day)
    table.stage.show_people("read_group", group=table.session.all(Group)[0].id)
    settle()
    day.see("read-group", table.people)
    table.stage.back_to_the_day()
    table.stage.pause()
    settle()
    day.see("pause", table.people)
    table.stage.pause(False)
    settle()


def _looking_back(day: Day, note: NoteId) -> None:
    """All that can be undone, other words for a note, why it is hidden, the day so far, the board set up."""
    table = day.table
    table.at_desk("Undo")
    day.see("desk-undo", table.desk)
    table.at_desk("Close")
    _choose_at_desk(table, note)
    table.at_desk("Change")
    day.see("change-note", table.desk)
    table.at_desk("Back to the desk")
    _choose_at_desk(table, note)
    table.at_desk("Hide this note", "Say why")
    day.see("why-hidden", table.desk)
    table.at_desk("Show the note again", "The day so far")
    day.see("day-so-far", table.desk)
    table.at_desk("Back to the desk", "The board")
    day.see("board-settings", table.desk)
    table.at_desk("Back to the desk")


def _choose_at_desk(table: Table, note: NoteId) -> None:
    """A note is touched in the desk's picture of the board."""
    page = table.page(table.desk)
    assert isinstance(page, DeskPage)
    page.preview.choose(note)
    settle()


def _at_full_size(day: Day) -> None:
    """Letters at the size that was chosen."""
    view = day.board.view
    view.zoom_by(1 / view.zoom)
    view.look_to(Rect(0, 0, view.width(), view.height()))


def _writing(day: Day) -> None:
    """Two people write at once."""
    view = day.board.view
    for x, y in ((420, 620), (1500, 620)):
        view.wants_page.emit(*view.to_board(QPointF(x, y)))
    settle()
    asked, told = "Who rings my sister", "Tell me who to ring at night"
    one, two = day.board.pages.open
    for page, kind, words in ((two, NoteKind.QUESTION, asked), (one, NoteKind.IDEA, told)):
        board_fingers.touch_part(view, page, kind)
        board_fingers.touch_part(view, page, "field")  # the keyboard goes where somebody asks for it
        put_words(view, words)
        board_fingers.touch_part(view, page, "field")  # a finger brings the keys back
    day.see("writing", day.table.people)
    for page in (one, two):
        board_fingers.touch_part(view, page, "more")
        board_fingers.touch_part(view, page, "throw")


def _other_looks(day: Day) -> None:
    """Calm, and black on white."""
    stage = day.table.stage
    for name, looks in (("board-calm", {"calm": True}), ("board-black-and-white", {"contrast": True})):
        stage.taste(Side.PEOPLE, **looks)
        settle()
        day.see(name, day.table.people)
        stage.taste(Side.PEOPLE, calm=False, contrast=False)
    _look_at_people(day, "display", "display")


def ideas_and_vote(day: Day) -> None:
    """Ideas, the vote in both sizes of page, paper votes, the result."""
    table = day.table
    ideas = [(idea["group"], idea["title"], idea["what"]) for idea in day.story["ideas"]]
    day_end.make_ideas(day, ideas)
    day_end.open_vote(day)
    titles = [title for _, title, _ in ideas]
    day_end.vote(day, "Carers", [titles[0], titles[3]])
    _still_there(day, titles)
    with private(table):
        _private_ballot(day, titles)
    for voice, first, second in (("Carers", 3, 0), ("Staff", 0, 1), ("People who use services", 0, 2)):
        day_end.vote(day, voice, [titles[first], titles[first], titles[second]])
    for voice in ("Carers", "Carers", "Carers", "People who use services", "Staff"):
        day_end.vote(day, voice, [titles[1], titles[2], titles[4]])
    day_end.type_paper_votes(day, ["c102", "p02001", "-111", "s0021"], 12)
    day_end.close_vote(day)


def _still_there(day: Day, titles: list[str]) -> None:
    """A ballot that is left alone asks whether somebody is still there; then it is stopped."""
    table = day.table
    table.at_desk("Let the next person vote")
    table.at_screen("Touch here when you are ready", "Leave it out")
    day_end.touch_idea(day, titles[0])
    asking = table.page(table.people).findChild(StillThere)
    assert asking is not None
    asking.pass_time(5 * 60_000)
    settle()
    day.see("still-there", table.people)
    assert asking.question is not None
    touch(asking.question, "Stop without voting")


def _private_ballot(day: Day, titles: list[str]) -> None:
    table = day.table
    table.at_desk("Let the next person vote")
    table.at_screen("Touch here when you are ready", "Leave it out")
    day_end.touch_idea(day, titles[0])
    day.see("ballot-private-size", table.people)
    table.at_screen("Stop")


def promises(day: Day, folder: Path) -> None:
    """What we will do, what we cannot, when we meet again, and the sheets."""
    table = day.table
    table.at_desk("Choose what we promise")
    for told in day.story["decisions"][:3]:
        title = day.story["ideas"][told["idea"] - 1]["title"]
        given = told["promise"]
        day_end.promise(day, title, given["we_will"], given["how_known"], given["owner"])
    cannot = day.story["cannots"][0]
    day_end.say_cannot(day, cannot["theme"], cannot["reason"])
    day_end.meet_again(day)
    table.at_desk("Show the room")
    day.see("room-promises", table.people)
    table.at_desk("Back to the desk")
    day_end.print_sheets(day, folder / "sheets")


def afterwards(day: Day) -> None:
    """Taking back, going home, the lock, and what is there after a stop."""
    table = day.table
    photographed = {answer.person for answer in table.session.all(Answer) if _is_yes_to_a_photo(answer)}
    table.stage.show_desk("take_back", person=sorted(photographed)[0])
    settle()
    table.at_desk("Take my photo")
    day.see("take-back", table.desk)
    look_at(day, "safeguarding", "safeguarding")
    folder = table.session.place.folder
    table.session.snapshot()
    table.clock.now += timedelta(minutes=6)
    table.start.home()
    settle()
    table.stage.leave()
    table.stage.show_desk("home")
    table.wait_until(table.desk, "Carry on")
    day.see("home", table.desk)
    look_at(day, "all_workshops", "all-workshops")
    look_at(day, "recovery", "recovery", wait="Carry on", folder=folder)
    broken = _broken_copy(folder)
    look_at(day, "damaged", "damaged", wait="Look first, change nothing", folder=broken)
    shutil.rmtree(broken)
    look_at(day, "unlock", "unlock")
    put_words(find(table.desk, "Passphrase"), PASSPHRASE)


def _broken_copy(folder: Path) -> Path:
    """A copy of a workshop with bytes in the middle of its file that nobody can read."""
    copy = folder.with_name("A broken copy")
    shutil.copytree(folder, copy)
    with (copy / "workshop.db").open("r+b") as file:
        file.seek(32 * 1024)
        file.write(b"\0" * 4096)
    return copy


def _is_yes_to_a_photo(answer: Answer) -> bool:
    return answer.item is Item.PHOTO_REPORT and answer.said is Said.YES


def _look_at_people(day: Day, page: str, name: str) -> None:
    day.table.stage.show_people(page)
    settle()
    day.see(name, day.table.people)
    day.table.stage.back_to_the_day()
    settle()


def parts(album: Album) -> None:
    """Last, for whoever carries the app on: the parts of all screens in their states."""
    sheet = PartsSheet(Look())
    sheet.show()
    sheet.activateWindow()
    settle()
    album.keep("parts-and-states", sheet)
    sheet.close()
    sheet.deleteLater()
    settle()

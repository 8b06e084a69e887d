"""What the program knows outside any workshop: this computer's settings, the library, the passphrase.

There is one `Start` for a stage, found by `Start.of(stage)`. Pages before and around a workshop ask it
to unlock, open, make, copy and practise; it moves the stage on, and says what cannot be done. The
passphrase stays in memory and is gone when the program ends.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.look import Side, TextSize
from ui.screens import read_meanwhile
from ui.stage import Message, Shown, Stage, Taste
from ui.words import LANGUAGES, Words, words_in
from workshop.domain.kinds import DayState
from workshop.domain.records import Workshop
from workshop.errors import WorkshopDamaged, WorkshopError, WrongPassphrase
from workshop.session import keeping, settings
from workshop.session.keeping import Damage
from workshop.session.library import Library, Seen, change_passphrase
from workshop.session.session import Session
from workshop.session.settings import Looks, Settings

SOON_MS = 30  # time for a page to say what it is busy with, before it is


class Start(QObject):
    """The program around its workshops. `changed`: something that pages show is different now."""

    changed = Signal()
    touch_wanted = Signal(bool)  # the screen that people touch is being looked for, or no more
    screens_wanted = Signal()  # windows have to be put on other screens
    quit_wanted = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stage = stage
        self.library = Library(stage.clock)
        self.settings = settings.load()
        self.stage.speed = self.settings.speech_speed
        self.busy = ""  # what takes a moment now, in words; "" for nothing
        self.recovered: tuple[Path, str] | None = None  # opened by the printed key: a passphrase is due
        self.seen: dict[Path, Seen] = {}
        self._page = ""  # the page that a workshop is opened at, "" where it is
        self._to_look_at: list[Path] = []
        self._lent = ExitStack()  # files unpacked only to be looked at
        self.dress()

    @classmethod
    def of(cls, stage: Stage) -> "Start":
        """The one start of this stage, made when it is first asked for."""
        found = stage.findChild(Start)
        return found if isinstance(found, Start) else cls(stage)

    @property
    def words(self) -> Words:
        """Words in the facilitator's language."""
        return words_in(self.stage.tastes[Side.FACILITATOR].language)

    # This computer

    def keep(self, changed: Settings) -> None:
        """Keep other settings. Where the disk cannot take them they hold until the end, and that is said."""
        self.settings = changed
        self.stage.speed = changed.speech_speed
        try:
            settings.save(changed)
        except WorkshopError as error:
            self._tell(error.message, "look")
        self.changed.emit()

    def dress(self) -> None:
        """Give each side's screens the looks that were kept."""
        tastes = self.stage.tastes
        tastes[Side.FACILITATOR] = taste_of(self.settings.desk)
        tastes[Side.PUBLIC] = taste_of(self.settings.people)
        tastes[Side.PEOPLE] = taste_of(self.settings.people)

    def keep_looks(self) -> None:
        """Keep the looks that the screens have now."""
        desk, people = (looks_of(self.stage.tastes[side]) for side in (Side.FACILITATOR, Side.PUBLIC))
        self.keep(replace(self.settings, desk=desk, people=people))

    def choose_screen(self, name: str) -> None:
        """People touch the screen of this name (`settings.ONLY_THIS`: there is no other)."""
        self.touch_wanted.emit(False)
        self.keep(replace(self.settings, people_screen=name))
        self.screens_wanted.emit()

    # The first pages

    def first_page(self) -> Shown:
        """What the program begins with."""
        return Shown("first_run" if self.library.is_empty else "unlock")

    @property
    def is_locked(self) -> bool:
        """Whether workshops lie here whose passphrase nobody has typed since the start."""
        return self.library.secret is None and self.stage.bridge is None and not self.library.is_empty

    def begin(self) -> None:
        """Show the first page. Practice workshops that a stop left behind are thrown away."""
        self.library.forget_practice()
        first = self.first_page()
        self.stage.show_desk(first.page, **first.given)

    def use_passphrase(self, passphrase: str) -> None:
        """A new passphrase was chosen. It opens what was opened by the printed key, and all new workshops."""
        if self.recovered is not None:
            folder, key = self.recovered
            change_passphrase(folder, key, passphrase)
            self.recovered = None
        self.library.secret = passphrase
        self.seen.clear()
        self.stage.show_desk("home")

    def try_secret(self, secret: str, *, printed: bool = False, folder: Path | None = None) -> bool:
        """Whether a passphrase or printed key leads on, in the library or in one workshop.

        Wrong tries are counted. Damaged keys are no wrong try: they have a page of their own.
        """
        now = self.stage.clock()
        if self.settings.passphrase.wait(now):
            return False
        damaged = self.library.damaged_keys(folder)
        if damaged is not None:
            self.stage.show_desk("damaged", folder=damaged)
            return True
        fits = self.library.find_key(secret, folder)
        if fits is None:
            self.keep(replace(self.settings, passphrase=self.settings.passphrase.one_more_wrong(now)))
            return False
        self.keep(replace(self.settings, passphrase=settings.Tries()))
        self._unlocked(secret, fits, printed=printed, wanted=folder)
        return True

    def _unlocked(self, secret: str, fits: Path, *, printed: bool, wanted: Path | None) -> None:
        if printed:
            self.recovered = (fits, secret)
            self.stage.show_desk("first_run", again=True)
        elif wanted is not None:
            self.library.remember(wanted, secret)
            self.open(wanted)
        else:
            self.library.secret = secret
            self.seen.clear()
            self._after_unlocking()

    def _after_unlocking(self) -> None:
        """A workshop that was stopped comes first, then home."""
        stopped = next((f for f in self.library.folders() if self.library.was_stopped(f)), None)
        if stopped is not None:
            self.stage.show_desk("recovery", folder=stopped)
        else:
            self.stage.show_desk("home")

    # Looking

    def look_around(self, most: int) -> None:
        """Look into the newest workshops, one at a time, so that the page can be used meanwhile."""
        folders = self.library.folders()[:most]
        self.seen = {folder: seen for folder, seen in self.seen.items() if folder in folders}
        waiting = bool(self._to_look_at)
        self._to_look_at = list(folders)
        if not waiting and folders:
            QTimer.singleShot(SOON_MS, self, self._look_into_next)

    def _look_into_next(self) -> None:
        if not self._to_look_at:
            return
        folder = self._to_look_at.pop(0)
        seen = self.library.look(folder)
        if self.seen.get(folder) != seen:
            self.seen[folder] = seen
            self.changed.emit()
        if self._to_look_at:
            QTimer.singleShot(SOON_MS, self, self._look_into_next)

    # Workshops

    def soon(self, words: str, act: Callable[[], object]) -> None:
        """Say what takes a moment, then do it."""
        if self.busy:
            return
        self.busy = words
        self.changed.emit()
        QTimer.singleShot(SOON_MS, self, lambda: self._now(act))

    def _now(self, act: Callable[[], object]) -> None:
        self.busy = ""
        try:
            act()
        except WorkshopError as error:
            self._tell(error.message, "look")
        self.changed.emit()

    def open(self, folder: Path, page: str = "") -> None:
        """Open a workshop, at a page or where it is; after a stop, what is there is shown first."""
        self._page = page
        if self.stage.bridge is not None and self.stage.bridge.session.place.folder == folder:
            self._show(self.stage.bridge.workshop)
        elif self.library.was_stopped(folder):
            self.stage.show_desk("recovery", folder=folder)
        else:
            self.soon(self.words("Opening {name}", name=folder.name), lambda: self.open_now(folder))

    def open_now(self, folder: Path, *, read_only: bool = False) -> None:
        """Open a workshop, and go to where it is; a wrong passphrase and damage have pages of their own."""
        try:
            with read_meanwhile("desk", "board"):
                session = self.library.open(folder, read_only=read_only)
        except WrongPassphrase:
            self.stage.show_desk("unlock", folder=folder)
        except WorkshopDamaged:
            self.stage.show_desk("damaged", folder=folder)
        else:
            self._enter(session)
            if read_only:
                self._tell(self.words("You are only looking. Nothing can be changed."), "info")

    def _enter(self, session: Session) -> None:
        self._to_look_at.clear()  # a look costs as much as opening: nobody waits for it now
        self.stage.begin(session)
        self.library.forget_practice()  # one that was open before
        if session.recovery_key:
            self.stage.show_desk("recovery_key")
        else:
            self._show(session.day())

    def _show(self, day: Workshop) -> None:
        page, self._page = self._page, ""
        self.stage.show_desk(page or ("plan" if day.state is DayState.DRAFT else "desk"))

    def make(self, title: str, template: str = "") -> None:
        """Make a workshop and go on to its key, which is shown once, then to its plan."""
        if not self.library.secret:
            self.stage.show_desk("first_run")
            return
        words = self.words("Making a new workshop")
        self.soon(words, lambda: self._enter(self.library.make(title, template)))

    def key_is_kept(self) -> None:
        """The recovery key is on paper: forget it, and go on."""
        self.stage.room.session.place.recovery_key = ""
        self._show(self.stage.room.workshop)

    def practise(self) -> None:
        """Make a practice workshop; the invented people are here already."""
        self.soon(self.words("Getting the practice ready"), lambda: self._enter(self.library.practise()))

    def home(self) -> None:
        """Let go of the workshop, and go home."""
        self.leave()
        self.stage.show_desk("home")

    def leave(self) -> None:
        """Let go of the open workshop; a practice workshop is thrown away."""
        self.stage.leave()
        self._lent.close()
        self.library.forget_practice()

    # Copies and damage

    def copy(self, folder: Path, to: Path) -> None:
        """Write a copy of a workshop into a folder such as a stick, and say when it can be taken out."""
        self.soon(self.words("Copying {name}", name=folder.name), lambda: self._copy(folder, to))

    def _copy(self, folder: Path, to: Path) -> None:
        bridge = self.stage.bridge
        if bridge is not None and bridge.session.place.folder == folder:
            keeping.copy_workshop(bridge.session, to)
        else:
            session = self.library.open(folder)  # to write: the copy is listed in it
            try:
                keeping.copy_workshop(session, to)
            finally:
                session.close()
        self.keep(self.settings.copied(folder.name, self.stage.clock()))
        self._tell(self.words("The copy is written and checked. It is safe to take out."), "done")

    def destroy(self) -> None:
        """Destroy the open workshop for good: its keys, then its files, and what is remembered of it here."""
        folder = self.stage.room.session.place.folder
        self.leave()
        try:
            if folder.exists():  # a practice workshop is gone with its closing
                self.library.destroy(folder)
            copies = {name: when for name, when in self.settings.copies.items() if name != folder.name}
            self.keep(replace(self.settings, copies=copies))
            self._tell(self.words("The workshop is destroyed. Nothing of it is on this laptop."), "done")
        except WorkshopError as error:
            self._tell(error.message, "look")
        self.stage.show_desk("home")

    def bring_in(self, path: Path) -> None:
        """Put a copy's file into the library and open it."""
        self.soon(
            self.words("Opening {name}", name=path.stem), lambda: self.open_now(keeping.bring_in_copy(path))
        )

    def damage(self, folder: Path) -> Damage:
        """What is wrong with a workshop, and the good times to go back to."""
        return keeping.damage(folder, self.library.secret_for(folder))

    def go_back(self, folder: Path, snapshot: str) -> None:
        """Go back to a good time; what is there now is kept aside."""
        self.soon(self.words("Going back"), lambda: self._go_back(folder, snapshot))

    def _go_back(self, folder: Path, snapshot: str) -> None:
        keeping.restore_workshop(folder, self.library.secret_for(folder), snapshot)
        self.open_now(folder)

    def look_back(self, folder: Path, snapshot: str) -> None:
        """Look at a good time, change nothing."""
        self.soon(self.words("Opening {name}", name=folder.name), lambda: self._look_back(folder, snapshot))

    def _look_back(self, folder: Path, snapshot: str) -> None:
        self.leave()
        lent = self._lent.enter_context(keeping.snapshot_to_look_at(folder, snapshot))
        self.library.remember(lent, self.library.secret_for(folder) or "")
        self.open_now(lent, read_only=True)

    def _tell(self, text: str, kind: str) -> None:
        self.stage.tell(Side.FACILITATOR, Message(text, kind))


def taste_of(looks: Looks) -> Taste:
    """The looks that were kept, for a screen."""
    language = looks.language if looks.language in LANGUAGES else "en"
    return Taste(language, TextSize(looks.text_size), looks.calm, looks.contrast)


def looks_of(taste: Taste) -> Looks:
    """A screen's looks, to be kept."""
    return Looks(taste.text_size.value, taste.calm, taste.contrast, taste.language)

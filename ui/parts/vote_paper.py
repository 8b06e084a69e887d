"""Paper ballots while they are typed in: sheet by sheet, with no sum by idea anywhere.

They are in memory only, until they are sealed; then, and when the page goes away, every cell is
overwritten and forgotten.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.words import Words
from workshop.domain.ids import OptionId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.errors import RuleBroken
from workshop.session.voting import PaperBallot

LETTERS = {"P": Voice.USES_SERVICES, "C": Voice.CARER, "S": Voice.STAFF, "O": Voice.OTHER}
LEFT_OUT = "–"
ONE_DIGIT = 9


def letter_of(voice: Voice | None) -> str:
    """The letter of a voice on a sheet."""
    return next((letter for letter, found in LETTERS.items() if found is voice), LEFT_OUT)


@dataclass
class Sheet:
    """One sheet: None in a cell is not yet typed."""

    ideas: int
    voice: Voice | None = field(default=None, repr=False)
    dots: list[int | None] = field(default_factory=list, repr=False)
    not_clear: list[bool] = field(default_factory=list, repr=False)
    spoiled: bool = False

    def __post_init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """As if nothing had been typed."""
        self.voice, self.spoiled = None, False
        self.dots[:] = [None] * self.ideas
        self.not_clear[:] = [False] * self.ideas

    @property
    def total(self) -> int:
        """The dots on this sheet."""
        return sum(dots or 0 for dots in self.dots)

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed."""
        return self.spoiled or any(dots is not None for dots in self.dots) or any(self.not_clear)

    @property
    def is_whole(self) -> bool:
        """Whether each cell was typed, or the sheet cannot be counted."""
        return self.spoiled or None not in self.dots

    def fill(self) -> None:
        """Cells that were left empty hold no dot."""
        self.dots[:] = [dots or 0 for dots in self.dots]


class Batch:
    """The sheets of one batch, and the cell at which somebody is: column 0 is the voice."""

    def __init__(self, round_: Round) -> None:
        self.options: Sequence[Option] = round_.options
        self.each, self.most, self.by_voice = round_.dots, round_.most_per_option, round_.by_voice
        self.sheets: list[Sheet] = [Sheet(len(self.options))]
        self.row, self.column = 0, self.first

    @property
    def first(self) -> int:
        """The first column that is asked."""
        return 0 if self.by_voice else 1

    @property
    def sheet(self) -> Sheet:
        """The sheet at which somebody is."""
        return self.sheets[self.row]

    def make_room(self, count: int) -> None:
        """As many sheets as were counted; a sheet with something on it is never taken away."""
        while len(self.sheets) < count:
            self.sheets.append(Sheet(len(self.options)))
        while len(self.sheets) > max(1, count) and not self.sheets[-1].is_begun:
            self.sheets.pop()
        self.row = min(self.row, len(self.sheets) - 1)

    # Typing

    def type_digit(self, digit: int) -> None:
        """A number of dots in this cell; one that no idea may have is still shown, and said."""
        if self.column == 0 or self.sheet.spoiled:
            return
        place = self.column - 1
        if self.most > ONE_DIGIT:
            self.sheet.dots[place] = min(99, (self.sheet.dots[place] or 0) * 10 + digit)
        else:
            self.sheet.dots[place] = digit
            self.move(0, 1)

    def type_voice(self, letter: str) -> None:
        """As whom this sheet votes; "-" leaves it out."""
        if self.by_voice and self.column == 0:
            self.sheet.voice = LETTERS.get(letter)
            self.move(0, 1)

    def rub_out(self) -> None:
        """Empty this cell."""
        if self.column:
            self.sheet.dots[self.column - 1] = None
            self.sheet.not_clear[self.column - 1] = False
        else:
            self.sheet.voice = None

    def turn_not_clear(self) -> None:
        """This idea was marked "not clear" on the sheet, or was not."""
        if self.column:
            place = self.column - 1
            self.sheet.not_clear[place] = not self.sheet.not_clear[place]

    def move(self, rows: int, columns: int) -> None:
        """Go to another cell; past the edge one stays."""
        self.row = max(0, min(len(self.sheets) - 1, self.row + rows))
        self.column = max(self.first, min(len(self.options), self.column + columns))

    def go_to(self, row: int, column: int) -> None:
        """Go to a cell."""
        self.row, self.column = row, max(self.first, column)

    def enter(self) -> None:
        """This sheet is typed: empty cells hold no dot. Go on with the next one."""
        self.sheet.fill()
        if self.row + 1 == len(self.sheets):
            self.sheets.append(Sheet(len(self.options)))
        self.row, self.column = self.row + 1, self.first

    def again(self) -> None:
        """Type this sheet once more."""
        self.sheet.clear()
        self.column = self.first

    def cannot_be_counted(self) -> None:
        """Keep the sheet in the count of sheets, and no dot of it; a second time takes it back."""
        spoiled = not self.sheet.spoiled
        self.sheet.clear()
        self.sheet.spoiled = spoiled

    # Counts: of whole sheets, never by idea

    @property
    def begun(self) -> list[Sheet]:
        """The sheets on which something was typed."""
        return [sheet for sheet in self.sheets if sheet.is_begun]

    @property
    def whole(self) -> int:
        """How many sheets are typed to their end."""
        return sum(sheet.is_whole for sheet in self.begun)

    @property
    def dots(self) -> int:
        """All dots that were typed."""
        return sum(sheet.total for sheet in self.sheets)

    @property
    def spoiled(self) -> int:
        """The sheets that cannot be counted."""
        return sum(sheet.spoiled for sheet in self.sheets)

    def wrong_sheet(self) -> int | None:
        """The number of the first sheet with too many dots, on one idea or in all."""
        for number, sheet in enumerate(self.sheets, start=1):
            if sheet.total > self.each or any((dots or 0) > self.most for dots in sheet.dots):
                return number
        return None

    def ballots(self) -> list[PaperBallot]:
        """The sheets that can be counted, for the session."""
        return [self._ballot(sheet) for sheet in self.begun if not sheet.spoiled]

    def _ballot(self, sheet: Sheet) -> PaperBallot:
        ids = [option.id for option in self.options]
        choices: dict[OptionId, int] = {id_: dots for id_, dots in zip(ids, sheet.dots, strict=True) if dots}
        marked = tuple(id_ for id_, mark in zip(ids, sheet.not_clear, strict=True) if mark)
        return PaperBallot(choices, sheet.voice, marked)

    def wipe(self) -> None:
        """Overwrite all cells, and begin with one empty sheet."""
        for sheet in self.sheets:
            sheet.dots[:] = [0] * len(sheet.dots)
            sheet.clear()
        del self.sheets[1:]
        self.row, self.column = 0, self.first


@dataclass(frozen=True)
class ByHand:
    """What two people counted before anything was typed; None is not yet written."""

    sheets: int | None = None
    dots: int | None = None
    read_by: str = ""
    typed_by: str = ""


def read_count(text: str, words: Words) -> int | None:
    """The number that somebody wrote; None for nothing yet. RuleBroken for anything but digits."""
    plain = text.strip()
    if plain and not plain.isdecimal():
        raise RuleBroken(words("“{typed}” is no number. Please write digits only.", typed=plain))
    return int(plain) if plain else None


def what_is_missing(batch: Batch, by_hand: ByHand, words: Words) -> str:
    """Why the batch cannot be sealed yet, and what to do; "" when both counts agree."""
    if not by_hand.sheets or by_hand.dots is None:
        return words("Count the sheets and the dots by hand first.")
    most = by_hand.sheets * batch.each
    if by_hand.dots > most:
        return words(
            "{n} ballots can hold {m} dots. You typed {k}.", n=by_hand.sheets, m=most, k=by_hand.dots
        )
    wrong = batch.wrong_sheet()
    if wrong is not None:
        return words("Sheet {n} has too many dots. Look again, or choose “Cannot be counted”.", n=wrong)
    typed = len(batch.begun)
    if typed < by_hand.sheets or batch.whole < typed:
        return words("When both counts agree you can seal the batch. Then the sheets are off the screen.")
    if typed > by_hand.sheets:
        return words("You counted {n} sheets. You typed {k}.", n=by_hand.sheets, k=typed)
    if batch.dots != by_hand.dots:
        return words("You counted {n} dots. You typed {k}. Look again.", n=by_hand.dots, k=batch.dots)
    if not by_hand.read_by.strip() or not by_hand.typed_by.strip():
        return words("Write who read and who typed.")
    return ""

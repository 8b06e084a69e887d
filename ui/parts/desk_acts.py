"""What the desk's buttons do, and the few questions it asks in its own place, never in a window."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.parts import desk, vote
from ui.parts.arrival import begin_arrival, somebody_arrives
from ui.parts.desk import Act
from ui.parts.desk_cards import Answer, is_low, question_card
from ui.parts.equality import is_answering
from ui.parts.kinds import kind_name
from ui.parts.listing import board_of, is_on_board, name_of
from ui.parts.number import hand_over, with_a_number
from ui.parts.on_note import images_on
from ui.parts.pictures import bring, choose_pictures
from ui.parts.waiting import NO_REASON_YET
from ui.widgets.boxes import within
from ui.widgets.button import SMALL, Kind, Style
from ui.widgets.card import Card
from ui.widgets.large_note import LargeNote
from ui.widgets.wrapping import Wrapping
from workshop.domain.ids import GroupId, NoteId, TagId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note, Tag

if TYPE_CHECKING:
    from ui.screens.desk import DeskPage

HIDE = Style(Kind.STRONG, 64, 22, 26, padding=20, radius=12)
LONGEST = 90  # letters of a note that are shown beside its acts
TAKE_OVER = "Somebody is at the screen. Shall the next person have it?"

# The pages that a tool leads the facilitator to.
DESK_PAGES = {
    Act.PAPER_NOTES: "paper_notes",
    Act.EASY: "desk_easy",
    Act.SAFEGUARDING: "safeguarding",
    Act.PAPER_FORMS: "paper_form",
    Act.PLAN: "plan",
    Act.OPEN_VOTE: "set_up_vote",
    Act.PAPER_VOTES: "paper_votes",
    Act.RESULTS: "results",
    Act.PROMISES: "promises",
    Act.PRINT: "print_out",
}


class DeskActs:
    """The acts of one desk."""

    def __init__(self, page: "DeskPage") -> None:
        self._page = page

    def do(self, act: Act) -> None:
        """Do what a tool or the large button says."""
        if act in DESK_PAGES:
            self._page.stage.show_desk(DESK_PAGES[act])
            return
        board = self._page.room.session.board
        acts: dict[Act, Callable[[], object]] = {
            Act.FINISHED: partial(self._page.did, board.finished),
            Act.HIDE_WRITING: partial(self._page.did, board.hide_writing),
            Act.REVEAL: partial(self._page.did, board.reveal),
            Act.READ_GROUP: self._read_group,
            Act.TODAY: partial(self._show, "today"),
            Act.BACK_TO_BOARD: self._back,
            Act.RULE_CARD: self._back,
            Act.NEXT_PERSON: self._next_person,
            Act.NEXT_VOTER: self._next_voter,
            Act.READ_IDEAS: self._read_ideas,
            Act.STOP_VOTE: partial(self._page.ask, "stop"),
            Act.CLOSE_VOTE: partial(self._page.ask, "close"),
        }
        acts[act]()

    def why_not(self, act: Act) -> str:
        """Why the large act cannot be done just now; "" when it can."""
        stage, words = self._page.stage, self._page.words
        if act is not Act.NEXT_VOTER:
            return ""
        if vote.somebody_votes(stage):
            return words("Somebody is voting. Please wait.")
        if somebody_arrives(stage):
            return words("Somebody is arriving. Please wait.")
        if is_answering(stage):
            return words("Somebody is answering now. Please wait.")
        waits = not stage.one_screen and vote.may_vote(stage)
        return words("The screen waits for the next person.") if waits else ""

    # The people's screen

    def _show(self, page: str, **given: object) -> None:
        """Show people a page. With one screen it is given to them as well."""
        self._page.stage.show_people(page, **given)
        hand_over(self._page.stage)

    def _back(self) -> None:
        self._page.stage.back_to_the_day()
        hand_over(self._page.stage)

    def _next_person(self) -> None:
        if somebody_arrives(self._page.stage) or is_answering(self._page.stage):
            self._page.ask("next")
        else:
            self._begin_arrival()

    def _begin_arrival(self) -> None:
        with_a_number(self._page.stage, partial(begin_arrival, self._page.stage))

    def _next_voter(self) -> None:
        if somebody_arrives(self._page.stage) or is_answering(self._page.stage):
            self._page.refresh()  # and the button says why not
        elif vote.let_next_vote(self._page.stage):
            self._page.refresh()
            hand_over(self._page.stage)

    def _read_group(self) -> None:
        groups = desk.groups_to_read(self._page.day)
        if len(groups) == 1:
            self._show("read_group", group=groups[0].id)
        else:
            self._page.ask("group")

    def _read_ideas(self) -> None:
        """All ideas, in an order that is new each time, so that none is always first."""
        round_ = self._page.day.vote
        if round_ is None:
            return
        order = random.sample(round_.options, len(round_.options))
        words = self._page.words
        said = [words("Idea {n}. {title}. {what}", n=o.number, title=o.title, what=o.what) for o in order]
        self._page.hear("\n".join(said), self._page.room.workshop.language)

    # Questions in the place of the tools

    def question(self) -> QWidget | None:
        """The question that is asked now, or None."""
        asked = {
            "group": self._which_group,
            "move": self._where_to,
            "tags": self._which_tags,
            "close": self._close,
            "stop": self._stop,
            "next": self._take_over,
        }
        found = asked.get(self._page.asking)
        return None if found is None else found()

    def _which_group(self) -> Card:
        words = self._page.words
        answers = [
            Answer(name_of(g, words), "book-open", partial(self._chose_group, g.id))
            for g in desk.groups_to_read(self._page.day)
        ]
        answers.append(self._never_mind())
        return question_card(self._page.look, words("Which group shall people read?"), answers, SMALL)

    def _chose_group(self, group: str) -> None:
        self._page.ask("")
        self._show("read_group", group=group)

    def _where_to(self) -> Card:
        words = self._page.words
        answers = [
            Answer(name_of(g, words), "group", partial(self._move, g.id))
            for g in board_of(self._page.day.groups)
        ]
        answers.append(self._never_mind())
        return question_card(self._page.look, words("Which group does the note go to?"), answers, SMALL)

    def _move(self, group: GroupId) -> None:
        """Put the note that was touched into a group, out of the one it was in."""
        page = self._page
        note = page.chosen
        page.asking = ""
        if note is not None:
            inside = [m.group for m in page.day.memberships if m.note == note]
            out_of = inside[0] if len(inside) == 1 else None
            page.did(page.room.session.board.drop_note, note, group=group, out_of=out_of)
        page.rebuild()

    def _which_tags(self) -> Card:
        """The tags of the note that was touched: a touch puts one on, or takes it off."""
        page, words = self._page, self._page.words
        note = page.room.get(Note, page.chosen) if page.chosen else None
        answers = []
        for tag in page.room.all(Tag) if note is not None else ():
            on = note is not None and tag.id in note.tags
            answers.append(Answer(tag.name, "check" if on else "", partial(self._tag, tag.id, not on), on))
        answers.append(Answer(words("Done"), "arrow-left", partial(page.ask, "")))
        return question_card(page.look, words("Which tags fit?"), answers, SMALL)

    def _tag(self, tag: TagId, on: bool) -> None:
        page = self._page
        if page.chosen is not None:
            page.did(page.room.session.board.tag_notes, [page.chosen], tag, on)
        page.rebuild()

    def _close(self) -> Card:
        words, missing = self._page.words, desk.not_voted(self._page.day)
        question = words("Everyone has voted. Close?")
        if missing:
            question = words.many("1 has not voted. Close?", "{n} have not voted. Close?", missing)
        if vote.somebody_votes(self._page.stage):
            question = f"{words('Somebody is voting now.')} {question}"
        answers = [
            Answer(words("Yes, close the vote"), "check-check", self._close_now),
            Answer(words("No, go on"), "arrow-left", partial(self._page.ask, "")),
        ]
        return question_card(self._page.look, question, answers, across=2)

    def _close_now(self) -> None:
        round_ = self._page.day.vote
        self._page.asking = ""
        if round_ is not None and self._page.did(self._page.room.session.voting.close_round, round_.id):
            self._page.stage.show_desk("results")
        else:
            self._page.rebuild()

    def _stop(self) -> Card:
        words = self._page.words
        reasons = [
            words("An idea was missing"),
            words("The words were not clear"),
            words("Too few people were here"),
            words("Something went wrong"),
            words("We want to talk first"),
        ]
        answers = [Answer(reason, "ban", partial(self._stop_now, reason)) for reason in reasons]
        answers.append(self._never_mind())
        question = words("Why does this vote stop? Nothing is counted.")
        return question_card(self._page.look, question, answers, SMALL)

    def _stop_now(self, reason: str) -> None:
        round_ = self._page.day.vote
        self._page.asking = ""
        if round_ is not None:
            self._page.did(self._page.room.session.voting.cancel_round, round_.id, reason)
        self._page.refresh()

    def _take_over(self) -> Card:
        """Somebody is in the middle of arriving; only a second, meant touch takes the screen from them."""
        words = self._page.words
        answers = [
            Answer(words("Yes, the next person"), "user-plus", self._take_over_now),
            Answer(words("No, wait"), "arrow-left", partial(self._page.ask, "")),
        ]
        return question_card(self._page.look, words(TAKE_OVER), answers, across=2)

    def _take_over_now(self) -> None:
        self._page.ask("")
        self._begin_arrival()

    def _never_mind(self) -> Answer:
        return Answer(self._page.words("Go on as before"), "arrow-left", partial(self._page.ask, ""))

    # The note that was touched

    def picked(self) -> list[QWidget]:
        """The note that was touched with its acts, or what was done with it; nothing for none."""
        page = self._page
        note = page.room.get(Note, page.chosen) if page.chosen else None
        if note is not None and is_on_board(note):
            return [self._picked_card(note)]
        hidden = page.room.get(Note, page.hidden) if page.hidden else None
        if hidden is not None and hidden.state is NoteState.WITHHELD:
            return [self._hidden_card(hidden)]
        return []

    def _picked_card(self, note: Note) -> Card:
        page, words = self._page, self._page.words
        short = note.text if len(note.text) <= LONGEST else note.text[:LONGEST].rsplit(" ", 1)[0] + " …"
        kind = kind_name(page.room.workshop, note.kind, words)
        low = is_low(page.look)
        images = images_on(page.room, note.id, page.look, page.look.px(90))
        shown = LargeNote(page.look, words, replace(note, text=short), 22, kind, images)
        shown.setFixedWidth(page.look.px(230 if low else 250))
        hide = page.button(words("Hide this note"), "eye-off", partial(self._hide, note), HIDE)
        buttons = [hide]
        if page.day.groups:
            move = page.button(words("Move to…"), "move", partial(page.ask, "move"), SMALL)
            buttons.append(move)
        change = partial(page.stage.show_desk, "change_note", note=note.id)
        buttons.append(page.button(words("Change"), "pencil-line", change, SMALL))
        if page.room.all(Tag):
            buttons.append(page.button(words("Tags"), "bookmark", partial(page.ask, "tags"), SMALL))
        if page.room.session.board.picture_of(note.id) is None:
            chosen = partial(self._picture_for, note.id)
            add = partial(choose_pictures, page, chosen, many=False)
            buttons.append(page.button(words("Add a picture"), "plus", add, SMALL))
        beside = page.column(Wrapping(page.look, *buttons), gap=8)
        if note.helper:
            beside.addWidget(page.text(words("A helper wrote this. Ask the writer if it is right."), 20))
        if not low:
            why = words("It hides at once. You say why later. Nobody sees who hid it.")
            beside.addWidget(page.text(why, 20))
        card = Card(page.look)
        laid_out = page.row(shown, gap=20, margins=(22, 14, 22, 14))
        laid_out.addLayout(beside, 1)
        within(card, laid_out)
        return card

    def _picture_for(self, note: NoteId, paths: Sequence[Path]) -> None:
        bring(self._page, paths, note)

    def _hide(self, note: Note) -> None:
        page = self._page
        page.hidden = note.id
        if page.did(page.room.session.board.withhold_note, note.id, NO_REASON_YET):
            page.choose(None)

    def _hidden_card(self, note: Note) -> Card:
        page, words = self._page, self._page.words
        done = page.text(words("Note {n} is hidden. It is kept.", n=note.number), 22, 600)
        acts = page.row(
            page.button(
                words("Say why"),
                "pen-line",
                partial(page.stage.show_desk, "hide_note", note=note.id),
                SMALL,
            ),
            page.button(words("Undo: show it again"), "undo-2", partial(self._show_again, note), SMALL),
            1,
        )
        card = Card(page.look)
        within(card, page.column(done, acts, gap=10, margins=(22, 16, 22, 16)))
        return card

    def _show_again(self, note: Note) -> None:
        page = self._page
        page.hidden = None
        page.did(page.room.session.board.restore_note, note.id)
        page.choose(None)

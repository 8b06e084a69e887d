"""The last page of an arrival: every answer once more, and a signature of one of three kinds."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, REGULAR, SEMIBOLD
from ui.parts import arrival
from ui.parts.arrival import ICONS, asked, for_a_guardian, question
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, SMALL, Button, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.signature import Signature
from ui.widgets.text import Text
from workshop.domain.kinds import Item, Said

_FINISH = Style(Kind.MAIN, 120, 40, 46, padding=60, radius=20)
_FINISH_IN_PRIVATE = Style(Kind.MAIN, 64, 24, 28, padding=26)
_ANSWER = Style(Kind.DARK, 64, 26, 28, padding=18)
_ANSWERS = {Said.YES: ("Yes", "check"), Said.NO: ("No", "x"), Said.UNSURE: ("Not sure", "")}


class ArriveSignPage(ArrivalPage):
    """Your answers, and how you sign them."""

    def setup(self, signs: bool = False, **given: Any) -> None:
        """Answers first where there is no room for both, unless somebody was signing already."""
        super().setup(**given)
        self.signs = signs

    def spoken(self) -> list[str]:
        """Every answer, and what is left to do."""
        answers: list[str] = []
        for item in self._asked():
            answers += [f"{self.form.of(item).short}: {self._said(item)[0]}.", *self._guardian_said(item)]
        return [self._you_chose(), *answers, self._sign_here(), self._until()]

    def _you_chose(self) -> str:
        called = self.visit.called
        return self.words("{name}, you chose", name=called) if called else self.words("You chose")

    def _sign_here(self) -> str:
        return self.words("Sign with your finger or a pen")

    def _until(self) -> str:
        until = self.room.workshop.change_until
        return self.form.sentences(Item.TAKE_PART, self.words.date(until) if until else "")[-1]

    def _asked(self) -> tuple[Item, ...]:
        return asked(self.visit.answers, self.questions)

    def _said(self, item: Item) -> tuple[str, str]:
        word, icon = _ANSWERS[self.visit.answers.get(item, Said.UNSURE)]
        return self.words(word), icon

    def _guardian_said(self, item: Item) -> list[str]:
        """What becomes of a yes of somebody under 16: what a parent said to it, or that it waits."""
        if item not in for_a_guardian(self.visit, self.questions):
            return []
        said = self.visit.guardian_said.get(item)
        if said is None:
            return [self.words("Waiting for a parent")]
        return [self.words("Parent or guardian: {answer}", answer=self.words(_ANSWERS[said][0]))]

    # Building

    def content(self) -> QLayout:
        """Both halves side by side, or one after the other."""
        if self._one_after_the_other:
            if self.signs:
                return self.column(self.scrolling(self._signing()), margins=self.margins())
            return self.column(self._answers(self._on_to_sign()), margins=self.margins())
        helps = self.row(self.hear_button(), self._helped(), 1)
        halves = self.row(self._answers(helps), self._signing(), gap=80)
        halves.setStretch(0, 2)
        halves.setStretch(1, 3)
        return self.column(halves, margins=self.margins())

    @property
    def _one_after_the_other(self) -> bool:
        """Nastaliq needs more height than other scripts: then both halves do not fit so soon."""
        too_high = self.look.screen.height < 40 * self.look.text(20)
        return self.is_close or (self.in_nastaliq and too_high)

    def _answers(self, below: QLayout) -> QLayout:
        rows = [self._row(item) for item in self._asked()]
        hint = self.text(self.words("Touch an answer to change it."), 24)
        helped = [self.row(self._helped(), 1)] if self._one_after_the_other else []
        inside = self.scrolling(self.column(*rows, hint, *self._more_questions(), *helped, 1, gap=8))
        return self.column(self.title(self._you_chose(), 46), inside, below, gap=12)

    def _more_questions(self) -> list[Part]:
        """Few are asked of everybody; the others, which count as No, wait for whoever wants them."""
        if not arrival.further(self.form) or self.visit.more:
            return []
        return [self.row(self.button(self.words("More questions"), "plus", self._ask_more, SMALL), 1)]

    def _row(self, item: Item) -> QWidget:
        word, icon = self._said(item)
        short = self.form.of(item).short
        given = self.visit.answers.get(item) is Said.YES
        answer = self.answer(word, icon, partial(self._change, item), _ANSWER, given=given)
        answer.setAccessibleName(f"{short}: {word}")
        token = 24 if self.is_close else 28
        theirs = [self.text(said, token - 4, SEMIBOLD) for said in self._guardian_said(item)]
        what = self.column(self.text(short, token), *theirs, gap=0)
        parts = self.row(Icon(self.look, ICONS[item], 34), what, answer, gap=20, margins=(0, 12, 0, 12))
        parts.setStretch(1, 1)
        return within(Ground(self.look, "paper", "top"), parts)

    def _helped(self) -> Button:
        """What helped them to decide is asked of nobody; whoever wants can say it."""
        return self.button(self.words("What helped you?"), "heart-handshake", self._say_help, PLAIN)

    def _on_to_sign(self) -> QLayout:
        style = _FINISH_IN_PRIVATE if self.look.private else MAIN
        on = self.button(self.words("Go on to sign"), "signature", self._turn_to_sign, style)
        return self.row(self.hear_button(), 1, on)

    def _signing(self) -> QLayout:
        card = Card(self.look, "paper", "damson", 24, 3)
        self.signature = Signature(self.look, self._sign_here(), self.visit.strokes)
        self.signature.signed.connect(self._drawn)
        self.again = self.button(self.words("Start again"), "rotate-ccw", self.signature.start_again, SMALL)
        any_mark = self.text(self.words("Any mark is fine"), 24, colour="ink2")
        foot = self.row(any_mark, self.again, margins=(32, 0, 16, 12))
        foot.setStretch(0, 1)
        inside = self.column(self.signature, foot, gap=4)
        inside.setStretch(0, 1)
        within(card, inside)
        parts: list[Part] = [self.title(self._sign_here(), 46), card, *self._other_ways(), self._end()]
        whole = self.column(*parts, gap=8 if self.look.private else 16)
        whole.setStretch(1, 1)
        return whole

    def _other_ways(self) -> list[QLayout]:
        style = SMALL if self.is_close else PLAIN
        aloud, paper = self.words("I said it out loud, a helper signs"), self.words("I signed on paper")
        ways = (
            self.answer(aloud, "speech", self._aloud, style, given=bool(self.visit.witness)),
            self.answer(paper, "file-text", self._paper, style, given=self.visit.on_paper),
        )
        return [self.row(*ways, gap=12)]

    def _end(self) -> QLayout:
        style = _FINISH_IN_PRIVATE if self.look.private else MAIN if self.is_close else _FINISH
        self.finish = self.button(self.words("Finish"), "check", self._finish, style)
        self._lock()
        told = self.column(*self._small_print(), gap=0)
        end = self.row(told, self.finish, gap=24)
        end.setStretch(0, 1)
        return end

    def _small_print(self) -> list[Text]:
        now = self.room.now()
        how = self._how_signed()
        if self.look.private or self.in_nastaliq:
            return [self.text(how or self._until(), 20)]
        when = f"{self.words.day(now.date(), year=True)}, {self.words.clock(now)}"
        return [self.text(how or when, 24, BOLD if how else REGULAR), self.text(self._until(), 24)]

    def _how_signed(self) -> str:
        """Who heard it, or the number that ties the paper to these answers; "" for a signature here."""
        visit = self.visit
        if visit.witness:
            return self.words("{name} heard it.", name=visit.witness)
        return self.words("Please write {ref} on the paper.", ref=visit.ref) if visit.on_paper else ""

    def _lock(self) -> None:
        why = self.words("Please sign first, or choose one of the other two ways.")
        self.finish.lock("" if self.visit.signed else why)

    # Acts

    def _change(self, item: Item) -> None:
        self.visit.reviewing = True
        self.go_to(question(item))

    def _ask_more(self) -> None:
        self.visit.more = self.visit.reviewing = True
        self.go_to(question(arrival.further(self.form)[0]))

    def _say_help(self) -> None:
        self.stage.show_people("arrive_support")

    def _turn_to_sign(self) -> None:
        self.signs = True
        self.rebuild()

    def _drawn(self) -> None:
        self.visit.strokes = self.signature.strokes
        if self.visit.strokes and (self.notice or self.visit.witness or self.visit.on_paper):
            self.notice, self.visit.witness, self.visit.on_paper = "", "", False
            self.rebuild()
        self._lock()

    def _aloud(self) -> None:
        self.visit.strokes, self.visit.on_paper = (), False
        self.stage.show_people("arrive_heard")

    def _paper(self) -> None:
        self.visit.on_paper, self.visit.witness = not self.visit.on_paper, ""
        self.visit.strokes = ()
        self.rebuild()

    def _finish(self) -> None:
        visit, sign = self.visit, self.room.session.people.sign
        if visit.person is None:
            self.stage.show_people("arrive_name")
            return
        strokes = [list(line) for line in visit.strokes]
        aloud = bool(visit.witness)
        if self.did(sign, visit.person, strokes, aloud, visit.on_paper, witness=visit.witness):
            self.stage.show_people("arrive_done")

    def go_back(self) -> None:
        """Your answers, or the last question."""
        if self.signs and self._one_after_the_other:
            self.signs = False
            self.rebuild()
        else:
            super().go_back()


PAGE = ArriveSignPage

"""Equality questions: the list as data, a sheet as answers that stand alone, and the counts of all.

A sheet that is handed in falls apart at once into rows of one question each. Every sheet gives the same
number of rows: a question that was left out gives a row that says so, and one with several answers gives
a row for each that could be chosen. So rows do not tell how much anybody answered, and nothing joins two
answers of one person. No words of people's own are kept: in a small room a few words tell who wrote them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.errors import RuleBroken

PREFER_NOT = "prefer_not"
LEFT_OUT = ""
ANSWERED = "answered"  # of a question with several answers: whether anything was chosen
SHEETS = "sheets"
FEWEST_SHEETS = 5  # below this the counts together would be the sheets themselves: nothing is counted
ROW_LENGTH = 64  # bytes; every row is of this length

Answers = Mapping[str, str | list[str]]  # question → code, or codes where several may be chosen
Key = tuple[str, str]  # question and code


@dataclass(frozen=True, slots=True)
class Code:
    """One answer that can be chosen."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """A broad group of answers, such as the five of ethnic groups."""

    group: str
    words: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its answers lie in broad groups or in none; "prefer not to say" is always the last.

    It is asked only after one of the answers `after[1:]` to the question `after[0]`, where there are such.
    """

    question: str
    asks: str
    title: str
    groups: tuple[CodeGroup, ...]
    prefer_not: Code
    more: str = ""
    several: bool = False
    after: tuple[str, ...] = ()

    @property
    def is_grouped(self) -> bool:
        """Whether the answers lie in broad groups."""
        return len(self.groups) > 1

    @property
    def codes(self) -> tuple[Code, ...]:
        """All answers in their order."""
        return (*(code for group in self.groups for code in group.codes), self.prefer_not)

    @property
    def numbered(self) -> tuple[tuple[int, Code], ...]:
        """All answers with the numbers that stand beside them on paper, from 1."""
        return tuple(enumerate(self.codes, start=1))

    @property
    def rows_a_sheet(self) -> int:
        """How many rows every sheet gives for this question."""
        return len(self.codes) + 1 if self.several else 1

    def is_asked(self, answers: Answers) -> bool:
        """Whether it is asked of somebody who answered like this so far."""
        return not self.after or answers.get(self.after[0]) in self.after[1:]


@dataclass(frozen=True, slots=True)
class EqualityForm:
    """One version of the list in one language. `words` are for the sheet, `printed` for its summary."""

    version: str
    place: str
    language: str
    checked: bool
    title: str
    why: tuple[str, ...]
    last: tuple[str, ...]
    thanks: str
    paper: tuple[str, ...]
    words: Mapping[str, str]
    printed: Mapping[str, str]
    questions: tuple[Question, ...]

    @property
    def rows_a_sheet(self) -> int:
        """How many rows every sheet gives."""
        return sum(question.rows_a_sheet for question in self.questions)

    def need(self, question: str) -> Question:
        """The question; RuleBroken when there is none of that name."""
        found = next((q for q in self.questions if q.question == question), None)
        if found is None:
            raise RuleBroken("There is no such question on this sheet. Nothing was handed in.")
        return found


@dataclass(frozen=True, slots=True)
class EqualityCounts:
    """How often each answer was given; `sheets` were handed in. No more is known of anybody."""

    version: str
    sheets: int
    answers: Mapping[Key, int]

    def of(self, question: str, code: str) -> int:
        """How often this answer was given."""
        return self.answers.get((question, code), 0)

    def stored(self) -> dict[Key, int]:
        """As rows of the table `equality_count`."""
        return {(SHEETS, self.version): self.sheets, **{k: n for k, n in self.answers.items() if n}}

    @classmethod
    def read(cls, stored: Mapping[Key, int]) -> "EqualityCounts | None":
        """From rows of the table; None where nothing was counted."""
        found = [(code, count) for (question, code), count in stored.items() if question == SHEETS]
        if not found:
            return None
        version, sheets = found[0]
        return cls(version, sheets, {key: n for key, n in stored.items() if key[0] != SHEETS})


def form_of(data: Mapping[str, Any]) -> EqualityForm:
    """The form in a file that ships with the program."""
    prefer_not = Code(PREFER_NOT, data["words"]["prefer_not"])
    return EqualityForm(
        version=data["version"],
        place=data["place"],
        language=data["language"],
        checked=data.get("checked", False),
        title=data["title"],
        why=tuple(data["why"]),
        last=tuple(data["last"]),
        thanks=data["thanks"],
        paper=tuple(data["paper"]),
        words=data["words"],
        printed=data["printed"],
        questions=tuple(_question(one, prefer_not) for one in data["questions"]),
    )


def _question(data: Mapping[str, Any], prefer_not: Code) -> Question:
    groups = data.get("groups") or [{"group": "", "words": "", "codes": data["codes"]}]
    after = data.get("after")
    return Question(
        data["question"],
        data["asks"],
        data["title"],
        tuple(CodeGroup(g["group"], g["words"], tuple(Code(*code) for code in g["codes"])) for g in groups),
        prefer_not,
        data.get("more", ""),
        data.get("several", False),
        (after["question"], *after["codes"]) if after else (),
    )


# A sheet


def rows_of(form: EqualityForm, answers: Answers) -> tuple[bytes, ...]:
    """The rows of one sheet, each of one length and for itself. RuleBroken when an answer is not on it."""
    chosen = {question: _chosen(form.need(question), given) for question, given in answers.items()}
    keys = [key for q in form.questions for key in _keys(q, chosen.get(q.question, ()))]
    return tuple(json.dumps(key, separators=(",", ":")).encode().ljust(ROW_LENGTH) for key in keys)


def _chosen(question: Question, given: str | list[str]) -> tuple[str, ...]:
    codes = [code for code in ([given] if isinstance(given, str) else given) if code]
    known = {code.code for code in question.codes}
    if not set(codes) <= known:
        raise RuleBroken("That answer is not on this sheet. Nothing was handed in.")
    if len(codes) != len(set(codes)) or (len(codes) > 1 and not question.several):
        raise RuleBroken("This question takes one answer. Nothing was handed in.")
    if len(codes) > 1 and PREFER_NOT in codes:
        raise RuleBroken("“Prefer not to say” stands alone. Nothing was handed in.")
    return tuple(codes)


def _keys(question: Question, chosen: Sequence[str]) -> list[Key]:
    if not question.several:
        return [(question.question, chosen[0] if chosen else LEFT_OUT)]
    codes = [(question.question, c.code if c.code in chosen else LEFT_OUT) for c in question.codes]
    return [*codes, (question.question, ANSWERED if chosen else LEFT_OUT)]


def counted(form: EqualityForm, rows: Iterable[bytes]) -> EqualityCounts:
    """What all rows come to. With fewer than 5 sheets nothing but their number."""
    found: Counter[Key] = Counter()
    many = 0
    for row in rows:
        question, code = json.loads(row)
        found[question, code] += 1
        many += 1
    sheets = many // form.rows_a_sheet
    if sheets < FEWEST_SHEETS:
        return EqualityCounts(form.version, sheets, {})
    answers = {key: n for key, n in found.items() if key[1] != LEFT_OUT}
    return EqualityCounts(form.version, sheets, dict(sorted(answers.items())))

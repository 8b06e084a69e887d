"""What the equality answers of a workshop come to, as it may be printed and shown to anybody.

With few people almost every count is small. So below 20 people only how many answered is shown, and the
broad groups where the answers have such; the answers inside those groups only from ten times the
smallest count on. No percentage is shown at all (I62).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from workshop.domain.equality_form import ANSWERED, EqualityCounts, EqualityForm, Question
from workshop.domain.small_numbers import TOTAL, Cell, Face, Kind, Rule, face_of, hide, rounded

FEWEST_FOR_TABLES = 20
FOR_DETAIL = 10  # times the smallest count shown

_ANSWERED, _MISSING, _END = "answered", "missing", "end"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One question as it is printed. `rows` are the words of an answer and what is shown of its count.

    No rows: only how many answered can be shown. `rule` says how small counts are kept back.
    """

    question: str
    title: str
    rows: tuple[tuple[str, str], ...]
    answered: str
    rule: str


def summary(
    counts: EqualityCounts, form: EqualityForm, rule: Rule, present: int = 0
) -> tuple[ShownTable, ...]:
    """A table for each question; none where fewer people were there than the rule shows.

    `present` is how many people were there, as it is printed elsewhere; never fewer than the sheets.
    """
    people = max(present, counts.sheets)
    if people < rule.fewest or not counts.answers:
        return ()
    return tuple(_shown(question, counts, form, rule, people) for question in form.questions)


def rule_in_words(form: EqualityForm, rule: Rule) -> str:
    """The rule, in a sentence to stand below the tables."""
    return form.printed["strict" if rule.rounds else "standard"].format(k=rule.fewest - 1)


def _shown(
    question: Question, counts: EqualityCounts, form: EqualityForm, rule: Rule, people: int
) -> ShownTable:
    rows, answered = (_of_several if question.several else _of_one)(question, counts, rule, people)
    return ShownTable(
        question.question,
        question.title,
        tuple((words, _in_words(face, form, rule)) for words, face in rows),
        _answered_in_words(answered, form, rule, people),
        rule_in_words(form, rule),
    )


Rows = tuple[tuple[str, Face], ...]


# Questions with one answer


def _of_one(question: Question, counts: EqualityCounts, rule: Rule, people: int) -> tuple[Rows, Face]:
    """The rows of the finest table that can be shown, and what is shown of how many answered."""
    fine = people >= FOR_DETAIL * rule.fewest and question.is_grouped
    for inside in (True, False) if fine else (False,):
        lines = _lines(question, counts, inside)
        if not lines or (people < FEWEST_FOR_TABLES and not question.is_grouped):
            break
        faces = hide(_cells(lines, rule, people), rule)
        if faces is not None and faces[_ANSWERED].kind is not Kind.FEW:
            return tuple((line.words, faces[line.key]) for line in lines), _told(faces)
    return (), _told(hide(_cells((), rule, people, _sum(question, counts)), rule))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table: an answer, or a broad group that its `parts` make up."""

    key: str
    words: str
    count: int
    group: str = _ANSWERED
    has_parts: bool = False


def _lines(question: Question, counts: EqualityCounts, inside: bool) -> tuple[_Line, ...]:
    found: list[_Line] = []
    for group in question.groups:
        lines = [
            _Line(code.code, code.words, counts.of(question.question, code.code)) for code in group.codes
        ]
        if question.is_grouped:
            total = sum(line.count for line in lines)
            found.append(_Line(f"group {group.group}", group.words, total, has_parts=inside))
            lines = [_Line(li.key, li.words, li.count, f"group {group.group}") for li in lines]
        if inside or not question.is_grouped:
            found += lines
    last = question.prefer_not
    return (*found, _Line(last.code, last.words, counts.of(question.question, last.code)))


def _sum(question: Question, counts: EqualityCounts) -> int:
    return sum(counts.of(question.question, code.code) for code in question.codes)


def _cells(lines: Iterable[_Line], rule: Rule, people: int, answered: int = 0) -> list[Cell]:
    """The people who were there: those who answered, by their answers, and those who did not.

    Either how many answered is printed, or that a few did not; never both.
    """
    cells = [
        Cell(line.key, line.count, line.group, line.key if line.has_parts else _END, int(line.has_parts))
        for line in lines
    ]
    tops = [cell.count for cell in cells if cell.whole == _ANSWERED]
    answered = sum(tops) if tops else answered
    few_missing = 0 < people - answered < rule.fewest
    few_answered = 0 < answered < rule.fewest
    parts = _ANSWERED if tops else _END
    return [
        *cells,
        Cell(_ANSWERED, answered, "present", parts, 2, printed=few_answered or not few_missing),
        Cell(_MISSING, people - answered, "present", _END, 2, printed=few_missing and not few_answered),
        Cell(TOTAL, people, _END, "present", 3),
    ]


def _told(faces: dict[str, Face] | None) -> Face:
    """What is shown of how many answered: their own count, or how few did not."""
    if faces is None:
        return Face(Kind.KEPT_BACK, 0, inf)
    if faces[_ANSWERED].kind is not Kind.UNSAID:
        return faces[_ANSWERED]
    missing, people = faces[_MISSING], faces[TOTAL].low
    if missing.kind is not Kind.FEW:
        return Face(Kind.KEPT_BACK, 0, inf)
    return Face(Kind.UNSAID, people - missing.high, people - missing.low)


# Questions with several answers


def _of_several(question: Question, counts: EqualityCounts, rule: Rule, people: int) -> tuple[Rows, Face]:
    """Each answer is a count by itself; nobody's choice may follow from it and how many answered."""
    answered = counts.of(question.question, ANSWERED)
    told = _told(hide(_cells((), rule, people, answered), rule))
    if people < FEWEST_FOR_TABLES or told.kind in (Kind.FEW, Kind.KEPT_BACK) or not answered:
        return (), told
    rows = tuple(
        (code.words, _alone(counts.of(question.question, code.code), answered, people, rule))
        for code in question.codes
    )
    return (rows, told) if _keeps(rows, told, people) else ((), told)


def _alone(count: int, answered: int, people: int, rule: Rule) -> Face:
    """What is shown of a count; kept back where few of those who answered, or were there, are not in it.

    Whoever knows that knows within which bounds a count lies that was kept back.
    """
    face = face_of(count, rule)
    few_beside = [whole for whole in (answered, people) if 0 < whole - count < rule.fewest]
    if face.kind is Kind.EXACT and count and few_beside:
        low = max(rule.fewest, min(few_beside) - rule.fewest + 1)
        return Face(Kind.KEPT_BACK, low, max(few_beside) - 1)
    return face


def _keeps(rows: Rows, told: Face, people: int) -> bool:
    """Whether no hidden count can be worked out: each is at most as many as answered, who all chose."""
    faces = [face for _, face in rows]
    least = max(told.low, *(face.low for face in faces))
    most = min(told.high, people, sum(face.high for face in faces))
    if told.kind is Kind.UNSAID and least == most:
        return False
    for face in faces:
        others = sum(other.high for other in faces) - face.high if face.high < inf else inf
        low, high = max(face.low, least - others), min(face.high, most)
        if face.kind in (Kind.FEW, Kind.KEPT_BACK) and low >= high:
            return False
    return True


# In words


def _in_words(face: Face, form: EqualityForm, rule: Rule) -> str:
    if face.kind is Kind.FEW:
        return form.printed["star"] if rule.rounds else form.printed["few"].format(n=rule.fewest)
    if face.kind is Kind.KEPT_BACK:
        return form.printed["kept_back"]
    return f"{_round_figure(face)}"


def _round_figure(face: Face) -> int:
    return rounded(int(face.high)) if face.kind is Kind.ROUNDED else int(face.low)


def _answered_in_words(face: Face, form: EqualityForm, rule: Rule, people: int) -> str:
    if face.kind is Kind.FEW:
        return form.printed["few_of"].format(n=rule.fewest, m=people)
    if face.kind is Kind.KEPT_BACK:
        return form.printed["unsaid_of"].format(m=people)
    if face.kind is Kind.UNSAID:
        return form.printed["between"].format(n=int(face.low), k=int(face.high), m=people)
    key = "about" if face.kind is Kind.ROUNDED else "of"
    return form.printed[key].format(n=_round_figure(face), m=people)

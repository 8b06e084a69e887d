"""What a screen reader says of a note, of a group and of the whole board. Words only."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from ui.board.areas import Lying
from ui.board.faces import BACK, Face
from ui.board.groups import field_in_words, name_of
from ui.board.model import BoardModel
from ui.board.offers import feeling_does, feeling_words
from ui.board.picking import Button, Does
from ui.parts.kinds import emotion_name, kind_name
from ui.words import Words
from workshop.domain.ids import GroupId
from workshop.domain.kinds import BoardLayout
from workshop.domain.records import Workshop


def name_of_note(model: BoardModel, lying: Lying, words: Words, day: Workshop) -> str:
    """What is said of a note: its kind, its words, what is on it, where it is, and its language."""
    face = model.faces[lying.note]
    parts = [kind_name(day, face.kind, words), face.text]
    parts.append(words.many("and 1 that says the same", "and {n} that say the same", face.below))
    parts[-1] = parts[-1] if face.below else ""
    parts.append(emotion_name(face.emotion, words) if face.emotion is not None else "")
    parts += [", ".join(face.tags), _place_in_words(model, lying, words), _language_name(face, words)]
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def _place_in_words(model: BoardModel, lying: Lying, words: Words) -> str:
    if lying.group is None:
        return field_in_words(model, lying.note, words)
    here = model.notes_of(lying.group)
    group = name_of_group(model, lying.group, words)
    place = words("{group}, {n} of {count}", group=group, n=here.index(lying.note) + 1, count=len(here))
    others = (other for other in model.order_of_groups() if other in model.groups_of(lying.note))
    also = [name_of_group(model, other, words) for other in others if other != lying.group]
    return f"{place}. {words('Also in {group}', group=', '.join(also))}" if also else place


def name_of_group(model: BoardModel, group: GroupId, words: Words) -> str:
    """The name of a group, or that it has none yet."""
    return name_of(model.groups[group], words) or words("Group without a name")


def state_of_group(model: BoardModel, group: GroupId, words: Words) -> str:
    """What is said of a group besides its name and how many notes it has."""
    record = model.groups[group].record
    parts = [words("Locked")] if record.locked else []
    if model.arranged is BoardLayout.JOURNEY and model.groups[group].narrow:
        parts.append(feeling_words(words)[feeling_does(record.feeling)])
    return ", ".join(parts)


def name_of_button(model: BoardModel, button: Button, words: Words) -> str:
    """What a painted button says, and for which group."""
    group = GroupId(button.on)
    if group not in model.groups:
        return f"{button.says}: {button.about}" if button.about else button.says
    name = name_of_group(model, group, words)
    if button.does is Does.NAME:
        return button.says
    if button.does is Does.FEELING:
        feeling = feeling_words(words)[feeling_does(model.groups[group].record.feeling)]
        return words("How it felt: {feeling}. {group}", feeling=feeling, group=name)
    return f"{button.says}: {name}"


def _language_name(face: Face, words: Words) -> str:
    """The name of a note's language in the language of the page; "" when they are the same."""
    own = words.language
    return "" if face.language in ("", own) else _named(face.language, own)


@lru_cache(maxsize=128)
def _named(language: str, own: str) -> str:
    try:
        return Locale.parse(language, sep="-").get_display_name(own) or ""
    except (UnknownLocaleError, ValueError):
        return language


def description_of(model: BoardModel, words: Words) -> str:
    """What is said of the whole board: how many notes there are, and how many lie face down."""
    hidden = sum(face is BACK for face in model.faces.values())
    shown = len(model.faces) - hidden
    parts = [words.many("1 note", "{n} notes", shown)]
    parts += [words.many("1 face down", "{n} face down", hidden)] if hidden else []
    return ", ".join(parts)

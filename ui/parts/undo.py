"""What "Undo" says: each act that can be taken back as one line that people know again.

No times: the list is short and in order, and of quiet writing nobody is to see when it was.
"""

from ui.board.faces import apart
from ui.words import Words
from workshop.domain.labels import Label
from workshop.session.looking_back import Recent

_OF_GROUPS = frozenset(
    {
        Label.MAKE_GROUP,
        Label.NAME_GROUP,
        Label.MERGE_GROUPS,
        Label.UNMERGE_GROUPS,
        Label.SPLIT_GROUP,
        Label.MARK_CHECKED,
        Label.MARK_FEELING,
    }
)


def sentence(recent: Recent, words: Words) -> str:
    """The act in words, such as "Moved: Parking cost £14"."""
    what = apart(recent.what or _without_words(recent, words), words.right_to_left)
    said = _of_notes(what, words) | _of_groups(what, words)
    if recent.label in said:
        return said[recent.label]
    act = words(recent.label).capitalize()
    # What the desk does is often about neither a note nor a group.
    is_known = recent.what or recent.many > 1
    return words("{act}: {what}", act=act, what=what) if is_known else act


def _without_words(recent: Recent, words: Words) -> str:
    if recent.many > 1:
        return words.many("1 note", "{n} notes", recent.many)
    return words("a group without a name") if recent.label in _OF_GROUPS else words("a note")


def _of_notes(what: str, words: Words) -> dict[str, str]:
    return {
        Label.ADD_NOTE: words("Written: {what}", what=what),
        Label.EDIT_NOTE: words("Changed: {what}", what=what),
        Label.CORRECT_NOTE: words("Changed: {what}", what=what),
        Label.RECOLOUR_NOTE: words("Made another kind: {what}", what=what),
        Label.MOVE_NOTES: words("Moved: {what}", what=what),
        Label.MERGE_NOTES: words("Laid together: {what}", what=what),
        Label.SPLIT_NOTES: words("Taken apart: {what}", what=what),
        Label.MARK_EMOTION: words("Marked how it felt: {what}", what=what),
        Label.DRAW: words("Drawn: {what}", what=what),
        Label.PUT_IN_GROUP: words("Put in a group: {what}", what=what),
        Label.TAKE_FROM_GROUP: words("Taken out of a group: {what}", what=what),
        Label.WITHHOLD_NOTE: words("Hidden: {what}", what=what),
        Label.RESTORE_NOTE: words("Shown again: {what}", what=what),
        Label.BRING_BACK: words("Brought back: {what}", what=what),
    }


def _of_groups(what: str, words: Words) -> dict[str, str]:
    return {
        Label.MAKE_GROUP: words("New group: {what}", what=what),
        Label.NAME_GROUP: words("Named: {what}", what=what),
        Label.MERGE_GROUPS: words("Groups put together: {what}", what=what),
        Label.UNMERGE_GROUPS: words("Groups taken apart: {what}", what=what),
        Label.SPLIT_GROUP: words("Group split: {what}", what=what),
        Label.MARK_CHECKED: words("Checked: {what}", what=what),
        Label.MARK_FEELING: words("Marked how it felt: {what}", what=what),
        Label.ADD_IDEA: words("New idea: {what}", what=what),
        Label.EDIT_IDEA: words("Idea changed: {what}", what=what),
        Label.REMOVE_IDEA: words("Idea taken away: {what}", what=what),
    }

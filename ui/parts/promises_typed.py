"""Words that somebody is in the middle of typing, kept while a page is built anew."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def typed_in(within: QWidget) -> dict[str, str]:
    """What was typed and not yet kept, by the name of the field."""
    lines = {f.accessibleName(): f.text() for f in within.findChildren(QLineEdit) if f.isModified()}
    texts = within.findChildren(QPlainTextEdit)
    return lines | {f.accessibleName(): f.toPlainText() for f in texts if f.document().isModified()}


def type_again(within: QWidget, typed: dict[str, str]) -> None:
    """Put it back into the fields of the same names."""
    for field in within.findChildren(QLineEdit):
        if field.accessibleName() in typed:
            field.setText(typed[field.accessibleName()])
            field.setModified(True)
            field.textEdited.emit(field.text())
    for area in within.findChildren(QPlainTextEdit):
        if area.accessibleName() in typed:
            area.setPlainText(typed[area.accessibleName()])
            area.document().setModified(True)

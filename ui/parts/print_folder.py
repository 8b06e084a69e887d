"""Asking where a file goes, in the window that people know from their computer."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that was chosen; None where nobody chose one."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None

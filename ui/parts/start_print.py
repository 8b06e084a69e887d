"""Printing the recovery key: one page that names nobody, on the printer that the person chooses."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.words import Words


def key_page(words: Words, key: str, made_on: date) -> str:
    """The page as simple HTML: what it is, the key in two lines, and where to keep it."""
    groups = key.split("-")
    half = (len(groups) + 1) // 2
    lines = [" &nbsp; ".join(groups[:half]), " &nbsp; ".join(groups[half:])]
    said = [
        words("This key opens one workshop when the passphrase is forgotten."),
        words("Keep this paper locked away, not with the laptop."),
        words("This page has no name on it."),
    ]
    title = words("Recovery key · made {date}", date=words.date(made_on, year=True))
    return (
        f"<h1>Same Table</h1><h2>{title}</h2>"
        + "".join(f'<p style="font-size:28pt; font-weight:600">{line}</p>' for line in lines)
        + "".join(f'<p style="font-size:14pt">{sentence}</p>' for sentence in said)
    )


def print_page(html: str, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was sent. Read when it is needed: printing starts slowly."""
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    document.setHtml(html)
    document.print_(printer)
    return True

"""What the keys painted on a writing page do to its words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.board.writing_page import Page


class Typing:
    """Listens to the panel of one page. Its own methods do: a lambda would keep the page for ever."""

    def __init__(self, page: "Page") -> None:
        self._page, panel = page, page.panel
        self._shown = panel.keys
        panel.typed.connect(self._type)
        panel.replaced.connect(self._replace)
        panel.deleted.connect(self._delete)
        panel.entered.connect(page.finish)
        panel.changed.connect(self._change)
        panel.language_changed.connect(self._lay_out)

    def _type(self, letter: str) -> None:
        before = self._page.text
        self._page.type(letter)
        self._page.pages.say_typed(self._page, before)

    def _replace(self, letter: str) -> None:
        before = self._page.text
        self._page.writing.replace(letter)
        self._page.pages.say_typed(self._page, before)

    def _delete(self) -> None:
        before = self._page.text
        self._page.writing.delete()
        self._page.pages.say_typed(self._page, before)

    def _change(self) -> None:
        page, before = self._page, self._shown
        page.repaint()
        self._shown = page.panel.keys
        if [key.text for key in before] != [key.text for key in self._shown]:
            page.pages.tell_parts(page)  # other letters: a screen reader has to look again

    def _lay_out(self, _language: str) -> None:
        self._page.lay_out_again()

"""Pages as pictures: their size, their colours, only those that are asked for, and no PDF at all."""

import re
from itertools import islice

import pytest

from tests.printing.given import THE_DAY
from workshop.errors import PrintingError
from workshop.printing.making import make
from workshop.printing.pictures import PagePicture, page_pictures

SHEET = make(THE_DAY)[0]


def at(picture: PagePicture, x: int, y: int) -> tuple[int, ...]:
    start = y * picture.stride + 3 * x
    return tuple(picture.data[start : start + 3])


def darkest(picture: PagePicture) -> int:
    return min(picture.data[: picture.stride * picture.height])


def test_a_page_is_as_wide_as_asked_for_and_keeps_its_shape() -> None:
    pictures = list(page_pictures(SHEET.pdf, width=420))
    assert [(p.width, p.height) for p in pictures] == [(420, 595)] * SHEET.pages
    for picture in pictures:
        assert len(picture.data) == picture.stride * picture.height
        assert at(picture, 2, 2) == (255, 255, 255)  # the margin is white
        assert darkest(picture) < 60  # there are words on it


def test_300_dots_to_an_inch_is_what_a_printer_gets() -> None:
    (picture,) = page_pictures(SHEET.pdf, dots_per_inch=300, count=1)
    assert (picture.width, picture.height) == (2481, 3508)


def test_only_the_pages_that_are_asked_for_are_drawn() -> None:
    whole = list(page_pictures(SHEET.pdf, width=100))
    assert list(page_pictures(SHEET.pdf, width=100, first=1, count=1)) == whole[1:2]
    assert list(page_pictures(SHEET.pdf, width=100, first=1, count=9)) == whole[1:]
    assert list(islice(page_pictures(SHEET.pdf, width=100), 1)) == whole[:1]


def test_the_same_bytes_give_the_same_picture_and_others_do_not() -> None:
    pictures = list(page_pictures(SHEET.pdf, width=200))
    assert list(page_pictures(SHEET.pdf, width=200)) == pictures
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("junk", [b"", b"no pdf at all", SHEET.pdf[:40]])
def test_what_is_no_pdf_is_said_in_plain_words(junk: bytes) -> None:
    with pytest.raises(PrintingError, match=re.escape("Nothing is lost. Please make them again.")):
        list(page_pictures(junk, width=100))

"""Pictures go into a PDF as they are: the same dots come out of it."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from tests.printing.given import picture_file
from workshop.printing.page import TaggedCanvas
from workshop.printing.raster import JPEG, PNG, Raster, data_uri, raster_of


def on_a_page(raster: Raster, times: int = 1) -> bytes:
    canvas = TaggedCanvas("A day", "en-GB", (120.0, 80.0))
    for _time in range(times):
        with canvas.marked(canvas.root.child("Figure", alt="A picture")):
            canvas.show(raster, 0, 80, 120, 80)
        canvas.showPage()
    return canvas.finish(lambda *_: None)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_dots_on_the_page_are_those_of_the_file(kind: str) -> None:
    file = picture_file(kind)
    raster = raster_of(file)
    assert raster is not None and (raster.width, raster.height, raster.numbers) == (120, 80, 3)
    pdf = on_a_page(raster)
    assert pdf == on_a_page(raster)
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    wanted = Image.open(io.BytesIO(file)).convert("RGB")
    far = [abs(a - b) for a, b in zip(page.tobytes(), wanted.tobytes(), strict=True)]
    assert sum(far) / len(far) < 2


def test_a_picture_that_is_shown_twice_is_once_in_the_file() -> None:
    raster = raster_of(picture_file("JPEG"))
    assert raster is not None
    with pikepdf.open(io.BytesIO(on_a_page(raster, times=2))) as document:
        images = [
            o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
        assert (len(document.pages), len(images)) == (2, 1)


def test_grey_ones_are_shown_and_those_that_are_not_ours_are_told() -> None:
    def saved(mode: str, kind: str) -> bytes:
        file = io.BytesIO()
        Image.new(mode, (4, 3)).save(file, kind)
        return file.getvalue()

    for kind in ("PNG", "JPEG"):
        grey = raster_of(saved("L", kind))
        assert grey is not None and grey.numbers == 1
    assert raster_of(saved("RGBA", "PNG")) is None
    assert raster_of(saved("CMYK", "JPEG")) is None
    assert raster_of(saved("RGB", "GIF")) is None


@given(st.binary(max_size=60), st.sampled_from([b"", PNG, JPEG]))
@example(b"\xff\xe0\x00\x00", JPEG)
def test_bytes_that_are_no_picture_never_end_in_an_error(data: bytes, start: bytes) -> None:
    assert raster_of(start + data) is None or start


def test_a_web_page_holds_the_file_itself() -> None:
    assert data_uri(picture_file("PNG")).startswith("data:image/png;base64,iVBORw0KGgo")
    assert data_uri(picture_file("JPEG")).startswith("data:image/jpeg;base64,/9j/")

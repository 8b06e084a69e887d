"""The tagged canvas: everything drawn is tagged or decoration, and the file tells nothing about its maker."""

import io

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from tests.printing.reading import faults, roles
from workshop.printing.page import TaggedCanvas

A4 = (595.0, 842.0)


def two_pages(*, forget: bool = False) -> bytes:
    canvas = TaggedCanvas("A day", "en-GB", A4)
    listed = canvas.root.child("L")
    body = listed.child("LI").child("LBody", language="ur")
    with canvas.marked(canvas.root.child("H1")):
        canvas.rect(50, 700, 20, 20)
    with canvas.marked(body):
        canvas.rect(50, 600, 20, 20)
    if forget:
        canvas.rect(50, 300, 20, 20)
    canvas.showPage()
    with canvas.marked(body):
        canvas.rect(50, 700, 20, 20)
    return canvas.finish(number_pages)


def number_pages(canvas: TaggedCanvas, number: int, count: int) -> None:
    with canvas.marked(None):
        canvas.rect(number, count, 5, 5)


def test_a_tagged_document_has_no_faults() -> None:
    assert faults(two_pages()) == []


def test_something_drawn_outside_any_tag_is_caught() -> None:
    assert faults(two_pages(forget=True)) == ["page 1 has 1 untagged marks"]


def test_an_ordinary_pdf_is_caught() -> None:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.rect(50, 50, 5, 5)
    canvas.save()
    found = faults(made.getvalue())
    assert {"not marked", "no structure tree", "tells /Author", "page 1 has 1 untagged marks"} <= set(found)


def test_a_script_in_a_pdf_is_caught() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(two_pages())) as document:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        document.save(made)
    assert faults(made.getvalue()) == ["holds /OpenAction", "holds /JS"]


def test_a_careless_structure_is_caught() -> None:
    canvas = TaggedCanvas("A day", "en-GB", A4)
    for role in ("H1", "H3", "Figure", "TH"):
        with canvas.marked(canvas.root.child(role)):
            canvas.rect(50, 700, 20, 20)
    assert faults(canvas.finish(number_pages)) == [
        "/H3 after level 1",
        "a figure without words",
        "a heading of a table without a scope",
    ]


def test_the_tree_is_in_reading_order_and_an_element_may_be_on_two_pages() -> None:
    pdf = two_pages()
    assert roles(pdf) == ["Document", "L", "LI", "LBody", "H1"]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        body = document.Root.StructTreeRoot.K[0].K[0].K[0].K[0]
        assert (str(body.Lang), int(body.K[0]), int(body.K[1].MCID)) == ("ur", 1, 0)
        assert body.K[1].Pg.StructParents == 1


def test_the_furniture_knows_how_many_pages_there_are() -> None:
    with pikepdf.open(io.BytesIO(two_pages())) as document:
        last = [page.Contents[-1].read_bytes() for page in document.pages]
    assert [b"1 2 5 5 re" in last[0], b"2 2 5 5 re" in last[1]] == [True, True]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert two_pages() == two_pages()

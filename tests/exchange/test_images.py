"""Pictures that people bring: kept without a word of the camera's, and refused in words of ours."""

import random
import re
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.exchange.pictures import (
    BLUE,
    RED,
    TALKATIVE,
    WHITE,
    exif,
    file_of,
    halves,
    looks_like,
    opened,
    places,
    talkative_jpeg,
    words_in,
)
from workshop.errors import ExchangeError
from workshop.exchange import images
from workshop.exchange.images import LARGEST_FILE, LONGEST_SHOWN, read_picture

KINDS = ("PNG", "JPEG", "WEBP")
NO_PICTURE = "This file is not a picture that we can use. Nothing was changed."
DAMAGED = "This picture is damaged or not all there. Nothing was changed."
# What Pillow says of any file of these kinds, whatever is in it.
HOW_IT_IS_KEPT = set("jfif jfif_version jfif_unit jfif_density loop background timestamp duration".split())
TOO_MANY_DOTS = "This picture has more than 50 million dots. Nothing was changed."


def refused(data: bytes) -> str:
    """The sentences with which these bytes are refused."""
    with pytest.raises(ExchangeError) as caught:
        read_picture(data)
    message = caught.value.message
    assert re.fullmatch(r"(This [^.]+\.) Nothing was changed\. (Please [^.]+\.)", message), message
    return message


# What is kept


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_picture_is_kept_as_large_as_it_came(kind: str) -> None:
    read = read_picture(file_of(halves(), kind))

    assert (read.width, read.height, read.made_smaller) == (60, 40, False)
    assert opened(read.brought).format == kind
    assert opened(read.shown).format in ("PNG", "JPEG")
    for kept in (read.shown, read.brought):
        assert opened(kept).size == (60, 40)
        assert looks_like(opened(kept).convert("RGB").getpixel((10, 20)), RED)  # type: ignore[arg-type]
        assert looks_like(opened(kept).convert("RGB").getpixel((50, 20)), BLUE)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_picture_is_shown_smaller_and_its_first_copy_is_not(kind: str) -> None:
    read = read_picture(file_of(halves(3300, 2200), kind))

    assert (read.width, read.height, read.made_smaller) == (LONGEST_SHOWN, 1067, True)
    assert opened(read.shown).size == (LONGEST_SHOWN, 1067)
    assert opened(read.brought).size == (3300, 2200)


def test_a_picture_as_large_as_is_shown_is_not_made_smaller() -> None:
    assert not read_picture(file_of(halves(LONGEST_SHOWN, 20), "PNG")).made_smaller
    narrow = read_picture(file_of(halves(LONGEST_SHOWN + 1, 1), "PNG"))
    assert (narrow.width, narrow.height, narrow.made_smaller) == (LONGEST_SHOWN, 1, True)


def test_a_drawing_is_shown_sharp_and_a_photograph_small() -> None:
    grain = Image.effect_noise((300, 200), 90).convert("RGB")
    assert opened(read_picture(file_of(halves(), "PNG")).shown).format == "PNG"
    assert opened(read_picture(file_of(grain, "PNG")).shown).format == "JPEG"


def test_the_dots_of_a_png_are_kept_exactly() -> None:
    grain = Image.effect_noise((30, 20), 90).convert("RGB")
    assert opened(read_picture(file_of(grain, "PNG")).brought).tobytes() == grain.tobytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(kind: str, orientation: int) -> None:
    """What the camera saw is turned into what it wrote; it has to come back."""
    seen = halves()
    seen.paste(WHITE, (0, 0, 20, 15))  # the corner at the top left
    held = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }[orientation]
    wrote = seen
    for turn in held:
        wrote = wrote.transpose(turn)

    read = read_picture(file_of(wrote, kind, exif=exif(orientation)))

    for kept in (read.shown, read.brought):
        upright = opened(kept).convert("RGB")
        assert upright.size == (60, 40)
        for at, colour in (((5, 5), WHITE), ((10, 35), RED), ((55, 5), BLUE), ((55, 35), BLUE)):
            assert looks_like(upright.getpixel(at), colour)  # type: ignore[arg-type]


def test_where_the_camera_s_words_are_damaged_the_picture_is_kept_as_it_lies() -> None:
    talking = bytearray(talkative_jpeg(6))
    at = talking.index(b"Exif\0\0") + 6
    talking[at : at + 8] = b"\xff" * 8
    assert read_picture(bytes(talking)).width == 60
    # Negative control: with its words whole, it is turned.
    assert read_picture(talkative_jpeg(6)).width == 40


def test_what_can_be_seen_through_becomes_white() -> None:
    glass = halves().convert("RGBA")
    glass.putalpha(Image.new("L", glass.size, 0))
    palette = halves().quantize(4)
    grey = Image.new("LA", (60, 40), (0, 0))
    for data in (
        file_of(glass, "PNG"),
        file_of(glass, "WEBP", lossless=True, exact=True),
        file_of(palette, "PNG", transparency=palette.getpixel((0, 0))),
        file_of(grey, "PNG"),
    ):
        read = read_picture(data)
        for kept in (read.shown, read.brought):
            assert opened(kept).mode == "RGB"
            assert looks_like(opened(kept).getpixel((5, 5)), WHITE)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_picture_that_moves_the_first_moment_is_kept(kind: str) -> None:
    moving = file_of(halves(), kind, save_all=True, append_images=[Image.new("RGB", (60, 40), WHITE)])
    assert getattr(opened(moving), "n_frames", 1) == 2

    for kept in (read_picture(moving).shown, read_picture(moving).brought):
        assert getattr(opened(kept), "n_frames", 1) == 1
        assert looks_like(opened(kept).convert("RGB").getpixel((10, 20)), RED)  # type: ignore[arg-type]


def test_other_ways_to_keep_colours_are_read() -> None:
    grey16 = Image.new("I;16", (60, 40), 0xC000)
    assert opened(read_picture(file_of(grey16, "PNG")).brought).getpixel((5, 5)) == (192, 192, 192)
    ink = halves().convert("CMYK")
    assert looks_like(opened(read_picture(file_of(ink, "JPEG")).brought).getpixel((5, 5)), RED)  # type: ignore[arg-type]
    several = file_of(halves(), "MPO", save_all=True, append_images=[halves()])
    assert opened(read_picture(several).brought).format == "JPEG"


# What is not kept


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_and_no_place_is_in_any_byte_that_is_kept(kind: str) -> None:
    talking = TALKATIVE[kind]()
    # Negative control: the words are there, in more than one place, and the search finds them.
    assert words_in(talking) >= 4
    assert places(talking)
    assert opened(talking).getexif()

    read = read_picture(talking)

    for kept in (read.shown, read.brought):
        assert words_in(kept) == 0
        assert not places(kept)
        assert not opened(kept).getexif()
        assert set(opened(kept).info) <= HOW_IT_IS_KEPT


def test_a_way_of_writing_that_keeps_the_words_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a picture that is only changed, not made anew, carries its words along."""
    monkeypatch.setattr(images, "_flat", lambda picture: picture.copy())
    assert words_in(read_picture(TALKATIVE["JPEG"]()).brought)


# What is refused


def test_the_kind_is_told_by_what_is_in_the_file() -> None:
    for nothing in (b"", b"hello", b"GIF89a" + bytes(60), b"<svg/>", b"%PDF-1.7", bytes(500)):
        assert refused(nothing).startswith(NO_PICTURE)
    for other in ("GIF", "BMP", "TIFF", "ICO"):
        assert refused(file_of(halves(), other)).startswith(NO_PICTURE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_is_cut_short_is_refused(kind: str) -> None:
    whole = file_of(Image.effect_noise((64, 48), 60).convert("RGB"), kind)
    for length in range(0, len(whole) - len(whole) // 4, max(1, len(whole) // 60)):
        assert refused(whole[:length]).startswith((NO_PICTURE, DAMAGED))


def test_a_file_that_is_too_large_is_refused_before_it_is_looked_at() -> None:
    assert refused(bytes(LARGEST_FILE + 1)) == (
        "This picture is larger than 40 megabytes. Nothing was changed. Please choose a smaller one."
    )


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be this large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [7_100, 9_500, 14_000, 60_000, 2**31 - 1])
def test_a_small_file_that_claims_to_be_huge_is_refused(side: int) -> None:
    said = refused(bomb(side, side))
    assert said.startswith(TOO_MANY_DOTS) or side == 2**31 - 1


def test_the_most_dots_are_as_many_as_is_said() -> None:
    assert refused(bomb(50_000, 1_001)).startswith(TOO_MANY_DOTS)
    assert refused(bomb(50_000, 1_000)).startswith(DAMAGED)  # it may be so large, and is not all there


@pytest.mark.data
@pytest.mark.parametrize("folder", ["png", "jpeg", "webp", "gif"])
def test_pictures_made_to_break_programs_are_read_or_refused_in_words(shared_data: Path, folder: str) -> None:
    files = sorted((shared_data / "bad" / f"fuzz_{folder}").iterdir())
    assert len(files) >= 8
    for file in files:
        read_or_refused(file.read_bytes())


def test_pictures_with_bytes_of_chance_are_read_or_refused_in_words() -> None:
    chance = random.Random(20260305)
    whole = [make() for make in TALKATIVE.values()]
    outcomes = [read_or_refused(spoilt(chance.choice(whole), chance)) for _ in range(600)]
    assert 50 < sum(outcomes) < 550, "negative control: some are spoilt for good, and some are not"


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The file with a few bytes changed, put in, or cut off."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 2, 9])):
        place = chance.randrange(len(found))
        found[place] = chance.choice([0, 255, chance.randrange(256)])
    place = chance.randrange(len(found))
    if chance.random() < 0.1:
        found[place:place] = bytes(chance.randrange(40))
    return bytes(found[:place] if chance.random() < 0.1 else found)


def read_or_refused(data: bytes) -> bool:
    """Whether the bytes were read; if not, they were refused in words."""
    try:
        read = read_picture(data)
    except ExchangeError as error:
        assert error.message.startswith((NO_PICTURE, DAMAGED, TOO_MANY_DOTS))
        return False
    assert opened(read.shown).size == (read.width, read.height)
    return True

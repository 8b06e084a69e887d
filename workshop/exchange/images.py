"""Pictures that people bring: PNG, JPEG and WebP, told apart by what is in the file, not by its name.

What is kept is never the file itself but its dots, written anew: as large as they came, and small
enough to show. So nothing that a camera or a program wrote beside them is kept: no place, no name, no
small second picture. A picture that moves keeps its first moment; what can be seen through becomes white.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from workshop.errors import ExchangeError

LARGEST_FILE = 40_000_000  # bytes
MOST_DOTS = 50_000_000  # a file of a few bytes can claim to be larger than any memory
LONGEST_SHOWN = 1600  # dots on the long side of the picture to show
_KINDS = ("PNG", "JPEG", "WEBP")
_PAPER = "white"
_SHARP, _SMALL = 90, 85  # quality of a JPEG or WebP, as large as it came and to show
_ORIENTATION = 0x0112  # the number of this tag in Exif
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What Pillow raises for bytes that are no picture, or only the beginning of one.
_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    RuntimeError,
    ArithmeticError,
    EOFError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class ReadPicture:
    """A picture as it is kept: `width` and `height` are dots of `shown`, `brought` is as large as it came."""

    shown: bytes
    brought: bytes
    width: int
    height: int
    made_smaller: bool


def read_picture(data: bytes) -> ReadPicture:
    """The picture in these bytes; ExchangeError in plain sentences when it is none, or too large."""
    if len(data) > LARGEST_FILE:
        raise ExchangeError(
            f"This picture is larger than {LARGEST_FILE // 1_000_000} megabytes. Nothing was changed. "
            "Please choose a smaller one."
        )
    with _said_in_words():
        kind, dots = _dots_of(data)
        return _as_kept(kind, dots)


def _as_kept(kind: str, dots: Image.Image) -> ReadPicture:
    shown = dots.copy()
    shown.thumbnail((LONGEST_SHOWN, LONGEST_SHOWN), Image.Resampling.LANCZOS)
    return ReadPicture(
        _to_show(shown, kind), _written(dots, kind, _SHARP), *shown.size, made_smaller=shown.size != dots.size
    )


def _dots_of(data: bytes) -> tuple[str, Image.Image]:
    """The kind of file and its dots: upright, on white paper, with nothing else on them."""
    with Image.open(BytesIO(data), formats=_KINDS) as picture:
        if picture.width * picture.height > MOST_DOTS:
            raise Image.DecompressionBombError
        picture.load()
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)  # several JPEGs in one file
        turn = _UPRIGHT.get(_orientation_of(picture))
        flat = _flat(picture)
    return kind, flat if turn is None else flat.transpose(turn)


def _orientation_of(picture: Image.Image) -> int:
    """How the camera was held; as it lies where the camera's words about it are damaged."""
    try:
        said = picture.getexif().get(_ORIENTATION)
    except _UNREADABLE:
        return 1
    return said if isinstance(said, int) else 1


def _flat(picture: Image.Image) -> Image.Image:
    """The dots on white paper, as a new picture: a changed one would carry its words along."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which Pillow does not make darker by itself
        picture = picture.convert("I").point(lambda grey: grey / 256).convert("L")
    flat = Image.new("RGB", picture.size, _PAPER)
    if picture.has_transparency_data:
        through = picture.convert("RGBA")
        flat.paste(through, mask=through)
    else:
        flat.paste(picture.convert("RGB"))
    return flat


def _to_show(dots: Image.Image, kind: str) -> bytes:
    """A JPEG, or of a PNG whichever is smaller: so drawings stay sharp, and photographs small."""
    jpeg = _written(dots, "JPEG", _SMALL)
    return min(_written(dots, "PNG", 0), jpeg, key=len) if kind == "PNG" else jpeg


def _written(dots: Image.Image, kind: str, quality: int) -> bytes:
    file = BytesIO()
    dots.save(file, kind, **({} if kind == "PNG" else {"quality": quality}))
    return file.getvalue()


@contextmanager
def _said_in_words() -> Iterator[None]:
    """Turn what Pillow raises or warns of into sentences."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a damaged word of a camera is nobody's trouble: it goes anyway
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise ExchangeError(
            f"This picture has more than {MOST_DOTS // 1_000_000} million dots. Nothing was changed. "
            "Please save a smaller copy of it and bring that."
        ) from error
    except UnidentifiedImageError as error:
        raise ExchangeError(
            "This file is not a picture that we can use. Nothing was changed. "
            "Please bring a PNG, JPEG or WebP picture."
        ) from error
    except _UNREADABLE as error:
        raise ExchangeError(
            "This picture is damaged or not all there. Nothing was changed. Please choose another copy of it."
        ) from error

"""Pictures for tests, with words planted wherever a camera or a program can leave some."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

CANARY = "heron-at-the-weir"
# A place: seconds of arc that stand nowhere else, as Exif keeps them (a whole number by another).
SECONDS = (48_271_993, 1_000_003)
RED, WHITE, BLUE = (220, 30, 30), (255, 255, 255), (20, 40, 200)
_MODEL, _ORIENTATION, _GPS, _USER_COMMENT, _EXIF_PART = 0x0110, 0x0112, 0x8825, 0x9286, 0x8769


def halves(width: int = 60, height: int = 40) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(picture).rectangle((width // 2, 0, width, height), fill=BLUE)
    return picture


def file_of(picture: Image.Image, kind: str, **how: Any) -> bytes:
    """The picture as a file."""
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """A picture file, read."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def looks_like(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Whether two colours are the same but for what a JPEG makes of them."""
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes: how it was held, its name, and where it was."""
    words = Image.Exif()
    words[_ORIENTATION] = orientation
    words[_MODEL] = f"camera {CANARY}"
    words.get_ifd(_EXIF_PART)[_USER_COMMENT] = f"comment {CANARY}".encode()
    place = words.get_ifd(_GPS)
    seconds = IFDRational(*SECONDS)
    place.update({1: "N", 2: (51.0, 30.0, seconds), 3: "W", 4: (0.0, 7.0, seconds), 18: f"map {CANARY}"})
    return words


def places(data: bytes) -> list[bytes]:
    """The planted place as bytes, in both orders that Exif knows."""
    return [found for order in "<>" if (found := struct.pack(f"{order}II", *SECONDS)) in data]


def xmp() -> bytes:
    """A packet as image programs write it."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r>{CANARY}</r></x:xmpmeta>'.encode()


def talkative_jpeg(orientation: int = 1) -> bytes:
    """A JPEG with words in Exif, XMP, IPTC, a colour profile, a comment, and after its end."""
    plain = file_of(
        halves(), "JPEG", exif=exif(orientation), xmp=xmp(), comment=CANARY, icc_profile=_profile()
    )
    words = f"caption {CANARY}".encode()
    iptc = b"\x1c\x02\x78" + struct.pack(">H", len(words)) + words
    block = (
        b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0" * (len(iptc) % 2)
    )
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    return plain[:2] + segment + plain[2:] + CANARY.encode()


def talkative_png() -> bytes:
    """A PNG with words in all three kinds of text, in Exif, XMP, a time, and after its end."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", f"plain {CANARY}")
    words.add_text("Comment", f"squeezed {CANARY} " * 9, zip=True)
    words.add_itxt("Title", f"any script {CANARY}", "en", "title")
    words.add_itxt("XML:com.adobe.xmp", xmp().decode())
    words.add(b"tIME", b"\x07\xea\x03\x05\x0d\x0a\x00")
    return file_of(halves(), "PNG", pnginfo=words, exif=exif(), icc_profile=_profile()) + CANARY.encode()


def talkative_webp() -> bytes:
    """A WebP with words in Exif, XMP, a colour profile, and after its end."""
    return file_of(halves(), "WEBP", exif=exif(), xmp=xmp(), icc_profile=_profile()) + CANARY.encode()


def _profile() -> bytes:
    """Something with the length of a colour profile; Pillow keeps it as it is."""
    return f"profile {CANARY}".encode().ljust(200, b"\0")


TALKATIVE = {"JPEG": talkative_jpeg, "PNG": talkative_png, "WEBP": talkative_webp}


def words_in(data: bytes) -> int:
    """How often the planted words stand in these bytes, or where something in them is unpacked."""
    found = data.count(CANARY.encode())
    start = data.find(b"\x78")
    while start >= 0:
        try:
            found += zlib.decompressobj().decompress(data[start:], 1 << 20).count(CANARY.encode())
        except zlib.error:
            pass
        start = data.find(b"\x78", start + 1)
    return found

"""Make resources/fonts from the packages named in PACKAGES. For developers; not part of the product.

    python -m venv FOLDER && FOLDER/bin/pip install fonttools==4.68.0 brotli==1.2.1
    FOLDER/bin/python installer/make_fonts.py PACKAGES_FOLDER

PACKAGES_FOLDER holds the package files as `apt-get download` and `npm pack` leave them. The same
packages give the same bytes. The fonts lose hints (they are for paper and large screens), glyph
names, and the characters that an earlier font of the list already has.
"""

import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from subprocess import run

from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
LICENCES = ROOT / "installer" / "licences" / "fonts"

NOTO = "usr/share/fonts/truetype/noto"
CJK = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
CHINESE_IN_FILE = {"SC": 2, "TC": 3}
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}  # the screens use all four
CURVE_ERROR = 1.0  # font units of 1000 to the em: a 60th of a dot at 16 pt and 300 dpi

SCRIPTS_WITH_BOLD = (
    "NotoSans",
    "NotoNastaliqUrdu",
    "NotoSansArabic",
    "NotoSansHebrew",
    "NotoSansBengali",
    "NotoSansGurmukhi",
    "NotoSansGujarati",
    "NotoSansTamil",
)
SCRIPTS_REGULAR_ONLY = (
    "NotoSansDevanagari",
    "NotoSansEthiopic",
    "NotoSansThai",
    "NotoSansKhmer",
    "NotoSansMyanmar",
)
SYMBOLS = ("NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath")


@dataclass(frozen=True)
class Package:
    """A package of fonts: its name, its version, its file, and where its licence says who made it."""

    name: str
    version: str
    file: str
    copyright: str = ""


NEXT = Package(
    "npm @fontsource/atkinson-hyperlegible-next", "5.3.0", "fontsource-atkinson-hyperlegible-next-5.3.0.tgz"
)
CORE = Package(
    "Debian fonts-noto-core",
    "20201225-1",
    "fonts-noto-core_20201225-1_all.deb",
    "Copyright 2010, 2012-2020 Google Inc.; 2015-2020 Google LLC.",
)
HAN = Package(
    "Debian fonts-noto-cjk",
    "1:20220127+repack1-1",
    "fonts-noto-cjk_1%3a20220127+repack1-1_all.deb",
    "Copyright 2014-2021 Adobe; 2010-2012 Google Corporation.",
)
EMOJI = Package(
    "Debian fonts-noto-color-emoji",
    "2.042-0+deb12u1",
    "fonts-noto-color-emoji_2.042-0+deb12u1_all.deb",
    "Copyright 2013-2017, 2022 Google Inc.; Arjen Nienhuis.",
)
UNICODE = Package("Debian unicode-data", "15.0.0-1", "unicode-data_15.0.0-1_all.deb")
PACKAGES = (NEXT, CORE, HAN, EMOJI, UNICODE)


@dataclass(frozen=True)
class Made:
    """One font file that was made, and from what."""

    file: str
    package: Package
    what: str


def main(packages: Path) -> None:
    """Make every font, the licence texts and the list of both."""
    FONTS.mkdir(parents=True, exist_ok=True)
    LICENCES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        unpacked = {package: _unpack(packages / package.file, Path(name)) for package in PACKAGES}
        made = [
            *_make_latin(unpacked[NEXT]),
            *_make_scripts(unpacked[CORE]),
            *_make_symbols(unpacked[CORE], _emoji(unpacked[UNICODE])),
            *_make_chinese(unpacked[HAN]),
            _make_emoji(unpacked[EMOJI]),
        ]
        _write_licences(unpacked)
    _write_list(made)


def _unpack(file: Path, within: Path) -> Path:
    if not file.is_file():
        sys.exit(f"{file.name} is missing. Put it into that folder and run this again; nothing was changed.")
    to = within / file.name
    if file.suffix == ".deb":
        run(["dpkg-deb", "-x", file, to], check=True)
    else:
        with tarfile.open(file) as archive:
            archive.extractall(to, filter="data")
    return to


def _make_latin(package: Path) -> Iterable[Made]:
    """Atkinson Hyperlegible Next comes in slices of the alphabet, packed for the web."""
    for weight, name in WEIGHTS.items():
        slices = []
        for part in ("latin", "latin-ext"):
            font = _open(package / f"package/files/atkinson-hyperlegible-next-{part}-{weight}-normal.woff2")
            font.flavor = None
            slices.append(package / f"{part}-{weight}.ttf")
            font.save(slices[-1])
        font = Merger().merge([str(part) for part in slices])
        # Merging stamps the hour of the merge; the same packages must give the same bytes.
        font["head"].created = font["head"].modified = _open(slices[0])["head"].modified
        file = f"AtkinsonHyperlegibleNext-{name}.ttf"
        font.recalcTimestamp = False
        _subset(font, set(font.getBestCmap()), ["*"])
        if name not in ("Regular", "Bold"):
            _name_family(font, name)
        font.save(FONTS / file)
        yield Made(file, NEXT, "latin and latin-ext, merged")


def _name_family(font: TTFont, style: str) -> None:
    """Say that this weight belongs to the family: its old-style name makes it a family of its own."""
    for number, text in ((16, "Atkinson Hyperlegible Next"), (17, style)):
        font["name"].setName(text, number, platformID=3, platEncID=1, langID=0x409)


def _make_scripts(package: Path) -> Iterable[Made]:
    for family in SCRIPTS_WITH_BOLD + SCRIPTS_REGULAR_ONLY:
        for weight in ("Regular", "Bold")[: 2 if family in SCRIPTS_WITH_BOLD else 1]:
            font = _open(package / NOTO / f"{family}-{weight}.ttf")
            _save(font, f"{family}-{weight}.ttf", set(font.getBestCmap()))
            yield Made(f"{family}-{weight}.ttf", CORE, "all characters")


def _make_symbols(package: Path, emoji: set[int]) -> Iterable[Made]:
    """Arrows, stars, letters of mathematics: what no earlier font has and is not a coloured picture."""
    had = emoji | _characters(FONTS / "NotoSans-Regular.ttf")
    for family in SYMBOLS:
        font = _open(package / NOTO / f"{family}-Regular.ttf")
        keep = set(font.getBestCmap()) - had
        had |= keep
        _save(font, f"{family}-Regular.ttf", keep | {0x20})
        yield Made(f"{family}-Regular.ttf", CORE, "characters that no earlier font has, no emoji")


def _emoji(package: Path) -> set[int]:
    """Characters that are pictures by themselves, and all emoji beyond the basic plane."""
    found: set[int] = set()
    text = (package / "usr/share/unicode/emoji/emoji-data.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        span, _, kind = line.partition("#")[0].partition(";")
        first, _, last = span.strip().partition("..")
        if kind.strip() in ("Emoji", "Emoji_Presentation"):
            codes = range(int(first, 16), int(last or first, 16) + 1)
            found.update(c for c in codes if c > 0xFFFF or kind.strip() == "Emoji_Presentation")
    return found


def _make_chinese(package: Path) -> Iterable[Made]:
    """Two forms of the same characters, as readers of either expect them."""
    japanese_or_korean = {c for c in _set_of("euc_jp") if c not in _set_of("big5")} | {
        c for c in _set_of("euc_kr") if 0xAC00 <= c <= 0xD7A3
    }
    hong_kong = {c for c in _set_of("big5hkscs") if 0x4E00 <= c <= 0x9FFF}
    both = {*range(0x3000, 0x3100), *range(0xFF00, 0xFFEF)}
    boxes = set(range(0x2500, 0x25A0))
    sets = {
        "SC": (_set_of("gb2312") | japanese_or_korean | both | boxes, "GB 2312, JIS X 0208, hangul"),
        "TC": (_set_of("big5") - boxes | hong_kong | both, "Big5, HKSCS within the basic block"),
    }
    for name, (wanted, what) in sets.items():
        font = _open(package / CJK, CHINESE_IN_FILE[name])
        # Below that the fonts before these have better ones for running text.
        keep = {c for c in wanted if c >= 0x2E80 or c in boxes} & set(font.getBestCmap())
        _subset(font, keep | {0x20}, features=["ccmp", "kern"])
        _curves_to_truetype(font)
        font.save(FONTS / f"NotoSans{name}-Regular.ttf")
        yield Made(f"NotoSans{name}-Regular.ttf", HAN, f"{what}; curves made quadratic")


def _set_of(codec: str) -> set[int]:
    """The characters of an East Asian standard, by way of Python's codec of two-byte codes."""
    codes = (bytes((a, b)) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    return {ord(c) for code in codes for c in code.decode(codec, errors="ignore")}


def _curves_to_truetype(font: TTFont) -> None:
    """PDF programs read one kind of outline everywhere: TrueType's."""
    outlines = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    for tag in ("CFF ", "VORG", "BASE"):
        if tag in font:
            del font[tag]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    font["hmtx"].metrics = {
        name: (width, getattr(glyphs[name], "xMin", 0)) for name, (width, _) in font["hmtx"].metrics.items()
    }
    _set_limits(font, order)
    font.sfntVersion = "\x00\x01\x00\x00"


def _set_limits(font: TTFont, order: list[str]) -> None:
    limits = font["maxp"] = newTable("maxp")
    limits.tableVersion, limits.numGlyphs, limits.maxZones = 0x00010000, len(order), 1
    for name in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements"
        " maxSizeOfInstructions maxComponentElements maxComponentDepth maxPoints maxContours"
        " maxCompositePoints maxCompositeContours"
    ).split():
        setattr(limits, name, 0)
    font["post"].formatType = 3.0


def _make_emoji(package: Path) -> Made:
    file = "NotoColorEmoji.ttf"
    (FONTS / file).write_bytes((package / NOTO / file).read_bytes())
    return Made(file, EMOJI, "unchanged")


def _open(path: Path, number: int = -1) -> TTFont:
    return TTFont(path, fontNumber=number, recalcTimestamp=False)


def _characters(path: Path) -> set[int]:
    return set(_open(path).getBestCmap())


def _subset(font: TTFont, keep: set[int], features: list[str]) -> None:
    options = Options(hinting=False, notdef_outline=True, layout_features=features, recalc_timestamp=False)
    options.drop_tables += ["DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)


def _save(font: TTFont, file: str, keep: set[int]) -> None:
    font.recalcTimestamp = False
    _subset(font, keep, ["*"])
    font.save(FONTS / file)


def _write_licences(unpacked: dict[Package, Path]) -> None:
    """The Open Font License in full, once for each package, under the names of its authors."""
    own = (unpacked[NEXT] / "package/LICENSE").read_text(encoding="utf-8")
    (LICENCES / "atkinson-hyperlegible-next.txt").write_text(own, encoding="utf-8")
    terms = own[own.index("This Font Software is licensed") :]
    for package in (CORE, HAN, EMOJI):
        file = LICENCES / f"{package.name.removeprefix('Debian fonts-')}.txt"
        file.write_text(f"{package.copyright}\n\n{terms}", encoding="utf-8")


def _write_list(made: list[Made]) -> None:
    sizes = {font.file: (FONTS / font.file).stat().st_size for font in made}
    rows = (
        f"| {m.file} | {m.package.name} {m.package.version} | {m.what} | {sizes[m.file]:,} |" for m in made
    )
    lines = (
        "# Fonts",
        "",
        "Made by `installer/make_fonts.py`; do not edit. All are under the SIL Open Font License 1.1,",
        "whose texts are in `installer/licences/fonts`.",
        "",
        "| File | Package and version | Holds | Bytes |",
        "|---|---|---|---:|",
        *rows,
        f"| all | | | {sum(sizes.values()):,} |",
        "",
    )
    (FONTS / "README.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

"""Where a line of text may end.

Between words, after a hyphen inside a word, and between Chinese characters, where no line may
begin with a mark that closes something or end with one that opens. A word that is wider than the
column is cut between two clusters.
"""

import re
from collections.abc import Iterator

from workshop.printing.clusters import clusters

# What is typed without a space for longer than this is no word, and shaping it whole takes too much.
LONGEST = 200
SPACES = "\t \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
# Chinese and Japanese characters that may be parted from the next one.
HAN = (
    "\u2e80-\u2fff\u3003\u3006\u3007\u3012\u3013\u3020-\u303f\u3041-\u3096\u309f\u30a1-\u30fa\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff05\uff0b\uff10-\uff19"
    "\uff1d\uff21-\uff3a\uff41-\uff5a\U00020000-\U0003ffff"
)
OPENING = "（［｛〈《「『【〔〖〘〚｟｢"
CLOSING = (
    "、。，．：；？！）］｝〉》」』】〕〗〙〛｠｣､｡〟〞ー々〻・％｠‼⁇⁈⁉…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ゛゜ゝゞヽヾ"
)
CLOSING_WESTERN = r"""\])},.:;!?%’”»"""
OPENING_WESTERN = r"""\[({‘“«"""
SIGNS = "\u0300-\u036f\u3099\u309a\u302a-\u302f\ufe00-\ufe0f\U000e0100-\U000e01ef\u200d"

HARD_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
HAS_HAN = re.compile(f"[{HAN}{OPENING}{CLOSING}]")
WORDS = re.compile(f"[{SPACES}]+|[^{SPACES}]+")
WORDS_AND_HAN = re.compile(
    f"[{SPACES}]+"
    f"|[{OPENING}{OPENING_WESTERN}]*(?:(?![{CLOSING}])[{HAN}])[{SIGNS}]*[{CLOSING}{CLOSING_WESTERN}]*"
    f"|[{OPENING}]+[^{SPACES}{HAN}{OPENING}{CLOSING}]*[{CLOSING}]*"
    f"|(?:(?![{OPENING_WESTERN}]+(?![{CLOSING}])[{HAN}])[^{SPACES}{HAN}{OPENING}{CLOSING}])+[{CLOSING}]*"
    f"|[{CLOSING}]+"
)
# After a hyphen or slash between letters, a break that is not seen, and the marks between Ethiopic words.
INSIDE_A_WORD = re.compile(
    "(?<=[^\\W\\d_][-\u2010\u2013\u2014/])(?=[^\\W\\d_])|(?<=\u200b)(?=\\S)|(?<=[\u1361-\u1368])(?=.)"
)


def paragraphs(text: str) -> list[str]:
    """The parts of `text` between its hard line breaks; at least one, which may be empty."""
    return HARD_BREAK.split(text)


def words(paragraph: str) -> list[str]:
    """The pieces that a line does not break, and the spaces between them; together the paragraph."""
    pattern = WORDS_AND_HAN if HAS_HAN.search(paragraph) else WORDS
    found: list[str] = pattern.findall(paragraph)
    if all([len(word) <= LONGEST for word in found]):
        return found
    return [part for word in found for part in _shortened(word)]


def _shortened(word: str) -> Iterator[str]:
    while len(word) > LONGEST:
        # The last cluster may go on in the next part.
        last = clusters(word[:LONGEST])[-1]
        end = LONGEST - len(last) or LONGEST
        yield word[:end]
        word = word[end:]
    yield word


def is_space(word: str) -> bool:
    """Whether a piece of `words` is the space between two others."""
    return word[:1] in SPACES


def word_parts(word: str) -> list[str]:
    """Where a word may be parted when the line has no room for it: after hyphens, slashes and the like."""
    return INSIDE_A_WORD.split(word)

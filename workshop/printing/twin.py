"""The same words as a web page and as plain text, for screen readers, phones and translation.

Both are made from the document that the PDF is made from, in the same order, and end with the
same check number (I13). The web page is one file that needs nothing else.
"""

from collections.abc import Mapping

from workshop.printing.content import Document
from workshop.printing.seal import check_words
from workshop.printing.twin_html import escape, html_lines, spans_html
from workshop.printing.twin_txt import txt_lines
from workshop.printing.words import _, bcp47, runs_left

STYLE = """
.words { white-space: pre-line; }
body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif;color:#111;background:#fff}
section+section{border-top:2px solid #111;margin-top:2rem}
.box{border:1px solid #111;border-radius:1rem;padding:0 1rem;margin:1rem 0}
.kind{font-weight:700}
.meaning{color:#3a3a3a}
svg,img{max-width:100%;height:auto}
svg{fill:none;stroke:#111;stroke-linecap:round;stroke-linejoin:round}
table{border-collapse:collapse;width:100%}
td,th{border-top:1px solid #777;padding:.3rem;text-align:start}
""".strip()

PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<header><p>{head}</p></header>
<main>
{main}
</main>
<footer><p>{foot}</p></footer>
</body>
</html>
"""


def html_of(document: Document, check_number: str, pictures: Mapping[str, bytes] | None = None) -> str:
    """The document as one HTML page; `pictures` are the files of those on notes."""
    lines = []
    for section in document.sections:
        lines.append("<section>")
        for block in section.blocks:
            lines += html_lines(block, pictures)
        lines += [f"<p>{spans_html(foot.spans)}</p>" for foot in section.foot]
        lines.append("</section>")
    return PAGE.format(
        language=escape(bcp47(document.language)),
        direction="rtl" if runs_left(document.language) else "ltr",
        title=escape(document.title),
        style=STYLE,
        head=escape(_head(document)),
        main="\n".join(lines),
        foot=escape(check_words(check_number)),
    )


def txt_of(document: Document, check_number: str) -> str:
    """The document as plain text."""
    lines = [_head(document), ""]
    for section in document.sections:
        for block in section.blocks:
            lines += [*txt_lines(block), ""]
        lines += [foot.text for foot in section.foot]
    return "\n".join([*lines, check_words(check_number), ""])


def _head(document: Document) -> str:
    flags = [_("PRACTICE")] if document.practice else []
    flags += [_("CONFIDENTIAL")] if document.confidential else []
    return " · ".join(part for part in (*flags, document.host, document.days[0]) if part)

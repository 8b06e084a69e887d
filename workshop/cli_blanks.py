"""The command `blanks`: papers for a day without a computer, from no workshop at all."""

import json
from pathlib import Path

import click

from workshop.session.actions import to_json
from workshop.session.blanks import MOST_PEOPLE, make_blanks


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--template", default="", metavar="NAME", help="The plan whose title stands on the papers.")
@click.option("--people", type=click.IntRange(1, MOST_PEOPLE), default=14, show_default=True)
@click.option("--language", "languages", multiple=True, help="Only in this language; can be said again.")
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
def blanks(out: Path, template: str, people: int, languages: tuple[str, ...], as_json: bool) -> None:
    """Make blank papers: consent forms, sign-in sheet, badges, claims, equality sheet, safeguarding card."""
    made = make_blanks(out, template, people, languages)
    if as_json:
        return click.echo(json.dumps({"documents": to_json(made)}, ensure_ascii=False))
    for one in made:
        pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
        click.echo(f"{one.path} ({pages}): print {one.copies}")

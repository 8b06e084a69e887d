"""What counts as one character, against Unicode's own test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.test_bidi import rows_of, unicode_file
from workshop.printing.clusters import clusters


def test_every_line_of_unicodes_own_test_passes() -> None:
    rows = list(rows_of(unicode_file("auxiliary/GraphemeBreakTest.txt")))
    for [row] in rows:
        wanted = [
            "".join(chr(int(code, 16)) for code in part.split() if code != "×")
            for part in row.split("÷")
            if part.strip()
        ]
        assert clusters("".join(wanted)) == wanted
    assert len(rows) > 600


@pytest.mark.parametrize(
    "cluster", ["é", "é́", "क्षि", "নি", "நி", "👩🏽\u200d⚕\ufe0f", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "1\ufe0f\u20e3", "\r\n"]
)
def test_one_character_for_a_reader_is_one_cluster(cluster: str) -> None:
    assert clusters("a" + cluster + "b") == ["a", cluster, "b"]


@given(st.text())
def test_the_clusters_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert "" not in clusters(text)

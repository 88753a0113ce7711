"""A note mark vouches for the clause before it, and for nothing else."""

from __future__ import annotations

import pytest

from corpus.structure.carried import clauses


def carried(marked: str, *, listed: bool = False) -> list[str]:
    """Return the clause of each ``^`` in a text."""
    parts = marked.split("^")
    text = "".join(parts)
    places = [sum(map(len, parts[: n + 1])) for n in range(len(parts) - 1)]
    return [text[span.start : span.end] for span in clauses(text, places, listed=listed)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("港が閉まったこと^、橋が落ちたこと^、道が沈んだことなどが分かった。", ["港が閉まったこと", "橋が落ちたこと"]),
        ("東と会ったこと^、西と会ったこと、北を招いたこと^が分かった。", ["東と会ったこと", "北を招いたこと"]),
        ("増えたとみられるが、市の報告^では減っている。", ["市の報告"]),
        ("その後、議会は案を退けた^。", ["その後、議会は案を退けた"]),
        ("議会は案を退けた。市は上訴した。^", ["市は上訴した。"]),
        ("額は20円に決まり、その額は長く動かなかった^。", ["額は20円に決まり、その額は長く動かなかった"]),
        ("額は20円に決まり、会費は長く動かなかった^。", ["会費は長く動かなかった"]),
        ("倉庫は二度流れ^、翌年に社が4万8,000円で買った^。", ["倉庫は二度流れ", "翌年に社が4万8,000円で買った"]),
        ("The port closed,^ but the market stayed open.^", ["The port closed,", "but the market stayed open."]),
    ],
)  # fmt: skip
def test_a_mark_has_the_clause_before_it(marked: str, expected: list[str]) -> None:
    assert carried(marked) == expected


def test_a_mark_in_a_source_line_has_the_last_source_named() -> None:
    assert carried("出典：『年報』第3号、海の通信^。値は速報である。", listed=True) == ["海の通信"]


def test_two_marks_in_one_place_have_the_same_clause() -> None:
    assert carried("港は閉じた^^。") == ["港は閉じた", "港は閉じた"]

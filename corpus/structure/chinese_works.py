"""Which title 该书 means in a Chinese text, and which person 此人.

Invariant: the nearest stretch that names any decides, and where it names two, nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.views import View, name_span

_TITLE = re.compile(r"《(?P<name>[^《》\n]{2,40})》")
_THIS_WORK = re.compile(
    r"(?<![应應本])[该該](?:书|書|文|刊|片|剧|劇|诗|詩|曲)(?![店籍局店社面])|(?:^|(?<=[，；]))此[书書文](?=[一-鿿])"
)
_THIS_PERSON = re.compile(r"(?:^|(?<=[，；]))此人(?=[一-鿿])")


def this_work(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 该书, 该刊 and the like with the one title that they mean."""
    for match in view.places(_THIS_WORK):
        at = view.here.start + match.start()
        if (one := _work(view, at)) is not None:
            yield Span(at, view.here.start + match.end()), one


def this_person(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 此人 with whom it means."""
    for match in view.places(_THIS_PERSON):
        at = view.here.start + match.start()
        if (one := _named_last(view, at)) is not None:
            yield Span(at, view.here.start + match.end()), one


def _work(view: View, at: int) -> Span | None:
    """Return the one title that the nearest stretch gives which gives any."""
    for scope in view.scopes(at, 2):
        found = {one["name"]: Span(*one.span("name")) for one in _TITLE.finditer(view.text, scope.start, scope.end)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _named_last(view: View, at: int) -> Span | None:
    """Return the person whose name closes the sentence before, or the only one whom it names."""
    scope = next(view.scopes(at, 1), None)
    if scope is None or scope.end > view.here.start:
        return None
    people = view.named(scope)
    closing = [one for one in people if re.fullmatch(r"[。！]?[”」]?", view.text[one.end : scope.end].strip())]
    found = closing or (people if len(people) == 1 else [])
    return name_span(view.text, found[0]) if len(found) == 1 else None

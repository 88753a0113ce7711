"""The subject of an English stretch: the noun phrase before its first finite verb.

Invariant: it is a slice of the stretch and holds no stop; verbs are told by their endings and by a closed class.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.tense import IRREGULAR

_IRREGULAR = (
    f"{IRREGULAR}|put|set|cut|let|shut|hit|cost|read|spread|broke|bore|fought|forgot|hid|laid|lay|lent|meant|rode|sank"
    "|sought|shook|showed|slid|struck|threw|wore"
)
_PRESENT = (
    "says|belongs|runs|employs|consists|makes|takes|holds|gives|keeps|leads|needs|wants|owns|covers|serves|includes"
    "|contains|requires|offers"
    "|provides|remains|stands|lies|costs|pays|carries|uses|operates|produces|plans|hopes|argues|believes|expects"
    "|claims|shows|allows|goes|comes|became|faces|supports|opposes"
)
_AUX = r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did"
VERB = re.compile(
    rf"\b(?:{_AUX}|{_IRREGULAR}|{_PRESENT}|(?!indeed|need|feed|speed|seed|breed|red\b|bed\b)[a-z]{{2,}}ed)\b"
    r"|\b[a-z]{3,}s(?=\s(?:the|an?|its|their|\d+|more|about)\b)"
)
_LEAD = re.compile(
    r"(?:(?:In|On|At|By|For|Since|During|After|Before|Until|From|Through|Over|Under|Within|Despite|According to"
    r"|Because of|Of|With|Instead|However|But|And|Yet|So|Still|Then|Today|Now|Later|Meanwhile"
    r"|Moreover)\b(?:[^,]{0,60}?,\s|[^,]{2,60}?(?=\s(?:the|an?|its|their|this)\s))\s?"
    r"|(?:For|In|On|Since|By|During|After)\s(?:[a-z]+\s){1,3}(?=(?:the|an?|[A-Z]))|(?:Last|This|Next|Every|Each"
    r"|That|The same)\s(?:year|month|week|spring|summer|autumn|winter|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|day)[,]?\s"
    r"|(?:[A-Z]?[a-z]+|\d+)\s(?:days?|weeks?|months?|years?)\s(?:later|earlier|before|after),?\s"
    r"|(?:But|And|Yet|So|However|Instead|Still|Then|Meanwhile|Today|Now),?\s)+"
)
_CLAUSE = re.compile(r"(?:When|While|If|Although|Though|Because|Once|Where|Whereas)\b")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-*•]|\([a-z\d]\))\s+")
_PHRASE = re.compile(
    r"(?:the|The|an?|An?|its|Its|their|Their|his|His|her|Her|this|This|these|These|those|our"
    r"|Our)\s[\w’'-]+(?:\s[\w’'-]+){0,5}|[A-Z][\w’'-]+(?:\s(?:of|the|and|for|[A-Z][\w’'-]+))*(?:\s[A-Z][\w’'-]+)?"
    r"|\d+\s[a-z]+(?:\s[a-z]+)?|[A-Z]?[a-z]+s"
)


def subject_of(text: str, scope: Span) -> Span | None:
    """Return the noun phrase before the first finite verb of a stretch, without what tells when or where."""
    if _CLAUSE.match(text, scope.start, scope.end):
        return None  # When the brewery shut, the council bought it: either
    mark = _ITEM.match(text, scope.start, scope.end)
    begin = mark.end() if mark else scope.start
    lead = _LEAD.match(text, begin, scope.end)
    begin = lead.end() if lead else begin
    verb = VERB.search(text, begin, scope.end)
    if verb is None:
        return None
    before = text[begin : verb.start()].rstrip()
    phrase = _PHRASE.match(before)
    if phrase is None or re.search(r"[.;:?!\"“”]", before):
        return None
    head = re.split(r",|\s(?:who|that|which|in|on|at|from|with|by|for|to|until|since|after)\s", before)[0].rstrip()
    head = re.sub(
        r"\s(?:also|now|still|then|soon|later|only|never|always|again|already|first|each|all|both|together|[a-z]+ly)$",
        "",
        head,
    )
    return Span(begin, begin + len(head)) if head else None

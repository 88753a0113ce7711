"""Whether a word for he or she may mean somebody: what words before, kin or a given name say of them.

Invariant: where nothing tells, nobody is ruled out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.structure.people import morphemes
from corpus.structure.posts import Person
from corpus.structure.views import View

_FEMALE = {
    "彼女": True,
    "彼": False,
    "She": True,
    "Her": True,
    "she": True,
    "He": False,
    "His": False,
    "he": False,
    "his": False,
    "her": True,
}
_FEMALE |= {"그녀": True, "그": False, "她": True, "他": False}
_KIN_BEFORE = re.compile(
    r"(?P<she>\b(?:wife|daughter|mother|sister|widow|Mrs|Ms|Miss|Lady|Dame|Baroness|Queen|Princess)\b\.?,? ?$"
    r"|(?:妻|娘|母|姉|妹)の$)"
    r"|(?:\b(?:husband|son|father|brother|Mr|Sir|Lord|Baron|King|Prince)\b\.?,? ?$|(?:夫|息子|父|兄|弟)の$)"
)


def genders(view: View) -> dict[str, bool]:
    """Return which people words before said to be women, and which to be men."""
    known: dict[str, bool] = {}
    for at, to in view.resolved.items():
        said = re.match("彼女|彼|She|Her|she|her|He|His|he|his|그녀|她|他", view.text[at : at + 3])
        who = view.person_at(to) if said else None
        if said and who:
            known[who] = _FEMALE[said.group()]
    return known


def suits(view: View, one: Person, word: str, female: Mapping[str, bool]) -> bool:
    """Say whether nothing told before says that He or She is somebody else."""
    asked = _FEMALE.get(re.sub("(?:는|가|의|를|에게)$", "", word))
    if asked is None:
        return True
    told = _KIN_BEFORE.search(view.text, max(one.start - 12, 0), one.start)
    known = female.get(one.name, bool(told["she"]) if told else _given(one.name))
    return known is None or known == asked


# The last sign of a given name that only women, or only men, mostly have.
_OF_WOMEN, _OF_MEN = re.compile("[子恵枝乃奈菜絵花]$"), re.compile("[雄夫男郎吉治助介蔵造彦輔司]$")


def _given(name: str) -> bool | None:
    """Say whether a Japanese given name is a woman's or a man's, where its last sign tells."""
    if not re.fullmatch("[一-鿿々ヶ 　]{2,}", name) or not morphemes(name)[-1][1].endswith("人名,名"):
        return None
    return True if _OF_WOMEN.search(name) else False if _OF_MEN.search(name) else None

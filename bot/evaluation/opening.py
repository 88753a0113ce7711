"""What is evaluated, put together: the product, the product with a part switched, and the plain systems beside it.

Invariant: every system is opened over the shelf of the settings, by the parts that the product is put together from.
"""

from __future__ import annotations

from pathlib import Path

from bot.compose.uses import EVERY_USE, IN_USE, NO_USE, Uses
from bot.evaluation.benchmark import Parts, Remaining, Withholding
from bot.evaluation.runner import Opened
from bot.evaluation.systems import Product, plain
from bot.evaluation.trial import Recording
from bot.settings import Settings
from bot.wiring import Progress, Variant, assemble, open_parts
from corpus.errors import UsageError
from retrieval.retriever import Retriever

VARIANTS = {
    "tenkyo": Variant(),
    "hybrid": Variant(),
    "lexical": Variant(dense_share=0.0),
    "dense": Variant(dense_share=1.0),
    "no-tables": Variant(tables=False),
    "reader": Variant(reader=IN_USE),
    "no-reader": Variant(reader=NO_USE),
    "reader-rank": Variant(reader=Uses(rank=True)),
    "reader-point": Variant(reader=Uses(point=True)),
    "reader-marks": Variant(reader=Uses(marks=True)),
    "reader-confidence": Variant(reader=Uses(confidence=True)),
    "reader-all": Variant(reader=EVERY_USE),
}
"""The ways to put it together that `tenkyo eval --compare` can hold side by side; ``hybrid`` is ``tenkyo``."""
PLAIN = ("top-passage", "first-paragraph", "abstain", "oracle")
"""Systems that use nothing of tenkyo's composing and show what a score is worth."""


def open_system(settings: Settings, name: str, progress: Progress | None = None) -> Opened:
    """Open a system for evaluation by its name.

    Raises:
        UsageError: there is no system of this name.
    """
    known = (*VARIANTS, *PLAIN)
    if name not in known:
        raise UsageError(f"there is no system {name!r} to evaluate; there are {', '.join(known)}")
    documents, index = open_parts(settings, progress)
    variant = VARIANTS.get(name, Variant())
    retriever = Recording(Retriever(index, variant.dense_share))
    if name in PLAIN:
        return Opened(plain(name, documents, retriever), documents)
    return Opened(Product(assemble(settings, documents, index, retriever, variant), retriever), documents)


def open_benchmark(settings: Settings, directory: Path, progress: Progress | None = None) -> Parts:
    """Put together what a benchmark is put to: the product over the shelf in ``directory``, and its retrievers.

    Documents can be withheld from the product and its retriever for the time of a question.
    """
    settings = settings.model_copy(update={"corpus": (str(directory),)})
    documents, index = open_parts(settings, progress)
    remaining = Withholding(documents)
    retrievers = {"lexical": Retriever(index, dense_share=0.0)}
    if index.vectors is not None:
        retrievers |= {"dense": Retriever(index, dense_share=1.0), "hybrid": Retriever(index)}
    own = "hybrid" if "hybrid" in retrievers else "lexical"
    assistant = assemble(settings, remaining, index, Remaining(retrievers[own], remaining), Variant())
    return Parts(remaining, assistant.ask, retrievers, own)

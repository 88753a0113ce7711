"""What can go wrong, as a person meets it.

TenkyoError
├── UsageError            a setting, option or argument that cannot be used       (exit status 2)
│   ├── ShelfError        the shelf is missing, empty or not readable
│   └── FilterError       a filter that no document matches
├── DocumentError         a file that cannot be read as a document                (exit status 1)
├── IndexBroken           the index cannot be built, opened or trusted            (exit status 1)
│   └── StoreUnreachable  the server that keeps its vectors does not answer
└── ModelError            an embedding or language model cannot be loaded or used (exit status 1)

Every message says what, where (file and line where there is one) and what to do.
"""

from __future__ import annotations


class TenkyoError(Exception):
    """Anything a person can meet and act on."""


class UsageError(TenkyoError):
    """A setting, option or argument that cannot be used."""


class ShelfError(UsageError):
    """The shelf is missing, empty or not readable."""


class FilterError(UsageError):
    """A filter that no document matches; ``filters`` is what was asked for, ``nearest`` what there is instead."""

    def __init__(self, filters: str, nearest: str) -> None:
        super().__init__(f"no document matches {filters}; the nearest: {nearest}")
        self.filters = filters
        self.nearest = nearest


class DocumentError(TenkyoError):
    """A file that cannot be read as a document."""


class IndexBroken(TenkyoError):
    """The index cannot be built, opened or trusted."""


class StoreUnreachable(IndexBroken):
    """The server that keeps the vectors of the index does not answer; nothing need be built again."""


class ModelError(TenkyoError):
    """An embedding or language model cannot be loaded or used."""

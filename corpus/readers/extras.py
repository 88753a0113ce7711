"""Libraries that only some shelves need, and what to install where one is missing.

Invariant: a missing library is an error that names the extra, never an import error.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from corpus.errors import DocumentError


def need(module: str, extra: str, path: Path) -> None:
    """Raise DocumentError, naming the extra to install, when a module that a file needs is not there."""
    try:
        import_module(module)
    except ImportError as error:
        suffix = path.suffix.lower()
        raise DocumentError(
            f"{path}: {suffix} files need an extra: pip install 'tenkyo[{extra}]' (no module {module})"
        ) from error

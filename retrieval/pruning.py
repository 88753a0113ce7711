"""Keeps the store of vectors in proportion to what the indexes use.

Invariant: nothing that a finished generation was made of is forgotten, nor anything put within a day, which a build
that is under way or was killed may want.
"""

from __future__ import annotations

from pathlib import Path

from retrieval.store import FILE, ContentStore

KEYS = "kept.bin"
_KEY_BYTES = 32
_UNUSED_ALLOWED = 20_000  # values, some 30 MB: below it a store is not worth the work


def write_keys(path: Path, used: set[bytes]) -> None:
    """Write below a generation's path what it was made of."""
    (path / KEYS).write_bytes(b"".join(sorted(used)))


def prune(index_dir: Path, allowed: int = _UNUSED_ALLOWED, days: int = 1) -> int:
    """Forget what no generation under the directory was made of; return how many values.

    Does nothing while the unused are fewer than ``allowed`` and fewer than the used, or where a generation does not
    say what it was made of. Raises IndexBroken.
    """
    used: set[bytes] = set()
    for generation in index_dir.glob("*/generations/*/"):
        try:
            keys = (generation / KEYS).read_bytes()
        except OSError:
            if (generation / "manifest.json").exists():
                return 0
            continue  # being built, or left by a build that was killed
        used.update(keys[at : at + _KEY_BYTES] for at in range(0, len(keys), _KEY_BYTES))
    store = ContentStore(index_dir / FILE)
    if len(store) - len(used) <= max(allowed, len(used) if allowed else 0):
        return 0
    return store.prune(used, days)

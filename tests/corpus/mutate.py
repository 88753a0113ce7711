"""Reads mutated documents without a crash, a hang or a lost byte: ``python -m tests.corpus.mutate 100000``.

Each mutant is made from one seed number, so a failure can be read again: ``… mutate 1 --seed 4711``. ``--jobs`` shares
the seeds out over so many processes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

from corpus.errors import DocumentError
from corpus.readers.document import to_document
from corpus.readers.text import decode
from tests.corpus.generated import draw
from tests.corpus.roundtrip import faults

_PATIENCE = 20  # seconds of the processor for one document, for other programs may be running
_STRETCH = 500  # seeds that one process takes at a time
_HERE = Path(__file__).resolve()
_SIGNS = (
    *("\n", "\n\n", "\r\n", "\x0c", "\t", "\u3000", "\u200b", "\ufeff", "|", "\n---\n", "\n- 7 -\n", "\n12\n", "# "),
    *("**", "`", "```\n", "<sup>1</sup>", "[^2]", "[3]", "（注4）", "※5", "⁶", "①", "1)", "(2) ", "* ", "・", "■"),
    *(
        "「",
        "」",
        "『",
        "（",
        ")",
        "<",
        ">",
        "\\",
        "表1 ",
        "Table 2. ",
        "出典：",
        "注\n",
        "References\n",
        "p://",
        "www.",
    ),
    *("https://x.example/a_b", "<!-- 港。 -->", "![](a.png)", '[a](b "c.")', "2024年3月1日", "1,234", "12%", "…… 3\n"),
    *("{4}-----", "。", ".", "、", "\x1b[0m", "\x07", "\u202e", "é", "𠮷", "🚢", "Q1．", "〈表 2〉", "♪"),
)


def originals() -> list[str]:
    """Return the documents that mutants are made from: the fixtures, the shelf and, where present, the seeds."""
    root = _HERE.parents[2]
    folders = (_HERE.parent / "fixtures", root / "corpus" / "documents", root.parent / "shared" / "seeds")
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*"))]
    return [path.read_text("utf-8") for path in files if path.suffix in (".md", ".txt")]


def mutant(texts: Sequence[str], seed: int) -> bytes:
    """Return the mutated document of a seed."""
    rng = random.Random(seed)
    text = draw(seed)[0] if rng.random() < 0.2 else rng.choice(texts)
    if rng.random() < 0.9:
        text = _window(text, rng)
    for _ in range(rng.randint(1, 12)):
        text = rng.choice(_CHANGES)(text, rng)
    data = text.encode("utf-8", "replace")
    if rng.random() < 0.02 and data:
        at = rng.randrange(len(data))
        data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
    return b"\xef\xbb\xbf" + data if rng.random() < 0.05 else data


def _window(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    return "\n".join(lines[start : start + rng.randint(1, 40)])


def _insert(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(_SIGNS) * rng.choice([1, 1, 1, 2, 5]) + text[at:]


def _delete(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice([1, 1, 2, 8, 60]) :]


def _repeat(text: str, rng: random.Random) -> str:
    at, size = rng.randint(0, len(text)), rng.choice([1, 5, 40, 200])
    return text[: at + size] + text[at : at + size] * rng.choice([1, 2, 6]) + text[at + size :]


def _swap_lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    i, k = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[i], lines[k] = lines[k], lines[i]
    return "\n".join(lines)


def _no_blanks(text: str, rng: random.Random) -> str:
    return text.replace("\n\n", "\n" if rng.random() < 0.5 else "\n\n\n")


def _wrap(text: str, rng: random.Random) -> str:
    size = rng.randint(5, 60)
    return "\n".join(line[i : i + size] for line in text.split("\n") for i in range(0, max(len(line), 1), size))


def _indent(text: str, rng: random.Random) -> str:
    by = rng.choice(["  ", "    ", "\u3000", "> ", "\t"])
    return "\n".join(by + line if rng.random() < 0.3 else line for line in text.split("\n"))


_CHANGES = (_insert, _insert, _insert, _delete, _delete, _repeat, _swap_lines, _no_blanks, _wrap, _indent)


def read_mutants(count: int, first: int = 0) -> Iterator[tuple[int, str]]:
    """Read so many mutants and yield what each failed at, with its seed; nothing for a mutant that is read well."""
    texts = originals()
    for seed in range(first, first + count):
        data = mutant(texts, seed)
        signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
        try:
            document = to_document(decode(Path("mutant.md"), data))
            found = list(faults(document, data))
        except DocumentError:
            continue  # refused in words
        except Exception as error:
            yield seed, f"{type(error).__name__}: {error}"
            continue
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        for fault in found:
            yield seed, fault


def _hangs(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"not read within {_PATIENCE} seconds")


def _prepare() -> None:
    signal.signal(signal.SIGPROF, _hangs)


def _firsts(seed: int, count: int) -> range:
    return range(seed, seed + count, _STRETCH)


def _stretch(asked: tuple[int, int]) -> list[tuple[int, str]]:
    """Read a stretch of seeds: its first and how many."""
    return list(read_mutants(asked[1], asked[0]))


def main() -> int:
    """Read the mutants that the command line asks for; return 1 when any was not read well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0, help="seed of the first mutant")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    asked = parser.parse_args()
    started = time.perf_counter()
    kinds: Counter[str] = Counter()
    stretches = [(first, min(_STRETCH, asked.seed + asked.count - first)) for first in _firsts(asked.seed, asked.count)]
    with multiprocessing.Pool(max(asked.jobs, 1), _prepare) as pool:
        for done, found in enumerate(pool.imap_unordered(_stretch, stretches), 1):
            for seed, fault in found:
                kinds[fault.split(":")[0]] += 1
                sys.stdout.write(f"{seed}: {fault[:300]}\n")
            if done * _STRETCH % 10_000 == 0:
                sys.stdout.write(f"{done * _STRETCH} read\n")
            sys.stdout.flush()
    seconds = time.perf_counter() - started
    sys.stdout.write(f"{asked.count} mutants in {seconds:.0f} s, faults: {sum(kinds.values())} {dict(kinds)}\n")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())

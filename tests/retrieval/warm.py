"""Imported by the process that starts builders, so that each need not load again what is slow to load."""

from __future__ import annotations

import codecs
import threading

import bm25s
from tqdm import tqdm

import retrieval.chroma
import tests.retrieval.builders
from retrieval.commonness import LANGUAGES, usual_words
from retrieval.tokens import terms

__all__ = ["bm25s", "retrieval", "tests"]

terms("港")
codecs.lookup("ascii")  # what a process without the rights to read the libraries could not load later
tqdm.set_lock(threading.RLock())  # its own is shared by all processes: one killed while holding it stops the others
for _lang in LANGUAGES:
    usual_words(_lang, 1)

"""What the signs of a misprint weigh: made by `tests/corpus/weigh_misprints.py`, not by hand."""

WEIGHTS = {
    "doubled": -1.19,
    "gain": 0.26,
    "kana": -0.32,
    "kanji": -0.45,
    "likely: elsewhere as a word": 1.27,
    "likely: elsewhere with its neighbours": 1.12,
    "likely: longer": 1.22,
    "likely: not frequent": -0.82,
    "likely: one character for one": 1.32,
    "likely: unknown": -2.63,
    "name": -0.83,
    "old": 1.05,
    "printed: a name": -0.87,
    "printed: again as a word": -1.75,
    "printed: again with its neighbours": -3.20,
    "printed: behind a number": -1.26,
    "printed: frequency": -0.54,
    "printed: in old spelling": -6.20,
    "printed: not frequent": -1.78,
    "script": 0.69,
    "size": -0.32,
    "split": 2.50,
    "swapped": 0.82,
    "voice": -0.15,
}
BIAS = -0.66

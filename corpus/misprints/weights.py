"""What the signs of a misprint weigh: made by `tests/corpus/weigh_misprints.py`, not by hand."""

WEIGHTS = {
    "doubled": -1.19,
    "gain": 0.26,
    "kana": -0.33,
    "kanji": -0.46,
    "likely: elsewhere as a word": 1.27,
    "likely: elsewhere with its neighbours": 1.11,
    "likely: longer": 1.24,
    "likely: not frequent": -0.82,
    "likely: one character for one": 1.35,
    "likely: unknown": -2.64,
    "name": -0.84,
    "old": 1.58,
    "printed: a name": -1.49,
    "printed: again as a word": -1.74,
    "printed: again with its neighbours": -3.19,
    "printed: behind a number": -1.25,
    "printed: frequency": -0.54,
    "printed: in old spelling": -6.20,
    "printed: not frequent": -1.79,
    "script": 0.69,
    "size": -0.33,
    "split": 2.50,
    "swapped": 0.82,
    "voice": -0.16,
}
BIAS = -0.67

"""The report of an evaluation as one self-contained HTML page: pure functions from runs to text.

Invariant: the page needs nothing but itself (styles, script and charts are inline, and a content security policy
forbids everything else), every value is escaped, and items of the held split are in it only where the run showed them.
"""

from bot.evaluation.html.page import page

__all__ = ["page"]

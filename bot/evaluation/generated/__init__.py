"""Random tables in files, and gold questions about them whose truth is known by construction."""

from bot.evaluation.generated.shelf import make_shelf, write_shelf

__all__ = ["make_shelf", "write_shelf"]

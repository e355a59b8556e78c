"""`python -m checker`: the command."""

from __future__ import annotations

from checker.cli import run

if __name__ == "__main__":
    run()

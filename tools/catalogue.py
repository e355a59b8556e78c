"""Write docs/rules.md from the rule packs; with --check only say whether it is up to date (exit 1 where it is not)."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.reporters.catalogue import catalogue
from checker.rulepack import load_packs

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def main(arguments: list[str]) -> int:
    """Write the page, or compare it."""
    text = catalogue(load_packs())
    if "--check" not in arguments:
        PAGE.write_text(text, "utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return 0
    print("docs/rules.md is not what the packs say; run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

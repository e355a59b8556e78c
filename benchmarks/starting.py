"""How fast the command starts: its version, and the whole check of the sample story, each in a fresh process."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measuring import Row, at_most, in_turn

TIMES = 7
VERSION_RATIO, VERSION_MORE = 1.5, 30.0
CHECK_RATIO = 4.0
STORY = "seeds/us-china-apps"


def rows() -> Iterator[Row]:
    """The rows on cold starts."""
    version, nothing, check, imports = in_turn(
        [
            ("-m", "checker", "--version"),
            ("-c", "pass"),
            ("-m", "checker", "check", STORY),
            ("-c", "import pydantic, jsonschema, tabulate"),
        ],
        TIMES,
    )
    limit = VERSION_RATIO * nothing + VERSION_MORE
    yield Row(
        "checker --version against python -c pass",
        f"{version:.0f} ms against {nothing:.0f} ms",
        f"{version / nothing:.2f} times, {version - nothing:.0f} ms more",
        f"<= {VERSION_RATIO:g} times + {VERSION_MORE:g} ms ({limit:.0f} ms)",
        "yes" if version <= limit else "no",
    )
    measured = f"{check:.0f} ms against {imports:.0f} ms"
    what = "checker check on the sample story, cold, against importing pydantic, jsonschema, tabulate"
    yield at_most(what, measured, check / imports, CHECK_RATIO, "times")

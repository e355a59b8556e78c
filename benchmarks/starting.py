"""How fast the command starts: its version, the check of the sample story, a gate with 20 sources; in new processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Row, at_most, in_turn
from benchmarks.story import articles

TIMES = 7
VERSION_RATIO, VERSION_MORE = 1.5, 30.0
CHECK_RATIO = 4.0
GATE_RATIO, WARM_RATIO = 4.0, 2.5
SOURCES = 20
IMPORTS = "import pydantic, jsonschema, tabulate"
STORY = "seeds/us-china-apps"


def rows() -> Iterator[Row]:
    """The rows on cold starts."""
    version, nothing, check, imports = in_turn(
        [
            ("-m", "checker", "--version"),
            ("-c", "pass"),
            ("-m", "checker", "check", STORY, "--no-cache"),
            ("-c", IMPORTS),
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
    with TemporaryDirectory() as folder:
        yield from _gates(Path(folder))


def _gates(folder: Path) -> Iterator[Row]:
    """The rows on a gate, with nothing kept of what is read and with all of it kept."""
    draft, sources, kept = folder / "draft.txt", folder / "sources", folder / "kept"
    sources.mkdir()
    days = []
    for number, (name, text, language, day) in enumerate(articles(SOURCES + 1)):
        (sources / f"{name}.txt" if number else draft).write_text(text, "utf-8")
        days.append(f'[sources.{name}]\npublished = "{day}"\nlanguage = "{language}"\n')
    (sources / "sources.toml").write_text("".join(days[1:]), "utf-8")
    gate = ("-m", "checker", "gate", str(draft), "--sources", str(sources), "--isolated", "--cache-dir")
    begin = f"import shutil; shutil.rmtree({str(folder / 'cold')!r}, ignore_errors=True)"
    change = f"open({str(draft)!r}, 'a', encoding='utf-8').write('\\nNobody was told more.\\n')"
    _, cold, _, changed, warm, imports = in_turn(
        [
            ("-c", begin),
            (*gate, str(folder / "cold")),
            ("-c", change),
            (*gate, str(kept)),
            (*gate, str(kept)),
            ("-c", IMPORTS),
        ],
        TIMES,
    )
    against = f"checker gate on a draft and {SOURCES} sources, {{}}, against importing pydantic, jsonschema, tabulate"
    for state, spent, limit in (
        ("cold cache", cold, GATE_RATIO),
        ("warm cache, the draft changed", changed, WARM_RATIO),
        ("warm cache, nothing changed", warm, WARM_RATIO),
    ):
        measured = f"{spent:.0f} ms against {imports:.0f} ms"
        yield at_most(against.format(state), measured, spent / imports, limit, "times")

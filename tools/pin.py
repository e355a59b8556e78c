"""Write constraints.txt: every package that the project and its tests need, with version and the hashes of its wheels.

The packages are resolved by pip for this interpreter; the hashes are those of the wheels that pip would take for each
Python and platform in TARGETS. Versions and hashes only: where packages come from is the business of whoever installs.

usage: python tools/pin.py        (needs pip, and an index to ask; takes some minutes)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
LINUX = ("manylinux_2_34", "manylinux_2_31", "manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux_2_17")
PLATFORMS = (
    tuple(f"{tag}_x86_64" for tag in (*LINUX, "manylinux2014")),
    tuple(f"{tag}_aarch64" for tag in (*LINUX, "manylinux2014")),
    ("macosx_15_0_arm64",),
    ("macosx_15_0_x86_64",),
    ("win_amd64",),
)
TARGETS = [(python, platforms) for python in PYTHONS for platforms in PLATFORMS]
ONLY_ON = {"colorama": 'sys_platform == "win32"'}
"""What packages need on one platform only, so that resolving elsewhere does not find it."""
HEADER = """# Made by tools/pin.py from pyproject.toml: versions and hashes of all that the project and its tests need.
"""


def main() -> None:
    """Resolve, gather the hashes, write the file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], *ONLY_ON]
    resolved = _report("--ignore-installed", *wanted)
    assert resolved is not None, "pip found no set of versions that fits"
    versions = {_name(item): str(item["metadata"]["version"]) for item in resolved}
    hashes: dict[str, set[str]] = {name: _hashes(item) for item in resolved for name in [_name(item)]}
    for python, platforms in TARGETS:
        for name, found in _for_target(python, platforms, versions).items():
            hashes[name] |= found
    (ROOT / "constraints.txt").write_text(HEADER + "".join(_lines(versions, hashes)), "utf-8")


def _for_target(python: str, platforms: Iterable[str], versions: Mapping[str, str]) -> dict[str, set[str]]:
    """The hashes of the wheels for one Python on one platform; says on stderr which packages have none."""
    with tempfile.TemporaryDirectory() as nowhere:
        options = ["--no-deps", "--only-binary=:all:", "--target", nowhere, "--python-version", python]
        options += [option for platform in platforms for option in ("--platform", platform)]
        pins = [f"{name}=={version}" for name, version in versions.items()]
        together = _report(*options, *pins)
        if together is not None:
            return {_name(item): _hashes(item) for item in together}
        found: dict[str, set[str]] = {}
        for pin in pins:
            alone = _report(*options, pin)
            if alone is None:
                print(f"no wheel of {pin} for Python {python} on {' '.join(platforms)}", file=sys.stderr)
            found.update({_name(item): _hashes(item) for item in alone or ()})
        return found


def _report(*arguments: str) -> list[dict[str, Any]] | None:
    """What pip would install, None where it finds no way."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--report", "-", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return None
    items: list[dict[str, Any]] = json.loads(done.stdout)["install"]
    return items


def _name(item: Mapping[str, Any]) -> str:
    return str(item["metadata"]["name"]).lower().replace("_", "-").replace(".", "-")


def _hashes(item: Mapping[str, Any]) -> set[str]:
    return {f"sha256:{item['download_info']['archive_info']['hashes']['sha256']}"}


def _lines(versions: Mapping[str, str], hashes: Mapping[str, set[str]]) -> Iterable[str]:
    for name in sorted(versions):
        marker = f" ; {ONLY_ON[name]}" if name in ONLY_ON else ""
        pins = "".join(f" \\\n    --hash={digest}" for digest in sorted(hashes[name]))
        yield f"{name}=={versions[name]}{marker}{pins}\n"


if __name__ == "__main__":
    main()

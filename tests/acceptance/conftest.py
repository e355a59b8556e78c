"""The command run as a user runs it: in a process of its own, from a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.desk import lay_out

ROOT = Path(__file__).parent.parent.parent
STORY = ROOT / "seeds" / "us-china-apps"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checker(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs `checker` with arguments, in `tmp_path`, with a cache of its own; keywords add to the environment."""
    cache = tmp_path_factory.mktemp("cache")

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(filter(None, (environment.pop("PYTHONPATH", ""), str(ROOT))))
        return subprocess.run(
            [sys.executable, "-m", "checker", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, "XDG_CACHE_HOME": str(cache), **environment},
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with drafts and sources."""
    lay_out(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def story() -> Path:
    """The sample story."""
    return STORY

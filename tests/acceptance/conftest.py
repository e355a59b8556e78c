"""The command run as a user runs it: in a process of its own, from a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STORY = ROOT / "seeds" / "us-china-apps"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checker(tmp_path: Path) -> Run:
    """Runs `checker` with arguments, in `tmp_path`; keywords add to the environment."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(filter(None, (environment.pop("PYTHONPATH", ""), str(ROOT))))
        return subprocess.run(
            [sys.executable, "-m", "checker", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, **environment},
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.fixture(scope="session")
def story() -> Path:
    """The sample story."""
    return STORY

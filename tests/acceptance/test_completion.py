"""`checker completion bash`: what bash would offer."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.acceptance.conftest import Run

OFFER = 'source /dev/stdin; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _checker; echo "${COMPREPLY[*]}"'


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not at hand")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["checker", "ga"], "gate"),
        (["checker", "--ver"], "--version"),
        (["checker", "baseline", "u"], "update"),
        (["checker", "gate", "draft.md", "--fail-on", ""], "conflict gap never"),
        (["checker", "gate", "draft.md", "--so"], "--sources"),
        (["checker", "rules", "list", "--pa"], "--packs"),
        (["checker", "check", "--format", "sarif"], "sarif sarif-github"),
        (["checker", "completion", "b"], "bash"),
        (["checker", "gate", "draf"], ""),
        (["checker", "gate", ""], ""),
        (["checker", "baseline", ""], "create update prune"),
    ],
    ids=" ".join,
)
def test_what_bash_offers(checker: Run, typed: list[str], offered: str) -> None:
    script = checker("completion", "bash").stdout
    done = subprocess.run(["bash", "-c", OFFER, "bash", *typed], input=script, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == (f"{offered}\n", "")


def test_zsh_is_given_what_it_needs(checker: Run) -> None:
    lines = checker("completion", "zsh").stdout.splitlines()
    assert lines[1] == "autoload -U +X bashcompinit && bashcompinit"
    assert lines[-1] == "complete -o default -F _checker checker"

"""A pytest plugin: `pytest my-pack/` runs the cases of a rule pack, says what is wrong with its files, and holds laws.

Each `ID.cases.toml` beside a `pack.toml` is collected, a case an item that begins with its rule (`-k 9001` runs one
rule), and each `pack.toml`: an item `sound`, and one for each law. Where hypothesis is not installed there are no laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from checker.model.rule import RuleCase
    from checker.testing.laws import Law
    from checker.testing.subject import Subject

EXAMPLES = 20
"""So many examples are tried of each law where `--law-examples` says nothing."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--law-examples`."""
    about = f"try each law of a rule pack on so many examples (default: {EXAMPLES})"
    parser.getgroup("checker").addoption("--law-examples", type=int, default=EXAMPLES, metavar="N", help=about)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A collector for the files of a pack that hold something to be run."""
    if file_path.name == "pack.toml":
        return _PackFile.from_parent(parent, path=file_path)
    if file_path.name.endswith(".cases.toml"):
        from checker.rulepack import is_pack

        return _CasesFile.from_parent(parent, path=file_path) if is_pack(file_path.parent) else None
    return None


@cache
def _subject(folder: Path) -> Subject:
    """The pack in a folder, with all that it can build on."""
    from checker.rulepack import load_pack
    from checker.testing.subject import subject_of

    return subject_of([folder], load_pack(folder).id)


class _Failed(Exception):
    """What is wrong, in words: a traceback says nothing of a pack."""


class _Item(pytest.Item):
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from checker.errors import CheckerError

        told = isinstance(excinfo.value, (_Failed, CheckerError))
        return str(excinfo.value) if told else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name


class _CasesFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        """The cases of one file."""
        from checker.errors import PackError
        from checker.rulepack import load_cases

        try:
            cases = load_cases(self.path)
        except PackError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            yield _CaseItem.from_parent(self, name=f"{case.rule}: {case.name}", case=case)


class _CaseItem(_Item):
    def __init__(self, *, case: RuleCase, **about: Any) -> None:
        super().__init__(**about)
        self.case = case

    def runtest(self) -> None:
        """Judge the case's articles and compare what its rule finds."""
        from checker.rulecases import result_of

        subject = _subject(self.path.parent)
        result = result_of(self.case, subject.findings(self.case.articles, draft=self.case.draft))
        if not result.passed:
            raise _Failed(f"expected: {result.expected}\ngot:      {result.got}")


class _PackFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        """What is to be tried of a pack as a whole."""
        yield _Sound.from_parent(self, name="sound")
        if find_spec("hypothesis") is not None:
            from checker.testing.laws import laws_of

            for law in laws_of():
                yield _LawItem.from_parent(self, name=f"law {law.name}", law=law)


class _Sound(_Item):
    def runtest(self) -> None:
        """All that `checker validate` says of the pack, and the cases that its rules lack."""
        from checker.errors import PackError, raise_all
        from checker.pipeline import problems_of_packs

        raise_all(PackError, problems_of_packs([self.path.parent]))


class _LawItem(_Item):
    def __init__(self, *, law: Law, **about: Any) -> None:
        super().__init__(**about)
        self.law = law

    def runtest(self) -> None:
        """Hold the law against the pack; skipped where it does not apply to that."""
        from checker.testing.laws import hold

        results = list(hold([self.law], _subject(self.path.parent), self.config.getoption("law_examples")))
        if not results:
            pytest.skip("it does not apply to this pack")
        if results[0].broken is not None:
            raise _Failed(f"{self.law.why}\n{results[0].broken}")

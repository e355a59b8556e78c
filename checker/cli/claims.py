"""`checker extract` and `checker validate`: the files that go in between."""

from __future__ import annotations

import json
from argparse import Namespace

from checker.cli import CLEAN, FAILURE
from checker.cli.reading import reader
from checker.cli.settings import settings
from checker.cli.streams import STDOUT, complain, complain_of, emit, unusable, write_files
from checker.errors import Problem, UsageError, raise_all


def extract(options: Namespace) -> int:
    """Write what articles claim as JSON lines. Where nothing could be read no file is written."""
    file = options.file or STDOUT
    if file != STDOUT:
        raise_all(UsageError, (Problem(f"-o {at}", what, cure) for at, what, cure in unusable([file], options.paths)))
    said = settings(options, options.paths[0])
    from checker import pipeline

    extracted = pipeline.extract_paths(
        options.paths, packs=said.packs, language=said.lang, published=said.published, reader=reader(said, options)
    )
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in extracted.records]
    if file == STDOUT:
        emit("".join(lines))
    elif lines or not extracted.problems:
        write_files({file: lines})
        if not options.quiet:
            complain(f"{file}: {len(lines)} records written")
    complain_of(extracted.problems)
    return FAILURE if extracted.problems else CLEAN


def validate(options: Namespace) -> int:
    """Say of each file whether it keeps its schema; what breaks it goes to stderr."""
    from checker import pipeline

    broken = False
    for path in options.paths:
        problems = pipeline.validate_file(path)
        complain_of(problems)
        broken = broken or bool(problems)
        if not problems and not options.quiet:
            emit(f"{path}: valid\n")
    return FAILURE if broken else CLEAN

"""The command `checker`: arguments in, text and exit codes out.

Exit codes: 0 clean, 1 findings at or above the threshold, 2 usage, input or internal error, 130 interrupted. What a
command needs is imported when it runs, so that `checker --version` loads next to nothing.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from checker.cli.arguments import parser
from checker.cli.streams import complain, complain_of

_COLLECT_AFTER = 500_000
"""New objects between two searches for cycles. What a run makes lives until its end: searching it as often as Python
does took a fifth of the time and found nothing.
"""

CLEAN, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130


def run() -> NoReturn:
    """The process: one command, and its exit code at once. To take apart what it made, object by object, as Python does
    at its end, takes a twentieth of the time; where other processes took part, what is shared with them is put away.
    """
    code = main()
    with suppress(OSError, ValueError):  # what cannot be written is complained of by Python's own end
        sys.stdout.flush()
        sys.stderr.flush()
        if "multiprocessing" not in sys.modules:
            os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Bad arguments raise SystemExit(2), as argparse does."""
    options = parser().parse_args(arguments)
    module, _, name = options.run.partition(":")
    gc.set_threshold(_COLLECT_AFTER, 20, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes time; one could change values
    try:
        run: Callable[..., int] = getattr(import_module(module), name)
        return run(options)
    except KeyboardInterrupt:
        complain("interrupted; no output file was left half-written")
        return INTERRUPTED
    except Exception as error:
        return _failed(error, verbose=options.verbose)
    finally:
        gc.freeze()  # else all is searched once more at the end


def _failed(error: Exception, *, verbose: bool) -> int:
    """Say what is wrong with the input, or that the fault is the checker's own."""
    from checker.errors import CheckerError

    if isinstance(error, CheckerError):
        complain_of(error.problems)
    elif verbose:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    else:
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        complain(f"internal error: {what}; run it again with --verbose and report what it prints")
    return FAILURE

"""A fact-consistency checker: what articles about one story agree on, contradict each other in, and leave out.

The public names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.ingest import read_article as read_article
    from checker.model.finding import Finding as Finding
    from checker.model.report import Report as Report
    from checker.pipeline import check_paths as check
    from checker.pipeline import check_texts as check_texts
    from checker.pipeline import extract_paths as extract
    from checker.values.comparison import compare_values as compare_values
    from checker.values.find import find_values as find_values

__version__ = "0.1.0"

_PUBLIC = {
    "read_article": ("checker.ingest", "read_article"),
    "find_values": ("checker.values.find", "find_values"),
    "extract": ("checker.pipeline", "extract_paths"),
    "check": ("checker.pipeline", "check_paths"),
    "check_texts": ("checker.pipeline", "check_texts"),
    "compare_values": ("checker.values.comparison", "compare_values"),
    "Report": ("checker.model.report", "Report"),
    "Finding": ("checker.model.finding", "Finding"),
}
__all__ = [
    "Finding",
    "Report",
    "__version__",
    "check",
    "check_texts",
    "compare_values",
    "extract",
    "find_values",
    "read_article",
]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'checker' has no attribute '{name}'")
    module, attribute = _PUBLIC[name]
    return getattr(import_module(module), attribute)

"""Laws that hold for any comparison, rule or pack, each with its reason; `laws_of` names them, `hold` tries them."""

from __future__ import annotations

import checker.testing.laws.comparing
import checker.testing.laws.editing
import checker.testing.laws.findings
import checker.testing.laws.sources  # noqa: F401  # each module adds its laws
from checker.testing.laws.law import LAWS, Broken, Law
from checker.testing.laws.running import EXAMPLES, LawResult, hold, laws_of, test_of

__all__ = ["EXAMPLES", "LAWS", "Broken", "Law", "LawResult", "hold", "laws_of", "test_of"]

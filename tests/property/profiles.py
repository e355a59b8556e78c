"""How many examples the properties try: few in `make test`, many under the Hypothesis profile `thorough`.

HYPOTHESIS_PROFILE=thorough python -m pytest tests/property
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
MANY = 40
"""So many times the examples of the quick profile are tried in the thorough one."""


def quick(examples: int) -> settings:
    """So many examples; under the profile `thorough` many more."""
    return settings(
        max_examples=examples * MANY if THOROUGH else examples,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )

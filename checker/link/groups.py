"""What belongs together through pairs: every group is named by its least member."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Groups:
    """Groups of ids, joined pair by pair."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._of: dict[str, list[str]] = {}
        for one, other in pairs:
            self.join(one, other)

    def members_of(self, name: str) -> Sequence[str]:
        """All that is in the group of `name`, the least first; `name` alone where it was never joined."""
        return self._of.get(name, [name])

    def head(self, name: str) -> str:
        """The least member of the group of `name`."""
        return self.members_of(name)[0]

    def join(self, one: str, other: str) -> None:
        """Make the groups of two ids one."""
        less, more = sorted((self._of.setdefault(name, [name]) for name in (one, other)), key=len)
        if less is not more:
            at = len(more)
            more += less
            if more[at] < more[0]:
                more[0], more[at] = more[at], more[0]
            self._of.update((name, more) for name in less)

    def members(self) -> dict[str, list[str]]:
        """Head -> members, both sorted."""
        return {head: sorted(self._of[head]) for head in sorted(self._of) if head == self.head(head)}

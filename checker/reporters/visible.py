"""Text from outside, made safe to print: it may hold terminal escapes, line ends, marks that turn its direction, or
commands to the program that runs a build."""

from __future__ import annotations

import re

_CONTROLS = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # ␛ and its like
    0x7F: "␡",
    ord("\t"): " ",
    ord("\n"): "⏎",
    0x85: "⏎",
    0x2028: "⏎",
    0x2029: "⏎",
}
UNSEEN = (
    *range(0x80, 0x85), *range(0x86, 0xA0),  # C1 controls
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # direction marks
    0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080),  # characters that cannot be seen
    *range(0xD800, 0xE000),  # lone surrogates, which cannot be encoded
    *range(0xFDD0, 0xFDF0), *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
)  # fmt: skip  # (the last are no characters at all, and XML cannot hold them)
"""Code points that nobody sees and some program acts on, beside the controls of ASCII."""
_TABLE = {**_CONTROLS, **{code: f"<U+{code:04X}>" for code in UNSEEN}}
_SAVES = 80
"""What is left out of a long text is more than so many characters."""
_COMMAND = re.compile(r":(?=:)|#(?=#\w*\[)")
"""After which `::error::`, `##[group]` and `##vso[…]` are broken: build servers obey them in whatever is printed."""


def visible(text: str) -> str:
    """`text` on one line with nothing that a terminal or a build server acts on.

    Line ends are shown as ⏎, other controls and what cannot be seen as a sign or `<U+202E>`, `::` as `: :`.
    """
    return _COMMAND.sub(r"\g<0> ", text.replace("\r\n", "\n").translate(_TABLE))


def shortened(text: str, limit: int) -> str:
    """`text`, or where it has far more than `limit` characters its two ends and how many were left out between them.

    No word is cut where the ends have spaces; what would save less than a line is left whole.
    """
    if len(text) <= limit + _SAVES:
        return text
    head, tail = text[: limit * 2 // 3], text[-(limit // 3) :]
    head, tail = head.rpartition(" ")[0] or head, tail.partition(" ")[2] or tail
    return f"{head} [… {len(text) - len(head) - len(tail)} characters …] {tail}"


def clipped(text: str, limit: int) -> str:
    """`text`, or as many of its first words as `limit` characters hold, and a `…`."""
    if len(text) <= limit:
        return text
    words, space, _ = text[:limit].rpartition(" ")
    return f"{words if space else text[: limit - 1]}…"

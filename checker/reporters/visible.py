"""Text from outside, made safe to print: it may hold terminal escapes, line ends, or marks that turn its direction."""

from __future__ import annotations

_CONTROLS = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # ␛ and its like
    0x7F: "␡",
    ord("\t"): " ",
    ord("\n"): "⏎",
    0x85: "⏎",
    0x2028: "⏎",
    0x2029: "⏎",
}
_NAMED = (
    *range(0x80, 0x85), *range(0x86, 0xA0),  # C1 controls
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # direction marks
    0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080),  # characters that cannot be seen
    *range(0xD800, 0xE000),  # lone surrogates, which cannot be encoded
)  # fmt: skip
_TABLE = {**_CONTROLS, **{code: f"<U+{code:04X}>" for code in _NAMED}}


def visible(text: str) -> str:
    """`text` on one line with nothing that a terminal acts on: line ends as ⏎, the rest as a sign or `<U+202E>`."""
    return text.replace("\r\n", "\n").translate(_TABLE)


def shortened(text: str, limit: int) -> str:
    """`text`, or where it has more than `limit` characters its two ends and how many were left out between them."""
    head, tail = limit * 2 // 3, limit // 3
    left_out = len(text) - head - tail
    return text if len(text) <= limit else f"{text[:head]} [… {left_out} characters …] {text[-tail:]}"


def clipped(text: str, limit: int) -> str:
    """`text`, or as many of its first words as `limit` characters hold, and a `…`."""
    if len(text) <= limit:
        return text
    words, space, _ = text[:limit].rpartition(" ")
    return f"{words if space else text[: limit - 1]}…"

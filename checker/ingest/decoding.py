"""Bytes to text: UTF-8 or an error that says where it breaks. No other encoding is guessed."""

from __future__ import annotations

import codecs

from checker.errors import InputError, Problem

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_SAVE = "save it as UTF-8"


def decoded(data: bytes, where: str) -> str:
    """The text of a file without its byte order mark, line ends untouched. Raises InputError.

    The file is refused where it is empty, binary, in UTF-16 or UTF-32, or not UTF-8 at some byte.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        raise InputError(Problem(where, "the file is in UTF-16 or UTF-32", _SAVE))
    if b"\0" in data:
        raise InputError(_binary(where, f"a NUL at byte {data.index(0)}"))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(data, error.start, where)) from None
    if not text.strip():
        raise InputError(empty(where))
    return text


def empty(where: str) -> Problem:
    """The problem of a file or text without a word."""
    return Problem(where, "there is no text in it", "give the article's text or leave it out")


def _undecodable(data: bytes, offset: int, where: str) -> Problem:
    if len(data) - len(data.translate(None, _CONTROL)) > len(data) // 100:
        return _binary(where, f"no text at byte {offset}")
    line = data.count(b"\n", 0, offset) + 1
    return Problem(f"{where}:{line}", f"byte {offset} (0x{data[offset]:02x}) is not UTF-8", _SAVE)


def _binary(where: str, why: str) -> Problem:
    return Problem(where, f"the file is binary ({why})", "give the article as text")

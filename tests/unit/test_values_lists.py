"""Lists of names, complete or not."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.model.value import Names
from checker.values import proper
from checker.values.lexer import lex


def lists(text: str, code: str) -> list[tuple[tuple[str, ...], bool]]:
    words = lexicon(code)
    found = proper.read(lex(text, words), words)
    return [(one.value.items, one.value.complete) for one in found if isinstance(one.value, Names)]


@pytest.mark.parametrize(
    ("code", "text", "items", "complete"),
    [
        ("en", "It bans two apps: Alipay and WeChat Pay.", ("Alipay", "WeChat Pay"), True),
        ("en", "It bans apps, including Alipay (Ant Group) and WeChat Pay (Tencent).", ("Alipay", "WeChat Pay"), False),
        ("en", "The offices in Lima, Quito and Bogota will close.", ("Lima", "Quito", "Bogota"), True),
        ("en", "It sells to Chad, Mali, Niger, among others.", ("Chad", "Mali", "Niger"), False),
        ("en", 'He owns "TikTok", "Signal" and "Telegram".', ("TikTok", "Signal", "Telegram"), True),
        ("fr", "Huit services, dont Alipay (Ant Group) et WeChat Pay (Tencent).", ("Alipay", "WeChat Pay"), False),
        ("fr", "Des réseaux comme Telegram ou Signal gagnent du terrain.", ("Telegram", "Signal"), False),
        ("fr", "Ces applications : TikTok, Signal, et Telegram.", ("TikTok", "Signal", "Telegram"), True),
        (
            "fr",
            "Il travaille avec le département du Commerce et le département de la Défense.",
            ("département du Commerce", "département de la Défense"),
            True,
        ),
    ],
)
def test_lists(code: str, text: str, items: tuple[str, ...], complete: bool) -> None:
    assert lists(text, code) == [(items, complete)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Tencent and Microsoft did not comment."),
        ("en", "Leaders of the Senate, Nancy Moreno, and Chuck Abel were there."),
        ("fr", "Le maire, le préfet et le procureur sont là."),
        ("fr", "TikTok est mis en cause. Signal et Telegram se taisent."),
    ],
)
def test_no_lists(code: str, text: str) -> None:
    assert lists(text, code) == []

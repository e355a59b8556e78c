"""The markup of a Markdown text, as spans: the signs that are no words. The words of links and emphasis stay.

One pass over the text for each family of marks, each linear: line marks (headings, lists, quotations, rules, tables),
whole pieces (code fences, HTML, link definitions), brackets (links and images), and emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.ingest.page import Span
from checker.ingest.plain import addresses

_LINE = re.compile(r"(?P<line>[^\r\n]+)|\r\n|\r|\n")
_LINE_MARK = re.compile(r"\A(?:[ \t]*>[ \t]?){0,9}(?:[ \t]{0,9}(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"\A[ \t]{0,3}\|?[ \t]*:?-{1,200}:?[ \t]*(?:\|[ \t]*:?-{1,200}:?[ \t]*){1,99}\|?[ \t]*$")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]\r\n]{1,200}\]:[ \t]")
_WHOLE = re.compile(
    r"(?P<opens><!--|<(?:script|style)\b)|</?[a-zA-Z][^<>]{0,2000}>|<!(?!-)[^<>]{0,200}>"
    r"|\[\^[^\]\s]{1,60}\]|\\(?=[!-/:-@\[-`{-~])|&nbsp;",
    re.IGNORECASE,
)
_CLOSES = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
_BRACKET = re.compile(r"!?\[|\](?:\((?:[^()\r\n]|\([^()\r\n]{0,300}\)){0,2000}\)|\[[^\[\]\r\n]{0,200}\])?")
_EMPHASIS = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)|\*{1,3}|_{1,3}|~~|`{1,2}")


def markup(text: str, start: int) -> tuple[list[Span], dict[int, int]]:
    """The spans of markup and addresses from `start` on, in order and without overlap, and the headings (see Page)."""
    spans, headings = _line_marks(text, start)
    spans += _whole_pieces(text, start)
    spans += addresses(text, start)
    spans += _bracket_marks(text, start)
    spans = merged(spans)
    spans += _emphasis_marks(text, start, spans)
    return merged(spans), headings


def merged(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one, empty ones left out."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _line_marks(text: str, start: int) -> tuple[list[Span], dict[int, int]]:
    spans: list[Span] = []
    headings: dict[int, int] = {}
    fence = ""
    above: re.Match[str] | None = None
    in_table = False
    breaks = 0
    for match in _LINE.finditer(text, start):
        if match.lastgroup != "line":
            breaks += 1
            continue
        line, at = match["line"], match.start()
        if breaks > 1:
            above, in_table = None, False
        breaks = 0
        if opened := _FENCE.match(line):
            fence = "" if fence and opened[1].startswith(fence) else fence or opened[1]
            spans.append(match.span())
        elif fence or _DEFINITION.match(line):
            spans.append(match.span())
        elif above and (underline := _UNDERLINE.match(line)):
            spans.append(match.span())
            headings[above.start()] = 1 if underline[1][0] == "=" else 2
        elif _RULE.match(line):
            spans.append(match.span())
        elif _TABLE_RULE.match(line):
            spans.append(match.span())
            spans += _pipes(above["line"], above.start()) if above else []
            in_table = True
        else:
            spans += _marks_of_line(line, at, in_table, headings)
            above = match
            continue
        above = None
    return spans, headings


def _marks_of_line(line: str, at: int, in_table: bool, headings: dict[int, int]) -> Iterator[Span]:
    if heading := _HEADING.match(line):
        headings[at] = len(heading[1])
        yield at, at + heading.end()
        if closing := _CLOSING_HASHES.search(line[-80:]):
            yield at + len(line) - (closing.end() - closing.start()), at + len(line)
        return
    mark = _LINE_MARK.match(line)
    if mark and mark.end():
        yield at, at + mark.end()
    if in_table or line.lstrip().startswith("|"):
        yield from _pipes(line, at)


def _whole_pieces(text: str, start: int) -> Iterator[Span]:
    """HTML tags, comments and scripts, footnote signs, escapes; what is never closed reaches to the end."""
    at = start
    while match := _WHOLE.search(text, at):
        at = match.end()
        if match["opens"]:
            closing = _CLOSES[match["opens"].lower()]
            found = text.find(closing, at)
            at = found + len(closing) if found >= 0 else len(text)
        yield match.start(), at


def _pipes(line: str, at: int) -> Iterator[Span]:
    return ((at + match.start(), at + match.end()) for match in re.finditer(r"\|", line))


def _bracket_marks(text: str, start: int) -> list[Span]:
    """Brackets and destinations of links; an image as a whole, since its words are not the article's."""
    spans: list[Span] = []
    opened: list[re.Match[str]] = []
    for match in _BRACKET.finditer(text, start):
        if match[0].endswith("["):
            opened.append(match)
        elif opened:
            opening = opened.pop()
            if opening[0] == "![":
                spans.append((opening.start(), match.end()))
            elif len(match[0]) > 1:
                spans += [opening.span(), match.span()]
    return spans


def _emphasis_marks(text: str, start: int, taken: list[Span]) -> list[Span]:
    """Pairs of emphasis marks within a paragraph; what is struck through goes with its marks."""
    spans: list[Span] = []
    opened: dict[str, re.Match[str]] = {}
    position = 0
    for match in _EMPHASIS.finditer(text, start):
        mark = match[0]
        if mark[0] in "\r\n":
            opened.clear()
            continue
        while position < len(taken) and taken[position][1] <= match.start():
            position += 1
        if position < len(taken) and taken[position][0] <= match.start():
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        inside_word = mark[0] == "_" and before.isalnum() and after.isalnum()
        if mark in opened and before.strip() and not inside_word:
            opening = opened.pop(mark)
            spans += [(opening.start(), match.end())] if mark == "~~" else [opening.span(), match.span()]
        elif after.strip() and not inside_word:
            opened[mark] = match
    return spans

"""`checker completion bash|zsh`: a script that completes commands, options and their words, made from the parser."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator

from checker.cli import CLEAN
from checker.cli.arguments import parser
from checker.cli.streams import emit
from checker.reporters import REPORTERS

_SCRIPT = """\
# checker completion {shell}: in your start-up file write  source <(checker completion {shell})
{before}_checker() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" at="" word words=""
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$at/$word" in
      {commands}) at="$at/$word" ;;
    esac
  done
  case "$at $before" in
{choices}
    *)
      case "$at" in
{words}
      esac
      ;;
  esac
  [ -n "$current" ] || words="${{words%%-*}}"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _checker checker
"""
_ZSH = "autoload -U +X bashcompinit && bashcompinit\n"


def completion(options: Namespace) -> int:
    """Write the script for a shell; where it offers nothing the shell offers files, so options wait for their dash."""
    tree = dict(_commands(parser(), ""))
    choices = [
        f'    "{path} {option}") words="{" ".join(map(str, words))}" ;;'
        for path, one in tree.items()
        for action in one._actions
        for option in action.option_strings
        if (words := REPORTERS if option == "--format" else action.choices)
    ]
    emit(
        _SCRIPT.format(
            shell=options.shell,
            before=_ZSH if options.shell == "zsh" else "",
            commands=" | ".join(filter(None, tree)),
            choices="\n".join(choices),
            words="\n".join(f'        "{path}") words="{" ".join(_words(one))}" ;;' for path, one in tree.items()),
        )
    )
    return CLEAN


def _commands(one: argparse.ArgumentParser, path: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command by its path: `/gate`, `/rules/list`; the program itself by an empty one."""
    yield path, one
    for name, inner in _inner(one).items():
        yield from _commands(inner, f"{path}/{name}")


def _inner(one: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _words(one: argparse.ArgumentParser) -> Iterator[str]:
    """What may follow: commands, words that stand for themselves, options."""
    for action in one._actions:
        if not action.option_strings:
            yield from map(str, action.choices or ())
    yield from (option for action in one._actions for option in action.option_strings)

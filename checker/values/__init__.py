"""Typed values: found in text by `find`, compared by `comparison`, worded by `words`. Their forms: docs/values.md.

Nothing is imported here: who compares what was read before needs none of the grammars that read it.
"""

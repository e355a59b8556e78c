"""Property tests for people who write rules; what draws examples needs the extra `checker[testing]`.

`strategies` draws sources, articles, values, claims, facts, camps, stories and packs; `renderings` puts a value into
words; `edits` alters a value harmlessly or harmfully; `laws` says what must hold of any comparison, rule or pack.
"""

"""Property tests for people who write rules; what draws examples needs the extra `checker[testing]`.

`strategies` draws sources, articles, values, claims, facts, camps, stories, edits and packs; `renderings` puts a value
into words; `laws` says what must hold of any comparison, rule or pack; `mutation` says which mistakes in a pack its own
cases would not show; `plugin` lets pytest run a pack.
"""

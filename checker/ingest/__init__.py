"""Files and texts to articles: offsets kept, blocks known, nothing guessed that the page does not say.

`read_stories` reads files and story folders, `read_article` one file, `article_from_text` a text in memory;
`readable` is an article's text as value readers see it. A format is a reader in `READERS`.
"""

from __future__ import annotations

from checker.ingest.article import article_from_text
from checker.ingest.formats import READERS
from checker.ingest.readable import prose, readable
from checker.ingest.stories import Reading, read_article, read_stories

__all__ = ["READERS", "Reading", "article_from_text", "prose", "read_article", "read_stories", "readable"]

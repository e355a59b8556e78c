"""Files, folders and sources.toml: what is read, and what is said of what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError, UsageError
from checker.ingest import read_article, read_stories

PROSE = "The ferry across the harbour will run until April, the port said on Monday.\n"


def write(folder: Path, name: str, content: str | bytes = PROSE) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def said(folder: Path, *paths: Path) -> list[str]:
    """The problems of reading `paths` (default: the folder), the folder's name left out."""
    return [str(problem).replace(f"{folder}/", "") for problem in read_stories(paths or [folder]).problems]


def test_folder_gives_its_articles_by_id(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.text", ".hidden.txt", "README.md", "claims.jsonl", "expected.json", "photo.png"):
        write(tmp_path, name)
    reading = read_stories([tmp_path])
    assert [article.source.id for article in reading.articles] == ["a", "b", "c"]
    assert reading.problems == ()
    assert reading.articles[1].path == f"{tmp_path.as_posix()}/b.txt"


def test_folder_without_articles_gives_the_stories_below(tmp_path: Path) -> None:
    write(tmp_path, "README.md")
    write(tmp_path, "one/a.txt")
    write(tmp_path, "two/b.txt")
    assert [article.source.id for article in read_stories([tmp_path]).articles] == ["a", "b"]


def test_folder_with_articles_does_not_give_those_below(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "below/b.txt")
    assert [article.source.id for article in read_stories([tmp_path]).articles] == ["a"]


def test_one_path_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt")
    reading = read_stories([file, tmp_path, tmp_path / "." / "a.txt"])
    assert len(reading.articles) == 1
    assert reading.problems == ()


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    one, two = write(tmp_path, "one/x.txt"), write(tmp_path, "two/y.txt")
    assert read_stories([one, two]) == read_stories([two, one])


@pytest.mark.parametrize(
    ("head", "body", "headlines"),
    [
        ("---\ntitle: Ferry halted until April\ndate: 2024-03-04\n---\n\n", "", ["Ferry halted until April"]),
        ("---\nlang: en\nTitle: 'Ferry: \"halted\" until April' \n---\n", "", ['Ferry: "halted" until April']),
        ('+++\ntitle = "Ferry halted until April"\n+++\n', "", ["Ferry halted until April"]),
        ("---\r\nheadline:   Ferry halted\r\nlang: en\r\n---\r\n", "", ["Ferry halted"]),
        ("---\ntitle: Ferry halted!\n---\n", "# Ferry *halted*\n\n", ["Ferry *halted*"]),
        ("---\ntitle: Ferry halted\n---\n", "# No ferry until April\n\n", ["Ferry halted", "No ferry until April"]),
        ("---\nsubtitle: Ferry halted\ntitle:\n---\n", "", []),
        ("", "title: Ferry halted\n\n", ["title: Ferry halted"]),
    ],
)
@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_title_of_front_matter_is_the_headline(
    tmp_path: Path, head: str, body: str, headlines: list[str], ending: str
) -> None:
    if ending == ".txt" and "#" in body:
        return
    article = read_article(write(tmp_path, f"a{ending}", head + body + PROSE))
    found = [article.text[block.start : block.end] for block in article.blocks if block.kind == "headline"]
    assert [words.removeprefix("# ") for words in found] == headlines


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        ("---\ndate: July 5, 2022 7:52 PM EDT\n---\n", "2022-07-05", None),
        ("---\ndate: Tue 3 Aug 2021 12.10 BST\nupdated: 4 August 2021\n---\n", "2021-08-03", "2021-08-04"),
        ('---\npublished: "mardi 5 juillet 2022 à 8h14"\n---\n', "2022-07-05", None),
        ("---\ndate: 25/07/2022\n---\n", "2022-07-25", None),
        ("---\ndate: 2022-07-05 20:12 UTC\n---\n", "2022-07-05", None),
        ('+++\ndate = "5 juil. 2022"\n+++\n', "2022-07-05", None),
        ("---\ndate: 2022-07-05T19:52\n---\n", "2022-07-05T19:52:00", None),
    ],
)
def test_dates_of_front_matter_as_pages_print_them(
    tmp_path: Path, head: str, published: str, modified: str | None
) -> None:
    article = read_article(write(tmp_path, "a.md", head + PROSE))
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt: there is no text in it; give the article's text or leave it out"),
        ("a.txt", b" \n\t\n", "a.txt: there is no text in it; give the article's text or leave it out"),
        ("a.txt", b"abc\0def", "a.txt: the file is binary (a NUL at byte 3); give the article as text"),
        (
            "a.txt",
            b"%PDF\x01\x02\x03\xff\xfe",
            "a.txt: the file is binary (no text at byte 7); give the article as text",
        ),
        ("a.txt", b"one\ntw\xe9 three", "a.txt:2: byte 6 (0xe9) is not UTF-8; save it as UTF-8"),
        ("a.txt", "texte".encode("utf-16"), "a.txt: the file is in UTF-16 or UTF-32; save it as UTF-8"),
        ("a.md", b"---\nlang: de\n---\nText.", "a.md:2: language 'de' is not known; use one of en, fr"),
        (
            "a.md",
            b"---\ntitle: x\ndate: 3 May\nrole: friend\n---\nText.",
            "a.md:3: published '3 May' is not a date; write an ISO date such as 2020-08-03 or 2020-08-03T10:30",
        ),
        (
            "a.md",
            b"---\ndate: 05/07/2022\n---\nText.",
            "a.md:2: published '05/07/2022' is not a date; write an ISO date",
        ),
        ("a.md", b"---\ndate: 5 May 2022 to 7 May 2022\n---\nText.", "a.md:2: published '5 May 2022 to 7 May"),
        ("a.md", b"---\ntitle: x\nText.", "a.md:1: the front matter is not closed; close it with a line ---"),
        ("a.md", b"+++\ncredit = 'a\n+++\nText.", "a.md:2: the front matter is not TOML: "),
        ("a.md", b"+++\n\nurl = 3\n+++\nText.", 'a.md:3: url is a number, not text; write it in quotes: url = "..."'),
        ("a.md", b"---\ntitle: x\n---\n\n", "a.md: there is no text in it; give the article's text or leave it out"),
    ],
)
def test_bad_file_is_reported_and_the_rest_read(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    write(tmp_path, name, content)
    write(tmp_path, "z.txt")
    reading = read_stories([tmp_path])
    assert [article.source.id for article in reading.articles] == ["z"]
    assert said(tmp_path)[0].startswith(message)


def test_paths_that_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "a.pdf", b"%PDF")
    write(tmp_path, "bare")
    paths = [tmp_path / name for name in ("empty", "a.pdf", "bare", "missing.txt")]
    assert said(tmp_path, *paths) == [
        "a.pdf: the format .pdf is not read; use one of .txt, .text, .md, .markdown",
        "bare: a file without a suffix is not read; use one of .txt, .text, .md, .markdown",
        "empty: there is no article in this folder; put files ending in .txt, .text, .md, .markdown there",
        "missing.txt: there is no such file or folder; mend the path",
    ]


def test_two_sources_with_one_id(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt")
    write(tmp_path, "two/a.md")
    write(tmp_path, "two/b.md")
    assert [article.source.id for article in read_stories([tmp_path]).articles] == ["b"]
    assert said(tmp_path) == [
        "one/a.txt: two/a.md has the same source id 'a'; rename a file or give its source another id in sources.toml"
    ]


def test_file_without_read_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    write(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(tmp_path) == ["a.txt: it cannot be read (Permission denied); mend the path or its permissions"]


def test_a_path_that_no_system_takes() -> None:
    (problem,) = read_stories(["a\0b.txt"]).problems
    assert "null" in problem.what or "no such" in problem.what


def test_sources_toml_names_sources(tmp_path: Path) -> None:
    write(tmp_path, "0412.txt", "---\nsource: Front\ncredit: dpa\nlang: fr\n---\n" + PROSE)
    write(tmp_path, "b.txt")
    write(
        tmp_path,
        "sources.toml",
        '[sources.herald]\nfile = "0412.txt"\npublisher = "Valley Herald"\nrole = "republisher"\n'
        'url = "https://example.org/1"\npublished = 2020-08-03\n'
        'modified = "2020-08-04 10:30 +0200"\n[sources.b]\ncredit = "AFP"\n',
    )
    b, herald = read_stories([tmp_path]).articles
    assert (b.source.id, b.source.credit) == ("b", "AFP")
    assert herald.source.model_dump() == {
        "id": "herald", "publisher": "Valley Herald", "credit": "dpa",
        "url": "https://example.org/1", "role": "republisher",
    }  # fmt: skip
    assert (herald.language, herald.published, herald.modified) == ("fr", "2020-08-03", "2020-08-04T10:30:00+02:00")


def test_options_override_what_is_stated(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "---\nlang: fr\ndate: 2020-01-01\n---\n" + PROSE)
    write(tmp_path, "sources.toml", '[sources.a]\nlanguage = "fr"\npublished = "2020-02-02"\n')
    article = read_article(file, source_id="x", language="en", published="2020-03-03")
    assert (article.source.id, article.language, article.published) == ("x", "en", "2020-03-03")


def test_bad_options() -> None:
    with pytest.raises(UsageError, match="option language: language 'de' is not known; use one of en, fr"):
        read_stories([], language="de")


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        ("[sources.a\n", ["sources.toml:1:11: not TOML: "]),
        (b"\xff", ["sources.toml: byte 0 is not UTF-8; save it as UTF-8"]),
        ("[source.a]\n", ["sources.toml: unknown key 'source'; did you mean 'sources'?"]),
        ("sources = 3\n", ["sources.toml: sources: it is not a table of sources; write [sources.<id>] tables"]),
        (
            "[sources.a]\npublishd = 'x'\n",
            ["sources.toml: sources.a: unknown key 'publishd'; did you mean 'published'?"],
        ),
        (
            "[sources.a]\ncredit = 3\n",
            ["sources.toml: sources.a.credit: credit is a number, not text; write it in quotes"],
        ),
        (
            "[sources.a]\nrole = 'wire'\n",
            ["sources.toml: sources.a.role: role 'wire' is not known; use one of primary, "],
        ),
        ("[sources.a]\npublished = 'May'\n", ["sources.toml: sources.a.published: published 'May' is not a date; "]),
        ("[sources.x]\n", ['sources.toml: sources.x: no file has the stem x; name the file: file = "..."']),
        (
            "[sources.x]\nfile = 'b.txt'\n",
            ["sources.toml: sources.x.file: there is no file 'b.txt' in the folder; did you mean "],
        ),
        (
            "[sources.x]\nfile = '../a.txt'\n",
            ["sources.toml: sources.x.file: there is no file '../a.txt' in the folder; "],
        ),
        (
            "[sources.a]\n[sources.x]\nfile = 'a.txt'\n",
            ["sources.toml: sources.x: sources a and x have one file, a.txt; leave one table out or mend its file"],
        ),
    ],
)
def test_bad_sources_toml(tmp_path: Path, content: str | bytes, messages: list[str]) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "sources.toml", content)
    found = said(tmp_path)
    assert len(found) == len(messages)
    for line, message in zip(found, messages, strict=True):
        assert line.startswith(message)
    assert len(read_stories([tmp_path]).articles) == 1
    with pytest.raises(InputError):
        read_article(tmp_path / "a.txt")


def test_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.txt", "\ufeff" + PROSE)).text == PROSE


def test_line_ends_are_kept(tmp_path: Path) -> None:
    text = "Ferry to run all winter\r\n\r\n" + PROSE.strip() + "\r\n"
    assert read_article(write(tmp_path, "a.txt", text)).text == text

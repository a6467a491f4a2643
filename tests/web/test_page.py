"""The page: cut right, safe, whole."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from detente.records import Article, Cut
from detente.web.marks import Mark, segments
from detente.web.markup import Markup, el
from detente.web.page import render
from tests.written import ARTICLE, RECORDS, TEXT

EVIL = '</script><img src=x onerror=alert(1)> & "quotes"'


@given(st.integers(0, 40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 5)), max_size=12))
def test_segments_cover_the_span_once_and_carry_exactly_the_marks_over_them(end: int, spans: list[tuple[int, int, int]]) -> None:
    marks = [Mark(min(a, b), max(a, b), card, "x") for a, b, card in spans]
    made = segments(0, end, marks)
    assert [n for s in made for n in range(s.start, s.end)] == list(range(end))
    for segment in made:
        for at in range(segment.start, segment.end):
            assert segment.cards == tuple(sorted({m.card for m in marks if m.start <= at < m.end}))


def test_the_text_on_the_page_is_the_article() -> None:
    page = render([RECORDS])
    body = re.search(r'<div class="text".*?</div>', page, re.S)
    assert body
    paragraphs = re.findall(r"<(?:p|h1)\b[^>]*>(.*?)</(?:p|h1)>", body[0], re.S)
    plain = "\n\n".join(unescape(re.sub(r"<[^>]+>", "", p)) for p in paragraphs)
    assert plain == TEXT


def test_characters_beyond_utf16_do_not_shift_a_mark() -> None:
    moved = Article(id="a", text="😀😀 Kim met Xi.", digest="d")
    actor = msgspec.structs.replace(next(r for r in RECORDS if r.id == "person:kim"), mentions=())
    mention = {"start": 3, "end": 6, "quote": "Kim", "how": "name"}
    actor = msgspec.structs.replace(actor, mentions=(msgspec.convert(mention, type(RECORDS[1].mentions[0])),))  # type: ignore[union-attr]
    assert re.search(r'<span class="seg actors"[^>]*>Kim</span> met Xi\.', render([(moved, actor)]))


def test_what_an_article_says_is_text_never_markup() -> None:
    evil = Article(id="a", text=f"{EVIL}\n\nx", title=EVIL, byline=EVIL, outlet=EVIL, digest="d", furniture=(Cut(EVIL, "menu"),))
    page = render([(evil,)])
    assert "<img" not in page
    assert page.count("<script>") == page.count("</script>") == 1


def test_only_the_pages_own_style_and_script_may_run() -> None:
    page = render([RECORDS])
    policy = unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert not re.search(r"https?://|\bon\w+=|\bstyle=", re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.S))


def test_every_mark_leads_to_a_card_and_every_card_with_words_is_marked() -> None:
    page = render([RECORDS])
    cards = set(re.findall(r'<details class="card" id="([^"]+)"', page))
    marked = {n for numbers in re.findall(r'data-r="([^"]+)"', page) for n in numbers.split()}
    assert marked == cards


def test_how_an_event_stands_is_told_by_word_and_shape() -> None:
    page = render([RECORDS])
    assert re.search(r'class="status happened"><svg.*?</svg> happened<', page)
    assert "seg events" in page


def test_several_articles_share_a_page_with_a_list() -> None:
    other = msgspec.structs.replace(ARTICLE, id="b", title="Another")
    page = render([RECORDS, (other,)])
    assert '<a href="#a2">Another</a>' in page
    assert page.count('<section class="record"') == 2
    assert '<nav class="articles"' not in render([RECORDS])


def test_a_page_without_a_day_says_so() -> None:
    assert "No day of publication" in render([(msgspec.structs.replace(ARTICLE, published=None),)])


def test_elements_escape_text_and_keep_markup() -> None:
    assert el("p", "a<b", Markup("<i>c</i>"), title='"x"', hidden=True, lang=None) == '<p title="&quot;x&quot;" hidden>a&lt;b<i>c</i></p>'
    assert el("br") == "<br>"

"""Markdown in data files: CommonMark and formulas become rich text, HTML stays words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from ..log import Problem
from ..model.richtext import Block, BlockKind, Mark, RichText, Span, from_plain
from ..model.urls import UrlError, safe_url
from .bounds import MOST_LINES, bounded
from .formula import harmless

#: Lists and quotations inside one another; a deeper text is taken as plain words.
DEEPEST = 40

_MARKS: dict[str, Mark] = {"strong": "strong", "em": "emphasis"}

#: Takes the kind of a fault and its words.
Warn = Callable[[Problem, str], None]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    # Whether an address may stand in a link is decided below, and told to the author.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser.use(dollarmath_plugin, allow_space=False, double_inline=True)


def read(text: str, warn: Warn) -> RichText:
    """Read Markdown; ``warn`` is told of each part of it that can't stand there."""
    if (lines := text.count("\n")) > MOST_LINES:
        message = f"the text has {lines} lines; with more than {MOST_LINES} it is plain words"
        warn(Problem.DATA, message)
        return from_plain(" ".join(text.split()))
    tokens = _parser().parse(text)
    # The parser stops at its limit and would lose the words behind it.
    if any(token.level >= DEEPEST - 1 for token in tokens):
        warn(
            Problem.DATA,
            f"the text has more than {DEEPEST // 2} lists or quotations inside one another",
        )
        return from_plain(text)
    read = tuple(_Reader(tokens, warn).blocks())

    def refuse(message: str) -> None:
        warn(Problem.DATA, message)

    return harmless(bounded(read, refuse), refuse)


@cache
def _line_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def read_line(text: str, warn: Warn) -> tuple[Span, ...]:
    """Read Markdown on one line: emphasis, code and links, where no sign starts a block."""
    tokens = _line_parser().parseInline(text)
    return _Reader(tokens, warn)._spans(tokens[0]) if tokens else ()


class _Reader:
    def __init__(self, tokens: Sequence[Token], warn: Warn) -> None:
        self._tokens = tokens
        self._warn = warn
        self._lists: list[bool] = []
        self._quotes = 0
        self._item_opened = False

    def blocks(self) -> Iterator[Block]:
        kind: BlockKind = "paragraph"
        for token in self._tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append(token.type == "ordered_list_open")
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._item_opened = True
                case "list_item_close":
                    if self._item_opened:
                        yield self._block("paragraph", ())
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "heading_open":
                    kind = "heading"
                case "heading_close":
                    kind = "paragraph"
                case "inline":
                    yield self._block(kind, self._spans(token))
                case "fence" | "code_block":
                    yield from self._verbatim("code", token.content.rstrip("\n"))
                case "math_block" | "math_block_label":
                    yield from self._verbatim("math", token.content.strip())
        return

    def _verbatim(self, kind: BlockKind, text: str) -> Iterator[Block]:
        if self._item_opened:
            yield self._block("paragraph", ())
        yield Block(kind, (Span(text),), len(self._lists))

    def _block(self, kind: BlockKind, spans: tuple[Span, ...]) -> Block:
        level, ordered = len(self._lists), bool(self._lists and self._lists[-1])
        if self._item_opened and kind == "paragraph":
            self._item_opened = False
            return Block("item", spans, level, ordered)
        if self._quotes and kind == "paragraph":
            return Block("quote", spans, level)
        return Block(kind, spans, level)

    def _spans(self, inline: Token) -> tuple[Span, ...]:
        marks: list[Mark] = []
        links: list[str] = []
        found: list[Span] = []
        for token in inline.children or ():
            name = token.type.removesuffix("_open").removesuffix("_close")
            href = links[-1] if links else ""
            if name in _MARKS:
                if token.nesting > 0:
                    marks.append(_MARKS[name])
                else:
                    marks.remove(_MARKS[name])
            elif name == "link":
                if token.nesting > 0:
                    links.append(self._href(str(token.attrGet("href") or "")))
                else:
                    links.pop()
            else:
                span = _span(token, tuple(dict.fromkeys(marks)), href)
                found += [span] if span.text else []
        return _merged(found)

    def _href(self, address: str) -> str:
        try:
            return safe_url(address)
        except UrlError as error:
            self._warn(Problem.URL, str(error))
            return ""


def _span(token: Token, marks: tuple[Mark, ...], href: str) -> Span:
    match token.type:
        case "softbreak" | "hardbreak":
            return Span(" ", marks, href)
        case "code_inline":
            return Span(token.content, (*marks, "code"), href)
        case "math_inline" | "math_inline_double":
            return Span(token.content, (*marks, "math"), href)
        case "image":
            # A picture has no place in a text; its words are what it says.
            return Span("".join(child.content for child in token.children or ()), marks, href)
        case _:
            return Span(token.content, marks, href)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if out and (out[-1].marks, out[-1].href) == (span.marks, span.href):
            out[-1] = Span(out[-1].text + span.text, span.marks, span.href)
        else:
            out.append(span)
    return tuple(out)

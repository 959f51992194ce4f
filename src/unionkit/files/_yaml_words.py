"""What can be wrong in a text that is not YAML, worded for the one who wrote it."""

from __future__ import annotations

from typing import Final, TypeAlias

Words: TypeAlias = tuple[str, str, str, str]
"""What is wrong and what to do about it, each in Chinese and English: the facts of `NotYamlError`."""

SECOND_DOCUMENT: Final = (
    "一个文件只能写一份计划或历书，这里又开始了一份",
    "a file holds one plan or almanac, and a second document begins here",
    "请删去“---”或“...”这一行，或者另存为一个文件",
    "remove the line “---” or “...”, or use a file of its own",
)
OTHER: Final = (
    "这里的写法读不懂",
    "this cannot be read",
    "请检查这一行和上一行：缩进是否对齐，标点是否为英文半角，冒号和“-”后是否空了一格，引号和括号是否成对",
    "look at this line and the one above: indentation, blanks after “:” and “-”, pairs of quotes and brackets",
)
WIDE_BLANK: Final = (
    "行首用了全角空格（或网页里的特殊空格），不算缩进",
    "the line begins with a full-width or other special blank, which is no indentation",
    "请换成英文半角空格",
    "use plain blanks",
)
TAB: Final = (
    "这里用了制表符（Tab 键）",
    "there is a tab here",
    "缩进请用英文半角空格",
    "indent with blanks",
)
NO_BLANK_AFTER_COLON: Final = (
    "冒号后面没有空格",
    "there is no blank behind the colon",
    "请写成“键: 值”，冒号后空一格",
    "write “key: value”",
)
NO_BLANK_AFTER_DASH: Final = (
    "“-”后面没有空格",
    "there is no blank behind the dash",
    "请写成“- 文字”，“-”后空一格",
    "write “- text”",
)
NO_COLON: Final = (
    "键后面没有冒号",
    "there is no colon behind the key",
    "请在键后面写上英文冒号，再空一格写值",
    "put a colon and a blank behind the key",
)
NO_KEY: Final = (
    "这一行既不是“键: 值”，也不是以“- ”开头的一项",
    "this line is neither “key: value” nor an entry that begins with “- ”",
    "如果是上一行没写完的话，请接到上一行（一段话写在一行里）；否则补上“键: ”或“- ”",
    "join it to the line above if it continues that text; otherwise begin it with a key or a dash",
)
EMPTY_KEY: Final = (
    "冒号前面没有键",
    "there is no key before the colon",
    "请补上键，或者删去这一行",
    "write the key, or remove the line",
)
TOO_DEEP: Final = (
    "上一行已经写完，这一行却比它缩进得深，接成了同一句话",
    "the line above is complete, but this one is indented below it and continues its text",
    "请与同一层的键对齐",
    "align it with the keys of its level",
)
UNEVEN: Final = (
    "缩进没有对齐",
    "the indentation is uneven",
    "同一层的各行，前面的空格要一样多",
    "lines of one level begin with the same number of blanks",
)
ENTRY: Final = (
    "这里应当接着写“键: 值”，却是以“- ”开头的一项",
    "a key should follow here, but this is an entry that begins with “- ”",
    "请与上面列表的各项对齐，或者把列表写在它的键下面",
    "align it with the entries above, or write the list below its key",
)
NO_DASH: Final = (
    "这一层是列表，这一行却不是以“- ”开头",
    "this level is a list, but the line does not begin with “- ”",
    "请补上“- ”，或者把缩进与上面要接的键对齐",
    "begin it with “- ”, or align it with the keys that it belongs to",
)
LIST_IN_LINE: Final = (
    "列表的“- ”不能写在这里",
    "a list entry cannot begin here",
    "请另起一行写“- ”；如果它只是文字，请用英文引号括起来",
    "begin a new line with “- ”, or put it in quotes if it is text",
)
TWO_COLONS: Final = (
    "一行里有两处“冒号加空格”",
    "the line has two colons with a blank behind them",
    "文字里有冒号时，请把整个值用英文引号括起来",
    "put a value that has a colon in it in quotes",
)
NO_COMMA: Final = (
    "括号里，这里应当是逗号或收尾的括号",
    "a comma or the closing bracket should stand here",
    "各项之间用英文逗号隔开；文字里有冒号、逗号或括号时，用英文引号括起来",
    "put commas between the entries, and quotes around text that has a colon, a comma or a bracket in it",
)
NO_VALUE: Final = (
    "这里缺少一个值",
    "a value is missing here",
    "请补上值，或者删去多余的标点",
    "write a value, or remove the punctuation",
)
BEHIND_QUOTE: Final = (
    "收尾的引号后面还有文字",
    "there is text behind the closing quote",
    "文字里有英文引号时，外面换用另一种英文引号（单引号或双引号），或者里面改用中文引号",
    "put text that has one kind of quote in it into the other kind",
)
ESCAPE: Final = (
    "英文双引号里的“\\”是特殊符号，后面这样写读不懂",
    "a backslash in double quotes begins an escape, and this one is not known",
    "请把外面的双引号换成英文单引号",
    "use single quotes instead",
)
DIRECTIVE: Final = (
    "行首的“%”是特殊符号",
    "a line cannot begin with “%”",
    "请删去这一行，或者用英文引号括起来",
    "remove the line, or put it in quotes",
)
COMMENT: Final = (
    "注释用了全角的“＃”",
    "the comment begins with a full-width “＃”",
    "请换成英文半角的“#”",
    "use “#”",
)


def wide_sign(sign: str, zh: str, en: str, half: str) -> Words:
    """A full-width sign where YAML wants a plain one."""
    return (
        f"{zh}用了全角（中文）的 {sign}",
        f"the {en} is a full-width {sign}",
        f"请换成英文半角的 {half}",
        f"use {half} instead",
    )


def wide_colon(sign: str) -> Words:
    """A full-width colon behind a key."""
    return (
        f"键后面用了全角（中文）冒号“{sign}”",
        f"the colon behind the key is a full-width “{sign}”",
        "请换成英文半角冒号，后面空一格：“键: 值”",
        "use “:” with a blank behind it",
    )


def wide_dash(sign: str) -> Words:
    """Some dash where YAML wants a hyphen."""
    return (
        f"行首的“{sign}”不是英文半角的“-”",
        f"the line begins with “{sign}”, which is no “-”",
        "请换成英文半角的“-”，后面空一格",
        "use “-” with a blank behind it",
    )


def stray_bracket(sign: str) -> Words:
    """A closing bracket that closes nothing."""
    return (
        f"多了一个“{sign}”",
        f"there is a “{sign}” too many",
        "请删去它，或者在前面补上与它成对的括号",
        "remove it, or open the bracket that it closes",
    )


def wide_quotes(sign: str) -> Words:
    """Chinese quotes around what they do not hold together."""
    return (
        f"中文引号（{sign}）不能把含有冒号的值括起来",
        f"full-width quotes ({sign}) do not hold a value with a colon together",
        "请在外面加上英文半角引号",
        "put plain quotes around it",
    )


def unclosed_quote(sign: str) -> Words:
    """A quote without its end."""
    return (
        f"从这里开始的英文引号（{sign}）没有收尾",
        f"the quote ({sign}) that begins here is never closed",
        f"请在这个值的末尾补上 {sign}，或者去掉开头的 {sign}",
        f"put a {sign} behind the value, or remove this one",
    )


def unclosed_bracket(sign: str, closing: str) -> Words:
    """A bracket without its end."""
    return (
        f"从这里开始的“{sign}”没有与它成对的“{closing}”",
        f"the “{sign}” that begins here is never closed by “{closing}”",
        f"请在末尾补上“{closing}”",
        f"put a “{closing}” behind its last entry",
    )


def bare_value(sign: str, quoted: str) -> Words:
    """A value that must stand in quotes, and how."""
    zh, en = (f"：{quoted}", f": {quoted}") if quoted else ("", "")
    return (
        f"以“{sign}”开头的值不能直接写",
        f"a value cannot begin with a bare “{sign}”",
        f"请用英文引号括起来{zh}",
        f"put it in quotes{en}",
    )

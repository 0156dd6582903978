"""Strings that would like to be more than text, and a way to put one into every text field of a case."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

PAYLOADS = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "</SCRIPT ><svg onload=window.ran=1>",
    "<!--<script>",
    "--><script>window.ran=1</script>",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "<img src=x onerror=window.ran=1>",
    "<img src=x onerror='window.ran=1'//",
    "\"><img src=x onerror=window.ran=1>",
    "'><img src=x onerror=window.ran=1>",
    "\" onmouseover=\"window.ran=1\" x=\"",
    "' autofocus onfocus='window.ran=1",
    "\" autofocus tabindex=0 onfocus=window.ran=1 \"",
    "`onload=window.ran=1`",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:window.ran=1><text y=20>x</text></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='window.ran=1'/>#x\"/></svg>",
    "</text></svg><img src=x onerror=window.ran=1>",
    "</title><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>",
    "<noscript><p title=\"</noscript><img src=x onerror=window.ran=1>\">",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<iframe src=javascript:parent.ran=1></iframe>",
    "<object data=javascript:window.ran=1></object>",
    "<embed src=javascript:window.ran=1>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button autofocus>x</button></form>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<audio src=x onerror=window.ran=1>",
    "<body onload=window.ran=1>",
    "<marquee onstart=window.ran=1>",
    "<template><script>window.ran=1</script></template>",
    "<x contenteditable onblur=window.ran=1 tabindex=1 autofocus>",
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1",
    "java\tscript:window.ran=1",
    "\x01javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "vbscript:msgbox(1)",
    "https://evil.example/x.png",
    "//evil.example/x",
    "http://user:pass@evil.example/\"><script>window.ran=1</script>",
    "url(https://evil.example/x)",
    "expression(window.ran=1)",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}",
    "{n}{place}{0}%s%(n)s",
    "__proto__",
    "constructor",
    "toString",
    "\u2028window.ran=1\u2029",
    "\u202egnp.exe\u202c \u2066<b>\u2069",
    "\u0000<script>window.ran=1</script>",
    "\ud800\udfff \udfff",
    "\ufeff\ufffe\uffff",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "&#x3c;script&#x3e;window.ran=1",
    "&quot;&gt;<img src=x onerror=window.ran=1>",
    "+ADw-script+AD4-window.ran=1+ADw-/script+AD4-",
    "]]></script>",
    "\\u003cscript\\u003ewindow.ran=1",
    "\\\"><script>window.ran=1</script>",
    "en-source-1",
    "data",
    "../../../../etc/passwd",
    "=HYPERLINK(\"https://evil.example\")",
    "\u200f\u200e\u061c<script>window.ran=1</script>",
    "a" * 5000,
    " ",
    "",
)  # fmt: skip

KEPT = frozenset({"precision", "language"})
"""Fields of closed lists are poisoned too, except those that decide whether a thing is drawn at all."""


def poisoned(value: Any, payload: str, name: str = "") -> Any:
    """The value with the payload in every text that it holds, however deep; shapes and numbers stay."""
    if isinstance(value, str):
        return value if name in KEPT else payload
    if isinstance(value, bytes | int | float | date | dict) or value is None:
        return value
    if isinstance(value, tuple):
        return tuple(poisoned(item, payload, _name(value, i, name)) for i, item in enumerate(value))
    fields = {f.name: poisoned(getattr(value, f.name), payload, f.name) for f in dataclasses.fields(value)}
    return type(value)(**fields)


def _name(value: tuple[Any, ...], index: int, name: str) -> str:
    """The first of a pair of texts is a key (a language, a category): a language must stay one."""
    pair = len(value) == 2 and all(isinstance(item, str) for item in value)
    return "language" if pair and index == 0 and value[0] in ("en", "ar") else name


_BREAKERS = (
    "",
    '"',
    "'",
    "`",
    ">",
    '">',
    "'>",
    "`>",
    "-->",
    "]]>",
    "</title>",
    "</style>",
    "</script>",
    "</textarea>",
    "</svg>",
    "</template>",
    "</noscript>",
    "\\",
    '\\"',
    "\\u0022",
    "\u2028",
    "{{",
    "${",
    "%22%3E",
    "&quot;&gt;",
)
_CHARGES = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg/onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<body onpageshow=window.ran=1>",
    "<a href=javascript:window.ran=1 autofocus onfocus=window.ran=1>x</a>",
    "<details open ontoggle=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<object data=javascript:window.ran=1></object>",
    "<embed src=data:text/html,x>",
    "<form action=javascript:window.ran=1><button>x</button></form>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>@import '//evil.example/x.css'</style>",
    "<math><mi xlink:href=javascript:window.ran=1>x</mi></math>",
    "<input autofocus onfocus=window.ran=1>",
    " onmouseover=window.ran=1 style=position:fixed;inset:0 ",
    " style=background:url(//evil.example/x) ",
    "javascript:window.ran=1",
    "data:text/html,<script>ran=1</script>",
    "<svg><foreignObject><img src=x onerror=window.ran=1></foreignObject></svg>",
)
STRINGS = tuple(breaker + charge for breaker in _BREAKERS for charge in _CHARGES)
"""Five hundred and more: every way out of a context before every thing that might run there."""

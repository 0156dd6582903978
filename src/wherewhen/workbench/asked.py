"""One request for a page: in which language, and the case as it stands at this moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.convertors import Convertor, register_url_convertor

from wherewhen.casefile import Casefile, State
from wherewhen.languages import LANGUAGES
from wherewhen.publication.site.words import Words
from wherewhen.publication.wording.names import subject_names
from wherewhen.workbench import paint
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.message import Message, recorded
from wherewhen.workbench.words import other, words


class _Tongue(Convertor[str]):
    """The first part of an address: a language of the interface, and nothing else."""

    regex = "|".join(LANGUAGES)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("tongue", _Tongue())
_OWN = re.compile(r"/(en|ar)/[a-z]+(\?[^\s\\]*)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """``address`` is what was asked for, to come back to; ``said`` the entry that the page tells of."""

    desk: Desk
    state: State
    language: str
    address: str
    said: int = 0

    @property
    def case(self) -> Casefile:
        return self.desk.case

    @property
    def words(self) -> Words:
        return words(self.language)

    def url(self, part: str, /, **query: object) -> str:
        """An address of ours in the language of the page; what is empty is left out."""
        return address(self.language, part, **query)

    def page(
        self, name: str, here: str, status: int = 200, message: Message | None = None, **values: Any
    ) -> HTMLResponse:
        """A template with the frame that all pages have; ``here`` is the part of the workbench."""
        state = self.desk.state if status == 200 else self.state
        open_, decided = self.desk.queue.tally(state)
        subject = dict(subject_names(state.subject))[self.language]
        about = {"subject": subject, "open": open_, "decided": decided, "number": state.number}
        frame = {
            "case": about,
            "here": here,
            "url": self.url,
            "back": self.address,
            "turned": turned(self.address, self.language),
            "said": message or (recorded(self.case, state, self.said, self.words) if self.said else None),
            "asked": "",
        }
        return paint.page(name, self.language, status, **(frame | values))

    def to(self, part: str, /, **query: object) -> RedirectResponse:
        return RedirectResponse(self.url(part, **query), 303)

    def back(self, wanted: str, /, **query: object) -> RedirectResponse:
        """Back to a page of ours; to the desk where the address is none."""
        if not _OWN.fullmatch(wanted):
            return self.to("desk", **query)
        path, _, rest = wanted.partition("?")
        told = urlencode(dict(parse_qsl(rest)) | {name: value for name, value in query.items() if value})
        return RedirectResponse(f"{path}?{told}" if told else path, 303)


def address(language: str, part: str, /, **query: object) -> str:
    told = urlencode({name: str(value) for name, value in query.items() if value not in ("", None)})
    return f"/{language}/{part}" + (f"?{told}" if told else "")


def turned(address: str, language: str) -> str:
    """The same page in the other language."""
    return f"/{other(language)}{address[len(language) + 1 :]}"


async def asked(request: Request, language: Literal["en", "ar"], said: int = 0) -> Asked:
    """What every page begins with."""
    desk: Desk = request.app.state.desk
    query = f"?{request.url.query}" if request.url.query and request.method == "GET" else ""
    return Asked(desk, desk.state, language, request.url.path + query, said)


Page = Annotated[Asked, Depends(asked)]

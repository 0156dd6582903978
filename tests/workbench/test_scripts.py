"""The API: the same decisions for scripts, described by OpenAPI and by a page of our own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wherewhen.model.judgement import Role
from wherewhen.workbench import Desk, Session, application

from .asking import HOST, PORT, Answer, ask
from .conftest import Laid
from .test_pictures import photo


class Script:
    """A script with the key, and nothing of a browser."""

    def __init__(self, laid: Laid) -> None:
        session = Session(PORT, scripts=True)
        self.app = application(Desk(laid.case, "Robot", laid.app.state.desk.instruments), session, PORT)
        self.own = [("Host", HOST), ("Authorization", f"Bearer {session.key}")]

    def get(self, address: str) -> Any:
        answer = ask(self.app, "GET", address, self.own)
        assert answer.status == 200, answer.text
        return json.loads(answer.text)

    def sent(self, address: str, kind: str, body: bytes) -> Answer:
        headers = [*self.own, ("Content-Type", kind), ("Content-Length", str(len(body)))]
        return ask(self.app, "POST", address, headers, body)

    def post(self, address: str, said: object) -> Answer:
        return self.sent(address, "application/json", json.dumps(said).encode())


@pytest.fixture
def script(laid: Laid) -> Script:
    return Script(laid)


def test_the_case_and_its_claims(script: Script, laid: Laid) -> None:
    case = script.get("/api/case")
    assert (case["subject"], case["open"], case["head"]) == ("Anna Berg", 3, laid.case.head)
    claims = script.get("/api/claims?show=open")
    assert claims["total"] == 3 and claims["claims"][0]["place"]["names"]["ar"] == "فيينا"
    one = script.get(f"/api/claims/{laid.claim('Rome')}")
    assert one["quote"] == "in Rome on 3 May 2019" and one["time"]["earliest"] == "2019-05-03"
    document = script.get(f"/api/documents/{one['document']}")
    assert document["text"][one["start"] : one["end"]] == one["quote"]
    assert len(script.get("/api/documents")) == 2


def test_every_decision_of_the_desk(script: Script, laid: Laid) -> None:
    rome, vienna = laid.claim("Rome"), laid.claim("Vienna")
    document = laid.case.state.claims[rome].document

    def did(address: str, **said: object) -> Any:
        answer = script.post(address, said)
        assert answer.status == 200, answer.text
        return json.loads(answer.text)

    def seen() -> int:
        return laid.case.state.number

    did(f"/api/claims/{rome}/judge", verdict="accept", seen=seen(), reason="seen")
    did(
        f"/api/claims/{vienna}/amend",
        seen=seen(),
        change={"place": {"words": "Aleppo"}, "time": {"words": "late 2016"}},
    )
    assert laid.case.claim(vienna).place.name("ar") == "حلب" and laid.review(vienna) == "amended"
    corners = [[12.0, 41.5], [13.0, 41.5], [12.5, 42.5]]
    did(
        f"/api/claims/{vienna}/amend",
        seen=seen(),
        change={"place": {"corners": corners, "name": "the hills"}},
    )
    did("/api/claims", document=document, start=0, end=9, seen=seen(), says={"status": "denied"})
    did("/api/bonds", claims=[rome, vienna], one=True, seen=seen())
    did("/api/roles", person="Carla Dorn", role="official", seen=seen())
    did("/api/policy", embargo="60", grid="5", quote="100")
    did("/api/notes", text="look again", about=rome)
    published = did("/api/publish", folder="out")
    number = did(f"/api/claims/{rome}/judge", verdict="reject", seen=seen())["number"]
    did("/api/undo", number=number)
    assert laid.review(rome) == "accepted" and laid.case.state.roles["Carla Dorn"] is Role.OFFICIAL
    assert published["actor"] == "Robot" and (laid.case.folder.parent / "out" / "index.html").is_file()
    assert [entry["number"] for entry in script.get(f"/api/history?thing={rome}&after=10")][
        -1
    ] == laid.case.state.number


def test_a_picture_is_sent_and_given(script: Script, laid: Laid) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    kind = "multipart/form-data; boundary=x"
    made = script.sent("/api/pictures", kind, head + photo() + b"\r\n--x--\r\n")
    item = json.loads(made.text)["act"]["sha256"]
    rome = laid.claim("Rome")
    script.post(f"/api/claims/{rome}/picture", {"item": item, "seen": laid.case.state.number})
    assert laid.case.state.pictures[rome] == item
    wrong = script.sent("/api/pictures", kind, head + b"<svg/>\r\n--x--\r\n")
    assert wrong.status == 400 and json.loads(wrong.text)["code"].startswith("W2")


def test_words_are_understood(script: Script, laid: Laid) -> None:
    document = laid.case.state.claims[laid.claim("Rome")].document
    assert script.get("/api/places?words=Aleppo")[0]["names"]["ar"] == "حلب"
    assert script.get(f"/api/times?words=late+2016&document={document}")["latest"] == "2016-12-31"
    assert script.get(f"/api/times?words=nothing&document={document}") is None
    assert script.get("/api/search?words=vienna")[0]["text"].startswith("She met")
    assert script.get("/api/preview")["sightings"] == []


def test_what_somebody_else_decided_is_not_overwritten(script: Script, laid: Laid) -> None:
    rome, seen = laid.claim("Rome"), laid.case.state.number
    laid.tab.post("/en/judge", claim=rome, seen=seen, verdict="reject")
    answer = script.post(f"/api/claims/{rome}/judge", {"verdict": "accept", "seen": seen})
    assert answer.status == 409 and json.loads(answer.text)["code"] == "W504"
    assert laid.review(rome) == "rejected"


WRONG: tuple[tuple[str, object], ...] = (
    ("/api/claims/nothing/judge", {"verdict": "accept", "seen": 1}),
    ("/api/claims/nothing/judge", {"verdict": "amend", "seen": 9}),
    ("/api/roles", {"person": "", "role": "king", "seen": 1}),
    ("/api/roles", {"person": "x", "role": "minor", "seen": 1, "colour": "red"}),
    ("/api/publish", {"folder": "../out"}),
    ("/api/publish", {"folder": "nothing-passed"}),
    ("/api/policy", {"embargo": "soon"}),
    ("/api/policy", {"embargo": "1"}),
    ("/api/bonds", {"claims": ["a"], "one": True, "seen": 1}),
    ("/api/bonds", "text"),
    ("/api/undo", {"number": 10_000}),
    ("/api/nothing", {}),
)


@pytest.mark.parametrize(("address", "said"), WRONG)
def test_an_error_has_one_shape_and_records_nothing(
    script: Script, laid: Laid, address: str, said: object
) -> None:
    head = laid.case.head
    answer = script.post(address, said)
    assert 400 <= answer.status < 500
    assert json.loads(answer.text).keys() == {"code", "error", "remedy"}
    assert laid.case.head == head


def test_a_body_that_is_no_json_is_refused(script: Script) -> None:
    for body in (b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null"):
        answer = script.sent("/api/roles", "application/json", body)
        assert answer.status in (400, 422) and "code" in json.loads(answer.text)


def test_every_call_is_described(script: Script, laid: Laid) -> None:
    described = script.get("/api/openapi.json")["paths"]
    routes = {
        (route.path, m)
        for route in script.app.routes
        for m in route.methods
        if route.path.startswith("/api/")
    }
    routes -= {("/api/openapi.json", "GET")}
    assert {(path, method.upper()) for path, methods in described.items() for method in methods} == routes
    for methods in described.values():
        assert all(call["description"] for call in methods.values())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_names_every_call_and_nothing_outside(laid: Laid, language: str) -> None:
    page = laid.tab.get(f"/{language}/scripts").text
    for route in laid.app.routes:
        if route.path.startswith("/api/") and route.include_in_schema:
            assert route.path in page
    assert (
        "http:" not in page.replace("http://www.w3.org", "") and "https:" not in page and "//cdn" not in page
    )


def test_without_the_key_nobody_is_let_in(script: Script, laid: Laid) -> None:
    for own in ([], [("Authorization", "Bearer x")], [("Authorization", "Bearer ")]):
        assert ask(script.app, "GET", "/api/case", [("Host", HOST), *own]).status == 401
    assert ask(laid.app, "GET", "/api/case", script.own).status == 401

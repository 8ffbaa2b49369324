"""Where page and API live, and what a browser then keeps: the decision on cookies, proved.

The names lead to this machine and nowhere else. `vercel.app` and `onrender.com` are public
suffixes: two names below them are two sites.
"""

import json
import os
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from conftest import CHROMIUM
from stack import Helpdesk
from tls import Edge, certificate
from visitor import Visitor


@dataclass(frozen=True)
class Place:
    """Two host names, the kind of cookie, and whether a session outlives a reload."""

    page: str
    api: str
    cookie: str
    is_kept: bool

    def __str__(self):
        return f"{self.page} {self.api} {self.cookie}"


PLATFORMS = ("helpdesk-frontend.vercel.app", "helpdesk-backend.onrender.com")

PLACES = [
    # What prod describes.
    Place("app.helpdesk.example", "api.helpdesk.example", "same-site", True),
    # What staging describes.
    Place(*PLATFORMS, "cross-site", True),
    # What would be wrong there, so that it is known that the others prove something.
    Place(*PLATFORMS, "same-site", False),
]


# A page, and a host of another site that tries to set an ordinary cross-site cookie.
PLAIN, TRACKER = "plain.vercel.app", "tracker.onrender.com"
TRACKING = (
    f"Set-Cookie: tracked=yes; Secure; SameSite=None; Path=/\r\n"
    f"Access-Control-Allow-Origin: https://{PLAIN}\r\n"
    "Access-Control-Allow-Credentials: true\r\n"
)


def answer(kind, headers=""):
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 2\r\n{headers}"
    return f"{head}Connection: close\r\n\r\nok".encode()


@pytest.fixture(scope="module", params=PLACES, ids=str)
def place(request, postgres, folder):
    where = request.param
    own = folder / f"edge-{PLACES.index(where)}"
    own.mkdir()
    stack = Helpdesk(
        postgres,
        folder,
        page_origin=f"https://{where.page}",
        api_origin=f"https://{where.api}",
        cookie=where.cookie,
    )
    edge = Edge(
        certificate(own, where.page, where.api, PLAIN, TRACKER),
        {where.page: stack.page_port, where.api: stack.api_port},
        {PLAIN: answer("text/html"), TRACKER: answer("text/plain", TRACKING)},
    )
    yield where, stack, edge, own
    edge.stop()
    stack.stop()


@pytest.mark.parametrize("blocks", [False, True], ids=["third-party cookies", "no third-party cookies"])
def test_a_session_outlives_a_reload_where_it_should(playwright, place, blocks):
    where, stack, edge, folder = place
    profile = folder / f"profile-{blocks}"
    (profile / "Default").mkdir(parents=True)
    # What "Block third-party cookies" in Chromium's settings sets; Debian's Chromium has it on.
    settings = {"cookie_controls_mode": int(blocks), "block_third_party_cookies": blocks}
    (profile / "Default/Preferences").write_text(json.dumps({"profile": settings}))
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        ignore_https_errors=True,
        args=[
            "--host-resolver-rules="
            + "".join(
                f"MAP {host} 127.0.0.1:{edge.port},"
                for host in (where.page, where.api, PLAIN, TRACKER)
            )
            + "MAP * ~NOTFOUND",
            *(["--no-sandbox"] if os.getuid() == 0 else []),
        ],
    )
    try:
        visitor = Visitor(context, stack.page)
        visitor.page.goto(f"https://{PLAIN}")
        visitor.page.evaluate(f"fetch('https://{TRACKER}', {{credentials: 'include'}})")
        # The browser's setting is in force, or is not, which the rest relies upon.
        assert len(context.cookies(f"https://{TRACKER}")) == (0 if blocks else 1)
        person = stack.person("Ada Lovelace")
        visitor.log_in(person)
        page = visitor.page
        page.reload()
        if where.is_kept:
            expect(page.get_by_label(f"Account of {person.name}")).to_be_visible()
            page.reload()
            expect(page.get_by_label(f"Account of {person.name}")).to_be_visible()
            [cookie] = [c for c in context.cookies(f"https://{where.api}/auth") if c["httpOnly"]]
            assert cookie["secure"]
            assert cookie["sameSite"] == ("None" if where.cookie == "cross-site" else "Strict")
        else:
            expect(page.get_by_text("Your browser did not keep your session.")).to_be_visible()
            expect(page.get_by_text(f"allow cookies of {where.api}")).to_be_visible()
        assert visitor.complaints == []
    finally:
        context.close()

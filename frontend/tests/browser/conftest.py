"""What the browser's tests share: one Postgres, one helpdesk, one Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from processes import find
from stack import BACKEND, Helpdesk, Postgres, scratch, server_program
from visitor import Visitor

CHROMIUM = os.environ.get("INFRA_TEST_CHROMIUM") or find(
    "chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ARTIFACTS = Path(os.environ.get("INFRA_TEST_ARTIFACTS", Path(__file__).parents[3] / ".build/screenshots"))

expect.set_options(timeout=15_000)


def missing():
    """What these tests need and this machine lacks."""
    if not CHROMIUM:
        yield "Chromium"
    if not server_program("initdb") or not shutil.which("psql"):
        yield "PostgreSQL"
    if not shutil.which("node"):
        yield "Node.js"
    if not os.access(BACKEND, os.X_OK):
        yield f"{BACKEND} (swift build)"


def pytest_configure(config):
    lacks = ", ".join(missing())
    if lacks:
        pytest.exit(f"SKIPPED: the browser's tests need {lacks}", returncode=5)


@pytest.fixture(scope="session")
def folder():
    path = scratch()
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(folder):
    server = Postgres(folder)
    yield server
    server.program.stop()


@pytest.fixture(scope="session")
def helpdesk(postgres, folder):
    stack = Helpdesk(postgres, folder)
    yield stack
    stack.stop()


@pytest.fixture
def fragile(postgres, folder):
    """A helpdesk that a test may break."""
    stack = Helpdesk(postgres, folder)
    yield stack
    stack.stop()


@pytest.fixture(autouse=True)
def no_attempts(request):
    """Forgets who has logged in: the tests are one address with many people behind it."""
    for name in ("helpdesk", "office"):
        if name in request.fixturenames:
            request.getfixturevalue(name).ask("DELETE FROM login_attempts")


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    # As root, which containers and CI run as, Chromium has no sandbox of its own.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with playwright.chromium.launch(executable_path=CHROMIUM, args=arguments) as browser:
        yield browser


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.has_failed = getattr(item, "has_failed", False) or report.failed
    return report


@pytest.fixture
def visit(browser, helpdesk, request, artifacts):
    """Makes visitors; none of their pages may have complained in the end."""
    visitors = []

    def make(*, phone=False, dark=False, at=None, **options):
        size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 800}
        context = browser.new_context(
            viewport=size,
            device_scale_factor=2 if phone else 1,
            has_touch=phone,
            is_mobile=phone,
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            timezone_id="Europe/Berlin",
            **options,
        )
        visitors.append(Visitor(context, (at or helpdesk).page))
        return visitors[-1]

    yield make
    if getattr(request.node, "has_failed", False):
        for number, visitor in enumerate(visitors):
            visitor.page.screenshot(path=artifacts / f"failed-{request.node.name}-{number}.png")
            print(f"visitor {number}: {visitor.page.url} {visitor.complaints}")
    complaints = [text for visitor in visitors for text in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def artifacts():
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    return ARTIFACTS

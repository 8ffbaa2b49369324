"""Every page in every shape: measured, and kept as a picture for people to look at."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from desk import Desk
from stack import Helpdesk

MEASURE = (Path(__file__).parent / "measure.js").read_text()

SHAPES = [(size, scheme) for size in ("wide", "phone") for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def office(postgres, folder):
    """A helpdesk with a day's work in it, and nothing else."""
    stack = Helpdesk(postgres, folder)
    stack.desk = Desk(stack)
    yield stack
    stack.stop()


@pytest.mark.parametrize(("size", "scheme"), SHAPES)
def test_every_page(visit, office, artifacts, size, scheme):
    desk = office.desk
    shape = {"phone": size == "phone", "dark": scheme == "dark", "at": office}

    def look(name, visitor, *, ready):
        expect(ready).to_be_visible()
        page = visitor.page
        page.mouse.move(0, 0)
        # What is being loaded is grey bars, which are nothing to read.
        expect(page.locator(".skeleton")).to_have_count(0)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        page.screenshot(path=artifacts / f"{name}-{size}-{scheme}.png")
        found = page.evaluate(MEASURE)
        assert found["faults"] == [], name
        assert found["texts"] > 3, f"hardly anything to read: {name}"

    def heading(visitor, name):
        return visitor.page.get_by_role("heading", name=name)

    guest = visit(**shape).go("/login")
    look("login", guest, ready=heading(guest, "Log in"))
    guest.go("/register")
    guest.page.get_by_role("button", name="Create account").click()
    look("register-faults", guest, ready=guest.page.get_by_text("Email is missing."))

    agent = visit(**shape).log_in(desk.agent)
    look("list", agent, ready=agent.row("Payroll export").locator(".escalation"))
    agent.go(f"/tickets/{desk.printer}")
    look("ticket", agent, ready=agent.page.get_by_text("The queue is there twice"))
    agent.page.get_by_label("Add a comment").scroll_into_view_if_needed()
    look("ticket-end", agent, ready=agent.page.get_by_label("Add a comment"))
    agent.page.get_by_role("button", name="Resolve").click()
    look("question", agent, ready=agent.page.get_by_role("dialog"))
    agent.go("/new")
    look("new", agent, ready=heading(agent, "New ticket"))
    agent.go("/escalations")
    look("escalations", agent, ready=agent.page.get_by_text("Payroll export").first)
    agent.go("/?status=resolved&priority=urgent")
    look("nothing-found", agent, ready=agent.page.get_by_text("No ticket fits"))
    agent.page.get_by_label(f"Account of {desk.agent.name}").click()
    look("account", agent, ready=agent.page.get_by_role("button", name="Log out"))

    admin = visit(**shape).log_in(desk.admin, "/people")
    look("people", admin, ready=admin.page.get_by_text("Alan Turing"))
    admin.go("/nowhere")
    look("lost", admin, ready=heading(admin, "There is nothing here"))

    asker = visit(**shape).log_in(desk.ada, f"/tickets/{desk.printer}")
    look("ticket-of-requester", asker, ready=heading(asker, "The printer on the second floor"))
    beginner = visit(**shape).log_in(desk.novice)
    look("first-visit", beginner, ready=beginner.page.get_by_text("No tickets yet"))

"""Somebody in front of a browser."""

import re

from playwright.sync_api import expect

from stack import PASSWORD

# What Chromium says about an answer that the page itself deals with.
EXPECTED = re.compile(r"^Failed to load resource: ")


class Visitor:
    """A browser context of its own, whose page may complain about nothing."""

    def __init__(self, context, origin):
        self.context = context
        self.origin = origin
        self.complaints = []
        context.add_init_script(
            "addEventListener('securitypolicyviolation', (event) =>"
            " console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))"
        )
        context.on("page", self.listen)
        self.page = context.new_page()

    def listen(self, page):
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message):
        if message.type in ("error", "warning") and not EXPECTED.match(message.text):
            self.complaints.append(message.text)

    def go(self, path="/"):
        self.page.goto(self.origin + path)
        return self

    def log_in(self, person, path="/"):
        """Logs in by the form and waits for the work to appear."""
        self.go(path)
        self.page.get_by_label("Email").fill(person.email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()
        expect(self.page.get_by_label(f"Account of {person.name}")).to_be_visible()
        return self

    def turn_to(self, name):
        """Follows a link of the navigation."""
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()

    def row(self, title):
        """A ticket in the list."""
        return self.page.locator(".row").filter(has_text=title)

    def select(self, label, choice):
        self.page.get_by_label(label, exact=True).select_option(label=choice)

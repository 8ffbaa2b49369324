"""How long somebody stays logged in, and what they notice of it: nothing."""

from playwright.sync_api import expect


def exchanges(page):
    """Counts the exchanges of refresh tokens that a page asks for."""
    seen = []
    page.on("request", lambda request: seen.append(request) if "/auth/refresh" in request.url else 0)
    return seen


def test_a_reload_keeps_the_session_and_scripts_see_no_token(visit, helpdesk):
    visitor = visit().log_in(helpdesk.person("Ada Lovelace"))
    page = visitor.page
    page.reload()
    expect(page.get_by_label("Account of Ada Lovelace")).to_be_visible()
    assert page.evaluate("document.cookie") == ""
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "eyJ" not in kept
    [cookie] = visitor.context.cookies(helpdesk.api + "/auth/refresh")
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert cookie["path"] == "/auth"


def test_a_token_that_ran_out_is_exchanged_unseen(visit, helpdesk):
    agent = helpdesk.person("Katherine Johnson", "agent")
    visitor = visit()
    page = visitor.page
    page.clock.install()
    visitor.log_in(agent)
    seen = exchanges(page)
    # Fifteen minutes are how long one holds; the list is looked up all the while.
    page.clock.fast_forward("16:00")
    visitor.turn_to("Resolved")
    expect(page.get_by_role("heading", name="Resolved")).to_be_visible()
    expect(page.get_by_role("link", name="Log in")).to_have_count(0)
    assert len(seen) == 1
    assert agent.name in page.get_by_label(f"Account of {agent.name}").inner_text()


def test_a_token_that_the_api_refuses_is_exchanged_unseen(visit, fragile):
    person = fragile.person("Mary Jackson")
    visitor = visit(at=fragile).log_in(person)
    page = visitor.page
    page.get_by_role("link", name="New ticket").first.click()
    page.get_by_label("Title").fill("Written before the keys changed")
    page.get_by_label("Description").fill("And sent after it.")
    seen = exchanges(page)
    fragile.backend.stop()
    fragile.start_backend(JWT_ACCESS_SECRET="another key that signs access tokens from now on")
    page.get_by_role("button", name="Open ticket").click()
    expect(page.get_by_role("heading", name="Written before the keys changed")).to_be_visible()
    assert len(seen) == 1


def test_a_session_that_was_ended_elsewhere_asks_for_a_log_in_and_goes_on(visit, helpdesk):
    person = helpdesk.person("Rosalind Franklin")
    ticket = person.open("Where I was")
    visitor = visit().log_in(person)
    page = visitor.page
    helpdesk.ask(
        "UPDATE session_families SET revoked_at = now() WHERE account_id = '%s'" % person.id
    )
    visitor.go(f"/tickets/{ticket}")
    expect(page.get_by_text("Your session has ended.")).to_be_visible()
    visitor.log_in(person, f"/tickets/{ticket}")
    expect(page.get_by_role("heading", name="Where I was")).to_be_visible()


def test_tabs_take_turns_and_leave_together(visit, helpdesk):
    person = helpdesk.person("Dorothy Vaughan")
    visitor = visit().log_in(person)
    tabs = [visitor.page, *(visitor.context.new_page() for _ in range(3))]
    for tab in tabs:
        tab.goto(helpdesk.page, wait_until="commit")
    for tab in tabs:
        expect(tab.get_by_label(f"Account of {person.name}")).to_be_visible(timeout=30_000)
    tabs[0].get_by_label(f"Account of {person.name}").click()
    tabs[0].get_by_role("button", name="Log out").click()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="Log in")).to_be_visible()


def test_an_api_that_is_away_is_told_and_waited_for(visit, fragile):
    agent = fragile.person("Annie Easley", "agent")
    agent.open("Still to be read")
    visitor = visit(at=fragile).log_in(agent)
    page = visitor.page
    fragile.backend.stop()
    visitor.turn_to("Resolved")
    expect(page.get_by_text("This could not be loaded")).to_be_visible()
    expect(page.locator(".banner")).to_be_visible()
    fragile.start_backend()
    expect(page.locator(".banner")).to_be_hidden(timeout=40_000)
    visitor.turn_to("All tickets")
    expect(visitor.row("Still to be read")).to_be_visible()

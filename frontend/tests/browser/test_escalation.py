"""What is late speaks up by itself, in every browser that looks."""

from playwright.sync_api import expect

from desk import hours


def test_a_second_browser_sees_an_escalation_that_nobody_asked_for(visit, helpdesk):
    asker = helpdesk.person("Lise Meitner")
    agent = helpdesk.person("Alan Turing", "agent")
    admin = helpdesk.person("Grace Hopper", "admin")
    ticket = asker.open("The lift is stuck", dueAt=hours(5))

    desk = visit().log_in(agent)
    elsewhere = visit().log_in(admin, "/escalations")
    row = desk.row("The lift is stuck")
    expect(row).to_contain_text("Due in 5 hours")
    expect(row.locator(".escalation")).to_have_count(0)

    agent.send("PATCH", f"/tickets/{ticket}", {"dueAt": hours(-30)})
    # The worker escalates within a second, the page looks every ten.
    expect(row.locator(".escalation")).to_be_visible(timeout=30_000)
    expect(row).to_contain_text("Overdue by 1 day")
    card = elsewhere.page.locator(".card-row").filter(has_text="The lift is stuck").first
    expect(card).to_be_visible(timeout=30_000)
    expect(card).to_contain_text("Overdue by 1 day")
    card.get_by_role("link").click()
    expect(elsewhere.page.get_by_text("escalated to level 1 of 3")).to_be_visible()

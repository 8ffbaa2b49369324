"""What people do at the desk, from the first visit to the last word on a ticket."""

import re

from playwright.sync_api import expect

from stack import PASSWORD


def register(visitor, name, email):
    page = visitor.page
    page.get_by_label("Name").fill(name)
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_label(f"Account of {name}")).to_be_visible()


def test_faults_appear_at_the_fields_that_have_them(visit, helpdesk):
    taken = helpdesk.person("Ada Lovelace")
    page = visit().go("/register").page
    button = page.get_by_role("button", name="Create account")
    button.click()
    for label, fault in (
        ("Name", "Name is missing."),
        ("Email", "Email is missing."),
        ("Password", "Password is missing."),
    ):
        expect(page.get_by_label(label, exact=True)).to_have_accessible_description(
            re.compile(re.escape(fault))
        )
    expect(page.get_by_label("Name")).to_be_focused()

    # What the page cannot know, the API says, and it stands at the field all the same.
    page.get_by_label("Name").fill("Ada Again")
    page.get_by_label("Email").fill(taken.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    button.click()
    email = page.get_by_label("Email")
    expect(email).to_have_accessible_description(re.compile("belongs to an account already"))
    expect(email).to_be_focused()
    expect(page.get_by_label("Name")).to_have_value("Ada Again")


def test_somebody_registers_leaves_and_comes_back(visit):
    visitor = visit().go("/")
    page = visitor.page
    page.get_by_role("link", name="Create an account").click()
    register(visitor, "Emmy Noether", "emmy@example.com")
    expect(page.get_by_text("No tickets yet")).to_be_visible()

    page.get_by_label("Account of Emmy Noether").click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("status").filter(has_text="You are logged out.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()

    page.get_by_label("Email").fill("emmy@example.com")
    page.get_by_label("Password", exact=True).fill("not my password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_have_text("Wrong email or password.")
    expect(page.get_by_label("Email")).to_have_value("emmy@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_label("Account of Emmy Noether")).to_be_visible()


def test_a_ticket_goes_from_its_question_to_its_answer(visit, helpdesk):
    asker = visit().log_in(helpdesk.person("Rosalind Franklin"))
    agent = helpdesk.person("Mary Jackson", "agent")
    title = "The microscope’s camera <b>is</b> not found"

    page = asker.page
    page.get_by_role("link", name="New ticket").first.click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Description").fill("Since the update.\nSee https://example.com/camera.")
    page.get_by_role("radio", name=re.compile("High")).check()
    page.get_by_role("button", name="Open ticket").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_text("Rosalind Franklin opened the ticket").or_(
        page.get_by_text("You opened the ticket"))).to_be_visible()
    link = page.get_by_role("link", name="https://example.com/camera", exact=True)
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"

    desk = visit().log_in(agent)
    work = desk.page
    row = desk.row(title)
    expect(row).to_contain_text("Open")
    expect(row).to_contain_text("High")
    expect(row).to_contain_text("Rosalind Franklin")
    row.click()
    work.get_by_role("button", name="Assign to me").click()
    expect(work.get_by_label("Assignee")).to_have_value(agent.id)
    expect(row).to_contain_text("In progress")
    desk.select("Priority", "Urgent")
    expect(row).to_contain_text("Urgent")
    work.get_by_label("Add a comment").fill("Please unplug it once.")
    work.get_by_label("Add a comment").press("Control+Enter")
    expect(work.locator(".comment")).to_contain_text("Please unplug it once.")

    # The asker sees it without touching anything, and who it was.
    expect(page.locator(".comment")).to_contain_text("Please unplug it once.")
    expect(page.locator(".comment")).to_contain_text("Mary Jackson")
    expect(page.locator(".ticket-facts")).to_contain_text("Mary Jackson")
    page.get_by_label("Add a comment").fill("That did it, thank you!")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".comment")).to_have_count(2)

    work.get_by_role("button", name="Resolve").click()
    question = work.get_by_role("dialog")
    expect(question).to_contain_text("It is closed for good")
    question.get_by_role("button", name="Cancel").click()
    expect(row).to_contain_text("In progress")
    work.get_by_role("button", name="Resolve").click()
    question.get_by_role("button", name="Resolve").click()
    expect(row).to_contain_text("Resolved")
    expect(work.get_by_role("button", name="Resolve")).to_be_hidden()
    expect(work.get_by_role("button", name="Edit")).to_be_hidden()
    expect(page.locator(".ticket-badges")).to_contain_text("Resolved")


def test_filters_narrow_the_list_and_the_address_keeps_them(visit, helpdesk):
    agent = helpdesk.person("Dorothy Vaughan", "agent")
    asker = helpdesk.person("Chien-Shiung Wu")
    calm = asker.open("Filter: a wish", priority="low")
    asker.open("Filter: on fire", priority="urgent")
    agent.send("POST", f"/tickets/{calm}/assign", {"assigneeId": agent.id})
    asker.open("Filter: forgotten", dueAt="2026-01-01T09:00:00Z")

    desk = visit().log_in(agent)
    page = desk.page
    desk.select("Any priority", "Urgent")
    expect(desk.row("Filter: on fire")).to_be_visible()
    expect(desk.row("Filter: a wish")).to_have_count(0)
    assert page.url.endswith("/?priority=urgent")
    page.reload()
    expect(desk.row("Filter: on fire")).to_be_visible()
    expect(desk.row("Filter: forgotten")).to_have_count(0)

    desk.turn_to("My tickets")
    expect(desk.row("Filter: a wish")).to_be_visible()
    expect(desk.row("Filter: on fire")).to_have_count(0)
    desk.turn_to("Overdue")
    expect(desk.row("Filter: forgotten")).to_be_visible()
    expect(desk.row("Filter: a wish")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", name="My tickets")).to_be_visible()
    expect(desk.row("Filter: a wish")).to_be_visible()


def test_requesters_see_their_own_and_are_offered_what_they_may(visit, helpdesk):
    owner = helpdesk.person("Hedy Lamarr")
    other = helpdesk.person("Lise Meitner")
    foreign = other.open("Not for Hedy")
    own = owner.open("Hedy's own")

    visitor = visit().log_in(owner)
    page = visitor.page
    expect(visitor.row("Hedy's own")).to_be_visible()
    expect(visitor.row("Not for Hedy")).to_have_count(0)
    navigation = page.get_by_role("navigation")
    expect(navigation.get_by_role("link", name="Escalations")).to_have_count(0)
    expect(navigation.get_by_role("link", name="People")).to_have_count(0)

    visitor.go(f"/tickets/{own}")
    expect(page.get_by_role("button", name="Edit")).to_be_visible()
    expect(page.get_by_label("Assignee")).to_have_count(0)
    expect(page.get_by_role("button", name="Assign to me")).to_be_hidden()

    visitor.go(f"/tickets/{foreign}")
    expect(page.get_by_role("alert")).to_contain_text("not there, or not for you to see")
    for path in ("/people", "/escalations", "/nowhere"):
        visitor.go(path)
        expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()


def test_an_admin_makes_an_agent(visit, helpdesk):
    admin = helpdesk.person("Evelyn Granville", "admin")
    novice = helpdesk.person("Annie Easley")
    desk = visit().log_in(admin, "/people")
    role = desk.page.get_by_label("Role of Annie Easley")
    expect(role).to_have_value("requester")
    role.select_option(label="Agent")
    expect(desk.page.get_by_role("status")).to_contain_text("Annie Easley is now agent")
    expect(desk.page.get_by_label("Role of Evelyn Granville")).to_be_disabled()

    visitor = visit().log_in(novice)
    expect(visitor.page.get_by_role("link", name="Unassigned")).to_be_visible()

"""The whole walk without a mouse."""

from playwright.sync_api import expect

FOCUS = """() => {
  const element = document.activeElement;
  const name = element.getAttribute("aria-label") || element.labels?.[0]?.innerText || element.innerText;
  const style = getComputedStyle(element);
  const isHeading = /^(H1|H2|MAIN)$/.test(element.tagName);
  return {
    name: (name || "").trim(),
    tag: element.tagName,
    isSeen: isHeading || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
  };
}"""


def tab_to(page, name, tag=None, limit=60):
    """Presses Tab until something has the focus; whatever has it on the way must show it."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            continue
        assert focus["isSeen"], f"the focus on {focus} cannot be seen"
        if name in focus["name"] and (tag is None or focus["tag"] == tag):
            return focus
    raise AssertionError(f"Tab does not lead to '{name}'")


def test_the_whole_walk_by_keyboard(visit, helpdesk):
    agent = helpdesk.person("Katherine Johnson", "agent")
    visitor = visit().go("/register")
    page = visitor.page
    keyboard = page.keyboard

    expect(page.get_by_label("Name")).to_be_focused()
    keyboard.type("Joan Clarke")
    tab_to(page, "Email")
    keyboard.type("joan@example.com")
    tab_to(page, "Password", "INPUT")
    keyboard.type("correct horse battery")
    keyboard.press("Enter")
    expect(page.get_by_label("Account of Joan Clarke")).to_be_visible()

    tab_to(page, "New ticket")
    keyboard.press("Enter")
    expect(page.get_by_label("Title")).to_be_focused()
    keyboard.type("Asked by keyboard")
    tab_to(page, "Description")
    keyboard.type("Without a mouse.")
    tab_to(page, "Normal")
    keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="High")).to_be_checked()
    tab_to(page, "Open ticket")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Asked by keyboard")).to_be_focused()

    tab_to(page, "Add a comment")
    keyboard.type("And one word more.")
    keyboard.press("Control+Enter")
    expect(page.locator(".comment")).to_contain_text("And one word more.")

    desk = visit().log_in(agent)
    page, keyboard = desk.page, desk.page.keyboard
    expect(desk.row("Asked by keyboard")).to_be_visible()
    # The way into the list, and along it.
    page.reload()
    expect(desk.row("Asked by keyboard")).to_be_visible()
    keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Skip to content"
    keyboard.press("Enter")
    tab_to(page, "Asked by keyboard", "A")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Asked by keyboard")).to_be_focused()
    tab_to(page, "Assign to me")
    keyboard.press("Enter")
    expect(page.get_by_label("Assignee")).to_have_value(agent.id)
    tab_to(page, "Change due time")
    keyboard.press("Enter")
    expect(page.get_by_label("Due time")).to_be_focused()
    keyboard.press("Escape")
    assert page.evaluate(FOCUS)["name"] == "Change due time"
    page.keyboard.press("Shift+Tab")
    for _ in range(12):
        if page.evaluate(FOCUS)["name"] == "Resolve":
            break
        page.keyboard.press("Shift+Tab")
    keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    # The focus stays inside of the question.
    for _ in range(4):
        keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body"
                             " || !!document.activeElement.closest('dialog')")
    keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate(FOCUS)["name"] == "Resolve"
    keyboard.press("Enter")
    tab_to(page, "Resolve", "BUTTON")
    keyboard.press("Enter")
    expect(page.locator(".ticket-badges")).to_contain_text("Resolved")

    for _ in range(60):
        keyboard.press("Shift+Tab")
        if "Account of" in page.evaluate(FOCUS)["name"]:
            break
    keyboard.press("Enter")
    tab_to(page, "Log out")
    keyboard.press("Escape")
    assert "Account of" in page.evaluate(FOCUS)["name"]


def test_a_late_answer_leaves_the_focus_where_the_person_is(visit, helpdesk):
    requester = helpdesk.person("Joan Clarke")
    agent = helpdesk.person("Katherine Johnson", "agent")
    ticket = requester.open("The printer is on fire")
    desk = visit().log_in(agent).go(f"/tickets/{ticket}")
    page, keyboard = desk.page, desk.page.keyboard
    expect(page.get_by_role("heading", name="The printer is on fire")).to_be_visible()

    # The history comes late: by then the person is at the due time.
    late = []
    page.route("**/events*", lambda route: late.append(route))
    page.get_by_role("button", name="Assign to me").press("Enter")
    expect(page.get_by_label("Assignee")).to_have_value(agent.id)
    page.get_by_role("button", name="Change due time").press("Enter")
    expect(page.get_by_label("Due time")).to_be_focused()
    for route in late:
        route.continue_()
    page.unroute("**/events*")
    expect(page.get_by_text("The ticket is yours")).to_be_visible()
    expect(page.get_by_label("Due time")).to_be_focused()

    # Somebody else changes what stands beside the field.
    agent.send("PATCH", f"/tickets/{ticket}", {"priority": "urgent"})
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.get_by_label("Priority", exact=True)).to_have_value("urgent")
    expect(page.get_by_label("Due time")).to_be_focused()
    keyboard.press("Escape")
    expect(page.get_by_role("button", name="Change due time")).to_be_focused()

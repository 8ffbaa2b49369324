"""A day at a help desk: people and tickets in every state, for pictures and measurements."""

from datetime import datetime, timedelta, timezone


def hours(count):
    """A moment that many hours from now, as the API takes it."""
    moment = datetime.now(timezone.utc) + timedelta(hours=count)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Desk:
    """The people and the tickets."""

    def __init__(self, helpdesk):
        self.admin = helpdesk.person("Grace Hopper", "admin")
        self.agent = helpdesk.person("Katherine Johnson", "agent")
        self.colleague = helpdesk.person("Alan Turing", "agent")
        self.ada = helpdesk.person("Ada Lovelace")
        self.ben = helpdesk.person("Benoît Mandelbrot")
        self.novice = helpdesk.person("Emmy Noether")
        self.printer = self._printer()
        self.ben.open("Please give me access to the archive", "Project Fractal, read only.", priority="low")
        vpn = self.ada.open(
            "VPN disconnects every few minutes",
            "Since this morning, with cable and Wi-Fi alike.",
            priority="high",
        )
        self.agent.send("POST", f"/tickets/{vpn}/assign", {"assigneeId": self.agent.id})
        done = self.ben.open("Second screen stays black", "The cable was loose.")
        self.agent.send("POST", f"/tickets/{done}/resolve")
        self.late = self.colleague.open(
            "Payroll export fails with a time-out",
            "The export of November ends after 30 s.",
            priority="urgent",
            dueAt=hours(-3),
        )
        self.ben.open(
            "Where can I find the travel policy, and whom do I ask about trips to places that it does not name?",
            "I looked at https://intranet.example/travel and found only the old one.",
        )

    def _printer(self):
        ticket = self.ada.open(
            "The printer on the second floor prints every page twice",
            "Since yesterday every job comes out twice, from all programs.\n\n"
            "What I tried:\n- another tray\n- the driver of https://printers.example/drivers.\n\n"
            "The meter counts both copies.",
            priority="high",
        )
        self.agent.send("POST", f"/tickets/{ticket}/assign", {"assigneeId": self.agent.id})
        for person, text in (
            (self.agent, "Does it happen with a page from the web, too?"),
            (self.ada, "It does.\nBut not from my phone."),
            (self.colleague, "The queue is there twice; I removed one. Please try again."),
        ):
            person.send("POST", f"/tickets/{ticket}/comments", {"body": text})
        return ticket

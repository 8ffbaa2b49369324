"""The measurement itself, so that it cannot pass by measuring nothing."""

from pathlib import Path

MEASURE = (Path(__file__).parent / "measure.js").read_text()


def test_what_is_wrong_is_found(visit):
    page = visit().go("/login").page
    page.get_by_role("heading", name="Log in").wait_for()
    assert page.evaluate(MEASURE)["faults"] == []
    page.evaluate("""() => {
      document.querySelector(".lead").style.color = "#8a8a8a";
      const input = document.querySelector("input");
      input.style.borderColor = "#e0e0e0";
      input.blur();
      const button = document.querySelector(".reveal");
      button.style.height = "12px";
      button.removeAttribute("aria-label");
      button.textContent = "";
      document.querySelector("h1").remove();
      document.querySelector("main").style.minWidth = "2000px";
    }""")
    # Borders change slowly.
    page.wait_for_timeout(300)
    found = "\n".join(page.evaluate(MEASURE)["faults"])
    for fault in ("p.lead", "border ", " by 12", "no name", "0 first headings", "wide, the window"):
        assert fault in found, found

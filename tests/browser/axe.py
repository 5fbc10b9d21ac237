"""axe-core on what a window shows, in Chromium."""

from pathlib import Path

from tests.browser.chromium import Chromium

_SOURCE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"

_RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map((one) => [one.id, one.help, one.nodes.map((node) => [node.html, node.failureSummary])]);
}"""


def violations(page: Chromium) -> list[str]:
    """What axe finds wrong with the page as it is now, a sentence and the elements each; empty if nothing."""
    # As a script element Trusted Types would refuse it; the debugger's evaluation they let through.
    page.native.evaluate(_SOURCE.read_text())
    return [
        f"{rule}: {sentence}\n" + "\n".join(f"  {html}\n  {why}" for html, why in nodes)
        for rule, sentence, nodes in page.evaluate(_RUN)
    ]

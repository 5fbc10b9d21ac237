"""Lighthouse's scores of the first screen and of Help, as a phone on a slow network: `make lighthouse`.

    python -m benchmarks.lighthouse [URL]

Without a URL a server is started for the run. Exits with 1 when a score is below its floor. The full reports are left in
`test-results/`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.chromium import executable
from tests.live_server import ROOT, LiveServer

FLOORS = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0}
PATHS = ("/app", "/help")
RESULTS = ROOT / "test-results"


def run(url: str, report: Path) -> dict[str, Any]:
    """One run of Lighthouse, with its usual phone and throttling; what it found."""
    command = [
        str(ROOT / ".venv/bin/node"),
        str(ROOT / "node_modules/lighthouse/cli/index.js"),
        url,
        f"--only-categories={','.join(FLOORS)}",
        "--output=json",
        f"--output-path={report}",
        "--quiet",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-first-run",
    ]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": executable()})
    found: dict[str, Any] = json.loads(report.read_text())
    return found


def failures(found: dict[str, Any]) -> list[str]:
    """The audits that cost points, by their titles."""
    refs = [ref for category in found["categories"].values() for ref in category["auditRefs"]]
    counted = {ref["id"] for ref in refs if ref["weight"] > 0}
    audits = [found["audits"][name] for name in sorted(counted)]
    return [
        audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 0.9
    ]


def judge(path: str, found: dict[str, Any]) -> bool:
    """Prints the scores of one page; says whether all reach their floors."""
    scores = {name: found["categories"][name]["score"] for name in FLOORS}
    print(f"{path:6} " + "  ".join(f"{name} {score:.2f}" for name, score in scores.items()))
    for title in failures(found):
        print(f"       lacking: {title}")
    return all(scores[name] >= floor for name, floor in FLOORS.items())


def main() -> None:
    """Score the server named on the command line, or one of our own."""
    RESULTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        server = None if len(sys.argv) > 1 else LiveServer(Path(folder) / "data")
        site = server.url if server else sys.argv[1].rstrip("/")
        try:
            reports = {path: RESULTS / f"lighthouse-{path.strip('/')}.json" for path in PATHS}
            fine = [judge(path, run(site + path, report)) for path, report in reports.items()]
        finally:
            if server:
                server.stop()
    sys.exit(not all(fine))


if __name__ == "__main__":
    main()

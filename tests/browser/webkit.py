"""WebKitGTK through WebKitWebDriver and the W3C WebDriver protocol, under a display of its own (Xvfb).

The session is ephemeral, as private browsing is: nothing is stored past `close`. The engine is Safari's, the
ports differ: no passkeys, no push, and storage estimates behind switches.
"""

import base64
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.browser.firefox import KEYS
from tests.browser.page import AIM, DESK, HAS_HIT, PATIENCE, Gone, Page
from tests.ports import free_port

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name by which WebDriver marks a reference to an element (W3C WebDriver section 12)."""

_ARGUMENTS = [
    "--automation",
    "--features=+StorageAPI,+StorageAPIEstimate,+FileSystem,+FileSystemWritableStream,+AppBadge",
    "--enable-mock-capture-devices=true",
    "--enable-media-stream=true",
    "--autoplay-policy=allow",
    "--javascript-can-open-windows-automatically=true",
]


class WebKitError(RuntimeError):
    """WebKitWebDriver answered with an error, or did not start."""


class Display:
    """An X display nobody sees."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise FileNotFoundError("Xvfb is missing: apt install xvfb")
        read, write = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = f":{answer.readline().strip()}"

    def close(self) -> None:
        """Ends the display."""
        self._process.terminate()
        self._process.wait(PATIENCE)


class WebKit(Page):
    """A MiniBrowser window with a home folder of its own."""

    engine = "webkit"

    def __init__(self, display: Display, home: Path) -> None:
        self._port = free_port()
        self._driver = _start(self._port, display, home)
        try:
            self._await_driver()
            options = {"binary": str(mini_browser()), "args": _ARGUMENTS}
            capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
            answer = self._request("POST", "/session", {"capabilities": capabilities})
        except BaseException:
            self._driver.kill()
            raise
        self._session = f"/session/{answer['sessionId']}"
        self._post("/timeouts", script=60_000, pageLoad=60_000)
        self._leave_toolbar()
        self.set_size(*DESK)

    def goto(self, url: str) -> None:
        self._post("/url", url=url)

    def reload(self) -> None:
        self._post("/refresh")

    def set_size(self, width: int, height: int) -> None:
        def fits() -> bool:
            # The window follows when it can; its frame is known from what it is at the same moment.
            now = self.evaluate("() => [innerWidth, innerHeight, outerWidth, outerHeight]")
            if now[:2] == [width, height]:
                return True
            frame = [now[2] - now[0], now[3] - now[1]]
            self._post("/window/rect", width=width + frame[0], height=height + frame[1])
            return False

        self.until(fits, f"a page of {width} × {height}", PATIENCE)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._request("GET", f"{self._session}/screenshot")))

    def press(self, key: str) -> None:
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self._post("/actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def _close(self) -> None:
        try:
            self._request("DELETE", self._session)
        finally:
            self._driver.terminate()
            self._driver.wait(PATIENCE)

    def _call(self, function: str, arguments: str) -> Any:
        script = (
            f"const done = arguments[1]; ({function})(arguments[0])"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }))"
        )
        answer = self._post("/execute/async", script=script, args=[arguments])
        if "error" in answer:
            raise WebKitError(answer["error"])
        return answer.get("value")

    def _call_for_element(self, function: str, arguments: str) -> Any:
        return self._post(
            "/execute/sync", script=f"return ({function})(arguments[0])", args=[arguments]
        )

    def _click(self, element: Any) -> None:
        script = f"const done = arguments[1]; ({AIM})('', arguments[0]).then(done)"
        try:
            if not self._post("/execute/async", script=script, args=[element]):
                raise Gone
            self._post(f"/element/{element[_ELEMENT]}/click")
            if not self._post("/execute/sync", script=f"return ({HAS_HIT})()", args=[]):
                raise Gone
        except WebKitError as error:
            raise Gone from error

    def _type(self, element: Any, text: str) -> None:
        self._post(f"/element/{element[_ELEMENT]}/clear")
        self._post(f"/element/{element[_ELEMENT]}/value", text=text.replace("\n", KEYS["\n"]))

    def _leave_toolbar(self) -> None:
        """Goes on in a pop-up: MiniBrowser's toolbar would keep the window wider than a phone."""
        first = self._request("GET", f"{self._session}/window")
        self.evaluate(
            "() => { open('about:blank', '', 'popup,toolbar=no,location=no,width=390,height=844'); }"
        )
        (popup,) = set(self._request("GET", f"{self._session}/window/handles")) - {first}
        self._request("DELETE", f"{self._session}/window")
        self._post("/window", handle=popup)

    def _post(self, path: str, **body: Any) -> Any:
        return self._request("POST", self._session + path, body)

    def _request(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=90) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise WebKitError(f"{path}: {value['error']}: {value['message']}") from None

    def _await_driver(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._request("GET", "/status")
            except urllib.error.URLError:
                if time.monotonic() > deadline or self._driver.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return


def mini_browser() -> Path:
    """The small browser that comes with the library."""
    for path in Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"):
        return path
    raise FileNotFoundError("WebKitGTK is missing: apt install webkit2gtk-driver")


def environment(display: Display, home: Path) -> dict[str, str]:
    """What WebKit needs to run as root without a screen, with nothing of the person's own files."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    return folders | {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "DISPLAY": display.name,
        "FONTCONFIG_FILE": os.environ["FONTCONFIG_FILE"],
        "GDK_BACKEND": "x11",
        "LANG": "en_US.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }


def _start(port: int, display: Display, home: Path) -> "subprocess.Popen[bytes]":
    if shutil.which("WebKitWebDriver") is None:
        raise FileNotFoundError("WebKitGTK's driver is missing: apt install webkit2gtk-driver")
    home.mkdir(parents=True, exist_ok=True)
    return subprocess.Popen(
        ["WebKitWebDriver", "--host=127.0.0.1", f"--port={port}"],
        env=environment(display, home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

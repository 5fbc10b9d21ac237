"""Firefox ESR without geckodriver: WebDriver BiDi (W3C) spoken over one websocket to the browser itself."""

import base64
import itertools
import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import websocket

from tests.browser.page import AIM, DESK, HAS_HIT, PATIENCE, Gone, Page

KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "Backspace": "\ue003",
    "Delete": "\ue017",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "\n": "\ue007",
}
"""WebDriver's code points of keys that write nothing."""

_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "captivedetect.canonicalURL": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "general.smoothScroll": False,
    "media.navigator.permission.disabled": True,
    "media.navigator.streams.fake": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


_GONE = ("no such frame", "no such node", "discarded", "destroyed", "aborted by navigation")


class FirefoxError(RuntimeError):
    """Firefox answered a command with an error, or did not start."""


class Firefox(Page):
    """A Firefox process over a profile folder. `complaints` is what the console said as errors."""

    engine = "firefox"

    def __init__(self, profile: Path) -> None:
        self.complaints: list[str] = []
        self._ids = itertools.count(1)
        self._process = _start(profile)
        try:
            self._socket = _connect(profile, self._process)
            self._command("session.new", capabilities={})
            self._command("session.subscribe", events=["log.entryAdded"])
            tree = self._command("browsingContext.getTree")
        except BaseException:
            self._process.kill()
            raise
        self._context = tree["contexts"][0]["context"]
        self.set_size(*DESK)

    def goto(self, url: str) -> None:
        self._here("browsingContext.navigate", url=url, wait="complete")

    def reload(self) -> None:
        self._here("browsingContext.reload", wait="complete")

    def set_size(self, width: int, height: int) -> None:
        self._here("browsingContext.setViewport", viewport={"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._here("browsingContext.captureScreenshot")["data"]))

    def press(self, key: str) -> None:
        self._keys(KEYS.get(key, key))

    def _close(self) -> None:
        try:
            self._command("browser.close")
            self._process.wait(PATIENCE)
        finally:
            self._socket.close()
            self._process.kill()
            self._process.wait()

    def _call(self, function: str, arguments: str) -> Any:
        inner = f"async (json) => JSON.stringify(await ({function})(json))"
        value = self._run(inner, arguments).get("value")
        return None if value is None else json.loads(value)

    def _call_for_element(self, function: str, arguments: str) -> Any:
        result = self._run(function, arguments)
        return {"sharedId": result["sharedId"]} if result["type"] == "node" else result["value"]

    def _click(self, element: Any) -> None:
        origin = {"type": "element", "element": element}
        moves = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": moves}
        try:
            if not self._run(AIM, "", element)["value"]:
                raise Gone
            self._here("input.performActions", actions=[mouse])
            if not self._run(HAS_HIT, "")["value"]:
                raise Gone
        except FirefoxError as error:
            raise Gone from error

    def _type(self, element: Any, text: str) -> None:
        self._run("(json, field) => { field.focus(); field.select?.(); }", "", element)
        self._keys(*(text or [KEYS["Delete"]]))

    def _keys(self, *keys: str) -> None:
        strokes = [
            {"type": stroke, "value": KEYS.get(key, key)}
            for key in keys
            for stroke in ("keyDown", "keyUp")
        ]
        self._here(
            "input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}]
        )

    def _run(self, function: str, arguments: str, *elements: Any) -> dict[str, Any]:
        answer = self._command(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": arguments}, *elements],
            awaitPromise=True,
            target={"context": self._context},
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        result: dict[str, Any] = answer["result"]
        return result

    def _here(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._command(method, context=self._context, **parameters)

    def _command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Sends one command and reads up to its answer; events on the way are noted."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("method") == "log.entryAdded" and message["params"]["level"] == "error":
                self.complaints.append(message["params"]["text"])
            if message.get("id") == number:
                if message["type"] == "error":
                    said = f"{method}: {message['error']}: {message['message']}"
                    raise Gone(said) if _is_gone(message) else FirefoxError(said)
                result: dict[str, Any] = message["result"]
                return result


def _is_gone(error: dict[str, Any]) -> bool:
    """Whether another page took the place of the one that was asked, or the element left it."""
    return any(words in f"{error['error']} {error['message']}" for words in _GONE)


def _start(profile: Path) -> "subprocess.Popen[bytes]":
    names = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
    binary = next(filter(None, map(shutil.which, names)), None)
    if binary is None:
        raise FileNotFoundError("Firefox is missing: apt install firefox-esr")
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items()]
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text("\n".join(lines))
    _address(profile).unlink(missing_ok=True)
    options = ["--headless", "--no-remote", "--remote-debugging-port", "0"]
    return subprocess.Popen(
        [binary, *options, "--profile", profile, "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _address(profile: Path) -> Path:
    return profile / "WebDriverBiDiServer.json"


def _connect(profile: Path, process: "subprocess.Popen[bytes]") -> websocket.WebSocket:
    """Waits for the file in which Firefox says where it listens, and connects without an Origin header."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise FirefoxError(f"Firefox ended with {process.returncode}")
        try:
            at = json.loads(_address(profile).read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.05)
            continue
        url = f"ws://{at['ws_host']}:{at['ws_port']}/session"
        return websocket.create_connection(url, timeout=60, suppress_origin=True)
    raise FirefoxError("Firefox did not say where it listens")

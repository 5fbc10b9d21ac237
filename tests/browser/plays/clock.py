"""A person's clock that a play drives: the device's date goes on by days while its timers run as ever."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Route

from tests.browser.chromium import Chromium

_SHIFTED = """{
  let shift = SHIFT;
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };
  new BroadcastChannel("driven-clock").addEventListener("message", ({ data }) => { shift = data; });
}
"""
"""Before everything else in the page and in the vault's worker."""

_WITHOUT_SERVICE_WORKER = """
Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });
"""
"""It would serve the vault's worker as it is kept, with the device's own clock."""

_SET = """(shift) => new Promise((resolve) => {
  const now = () => performance.timeOrigin + performance.now() + shift;
  const heard = () => (Math.abs(Date.now() - now()) < 60_000 ? resolve(true) : setTimeout(heard, 5));
  new BroadcastChannel("driven-clock").postMessage(shift);
  heard();
})"""


class DrivenClock:
    """The clock of one window. Made before the window opens the app."""

    def __init__(self, page: Chromium) -> None:
        self._page = page
        self._shift = timedelta()
        page.context.add_init_script(self._shifted() + _WITHOUT_SERVICE_WORKER)
        page.context.route("**/static/js/workers/vault-worker.js", self._shift_worker)

    def becomes(self, moment: datetime) -> None:
        """From here on it is this moment, and time goes on from there."""
        self._shift = moment - datetime.now(UTC)
        self._page.evaluate(_SET, self._milliseconds())

    def _milliseconds(self) -> float:
        return self._shift / timedelta(milliseconds=1)

    def _shifted(self) -> str:
        return _SHIFTED.replace("SHIFT", str(self._milliseconds()))

    def _shift_worker(self, route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=self._shifted() + answer.text())

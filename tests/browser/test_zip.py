"""The .zip of a copy, as each engine deflates and puts it together, read by a reader of its own."""

import base64
import io
import zipfile

import pytest

from tests.browser.engines import ENGINES

MAKE = """async () => {
  const { Zip } = await import("/static/js/domain/copy/zip.js");
  const zip = new Zip({ day: "2026-11-30", time: "04:45" });
  await zip.add("data.json", (async function* () { for (let n = 0; n < 500; n++) yield `${n} ${"w".repeat(2000)}\\n`; })());
  await zip.add("journal/2026-11-30.md", ["# Tür\\n"]);
  await zip.add("empty.csv", []);
  const bytes = new Uint8Array(await zip.blob().arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_zip_made_in_the_browser_is_whole(open_page, live_server, engine):
    """Every file is there with its checksum, in its order, and dated as the copy is."""
    page = open_page(engine)
    page.goto(live_server.url + "/app")
    archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(page.evaluate(MAKE))))
    assert archive.testzip() is None
    assert archive.namelist() == ["data.json", "journal/2026-11-30.md", "empty.csv"]
    assert archive.read("data.json").count(b"\n") == 500
    assert archive.read("journal/2026-11-30.md").decode() == "# Tür\n"
    assert archive.infolist()[0].date_time == (2026, 11, 30, 4, 45, 0)

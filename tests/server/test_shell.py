"""The shell: one static page for every route, its manifest, its service worker and the list of its files."""

import json
import re
import shutil
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask

from journal.server import headers
from journal.server.shell import ROOT, Build, register

ROUTES = ["/", "/app", "/help", "/i", "/design"]
FOREIGN_URL = re.compile(
    rb"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE
)
MENTIONED = {
    ("/static/content/help.json", "https://findahelpline.com"),  # a person may tap it
    ("/static/content/help.json", "https://988lifeline.org"),  # and this: a line one can write to
    ("/static/vendor/argon2.js", "https://www.npmjs.com"),  # its licence comment
}


def make_app(static_dir: Path | None = None, **config: str) -> Flask:
    """A bare application that serves the shell."""
    app = Flask("shell", static_folder=None)
    app.config.update(config)
    register(app, static_dir)
    return app


@pytest.fixture(scope="module")
def client():
    """Asks a bare application with our own name and icons."""
    return make_app().test_client()


@pytest.fixture
def static_copy(tmp_path: Path) -> Path:
    """A copy of the served tree that a test may change."""
    return Path(shutil.copytree(ROOT / "static", tmp_path / "static"))


class Tags(HTMLParser):
    """Collects (tag, attributes) of a page and the text of its inline scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self.in_script = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.in_script = tag == "script"

    def handle_data(self, data):
        if self.in_script:
            self.inline.append(data)

    def handle_endtag(self, tag):
        self.in_script = False


@pytest.mark.parametrize("path", ROUTES)
def test_every_route_of_the_app_is_the_same_page(client, path):
    """Nothing is templated for a request: a link into the app and its start give the same bytes."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.data == client.get("/app").data
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/app/anything",
        "/static/nothing.js",
        "/static/../config.py",
        "/apps",
        "/static/",
        "/help/more",
    ],
)
def test_unknown_path_is_not_found(client, path):
    """A mistyped or probing path is a 404 and never the app."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/static/vendor/hpke.d.ts", "/static/.secret.js"])
def test_files_that_are_not_of_the_app_are_not_served(static_copy, path):
    """Type declarations and hidden files stay unserved even though they lie in the folder."""
    (static_copy / ".secret.js").write_text("")
    assert (static_copy.parent / path[1:]).exists()
    assert make_app(static_copy).test_client().get(path).status_code == 404


def test_page_has_no_inline_script_but_the_import_map(client):
    """The import map is the only inline text that is code, and no tag carries a handler or a style."""
    tags = Tags(client.get("/app").text)
    scripts = [attributes for tag, attributes in tags.found if tag == "script"]
    assert scripts == [{"type": "importmap"}, {"type": "module", "src": "/static/js/app.js"}]
    assert not [tag for tag, _ in tags.found if tag == "style"]
    names = {name for _, attributes in tags.found for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_policy_allows_exactly_the_import_map(client):
    """The hash in the policy is that of the text between the tags, byte for byte."""
    answer = client.get("/app")
    (inline,) = Tags(answer.text).inline
    assert headers.hash_source(inline) in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"].count("'sha256-") == 1


def test_import_map_names_every_module_with_its_integrity(client):
    """Each module a page may run has an entry whose hash fits the served bytes, and every name leads to a module."""
    import_map = json.loads(Tags(client.get("/app").text).inline[0])
    served = {url: asset for url, asset in Build().served.items() if url.endswith(".js")}
    expected = {url: served[url].integrity for url in import_map["integrity"]}
    assert import_map["integrity"] == expected
    pages_own = re.compile(
        r"/static/js/(app\.js|(views|ui|components)/.+)|/static/vendor/lit-html/.+"
    )
    assert {url for url in served if pages_own.fullmatch(url)} <= set(expected)
    assert import_map["imports"]["lit-html"] == "/static/vendor/lit-html/lit-html.js"
    assert set(import_map["imports"].values()) <= set(served)


def test_page_names_only_files_that_exist(client):
    """Every stylesheet, icon and preloaded module the page names is there, and none is named twice."""
    found = [
        attributes["href"]
        for tag, attributes in Tags(client.get("/app").text).found
        if tag == "link"
    ]
    assert len(found) == len(set(found))
    assert {url: client.get(url).status_code for url in found} == dict.fromkeys(found, 200)


def test_page_says_without_script_that_nobody_is_watching(client):
    """The notice, and whom to call, stand in the page itself."""
    page = client.get("/help").text
    assert "Nobody is watching what you write" in page
    assert "crisis line" in page
    assert "<noscript>" in page


def test_nothing_served_names_another_site():
    """No file of the app holds the address of a third party, but for those that are text and never asked for."""
    build = Build()
    files = build.served | {"/sw.js": build.worker}
    found = {(url, hit.decode()) for url in files for hit in FOREIGN_URL.findall(files[url].body)}
    assert {(url, hit) for url, hit in found if url != "/static/vendor/LICENSES"} <= MENTIONED


def test_manifest_is_complete(client):
    """The manifest has what phones ask of an installable app, with icons of the sizes it claims."""
    manifest = client.get("/manifest.webmanifest").get_json(force=True)
    assert manifest["id"] == manifest["start_url"] == "/app"
    assert manifest["scope"] == "/"
    assert manifest["display"] == "standalone"
    assert (manifest["lang"], manifest["dir"]) == ("en", "ltr")
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for icon in manifest["icons"]:
        png = client.get(icon["src"]).data
        width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
        assert png.startswith(b"\x89PNG")
        assert f"{width}x{height}" == icon["sizes"]
    assert client.get("/manifest.webmanifest").content_type == "application/manifest+json"
    for shortcut in manifest["shortcuts"]:
        assert client.get(shortcut["url"]).status_code == 200


def test_nothing_a_bystander_sees_speaks_of_treatment(client):
    """Title, names, shortcuts and icons carry no clinical word."""
    seen = client.get("/manifest.webmanifest").text
    seen += client.get("/app").text.partition("</title>")[0]
    assert not re.search(
        r"ketamin|therap|patient|dos(e|ing)|clinic|depress|session", seen, re.IGNORECASE
    )


@pytest.mark.parametrize(
    ("asked", "language", "words"),
    [
        ("de-CH,de;q=0.9,en;q=0.5", "de", "Ein privates Tagebuch."),
        ("es-MX", "es", "Un diario privado."),
        ("fr,es;q=0.4", "es", "Un diario privado."),
        ("fr", "en", "A private journal."),
    ],
)
def test_page_and_manifest_speak_the_language_that_is_asked_for(client, asked, language, words):
    """What stands before the app is up is in a language the browser asks for, and English where there is none."""
    for path in ("/app", "/manifest.webmanifest"):
        answer = client.get(path, headers={"Accept-Language": asked})
        assert words in answer.text
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]
    assert f'<html lang="{language}"' in client.get("/app", headers={"Accept-Language": asked}).text


def test_every_shortcut_of_the_manifest_is_translated():
    """Whoever adds a way in from the home screen adds its name in every language."""
    source = json.loads((ROOT / "static/manifest.webmanifest").read_text())
    names = {shortcut["name"] for shortcut in source["shortcuts"]}
    words = json.loads((ROOT / "templates/words.json").read_text())
    for language in ("es", "de"):
        assert names - set(words[language]["shortcuts"]) == set()


def test_operator_gives_the_app_another_name_and_icon(tmp_path):
    """Name and icons of an operator's choice replace ours everywhere a bystander could see them."""
    for path in (ROOT / "static/img").iterdir():
        (tmp_path / path.name).write_bytes(b"another " + path.name.encode())
    client = make_app(
        APP_NAME="Notes & more", APP_SHORT_NAME="Notes", APP_ICON_DIR=str(tmp_path)
    ).test_client()
    manifest = client.get("/manifest.webmanifest").get_json(force=True)
    assert (manifest["name"], manifest["short_name"]) == ("Notes & more", "Notes")
    page = client.get("/app").text
    assert "<title>Notes &amp; more</title>" in page
    assert "Afterglow" not in page
    for icon in manifest["icons"]:
        assert client.get(icon["src"]).data.startswith(b"another ")


def test_the_page_names_who_runs_the_server():
    """In one line, with nothing of it read as markup; without the setting the page names nobody."""
    page = make_app(OPERATOR='Harbour "Clinic"\n<b>1 Quay St</b>').test_client().get("/app").text
    assert (
        '<meta name="operator" content="Harbour &#34;Clinic&#34; &lt;b&gt;1 Quay St&lt;/b&gt;">'
        in page
    )
    assert 'name="operator"' not in make_app().test_client().get("/app").text


def test_name_too_long_for_a_home_screen_is_refused():
    """A short name that a phone would cut off stops the start with a sentence that says so."""
    with pytest.raises(ValueError, match="at most 12 characters"):
        Build({"APP_NAME": "A very long name indeed"})


def test_icon_folder_with_a_missing_icon_is_refused(tmp_path):
    """A half-filled icon folder stops the start: otherwise our own icon would show through."""
    with pytest.raises(FileNotFoundError):
        Build({"APP_ICON_DIR": str(tmp_path)})


def test_build_holds_every_file(client):
    """Each file as it is served is in /build.json, as text or by its hash, and nothing is served that is not."""
    build = client.get("/build.json").get_json()
    texts = {url: (file["type"], file["text"].encode()) for url, file in build["files"].items()}
    answers = {url: client.get(url) for url in texts}
    assert {url: (answer.content_type, answer.data) for url, answer in answers.items()} == texts
    assert {url: sha256(client.get(url).data).hexdigest() for url in build["online"]} == build[
        "online"
    ]
    assert set(texts) | set(build["online"]) == set(Build().served)
    assert build["headers"].items() <= dict(client.get("/app").headers).items()


def test_everything_a_screen_needs_is_kept(client):
    """Of our own files only those stay online that no screen asks for, or whose screen needs the server anyway."""
    online = json.loads(client.get("/build.json").data)["online"]
    allowed = r"/static/(vendor/.+|img/.+|.+/types\.js|.+/gallery[a-z-]*\.js|.+/design\.(css|js)|.+/pseudo\.js|.+/qr-scanner\.js|.+/words\.json"
    allowed += r"|js/ui/words/(es|de)/.+|content/(.+/)?(es|de)/.+)"
    others = {url for url in online if not re.fullmatch(allowed, url)}
    assert {url for url in others if not _is_types_alone(client.get(url).text)} == set()


def _is_types_alone(module: str) -> bool:
    """Whether nothing stands in a module but what its comments say."""
    code = re.sub(r"/\*.*?\*/|^//[^\n]*", "", module, flags=re.DOTALL | re.MULTILINE)
    return code.strip() in ("", "export {};")


def test_service_worker_carries_the_fingerprint_of_the_list(client):
    """The first line names the SHA-256 of /build.json; what follows is static/sw.js as it is reviewed."""
    first, _, rest = client.get("/sw.js").text.partition("\n")
    assert first == f'self.BUILD = "{sha256(client.get("/build.json").data).hexdigest()}";'
    assert rest == (ROOT / "static/sw.js").read_text()
    assert sha256(rest.encode()).hexdigest() == client.get("/build.json").get_json()["worker"]


@pytest.mark.parametrize(
    "changed", ["js/ui/offline.js", "sw.js", "content/help.json", "img/icon-192.png"]
)
def test_service_worker_changes_with_every_file(static_copy, changed):
    """One more byte in any file gives other bytes of /sw.js, which is how a browser notices a new version."""
    with (static_copy / changed).open("ab") as file:
        file.write(b" ")
    assert Build(static_dir=static_copy).worker.body != Build().worker.body


def test_same_files_give_the_same_build(static_copy):
    """Two starts, and two copies of the same tree, serve identical bytes: the fingerprint can be published."""
    assert Build(static_dir=static_copy).fingerprint == Build().fingerprint


def test_service_worker_and_server_agree_on_the_routes(client):
    """Offline the same paths show the app as online."""
    pattern = re.compile(
        re.search(r"const SHELL = /(.+)/;", (ROOT / "static/sw.js").read_text())[1].replace(
            "\\/", "/"
        )
    )
    paths = [
        *ROUTES,
        "/apps",
        "/healthz",
        "/api/v1/session",
        "/build.json",
        "/help/more",
        "/static/js/app.js",
    ]
    shown = {
        path
        for path in paths
        if client.get(path).content_type.startswith("text/html")
        and client.get(path).status_code == 200
    }
    assert {path for path in paths if pattern.search(path)} == shown == set(ROUTES)

"""The app's shell: one static page for every route, its manifest, its service worker and the list of all files.

Everything is put together once at start. `/build.json` holds every file that the service worker keeps, the headers
they come with, and the hashes of the few it does not keep. Its SHA-256 is the *fingerprint* of the build, so which code
one gets is one hash that can be published and compared (`python -m tools.fingerprint` prints it for a source tree, and checks
a server against it). It is one file because a phone gets it so with one request and a third fewer bytes, whole or not
at all.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, abort, request
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from journal import __version__
from journal.server import headers
from journal.server.assets import (
    MEDIA_TYPES,
    VENDOR,
    Asset,
    Compressor,
    first_modules,
    import_map,
    read_folder,
    vendored_in_use,
    vendored_names,
)

ROOT = Path(__file__).resolve().parents[2]
"""Holds `static/` and `templates/`."""

SHELL_PATHS = ("/", "/app", "/help", "/i", "/design")
"""Every route that shows the app; `SHELL` of `static/sw.js` matches the same ones. Screens stand in the fragment,
which no server sees."""

ENTRY = "/static/js/app.js"
WORKERS = tuple(f"/static/js/workers/{name}-worker.js" for name in ("vault", "capture"))
FIRST_SCREEN = "/static/js/views/account/welcome.js"
"""The screen of a first visit, which the entry asks for by itself but later."""
STYLES = tuple(f"/static/css/{name}.css" for name in ("tokens", "base", "opening"))
"""What the first screen needs; the others are loaded with the screens that use them."""

ONLINE_ONLY = re.compile(
    r"""\.png$ | /types\.js$ | ^/static/vendor/.*(?<!\.js)$  # no screen asks for them
      | /vault/lent\.js$ | /domain/(documents|dosings|drafts|entries|notices|people|timelines)\.js$   # nor for these: types alone
      | /gallery\b | /design\.(css|js)$ | /pseudo\.js$   # /design and pseudo-locales, for those who build the app
      | /words/(?!en/) | ^/static/content/(?:.+/)?[a-z]{2}/   # a language is kept when it is chosen
      | /qr-scanner\.js$ | ^/static/vendor/qr/decode\.js$ | /words\.json$  # linking and signing up need the server
    """,
    re.VERBOSE,
)
"""URLs that the service worker does not keep."""
LONGEST_SHORT_NAME = 12
"""Characters that fit below an icon on a phone's home screen."""


class Build:
    """One build of the app as it is served: `static_dir`, the app's name and icons, and who runs the server.

    `config` may hold `OPERATOR` (a line), `APP_NAME`, `APP_SHORT_NAME` and `APP_ICON_DIR` (a folder with files named like
    those of `static/img`, which take their places). Raises `ValueError` for a short name that no home screen shows whole.
    """

    def __init__(
        self, config: Mapping[str, object] | None = None, static_dir: Path | None = None
    ) -> None:
        config = config or {}
        self.name = str(config.get("APP_NAME") or "Afterglow")
        self.short_name = str(config.get("APP_SHORT_NAME") or self.name)
        self.operator = " ".join(str(config.get("OPERATOR") or "").split())
        if len(self.short_name) > LONGEST_SHORT_NAME:
            raise ValueError(
                f"APP_SHORT_NAME must have at most {LONGEST_SHORT_NAME} characters: {self.short_name}"
            )
        self.files = read_folder(static_dir or ROOT / "static", "/static")
        self.worker_source = self.files.pop("/static/sw.js").body
        self.manifest_source = self.files.pop("/static/manifest.webmanifest").body
        if config.get("APP_ICON_DIR"):
            self.replace_icons(Path(str(config["APP_ICON_DIR"])))
        self.names = vendored_names(self.files)
        self.vendored = vendored_in_use(self.files, self.names)
        self.import_map = import_map(self.files, self.names, WORKERS)
        self.words = json.loads((ROOT / "templates" / "words.json").read_bytes())
        self.languages = [one for one in self.words if self.help_texts(one) in self.files]
        self.shells = {language: self.render_shell(language) for language in self.languages}
        self.manifests = {language: self.render_manifest(language) for language in self.languages}
        english = (self.shells["en"], self.manifests["en"])
        self.served = self.files | {asset.url: asset for asset in english}

    def replace_icons(self, folder: Path) -> None:
        """Take every icon from `folder`; `FileNotFoundError` names the first one it lacks."""
        for url in [url for url in self.files if url.startswith("/static/img/")]:
            path = folder / Path(url).name
            self.files[url] = Asset(url, path.read_bytes(), MEDIA_TYPES[path.suffix])

    @staticmethod
    def help_texts(language: str) -> str:
        """URL of the honest sentences in a language."""
        folder = "" if language == "en" else f"{language}/"
        return f"/static/content/{folder}help-texts.json"

    def render_shell(self, language: str) -> Asset:
        """The one page, with nothing in it that depends on who asks but the language of its few sentences."""
        texts = json.loads(self.files[self.help_texts(language)].body)["watching"]["long"]
        page = Environment(
            loader=FileSystemLoader(ROOT / "templates"), autoescape=True
        ).get_template("shell.html")
        body = page.render(
            language=language,
            words=self.words[language],
            name=self.name,
            short_name=self.short_name,
            operator=self.operator,
            styles=STYLES,
            # JSON in a script element ends at "</"; "<\/" is the same JSON (and no path here holds one).
            import_map=Markup(self.import_map.replace("</", "<\\/")),  # noqa: S704
            # Chromium fetches a module again when its preload does not carry the integrity of the import map.
            modules={
                url: self.files[url].integrity
                for entry in (ENTRY, FIRST_SCREEN)
                for url in first_modules(self.files, entry, self.names)
            },
            entry=ENTRY,
            watching=texts[0],
            call=texts[-1],
        )
        return Asset("/app", body.encode(), "text/html; charset=utf-8")

    def render_manifest(self, language: str) -> Asset:
        """The web app manifest under the operator's name."""
        manifest = json.loads(self.manifest_source) | {
            "name": self.name,
            "short_name": self.short_name,
            "description": self.words[language]["description"],
            "lang": language,
        }
        for shortcut in manifest["shortcuts"]:
            english = shortcut["name"]
            shortcut["name"] = self.words[language]["shortcuts"].get(english, english)
        body = json.dumps(manifest, ensure_ascii=False, indent=2).encode()
        return Asset("/manifest.webmanifest", body, MEDIA_TYPES[".webmanifest"])

    def is_kept(self, url: str) -> bool:
        """Whether the service worker keeps this file for use without a network."""
        unused = url.startswith(VENDOR) and url not in self.vendored
        return not unused and not ONLINE_ONLY.search(url)

    @cached_property
    def whole(self) -> Asset:
        """`/build.json`: the files to keep, as text; SHA-256 of the others, of pages in other languages and of the service worker's source."""
        urls = sorted(self.served)
        policy = {"Content-Security-Policy": headers.content_security_policy(self.import_map)}
        build = {
            "version": __version__,
            "headers": headers.EVERYWHERE | headers.PAGES | policy,
            "worker": sha256(self.worker_source).hexdigest(),
            "languages": {
                language: {
                    page.url: page.sha256
                    for page in (self.shells[language], self.manifests[language])
                }
                for language in self.languages[1:]
            },
            "online": {url: self.served[url].sha256 for url in urls if not self.is_kept(url)},
            "files": {
                url: {"type": self.served[url].media_type, "text": self.served[url].body.decode()}
                for url in urls
                if self.is_kept(url)
            },
        }
        body = json.dumps(build, ensure_ascii=False, indent=1).encode()
        return Asset("/build.json", body, MEDIA_TYPES[".json"])

    @property
    def fingerprint(self) -> str:
        """SHA-256 of `/build.json` in hexadecimal."""
        return self.whole.sha256

    @cached_property
    def worker(self) -> Asset:
        """`/sw.js`: its bytes change whenever any file does, which is how browsers notice a new version."""
        prefix = f'self.BUILD = "{self.fingerprint}";\n'.encode()
        return Asset("/sw.js", prefix + self.worker_source, MEDIA_TYPES[".js"])


def register(app: Flask, static_dir: Path | None = None) -> None:
    """Serve the app from `app` (made with `static_folder=None`) and set the security headers of all its answers.

    Everything is read now: an app that is registered goes on serving one build, whatever happens to the files.
    """
    build = Build(app.config, static_dir)
    headers.register(app, build.import_map)
    data_dir = app.config.get("DATA_DIR")
    compressor = Compressor(Path(data_dir) / "cache" if data_dir else None)

    def answer(asset: Asset) -> Callable[[], Response]:
        return lambda: asset.respond(compressor)

    def answer_in(pages: Mapping[str, Asset]) -> Callable[[], Response]:
        def choose() -> Response:
            language = request.accept_languages.best_match(list(pages), default="en")
            response = pages[language].respond(compressor)
            response.vary.add("Accept-Language")
            response.content_language.add(language)
            return response

        return choose

    def file(path: str) -> Response:
        asset = build.files.get(f"/static/{path}")
        return asset.respond(compressor) if asset else abort(404)

    shell = answer_in(build.shells)
    for path in SHELL_PATHS:
        app.add_url_rule(path, "shell", shell)
    app.add_url_rule("/manifest.webmanifest", "manifest", answer_in(build.manifests))
    app.add_url_rule("/static/<path:path>", "static", file)
    for asset in (build.whole, build.worker):
        app.add_url_rule(asset.url, asset.url.strip("/").partition(".")[0], answer(asset))

"""Settings: every one has a default, and one that cannot be used is said."""

import re
from pathlib import Path

import pytest
from sqlalchemy import make_url

from config import ConfigError, database_url, from_environment
from journal.server import create_app


def test_nothing_has_to_be_set():
    """An empty environment serves on SQLite in ./data, on this machine alone."""
    settings = from_environment({})
    assert settings["DATA_DIR"] == Path("data")
    assert (settings["HOST"], settings["PORT"], settings["REGISTRATION"]) == (
        "127.0.0.1",
        8000,
        "open",
    )
    assert settings["HOST_NAMES"] == ["localhost", "127.0.0.1", "[::1]"]
    assert database_url(settings) == f"sqlite:///{Path('data/journal.sqlite3').absolute()}"


class Recorded(dict[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, name: str, default: str | None = None) -> str | None:
        """Nothing, and the name is remembered."""
        self.asked.add(name)
        return default


def test_every_setting_is_documented():
    """What is read from the environment stands in the guide for operators, and nothing else does."""
    env = Recorded()
    from_environment(env)
    guide = (Path(__file__).parents[2] / "docs" / "self-hosting.md").read_text()
    table = guide.partition("## Settings")[2].partition("##")[0]
    documented = {
        name
        for line in re.findall(r"^\| (`[A-Z_`, ]+`) \|", table, re.MULTILINE)
        for name in re.findall(r"\w+", line)
    }
    # Counting can be switched off for tests alone.
    assert env.asked - {"RATELIMIT_ENABLED"} == documented


@pytest.mark.parametrize(
    ("given", "origin", "host"),
    [
        ("https://journal.example.org", "https://journal.example.org", "journal.example.org"),
        ("https://Journal.Example.org:443/", "https://journal.example.org", "journal.example.org"),
        ("http://192.168.1.5:8000", "http://192.168.1.5:8000", "192.168.1.5"),
        ("http://[fd00::1]:8000", "http://[fd00::1]:8000", "[fd00::1]"),
        ("http://[fd00::1]", "http://[fd00::1]", "[fd00::1]"),
    ],
)
def test_the_origin_is_written_as_browsers_write_it(given: str, origin: str, host: str):
    """Lower case, without the scheme's own port; its host is one this server answers to."""
    settings = from_environment(
        {"ORIGIN": given, "TRUSTED_HOSTS": "a.example, b.example", "PROXY_HOPS": "1"}
    )
    assert settings["ORIGIN"] == origin
    assert settings["HOST_NAMES"][:3] == [host, "a.example", "b.example"]


@pytest.mark.parametrize(
    "env",
    [
        {"PORT": "eighty"},
        {"PORT": "65536"},
        {"PORT": "-1"},
        {"PROXY_HOPS": "1.5"},
        {"REGISTRATION": "maybe"},
        {"ORIGIN": "journal.example.org"},
        {"ORIGIN": "https://journal.example.org/app"},
        {"ORIGIN": "ftp://journal.example.org"},
        {"ORIGIN": "https://user@journal.example.org"},
        {"THREADS": "0"},
    ],
)
def test_settings_that_cannot_be_used_are_said(env: dict[str, str]):
    """The server does not start on a guess."""
    with pytest.raises(ConfigError):
        from_environment(env)


@pytest.mark.parametrize("url", ["mysql://x", "sqlite://", "sqlite:///:memory:", "postgres:/x"])
def test_other_databases_are_refused(url: str):
    """SQLite in a file or PostgreSQL, nothing else."""
    with pytest.raises(ConfigError, match="DATABASE_URL"):
        database_url(from_environment({"DATABASE_URL": url}))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_psycopg(scheme: str):
    """Under every name that hosts write it."""
    url = database_url(from_environment({"DATABASE_URL": f"{scheme}://u:p@db/journal"}))
    assert make_url(url).drivername == "postgresql+psycopg"


def test_https_without_a_proxy_is_refused():
    """It would count everybody as one caller and send cookies without protection, and say nothing."""
    with pytest.raises(ConfigError, match="PROXY_HOPS"):
        from_environment({"ORIGIN": "https://journal.example.org"})
    assert from_environment({"ORIGIN": "http://192.168.1.5:8000"})["PROXY_HOPS"] == 0


def test_a_wrong_setting_keeps_the_server_from_starting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """And nothing is made in the data folder."""
    monkeypatch.setenv("REGISTRATION", "maybe")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    with pytest.raises(ConfigError):
        create_app()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("env", "registration"),
    [
        ({}, "open"),
        ({"HOST": "::1", "ORIGIN": "http://localhost:8000"}, "open"),
        ({"HOST": "0.0.0.0"}, "code"),
        (
            {
                "ORIGIN": "https://journal.example.org",
                "REGISTRATION_CODES": "spruce",
                "PROXY_HOPS": "1",
            },
            "code",
        ),
        ({"HOST": "0.0.0.0", "REGISTRATION": "open"}, "open"),
        ({"HOST": "0.0.0.0", "REGISTRATION": "closed"}, "closed"),
    ],
)
def test_where_others_come_in_signing_up_needs_a_code(env: dict[str, str], registration: str):
    """Open by itself only where nobody but this machine reaches the server."""
    assert from_environment(env)["REGISTRATION"] == registration

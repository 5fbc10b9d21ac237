"""Settings of the server, read from the environment. `docs/self-hosting.md` explains each."""

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
REGISTRATIONS = ("open", "code", "closed")


class ConfigError(ValueError):
    """A setting that cannot be used; the message is a sentence for the operator."""


def from_environment(env: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Every setting with its default. Raises ConfigError."""
    origin, own_hosts = _origin(env.get("ORIGIN", ""))
    hops = _number(env, "PROXY_HOPS", 0, 0, 9)
    if (origin or "").startswith("https:") and not hops:
        raise ConfigError(
            "ORIGIN is https, which a proxy in front must provide, but PROXY_HOPS is 0: everybody would"
            " count as one caller, and cookies would go without protection. Set PROXY_HOPS to the number of proxies, usually 1."
        )
    return {
        "DATA_DIR": Path(env.get("DATA_DIR") or "data"),
        "DATABASE_URL": env.get("DATABASE_URL", ""),
        "HOST": env.get("HOST") or "127.0.0.1",
        "PORT": _number(env, "PORT", 8000, 1, 65_535),
        "ORIGIN": origin,
        "HOST_NAMES": own_hosts + _words(env.get("TRUSTED_HOSTS", "")) + LOOPBACK,
        "PROXY_HOPS": hops,
        **_doors(env, own_hosts),
        "ACCOUNT_MEGABYTES": _number(env, "ACCOUNT_MEGABYTES", 4096, 1, 2**20),
        "NEW_ACCOUNT_MEGABYTES": _number(env, "NEW_ACCOUNT_MEGABYTES", 64, 1, 2**20),
        "RESERVE_MEGABYTES": _number(env, "RESERVE_MEGABYTES", 256, 0, 2**20),
        "BACKUP_DAYS": _number(env, "BACKUP_DAYS", 30, 0, 36_500),
        "THREADS": _number(env, "THREADS", 16, 1, 256),
        "RATELIMIT_ENABLED": env.get("RATELIMIT_ENABLED", "1") != "0",
        "RATELIMIT_STORAGE_URI": env.get("RATELIMIT_STORAGE") or "memory://",
        "OPERATOR": env.get("OPERATOR", ""),
        "APP_NAME": env.get("APP_NAME", ""),
        "APP_SHORT_NAME": env.get("APP_SHORT_NAME", ""),
        "APP_ICON_DIR": env.get("APP_ICON_DIR", ""),
        "CLOCK": time.time,
    }


def database_url(config: Mapping[str, Any]) -> str:
    """The SQLAlchemy address: DATABASE_URL, or a SQLite file in DATA_DIR. Raises ConfigError."""
    url = str(config["DATABASE_URL"])
    if not url:
        return f"sqlite:///{Path(config['DATA_DIR']).absolute() / 'journal.sqlite3'}"
    scheme, _, rest = url.partition("://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"
    if scheme != "sqlite" or not rest.startswith("/") or rest.strip("/") in ("", ":memory:"):
        raise ConfigError(
            "DATABASE_URL must begin with postgresql://, or with sqlite:/// and a file."
        )
    return url


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _number(env: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise ConfigError(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


def _doors(env: Mapping[str, str], own_hosts: list[str]) -> dict[str, Any]:
    """Who may sign up: anybody only where nobody but this machine reaches the server, unless it is said."""
    hosts = [_host(env.get("HOST") or "127.0.0.1"), *own_hosts]
    alone = all(host in LOOPBACK for host in hosts)
    registration = env.get("REGISTRATION") or ("open" if alone else "code")
    codes = tuple(_words(env.get("REGISTRATION_CODES", "")))
    if registration not in REGISTRATIONS:
        raise ConfigError("REGISTRATION must be open, code or closed.")
    return {"REGISTRATION": registration, "REGISTRATION_CODES": codes}


def _host(name: str) -> str:
    """As it stands in an address."""
    return f"[{name}]" if ":" in name else name


def _origin(text: str) -> tuple[str | None, list[str]]:
    """The origin as browsers write it, without the scheme's own port; and its host."""
    if not text:
        return None, []
    parts = urlsplit(text)
    plain = not (parts.username or parts.query or parts.fragment) and parts.path in ("", "/")
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain:
        raise ConfigError("ORIGIN must look like https://journal.example.org.")
    host = _host(parts.hostname)
    usual = {"http": 80, "https": 443}[parts.scheme]
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}", [host]

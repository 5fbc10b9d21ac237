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
    data_dir = Path(env.get("DATA_DIR") or "data")
    origin = _origin(env.get("ORIGIN", ""))
    return {
        "DATA_DIR": data_dir,
        "DATABASE_URL": env.get("DATABASE_URL", ""),
        "HOST": env.get("HOST") or "127.0.0.1",
        "PORT": _number(env, "PORT", 8000, 65535),
        "ORIGIN": origin,
        "TRUSTED_HOSTS": _trusted_hosts(origin, env.get("TRUSTED_HOSTS", "")),
        "PROXY_HOPS": _number(env, "PROXY_HOPS", 0, 9),
        "REGISTRATION": _registration(env.get("REGISTRATION") or "open"),
        "REGISTRATION_CODES": tuple(_words(env.get("REGISTRATION_CODES", ""))),
        "ACCOUNT_MEGABYTES": _number(env, "ACCOUNT_MEGABYTES", 4096, 2**40),
        "THREADS": _number(env, "THREADS", 8, 256),
        "RATELIMIT_ENABLED": env.get("RATELIMIT_ENABLED", "1") != "0",
        "RATELIMIT_STORAGE_URI": env.get("RATELIMIT_STORAGE") or "memory://",
        "APP_NAME": env.get("APP_NAME", ""),
        "APP_SHORT_NAME": env.get("APP_SHORT_NAME", ""),
        "APP_ICON_DIR": env.get("APP_ICON_DIR", ""),
        "CLOCK": time.time,
    }


def database_url(config: Mapping[str, Any]) -> str:
    """The SQLAlchemy address: DATABASE_URL, or a SQLite file in DATA_DIR."""
    url = str(config["DATABASE_URL"])
    if not url:
        return f"sqlite:///{Path(config['DATA_DIR']).absolute() / 'journal.sqlite3'}"
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ConfigError("DATABASE_URL must begin with postgresql:// or sqlite:///.")
    return url


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _number(env: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) > most:
        raise ConfigError(f"{name} must be a whole number up to {most}.")
    return int(text)


def _registration(text: str) -> str:
    if text not in REGISTRATIONS:
        raise ConfigError("REGISTRATION must be open, code or closed.")
    return text


def _origin(text: str) -> str | None:
    """The origin as browsers write it: scheme, host, and the port unless it is the scheme's own."""
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
        raise ConfigError("ORIGIN must look like https://journal.example.org.")
    usual = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (
        f":{parts.port}" if parts.port not in (None, usual) else ""
    )


def _trusted_hosts(origin: str | None, more: str) -> list[str]:
    """Names this server answers to: those of ORIGIN and TRUSTED_HOSTS, and the machine itself."""
    named = [origin.split("://")[1].rsplit(":", 1)[0]] if origin else []
    if origin and origin.endswith("]"):
        named = [origin.split("://")[1]]
    return named + _words(more) + LOOPBACK

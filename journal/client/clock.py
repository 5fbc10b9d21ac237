"""The device's clock and zone, and how a person writes a time."""

import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.client.errors import ClientError


def now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)


def zone() -> str:
    """IANA name of the zone this device is in; UTC where it has none."""
    link = Path("/etc/localtime")
    target = str(link.readlink()) if link.is_symlink() else ""
    for name in (os.environ.get("TZ", ""), target.rpartition("zoneinfo/")[2]):
        try:
            if name and ZoneInfo(name):
                return name
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"


def parse_when(text: str, zone: str) -> datetime:
    """A moment from "2026-11-20", "2026-11-20 18:30" or a full RFC 3339 time; a bare date is its noon in `zone`.

    Raises ClientError for anything else.
    """
    try:
        if len(text.strip()) == 10:
            moment = datetime.combine(date.fromisoformat(text.strip()), time(12))
        else:
            moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ClientError(
            "time", f"“{text}” is no date or time; write 2026-11-20 18:30."
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def last_moment(day: str, zone: str) -> datetime:
    """The end of a day "2026-11-20" in `zone`. Raises ClientError for anything else."""
    noon = parse_when(day, zone)
    return (noon + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)

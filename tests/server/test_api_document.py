"""`docs/api.md` stays true: every route, every problem name, every limit stands in it."""

import re
from pathlib import Path

import pytest
from flask import Flask

from journal.server.guard import JSON
from journal.server.problems import PROBLEMS, WITHIN_PUSH
from journal.wire.limits import PAGE, PUSH
from tests.server.conftest import sqlite_only

DOCUMENT = (Path(__file__).parents[2] / "docs" / "api.md").read_text()


def _documented_routes() -> set[tuple[str, str]]:
    found = re.findall(r"^\| `(GET|POST|PUT|DELETE) (/[^`?]*)", DOCUMENT, re.MULTILINE)
    return {(method, re.sub(r"<[^>]*>", "<id>", path)) for method, path in found}


@sqlite_only
def test_every_route_is_documented_and_exists(app: Flask):
    """The table of the document and the url map are the same set."""
    served = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD"}
        if rule.rule.startswith("/api/") or rule.rule == "/healthz"
    }
    assert _documented_routes() == served


def test_every_problem_is_documented_with_its_status():
    """The list of names in the document is the list in the code."""
    (paragraph,) = re.findall(r"\*\*Problem names\*\*: (.*?)\n\n", DOCUMENT, re.DOTALL)
    outside, _, within = paragraph.partition("Within push results also")
    documented = {name: int(status) for name, status in re.findall(r"`([a-z-]+)` (\d{3})", outside)}
    assert documented == {name: status for name, (status, _) in PROBLEMS.items()}
    assert set(re.findall(r"`([a-z-]+)`", within)) == set(WITHIN_PUSH) - set(PROBLEMS)


@sqlite_only
def test_every_size_is_documented(app: Flask):
    """The most bytes of each body, and of a page."""
    sizes = {view.body_limit for view in app.view_functions.values() if hasattr(view, "body_limit")}
    assert sizes == {524_288, PUSH, 32_768, 2_048}
    for size in sizes | {PAGE}:
        assert f"{size:,}" in DOCUMENT, size


@sqlite_only
def test_every_body_is_json_or_bytes(app: Flask):
    """Two content types, and one route that takes bytes."""
    types = {
        endpoint: view.content_type
        for endpoint, view in app.view_functions.items()
        if hasattr(view, "content_type")
    }
    assert {endpoint for endpoint, type in types.items() if type != JSON} == {
        "records.push_records"
    }


@pytest.mark.parametrize("name", ["Cache-Control: no-store", "Afterglow-Epoch", "Retry-After"])
def test_every_header_of_ours_is_documented(name: str):
    """What clients may rely on."""
    assert name in DOCUMENT

"""The screens alone: over the invented vault of `tools/preview.py`."""

import threading
from collections.abc import Iterator

import pytest
from werkzeug.serving import make_server

from tools.preview import create_preview


@pytest.fixture(scope="package")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the preview."""
    app = create_preview(tmp_path_factory.mktemp("preview"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()

"""A WSGI application under our server program, for what is compared with the product.

python -m benchmarks.serve benchmarks.bare:app PORT THREADS
"""

import sys
from importlib import import_module

from journal.server.access_log import network_of
from journal.server.serving.connections import Front, Terms
from journal.server.serving.keeper import listen
from journal.server.serving.program import serve


def run(target: str, port: int, threads: int) -> None:
    """Serve until SIGTERM; bodies may be as large as they like."""
    module, _, name = target.partition(":")
    application = getattr(import_module(module), name)

    def make_front(terms: Terms) -> Front:
        return Front(
            application, lambda *_: 2**40, network_of, lambda *_, **__: None, terms, threads
        )

    serve(make_front, listen("127.0.0.1", port), Terms(held=2**40))


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

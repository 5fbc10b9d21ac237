"""The independent client: a sealed profile on disk, sync by the rules of `docs/protocol.md`, and the `afterglow` command.

`client.Client` is the library; start reading there. `store` and `sync` move sealed bytes only; plaintext and keys meet in `vault`.
"""

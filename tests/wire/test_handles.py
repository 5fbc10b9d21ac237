"""journal.wire.handles: one handle has one form."""

from hypothesis import given
from hypothesis import strategies as st

from journal.wire.errors import Malformed
from journal.wire.handles import normalise_handle


@given(
    st.text(min_size=3, max_size=20)
    | st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._@+-]{2,20}", fullmatch=True)
)
def test_normalising_twice_changes_nothing(text):
    """A handle that was accepted is its own normal form, in any case."""
    try:
        handle = normalise_handle(text)
    except Malformed:
        return
    assert normalise_handle(handle) == handle == normalise_handle(handle.upper())

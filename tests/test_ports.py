"""No two tests get the same port, and the system gives it to nobody else."""

import subprocess
import sys
from pathlib import Path

from tests.ports import COUNT, FIRST, free_port

ASK = "from tests.ports import free_port; print(*[free_port() for _ in range(40)]); input()"


def test_no_two_processes_get_the_same_port():
    """While another process lives, none of its ports is given away, whatever it does with them."""
    root = Path(__file__).parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", ASK],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        theirs = {int(port) for port in other.stdout.readline().split()}
        mine = {free_port() for _ in range(40)}
        other.communicate("\n")
    assert len(theirs) == len(mine) == 40
    assert theirs & mine == set()


def test_outgoing_connections_use_other_ports():
    """What Linux gives away by itself begins above."""
    lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    assert lowest >= FIRST + COUNT

# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves a store as a remote shard, by Xapian's own server, for the time of a test."""
import shutil
import socket
import subprocess
import time

SERVER = shutil.which("xapian-tcpsrv")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(test, store):
    """The server's address, as store.json has it, and its process, which ends with the test."""
    port = free_port()
    server = subprocess.Popen([SERVER, "--interface", "127.0.0.1", "--port", str(port), "--quiet", str(store)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    test.addCleanup(server.wait)
    test.addCleanup(server.kill)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return f"127.0.0.1:{port}", server
        time.sleep(0.05)
    return test.fail("the server does not answer")

"""A guard for every process of a test run: an internet socket is an error, wherever it is opened.

Local sockets stay allowed: the desktop's message bus and the printing system are reached by them.
"""

import socket
import sys
from typing import Any

_INTERNET = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})
_LOOKUPS = frozenset(
    f"socket.{name}" for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo")
)

attempts: list[str] = []
"""What was tried in this process, also where some library swallowed the error."""


class InternetUsed(BaseException):
    """Something tried to reach a network. No code of ours may catch this."""


def _reaches_out(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "socket.__new__":
        return int(arguments[1]) in _INTERNET
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        return isinstance(arguments[1], tuple)  # a local socket's address is a path
    return event in _LOOKUPS


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and _reaches_out(event, arguments):
        attempts.append(event)
        # A child that swallows the error has still said it.
        print(f"InternetUsed: {event}", file=sys.stderr, flush=True)
        raise InternetUsed(event)


_watching: list[bool] = []


def watch() -> None:
    """Watch this process from now on; there is no way to stop."""
    if not _watching:
        _watching.append(True)
        sys.addaudithook(_watch)

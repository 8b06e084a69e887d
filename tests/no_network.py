"""A guard for every process of a test run: an internet socket is an error, wherever it is opened.

Local sockets stay allowed: the desktop's message bus and the printing system are reached by them.
"""

import socket
import sys
from typing import Any

_INTERNET = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class InternetUsed(BaseException):
    """Something tried to reach a network. No code of ours may catch this."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _LOOKUPS:
        raise InternetUsed(event)
    if event == "socket.__new__" and int(arguments[1]) in _INTERNET:
        raise InternetUsed(f"{event} {arguments[1]!r}")
    if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], tuple):
        raise InternetUsed(f"{event} {arguments[1]!r}")


_watching: list[bool] = []


def watch() -> None:
    """Watch this process from now on; there is no way to stop."""
    if not _watching:
        _watching.append(True)
        sys.addaudithook(_watch)

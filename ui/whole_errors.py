"""An error in a method that Qt calls is told of like any other; it does not end the program.

Measured with PySide6 6.11.3 on Python 3.11: an error that the interpreter itself raises (a place that
is not in a list, a word that is no number) in such a method, with no `except` or `finally` on its way
out, still has no exception object when PySide6 wants to read it, and the process ends at once. An
`except` on the way makes it whole. So every method of ours that stands for one of Qt's gets one.
"""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject


def whole(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, whose errors have their exception object before Qt's side sees them."""

    @wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    return called


def _made(kind: type[QObject], **named: Any) -> None:
    """A class of ours that Qt calls was made: the methods that stand for Qt's are wrapped."""
    super(QObject, kind).__init_subclass__(**named)
    theirs = [base for base in kind.__mro__[1:] if base.__module__.startswith("PySide6")]
    for name, method in list(vars(kind).items()):
        ours = isinstance(method, FunctionType) and not name.startswith("__")
        if ours and any(name in vars(base) for base in theirs):
            setattr(kind, name, whole(method))


def keep() -> None:
    """From now on every class that is made from one of Qt's is looked after."""
    QObject.__init_subclass__ = classmethod(_made)  # type: ignore[assignment, arg-type]

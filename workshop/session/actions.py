"""What can be done: every action by its name, read off the session's own methods.

The command line performs actions from JSON; a screen calls the same methods. A method becomes an
action by the mark `@action`; its parameters, their types and its sentence come from the code.
"""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from workshop.errors import RuleBroken

F = TypeVar("F", bound=Callable[..., Any])


def action(method: F) -> F:
    """Mark a method as something people can do."""
    method.is_action = True  # type: ignore[attr-defined]
    return method


def actions_of(session: object, areas: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """All actions of a session by name: "board.add_note", "undo"."""
    found = dict(_marked(session, ""))
    for area in areas:
        found |= _marked(getattr(session, area), f"{area}.")
    return found


def _marked(owner: object, prefix: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, method in inspect.getmembers(owner, inspect.ismethod):
        if getattr(method, "is_action", False):
            yield prefix + name.rstrip("_"), method


def describe(actions: Mapping[str, Callable[..., Any]]) -> list[dict[str, Any]]:
    """Each action with its parameters and one sentence, from the code itself."""
    return [_description(name, method) for name, method in sorted(actions.items())]


def _description(name: str, method: Callable[..., Any]) -> dict[str, Any]:
    parameters = {
        p.name.rstrip("_"): {"kind": _kind_in_words(p.annotation), "needed": p.default is p.empty}
        for p in inspect.signature(method, eval_str=True).parameters.values()
    }
    sentence = (inspect.getdoc(method) or "").split("\n")[0]
    return {"do": name, "parameters": parameters, "says": sentence}


_WORDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date like 2026-05-14",
    Decimal: "an amount like 12.40",
    Path: "a path",
    type(None): "null",
}


def _kind_in_words(kind: Any) -> str:
    """What a parameter takes, for people: "a list of a text", "matters | idea | …"."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, typing.NewType):
        return "an id"
    if origin in (types.UnionType, typing.Union):
        return " or ".join(_kind_in_words(one) for one in inner)
    if origin in (list, tuple):
        return f"a list, each {_kind_in_words(inner[0])}"
    if origin is dict:
        return f"an object: {_kind_in_words(inner[0])} to {_kind_in_words(inner[1])}"
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return f"an object with {', '.join(f.name for f in dataclasses.fields(kind) if f.name in hints)}"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " | ".join(str(member.value) for member in kind)
    return _WORDS.get(kind, "a value")


def perform(actions: Mapping[str, Callable[..., Any]], line: Mapping[str, Any]) -> Any:
    """Do the action that a JSON object names, with the parameters it holds.

    RuleBroken for an unknown action or parameter and for a value of the wrong kind.
    """
    name = line.get("do")
    method = actions.get(name) if isinstance(name, str) else None
    if method is None:
        raise RuleBroken("There is no such action. Nothing was changed. “help” lists them.")
    return method(**_arguments(str(name), method, line))


def _arguments(name: str, method: Callable[..., Any], line: Mapping[str, Any]) -> dict[str, Any]:
    parameters = {p.name.rstrip("_"): p for p in inspect.signature(method, eval_str=True).parameters.values()}
    given = {key: value for key, value in line.items() if key != "do"}
    for key in given:
        if key not in parameters:
            raise RuleBroken(f"“{name}” takes nothing of that name. Nothing was changed. “help” says what.")
    for key, parameter in parameters.items():
        if key not in given and parameter.default is parameter.empty:
            raise RuleBroken(f"“{name}” needs “{key}”. Nothing was changed.")
    return {parameters[k].name: from_json(v, parameters[k].annotation, k) for k, v in given.items()}


def from_json(value: Any, kind: Any, name: str) -> Any:
    """A JSON value as the kind of value that a parameter takes; RuleBroken when it is none."""
    try:
        return _convert(value, kind)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise RuleBroken(
            f"“{name}” cannot be that. Nothing was changed. It takes {_kind_in_words(kind)}."
        ) from error


def _convert(value: Any, kind: Any) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, typing.NewType):
        return _convert(value, kind.__supertype__)
    if origin in (types.UnionType, typing.Union):
        return _convert_union(value, inner)
    if origin is list or origin is tuple:
        return origin(_convert(item, inner[0]) for item in _of_type(value, list))
    if origin is dict:
        return {_convert(k, inner[0]): _convert(v, inner[1]) for k, v in _of_type(value, dict).items()}
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        fields = {k: _convert(v, hints[k]) for k, v in _of_type(value, dict).items()}
        return typing.cast(Any, kind)(**fields)
    return _convert_plain(value, kind)


def _convert_union(value: Any, kinds: tuple[Any, ...]) -> Any:
    if value is None and type(None) in kinds:
        return None
    for kind in kinds:
        try:
            return _convert(value, kind)
        except (ValueError, TypeError, KeyError, OverflowError):
            continue
    raise ValueError(value)


def _convert_plain(value: Any, kind: Any) -> Any:
    if kind is Any:
        return value
    if kind is date:
        return date.fromisoformat(_of_type(value, str))
    if kind is Path:
        return _path(_of_type(value, str))
    if kind is Decimal:
        return _decimal(value)
    if kind is float and type(value) is int:
        return float(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return _of_type(value, kind)


def _of_type(value: Any, kind: type) -> Any:
    """The value when it is of just this type: True is no number, 1 is no yes."""
    if type(value) is not kind:
        raise TypeError(value)
    if isinstance(value, str):
        value.encode()  # half a character cannot be kept: UnicodeEncodeError is a ValueError
    return value


def _decimal(value: Any) -> Decimal:
    """An amount as it is written: "12.40", 12 or 12.4."""
    if type(value) not in (str, int, float):
        raise TypeError(value)
    try:
        amount = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(value) from error
    if not amount.is_finite():
        raise ValueError(value)
    return amount


def _path(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise ValueError(text)
    return Path(text)


def to_json(value: Any) -> Any:
    """A result as JSON values: records as objects, dates as ISO text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | Path | Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(k): to_json(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    return value

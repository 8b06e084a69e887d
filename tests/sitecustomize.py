"""Python runs this first where it lies on the path: so every child process of a test is watched too."""

import importlib.util
import sys
from pathlib import Path

_spec = importlib.util.spec_from_file_location("tests.no_network", Path(__file__).with_name("no_network.py"))
assert _spec is not None and _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
# Under its own name, so that a test sees the very same error class.
sys.modules[_spec.name] = _module
_spec.loader.exec_module(_module)
_module.watch()

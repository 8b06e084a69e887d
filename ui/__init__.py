"""The screens: show records, turn fingers into session calls, decide nothing."""

from ui import whole_errors

whole_errors.keep()  # before any class of ours is made

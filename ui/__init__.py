"""The screens: show records, turn fingers into session calls, decide nothing."""

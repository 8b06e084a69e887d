"""What hands can reach: on a large screen nobody has to stand up, or ask, to touch what is main."""

from ui.look import Look

LARGE_INCHES = 43.0
LOW_SHARE = 0.6  # of the height, from the foot: there everything main is on a large screen


def needs_low(look: Look) -> bool:
    """Whether the main acts have to be low on this screen."""
    return look.screen.inches >= LARGE_INCHES - 0.5  # screens say their size a little differently

"""Everything about a workshop that is true without a screen. No Qt, no network."""

"""Writing on the screen: key layouts, an editor of text, and a painted panel of keys."""

"""The board: one painted surface on which many hands move notes at once.

layout, index, model, camera and hands are plain Python and know no window; fitting, symbols, painting
and cache draw; overlays are the buttons drawn on the board; touching, keys and accessible let people
in; `view.BoardView` puts them together.
"""

"""Views drawn: each module gives the picture of one view as the text of an SVG file, the same text for the same view."""

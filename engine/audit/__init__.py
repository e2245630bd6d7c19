"""The log that proves itself: its chains, the anchors over them, and who checks both."""

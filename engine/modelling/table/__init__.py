"""A process as a table that can be changed: the way to draw without drawing.

rows     what the table shows, read out of the diagram
parts    the XML of a diagram, and the small changes of it
edits    what somebody does to a step or a way; the diagram is drawn anew after each
"""

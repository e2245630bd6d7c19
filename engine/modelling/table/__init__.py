"""A process as a table that can be changed: the way to draw without drawing.

rows        what the table shows, read out of the diagram
parts       the XML of a diagram, and the small changes of it
triggers    what an event waits for or sends, chosen out of the registers
leading     where a way leads: to a step, or to a new end
edits       what somebody does to a step or a way; the diagram is drawn anew after each
happenings  what somebody lets happen: at a border, on a way, first of several, side by side
"""

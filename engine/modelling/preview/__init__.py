"""What would happen to the running cases: tried on a copy of each, never on the case itself.

outcome   the nouns: Outcome, its grade, and how cases with the same outcome are grouped
altered   which elements differ between two sets, in a way that a case can feel
reach     what a case has ahead of it: a walk in the drawings
predict   one case moved on a copy, saved, loaded and run on
"""

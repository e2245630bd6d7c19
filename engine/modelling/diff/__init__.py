"""What differs between two process sets, in words and at the element: `compare`.

Where boxes stand, how flows bend, the order of attributes, whitespace and who exported the file
are no difference. Everything that a set may contain (the closed lists of `engine.bpmn.check`)
is compared, so what is not told here has not changed.
"""

from engine.modelling.diff.change import Change
from engine.modelling.diff.compare import Comparison, compare

__all__ = ["Change", "Comparison", "compare"]

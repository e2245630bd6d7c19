"""Who reads which answer of which form, and what opens it; and how a change alters that."""

from engine.modelling.readers.alter import Altered, altered
from engine.modelling.readers.matrix import Door, Matrix, Sight, matrix_of

__all__ = ["Altered", "Door", "Matrix", "Sight", "altered", "matrix_of"]

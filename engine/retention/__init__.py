"""How long each agency keeps what it has of a case, and how it is erased by two persons."""

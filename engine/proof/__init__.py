"""What the scenarios execute of the diagrams, and which duty leads where."""

"""Draws BPMN files, and says what is wrong with a drawing; read `layout` first, then `rules`."""

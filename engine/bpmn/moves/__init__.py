"""Takes a running instance over to another version of the processes, token by token.

document  the saved state as a tree that can be changed
places    where a token that lost its place goes on: the flows of both drawings
tokens    the tokens of one version set down in another
clocks    open tasks and timers as the other version draws them
carry     all of it together: an instance goes in, an instance comes out
walk      whether a case can still come to an end
SpiffWorkflow's own migration is never used: it loses drafts, starts clocks anew, and leaves cases
that cannot be loaded.
"""

from engine.bpmn.moves.carry import carried_over, refusing

__all__ = ["carried_over", "refusing"]

"""Changes the processes: drafts, what differs, and how a change comes into force.

draft       the nouns: Draft, Save
sources     which files a set may have, and whether a file can be read back
drafts      the verbs of process owners on drafts
checking    what `skydd check` finds, kept for as long as a set is the same
choices     what can be chosen: ids of the draft's registers, with their names
redraw      a diagram drawn anew while somebody waits
table/      a process as a table that can be changed
diff/       what differs between two sets, in words and at the element
proposal    the nouns of publishing: Proposal, PublicationEvent, who decides
publishing  the verbs: propose, approve, reject, withdraw, publish what is due
effect      what becomes of a proposal in the end
versions    what pages show of it all
preview/    what would happen to the running cases
trying      all running cases tried, a few at a time
moves       the nouns of moving them: what is chosen for a group, what becomes of a case
carrying    one case moved, or moved back: what is written
moving      the verbs: choose, execute, decide, undo
moved       what pages show of it, and the worker's part
"""

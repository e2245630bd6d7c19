"""Executes the stöd- och skyddsprocess. Read in this order:

model       the nouns: Case, Instance, Task, Event, Actor
casework    the verbs of people;  messages: between instances;  timers: of time
staffing    who does the work: substitutes, jäv, giving out tasks;  mailing: e-mail
worklist    what people ask of their list;  bulk: many tasks at once;  habits: what they arrange
keeping     an agency's own contacts and errands;  consenting: a yes or a no later on
ports       what the verbs ask of the outside
bootstrap   how it is put together
bpmn/       reads, checks and draws processes/ and moves tokens (only here: SpiffWorkflow)
book/       sets all of processes/ as a book
recorder    what scenarios execute;  coverage: of the diagrams;  trace: from duty to scenario
db/         keeps it all (only here: SQLAlchemy)
The rules they rest on are pure: access, conflicts, consents, deadlines, decisions, expressions,
forms, registers, replay, substitution, waiting.
"""

"""Executes the stöd- och skyddsprocess. Read in this order:

model       the nouns: Case, Instance, Task, Event, Actor
casework    the verbs of people;  messages: between instances;  timers: of time
ports       what the verbs ask of the outside
bootstrap   how it is put together
surface     everything the outside may ask for

Then by subject, each with its own nouns, rules and verbs:

accounts/   systems of agencies: who they are when they ask, what asked twice is done once
entrance/   who comes in to the pages: sittings, accounts, one-time codes, claims of a provider
secrecy/    what the law keeps from whom: compartments, grounds, hand-overs, protected data
casebook/   what an agency keeps beside the forms: papers, contacts, errands, consents
staff/      who does the work: substitutes, jäv, giving out tasks, notices and e-mail
exchange/   agencies' own systems: what they are told, and what they tell cases
lists/      what people have to do, as they want to see it
audit/      how the log proves itself: chains, anchors, the verifier that stands alone
retention/  how long it is all kept, and how two persons erase it
counts/     statistics out of the logs, with nobody to be seen in them
modelling/  how the processes are changed: drafts, differences, publishing with four eyes
analysis/   how they are run: heat on the drawings, ways taken, closed cases on a draft
operating/  what those who run it need: safe settings, measures, logs that tell of nobody
proof/      what the scenarios execute of the diagrams, and which duty leads where

And the edges:

bpmn/       reads, checks and draws processes/ and moves tokens (only here: SpiffWorkflow)
db/         keeps it all (only here: SQLAlchemy)
book/       sets all of processes/ as a book (only here: typst)

The rules they rest on are pure: access, deadlines, decisions, expressions, forms, registers,
replay.
"""

"""Answers agencies' own systems: JSON in, JSON out, under /api/v1. Read in this order:

room        the door: who asks, what they may ask for, what was asked before
asking      what a request is about
answering   tags, pages, and how a model becomes an answer
problems    what went wrong, as RFC 9457 wants it told
filling     answers in JSON as the posted form that the verbs take
tasks, cases, messages, versions, checks, drafts, publishing, audits, figures    the operations
spec        the description of it all, for machines
"""

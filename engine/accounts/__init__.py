"""Accounts of agencies' own systems: what each may ask for, and who it is when it asks.

account   the nouns: ServiceAccount, scopes, roles
tokens    the secret that is shown once
issuing   the verbs: create, revoke, recognise
repeats   the same command sent twice
"""

"""Who comes in to the pages: accounts, second factors, sittings, and what a provider's claims give.

sittings      somebody is signed in, in one browser, until it is over
secondfactor  one-time codes (RFC 6238) and recovery codes
account       the nouns of local accounts, and what a password must be
accounts      the verbs of whoever signs in;  administering: of those who answer for accounts
claims        what an OIDC provider says of somebody → agency, roles, team
"""

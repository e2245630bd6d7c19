"""Signing in, step by step, and what is one's own account.

kept       what somebody wrote before they had to sign in: it waits, and is sent
page       the page where one signs in, and what happens when somebody has
entering   name and password, in and out
secondly   the one-time code that comes after the password
provider   signing in by the agency's own provider (OIDC)
own        one's own account: password, one-time codes, where one is signed in
accounts   the accounts of all, for administrators
"""

from web.signin import accounts, entering, own, provider
from web.signin.page import pages

__all__ = ["accounts", "entering", "own", "pages", "provider"]

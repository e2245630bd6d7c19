"""Signing in, step by step, and what is one's own account.

kept       what somebody wrote before they had to sign in: it waits, and is sent
entering   the sign-in page; name and password; in and out
"""

from web.signin import entering
from web.signin.entering import pages

__all__ = ["entering", "pages"]

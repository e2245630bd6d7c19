"""Two hundred caseworkers at once, on the published processes: how long they wait, and what grows.

    python -m bench.users --users 200 --minutes 10

They sign in, look at their tasks, open one, write while the page saves drafts by itself, and
complete it. Between two requests each thinks for 5 to 15 seconds. That is quick for somebody who
handles cases, and slow for a machine: about twenty requests a second from two hundred people.
"""

"""Anything at all, sent to everything that takes something: nothing breaks, hangs or grows.

    python -m bench.fuzz --inputs 100000 --seed 1

diagrams  small diagrams, spoiled, through the check; those that pass are started
forms     every form of every page, and every form of the processes, filled in by chance
bodies    messages from other systems
api       every operation of the API, as each role

What may come of an input is an answer or a refusal in words. Anything else is exit 1.
"""

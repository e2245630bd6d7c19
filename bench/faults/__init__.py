"""What is broken on purpose while people work, and how it is checked that nothing came of it.

    python -m bench.faults --kills 200 --cuts 20 --seed 1

kills     kill -9 of web processes, their master, workers and whoever runs verbs, at random moments
cuts      PostgreSQL stopped at once and started again, and its connections cut
full      SQLite with no room left on the disk
clocks    the clock a year ahead, and an hour back

Each part ends in the same verdict (`verdict.py`), and any violation is exit 1.
"""

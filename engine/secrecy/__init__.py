"""What the law keeps from whom: compartments, grounds, hand-overs, protected data."""

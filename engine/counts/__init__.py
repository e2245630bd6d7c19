"""Statistics: sums out of the logs, with nobody to be seen in them."""

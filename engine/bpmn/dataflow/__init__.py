"""What is known of the variables at each place of a process set, and where that goes wrong."""

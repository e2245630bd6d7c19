"""What people have to do, as they want to see it."""

"""What the systems of agencies are told, and what they tell: events out, messages in."""

"""What those who run it need: safe settings, measures, logs, copies that can be restored."""

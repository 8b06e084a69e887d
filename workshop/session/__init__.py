"""The doorway: one method for each thing a person can do."""

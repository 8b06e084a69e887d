"""What pages show, worked out from the records without any widget."""

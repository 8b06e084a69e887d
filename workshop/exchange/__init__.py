"""Files of other tools, in and out: bytes to records and back, nothing else."""

"""Equal Footing: reads, checks, compares and draws the data. The rooms stand in `HACKING.md`, in their order."""

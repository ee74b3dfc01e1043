"""Equal Footing: reads, checks, compares and draws the data. `HACKING.md` lists the rooms in their order."""

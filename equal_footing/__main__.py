"""`python -m equal_footing`."""

from equal_footing.cli import main

raise SystemExit(main())

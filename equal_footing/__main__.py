"""`python -m equal_footing`."""

from equal_footing.commands.cli import main

raise SystemExit(main())

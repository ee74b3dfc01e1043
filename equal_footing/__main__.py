"""`python -m equal_footing`."""

import gc

gc.disable()  # what a command makes stays until its end; a build, which lasts longer, looks for garbage again

from equal_footing.commands.cli import main  # noqa: E402 # to load it makes the most

raise SystemExit(main())
